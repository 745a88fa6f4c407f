//! Devices with right keys that lie: the honest ones agree all the same, and refuse with the reason that is stated.
//!
//! `AFFAIRS` sets how many (10,000 before a release), `SEED` where to begin.

#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a test")]

use automerge::sync::{State, SyncDoc};
use automerge::transaction::Transactable;
use automerge::{ActorId, Automerge, ROOT};
use pocketchart_tests::byzantine::Affair;
use pocketchart_tests::history::Tally;
use pocketchart_tests::many;

#[test]
fn honest_devices_agree_among_liars() {
    let (first, affairs) = (many::count("SEED", 1), many::count("AFFAIRS", 200));
    let mut tally = Tally::default();
    let result = many::run(first, affairs, Affair::run, |it| tally.merge(it));
    for (what, count) in &tally.0 {
        println!("{what}: {count}");
    }
    if let Err(failures) = result {
        panic!("affairs that ended badly:\n{failures}");
    }
    if affairs >= 200 {
        // 17 kinds of lies, and three figures.
        assert_eq!(tally.0.len(), 20, "a kind of lie was never tried");
    }
}

/// Control: what two changes with one actor and one number do to plain Automerge. The honest third device's edit never
/// comes across.
#[test]
fn plain_automerge_never_recovers_from_equivocation() {
    let fork = |text: &str| {
        let mut document = Automerge::new().with_actor(ActorId::from([7; 16]));
        let mut change = document.transaction();
        change.put(ROOT, "key", text).unwrap();
        change.commit();
        document
    };
    let (mut left, mut right) = (fork("left"), fork("right"));
    let mut honest = right.fork().with_actor(ActorId::from([8; 16]));
    let mut change = honest.transaction();
    change.put(ROOT, "honest", "edit").unwrap();
    change.commit();
    right.merge(&mut honest).unwrap();
    let (mut left_state, mut right_state) = (State::new(), State::new());
    for _ in 0..20 {
        if let Some(message) = left.generate_sync_message(&mut left_state) {
            let _ = right.receive_sync_message(&mut right_state, message);
        }
        if let Some(message) = right.generate_sync_message(&mut right_state) {
            let _ = left.receive_sync_message(&mut left_state, message);
        }
        assert_ne!(left.get_heads(), right.get_heads());
    }
    assert!(automerge::ReadDoc::get(&left, ROOT, "honest").unwrap().is_none());
}
