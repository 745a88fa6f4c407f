//! Authors with right keys who send anything at all.
//!
//! `ENVELOPES` sets how many (10,000,000 before a release), `SEED` where to begin; an attack of 10,000 is run again by
//! its number and `ENVELOPES=10000`.

#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a test")]

use pocketchart_record::*;
use pocketchart_tests::history::Tally;
use pocketchart_tests::hostile::plain::{Effect, apply, damage, document};
use pocketchart_tests::hostile::{ATTACK, Attack};
use pocketchart_tests::many;
use pocketchart_tests::world::*;
use std::path::{Path, PathBuf};
use std::process::Command;

#[test]
fn nothing_hostile_comes_through() {
    let envelopes = many::count("ENVELOPES", 1_000_000);
    let attacks = envelopes.div_ceil(ATTACK);
    let mut tally = Tally::default();
    let result = many::run(many::count("SEED", 1), attacks, Attack::run, |it| tally.merge(it));
    for (what, count) in &tally.0 {
        println!("{what}: {count}");
    }
    let peak = peak_memory();
    println!("peak memory: {peak} MiB");
    if let Err(failures) = result {
        panic!("attacks that came through:\n{failures}");
    }
    assert!(tally.of("envelopes") >= envelopes && tally.of("taken in") > 0);
    assert!(peak < 1024, "{peak} MiB of memory");
}

/// The most memory that this process ever had, in MiB.
fn peak_memory() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status
        .lines()
        .find(|line| line.starts_with("VmHWM:"))
        .unwrap_or("VmHWM: 0 kB");
    let kib: u64 = line.split_whitespace().nth(1).unwrap().parse().unwrap();
    kib / 1024
}

/// Mutants that the control sends to plain Automerge, and how many of them to one child.
const CONTROL: u64 = 20_000;
const CHILD: u64 = 1_000;

/// Control: the same kind of changes, as Automerge's own bytes with a right checksum, into plain `apply_changes`. In
/// children with little memory, because a full stack or memory cannot be caught.
#[test]
fn plain_automerge_panics_and_saves_what_does_not_load() {
    let (mut panics, mut unloadable, mut died) = (0, 0, 0);
    let mut places = std::collections::BTreeSet::new();
    for from in (0..CONTROL).step_by(CHILD as usize) {
        let child = child("mutants", &from.to_string());
        match child {
            Some(said) => {
                for line in said.lines() {
                    match line.split_once(' ') {
                        Some(("panics:", count)) => panics += count.parse::<u64>().unwrap(),
                        Some(("unloadable:", count)) => unloadable += count.parse::<u64>().unwrap(),
                        Some(("place:", place)) => drop(places.insert(place.to_owned())),
                        _ => (),
                    }
                }
            }
            None => died += 1,
        }
    }
    println!(
        "plain Automerge, {CONTROL} changed changes: {panics} panics at {places:?}, {unloadable} unloadable"
    );
    println!("children that did not survive: {died}");
    assert!(panics > 0 && unloadable > 0);
}

/// Runs the test below in a process of its own; `None` if it does not survive.
fn child(task: &str, argument: &str) -> Option<String> {
    let program = std::env::current_exe().unwrap();
    let limited = "ulimit -v 2000000; exec timeout 60 \"$0\" --exact in_a_child --nocapture";
    let done = Command::new("bash")
        .args(["-c", limited])
        .arg(program)
        .env("TASK", task)
        .env("ARGUMENT", argument)
        .output()
        .unwrap();
    done.status
        .success()
        .then(|| String::from_utf8_lossy(&done.stdout).into_owned())
}

/// Not a test of its own: what [`child`] runs.
#[test]
fn in_a_child() {
    let (Ok(task), Ok(argument)) = (std::env::var("TASK"), std::env::var("ARGUMENT")) else {
        return;
    };
    many::keep_panics();
    if task == "crasher" {
        let effect = apply(&document(), &std::fs::read(argument).unwrap());
        println!("effect: {}", if effect == Effect::None { "none" } else { "harm" });
        return;
    }
    let damage = damage(argument.parse().unwrap(), CHILD);
    println!("panics: {}\nunloadable: {}", damage.panics, damage.unloadable);
    for (place, bytes) in damage.places {
        println!("place: {place}");
        if let Ok(folder) = std::env::var("KEEP_CRASHERS") {
            let name = place.replace(['/', ':'], "-");
            std::fs::write(Path::new(&folder).join(format!("{name}.change")), bytes).unwrap();
        }
    }
}

fn crashers() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("automerge-crashers");
    let files = std::fs::read_dir(folder)
        .unwrap()
        .map(|file| file.unwrap().path());
    let mut files: Vec<PathBuf> = files
        .filter(|file| file.extension().is_some_and(|it| it == "change"))
        .collect();
    files.sort();
    files
}

/// Changes that make Automerge panic are bytes like any others here: nothing decodes them, wherever they stand.
#[test]
fn what_makes_automerge_panic_does_not_reach_it() {
    let world = World::new(9);
    let (mut phone, _) = world.patient("phone");
    let files = crashers();
    assert!(files.len() >= 3, "{} files", files.len());
    for file in files {
        let harm = child("crasher", file.to_str().unwrap());
        assert!(
            harm.is_none_or(|said| said.contains("harm")),
            "{}: no crasher",
            file.display()
        );
        let bytes = std::fs::read(&file).unwrap();
        let accepted = phone
            .accept(std::slice::from_ref(&bytes), Origin::Stored)
            .unwrap();
        assert_eq!(accepted.refused.get(&Refusal::Malformed), Some(&1));
        let ids = phone
            .append(vec![blob(Section::Documents, bytes.clone())])
            .unwrap();
        let row = phone.row(&ids[0]).unwrap().unwrap();
        assert_eq!(phone.body(&row).unwrap().unwrap(), bytes);
    }
    assert_eq!(phone.verify().unwrap().faults, []);
}
