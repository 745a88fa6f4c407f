use pocketchart_share::shl::{BundleFinding, BundleRule, Level, check_shared_bundle};
use serde_json::{Value, json};

const PATIENT: &str = "urn:uuid:0b0e3f14-6d9f-4d0e-8a39-0a6f3a7b0001";

fn bundle() -> Value {
    json!({
        "resourceType": "Bundle",
        "type": "collection",
        "timestamp": "2026-11-26T09:00:00Z",
        "entry": [
            {"fullUrl": PATIENT, "resource": {
                "resourceType": "Patient", "name": [{"family": "Example", "given": ["Ada"]}],
                "birthDate": "1951-02-03", "gender": "female",
            }},
            {"fullUrl": "urn:uuid:0b0e3f14-6d9f-4d0e-8a39-0a6f3a7b0002", "resource": {
                "resourceType": "AllergyIntolerance", "patient": {"reference": PATIENT},
                "code": {"coding": [{"system": "http://snomed.info/sct", "code": "91936005"}]},
            }},
            {"fullUrl": "urn:uuid:0b0e3f14-6d9f-4d0e-8a39-0a6f3a7b0003", "resource": {
                "resourceType": "DocumentReference", "status": "current",
                "meta": {"security": [{
                    "system": "http://terminology.hl7.org/CodeSystem/v3-ObservationValue", "code": "PATAST",
                }]},
                "type": {"coding": [{"system": "http://loinc.org", "code": "60591-5"}]},
                "category": [{"coding": [{
                    "system": "https://cms.gov/fhir/CodeSystem/patient-shared-category", "code": "patient-shared",
                }]}],
                "subject": {"reference": PATIENT}, "author": [{"reference": PATIENT}],
                "date": "2026-11-26T09:00:00Z",
                "content": [{"attachment": {"contentType": "application/pdf", "data": "JVBERi0xLjcK"}}],
            }},
        ],
    })
}

fn found(bundle: &Value) -> Vec<BundleFinding> {
    check_shared_bundle(bundle.to_string().as_bytes())
}

#[test]
fn a_good_one_breaks_no_rule() {
    assert_eq!(found(&bundle()), []);
    let mut story = bundle();
    story["entry"][2]["resource"]["type"]["coding"][0]["code"] = json!("51855-5");
    story["entry"].as_array_mut().unwrap().remove(1);
    assert_eq!(found(&story), [], "a story alone");
    let mut other = bundle();
    other["entry"].as_array_mut().unwrap().push(json!({
        "fullUrl": "urn:uuid:4", "resource": {"resourceType": "DocumentReference", "status": "superseded"},
    }));
    assert_eq!(
        found(&other),
        [],
        "a clinic's document is content, no patient-shared PDF"
    );
}

/// A change to the good Bundle, and the one rule that it breaks.
type Case = (BundleRule, Option<usize>, fn(&mut Value));

