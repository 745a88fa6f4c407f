//! What an evaluation and a forecast say.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::Rule;

/// What the schedule says of a person on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Forecast {
    /// The day for which it holds.
    pub on: Date,
    /// The version of the tables.
    pub version: &'static str,
    /// What is due, by vaccine group in the order of their names. A group that has more than one independent series
    /// group (a standard and a risk series, childhood and old age) stands once for each, the one that asks for most first.
    pub groups: Vec<GroupForecast>,
    /// Every series that is relevant to the person, best ones first within their antigen.
    pub series: Vec<SeriesForecast>,
    /// What could not be decided, because nobody said: for a clinician to ask.
    pub unresolved: Vec<Unresolved>,
    /// Doses that no antigen of the schedule is protected by, or that lie after the day: by their entries.
    pub not_evaluated: Vec<String>,
}

impl Forecast {
    /// What a vaccine group is about first.
    pub fn group(&self, name: &str) -> Option<&GroupForecast> {
        self.groups.iter().find(|it| it.group == name)
    }

    /// What a dose, named by its entry, is worth for a vaccine group: for each antigen the best that any best series says,
    /// and of these the worst. An antigen that has had enough is silent where another has not.
    pub fn evaluation(&self, group: &str, entry: &str) -> Option<&Evaluation> {
        let of_group = self.groups.iter().filter(|it| it.group == group);
        let rows: Vec<&str> = of_group.flat_map(|it| it.series.iter().copied()).collect();
        let series = self.series.iter().filter(|it| rows.contains(&it.rule.row));
        let mut antigens: BTreeMap<&str, &Evaluation> = BTreeMap::new();
        for (antigen, it) in
            series.flat_map(|series| series.evaluations.iter().map(|it| (series.antigen, it)))
        {
            if it.entry == entry {
                let best = antigens.entry(antigen).or_insert(it);
                if it.status.worth() > best.status.worth() {
                    *best = it;
                }
            }
        }
        let order = |it: &&Evaluation| (it.status == DoseStatus::Extraneous, it.status.worth());
        antigens.into_values().min_by_key(order)
    }

    /// The series that a vaccine group is made from.
    pub fn series_of<'a>(&'a self, group: &'a GroupForecast) -> impl Iterator<Item = &'a SeriesForecast> {
        self.series
            .iter()
            .filter(|it| group.series.contains(&it.rule.row))
    }

    /// The doses that are to be given again, each once for a vaccine group: as [`Self::evaluation`] values them.
    pub fn to_repeat(&self) -> Vec<(&'static str, &Evaluation)> {
        let mut found: Vec<(&'static str, &Evaluation)> = Vec::new();
        for group in &self.groups {
            for it in self.series_of(group).flat_map(|series| &series.evaluations) {
                let worth = self.evaluation(group.group, &it.entry);
                let repeat =
                    |it: &&Evaluation| matches!(it.status, DoseStatus::NotValid | DoseStatus::SubStandard);
                let known = found
                    .iter()
                    .any(|(name, known)| *name == group.group && known.entry == it.entry);
                found.extend(
                    worth
                        .filter(repeat)
                        .filter(|_| !known)
                        .map(|it| (group.group, it)),
                );
            }
        }
        found
    }
}

/// Whom a series is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SeriesKind {
    /// Everyone of an age.
    Standard,
    /// People with a certain risk.
    Risk,
    /// Nobody any more, but who completed it is protected.
    EvaluationOnly,
}

/// Where a series, or a vaccine group, stands (table 3-3).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// A dose is to come.
    NotComplete,
    /// It must not be given.
    Contraindicated,
    /// There is evidence of immunity.
    Immune,
    /// All doses were given.
    Complete,
    /// What was given is enough for now, or the season that this edition covers is over.
    NotRecommended,
    /// Too old for it.
    AgedOut,
}

/// Why a series stands where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ForecastReason {
    /// The series is complete.
    Complete,
    /// What was given makes the doses needless.
    PastImmunization,
    /// There is evidence of immunity.
    Immune,
    /// There is a contraindication.
    Contraindicated,
    /// The edition does not cover the season: it says nothing of the next one.
    SeasonNotCovered,
    /// The maximum age is reached.
    TooOld,
    /// The maximum age would be reached before the next dose may be given.
    CannotFinish,
}

/// What was made of a dose (table 3-1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DoseStatus {
    /// Given as recommended.
    Valid,
    /// Not given as recommended: to be repeated.
    NotValid,
    /// Not given as recommended, but not to be repeated.
    Extraneous,
    /// Of a condition that makes it worthless: to be repeated.
    SubStandard,
}

impl DoseStatus {
    fn worth(self) -> u8 {
        match self {
            Self::Valid => 2,
            Self::Extraneous => 1,
            Self::NotValid | Self::SubStandard => 0,
        }
    }
}

/// Why a dose is what it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DoseReason {
    /// After the lot had expired.
    Expired,
    /// Known to be in bad condition.
    BadCondition,
    /// A vaccine that should not have been given as this dose.
    Inadvertent,
    /// Below the absolute minimum age.
    TooYoung,
    /// A few days before the minimum age, which is accepted.
    GraceOfAge,
    /// A few days before the minimum interval, which is accepted.
    GraceOfInterval,
    /// At the maximum age or after.
    TooOld,
    /// Less than the absolute minimum interval.
    TooSoon,
    /// Too soon after another vaccine that disturbs it.
    Conflict,
    /// A vaccine that is neither preferable nor allowable for this dose.
    WrongVaccine,
    /// Less than the recommended volume.
    SmallVolume,
    /// The series was complete already.
    AlreadyComplete,
}

