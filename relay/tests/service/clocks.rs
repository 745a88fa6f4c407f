//! The relay's clock jumps, forwards and back.

use pocketchart_crypto::Secret;
use pocketchart_wire::{grant::State, mailbox::Post};

use crate::{
    World,
    client::{path, sealed, signing_key},
    emergencies::Told,
    grants::Grant,
};

/// What is over stays over when the clock goes back; what is not over yet waits until it is right again; nothing is counted
/// twice, and nobody is given more.
pub(crate) fn one_that_jumps_revives_nothing(world: &World) {
    const DAY: u64 = 86_400;
    const YEARS: u64 = 3_650 * DAY;
    let clocked = world.clocked();
    let (client, start) = (clocked.client(), clocked.now());
    let grant = Grant::within((start - 60, start + DAY), 3, 10);
    let asked_late = Grant::within((start - 60, start + DAY), 3, 10);
    for grant in [&grant, &asked_late] {
        assert_eq!(grant.leave(&client), 201);
    }
    grant.is_given(&grant.take(&client, &grant.verifier, [1; 16]));
    // Ten years back: not open yet, and no guess is counted.
    let challenge = client.challenge();
    clocked.set(start - YEARS);
    assert_eq!(grant.take(&client, &grant.verifier, [1; 16]).status, 404);
    assert_eq!(grant.take(&client, &Secret::random(), [2; 16]).status, 404);
    let late =
        pocketchart_wire::grant::Take::new(&grant.locator, &grant.verifier, challenge, [2; 16], vec![]);
    assert_eq!(
        client.post(&path("grant", &grant.locator, "/take"), &late).status,
        404
    );
    // A letter that is posted then has its time from the clock as it was.
    let (told, writer) = (Told::new(), Secret::random());
    let key = signing_key();
    let letter = Post::new(*key.public().as_bytes(), &writer, 1, sealed(4096));
    assert_eq!(
        client
            .post(&path("mailbox", &letter.mailbox(), ""), &letter)
            .status,
        201
    );
    clocked.set(start);
    let state: State = grant.state(&client, &grant.owner).message();
    assert_eq!((state.uses, state.attempts, state.takes.len()), (2, 10, 1));
    grant.is_given(&grant.take(&client, &grant.verifier, [1; 16]));
    grant.is_given(&grant.take(&client, &grant.verifier, [2; 16]));
    // Ten years ahead: over, for good.
    clocked.set(start + YEARS);
    assert_eq!(grant.take(&client, &grant.verifier, [1; 16]).status, 404);
    assert_eq!(grant.take(&client, &grant.verifier, [3; 16]).status, 404);
    clocked.set(start);
    for token in [[1; 16], [2; 16], [3; 16]] {
        assert_eq!(
            grant.take(&client, &grant.verifier, token).status,
            404,
            "it was seen over"
        );
    }
    // A wait that began is not shortened by a clock that goes back.
    let mut standing = Grant::within((start - 60, start + DAY), 1, 10);
    let notices = vec![told.notice()];
    standing.deposit.notify = Some(pocketchart_wire::grant::Notify {
        wait: 600,
        notices,
        access: 72 * 3600,
    });
    assert_eq!(standing.leave(&client), 201);
    assert_eq!(standing.take(&client, &standing.verifier, [1; 16]).status, 202);
    clocked.set(start - 30);
    let left = crate::emergencies::waiting(&standing.take(&client, &standing.verifier, [1; 16]));
    assert!(left >= 600, "{left} s");
    clocked.set(start + 600);
    standing.is_given(&standing.take(&client, &standing.verifier, [1; 16]));
}