const CASES: &[Case] = &[
    (BundleRule::Bundle, None, |it| it["resourceType"] = json!("List")),
    (BundleRule::Collection, None, |it| it["type"] = json!("document")),
    (BundleRule::Timestamp, None, |it| {
        it["timestamp"] = json!("2026-11-26")
    }),
    (BundleRule::OnePatient, None, |it| {
        // The PDFs then belong to nobody, so they go.
        it["entry"].as_array_mut().unwrap().truncate(1);
        it["entry"][0]["resource"] = json!({"resourceType": "Basic"});
    }),
    (BundleRule::Content, None, |it| {
        it["entry"].as_array_mut().unwrap().truncate(1)
    }),
    (BundleRule::FullUrl, Some(1), |it| {
        it["entry"][1]["fullUrl"] = json!("https://a/AllergyIntolerance/1")
    }),
    (BundleRule::FullUrl, Some(1), |it| {
        it["entry"][1]["fullUrl"] = it["entry"][0]["fullUrl"].clone()
    }),
    (BundleRule::Resource, Some(1), |it| {
        it["entry"][1]["resource"] = json!({})
    }),
    (BundleRule::Name, Some(0), |it| {
        it["entry"][0]["resource"]["name"] = json!([{"family": " "}])
    }),
    (BundleRule::BirthDate, Some(0), |it| {
        it["entry"][0]["resource"]["birthDate"] = json!("3.2.1951")
    }),
    (BundleRule::Gender, Some(0), |it| {
        it["entry"][0]["resource"]["gender"] = json!("F")
    }),
    (BundleRule::PdfStatus, Some(2), |it| {
        it["entry"][2]["resource"]["status"] = json!("superseded")
    }),
    (BundleRule::PdfType, Some(2), |it| {
        let second = json!({"system": "http://loinc.org", "code": "11503-0"});
        it["entry"][2]["resource"]["type"]["coding"]
            .as_array_mut()
            .unwrap()
            .push(second);
    }),
    (BundleRule::PdfCategory, Some(2), |it| {
        it["entry"][2]["resource"]["category"] = json!([])
    }),
    (BundleRule::PdfSubject, Some(2), |it| {
        it["entry"][2]["resource"]["subject"] = json!({"reference": "Patient/1"})
    }),
    (BundleRule::PdfAuthor, Some(2), |it| {
        it["entry"][2]["resource"]["author"] = json!([])
    }),
    (BundleRule::PdfDate, Some(2), |it| {
        it["entry"][2]["resource"]["date"] = json!("yesterday")
    }),
    (BundleRule::PdfContent, Some(2), |it| {
        it["entry"][2]["resource"]["content"][0]["attachment"]["contentType"] = json!("text/plain");
    }),
    (BundleRule::PdfData, Some(2), |it| {
        it["entry"][2]["resource"]["content"][0]["attachment"]["url"] = json!("https://a/1.pdf");
    }),
    (BundleRule::PdfData, Some(2), |it| {
        it["entry"][2]["resource"]["content"][0]["attachment"]["data"] = json!("PGh0bWw+");
    }),
    (BundleRule::PdfLabel, Some(2), |it| {
        it["entry"][2]["resource"]["meta"] = json!({})
    }),
    (BundleRule::NoProfile, Some(1), |it| {
        it["entry"][1]["resource"]["meta"] = json!({"profile": ["urn:x"]})
    }),
    (BundleRule::RenderedPdf, None, |it| {
        it["entry"].as_array_mut().unwrap().truncate(2)
    }),
];

#[test]
fn each_rule_is_broken_alone_and_found_alone() {
    for (rule, entry, change) in CASES {
        let mut changed = bundle();
        change(&mut changed);
        let expected = BundleFinding {
            rule: *rule,
            entry: *entry,
        };
        let found = found(&changed);
        // Without Patient the one entry is content that nothing renders.
        let others =
            |it: &&BundleFinding| !(*rule == BundleRule::OnePatient && it.rule == BundleRule::RenderedPdf);
        let found: Vec<&BundleFinding> = found.iter().filter(others).collect();
        assert_eq!(found, [&expected], "{}", rule.name());
    }
    let tried: std::collections::BTreeSet<_> = CASES.iter().map(|(rule, ..)| *rule).collect();
    assert_eq!(tried.len(), BundleRule::ALL.len(), "a case for each rule");
    let demanded = BundleRule::ALL
        .iter()
        .filter(|rule| rule.level() == Level::Demanded);
    assert_eq!(demanded.count(), 18);
}

#[test]
fn what_is_no_bundle_is_said_to_be_none() {
    for json in ["", "[]", "null", "7", r#"{"resourceType":"Bundle""#] {
        let found = check_shared_bundle(json.as_bytes());
        assert_eq!(found.len(), 1, "{json}");
        assert_eq!(found[0].rule, BundleRule::Bundle);
    }
}
