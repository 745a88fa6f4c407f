//! Every row of the tables is reached, and every factor follows from the mass of the molecule.

use std::collections::BTreeMap;
use std::path::Path;

use pocketchart_knowledge::measure::{Basis, Flag, Judged, findings, judged};
use pocketchart_knowledge::{Person, Statement, sources};

use crate::statements::*;

type Row = BTreeMap<String, String>;

fn rows(table: &str) -> Vec<Row> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("../../knowledge/{table}.tsv"));
    let text = std::fs::read_to_string(file).unwrap();
    let mut lines = text.lines().map(|line| line.split('\t').map(str::to_owned));
    let columns: Vec<String> = lines.next().unwrap().collect();
    lines
        .map(|cells| columns.iter().cloned().zip(cells).collect())
        .collect()
}

fn codes(row: &Row) -> Vec<&str> {
    row["loinc"].split('|').collect()
}

fn one(statement: &Statement, person: &Person) -> Judged {
    judged(std::slice::from_ref(statement), person, ON)
        .unwrap()
        .remove(0)
}

/// The abridged standard atomic weights of IUPAC (2021), typed here a second time.
fn weight(element: &str) -> f64 {
    match element {
        "H" => 1.008,
        "C" => 12.011,
        "N" => 14.007,
        "O" => 15.999,
        "P" => 30.974,
        "Na" => 22.990,
        "Mg" => 24.305,
        "K" => 39.098,
        "Ca" => 40.078,
        "Li" => 6.94,
        "Fe" => 55.845,
        "Co" => 58.933,
        "I" => 126.90,
        "Pb" => 207.2,
        other => panic!("no weight of {other}"),
    }
}

fn mass(formula: &str) -> f64 {
    let mut total = 0.0;
    let mut rest = formula;
    while !rest.is_empty() {
        let letters = 1 + rest[1..].chars().take_while(char::is_ascii_lowercase).count();
        let digits = rest[letters..].chars().take_while(char::is_ascii_digit).count();
        let count = rest[letters..letters + digits].parse().unwrap_or(1.0);
        total += weight(&rest[..letters]) * count;
        rest = &rest[letters + digits..];
    }
    total
}

#[test]
fn molar_masses_follow_from_formulas() {
    let mut checked = 0;
    for row in rows("analyte").iter().filter(|row| !row["formula"].is_empty()) {
        let (molar, formula): (f64, _) = (row["molar_mass"].parse().unwrap(), &row["formula"]);
        assert!(
            (molar - mass(formula)).abs() < 0.002,
            "{formula}: {molar} and {}",
            mass(formula)
        );
        checked += 1;
    }
    assert!(checked >= 30, "{checked}");
}

/// Grams and moles in one of a unit, for each litre where it is a concentration.
fn amount(unit: &str) -> (bool, f64) {
    let (top, bottom) = unit.split_once('/').unwrap();
    let scale = |unit: &str| match unit {
        "g" | "mol" | "L" => 1.0,
        "dL" => 1e-1,
        "mg" | "mmol" | "meq" | "mL" => 1e-3,
        "ug" | "umol" => 1e-6,
        "ng" | "nmol" => 1e-9,
        "pg" | "pmol" => 1e-12,
        other => panic!("{other}"),
    };
    (
        top.ends_with("mol") || top.ends_with("eq"),
        scale(top) / scale(bottom),
    )
}

#[test]
fn every_factor_follows_from_the_molar_mass_and_agrees_with_the_published_one() {
    let masses: BTreeMap<_, _> = rows("analyte")
        .into_iter()
        .map(|row| (row["row_id"].clone(), row["molar_mass"].clone()))
        .collect();
    let (mut checked, mut compared) = (0, 0);
    for row in rows("analyte_factor") {
        let (id, from, to) = (&row["row_id"], row["from_unit"].as_str(), row["to_unit"].as_str());
        let factor: f64 = row["factor"].parse().unwrap();
        let must = match (id.as_str(), from) {
            ("hemoglobin-a1c-mmol-per-mol", _) => 0.09148,
            ("albumin-creatinine-ratio-mg-per-mmol", _) => {
                1000.0 / masses[&row["analyte"]].parse::<f64>().unwrap()
            }
            (id, _) => {
                // Calcium and magnesium carry two charges: half a mole in each equivalent.
                let two = from == "meq/L" && (id.starts_with("calcium") || id.starts_with("magnesium"));
                let charge = if two { 0.5 } else { 1.0 };
                let ((from_moles, from), (to_moles, to)) = (amount(from), amount(to));
                let mass = || masses[&row["analyte"]].parse::<f64>().unwrap();
                charge * from / to
                    * match (from_moles, to_moles) {
                        (true, false) => mass(),
                        (false, true) => 1.0 / mass(),
                        _ => 1.0,
                    }
            }
        };
        assert!((factor / must - 1.0).abs() < 1e-6, "{id}: {factor} and {must}");
        if !row["published"].is_empty() {
            let published: f64 = row["published"].parse().unwrap();
            // labunits goes from mass to moles and rounds to two to four digits.
            let ratio = (factor * published)
                .max(factor / published)
                .min(1.0 / (factor * published).min(factor / published));
            assert!(
                [factor * published, factor / published]
                    .iter()
                    .any(|ratio| (ratio - 1.0).abs() < 0.01),
                "{id}: {ratio}"
            );
            compared += 1;
        }
        checked += 1;
    }
    assert_eq!(checked, rows("analyte_factor").len());
    println!("factors: {checked} by molar mass, {compared} of them also with labunits 0.2.1");
}

