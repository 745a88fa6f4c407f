//! A short way to write a resource: its type, then `name=value` for each thing it says, parted by ` | `.
//!
//! A concept is codes and words parted by ` + `: `sct 195967001 Asthma + text asthma`. An amount is a number and a unit:
//! `4.1 mmol/L`. A part of a reading is a concept, ` = ` and an amount.

use serde_json::{Map, Value, json};

/// Code systems by their short names.
const SYSTEMS: [(&str, &str); 12] = [
    ("cpt", "http://www.ama-assn.org/go/cpt"),
    ("cvx", "http://hl7.org/fhir/sid/cvx"),
    ("icd10", "http://hl7.org/fhir/sid/icd-10-cm"),
    ("icd9", "http://hl7.org/fhir/sid/icd-9-cm"),
    (
        "ips",
        "http://hl7.org/fhir/uv/ips/CodeSystem/absent-unknown-uv-ips",
    ),
    ("loinc", "http://loinc.org"),
    ("local-a", "https://a.example/codes"),
    ("local-b", "https://b.example/codes"),
    ("ndc", "http://hl7.org/fhir/sid/ndc"),
    ("rx", "http://www.nlm.nih.gov/research/umls/rxnorm"),
    ("sct", "http://snomed.info/sct"),
    ("v3", "http://terminology.hl7.org/CodeSystem/v3-RoleCode"),
];
/// Marks a number, which stays as it is written.
const NUMBER: char = '\u{1}';

/// The resource, and before it the Medication that it refers to where it has one. `address` is that of a type and an id.
pub(super) fn resources(
    said: &str,
    id: &str,
    subject: &str,
    address: &dyn Fn(&str, &str) -> String,
) -> Vec<Value> {
    let (kind, rest) = said.split_once(' ').unwrap();
    let mut resource = json!({ "resourceType": kind, "id": id });
    let person = match kind {
        "AllergyIntolerance" | "FamilyMemberHistory" | "Immunization" => "patient",
        _ => "subject",
    };
    put(&mut resource, &format!("{person}.reference"), json!(subject));
    if kind.ends_with("Request") || kind == "CarePlan" {
        put(&mut resource, "intent", json!("order"));
    }
    let mut all = Vec::new();
    let mut repeated = [("part", 0), ("condition", 0)];
    for field in rest.split(" | ") {
        let (name, value) = field.split_once('=').unwrap();
        let number = repeated
            .iter_mut()
            .find(|(it, _)| *it == name)
            .map_or(0, |(_, at)| {
                *at += 1;
                *at - 1
            });
        if name == "medication" {
            let medication = id.replacen('7', "8", 1);
            let its_address = json!(address("Medication", &medication));
            put(&mut resource, "medicationReference.reference", its_address);
            all.push(json!({ "resourceType": "Medication", "id": medication, "code": concept(value) }));
        } else {
            say(&mut resource, kind, name, value, number);
        }
    }
    all.push(resource);
    all
}

/// The resource as JSON in which each number stands as it was written.
pub(super) fn text(resource: &Value) -> String {
    let text = serde_json::to_string(resource).unwrap();
    let mark = "\\u0001";
    text.replace(&format!("\"{mark}"), "")
        .replace(&format!("{mark}\""), "")
}

