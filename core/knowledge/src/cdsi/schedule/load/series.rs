//! The series, with all that belongs to their doses.

mod dose;
mod skip;

use std::collections::HashMap;

use super::{Loaded, list, read};
use crate::cdsi::SeriesKind;
use crate::cdsi::calendar::{Ages, Days, Period};
use crate::cdsi::schedule::series::{Condition, Gender, Indication, Series, SeriesDose};
use crate::{Sex, UnreadableTables};

pub(super) fn load() -> Loaded<Vec<Series>> {
    let columns = [
        "antigen",
        "name",
        "type",
        "gender",
        "equivalent_groups",
        "default",
        "product_path",
        "group",
        "priority",
        "preference",
        "min_age_to_start",
        "max_age_to_start",
        "guidance",
    ];
    let all = read(
        "cdsi_series",
        columns,
        |rule,
         [
            antigen,
            name,
            kind,
            gender,
            equivalent,
            default,
            product,
            group,
            priority,
            preference,
            min,
            max,
            guidance,
        ]| {
            Some(Series {
                rule,
                antigen,
                name,
                kind: match kind {
                    "standard" => SeriesKind::Standard,
                    "risk" => SeriesKind::Risk,
                    "evaluation-only" => SeriesKind::EvaluationOnly,
                    _ => return None,
                },
                genders: list(gender).into_iter().map(gender_of).collect::<Option<_>>()?,
                equivalent_groups: list(equivalent),
                default: default == "yes",
                product_path: product == "yes",
                group,
                priority,
                preference: preference.parse().unwrap_or(u8::MAX),
                min_age_to_start: period(min)?,
                max_age_to_start: period(max)?,
                guidance,
                indications: Vec::new(),
                asks_for_complete: false,
                doses: Vec::new(),
            })
        },
    )?;
    let mut all = All::of(all);
    for (id, indication) in indications()? {
        all.series("cdsi_indication", id)?.indications.push(indication);
    }
    for (id, dose) in doses()? {
        all.series("cdsi_dose", id)?.doses.push(dose);
    }
    for (key, age) in dose::ages()? {
        all.dose("cdsi_age", key)?.ages.push(age);
    }
    for (key, kind, interval) in dose::intervals()? {
        let dose = all.dose("cdsi_interval", key)?;
        match kind {
            "allowable" => dose.allowable_intervals.push(interval),
            _ => dose.preferable_intervals.push(interval),
        }
    }
    for (key, kind, vaccine) in dose::vaccines()? {
        let dose = all.dose("cdsi_vaccine", key)?;
        match kind {
            "inadvertent" => dose.inadvertent.push(vaccine),
            "allowable" => dose.allowable.push(vaccine),
            _ => dose.preferable.push(vaccine),
        }
    }
    for (key, skip) in skip::skips()? {
        skip::add(&mut all.dose("cdsi_skip", key)?.skips, skip);
    }
    for series in &mut all.all {
        series.doses.sort_by_key(|dose| dose.number);
        let skips = series.doses.iter().flat_map(|dose| &dose.skips);
        let mut conditions = skips.flat_map(|skip| &skip.sets).flat_map(|set| &set.conditions);
        series.asks_for_complete = conditions.any(|it| matches!(it, Condition::CompletedSeries(_)));
    }
    Ok(all.all)
}

/// Every series, found by its name.
struct All {
    all: Vec<Series>,
    at: HashMap<&'static str, usize>,
}

impl All {
    fn of(all: Vec<Series>) -> Self {
        let at = all
            .iter()
            .enumerate()
            .map(|(place, series)| (series.rule.row, place));
        let at = at.collect();
        Self { all, at }
    }

    fn series(&mut self, table: &'static str, id: &str) -> Loaded<&mut Series> {
        let place = self.at.get(id).copied();
        place
            .and_then(|place| self.all.get_mut(place))
            .ok_or(UnreadableTables(table))
    }

    fn dose(&mut self, table: &'static str, (id, number): Key) -> Loaded<&mut SeriesDose> {
        let doses = &mut self.series(table, id)?.doses;
        doses
            .iter_mut()
            .find(|dose| dose.number == number)
            .ok_or(UnreadableTables(table))
    }
}

/// A dose: its series and its number.
type Key = (&'static str, u8);

fn gender_of(word: &str) -> Option<Gender> {
    match word {
        "female" => Some(Gender::Known(Sex::Female)),
        "male" => Some(Gender::Known(Sex::Male)),
        "unknown" => Some(Gender::Unknown),
        _ => None,
    }
}

fn indications() -> Loaded<Vec<(&'static str, Indication)>> {
    let columns = [
        "series_id",
        "observation",
        "begin_age",
        "end_age",
        "text",
        "guidance",
    ];
    read(
        "cdsi_indication",
        columns,
        |rule, [series, observation, begin, end, text, guidance]| {
            let ages = Ages::read(begin, end);
            Some((
                series,
                Indication {
                    rule,
                    observation,
                    ages,
                    text,
                    guidance,
                },
            ))
        },
    )
}

fn doses() -> Loaded<Vec<(&'static str, SeriesDose)>> {
    let columns = ["series_id", "number", "recurring", "season_start", "season_end"];
    read(
        "cdsi_dose",
        columns,
        |rule, [series, number, recurring, start, end]| {
            let dose = SeriesDose {
                rule,
                number: number.parse().ok()?,
                recurring: recurring == "yes",
                season: Days::read(start, end),
                ages: Vec::new(),
                preferable_intervals: Vec::new(),
                allowable_intervals: Vec::new(),
                preferable: Vec::new(),
                allowable: Vec::new(),
                inadvertent: Vec::new(),
                skips: Vec::new(),
            };
            Some((series, dose))
        },
    )
}

/// An empty cell is `None`; one that holds no period makes the row unreadable.
fn period(cell: &'static str) -> Option<Option<Period>> {
    match Period::read(cell) {
        None if !cell.is_empty() => None,
        period => Some(period),
    }
}
