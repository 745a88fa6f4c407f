//! The client before a relay that runs.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test stops at the first surprise"
)]

use std::{
    net::TcpListener,
    sync::mpsc,
    thread,
    time::{Duration, SystemTime, UNIX_EPOCH},
};

use clap::{Args, Command, FromArgMatches};
use pocketchart_crypto::{Secret, kem::KemSecret, random_array, random_bytes, sign::SigningKey};
use pocketchart_relay::{Clock, Config, serve};
use pocketchart_share::{
    relay::{Mailbox, Relay, RelayError, TakeError},
    web::{Web, WebError},
};
use pocketchart_wire::{
    grant,
    link::{self, Act, Address, Content, File},
    vault::blob_id,
};

/// A relay on this machine, for as long as it is held.
struct Running {
    url: String,
    folder: std::path::PathBuf,
    stop: Option<tokio::sync::oneshot::Sender<()>>,
    thread: Option<thread::JoinHandle<()>>,
}

impl Drop for Running {
    fn drop(&mut self) {
        drop(self.stop.take());
        self.thread.take().map(thread::JoinHandle::join);
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

fn relay() -> Running {
    let folder = std::env::temp_dir().join(format!(
        "pocketchart-{:032x}",
        u128::from_le_bytes(random_array())
    ));
    std::fs::create_dir(&folder).unwrap();
    let store = folder.join("relay.sqlite");
    let command = Config::augment_args(Command::new("relay"));
    let typed = [
        "relay",
        "--listen",
        "127.0.0.1:0",
        "--store",
        store.to_str().unwrap(),
    ];
    let config = Config::from_arg_matches(&command.get_matches_from(typed)).unwrap();
    let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
    let (tell, told) = mpsc::channel();
    let thread = thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .enable_all()
            .build()
            .unwrap();
        let ready = move |listening: pocketchart_relay::Listening| tell.send(listening.service).unwrap();
        runtime.block_on(async {
            serve(&config, Clock::of_the_machine(), ready, async {
                drop(stopped.await)
            })
            .await
            .unwrap();
        });
    });
    let address = told.recv_timeout(Duration::from_secs(30)).unwrap();
    Running {
        url: format!("http://{address}"),
        folder,
        stop: Some(stop),
        thread: Some(thread),
    }
}

fn now() -> u64 {
    SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs()
}

fn sealed(len: usize) -> Vec<u8> {
    let mut bytes = vec![0; len];
    random_bytes(&mut bytes);
    bytes
}

#[test]
fn letters_wait_and_are_deleted() {
    let running = relay();
    let relay = Relay::new(&format!("{}/", running.url)).unwrap();
    relay.is_there().unwrap();
    let seed = Secret::random();
    let mailbox = |write: &Secret<32>| Mailbox::new(SigningKey::from_seed(&seed), write.clone());
    let write = Secret::random();
    let own = mailbox(&write);
    assert_eq!(relay.letters(&own, None), Ok((Vec::new(), false)));
    let letters = [sealed(4096), sealed(4352)];
    for letter in &letters {
        relay.post_letter(&own, 24, letter.clone()).unwrap();
        relay.post_letter(&own, 24, letter.clone()).unwrap();
    }
    assert_eq!(relay.letters(&own, None), Ok((letters.to_vec(), false)));
    // Another secret is another box.
    assert_eq!(
        relay.letters(&mailbox(&Secret::random()), None),
        Ok((Vec::new(), false))
    );
    relay.delete_letters(&own, &letters[..1]).unwrap();
    assert_eq!(relay.letters(&own, None), Ok((letters[1..].to_vec(), false)));
    assert_eq!(
        relay.post_letter(&own, 24, sealed(4097)),
        Err(RelayError::NotTaken)
    );
}

