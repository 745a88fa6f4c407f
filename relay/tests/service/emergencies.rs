//! Standing codes for emergencies: notices, the time to stop it, and then the half.

use std::{sync::Barrier, thread};

use pocketchart_crypto::{Secret, random_array};
use pocketchart_wire::{
    grant::{Notify, Renew, State, Stop, Taken},
    mailbox::{self, Letters, Post, Read},
    notice::Waiting,
};

use crate::{
    World,
    client::{Client, Got, path, sealed, signing_key},
    grants::Grant,
};

/// Somebody who is told, with a mailbox for it.
pub(crate) struct Told {
    reader: pocketchart_crypto::sign::SigningKey,
    writer: Secret<32>,
    packet: Vec<u8>,
}

impl Told {
    pub(crate) fn new() -> Self {
        Self {
            reader: signing_key(),
            writer: Secret::random(),
            packet: sealed(4096),
        }
    }

    pub(crate) fn notice(&self) -> Post {
        let key = *self.reader.public().as_bytes();
        Post::new(key, &self.writer, 24, self.packet.clone())
    }

    /// The letters that lie in the box.
    pub(crate) fn letters(&self, client: &Client) -> usize {
        let key = *self.reader.public().as_bytes();
        let hash = mailbox::write_hash(&self.writer);
        let id = mailbox::id(&key, &hash);
        let read = Read::new(key, hash, None);
        let at = path("mailbox", &id, "/read");
        let letters: Letters = client.call(&at, &self.reader, &id, &read).message();
        assert!(letters.letters.iter().all(|letter| letter.0 == self.packet));
        letters.letters.len()
    }

    /// Deletes them.
    pub(crate) fn empty(&self, client: &Client) {
        let key = *self.reader.public().as_bytes();
        let hash = mailbox::write_hash(&self.writer);
        let id = mailbox::id(&key, &hash);
        let delete = mailbox::Delete::new(key, hash, &[mailbox::letter_id(&self.packet)]);
        let at = path("mailbox", &id, "/delete");
        assert_eq!(client.call(&at, &self.reader, &id, &delete).status, 204);
    }
}

pub(crate) fn waiting(got: &Got) -> u64 {
    assert_eq!(got.status, 202);
    let waiting: Waiting = pocketchart_wire::cbor::from_bytes(&got.body).unwrap();
    waiting.seconds
}

fn standing(uses: u8, wait: u16, told: &[Told], now: u64) -> Grant {
    let mut grant = Grant::within((now - 60, now + 360 * 86_400), uses, 10);
    let notices = told.iter().map(Told::notice).collect();
    grant.deposit.notify = Some(Notify {
        wait,
        notices,
        access: 72 * 3600,
    });
    grant
}

fn stop(grant: &Grant, client: &Client, key: &pocketchart_crypto::sign::SigningKey) -> u16 {
    let at = path("grant", &grant.locator, "/stop");
    client.call(&at, key, &grant.locator, &Stop::default()).status
}

