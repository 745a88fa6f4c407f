//! Glucose over two weeks, as people with a sensor or a meter look at it.

use std::collections::BTreeSet;

use jiff::civil::Date;
use octofhir_ucum::Number;

use super::Value;
use super::catalog::Catalog;
use super::decimal::{rounded, to_places};
use super::judge::judge;
use super::reading::{Reading, Readings};
use crate::calendar::days_between;
use crate::{Person, Rule, UnreadableTables};

/// The two weeks up to the last reading; only when enough of their days have one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GlucoseWeeks {
    /// The first and last day that count.
    pub days: (Date, Date),
    /// How many days have a reading.
    pub measured_days: usize,
    /// How many readings.
    pub readings: usize,
    /// The mean, in the record's unit when it has only one.
    pub mean: Value,
    /// Per cent of readings below, inside and above the target range, one place.
    pub below: String,
    /// See `below`.
    pub inside: String,
    /// See `below`.
    pub above: String,
    /// The glucose management indicator in per cent, one place: from a sensor with enough readings only.
    pub index: Option<String>,
    /// The rules: window, number of days, number of readings, both ends of the range, both numbers of the formula.
    pub rules: [Rule; 7],
}

/// A sensor's series, else that of a meter and of laboratories.
pub(crate) fn weeks(
    catalog: &Catalog,
    readings: &Readings<'_>,
    person: &Person,
) -> Result<Option<GlucoseWeeks>, UnreadableTables> {
    for (name, sensor) in [("glucose-sensor", true), ("glucose", false)] {
        let series = readings.series.get(name).map_or(&[][..], Vec::as_slice);
        if let Some(weeks) = weeks_of(catalog, series, person, sensor)? {
            return Ok(Some(weeks));
        }
    }
    Ok(None)
}

fn weeks_of(
    catalog: &Catalog,
    readings: &[Reading<'_>],
    person: &Person,
    sensor: bool,
) -> Result<Option<GlucoseWeeks>, UnreadableTables> {
    let window = catalog.constant("glucose-window")?;
    let fewest_days = catalog.constant("glucose-days")?;
    let fewest = catalog.constant("glucose-readings")?;
    let (low, high) = (
        catalog.constant("glucose-low")?,
        catalog.constant("glucose-high")?,
    );
    let (slope, intercept) = (
        catalog.constant("glucose-index-slope")?,
        catalog.constant("glucose-index-intercept")?,
    );
    let Some(last) = readings.last().map(|reading| reading.day) else {
        return Ok(None);
    };
    let mut said = BTreeSet::new();
    let readings: Vec<&Reading<'_>> = readings
        .iter()
        .filter(|reading| {
            usize::try_from(days_between(reading.day, last)).is_ok_and(|days| days < window.count())
        })
        .filter(|reading| reading.bound.is_none() && judge(catalog, reading, person).implausible.is_none())
        .filter(|reading| said.insert((reading.moment, reading.value.to_string())))
        .collect();
    let days: BTreeSet<Date> = readings.iter().map(|reading| reading.day).collect();
    let (Some(first), true) = (days.first().copied(), days.len() >= fewest_days.count()) else {
        return Ok(None);
    };
    let count = readings.len();
    let Some(mean) = mean(&readings) else {
        return Ok(None);
    };
    let index = || {
        let index = slope.value.checked_mul(mean)?.checked_add(intercept.value)?;
        Some(to_places(index, 1))
    };
    let share = |matching: &dyn Fn(Number) -> bool| {
        let some = readings.iter().filter(|reading| matching(reading.value)).count();
        percent(some, count)
    };
    Ok(Some(GlucoseWeeks {
        days: (first, last),
        measured_days: days.len(),
        readings: count,
        mean: shown(&readings, mean),
        below: share(&|value| value < low.value),
        inside: share(&|value| (low.value..=high.value).contains(&value)),
        above: share(&|value| value > high.value),
        index: (sensor && count >= fewest.count()).then(index).flatten(),
        rules: [window, fewest_days, fewest, low, high, intercept, slope].map(|constant| constant.rule),
    }))
}

/// In mg/dL.
fn mean(readings: &[&Reading<'_>]) -> Option<Number> {
    let sum = readings
        .iter()
        .try_fold(Number::ZERO, |sum, reading| sum.checked_add(reading.value))?;
    sum.checked_div(count(readings.len()))
}

fn count(count: usize) -> Number {
    Number::from_i64(i64::try_from(count).unwrap_or(i64::MAX))
}

fn percent(some: usize, all: usize) -> String {
    let percent = count(some)
        .checked_mul(Number::from_i64(100))
        .and_then(|hundred| hundred.checked_div(count(all)));
    to_places(percent.unwrap_or_default(), 1)
}

/// The mean in the unit that all readings have, else in the analyte's.
fn shown(readings: &[&Reading<'_>], mean: Number) -> Value {
    let one_unit = readings
        .first()
        .filter(|first| readings.iter().all(|reading| reading.unit == first.unit));
    let back = one_unit.and_then(|reading| {
        Some(Value {
            number: rounded(reading.in_its_unit(mean)?, reading.digits.max(2)),
            unit: reading.written_unit.to_owned(),
        })
    });
    back.unwrap_or_else(|| Value {
        number: to_places(mean, 0),
        unit: readings
            .first()
            .map_or("", |reading| reading.comparing_unit())
            .to_owned(),
    })
}
