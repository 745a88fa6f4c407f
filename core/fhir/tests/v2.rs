//! HL7 v2 messages: what a hospital sends is what stands in the resources, and what does not is named.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test")]

use pocketchart_fhir::reading::{Reading, Why};
use pocketchart_fhir::sections::section_of;
use pocketchart_fhir::subjects::Subjects;
use pocketchart_fhir::summary::summary;
use pocketchart_fhir::v2::{FILE_LIMIT, V2Error, read};
use proptest::prelude::*;
use serde_json::Value;

const RESULTS: &str = include_str!("v2/results.hl7");
const VISIT: &str = include_str!("v2/visit.hl7");
const VACCINES: &str = include_str!("v2/vaccines.hl7");
const DOCUMENT: &str = include_str!("v2/document.hl7");
const BATCH: &str = include_str!("v2/batch.hl7");
const ALL: [&str; 5] = [RESULTS, VISIT, VACCINES, DOCUMENT, BATCH];

fn reading(text: &str) -> Reading {
    read(text.as_bytes(), "urn:kept:1").unwrap()
}

/// The resource that was read at a place, and its bytes as text, in which numbers stand as written.
fn at(reading: &Reading, place: &str) -> (Value, String) {
    let found = reading.resources.iter().find(|it| it.place == place);
    let found = found.unwrap_or_else(|| panic!("nothing was read at {place}"));
    let text = String::from_utf8(found.resource.bytes.clone()).unwrap();
    (serde_json::from_str(&text).unwrap(), text)
}

fn left(reading: &Reading) -> Vec<(&str, &str, Why)> {
    reading
        .left
        .iter()
        .map(|left| (left.place.as_str(), left.what.as_str(), left.why))
        .collect()
}

