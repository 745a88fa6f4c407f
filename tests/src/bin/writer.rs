//! Writes a record without end, and says of each entry when it is safe: `tests/kill.rs` kills it at any moment.
//!
//! `writer FOLDER import` appends batches to the record `phone`; `writer FOLDER sync` appends to `tablet` and lets both
//! meet. Each line on standard output names a record and an entry that it holds for good.

#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "only tests use it")]

use pocketchart_record::*;
use pocketchart_tests::killed::{entry_line, open_or_make};
use pocketchart_tests::world::{World, note};
use std::path::PathBuf;

fn main() {
    let mut arguments = std::env::args().skip(1);
    let folder = PathBuf::from(arguments.next().unwrap());
    let syncs = arguments.next().unwrap() == "sync";
    let (mut phone, mut tablet) = open_or_make(&folder);
    println!("open");
    for number in 0_u64.. {
        if syncs {
            let ids = tablet
                .append(vec![note(Section::Notes, &format!("note {number}"))])
                .unwrap();
            println!("{}", entry_line("tablet", &ids[0]));
            assert!(World::meet(&mut tablet, &mut phone).same);
            println!("{}", entry_line("phone", &ids[0]));
        } else {
            let count = 1 + number * 37 % 120;
            let batch = (0..count).map(|at| note(Section::Results, &format!("result {number}, {at}")));
            for id in phone.append(batch.collect()).unwrap() {
                println!("{}", entry_line("phone", &id));
            }
        }
    }
}
