//! What stands on an emergency card, and what never does.

use crate::given::*;
use pocketchart::build::{Allergy, Concept, Stated};
use pocketchart::{
    Card, CardChoice, CardFact, CardSection, CardSeverity, CardSigner, Chart, Clock, Draft, MakeCardError,
    Section,
};

fn entries(choices: &[CardChoice], wanted: CardSection) -> Vec<(bool, &pocketchart::CardEntry)> {
    let entry =
        |choice: &'_ CardChoice| matches!(&choice.fact, CardFact::Entry(section, _) if *section == wanted);
    choices
        .iter()
        .filter(|choice| entry(choice))
        .filter_map(|choice| match &choice.fact {
            CardFact::Entry(_, entry) => Some((choice.selected, entry)),
            _ => None,
        })
        .collect()
}

fn words(choices: &[CardChoice], section: CardSection) -> Vec<&str> {
    entries(choices, section)
        .iter()
        .map(|(_, entry)| entry.text.as_str())
        .collect()
}

#[test]
fn marias_card_has_what_holds_and_is_signed_by_her_phone() {
    let (mut chart, scratch) = maria();
    let choices = chart.card_choices().unwrap();
    // Her peanut allergy was refuted; resolved problems and stopped medicines are over.
    assert_eq!(words(&choices, CardSection::Allergies), ["Penicillin", "Latex"]);
    assert_eq!(
        words(&choices, CardSection::Directives),
        ["My husband decides if I cannot"]
    );
    let medicines = words(&choices, CardSection::Medicines);
    assert!(
        medicines.contains(&"Metformin 850 mg tablet") && !medicines.contains(&"Metformin 500 mg tablet")
    );
    let conditions = words(&choices, CardSection::Conditions);
    assert!(conditions.contains(&"Migraine") && !conditions.contains(&"Sprained right ankle"));
    // A blood sugar meter is a device, but nothing in her body.
    let devices = entries(&choices, CardSection::Implants);
    assert_eq!(
        devices
            .iter()
            .map(|(on, it)| (*on, it.text.as_str()))
            .collect::<Vec<_>>(),
        [(false, "Blood sugar meter")]
    );

    let card = chart.make_card(&choices).unwrap();
    assert_eq!(card.content().name.as_deref(), Some("Maria Adaeze Okafor"));
    assert_eq!(card.content().born.as_deref(), Some("1984-02-29"));
    assert!(card.content().entries(CardSection::Implants).is_empty());
    let contact = &card.content().contacts[0];
    assert_eq!(
        (
            contact.name.as_str(),
            contact.relation.as_deref(),
            contact.phone.as_deref()
        ),
        ("Chidi Okafor", Some("husband"), Some("+1 555 0143"))
    );
    let penicillin = &card.content().entries(CardSection::Allergies)[0];
    assert_eq!(penicillin.severity, Some(CardSeverity::Severe));
    assert!(penicillin.marks.high_risk && !penicillin.marks.disputed);
    assert_eq!(penicillin.code.as_ref().unwrap().code, "91936005");
    println!("a card of {} B for the example's record", card.as_bytes().len());

    let read = Chart::read_card(&card.to_text(None)).unwrap();
    assert!(read == card);
    assert_eq!(read.signer(&[chart.record().device()]), CardSigner::KnownPatient);
    assert_eq!(read.signer(&[]), CardSigner::UnknownKey);
    let now = scratch.clock.now();
    assert_eq!(read.age(now).days, 0);
    scratch.clock.pass_days(400);
    let old = read.age(scratch.clock.now());
    assert_eq!((old.months, old.review_overdue), (13, true));
}

#[test]
fn only_what_is_selected_is_on_the_card() {
    let (mut chart, _scratch) = maria();
    let mut choices = chart.card_choices().unwrap();
    for choice in &mut choices {
        choice.selected =
            matches!(&choice.fact, CardFact::Entry(CardSection::Allergies, entry) if entry.text == "Latex");
    }
    let card = chart.make_card(&choices).unwrap();
    let content = card.content();
    assert_eq!(content.entries(CardSection::Allergies).len(), 1);
    assert!(content.name.is_none() && content.contacts.is_empty());
    assert!(content.entries(CardSection::Medicines).is_empty());
    choices.iter_mut().for_each(|choice| choice.selected = false);
    assert!(matches!(chart.make_card(&choices), Err(MakeCardError::Empty)));
}

#[test]
fn none_known_is_stated_and_never_invented() {
    let (mut chart, _scratch) = chart();
    assert!(chart.card_choices().unwrap().is_empty());
    chart
        .add(Draft::Allergy(Allergy::none_known(Stated::default())))
        .unwrap();
    let choices = chart.card_choices().unwrap();
    let stated = entries(&choices, CardSection::Allergies);
    assert!(stated.len() == 1 && stated[0].1.marks.none_known);
    let allergy = Allergy {
        substance: Concept::words("Bee venom"),
        ..Allergy::default()
    };
    chart.add(Draft::Allergy(allergy)).unwrap();
    let choices = chart.card_choices().unwrap();
    assert_eq!(words(&choices, CardSection::Allergies), ["Bee venom"]);
}

