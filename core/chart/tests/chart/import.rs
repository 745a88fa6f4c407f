use crate::given::*;
use pocketchart::{
    ImportError, ImportOptions, ImportPhase, ItemState, Negation, Reason, Section, TimelineOptions,
};
use pocketchart_fhir::split::split_bytes;
use std::io::Cursor;

#[test]
fn the_example_comes_in_once() {
    let (mut chart, _scratch) = chart();
    let first = import(&mut chart, &example());
    assert_eq!(
        (first.read, first.new, first.held, first.updated, first.unreadable),
        (132, 132, 0, 0, 0)
    );
    assert_eq!(first.sections.values().sum::<u64>(), 132);
    assert_eq!(first.sections[&Section::Allergies], 3);
    let (before, commits) = (digest(&chart), chart.record().commits());
    let again = import(&mut chart, &example());
    assert_eq!((again.read, again.new, again.held), (132, 0, 132));
    assert_eq!(
        (digest(&chart), chart.record().commits()),
        (before, commits),
        "nothing was written"
    );
}

#[test]
fn every_synthea_resource_comes_in_and_is_verified() {
    let (mut bundles, mut resources) = (0, 0);
    for name in SYNTHEA {
        let Some(file) = synthea(name) else { continue };
        let expected = split_bytes(&file).unwrap().len() as u64;
        let (mut chart, _scratch) = chart();
        let report = import(&mut chart, &file);
        assert_eq!((report.read, report.unreadable), (expected, 0), "{name}");
        assert_eq!(report.new + report.held + report.updated, expected, "{name}");
        let counts: u64 = chart.sections().unwrap().iter().map(|it| it.current).sum();
        assert_eq!(counts, report.new, "{name}");
        assert_eq!(import(&mut chart, &file).held, expected, "{name}");
        if name == "benedict_ortiz" {
            let health = chart.verify().unwrap();
            assert_eq!(health.faults, [], "{name}");
            assert!(!chart.timeline(&TimelineOptions::default()).unwrap().is_empty());
        }
        bundles += 1;
        resources += expected;
    }
    println!("{bundles} Synthea bundles, {resources} resources");
}

const SERVER: &str = "https://hospital.example/fhir";

fn from_server(id: &str, resource: &str) -> Vec<u8> {
    format!(
        r#"{{"resourceType":"Bundle","type":"searchset","entry":[{{"fullUrl":"{SERVER}/Condition/{id}","resource":{resource}}}]}}"#
    )
    .into_bytes()
}