#[test]
fn a_grant_is_taken_once_asked_about_and_ended() {
    let running = relay();
    let relay = Relay::new(&running.url).unwrap();
    let (owner, locator, verifier) = (
        SigningKey::from_seed(&Secret::random()),
        random_array(),
        Secret::random(),
    );
    let half = Secret::random();
    let bundle = sealed(4096);
    let public = *owner.public().as_bytes();
    let window = (now() - 60, now() + 600);
    let deposit = grant::Deposit::new(public, window, (1, 10), &verifier, &half, bundle.clone());
    assert_eq!(relay.grant_state(&locator, &owner), Err(RelayError::NotLive));
    relay.deposit_grant(&locator, &deposit).unwrap();
    relay.deposit_grant(&locator, &deposit).unwrap();
    let wrong = relay.take_grant(&locator, &Secret::random(), [1; 16], vec![1]);
    assert_eq!(wrong, Err(TakeError::Wrong { left: 9 }));
    for _ in 0..2 {
        let taken = relay
            .take_grant(&locator, &verifier, [1; 16], b"who".to_vec())
            .unwrap();
        assert_eq!((taken.half, taken.bundle), (*half.expose(), bundle.clone()));
    }
    let second = relay.take_grant(&locator, &verifier, [2; 16], Vec::new());
    assert_eq!(second, Err(TakeError::Relay(RelayError::NotLive)));
    let state = relay.grant_state(&locator, &owner).unwrap();
    assert_eq!(
        (state.uses, state.takes.len(), state.takes[0].who.as_slice()),
        (0, 1, &b"who"[..])
    );
    let stranger = SigningKey::from_seed(&Secret::random());
    assert_eq!(relay.revoke_grant(&locator, &stranger), Err(RelayError::NotLive));
    relay.revoke_grant(&locator, &owner).unwrap();
    let after = relay.take_grant(&locator, &verifier, [1; 16], Vec::new());
    assert_eq!(after, Err(TakeError::Relay(RelayError::NotLive)));
    let other = grant::Deposit::new(public, window, (2, 10), &verifier, &half, bundle);
    assert_eq!(relay.deposit_grant(&locator, &other), Err(RelayError::Conflict));
}

#[test]
fn a_link_is_managed_and_a_vault_keeps_the_newest() {
    let running = relay();
    let relay = Relay::new(&running.url).unwrap();
    let (owner, address) = (
        SigningKey::from_seed(&Secret::random()),
        Address::new(Secret::random()),
    );
    let log = KemSecret::from_seed(&Secret::random());
    let file = File {
        content: Content::Fhir,
        jwe: "a.b.c.d.e".into(),
        updated: None,
    };
    let mut deposit = link::Deposit::new(
        *owner.public().as_bytes(),
        log.public().as_bytes().to_vec(),
        now() + 600,
        vec![file],
    );
    deposit.direct = true;
    relay.deposit_link(&address, &deposit).unwrap();
    let web = Web::new();
    let url = format!("{}?recipient=Bo", relay.link_url(&address));
    assert_eq!(web.get(&url, 9).unwrap().body, b"a.b.c.d.e");
    assert_eq!(web.get(&url, 8), Err(WebError::TooLong));
    let state = relay.manage_link(&address, &owner, Act::Look).unwrap();
    assert_eq!((state.live, state.log.len()), (true, 2));
    relay.manage_link(&address, &owner, Act::Destroy).unwrap();
    assert_eq!(web.get(&url, 4096).unwrap().status, 404);

    let vault = SigningKey::from_seed(&Secret::random());
    assert_eq!(relay.blobs(&vault), Ok(Vec::new()));
    let (first, second) = (sealed(4096), sealed(5120));
    relay.put_blob(&vault, first.clone(), &[]).unwrap();
    assert_eq!(relay.blob(&vault, blob_id(&first)), Ok(first.clone()));
    relay
        .put_blob(&vault, second.clone(), &[blob_id(&first)])
        .unwrap();
    let names: Vec<_> = relay.blobs(&vault).unwrap().iter().map(|it| it.id).collect();
    assert_eq!(names, [blob_id(&second)]);
    assert_eq!(relay.blob(&vault, blob_id(&first)), Err(RelayError::NotLive));
}

#[test]
fn no_redirect_is_followed_and_nothing_leaves_in_the_open() {
    for url in [
        "http://192.0.2.1/",
        "http://relay.example/",
        "ftp://127.0.0.1/",
        "https://a@b.example/",
        "x",
        "",
    ] {
        assert_eq!(Web::new().get(url, 64), Err(WebError::Address), "{url}");
        assert!(Relay::new(url).is_err(), "{url}");
    }
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    let server = thread::spawn(move || {
        use std::io::{Read as _, Write as _};
        let (mut stream, _) = listener.accept().unwrap();
        let mut head = [0; 1024];
        let read = stream.read(&mut head).unwrap();
        let answer = "HTTP/1.1 302 Found\r\nlocation: http://127.0.0.1:1/\r\nretry-after: 7\r\ncontent-length: 0\r\n\r\n";
        stream.write_all(answer.as_bytes()).unwrap();
        String::from_utf8_lossy(&head[..read]).into_owned()
    });
    let answer = Web::new().get(&format!("http://{address}/"), 64).unwrap();
    assert_eq!((answer.status, answer.again_after), (302, Some(7)));
    assert!(server.join().unwrap().starts_with("GET / HTTP/1.1\r\n"));
    let gone = Relay::new(&format!("http://{address}")).unwrap().is_there();
    assert_eq!(gone, Err(RelayError::Unreachable(WebError::Unreachable)));
}
