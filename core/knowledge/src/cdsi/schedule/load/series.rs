//! The series and all that belongs to their doses.

use std::cmp::Ordering;
use std::collections::HashMap;

use super::{Loaded, list, read, some};
use crate::cdsi::SeriesKind;
use crate::cdsi::calendar::{Ages, Days, Period};
use crate::cdsi::schedule::series::{
    Age, Condition, Context, DoseType, Gender, Indication, Interval, Reference, Series, SeriesDose, Skip,
    SkipSet, Vaccine,
};
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
    for (key, age) in ages()? {
        all.dose("cdsi_age", key)?.ages.push(age);
    }
    for (key, kind, interval) in intervals()? {
        let dose = all.dose("cdsi_interval", key)?;
        match kind {
            "allowable" => dose.allowable_intervals.push(interval),
            _ => dose.preferable_intervals.push(interval),
        }
    }
    for (key, kind, vaccine) in vaccines()? {
        let dose = all.dose("cdsi_vaccine", key)?;
        match kind {
            "inadvertent" => dose.inadvertent.push(vaccine),
            "allowable" => dose.allowable.push(vaccine),
            _ => dose.preferable.push(vaccine),
        }
    }
    for (key, skip) in skips()? {
        add(&mut all.dose("cdsi_skip", key)?.skips, skip);
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

fn ages() -> Loaded<Vec<(Key, Age)>> {
    let columns = [
        "series_id",
        "dose",
        "abs_min",
        "min",
        "earliest_rec",
        "latest_rec",
        "max",
        "effective",
        "cessation",
    ];
    read(
        "cdsi_age",
        columns,
        |rule, [series, dose, abs_min, min, earliest, latest, max, from, to]| {
            let age = Age {
                rule,
                abs_min: period(abs_min)?,
                min: period(min)?,
                earliest_rec: period(earliest)?,
                latest_rec: period(latest)?,
                max: period(max)?,
                effect: Days::read(from, to),
            };
            Some(((series, dose.parse().ok()?), age))
        },
    )
}

fn intervals() -> Loaded<Vec<(Key, &'static str, Interval)>> {
    let columns = [
        "series_id",
        "dose",
        "kind",
        "from_dose",
        "from_most_recent",
        "from_observation",
        "abs_min",
        "min",
        "earliest_rec",
        "latest_rec",
        "override",
        "effective",
        "cessation",
    ];
    read(
        "cdsi_interval",
        columns,
        |rule,
         [
            series,
            dose,
            kind,
            target,
            recent,
            observation,
            abs_min,
            min,
            earliest,
            latest,
            first,
            from,
            to,
        ]| {
            let reference = match (target, recent, observation) {
                ("", "", "") => Reference::Previous,
                ("", "", code) => Reference::Observation(code),
                ("", cvx, _) => Reference::Recent(list(cvx)),
                (number, ..) => Reference::Target(number.parse().ok()?),
            };
            let interval = Interval {
                rule,
                from: reference,
                abs_min: period(abs_min)?,
                min: period(min)?,
                earliest_rec: period(earliest)?,
                latest_rec: period(latest)?,
                first: first == "yes",
                effect: Days::read(from, to),
            };
            Some(((series, dose.parse().ok()?), kind, interval))
        },
    )
}

fn vaccines() -> Loaded<Vec<(Key, &'static str, Vaccine)>> {
    let columns = [
        "series_id",
        "dose",
        "kind",
        "cvx",
        "mvx",
        "begin_age",
        "end_age",
        "volume",
        "forecast",
    ];
    read(
        "cdsi_vaccine",
        columns,
        |rule, [series, dose, kind, cvx, mvx, begin, end, volume, forecast]| {
            let vaccine = Vaccine {
                rule,
                cvx: list(cvx),
                mvx: some(mvx),
                ages: Ages::read(begin, end),
                volume,
                forecast: forecast == "yes",
            };
            Some(((series, dose.parse().ok()?), kind, vaccine))
        },
    )
}

/// Each with one set and one condition.
fn skips() -> Loaded<Vec<(Key, Skip)>> {
    let columns = [
        "series_id",
        "dose",
        "context",
        "set",
        "set_logic",
        "condition_logic",
        "type",
        "start",
        "end",
        "begin_age",
        "end_age",
        "interval",
        "dose_count",
        "dose_type",
        "count_logic",
        "cvx",
        "series_groups",
        "effective",
        "cessation",
    ];
    read("cdsi_skip", columns, |rule, cells| {
        let [
            series,
            dose,
            context,
            number,
            set_logic,
            condition_logic,
            kind,
            ..,
        ] = cells;
        let [
            ..,
            start,
            end,
            begin_age,
            end_age,
            interval,
            count,
            of,
            logic,
            cvx,
            groups,
            from,
            to,
        ] = cells;
        let ages = Ages::read(begin_age, end_age);
        let condition = match kind {
            "age" => Condition::Age(ages),
            "interval" => Condition::Interval(Period::read(interval)?),
            "completed-series" => Condition::CompletedSeries(list(groups)),
            _ => Condition::Count {
                cvx: list(cvx),
                ages,
                days: Days::read(start, end),
                of: if of == "valid" {
                    DoseType::Valid
                } else {
                    DoseType::Total
                },
                is: match logic {
                    "greater-than" => Ordering::Greater,
                    "equal-to" => Ordering::Equal,
                    _ => Ordering::Less,
                },
                than: count.parse().ok()?,
            },
        };
        let set = SkipSet {
            rule,
            number,
            any: condition_logic == "or",
            effect: Days::read(from, to),
            conditions: vec![condition],
        };
        let skip = Skip {
            context: match context {
                "evaluation" => Context::Evaluation,
                "forecast" => Context::Forecast,
                _ => Context::Both,
            },
            any: set_logic == "or",
            sets: vec![set],
        };
        Some(((series, dose.parse().ok()?), skip))
    })
}

/// Joins a condition to the others of its set, and a set to the others of its context.
fn add(skips: &mut Vec<Skip>, new: Skip) {
    let Some(skip) = skips.iter_mut().find(|skip| skip.context == new.context) else {
        return skips.push(new);
    };
    for set in new.sets {
        match skip.sets.iter_mut().find(|it| it.number == set.number) {
            Some(there) => there.conditions.extend(set.conditions),
            None => skip.sets.push(set),
        }
    }
}

/// An empty cell is `None`; one that holds no period makes the row unreadable.
fn period(cell: &'static str) -> Option<Option<Period>> {
    match Period::read(cell) {
        None if !cell.is_empty() => None,
        period => Some(period),
    }
}
