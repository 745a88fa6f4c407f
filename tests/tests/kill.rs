//! The process that writes is killed at any moment: what it said is safe is there (reliability.md R2). The same for the
//! program itself: `cli/tests`.

#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stdout, reason = "a test")]

use pocketchart_record::*;
use pocketchart_tests::killed::{open_or_make, read_entry_line};
use std::collections::HashSet;
use std::io::{BufRead, BufReader, Read};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

const SEED: u64 = 5;
/// After so many kills the records are begun anew, so that they stay small.
const KILLS_OF_A_RECORD: u64 = 25;

fn kills_wanted() -> u64 {
    let count = std::env::var("KILLS").ok().and_then(|count| count.parse().ok());
    count.unwrap_or(200)
}

/// Lets the writer run until a random moment, and kills it; the lines that it wrote.
fn run_and_kill(folder: &Path, work: &str, random: &mut fastrand::Rng) -> Vec<String> {
    let mut child = Command::new(env!("CARGO_BIN_EXE_writer"))
        .arg(folder)
        .arg(work)
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut output = BufReader::new(child.stdout.take().unwrap());
    let mut written = String::new();
    // Now and then it is killed while it is still making or opening its records.
    for _ in 0..random.usize(..40) {
        output.read_line(&mut written).unwrap();
    }
    std::thread::sleep(Duration::from_micros(random.u64(..3_000)));
    child.kill().unwrap();
    let status = child.wait().unwrap();
    assert_eq!(status.code(), None, "it ended by itself: {status}");
    output.read_to_string(&mut written).unwrap();
    let complete = written.rfind('\n').map_or(0, |end| end + 1);
    written[..complete].lines().map(str::to_owned).collect()
}

fn held(record: &Record) -> HashSet<EntryId> {
    let rows = [Section::Results, Section::Notes].map(|section| record.rows(section).unwrap());
    rows.iter().flatten().map(|row| row.id).collect()
}

/// Kills a writer again and again over the same records; how many entries it acknowledged.
fn kill_often(seed: u64, kills: u64) -> usize {
    let mut random = fastrand::Rng::with_seed(seed);
    let scratch = tempfile::tempdir().unwrap();
    let mut acknowledged: Vec<(String, EntryId)> = Vec::new();
    for kill in 0..kills {
        let work = if kill % 2 == 0 { "import" } else { "sync" };
        let lines = run_and_kill(scratch.path(), work, &mut random);
        let named = lines.iter().filter_map(|line| read_entry_line(line));
        acknowledged.extend(named.map(|(record, id)| (record.to_owned(), id)));
        let (phone, tablet) = open_or_make(scratch.path());
        let (phone, tablet) = (held(&phone), held(&tablet));
        for (name, id) in &acknowledged {
            let held = if name == "phone" { &phone } else { &tablet };
            let id_text = id.to_text();
            assert!(
                held.contains(id),
                "seed {seed}, kill {kill}: {name} lost {id_text}"
            );
        }
    }
    let (mut phone, mut tablet) = open_or_make(scratch.path());
    for record in [&mut phone, &mut tablet] {
        assert_eq!(record.verify().unwrap().faults, []);
    }
    acknowledged.len()
}

#[test]
fn nothing_acknowledged_is_lost_when_the_process_is_killed() {
    let wanted = kills_wanted();
    let records = wanted.div_ceil(KILLS_OF_A_RECORD);
    let next = AtomicU64::new(0);
    // The disk is waited for most of the time: more threads than processors.
    let entries: usize = std::thread::scope(|scope| {
        let work = || {
            let mut entries = 0;
            loop {
                let number = next.fetch_add(1, Ordering::Relaxed);
                if number >= records {
                    return entries;
                }
                let kills = KILLS_OF_A_RECORD.min(wanted - number * KILLS_OF_A_RECORD);
                entries += kill_often(SEED + number, kills);
            }
        };
        let threads: Vec<_> = (0..8).map(|_| scope.spawn(work)).collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).sum()
    });
    println!("{wanted} kills, seeds from {SEED}: {entries} entries acknowledged, none lost");
    assert!(entries as u64 > 10 * wanted);
}