fn condition(id: &str, text: &str) -> Vec<u8> {
    from_server(
        id,
        &format!(r#"{{"resourceType":"Condition","id":"{id}","code":{{"text":"{text}"}}}}"#),
    )
}

#[test]
fn a_newer_copy_from_the_same_source_replaces_the_older_for_good() {
    let (mut chart, _scratch) = chart();
    assert_eq!(import(&mut chart, &condition("1", "Asthma?")).new, 1);
    assert_eq!(import(&mut chart, &condition("1", "Asthma")).updated, 1);
    assert_eq!(titles(&list(&chart, Section::Problems)), ["Asthma"]);
    let stale = import(&mut chart, &condition("1", "Asthma?"));
    assert_eq!(
        (stale.held, stale.updated),
        (1, 0),
        "the older copy does not come back"
    );
    let item = titled(&chart, Section::Problems, "Asthma");
    assert_eq!(chart.item(item.id).unwrap().history.len(), 2);
    assert_eq!(item.sources[0].system.as_deref(), Some(SERVER));
}

#[test]
fn two_versions_in_one_file_are_one_thing() {
    let (mut chart, _scratch) = chart();
    let one = |text: &str| {
        format!(
            r#"{{"fullUrl":"{SERVER}/Condition/1","resource":{{"resourceType":"Condition","id":"1","code":{{"text":"{text}"}}}}}}"#
        )
    };
    let file = format!(
        r#"{{"resourceType":"Bundle","type":"history","entry":[{},{},{}]}}"#,
        one("Asthma?"),
        one("Asthma"),
        one("Asthma")
    );
    let report = import(&mut chart, file.as_bytes());
    assert_eq!((report.new, report.updated, report.held), (1, 1, 1));
    assert_eq!(titles(&list(&chart, Section::Problems)), ["Asthma"]);
}

#[test]
fn a_retraction_outlives_every_newer_copy() {
    let (mut chart, _scratch) = chart();
    import(&mut chart, &condition("1", "Gout"));
    let item = titled(&chart, Section::Problems, "Gout");
    chart.retract(item.id, Some("not mine")).unwrap();
    assert!(list(&chart, Section::Problems).is_empty());
    import(&mut chart, &condition("1", "Gout, chronic"));
    let item = titled(&chart, Section::Problems, "Gout, chronic");
    assert_eq!(item.state, ItemState::Retracted);
    // Only a person revives it.
    chart
        .resolve(&[item.id], pocketchart::Resolution::Keep(item.id), None)
        .unwrap();
    assert_eq!(
        titled(&chart, Section::Problems, "Gout, chronic").state,
        ItemState::Current
    );
}

#[test]
fn a_correction_and_a_newer_copy_contradict_each_other() {
    let (mut chart, _scratch) = chart();
    import(&mut chart, &condition("1", "Gout"));
    let item = titled(&chart, Section::Problems, "Gout");
    let draft = pocketchart::build::Problem {
        what: pocketchart::build::Concept::words("Bunion"),
        ..Default::default()
    };
    chart
        .correct(item.id, pocketchart::Draft::Problem(draft), None)
        .unwrap();
    import(&mut chart, &condition("1", "Gout, chronic"));
    let items = list(&chart, Section::Problems);
    assert_eq!(
        (items.len(), items[0].state, items[0].rivals.len()),
        (1, ItemState::Unreconciled, 1)
    );
}

#[test]
fn another_person_is_refused_until_the_person_says_so() {
    let (mut chart, _scratch) = maria();
    let before = digest(&chart);
    let other = bundle(&[
        r#"{"resourceType":"Patient","id":"9","name":[{"family":"Ortiz","given":["Benedict"]}],"birthDate":"2000-01-29"}"#,
        r#"{"resourceType":"Condition","id":"8","code":{"text":"Measles"},"subject":{"reference":"Patient/9"}}"#,
    ]);
    let error = try_import(&mut chart, &other).unwrap_err();
    assert_eq!(error.id(), "import-another-person");
    assert!(
        !format!("{error:?} {error}").contains("Ortiz"),
        "names stay out of texts for developers"
    );
    let ImportError::AnotherPerson { names } = error else {
        panic!("{error:?}");
    };
    assert_eq!(names.0, ["Benedict Ortiz"]);
    assert_eq!(digest(&chart), before);
    let options = ImportOptions {
        file_name: "other.json".into(),
        same_person: true,
        ..ImportOptions::default()
    };
    let report = chart.import(Cursor::new(&other), &options, &mut |_| ()).unwrap();
    assert_eq!(report.new, 2);
}

#[test]
fn the_same_person_of_another_system_is_let_in() {
    let (mut chart, _scratch) = maria();
    let same = bundle(&[
        r#"{"resourceType":"Patient","id":"77","name":[{"family":"Okafor","given":["Maria","Adaeze"]}],"birthDate":"1984-02-29"}"#,
    ]);
    assert_eq!(import(&mut chart, &same).new, 1);
}

#[test]
fn a_file_that_only_refers_to_its_person_follows_the_one_before() {
    let (mut chart, _scratch) = chart();
    let about = |id: &str, patient: &str| {
        bundle(&[&format!(
            r#"{{"resourceType":"Condition","id":"{id}","code":{{"text":"Asthma"}},"subject":{{"reference":"Patient/{patient}"}}}}"#
        )])
    };
    let described = |id: &str| {
        bundle(&[&format!(
            r#"{{"resourceType":"Patient","id":"{id}","name":[{{"text":"Ada"}}]}}"#
        )])
    };
    assert_eq!(import(&mut chart, &about("1", "a")).new, 1);
    assert_eq!(import(&mut chart, &about("2", "a")).new, 1);
    for other in [about("3", "b"), described("b")] {
        let error = try_import(&mut chart, &other).unwrap_err();
        assert_eq!(error.id(), "import-another-person");
    }
    assert_eq!(import(&mut chart, &described("a")).new, 1);
    assert_eq!(import(&mut chart, &about("4", "a")).new, 1);
    assert_eq!(
        try_import(&mut chart, &about("5", "b")).unwrap_err().id(),
        "import-another-person"
    );
}

#[test]
fn patient_one_of_another_hospital_is_another_person() {
    let (mut chart, _scratch) = chart();
    let first = |name: &str, born: &str| {
        bundle(&[&format!(
            r#"{{"resourceType":"Patient","id":"1","name":[{{"text":"{name}"}}],"birthDate":"{born}"}}"#
        )])
    };
    import(&mut chart, &first("Ada Byron", "1915-12-10"));
    let error = try_import(&mut chart, &first("Grace Murray", "1906-12-09")).unwrap_err();
    assert_eq!(error.id(), "import-another-person");
    assert_eq!(import(&mut chart, &first("Ada Byron", "1915-12-10")).held, 1);
}

#[test]
fn two_people_in_one_file_are_refused() {
    let (mut chart, _scratch) = chart();
    let before = digest(&chart);
    let both = bundle(&[
        r#"{"resourceType":"Patient","id":"1","name":[{"family":"Ortiz"}],"birthDate":"2000-01-29"}"#,
        r#"{"resourceType":"Patient","id":"2","name":[{"family":"Toy"}],"birthDate":"1984-04-10"}"#,
    ]);
    let error = try_import(&mut chart, &both).unwrap_err();
    assert_eq!(error.id(), "import-several-people");
    assert_eq!(digest(&chart), before);
}

#[test]
fn what_cannot_be_read_is_kept_as_text_and_said_so() {
    let (mut chart, _scratch) = chart();
    let file = br#"{"resourceType":"Bundle","type":"collection","entry":[
        {"resource":{"resourceType":"Condition","id":"1","code":{"text":"Asthma"}}},
        {"resource":{"resourceType":"Observation","id":"2","note":"Wheezing",,}}]}"#;
    let report = import(&mut chart, file);
    assert_eq!((report.read, report.new, report.unreadable), (2, 1, 1));
    assert_eq!(report.unreadable_parts[0].reason, Reason::Syntax);
    assert_eq!(report.unreadable_parts[0].position.number, 2);
    let kept = titled(&chart, Section::Documents, "file.json");
    assert_eq!(
        (kept.media.as_deref(), kept.facts.readable),
        (Some("text/plain"), false)
    );
    let text = chart.extract(kept.id).unwrap();
    assert!(String::from_utf8(text.bytes).unwrap().contains("Wheezing"));
    assert_eq!(chart.search("wheez").unwrap().len(), 1);
    assert_eq!(import(&mut chart, file).unreadable, 1);
    assert_eq!(list(&chart, Section::Documents).len(), 1, "kept once");
}

