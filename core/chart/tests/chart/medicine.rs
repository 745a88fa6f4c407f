//! What each source says of a medicine, and as of when.

use crate::given::*;
use pocketchart::build::{Concept, Medicine};
use pocketchart::{AsOf, AsOfBasis, Chart, Draft, ItemView, MedicineUse, MedicineView, Section};

/// A statement of a system about one medicine.
fn file(system: &str, kind: &str, more: &str) -> Vec<u8> {
    let code = r#"{"coding":[{"system":"http://www.nlm.nih.gov/research/umls/rxnorm","code":"617318","display":"Atorvastatin 20 MG Oral Tablet"}]}"#;
    let resource = format!(
        r#"{{"resourceType":"{kind}","id":"1","medicationCodeableConcept":{code},"dosageInstruction":[{{"text":"One in the evening"}}]{more}}}"#
    );
    let url = format!("https://{system}.example/{kind}/1");
    format!(r#"{{"resourceType":"Bundle","type":"collection","entry":[{{"fullUrl":"{url}","resource":{resource}}}]}}"#)
        .into_bytes()
}

fn medicine(chart: &Chart, item: &ItemView) -> MedicineView {
    chart.medicine(item).unwrap().unwrap()
}

/// What is said of the one medicine of a chart with this file.
fn of(kind: &str, more: &str) -> (ItemView, MedicineView) {
    let (mut chart, _scratch) = chart();
    import(&mut chart, &file("a", kind, more));
    let item = list(&chart, Section::Medications).remove(0);
    let medicine = medicine(&chart, &item);
    (item, medicine)
}

fn as_of(it: &AsOf) -> (&str, AsOfBasis) {
    (it.when.as_str(), it.basis)
}

#[test]
fn a_statement_stands_as_of_the_moment_that_its_source_states_and_of_no_other() {
    let stated = Some(("2020-01-01", AsOfBasis::Stated));
    for (more, expected) in [
        (r#","authoredOn":"2020-01-01""#, stated),
        // When a server stored it last is no word of anybody about the medicine.
        (
            r#","authoredOn":"2020-01-01","meta":{"lastUpdated":"2026-02-01T08:00:00Z"}"#,
            stated,
        ),
        (r#","meta":{"lastUpdated":"2026-02-01T08:00:00Z"}"#, None),
        // What had not come yet when it was brought in says nothing.
        (r#","authoredOn":"2031-05-01""#, None),
        ("", None),
        (r#","authoredOn":"soon""#, None),
    ] {
        let (_, medicine) = of("MedicationRequest", &format!(r#","status":"active"{more}"#));
        assert_eq!(medicine.said[0].as_of.as_ref().map(as_of), expected, "{more}");
        let confirmed = medicine.confirmed.as_ref().map(as_of);
        assert_eq!(
            confirmed, expected,
            "when it was brought in confirms nothing: {more}"
        );
    }
}

#[test]
fn what_is_absent_is_never_active() {
    for (more, says) in [
        (r#","status":"active""#, MedicineUse::Active),
        (r#","status":"on-hold""#, MedicineUse::OnHold),
        (r#","status":"draft""#, MedicineUse::Planned),
        (r#","status":"stopped""#, MedicineUse::Over),
        (r#","status":"active","doNotPerform":true"#, MedicineUse::NotTaken),
        (r#","status":"unknown""#, MedicineUse::Unsaid),
        ("", MedicineUse::Unsaid),
    ] {
        let (_, medicine) = of(
            "MedicationRequest",
            &format!(r#"{more},"authoredOn":"2026-01-01""#),
        );
        assert_eq!(medicine.said[0].says, says, "{more}");
        assert_eq!(
            medicine.confirmed.is_some(),
            says == MedicineUse::Active,
            "{more}"
        );
        assert_eq!(medicine.said[0].dosage.as_deref(), Some("One in the evening"));
    }
}

#[test]
fn a_fill_makes_no_medicine_current() {
    for status in ["completed", "in-progress", "on-hold"] {
        let more = format!(r#","status":"{status}","whenHandedOver":"2026-03-01""#);
        let (item, medicine) = of("MedicationDispense", &more);
        assert!(item.past, "{status}");
        assert_eq!(medicine.said[0].says, MedicineUse::Filled);
        let handed_out = medicine.said[0].as_of.as_ref().map(as_of);
        assert_eq!(handed_out, Some(("2026-03-01", AsOfBasis::Stated)));
        assert!(medicine.confirmed.is_none() && !medicine.is_old);
    }
}

#[test]
fn a_fill_joins_no_order_and_is_not_proposed() {
    let (mut chart, _scratch) = chart();
    import(
        &mut chart,
        &file(
            "a",
            "MedicationRequest",
            r#","status":"active","authoredOn":"2026-03-01""#,
        ),
    );
    import(
        &mut chart,
        &file(
            "b",
            "MedicationDispense",
            r#","status":"completed","whenHandedOver":"2026-03-01""#,
        ),
    );
    let items = list(&chart, Section::Medications);
    assert_eq!(items.len(), 2);
    assert!(
        items
            .iter()
            .all(|it| it.sources.len() == 1 && it.probable.is_empty())
    );
    assert!(!items[0].past && items[1].past, "what is taken stands first");
}

#[test]
fn each_source_says_its_own_and_a_year_without_a_word_is_told() {
    let (mut chart, scratch) = chart();
    let active = r#","status":"active","authoredOn":"2026-01-01""#;
    import(&mut chart, &file("a", "MedicationRequest", active));
    let taken = r#","status":"active","effectiveDateTime":"2026-01-01","dateAsserted":"2026-02-01""#;
    import(&mut chart, &file("b", "MedicationStatement", taken));
    // It joins them, and still does not say whether it is taken, nor how.
    let unsaid = r#","status":"unknown","effectiveDateTime":"2026-01-01""#;
    import(&mut chart, &file("c", "MedicationStatement", unsaid));
    let items = list(&chart, Section::Medications);
    assert_eq!(items.len(), 1, "{items:#?}");
    let item = &items[0];
    assert_eq!(item.facts.status.as_deref(), Some("active"));
    let said = medicine(&chart, item);
    let mut each: Vec<_> = said
        .said
        .iter()
        .map(|it| {
            (
                it.says,
                it.dosage.is_some(),
                it.as_of.as_ref().map(|it| it.when.as_str()),
            )
        })
        .collect();
    each.sort();
    assert_eq!(
        each,
        [
            (MedicineUse::Active, false, Some("2026-02-01")),
            (MedicineUse::Active, true, Some("2026-01-01")),
            (MedicineUse::Unsaid, false, None),
        ]
    );
    let item = item.clone();
    assert_eq!(
        said.confirmed.as_ref().map(as_of),
        Some(("2026-02-01", AsOfBasis::Stated))
    );
    assert!(!said.is_old);
    scratch.clock.pass_days(365);
    assert!(medicine(&chart, &item).is_old);
    // The person's word counts.
    chart.confirm(item.id).unwrap();
    let item = list(&chart, Section::Medications).remove(0);
    let said = medicine(&chart, &item);
    assert_eq!(said.confirmed.unwrap().basis, AsOfBasis::Recorded);
    assert!(!said.is_old);
}

#[test]
fn what_was_typed_stands_as_of_when_it_was_typed() {
    let (mut chart, scratch) = chart();
    let typed = Medicine {
        what: Concept::words("Ibuprofen"),
        ..Medicine::default()
    };
    chart.add(Draft::Medicine(typed)).unwrap();
    let item = list(&chart, Section::Medications).remove(0);
    let said = medicine(&chart, &item);
    assert_eq!(said.said[0].says, MedicineUse::Active);
    let typed = said.said[0].as_of.as_ref().unwrap();
    assert!(typed.when.as_str().starts_with("2026-03-03"));
    scratch.clock.pass_days(366);
    assert!(medicine(&chart, &item).is_old);
}
