//! What was joined and decided, told to other systems as IHE's profile RECON does.

use crate::given::*;
use pocketchart::{Answer, Chart, ExportForm, ExportOptions, Section};
use serde_json::Value;
use std::collections::BTreeSet;

const ALLERGIES: [&str; 2] = [
    r#"{"resourceType":"AllergyIntolerance","id":"1","criticality":"low","code":{"coding":[{"system":"http://snomed.info/sct","code":"91936005","display":"Allergy to penicillin"}]}}"#,
    r#"{"resourceType":"AllergyIntolerance","id":"1","criticality":"high","code":{"coding":[{"system":"http://snomed.info/sct","code":"91936005","display":"Allergy to penicillin"}]}}"#,
];
const VACCINE: &str = r#"{"resourceType":"Immunization","id":"2","status":"completed","vaccineCode":{"coding":[{"system":"http://hl7.org/fhir/sid/cvx","code":"140","display":"Influenza"}]},"occurrenceDateTime":"2021-10-01"}"#;

fn file_of(system: &str, resources: &[&str]) -> Vec<u8> {
    let entry = |resource: &&str| {
        let kind = resource.split('"').nth(3).unwrap();
        let id = resource.split('"').nth(7).unwrap();
        format!(r#"{{"fullUrl":"https://{system}.example/{kind}/{id}","resource":{resource}}}"#)
    };
    let entries: Vec<String> = resources.iter().map(entry).collect();
    format!(
        r#"{{"resourceType":"Bundle","type":"collection","entry":[{}]}}"#,
        entries.join(",")
    )
    .into_bytes()
}

/// Two sources: one vaccine, and an allergy of which the second says that it is worse.
fn two_sources() -> (Chart, Scratch) {
    let (mut chart, scratch) = chart();
    for (system, allergy) in ["a", "b"].into_iter().zip(ALLERGIES) {
        import(&mut chart, &file_of(system, &[allergy, VACCINE]));
    }
    (chart, scratch)
}

fn exported(chart: &mut Chart) -> Vec<u8> {
    let options = ExportOptions {
        form: ExportForm::Bundle,
        sections: None,
        current_only: true,
        provenance: false,
        reconciled: true,
    };
    let mut file = Vec::new();
    chart.export(&options, &mut file, &mut |_| {}).unwrap();
    file
}

fn resources(file: &[u8], kind: &str) -> Vec<Value> {
    let bundle: Value = serde_json::from_slice(file).unwrap();
    let entries = bundle["entry"].as_array().unwrap().iter();
    entries
        .map(|it| it["resource"].clone())
        .filter(|it| it["resourceType"] == kind)
        .collect()
}

fn urls(file: &[u8]) -> Vec<String> {
    let bundle: Value = serde_json::from_slice(file).unwrap();
    let entries = bundle["entry"].as_array().unwrap().iter();
    entries
        .filter_map(|it| it["fullUrl"].as_str().map(str::to_owned))
        .collect()
}

/// The address at which the stronger statement stands.
const STRONGER: &str = "https://b.example/AllergyIntolerance/1";

fn decided() -> (Chart, Scratch) {
    let (mut chart, scratch) = two_sources();
    let items = list(&chart, Section::Allergies);
    let is_strong = |at: &usize| items[*at].facts.criticality.as_deref() == Some("high");
    let strong = (0..2).find(is_strong).unwrap();
    chart
        .decide(
            items[strong].id,
            items[1 - strong].id,
            Answer::FirstIsRight,
            Some("I was in hospital for it"),
        )
        .unwrap();
    (chart, scratch)
}

#[test]
fn what_sources_say_alike_is_told_with_them() {
    let (mut chart, _scratch) = two_sources();
    assert_eq!(chart.reconciled_sections().unwrap(), [Section::Immunizations]);
    let file = exported(&mut chart);
    let (lists, records) = (resources(&file, "List"), resources(&file, "Provenance"));
    assert_eq!((lists.len(), records.len()), (1, 1));
    assert_eq!(
        (&lists[0]["mode"], &lists[0]["code"]["coding"][0]["code"]),
        (&"snapshot".into(), &"11369-6".into())
    );
    assert_eq!(
        lists[0]["entry"].as_array().unwrap().len(),
        1,
        "one item, two sources"
    );
    assert_eq!(records[0]["agent"][0]["who"]["display"], "Pocketchart");
    let sources: BTreeSet<&str> = records[0]["entity"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| it["what"]["reference"].as_str().unwrap())
        .collect();
    let both = [
        "https://a.example/Immunization/2",
        "https://b.example/Immunization/2",
    ];
    assert_eq!(sources, BTreeSet::from(both));
}

#[test]
fn a_decision_is_told_with_who_why_and_of_what() {
    let (mut chart, _scratch) = decided();
    let file = exported(&mut chart);
    let lists = resources(&file, "List");
    let list = lists
        .iter()
        .find(|it| it["code"]["coding"][0]["code"] == "48765-2");
    let entries = list.unwrap()["entry"].as_array().unwrap();
    assert_eq!(entries.len(), 1, "what was set aside does not hold");
    assert_eq!(entries[0]["item"]["reference"], STRONGER);
    let records = resources(&file, "Provenance");
    let record = records.iter().find(|it| it["reason"].is_array()).unwrap();
    assert_eq!(record["reason"][0]["text"], "I was in hospital for it");
    assert_eq!(record["target"][0]["reference"], STRONGER);
    assert_eq!(record["entity"].as_array().unwrap().len(), 2);
    let patient = &record["agent"][0]["who"]["reference"];
    assert_eq!(&list.unwrap()["subject"]["reference"], patient);
    // All that is referred to stands in the file.
    let urls = urls(&file);
    for entity in record["entity"].as_array().unwrap() {
        let url = entity["what"]["reference"].as_str().unwrap();
        assert!(urls.iter().any(|it| it == url), "{url}");
    }
}

#[test]
fn what_nobody_has_decided_is_marked() {
    let (mut chart, _scratch) = two_sources();
    let items = list(&chart, Section::Allergies);
    chart
        .decide(items[0].id, items[1].id, Answer::Same, None)
        .unwrap();
    let file = exported(&mut chart);
    let lists = resources(&file, "List");
    let list = lists
        .iter()
        .find(|it| it["code"]["coding"][0]["code"] == "48765-2");
    let entries = list.unwrap()["entry"].as_array().unwrap().clone();
    assert_eq!(entries.len(), 2, "both sides");
    assert!(entries.iter().all(|it| it["flag"]["text"].is_string()));
}

#[test]
fn what_became_of_statements_is_a_code_and_the_list_keeps_its_name() {
    let (mut chart, _scratch) = decided();
    let activities = |file: &[u8]| -> BTreeSet<String> {
        let records = resources(file, "Provenance");
        let codes = records
            .iter()
            .map(|it| it["activity"]["coding"][0]["code"].clone());
        codes.map(|it| it.as_str().unwrap().to_owned()).collect()
    };
    let names = |file: &[u8]| -> BTreeSet<String> {
        let lists = resources(file, "List");
        lists
            .iter()
            .map(|it| it["id"].as_str().unwrap().to_owned())
            .collect()
    };
    let before = exported(&mut chart);
    assert_eq!(activities(&before), BTreeSet::from(["link".to_owned()]));
    let item = list(&chart, Section::Allergies).remove(0);
    let (one, other) = (item.id, item.rivals[0].id);
    chart.decide(one, other, Answer::Different, None).unwrap();
    // Another system's name for the person comes in.
    let person =
        r#"{"resourceType":"Patient","id":"p","birthDate":"1980-05-02","name":[{"text":"Ada Obi"}]}"#;
    import(&mut chart, &file_of("c", &[person]));
    let after = exported(&mut chart);
    let both = ["link".to_owned(), "unlink".to_owned()];
    assert_eq!(activities(&after), BTreeSet::from(both));
    assert_eq!(names(&after), names(&before));
}

#[test]
fn the_file_adds_nothing_twice() {
    let (mut chart, _scratch) = decided();
    let file = exported(&mut chart);
    assert_eq!(file, {
        let again = exported(&mut chart);
        // The Bundle names the moment of its making; nothing else differs.
        let (new, old): (Value, Value) = (
            serde_json::from_slice(&again).unwrap(),
            serde_json::from_slice(&file).unwrap(),
        );
        assert_eq!(new["entry"], old["entry"]);
        file.clone()
    });
    let before = list(&chart, Section::Allergies);
    import(&mut chart, &file);
    assert_eq!(import(&mut chart, &file).new, 0);
    assert_eq!(list(&chart, Section::Allergies), before);
    // What is written now stands once, in the place of what came back.
    let again = urls(&exported(&mut chart));
    let once: BTreeSet<&String> = again.iter().collect();
    assert_eq!((once.len(), urls(&file).len()), (again.len(), again.len()));

    let (mut other, _other) = self::chart();
    import(&mut other, &file);
    assert_eq!(import(&mut other, &file).new, 0);
    assert_eq!(list(&other, Section::Immunizations)[0].sources.len(), 2);
}
