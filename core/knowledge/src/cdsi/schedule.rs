//! The schedule in memory: the `cdsi_*` tables, each fact with its rule.

mod load;
mod series;

use std::collections::{BTreeMap, HashMap};
use std::sync::LazyLock;

use jiff::civil::Date;

use super::calendar::{Ages, Period};
use crate::{Rule, UnreadableTables};

pub(super) use series::{
    Condition, Context, DoseType, Gender, Indication, Interval, Reference, Series, SeriesDose, SkipSet,
    Vaccine,
};

/// Everything that the tables say.
pub(super) struct Schedule {
    pub(super) antigens: Vec<Antigen>,
    pub(super) groups: Vec<Group>,
    /// By CVX code.
    pub(super) vaccines: HashMap<&'static str, Vec<Association>>,
    /// By the CVX code of the earlier dose.
    pub(super) conflicts: HashMap<&'static str, Vec<Conflict>>,
    pub(super) observations: BTreeMap<&'static str, Observation>,
}

impl Schedule {
    /// A schedule of one's own, to be altered.
    #[cfg(test)]
    pub(super) fn load() -> Result<Self, UnreadableTables> {
        load::load()
    }

    /// The one schedule, loaded once.
    pub(super) fn get() -> Result<&'static Self, UnreadableTables> {
        static SCHEDULE: LazyLock<Result<Schedule, UnreadableTables>> = LazyLock::new(load::load);
        SCHEDULE.as_ref().map_err(|problem| *problem)
    }
}

/// A disease against which a vaccine protects.
pub(super) struct Antigen {
    pub(super) name: &'static str,
    pub(super) series: Vec<Series>,
    pub(super) contraindications: Vec<Contraindication>,
    pub(super) immunities: Vec<Immunity>,
}

/// Antigens whose vaccines are recommended together.
pub(super) struct Group {
    pub(super) name: &'static str,
    pub(super) antigens: Vec<&'static str>,
    /// Whether all its antigens are always given together.
    pub(super) full: bool,
}

/// A vaccine protects against an antigen, given at these ages.
pub(super) struct Association {
    pub(super) name: &'static str,
    pub(super) antigen: &'static str,
    pub(super) ages: Ages,
}

/// How long a vaccine disturbs another that is given after it.
pub(super) struct Conflict {
    pub(super) rule: Rule,
    /// The CVX code of the later dose.
    pub(super) current: &'static str,
    pub(super) begin: Period,
    /// After a dose that is valid or not judged.
    pub(super) min_end: Period,
    /// After any other dose.
    pub(super) end: Period,
}

/// Who must not have a vaccine.
pub(super) struct Contraindication {
    pub(super) rule: Rule,
    pub(super) observation: &'static str,
    pub(super) ages: Ages,
    /// Which vaccines; none: every vaccine against the antigen.
    pub(super) cvx: Vec<&'static str>,
    /// At which ages it bars these vaccines.
    pub(super) vaccine_ages: Ages,
    pub(super) text: &'static str,
    pub(super) guidance: &'static str,
}

/// Who is taken to be immune.
pub(super) enum Immunity {
    /// Whoever has this observation.
    Observation { rule: Rule, code: &'static str },
    /// Whoever was born before a day, in this country where it names one, and has none of these observations.
    Birth {
        rule: Rule,
        before: Date,
        country: Option<&'static str>,
        exclusions: Vec<&'static str>,
    },
}

/// A question that the schedule asks of a person.
pub(super) struct Observation {
    pub(super) title: &'static str,
    pub(super) snomed: Vec<&'static str>,
    pub(super) cvx: Vec<&'static str>,
}