#[test]
fn numbers_of_a_laboratory_stay_as_they_were_written() {
    let reading = reading(RESULTS);
    let (glucose, text) = at(&reading, "R-0001/OBX[1]");
    assert!(
        text.contains(r#""valueQuantity":{"value":5.10,"unit":"millimole per litre","#),
        "{text}"
    );
    assert!(text.contains(r#""low":{"value":3.9,"#) && text.contains(r#""high":{"value":5.60,"#));
    assert_eq!(glucose["valueQuantity"]["code"], "mmol/L");
    assert_eq!(glucose["referenceRange"][0]["text"], "3.9-5.60");
    assert_eq!(glucose["code"]["coding"][0]["system"], "http://loinc.org");
    assert_eq!(glucose["code"]["coding"][1]["code"], "GLU");
    assert_eq!(glucose["effectiveDateTime"], "2026-03-03T08:00:00+01:00");
    assert_eq!(glucose["issued"], "2026-03-03T10:10:00+01:00");
    assert_eq!(glucose["performer"][0]["display"], "CITY LAB");
    assert!(
        glucose["meta"]["source"]
            .as_str()
            .unwrap()
            .ends_with("#R-0001/OBX[1]")
    );
    let (potassium, _) = at(&reading, "R-0001/OBX[2]");
    assert_eq!(potassium["status"], "corrected");
    assert_eq!(potassium["interpretation"][0]["coding"][0]["code"], "HH");
    assert_eq!(
        potassium["note"][0]["text"],
        "Repeated on a second tube.\nCalled to Dr Patel."
    );
    // The sender does not say that the unit is one of UCUM.
    assert_eq!(potassium["valueQuantity"]["unit"], "mmol/L");
    assert_eq!(potassium["valueQuantity"]["code"], Value::Null);
    let (heart, text) = at(&reading, "R-0001/OBX[16]");
    assert!(text.contains(r#""value":72,"#));
    assert_eq!(section_of(text.as_bytes()), "vitals");
    assert_eq!(heart["category"][0]["coding"][0]["code"], "vital-signs");
}

#[test]
fn each_type_of_value_has_its_place() {
    let reading = reading(RESULTS);
    let value = |number: u32| at(&reading, &format!("R-0001/OBX[{number}]")).0;
    assert_eq!(value(3)["valueQuantity"]["comparator"], "<");
    assert_eq!(value(3)["status"], "preliminary");
    assert_eq!(value(4)["valueRatio"]["denominator"]["value"], 128);
    assert_eq!(value(5)["valueRange"]["high"]["value"], 50);
    assert_eq!(value(6)["valueCodeableConcept"]["coding"][0]["code"], "278149003");
    assert_eq!(value(7)["valueDateTime"], "2026-02-14");
    assert_eq!(value(8)["valueTime"], "07:30:00");
    assert_eq!(value(9)["valueDateTime"], "2026-03-03T07:15:00+01:00");
    assert_eq!(value(10)["valueString"], "amber \\ clear");
    assert_eq!(value(11)["valueString"], "First line\nsecond line\nthird line");
    assert_eq!(value(13)["status"], "entered-in-error");
    assert_eq!(value(14)["status"], "cancelled");
    assert_eq!(value(14)["dataAbsentReason"]["coding"][0]["code"], "unknown");
    let file = value(15);
    assert_eq!(file["resourceType"], "DocumentReference");
    assert_eq!(file["content"][0]["attachment"]["contentType"], "application/pdf");
    assert_eq!(file["content"][0]["attachment"]["data"], "JVBERi0xLjQK");
    // What says that it is a number and is none is kept as words, and is a doubt.
    assert_eq!(value(17)["valueString"], "pending");
    let doubts: Vec<&str> = reading.doubts.iter().map(|it| it.what.as_str()).collect();
    assert_eq!(doubts, ["OBX-5: pending", "OBR-7: 20260230"]);
}

#[test]
fn a_report_names_its_results_its_specimen_and_its_numbers() {
    let reading = reading(RESULTS);
    let (report, _) = at(&reading, "R-0001/OBR[1]");
    assert_eq!(report["status"], "final");
    assert_eq!(report["conclusion"], "Sample slightly|haemolysed.");
    assert_eq!(report["resultsInterpreter"][0]["display"], "Dr Asha Singh");
    assert_eq!(
        report["identifier"][1]["system"],
        "urn:oid:2.16.840.1.113883.19.4"
    );
    let results = report["result"].as_array().unwrap();
    assert_eq!(results.len(), 15);
    let addresses: Vec<&str> = reading
        .resources
        .iter()
        .map(|it| it.resource.full_url.as_deref().unwrap())
        .collect();
    for result in results {
        assert!(addresses.contains(&result["reference"].as_str().unwrap()));
    }
    let (specimen, _) = at(&reading, "R-0001/SPM[1]");
    assert_eq!(
        specimen["collection"]["collectedDateTime"],
        "2026-03-03T08:00:00+01:00"
    );
    assert_eq!(specimen["identifier"][0]["value"], "SP55");
    let (picture, _) = at(&reading, "R-0001/OBR[2]");
    assert_eq!(picture["effectiveDateTime"], Value::Null);
    let (findings, text) = at(&reading, "R-0001/OBX[20]");
    assert_eq!(findings["valueString"], "Heart not enlarged.\nNo consolidation.");
    assert_eq!(findings["category"][0]["coding"][0]["code"], "imaging");
    assert_eq!(
        summary(text.as_bytes()).unwrap().status.as_deref(),
        Some("preliminary")
    );
    assert_eq!(
        left(&reading),
        [
            ("R-0001/PV1[1]", "PV1", Why::NoMapping),
            ("R-0001/ZLB[1]", "ZLB", Why::NoMapping),
            ("R-0001/OBX[18]", "OBX-2: NA", Why::NoMapping),
            ("R-0001/OBX[19]", "OBX-11: N", Why::NoMapping),
        ]
    );
}

#[test]
fn a_person_has_names_numbers_and_addresses() {
    let (patient, _) = at(&reading(RESULTS), "R-0001/PID[1]");
    assert_eq!(
        patient["identifier"][0]["system"],
        "urn:oid:2.16.840.1.113883.19.5"
    );
    assert_eq!(patient["identifier"][1]["assigner"]["display"], "NATIONAL");
    assert_eq!(patient["name"][0]["given"], serde_json::json!(["María", "Ngozi"]));
    assert_eq!(patient["birthDate"], "1982-02-14");
    assert_eq!(patient["gender"], "female");
    assert_eq!(patient["deceasedBoolean"], false);
    assert_eq!(patient["telecom"][0]["value"], "+44 113 4960123");
    assert_eq!(patient["telecom"][1]["system"], "email");
    assert_eq!(patient["address"][0]["line"][1], "Flat 3");
}

#[test]
fn a_visit_brings_allergies_that_nobody_confirmed() {
    let reading = reading(VISIT);
    let (penicillin, _) = at(&reading, "A-0001/AL1[1]");
    assert_eq!(
        penicillin["verificationStatus"]["coding"][0]["code"],
        "unconfirmed"
    );
    assert_eq!(penicillin["clinicalStatus"]["coding"][0]["code"], "active");
    assert_eq!(penicillin["category"][0], "medication");
    assert_eq!(penicillin["reaction"][0]["severity"], "severe");
    assert_eq!(
        penicillin["reaction"][0]["manifestation"][1]["text"],
        "Swelling of the tongue"
    );
    assert_eq!(penicillin["onsetDateTime"], "1998-05");
    let (peanut, _) = at(&reading, "A-0001/AL1[2]");
    assert_eq!(peanut["code"]["text"], "Peanut");
    assert_eq!(peanut["criticality"], Value::Null);
    let said = &peanut["_criticality"]["extension"][0]["valueCodeableConcept"];
    assert_eq!(said["coding"][0]["code"], "MO");
    let (visit, _) = at(&reading, "A-0001/PV1[1]");
    assert_eq!(visit["status"], "finished");
    assert_eq!(visit["class"]["code"], "IMP");
    // Times without a zone: R4 takes the day only.
    assert_eq!(
        visit["period"],
        serde_json::json!({"start": "2026-02-08", "end": "2026-02-10"})
    );
    assert_eq!(
        visit["location"][0]["location"]["display"],
        "GENERAL, WARD7, 12, B"
    );
    assert_eq!(visit["reasonCode"][0]["coding"][0]["code"], "422587007");
    let (infarct, _) = at(&reading, "A-0001/DG1[1]");
    assert_eq!(
        infarct["code"]["coding"][0]["system"],
        "http://hl7.org/fhir/sid/icd-10"
    );
    assert_eq!(infarct["verificationStatus"]["coding"][0]["code"], "confirmed");
    assert_eq!(infarct["asserter"]["display"], "Anil Patel");
    let (pain, _) = at(&reading, "A-0001/DG1[2]");
    assert_eq!(pain["code"]["text"], "Chest pain");
    let (husband, _) = at(&reading, "A-0001/NK1[1]");
    assert_eq!(husband["relationship"][1]["coding"][0]["code"], "C");
    assert_eq!(husband["telecom"][0]["value"], "5550100");
    assert_eq!(
        left(&reading),
        [
            ("A-0001/IN1[1]", "IN1", Why::NoMapping),
            ("A-0001/NK1[2]", "NK1", Why::Empty),
            ("A-0001/AL1[3]", "AL1", Why::Empty),
        ]
    );
}

#[test]
fn a_vaccine_is_given_refused_or_taken_back() {
    let reading = reading(VACCINES);
    let (given, text) = at(&reading, "V-0001/RXA[1]");
    assert_eq!(given["status"], "completed");
    assert_eq!(
        given["vaccineCode"]["coding"][0]["system"],
        "http://hl7.org/fhir/sid/cvx"
    );
    assert!(text.contains(r#""doseQuantity":{"value":0.5,"unit":"mL","#));
    assert_eq!(given["lotNumber"], "W46932777");
    assert_eq!(given["primarySource"], true);
    assert_eq!(given["protocolApplied"][0]["doseNumberPositiveInt"], 3);
    assert_eq!(given["expirationDate"], "2027-12-08");
    assert_eq!(given["manufacturer"]["display"], "sanofi");
    let (refused, _) = at(&reading, "V-0001/RXA[2]");
    assert_eq!(refused["status"], "not-done");
    assert_eq!(refused["statusReason"]["text"], "Parental decision");
    assert_eq!(refused["doseQuantity"], Value::Null);
    let (wrong, _) = at(&reading, "V-0001/RXA[3]");
    assert_eq!(wrong["status"], "entered-in-error");
    assert_eq!(wrong["primarySource"], false);
    let (reaction, _) = at(&reading, "V-0001/OBX[3]");
    assert_eq!(reaction["valueCodeableConcept"]["text"], "Persistent crying");
    assert!(reaction["partOf"][0]["reference"].is_string());
    // That no vaccine was given is no vaccination; what it says of immunity is kept.
    let (immune, _) = at(&reading, "V-0001/OBX[4]");
    assert_eq!(immune["partOf"], Value::Null);
    let count = reading
        .resources
        .iter()
        .filter(|it| it.resource.head.resource_type == "Immunization")
        .count();
    assert_eq!(count, 3);
    assert!(left(&reading).contains(&("V-0001/RXA[4]", "RXA-5: 998", Why::NoMapping)));
}

#[test]
fn a_document_is_one_text_with_its_files() {
    let reading = reading(DOCUMENT);
    let (document, text) = at(&reading, "D-0001/TXA[1]");
    assert_eq!(section_of(text.as_bytes()), "notes");
    assert_eq!(document["docStatus"], "final");
    assert_eq!(document["masterIdentifier"]["value"], "DOC88");
    assert_eq!(document["relatesTo"][0]["target"]["identifier"]["value"], "DOC12");
    let contents = document["content"].as_array().unwrap();
    assert_eq!(contents[1]["attachment"]["contentType"], "image/jpeg");
    assert_eq!(contents[1]["attachment"]["data"], "/9j/4A==");
    let words = "Admitted with chest pain.\n\nDischarged on aspirin.";
    assert_eq!(
        contents[0]["attachment"]["data"],
        serde_json::json!(base64(words.as_bytes()))
    );
}

fn base64(bytes: &[u8]) -> String {
    use base64::Engine as _;
    base64::engine::general_purpose::STANDARD.encode(bytes)
}

#[test]
fn of_a_result_sent_twice_the_later_stands_whatever_the_order() {
    let reading = reading(BATCH);
    let (potassium, _) = at(&reading, "B-0002/OBX[1]");
    assert_eq!(potassium["valueQuantity"]["value"], 4.1);
    assert!(
        reading
            .resources
            .iter()
            .all(|it| !it.place.starts_with("B-0001/OBX"))
    );
    assert_eq!(left(&reading), [("B-0003", "MSH-9: ORM^O01", Why::NoMapping)]);
    // The same result in a file of its own has the same address, so that it takes the place of the first.
    let messages: Vec<&str> = BATCH.split("MSH|").collect();
    let earlier = read(format!("MSH|{}", messages[2]).as_bytes(), "urn:kept:2").unwrap();
    let address = |reading: &Reading, place: &str| {
        let found = reading.resources.iter().find(|it| it.place == place);
        found.unwrap().resource.full_url.clone()
    };
    assert_eq!(
        address(&reading, "B-0002/OBX[1]"),
        address(&earlier, "B-0001/OBX[1]")
    );
}

#[test]
fn a_name_that_two_results_have_names_neither() {
    let twice = RESULTS.replace("3016-3^Thyrotropin", "2951-2^Sodium");
    let (first, second) = (reading(RESULTS), reading(&twice));
    let address = |reading: &Reading, place: &str| {
        let found = reading.resources.iter().find(|it| it.place == place);
        found.unwrap().resource.full_url.clone().unwrap()
    };
    let (one, other) = (
        address(&second, "R-0001/OBX[13]"),
        address(&second, "R-0001/OBX[17]"),
    );
    assert_ne!(one, other);
    assert_ne!(one, address(&first, "R-0001/OBX[13]"));
}

#[test]
fn two_files_of_one_order_are_two_documents() {
    let line = RESULTS.lines().find(|line| line.contains("|ED|")).unwrap();
    let second = line.replace("JVBERi0xLjQK", "JVBERi0xLjUK");
    let reading = reading(&RESULTS.replace(line, &format!("{line}\n{second}")));
    let files = reading
        .resources
        .iter()
        .filter(|it| it.resource.head.resource_type == "DocumentReference");
    assert_eq!(files.count(), 2);
}

#[test]
fn two_people_in_a_file_are_two_subjects() {
    let other = VISIT.replace("1106", "2207").replace("A-0001", "A-0002");
    let reading = reading(&format!("{VISIT}{other}"));
    let mut subjects = Subjects::new();
    for derived in &reading.resources {
        subjects.add(&derived.resource);
    }
    assert_eq!(subjects.people().len(), 2);
    let mut alone = Subjects::new();
    for derived in &self::reading(VISIT).resources {
        alone.add(&derived.resource);
    }
    assert_eq!(alone.people().len(), 1);
}

#[test]
fn frames_and_line_ends_make_no_difference() {
    let plain = reading(RESULTS);
    let carriage = RESULTS.replace('\n', "\r");
    for text in [
        carriage.clone(),
        RESULTS.replace('\n', "\r\n"),
        format!("\u{b}{carriage}\u{1c}\r"),
        format!("\u{feff}{carriage}"),
    ] {
        let read = reading(&text);
        let bytes = |reading: &Reading| -> Vec<Vec<u8>> {
            let resources = reading.resources.iter();
            resources.map(|it| it.resource.bytes.clone()).collect()
        };
        assert_eq!(bytes(&read), bytes(&plain));
    }
}

#[test]
fn what_cannot_be_read_is_refused_or_named() {
    let refused = |file: &[u8]| read(file, "urn:kept:1").unwrap_err();
    assert_eq!(refused(b""), V2Error::NotV2);
    assert_eq!(refused(b"PID|1\r"), V2Error::NotV2);
    assert_eq!(refused(b"{\"resourceType\":\"Patient\"}"), V2Error::NotV2);
    assert_eq!(refused(&vec![b'M'; FILE_LIMIT + 1]), V2Error::TooLarge);
    let merge = VISIT.replace("ADT^A03^ADT_A03", "ADT^A40^ADT_A39");
    assert_eq!(refused(merge.as_bytes()), V2Error::Merge);
    let broken = reading(&format!("MSH|^\n{VISIT}"));
    assert_eq!(left(&broken)[0], ("MSH[1]", "MSH-2", Why::Malformed));
    let damaged = reading(&VISIT.replace("AL1|2", "AL|2"));
    assert!(left(&damaged).contains(&("A-0001/line[9]", "AL|2|FA|^Peanut|MO", Why::Malformed)));
    // Nobody is said: nothing is taken for the patient's.
    let nobody = reading(&RESULTS.replace("PID|", "ZID|"));
    assert!(nobody.resources.is_empty());
    let foreign = read(
        b"MSH|^~\\&|A|B|||2026||ADT^A31|1|P|2.5||||||ISO IR87\rPID|1||1||\xFF\r",
        "urn:kept:1",
    );
    assert_eq!(
        left(&foreign.unwrap()),
        [("MSH[1]", "MSH-18: ISO IR87", Why::NoMapping)]
    );
}

#[test]
fn a_message_for_training_is_marked() {
    let marked = reading(&VISIT.replace("|A-0001|P|", "|A-0001|T|"));
    let (allergy, _) = at(&marked, "A-0001/AL1[1]");
    assert_eq!(allergy["meta"]["security"][0]["code"], "HTEST");
    let (allergy, _) = at(&reading(VISIT), "A-0001/AL1[1]");
    assert_eq!(allergy["meta"]["security"], Value::Null);
}

/// Each segment of a file is the place of a resource, or is named, or belongs to what stands before it.
#[test]
fn every_segment_of_the_samples_is_accounted_for() {
    // What becomes a part of a resource that has another place.
    let parts = [
        "MSH", "EVN", "ORC", "NTE", "RXR", "PV2", "FHS", "BHS", "BTS", "FTS",
    ];
    for text in ALL {
        let reading = reading(text);
        let mut counts = std::collections::HashMap::new();
        let mut control = String::new();
        for line in text.lines() {
            let name = &line[..3];
            if name == "MSH" {
                counts.clear();
                control = line.split('|').nth(9).unwrap().to_owned();
            }
            let number = counts
                .entry(name.to_owned())
                .and_modify(|it| *it += 1)
                .or_insert(1);
            let place = format!("{control}/{name}[{number}]");
            let derived = reading.resources.iter().any(|it| it.place == place);
            let named = reading
                .left
                .iter()
                .any(|it| it.place == place || it.place == control);
            let joined = line.contains("|18748-4^Report^LN||third")
                || line.contains("No consolidation")
                || line.contains("|30973-2^")
                || control.starts_with("D-") && name == "OBX"
                // An earlier version of what another message of the file says.
                || control == "B-0001";
            assert!(derived || named || joined || parts.contains(&name), "{place}");
        }
    }
}

proptest! {
    /// Any bytes give a reading or an error, the same twice, and what is written is FHIR that reads back.
    #[test]
    fn any_change_of_a_sample_is_survived(
        sample in 0usize..ALL.len(),
        at in any::<prop::sample::Index>(),
        length in 0usize..12,
        put in "[|^~&\\\\\r\nA-Z0-9 .<>é\u{b}-]{0,12}",
    ) {
        let mut bytes = ALL[sample].as_bytes().to_vec();
        let start = at.index(bytes.len());
        let end = (start + length).min(bytes.len());
        bytes.splice(start..end, put.bytes());
        if let Ok(reading) = read(&bytes, "urn:kept:1") {
            prop_assert_eq!(&Ok(reading.clone()), &read(&bytes, "urn:kept:1"));
            for derived in &reading.resources {
                let value: Value = serde_json::from_slice(&derived.resource.bytes).unwrap();
                prop_assert!(summary(&derived.resource.bytes).is_ok());
                prop_assert!(!has_empty(&value), "{}", value);
            }
        }
    }
}

/// R4 allows no empty strings, arrays or objects.
fn has_empty(value: &Value) -> bool {
    match value {
        Value::String(text) => text.trim().is_empty(),
        Value::Array(items) => items.is_empty() || items.iter().any(has_empty),
        Value::Object(members) => members.is_empty() || members.values().any(has_empty),
        _ => false,
    }
}
