//! What one core of a relay does: grants, links, letters and snapshots, on both stores; the same link by nginx as a static file (the floor)
//! and by a minimal Express host (what others run); and what idle mailboxes cost.

use crate::ask::{self, Caller};
use crate::host::{self, Host, Postgres};
use crate::measure::bytes;
use crate::report::Report;
use pocketchart_crypto::kem::KemSecret;
use pocketchart_crypto::sign::SigningKey;
use pocketchart_crypto::{Secret, random_array, random_bytes};
use pocketchart_wire::cbor;
use pocketchart_wire::grant;
use pocketchart_wire::link::{self, Address, Content, File};
use pocketchart_wire::mailbox;
use pocketchart_wire::proof::{Challenge, Signed};
use pocketchart_wire::{text, vault};
use std::fs;
use std::time::{Duration, SystemTime, UNIX_EPOCH};
use tempfile::TempDir;

/// Bytes of what a grant and a link carry: a summary of some hundred entries, packed.
const SEALED: usize = 16 * 1024;
/// Bytes of a letter: the shortest.
const LETTER: usize = 4 * 1024;
/// Bytes of a piece of a snapshot.
const SNAPSHOT: usize = 256 * 1024;
const TIMES: usize = 2_000;
const MAILBOXES: usize = 100_000;
const CBOR: &str = "application/cbor";
const ASKED: &[u8] = br#"{"recipient":"Lakeside Clinic","embeddedLengthMax":1000000}"#;
const WITH_PASSCODE: &[u8] = br#"{"recipient":"Lakeside Clinic","embeddedLengthMax":1000000,"passcode":"tulip 77"}"#;

/// A store, and what runs it.
enum Store {
    Sqlite(TempDir),
    Postgres(Postgres),
}

impl Store {
    fn sqlite() -> Self {
        Self::Sqlite(tempfile::tempdir().expect("a folder"))
    }

    fn url(&self) -> String {
        match self {
            Self::Sqlite(folder) => folder.path().join("relay.sqlite").to_str().expect("a path").to_owned(),
            Self::Postgres(server) => server.url(),
        }
    }

    fn name(&self) -> &'static str {
        match self {
            Self::Sqlite(_) => "SQLite",
            Self::Postgres(_) => "PostgreSQL",
        }
    }

    /// CPU time outside of the relay.
    fn cpu(&self) -> Duration {
        match self {
            Self::Sqlite(_) => Duration::ZERO,
            Self::Postgres(server) => server.cpu(),
        }
    }

    /// Bytes on the disk.
    fn size(&self) -> u64 {
        match self {
            Self::Sqlite(folder) => fs::read_dir(folder.path())
                .expect("a folder")
                .map(|it| it.and_then(|it| it.metadata()).expect("a file").len())
                .sum(),
            Self::Postgres(server) => server.size(),
        }
    }
}

/// Measures one kind of request and adds its row.
fn row(report: &mut Report, who: &str, what: &str, (host, store): (&Host, Option<&Store>), count: usize, job: impl Fn(&mut Caller, usize) + Sync) {
    let outside = || store.map_or(Duration::ZERO, Store::cpu);
    let before = (host.cpu(), outside());
    let took = ask::all(host.port, count, job);
    let each = |spent: Duration| format!("{:.0} µs", spent.as_secs_f64() * 1e6 / count as f64);
    let inside = host.cpu() - before.0;
    let share = 100.0 * inside.as_secs_f64() / took.as_secs_f64();
    let database = match store {
        Some(Store::Postgres(_)) => format!(", and {} of the database", each(outside() - before.1)),
        _ => String::new(),
    };
    report.row(
        &format!("{what}, {who}, CPU each"),
        each(inside),
        "",
        None,
        format!("{:.0} a second, the core {share:.0} % busy{database}; {count} of them", count as f64 / took.as_secs_f64()),
    );
}

fn now() -> u64 {
    SystemTime::now().duration_since(UNIX_EPOCH).expect("after 1970").as_secs()
}

fn sealed(len: usize) -> Vec<u8> {
    let mut bytes = vec![0; len];
    random_bytes(&mut bytes);
    bytes
}

fn challenge(caller: &mut Caller) -> Challenge {
    caller.get("/challenge").try_into().expect("a challenge")
}

