//! Many at once. `REDEMPTIONS` and `GUESSES` ask for more than the usual numbers.

use std::{
    env,
    sync::{
        Barrier,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
};

use pocketchart_crypto::random_array;
use pocketchart_wire::link::Content;
use serde_json::json;

use crate::{
    World,
    grants::Grant,
    links::{Link, file},
};

fn number(name: &str, usual: usize) -> usize {
    env::var(name).map_or(usual, |number| number.parse().unwrap())
}

/// Of all that come at once, as many are let in as were said, whichever relay they ask.
pub(crate) fn redemptions_are_counted_exactly(world: &World) {
    const USES: usize = 7;
    let all = number("REDEMPTIONS", 500);
    let grants: Vec<_> = (0..all.div_ceil(50))
        .map(|_| Grant::new(USES as u8, 10))
        .collect();
    for grant in &grants {
        assert_eq!(grant.leave(&world.client()), 201);
    }
    let let_in: Vec<_> = grants.iter().map(|_| AtomicUsize::new(0)).collect();
    let (next, start, workers) = (AtomicUsize::new(0), Barrier::new(64), 64);
    thread::scope(|scope| {
        for worker in 0..workers {
            let (grants, let_in, next, start) = (&grants, &let_in, &next, &start);
            let client = world.client_of(worker);
            scope.spawn(move || {
                start.wait();
                loop {
                    let n = next.fetch_add(1, Ordering::Relaxed);
                    if n >= all {
                        break;
                    }
                    let grant = &grants[n % grants.len()];
                    let token = random_array();
                    match grant.take(&client, &grant.verifier, token).status {
                        200 => {
                            let_in[n % grants.len()].fetch_add(1, Ordering::Relaxed);
                            assert_eq!(
                                grant.take(&client, &grant.verifier, token).status,
                                200,
                                "asked again"
                            );
                        }
                        404 => {}
                        other => panic!("status {other}"),
                    }
                }
            });
        }
    });
    let let_in: Vec<_> = let_in.iter().map(|count| count.load(Ordering::Relaxed)).collect();
    assert_eq!(let_in, vec![USES; grants.len()]);
    println!(
        "{all} redemptions of {} grants, {} let in",
        grants.len(),
        let_in.iter().sum::<usize>()
    );
}

/// Sixty-four who guess at once have no more guesses than one.
pub(crate) fn guesses_are_counted_exactly(world: &World) {
    let each = number("GUESSES", 20);
    let link = Link::with_passcode(vec![file(Content::Fhir, 100)], "unguessable", 10);
    assert_eq!(link.leave(&world.client()), 201);
    let (evaluated, start) = (AtomicUsize::new(0), Barrier::new(64));
    thread::scope(|scope| {
        for worker in 0..64 {
            let (link, evaluated, start) = (&link, &evaluated, &start);
            let client = world.client_of(worker);
            scope.spawn(move || {
                start.wait();
                for guess in 0..each {
                    let passcode = format!("{worker} {guess}");
                    match link
                        .ask(&client, &json!({"recipient": "x", "passcode": passcode}))
                        .status
                    {
                        401 => {
                            evaluated.fetch_add(1, Ordering::Relaxed);
                        }
                        404 => {}
                        other => panic!("status {other}"),
                    }
                }
            });
        }
    });
    assert_eq!(evaluated.load(Ordering::Relaxed), 10);
    let right = json!({"recipient": "x", "passcode": "unguessable"});
    assert_eq!(link.ask(&world.client(), &right).status, 404);
    println!("{} guesses, 10 evaluated", 64 * each);
}
