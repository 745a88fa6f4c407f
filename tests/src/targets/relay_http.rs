//! A relay over HTTP, and all that a stranger, or one who has the keys, can say to it. It answers, never with a fault of its own. What
//! earlier inputs left at it is still there for later ones.

use clap::Parser;
use minicbor::Encoder;
use pocketchart_crypto::{Label, Secret, sign::SigningKey};
use pocketchart_relay::{Clock, Config, serve};
use pocketchart_wire::{
    cbor::to_bytes,
    escrow, grant, keys, link, mailbox,
    proof::{CHALLENGE, Call, Challenge},
    vault,
};
use std::io::{Read, Write};
use std::net::TcpStream;
use std::sync::{OnceLock, mpsc};
use std::thread;
use std::time::Duration;

/// The relay's time: it stands still.
const NOW: u64 = 1_795_000_000;
/// The one grant and the one escrow.
const ID: [u8; 16] = [9; 16];
/// Longer than any answer takes; who waits for more of a request is not waited for.
const PATIENCE: Duration = Duration::from_secs(5);
const WIRE_PATIENCE: Duration = Duration::from_millis(100);
const LETTER: usize = 4096;

/// What is asked.
struct Asked {
    method: &'static str,
    path: String,
    /// What a signed call is signed under, and for which object.
    signed: Option<(Label, [u8; 16])>,
}

fn secret() -> Secret<32> {
    Secret::from_bytes([7; 32])
}

fn key() -> SigningKey {
    SigningKey::from_seed(&secret())
}

fn public() -> [u8; 32] {
    *key().public().as_bytes()
}

fn the_mailbox() -> [u8; 16] {
    mailbox::id(&public(), &mailbox::write_hash(&secret()))
}

fn address() -> link::Address {
    link::Address::new(secret())
}

/// Every request that the relay has, in an order that inputs in `fuzz/corpus` go by: new ones come last.
fn requests() -> &'static [Asked] {
    static ALL: OnceLock<Vec<Asked>> = OnceLock::new();
    ALL.get_or_init(|| {
        let (boxed, vaulted, keyed) = (the_mailbox(), vault::id(&public()), keys::id(&public()));
        let at = |service: &str, id: &[u8; 16], action: &str| {
            format!("/{service}/{}{action}", pocketchart_wire::text::encode(id))
        };
        let plain = |method, path| Asked {
            method,
            path,
            signed: None,
        };
        fn call<C: Call>(path: String, id: [u8; 16]) -> Asked {
            Asked {
                method: "POST",
                path,
                signed: Some((C::LABEL, id)),
            }
        }
        let link = format!("/link/{}", address().text());
        vec![
            plain("GET", "/healthz".to_owned()),
            plain("GET", "/challenge".to_owned()),
            plain("POST", at("mailbox", &boxed, "")),
            call::<mailbox::Read>(at("mailbox", &boxed, "/read"), boxed),
            call::<mailbox::Delete>(at("mailbox", &boxed, "/delete"), boxed),
            plain("PUT", at("grant", &ID, "")),
            plain("POST", at("grant", &ID, "/take")),
            call::<grant::Ask>(at("grant", &ID, "/state"), ID),
            call::<grant::Stop>(at("grant", &ID, "/stop"), ID),
            call::<grant::Revoke>(at("grant", &ID, "/revoke"), ID),
            plain("PUT", at("escrow", &ID, "")),
            plain("POST", at("escrow", &ID, "/request")),
            call::<escrow::Take>(at("escrow", &ID, "/take"), ID),
            call::<escrow::Veto>(at("escrow", &ID, "/veto"), ID),
            call::<escrow::End>(at("escrow", &ID, "/end"), ID),
            call::<escrow::Ask>(at("escrow", &ID, "/state"), ID),
            plain("PUT", link.clone()),
            plain("POST", link.clone()),
            plain("GET", format!("{link}?recipient=x")),
            call::<link::Manage>(format!("{link}/manage"), address().name()),
            plain(
                "GET",
                format!("/file/{}", pocketchart_wire::text::encode(&[0; 32])),
            ),
            call::<keys::Put>(at("shc", &keyed, "/put"), keyed),
            call::<keys::Delete>(at("shc", &keyed, "/delete"), keyed),
            plain("GET", at("shc", &keyed, "/.well-known/jwks.json")),
            call::<vault::Put>(at("vault", &vaulted, "/put"), vaulted),
            call::<vault::List>(at("vault", &vaulted, "/list"), vaulted),
            call::<vault::Get>(at("vault", &vaulted, "/get"), vaulted),
            plain("GET", at("pipe", &ID, "")),
        ]
    })
}

