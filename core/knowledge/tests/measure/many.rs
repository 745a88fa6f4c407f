//! Any record gives an answer, and the same in whatever order it is read.

use std::path::Path;

use jiff::civil::date;
use pocketchart_fhir::view::View;
use pocketchart_knowledge::measure::{findings, glucose_weeks, judged, pressure_week, series};
use pocketchart_knowledge::{Person, Sex, Statement};

use crate::statements::*;

const CODES: [&str; 14] = [
    "2345-7", "14749-6", "2823-3", "8310-5", "29463-7", "8302-2", "4548-4", "59261-8", "99504-3", "718-7",
    "3016-3", "17861-6", "6206-7", "0-0",
];
const UNITS: [&str; 16] = [
    "mg/dL", "mmol/L", "%", "[degF]", "Cel", "kg", "[lb_av]", "cm", "mmol/mol", "m[IU]/L", "meq/L", "", "1",
    "µg/L", "[pH]", "((",
];

fn number(random: &mut fastrand::Rng) -> String {
    match random.u8(0..8) {
        0 => format!("{}", random.u32(0..400)),
        1 => format!("{:.2}", random.f64() * 20.0),
        2 => format!("-{:.1}", random.f64() * 5.0),
        3 => format!("{}e{}", random.u32(1..99), random.i32(-40..40)),
        4 => "0".into(),
        5 => "1e999999999".into(),
        6 => format!("{}.{}", random.u64(..), random.u64(..)),
        _ => format!("{:.1}", 36.0 + random.f64() * 3.0),
    }
}

fn any(random: &mut fastrand::Rng, entry: usize) -> Statement {
    let day = format!(
        "20{:02}-{:02}-{:02}",
        random.u8(10..28),
        random.u8(1..13),
        random.u8(1..29)
    );
    let when = match random.u8(0..5) {
        0 => day[..random.usize(0..=10)].to_owned(),
        1 => format!("{day}T{:02}:{:02}:00Z", random.u8(0..25), random.u8(0..60)),
        _ => day,
    };
    if random.u8(0..4) == 0 {
        pressure(
            &format!("e{entry}"),
            &format!("{}", random.u32(60..260)),
            &format!("{}", random.u32(30..160)),
            &when,
        )
    } else {
        let (code, unit) = (
            CODES[random.usize(..CODES.len())],
            UNITS[random.usize(..UNITS.len())],
        );
        let mut text = observation(code, "123454321", unit, &when);
        if random.u8(0..6) == 0 {
            text["valueQuantity"]["comparator"] = ["<", ">", "<=", ">=", "ad"][random.usize(..5)].into();
        }
        if random.u8(0..4) == 0 {
            text["referenceRange"] =
                serde_json::json!([{"low": quantity("3", unit), "high": quantity("6", "mmol/L")}]);
        }
        let text = text.to_string().replace("123454321", &number(random));
        Statement {
            entry: format!("e{entry}"),
            view: View::of(text.as_bytes()).unwrap(),
        }
    }
}

fn someone(random: &mut fastrand::Rng) -> Person {
    Person {
        born: (random.u8(0..5) > 0).then(|| date(random.i16(1930..2026), random.i8(1..13), random.i8(1..29))),
        sex: [None, Some(Sex::Female), Some(Sex::Male)][random.usize(..3)],
    }
}

fn answer(statements: &[Statement], person: &Person) -> String {
    format!(
        "{:?}\n{:?}\n{:?}\n{:?}\n{:?}",
        judged(statements, person, ON),
        findings(statements, person, ON),
        series(statements, person, None, ON),
        pressure_week(statements, person, ON),
        glucose_weeks(statements, person, ON)
    )
}

#[test]
fn ten_thousand_records_give_the_same_answer_in_any_order() {
    let seed = fastrand::u64(..);
    println!("seed {seed}");
    let mut random = fastrand::Rng::with_seed(seed);
    for _ in 0..10_000 {
        let count = random.usize(0..16);
        let mut statements: Vec<Statement> = (0..count).map(|entry| any(&mut random, entry)).collect();
        let person = someone(&mut random);
        let first = answer(&statements, &person);
        random.shuffle(&mut statements);
        assert_eq!(answer(&statements, &person), first, "seed {seed}");
    }
}

/// Synthetic people of MITRE's Synthea, in `../shared`: every finding names an entry that is there, and is listed.
#[test]
fn synthetic_people_are_listed() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/synthea");
    let Ok(files) = std::fs::read_dir(&folder) else {
        assert!(std::env::var_os("CI").is_none(), "../shared is missing");
        println!("not run: ../shared is not here");
        return;
    };
    let mut files: Vec<_> = files.map(|file| file.unwrap().path()).collect();
    files.sort();
    for file in files {
        let bundle: serde_json::Value = serde_json::from_slice(&std::fs::read(&file).unwrap()).unwrap();
        let mut person = Person::default();
        let mut statements = Vec::new();
        for (place, entry) in bundle["entry"].as_array().unwrap().iter().enumerate() {
            let resource = &entry["resource"];
            if resource["resourceType"] == "Patient" {
                person.born = resource["birthDate"].as_str().unwrap().parse().ok();
                person.sex = Some(if resource["gender"] == "male" {
                    Sex::Male
                } else {
                    Sex::Female
                });
            }
            if let Ok(view) = View::of(resource.to_string().as_bytes()) {
                statements.push(Statement {
                    entry: format!("{place}"),
                    view,
                });
            }
        }
        let on = date(2026, 11, 26);
        let findings = findings(&statements, &person, on).unwrap();
        let all = series(&statements, &person, None, on).unwrap().series;
        let trends: Vec<_> = all
            .iter()
            .filter_map(|it| Some((&it.name, it.trend.as_ref()?)))
            .collect();
        let values = judged(&statements, &person, on).unwrap().len();
        println!(
            "{}: {} statements, {values} values, {} findings, {} trends, {} not checked",
            file.file_name().unwrap().to_string_lossy(),
            statements.len(),
            findings.found.len(),
            trends.len(),
            findings.not_checked.len()
        );
        for finding in &findings.found {
            assert!(
                finding
                    .entries
                    .iter()
                    .all(|entry| entry.parse::<usize>().unwrap() < statements.len())
            );
            println!(
                "    {} by {}/{}: {:?}",
                finding.says.id, finding.rule.table, finding.rule.row, finding.says.arguments
            );
        }
        for (name, trend) in &trends {
            println!("    {name} {:?} {:?}", trend.direction, trend.change);
        }
        for not in &findings.not_checked {
            println!("    {} {:?}", not.why.id, not.why.arguments);
        }
        assert!(values > 0);
    }
}
