//! Immunization against CDC's own test cases: how many are right, by group, never fewer than before; and every case that is
//! not, with its cause.
#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stdout, reason = "tests")]

mod cases;
mod score;

use std::collections::{BTreeMap, BTreeSet};

use cases::Case;
use pocketchart_knowledge::cdsi;
use score::Difference;

/// Vaccine group, cases, cases that must be right at least.
const SCORE: &str = include_str!("score.tsv");
/// Case, field, expected, got, cause, paragraph of the specification.
const KNOWN: &str = include_str!("known_differences.tsv");
const DOCUMENT: &str = include_str!("../../../../docs/knowledge.md");

fn rows(table: &str) -> impl Iterator<Item = Vec<&str>> {
    table.lines().skip(1).map(|line| line.split('\t').collect())
}

/// Right and all.
type Count = (usize, usize);

fn add(count: &mut Count, right: bool) {
    count.0 += usize::from(right);
    count.1 += 1;
}

#[test]
fn cdc_cases() {
    let Some(cases) = cases::all() else { return };
    let mut groups: BTreeMap<&str, Count> = BTreeMap::new();
    let mut fields: BTreeMap<&str, usize> = BTreeMap::new();
    let mut all: Count = (0, 0);
    let mut found = BTreeSet::new();
    let compared: Vec<_> = cases.iter().map(|case| (case, score::compare(case))).collect();
    for (case, compared) in &compared {
        let right = compared.differences.is_empty();
        add(groups.entry(case.group).or_default(), right);
        add(&mut all, right);
        found.extend(compared.differences.iter().cloned());
        for it in &compared.apart {
            println!(
                "counted apart: {}, {}: {} instead of {}",
                it.case, it.field, it.got, it.expected
            );
        }
        for it in compared.differences.iter().chain(&compared.apart) {
            *fields.entry(it.field.split(' ').next().unwrap()).or_default() += 1;
        }
    }
    println!(
        "{} of {} cases right. Fields that differ: {fields:?}",
        all.0, all.1
    );

    let known: BTreeSet<Difference> = rows(KNOWN).map(|row| Difference::of(&row)).collect();
    let new: Vec<_> = found.difference(&known).collect();
    let gone: Vec<_> = known.difference(&found).collect();
    assert!(
        new.is_empty() && gone.is_empty(),
        "not in known_differences.tsv: {new:#?}\nno longer: {gone:#?}"
    );
    for row in rows(SCORE) {
        let (right, of) = groups[row[0]];
        assert_eq!(of.to_string(), row[1], "{}", row[0]);
        assert!(
            right >= row[2].parse().unwrap(),
            "{}: {right} right, {} before",
            row[0],
            row[2]
        );
    }
    assert_eq!(rows(SCORE).count(), groups.len());
    assert!(all.0 * 100 >= all.1 * 99, "fewer than 99 % are right");

    let table = table(&groups, &antigens(&compared));
    println!("{table}");
    assert!(DOCUMENT.contains(&table), "docs/knowledge.md holds another table");
}

/// Each dose as the best series of the case's antigens value it, beside what CDC says of it.
fn antigens(compared: &[(&Case, score::Compared)]) -> BTreeMap<&'static str, Count> {
    let mut antigens: BTreeMap<&str, Count> = BTreeMap::new();
    for (case, compared) in compared {
        for (place, (expected, _)) in case.expected.doses.iter().enumerate() {
            let entry = place.to_string();
            let of_group = score::antigens(case.group);
            let best = compared
                .forecast
                .series
                .iter()
                .filter(|it| it.best && of_group.contains(&it.antigen));
            let mut valued: BTreeMap<&str, bool> = BTreeMap::new();
            for series in best {
                for it in series.evaluations.iter().filter(|it| it.entry == entry) {
                    *valued.entry(series.antigen).or_default() |= score::word(it.status) == expected;
                }
            }
            valued
                .into_iter()
                .for_each(|(antigen, right)| add(antigens.entry(antigen).or_default(), right));
        }
    }
    antigens
}

fn table(groups: &BTreeMap<&str, Count>, antigens: &BTreeMap<&str, Count>) -> String {
    let mut text = String::from("| vaccine group | cases | right |\n|---|---|---|\n");
    let line = |(name, (right, all)): (&&str, &Count)| format!("| {name} | {all} | {right} |\n");
    text.extend(groups.iter().map(line));
    text.push_str("\n| antigen | doses | valued as CDC does |\n|---|---|---|\n");
    text.extend(antigens.iter().map(line));
    text
}

#[test]
fn every_difference_has_a_cause() {
    for row in rows(KNOWN) {
        let [case, _, _, _, cause, paragraph] = row[..] else {
            panic!("{row:?}");
        };
        assert!(cause.contains(": ") && !paragraph.is_empty(), "{case}");
        assert!(
            ["edition", "case", "specification"].contains(&cause.split(": ").next().unwrap()),
            "{case}"
        );
    }
}

/// A day too early, another vaccine, another birthday: what CDC expects is then not what comes out.
#[test]
fn an_altered_case_is_not_right() {
    let Some(cases) = cases::all() else { return };
    let wrong = |alter: fn(&mut cdsi::History)| {
        let differs = |case: &&Case| {
            let mut altered = Case::clone(case);
            alter(&mut altered.history);
            !score::compare(&altered).differences.is_empty()
        };
        cases.iter().filter(differs).count()
    };
    let untouched = wrong(|_| ());
    for alter in [
        (|it| it.born = it.born.tomorrow().unwrap()) as fn(&mut cdsi::History),
        |it| {
            it.doses
                .iter_mut()
                .for_each(|dose| dose.on = dose.on.yesterday().unwrap())
        },
        |it| it.doses.iter_mut().for_each(|dose| dose.cvx = "999".into()),
        |it| it.observations.clear(),
    ] {
        assert!(wrong(alter) > untouched + 100);
    }
}