#[test]
fn disputed_allergies_are_there_and_marked() {
    let (mut chart, _scratch) = maria();
    let latex = titled(&chart, Section::Allergies, "Latex").id;
    chart
        .dispute(latex, Some("it was the powder in the gloves"))
        .unwrap();
    let choices = chart.card_choices().unwrap();
    let marked: Vec<_> = entries(&choices, CardSection::Allergies)
        .iter()
        .map(|(on, entry)| (*on, entry.text.clone(), entry.marks.disputed))
        .collect();
    assert_eq!(
        marked,
        [(true, "Penicillin".into(), false), (true, "Latex".into(), true)]
    );
}

#[test]
fn the_worst_of_contradicting_statements_is_there() {
    let copy = |severity: &str, status: &str| {
        format!(
            r#"{{"resourceType":"AllergyIntolerance","id":"1","meta":{{"source":"https://a.example"}},"clinicalStatus":{{"coding":[{{"code":"{status}"}}]}},"code":{{"text":"Bee venom"}},"patient":{{"reference":"Patient/1"}},"reaction":[{{"manifestation":[{{"text":"Shock"}}],"severity":"{severity}"}}]}}"#
        )
    };
    let (mut chart, _scratch) = chart();
    import(&mut chart, &bundle(&[&copy("severe", "active")]));
    let item = titled(&chart, Section::Allergies, "Bee venom");
    let milder = Allergy {
        substance: Concept::words("Bee venom"),
        status: pocketchart::build::AllergyStatus::Resolved,
        ..Allergy::default()
    };
    chart.correct(item.id, Draft::Allergy(milder), None).unwrap();
    assert!(chart.card_choices().unwrap().is_empty(), "the control: resolved");
    import(
        &mut chart,
        &bundle(&[&copy("severe", "active").replace("Shock", "Collapse")]),
    );
    let choices = chart.card_choices().unwrap();
    let stated = entries(&choices, CardSection::Allergies);
    assert_eq!(stated.len(), 1);
    assert!(stated[0].0 && stated[0].1.marks.disputed);
    assert_eq!(stated[0].1.severity, Some(CardSeverity::Severe));
}

#[test]
fn a_retracted_allergy_is_not_there() {
    let (mut chart, _scratch) = maria();
    let latex = titled(&chart, Section::Allergies, "Latex").id;
    chart.retract(latex, Some("another person's")).unwrap();
    let choices = chart.card_choices().unwrap();
    assert_eq!(words(&choices, CardSection::Allergies), ["Penicillin"]);
}

#[test]
fn observations_and_implants_are_found() {
    let group = |id: &str, loinc: &str, text: &str, day: &str| {
        format!(
            r#"{{"resourceType":"Observation","id":"{id}","status":"final","category":[{{"coding":[{{"code":"laboratory"}}]}}],"code":{{"coding":[{{"system":"http://loinc.org","code":"{loinc}"}}]}},"subject":{{"reference":"Patient/1"}},"effectiveDateTime":"{day}","valueCodeableConcept":{{"coding":[{{"system":"http://snomed.info/sct","code":"278149003"}}],"text":"{text}"}}}}"#
        )
    };
    let pacemaker = r#"{"resourceType":"Device","id":"d","status":"active","type":{"coding":[{"system":"http://snomed.info/sct","code":"14106009"}],"text":"Pacemaker"},"patient":{"reference":"Patient/1"}}"#;
    let (mut chart, _scratch) = chart();
    let one = group("a", "882-1", "A positive", "2020-01-01");
    let pregnant = group("p", "82810-3", "Pregnant", "2026-02-01");
    import(&mut chart, &bundle(&[&one, &pregnant, pacemaker]));
    let choices = chart.card_choices().unwrap();
    let blood = entries(&choices, CardSection::BloodGroup);
    assert_eq!(
        (blood[0].0, blood[0].1.text.as_str(), blood[0].1.marks.disputed),
        (true, "A positive", false)
    );
    assert_eq!(blood[0].1.code.as_ref().unwrap().code, "278149003");
    assert!(entries(&choices, CardSection::Implants)[0].0);
    let pregnancy = entries(&choices, CardSection::Pregnancy);
    assert_eq!(
        (pregnancy[0].0, pregnancy[0].1.detail.as_deref()),
        (false, Some("2026-02-01"))
    );

    import(
        &mut chart,
        &bundle(&[&group("b", "882-1", "O negative", "2024-01-01")]),
    );
    let choices = chart.card_choices().unwrap();
    let blood = entries(&choices, CardSection::BloodGroup);
    assert_eq!(
        words(&choices, CardSection::BloodGroup),
        ["O negative", "A positive"]
    );
    assert!(blood.iter().all(|(_, entry)| entry.marks.disputed));
}

#[test]
fn cards_of_synthetic_people_are_made_or_refused() {
    for name in SYNTHEA {
        let Some(file) = synthea(name) else { return };
        let (mut chart, _scratch) = chart();
        import(&mut chart, &file);
        let choices = chart.card_choices().unwrap();
        let selected = choices.iter().filter(|choice| choice.selected).count();
        match chart.make_card(&choices) {
            Ok(card) => {
                let read: Card = Chart::read_card(&card.to_text(None)).unwrap();
                assert!(read == card);
                println!("{name}: {selected} things, {} B", card.as_bytes().len());
            }
            Err(error) => println!("{name}: {selected} things: {error}"),
        }
    }
}
