//! What one picture of several sources costs: the items of 25,000 entries, and of one entry more.

use crate::data;
use crate::import::chart;
use crate::measure::{bytes, heap, median, millis, once};
use crate::ours;
use crate::report::Report;
use pocketchart::{Chart, Home, ImportOptions, ListOptions, NoFreshness, Section};
use serde_json::{Value, json};
use std::io::{Cursor, Write};
use std::sync::Arc;
use std::time::Duration;

const ENTRIES: usize = 25_000;
const SYSTEMS: [&str; 4] = ["harbour", "hill", "river", "station"];

pub fn run(report: &mut Report) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("record");
    let mut filled = chart(&path);
    add(&mut filled, statements());
    drop(filled);

    let open = || Chart::open(&Home::new(&path, Arc::new(NoFreshness)), &ours::unlock()).expect("a chart");
    let all = ListOptions { limit: usize::MAX, ..ListOptions::default() };
    let listed = |chart: Chart| Section::ALL.map(|it| chart.list(it, &all).expect("a list").items.len());
    let joined: usize = listed(open()).iter().sum();
    let entries: u64 = open().sections().expect("sections").iter().map(|it| it.current).sum();
    let anew = median(5, open, |chart| whole(&chart));
    report.row(
        &format!("the items of all sections of {entries} entries from {} systems, read from the store, CPU", SYSTEMS.len()),
        millis(anew),
        "≤ 150 ms",
        Some(anew <= Duration::from_millis(150)),
        format!("{joined} items"),
    );
    let mut chart = open();
    let (memory, ()) = heap(|| whole(&chart));
    report.row("what is kept of those items while the record is open, heap", bytes(memory), "", None, "");
    let mut following = Vec::new();
    for number in 0..21 {
        add(&mut chart, one_more(number));
        following.push(once(|| whole(&chart)).0);
    }
    following.sort();
    report.row(
        "the same items once more after one entry was added, CPU",
        millis(following[10]),
        "≤ 1 ms",
        Some(following[10] <= Duration::from_millis(1)),
        format!("made anew: {}", millis(anew)),
    );
}

/// The items of all sections, down to the last.
fn whole(chart: &Chart) {
    for section in Section::ALL {
        items(chart, section);
    }
}

/// Makes the items of a section right, and shows none of them.
fn items(chart: &Chart, section: Section) {
    let none = ListOptions { offset: 2 * ENTRIES, limit: 0, ..ListOptions::default() };
    drop(chart.list(section, &none).expect("a page"));
}

fn add(chart: &mut Chart, lines: Vec<u8>) {
    let options = ImportOptions { same_person: true, ..ImportOptions::default() };
    chart.import(Cursor::new(lines), &options, &mut |_| ()).expect("imported");
}

/// What all sample patients have, as if it were of one person, and as each of the systems would hold it.
fn statements() -> Vec<u8> {
    let resources = data::bundles()
        .into_iter()
        .chain(data::written_by_synthea())
        .flat_map(|file| data::resources(&file))
        .filter(|resource| resource.kind != "fhir/Patient")
        .map(|resource| serde_json::from_slice(&resource.body).expect("a resource"));
    let resources: Vec<Value> = resources.take(ENTRIES / SYSTEMS.len()).collect();
    let of_systems = SYSTEMS.iter().flat_map(|system| resources.iter().map(move |it| held_by(system, it.clone())));
    let mut lines = Vec::new();
    for resource in of_systems {
        writeln!(lines, "{resource}").expect("written");
    }
    lines
}

fn held_by(system: &str, mut resource: Value) -> Value {
    resource["meta"] = json!({ "source": format!("https://{system}.example/fhir") });
    if let Some(medicine) = resource.pointer_mut("/medicationReference/reference") {
        *medicine = medicine.as_str().unwrap_or_default().replace("urn:uuid:", "Medication/").into();
    }
    resource
}

/// One more result, of a day on which there are others.
fn one_more(number: usize) -> Vec<u8> {
    let mut result: Value = serde_json::from_slice(&ours::observation(number).body.expect("a body")).expect("a resource");
    result["id"] = format!("more-{number}").into();
    held_by(SYSTEMS[number % SYSTEMS.len()], result).to_string().into_bytes()
}
