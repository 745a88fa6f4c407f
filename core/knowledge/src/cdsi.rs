//! Which vaccines are due, and what the doses given so far are worth: CDC's *Clinical Decision Support for Immunization*
//! (CDSi), by its logic specification for ACIP recommendations 4.6 and its supporting data.
//!
//! The modules are the chapters of the specification; numbers of rules and tables in the comments are its own.

mod best;
mod calendar;
mod evaluate;
#[cfg(test)]
mod facts;
mod forecast;
mod group;
mod history;
mod outcome;
mod patient;
mod record;
mod relevance;
mod schedule;

use jiff::civil::Date;

pub use history::{Dose, History, Observed};
pub use outcome::{
    Changes, Dates, DoseReason, DoseStatus, Evaluation, Forecast, ForecastReason, GroupForecast, Recommended,
    SeriesForecast, SeriesKind, Status, Unresolved,
};
pub use record::{FromRecord, history};

use crate::{UnreadableTables, version};
use forecast::{AntigenFacts, Path};
use patient::Patient;
use schedule::{Condition, Schedule, Series};

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
    let mut unresolved = Vec::new();
    let mut antigens = Vec::new();
    let mut complete = Vec::new();
    for antigen in &schedule.antigens {
        let facts = AntigenFacts::of(&patient, antigen);
        antigen
            .series
            .iter()
            .for_each(|series| patient.unresolved_indications(series, &mut unresolved));
        forecast::contraindication::unresolved(&patient, antigen, &mut unresolved);
        antigens.push((antigen, facts));
        complete.push(Vec::new());
    }
    // Series that ask whether others are complete come after them.
    for ((antigen, facts), complete) in antigens.iter().zip(&mut complete) {
        let first = antigen
            .series
            .iter()
            .filter(|series| !asks_for_complete(series) && patient.needs(series));
        let paths = first.map(|series| Path::of(&patient, series, facts, &[]));
        let done = paths.filter(|path| path.status == Status::Complete);
        complete.extend(done.map(|path| path.course.series.group));
    }
    let paths: Vec<Vec<Path<'_>>> = antigens
        .iter()
        .zip(&complete)
        .map(|((antigen, facts), complete)| {
            let needed = antigen.series.iter().filter(|series| patient.needs(series));
            needed
                .map(|series| Path::of(&patient, series, facts, complete))
                .collect()
        })
        .collect();
    let best: Vec<Vec<usize>> = paths.iter().map(|paths| best::best(paths)).collect();
    let mut groups = Vec::new();
    for group in &schedule.groups {
        let of_group = antigens.iter().zip(&paths).zip(&best);
        let of_group = of_group.filter(|(((antigen, _), _), _)| group.antigens.contains(&antigen.name));
        let best: Vec<&Path<'_>> = of_group
            .flat_map(|((_, paths), best)| best.iter().filter_map(|place| paths.get(*place)))
            .collect();
        groups.extend(group::forecasts(&patient, group, &best));
    }
    let mut series = Vec::new();
    for (paths, best) in paths.into_iter().zip(best) {
        let outcomes = paths.into_iter().enumerate();
        let mut outcomes: Vec<_> = outcomes
            .map(|(place, path)| path.outcome(best.contains(&place)))
            .collect();
        outcomes.sort_by_key(|outcome| !outcome.best);
        series.extend(outcomes);
    }
    Forecast {
        on,
        version,
        groups,
        series,
        unresolved,
        not_evaluated: not_evaluated(&patient),
    }
}

fn asks_for_complete(series: &Series) -> bool {
    let sets = series
        .doses
        .iter()
        .flat_map(|dose| &dose.skips)
        .flat_map(|skip| &skip.sets);
    sets.flat_map(|set| &set.conditions)
        .any(|it| matches!(it, Condition::CompletedSeries(_)))
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
