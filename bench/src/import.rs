//! Import speed and memory, and a large record.

use crate::data;
use crate::measure::{bytes, median, millis, once, peak};
use crate::ours;
use crate::report::Report;
use pocketchart::{Chart, CreateChart, Home, ImportOptions, KdfLevel, NoFreshness};
use std::fs::File;
use std::io::{BufReader, BufWriter, Write};
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

pub fn chart(folder: &Path) -> Chart {
    let home = Home::new(folder, Arc::new(NoFreshness));
    let unlock = ours::unlock();
    let with = CreateChart { unlock: &unlock, kdf: KdfLevel::Fast, device_name: "bench" };
    Chart::create(&home, &with).expect("a chart").0
}

pub fn import(chart: &mut Chart, file: &Path) -> u64 {
    let input = BufReader::new(File::open(file).expect("a file"));
    let options = ImportOptions { same_person: true, ..ImportOptions::default() };
    chart.import(input, &options, &mut |_| ()).expect("imported").new
}

pub fn run(report: &mut Report) {
    let folder = tempfile::tempdir().expect("a folder");
    let bundle = data::bundles().pop().expect("a bundle");
    let size = std::fs::metadata(&bundle).map_or(0, |it| it.len());
    let mut number = 0;
    let mut count = 0;
    let time = median(
        3,
        || {
            number += 1;
            chart(&folder.path().join(number.to_string()))
        },
        |mut chart| count = import(&mut chart, &bundle),
    );
    report.row(
        &format!("import a bundle of {} ({count} resources), durable and searchable, CPU", bytes(size as usize)),
        millis(time),
        "≤ 1 s",
        Some(time <= Duration::from_secs(1)),
        "",
    );
    let file = folder.path().join("large.ndjson");
    let lines = write_large(&file, 300 << 20);
    let size = std::fs::metadata(&file).map_or(0, |it| it.len());
    let mut large = chart(&folder.path().join("large"));
    let (memory, (time, count)) = peak(|| once(|| import(&mut large, &file)));
    assert_eq!(count, lines);
    report.row(
        &format!("import {} of NDJSON ({lines} resources), the most heap in use", bytes(size as usize)),
        format!("{} in {:.0} s of CPU", bytes(memory), time.as_secs_f64()),
        "≤ 200 MB",
        Some(memory <= 200_000_000),
        "",
    );
    let stored = std::fs::metadata(folder.path().join("large/record.db")).map_or(0, |it| it.len());
    report.row("the store of that record on disk", bytes(stored as usize), "", None, "");
}

fn write_large(file: &Path, size: usize) -> u64 {
    let mut to = BufWriter::new(File::create(file).expect("a file"));
    let (mut written, mut lines) = (0, 0);
    while written < size {
        let body = ours::observation(lines as usize).body.unwrap_or_default();
        written += body.len() + 1;
        to.write_all(&body).and_then(|()| to.write_all(b"\n")).expect("written");
        lines += 1;
    }
    to.flush().expect("written");
    lines
}

/// Opens a record of 50,000 entries and shows the first page of each section through the facade.
pub fn large_record(report: &mut Report, folder: &Path) {
    let home = Home::new(folder, Arc::new(NoFreshness));
    let open = median(11, || (), |()| drop(Chart::open(&home, &ours::unlock()).expect("a chart")));
    let mut chart = Chart::open(&home, &ours::unlock()).expect("a chart");
    add_ranked(&mut chart);
    let overviews = chart.sections().expect("sections");
    let slowest = overviews
        .iter()
        .map(|overview| {
            let page = median(11, || (), |()| {
                let options = pocketchart::ListOptions::default();
                drop(chart.list(overview.section, &options).expect("a page"));
            });
            (page, overview.section.name(), overview.rows)
        })
        .max();
    let (page, section, rows) = slowest.expect("a section");
    report.row(
        "open a record of 50,000 entries, key at hand, CPU",
        millis(open),
        "≤ 0.3 s",
        Some(open <= Duration::from_millis(300)),
        "",
    );
    report.row(
        "show the first page of any section of it, CPU: the slowest",
        millis(page),
        "≤ 20 ms",
        Some(page <= Duration::from_millis(20)),
        &format!("{section}, {rows} entries"),
    );
}

/// Prescriptions and diagnoses of a long life: sections whose order follows from what is still going on.
fn add_ranked(chart: &mut Chart) {
    let mut lines = String::new();
    for number in 0..2_000 {
        let day = format!("{}-{:02}-{:02}", 1950 + number % 75, 1 + number % 12, 1 + number % 28);
        let state = if number % 10 == 0 { ("active", "active") } else { ("stopped", "resolved") };
        lines += &format!(
            r#"{{"resourceType":"MedicationRequest","id":"m{number}","status":"{}","intent":"order","subject":{{"reference":"Patient/1"}},"authoredOn":"{day}","medicationCodeableConcept":{{"text":"Medicine {number}"}}}}"#,
            state.0
        );
        lines.push('\n');
        lines += &format!(
            r#"{{"resourceType":"Condition","id":"c{number}","clinicalStatus":{{"coding":[{{"code":"{}"}}]}},"subject":{{"reference":"Patient/1"}},"onsetDateTime":"{day}","code":{{"text":"Condition {number}"}}}}"#,
            state.1
        );
        lines.push('\n');
    }
    let options = ImportOptions { same_person: true, ..ImportOptions::default() };
    chart.import(std::io::Cursor::new(lines), &options, &mut |_| ()).expect("imported");
}
