//! What joins, what is only probable, what stays apart.

use crate::given::*;
use pocketchart::build::{Allergy, Category, Concept, Found, Measurement, Quantity};
use pocketchart::{
    Answer, Chart, Decimal, Draft, EditError, EntryId, FhirDateTime, ItemState, ReconcileError,
    RivalStanding, Section,
};
use std::collections::{BTreeMap, BTreeSet};

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
    // Another system's copy could be of either: a person says of which.
    import(
        &mut chart,
        &bundle(&[&one("7").replace("a.example", "b.example")]),
    );
    let items = list(&chart, Section::Results);
    let partners: BTreeSet<usize> = items.iter().map(|item| item.probable.len()).collect();
    assert_eq!((items.len(), partners), (3, BTreeSet::from([1, 2])));
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
            ..Measurement::default()
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

/// A file of one system, whose resources are named `Type/1`, `Type/2` and so on.
fn file_of(system: &str, resources: &[&str]) -> Vec<u8> {
    let entries = resources.iter().zip(1..).map(|(resource, number)| {
        let kind = resource.split('"').nth(3).unwrap();
        let rest = resource.strip_prefix('{').unwrap();
        format!(
            r#"{{"fullUrl":"https://{system}.example/{kind}/{number}","resource":{{"id":"{number}","meta":{{"versionId":"1"}},{rest}}}"#
        )
    });
    let entries: Vec<String> = entries.collect();
    format!(
        r#"{{"resourceType":"Bundle","type":"collection","entry":[{}]}}"#,
        entries.join(",")
    )
    .into_bytes()
}

/// All orders of so many.
pub(crate) fn orders(count: usize) -> Vec<Vec<usize>> {
    let mut orders = vec![Vec::new()];
    for _ in 0..count {
        let longer = orders.iter().flat_map(|order: &Vec<usize>| {
            let next = (0..count).filter(|it| !order.contains(it));
            next.map(|it| [order.as_slice(), &[it]].concat())
        });
        orders = longer.collect();
    }
    orders
}

/// Every item as what its statements are called at their sources, with what it may be the same as.
pub(crate) fn picture(chart: &Chart) -> BTreeSet<String> {
    let mut named = BTreeMap::new();
    let mut items = Vec::new();
    for section in Section::ALL {
        for item in list(chart, section) {
            let statements = std::iter::once(item.statement()).chain(item.rivals.clone());
            let statements = statements.map(|statement| {
                let sources = statement.sources.iter().map(|mark| {
                    let source = chart.item(mark.id).unwrap().source.unwrap();
                    format!("{} {}/{}", source.system, source.kind, source.id)
                });
                sources.collect::<BTreeSet<_>>()
            });
            let statements: BTreeSet<_> = statements.collect();
            let name = format!("{section:?} {:?} {statements:?}", item.state);
            named.insert(item.id, name.clone());
            items.push((name, item.probable));
        }
    }
    let with_partners = items.into_iter().map(|(name, partners)| {
        let partners: BTreeSet<&String> = partners.iter().map(|id| &named[id]).collect();
        format!("{name} perhaps {partners:?}")
    });
    with_partners.collect()
}

