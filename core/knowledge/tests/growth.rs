//! Growth against the percentiles that CDC publishes beside its own L, M and S.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

use std::collections::BTreeMap;
use std::path::Path;

use jiff::civil::{Date, date};
use pocketchart_fhir::view::View;
use pocketchart_knowledge::growth::{Chart, Percentile, curves, percentiles};
use pocketchart_knowledge::{Person, Sex, Statement};

const PUBLISHED: [(&str, f64); 10] = [
    ("p3", 3.0),
    ("p5", 5.0),
    ("p10", 10.0),
    ("p25", 25.0),
    ("p50", 50.0),
    ("p75", 75.0),
    ("p85", 85.0),
    ("p90", 90.0),
    ("p95", 95.0),
    ("p97", 97.0),
];
const BORN: Date = date(2010, 1, 1);

fn rows() -> Vec<BTreeMap<String, String>> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../knowledge/growth/growth_lms.tsv");
    let text = std::fs::read_to_string(file).unwrap();
    let mut lines = text.lines().map(|line| line.split('\t').map(str::to_owned));
    let columns: Vec<String> = lines.next().unwrap().collect();
    lines
        .map(|cells| columns.iter().cloned().zip(cells).collect())
        .collect()
}

fn measured(entry: &str, code: &str, value: &str, unit: &str, day: Date) -> Statement {
    let text = format!(
        r#"{{"resourceType":"Observation","status":"final","code":{{"coding":[{{"system":"http://loinc.org","code":"{code}"}}]}},
        "effectiveDateTime":"{day}","valueQuantity":{{"value":{value},"system":"http://unitsofmeasure.org","code":"{unit}"}}}}"#
    );
    Statement {
        entry: entry.into(),
        view: View::of(text.as_bytes()).unwrap(),
    }
}

fn child(sex: &str) -> Person {
    Person {
        born: Some(BORN),
        sex: Some(if sex == "female" { Sex::Female } else { Sex::Male }),
    }
}

fn all(statements: &[Statement], person: &Person) -> Vec<Percentile> {
    percentiles(statements, person, date(2040, 1, 1)).unwrap()
}

/// Half a month is no whole day, so the size at the day is interpolated, as its L, M and S are: between two points the
/// percentiles of CDC are as good as straight.
#[test]
fn published_percentiles_come_out_at_every_point_of_every_chart() {
    let rows = rows();
    let (mut checked, mut worst) = (0, 0.0_f64);
    for (row, next) in rows.iter().zip(rows.iter().skip(1)) {
        let measure = row["measure"].as_str();
        if (measure, &row["sex"]) != (next["measure"].as_str(), &next["sex"]) {
            continue;
        }
        let (code, unit, chart) = match measure {
            "body-mass-index" => ("39156-5", "kg/m2", Chart::BodyMassIndex),
            "head-circumference" => ("9843-4", "cm", Chart::HeadCircumference),
            "height" => ("8302-2", "cm", Chart::Height),
            "length" => ("8306-3", "cm", Chart::Length),
            "weight" => ("29463-7", "kg", Chart::Weight),
            "weight-infant" => ("29463-7", "kg", Chart::WeightOfInfants),
            "weight-for-length" => continue,
            other => panic!("{other}"),
        };
        let number = |row: &BTreeMap<String, String>, column: &str| row[column].parse::<f64>().unwrap();
        let (at, after) = (number(row, "at"), number(next, "at"));
        let days = (at * 30.4375).ceil();
        if chart == Chart::WeightOfInfants && days / 30.4375 >= 24.0 {
            continue;
        }
        let part = (days / 30.4375 - at) / (after - at);
        #[allow(clippy::cast_possible_truncation, reason = "whole days")]
        let day = BORN.checked_add(jiff::Span::new().days(days as i32)).unwrap();
        for (column, percentile) in PUBLISHED {
            if row[column].is_empty() {
                continue;
            }
            let size = number(row, column) + part * (number(next, column) - number(row, column));
            let found = all(
                &[measured("e", code, &format!("{size:.9}"), unit, day)],
                &child(&row["sex"]),
            );
            let [found] = found.as_slice() else {
                panic!("{}: {found:?}", row["row_id"])
            };
            assert_eq!((found.chart, found.rule.row), (chart, row["row_id"].as_str()));
            worst = worst.max((found.percentile - percentile).abs());
            assert!(
                (found.percentile - percentile).abs() < 0.02,
                "{} {column}: {}",
                row["row_id"],
                found.percentile
            );
            checked += 1;
        }
    }
    println!("{checked} published percentiles, the farthest {worst:.4} away");
    assert!(checked > 10_000, "{checked}");
}

