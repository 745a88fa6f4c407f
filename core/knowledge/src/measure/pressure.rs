//! Blood pressure at home: the mean of a week, as guidelines ask for it.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use octofhir_ucum::Number;
use pocketchart_fhir::FhirDateTime;

use super::catalog::Catalog;
use super::decimal::to_places;
use super::judge::judge;
use super::reading::{Reading, Readings};
use crate::calendar::days_between;
use crate::{Person, Rule, UnreadableTables};

/// Hours that count as morning and as evening, as the record writes them.
const MORNING: std::ops::Range<u8> = 4..12;
const EVENING: std::ops::Range<u8> = 17..24;

/// The week up to the last reading. The first day is left out: its values are higher than a person's usual ones.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PressureWeek {
    /// The first and last day that count.
    pub days: (Date, Date),
    /// How many days have a reading.
    pub measured_days: usize,
    /// The mean of all readings.
    pub all: MeanPressure,
    /// Of the mornings, where the record says hours.
    pub morning: Option<MeanPressure>,
    /// Of the evenings.
    pub evening: Option<MeanPressure>,
    /// Whether there are as many readings as the guideline asks for; fewer only hint.
    pub enough: bool,
    /// Whether the mean of all is as high as the guideline's limit for home readings.
    pub high: bool,
    /// The entries.
    pub entries: Vec<String>,
    /// The rules: window, number of days, number of readings, both limits.
    pub rules: [Rule; 5],
}

/// A mean, in whole mmHg.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MeanPressure {
    /// The upper value.
    pub systolic: String,
    /// The lower value.
    pub diastolic: String,
    /// Of so many readings.
    pub readings: usize,
}

struct Pair<'a> {
    entry: &'a str,
    day: Date,
    when: &'a FhirDateTime,
    systolic: Number,
    diastolic: Number,
}

pub(crate) fn week(
    catalog: &Catalog,
    readings: &Readings<'_>,
    person: &Person,
) -> Result<Option<PressureWeek>, UnreadableTables> {
    let window = catalog.constant("home-pressure-window")?;
    let fewest_days = catalog.constant("home-pressure-days")?;
    let fewest = catalog.constant("home-pressure-readings")?;
    let systolic = catalog.constant("home-pressure-systolic")?;
    let diastolic = catalog.constant("home-pressure-diastolic")?;
    let mut pairs = pairs(catalog, readings, person);
    let Some(last) = pairs.iter().map(|pair| pair.day).max() else {
        return Ok(None);
    };
    pairs
        .retain(|pair| usize::try_from(days_between(pair.day, last)).is_ok_and(|days| days < window.count()));
    let measured: BTreeSet<Date> = pairs.iter().map(|pair| pair.day).collect();
    let Some(first) = measured.first().copied() else {
        return Ok(None);
    };
    if measured.len() < fewest_days.count() {
        return Ok(None);
    }
    let count = pairs.len();
    pairs.retain(|pair| pair.day > first);
    let at = |hours: &std::ops::Range<u8>| {
        mean(
            pairs
                .iter()
                .filter(|pair| hour(pair.when).is_some_and(|hour| hours.contains(&hour))),
        )
    };
    let Some((all, means)) = mean(pairs.iter()) else {
        return Ok(None);
    };
    let mut entries: Vec<String> = pairs.iter().map(|pair| pair.entry.to_owned()).collect();
    entries.sort();
    entries.dedup();
    Ok(Some(PressureWeek {
        days: (pairs.iter().map(|pair| pair.day).min().unwrap_or(last), last),
        measured_days: measured.len() - 1,
        high: means.0 >= systolic.value || means.1 >= diastolic.value,
        all,
        morning: at(&MORNING).map(|(mean, _)| mean),
        evening: at(&EVENING).map(|(mean, _)| mean),
        enough: count >= fewest.count(),
        entries,
        rules: [window, fewest_days, fewest, systolic, diastolic].map(|constant| constant.rule),
    }))
}

/// Upper and lower value of one entry, or of one moment.
fn pairs<'a>(catalog: &Catalog, readings: &Readings<'a>, person: &Person) -> Vec<Pair<'a>> {
    let of = |name: &str| {
        let all = readings.series.get(name).map_or(&[][..], Vec::as_slice);
        all.iter().filter(|reading| {
            reading.bound.is_none() && judge(catalog, reading, person).implausible.is_none()
        })
    };
    let mut by_entry: BTreeMap<&str, &Reading<'a>> = BTreeMap::new();
    let mut by_moment: BTreeMap<i64, &Reading<'a>> = BTreeMap::new();
    for reading in of("diastolic-pressure") {
        by_entry.entry(reading.entry).or_insert(reading);
        by_moment.entry(reading.moment).or_insert(reading);
    }
    let mut said = BTreeSet::new();
    of("systolic-pressure")
        .filter_map(|upper| {
            let lower = by_entry
                .get(upper.entry)
                .or_else(|| by_moment.get(&upper.moment))?;
            // The same reading twice, from two sources; without an hour two readings of a day may well be equal.
            let timed = hour(upper.when).is_some();
            if timed && !said.insert((upper.moment, upper.value.to_string(), lower.value.to_string())) {
                return None;
            }
            Some(Pair {
                entry: upper.entry,
                day: upper.day,
                when: upper.when,
                systolic: upper.value,
                diastolic: lower.value,
            })
        })
        .collect()
}

fn mean<'a, 'b: 'a>(pairs: impl Iterator<Item = &'a Pair<'b>>) -> Option<(MeanPressure, (Number, Number))> {
    let (mut upper, mut lower, mut count) = (Number::ZERO, Number::ZERO, 0_i64);
    for pair in pairs {
        upper = upper.checked_add(pair.systolic)?;
        lower = lower.checked_add(pair.diastolic)?;
        count += 1;
    }
    let upper = upper.checked_div(Number::from_i64(count))?;
    let lower = lower.checked_div(Number::from_i64(count))?;
    let mean = MeanPressure {
        systolic: to_places(upper, 0),
        diastolic: to_places(lower, 0),
        readings: usize::try_from(count).unwrap_or(0),
    };
    Some((mean, (upper, lower)))
}

fn hour(when: &FhirDateTime) -> Option<u8> {
    when.as_str().get(11..13)?.parse().ok()
}