const PENICILLIN: &str = r#"{"resourceType":"AllergyIntolerance","code":{"coding":[{"system":"http://snomed.info/sct","code":"91936005","display":"Allergy to penicillin"}]},"onsetDateTime":"1998-05-02"}"#;
const PENICILLIN_SHOCK: &str = r#"{"resourceType":"AllergyIntolerance","criticality":"high","code":{"coding":[{"system":"http://snomed.info/sct","code":"91936005","display":"Allergy to penicillin"}]}}"#;
const NONE_KNOWN: &str = r#"{"resourceType":"AllergyIntolerance","code":{"coding":[{"system":"http://snomed.info/sct","code":"716186003","display":"No known allergy"}]}}"#;
const ATORVASTATIN_20: &str = r#"{"resourceType":"MedicationRequest","status":"active","intent":"order","medicationCodeableConcept":{"coding":[{"system":"http://www.nlm.nih.gov/research/umls/rxnorm","code":"617318","display":"Atorvastatin 20 MG Oral Tablet"}]},"authoredOn":"2020-01-01"}"#;
const ATORVASTATIN_40: &str = r#"{"resourceType":"MedicationRequest","status":"active","intent":"order","medicationCodeableConcept":{"coding":[{"system":"http://www.nlm.nih.gov/research/umls/rxnorm","code":"617311","display":"Atorvastatin 40 MG Oral Tablet"}]},"authoredOn":"2020-01-01"}"#;
const LIPITOR_20: &str = r#"{"resourceType":"MedicationRequest","status":"active","intent":"order","medicationCodeableConcept":{"coding":[{"system":"http://www.nlm.nih.gov/research/umls/rxnorm","code":"617320","display":"atorvastatin 20 MG Oral Tablet [Lipitor]"}]},"authoredOn":"2020-02-01"}"#;
const LEFT: &str = r#"{"resourceType":"Condition","code":{"coding":[{"system":"http://snomed.info/sct","code":"397181002","display":"Open fracture"}]},"bodySite":[{"text":"Left tibia"}],"onsetDateTime":"2015-06-01"}"#;
const RIGHT: &str = r#"{"resourceType":"Condition","code":{"coding":[{"system":"http://snomed.info/sct","code":"397181002","display":"Open fracture"}]},"bodySite":[{"text":"Right tibia"}],"onsetDateTime":"2015-06-01"}"#;
const OF_THE_MOTHER: &str = r#"{"resourceType":"FamilyMemberHistory","status":"completed","relationship":{"text":"Mother"},"condition":[{"code":{"coding":[{"system":"http://snomed.info/sct","code":"397181002","display":"Open fracture"}]}}],"date":"2015-06-01"}"#;
const POTASSIUM: &str = r#"{"resourceType":"Observation","status":"final","code":{"coding":[{"system":"http://loinc.org","code":"2823-3","display":"Potassium"}]},"effectiveDateTime":"2020-03-04T08:00:00Z","valueQuantity":{"value":4.1,"unit":"mmol/L"}}"#;
const POTASSIUM_OF_A_DAY: &str = r#"{"resourceType":"Observation","status":"final","code":{"coding":[{"system":"http://loinc.org","code":"2823-3","display":"K"}]},"effectiveDateTime":"2020-03-04","valueQuantity":{"value":4.1,"unit":"mmol/L"}}"#;
const VACCINE: &str = r#"{"resourceType":"Immunization","status":"completed","vaccineCode":{"coding":[{"system":"http://hl7.org/fhir/sid/cvx","code":"140","display":"Influenza"}]},"occurrenceDateTime":"2021-10-01"}"#;

#[test]
fn the_picture_does_not_depend_on_which_source_came_first() {
    let evening = POTASSIUM.replace("T08", "T20");
    let files = [
        file_of("a", &[PENICILLIN, ATORVASTATIN_20, LEFT, POTASSIUM, &evening]),
        file_of(
            "b",
            &[PENICILLIN, ATORVASTATIN_40, RIGHT, POTASSIUM_OF_A_DAY, VACCINE],
        ),
        file_of(
            "c",
            &[PENICILLIN_SHOCK, LIPITOR_20, NONE_KNOWN, POTASSIUM, VACCINE],
        ),
        file_of(
            "d",
            &[NONE_KNOWN, ATORVASTATIN_20, OF_THE_MOTHER, VACCINE, VACCINE],
        ),
        file_of("e", &[LEFT, RIGHT, ATORVASTATIN_40, &evening, PENICILLIN]),
    ];
    let orders = orders(files.len());
    assert_eq!(orders.len(), 120);
    let mut first = None;
    for order in orders {
        let (mut chart, _scratch) = chart();
        for at in &order {
            import(&mut chart, &files[*at]);
        }
        let seen = picture(&chart);
        let first = first.get_or_insert_with(|| seen.clone());
        assert_eq!(*first, seen, "{order:?}");
    }
    let first = first.unwrap();
    let together: Vec<&String> = first.iter().filter(|it| it.contains("\", \"https")).collect();
    assert_eq!(together.len(), 8, "{first:#?}");
}

