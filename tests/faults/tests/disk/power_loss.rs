//! SQLite on a disk that loses power at any moment: the settings that Pocketchart uses lose nothing, and those
//! that it does not use are caught.

use std::{collections::BTreeMap, env, fs};

use pocketchart_faults::Mode;

use crate::ledger::{Ledger, Settings, Verdict};

/// How many crash states; `CRASH_STATES` asks for more.
fn states_wanted() -> u64 {
    env::var("CRASH_STATES")
        .ok()
        .and_then(|count| count.parse().ok())
        .unwrap_or(20_000)
}

/// Runs ledgers with these settings and crashes them until enough disks have been opened.
fn verdicts(settings: Settings, states: u64) -> BTreeMap<(Mode, Verdict), u64> {
    let begun = cpu_seconds();
    let mut verdicts = BTreeMap::new();
    let mut tried = 0;
    for seed in 1.. {
        let ledger = Ledger::keep(settings, seed);
        for (crash, disk) in ledger.fs().crashes(2) {
            let verdict = ledger.examine(crash.at, &disk);
            if verdict != Verdict::Whole && settings == Settings::OURS {
                println!("seed {seed}, {crash}: {verdict:?}");
            }
            *verdicts.entry((crash.mode, verdict)).or_default() += 1;
            tried += 1;
        }
        if tried >= states {
            let rate = tried as f64 / (cpu_seconds() - begun);
            println!("{settings:?}: {tried} states from seeds 1 to {seed}, {rate:.0} a CPU second");
            break;
        }
    }
    for ((mode, verdict), count) in &verdicts {
        println!("  {mode:?}: {count} {verdict:?}");
    }
    verdicts
}

/// What this thread has computed so far.
fn cpu_seconds() -> f64 {
    let statistics = fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    let nanoseconds = statistics
        .split(' ')
        .next()
        .and_then(|time| time.parse::<f64>().ok());
    nanoseconds.map_or(f64::NAN, |time| time / 1e9)
}

fn count(verdicts: &BTreeMap<(Mode, Verdict), u64>, wanted: Verdict) -> u64 {
    verdicts
        .iter()
        .filter(|((_, verdict), _)| *verdict == wanted)
        .map(|(_, count)| count)
        .sum()
}

#[test]
fn a_synced_log_loses_nothing() {
    let states = states_wanted();
    let verdicts = verdicts(Settings::OURS, states);
    assert!(count(&verdicts, Verdict::Whole) >= states);
    assert_eq!(
        count(&verdicts, Verdict::Lost) + count(&verdicts, Verdict::Corrupt),
        0
    );
    for mode in Mode::ALL {
        assert!(
            verdicts.keys().any(|(tried, _)| *tried == mode),
            "{mode:?} was never tried"
        );
    }
}

#[test]
fn a_log_shared_by_connections_loses_nothing() {
    let verdicts = verdicts(
        Settings {
            exclusive: false,
            ..Settings::OURS
        },
        4_000,
    );
    assert_eq!(
        count(&verdicts, Verdict::Lost) + count(&verdicts, Verdict::Corrupt),
        0
    );
}

#[test]
fn a_synced_rollback_journal_loses_nothing() {
    let verdicts = verdicts(
        Settings {
            journal: "DELETE",
            synchronous: "EXTRA",
            exclusive: false,
        },
        4_000,
    );
    assert_eq!(
        count(&verdicts, Verdict::Lost) + count(&verdicts, Verdict::Corrupt),
        0
    );
}

/// Negative control: the log is synced only when it is checkpointed.
#[test]
fn a_log_that_is_rarely_synced_is_caught_losing() {
    let verdicts = verdicts(
        Settings {
            synchronous: "NORMAL",
            ..Settings::OURS
        },
        4_000,
    );
    assert!(count(&verdicts, Verdict::Lost) > 0);
    assert_eq!(count(&verdicts, Verdict::Corrupt), 0);
}

/// Negative control: nothing is ever synced.
#[test]
fn a_database_that_is_never_synced_is_caught_corrupt() {
    let verdicts = verdicts(
        Settings {
            synchronous: "OFF",
            ..Settings::OURS
        },
        4_000,
    );
    assert!(count(&verdicts, Verdict::Lost) > 0);
    assert!(count(&verdicts, Verdict::Corrupt) > 0);
}

/// Negative control: a deleted journal that comes back undoes what was acknowledged.
#[test]
fn a_journal_that_comes_back_is_caught() {
    let verdicts = verdicts(
        Settings {
            journal: "DELETE",
            synchronous: "FULL",
            exclusive: false,
        },
        4_000,
    );
    assert!(verdicts.contains_key(&(Mode::LostUnlink, Verdict::Lost)));
    assert_eq!(count(&verdicts, Verdict::Corrupt), 0);
}

/// A second crash, while the first is being recovered from.
#[test]
fn a_crash_during_recovery_loses_nothing() {
    let ledger = Ledger::keep(Settings::OURS, 1);
    let mut tried = 0;
    for (first, disk) in ledger.fs().crashes(1).filter(|(crash, _)| crash.at % 23 == 0) {
        ledger.examine(first.at, &disk);
        for (second, disk) in disk.crashes(1) {
            assert_eq!(
                ledger.examine(first.at, &disk),
                Verdict::Whole,
                "{first}, then {second}"
            );
            tried += 1;
        }
    }
    println!("{tried} second crashes");
    assert!(tried > 1_000, "{tried}");
}
