//! A series goes through the doses of a person (4.4, chapter 6).

mod age;
mod conflict;
mod interval;
pub(super) mod skip;
mod vaccine;

use jiff::civil::Date;

use super::outcome::{DoseReason, DoseStatus, Evaluation};
use super::patient::Patient;
use super::schedule::{Context, Series, SeriesDose};
use crate::Rule;
use skip::Moment;

/// A series on its way through a person's doses.
pub(super) struct Course<'a> {
    pub(super) patient: &'a Patient<'a>,
    pub(super) series: &'static Series,
    /// The series groups of the antigen that have a complete series.
    pub(super) complete_groups: Vec<&'static str>,
    pub(super) targets: Vec<Target>,
    /// The place of the target dose that is to be satisfied next.
    pub(super) at: usize,
    pub(super) judged: Vec<Judged>,
}

/// A dose of the series that the person needs (3.1).
#[derive(Clone, Copy)]
pub(super) struct Target {
    pub(super) dose: &'static SeriesDose,
    pub(super) status: TargetStatus,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum TargetStatus {
    NotSatisfied,
    /// By a dose of this day.
    Satisfied(Date),
    Skipped,
}

/// What was made of a given dose.
pub(super) struct Judged {
    /// Its place among all doses of the person.
    pub(super) place: usize,
    pub(super) on: Date,
    pub(super) evaluation: Evaluation,
    /// A vaccine that should not have been given: no interval counts from it.
    pub(super) inadvertent: bool,
}

/// What the steps find of one dose against one target dose.
#[derive(Default)]
struct Findings {
    reasons: Vec<DoseReason>,
    rules: Vec<Rule>,
}

impl<'a> Course<'a> {
    /// Evaluates every dose against the antigen (figure 4-6).
    pub(super) fn run(
        patient: &'a Patient<'a>,
        series: &'static Series,
        complete_groups: &[&'static str],
    ) -> Self {
        let target = |dose| Target {
            dose,
            status: TargetStatus::NotSatisfied,
        };
        let mut course = Self {
            patient,
            series,
            complete_groups: complete_groups.to_vec(),
            targets: series.doses.iter().map(target).collect(),
            at: 0,
            judged: Vec::new(),
        };
        for place in patient.against(series.antigen) {
            course.judge(*place);
        }
        course
    }

    /// How many target doses are satisfied (SELECTB-21).
    pub(super) fn valid_doses(&self) -> usize {
        self.satisfied().count()
    }

    /// The satisfied target doses with their days.
    pub(super) fn satisfied(&self) -> impl Iterator<Item = (&'static SeriesDose, Date)> {
        self.targets.iter().filter_map(|target| match target.status {
            TargetStatus::Satisfied(on) => Some((target.dose, on)),
            _ => None,
        })
    }

    /// Whether the series is the person's business by now: one for old age is not a child's.
    pub(super) fn has_come(&self) -> bool {
        let min = self.series.min_age_to_start;
        self.valid_doses() > 0 || min.is_none_or(|min| self.patient.aged(&min) <= self.patient.on)
    }

    /// The target dose that is to be satisfied next.
    pub(super) fn next(&self) -> Option<&'static SeriesDose> {
        self.targets.get(self.at).map(|target| target.dose)
    }

    /// Leaves out the target dose that is next.
    pub(super) fn skip(&mut self) {
        if let Some(target) = self.targets.get_mut(self.at) {
            target.status = TargetStatus::Skipped;
        }
        self.at += 1;
    }

    fn judge(&mut self, place: usize) {
        let Some(dose) = self.patient.given.get(place).copied() else {
            return;
        };
        let mut found = Findings::default();
        let (target, status) = loop {
            let Some(target) = self.next() else {
                found.reasons.push(DoseReason::AlreadyComplete);
                break (None, DoseStatus::Extraneous);
            };
            if let Some(reason) = bad_condition(dose) {
                found.reasons.push(reason);
                found.rules.push(target.rule);
                break (Some(target), DoseStatus::SubStandard);
            }
            let moment = Moment {
                reference: dose.on,
                anchor: dose.on,
                place,
                context: Context::Evaluation,
            };
            if let Some(rules) = self.skippable(target, &moment) {
                found.rules.extend(rules);
                self.skip();
                continue;
            }
            found.rules.push(target.rule);
            break (Some(target), self.against(target, place, &mut found));
        };
        if status == DoseStatus::Valid {
            self.satisfy(dose.on);
        }
        let inadvertent = found.reasons.contains(&DoseReason::Inadvertent);
        let evaluation = Evaluation {
            entry: dose.entry.clone(),
            on: dose.on,
            target: target.map(|target| target.number),
            status,
            reasons: found.reasons,
            rules: found.rules,
        };
        self.judged.push(Judged {
            place,
            on: dose.on,
            evaluation,
            inadvertent,
        });
    }

    /// Holds a dose against a target dose (6.3 to 6.10).
    fn against(&self, target: &'static SeriesDose, place: usize, found: &mut Findings) -> DoseStatus {
        let Some(dose) = self.patient.given.get(place).copied() else {
            return DoseStatus::NotValid;
        };
        if vaccine::is_inadvertent(target, dose, found) {
            return DoseStatus::NotValid;
        }
        let age = age::of(self.patient, target, dose, found);
        let interval = self.keeps_intervals(target, place, found);
        let free = !self.in_conflict(place, found);
        let vaccine = vaccine::suits(self.patient, target, dose, found);
        match age {
            age::Verdict::TooOld => DoseStatus::Extraneous,
            age::Verdict::Right if interval && free && vaccine => DoseStatus::Valid,
            _ => DoseStatus::NotValid,
        }
    }

    /// Marks the next target dose as satisfied; one that recurs follows itself.
    fn satisfy(&mut self, on: Date) {
        let Some(target) = self.targets.get_mut(self.at) else {
            return;
        };
        target.status = TargetStatus::Satisfied(on);
        self.at += 1;
        let dose = target.dose;
        if dose.recurring {
            let status = TargetStatus::NotSatisfied;
            self.targets.insert(self.at, Target { dose, status });
        }
    }
}

/// Whether a dose is worthless whatever else holds (6.1).
fn bad_condition(dose: &super::Dose) -> Option<DoseReason> {
    if dose.lot_expires.is_some_and(|expires| expires < dose.on) {
        return Some(DoseReason::Expired);
    }
    dose.must_repeat.then_some(DoseReason::BadCondition)
}
