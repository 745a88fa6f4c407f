//! Each call in turn fails: SQLite says so, and what it acknowledged before is there when the disk works again.

use std::collections::BTreeMap;

use pocketchart_faults::{Fault, Repeat};

use crate::ledger::{Ledger, Settings, Verdict};

const COMMITS: i64 = 12;
const SEED: u64 = 9;

/// Lets each call fail that the fault can strike; what is found afterwards.
fn fail_each_call(fault: Fault, repeat: Repeat, careless: bool) -> BTreeMap<Verdict, u64> {
    let mut untroubled = Ledger::new(Settings::OURS, SEED);
    untroubled.write(COMMITS, SEED).unwrap();
    let mut verdicts = BTreeMap::new();
    for call in 0..untroubled.fs().calls(fault) {
        let mut ledger = Ledger::new(Settings::OURS, SEED);
        ledger.fs().inject(fault, call, repeat);
        let outcome = ledger.write(COMMITS, SEED);
        assert!(
            ledger.fs().struck() > 0,
            "{fault:?} at call {call} struck nothing"
        );
        if careless && outcome.is_err() {
            ledger.acknowledge();
        }
        ledger.fs().heal();
        let verdict = ledger.examine(ledger.fs().operations(), ledger.fs());
        *verdicts.entry(verdict).or_default() += 1;
    }
    println!("{fault:?} {repeat:?}: {verdicts:?}");
    verdicts
}

#[test]
fn a_failing_call_loses_nothing_acknowledged() {
    for fault in [Fault::Io, Fault::Full] {
        for repeat in [Repeat::Once, Repeat::Onward] {
            let verdicts = fail_each_call(fault, repeat, false);
            assert_eq!(
                verdicts.keys().collect::<Vec<_>>(),
                [&Verdict::Whole],
                "{fault:?} {repeat:?}"
            );
        }
    }
}

#[test]
fn a_short_read_loses_nothing_acknowledged() {
    let verdicts = fail_each_call(Fault::ShortRead, Repeat::Once, false);
    assert_eq!(verdicts.keys().collect::<Vec<_>>(), [&Verdict::Whole]);
}

/// Negative control: an error is taken for a success.
#[test]
fn a_swallowed_error_is_caught() {
    let verdicts = fail_each_call(Fault::Full, Repeat::Once, true);
    assert!(verdicts.contains_key(&Verdict::Lost), "{verdicts:?}");
}
