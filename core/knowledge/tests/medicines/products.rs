//! Where a record says what a medicine is: beside it, inside it, in another resource, by a code alone.

use pocketchart_knowledge::medicine::findings;
use pocketchart_knowledge::{Person, Statement};
use serde_json::{Value, json};

use crate::record::{TODAY, medicine, statement};

/// The rows that are found beside fluconazole, which has a rule with warfarin.
fn beside_fluconazole(resources: &[Value]) -> (Vec<&'static str>, Vec<&'static str>) {
    let mut record: Vec<Statement> = vec![medicine("fluconazole", "Fluconazole")];
    record.extend(
        resources
            .iter()
            .enumerate()
            .map(|(at, it)| statement(at.to_string(), it)),
    );
    let said = findings(&record, &Person::default(), TODAY).unwrap();
    (
        said.found.iter().map(|finding| finding.rule.row).collect(),
        said.not_checked.iter().map(|gap| gap.why.id).collect(),
    )
}

const ROW: &str = "ansm-vitamin-k-antagonists-fluconazole-precaution";

#[test]
fn a_product_is_found_wherever_the_record_keeps_it() {
    let warfarin = json!({"text": "Warfarin Sodium 5 MG Oral Tablet"});
    let ways = [
        vec![
            json!({"resourceType": "MedicationRequest", "status": "active", "medicationCodeableConcept": warfarin}),
        ],
        vec![
            json!({"resourceType": "MedicationRequest", "status": "active", "medicationReference": {"reference": "Medication/w"}}),
            json!({"resourceType": "Medication", "id": "w", "code": warfarin}),
        ],
        vec![
            json!({"resourceType": "MedicationRequest", "status": "active", "medicationReference": {"reference": "urn:uuid:w"}}),
            json!({"resourceType": "Medication", "id": "w", "ingredient": [{"itemCodeableConcept": warfarin}]}),
        ],
        vec![
            json!({"resourceType": "MedicationStatement", "status": "active", "medicationReference": {"reference": "#w"},
            "contained": [{"resourceType": "Medication", "id": "w", "code": warfarin}]}),
        ],
        vec![
            json!({"resourceType": "MedicationStatement", "status": "active", "medicationReference": {"display": "Warfarin"}}),
        ],
        vec![
            json!({"resourceType": "MedicationStatement", "status": "active", "medicationCodeableConcept": {"coding":
            [{"system": "http://www.nlm.nih.gov/research/umls/rxnorm", "code": "11289"}]}}),
        ],
        vec![
            json!({"resourceType": "MedicationStatement", "status": "active", "medicationCodeableConcept": {"text": "WARFARINE"}}),
        ],
    ];
    for way in ways {
        let (found, _) = beside_fluconazole(&way);
        assert!(found.contains(&ROW), "{way:?}: {found:?}");
    }
}

#[test]
fn what_is_not_stated_as_taken_is_not_taken() {
    let warfarin = json!({"text": "Warfarin"});
    let medicine = |kind: &str, more: &Value| {
        let mut resource = json!({"resourceType": kind, "medicationCodeableConcept": warfarin});
        for (key, value) in more.as_object().unwrap() {
            resource[key] = value.clone();
        }
        vec![resource]
    };
    let ways = [
        medicine("MedicationDispense", &json!({"status": "completed"})),
        medicine("MedicationAdministration", &json!({"status": "completed"})),
        medicine(
            "MedicationRequest",
            &json!({"status": "active", "doNotPerform": true}),
        ),
        medicine("MedicationRequest", &json!({"status": "draft"})),
        medicine(
            "MedicationStatement",
            &json!({"status": "active", "effectivePeriod": {"end": "2026-11-25"}}),
        ),
        medicine("MedicationStatement", &json!({"status": "not-taken"})),
    ];
    for way in &ways {
        let (found, _) = beside_fluconazole(way);
        assert_eq!(found, Vec::<&str>::new(), "{way:?}");
    }
    let open = medicine(
        "MedicationStatement",
        &json!({"status": "active", "effectivePeriod": {"end": "2026-11-26"}}),
    );
    assert_eq!(beside_fluconazole(&open).0, [ROW]);
    for way in [
        medicine("MedicationStatement", &json!({})),
        medicine("MedicationRequest", &json!({"status": "unknown"})),
    ] {
        let (found, not_checked) = beside_fluconazole(&way);
        assert!(
            found.is_empty() && not_checked.contains(&"finding-not-checked-status"),
            "{way:?}"
        );
    }
}

#[test]
fn every_ingredient_of_a_combination_counts_and_the_unknown_one_is_named() {
    let way = [json!({"resourceType": "MedicationStatement", "status": "active",
        "medicationCodeableConcept": {"text": "Warfarin 5 MG / Frobnicol 2 MG Oral Tablet [Made-up]"}})];
    let (found, not_checked) = beside_fluconazole(&way);
    assert!(found.contains(&ROW), "{found:?}");
    assert!(
        not_checked.contains(&"finding-not-checked-ingredient"),
        "{not_checked:?}"
    );
}
