//! What rules cost: all of a record, once more after one entry, one prescription before it is written, and a child's vaccines.

use crate::data;
use crate::measure::{bytes, heap, median, millis};
use crate::ours;
use crate::report::Report;
use pocketchart::build::{Concept, Medicine};
use pocketchart::knowledge::cdsi::{Dose, History, forecast};
use pocketchart::{Chart, CreateChart, Draft, Home, ImportOptions, KdfLevel, NoFreshness};
use std::fs::File;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

const DAY: &str = "2026-11-26";

fn medicine(name: &str) -> Draft {
    Draft::Medicine(Medicine { what: Concept::words(name), ..Medicine::default() })
}

fn home(folder: &Path) -> Home {
    Home::new(folder, Arc::new(NoFreshness))
}

fn open(folder: &Path) -> Chart {
    Chart::open(&home(folder), &ours::unlock()).expect("a chart")
}

pub fn run(report: &mut Report) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("record");
    let unlock = ours::unlock();
    let with = CreateChart { unlock: &unlock, kdf: KdfLevel::Fast, device_name: "bench" };
    let mut chart = Chart::create(&home(&path), &with).expect("a chart").0;
    let most = |file: &std::path::PathBuf| data::resources(file).len();
    let bundle = data::bundles().into_iter().max_by_key(most).expect("a bundle");
    let input = File::open(&bundle).expect("a file");
    let entries = chart.import(std::io::BufReader::new(input), &ImportOptions::default(), &mut |_| ()).expect("imported").new;
    drop(chart);

    let chart = open(&path);
    // The tables are unpacked once for a process.
    let (memory, _) = heap(|| chart.checkup(DAY).expect("checked"));
    drop(chart);
    let first = median(9, || open(&path), |chart| drop(chart.checkup(DAY).expect("checked")));
    let mut chart = open(&path);
    drop(chart.checkup(DAY).expect("checked"));
    row(report, &format!("all findings of a record of {entries} entries, read from the store, CPU"), first, Duration::from_millis(20));
    let mut number = 0;
    let mut again = Vec::new();
    for _ in 0..21 {
        number += 1;
        add_weight(&mut chart, number);
        again.push(crate::measure::once(|| drop(chart.checkup(DAY).expect("checked"))).0);
    }
    again.sort();
    row(report, "the same once more after one entry was added, CPU", again[10], Duration::from_millis(20));
    report.row(
        "memory for findings: the tables, and what is kept of that record, heap",
        bytes(memory),
        "≤ 10 MB",
        Some(memory <= 10_000_000),
        "",
    );
    let order = [medicine("Warfarin")];
    let one = median(51, || (), |()| drop(chart.what_if(DAY, &order).expect("checked")));
    row(report, "one new prescription against that record, CPU", one, Duration::from_millis(1));
    for name in substances() {
        chart.add(medicine(&name)).expect("added");
    }
    let many = median(51, || (), |()| drop(chart.what_if(DAY, &order).expect("checked")));
    row(report, "one new prescription beside 100 medicines more, CPU", many, Duration::from_millis(1));
    let history = child();
    let on = "2026-11-26".parse().expect("a day");
    let doses = history.doses.len();
    let time = median(21, || (), |()| drop(forecast(&history, on).expect("a forecast")));
    row(report, &format!("vaccine forecast of a child with {doses} doses, CPU"), time, Duration::from_millis(5));
}

/// One more observation, as a file with nothing else in it.
fn add_weight(chart: &mut Chart, number: usize) {
    let body = ours::observation(number).body.expect("a body");
    let options = ImportOptions { same_person: true, ..ImportOptions::default() };
    chart.import(std::io::Cursor::new(body), &options, &mut |_| ()).expect("imported");
}

/// A hundred substances of the tables, from all over the alphabet.
fn substances() -> Vec<String> {
    let table = Path::new(env!("CARGO_MANIFEST_DIR")).join("../knowledge/substance.tsv");
    let table = std::fs::read_to_string(table).expect("the table of substances");
    let names = table.lines().skip(1).filter_map(|row| row.split('\t').nth(2));
    names.step_by(12).take(100).map(str::to_owned).collect()
}

/// A child of six years who had every dose of the schedule in its month: CVX codes with months of age.
fn child() -> History {
    const DOSES: [(&str, &[i32]); 10] = [
        ("08", &[0, 1, 6]),
        ("116", &[2, 4, 6]),
        ("20", &[2, 4, 6, 15, 50]),
        ("48", &[2, 4, 6, 13]),
        ("216", &[2, 4, 6, 13]),
        ("10", &[2, 4, 6, 50]),
        ("03", &[13, 50]),
        ("21", &[13, 50]),
        ("83", &[13, 20]),
        ("150", &[10, 11, 22, 34, 46, 58]),
    ];
    let born: jiff::civil::Date = "2020-11-26".parse().expect("a day");
    let mut history = History::of(born);
    for (cvx, months) in DOSES {
        for month in months {
            let on = born.checked_add(jiff::Span::new().months(*month)).expect("a day");
            history.doses.push(Dose::of(on, cvx, &format!("{cvx}-{month}")));
        }
    }
    history
}

fn row(report: &mut Report, job: &str, time: Duration, most: Duration) {
    report.row(job, millis(time), &format!("≤ {} ms", most.as_millis()), Some(time <= most), "");
}
