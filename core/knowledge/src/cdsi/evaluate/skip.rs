//! Can a target dose be left out (6.2, 7.1, 7.6)?

use jiff::civil::Date;

use super::Course;
use crate::Rule;
use crate::cdsi::outcome::DoseStatus;
use crate::cdsi::schedule::{Condition, Context, DoseType, SeriesDose, SkipSet};

/// For when the question is asked.
pub(in crate::cdsi) struct Moment {
    /// The day that ages and intervals are measured at (CONDSKIP-2).
    pub(in crate::cdsi) reference: Date,
    /// The day on which a fact must be in effect.
    pub(in crate::cdsi) anchor: Date,
    /// Only doses before this place count.
    pub(in crate::cdsi) place: usize,
    pub(in crate::cdsi) context: Context,
}

impl Course<'_> {
    /// The rules by which a target dose can be left out; `None` when it cannot (tables 6-10, 6-11).
    pub(in crate::cdsi) fn skippable(&self, target: &SeriesDose, moment: &Moment) -> Option<Vec<Rule>> {
        let here = |context| context == Context::Both || context == moment.context;
        for skip in target.skips.iter().filter(|skip| here(skip.context)) {
            let sets: Vec<&SkipSet> = skip
                .sets
                .iter()
                .filter(|set| set.effect.hold(moment.anchor))
                .collect();
            let met: Vec<Rule> = sets
                .iter()
                .filter(|set| self.set_is_met(set, moment))
                .map(|set| set.rule)
                .collect();
            let enough = if skip.any {
                !met.is_empty()
            } else {
                met.len() == sets.len()
            };
            if enough && !sets.is_empty() {
                return Some(met);
            }
        }
        None
    }

    fn set_is_met(&self, set: &SkipSet, moment: &Moment) -> bool {
        let mut conditions = set.conditions.iter();
        if set.any {
            conditions.any(|condition| self.is_met(condition, moment))
        } else {
            conditions.all(|condition| self.is_met(condition, moment))
        }
    }

    fn is_met(&self, condition: &Condition, moment: &Moment) -> bool {
        match condition {
            Condition::Age(ages) => self.patient.is_of(ages, moment.reference),
            Condition::Interval(period) => {
                let last = self.judged.last();
                last.is_some_and(|last| period.after(last.on) <= moment.reference)
            }
            Condition::CompletedSeries(groups) => {
                groups.iter().any(|group| self.complete_groups.contains(group))
            }
            Condition::Count {
                cvx,
                ages,
                days,
                of,
                is,
                than,
            } => {
                let alike = |code: &str| cvx.is_empty() || cvx.contains(&code);
                let days = days.season(self.patient.on);
                let in_time = |on: Date| {
                    self.patient.is_of(ages, on)
                        && days.first.is_none_or(|first| first <= on)
                        && days.last.is_none_or(|last| on < last)
                };
                let given = self.patient.given.iter().enumerate().take(moment.place);
                let count = given
                    .filter(|(place, dose)| {
                        let judged = self.judged.iter().find(|it| it.place == *place);
                        let valid = judged.is_some_and(|it| it.evaluation.status == DoseStatus::Valid);
                        let counted = match of {
                            DoseType::Valid => valid,
                            DoseType::Total => judged.is_some() || !cvx.is_empty(),
                        };
                        counted && alike(&dose.cvx) && in_time(dose.on)
                    })
                    .count();
                count.cmp(than) == *is
            }
        }
    }
}
