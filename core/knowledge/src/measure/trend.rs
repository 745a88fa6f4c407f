//! Where a value is heading.

use std::collections::BTreeMap;

use octofhir_ucum::Number;
use pocketchart_fhir::FhirDateTime;

use super::catalog::Catalog;
use super::decimal::{number, rounded, to_places};
use super::judge::{Judgement, judge};
use super::reading::Reading;
use super::robust::{kendall, median, slope};
use super::{Bound, Flag};
use crate::{Person, UnreadableTables};

/// A slope looks at so many measured days, the latest.
const MOST_DAYS: usize = 300;
const DAY: f64 = 86_400_000.0;

/// The values of one thing in the order of time: what a plot draws. Repeated and implausible values are left out.
#[derive(Clone, Debug, PartialEq)]
pub struct Series {
    /// The analyte, an id of the table `analyte`; `None`: a code that the tables do not know.
    pub analyte: Option<&'static str>,
    /// The code of the latest value.
    pub code: String,
    /// What the record calls it.
    pub name: String,
    /// The unit of every point: the one of the record when it has only one, else the analyte's.
    pub unit: String,
    /// The points, earliest first.
    pub points: Vec<Point>,
}

/// One value of a series.
#[derive(Clone, Debug, PartialEq)]
pub struct Point {
    /// The entry.
    pub entry: String,
    /// The moment as written.
    pub when: FhirDateTime,
    /// The moment to draw it at: milliseconds since 1970 in UTC.
    pub moment: i64,
    /// The value in the unit of the series, with the digits it was written with.
    pub value: String,
    /// The value to draw.
    pub height: f64,
    /// `<` or `>` before the value: drawn, and left out of the slope.
    pub bound: Option<Bound>,
    /// Outside its range.
    pub flag: Option<Flag>,
    /// Whether there was a range to compare with.
    pub has_range: bool,
}

/// Which way values go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// Up, beyond chance.
    Rising,
    /// Down, beyond chance.
    Falling,
    /// No direction that chance would not give.
    Unclear,
}

/// How a series moves: only from three days with an exact value on.
#[derive(Clone, Debug, PartialEq)]
pub struct Trend {
    /// The values.
    pub series: Series,
    /// Last minus previous value, in the unit of the series; `None` when one of them is a bound.
    pub change: Option<String>,
    /// The same in per cent of the previous value, one place; `None` also when that was zero.
    pub change_percent: Option<String>,
    /// The median slope of all pairs of days (Theil–Sen), in the unit of the series for each day.
    pub slope_per_day: f64,
    /// Which way, by the Mann–Kendall test.
    pub direction: Direction,
    /// How many points are inside their range, of how many that have one.
    pub in_range: (usize, usize),
    /// Days from the first point to the last.
    pub days: i64,
}

pub(crate) fn series(catalog: &Catalog, readings: &[Reading<'_>], person: &Person) -> Option<Series> {
    let unit = readings.first()?.unit;
    let one_unit = readings.iter().all(|reading| reading.unit == unit);
    let mut points: Vec<Point> = Vec::new();
    let mut latest = None;
    for reading in readings {
        let judgement = judge(catalog, reading, person);
        if judgement.implausible.is_some() {
            continue;
        }
        let point = point(reading, &judgement, one_unit);
        let said = points
            .iter()
            .rev()
            .take_while(|earlier| earlier.moment == point.moment)
            .any(|earlier| earlier.value == point.value && earlier.bound == point.bound);
        if !said {
            points.push(point);
            latest = Some(reading);
        }
    }
    let latest = latest?;
    Some(Series {
        analyte: latest.analyte.map(|analyte| analyte.id),
        code: latest.code.to_owned(),
        name: latest.name.to_owned(),
        unit: if one_unit {
            latest.written_unit
        } else {
            latest.comparing_unit()
        }
        .to_owned(),
        points,
    })
}

fn point(reading: &Reading<'_>, judgement: &Judgement, as_written: bool) -> Point {
    let value = if as_written {
        reading.written.to_owned()
    } else {
        rounded(reading.value, reading.digits)
    };
    Point {
        entry: reading.entry.to_owned(),
        when: reading.when.clone(),
        moment: reading.moment,
        height: exact(&value).to_f64(),
        value,
        bound: reading.bound,
        flag: judgement.flag,
        has_range: judgement.basis.is_some(),
    }
}

fn exact(value: &str) -> Number {
    number(value).unwrap_or_default()
}

pub(crate) fn trend(catalog: &Catalog, series: Series) -> Result<Option<Trend>, UnreadableTables> {
    let days = by_day(&series.points);
    if days.len() < catalog.constant("fewest-points")?.count() {
        return Ok(None);
    }
    let Some(slope_per_day) = slope(&days) else {
        return Ok(None);
    };
    let clear = catalog.constant("trend")?.value.to_f64();
    let direction = match kendall(&days) {
        z if z >= clear => Direction::Rising,
        z if z <= -clear => Direction::Falling,
        _ => Direction::Unclear,
    };
    let (change, change_percent) = change(&series.points);
    let ranged = series.points.iter().filter(|point| point.has_range);
    let in_range = ranged.clone().filter(|point| point.flag.is_none()).count();
    let span = |points: &[Point]| Some(points.last()?.moment - points.first()?.moment);
    Ok(Some(Trend {
        change,
        change_percent,
        slope_per_day,
        direction,
        in_range: (in_range, ranged.count()),
        days: span(&series.points).unwrap_or(0) / 86_400_000,
        series,
    }))
}

/// The median of each day's exact values, the latest days.
fn by_day(points: &[Point]) -> Vec<(f64, f64)> {
    let mut days: BTreeMap<&str, (f64, Vec<f64>)> = BTreeMap::new();
    for point in points.iter().filter(|point| point.bound.is_none()) {
        let Some(day) = point.when.day() else { continue };
        let (_, values) = days
            .entry(day)
            .or_insert_with(|| ((point.moment as f64 / DAY).floor(), Vec::new()));
        values.push(point.height);
    }
    let mut days: Vec<(f64, f64)> = days
        .into_values()
        .filter_map(|(day, mut values)| Some((day, median(&mut values)?)))
        .collect();
    days.drain(..days.len().saturating_sub(MOST_DAYS));
    days
}

fn change(points: &[Point]) -> (Option<String>, Option<String>) {
    let [.., previous, last] = points else {
        return (None, None);
    };
    if previous.bound.is_some() || last.bound.is_some() {
        return (None, None);
    }
    let before = exact(&previous.value);
    let Some(change) = exact(&last.value).checked_sub(before) else {
        return (None, None);
    };
    let places = places(&previous.value).max(places(&last.value));
    let percent = change
        .checked_mul(Number::from_i64(100))
        .and_then(|change| change.checked_div(before.abs()))
        .map(|percent| to_places(percent, 1));
    (Some(to_places(change, places)), percent)
}

fn places(value: &str) -> u32 {
    let part = value.split_once('.').map_or("", |(_, part)| part);
    u32::try_from(part.len()).unwrap_or(0).min(18)
}
