//! Readings of devices at home: what a file says is what stands in the Observations, and what can mean two things is asked for.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test")]

use pocketchart_fhir::reading::{Reading, Why};
use pocketchart_fhir::readings::{CSV_LIMIT, CsvError, DateOrder, Measure, Unit, mapping, read_csv};
use pocketchart_fhir::sections::section_of;
use pocketchart_fhir::summary::summary;
use proptest::prelude::*;
use serde_json::Value;

const PRESSURE: &str = include_str!("readings/pressure.csv");
const SENSOR: &str = include_str!("readings/sensor.csv");
const SCALE: &str = include_str!("readings/scale.csv");

fn zone(_local: &str) -> Option<String> {
    Some("+01:00".to_owned())
}

fn read(file: &str) -> Result<Reading, CsvError> {
    let mapping = mapping(file.as_bytes())?;
    read_csv(file.as_bytes(), &mapping, "Patient/1", Some(&zone))
}

fn json(reading: &Reading, at: usize) -> (Value, String) {
    let bytes = &reading.resources[at].resource.bytes;
    (
        serde_json::from_slice(bytes).unwrap(),
        String::from_utf8(bytes.clone()).unwrap(),
    )
}

fn left(reading: &Reading) -> Vec<(&str, &str, Why)> {
    reading
        .left
        .iter()
        .map(|left| (left.place.as_str(), left.what.as_str(), left.why))
        .collect()
}

#[test]
fn the_two_numbers_of_a_blood_pressure_are_one_reading() {
    let reading = read(PRESSURE).unwrap();
    let (pressure, text) = json(&reading, 0);
    assert_eq!(pressure["code"]["coding"][0]["code"], "85354-9");
    assert_eq!(pressure["effectiveDateTime"], "2025-01-12T08:12:00+01:00");
    assert_eq!(pressure["component"][0]["valueQuantity"]["value"], 114);
    assert_eq!(pressure["component"][1]["code"]["coding"][0]["code"], "8462-4");
    assert_eq!(reading.resources[0].place, "row[2]/blood-pressure");
    assert_eq!(section_of(text.as_bytes()), "vitals");
    assert_eq!(json(&reading, 1).0["valueQuantity"]["code"], "/min");
    // Two readings in one minute are two.
    assert_eq!(reading.resources.len(), 6);
    assert_eq!(json(&reading, 2).0["note"][0]["text"], "second try");
    let doubts: Vec<&str> = reading.doubts.iter().map(|it| it.what.as_str()).collect();
    assert_eq!(doubts, ["74/114"]);
    assert_eq!(
        left(&reading),
        [
            ("column[6]", "Symptoms", Why::NoMapping),
            ("row[5]", "Jan 6 2025", Why::Malformed),
        ]
    );
}

#[test]
fn of_a_sensor_only_readings_are_readings() {
    let reading = read(SENSOR).unwrap();
    assert_eq!(reading.resources.len(), 3);
    let (first, _) = json(&reading, 0);
    assert_eq!(first["code"]["coding"][0]["code"], "99504-3");
    assert_eq!(first["device"]["display"], "iOS G7");
    // Below what the sensor measures: no number is made up, and it is not lost.
    let (low, _) = json(&reading, 1);
    assert_eq!(low["valueString"], "Low");
    assert_eq!(low["interpretation"][0]["coding"][0]["code"], "L");
    assert_eq!(reading.doubts[0].what, "39 mg/dL");
    assert!(left(&reading).contains(&("row[3]", "Alert", Why::NoMapping)));
}

