//! Two who meet at a name.

use std::{net::TcpStream, thread, time::Duration};

use pocketchart_crypto::random_array;
use tungstenite::{Message, WebSocket};

use crate::{
    World,
    client::{path, sealed},
    process::{Relay, UNLIMITED},
};

type End = WebSocket<TcpStream>;

fn come(relay: &Relay, name: &[u8; 16]) -> End {
    let stream = TcpStream::connect(relay.address()).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(90))).unwrap();
    let url = format!("ws://{}{}", relay.address(), path("pipe", name, ""));
    tungstenite::client(url, stream).unwrap().0
}

/// Both ends of a pipe, met.
fn met(relay: &Relay, name: &[u8; 16]) -> [End; 2] {
    let first = come(relay, name);
    // The other comes when the first has been let in.
    thread::sleep(Duration::from_millis(200));
    let mut ends = [first, come(relay, name)];
    for end in &mut ends {
        assert!(end.read().unwrap().into_data().is_empty(), "the other is there");
    }
    ends
}

#[test]
fn what_one_sends_the_other_gets() {
    let world = World::sqlite();
    let relay = world.another(UNLIMITED);
    let [mut one, mut other] = met(&relay, &random_array());
    let sent: Vec<_> = (0..64).map(|n| sealed(1 + n * 1040)).collect();
    for message in &sent {
        one.send(Message::binary(message.clone())).unwrap();
        assert_eq!(other.read().unwrap().into_data(), *message);
        other.send(Message::binary(message.clone())).unwrap();
        assert_eq!(one.read().unwrap().into_data(), *message);
    }
    one.close(None).unwrap();
    assert!(
        other.read().is_ok_and(|message| message.is_close()),
        "one has gone"
    );
    assert!(!holds(&world, &sent[40]), "nothing is kept");
}

/// Both send much before either reads: the pipe carries both ways at once.
#[test]
fn both_ways_at_once() {
    const MESSAGES: usize = 400;
    let world = World::sqlite();
    let relay = world.another(UNLIMITED);
    let name = random_array();
    let ends = met(&relay, &name);
    let read: usize = thread::scope(|scope| {
        let both = ends.map(|mut end| {
            let mut reader = WebSocket::from_raw_socket(
                end.get_ref().try_clone().unwrap(),
                tungstenite::protocol::Role::Client,
                None,
            );
            scope.spawn(move || {
                for _ in 0..MESSAGES {
                    end.send(Message::binary(vec![1; 60_000])).unwrap();
                }
            });
            scope.spawn(move || {
                (0..MESSAGES)
                    .map(|_| reader.read().unwrap().into_data().len())
                    .sum::<usize>()
            })
        });
        both.into_iter().map(|reader| reader.join().unwrap()).sum()
    });
    assert_eq!(read, 2 * MESSAGES * 60_000);
}

#[test]
fn strangers_and_long_messages_have_no_pipe() {
    let world = World::sqlite();
    let relay = world.another(UNLIMITED);
    let name = random_array();
    let [mut one, mut other] = met(&relay, &name);
    // A third waits for a fourth, and hears nothing of the two.
    let mut third = come(&relay, &name);
    third
        .get_ref()
        .set_read_timeout(Some(Duration::from_millis(300)))
        .unwrap();
    one.send(Message::binary(vec![1; 10])).unwrap();
    assert_eq!(other.read().unwrap().len(), 10);
    assert!(third.read().is_err());
    // Who speaks before the other is there is cut off.
    let mut hasty = come(&relay, &random_array());
    hasty.send(Message::binary(vec![1; 10])).unwrap();
    assert!(hasty.read().is_err_and(|error| !timed_out(&error)));
    // A message longer than a Noise message ends the pipe.
    one.send(Message::binary(vec![1; 70_000])).unwrap();
    let ended = other.read();
    assert!(ended.is_err() || ended.unwrap().is_close());
    assert_eq!(
        crate::client::Client::new(&relay.url).get("/pipe/short").status,
        400,
        "not a pipe at all"
    );
}

fn timed_out(error: &tungstenite::Error) -> bool {
    matches!(error, tungstenite::Error::Io(error) if error.kind() == std::io::ErrorKind::WouldBlock)
}

fn holds(world: &World, needle: &[u8]) -> bool {
    world
        .written()
        .iter()
        .any(|(_, bytes)| bytes.windows(needle.len()).any(|window| window == needle))
}
