//! The Bundle that we make of a record passes every rule of "Kill the Clipboard".

use std::collections::BTreeMap;

use pocketchart_fhir::FhirDateTime;
use pocketchart_fhir::ips::{IpsEntry, SharedInput, SharedPdf, SharedPdfKind, shared_bundle};
use pocketchart_share::shl::{BundleRule, check_shared_bundle};
use serde_json::{Value, json};

const PATIENT: &str = r#"{"resourceType":"Patient","id":"p","meta":{"profile":["http://x"]},"name":[{"family":"Example"}],"birthDate":"1951-02-03","gender":"female","managingOrganization":{"reference":"Organization/1"}}"#;
const ALLERGY: &str = r#"{"resourceType":"AllergyIntolerance","id":"a","meta":{"profile":["http://x"],"versionId":"3"},"text":{"status":"generated","div":"<div>x</div>"},"code":{"text":"Latex"},"patient":{"reference":"Patient/p"},"recorder":{"reference":"Practitioner/2"},"asserter":{"reference":"Practitioner/3","display":"Dr. Bo"}}"#;
const PRACTITIONER: &str = r#"{"resourceType":"Practitioner","id":"2","name":[{"family":"Bo"}]}"#;
const NOTE: &str = r#"{"resourceType":"DocumentReference","status":"current","type":{"coding":[{"system":"http://loinc.org","code":"51855-5"}]},"content":[{"attachment":{"contentType":"text/plain","data":"aGVsbG8="}}]}"#;
const DOSE: &str = r#"{"resourceType":"MedicationStatement","status":"active","subject":{"reference":"Patient/p"},"medicationCodeableConcept":{"text":"x"},"dosage":[{"doseAndRate":[{"doseQuantity":{"value":1.50}}]}]}"#;

fn entry(number: u32, body: &str, links: &[(&str, &str)]) -> IpsEntry {
    IpsEntry {
        full_url: format!("urn:uuid:00000000-0000-4000-8000-00000000000{number}"),
        body: body.into(),
        title: None,
        disagree: false,
        links: links
            .iter()
            .map(|(from, to)| ((*from).to_owned(), (*to).to_owned()))
            .collect::<BTreeMap<_, _>>(),
    }
}

fn made(patient: Option<&str>, pdfs: &[(String, SharedPdf)]) -> (Value, Vec<usize>, Vec<u8>) {
    let practitioner = "urn:uuid:00000000-0000-4000-8000-000000000002";
    let entries = [
        entry(
            1,
            ALLERGY,
            &[
                ("Practitioner/2", practitioner),
                ("Practitioner/3", "urn:uuid:elsewhere"),
            ],
        ),
        entry(2, PRACTITIONER, &[]),
        entry(3, NOTE, &[]),
        entry(4, DOSE, &[]),
    ];
    let made = shared_bundle(&SharedInput {
        timestamp: &FhirDateTime::new("2026-03-03T10:00:00Z"),
        patient: patient.map(str::as_bytes),
        patient_url: "urn:uuid:00000000-0000-4000-8000-000000000009",
        entries: &entries,
        pdfs,
    })
    .unwrap();
    (
        serde_json::from_slice(&made.bytes).unwrap(),
        made.left_out,
        made.bytes,
    )
}

fn pdf(number: u32, kind: SharedPdfKind) -> (String, SharedPdf) {
    let pdf = SharedPdf {
        kind,
        title: "Record \"of\" all".to_owned(),
        bytes: b"%PDF-1.7 x".to_vec(),
    };
    (
        format!("urn:uuid:00000000-0000-4000-8000-00000000001{number}"),
        pdf,
    )
}

#[test]
fn with_both_pdfs_it_breaks_no_rule() {
    let pdfs = [pdf(1, SharedPdfKind::Rendered), pdf(2, SharedPdfKind::Story)];
    let (bundle, left_out, bytes) = made(Some(PATIENT), &pdfs);
    assert_eq!(check_shared_bundle(&bytes), []);
    // The note stands in the story's PDF.
    assert_eq!(left_out, [2]);
    assert_eq!(bundle["entry"].as_array().unwrap().len(), 6);
    let text = std::str::from_utf8(&bytes).unwrap();
    assert!(text.contains("1.50"), "a number is written otherwise");
    let allergy = &bundle["entry"][1]["resource"];
    let expected = json!({
        "resourceType": "AllergyIntolerance", "code": {"text": "Latex"},
        "patient": {"reference": "urn:uuid:00000000-0000-4000-8000-000000000009"},
        "recorder": {"reference": "urn:uuid:00000000-0000-4000-8000-000000000002"},
        "asserter": {"display": "Dr. Bo"},
    });
    assert_eq!(*allergy, expected);
    assert!(bundle["entry"][0]["resource"]["managingOrganization"].is_null());
}

#[test]
fn what_is_missing_is_found_and_not_made_up() {
    let (_, _, bytes) = made(None, &[]);
    let mut rules: Vec<BundleRule> = check_shared_bundle(&bytes).iter().map(|it| it.rule).collect();
    rules.sort();
    let missing = [
        BundleRule::Name,
        BundleRule::BirthDate,
        BundleRule::Gender,
        BundleRule::RenderedPdf,
    ];
    assert_eq!(rules, missing);
}
