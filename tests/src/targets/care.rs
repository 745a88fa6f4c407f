//! What rules are held against, what asks for their findings, and the files that they stand in.

use pocketchart::CdsRequest;
use pocketchart::knowledge::{self, Findings, Person, Sex, Statement};
use pocketchart_fhir::split::{Part, split_bytes};
use pocketchart_fhir::view::View;

use super::seeds::Seed;

/// A file of FHIR as the statements of a record: what is found does not depend on their order, and each finding leads to statements
/// that are there.
pub(super) fn findings(data: &[u8]) {
    let Ok(parts) = split_bytes(data) else {
        return;
    };
    let bodies = parts.iter().filter_map(|part| match part {
        Part::Resource(resource) => View::of(&resource.bytes).ok(),
        Part::Unreadable(_) => None,
    });
    let mut statements: Vec<Statement> = (0..)
        .zip(bodies)
        .map(|(number, view)| Statement {
            entry: format!("{number:04}"),
            view,
        })
        .collect();
    let person = Person {
        born: "1980-02-29".parse().ok(),
        sex: Some(Sex::Female),
    };
    let all = |statements: &[Statement]| -> Findings {
        let on = "2026-11-26".parse().unwrap();
        knowledge::findings(statements, &person, on).unwrap()
    };
    let found = all(&statements);
    for entry in found.found.iter().flat_map(|finding| &finding.entries) {
        assert!(
            statements.iter().any(|it| it.entry == *entry),
            "an entry that is not there"
        );
    }
    statements.reverse();
    let names = |of: &Findings| {
        let mut names: Vec<String> = of.found.iter().map(knowledge::Finding::name).collect();
        names.sort();
        names
    };
    assert_eq!(names(&found), names(&all(&statements)), "the order shows");
}

/// A call of CDS Hooks: what is let through reads the same again.
pub(super) fn request(data: &[u8]) {
    if let Ok(request) = CdsRequest::read(data) {
        assert_eq!(CdsRequest::read(data).unwrap(), request);
    }
}

/// A file of tables: compressed as it comes, and what could be inside one.
pub(super) fn tables(data: &[u8]) {
    let _ = knowledge::is_tables_file(data);
    let packed = zstd::bulk::compress(data, 1).unwrap();
    let _ = knowledge::is_tables_file(&packed);
}

pub(super) fn seeds() -> Vec<Seed> {
    let order = |name: &str| {
        format!(
            r#"{{"hook":"order-select","hookInstance":"d1577c69-dfbe-44ad-ba6d-3e05e953b2ea","context":{{"userId":"Practitioner/1","patientId":"7","selections":["MedicationRequest/1"],"draftOrders":{{"resourceType":"Bundle","type":"collection","entry":[{{"resource":{{"resourceType":"MedicationRequest","id":"1","status":"draft","intent":"order","subject":{{"reference":"Patient/7"}},"medicationCodeableConcept":{{"text":"{name}"}}}}}},{{"fullUrl":"urn:uuid:2","resource":{{"resourceType":"ServiceRequest","code":{{"text":"MRI"}}}}}}]}}}},"prefetch":{{"patient":{{"resourceType":"Patient","id":"7","birthDate":"1951-03-02"}}}}}}"#
        )
    };
    let view = r#"{"hook":"patient-view","hookInstance":"d1577c69-dfbe-44ad-ba6d-3e05e953b2ea","context":{"userId":"Practitioner/1","patientId":"7"},"prefetch":{"patient":null}}"#;
    let record = r#"{"resourceType":"Bundle","type":"collection","entry":[
{"resource":{"resourceType":"MedicationStatement","status":"active","medicationCodeableConcept":{"text":"Warfarin 5 MG Oral Tablet"},"dosage":[{"timing":{"repeat":{"frequency":1,"period":1,"periodUnit":"d"}},"doseAndRate":[{"doseQuantity":{"value":1,"unit":"tablet"}}]}]}},
{"resource":{"resourceType":"MedicationRequest","status":"active","intent":"order","medicationCodeableConcept":{"coding":[{"system":"http://www.nlm.nih.gov/research/umls/rxnorm","code":"1191","display":"Aspirin 500 MG"}]}}},
{"resource":{"resourceType":"AllergyIntolerance","code":{"text":"Allergy to penicillin"},"reaction":[{"manifestation":[{"text":"Anaphylaxis"}]}]}},
{"resource":{"resourceType":"Condition","clinicalStatus":{"coding":[{"code":"active"}]},"code":{"coding":[{"system":"http://snomed.info/sct","code":"44054006"}]}}},
{"resource":{"resourceType":"Observation","status":"final","code":{"coding":[{"system":"http://loinc.org","code":"2160-0"}]},"effectiveDateTime":"2026-05-01","valueQuantity":{"value":3.10,"unit":"mg/dL","system":"http://unitsofmeasure.org","code":"mg/dL"},"referenceRange":[{"low":{"value":0.5},"high":{"value":1.2}}]}},
{"resource":{"resourceType":"Immunization","status":"completed","vaccineCode":{"coding":[{"system":"http://hl7.org/fhir/sid/cvx","code":"115"}]},"occurrenceDateTime":"2001-02-29"}}]}"#;
    // `[1, "0", {"t": [["c"], ["x"]]}]`
    let tables = b"\x84\x02\x610\x81\x61x\xa1\x61t\x82\x81\x61c\x42\0\0";
    vec![
        ("cds_request", order("Ibuprofen").into_bytes()),
        ("cds_request", view.as_bytes().to_vec()),
        ("findings", record.as_bytes().to_vec()),
        ("tables", tables.to_vec()),
        ("tables", zstd::bulk::compress(tables, 1).unwrap()),
    ]
}
