//! What was brought in, file by file, and taken back.

use crate::given::*;
use pocketchart::build::{Concept, Problem};
use pocketchart::{Draft, FileForm, ImportView, ItemState, Section, Undone};

const SERVER: &str = "https://hospital.example/fhir";

/// A problem as a server has it.
fn problem(id: &str, text: &str) -> String {
    format!(
        r#"{{"resourceType":"Condition","id":"{id}","meta":{{"source":"{SERVER}"}},"code":{{"text":"{text}"}}}}"#
    )
}

fn only(chart: &pocketchart::Chart) -> ImportView {
    let mut imports = chart.imports().unwrap();
    assert_eq!(imports.len(), 1);
    imports.remove(0)
}

fn states(chart: &pocketchart::Chart) -> Vec<(String, ItemState)> {
    let items = list(chart, Section::Problems).into_iter();
    let mut states: Vec<_> = items
        .map(|it| (it.facts.title.unwrap_or_default(), it.state))
        .collect();
    states.sort();
    states
}

#[test]
fn an_import_is_listed_with_what_it_brought() {
    let (chart, _scratch) = maria();
    let import = only(&chart);
    assert_eq!((import.file.as_str(), import.form), ("file.json", FileForm::Fhir));
    assert_eq!((import.new, import.updated, import.unreadable), (132, 0, 0));
    assert_eq!((import.over, import.undone), (0, 0));
    assert_eq!(import.sections[&Section::Allergies], 3);
    assert!(import.author.is_patient);
    assert_eq!(import.device.as_deref(), Some("phone"));
}

#[test]
fn bringing_in_the_same_twice_is_one_import() {
    let (mut chart, _scratch) = maria();
    import(&mut chart, &example());
    assert_eq!(only(&chart).new, 132);
}

#[test]
fn what_an_undone_import_brought_is_withdrawn_and_comes_back_with_the_next() {
    let (mut chart, _scratch) = maria();
    let first = only(&chart);
    let undone = chart.undo_import(first.id, Some("another Maria")).unwrap();
    assert_eq!((undone.withdrawn, undone.put_back, undone.left), (132, 0, 0));
    assert!(list(&chart, Section::Allergies).is_empty());
    let view = only(&chart);
    assert_eq!((view.new, view.over, view.undone), (132, 132, 132));
    assert_eq!(
        chart.undo_import(first.id, None).unwrap_err().id(),
        "undo-nothing"
    );

    let again = import(&mut chart, &example());
    assert_eq!((again.new, again.held, again.updated), (132, 0, 0));
    assert_eq!(list(&chart, Section::Allergies).len(), 3);
    assert!(
        list(&chart, Section::Allergies)
            .iter()
            .all(|it| it.state == ItemState::Current)
    );
    assert_eq!(import(&mut chart, &example()).held, 132);
    // And may go once more.
    let second = chart.imports().unwrap().remove(0);
    assert_ne!(second.id, first.id);
    assert_eq!(chart.undo_import(second.id, None).unwrap().withdrawn, 132);
    assert!(list(&chart, Section::Allergies).is_empty());
    assert_eq!(chart.verify().unwrap().faults, []);
}

#[test]
fn the_copy_before_stands_again_and_a_correction_stays() {
    let (mut chart, _scratch) = chart();
    import(
        &mut chart,
        &bundle(&[&problem("1", "Gout?"), &problem("2", "Asthma")]),
    );
    import(
        &mut chart,
        &bundle(&[
            &problem("1", "Gout"),
            &problem("3", "Measles"),
            &problem("4", "Mumps"),
        ]),
    );
    let mumps = titled(&chart, Section::Problems, "Mumps");
    let better = Problem {
        what: Concept::words("Mumps, as a child"),
        ..Problem::default()
    };
    chart.correct(mumps.id, Draft::Problem(better), None).unwrap();
    let imports = chart.imports().unwrap();
    assert_eq!((imports[0].new, imports[0].updated, imports[0].over), (2, 1, 1));
    let undone = chart.undo_import(imports[0].id, None).unwrap();
    assert_eq!(
        undone,
        Undone {
            withdrawn: 1,
            put_back: 1,
            left: 1
        }
    );
    let expected = ["Asthma", "Gout?", "Mumps, as a child"];
    let expected: Vec<_> = expected
        .iter()
        .map(|it| ((*it).to_owned(), ItemState::Current))
        .collect();
    assert_eq!(states(&chart), expected);
    // Nothing of the other import was touched.
    let first = &chart.imports().unwrap()[1];
    assert_eq!((first.new, first.undone), (2, 0));
}

#[test]
fn two_copies_in_one_file_go_together() {
    let (mut chart, _scratch) = chart();
    import(&mut chart, &bundle(&[&problem("1", "Gout?")]));
    let twice = bundle(&[
        &problem("1", "Gout"),
        &problem("1", "Gout, chronic"),
        &problem("2", "Asthma?"),
        &problem("2", "Asthma"),
    ]);
    import(&mut chart, &twice);
    let second = chart.imports().unwrap().remove(0);
    let undone = chart.undo_import(second.id, None).unwrap();
    assert_eq!((undone.withdrawn, undone.put_back, undone.left), (1, 1, 0));
    assert_eq!(states(&chart), [("Gout?".to_owned(), ItemState::Current)]);
}

#[test]
fn an_undone_part_that_could_not_be_read_comes_back_too() {
    let (mut chart, _scratch) = chart();
    let file = br#"{"resourceType":"Bundle","type":"collection","entry":[
        {"resource":{"resourceType":"Condition","id":"1","code":{"text":"Asthma"}}},
        {"resource":{"resourceType":"Observation","id":"2","note":"Wheezing",,}}]}"#;
    import(&mut chart, file);
    assert_eq!(only(&chart).unreadable, 1);
    chart.undo_import(only(&chart).id, None).unwrap();
    assert!(list(&chart, Section::Documents).is_empty());
    import(&mut chart, file);
    assert_eq!(list(&chart, Section::Documents).len(), 1);
}

#[test]
fn what_a_person_withdrew_does_not_come_back_with_an_import() {
    let (mut chart, _scratch) = chart();
    import(&mut chart, &bundle(&[&problem("1", "Gout")]));
    let gout = titled(&chart, Section::Problems, "Gout");
    chart.retract(gout.id, Some("not mine")).unwrap();
    assert_eq!(import(&mut chart, &bundle(&[&problem("1", "Gout")])).held, 1);
    assert!(list(&chart, Section::Problems).is_empty());
}

#[test]
fn undoing_what_was_never_brought_in_is_refused() {
    let (mut chart, _scratch) = maria();
    let before = digest(&chart);
    let error = chart
        .undo_import(pocketchart::ImportId([7; 16]), None)
        .unwrap_err();
    assert_eq!(error.id(), "undo-unknown");
    assert_eq!(digest(&chart), before);
}
