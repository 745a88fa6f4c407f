//! Which vaccines are due, and what the doses given so far are worth: CDC's *Clinical Decision Support for Immunization*
//! (CDSi), by its logic specification for ACIP recommendations 4.6 and its supporting data.
//!
//! The modules are the chapters of the specification; numbers of rules and tables in the comments are its own.

mod best;
mod calendar;
mod evaluate;
#[cfg(test)]
mod facts;
mod findings;
mod forecast;
mod group;
mod history;
mod outcome;
mod patient;
mod product;
mod record;
mod relevance;
mod schedule;

use jiff::civil::Date;

pub use findings::findings;
pub use history::{Dose, History, Observed, Undated};
pub use outcome::{
    Changes, Dates, DoseReason, DoseStatus, Evaluation, Forecast, ForecastReason, GroupForecast, Recommended,
    SeriesForecast, SeriesKind, Status, Unresolved, Urgency,
};
pub use product::{Product, product};
pub use record::{FromRecord, history};

use crate::{UnreadableTables, version};
use forecast::{AntigenFacts, Path};
use patient::Patient;
use schedule::{Antigen, Schedule, Series};

/// What is due on a day, and what the doses given by then are worth.
///
/// ```
/// use jiff::civil::date;
/// use pocketchart_knowledge::cdsi::{self, Dose, DoseStatus, History, Status};
///
/// let mut history = History::of(date(2024, 1, 1));
/// history.doses.push(Dose::of(date(2025, 1, 10), "03", "first"));
/// let forecast = cdsi::forecast(&history, date(2025, 6, 1))?;
/// let mmr = forecast.group("MMR").unwrap();
/// assert_eq!((mmr.status, mmr.dose_number), (Status::NotComplete, 2));
/// assert_eq!(mmr.dates.unwrap().recommended, date(2028, 1, 1));
/// # Ok::<(), pocketchart_knowledge::UnreadableTables>(())
/// ```
///
/// # Errors
/// [`UnreadableTables`].
pub fn forecast(history: &History, on: Date) -> Result<Forecast, UnreadableTables> {
    Ok(forecast_by(Schedule::get()?, history, on, version()?))
}

fn forecast_by(schedule: &'static Schedule, history: &History, on: Date, version: &'static str) -> Forecast {
    let patient = Patient::new(schedule, history, on);
    let followed: Vec<Followed<'_>> = schedule
        .antigens
        .iter()
        .map(|antigen| Followed::of(&patient, antigen))
        .collect();
    let groups = schedule.groups.iter().flat_map(|group| {
        let of_group = |it: &&Followed<'_>| group.antigens.contains(&it.antigen.name);
        let best: Vec<&Path<'_>> = followed
            .iter()
            .filter(of_group)
            .flat_map(Followed::best)
            .collect();
        group::forecasts(&patient, group, &best)
    });
    Forecast {
        on,
        version,
        groups: groups.collect(),
        unresolved: unresolved(&patient),
        not_evaluated: not_evaluated(&patient),
        series: followed.into_iter().flat_map(Followed::outcomes).collect(),
    }
}

/// The relevant series of an antigen, and the places of the best.
struct Followed<'a> {
    antigen: &'static Antigen,
    paths: Vec<Path<'a>>,
    best: Vec<usize>,
}

impl<'a> Followed<'a> {
    fn of(patient: &'a Patient<'a>, antigen: &'static Antigen) -> Self {
        let facts = AntigenFacts::of(patient, antigen);
        let needed = antigen.series.iter().filter(|series| patient.needs(series));
        // Series that ask whether others are complete come after them.
        let (later, first): (Vec<&Series>, Vec<&Series>) =
            needed.partition(|series| series.asks_for_complete);
        let mut paths: Vec<Path<'_>> = first
            .iter()
            .map(|series| Path::of(patient, series, &facts, &[]))
            .collect();
        let done = paths.iter().filter(|path| path.status == Status::Complete);
        let complete: Vec<&str> = done.map(|path| path.course.series.group).collect();
        paths.extend(
            later
                .iter()
                .map(|series| Path::of(patient, series, &facts, &complete)),
        );
        let best = best::best(&paths);
        Self { antigen, paths, best }
    }

    fn best(&self) -> impl Iterator<Item = &Path<'a>> {
        self.best.iter().filter_map(|place| self.paths.get(*place))
    }

    /// Best ones first.
    fn outcomes(self) -> Vec<SeriesForecast> {
        let paths = self.paths.into_iter().enumerate();
        let mut outcomes: Vec<_> = paths
            .map(|(place, path)| path.outcome(self.best.contains(&place)))
            .collect();
        outcomes.sort_by_key(|outcome| !outcome.best);
        outcomes
    }
}

/// What nobody said, each question once for what it would change.
fn unresolved(patient: &Patient<'_>) -> Vec<Unresolved> {
    let mut all = Vec::new();
    for antigen in &patient.schedule.antigens {
        let series = antigen.series.iter();
        series.for_each(|series| patient.unresolved_indications(series, &mut all));
        patient.unresolved_contraindications(antigen, &mut all);
        patient.unresolved_immunity(antigen, &mut all);
    }
    all.sort_by_key(|it| (it.antigen, it.changes, it.observation));
    all.dedup_by_key(|it| (it.antigen, it.changes, it.observation));
    all
}

/// Doses after the day, and doses of vaccines that the schedule does not know.
fn not_evaluated(patient: &Patient<'_>) -> Vec<String> {
    let known =
        |dose: &&Dose| dose.on <= patient.on && patient.schedule.vaccines.contains_key(dose.cvx.as_str());
    let mut left: Vec<String> = patient
        .history
        .doses
        .iter()
        .filter(|dose| !known(dose))
        .map(|dose| dose.entry.clone())
        .collect();
    left.sort();
    left
}
