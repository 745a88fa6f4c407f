//! Blood pressure of a week and glucose of two.

use pocketchart_knowledge::Statement;
use pocketchart_knowledge::measure::{findings, glucose_weeks, pressure_week};

use crate::statements::*;

fn week(days: std::ops::RangeInclusive<u8>, morning: (&str, &str), evening: (&str, &str)) -> Vec<Statement> {
    let mut all = Vec::new();
    for day in days {
        all.push(pressure(
            &format!("m{day}"),
            morning.0,
            morning.1,
            &format!("2026-05-{day:02}T07:30:00-05:00"),
        ));
        all.push(pressure(
            &format!("e{day}"),
            evening.0,
            evening.1,
            &format!("2026-05-{day:02}T20:15:00-05:00"),
        ));
    }
    all
}

#[test]
fn a_week_of_pressure_leaves_its_first_day_out() {
    let mut statements = week(2..=7, ("140", "88"), ("132", "84"));
    statements.extend(week(1..=1, ("190", "110"), ("190", "110")));
    // Long before: not in the window.
    statements.push(pressure("old", "170", "100", "2026-04-01T08:00:00Z"));
    let week = pressure_week(&statements, &woman(), ON).unwrap().unwrap();
    assert_eq!(
        (
            week.all.systolic.as_str(),
            week.all.diastolic.as_str(),
            week.all.readings
        ),
        ("136", "86", 12)
    );
    let (morning, evening) = (week.morning.unwrap(), week.evening.unwrap());
    assert_eq!(
        (morning.systolic.as_str(), evening.diastolic.as_str()),
        ("140", "84")
    );
    assert_eq!((week.measured_days, week.enough, week.high), (6, true, true));
    assert_eq!(week.days.0.to_string(), "2026-05-02");
    let found = findings(&statements, &woman(), ON).unwrap().found;
    assert!(
        found
            .iter()
            .any(|finding| finding.says.id == "measure-pressure-week-high")
    );
}

#[test]
fn a_usual_week_is_not_high_and_two_days_are_no_week() {
    let statements = week(1..=7, ("128", "80"), ("126", "78"));
    let week_of = pressure_week(&statements, &woman(), ON).unwrap().unwrap();
    assert!(week_of.enough && !week_of.high);
    let found = findings(&statements, &woman(), ON).unwrap().found;
    assert!(found.is_empty(), "{found:?}");
    let two = week(1..=2, ("160", "80"), ("160", "78"));
    assert_eq!(pressure_week(&two, &woman(), ON).unwrap(), None);
    let three = pressure_week(&week(1..=3, ("160", "80"), ("160", "78")), &woman(), ON)
        .unwrap()
        .unwrap();
    assert!(three.high && !three.enough);
}

#[test]
fn readings_without_hours_have_no_morning() {
    let statements: Vec<Statement> = (1..=5)
        .map(|day| pressure(&format!("{day}"), "120", "80", &format!("2026-05-0{day}")))
        .collect();
    let week = pressure_week(&statements, &woman(), ON).unwrap().unwrap();
    assert_eq!((week.all.readings, week.morning, week.evening), (4, None, None));
}

fn sensor(days: u8, each_day: u32, value: impl Fn(u32) -> String) -> Vec<Statement> {
    let mut all = Vec::new();
    for day in 1..=days {
        for reading in 0..each_day {
            let minute = reading * 15;
            let when = format!("2026-05-{day:02}T{:02}:{:02}:00Z", minute / 60, minute % 60);
            all.push(written("99504-3", &value(reading), "mg/dL", &when));
        }
    }
    all
}

#[test]
fn a_sensor_gives_the_share_in_range_and_the_index() {
    // Mean 154: the published example of Bergenstal gives 3.31 + 0.02392 × 154 = 6.99.
    let statements = sensor(14, 96, |reading| {
        ["104", "204"][usize::from(reading % 2 == 0)].to_owned()
    });
    let weeks = glucose_weeks(&statements, &woman(), ON).unwrap().unwrap();
    assert_eq!(
        (weeks.mean.number.as_str(), weeks.mean.unit.as_str()),
        ("154", "mg/dL")
    );
    assert_eq!(
        (weeks.below.as_str(), weeks.inside.as_str(), weeks.above.as_str()),
        ("0.0", "50.0", "50.0")
    );
    assert_eq!((weeks.index.as_deref(), weeks.readings), (Some("7.0"), 1344));
}

#[test]
fn few_readings_give_no_index_and_few_days_nothing() {
    let few = glucose_weeks(&sensor(14, 20, |_| "100".into()), &woman(), ON)
        .unwrap()
        .unwrap();
    assert_eq!((few.index, few.inside.as_str()), (None, "100.0"));
    assert_eq!(
        glucose_weeks(&sensor(9, 96, |_| "100".into()), &woman(), ON).unwrap(),
        None
    );
}

#[test]
fn a_meter_gives_shares_in_its_own_unit_and_no_index() {
    let statements: Vec<Statement> = (1..=12)
        .map(|day| {
            written(
                "14743-9",
                if day % 4 == 0 { "3.5" } else { "6.0" },
                "mmol/L",
                &format!("2026-05-{day:02}"),
            )
        })
        .collect();
    let weeks = glucose_weeks(&statements, &woman(), ON).unwrap().unwrap();
    assert_eq!(
        (weeks.mean.number.as_str(), weeks.mean.unit.as_str()),
        ("5.4", "mmol/L")
    );
    assert_eq!((weeks.below.as_str(), weeks.index), ("25.0", None));
}