pub(crate) fn is_given_after_the_notices_and_the_wait(world: &World) {
    let clocked = world.clocked();
    let (client, other) = (clocked.client(), clocked.client_of(1));
    let told = [Told::new(), Told::new(), Told::new()];
    let grant = standing(2, 600, &told, clocked.now());
    assert_eq!(grant.leave(&client), 201);
    assert_eq!(grant.take(&client, &Secret::random(), [9; 16]).status, 401);
    assert!(
        told.iter().all(|told| told.letters(&client) == 0),
        "not for a wrong proof"
    );
    assert_eq!(waiting(&grant.take(&client, &grant.verifier, [1; 16])), 600);
    assert!(told.iter().all(|told| told.letters(&other) == 1));
    clocked.pass(599);
    assert_eq!(waiting(&grant.take(&other, &grant.verifier, [1; 16])), 1);
    told[0].empty(&client);
    // Another one waits as long, and is told of too.
    assert_eq!(waiting(&grant.take(&other, &grant.verifier, [2; 16])), 600);
    assert_eq!(told[0].letters(&client), 1);
    assert_eq!(told[1].letters(&client), 1, "the same letter is one letter");
    clocked.pass(1);
    grant.is_given(&grant.take(&client, &grant.verifier, [1; 16]));
    assert_eq!(waiting(&grant.take(&client, &grant.verifier, [2; 16])), 599);
    assert_eq!(
        grant.take(&client, &grant.verifier, [3; 16]).status,
        404,
        "two were said"
    );
    clocked.pass(599);
    grant.is_given(&grant.take(&other, &grant.verifier, [2; 16]));
    grant.is_given(&grant.take(&other, &grant.verifier, [1; 16]));
    let state: State = grant.state(&client, &grant.owner).message();
    let [first, second] = state.takes.as_slice() else {
        panic!("{state:?}")
    };
    assert_eq!((first.ready - first.at, second.ready - second.at), (600, 600));
    assert!(!first.stopped && !second.stopped && first.who == b"sealed");
    // Each has it for 72 hours after the wait.
    clocked.pass(72 * 3600 - 599);
    assert_eq!(grant.take(&client, &grant.verifier, [1; 16]).status, 404);
    grant.is_given(&grant.take(&client, &grant.verifier, [2; 16]));
    clocked.pass(599);
    assert_eq!(grant.take(&client, &grant.verifier, [2; 16]).status, 404);
    assert_eq!(
        grant.state(&client, &grant.owner).message::<State>().takes.len(),
        2,
        "its owner sees them on"
    );
    // Without a time to stop it in, it is given at once, and told all the same.
    let told = [Told::new()];
    let at_once = standing(1, 0, &told, clocked.now());
    assert_eq!(at_once.leave(&client), 201);
    at_once.is_given(&at_once.take(&client, &at_once.verifier, [1; 16]));
    assert_eq!(told[0].letters(&client), 1);
}

pub(crate) fn its_owner_stops_it(world: &World) {
    let clocked = world.clocked();
    let (client, other, stranger) = (clocked.client(), clocked.client_of(1), signing_key());
    let grant = standing(3, 300, &[], clocked.now());
    assert_eq!(stop(&grant, &client, &grant.owner), 404);
    assert_eq!(grant.leave(&client), 201);
    assert_eq!(waiting(&grant.take(&client, &grant.verifier, [1; 16])), 300);
    clocked.pass(300);
    grant.is_given(&grant.take(&client, &grant.verifier, [1; 16]));
    assert_eq!(waiting(&grant.take(&client, &grant.verifier, [2; 16])), 300);
    assert_eq!(stop(&grant, &client, &stranger), 404);
    assert_eq!(stop(&grant, &other, &grant.owner), 204);
    assert_eq!(grant.take(&client, &grant.verifier, [2; 16]).status, 404);
    clocked.pass(1000);
    assert_eq!(
        grant.take(&client, &grant.verifier, [2; 16]).status,
        404,
        "for good"
    );
    // Who was given it keeps it, and the code goes on for others.
    grant.is_given(&grant.take(&other, &grant.verifier, [1; 16]));
    assert_eq!(waiting(&grant.take(&client, &grant.verifier, [3; 16])), 300);
    let state: State = grant.state(&client, &grant.owner).message();
    let stopped: Vec<_> = state.takes.iter().map(|take| take.stopped).collect();
    assert_eq!(stopped, [false, true, false]);
    assert_eq!(grant.revoke(&client, &grant.owner), 204, "the code itself");
    clocked.pass(300);
    assert_eq!(grant.take(&client, &grant.verifier, [3; 16]).status, 404);
}

