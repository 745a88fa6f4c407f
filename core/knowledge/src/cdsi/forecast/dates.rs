//! When the next dose is due (FORECASTDTCAN-1, FORECASTDT-1 to -6).

use jiff::civil::Date;

use crate::Rule;
use crate::cdsi::calendar::{Period, eve};
use crate::cdsi::evaluate::Course;
use crate::cdsi::outcome::{Dates, DoseStatus};
use crate::cdsi::schedule::{Interval, SeriesDose};

impl Course<'_> {
    /// The days of a target dose, and the rules that set them. No days where nothing says from when it may be given.
    pub(super) fn dates(&self, target: &SeriesDose) -> (Option<Dates>, Vec<Rule>) {
        let patient = self.patient;
        let age = target.ages.iter().find(|age| age.effect.hold(patient.on));
        let intervals: Vec<(&Interval, Date)> = target
            .preferable_intervals
            .iter()
            .filter(|interval| interval.effect.hold(patient.on))
            .filter_map(|interval| Some((interval, self.reference(interval, usize::MAX)?)))
            .collect();
        let latest_of = |period: fn(&Interval) -> Option<Period>| {
            let days = intervals
                .iter()
                .filter_map(|(interval, from)| Some(period(interval)?.after(*from)));
            days.max()
        };
        let aged = |age: Option<Period>| age.map(|age| patient.aged(&age));

        let earliest = [
            aged(age.and_then(|age| age.min)),
            latest_of(|interval| interval.min),
            self.conflict_end(target),
            target.season.season(patient.on).first,
            self.last_dose(),
        ];
        let dates = earliest.into_iter().flatten().max().map(|earliest| {
            let unadjusted_recommended = aged(age.and_then(|age| age.earliest_rec))
                .or_else(|| latest_of(|interval| interval.earliest_rec))
                .unwrap_or(earliest);
            let unadjusted_past_due = aged(age.and_then(|age| age.latest_rec))
                .or_else(|| latest_of(|interval| interval.latest_rec))
                .map(eve);
            Dates {
                earliest,
                recommended: unadjusted_recommended.max(earliest),
                unadjusted_recommended,
                past_due: unadjusted_past_due.map(|day| day.max(earliest)),
                unadjusted_past_due,
                latest: aged(age.and_then(|age| age.max)).map(eve),
            }
        });
        let mut rules = vec![target.rule];
        rules.extend(age.map(|age| age.rule));
        rules.extend(intervals.iter().map(|(interval, _)| interval.rule));
        (dates, rules)
    }

    /// The last day on which a dose was held against the series; one of bad condition was not.
    fn last_dose(&self) -> Option<Date> {
        let held = self
            .judged
            .iter()
            .filter(|it| it.evaluation.status != DoseStatus::SubStandard);
        held.map(|it| it.on).max()
    }

    /// When no vaccine given before disturbs a preferable one any more (CALCDTCONFLICT-3).
    fn conflict_end(&self, target: &SeriesDose) -> Option<Date> {
        let preferable = target.preferable.iter().flat_map(|vaccine| &vaccine.cvx);
        let preferable: Vec<&str> = preferable.copied().collect();
        let disturbing = self.patient.disturbing(&preferable);
        let ends = disturbing.map(|(_, dose, conflict)| conflict.end.after(dose.on));
        ends.max()
    }
}