fn say(resource: &mut Value, kind: &str, name: &str, value: &str, number: usize) {
    let of_medicine = kind.starts_with("Medication");
    let path = match (name, kind) {
        ("code", "Immunization") => "vaccineCode",
        ("code", "Encounter") => "type.0",
        ("code", "CarePlan") => "category.0",
        ("code", "DocumentReference") => "type",
        ("code", "Goal") => "description",
        ("code", _) if of_medicine => "medicationCodeableConcept",
        ("relative", _) => "relationship",
        ("on", "Condition" | "AllergyIntolerance") => "onsetDateTime",
        ("on", "Immunization") => "occurrenceDateTime",
        ("on", "Procedure") => "performedDateTime",
        ("on", "MedicationRequest" | "ServiceRequest") => "authoredOn",
        ("on", "MedicationDispense") => "whenHandedOver",
        ("on", "Goal") => "startDate",
        ("on", "FamilyMemberHistory" | "DocumentReference") => "date",
        ("on", _) => "effectiveDateTime",
        ("from", "Procedure") => "performedPeriod.start",
        ("to", "Procedure") => "performedPeriod.end",
        ("to", "Condition") => "abatementDateTime",
        ("from", "Encounter" | "CarePlan") => "period.start",
        ("to", "Encounter" | "CarePlan") => "period.end",
        ("from", _) => "effectivePeriod.start",
        ("to", _) => "effectivePeriod.end",
        ("recorded", _) => "recordedDate",
        ("status", "Condition" | "AllergyIntolerance") => "clinicalStatus.coding.0.code",
        ("status", "Goal") => "lifecycleStatus",
        ("verified", _) => "verificationStatus.coding.0.code",
        ("severity", "AllergyIntolerance") => "reaction.0.severity",
        ("reaction", _) => "reaction.0.manifestation.0",
        ("value", _) => "valueQuantity",
        ("found", _) => "valueCodeableConcept",
        ("words", _) => "valueString",
        ("part", _) => "component",
        ("samples", _) => "valueSampledData.data",
        ("site", "Condition" | "Procedure") => "bodySite.0",
        ("site", _) => "bodySite",
        ("specimen", _) => "specimen.display",
        ("dose", "Immunization") => "protocolApplied.0.doseNumberPositiveInt",
        ("dose", "MedicationRequest") => "dosageInstruction.0.text",
        ("dose", _) => "dosage.0.text",
        ("identified", _) => "identifier.0.value",
        ("lot", _) => "lotNumber",
        ("flag", _) => "interpretation.0.coding.0.code",
        ("note", _) => "note.0.text",
        ("category", _) => "category.0",
        ("place", _) => "serviceProvider.display",
        ("title", "DocumentReference") => "content.0.attachment.title",
        ("device", _) => "device.display",
        ("condition", _) => "condition",
        ("born", _) => "bornDate",
        ("about", _) => "focus.0.reference",
        ("status" | "severity" | "criticality" | "title" | "name" | "method" | "code", _) => name,
        _ => panic!("{kind} cannot say {name}"),
    };
    let holds_concept = [
        "code", "relative", "reaction", "found", "site", "category", "method",
    ]
    .contains(&name)
        || (name, kind) == ("severity", "Condition");
    match name {
        _ if holds_concept => put(resource, path, concept(value)),
        "value" => put(resource, path, amount(value)),
        "condition" => put(resource, &format!("condition.{number}.code"), concept(value)),
        "part" => {
            let (what, value) = value.split_once(" = ").unwrap();
            put(resource, &format!("component.{number}.code"), concept(what));
            put(
                resource,
                &format!("component.{number}.valueQuantity"),
                amount(value),
            );
        }
        "dose" if kind == "Immunization" => put(resource, path, written(value)),
        _ => put(resource, path, json!(value)),
    }
}

fn concept(said: &str) -> Value {
    let mut concept = json!({});
    let mut codes = Vec::new();
    for name in said.split(" + ") {
        let (system, rest) = name.split_once(' ').unwrap_or(("text", name));
        if system == "text" {
            put(&mut concept, "text", json!(rest));
            continue;
        }
        let (code, display) = rest.split_once(' ').unwrap();
        let mut coding = json!({ "code": code, "display": display });
        if system != "local" {
            let known = SYSTEMS.iter().find(|(short, _)| *short == system);
            let (_, uri) = known.unwrap_or_else(|| panic!("{system} is no system: {said}"));
            put(&mut coding, "system", json!(uri));
        }
        codes.push(coding);
    }
    if !codes.is_empty() {
        put(&mut concept, "coding", Value::Array(codes));
    }
    concept
}

fn amount(said: &str) -> Value {
    let (number, unit) = said.split_once(' ').unwrap();
    let mut amount = json!({
        "unit": unit,
        "system": "http://unitsofmeasure.org",
        "code": unit,
    });
    if let Some(rest) = number.strip_prefix('<') {
        put(&mut amount, "comparator", json!("<"));
        put(&mut amount, "value", written(rest));
    } else {
        put(&mut amount, "value", written(number));
    }
    amount
}

fn written(number: &str) -> Value {
    json!(format!("{NUMBER}{number}{NUMBER}"))
}

/// Puts a value at a path; numbers in it are places in lists.
fn put(to: &mut Value, path: &str, value: Value) {
    let (name, rest) = path
        .split_once('.')
        .map_or((path, None), |(name, rest)| (name, Some(rest)));
    let place = match name.parse::<usize>() {
        Ok(at) => {
            if !to.is_array() {
                *to = json!([]);
            }
            let list = to.as_array_mut().unwrap();
            if list.len() <= at {
                list.resize(at + 1, Value::Null);
            }
            &mut list[at]
        }
        Err(_) => {
            if !to.is_object() {
                *to = Value::Object(Map::new());
            }
            to.as_object_mut().unwrap().entry(name).or_insert(Value::Null)
        }
    };
    match rest {
        Some(rest) => put(place, rest, value),
        None => *place = value,
    }
}
