//! Was a dose given far enough from what came before (6.5, 6.6)?

use jiff::civil::Date;

use super::{Course, Findings, TargetStatus};
use crate::cdsi::calendar::Period;
use crate::cdsi::outcome::{DoseReason, DoseStatus};
use crate::cdsi::schedule::{Interval, Reference, SeriesDose};

impl Course<'_> {
    /// Whether the dose at a place keeps all preferable or all allowable intervals.
    pub(super) fn keeps_intervals(&self, target: &SeriesDose, place: usize, found: &mut Findings) -> bool {
        let Some(on) = self.patient.given.get(place).map(|dose| dose.on) else {
            return false;
        };
        let in_effect = |interval: &&Interval| interval.effect.hold(on);
        let (mut kept, mut grace) = (true, false);
        for interval in target.preferable_intervals.iter().filter(in_effect) {
            let Some(reference) = self.reference(interval, place) else {
                continue;
            };
            found.rules.push(interval.rule);
            let before = |period: Option<Period>| period.is_some_and(|period| on < period.after(reference));
            if before(interval.abs_min) {
                kept = false;
            } else if before(interval.min) {
                grace = true;
            }
        }
        if kept {
            if grace {
                found.reasons.push(DoseReason::GraceOfInterval);
            }
            return true;
        }
        let mut allowable = target.allowable_intervals.iter().filter(in_effect).peekable();
        let allowed = allowable.peek().is_some()
            && allowable.all(|interval| {
                let reference = self.reference(interval, place);
                let first = reference
                    .zip(interval.abs_min)
                    .map(|(from, period)| period.after(from));
                found.rules.push(interval.rule);
                first.is_none_or(|first| first <= on)
            });
        if !allowed {
            found.reasons.push(DoseReason::TooSoon);
        }
        allowed
    }

    /// From which day an interval is counted for what comes at a place among the doses (CALCDTINT-1, -2, -8, -9).
    pub(in crate::cdsi) fn reference(&self, interval: &Interval, place: usize) -> Option<Date> {
        match &interval.from {
            Reference::Previous => {
                let counts = |status| matches!(status, DoseStatus::Valid | DoseStatus::NotValid);
                let mut judged = self.judged.iter().rev();
                judged
                    .find(|it| it.place < place && !it.inadvertent && counts(it.evaluation.status))
                    .map(|it| it.on)
            }
            Reference::Target(number) => self.targets.iter().rev().find_map(|target| match target.status {
                TargetStatus::Satisfied(on) if target.dose.number == *number => Some(on),
                _ => None,
            }),
            Reference::Recent(cvx) => {
                let inadvertent = |place| self.judged.iter().any(|it| it.place == place && it.inadvertent);
                let before = self.patient.given.iter().enumerate().take(place).rev();
                let mut alike = before.filter(|(_, dose)| cvx.contains(&dose.cvx.as_str()));
                alike
                    .find(|(place, _)| !inadvertent(*place))
                    .map(|(_, dose)| dose.on)
            }
            Reference::Observation(code) => self.patient.history.day_of(code),
        }
    }
}
