//! Items that are kept while a record is open, and the first page of a long list.

use crate::given::*;
use pocketchart::build::{Concept, Problem};
use pocketchart::{Answer, Chart, Draft, EntryId, ItemView, ListOptions, Section};

const SECTIONS: [Section; 4] = [
    Section::Allergies,
    Section::Medications,
    Section::Problems,
    Section::Results,
];

/// What one of three sources says of one of a few things.
fn statement(chance: &mut Chance) -> String {
    let system = chance.of(&["a", "b", "c"]);
    let number = chance.below(6);
    let day = 1 + chance.below(3);
    let head = |kind: &str, id: &str| {
        format!(
            r#""resourceType":"{kind}","id":"{id}","meta":{{"source":"https://{system}.example"}},"subject":{{"reference":"Patient/1"}}"#
        )
    };
    match chance.below(6) {
        0 => {
            let reaction = chance.of(&["Hives", "Shock"]);
            format!(
                r#"{{{},"code":{{"text":"Penicillin"}},"reaction":[{{"manifestation":[{{"text":"{reaction}"}}]}}]}}"#,
                head("AllergyIntolerance", &number.to_string())
            )
        }
        1 => {
            let side = chance.of(&["Left", "Right", ""]);
            format!(
                r#"{{{},"code":{{"text":"Fracture"}},"bodySite":[{{"text":"{side} arm"}}],"onsetDateTime":"2020-01-0{day}"}}"#,
                head("Condition", &number.to_string())
            )
        }
        2 => {
            let name = chance.of(&["Warfarin 5 MG Oral Tablet", "Warfarin", "Coumadin"]);
            format!(
                r#"{{{},"code":{{"text":"{name}"}}}}"#,
                head("Medication", &(number % 2).to_string())
            )
        }
        3 => format!(
            r#"{{{},"status":"active","intent":"order","authoredOn":"2020-01-0{day}","medicationReference":{{"reference":"Medication/{}"}}}}"#,
            head("MedicationRequest", &number.to_string()),
            number % 3
        ),
        _ => {
            let hour = chance.of(&["", "T08:00:00Z", "T20:00:00Z"]);
            let value = 4 + chance.below(2);
            // Many of other days, so that one page does not hold all.
            let month = 1 + chance.below(6);
            format!(
                r#"{{{},"status":"final","code":{{"coding":[{{"system":"http://loinc.org","code":"2823-3","display":"Potassium"}}]}},"effectiveDateTime":"2020-0{month}-0{day}{hour}","valueQuantity":{{"value":{value}}}}}"#,
                head("Observation", &chance.below(400).to_string())
            )
        }
    }
}

fn any(chart: &Chart, chance: &mut Chance, section: Section) -> Option<EntryId> {
    let items = list(chart, section);
    let item = items.get(chance.below(items.len().max(1)))?;
    let marks: Vec<EntryId> = item
        .sources
        .iter()
        .chain(item.rivals.iter().flat_map(|it| &it.sources))
        .map(|it| it.id)
        .collect();
    marks.get(chance.below(marks.len().max(1))).copied()
}

/// Somebody adds, sends again, retracts, corrects, decides or takes a decision back; what cannot be done is refused.
fn change(chart: &mut Chart, chance: &mut Chance) {
    let section = SECTIONS[chance.below(4)];
    match chance.below(8) {
        0..=2 => {
            let few = 1 + chance.below(3);
            let many: Vec<String> = (0..few).map(|_| statement(chance)).collect();
            import(
                chart,
                &bundle(&many.iter().map(String::as_str).collect::<Vec<_>>()),
            );
        }
        3 => {
            if let Some(id) = any(chart, chance, section) {
                let _ = chart.retract(id, None);
            }
        }
        4 => {
            if let Some(id) = any(chart, chance, Section::Problems) {
                let what = Concept::words(chance.of(&["Fracture", "Bruise"]));
                let _ = chart.correct(
                    id,
                    Draft::Problem(Problem {
                        what,
                        ..Problem::default()
                    }),
                    None,
                );
            }
        }
        5 | 6 => {
            let answer = [
                Answer::Same,
                Answer::Different,
                Answer::FirstIsRight,
                Answer::Both,
            ][chance.below(4)];
            if let (Some(one), Some(other)) = (any(chart, chance, section), any(chart, chance, section)) {
                let _ = chart.decide(one, other, answer, None);
            }
        }
        _ => {
            let decided = chart.reconciliations().unwrap().decided;
            if let Some(decision) = decided.get(chance.below(decided.len().max(1))) {
                chart.undo_decision(decision.id, None).unwrap();
            }
        }
    }
}

/// All that is shown of the items.
fn shown(chart: &Chart) -> Vec<Vec<ItemView>> {
    let past = ListOptions {
        limit: usize::MAX,
        include_past: true,
        ..ListOptions::default()
    };
    let with_past = SECTIONS.map(|section| chart.list(section, &past).unwrap().items);
    let lists = SECTIONS.map(|section| list(chart, section));
    let single = lists
        .iter()
        .flatten()
        .map(|item| chart.item(item.id).unwrap().item)
        .collect();
    with_past.into_iter().chain(lists).chain([single]).collect()
}

/// What is kept while a record is open never shows: after each change the items are those of a record that was just opened, and the
/// first page is the beginning of all.
#[test]
fn what_is_kept_is_what_would_be_made_anew() {
    let seed = std::env::var("POCKETCHART_SEED").map_or(1, |seed| seed.parse().unwrap());
    let mut chance = Chance(seed);
    let (mut chart, scratch) = chart();
    // More than a page holds.
    let many: Vec<String> = (0..300).map(|_| statement(&mut chance)).collect();
    import(
        &mut chart,
        &bundle(&many.iter().map(String::as_str).collect::<Vec<_>>()),
    );
    let (mut joined, mut settled, mut proposed) = (0, 0, 0);
    for _ in 0..12 {
        shown(&chart);
        for _ in 0..=chance.below(4) {
            change(&mut chart, &mut chance);
            shown(&chart);
        }
        let kept = shown(&chart);
        drop(chart);
        chart = Chart::open(&scratch.home, &unlock()).unwrap();
        let pages: Vec<ListOptions> = [1, 7, 30]
            .map(|limit| ListOptions {
                limit,
                ..ListOptions::default()
            })
            .into();
        let first: Vec<Vec<ItemView>> = pages
            .iter()
            .map(|page| chart.list(Section::Results, page).unwrap().items)
            .collect();
        let anew = shown(&chart);
        assert_eq!(format!("{kept:?}"), format!("{anew:?}"), "seed {seed}");
        for page in first {
            assert!(
                anew[7].starts_with(&page),
                "seed {seed}, a page of {}",
                page.len()
            );
        }
        let items = anew.iter().flatten();
        joined += items.clone().filter(|item| item.sources.len() > 1).count();
        settled += items.clone().filter(|item| !item.rivals.is_empty()).count();
        proposed += items.filter(|item| !item.probable.is_empty()).count();
    }
    println!("{joined} joined, {settled} of several statements, {proposed} pointed out; seed {seed}");
    assert!(
        joined > 100 && settled > 10 && proposed > 100,
        "too little to compare: {joined}, {settled}, {proposed}"
    );
}
