//! The International Patient Summary: what stands in it, where references lead, what is said of nothing.

#![allow(clippy::unwrap_used, reason = "a test")]

use pocketchart_fhir::FhirDateTime;
use pocketchart_fhir::ips::{Ips, IpsEntry, IpsError, IpsInput, IpsSection, IpsWords, ips, references};
use serde_json::{Value, json};
use std::collections::BTreeMap;

fn words() -> IpsWords {
    let word = |text: &str| text.to_owned();
    IpsWords {
        language: word("en"),
        right_to_left: false,
        title: word("Patient summary"),
        sections: IpsSection::ALL.map(|it| format!("{it:?}")),
        what: word("What"),
        details: word("Details"),
        when: word("When"),
        untitled: word("Untitled"),
        disagree: word("sources disagree"),
        no_information: word("Nothing is known."),
    }
}

fn entry(number: usize, resource: &Value) -> IpsEntry {
    IpsEntry {
        full_url: url(number),
        body: resource.to_string().into_bytes(),
        title: None,
        disagree: false,
        links: BTreeMap::new(),
    }
}

fn url(number: usize) -> String {
    format!("urn:uuid:00000000-0000-4000-8000-{number:012}")
}

fn made(patient: Option<&str>, entries: &[IpsEntry]) -> (Ips, Value) {
    let names = [url(901), url(902), url(903)];
    let made = ips(&IpsInput {
        identifier: &url(900),
        timestamp: &FhirDateTime::new("2026-03-03T10:00:00Z"),
        software: "Pocketchart",
        patient: patient.map(str::as_bytes),
        names: names.each_ref().map(String::as_str),
        entries,
        words: &words(),
    })
    .unwrap();
    let document = serde_json::from_slice(&made.bytes).unwrap();
    (made, document)
}

fn section<'a>(document: &'a Value, title: &str) -> Option<&'a Value> {
    let sections = document["entry"][0]["resource"]["section"].as_array().unwrap();
    sections.iter().find(|it| it["title"] == title)
}

fn resource(document: &Value, number: usize) -> &Value {
    let entries = document["entry"].as_array().unwrap();
    let found = entries.iter().find(|it| it["fullUrl"] == url(number));
    &found.unwrap()["resource"]
}

#[test]
fn an_empty_record_says_that_nothing_is_known_and_not_that_there_is_nothing() {
    let (made, document) = made(None, &[]);
    assert!(made.counts.is_empty());
    for title in ["Allergies", "Medications", "Problems"] {
        let section = section(&document, title).unwrap();
        assert_eq!(section["emptyReason"]["coding"][0]["code"], "unavailable");
        assert!(
            section["text"]["div"]
                .as_str()
                .unwrap()
                .contains("Nothing is known.")
        );
        assert!(section.get("entry").is_none());
    }
    assert!(section(&document, "Results").is_none());
    let patient = &document["entry"][1]["resource"];
    let unknown = |it: &Value| it["extension"][0]["valueCode"] == "unknown";
    assert!(
        unknown(&patient["_birthDate"]) && unknown(&patient["name"][0]["_text"]),
        "{patient:#}"
    );
}

#[test]
fn statements_are_about_the_documents_patient_and_lead_nowhere_else() {
    let allergy = json!({
        "resourceType": "AllergyIntolerance", "id": "7", "meta": {"profile": ["x"]}, "text": {"status": "generated", "div": "<div/>"},
        "code": {"text": "Latex"}, "patient": {"reference": "Patient/1", "display": "Maria"},
        "recorder": {"reference": "Practitioner/9", "type": "Practitioner", "display": "Dr. Wren"},
        "asserter": {"reference": "Practitioner/9"}, "criticality": "high",
    });
    let request = json!({
        "resourceType": "MedicationRequest", "status": "active", "intent": "order",
        "medicationReference": {"reference": "Medication/3"}, "subject": {"reference": "Patient/1"},
        "reasonReference": [{"reference": "Condition/55"}],
    });
    let medicine = json!({"resourceType": "Medication", "code": {"text": "Aspirin"}});
    let mut request = entry(2, &request);
    request.title = Some("Aspirin".into());
    request.links.insert("Medication/3".into(), url(3));
    request.links.insert("Condition/55".into(), url(55));
    let (made, document) = made(None, &[entry(1, &allergy), request, entry(3, &medicine)]);
    assert!(made.left_out.is_empty());
    let patient = url(901);
    let allergy = resource(&document, 1);
    assert_eq!(allergy["patient"], json!({"reference": patient}));
    assert_eq!(allergy["recorder"], json!({"display": "Dr. Wren"}));
    for gone in ["asserter", "id", "meta", "text"] {
        assert!(allergy.get(gone).is_none(), "{gone}");
    }
    let request = resource(&document, 2);
    assert_eq!(request["medicationReference"]["reference"], url(3));
    assert!(request.get("reasonReference").is_none());
    let medications = section(&document, "Medications").unwrap();
    assert_eq!(medications["entry"], json!([{"reference": url(2)}]));
    assert!(medications["text"]["div"].as_str().unwrap().contains("Aspirin"));
    let urls: Vec<&str> = document["entry"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| it["fullUrl"].as_str().unwrap())
        .collect();
    for reference in references(&made.bytes) {
        assert!(urls.contains(&reference.as_str()), "{reference} leads nowhere");
    }
}

