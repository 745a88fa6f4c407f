//! How each cost grows from 1,000 to 100,000 entries.

use crate::measure::{bytes, median, millis};
use crate::ours;
use crate::report::{Line, Report, plot};
use pocketchart_record::Section;
use std::fmt::Write;
use std::time::Duration;

const SIZES: [usize; 5] = [1_000, 5_000, 10_000, 50_000, 100_000];

struct Point {
    entries: usize,
    open: Duration,
    allergies: Duration,
    add: Duration,
    bulk: Duration,
    rebuild: Duration,
    stored: u64,
    quiet: usize,
    fetch: usize,
}

pub fn run(report: &mut Report) -> String {
    let points: Vec<Point> = SIZES.iter().map(|entries| measure(report, *entries)).collect();
    let (one, ten) = (&points[2], &points[4]);
    let times = |a: Duration, b: Duration| b.as_secs_f64() / a.as_secs_f64();
    let (open, add) = (times(one.allergies, ten.allergies), times(one.add, ten.add));
    report.row(
        "ten times the record (10,000 to 100,000): open allergies, add one entry",
        format!("{open:.2} × and {add:.2} ×"),
        "the same",
        Some(open <= 1.5 && add <= 1.5),
        "",
    );
    let (bulk, rebuild) = (times(one.bulk, ten.bulk), times(one.rebuild, ten.rebuild));
    let stored = ten.stored as f64 / one.stored as f64;
    report.row(
        "ten times the record: write all, rebuild, bytes on disk",
        format!("{bulk:.1} ×, {rebuild:.1} ×, {stored:.1} ×"),
        "≤ 10 ×",
        Some(bulk <= 10.0 && rebuild <= 10.0 && stored <= 10.0),
        "",
    );
    draw(&points);
    table(&points)
}

fn measure(report: &mut Report, entries: usize) -> Point {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("record");
    let runs = if entries > 10_000 { 1 } else { 5 };
    let made = std::cell::Cell::new(None);
    let bulk = median(
        runs,
        || {
            if let Some(record) = made.take() {
                drop(record);
                std::fs::remove_dir_all(&path).expect("removed");
            }
            ours::create(&path)
        },
        |mut record| {
            for batch in 0..entries / 500 {
                record.append((0..500).map(|n| ours::observation(batch * 500 + n)).collect()).expect("appended");
            }
            made.set(Some(record));
        },
    );
    let mut record = made.into_inner().expect("a record");
    let mut number = entries;
    let add = median(
        51,
        || {
            number += 1;
            ours::observation(number)
        },
        |entry| drop(record.append(vec![entry]).expect("appended")),
    );
    let mut other = ours::pair(&mut record, &folder.path().join("other"));
    let fetch = ours::sync(&mut record, &mut other);
    assert!(fetch.same);
    let quiet = ours::sync(&mut record, &mut other);
    drop(other);
    let rebuild = median(runs, || (), |()| record.rebuild().expect("rebuilt"));
    drop(record);
    let open = median(11, || (), |()| drop(ours::open(&path)));
    let record = ours::open(&path);
    let allergies = median(21, || (), |()| drop(record.head(Section::Results).expect("a page")));
    drop(record);
    if entries == 50_000 {
        crate::import::large_record(report, &path);
    }
    let stored = std::fs::metadata(path.join("record.db")).map_or(0, |it| it.len());
    println!("{entries} entries measured");
    Point { entries, open, allergies, add, bulk, rebuild, stored, quiet: quiet.bytes, fetch: fetch.bytes }
}

fn table(points: &[Point]) -> String {
    let mut table = String::from(
        "How each cost grows (CPU time; one section holds all entries):\n\n\
         | entries | open | first page | add one | write all | rebuild | on disk | nothing new | new device fetches |\n\
         |---|---|---|---|---|---|---|---|---|\n",
    );
    for it in points {
        let _ = writeln!(
            table,
            "| {} | {} | {} | {} | {} | {} | {} | {} B | {} |",
            it.entries,
            millis(it.open),
            millis(it.allergies),
            millis(it.add),
            millis(it.bulk),
            millis(it.rebuild),
            bytes(it.stored as usize),
            it.quiet,
            bytes(it.fetch),
        );
    }
    table.push_str("\n![Time](performance-time.svg)\n\n![Bytes](performance-bytes.svg)\n");
    table
}

fn draw(points: &[Point]) {
    let line = |name, value: fn(&Point) -> f64| -> Line {
        (name, points.iter().map(|it| (it.entries as f64, value(it))).collect())
    };
    plot(
        "time",
        "CPU time by size of the record",
        "milliseconds",
        &[
            line("add one entry", |it| it.add.as_secs_f64() * 1000.0),
            line("show the first page", |it| it.allergies.as_secs_f64() * 1000.0),
            line("open", |it| it.open.as_secs_f64() * 1000.0),
            line("rebuild all views", |it| it.rebuild.as_secs_f64() * 1000.0),
        ],
    );
    plot(
        "bytes",
        "Bytes by size of the record",
        "bytes",
        &[
            line("on disk", |it| it.stored as f64),
            line("a new device fetches", |it| it.fetch as f64),
            line("nothing new", |it| it.quiet as f64),
        ],
    );
}