/// Titles of the items that these two resources, of two systems, make; and whether they are pointed out as perhaps the same.
fn made_of(one: &str, other: &str) -> (usize, bool) {
    let (mut chart, _scratch) = chart();
    import(&mut chart, &file_of("a", &[one]));
    import(&mut chart, &file_of("b", &[other]));
    let items: Vec<_> = Section::ALL.into_iter().flat_map(|it| list(&chart, it)).collect();
    (items.len(), items.iter().any(|item| !item.probable.is_empty()))
}

#[test]
fn what_tells_two_things_apart_is_never_even_proposed() {
    for (one, other) in [
        (ATORVASTATIN_20, ATORVASTATIN_40),
        (LIPITOR_20, ATORVASTATIN_40),
        (LEFT, RIGHT),
        (PENICILLIN, NONE_KNOWN),
        (LEFT, OF_THE_MOTHER),
        (POTASSIUM, &POTASSIUM.replace("T08", "T20")),
        (VACCINE, &VACCINE.replace("10-01", "10-02")),
    ] {
        assert_eq!(made_of(one, other), (2, false), "{one} {other}");
    }
}

#[test]
fn a_brand_or_another_statement_of_the_same_is_proposed() {
    for (one, other) in [
        (ATORVASTATIN_20, LIPITOR_20),
        (PENICILLIN, PENICILLIN_SHOCK),
        (
            LEFT,
            &LEFT
                .replace("\"Left tibia\"", "\"Left tibia\",\"coding\":[]")
                .replace("Open fracture", "Open fracture of bone"),
        ),
    ] {
        assert_eq!(made_of(one, other), (2, true), "{one} {other}");
    }
    for (one, other) in [
        (POTASSIUM, POTASSIUM_OF_A_DAY),
        (LEFT, LEFT),
        (VACCINE, VACCINE),
        (NONE_KNOWN, NONE_KNOWN),
    ] {
        assert_eq!(made_of(one, other), (1, false), "{one} {other}");
    }
}

#[test]
fn what_lacks_what_would_tell_it_apart_is_only_proposed() {
    let brother = r#"{"resourceType":"FamilyMemberHistory","status":"completed","relationship":{"text":"Brother"},"condition":[{"code":{"text":"Stroke"}}]}"#;
    let john = brother.replace("\"status\"", "\"name\":\"John\",\"status\"");
    let pneumonia = r#"{"resourceType":"Condition","code":{"text":"Pneumonia"}}"#;
    let dated = pneumonia.replace("}}", "},\"onsetDateTime\":\"2013-07-03\"}");
    let arm = LEFT.replace("Left tibia", "arm");
    for (one, other) in [
        (brother, brother),
        (pneumonia, pneumonia),
        (&arm, &LEFT.replace("Left tibia", "upper arm structure")),
    ] {
        assert_eq!(made_of(one, other), (2, true), "{one} {other}");
    }
    for (one, other) in [(&john, &john), (&dated, &dated), (&arm, &arm)] {
        assert_eq!(made_of(one, other), (1, false), "{one} {other}");
    }
}

