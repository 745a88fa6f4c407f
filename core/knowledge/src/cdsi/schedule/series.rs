//! A series: one path to immunity, and the facts of its doses.

use crate::cdsi::SeriesKind;
use crate::cdsi::calendar::{Ages, Days, Period};
use crate::{Rule, Sex};

/// One path to immunity against an antigen.
pub(in crate::cdsi) struct Series {
    pub(in crate::cdsi) rule: Rule,
    pub(in crate::cdsi) antigen: &'static str,
    pub(in crate::cdsi) name: &'static str,
    pub(in crate::cdsi) kind: SeriesKind,
    /// Empty: for everyone.
    pub(in crate::cdsi) genders: Vec<Gender>,
    /// The series groups of the antigen that make this one needless.
    pub(in crate::cdsi) equivalent_groups: Vec<&'static str>,
    pub(in crate::cdsi) default: bool,
    pub(in crate::cdsi) product_path: bool,
    pub(in crate::cdsi) group: &'static str,
    /// `A` before `B` before `C`.
    pub(in crate::cdsi) priority: &'static str,
    /// The lowest number is preferred; a series without one comes last.
    pub(in crate::cdsi) preference: u8,
    pub(in crate::cdsi) min_age_to_start: Option<Period>,
    pub(in crate::cdsi) max_age_to_start: Option<Period>,
    pub(in crate::cdsi) guidance: &'static str,
    pub(in crate::cdsi) indications: Vec<Indication>,
    /// Whether it asks if others are complete.
    pub(in crate::cdsi) asks_for_complete: bool,
    /// In their order.
    pub(in crate::cdsi) doses: Vec<SeriesDose>,
}

/// For whom a series can be.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(in crate::cdsi) enum Gender {
    Known(Sex),
    Unknown,
}

/// Who needs a series of risk.
pub(in crate::cdsi) struct Indication {
    pub(in crate::cdsi) rule: Rule,
    pub(in crate::cdsi) observation: &'static str,
    pub(in crate::cdsi) ages: Ages,
    pub(in crate::cdsi) text: &'static str,
    pub(in crate::cdsi) guidance: &'static str,
}

/// One dose of a series and what it must fulfil.
pub(in crate::cdsi) struct SeriesDose {
    pub(in crate::cdsi) rule: Rule,
    /// From 1.
    pub(in crate::cdsi) number: u8,
    /// Whether it is due again after it was given.
    pub(in crate::cdsi) recurring: bool,
    pub(in crate::cdsi) season: Days,
    pub(in crate::cdsi) ages: Vec<Age>,
    pub(in crate::cdsi) preferable_intervals: Vec<Interval>,
    pub(in crate::cdsi) allowable_intervals: Vec<Interval>,
    pub(in crate::cdsi) preferable: Vec<Vaccine>,
    pub(in crate::cdsi) allowable: Vec<Vaccine>,
    pub(in crate::cdsi) inadvertent: Vec<Vaccine>,
    pub(in crate::cdsi) skips: Vec<Skip>,
}

/// At which age a dose is right.
pub(in crate::cdsi) struct Age {
    pub(in crate::cdsi) rule: Rule,
    pub(in crate::cdsi) abs_min: Option<Period>,
    pub(in crate::cdsi) min: Option<Period>,
    pub(in crate::cdsi) earliest_rec: Option<Period>,
    pub(in crate::cdsi) latest_rec: Option<Period>,
    pub(in crate::cdsi) max: Option<Period>,
    pub(in crate::cdsi) effect: Days,
}

/// How far a dose must lie from something before it.
pub(in crate::cdsi) struct Interval {
    pub(in crate::cdsi) rule: Rule,
    pub(in crate::cdsi) from: Reference,
    pub(in crate::cdsi) abs_min: Option<Period>,
    pub(in crate::cdsi) min: Option<Period>,
    pub(in crate::cdsi) earliest_rec: Option<Period>,
    pub(in crate::cdsi) latest_rec: Option<Period>,
    /// Whether it comes before the other antigens of the group.
    pub(in crate::cdsi) first: bool,
    pub(in crate::cdsi) effect: Days,
}

/// From what an interval is counted.
pub(in crate::cdsi) enum Reference {
    /// The dose before.
    Previous,
    /// The dose that satisfied the target dose of this number.
    Target(u8),
    /// The last dose of one of these vaccines.
    Recent(Vec<&'static str>),
    /// The day of this observation.
    Observation(&'static str),
}

/// Vaccines that suit a dose, or do not.
pub(in crate::cdsi) struct Vaccine {
    pub(in crate::cdsi) rule: Rule,
    pub(in crate::cdsi) cvx: Vec<&'static str>,
    /// Only of this manufacturer.
    pub(in crate::cdsi) mvx: Option<&'static str>,
    pub(in crate::cdsi) ages: Ages,
    /// In millilitres, as the schedule writes it.
    pub(in crate::cdsi) volume: &'static str,
    /// Whether a forecast names it.
    pub(in crate::cdsi) forecast: bool,
}

/// When a dose is not needed: all sets are met, or any.
pub(in crate::cdsi) struct Skip {
    pub(in crate::cdsi) context: Context,
    pub(in crate::cdsi) any: bool,
    pub(in crate::cdsi) sets: Vec<SkipSet>,
}

/// Where a skip counts.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(in crate::cdsi) enum Context {
    Evaluation,
    Forecast,
    Both,
}

/// Conditions of which all must be met, or any.
pub(in crate::cdsi) struct SkipSet {
    pub(in crate::cdsi) rule: Rule,
    pub(in crate::cdsi) number: &'static str,
    pub(in crate::cdsi) any: bool,
    pub(in crate::cdsi) effect: Days,
    pub(in crate::cdsi) conditions: Vec<Condition>,
}

/// One condition of a skip.
pub(in crate::cdsi) enum Condition {
    Age(Ages),
    /// Enough time since the dose before.
    Interval(Period),
    /// A complete series in one of these series groups.
    CompletedSeries(Vec<&'static str>),
    /// So many doses, given at these ages on these days.
    Count {
        cvx: Vec<&'static str>,
        ages: Ages,
        /// The last day is not included.
        days: Days,
        of: DoseType,
        is: std::cmp::Ordering,
        than: usize,
    },
}

/// Which doses a condition counts.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(in crate::cdsi) enum DoseType {
    Valid,
    Total,
}
