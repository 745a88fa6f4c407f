//! Synthea's made-up patients: each finding can be traced to its entries, its row and its source.

use std::path::Path;

use jiff::civil::Date;
use pocketchart_fhir::view::View;
use pocketchart_knowledge::medicine::findings;
use pocketchart_knowledge::{Person, Sex, Statement, sources};
use serde_json::Value;

use crate::record::TODAY;

fn read(file: &Path) -> (Vec<Statement>, Person) {
    let bundle: Value = serde_json::from_slice(&std::fs::read(file).unwrap()).unwrap();
    let mut person = Person::default();
    let mut statements = Vec::new();
    for entry in bundle["entry"].as_array().unwrap() {
        let resource = &entry["resource"];
        if resource["resourceType"] == "Patient" {
            person.born = resource["birthDate"]
                .as_str()
                .and_then(|day| day.parse::<Date>().ok());
            person.sex = match resource["gender"].as_str() {
                Some("female") => Some(Sex::Female),
                Some("male") => Some(Sex::Male),
                _ => None,
            };
        }
        if let Ok(view) = View::of(resource.to_string().as_bytes()) {
            let kind = resource["resourceType"].as_str().unwrap();
            let id = resource["id"].as_str().unwrap();
            statements.push(Statement {
                entry: format!("{kind}/{id}"),
                view,
            });
        }
    }
    (statements, person)
}

#[test]
fn every_finding_about_a_patient_is_traceable() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/synthea");
    let Ok(files) = std::fs::read_dir(&folder) else {
        assert!(
            std::env::var_os("CI").is_none(),
            "../shared/data/synthea is missing"
        );
        println!("not run: ../shared is not here");
        return;
    };
    let sources: Vec<&str> = sources().unwrap().iter().map(|source| source.id).collect();
    let mut files: Vec<_> = files.map(|file| file.unwrap().path()).collect();
    files.sort();
    let mut found = 0;
    for file in &files {
        let (statements, person) = read(file);
        let said = findings(&statements, &person, TODAY).unwrap();
        println!(
            "{}: {} entries",
            file.file_stem().unwrap().to_string_lossy(),
            statements.len()
        );
        for finding in &said.found {
            println!(
                "  {:?} {:?} {} {:?}",
                finding.severity,
                finding.certainty,
                finding.name(),
                finding.says.arguments
            );
            assert!(
                finding
                    .entries
                    .iter()
                    .all(|entry| statements.iter().any(|it| it.entry == *entry))
            );
            assert!(sources.contains(&finding.rule.source) && !finding.rule.locator.is_empty());
        }
        for gap in &said.not_checked {
            println!("  not checked: {} {:?}", gap.why.id, gap.why.arguments);
        }
        found += said.found.len();
    }
    assert!(files.len() >= 7 && found > 0, "{found}");
}
