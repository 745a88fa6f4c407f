//! The export of Apple Health: readings, hospitals' resources, and a gigabyte in little memory.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test")]

use pocketchart_fhir::reading::{Derived, Left, Why};
use pocketchart_fhir::readings::{AppleError, Found, for_each_in_apple_health};
use pocketchart_fhir::sections::section_of;
use proptest::prelude::*;
use serde_json::Value;
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;

const EXPORT: &str = include_str!("readings/export.xml");
const CONDITION: &[u8] = br#"{"resourceType":"Condition", "id":"c1","onsetAge":{"value":1.50}}"#;

fn zipped(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn export(xml: &[u8]) -> Vec<u8> {
    zipped(&[
        ("apple_health_export/export.xml", xml),
        ("apple_health_export/export_cda.xml", b"<ClinicalDocument/>"),
        ("apple_health_export/clinical-records/Condition-1.json", CONDITION),
        ("apple_health_export/clinical-records/Broken-2.json", b"{"),
        ("apple_health_export/electrocardiograms/ecg_1.csv", b"Name\n"),
        ("apple_health_export/workout-routes/route_1.gpx", b"<gpx/>"),
    ])
}

#[derive(Debug, Default, PartialEq)]
struct Told {
    derived: Vec<Derived>,
    left: Vec<Left>,
    doubts: Vec<Left>,
}

fn read(file: &[u8]) -> Result<Told, AppleError> {
    let mut told = Told::default();
    for_each_in_apple_health(Cursor::new(file), "Patient/1", &mut |found| {
        match found {
            Found::Derived(derived) => told.derived.push(*derived),
            Found::Left(left) => told.left.push(left),
            Found::Doubt(doubt) => told.doubts.push(doubt),
            other => panic!("{other:?}"),
        }
        true
    })?;
    Ok(told)
}

fn json(derived: &Derived) -> Value {
    serde_json::from_slice(&derived.resource.bytes).unwrap()
}

#[test]
fn records_become_observations_and_a_blood_pressure_is_one() {
    let told = read(&export(EXPORT.as_bytes())).unwrap();
    let of = |code: &str| -> Vec<Value> {
        let all = told.derived.iter().map(json);
        all.filter(|it| it["code"]["coding"][0]["code"] == code).collect()
    };
    assert_eq!(of("85354-9").len(), 1);
    assert_eq!(of("85354-9")[0]["component"][0]["valueQuantity"]["value"], 118);
    // One that belongs to no correlation stands by itself.
    assert_eq!(of("8480-6").len(), 1);
    assert!(of("8462-4").is_empty());
    let heart = &of("8867-4")[0];
    assert_eq!(heart["effectiveDateTime"], "2026-03-03T08:12:30-08:00");
    assert_eq!(heart["device"]["display"], "Maria’s Watch & Co");
    let oxygen = &told
        .derived
        .iter()
        .find(|it| {
            json(it)["code"]["text"]
                .as_str()
                .is_some_and(|it| it.starts_with("Oxygen"))
        })
        .unwrap();
    assert!(String::from_utf8_lossy(&oxygen.resource.bytes).contains(r#""value":97.5,"#));
    let weight = &of("29463-7")[0];
    assert_eq!(weight["performer"][0]["reference"], "Patient/1");
    assert_eq!(weight["device"], Value::Null);
    assert_eq!(of("15074-8")[0]["valueQuantity"]["code"], "mmol/L");
    assert!(
        told.derived
            .iter()
            .take(3)
            .all(|it| section_of(&it.resource.bytes) == "vitals")
    );
}

#[test]
fn a_hospitals_resource_passes_byte_for_byte() {
    let told = read(&export(EXPORT.as_bytes())).unwrap();
    let condition = told
        .derived
        .iter()
        .find(|it| it.resource.head.resource_type == "Condition");
    assert_eq!(condition.unwrap().resource.bytes, CONDITION);
}

#[test]
fn what_is_left_is_counted_by_type() {
    let told = read(&export(EXPORT.as_bytes())).unwrap();
    let left: Vec<(&str, Why)> = told.left.iter().map(|it| (it.what.as_str(), it.why)).collect();
    for what in [
        "HKQuantityTypeIdentifierStepCount: 2",
        "Workout: 1",
        "Me: 1",
        "electrocardiograms: 1",
        "workout-routes: 1",
        "export_cda.xml: 1",
    ] {
        assert!(left.contains(&(what, Why::NoMapping)), "{what}: {left:?}");
    }
    // An entity of the document's own is not resolved: what has it is named.
    let damaged = told.left.iter().filter(|it| it.why == Why::Malformed);
    let damaged: Vec<&str> = damaged.map(|it| it.what.as_str()).collect();
    assert_eq!(
        damaged,
        [
            "Record",
            "HKQuantityTypeIdentifierBodyMass: seventy kg",
            "apple_health_export/clinical-records/Broken-2.json"
        ]
    );
    assert_eq!(told.doubts[0].what, "52.1 °C");
}

#[test]
fn an_export_that_grew_gives_the_same_bytes_for_what_was_there() {
    let before = read(&export(EXPORT.as_bytes())).unwrap();
    let more = r#"<Me/><Record type="HKQuantityTypeIdentifierHeartRate" sourceName="W" unit="count/min" startDate="2026-01-01 08:00:00 +0000" value="61"/>"#;
    let grown = EXPORT.replacen("<Me ", &format!("{more}<Me "), 1);
    let after = read(&export(grown.as_bytes())).unwrap();
    let known = |it: &Told| -> Vec<_> {
        let resources = it.derived.iter().map(|it| it.resource.clone());
        resources.map(|it| (it.full_url, it.bytes)).collect()
    };
    let after = known(&after);
    assert_eq!(after.len(), before.derived.len() + 1);
    assert!(known(&before).iter().all(|it| after.contains(it)));
}

#[test]
fn what_cannot_be_read_is_refused() {
    let refused = |file: &[u8]| read(file).unwrap_err();
    assert_eq!(refused(b""), AppleError::NotZip);
    assert_eq!(refused(b"PK\x03\x04"), AppleError::NotZip);
    assert_eq!(refused(&zipped(&[("a/b.txt", b"")])), AppleError::NotHealthData);
    assert_eq!(refused(&export(b"<html></html>")), AppleError::NotHealthData);
    assert_eq!(refused(&export(b"<HealthData><Record")), AppleError::NotXml);
    assert_eq!(refused(&export(b"<HealthData><Me/>")), AppleError::Truncated);
    let huge = format!(
        "<HealthData><Record value=\"{}\"/></HealthData>",
        "1".repeat(2 << 20)
    );
    assert_eq!(refused(&export(huge.as_bytes())), AppleError::ElementTooLarge);
    let mut count = 0;
    let stopped = for_each_in_apple_health(Cursor::new(export(EXPORT.as_bytes())), "Patient/1", &mut |_| {
        count += 1;
        count < 2
    });
    assert_eq!((stopped, count), (Err(AppleError::Stopped), 2));
}

proptest! {
    #[test]
    fn any_change_of_an_export_is_survived(at in any::<prop::sample::Index>(), put in "[<>/\"'&;= A-Za-z0-9]{0,12}") {
        let mut bytes = EXPORT.as_bytes().to_vec();
        let start = at.index(bytes.len());
        bytes.splice(start..(start + 3).min(bytes.len()), put.bytes());
        let _ = read(&export(&bytes));
    }
}
