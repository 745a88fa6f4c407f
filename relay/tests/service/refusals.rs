//! The relay's cells of the matrix of refusals: each reason, each kind of object, and one answer to all of them.

use pocketchart_crypto::{Secret, random_array};
use pocketchart_wire::{
    grant::{Notify, Revoke, State, Stop, Take},
    link::{Act, Content},
};
use serde_json::json;

use crate::{
    World,
    client::{Got, path, signing_key},
    grants::Grant,
    links::{Link, file},
};

const HOUR: u64 = 3600;
const YEARS: u64 = 3_650 * 86_400;

/// What is refused, and the answer, collected.
struct Matrix(Vec<(String, Got)>);

impl Matrix {
    fn cell(&mut self, what: &str, got: Got) {
        self.0.push((what.to_owned(), got));
    }
}

pub(crate) fn every_one_is_the_same(world: &World) {
    let clocked = world.clocked();
    let mut matrix = Matrix(Vec::new());
    for which in 0..2 {
        grants(&clocked, which, &mut matrix);
        links(&clocked, which, &mut matrix);
    }
    let nothing = clocked.client().get("/no/such/path");
    assert_eq!((nothing.status, nothing.body.len()), (404, 0));
    for (what, got) in &matrix.0 {
        assert_eq!(got, &nothing, "{what}");
    }
    println!("{} refusals, each 404 and the same to the byte", matrix.0.len());
}

fn grants(clocked: &crate::clocked::Clocked, which: usize, matrix: &mut Matrix) {
    let (client, now) = (clocked.client_of(which), clocked.now());
    let left = |change: &dyn Fn(&mut Grant)| {
        let mut grant = Grant::within((now - 60, now + HOUR), 1, 10);
        change(&mut grant);
        assert_eq!(grant.leave(&client), 201);
        grant
    };
    let right = |grant: &Grant| grant.take(&client, &grant.verifier, random_array());
    let wrong = |grant: &Grant| grant.take(&client, &Secret::random(), random_array());
    let given = |grant: &Grant| assert_eq!(right(grant).status, 200);
    let both = |matrix: &mut Matrix, what: &str, grant: &Grant| {
        matrix.cell(&format!("{what}, right proof"), right(grant));
        matrix.cell(&format!("{what}, wrong proof"), wrong(grant));
    };
    both(matrix, "wrong code", &Grant::new(1, 10));
    both(matrix, "not yet", &left(&|it| it.deposit.opens = now + 600));
    let spent = left(&|_| {});
    given(&spent);
    matrix.cell("second redeemer", right(&spent));
    let revoked = left(&|_| {});
    assert_eq!(revoked.revoke(&client, &revoked.owner), 204);
    both(matrix, "revoked", &revoked);
    let guessed = left(&|_| {});
    for left in (0..10).rev() {
        let got = wrong(&guessed);
        assert_eq!((got.status, got.body[got.body.len() - 1]), (401, left));
    }
    both(matrix, "ten wrong proofs", &guessed);
    // Replay: an old challenge, and one that another relay made.
    let replayed = left(&|it| it.deposit.uses = 9);
    let recorded = Take::new(
        &replayed.locator,
        &replayed.verifier,
        client.challenge(),
        random_array(),
        vec![],
    );
    let at = path("grant", &replayed.locator, "/take");
    clocked.pass(301);
    matrix.cell("an old challenge", client.post(&at, &recorded));
    let foreign = Take::new(
        &replayed.locator,
        &replayed.verifier,
        random_array(),
        random_array(),
        vec![],
    );
    matrix.cell("a foreign challenge", client.post(&at, &foreign));
    // Signatures that are not the owner's, or say something else.
    let stranger = signing_key();
    for (what, key) in [("stranger", &stranger), ("verifier", &signing_key())] {
        matrix.cell(&format!("state by {what}"), replayed.state(&client, key));
        let at = path("grant", &replayed.locator, "/revoke");
        let got = client.call(&at, key, &replayed.locator, &Revoke::default());
        matrix.cell(&format!("revoked by {what}"), got);
    }
    let elsewhere = client.call(
        &path("grant", &replayed.locator, "/revoke"),
        &replayed.owner,
        &spent.locator,
        &Revoke::default(),
    );
    matrix.cell("a signature for another grant", elsewhere);
    // An emergency that was stopped.
    let notify = Notify {
        wait: 600,
        notices: vec![],
        access: 60,
    };
    let stopped = left(&|it| it.deposit.notify = Some(notify.clone()));
    let token = random_array();
    assert_eq!(stopped.take(&client, &stopped.verifier, token).status, 202);
    let stop = path("grant", &stopped.locator, "/stop");
    assert_eq!(
        client
            .call(&stop, &stopped.owner, &stopped.locator, &Stop::default())
            .status,
        204
    );
    matrix.cell("stopped", stopped.take(&client, &stopped.verifier, token));
    matrix.cell("stopped, somebody new", right(&stopped));
    // Its time is over, and clocks that are wrong by ten years.
    let over = left(&|_| {});
    let started = clocked.now();
    clocked.set(started - YEARS);
    both(matrix, "ten years early", &over);
    clocked.set(started + HOUR);
    both(matrix, "expired", &over);
    // All the while nothing was taken or said.
    let state: State = over.state(&client, &over.owner).message();
    assert_eq!((state.uses, state.attempts, state.takes.len()), (1, 10, 0));
    clocked.set(started + YEARS);
    both(matrix, "ten years late", &replayed);
    clocked.set(started);
    both(matrix, "expired, and the clock set back", &over);
}

fn links(clocked: &crate::clocked::Clocked, which: usize, matrix: &mut Matrix) {
    let (client, now) = (clocked.client_of(which), clocked.now());
    let asked = json!({"recipient": "Clinic", "passcode": "1234"});
    let link = |change: &dyn Fn(&mut Link)| {
        let mut link = Link::with_passcode(vec![file(Content::Fhir, 100)], "1234", 3);
        link.deposit.ends = now + HOUR;
        change(&mut link);
        assert_eq!(link.leave(&client), 201);
        link
    };
    let unknown = Link::new(vec![file(Content::Fhir, 100)]);
    matrix.cell("unknown link", unknown.ask(&client, &asked));
    matrix.cell("unknown direct link", unknown.fetch(&client));
    matrix.cell("a direct request for a manifest", link(&|_| {}).fetch(&client));
    let direct = Link::direct(Some(1));
    assert_eq!(direct.leave(&client), 201);
    matrix.cell("a manifest of a direct link", direct.ask(&client, &asked));
    assert_eq!(direct.fetch(&client).status, 200);
    matrix.cell("spent", direct.fetch(&client));
    for (what, act) in [("paused", Act::Pause), ("destroyed", Act::Destroy)] {
        let link = link(&|_| {});
        link.manage(&client, act);
        matrix.cell(what, link.ask(&client, &asked));
    }
    let guessed = link(&|_| {});
    for _ in 0..3 {
        assert_eq!(
            guessed
                .ask(&client, &json!({"recipient": "x", "passcode": "0"}))
                .status,
            401
        );
    }
    matrix.cell("three wrong passcodes", guessed.ask(&client, &asked));
    let used = link(&|it| it.deposit.uses = Some(1));
    assert_eq!(used.ask(&client, &asked).status, 200);
    matrix.cell("used up", used.ask(&client, &asked));
    let managed = used.manage_as(&client, &signing_key(), Act::Look);
    matrix.cell("managed by a stranger", managed);
    let over = link(&|_| {});
    clocked.pass(HOUR);
    matrix.cell("expired", over.ask(&client, &asked));
    clocked.set(now);
}
