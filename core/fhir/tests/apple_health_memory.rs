//! A large export of Apple Health in little memory. By itself, as the memory of a process is what all its tests take.

#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a test")]

use pocketchart_fhir::readings::{AppleError, Found, for_each_in_apple_health};
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;

/// The most memory that this process ever had, in kibibytes.
fn peak() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    line.split_whitespace().nth(1)?.parse().ok()
}

/// An export with so many bytes of records, and their number. Only what is packed is ever in memory.
fn export(bytes: usize) -> (Vec<u8>, u64) {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let fast = SimpleFileOptions::default()
        .compression_level(Some(1))
        .large_file(true);
    zip.start_file("apple_health_export/export.xml", fast).unwrap();
    zip.write_all(b"<HealthData locale=\"en_GB\">\n").unwrap();
    let (mut written, mut count) = (0, 0_u64);
    while written < bytes {
        let line = format!(
            "<Record type=\"HKQuantityTypeIdentifierHeartRate\" sourceName=\"Watch\" unit=\"count/min\" \
             startDate=\"2026-03-{:02} {:02}:{:02}:{:02} +0000\" value=\"{}\"/>\n",
            count / 86_400 % 28 + 1,
            count / 3_600 % 24,
            count / 60 % 60,
            count % 60,
            60 + count % 7,
        );
        zip.write_all(line.as_bytes()).unwrap();
        written += line.len();
        count += 1;
    }
    zip.write_all(b"</HealthData>").unwrap();
    (zip.finish().unwrap().into_inner(), count)
}

/// `EXPORT_MIB` asks for more: `EXPORT_MIB=1024` is a gigabyte.
#[test]
fn memory_does_not_grow_with_the_export() {
    let wanted = std::env::var("EXPORT_MIB").ok().and_then(|it| it.parse().ok());
    let (file, count) = export(wanted.unwrap_or(16_usize) << 20);
    let Some(before) = peak() else {
        println!("not run: the system does not tell how much memory a process has");
        return;
    };
    let mut told = 0;
    for_each_in_apple_health(Cursor::new(&file), "Patient/1", &mut |found| {
        told += u64::from(matches!(found, Found::Derived(_)));
        true
    })
    .unwrap();
    let grown = peak().unwrap() - before;
    println!(
        "{told} readings of a file of {} bytes: {grown} KiB more than before",
        file.len()
    );
    assert_eq!(told, count);
    assert!(grown < 8 << 10, "{grown} KiB");
    // The negative control: keeping a part of them is seen.
    let mut kept = Vec::new();
    let stopped = for_each_in_apple_health(Cursor::new(&file), "Patient/1", &mut |found| {
        kept.push(found);
        kept.len() < 100_000
    });
    assert_eq!(stopped, Err(AppleError::Stopped));
    assert!(peak().unwrap() - before > 16 << 10, "{} kept", kept.len());
}