fn lines(count: usize) -> String {
    (0..count)
        .map(|at| {
            format!(
                r#"{{"resourceType":"Observation","id":"{at}","meta":{{"source":"{SERVER}"}},"status":"final","code":{{"text":"Pulse"}},"effectiveDateTime":"2020-01-01T00:{:02}:{:02}Z","valueQuantity":{{"value":{at},"unit":"/min"}}}}"#,
                at / 60 % 60,
                at % 60
            ) + "\n"
        })
        .collect()
}

#[test]
fn ndjson_comes_in_by_batches() {
    let (mut chart, _scratch) = chart();
    let mut file = lines(1200);
    file.insert_str(0, "{\"resourceType\":\"Patient\",\"id\":\"1\"}\n");
    file.push_str("not json\n");
    let before = chart.record().commits();
    let (mut last, mut phases) = (0, Vec::new());
    let options = ImportOptions {
        file_name: "readings.ndjson".into(),
        ..ImportOptions::default()
    };
    let report = chart
        .import(Cursor::new(file.as_bytes()), &options, &mut |progress| {
            if phases.last() != Some(&progress.phase) {
                phases.push(progress.phase);
                last = 0;
            }
            assert!(progress.bytes >= last && progress.bytes <= progress.size);
            last = progress.bytes;
        })
        .unwrap();
    assert_eq!((report.read, report.new, report.unreadable), (1202, 1201, 1));
    assert_eq!(chart.record().commits() - before, 3, "500 entries a commit");
    assert_eq!(phases, [ImportPhase::Checking, ImportPhase::Keeping]);
    assert_eq!(last, file.len() as u64);
    assert_eq!(import(&mut chart, file.as_bytes()).held, 1201);
}

#[test]
fn a_statement_of_absence_says_so() {
    let (mut chart, _scratch) = chart();
    import(
        &mut chart,
        &bundle(&[
            r#"{"resourceType":"AllergyIntolerance","id":"n","code":{"coding":[{"system":"http://snomed.info/sct","code":"716186003"}],"text":"No known allergy"}}"#,
        ]),
    );
    let item = titled(&chart, Section::Allergies, "No known allergy");
    assert_eq!(item.facts.negation, Some(Negation::NoneKnown));
}