/// How many items these make, each of a system of its own, in every order; and of how many sources the largest is.
fn made_of_all(all: &[&str]) -> (usize, usize) {
    let mut first = None;
    for order in orders(all.len()) {
        let (mut chart, _scratch) = chart();
        for at in &order {
            import(&mut chart, &file_of(&format!("s{at}"), &[all[*at]]));
        }
        let items: Vec<_> = Section::ALL.into_iter().flat_map(|it| list(&chart, it)).collect();
        let most = items.iter().map(|it| it.sources.len()).max().unwrap();
        let seen = (items.len(), most, picture(&chart));
        let first = first.get_or_insert_with(|| seen.clone());
        assert_eq!(*first, seen, "{order:?}");
    }
    let (items, most, _) = first.unwrap();
    (items, most)
}

#[test]
fn what_adds_nothing_joins_the_one_that_says_all_of_it_and_the_fullest_is_shown() {
    let low = PENICILLIN_SHOCK.replace("high", "low");
    let bare = PENICILLIN_SHOCK.replace(r#""criticality":"high","#, "");
    let dated = PENICILLIN_SHOCK.replace("}}", r#"},"onsetDateTime":"1998-05-02"}"#);
    assert_ne!(
        (bare.as_str(), dated.as_str()),
        (PENICILLIN_SHOCK, PENICILLIN_SHOCK)
    );
    // Each adds to the one before.
    assert_eq!(made_of_all(&[&bare, PENICILLIN_SHOCK, &dated]), (1, 3));
    // Each of two says what the other does not, and a third says both.
    assert_eq!(made_of_all(&[PENICILLIN, PENICILLIN_SHOCK, &dated]), (1, 3));
    assert_eq!(made_of_all(&[PENICILLIN, PENICILLIN_SHOCK]), (2, 1));
    // It would fit two that are not one: to choose would be to guess.
    assert_eq!(made_of_all(&[&bare, PENICILLIN_SHOCK, &low]), (3, 1));
    assert_eq!(made_of_all(&[&bare, PENICILLIN, PENICILLIN_SHOCK]), (3, 1));

    let (mut chart, _scratch) = chart();
    for (system, said) in [("a", dated.as_str()), ("b", &bare)] {
        import(&mut chart, &file_of(system, &[said]));
    }
    let items = list(&chart, Section::Allergies);
    assert_eq!((items.len(), items[0].sources.len()), (1, 2));
    assert_eq!(
        items[0].facts.criticality.as_deref(),
        Some("high"),
        "what only one knows is not lost"
    );
    let (mut chart, _scratch) = self::chart();
    // One system keeps two that the other's would fit.
    import(&mut chart, &file_of("a", &[PENICILLIN_SHOCK, PENICILLIN_SHOCK]));
    import(&mut chart, &file_of("b", &[&bare]));
    assert_eq!(list(&chart, Section::Allergies).len(), 3);
}

#[test]
fn what_a_person_said_of_two_stays_though_one_adds_nothing_to_the_other() {
    let (mut chart, _scratch) = chart();
    let low = PENICILLIN_SHOCK.replace("high", "low");
    import(&mut chart, &file_of("a", &[PENICILLIN_SHOCK]));
    import(&mut chart, &file_of("b", &[&low]));
    let (a, b) = two(&chart, Section::Allergies);
    chart.decide(a, b, Answer::FirstIsRight, None).unwrap();
    let aside = |chart: &Chart| {
        let items = list(chart, Section::Allergies);
        let item = items.iter().find(|it| !it.rivals.is_empty()).unwrap();
        item.rivals
            .iter()
            .map(|it| (it.id, it.standing))
            .collect::<Vec<_>>()
    };
    assert_eq!(aside(&chart), [(b, RivalStanding::SetAside)]);
    // A third one that would fit either is asked about.
    let bare = PENICILLIN_SHOCK.replace(r#""criticality":"high","#, "");
    import(&mut chart, &file_of("c", &[&bare]));
    assert_eq!(list(&chart, Section::Allergies).len(), 2);
    assert!(aside(&chart).contains(&(b, RivalStanding::SetAside)));
}

#[test]
fn an_order_stopped_and_one_taken_to_the_end_are_not_joined_by_a_statement_that_fits_both() {
    let stopped = ATORVASTATIN_20.replace(r#""active""#, r#""stopped""#);
    let completed = ATORVASTATIN_20.replace(r#""active""#, r#""completed""#);
    let taken = completed
        .replace("MedicationRequest", "MedicationStatement")
        .replace("authoredOn", "effectiveDateTime");
    assert_eq!(made_of_all(&[&stopped, &taken]), (1, 2));
    assert_eq!(made_of_all(&[&completed, &taken]), (1, 2));
    assert_eq!(made_of_all(&[&stopped, &completed, &taken]), (3, 1));
}

#[test]
fn a_procedure_without_its_hour_joins_none_of_two_of_that_day() {
    let morning = r#"{"resourceType":"Procedure","status":"completed","code":{"coding":[{"system":"http://snomed.info/sct","code":"265764009","display":"Renal dialysis"}]},"performedPeriod":{"start":"2020-03-04T08:00:00Z","end":"2020-03-04T12:00:00Z"}}"#;
    let evening = morning.replace("T08", "T16").replace("T12", "T20");
    let of_the_day = r#"{"resourceType":"Procedure","status":"completed","code":{"coding":[{"system":"http://snomed.info/sct","code":"265764009","display":"Renal dialysis"}]},"performedDateTime":"2020-03-04"}"#;
    assert_eq!(made_of_all(&[morning, of_the_day]), (1, 2));
    assert_eq!(made_of_all(&[morning, &evening, of_the_day]), (3, 1));
}

/// Two entries by their words, in whatever order they stand.
fn two(chart: &Chart, section: Section) -> (EntryId, EntryId) {
    let items = list(chart, section);
    assert_eq!(items.len(), 2, "{items:#?}");
    (items[0].id, items[1].id)
}

fn penicillin_twice() -> (Chart, Scratch) {
    let (mut chart, scratch) = chart();
    import(&mut chart, &file_of("a", &[PENICILLIN]));
    import(&mut chart, &file_of("b", &[PENICILLIN_SHOCK]));
    (chart, scratch)
}

#[test]
fn a_decision_joins_parts_and_can_be_undone() {
    let (mut chart, _scratch) = penicillin_twice();
    let (a, b) = two(&chart, Section::Allergies);
    assert_eq!(chart.reconciliations().unwrap().open.len(), 1);

    let apart = chart
        .decide(a, b, Answer::Different, Some("two reactions"))
        .unwrap();
    let all = chart.reconciliations().unwrap();
    assert_eq!((all.open.len(), all.decided.len()), (0, 1));
    assert_eq!(all.decided[0].reason.as_deref(), Some("two reactions"));
    assert!(all.decided[0].holds);
    assert!(
        list(&chart, Section::Allergies)
            .iter()
            .all(|it| it.probable.is_empty())
    );

    // A later decision takes the place of the one before; what contradicts itself stays open.
    chart.decide(a, b, Answer::Same, None).unwrap();
    let items = list(&chart, Section::Allergies);
    assert_eq!((items.len(), items[0].state), (1, ItemState::Unreconciled));
    assert_eq!(items[0].rivals[0].standing, RivalStanding::Contradicts);
    assert!(matches!(
        chart.undo_decision(apart, None),
        Err(ReconcileError::NoSuchDecision)
    ));

    let right = chart.decide(b, a, Answer::FirstIsRight, None).unwrap();
    let items = list(&chart, Section::Allergies);
    assert_eq!(
        (items.len(), items[0].id, items[0].state),
        (1, b, ItemState::Current)
    );
    assert_eq!(items[0].rivals[0].standing, RivalStanding::SetAside);
    assert!(chart.reconciliations().unwrap().open.is_empty());

    chart.undo_decision(right, None).unwrap();
    two(&chart, Section::Allergies);
    let both = chart.decide(a, b, Answer::Both, None).unwrap();
    let items = list(&chart, Section::Allergies);
    assert_eq!((items.len(), items[0].state), (1, ItemState::Current));
    assert_eq!(items[0].rivals[0].standing, RivalStanding::AlsoRight);
    chart.undo_decision(both, None).unwrap();
    assert_eq!(chart.reconciliations().unwrap().open.len(), 1);
}

#[test]
fn a_decision_outlives_the_same_file_and_a_newer_copy() {
    let (mut chart, _scratch) = penicillin_twice();
    let (a, b) = two(&chart, Section::Allergies);
    chart.decide(a, b, Answer::FirstIsRight, None).unwrap();
    import(&mut chart, &file_of("a", &[PENICILLIN]));
    import(&mut chart, &file_of("b", &[PENICILLIN_SHOCK]));
    let items = list(&chart, Section::Allergies);
    assert_eq!((items.len(), items[0].state), (1, ItemState::Current));
    // It says something else now: still one thing, but nobody has said which is right.
    let newer = PENICILLIN_SHOCK.replace("\"high\"", "\"low\"");
    let file = String::from_utf8(file_of("b", &[&newer])).unwrap();
    import(
        &mut chart,
        file.replace("\"versionId\":\"1\"", "\"versionId\":\"2\"")
            .as_bytes(),
    );
    let items = list(&chart, Section::Allergies);
    assert_eq!((items.len(), items[0].state), (1, ItemState::Unreconciled));
}

#[test]
fn what_joined_by_itself_can_be_parted_and_corrected_apart() {
    let (mut chart, _scratch) = chart();
    for system in ["a", "b"] {
        import(&mut chart, &file_of(system, &[VACCINE]));
    }
    let item = list(&chart, Section::Immunizations).remove(0);
    let (a, b) = (item.sources[0].id, item.sources[1].id);
    assert!(matches!(
        chart.decide(a, b, Answer::Same, None),
        Err(ReconcileError::Edit(EditError::NothingToSettle))
    ));
    chart.decide(a, b, Answer::Different, None).unwrap();
    two(&chart, Section::Immunizations);
    chart.retract(a, None).unwrap();
    assert_eq!(list(&chart, Section::Immunizations).len(), 1);
}

#[test]
fn a_trend_takes_a_reading_once_and_no_side_of_a_contradiction() {
    let (mut chart, _scratch) = chart();
    let points = |chart: &Chart| {
        let trends = chart.trends(None, "2026-11-26").unwrap();
        let left_out = trends
            .not_checked
            .iter()
            .filter(|it| it.why.id == "trend-contradicted");
        let points: usize = trends.series.iter().map(|it| it.points.len()).sum();
        (points, left_out.count())
    };
    let evening = POTASSIUM.replace("T08", "T20");
    import(&mut chart, &file_of("a", &[POTASSIUM, &evening]));
    import(&mut chart, &file_of("b", &[POTASSIUM]));
    assert_eq!(points(&chart), (2, 0));
    // A third source tells another value of the morning, and the person says that it is one reading.
    import(&mut chart, &file_of("c", &[&POTASSIUM.replace("4.1", "5.9")]));
    assert_eq!(
        points(&chart),
        (3, 0),
        "two readings as long as nobody says otherwise"
    );
    let items = list(&chart, Section::Results);
    let of = |value: &str, sources: usize| {
        let is = |it: &&pocketchart::ItemView| {
            let text = it.facts.value.as_ref().map(|it| it.text.as_str());
            text == Some(value) && it.sources.len() == sources
        };
        items.iter().find(is).unwrap().id
    };
    let (first, third) = (of("4.1", 2), of("5.9", 1));
    let decision = chart.decide(first, third, Answer::Same, None).unwrap();
    assert_eq!(points(&chart), (1, 2), "neither side, and both are named");
    chart.decide(first, third, Answer::FirstIsRight, None).unwrap();
    assert_eq!(points(&chart), (2, 0));
    assert!(chart.undo_decision(decision, None).is_err());
}