/// What may stand in the second byte of an input.
const AS_IT_IS: u8 = 0;
const SIGNED: u8 = 1;

/// The first byte says what is asked, and behind the last request: the rest is sent as it is, head and all. The second, whether the
/// rest is the body, or a call to be signed by the owner of all that is there.
pub(super) fn http(data: &[u8]) {
    let Some((&which, rest)) = data.split_first() else {
        return;
    };
    let Some(asked) = requests().get(usize::from(which)) else {
        let answer = send(&[rest, b"\r\n\r\n"].concat(), WIRE_PATIENCE);
        assert!(
            answer.is_empty() || !is_fault(status(&answer)),
            "{}",
            shown(&answer)
        );
        return;
    };
    let Some((&how, body)) = rest.split_first() else {
        return;
    };
    let body = match &asked.signed {
        Some((label, object)) if how == SIGNED => signed(*label, object, body),
        None if how == SIGNED && asked.path.ends_with("/take") => take(body),
        _ => body.to_vec(),
    };
    let head = format!(
        "{} {} HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-type: application/json\r\ncontent-length: {}\r\n\r\n",
        asked.method,
        asked.path,
        body.len()
    );
    let answer = send(&[head.as_bytes(), &body].concat(), PATIENCE);
    let status = status(&answer);
    assert!(
        (200..500).contains(&status) || status == 507,
        "{}",
        shown(&answer)
    );
    assert!(
        status != 404 || answer.ends_with(b"\r\n\r\n"),
        "a 404 says something"
    );
}

fn is_fault(status: u16) -> bool {
    matches!(status, 500 | 503)
}

fn status(answer: &[u8]) -> u16 {
    let digits = answer.get(9..12).and_then(|it| std::str::from_utf8(it).ok());
    digits.and_then(|it| it.parse().ok()).unwrap_or_default()
}

fn shown(answer: &[u8]) -> String {
    String::from_utf8_lossy(answer).into_owned()
}

/// Any bytes as a call of the owner.
fn signed(label: Label, object: &[u8; 16], call: &[u8]) -> Vec<u8> {
    let signature = key().sign(label, &[&challenge(), object, call]);
    let mut message = Vec::new();
    let mut encoder = Encoder::new(&mut message);
    let made = encoder
        .map(4)
        .and_then(|it| it.u8(0)?.u8(1)?.u8(1)?.bytes(&challenge()))
        .and_then(|it| it.u8(2)?.bytes(call)?.u8(3)?.bytes(signature.as_bytes()));
    assert!(made.is_ok());
    message
}

/// A take of who knows the passcode; its token is the beginning of the input.
fn take(data: &[u8]) -> Vec<u8> {
    let mut token = [0; 16];
    let (first, who) = data.split_at(data.len().min(16));
    token[..first.len()].copy_from_slice(first);
    to_bytes(&grant::Take::new(
        &ID,
        &secret(),
        challenge(),
        token,
        who.to_vec(),
    ))
}

fn send(bytes: &[u8], patience: Duration) -> Vec<u8> {
    let mut stream = TcpStream::connect(relay()).unwrap();
    stream.set_read_timeout(Some(patience)).unwrap();
    // It may close before it has read all.
    let _ = stream.write_all(bytes);
    let mut answer = Vec::new();
    let _ = stream.read_to_end(&mut answer);
    answer
}

fn challenge() -> Challenge {
    static GIVEN: OnceLock<Challenge> = OnceLock::new();
    *GIVEN.get_or_init(|| {
        let answer = send(
            b"GET /challenge HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n",
            PATIENCE,
        );
        answer[answer.len() - CHALLENGE..].try_into().unwrap()
    })
}

#[derive(Parser)]
struct Arguments {
    #[command(flatten)]
    config: Config,
}

/// Where the one relay of this process listens.
fn relay() -> &'static str {
    static AT: OnceLock<String> = OnceLock::new();
    AT.get_or_init(|| {
        let (said, at) = mpsc::channel();
        thread::spawn(move || {
            let folder = tempfile::tempdir().unwrap();
            let store = folder.path().join("relay.sqlite");
            let own = [
                "relay",
                "--listen=127.0.0.1:0",
                "--requests=0",
                "--upload=0",
                "--connections-each=0",
                "--store",
            ];
            let all = own.into_iter().map(Into::into).chain([store.into_os_string()]);
            let Arguments { config } = Arguments::parse_from(all);
            let runtime = tokio::runtime::Builder::new_multi_thread()
                .worker_threads(1)
                .enable_all()
                .build()
                .unwrap();
            let ready = move |listening: pocketchart_relay::Listening| {
                // It has its files open, and a fuzzer ends without a word.
                folder.close().unwrap();
                said.send(listening.service.to_string()).unwrap();
            };
            let for_ever = std::future::pending();
            runtime
                .block_on(serve(&config, Clock::new(|| NOW), ready, for_ever))
                .unwrap();
        });
        at.recv().unwrap()
    })
}

