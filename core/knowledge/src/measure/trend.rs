//! Where values head.

use std::collections::BTreeMap;

use octofhir_ucum::Number;

use super::catalog::Catalog;
use super::decimal::{number, to_places};
use super::robust::{Spread, kendall, median, slope};
use super::series::Point;
use crate::{Rule, UnreadableTables};

/// A slope looks at so many measured days, the latest.
const MOST_DAYS: usize = 300;
/// Milliseconds.
const DAY: i64 = 86_400_000;

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
    /// Last minus previous value, in the unit of the series; `None` when one of them is a bound.
    pub change: Option<String>,
    /// The same in per cent of the previous value, one place; `None` also when that was zero.
    pub change_percent: Option<String>,
    /// The median slope of all pairs of days (Theil–Sen), in the unit of the series for each day.
    pub slope_per_day: f64,
    /// Both ends of the line with that slope that has as many days above it as below: moments, in milliseconds since 1970
    /// in UTC, and heights.
    pub line: [(i64, f64); 2],
    /// Which way, by the Mann–Kendall test.
    pub direction: Direction,
    /// How many points are inside their range, of how many that have one.
    pub in_range: (usize, usize),
    /// Days from the first point to the last.
    pub days: i64,
    /// How many days have an exact value and were looked at.
    pub measured_days: usize,
    /// The rule of the test.
    pub rule: Rule,
}

/// Marks the points that stand out. `None` for too few days with an exact value.
pub(crate) fn trend(catalog: &Catalog, points: &mut [Point]) -> Result<Option<Trend>, UnreadableTables> {
    let days = by_day(points);
    if days.len() < catalog.constant("fewest-points")?.count() {
        return Ok(None);
    }
    let (Some(slope_per_day), Some((first, _)), Some((last, _))) = (slope(&days), days.first(), days.last())
    else {
        return Ok(None);
    };
    let mut starts: Vec<f64> = days
        .iter()
        .map(|(day, value)| value - slope_per_day * day)
        .collect();
    let start = median(&mut starts).unwrap_or_default();
    let height = |day: f64| start + slope_per_day * day;
    let apart = |point: &Point| point.height - height(point.moment.div_euclid(DAY) as f64);
    let spread = Spread::of(points.iter().filter(|it| it.bound.is_none()).map(apart));
    for point in points.iter_mut().filter(|it| it.bound.is_none()) {
        point.is_outlier = spread.as_ref().is_some_and(|it| it.is_outside(apart(point)));
    }
    let test = catalog.constant("trend")?;
    let clear = test.value.to_f64();
    let direction = match kendall(&days) {
        z if z >= clear => Direction::Rising,
        z if z <= -clear => Direction::Falling,
        _ => Direction::Unclear,
    };
    let (change, change_percent) = change(points);
    let ranged = points.iter().filter(|point| point.range.is_some());
    let in_range = ranged.clone().filter(|point| point.flag.is_none()).count();
    let span = |points: &[Point]| Some(points.last()?.moment - points.first()?.moment);
    let end = |day: f64| (day as i64 * DAY, height(day));
    Ok(Some(Trend {
        change,
        change_percent,
        slope_per_day,
        line: [end(*first), end(*last)],
        direction,
        in_range: (in_range, ranged.count()),
        days: span(points).unwrap_or(0) / DAY,
        measured_days: days.len(),
        rule: test.rule,
    }))
}

/// The median of each day's exact values, the latest days.
fn by_day(points: &[Point]) -> Vec<(f64, f64)> {
    let mut days: BTreeMap<&str, (f64, Vec<f64>)> = BTreeMap::new();
    for point in points.iter().filter(|point| point.bound.is_none()) {
        let Some(day) = point.when.day() else { continue };
        let (_, values) = days
            .entry(day)
            .or_insert_with(|| (point.moment.div_euclid(DAY) as f64, Vec::new()));
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
    let exact = |value: &str| number(value).unwrap_or_default();
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