#[test]
fn published_percentiles_of_weight_for_length_come_out() {
    let mut checked = 0;
    for row in rows().iter().filter(|row| row["measure"] == "weight-for-length") {
        for (column, percentile) in PUBLISHED.iter().filter(|(column, _)| !row[*column].is_empty()) {
            let statements = [
                measured("l", "8306-3", &row["at"], "cm", date(2011, 1, 1)),
                measured("w", "29463-7", &row[*column], "kg", date(2011, 1, 1)),
            ];
            let found = all(&statements, &child(&row["sex"]));
            let found = found
                .iter()
                .find(|it| it.chart == Chart::WeightForLength)
                .unwrap();
            assert_eq!(found.rule.row, row["row_id"]);
            assert!(
                (found.percentile - percentile).abs() < 0.001,
                "{}: {}",
                row["row_id"],
                found.percentile
            );
            checked += 1;
        }
    }
    println!("{checked} published percentiles of weight for length");
    assert!(checked > 1_000, "{checked}");
}

#[test]
fn curves_are_those_that_are_published() {
    let (mut checked, mut worst) = (0, 0.0_f64);
    for row in rows() {
        let chart = match row["measure"].as_str() {
            "body-mass-index" => Chart::BodyMassIndex,
            "head-circumference" => Chart::HeadCircumference,
            "height" => Chart::Height,
            "length" => Chart::Length,
            "weight" => Chart::Weight,
            "weight-infant" => Chart::WeightOfInfants,
            "weight-for-length" => Chart::WeightForLength,
            other => panic!("{other}"),
        };
        let at: f64 = row["at"].parse().unwrap();
        let drawn = curves(chart, child(&row["sex"]).sex.unwrap()).unwrap();
        for curve in drawn {
            let Ok(published) = row[&format!("p{}", curve.percentile)].parse::<f64>() else {
                continue;
            };
            let (_, size) = curve.points.iter().find(|(age, _)| *age == at).unwrap();
            worst = worst.max((size / published - 1.0).abs());
            checked += 1;
        }
    }
    println!(
        "{checked} published sizes, the farthest {:.5} % away",
        worst * 100.0
    );
    assert!(checked > 5_000 && worst < 1e-6, "{checked}: {worst}");
}

#[test]
fn charts_follow_the_age_and_the_way_of_measuring() {
    let charts = |statements: &[Statement]| -> Vec<Chart> {
        all(statements, &child("male"))
            .iter()
            .map(|it| it.chart)
            .collect()
    };
    let both = |day: Date, code: &str| {
        [
            measured("h", code, "88", "cm", day),
            measured("w", "29463-7", "12.5", "kg", day),
        ]
    };
    assert_eq!(
        charts(&both(date(2011, 12, 1), "8302-2")),
        [Chart::Length, Chart::WeightOfInfants, Chart::WeightForLength]
    );
    assert_eq!(
        charts(&both(date(2012, 6, 1), "8302-2")),
        [Chart::Height, Chart::Weight, Chart::BodyMassIndex]
    );
    assert_eq!(
        charts(&both(date(2012, 6, 1), "8306-3")),
        [Chart::Length, Chart::Weight, Chart::WeightForLength]
    );
    assert_eq!(charts(&both(date(2035, 6, 1), "8302-2")), []);
    let index = all(&both(date(2012, 6, 1), "8302-2"), &child("male"));
    assert_eq!(
        (index[2].value.number.as_str(), index[2].entries.as_slice()),
        ("16.1", &["h".to_owned(), "w".to_owned()][..])
    );
}

#[test]
fn nothing_is_said_without_sex_or_birth_and_of_what_is_no_size() {
    let statements = [measured("w", "29463-7", "12", "kg", date(2012, 6, 1))];
    assert_eq!(
        all(
            &statements,
            &Person {
                sex: None,
                ..child("male")
            }
        ),
        []
    );
    assert_eq!(
        all(
            &statements,
            &Person {
                born: None,
                ..child("male")
            }
        ),
        []
    );
    for size in ["0", "-3"] {
        assert_eq!(
            all(
                &[measured("w", "29463-7", size, "kg", date(2012, 6, 1))],
                &child("male")
            ),
            []
        );
    }
    let pounds = all(
        &[measured("w", "29463-7", "27.5", "[lb_av]", date(2012, 6, 1))],
        &child("male"),
    );
    assert!((20.0..60.0).contains(&pounds[0].percentile));
    assert_eq!(pounds[0].value.unit, "[lb_av]");
    assert!((pounds[0].height - 27.5 * 0.453_592_37).abs() < 1e-9 && !pounds[0].is_below_two());
}