/// One good request of each kind, in an order in which they find something.
pub(super) fn seeds() -> Vec<Vec<u8>> {
    let (hour, owner) = (3600, public());
    let letter = mailbox::Post::new(owner, &secret(), 24, vec![1; LETTER]);
    let mut granted = grant::Deposit::new(
        owner,
        (NOW - hour, NOW + hour),
        (9, 10),
        &secret(),
        &secret(),
        vec![2; LETTER],
    );
    let other = SigningKey::from_seed(&Secret::from_bytes([8; 32]));
    let contacts = [owner, *other.public().as_bytes()];
    let escrowed = escrow::Deposit::new(owner, (NOW + hour, hour), (1, &contacts), &secret(), vec![]);
    let approval = escrow::Approval::new(&other, &ID, owner, NOW + hour, true);
    let jwe = format!("e30..{}.{}.{}", "A".repeat(16), "A".repeat(400), "A".repeat(22));
    let file = link::File {
        content: link::Content::Fhir,
        jwe,
        updated: None,
    };
    let linked = link::Deposit::new(owner, vec![4; 1216], NOW + hour, vec![file]);
    let blob = vec![3; LETTER];
    let name = vault::blob_id(&blob);
    let point = pocketchart_wire::text::encode(&[6; 32]);
    let set = format!(
        r#"{{"keys":[{{"alg":"ES256","crv":"P-256","kid":"{point}","kty":"EC","use":"sig","x":"{point}","y":"{point}"}}]}}"#
    );
    let mail = mailbox::write_hash(&secret());
    let mut of: Vec<(u8, u8, Vec<u8>)> = vec![
        (0, AS_IT_IS, vec![]),
        (1, AS_IT_IS, vec![]),
        (2, AS_IT_IS, to_bytes(&letter)),
        (3, SIGNED, to_bytes(&mailbox::Read::new(owner, mail, None))),
        (4, SIGNED, to_bytes(&mailbox::Delete::new(owner, mail, &[]))),
        (5, AS_IT_IS, to_bytes(&granted)),
        (6, SIGNED, b"a token of mine.and who I am".to_vec()),
        (7, SIGNED, to_bytes(&grant::Ask::default())),
        (8, SIGNED, to_bytes(&grant::Stop::default())),
        (10, AS_IT_IS, to_bytes(&escrowed)),
        (11, AS_IT_IS, to_bytes(&escrow::Request::new(vec![approval]))),
        (15, SIGNED, to_bytes(&escrow::Ask::new(owner))),
        (16, AS_IT_IS, to_bytes(&linked)),
        (
            17,
            AS_IT_IS,
            br#"{"recipient":"x","embeddedLengthMax":9}"#.to_vec(),
        ),
        (18, AS_IT_IS, vec![]),
        (19, SIGNED, to_bytes(&link::Manage::new(link::Act::Look))),
        (21, SIGNED, to_bytes(&keys::Put::new(owner, NOW + hour, set))),
        (23, AS_IT_IS, vec![]),
        (24, SIGNED, to_bytes(&vault::Put::new(owner, Some(blob), &[]))),
        (25, SIGNED, to_bytes(&vault::List::new(owner))),
        (26, SIGNED, to_bytes(&vault::Get::new(owner, name))),
    ];
    granted.notify = Some(grant::Notify {
        wait: 60,
        notices: vec![letter],
        access: 60,
    });
    of.push((5, AS_IT_IS, to_bytes(&granted)));
    let mut seeds: Vec<Vec<u8>> = of
        .into_iter()
        .map(|(which, how, body)| [&[which, how], body.as_slice()].concat())
        .collect();
    let raw = u8::MAX;
    for head in [
        "GET /healthz HTTP/1.1\r\nhost: x\r\n\r\n",
        "OPTIONS /link/x HTTP/1.1\r\nhost: x\r\norigin: y\r\naccess-control-request-method: POST\r\n\r\n",
        "POST /vault/x/put HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\n4\r\nabcd\r\n0\r\n\r\n",
    ] {
        seeds.push([&[raw], head.as_bytes()].concat());
    }
    seeds
}
