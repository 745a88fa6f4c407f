//! Two threads over TCP on this machine, with an attacker's wire between them where one is needed.

#![allow(clippy::unwrap_used, clippy::print_stdout)]

use std::io::{self, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::thread;
use std::time::Duration;

use pocketchart_crypto::exchange::ExchangeSecret;
use pocketchart_crypto::{Secret, hash, random_bytes};
use pocketchart_share::session::{
    Channel, HandshakeError, MAX_HANDSHAKE, MAX_MESSAGE, Meeting, PairingOffer, Peer, SessionError,
};

fn key() -> ExchangeSecret {
    ExchangeSecret::from_seed(&Secret::random())
}

/// Runs `called` on a listening socket in another thread and `calling` on a connected one.
fn over_tcp<A: Send + 'static, B>(
    called: impl FnOnce(TcpStream) -> A + Send + 'static,
    calling: impl FnOnce(TcpStream) -> B,
) -> (A, B) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    let other = thread::spawn(move || called(patient(listener.accept().unwrap().0)));
    let ours = calling(patient(TcpStream::connect(address).unwrap()));
    (other.join().unwrap(), ours)
}

/// No test waits for ever.
fn patient(stream: TcpStream) -> TcpStream {
    stream.set_read_timeout(Some(Duration::from_secs(60))).unwrap();
    stream.set_write_timeout(Some(Duration::from_secs(60))).unwrap();
    stream
}

/// Pairs, and runs both ends of the channel.
fn paired<A: Send + 'static, B>(
    called: impl FnOnce(Channel<TcpStream>) -> A + Send + 'static,
    calling: impl FnOnce(Channel<TcpStream>) -> B,
) -> (A, B) {
    let offer = PairingOffer::new(vec!["127.0.0.1:1".into()]).unwrap();
    let initiator = offer.code().initiate(&key()).unwrap();
    over_tcp(
        move |stream| called(Channel::respond(stream, |first| offer.answer(first)).unwrap()),
        |stream| calling(Channel::initiate(stream, initiator).unwrap()),
    )
}

#[test]
fn pairing_and_fifty_megabytes() {
    const MESSAGE: usize = 5_000_000;
    let (received, sent) = paired(
        |mut channel| {
            let mut total = Vec::new();
            while let Some(message) = channel.receive().unwrap() {
                total.push(hash_of(&message));
            }
            let bytes = channel.bytes_received();
            let code = channel.session().check_code();
            channel.close().unwrap();
            (total, bytes, code)
        },
        |mut channel| {
            let mut total = Vec::new();
            for _ in 0..10 {
                let mut message = vec![0; MESSAGE];
                random_bytes(&mut message);
                channel.send(&message).unwrap();
                total.push(hash_of(&message));
            }
            let code = channel.session().check_code();
            let bytes = channel.bytes_sent();
            channel.close().unwrap();
            (total, bytes, code)
        },
    );
    assert_eq!(received.0, sent.0);
    assert_eq!(received.2, sent.2, "both screens show the same digits");
    assert_eq!(received.1, sent.1 + 22, "the closing frame");
    // 77 frames a message, 18 B each and 4 B for the length.
    assert_eq!(sent.1, 10 * (5_000_000 + 77 * 18 + 4));
    println!("50,000,000 B in {} B on the wire; check code {}", sent.1, sent.2);
}

fn hash_of(message: &[u8]) -> [u8; 32] {
    hash::hash256(pocketchart_crypto::Label::new("test"), &[message])
}

#[test]
fn messages_of_every_awkward_size() {
    const FRAME: usize = 65_519;
    let sizes = [
        0,
        1,
        100,
        FRAME - 5,
        FRAME - 4,
        FRAME - 3,
        FRAME,
        2 * FRAME - 5,
        2 * FRAME - 4,
        2 * FRAME - 3,
        MAX_MESSAGE,
    ];
    paired(
        move |mut channel| {
            for size in sizes {
                assert_eq!(channel.receive().unwrap().unwrap(), vec![7; size]);
            }
            channel.send(b"thanks").unwrap();
            assert!(channel.receive().unwrap().is_none());
            assert!(channel.receive().unwrap().is_none(), "and stays ended");
            channel.close().unwrap();
        },
        |mut channel| {
            assert!(matches!(
                channel.send(&vec![0; MAX_MESSAGE + 1]),
                Err(SessionError::TooLong)
            ));
            for size in sizes {
                channel.send(&vec![7; size]).unwrap();
            }
            assert_eq!(channel.receive().unwrap().unwrap(), b"thanks");
            channel.close().unwrap();
        },
    );
}

