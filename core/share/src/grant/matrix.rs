//! Each cause of a refusal, in each section, for each operation, before and after a restart: refused, with exactly that
//! reason. And each check left out once, to see that its cells are the ones that fail.

mod causes;
mod situation;

use std::collections::BTreeMap;

use pocketchart_record::Section;

use self::causes::{Alter, PERMITTED, REFUSED};
use self::situation::Situation;
use super::left_out::without;
use super::*;

/// A cell that should have been refused, and what came instead.
type Miss = (&'static str, Result<(), Refusal>);

#[derive(Default)]
struct Outcome {
    right: usize,
    /// By the reason that they should have been refused with.
    wrong: BTreeMap<Refusal, Vec<Miss>>,
    permitted: usize,
}

fn run(sections: &[Section], operations: &[Operations]) -> Outcome {
    let mut outcome = Outcome::default();
    for &section in sections {
        for &operation in operations {
            for restarted in [false, true] {
                let situation = |alter: Alter| {
                    let mut situation = Situation::new(section, operation, restarted);
                    alter(&mut situation);
                    situation
                };
                for (name, alter) in PERMITTED {
                    let permit = situation(alter).answer();
                    assert!(permit.is_ok(), "{name}: {permit:?}");
                    outcome.permitted += 1;
                }
                for (name, reason, alter) in REFUSED {
                    let answer = situation(alter).answer().map(|_| ());
                    if answer == Err(reason) {
                        outcome.right += 1;
                    } else {
                        outcome.wrong.entry(reason).or_default().push((name, answer));
                    }
                }
            }
        }
    }
    outcome
}

#[test]
fn every_cause_is_refused_with_its_reason() {
    let operations: Vec<_> = Operations::all().iter().collect();
    let outcome = run(&Section::ALL, &operations);
    println!(
        "{} refused with exactly their reason ({} causes, 16 sections, 4 operations, before and after a restart), {} permitted",
        outcome.right,
        REFUSED.len(),
        outcome.permitted
    );
    if let Some((reason, cells)) = outcome.wrong.first_key_value() {
        panic!("{reason:?}: {} cells, as {:?}", cells.len(), cells[0]);
    }
    assert_eq!(outcome.right, REFUSED.len() * 16 * 4 * 2);
}

/// All checks but [`Refusal::Malformed`]: without that one there is no grant to judge.
fn checks() -> Vec<Refusal> {
    let mut checks = Refusal::ALL.to_vec();
    checks.retain(|check| *check != Refusal::Malformed);
    assert_eq!(checks.len(), 22);
    checks
}

#[test]
fn without_any_one_check_its_cells_fail() {
    for check in checks() {
        let outcome = without(check, || run(&[Section::Allergies], &[Operations::READ]));
        let failed = outcome.wrong.get(&check).cloned().unwrap_or_default();
        let let_in = failed.iter().filter(|(_, answer)| answer.is_ok()).count();
        println!(
            "without {check:?}: {} cells fail, {let_in} of them let somebody in",
            failed.len()
        );
        assert!(!failed.is_empty(), "{check:?}");
        // What an end or a use was remembered by fails with it, and nothing else.
        let others: Vec<_> = outcome.wrong.keys().filter(|reason| **reason != check).collect();
        assert!(
            others.iter().all(|reason| **reason == Refusal::EndedBefore),
            "{check:?}: {others:?}"
        );
    }
}

/// A delegation that claims more gives nothing more, even where that is not refused: the scopes are intersected.
#[test]
fn a_wider_delegation_gives_nothing_even_unrefused() {
    let answer = without(Refusal::WiderDelegation, || {
        let mut situation = Situation::new(Section::Allergies, Operations::EXTRACT, false);
        let wider = Scope::new([
            (Section::Allergies, Operations::all()),
            (Section::Notes, Operations::READ),
        ])
        .unwrap();
        situation.delegated(|delegation| delegation.scope = wider.clone());
        situation.question.asked = wider;
        situation.answer()
    });
    assert_eq!(answer, Err(Refusal::OperationNotGranted));
}