fn signing_key() -> SigningKey {
    SigningKey::from_seed(&Secret::random())
}

fn jwe() -> String {
    format!("e30..{}.{}.{}", text::encode(&[1; 12]), text::encode(&sealed(SEALED)), text::encode(&[2; 16]))
}

fn grants(report: &mut Report, host: &Host, store: &Store) {
    let all: Vec<([u8; 16], Secret<32>, Vec<u8>)> = (0..TIMES)
        .map(|_| {
            let (verifier, half) = (Secret::random(), Secret::random());
            let window = (now() - 60, now() + 3600);
            let owner = *signing_key().public().as_bytes();
            let deposit = grant::Deposit::new(owner, window, (1, 10), &verifier, &half, sealed(SEALED));
            (random_array(), verifier, cbor::to_bytes(&deposit))
        })
        .collect();
    row(report, store.name(), "leave a grant at the relay", (host, Some(store)), TIMES, |caller, n| {
        let (locator, _, deposit) = &all[n];
        let at = format!("/grant/{}", text::encode(locator));
        assert_eq!(caller.ask("PUT", &at, CBOR, deposit).0, 201);
    });
    row(report, store.name(), "redeem a grant (challenge and take)", (host, Some(store)), TIMES, |caller, n| {
        let (locator, verifier, _) = &all[n];
        let take = grant::Take::new(locator, verifier, challenge(caller), random_array(), vec![0; 100]);
        let at = format!("/grant/{}/take", text::encode(locator));
        assert_eq!(caller.ask("POST", &at, CBOR, &cbor::to_bytes(&take)).0, 200);
    });
}

/// Leaves a link; its path.
fn link(caller: &mut Caller, file: &str, direct: bool, passcode: bool) -> String {
    let file = File { content: Content::Fhir, jwe: file.to_owned(), updated: None };
    let (owner, log) = (signing_key(), KemSecret::from_seed(&Secret::random()));
    let address = Address::new(Secret::random());
    let log = log.public().as_bytes().to_vec();
    let mut deposit = link::Deposit::new(*owner.public().as_bytes(), log, now() + 86_400, vec![file]);
    deposit.direct = direct;
    if passcode {
        deposit.verifier = Some(*address.verifier("tulip 77").expect("memory").expose());
    }
    let path = format!("/link/{}", address.text());
    assert_eq!(caller.ask("PUT", &path, CBOR, &cbor::to_bytes(&deposit)).0, 201);
    path
}

fn links(report: &mut Report, host: &Host, store: &Store, file: &str) {
    let mut caller = Caller::new(host.port);
    let mut some = |direct, passcode| -> Vec<String> { (0..100).map(|_| link(&mut caller, file, direct, passcode)).collect() };
    let (direct, listed, guarded) = (some(true, false), some(false, false), some(false, true));
    row(report, store.name(), "a link's one file, and its log", (host, Some(store)), TIMES, |caller, n| {
        caller.get(&format!("{}?recipient=Lakeside%20Clinic", direct[n % direct.len()]));
    });
    row(report, store.name(), "a link's manifest with its file in it, and its log", (host, Some(store)), TIMES, |caller, n| {
        assert_eq!(caller.ask("POST", &listed[n % listed.len()], "application/json", ASKED).0, 200);
    });
    row(report, store.name(), "the same with a passcode (Argon2id)", (host, Some(store)), 200, |caller, n| {
        assert_eq!(caller.ask("POST", &guarded[n % guarded.len()], "application/json", WITH_PASSCODE).0, 200);
    });
}