#[test]
fn what_the_profiles_want_and_nobody_said_is_unknown() {
    let unsaid = [
        json!({"resourceType": "Immunization", "status": "completed", "vaccineCode": {"text": "Tetanus"}}),
        json!({"resourceType": "Procedure", "status": "completed"}),
        json!({"resourceType": "MedicationStatement", "status": "active", "medicationCodeableConcept": {"text": "Iron"}}),
        json!({"resourceType": "Observation", "status": "final", "code": {"text": "HbA1c"}, "valueQuantity": {"value": 7.0},
            "category": [{"coding": [{"code": "laboratory"}]}]}),
    ];
    let entries: Vec<IpsEntry> = unsaid
        .iter()
        .enumerate()
        .map(|(number, it)| entry(number, it))
        .collect();
    let (_, document) = made(None, &entries);
    let unknown = |it: &Value| it["extension"][0]["valueCode"] == "unknown";
    assert!(unknown(&resource(&document, 0)["_occurrenceDateTime"]));
    assert!(
        unknown(&resource(&document, 1)["_performedDateTime"]) && unknown(&resource(&document, 1)["code"])
    );
    assert!(unknown(&resource(&document, 2)["_effectiveDateTime"]));
    assert!(unknown(&resource(&document, 3)["_effectiveDateTime"]));
    assert!(unknown(&resource(&document, 3)["performer"][0]));
}

#[test]
fn what_is_wrong_or_over_stands_where_it_belongs_or_not_at_all() {
    let condition = |clinical: &str, verification: &str| {
        json!({
            "resourceType": "Condition", "code": {"text": clinical},
            "clinicalStatus": {"coding": [{"code": clinical}]},
            "verificationStatus": {"coding": [{"code": verification}]},
        })
    };
    let entries = [
        condition("active", "confirmed"),
        condition("resolved", "confirmed"),
        condition("active", "refuted"),
        condition("active", "entered-in-error"),
        json!({"resourceType": "MedicationRequest", "status": "stopped"}),
        json!({"resourceType": "Appointment"}),
    ];
    let mut entries: Vec<IpsEntry> = entries
        .iter()
        .enumerate()
        .map(|(number, it)| entry(number, it))
        .collect();
    entries.push(IpsEntry {
        body: b"not JSON".to_vec(),
        ..entry(6, &Value::Null)
    });
    let (made, _) = made(None, &entries);
    let expected = BTreeMap::from([(IpsSection::Problems, 1), (IpsSection::PastProblems, 1)]);
    assert_eq!((made.counts, made.left_out), (expected, vec![2, 3, 4, 5, 6]));
}

#[test]
fn numbers_stay_as_written_and_hostile_words_are_words() {
    let body = r#"{"resourceType":"Observation","status":"final","category":[{"coding":[{"code":"vital-signs"}]}],
        "code":{"text":"<script>alert(1)</script> & \"Weight\" \u0000\u001b[2J"},"valueQuantity":{"value":72.50,"unit":"kg"}}"#;
    let hostile = IpsEntry {
        body: body.as_bytes().to_vec(),
        disagree: true,
        ..entry(1, &Value::Null)
    };
    let (made, document) = made(None, &[hostile]);
    let text = String::from_utf8(made.bytes).unwrap();
    assert!(text.contains(r#""value":72.50"#));
    let section = section(&document, "VitalSigns").unwrap();
    let narrative = section["text"]["div"].as_str().unwrap();
    assert!(
        narrative.contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;Weight&quot; [2J"),
        "{narrative}"
    );
    assert!(narrative.contains("72.50 kg") && narrative.contains("sources disagree"));
    assert!(!narrative.contains('\u{0}') && !narrative.contains('\u{1b}'));
}

#[test]
fn bad_input_is_refused() {
    let refused = |timestamp: &str, patient: &[u8]| {
        let names = [url(1), url(2), url(3)];
        ips(&IpsInput {
            identifier: "urn:uuid:0",
            timestamp: &FhirDateTime::new(timestamp),
            software: "x",
            patient: Some(patient),
            names: names.each_ref().map(String::as_str),
            entries: &[],
            words: &words(),
        })
        .unwrap_err()
    };
    assert_eq!(refused("2026", b"{}"), IpsError::Timestamp);
    assert_eq!(refused("2026-03-03T10:00:00Z", b"{"), IpsError::Patient);
}
