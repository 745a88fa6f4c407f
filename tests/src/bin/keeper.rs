//! Opens a record, reads and writes in it, and locks it, a step for each line on standard input: `tests/leak.rs` searches
//! its memory between the steps.
//!
//! `keeper FOLDER SEED KEEPS`: everything that is random follows from the seed; KEEPS is `nothing`, or `a-key` for the
//! negative control, which keeps a copy of the first secret that was drawn.

#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "only tests use it")]

use pocketchart_record::*;
use pocketchart_tests::kept::{Drawing, canary, passphrase, setup, work};
use std::alloc::System;
use std::io::BufRead;
use std::path::PathBuf;
use std::sync::Arc;
use zeroizing_alloc::ZeroAlloc;

/// As in everything that ships.
#[global_allocator]
static ALLOCATOR: ZeroAlloc<System> = ZeroAlloc(System);

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let folder = PathBuf::from(&arguments[0]);
    let seed = arguments[1].parse().unwrap();
    let keeps = arguments[2] == "a-key";
    let mut steps = std::io::stdin().lock().lines();
    let mut step = |name: &str| {
        println!("{name}");
        steps.next().unwrap().unwrap();
    };
    let drawing = Arc::new(Drawing::new(seed));
    if keeps {
        drawing.remember();
    }
    let setup = setup(&folder, drawing.clone());
    let mut record = work(setup.clone());
    step("open");
    drop(record);
    step("locked");
    record = Record::open(setup, &passphrase(), Rollback::Refuse).unwrap();
    assert!(record.rows(Section::Notes).unwrap().len() > 1);
    assert_eq!(record.search(&[Section::Notes], &[canary(0)]).unwrap().len(), 1);
    step("open again");
    drop(record);
    step("locked again");
    drop(drawing);
}
