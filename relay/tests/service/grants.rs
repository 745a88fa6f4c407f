use std::{thread, time::Duration};

use pocketchart_crypto::{Secret, random_array, sign::SigningKey};
use pocketchart_wire::grant::{Ask, Deposit, Refused, Revoke, State, Take, Taken};

use crate::{
    World,
    client::{Client, Got, now, path, sealed, signing_key},
};

/// A grant as patient and clinic know it.
pub(crate) struct Grant {
    pub(crate) owner: SigningKey,
    pub(crate) verifier: Secret<32>,
    pub(crate) locator: [u8; 16],
    pub(crate) deposit: Deposit,
}

impl Grant {
    pub(crate) fn new(uses: u8, attempts: u8) -> Self {
        Self::within((now() - 60, now() + 3600), uses, attempts)
    }

    pub(crate) fn within(window: (u64, u64), uses: u8, attempts: u8) -> Self {
        let (owner, verifier, half) = (signing_key(), Secret::random(), Secret::random());
        let key = *owner.public().as_bytes();
        let deposit = Deposit::new(key, window, (uses, attempts), &verifier, &half, sealed(4096));
        Self {
            owner,
            verifier,
            locator: random_array(),
            deposit,
        }
    }

    pub(crate) fn leave(&self, client: &Client) -> u16 {
        client
            .put(&path("grant", &self.locator, ""), &self.deposit)
            .status
    }

    pub(crate) fn take(&self, client: &Client, verifier: &Secret<32>, token: [u8; 16]) -> Got {
        let take = Take::new(
            &self.locator,
            verifier,
            client.challenge(),
            token,
            b"sealed".to_vec(),
        );
        client.post(&path("grant", &self.locator, "/take"), &take)
    }

    pub(crate) fn is_given(&self, got: &Got) {
        let taken: Taken = got.message();
        assert_eq!(
            (taken.half, &taken.bundle),
            (self.deposit.half, &self.deposit.bundle)
        );
    }

    pub(crate) fn state(&self, client: &Client, key: &SigningKey) -> Got {
        client.call(
            &path("grant", &self.locator, "/state"),
            key,
            &self.locator,
            &Ask::default(),
        )
    }

    pub(crate) fn revoke(&self, client: &Client, key: &SigningKey) -> u16 {
        let at = path("grant", &self.locator, "/revoke");
        client.call(&at, key, &self.locator, &Revoke::default()).status
    }
}

fn attempts(got: &Got) -> u8 {
    assert_eq!(got.status, 401);
    pocketchart_wire::cbor::from_bytes::<Refused>(&got.body)
        .unwrap()
        .attempts
}

pub(crate) fn is_given_as_often_as_was_said(world: &World) {
    let (client, other, grant) = (world.client(), world.client_of(1), Grant::new(2, 10));
    assert_eq!(grant.take(&client, &grant.verifier, [1; 16]).status, 404);
    assert_eq!(grant.leave(&client), 201);
    assert_eq!(grant.leave(&other), 204, "the same once more");
    let squatter = Grant {
        locator: grant.locator,
        ..Grant::new(2, 10)
    };
    assert_eq!(squatter.leave(&client), 409);
    grant.is_given(&grant.take(&client, &grant.verifier, [1; 16]));
    grant.is_given(&grant.take(&other, &grant.verifier, [1; 16]));
    grant.is_given(&grant.take(&other, &grant.verifier, [2; 16]));
    assert_eq!(
        grant.take(&client, &grant.verifier, [3; 16]).status,
        404,
        "two were said"
    );
    grant.is_given(&grant.take(&client, &grant.verifier, [2; 16]));
    grant.is_given(&grant.take(&client, &grant.verifier, [1; 16]));
    assert_eq!(grant.leave(&client), 204);
    assert_eq!(
        grant.take(&client, &grant.verifier, [4; 16]).status,
        404,
        "it is not left anew"
    );
}