/// A dose as a series sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evaluation {
    /// The dose: its entry.
    pub entry: String,
    /// The day on which it was given.
    pub on: Date,
    /// The number of the dose in the series against which it was held; none when the series was complete.
    pub target: Option<u8>,
    /// What it is.
    pub status: DoseStatus,
    /// Why, in the order of the steps.
    pub reasons: Vec<DoseReason>,
    /// The rules that decided: those by which doses were left out, then that of the target dose and what it asks.
    pub rules: Vec<Rule>,
}

/// The days of the next dose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dates {
    /// From this day it may be given.
    pub earliest: Date,
    /// From this day it is recommended; never before `earliest`.
    pub recommended: Date,
    /// The same by the schedule alone, whatever was missed.
    pub unadjusted_recommended: Date,
    /// After this day it is overdue; never before `earliest`.
    pub past_due: Option<Date>,
    /// The same by the schedule alone.
    pub unadjusted_past_due: Option<Date>,
    /// On this day it may be given for the last time.
    pub latest: Option<Date>,
}

/// One vaccine that a forecast recommends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Recommended {
    /// Its CVX code.
    pub cvx: &'static str,
    /// Its manufacturer's MVX code, where only one is meant.
    pub mvx: Option<&'static str>,
    /// What it is called, in CDC's words.
    pub name: &'static str,
}

/// One series: what was made of each dose, and what comes next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeriesForecast {
    /// The series: a row of `cdsi_series`.
    pub rule: Rule,
    /// Its name.
    pub name: &'static str,
    /// The antigen.
    pub antigen: &'static str,
    /// Whom it is for.
    pub kind: SeriesKind,
    /// The series group of the antigen: one of each is the best.
    pub series_group: &'static str,
    /// Whether it is a best series: what the person is to follow (8.8).
    pub best: bool,
    /// The doses that count for the antigen, in the order in which they were given.
    pub evaluations: Vec<Evaluation>,
    /// Where it stands.
    pub status: Status,
    /// Why, unless a dose is to come.
    pub reason: Option<ForecastReason>,
    /// The number of the next dose, counted in doses that were valid.
    pub dose_number: usize,
    /// The next dose in the series: its number there.
    pub target: Option<u8>,
    /// When, if a dose is to come.
    pub dates: Option<Dates>,
    /// Which vaccines, if a dose is to come.
    pub vaccines: Vec<Recommended>,
    /// The rules that decided about what comes next.
    pub rules: Vec<Rule>,
}

/// What a vaccine group asks for: the best series of its antigens together (chapter 9).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupForecast {
    /// The vaccine group.
    pub group: &'static str,
    /// Whom its series are for.
    pub kind: SeriesKind,
    /// Their series group.
    pub series_group: &'static str,
    /// Where it stands.
    pub status: Status,
    /// Why, of every series in it.
    pub reasons: Vec<ForecastReason>,
    /// The number of the next dose.
    pub dose_number: usize,
    /// When, if a dose is to come.
    pub dates: Option<Dates>,
    /// Which antigens the next dose is to protect against.
    pub antigens: Vec<&'static str>,
    /// Which vaccines.
    pub vaccines: Vec<Recommended>,
    /// What CDC tells the clinician with it, in its words.
    pub guidance: Vec<&'static str>,
    /// The series that it is made from, in [`Forecast::series`]: rows of `cdsi_series`.
    pub series: Vec<&'static str>,
    /// Doses against any of its antigens of which nobody wrote the day, by their entries: what is due may have been given.
    pub undated: Vec<String>,
}

/// How a dose that is to come stands on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Urgency {
    /// It is not recommended yet.
    Later,
    /// It is recommended.
    Due,
    /// It should have been given.
    Overdue,
}

impl GroupForecast {
    /// How the next dose stands on a day; `None` where none is to come.
    pub fn urgency(&self, on: Date) -> Option<Urgency> {
        let to_come = self.status == Status::NotComplete;
        to_come.then(|| match self.dates {
            Some(dates) if dates.past_due.is_some_and(|past_due| past_due < on) => Urgency::Overdue,
            Some(dates) if dates.recommended <= on => Urgency::Due,
            _ => Urgency::Later,
        })
    }
}

/// What the schedule asks and nobody answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unresolved {
    /// The antigen that it is about.
    pub antigen: &'static str,
    /// What the answer would change.
    pub changes: Changes,
    /// The observation: its code.
    pub observation: &'static str,
    /// What it is called.
    pub title: &'static str,
    /// What follows when it holds, in CDC's words.
    pub text: &'static str,
    /// The rule.
    pub rule: Rule,
}

/// What an answer would change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Changes {
    /// A series for people at risk would be relevant.
    Indication,
    /// A vaccine, or all against the antigen, must not be given.
    Contraindication,
    /// Being born early enough is no evidence of immunity.
    Immunity,
}
