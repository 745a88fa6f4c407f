//! What another system says, held against the record and not taken in.

use crate::given::*;
use pocketchart::build::{Allergy, Concept};
use pocketchart::{
    Beside, Chart, Draft, EntryId, ItemState, ItemView, Likeness, ListOptions, Part, Resource, Section,
    search_page,
};
use std::collections::BTreeMap;

const EHR: &str = "https://ehr.example/fhir";
const SECTIONS: [Section; 4] = [
    Section::Allergies,
    Section::Problems,
    Section::Medications,
    Section::Immunizations,
];

/// Resources as a server sends them, under its own addresses.
fn theirs(resources: &[String]) -> Vec<Resource> {
    let entries: Vec<String> = resources
        .iter()
        .map(|it| format!(r#"{{"resource":{it}}}"#))
        .collect();
    let page = format!(
        r#"{{"resourceType":"Bundle","type":"searchset","entry":[{}]}}"#,
        entries.join(",")
    );
    let parts = search_page(page.as_bytes()).unwrap().parts;
    let resources = parts.into_iter().map(|part| match part {
        Part::Resource(mut it) => {
            let id = it.head.id.clone().unwrap();
            it.full_url = Some(format!("{EHR}/{}/{id}", it.head.resource_type));
            it
        }
        Part::Unreadable(it) => panic!("{it:?}"),
    });
    resources.collect()
}

fn allergy(id: &str, name: &str, more: &str) -> String {
    format!(
        r#"{{"resourceType":"AllergyIntolerance","id":"{id}","patient":{{"reference":"Patient/7"}},"code":{{"text":"{name}"}}{more}}}"#
    )
}

fn said(substance: &str) -> Draft {
    Draft::Allergy(Allergy {
        substance: Concept::words(substance),
        ..Allergy::default()
    })
}

fn to(beside: &[Beside<EntryId>], at: usize) -> Vec<(Likeness, EntryId)> {
    beside.iter().find(|it| it.at == at).unwrap().to.clone()
}

/// Every item by its id, also what is past.
fn items(chart: &Chart, section: Section) -> BTreeMap<EntryId, ItemView> {
    let all = ListOptions {
        limit: usize::MAX,
        include_past: true,
        ..ListOptions::default()
    };
    let items = chart.list(section, &all).unwrap().items;
    items.into_iter().map(|it| (it.id, it)).collect()
}

/// What another system says otherwise: nothing, another status, other dates, other doses.
const CHANGES: [&[(&str, &str)]; 4] = [
    &[],
    &[("\"active\"", "\"inactive\"")],
    &[("2016-", "2015-"), ("2018-", "2017-")],
    &[(" mg", " g"), ("severe", "mild")],
];

/// The example's resources as another system has them, in each of these ways.
fn of_the_example() -> Vec<Resource> {
    let mut copies = Vec::new();
    for part in search_page(&example()).unwrap().parts {
        let Part::Resource(it) = part else { continue };
        let text = String::from_utf8(it.bytes).unwrap();
        let changed = CHANGES.map(|all| {
            let mut text = text.clone();
            for (from, to) in all {
                text = text.replace(from, to);
            }
            text
        });
        copies.extend(changed);
    }
    theirs(&copies)
}

#[test]
fn it_stands_where_it_would_if_it_was_taken_in() {
    let (chart, _scratch) = maria();
    let mut count: BTreeMap<Option<Likeness>, usize> = BTreeMap::new();
    for copy in of_the_example() {
        for section in SECTIONS {
            let before = items(&chart, section);
            let beside = chart.beside(section, std::slice::from_ref(&copy)).unwrap();
            assert_eq!(before, items(&chart, section), "nothing is written");
            let Some(it) = beside.first() else { continue };
            let (mut other, _scratch) = maria();
            other.take_over(EHR, vec![copy.clone()]).unwrap();
            let after = items(&other, section);
            let is_theirs =
                |item: &&ItemView| item.sources.iter().any(|it| it.system.as_deref() == Some(EHR));
            let taken = after.values().find(is_theirs);
            // One that says less than what is there stands with it; one that says otherwise is an item of its own.
            let closest = it.to.first().map(|(how, _)| *how);
            let is_one = taken.is_some_and(|item| item.sources.len() > 1);
            let is_open = taken.is_some_and(|item| item.sources.len() == 1 && !item.probable.is_empty());
            assert_eq!(is_one, closest == Some(Likeness::Same), "{it:?} {taken:?}");
            assert_eq!(is_open, closest == Some(Likeness::Probable), "{it:?} {taken:?}");
            *count.entry(closest).or_default() += 1;
        }
    }
    assert!(
        count[&Some(Likeness::Same)] >= 20 && count[&Some(Likeness::Probable)] >= 5,
        "{count:?}"
    );
}

#[test]
fn our_own_name_leads_back_to_the_entry_unless_two_carry_it() {
    let (mut chart, _scratch) = chart();
    let entry = chart.add(said("Penicillin")).unwrap();
    let name = chart.item(entry).unwrap().name().value.unwrap();
    let named = format!(r#","identifier":[{{"system":"urn:ietf:rfc:3986","value":"{name}"}}]"#);
    let one = allergy("1", "Amoxicillin", &named);
    let beside = chart
        .beside(Section::Allergies, &theirs(std::slice::from_ref(&one)))
        .unwrap();
    assert_eq!(to(&beside, 0), [(Likeness::Differs, entry)]);
    let two = [one.clone(), one.replace(r#""id":"1""#, r#""id":"2""#)];
    let beside = chart.beside(Section::Allergies, &theirs(&two)).unwrap();
    assert!(beside.iter().all(|it| it.to.is_empty()), "{beside:?}");
}

#[test]
fn a_medicine_has_the_name_that_comes_with_it() {
    let (mut chart, _scratch) = chart();
    let medicine = pocketchart::build::Medicine {
        what: Concept::words("Metformin 500 mg"),
        ..pocketchart::build::Medicine::default()
    };
    let entry = chart.add(Draft::Medicine(medicine)).unwrap();
    let order = r#"{"resourceType":"MedicationRequest","id":"r","status":"active","intent":"order",
        "subject":{"reference":"Patient/7"},"medicationReference":{"reference":"Medication/m"}}"#;
    let named = r#"{"resourceType":"Medication","id":"m","code":{"text":"Metformin 500 mg"}}"#;
    let beside = |resources: &[String]| chart.beside(Section::Medications, &theirs(resources)).unwrap();
    let with = beside(&[order.to_owned(), named.to_owned()]);
    assert_eq!(with.len(), 1, "what only names others is no line");
    assert_eq!(with[0].facts.title.as_deref(), Some("Metformin 500 mg"));
    assert_eq!(with[0].to.first().map(|it| it.1), Some(entry), "{with:?}");
    let without = beside(&[order.to_owned()]);
    assert!(without[0].to.is_empty());
}

#[test]
fn what_was_entered_in_error_is_said_on_either_side_and_a_copy_does_not_bring_it_back() {
    let (mut chart, _scratch) = chart();
    let entry = chart.add(said("Latex")).unwrap();
    chart.retract(entry, None).unwrap();
    let copy = theirs(&[allergy("1", "Latex", "")]);
    let beside = chart.beside(Section::Allergies, &copy).unwrap();
    assert_eq!(to(&beside, 0), [(Likeness::Retracted, entry)]);
    assert!(!beside[0].retracted);

    // Taken in, an older copy does not come back, and one that its source takes back is taken back here, too.
    let shellfish = |more: &str| theirs(&[allergy("2", "Shellfish", more)]);
    chart.take_over(EHR, shellfish("")).unwrap();
    chart.take_over(EHR, shellfish("")).unwrap();
    let current = list(&chart, Section::Allergies);
    assert_eq!(titles(&current), ["Shellfish"]);
    assert_eq!(current[0].sources[0].system.as_deref(), Some(EHR));
    let error = r#","verificationStatus":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/allergyintolerance-verification","code":"entered-in-error"}]}"#;
    let beside = chart.beside(Section::Allergies, &shellfish(error)).unwrap();
    assert!(beside[0].retracted);
    assert_eq!(beside[0].to, [(Likeness::Differs, current[0].id)]);
    chart.take_over(EHR, shellfish(error)).unwrap();
    chart.take_over(EHR, shellfish("")).unwrap();
    let all = items(&chart, Section::Allergies);
    let shellfish = all
        .values()
        .find(|it| it.facts.title.as_deref() == Some("Shellfish"));
    assert_eq!(shellfish.map(|it| it.state), Some(ItemState::Retracted));
}

#[test]
fn none_known_is_a_statement_that_joins_with_no_allergy() {
    let (mut chart, _scratch) = chart();
    chart.add(said("Penicillin")).unwrap();
    let none = r#"{"resourceType":"AllergyIntolerance","id":"n","patient":{"reference":"Patient/7"},
        "code":{"coding":[{"system":"http://snomed.info/sct","code":"716186003"}],"text":"Penicillin"}}"#;
    let beside = chart
        .beside(Section::Allergies, &theirs(&[none.to_owned()]))
        .unwrap();
    assert!(
        beside[0].to.iter().all(|(how, _)| *how != Likeness::Same),
        "{beside:?}"
    );
}