/// Who has the code gets the newest copy, also who took it before; nobody but the owner replaces it.
pub(crate) fn its_copy_is_renewed(world: &World) {
    let clocked = world.clocked();
    let (client, other) = (clocked.client(), clocked.client_of(1));
    let grant = standing(2, 0, &[], clocked.now());
    let renew = |key: &pocketchart_crypto::sign::SigningKey, bundle: Vec<u8>| {
        let at = path("grant", &grant.locator, "/renew");
        client.call(&at, key, &grant.locator, &Renew::new(bundle)).status
    };
    let bundle = || sealed(96 << 10);
    assert_eq!(renew(&grant.owner, bundle()), 404);
    assert_eq!(grant.leave(&client), 201);
    grant.is_given(&grant.take(&client, &grant.verifier, [1; 16]));
    assert_eq!(renew(&signing_key(), bundle()), 404);
    assert_eq!(renew(&grant.owner, sealed(5000)), 400);
    grant.is_given(&grant.take(&client, &grant.verifier, [1; 16]));
    for _ in 0..2 {
        let newer = bundle();
        assert_eq!(renew(&grant.owner, newer.clone()), 204);
        for token in [[1; 16], [2; 16]] {
            let taken: Taken = grant.take(&other, &grant.verifier, token).message();
            assert_eq!((taken.half, &taken.bundle), (grant.deposit.half, &newer));
        }
    }
    // The same deposit again brings the old copy not back.
    assert_eq!(grant.leave(&client), 204);
    let taken: Taken = grant.take(&other, &grant.verifier, [1; 16]).message();
    assert_ne!(taken.bundle, grant.deposit.bundle);
    assert_eq!(grant.revoke(&client, &grant.owner), 204);
    assert_eq!(renew(&grant.owner, bundle()), 404, "what has ended stays empty");
}

pub(crate) fn its_form(world: &World) {
    let (client, now) = (world.client(), crate::client::now());
    let with = |change: &dyn Fn(&mut Notify)| {
        let mut grant = standing(5, 600, &[Told::new()], now);
        change(grant.deposit.notify.as_mut().unwrap());
        grant.leave(&client)
    };
    assert_eq!(with(&|_| {}), 201);
    assert_eq!(with(&|it| it.wait = 601), 400);
    assert_eq!(
        with(&|it| it.notices = (0..17).map(|_| Told::new().notice()).collect()),
        400
    );
    assert_eq!(with(&|it| it.access = 72 * 3600 + 1), 400);
    assert_eq!(with(&|it| it.access = 0), 400);
    assert_eq!(with(&|it| it.notices[0].hours = 0), 400);
    assert_eq!(with(&|it| it.notices[0].hours = 721), 400);
    assert_eq!(with(&|it| it.notices[0].packet = sealed(5000)), 400);
    assert_eq!(with(&|it| it.notices[0].packet = sealed(32 << 10)), 400);
    assert_eq!(
        with(&|it| {
            it.notices = (0..16).map(|_| Told::new().notice()).collect();
            it.notices
                .iter_mut()
                .for_each(|notice| notice.packet = sealed(16 << 10));
        }),
        201,
        "as much as may be"
    );
}

/// Of those who take and the owner who stops, all at once at two relays: who was given it before keeps it, nobody is given it
/// after, and each letter is there once.
pub(crate) fn all_at_once(world: &World) {
    let clocked = world.clocked();
    let told = [Told::new(), Told::new()];
    for round in 0..10 {
        let grant = standing(8, 60, &told, clocked.now());
        assert_eq!(grant.leave(&clocked.client()), 201);
        let tokens: Vec<[u8; 16]> = (0..16).map(|_| random_array()).collect();
        let start = Barrier::new(tokens.len() + 1);
        let waits = thread::scope(|scope| {
            let asking: Vec<_> = tokens
                .iter()
                .enumerate()
                .map(|(n, token)| {
                    let (client, grant, start) = (clocked.client_of(n), &grant, &start);
                    scope.spawn(move || {
                        start.wait();
                        grant.take(&client, &grant.verifier, *token).status == 202
                    })
                })
                .collect();
            start.wait();
            assert_eq!(stop(&grant, &clocked.client(), &grant.owner), 204);
            asking
                .into_iter()
                .map(|asking| asking.join().unwrap())
                .filter(|&waits| waits)
                .count()
        });
        let state: State = grant.state(&clocked.client(), &grant.owner).message();
        let stopped = state.takes.iter().filter(|take| take.stopped).count();
        assert_eq!((state.takes.len(), waits), (8, 8), "round {round}");
        clocked.pass(60);
        let given = tokens
            .iter()
            .filter(|token| grant.take(&clocked.client(), &grant.verifier, **token).status == 200);
        assert_eq!(given.count(), 8 - stopped, "round {round}");
        assert!(told.iter().all(|told| told.letters(&clocked.client()) == 1));
    }
}
