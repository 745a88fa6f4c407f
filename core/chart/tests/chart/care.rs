//! What is kept between two questions about care.

use crate::given::*;
use pocketchart::build::{Allergy, Concept, Criticality, Medicine, Problem};
use pocketchart::{Answer, Chart, Checkup, Draft, ImportOptions, ListOptions, Section};

const DAY: &str = "2026-11-26";

fn change(chart: &mut Chart, chance: &mut Chance) {
    match chance.below(6) {
        0 | 1 => {
            let name = chance.of(&[
                "Warfarin",
                "Ibuprofen",
                "Itraconazole",
                "Lithium",
                "Grandmother's drops",
            ]);
            chart.add(medicine(name)).unwrap();
        }
        2 => {
            let substance = Concept::words(chance.of(&["Aspirin", "Penicillin", "Cats"]));
            let allergy = Allergy {
                substance,
                ..Allergy::default()
            };
            chart.add(Draft::Allergy(allergy)).unwrap();
        }
        3 => {
            let what = Concept::words(chance.of(&["Asthma", "Gout"]));
            chart
                .add(Draft::Problem(Problem {
                    what,
                    ..Problem::default()
                }))
                .unwrap();
        }
        4 => {
            let body = format!(
                r#"{{"resourceType":"Observation","id":"{}","status":"final","code":{{"coding":[{{"system":"http://loinc.org","code":"2823-3"}}]}},
                "effectiveDateTime":"2026-11-{:02}","valueQuantity":{{"value":{}.1,"unit":"mmol/L","system":"http://unitsofmeasure.org","code":"mmol/L"}}}}"#,
                chance.below(1_000_000),
                1 + chance.below(26),
                2 + chance.below(6),
            );
            let options = ImportOptions {
                same_person: true,
                ..ImportOptions::default()
            };
            chart
                .import(std::io::Cursor::new(body), &options, &mut |_| {})
                .unwrap();
        }
        _ => {
            let section = [
                Section::Medications,
                Section::Allergies,
                Section::Problems,
                Section::Results,
            ][chance.below(4)];
            let items = chart.list(section, &ListOptions::default()).unwrap().items;
            if let Some(item) = items.get(chance.below(items.len().max(1))) {
                chart.retract(item.id, None).unwrap();
            }
        }
    }
}

fn medicine(name: &str) -> Draft {
    let what = Concept::words(name);
    Draft::Medicine(Medicine {
        what,
        ..Medicine::default()
    })
}

/// What is kept while a record is open never shows: after each change the answer is that of a record that was just opened.
#[test]
fn what_is_kept_is_what_would_be_read() {
    let seed = std::env::var("POCKETCHART_SEED").map_or(1, |seed| seed.parse().unwrap());
    let mut chance = Chance(seed);
    let (mut chart, scratch) = maria();
    let asked = |chart: &Chart| -> [Checkup; 2] {
        [
            chart.checkup(DAY).unwrap(),
            chart.what_if(DAY, &[medicine("Aspirin")]).unwrap(),
        ]
    };
    let mut findings = 0;
    for _ in 0..10 {
        asked(&chart);
        for _ in 0..=chance.below(4) {
            change(&mut chart, &mut chance);
            findings += asked(&chart)[0].findings.found.len();
        }
        let kept = asked(&chart);
        drop(chart);
        chart = Chart::open(&scratch.home, &unlock()).unwrap();
        assert_eq!(kept, asked(&chart), "seed {seed}");
    }
    println!("{findings} findings; seed {seed}");
    assert!(findings > 100, "too little was found to compare");
}

/// Sources that contradict each other are both held against the rules, until a person says which of them is right.
#[test]
fn each_side_of_a_contradiction_is_checked() {
    let (mut chart, _scratch) = maria();
    let allergy = |criticality| {
        Draft::Allergy(Allergy {
            substance: Concept::words("Aspirin"),
            criticality: Some(criticality),
            ..Allergy::default()
        })
    };
    let mild = chart.add(allergy(Criticality::Low)).unwrap();
    let grave = chart.add(allergy(Criticality::High)).unwrap();
    chart.add(medicine("Aspirin")).unwrap();
    let named = |chart: &Chart| {
        let found = chart.checkup(DAY).unwrap().findings.found;
        let entries: Vec<String> = found.into_iter().flat_map(|it| it.entries).collect();
        [mild, grave].map(|id| entries.contains(&id.to_text()))
    };
    assert_eq!(named(&chart), [true, true]);
    chart.decide(mild, grave, Answer::Same, None).unwrap();
    assert_eq!(named(&chart), [true, true]);
    let decision = chart.decide(grave, mild, Answer::FirstIsRight, None).unwrap();
    assert_eq!(named(&chart), [false, true]);
    chart.undo_decision(decision, None).unwrap();
    assert_eq!(named(&chart), [true, true]);
}