#[test]
fn every_factor_is_used() {
    let analytes: BTreeMap<_, _> = rows("analyte")
        .into_iter()
        .map(|row| (row["row_id"].clone(), row))
        .collect();
    for row in rows("analyte_factor") {
        let analyte = &analytes[&row["analyte"]];
        let value = one(
            &written(codes(analyte)[0], "1", &row["from_unit"], "2026-01-02"),
            &woman(),
        );
        let converted = value.converted.unwrap_or_else(|| panic!("{}", row["row_id"]));
        assert_eq!(converted.unit, analyte["unit"]);
    }
}

#[test]
fn every_code_leads_to_its_analyte() {
    let mut count = 0;
    for row in rows("analyte") {
        for code in codes(&row) {
            let value = one(&written(code, "1", &row["unit"], "2026-01-02"), &woman());
            assert_eq!(value.analyte, Some(row["row_id"].as_str()), "{code}");
            count += 1;
        }
    }
    println!("{count} codes of {} analytes", rows("analyte").len());
}

#[test]
fn every_written_unit_is_understood() {
    for row in rows("unit_alias") {
        let mut resource = observation("777-3", "1", "x", "2026-01-02");
        resource["valueQuantity"] = serde_json::json!({"value": 1, "unit": row["written"]});
        let range = serde_json::json!([{"high": {"value": 2, "code": row["ucum"]}}]);
        resource["code"] = loinc("99999-9");
        resource["referenceRange"] = range;
        let value = one(&statement("e", &resource), &woman());
        assert_eq!(
            (value.basis, value.flag),
            (Some(Basis::Own), None),
            "{}",
            row["written"]
        );
    }
}

/// A hair below or above a limit.
fn beside(limit: &str, up: bool) -> String {
    let places = limit.split_once('.').map_or(0, |(_, part)| part.len()) + 1;
    let step = 10_f64.powi(-i32::try_from(places).unwrap());
    let value: f64 = limit.parse().unwrap();
    format!("{:.places$}", if up { value + step } else { value - step })
}

#[test]
fn every_row_of_ranges_has_a_value_inside_and_outside() {
    let all = rows("reference_range");
    for row in &all {
        let person = if row["sex"] == "male" { man() } else { woman() };
        let id = row["row_id"].as_str();
        let says = |value: &str, code: &str| {
            let value = one(&written(code, value, &row["unit"], "2026-01-02"), &person);
            let by = match value.basis {
                Some(Basis::Typical(rule)) => rule.row,
                other => panic!("{id}: {other:?}"),
            };
            (by, value.flag)
        };
        for code in codes(row) {
            for (column, flag, up) in [("low", Flag::Low, false), ("high", Flag::High, true)] {
                let limit = &row[column];
                if !limit.is_empty() {
                    assert_eq!(says(limit, code), (id, None), "{code} {limit}");
                    assert_eq!(
                        says(&beside(limit, up), code),
                        (id, Some(flag)),
                        "{code} beside {limit}"
                    );
                }
            }
            let critical = [
                ("critical_low", Flag::CriticalLow, true),
                ("critical_high", Flag::CriticalHigh, false),
            ];
            for (column, flag, back) in critical {
                let limit = &row[column];
                if !limit.is_empty() {
                    assert_eq!(says(limit, code), (id, Some(flag)), "{code} {limit}");
                    let inside = one(
                        &written(code, &beside(limit, back), &row["unit"], "2026-01-02"),
                        &person,
                    );
                    assert_ne!(inside.flag, Some(flag), "{code} beside {limit}");
                }
            }
        }
    }
    println!("{} rows of ranges", all.len());
}

#[test]
fn every_row_of_the_plausible_has_a_value_inside_and_outside() {
    for row in rows("plausible") {
        let implausible = |value: &str| {
            one(
                &written(codes(&row)[0], value, &row["unit"], "2026-01-02"),
                &woman(),
            )
            .implausible
            .map(|rule| rule.row)
        };
        let id = row["row_id"].as_str();
        for (column, up) in [("min", false), ("max", true)] {
            assert_eq!(implausible(&row[column]), None, "{id}");
            if beside(&row[column], up).starts_with('-') {
                continue;
            }
            assert_eq!(implausible(&beside(&row[column], up)), Some(id), "{id}");
        }
        let adults_only = one(
            &written(
                codes(&row)[0],
                &beside(&row["max"], true),
                &row["unit"],
                "2026-01-02",
            ),
            &child(),
        );
        assert_eq!(adults_only.implausible.is_none(), row["age_min"] == "18", "{id}");
    }
}

#[test]
fn every_finding_names_a_source_that_is_listed() {
    let known: Vec<&str> = sources().unwrap().iter().map(|source| source.id).collect();
    let statements: Vec<Statement> = rows("analyte")
        .iter()
        .map(|row| written(codes(row)[0], "100000", &row["unit"], "2026-01-02"))
        .collect();
    let found = findings(&statements, &woman(), ON).unwrap().found;
    assert!(found.len() > 60, "{}", found.len());
    assert!(
        found
            .iter()
            .all(|finding| known.contains(&finding.rule.source) && !finding.rule.locator.is_empty())
    );
}
