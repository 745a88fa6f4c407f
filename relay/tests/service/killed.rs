//! Killed without a word while it is at work: what it has acknowledged is there, and nothing is counted twice.

use std::{
    collections::HashMap,
    sync::{
        Mutex,
        atomic::{AtomicBool, Ordering},
    },
    thread,
    time::{Duration, Instant},
};

use pocketchart_crypto::{Secret, random_array};
use pocketchart_wire::{
    mailbox::{self, Letters, Post, Read},
    vault::{self, Contents, List, Put, blob_id},
};

use crate::{
    World,
    client::{Client, path, sealed, signing_key},
    grants::Grant,
    process::Relay,
};

const ROUNDS: usize = 10;

#[test]
fn what_was_acknowledged_is_there() {
    under_load(&mut World::sqlite(), &mut World::kill_and_start);
}

/// Does something to a world while eight ask its first relay, and looks what is left when all is well again.
pub(crate) fn under_load(world: &mut World, disturb: &mut dyn FnMut(&mut World)) {
    for round in 0..ROUNDS {
        let grant = Grant::new(200, 10);
        let (reader, writer) = (signing_key(), Secret::random());
        let key = *reader.public().as_bytes();
        let hash = mailbox::write_hash(&writer);
        let id = mailbox::id(&key, &hash);
        assert_eq!(grant.leave(&world.client()), 201);
        let (tokens, letters, stop) = (
            Mutex::new(HashMap::new()),
            Mutex::new(Vec::new()),
            AtomicBool::new(false),
        );
        let clients: Vec<_> = (0..8).map(|_| world.client()).collect();
        thread::scope(|scope| {
            for (n, client) in clients.iter().enumerate() {
                let (grant, writer, tokens, letters, stop) = (&grant, &writer, &tokens, &letters, &stop);
                scope.spawn(move || {
                    while !stop.load(Ordering::Relaxed) {
                        let done = if n % 2 == 0 {
                            let token = random_array();
                            let answered = try_take(client, grant, token);
                            tokens.lock().unwrap().insert(token, answered);
                            answered
                        } else {
                            let packet = sealed(4096);
                            let post = Post::new(key, writer, 1, packet.clone());
                            let bytes = pocketchart_wire::cbor::to_bytes(&post);
                            let got = client.ask("POST", &path("mailbox", &id, ""), &bytes, &[]);
                            let done = got.is_ok_and(|got| got.status == 201);
                            if done {
                                letters.lock().unwrap().push(packet);
                            }
                            done
                        };
                        if !done {
                            break;
                        }
                    }
                });
            }
            // At work, and then at another moment each time.
            let at_work = || {
                tokens.lock().unwrap().values().any(|&answered| answered)
                    && !letters.lock().unwrap().is_empty()
            };
            let begun = Instant::now();
            while !at_work() && begun.elapsed() < Duration::from_secs(60) {
                thread::sleep(Duration::from_millis(5));
            }
            thread::sleep(Duration::from_millis(40 * round as u64));
            disturb(world);
            stop.store(true, Ordering::Relaxed);
        });
        let client = world.client();
        while client.get("/healthz").status != 200 {
            thread::sleep(Duration::from_millis(100));
        }
        let (tokens, letters) = (tokens.into_inner().unwrap(), letters.into_inner().unwrap());
        let mut held = Vec::new();
        loop {
            let after = held.last().map(|packet: &Vec<u8>| mailbox::letter_id(packet));
            let read = Read::new(key, hash, after);
            let page: Letters = client
                .call(&path("mailbox", &id, "/read"), &reader, &id, &read)
                .message();
            held.extend(page.letters.into_iter().map(|packet| packet.0));
            if !page.more {
                break;
            }
        }
        assert!(
            letters.iter().all(|letter| held.contains(letter)),
            "round {round}: a letter is lost"
        );
        // Each token that was answered gets its answer again and costs nothing; so does each that was counted unanswered. One
        // that came when all uses were taken gets none now, either.
        let answered = tokens.values().filter(|&&answered| answered).count();
        let again = |token: &[u8; 16]| try_take(&client, &grant, *token);
        let counted = tokens.iter().filter(|(token, answered)| {
            let let_in = again(token);
            assert!(let_in || !**answered, "round {round}: an answer is lost");
            let_in
        });
        let counted = counted.count();
        let more = (0..)
            .take_while(|_| try_take(&client, &grant, random_array()))
            .count();
        assert_eq!(counted + more, 200, "round {round}: {answered} were answered");
        assert!(
            answered > 0 && !letters.is_empty(),
            "round {round}: it was killed before it was at work"
        );
    }
}