#[test]
fn known_devices_meet() {
    let (a, b, c) = (key(), key(), key());
    let (a_public, b_public, c_public) = (a.public(), b.public(), c.public());
    let (called, calling) = over_tcp(
        move |stream| {
            let peers = [Peer::new(&b, c_public).unwrap(), Peer::new(&b, a_public).unwrap()];
            let mut channel =
                Channel::respond(stream, |first| Meeting::new(&b).answer(&peers, first)).unwrap();
            channel.send(b"hello").unwrap();
            channel.session().remote()
        },
        |stream| {
            let initiator = Meeting::new(&a)
                .initiate(&Peer::new(&a, b_public).unwrap())
                .unwrap();
            let mut channel = Channel::initiate(stream, initiator).unwrap();
            assert_eq!(channel.receive().unwrap().unwrap(), b"hello");
            channel.session().remote()
        },
    );
    assert_eq!((called, calling), (a_public, b_public));
}

/// The called side's error and the calling side's, when the handshake is not to be.
fn refusals(
    called: impl FnOnce(&[u8]) -> Result<pocketchart_share::session::Answer, HandshakeError> + Send + 'static,
    initiator: pocketchart_share::session::Initiator,
) -> (SessionError, SessionError) {
    over_tcp(
        move |stream| Channel::respond(stream, called).map(|_| ()).unwrap_err(),
        |stream| Channel::initiate(stream, initiator).map(|_| ()).unwrap_err(),
    )
}

#[test]
fn wrong_secrets_and_wrong_keys_are_refused() {
    // The code of another offer: neither its secret nor its key.
    let [offer, other] = [(); 2].map(|()| PairingOffer::new(vec!["127.0.0.1:1".into()]).unwrap());
    let initiator = other.code().initiate(&key()).unwrap();
    let (called, calling) = refusals(move |first| offer.answer(first), initiator);
    assert!(
        matches!(called, SessionError::Handshake(HandshakeError::NotForUs)),
        "{called}"
    );
    assert!(matches!(calling, SessionError::Interrupted), "{calling}");

    // A device that no certificate vouches for.
    let (own, stranger) = (key(), key());
    let peer_of_stranger = Peer::new(&stranger, own.public()).unwrap();
    let initiator = Meeting::new(&stranger).initiate(&peer_of_stranger).unwrap();
    let known = key().public();
    let (called, _) = refusals(
        move |first| Meeting::new(&own).answer(&[Peer::new(&own, known).unwrap()], first),
        initiator,
    );
    assert!(matches!(
        called,
        SessionError::Handshake(HandshakeError::NotForUs)
    ));

    // A pairing is not a meeting, and the other way round.
    let offer = PairingOffer::new(vec!["127.0.0.1:1".into()]).unwrap();
    let own = key();
    let initiator = offer.code().initiate(&key()).unwrap();
    let (called, _) = refusals(move |first| Meeting::new(&own).answer(&[], first), initiator);
    assert!(matches!(
        called,
        SessionError::Handshake(HandshakeError::NotForUs)
    ));
}

