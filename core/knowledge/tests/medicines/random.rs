//! Ten thousand made-up records: no panic, the same answer in every order, and whatever is not known is named.

use pocketchart_fhir::view::View;
use pocketchart_knowledge::Statement;
use pocketchart_knowledge::medicine::findings;

use crate::record::{TODAY, allergy, fact, medicine, person};

/// A plain generator: a seed makes a failure come again.
struct Random(u64);

impl Random {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % most
    }

    fn of<'a>(&mut self, words: &[&'a str]) -> &'a str {
        words[self.below(words.len())]
    }
}

const KNOWN: [&str; 40] = [
    "Warfarin",
    "Aspirin 81 MG Oral Tablet",
    "Ibuprofen 200 MG Oral Tablet",
    "Simvastatin",
    "Clarithromycin",
    "Digoxin",
    "Amiodarone",
    "Lithium",
    "Lisinopril",
    "Losartan",
    "Metformin",
    "Furosemide",
    "Spironolactone",
    "Potassium chloride",
    "Fluoxetine",
    "Tramadol",
    "Phenelzine",
    "Sumatriptan",
    "Omeprazole",
    "Methotrexate 2.5 MG Oral Tablet",
    "Amoxicillin",
    "Cephalexin",
    "Sildenafil",
    "Nitroglycerin",
    "Insulin glargine",
    "Insulin lispro",
    "Levothyroxine",
    "Calcium carbonate",
    "Ciprofloxacin",
    "Colchicine",
    "Verapamil",
    "Metoprolol",
    "Timolol 5 MG/ML Ophthalmic Solution",
    "Hydrocortisone 10 MG/ML Topical Cream",
    "St. John's wort",
    "Grapefruit",
    "Allopurinol",
    "Azathioprine",
    "Acetaminophen 325 MG / Oxycodone Hydrochloride 5 MG Oral Tablet",
    "Midazolam",
];
const UNKNOWN: [&str; 5] = ["Simvistatin 10 MG", "Frobnicol", "??", "10 MG", "Ωmega [x] / "];
const DOSES: [&str; 6] = [
    "",
    " @ 1 tablet 1/d",
    " @ 2 tablet 3/d",
    " @ 500 mg 2/d",
    " @ 0.1 tablet 1/wk",
    " @ 99999999999 g 24/h",
];
const WAYS: [&str; 5] = ["", " # oral", " # injection", " # topical", " # moonlight"];
const STATUSES: [&str; 5] = ["", "", "", " ~stopped", " ~"];
const FACTS: [&str; 7] = [
    "13200003:active",
    "84114007:resolved",
    "15777000:active",
    "43339004:refuted",
    "77386006:active",
    "egfr=25",
    "egfr=90",
];
const ALLERGIES: [&str; 6] = [
    "Penicillin:rash",
    "Amoxicillin:anaphylaxis",
    "Aspirin:hives",
    "Dust:sneezing",
    "Sulfa drugs:rash:refuted",
    ":",
];
const PEOPLE: [&str; 5] = ["", "30F", "70M", "5F", "40M"];

fn made_up(random: &mut Random) -> Vec<Statement> {
    let mut record = Vec::new();
    for at in 0..random.below(9) {
        let name = if random.below(5) == 0 {
            random.of(&UNKNOWN)
        } else {
            random.of(&KNOWN)
        };
        let text = format!(
            "{name}{}{}{}",
            random.of(&DOSES),
            random.of(&WAYS),
            random.of(&STATUSES)
        );
        record.push(medicine(format!("m{at}"), &text));
    }
    for at in 0..random.below(3) {
        record.push(fact(format!("f{at}"), random.of(&FACTS)));
    }
    for at in 0..random.below(3) {
        record.push(allergy(format!("a{at}"), random.of(&ALLERGIES)));
    }
    record
}

#[test]
fn ten_thousand_records() {
    let seed = 20_261_126;
    println!("seed {seed}");
    let mut random = Random(seed);
    let (mut found, mut unknown) = (0, 0);
    for round in 0..10_000 {
        let mut record = made_up(&mut random);
        let who = person(random.of(&PEOPLE));
        let said = findings(&record, &who, TODAY).unwrap();
        found += said.found.len();

        for statement in &record {
            let View::MedicationStatement(taken) = &statement.view else {
                continue;
            };
            let name = taken
                .medication_codeable_concept
                .as_ref()
                .unwrap()
                .words()
                .unwrap_or_default();
            if taken.status.as_deref() == Some("active") && UNKNOWN.contains(&name) {
                unknown += 1;
                let named = said.not_checked.iter().any(|gap| {
                    gap.entry.as_ref() == Some(&statement.entry)
                        && gap.why.id == "finding-not-checked-medicine"
                });
                assert!(named, "round {round}: {name} is not named");
            }
        }

        for at in (1..record.len()).rev() {
            record.swap(at, random.below(at + 1));
        }
        assert_eq!(
            findings(&record, &who, TODAY).unwrap(),
            said,
            "round {round}: another order, another answer"
        );

        record.push(medicine("unrelated", "Montelukast"));
        let more = findings(&record, &who, TODAY).unwrap();
        for finding in &said.found {
            assert!(
                more.found.contains(finding),
                "round {round}: {} is gone",
                finding.name()
            );
        }
    }
    println!("{found} findings, {unknown} unknown medicines named");
    assert!(found > 5_000 && unknown > 1_000);
}