fn letters(report: &mut Report, host: &Host, store: &Store) {
    let all: Vec<(SigningKey, Secret<32>, Vec<u8>)> = (0..TIMES)
        .map(|_| (signing_key(), Secret::random(), sealed(LETTER)))
        .collect();
    let names = |n: usize| {
        let (key, write, _) = &all[n];
        let (read, write) = (*key.public().as_bytes(), mailbox::write_hash(write));
        (read, write, mailbox::id(&read, &write))
    };
    row(report, store.name(), "post a letter of 4 KiB", (host, Some(store)), TIMES, |caller, n| {
        let (key, write, packet) = &all[n];
        let post = mailbox::Post::new(*key.public().as_bytes(), write, 24, packet.clone());
        let at = format!("/mailbox/{}", text::encode(&post.mailbox()));
        assert_eq!(caller.ask("POST", &at, CBOR, &cbor::to_bytes(&post)).0, 201);
    });
    row(report, store.name(), "look into a mailbox (challenge and read), one letter", (host, Some(store)), TIMES, |caller, n| {
        let (read, write, id) = names(n);
        let call = Signed::new(&all[n].0, challenge(caller), &id, &mailbox::Read::new(read, write, None));
        let at = format!("/mailbox/{}/read", text::encode(&id));
        assert_eq!(caller.ask("POST", &at, CBOR, &cbor::to_bytes(&call)).0, 200);
    });
    row(report, store.name(), "delete a letter (challenge and delete)", (host, Some(store)), TIMES, |caller, n| {
        let (read, write, id) = names(n);
        let delete = mailbox::Delete::new(read, write, &[mailbox::letter_id(&all[n].2)]);
        let call = Signed::new(&all[n].0, challenge(caller), &id, &delete);
        let at = format!("/mailbox/{}/delete", text::encode(&id));
        assert_eq!(caller.ask("POST", &at, CBOR, &cbor::to_bytes(&call)).0, 204);
    });
}

fn snapshots(report: &mut Report, host: &Host, store: &Store) {
    row(report, store.name(), "keep a snapshot of 256 KiB (challenge and put)", (host, Some(store)), 400, |caller, _| {
        let key = signing_key();
        let name = vault::id(key.public().as_bytes());
        let put = vault::Put::new(*key.public().as_bytes(), Some(sealed(SNAPSHOT)), &[]);
        let call = Signed::new(&key, challenge(caller), &name, &put);
        let at = format!("/vault/{}/put", text::encode(&name));
        assert_eq!(caller.ask("POST", &at, CBOR, &cbor::to_bytes(&call)).0, 201);
    });
}

pub fn run(report: &mut Report) {
    host::leave_first_core();
    let file = jwe();
    for store in [Store::sqlite(), Store::Postgres(Postgres::start())] {
        let host = host::relay(&store.url());
        grants(report, &host, &store);
        links(report, &host, &store, &file);
        letters(report, &host, &store);
        snapshots(report, &host, &store);
    }
    let nginx = host::nginx(file.as_bytes());
    row(report, "nginx", "for comparison: the link's file as a static one, no log", (&nginx, None), 10 * TIMES, |caller, _| {
        caller.get("/file");
    });
    let express = host::express(file.as_bytes());
    row(report, "Express", "for comparison: the link's one file, no log", (&express, None), 2 * TIMES, |caller, _| {
        caller.get("/link/x?recipient=Lakeside%20Clinic");
    });
    row(report, "Express", "for comparison: the manifest with its file in it, no log", (&express, None), 2 * TIMES, |caller, _| {
        assert_eq!(caller.ask("POST", "/link/x", "application/json", ASKED).0, 200);
    });
}

/// What mailboxes cost in which nothing happens, a letter in each.
pub fn idle(report: &mut Report) {
    host::leave_first_core();
    for store in [Store::sqlite(), Store::Postgres(Postgres::start())] {
        let host = host::relay(&store.url());
        let before = (host.memory(), store.size());
        ask::all(host.port, MAILBOXES, |caller, _| {
            let post = mailbox::Post::new(random_array(), &Secret::random(), 720, sealed(LETTER));
            let at = format!("/mailbox/{}", text::encode(&post.mailbox()));
            assert_eq!(caller.ask("POST", &at, CBOR, &cbor::to_bytes(&post)).0, 201);
        });
        let after = (host.memory(), store.size());
        drop(host);
        let anew = host::relay(&store.url());
        let _ = Caller::new(anew.port).get("/healthz");
        report.row(
            &format!("{MAILBOXES} idle mailboxes with a letter of 4 KiB in each, {}, memory of the relay", store.name()),
            format!("{} more", bytes(after.0.saturating_sub(before.0))),
            "",
            None,
            format!(
                "{} before them, {} when they had been filled, {} after a start with them; {} on the disk",
                bytes(before.0),
                bytes(after.0),
                bytes(anew.memory()),
                bytes(usize::try_from(after.1 - before.1).expect("a size"))
            ),
        );
    }
}
