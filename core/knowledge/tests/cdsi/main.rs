//! Immunization against CDC's own test cases.
#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stdout, reason = "tests")]

mod cases;
mod score;

use std::collections::BTreeMap;

#[test]
fn cdc_cases() {
    let Some(cases) = cases::all() else { return };
    let mut groups: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    let mut right = 0;
    let mut fields: BTreeMap<String, usize> = BTreeMap::new();
    for case in &cases {
        if std::env::var("SHOW").is_ok_and(|id| id == case.id) {
            println!(
                "{:#?}",
                pocketchart_knowledge::cdsi::forecast(&case.history, case.on)
                    .unwrap()
                    .groups
            );
            for it in pocketchart_knowledge::cdsi::forecast(&case.history, case.on)
                .unwrap()
                .series
            {
                println!(
                    "{} best {} {:?} {:?} {:?} target {:?}",
                    it.rule.row, it.best, it.status, it.reason, it.dates, it.target
                );
                for e in it.evaluations {
                    println!("     {} {:?} {:?} {:?}", e.on, e.target, e.status, e.reasons);
                }
            }
        }
        let (differ, apart) = score::differences(case);
        let group = groups.entry(case.group).or_default();
        group.1 += 1;
        if differ.is_empty() {
            group.0 += 1;
            right += 1;
        }
        for it in &differ {
            println!(
                "{} {} {} {}: {} | {}",
                case.group, case.kind, it.case, it.field, it.expected, it.got
            );
        }
        for it in differ.iter().chain(&apart) {
            *fields
                .entry(it.field.split(' ').next().unwrap().to_owned())
                .or_default() += 1;
        }
    }
    for (group, (right, all)) in &groups {
        println!("{group}: {right} of {all}");
    }
    println!("{fields:?}");
    println!("{right} of {}", cases.len());
}
