//! Where values head.

use pocketchart_knowledge::measure::{Bound, Direction, Trend, findings, series, trends};
use pocketchart_knowledge::{Kind, Statement};

use crate::statements::*;

fn weights(values: &[(&str, &str)]) -> Vec<Statement> {
    let one = |(when, value): &(&str, &str)| written("29463-7", value, "kg", when);
    values.iter().map(one).collect()
}

fn only(statements: &[Statement]) -> Trend {
    let mut all = trends(statements, &woman(), ON).unwrap();
    assert_eq!(all.len(), 1);
    all.remove(0)
}

#[test]
fn a_trend_says_last_change_slope_and_span() {
    let values = [
        ("2026-01-01", "80.0"),
        ("2026-01-11", "81.0"),
        ("2026-01-21", "82.0"),
        ("2026-01-31", "83.50"),
    ];
    let trend = only(&weights(&values));
    assert_eq!(trend.change.as_deref(), Some("1.50"));
    assert_eq!(trend.change_percent.as_deref(), Some("1.8"));
    assert!(
        (trend.slope_per_day - 0.1083).abs() < 0.001,
        "{}",
        trend.slope_per_day
    );
    assert_eq!(
        (trend.days, trend.direction, trend.in_range),
        (30, Direction::Rising, (0, 0))
    );
    assert_eq!(trend.series.points.last().unwrap().value, "83.50");
    assert_eq!(
        (trend.series.unit.as_str(), trend.series.analyte),
        ("kg", Some("body-weight"))
    );
}

#[test]
fn there_is_no_trend_of_fewer_than_three_days() {
    let two = weights(&[("2026-01-01", "80"), ("2026-01-11", "81")]);
    assert_eq!(trends(&two, &woman(), ON).unwrap(), []);
    let one_day = weights(&[
        ("2026-01-01T08:00:00Z", "80"),
        ("2026-01-01T09:00:00Z", "81"),
        ("2026-01-01T10:00:00Z", "82"),
    ]);
    assert_eq!(trends(&one_day, &woman(), ON).unwrap(), []);
    assert_eq!(series(&one_day, &woman(), ON).unwrap()[0].points.len(), 3);
}

#[test]
fn bounds_are_drawn_and_not_counted() {
    let mut statements = weights(&[("2026-01-01", "80"), ("2026-01-11", "81"), ("2026-01-21", "82")]);
    let mut bound = observation("29463-7", "150", "kg", "2026-02-01");
    bound["valueQuantity"]["comparator"] = ">".into();
    statements.push(statement("bound", &bound));
    let trend = only(&statements);
    assert_eq!(trend.series.points.last().unwrap().bound, Some(Bound::Above));
    assert!((trend.slope_per_day - 0.1).abs() < 1e-9);
    assert_eq!((trend.change, trend.change_percent), (None, None));
}

#[test]
fn repeated_and_implausible_values_are_left_out() {
    let mut statements = weights(&[
        ("2026-01-01", "80"),
        ("2026-01-11", "81"),
        ("2026-01-21", "82"),
        ("2026-01-31", "820"),
    ]);
    let mut again = written("29463-7", "81", "kg", "2026-01-11");
    again.entry = "from another source".into();
    statements.push(again);
    let trend = only(&statements);
    assert_eq!(trend.series.points.len(), 3);
    assert_eq!(trend.change.as_deref(), Some("1"));
}

#[test]
fn other_units_become_one() {
    let statements = [
        written("2160-0", "1.00", "mg/dL", "2026-01-01"),
        written("14682-9", "97.2", "umol/L", "2026-01-11"),
        written("2160-0", "1.20", "mg/dL", "2026-01-21"),
    ];
    let trend = only(&statements);
    let values: Vec<&str> = trend
        .series
        .points
        .iter()
        .map(|point| point.value.as_str())
        .collect();
    assert_eq!(
        (values, trend.series.unit.as_str()),
        (vec!["1.00", "1.10", "1.20"], "mg/dL")
    );
    assert_eq!(trend.in_range, (3, 3));
    let molar: Vec<Statement> = [("01", "80"), ("11", "85"), ("21", "90")]
        .iter()
        .map(|(day, value)| written("14682-9", value, "umol/L", &format!("2026-01-{day}")))
        .collect();
    assert_eq!(only(&molar).series.unit, "umol/L");
}

#[test]
fn what_moves_away_from_its_range_is_a_finding_and_what_comes_back_is_not() {
    let of = |values: &[&str]| {
        let statements: Vec<Statement> = (1..)
            .zip(values)
            .map(|(month, value)| written("2160-0", value, "mg/dL", &format!("2026-{month:02}-01")))
            .collect();
        let found = findings(&statements, &woman(), ON).unwrap().found;
        found
            .into_iter()
            .filter(|finding| finding.kind == Kind::Trend)
            .count()
    };
    assert_eq!(of(&["1.2", "1.3", "1.4", "1.5", "1.6"]), 1);
    assert_eq!(of(&["1.9", "1.8", "1.7", "1.6", "1.5"]), 0);
    assert_eq!(of(&["0.8", "0.9", "1.0", "1.1", "1.2"]), 0);
    assert_eq!(of(&["1.5", "1.4", "1.6", "1.4", "1.5"]), 0);
}
