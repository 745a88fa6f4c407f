use crate::given::*;
use pocketchart::build::{Allergy, Concept, Medicine, Note, NoteKind, Problem, Stated};
use pocketchart::{Act, Draft, EditError, ItemState, ListOptions, Resolution, Section};

fn problem(text: &str) -> Draft {
    Draft::Problem(Problem {
        what: Concept::words(text),
        ..Problem::default()
    })
}

#[test]
fn what_is_typed_in_is_fhir_about_the_person() {
    let (mut chart, _scratch) = maria();
    let id = chart.add(problem("Tennis elbow")).unwrap();
    let detail = chart.item(id).unwrap();
    let body = String::from_utf8(detail.content.unwrap()).unwrap();
    assert!(
        body.contains(r#""subject":{"reference":"urn:uuid:a59c4814-c1a3-5577-99b0-45ea86972534"}"#),
        "{body}"
    );
    assert!(body.contains(r#""recordedDate":"2026-03-03T10:00:"#), "{body}");
    assert_eq!(detail.item.facts.identifiers.len(), 1);
}

#[test]
fn several_are_added_together_or_not_at_all_and_never_twice() {
    let (mut chart, _scratch) = chart();
    let note = Draft::Note(Note {
        text: "Sore throat for three days.".into(),
        kind: NoteKind::Progress,
        ..Note::default()
    });
    let visit = vec![([1; 16], problem("Laryngitis")), ([2; 16], note)];
    assert_eq!(
        chart
            .sections_for(&[visit[0].1.clone(), visit[1].1.clone()])
            .unwrap(),
        [Section::Problems, Section::Notes]
    );
    let mut bad = visit.clone();
    bad.push(([3; 16], problem(" ")));
    assert_eq!(chart.add_all(bad).unwrap_err().id(), "draft-empty");
    assert!(titles(&list(&chart, Section::Problems)).is_empty());

    let written = chart.add_all(visit.clone()).unwrap();
    assert_eq!(written.len(), 2);
    // Asked again, also with one more, what stands there is named and not written again.
    let more = [visit, vec![([3; 16], problem("Hay fever"))]].concat();
    let again = chart.add_all(more).unwrap();
    assert_eq!((&again[..2], again.len()), (&written[..], 3));
    assert_eq!(titles(&list(&chart, Section::Problems)).len(), 2);
    assert_eq!(list(&chart, Section::Notes).len(), 1);
}

#[test]
fn a_correction_keeps_the_name_and_the_history() {
    let (mut chart, _scratch) = chart();
    let first = chart.add(problem("Tenis elbow")).unwrap();
    let name = chart.item(first).unwrap().item.facts.identifiers;
    let second = chart
        .correct(first, problem("Tennis elbow"), Some("typing error"))
        .unwrap();
    let detail = chart.item(second).unwrap();
    assert_eq!(detail.item.facts.identifiers, name);
    assert_eq!(detail.history.len(), 2);
    let remark = &detail.history[1].remark;
    assert_eq!(
        (remark.act, remark.reason.as_deref()),
        (Some(Act::Correct), Some("typing error"))
    );
    assert_eq!(remark.device.as_deref(), Some("phone"));
    let old = chart.item(first).unwrap();
    assert_eq!(
        (old.item.state, old.replaced_by[0].id),
        (ItemState::Replaced, second)
    );
    assert!(matches!(
        chart.correct(first, problem("x"), None),
        Err(EditError::NotCurrent)
    ));
}

#[test]
fn what_is_withdrawn_stays_visible() {
    let (mut chart, _scratch) = maria();
    let latex = titled(&chart, Section::Allergies, "Latex");
    chart.retract(latex.id, Some("it was the powder")).unwrap();
    assert_eq!(
        titles(&list(&chart, Section::Allergies)),
        ["Penicillin", "Peanut"]
    );
    let options = ListOptions {
        include_past: true,
        ..ListOptions::default()
    };
    let all = chart.list(Section::Allergies, &options).unwrap().items;
    assert_eq!(titles(&all), ["Penicillin", "Peanut", "Latex"]);
    assert_eq!(all[2].state, ItemState::Retracted);
    let detail = chart.item(latex.id).unwrap();
    assert_eq!(detail.replaced_by[0].reason.as_deref(), Some("it was the powder"));
    assert!(matches!(
        chart.retract(latex.id, None),
        Err(EditError::NotCurrent)
    ));
}

#[test]
fn a_dispute_and_an_agreement_change_nothing_but_are_shown() {
    let (mut chart, _scratch) = maria();
    let item = titled(&chart, Section::Problems, "Migraine");
    let dispute = chart.dispute(item.id, Some("only once")).unwrap();
    let confirm = chart.confirm(item.id).unwrap();
    let shown = titled(&chart, Section::Problems, "Migraine");
    assert_eq!(shown.state, ItemState::Current);
    assert_eq!(
        (shown.disputed_by, shown.confirmed_by),
        (vec![dispute], vec![confirm])
    );
    let detail = chart.item(item.id).unwrap();
    assert_eq!(detail.disputes[0].reason.as_deref(), Some("only once"));
}

#[test]
fn bad_names_and_bad_drafts_are_typed_errors() {
    let (mut chart, _scratch) = maria();
    let before = digest(&chart);
    let mut missing = titled(&chart, Section::Problems, "Migraine").id;
    missing.counter = 9_999;
    assert!(matches!(
        chart.retract(missing, None),
        Err(EditError::NoSuchEntry)
    ));
    assert!(matches!(chart.confirm(missing), Err(EditError::NoSuchEntry)));
    let migraine = titled(&chart, Section::Problems, "Migraine").id;
    let allergy = Draft::Allergy(Allergy {
        substance: Concept::words("Dust"),
        ..Allergy::default()
    });
    assert!(matches!(
        chart.correct(migraine, allergy, None),
        Err(EditError::OtherSection)
    ));
    let error = chart.add(problem(" ")).unwrap_err();
    assert_eq!((error.id(), error.field()), ("draft-empty", Some("code")));
    let long = "x".repeat(5000);
    assert!(matches!(
        chart.retract(migraine, Some(&long)),
        Err(EditError::TooLarge)
    ));
    let other = titled(&chart, Section::Allergies, "Latex").id;
    let settled = chart.resolve(&[migraine, other], Resolution::Withdraw, None);
    assert!(matches!(settled, Err(EditError::OtherSection)));
    let one = chart.resolve(&[migraine], Resolution::Withdraw, None);
    assert!(matches!(one, Err(EditError::NothingToSettle)));
    assert_eq!(digest(&chart), before);
}

#[test]
fn the_persons_own_profile_names_them() {
    let (mut chart, _scratch) = chart();
    let profile = pocketchart::build::Patient {
        given: vec!["Ada".into()],
        family: Some("Byron".into()),
        ..Default::default()
    };
    let patient = chart.add(Draft::Profile(profile)).unwrap();
    let id = chart.item(patient).unwrap().item.facts.id.unwrap();
    let medicine = Medicine {
        stated: Stated::default(),
        what: Concept::words("Iron"),
        ..Medicine::default()
    };
    let medicine = chart.add(Draft::Medicine(medicine)).unwrap();
    let body = String::from_utf8(chart.item(medicine).unwrap().content.unwrap()).unwrap();
    assert!(body.contains(&format!("urn:uuid:{id}")), "{body}");
}
