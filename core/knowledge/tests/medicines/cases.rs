//! Cases that were labelled from the sources, in `tests/medicine_cases.tsv`.
//!
//! `expect` holds, between semicolons: `table/row` (must be found), `=severity` behind it, `?` behind it (must be found as
//! possible only), `!` before it (must not be found), `nothing` (no medicine is taken, or none that is known: nothing is
//! found), `no-interaction`, `no-allergy`.

use pocketchart_knowledge::medicine::{findings, what_if};
use pocketchart_knowledge::{Certainty, Finding, Findings, Kind, Severity, Statement};

use crate::record::{TODAY, allergy, fact, medicine, person};

const CASES: &str = include_str!("../medicine_cases.tsv");

struct Case<'a> {
    name: &'a str,
    expect: &'a str,
    person: &'a str,
    why: &'a str,
    source: &'a str,
    medicines: Vec<Statement>,
    facts: Vec<Statement>,
}

fn cases() -> Vec<Case<'static>> {
    let numbered = |text: &'static str, between: &'static str| {
        let parts = text.split(between).filter(|part| !part.is_empty());
        parts.enumerate()
    };
    let case = |line: &'static str| {
        let [name, expect, medicines, person, facts, allergies, source, why] =
            line.split('\t').collect::<Vec<_>>()[..]
        else {
            panic!("{line}")
        };
        let mut known: Vec<Statement> = numbered(facts, ";")
            .map(|(at, text)| fact(format!("f{at}"), text))
            .collect();
        known.extend(numbered(allergies, ";").map(|(at, text)| allergy(format!("a{at}"), text)));
        Case {
            name,
            expect,
            person,
            why,
            source,
            medicines: numbered(medicines, " + ")
                .map(|(at, text)| medicine(format!("m{at}"), text))
                .collect(),
            facts: known,
        }
    };
    CASES.lines().skip(1).map(case).collect()
}

/// What is wrong with what was said; empty when all is as the label says.
fn wrong(expect: &str, said: &Findings) -> Option<String> {
    let found = |row: &str| -> Option<&Finding> {
        said.found.iter().find(|finding| {
            row == format!("{}/{}", finding.rule.table, finding.rule.row) || row == stem(finding)
        })
    };
    let none = |kind: Kind| said.found.iter().all(|finding| finding.kind != kind);
    let right = match expect {
        "nothing" => said.found.is_empty(),
        "no-interaction" => none(Kind::Interaction),
        "no-allergy" => none(Kind::Allergy),
        _ => match expect.strip_prefix('!') {
            Some(row) => found(row).is_none(),
            None => {
                let (row, possible) = expect
                    .strip_suffix('?')
                    .map_or((expect, false), |row| (row, true));
                let (row, severity) = row
                    .split_once('=')
                    .map_or((row, None), |(row, severity)| (row, Some(severity)));
                found(row).is_some_and(|finding| {
                    (finding.certainty != Certainty::Certain) == possible
                        && severity.is_none_or(|severity| word(finding.severity) == severity)
                })
            }
        },
    };
    (!right).then(|| {
        let rows: Vec<String> = said
            .found
            .iter()
            .map(|it| format!("{} {:?}", it.rule.row, it.certainty))
            .collect();
        format!("{expect}, but found {rows:?}, not checked {:?}", said.not_checked)
    })
}

/// The row without its severity, which a case may leave out.
fn stem(finding: &Finding) -> String {
    let row = format!("{}/{}", finding.rule.table, finding.rule.row);
    row.strip_suffix(&format!("-{}", word(finding.severity)))
        .unwrap_or(&row)
        .to_owned()
}

fn word(severity: Severity) -> &'static str {
    match severity {
        Severity::Note => "note",
        Severity::Precaution => "precaution",
        Severity::Avoid => "avoid",
        Severity::Contraindicated => "contraindicated",
    }
}

#[test]
fn every_case_is_as_its_source_says() {
    let (mut fire, mut silent, mut problems) = (0, 0, Vec::new());
    let cases = cases();
    for case in &cases {
        assert!(!case.source.is_empty());
        let all: Vec<Statement> = case.medicines.iter().chain(&case.facts).cloned().collect();
        let said = findings(&all, &person(case.person), TODAY).unwrap();
        for expect in case.expect.split(';') {
            if expect.starts_with('!') || expect.starts_with("no") {
                silent += 1;
            } else {
                fire += 1;
            }
            problems.extend(wrong(expect, &said).map(|what| format!("{} ({}): {what}", case.name, case.why)));
        }
    }
    println!(
        "{} cases: {fire} expectations of a finding, {silent} of none",
        cases.len()
    );
    assert!(
        problems.is_empty(),
        "{} wrong:\n{}",
        problems.len(),
        problems.join("\n")
    );
    assert!(fire >= 200 && silent >= 100);
}

#[test]
fn a_new_medicine_brings_what_the_whole_record_would_have_said() {
    let mut brought = 0;
    for case in cases() {
        let (Some((new, old)), who) = (case.medicines.split_last(), person(case.person)) else {
            panic!()
        };
        if case
            .medicines
            .iter()
            .any(|it| format!("{it:?}").contains("stopped"))
            || case.expect == "nothing"
        {
            continue;
        }
        let before: Vec<Statement> = old.iter().chain(&case.facts).cloned().collect();
        let all: Vec<Statement> = case.medicines.iter().chain(&case.facts).cloned().collect();
        let whole = findings(&all, &who, TODAY).unwrap();
        let part = what_if(&before, &who, TODAY, std::slice::from_ref(new)).unwrap();
        let about_new = |finding: &&Finding| finding.entries.contains(&new.entry);
        let expected: Vec<&Finding> = whole.found.iter().filter(about_new).collect();
        assert_eq!(part.found.iter().collect::<Vec<_>>(), expected, "{}", case.name);
        brought += part.found.len();
    }
    assert!(brought > 200, "{brought}");
}

#[test]
fn only_the_gravest_that_is_certain_interrupts() {
    let interrupts = |medicines: &[&str], allergies: &[&str]| {
        let mut record: Vec<Statement> = medicines
            .iter()
            .enumerate()
            .map(|(at, text)| medicine(at.to_string(), text))
            .collect();
        record.extend(
            allergies
                .iter()
                .enumerate()
                .map(|(at, text)| allergy(format!("a{at}"), text)),
        );
        let said = findings(&record, &person(""), TODAY).unwrap();
        said.found.iter().any(Finding::interrupts)
    };
    assert!(interrupts(&["Warfarin", "St. John's wort"], &[]));
    assert!(interrupts(&["Amoxicillin"], &["Penicillin:anaphylaxis"]));
    assert!(!interrupts(&["Amoxicillin"], &["Penicillin:rash"]));
    assert!(!interrupts(&["Cefazolin"], &["Penicillin:anaphylaxis"]));
    assert!(!interrupts(&["Warfarin", "Aspirin"], &[]));
    assert!(!interrupts(
        &["Warfarin", "Aspirin 81 MG Oral Tablet @ 1 tablet 1/d"],
        &[]
    ));
}