#[test]
fn decimals_stay_as_they_were_written() {
    let reading = read(SCALE).unwrap();
    let (weight, text) = json(&reading, 0);
    assert!(text.contains(r#""value":72.50,"unit":"kg""#), "{text}");
    // One date of the column tells the order of all.
    assert_eq!(weight["effectiveDateTime"], "2026-03-02T07:15:00+01:00");
    assert_eq!(json(&reading, 2).0["note"][0]["text"], "nach dem Urlaub");
    assert_eq!(json(&reading, 1).0["code"]["coding"][0]["code"], "39156-5");
}

#[test]
fn an_export_that_overlaps_adds_only_what_is_new() {
    let addresses = |file: &str| -> Vec<String> {
        let reading = read(file).unwrap();
        let resources = reading.resources.into_iter();
        resources.map(|it| it.resource.full_url.unwrap()).collect()
    };
    let earlier: String = PRESSURE.lines().take(2).map(|line| format!("{line}\n")).collect();
    let (before, after) = (addresses(&earlier), addresses(PRESSURE));
    assert_eq!(before, after[..2]);
    let twice: String = format!("{PRESSURE}{}", PRESSURE.lines().nth(1).unwrap());
    assert_eq!(addresses(&twice), after);
}

#[test]
fn what_can_mean_two_things_is_asked_for() {
    let error = |file: &str| read(file).unwrap_err();
    let order = "Date,Weight (kg)\n01/02/2026,72\n";
    assert_eq!(error(order), CsvError::Order("Date".into()));
    assert_eq!(
        error("Date,Weight\n2026-01-02,72\n"),
        CsvError::Unit("Weight".into())
    );
    let both = "Date,Weight (kg)\n13/02/2026,72\n02/13/2026,72\n";
    assert_eq!(error(both), CsvError::Order("Date".into()));
    let comma = "Date,Weight (kg)\n2026-01-02,\"72,500\"\n";
    assert_eq!(error(comma), CsvError::Comma("Weight (kg)".into()));
    let told = mapping(PRESSURE.as_bytes()).unwrap();
    let unzoned = read_csv(PRESSURE.as_bytes(), &told, "Patient/1", None);
    assert_eq!(unzoned, Err(CsvError::Zone("Date".into())));

    let mut answered = mapping(order.as_bytes()).unwrap();
    answered.order = Some(DateOrder::DayFirst);
    let reading = read_csv(order.as_bytes(), &answered, "Patient/1", None).unwrap();
    assert_eq!(json(&reading, 0).0["effectiveDateTime"], "2026-02-01");
    let mut answered = mapping(comma.as_bytes()).unwrap();
    answered.decimal_comma = Some(true);
    let reading = read_csv(comma.as_bytes(), &answered, "Patient/1", None).unwrap();
    assert!(json(&reading, 0).1.contains(r#""value":72.500,"#));
}

#[test]
fn a_person_can_say_what_a_column_means() {
    let file = "Date,Puls,Gewicht (kg)\n2026-01-02,61,72\n";
    assert_eq!(mapping(file.as_bytes()), Err(CsvError::Unknown));
    let known = "Date,Pulse,Gewicht\n2026-01-02,61,72\n";
    let mut mapping = mapping(known.as_bytes()).unwrap();
    let mut column = mapping.columns[0].clone();
    column.heading = "Gewicht".into();
    column.measure = Measure::Weight;
    column.unit = Some(Unit::Kilogram);
    mapping.columns.push(column);
    let read = |mapping| read_csv(known.as_bytes(), mapping, "Patient/1", None);
    assert_eq!(read(&mapping).unwrap().resources.len(), 2);
    let mut other = mapping.clone();
    other.columns[0].heading = "Puls".into();
    assert_eq!(read(&other), Err(CsvError::NoColumn("Puls".into())));
}

#[test]
fn what_cannot_be_read_is_refused() {
    let refused = |file: &[u8]| mapping(file).unwrap_err();
    assert_eq!(refused(b""), CsvError::Unknown);
    assert_eq!(refused(b"MSH|^~\\&|"), CsvError::Unknown);
    assert_eq!(
        refused(b"Date,Weight (kg)\n2026-01-02,\xFF\n"),
        CsvError::Encoding
    );
    assert_eq!(refused(&vec![b'a'; CSV_LIMIT + 1]), CsvError::TooLarge);
    let wide: Vec<u8> = PRESSURE.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let wide = [&b"\xFF\xFE"[..], &wide].concat();
    assert_eq!(mapping(&wide).unwrap(), mapping(PRESSURE.as_bytes()).unwrap());
}

proptest! {
    /// Any rows give a reading or an error, and what is written is FHIR.
    #[test]
    fn any_rows_are_survived(rows in "([-0-9/.: ,;TZa-zéµ\"]{0,40}\n){0,6}") {
        let file = format!("Date,Systolic (mmHg),Diastolic (mmHg),Weight (kg),Notes\n{rows}");
        if let Ok(reading) = read(&file) {
            for derived in &reading.resources {
                prop_assert!(serde_json::from_slice::<Value>(&derived.resource.bytes).is_ok());
                prop_assert!(summary(&derived.resource.bytes).is_ok());
            }
        }
    }
}
