//! The engine on a disk that loses power at any moment: what was acknowledged is there, and the record opens
//! (reliability.md R1).

use pocketchart_faults::Mode;
use pocketchart_tests::crash::{Logbook, Look, Wrong};
use std::collections::BTreeMap;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};

/// Steps of one logbook.
const STEPS: usize = 24;

/// How many crash states; `CRASH_STATES` asks for more.
fn states_wanted() -> u64 {
    let count = std::env::var("CRASH_STATES")
        .ok()
        .and_then(|count| count.parse().ok());
    count.unwrap_or(100_000)
}

#[derive(Default)]
struct Found {
    states: BTreeMap<Mode, u64>,
    wrong: Vec<String>,
    /// Disks of which every acknowledged entry, and everything, was looked at.
    entries: u64,
    whole: u64,
    seeds: u64,
}

impl Found {
    fn states(&self) -> u64 {
        self.states.values().sum()
    }
}

/// Crashes logbooks, on all processors, until enough disks have been opened.
fn crash(wanted: u64, tamper: impl Fn(&mut Logbook) + Sync) -> Found {
    let (seed, states, found) = (AtomicU64::new(1), AtomicU64::new(0), Mutex::new(Found::default()));
    let threads = std::thread::available_parallelism().map_or(2, |count| count.get());
    std::thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                while states.load(Ordering::Relaxed) < wanted {
                    let seed = seed.fetch_add(1, Ordering::Relaxed);
                    let mut logbook = Logbook::keep(seed, STEPS);
                    tamper(&mut logbook);
                    let mut own = Found::default();
                    for (number, (crash, disk)) in (0..).zip(logbook.disk().crashes(1)) {
                        if states.fetch_add(1, Ordering::Relaxed) >= wanted {
                            break;
                        }
                        let look = match (number + seed) % 256 {
                            0 => Look::Whole,
                            n if n % 16 == 0 => Look::Entries,
                            _ => Look::Glance,
                        };
                        own.whole += u64::from(look == Look::Whole);
                        own.entries += u64::from(look == Look::Entries);
                        if let Err(wrong) = logbook.examine(crash, &disk, look) {
                            own.wrong.push(format!("seed {seed}, {crash}: {wrong:?}"));
                        }
                        *own.states.entry(crash.mode).or_default() += 1;
                    }
                    let mut all = found.lock().unwrap();
                    for (mode, count) in own.states {
                        *all.states.entry(mode).or_default() += count;
                    }
                    all.wrong.extend(own.wrong);
                    all.whole += own.whole;
                    all.entries += own.entries;
                    all.seeds = all.seeds.max(seed);
                }
            });
        }
    });
    found.into_inner().unwrap()
}

#[test]
fn nothing_acknowledged_is_lost_and_every_record_opens() {
    let wanted = states_wanted();
    let found = crash(wanted, |_| ());
    println!(
        "{} crash states of seeds 1 to {}: {} wrong; all entries looked at in {}, all of it in {}",
        found.states(),
        found.seeds,
        found.wrong.len(),
        found.entries,
        found.whole
    );
    for (mode, count) in &found.states {
        println!("  {mode:?}: {count}");
    }
    for wrong in found.wrong.iter().take(20) {
        println!("{wrong}");
    }
    assert!(found.states() >= wanted);
    assert_eq!(found.wrong.len(), 0);
    assert_eq!(found.states.len(), Mode::ALL.len(), "a mode was never tried");
}

/// Negative control: with each acknowledgement one operation before the disk's last sync, losing is noticed. The same
/// loss by the settings of SQLite themselves: `tests/faults`, and this file in a build without `synchronous`.
#[test]
fn an_acknowledgement_before_the_sync_is_caught_losing() {
    let found = crash(2_000, |logbook| logbook.acknowledge_early(1));
    let lost = found.wrong.iter().filter(|it| it.contains("Lost")).count();
    println!(
        "acknowledged early: {lost} lost, {} wrong in all",
        found.wrong.len()
    );
    assert!(lost > 10, "{:?}", found.wrong);
}

/// The checker tells apart what it finds.
#[test]
fn an_empty_disk_is_unopenable_once_a_record_was_acknowledged() {
    let logbook = Logbook::keep(1, 0);
    let crash = pocketchart_faults::Crash {
        at: u64::MAX,
        mode: Mode::DropAll,
        round: 0,
    };
    let empty = pocketchart_faults::CrashFs::new(1);
    let wrong = logbook.examine(crash, &empty, Look::Glance);
    assert!(matches!(wrong, Err(Wrong::Unopenable(_))), "{wrong:?}");
}