pub(crate) fn wrong_proofs_end_it(world: &World) {
    let (client, grant) = (world.client(), Grant::new(5, 3));
    assert_eq!(grant.leave(&client), 201);
    grant.is_given(&grant.take(&client, &grant.verifier, [1; 16]));
    assert_eq!(attempts(&grant.take(&client, &Secret::random(), [1; 16])), 2);
    // A proof over another token or another challenge proves nothing here.
    let mut take = Take::new(
        &grant.locator,
        &grant.verifier,
        client.challenge(),
        [2; 16],
        vec![],
    );
    take.token = [3; 16];
    assert_eq!(
        attempts(&client.post(&path("grant", &grant.locator, "/take"), &take)),
        1
    );
    grant.is_given(&grant.take(&client, &grant.verifier, [2; 16]));
    assert_eq!(attempts(&grant.take(&client, &Secret::random(), [4; 16])), 0);
    for token in [[1; 16], [2; 16], [5; 16]] {
        assert_eq!(grant.take(&client, &grant.verifier, token).status, 404);
    }
}

pub(crate) fn one_outside_its_window_is_not_there(world: &World) {
    let client = world.client();
    let early = Grant::within((now() + 600, now() + 3600), 1, 10);
    assert_eq!(early.leave(&client), 201);
    assert_eq!(early.take(&client, &early.verifier, [1; 16]).status, 404);
    assert_eq!(
        early.take(&client, &Secret::random(), [1; 16]).status,
        404,
        "no guess before it opens"
    );
    let short = Grant::within((now() - 60, now() + 3), 9, 10);
    assert_eq!(short.leave(&client), 201);
    short.is_given(&short.take(&client, &short.verifier, [1; 16]));
    while now() < short.deposit.ends {
        thread::sleep(Duration::from_millis(100));
    }
    assert_eq!(short.take(&client, &short.verifier, [1; 16]).status, 404);
    assert_eq!(short.take(&client, &short.verifier, [2; 16]).status, 404);
    let state: State = short.state(&client, &short.owner).message();
    assert!(!state.live && state.takes.len() == 1, "{state:?}");
}

pub(crate) fn its_owner_asks_and_revokes(world: &World) {
    let (client, grant, stranger) = (world.client(), Grant::new(3, 10), signing_key());
    assert_eq!(grant.leave(&client), 201);
    grant.is_given(&grant.take(&client, &grant.verifier, [1; 16]));
    grant.is_given(&grant.take(&client, &grant.verifier, [2; 16]));
    assert_eq!(attempts(&grant.take(&client, &Secret::random(), [3; 16])), 9);
    assert_eq!(grant.state(&client, &stranger).status, 404);
    assert_eq!(grant.revoke(&client, &stranger), 404);
    let state: State = grant.state(&client, &grant.owner).message();
    assert_eq!((state.uses, state.attempts, state.live), (1, 9, true));
    assert!(
        state
            .takes
            .iter()
            .all(|take| take.who == b"sealed" && take.at.abs_diff(now()) < 60)
    );
    assert_eq!(grant.revoke(&client, &grant.owner), 204);
    assert_eq!(grant.revoke(&client, &grant.owner), 204);
    for token in [[1; 16], [4; 16]] {
        assert_eq!(grant.take(&client, &grant.verifier, token).status, 404);
    }
    let state: State = grant.state(&client, &grant.owner).message();
    assert_eq!((state.live, state.takes.len()), (false, 2));
}

pub(crate) fn what_it_must_be(world: &World) {
    let client = world.client();
    let changed = |change: &dyn Fn(&mut Deposit)| {
        let mut grant = Grant::new(1, 10);
        change(&mut grant.deposit);
        grant.leave(&client)
    };
    assert_eq!(changed(&|_| {}), 201);
    assert_eq!(changed(&|it| it.uses = 0), 400);
    assert_eq!(changed(&|it| it.attempts = 0), 400);
    assert_eq!(changed(&|it| it.attempts = 11), 400);
    assert_eq!(changed(&|it| it.ends = it.opens), 400);
    assert_eq!(changed(&|it| it.ends = now() - 1), 400);
    assert_eq!(changed(&|it| it.ends = now() + 367 * 86_400), 400);
    assert_eq!(changed(&|it| it.bundle = sealed(5000)), 400);
    assert_eq!(changed(&|it| it.bundle.clear()), 400);
}