/// Somebody at the address who cannot answer for the code's key, or answers with what they heard elsewhere.
#[test]
fn an_impostor_cannot_answer() {
    let offer = PairingOffer::new(vec!["127.0.0.1:1".into()]).unwrap();
    let earlier = offer.code().initiate(&key()).unwrap();
    let overheard = offer.answer(earlier.first_message()).unwrap().second;
    for second in [overheard, vec![0; 48], vec![], vec![0; MAX_HANDSHAKE]] {
        let initiator = offer.code().initiate(&key()).unwrap();
        let (_, calling) = over_tcp(
            move |mut stream| {
                let mut first = [0; 2 + 112];
                stream.read_exact(&mut first).unwrap();
                stream.write_all(&(second.len() as u16).to_be_bytes()).unwrap();
                stream.write_all(&second).unwrap();
            },
            |stream| Channel::initiate(stream, initiator).map(|_| ()).unwrap_err(),
        );
        assert!(
            matches!(calling, SessionError::Handshake(HandshakeError::Refused)),
            "{calling}"
        );
    }
}

#[test]
fn oversized_and_silent_callers_are_dropped() {
    let (called, ()) = over_tcp(
        |stream| {
            Channel::respond(stream, |_| Err(HandshakeError::Refused))
                .map(|_| ())
                .unwrap_err()
        },
        |mut stream| stream.write_all(&[0xff; 100]).unwrap(),
    );
    assert!(matches!(called, SessionError::Handshake(HandshakeError::TooLong)));

    let (called, _) = over_tcp(
        |stream| {
            stream.set_read_timeout(Some(Duration::from_millis(50))).unwrap();
            Channel::respond(stream, |_| Err(HandshakeError::Refused))
                .map(|_| ())
                .unwrap_err()
        },
        |mut stream| {
            let mut end = Vec::new();
            stream.read_to_end(&mut end)
        },
    );
    assert!(matches!(called, SessionError::TimedOut));
}

/// A wire that records what is written and gives what it was told to.
struct Wire {
    incoming: io::Cursor<Vec<u8>>,
    written: Vec<u8>,
}

impl Wire {
    fn new(incoming: Vec<u8>) -> Self {
        Self {
            incoming: io::Cursor::new(incoming),
            written: Vec::new(),
        }
    }
}

impl Read for Wire {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.incoming.read(buffer)
    }
}

impl Write for Wire {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.written.write(bytes)
    }
    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn framed(message: &[u8]) -> Vec<u8> {
    [(message.len() as u16).to_be_bytes().as_slice(), message].concat()
}

/// Pairs and sends `messages` from the called side, lets `attack` change the frames on their way, and gives the
/// calling side's view: the messages it took, and how it ended.
fn after_attack(
    messages: &[&[u8]],
    attack: impl FnOnce(Vec<Vec<u8>>) -> Vec<Vec<u8>>,
) -> (Vec<Vec<u8>>, Result<(), SessionError>) {
    let offer = PairingOffer::new(vec!["127.0.0.1:1".into()]).unwrap();
    let initiator = offer.code().initiate(&key()).unwrap();
    let wire = Wire::new(framed(initiator.first_message()));
    let mut sender = Channel::respond(wire, |first| offer.answer(first)).unwrap();
    for message in messages {
        sender.send(message).unwrap();
    }
    let sent = sender.close().unwrap().written;
    let mut frames = Vec::new();
    let mut rest = sent.as_slice();
    while let Some((len, tail)) = rest.split_first_chunk() {
        let (frame, tail) = tail.split_at(usize::from(u16::from_be_bytes(*len)));
        frames.push(framed(frame));
        rest = tail;
    }
    let handshake = frames.remove(0);
    let incoming = [handshake, attack(frames).concat()].concat();
    let mut receiver = Channel::initiate(Wire::new(incoming), initiator).unwrap();
    let mut taken = Vec::new();
    loop {
        match receiver.receive() {
            Ok(Some(message)) => taken.push(message),
            Ok(None) => return (taken, Ok(())),
            Err(error) => {
                assert!(
                    matches!(receiver.receive(), Err(SessionError::Broken)),
                    "no use after an error"
                );
                assert!(matches!(receiver.send(b""), Err(SessionError::Broken)));
                return (taken, Err(error));
            }
        }
    }
}

const MESSAGES: [&[u8]; 3] = [b"one", b"two", b"three"];

