//! Was a dose given at the right age (6.4)?

use super::Findings;
use crate::cdsi::history::Dose;
use crate::cdsi::outcome::DoseReason;
use crate::cdsi::patient::Patient;
use crate::cdsi::schedule::SeriesDose;

pub(super) enum Verdict {
    Right,
    TooYoung,
    TooOld,
}

/// Table 6-15.
pub(super) fn of(patient: &Patient<'_>, target: &SeriesDose, dose: &Dose, found: &mut Findings) -> Verdict {
    let Some(age) = target.ages.iter().find(|age| age.effect.hold(dose.on)) else {
        return Verdict::Right;
    };
    found.rules.push(age.rule);
    let before = |age: &Option<_>| age.is_some_and(|age| dose.on < patient.aged(&age));
    if before(&age.abs_min) {
        found.reasons.push(DoseReason::TooYoung);
        Verdict::TooYoung
    } else if before(&age.min) {
        found.reasons.push(DoseReason::GraceOfAge);
        Verdict::Right
    } else if age.max.is_some() && !before(&age.max) {
        found.reasons.push(DoseReason::TooOld);
        Verdict::TooOld
    } else {
        Verdict::Right
    }
}
