//! Where values head.

use pocketchart_knowledge::measure::{Basis, Bound, Direction, Reason, Series, Trend, findings, series};
use pocketchart_knowledge::{Kind, Statement};

use crate::statements::*;

fn weights(values: &[(&str, &str)]) -> Vec<Statement> {
    let one = |(when, value): &(&str, &str)| written("29463-7", value, "kg", when);
    values.iter().map(one).collect()
}

fn only(statements: &[Statement]) -> (Series, Trend) {
    let mut all = series(statements, &woman(), None, ON).unwrap().series;
    assert_eq!(all.len(), 1);
    let series = all.remove(0);
    let trend = series.trend.clone().unwrap();
    (series, trend)
}

fn too_few(statements: &[Statement]) -> Series {
    let mut all = series(statements, &woman(), None, ON).unwrap().series;
    assert_eq!((all.len(), &all[0].trend), (1, &None));
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
    let (series, trend) = only(&weights(&values));
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
    assert_eq!(trend.measured_days, 4);
    assert_eq!(series.points.last().unwrap().value, "83.50");
    assert_eq!(
        (series.unit.as_str(), series.analyte),
        ("kg", Some("body-weight"))
    );
    // Half of the four values are above the line, half below.
    let [(from, low), (to, high)] = trend.line;
    assert_eq!(to - from, 30 * 86_400_000);
    assert!((high - low - 30.0 * trend.slope_per_day).abs() < 1e-9);
    assert!((79.9..80.0).contains(&low), "{low}");
}

#[test]
fn there_is_no_trend_of_fewer_than_three_days() {
    let two = weights(&[("2026-01-01", "80"), ("2026-01-11", "81")]);
    assert_eq!(too_few(&two).points.len(), 2);
    let one_day = weights(&[
        ("2026-01-01T08:00:00Z", "80"),
        ("2026-01-01T09:00:00Z", "81"),
        ("2026-01-01T10:00:00Z", "82"),
    ]);
    assert_eq!(too_few(&one_day).points.len(), 3);
}

#[test]
fn bounds_are_drawn_and_not_counted() {
    let mut statements = weights(&[("2026-01-01", "80"), ("2026-01-11", "81"), ("2026-01-21", "82")]);
    let mut bound = observation("29463-7", "150", "kg", "2026-02-01");
    bound["valueQuantity"]["comparator"] = ">".into();
    statements.push(statement("bound", &bound));
    let (series, trend) = only(&statements);
    assert_eq!(series.points.last().unwrap().bound, Some(Bound::Above));
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
    let (series, trend) = only(&statements);
    assert_eq!(series.points.len(), 3);
    assert_eq!(trend.change.as_deref(), Some("1"));
    let [repeated, implausible] = series.left_out.as_slice() else {
        panic!("{:?}", series.left_out)
    };
    assert_eq!(repeated.reason, Reason::Repeated);
    assert!(matches!(implausible.reason, Reason::Implausible(rule) if rule.table == "plausible"));
    assert_eq!(implausible.written.number, "820");
}

#[test]
fn other_units_become_one() {
    let statements = [
        written("2160-0", "1.00", "mg/dL", "2026-01-01"),
        written("14682-9", "97.2", "umol/L", "2026-01-11"),
        written("2160-0", "1.20", "mg/dL", "2026-01-21"),
    ];
    let (series, trend) = only(&statements);
    let values: Vec<&str> = series.points.iter().map(|point| point.value.as_str()).collect();
    assert_eq!(
        (values, series.unit.as_str()),
        (vec!["1.00", "1.10", "1.20"], "mg/dL")
    );
    assert_eq!(trend.in_range, (3, 3));
    let other = &series.points[1];
    assert_eq!(
        (other.written.number.as_str(), other.written.unit.as_str()),
        ("97.2", "umol/L")
    );
    let molar: Vec<Statement> = [("01", "80"), ("11", "85"), ("21", "90")]
        .iter()
        .map(|(day, value)| written("14682-9", value, "umol/L", &format!("2026-01-{day}")))
        .collect();
    let (series, _) = only(&molar);
    assert_eq!(series.unit, "umol/L");
    let range = series.points[0].range.as_ref().unwrap();
    assert!(matches!(range.basis, Basis::Typical(_)));
    // Typical are 0.7 to 1.3 mg/dL; a milligram in a decilitre is 88.4 micromoles in a litre.
    let limit = |text: &Option<String>| text.as_ref().unwrap().parse::<f64>().unwrap();
    assert!(
        (61.0..63.0).contains(&limit(&range.low)) && (114.0..116.0).contains(&limit(&range.high)),
        "{range:?}"
    );
}

#[test]
fn the_range_that_came_with_a_value_is_kept_as_written() {
    let mut statements = Vec::new();
    for day in ["2026-01-01", "2026-01-11", "2026-01-21"] {
        let mut text = observation("14749-6", "5.1", "mmol/L", day);
        text["referenceRange"] = serde_json::json!([{"low": quantity("3.875", "mmol/L"),
            "high": quantity("5.625", "mmol/L")}]);
        statements.push(statement(day, &text));
    }
    let (series, trend) = only(&statements);
    let range = series.points[0].range.as_ref().unwrap();
    assert_eq!(
        (range.basis, range.low.as_deref(), range.high.as_deref()),
        (Basis::Own, Some("3.875"), Some("5.625"))
    );
    assert_eq!((trend.in_range, series.unit.as_str()), ((3, 3), "mmol/L"));
}

#[test]
fn one_wrong_value_stands_out_and_does_not_turn_the_direction() {
    let values: Vec<(String, String)> = (1..=9)
        .map(|month| {
            (
                format!("2025-{month:02}-15"),
                format!("{}.{}", 80 + month / 2, month % 3),
            )
        })
        .collect();
    let of = |values: &[(String, String)]| {
        let values: Vec<(&str, &str)> = values
            .iter()
            .map(|(day, value)| (day.as_str(), value.as_str()))
            .collect();
        only(&weights(&values))
    };
    let (series, before) = of(&values);
    assert!(series.points.iter().all(|point| !point.is_outlier));
    assert_eq!(before.direction, Direction::Rising);
    for place in 0..values.len() {
        for wrong in ["180", "30"] {
            let mut values = values.clone();
            values[place].1 = wrong.into();
            let (series, after) = of(&values);
            assert_eq!(
                series.points.iter().position(|point| point.is_outlier),
                Some(place)
            );
            assert!(after.direction != Direction::Falling && after.slope_per_day > 0.0);
        }
    }
}

#[test]
fn only_what_was_measured_since_a_day_counts() {
    let all = weights(&[
        ("2025-01-01", "90"),
        ("2026-01-11", "80"),
        ("2026-01-21", "81"),
        ("2026-01-31", "82"),
    ]);
    let since = Some("2026-01-01".parse().unwrap());
    let series = series(&all, &woman(), since, ON).unwrap().series;
    assert_eq!(series[0].points.len(), 3);
    assert!((series[0].trend.as_ref().unwrap().slope_per_day - 0.1).abs() < 1e-9);
}

#[test]
fn what_has_words_and_no_code_is_a_series_too() {
    let statements: Vec<Statement> = [("1", "60"), ("2", "62"), ("3", "64")]
        .iter()
        .map(|(day, value)| {
            let mut text = observation("", value, "/min", &format!("2026-01-0{day}"));
            text["code"] = serde_json::json!({"text": "Pulse"});
            statement(day, &text)
        })
        .collect();
    let (series, _) = only(&statements);
    assert_eq!((series.name.as_str(), series.analyte), ("Pulse", None));
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