fn try_take(client: &Client, grant: &Grant, token: [u8; 16]) -> bool {
    let Ok(challenge) = client.ask("GET", "/challenge", b"", &[]) else {
        return false;
    };
    let Ok(challenge) = challenge.body.try_into() else {
        return false;
    };
    let take = pocketchart_wire::grant::Take::new(&grant.locator, &grant.verifier, challenge, token, vec![]);
    let bytes = pocketchart_wire::cbor::to_bytes(&take);
    let got = client.ask("POST", &path("grant", &grant.locator, "/take"), &bytes, &[]);
    got.is_ok_and(|got| got.status == 200)
}

/// When the disk is full nothing is acknowledged that is not kept, and when there is room again it goes on by itself.
#[test]
fn a_full_disk_loses_nothing() {
    let world = World::sqlite();
    let [store, said] = ["small.sqlite", "said-small"].map(|name| world.file(name));
    let relay = Relay::start_on_a_small_disk(&said, store.to_str().unwrap(), 2048);
    let (client, key) = (Client::new(&relay.url), signing_key());
    let id = vault::id(key.public().as_bytes());
    let put = || {
        let blob = sealed(64 << 10);
        let put = Put::new(*key.public().as_bytes(), Some(blob.clone()), &[]);
        let status = client.call(&path("vault", &id, "/put"), &key, &id, &put).status;
        (status, blob_id(&blob))
    };
    let held = || {
        let list = List::new(*key.public().as_bytes());
        let contents: Contents = client
            .call(&path("vault", &id, "/list"), &key, &id, &list)
            .message();
        contents.blobs.into_iter().map(|blob| blob.id).collect::<Vec<_>>()
    };
    let mut kept = Vec::new();
    let refused = loop {
        match put() {
            (201, blob) => kept.push(blob),
            (status, _) => break status,
        }
        assert!(kept.len() < 1000, "the disk is never full");
    };
    assert_eq!(refused, 503);
    assert_eq!(held(), kept, "what was acknowledged is there, and nothing else");
    assert_eq!(put().0, 503);
    let pid = format!("--pid={}", relay.process.id());
    let more = std::process::Command::new("prlimit")
        .args([&pid, "--fsize=unlimited"])
        .status()
        .unwrap();
    assert!(more.success());
    let (status, blob) = put();
    assert_eq!(status, 201, "there is room again");
    kept.push(blob);
    assert_eq!(held(), kept);
    println!("{} blobs on a full disk", kept.len() - 1);
}

/// Told to stop, it finishes what it is doing.
#[test]
fn what_is_at_work_is_finished() {
    let world = World::sqlite();
    let mut relay: Relay = world.another(crate::process::UNLIMITED);
    let (client, key) = (Client::new(&relay.url), signing_key());
    let id = vault::id(key.public().as_bytes());
    let blobs: Vec<_> = (0..8).map(|_| sealed(4 << 20)).collect();
    let started = std::sync::Barrier::new(blobs.len() + 1);
    thread::scope(|scope| {
        let at_work: Vec<_> = blobs
            .iter()
            .map(|blob| {
                let (client, key, started) = (client.clone(), &key, &started);
                scope.spawn(move || {
                    let put = Put::new(*key.public().as_bytes(), Some(blob.clone()), &[]);
                    let signed = pocketchart_wire::proof::Signed::new(key, client.challenge(), &id, &put);
                    started.wait();
                    let bytes = pocketchart_wire::cbor::to_bytes(&signed);
                    // One whose head was not read yet finds the relay gone.
                    let got = client.ask("POST", &path("vault", &id, "/put"), &bytes, &[]);
                    got.is_ok_and(|got| got.status == 201)
                })
            })
            .collect();
        started.wait();
        thread::sleep(Duration::from_millis(100));
        assert!(terminate(&relay), "told to stop");
        let finished = at_work
            .into_iter()
            .filter_map(|put| put.join().ok())
            .filter(|&done| done)
            .count();
        assert!(relay.process.wait().unwrap().success());
        let contents: Contents = world
            .client()
            .call(
                &path("vault", &id, "/list"),
                &key,
                &id,
                &List::new(*key.public().as_bytes()),
            )
            .message();
        assert_eq!(contents.blobs.len(), finished);
        assert!(
            contents
                .blobs
                .iter()
                .all(|held| blobs.iter().any(|blob| blob_id(blob) == held.id))
        );
        println!("{finished} of {} were at work and were finished", blobs.len());
    });
}

/// Sends SIGTERM by the system's own program.
fn terminate(relay: &Relay) -> bool {
    let pid = relay.process.id().to_string();
    std::process::Command::new("kill")
        .args(["-TERM", &pid])
        .status()
        .unwrap()
        .success()
}
