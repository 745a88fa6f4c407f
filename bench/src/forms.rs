//! How fast each form of file comes in: sealed, durable and searchable, beside a plain parser that only reads the same bytes, and for
//! C-CDA beside PyPI `ccda-to-fhir` where `tests/ccda/run.sh` has installed it.

use crate::data;
use crate::host::tools;
use crate::import;
use crate::measure::{bytes, median};
use crate::report::Report;
use std::fs::{self, File};
use std::io::{BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

/// Files of one form, and what reads their bytes and keeps nothing.
struct Sample {
    form: &'static str,
    files: Vec<PathBuf>,
    plain: (&'static str, fn(&Path)),
}

pub fn run(report: &mut Report) {
    let folder = tempfile::tempdir().expect("a folder");
    for sample in samples(folder.path()) {
        let size: u64 = sample.files.iter().map(|file| fs::metadata(file).map_or(0, |it| it.len())).sum();
        let mut number = 0;
        let mut count = 0;
        let ours = median(
            3,
            || {
                number += 1;
                import::chart(&folder.path().join(format!("{}-{number}", sample.form)))
            },
            |mut chart| count = sample.files.iter().map(|file| import::import(&mut chart, file)).sum::<u64>(),
        );
        let (parser, read) = sample.plain;
        let plain = median(3, || (), |()| sample.files.iter().for_each(|file| read(file)));
        let mut others = format!("{parser} alone {}", speed(size, plain));
        if sample.form == "C-CDA" {
            others += &second_opinion(&sample.files).map_or_else(
                || "; PyPI ccda-to-fhir is not installed".to_owned(),
                |time| format!("; PyPI ccda-to-fhir, which keeps nothing, {}", speed(size, time)),
            );
        }
        let job = format!("import {} of {}: {count} resources, durable and searchable", bytes(size as usize), sample.form);
        report.row(&job, speed(size, ours), "", None, others);
    }
}

fn speed(size: u64, time: Duration) -> String {
    format!("{:.1} MB/s", size as f64 / 1e6 / time.as_secs_f64())
}

fn samples(folder: &Path) -> Vec<Sample> {
    let ccda = data::documents();
    let bundle = data::bundles().pop().expect("a bundle");
    vec![
        Sample { form: "FHIR", files: vec![bundle], plain: ("serde_json", json) },
        Sample { form: "C-CDA", files: ccda, plain: ("roxmltree", xml) },
        Sample { form: "HL7 v2", files: vec![messages(folder)], plain: ("splitting it at its delimiters", fields) },
        Sample { form: "CSV", files: vec![rows(folder)], plain: ("csv", records) },
        Sample { form: "Apple Health", files: vec![export(folder)], plain: ("zip and quick-xml", events) },
    ]
}

fn json(file: &Path) {
    let bytes = fs::read(file).expect("a file");
    std::hint::black_box(serde_json::from_slice::<serde_json::Value>(&bytes).expect("JSON"));
}

fn xml(file: &Path) {
    let text = fs::read_to_string(file).expect("a file");
    std::hint::black_box(roxmltree::Document::parse(&text).expect("XML").descendants().count());
}

fn fields(file: &Path) {
    let text = fs::read_to_string(file).expect("a file");
    let count: usize = text.split('\r').map(|segment| segment.split('|').flat_map(|field| field.split('^')).count()).sum();
    std::hint::black_box(count);
}

fn records(file: &Path) {
    let mut reader = csv::Reader::from_path(file).expect("a file");
    std::hint::black_box(reader.byte_records().filter(Result::is_ok).count());
}

fn events(file: &Path) {
    let mut archive = zip::ZipArchive::new(BufReader::new(File::open(file).expect("a file"))).expect("an archive");
    let inner = archive.by_name(EXPORT).expect("the export");
    let mut reader = quick_xml::Reader::from_reader(BufReader::new(inner.take(u64::MAX)));
    let (mut buffer, mut count) = (Vec::new(), 0);
    while !matches!(reader.read_event_into(&mut buffer).expect("XML"), quick_xml::events::Event::Eof) {
        count += 1;
        buffer.clear();
    }
    std::hint::black_box(count);
}

const EXPORT: &str = "apple_health_export/export.xml";

/// Results of a laboratory, one message a day.
fn messages(folder: &Path) -> PathBuf {
    let mut text = String::new();
    for number in 0..2_000 {
        let day = format!("20{:02}{:02}{:02}", number / 336, 1 + number / 28 % 12, 1 + number % 28);
        text += &format!(
            "MSH|^~\\&|LIS|LAB|EHR|CLINIC|{day}1015+0000||ORU^R01^ORU_R01|R{number}|P|2.5.1\rPID|1||1106^^^CITY^MR||Okafor^Maria||19510302|F\r\
             ORC|RE||L{number}^LAB\rOBR|1||L{number}^LAB|24323-8^Metabolic panel^LN|||{day}0800+0000\r"
        );
        for (at, code, unit) in [(1, "2345-7^Glucose^LN", "mmol/L"), (2, "2823-3^Potassium^LN", "mmol/L"), (3, "2951-2^Sodium^LN", "mmol/L")] {
            text += &format!("OBX|{at}|NM|{code}||5.{:02}|{unit}|3.9-5.6|N|||F|||{day}0800+0000\r", number % 100);
        }
    }
    written(folder, "messages.hl7", text.as_bytes())
}

/// Readings of a cuff, four a day.
fn rows(folder: &Path) -> PathBuf {
    let mut text = String::from("Date,Time,Systolic (mmHg),Diastolic (mmHg),Pulse (bpm)\n");
    for number in 0..20_000 {
        let (year, month, day) = (2000 + number / 1344, 1 + number / 112 % 12, 1 + number / 4 % 28);
        text += &format!("{year}-{month:02}-{day:02},{:02}:12,{},{},{}\n", 6 + number % 4 * 4, 110 + number % 40, 65 + number % 25, 50 + number % 45);
    }
    written(folder, "cuff.csv", text.as_bytes())
}

/// A watch's heart rates, one every ten minutes.
fn export(folder: &Path) -> PathBuf {
    let file = folder.join("export.zip");
    let mut archive = zip::ZipWriter::new(File::create(&file).expect("a file"));
    // Not packed: its size is what is read.
    let stored = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    archive.start_file(EXPORT, stored).expect("written");
    archive.write_all(b"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<HealthData locale=\"en_GB\">\n").expect("written");
    for number in 0..50_000 {
        let (day, hour, minute) = (number / 144, number / 6 % 24, number % 6 * 10);
        let time = format!("{}-{:02}-{:02} {hour:02}:{minute:02}:00 +0000", 2024 + day / 336, 1 + day / 28 % 12, 1 + day % 28);
        let record = format!(
            " <Record type=\"HKQuantityTypeIdentifierHeartRate\" sourceName=\"Watch\" unit=\"count/min\" startDate=\"{time}\" endDate=\"{time}\" value=\"{}\"/>\n",
            50 + number % 90
        );
        archive.write_all(record.as_bytes()).expect("written");
    }
    archive.write_all(b"</HealthData>\n").expect("written");
    archive.finish().expect("written");
    file
}

fn written(folder: &Path, name: &str, bytes: &[u8]) -> PathBuf {
    let file = folder.join(name);
    fs::write(&file, bytes).expect("written");
    file
}

/// CPU time of the conversion of these files alone, without what Python takes to start.
fn second_opinion(files: &[PathBuf]) -> Option<Duration> {
    let script = "import logging, pathlib, sys, time\n\
                  from ccda_to_fhir import convert_document\n\
                  logging.Logger.callHandlers = lambda *_: None\n\
                  texts = [pathlib.Path(name).read_text(encoding='utf-8') for name in sys.argv[1:]]\n\
                  begun = time.process_time()\n\
                  for text in texts: convert_document(text)\n\
                  print(time.process_time() - begun)\n";
    let said = Command::new(tools("ccda/venv/bin/python")).args(["-c", script]).args(files).output().ok()?;
    let seconds = String::from_utf8(said.stdout).ok()?.lines().last()?.parse().ok()?;
    Some(Duration::from_secs_f64(seconds))
}