#[test]
fn what_happens_on_the_wire_is_noticed() {
    let (taken, end) = after_attack(&MESSAGES, |frames| frames);
    assert!(end.is_ok() && taken == MESSAGES, "the untouched stream passes");

    let (taken, end) = after_attack(&MESSAGES, |frames| {
        [frames[..2].to_vec(), vec![frames[1].clone()]].concat()
    });
    assert!(
        matches!(end, Err(SessionError::Altered)) && taken == MESSAGES[..2],
        "replayed"
    );

    let (taken, end) = after_attack(&MESSAGES, |mut frames| {
        frames.swap(0, 1);
        frames
    });
    assert!(
        matches!(end, Err(SessionError::Altered)) && taken.is_empty(),
        "reordered"
    );

    let (taken, end) = after_attack(&MESSAGES, |mut frames| {
        frames.remove(1);
        frames
    });
    assert!(
        matches!(end, Err(SessionError::Altered)) && taken == MESSAGES[..1],
        "left out"
    );

    for kept in 0..=3 {
        let (taken, end) = after_attack(&MESSAGES, |frames| frames[..kept].to_vec());
        assert!(
            matches!(end, Err(SessionError::Interrupted)) && taken == MESSAGES[..kept],
            "cut between frames"
        );
    }
    let total: usize = MESSAGES.iter().map(|message| message.len() + 22).sum::<usize>() + 22;
    for kept in 0..total {
        let cut = |frames: Vec<Vec<u8>>| vec![frames.concat()[..kept].to_vec()];
        assert!(
            matches!(after_attack(&MESSAGES, cut).1, Err(SessionError::Interrupted)),
            "cut at {kept}"
        );
    }

    let (taken, end) = after_attack(&MESSAGES, |mut frames| {
        frames.push(framed(b"after the end"));
        frames
    });
    assert!(
        end.is_ok() && taken == MESSAGES,
        "what follows the end is not looked at"
    );
}

#[test]
fn every_flipped_bit_is_refused() {
    let mut accepted = 0;
    let total = (b"penicillin".len() + 22 + 22) * 8;
    for bit in 0..total {
        let (taken, end) = after_attack(&[b"penicillin"], |frames| {
            let mut bytes = frames.concat();
            bytes[bit / 8] ^= 1 << (bit % 8);
            vec![bytes]
        });
        accepted += usize::from(end.is_ok());
        assert!(
            taken.iter().all(|message| message == b"penicillin"),
            "nothing altered is ever delivered"
        );
    }
    println!("{total} flips in a session's frames, {accepted} accepted");
    assert_eq!(accepted, 0);

    let offer = PairingOffer::new(vec!["127.0.0.1:1".into()]).unwrap();
    let own = key();
    let mut flips = 0;
    for bit in 0..112 * 8 {
        let mut first = offer.code().initiate(&own).unwrap().first_message().to_vec();
        assert!(offer.answer(&first).is_ok());
        first[bit / 8] ^= 1 << (bit % 8);
        assert!(offer.answer(&first).is_err());
        flips += 1;
    }
    for bit in 0..48 * 8 {
        let initiator = offer.code().initiate(&own).unwrap();
        let mut second = offer.answer(initiator.first_message()).unwrap().second;
        second[bit / 8] ^= 1 << (bit % 8);
        assert!(initiator.finish(&second).is_err());
        flips += 1;
    }
    println!("{flips} flips in a handshake, 0 accepted");
}

/// A first message that somebody recorded and sends again is answered, and gets them nowhere.
#[test]
fn a_replayed_first_message_opens_nothing() {
    let offer = PairingOffer::new(vec!["127.0.0.1:1".into()]).unwrap();
    let initiator = offer.code().initiate(&key()).unwrap();
    let answered = offer.answer(initiator.first_message()).unwrap();
    let mut recorded = Channel::initiate(Wire::new(framed(&answered.second)), initiator).unwrap();
    recorded.send(b"from the real one").unwrap();
    let recorded = recorded.close().unwrap().written;
    let mut again = Channel::respond(Wire::new(recorded), |first| offer.answer(first)).unwrap();
    assert!(matches!(again.receive(), Err(SessionError::Altered)));
}
