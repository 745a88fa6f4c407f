//! Devices that were apart end with the same record, whatever lay between them.
//!
//! `HISTORIES` sets how many histories (10,000 before a release), `SEED` where to begin: to run one again, its number
//! and `HISTORIES=1`.

#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a test")]

use pocketchart_tests::history::{History, Tally};
use pocketchart_tests::many;

#[test]
fn devices_that_were_apart_converge() {
    let (first, histories) = (many::count("SEED", 1), many::count("HISTORIES", 500));
    let mut tally = Tally::default();
    let result = many::run(first, histories, History::run, |it| tally.merge(it));
    for (what, count) in &tally.0 {
        println!("{what}: {count}");
    }
    if let Err(failures) = result {
        panic!("histories that did not converge:\n{failures}");
    }
    if histories >= 500 {
        for what in [
            "bases",
            "bursts",
            "chunks of attachments",
            "files put back",
            "restores",
            "sessions cut off",
            "envelopes doubled",
            "envelopes lost",
            "keys changed",
            "permissions widened",
            "devices added",
        ] {
            assert!(tally.of(what) > 0, "{what}: never tried");
        }
    }
}
