//! What comes next in a series (chapter 7).

mod contraindication;
mod dates;
mod immunity;

use jiff::civil::Date;

use super::evaluate::skip::Moment;
use super::evaluate::{Course, TargetStatus};
use super::outcome::{Dates, ForecastReason, Recommended, SeriesForecast, Status};
use super::patient::Patient;
use super::schedule::{Antigen, Context, Series, SeriesDose};
use crate::Rule;
use contraindication::Barred;

/// A series with all that is known of it.
pub(super) struct Path<'a> {
    pub(super) course: Course<'a>,
    pub(super) status: Status,
    reason: Option<ForecastReason>,
    /// The days of the next dose, also where it must not or need not be given.
    pub(super) dates: Option<Dates>,
    vaccines: Vec<Recommended>,
    rules: Vec<Rule>,
}

/// What holds for every series of an antigen.
pub(super) struct AntigenFacts {
    immune: Option<Rule>,
    barred: Barred,
}

impl AntigenFacts {
    pub(super) fn of(patient: &Patient<'_>, antigen: &'static Antigen) -> Self {
        Self {
            immune: immunity::evidence(patient, antigen),
            barred: Barred::of(patient, antigen),
        }
    }
}

impl<'a> Path<'a> {
    /// Evaluates a series and forecasts its next dose (figures 7-1, 7-6).
    pub(super) fn of(
        patient: &'a Patient<'a>,
        series: &'static Series,
        facts: &AntigenFacts,
        complete_groups: &[&'static str],
    ) -> Self {
        let mut path = Self {
            course: Course::run(patient, series, complete_groups),
            status: Status::NotComplete,
            reason: None,
            dates: None,
            vaccines: Vec::new(),
            rules: Vec::new(),
        };
        path.skip_at(patient.on);
        while let Some(target) = path.course.next() {
            path.forecast(target, facts);
            let earliest = path.dates.map(|dates| dates.earliest);
            if path.status != Status::NotComplete || !earliest.is_some_and(|earliest| path.skip_at(earliest))
            {
                return path;
            }
        }
        path.end();
        path
    }

    /// Leaves out every target dose that can be on a day; whether one was.
    fn skip_at(&mut self, reference: Date) -> bool {
        let mut skipped = false;
        while let Some(target) = self.course.next() {
            let moment = Moment {
                reference,
                anchor: self.course.patient.on,
                place: usize::MAX,
                context: Context::Forecast,
            };
            let Some(rules) = self.course.skippable(target, &moment) else {
                break;
            };
            self.rules.extend(rules);
            self.course.skip();
            skipped = true;
        }
        skipped
    }

    /// No target dose is left (table 7-10, second and third column).
    fn end(&mut self) {
        (self.dates, self.vaccines) = (None, Vec::new());
        let (status, reason) = match self.course.valid_doses() {
            0 => (Status::NotRecommended, ForecastReason::PastImmunization),
            _ => (Status::Complete, ForecastReason::Complete),
        };
        (self.status, self.reason) = (status, Some(reason));
    }

    /// Whether another dose is to be given, and when (7.4, 7.5).
    fn forecast(&mut self, target: &'static SeriesDose, facts: &AntigenFacts) {
        let patient = self.course.patient;
        let (dates, rules) = self.course.dates(target);
        let ends = target.season.season(patient.on).last;
        let no = if let Some(rule) = facts.immune {
            self.rules.push(rule);
            Some((Status::Immune, ForecastReason::Immune))
        } else if let Some(rule) = facts.barred.whole(patient, target) {
            self.rules.push(rule);
            Some((Status::Contraindicated, ForecastReason::Contraindicated))
        } else if ends.is_some_and(|last| last < patient.on) {
            Some((Status::NotRecommended, ForecastReason::SeasonNotCovered))
        } else {
            match dates {
                Some(Dates {
                    latest: Some(latest), ..
                }) if latest < patient.on => Some((Status::AgedOut, ForecastReason::TooOld)),
                Some(Dates {
                    latest: Some(latest),
                    earliest,
                    ..
                }) if latest < earliest => Some((Status::AgedOut, ForecastReason::CannotFinish)),
                Some(_) => None,
                // Table 7-9: no earliest date is taken to be later than any maximum age.
                None => Some((Status::AgedOut, ForecastReason::CannotFinish)),
            }
        };
        self.rules.extend(rules);
        self.dates = dates;
        (self.status, self.reason) = no.map_or((Status::NotComplete, None), |(status, reason)| {
            (status, Some(reason))
        });
        self.vaccines = match dates {
            Some(dates) if self.status == Status::NotComplete => {
                facts.barred.recommended(patient, target, &dates)
            }
            _ => Vec::new(),
        };
    }

    /// The number of the next dose (FORECASTDN-1): of a season, only its own doses count.
    pub(super) fn dose_number(&self) -> usize {
        let on = self.course.patient.on;
        let season = self.course.next().and_then(|dose| dose.season.season(on).first);
        let counts = |(dose, on): &(&SeriesDose, Date)| match season {
            Some(first) => dose.season.first.is_some() && first <= *on,
            None => dose.season.first.is_none(),
        };
        self.course.satisfied().filter(counts).count() + 1
    }

    /// Whether at least one target dose is satisfied, and another is to come (SELECTB-16).
    pub(super) fn in_process(&self) -> bool {
        self.status == Status::NotComplete && self.course.valid_doses() > 0
    }

    /// Whether a person can only enter the series past its first doses, as a grown-up that of infants, and has no valid dose
    /// in it. The specification is silent on it; such a series keeps no other from being chosen, as CDC's cases expect of
    /// grown-ups who need protection from meningococci.
    pub(super) fn is_past_its_start(&self) -> bool {
        let first = self.course.targets.first().map(|target| target.status);
        let continues_another = self.course.series.asks_for_complete;
        let entered_late =
            first == Some(TargetStatus::Skipped) && self.course.valid_doses() == 0 && !continues_another;
        self.status == Status::AgedOut || entered_late
    }

    /// How many target doses are still to be satisfied.
    pub(super) fn left(&self) -> usize {
        let open = |status| status == TargetStatus::NotSatisfied;
        self.course
            .targets
            .iter()
            .filter(|target| open(target.status))
            .count()
    }

    /// What callers are told.
    pub(super) fn outcome(self, best: bool) -> SeriesForecast {
        let next = self.status == Status::NotComplete;
        SeriesForecast {
            rule: self.course.series.rule,
            name: self.course.series.name,
            antigen: self.course.series.antigen,
            kind: self.course.series.kind,
            series_group: self.course.series.group,
            best,
            dose_number: self.dose_number(),
            target: self.course.next().map(|dose| dose.number),
            evaluations: self
                .course
                .judged
                .into_iter()
                .map(|judged| judged.evaluation)
                .collect(),
            status: self.status,
            reason: self.reason,
            dates: self.dates.filter(|_| next),
            vaccines: self.vaccines,
            rules: self.rules,
        }
    }

    /// Why it stands where it stands.
    pub(super) fn reason(&self) -> Option<ForecastReason> {
        self.reason
    }

    /// Which vaccines are recommended.
    pub(super) fn vaccines(&self) -> &[Recommended] {
        &self.vaccines
    }
}
