//! What joins, what is only probable, what stays apart.

use crate::given::*;
use pocketchart::build::{Allergy, Category, Concept, Found, Measurement, Quantity};
use pocketchart::{Decimal, Draft, FhirDateTime, Section};

fn allergy(substance: &str, reaction: &str) -> Draft {
    Draft::Allergy(Allergy {
        substance: Concept::words(substance),
        reactions: vec![Concept::words(reaction)],
        since: Some(FhirDateTime::new("1998")),
        ..Allergy::default()
    })
}

#[test]
fn equal_statements_of_two_sources_are_one_item() {
    let (mut chart, _scratch) = chart();
    chart.add(allergy("Penicillin", "Hives")).unwrap();
    chart.add(allergy("PENICILLIN", "hives")).unwrap();
    let items = list(&chart, Section::Allergies);
    assert_eq!((items.len(), items[0].sources.len()), (1, 2));
    // Correcting the item leaves none of its sources behind.
    chart
        .correct(items[0].id, allergy("Amoxicillin", "Hives"), None)
        .unwrap();
    assert_eq!(titles(&list(&chart, Section::Allergies)), ["Amoxicillin"]);
}

#[test]
fn other_facts_are_only_probable() {
    let (mut chart, _scratch) = chart();
    let hives = chart.add(allergy("Penicillin", "Hives")).unwrap();
    let shock = chart.add(allergy("Penicillin", "Shock")).unwrap();
    let items = list(&chart, Section::Allergies);
    assert_eq!(items.len(), 2);
    for item in &items {
        let other = if item.id == hives { shock } else { hives };
        assert_eq!(item.probable, [other]);
    }
    // A person says that they are one.
    chart
        .resolve(
            &[hives, shock],
            pocketchart::Resolution::Keep(shock),
            Some("one reaction"),
        )
        .unwrap();
    let items = list(&chart, Section::Allergies);
    assert_eq!((items.len(), items[0].probable.len()), (1, 0));
    assert_eq!(items[0].facts.reaction.as_deref(), Some("Shock"));
}

#[test]
fn two_originals_of_one_system_stay_two() {
    let (mut chart, _scratch) = chart();
    let one = |id: &str| {
        format!(
            r#"{{"resourceType":"Observation","id":"{id}","meta":{{"source":"https://a.example"}},"status":"final","code":{{"text":"Pulse"}},"effectiveDateTime":"2020-01-01","valueQuantity":{{"value":60}}}}"#
        )
    };
    import(&mut chart, &bundle(&[&one("1"), &one("2")]));
    let items = list(&chart, Section::Results);
    assert_eq!(items.len(), 2);
    assert!(items.iter().all(|item| item.probable.is_empty()));
    // Another system's copy of one of them joins one.
    import(
        &mut chart,
        &bundle(&[&one("7").replace("a.example", "b.example")]),
    );
    let items = list(&chart, Section::Results);
    assert_eq!(items.len(), 2);
    assert_eq!(items.iter().map(|item| item.sources.len()).sum::<usize>(), 3);
}

#[test]
fn two_moments_are_two_readings() {
    let (mut chart, _scratch) = chart();
    for hour in ["08", "20"] {
        let reading = Measurement {
            stated: Default::default(),
            what: Concept::words("Pulse"),
            category: Category::VitalSigns,
            when: Some(FhirDateTime::new(format!("2026-03-01T{hour}:00:00Z"))),
            value: Some(Found::Quantity(Quantity {
                value: Decimal::new("60").unwrap(),
                unit: "/min".into(),
                ucum: Some("/min".into()),
            })),
            components: Vec::new(),
            low: None,
            high: None,
            flag: None,
        };
        chart.add(Draft::Measurement(reading)).unwrap();
    }
    let items = list(&chart, Section::Vitals);
    assert_eq!(items.len(), 2);
    assert!(items.iter().all(|item| item.probable.is_empty()));
    let trends = chart.trends(None, "2026-11-26").unwrap();
    assert_eq!(trends.named("pulse").unwrap()[0].points.len(), 2);
}

#[test]
fn a_medicine_in_a_resource_of_its_own_has_its_name() {
    let (mut chart, _scratch) = chart();
    let file = br#"{"resourceType":"Bundle","type":"collection","entry":[
        {"fullUrl":"urn:uuid:00000000-0000-4000-8000-000000000001","resource":{"resourceType":"Medication","id":"m","code":{"text":"Warfarin"}}},
        {"fullUrl":"urn:uuid:00000000-0000-4000-8000-000000000002","resource":{"resourceType":"MedicationRequest","id":"r","status":"active",
            "medicationReference":{"reference":"urn:uuid:00000000-0000-4000-8000-000000000001"}}}]}"#;
    import(&mut chart, file);
    let items = list(&chart, Section::Medications);
    assert_eq!(titles(&items), ["Warfarin", "Warfarin"]);
}
