//! Real files go in and come out byte for byte: every official R4 example, Synthea's patients, our own record, the hard cases.
//!
//! The judge of what a file's resources are is serde_json's `RawValue`, not the splitter.

#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a test may fail, and says what it ran on"
)]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use pocketchart_fhir::FhirDateTime;
use pocketchart_fhir::export::{Body, BundleKind, bundle, ndjson};
use pocketchart_fhir::sections::{allowed, rules};
use pocketchart_fhir::split::{Part, Resource, split_bytes};
use pocketchart_fhir::subjects::Subjects;
use pocketchart_fhir::summary::{Summary, summary};
use serde::Deserialize;
use serde_json::value::RawValue;

#[derive(Deserialize)]
struct File<'a> {
    #[serde(rename = "resourceType")]
    resource_type: String,
    #[serde(borrow, default)]
    entry: Vec<Entry<'a>>,
}

#[derive(Deserialize)]
struct Entry<'a> {
    #[serde(rename = "fullUrl")]
    full_url: Option<String>,
    #[serde(borrow)]
    resource: Option<&'a RawValue>,
}

/// The resources of a file as serde_json sees them.
fn expected(text: &str) -> Vec<(Option<String>, &str)> {
    let file: File<'_> = serde_json::from_str(text).unwrap();
    if file.resource_type != "Bundle" {
        return vec![(None, text.trim())];
    }
    file.entry
        .into_iter()
        .filter_map(|entry| Some((entry.full_url, entry.resource?.get())))
        .collect()
}

fn resources(bytes: &[u8]) -> Vec<Resource> {
    split_bytes(bytes)
        .unwrap()
        .into_iter()
        .filter_map(Part::resource)
        .collect()
}

/// Splits, exports and splits again; the resources must be those of the file, byte for byte, each time.
fn assert_identical(name: &Path, text: &str) -> Vec<Resource> {
    let expected = expected(text);
    let found = resources(text.as_bytes());
    assert_eq!(found.len(), expected.len(), "{}", name.display());
    for (resource, (url, raw)) in found.iter().zip(&expected) {
        assert!(
            resource.bytes == raw.as_bytes(),
            "{}: {:?} differs",
            name.display(),
            resource.head
        );
        assert_eq!(&resource.full_url, url, "{}", name.display());
    }

    let mut file = Vec::new();
    let bodies = found.iter().map(|resource| Body {
        bytes: &resource.bytes,
        full_url: resource.full_url.clone(),
    });
    let timestamp = FhirDateTime::new("2026-03-03T10:00:00Z");
    assert_eq!(
        bundle(&mut file, bodies, BundleKind::Collection, &timestamp).unwrap(),
        found.len() as u64
    );
    let exported = String::from_utf8(file).unwrap();
    assert!(
        is_identical(&found, &exported),
        "{}: the exported bundle differs",
        name.display()
    );
    assert_eq!(
        serde_json::from_str::<File<'_>>(&exported)
            .unwrap()
            .entry
            .iter()
            .map(|entry| &entry.full_url)
            .collect::<Vec<_>>(),
        found
            .iter()
            .map(|resource| &resource.full_url)
            .collect::<Vec<_>>()
    );

    let mut lines = Vec::new();
    ndjson(&mut lines, found.iter().map(|resource| &resource.bytes)).unwrap();
    let again = if found.len() > 1 {
        resources(&lines)
    } else {
        found.clone()
    };
    for (line, resource) in String::from_utf8(lines).unwrap().lines().zip(&found) {
        let one_line = String::from_utf8(resource.bytes.clone())
            .unwrap()
            .replace(['\r', '\n'], " ");
        assert!(line == one_line, "{}: the NDJSON line differs", name.display());
    }
    assert_eq!(again.len(), found.len(), "{}", name.display());
    found
}

fn is_identical(found: &[Resource], exported: &str) -> bool {
    let file: File<'_> = serde_json::from_str(exported).unwrap();
    let raw: Vec<&[u8]> = file
        .entry
        .iter()
        .map(|entry| entry.resource.unwrap().get().as_bytes())
        .collect();
    raw == found
        .iter()
        .map(|resource| resource.bytes.as_slice())
        .collect::<Vec<_>>()
}

/// Summaries never fail on a resource; says how many typed views could not be read.
fn summarise(found: &[Resource]) -> (Vec<Summary>, usize) {
    let rows: Vec<Summary> = found
        .iter()
        .map(|resource| summary(&resource.bytes).unwrap())
        .collect();
    for row in &rows {
        assert!(
            allowed(&row.resource_type, row.section),
            "{} in {}",
            row.resource_type,
            row.section
        );
    }
    let unreadable = rows.iter().filter(|row| !row.readable).count();
    (rows, unreadable)
}

fn json_files(folder: &Path) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = fs::read_dir(folder)
        .map(|entries| entries.map(|entry| entry.unwrap().path()).collect())
        .unwrap_or_default();
    files.retain(|file| file.extension().is_some_and(|extension| extension == "json"));
    files.sort();
    files
}

/// Missing data is a failure where `CI` is set.
fn present(files: Vec<PathBuf>, what: &str) -> Option<Vec<PathBuf>> {
    if files.is_empty() {
        assert!(std::env::var_os("CI").is_none(), "{what} is missing");
        println!("not run: {what} is not here");
        return None;
    }
    Some(files)
}

/// The official examples, fetched into the cache folder when they are not there yet.
fn official() -> Option<Vec<PathBuf>> {
    let fetch = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fetch.sh");
    let fetched = Command::new(fetch).status().is_ok_and(|status| status.success());
    let cache = std::env::var_os("POCKETCHART_CACHE")
        .map(PathBuf::from)
        .or_else(|| {
            let base = std::env::var_os("XDG_CACHE_HOME").map(PathBuf::from);
            Some(
                base.or_else(|| std::env::home_dir().map(|home| home.join(".cache")))?
                    .join("pocketchart"),
            )
        });
    let folder = cache.unwrap().join("hl7.fhir.r4.examples-4.0.1");
    present(
        if fetched { json_files(&folder) } else { Vec::new() },
        "npm hl7.fhir.r4.examples",
    )
}

fn is_resource(text: &str) -> bool {
    text.contains("\"resourceType\"")
}

#[test]
fn every_official_example_goes_through_byte_for_byte_and_has_a_row() {
    let Some(files) = official() else { return };
    let (mut count, mut titled) = (0, 0);
    for file in &files {
        let text = fs::read_to_string(file).unwrap();
        if !is_resource(&text) {
            continue;
        }
        let found = assert_identical(file, &text);
        let (rows, unreadable) = summarise(&found);
        assert_eq!(
            unreadable,
            0,
            "{}: a typed view does not read an official example",
            file.display()
        );
        count += rows.len();
        titled += rows.iter().filter(|row| row.title.is_some()).count();
    }
    println!("{} files, {count} resources, {titled} with a title", files.len());
    assert!(count > 5_300, "{count}");
}

#[test]
fn the_section_table_has_exactly_the_types_that_r4_defines() {
    #[derive(Deserialize)]
    #[serde(rename_all = "camelCase", default)]
    #[derive(Default)]
    struct Definition {
        resource_type: String,
        kind: String,
        derivation: String,
        r#abstract: bool,
        r#type: String,
    }
    let Some(files) = official() else { return };
    let definitions = files
        .iter()
        .filter(|file| file.to_string_lossy().contains("/StructureDefinition-"));
    let types: BTreeSet<String> = definitions
        .filter_map(|file| serde_json::from_slice::<Definition>(&fs::read(file).unwrap()).ok())
        .filter(|definition| {
            definition.resource_type == "StructureDefinition" && definition.kind == "resource"
        })
        .filter(|definition| definition.derivation == "specialization" && !definition.r#abstract)
        .map(|definition| definition.r#type)
        .collect();
    let table: BTreeSet<String> = rules().map(|rule| rule.resource_type.to_owned()).collect();
    assert_eq!(table, types);
}

#[test]
fn every_synthea_resource_goes_through_byte_for_byte() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/synthea");
    let Some(files) = present(json_files(&folder), "../shared/data/synthea") else {
        return;
    };
    let mut count = 0;
    for file in &files {
        let found = assert_identical(file, &fs::read_to_string(file).unwrap());
        let (rows, unreadable) = summarise(&found);
        assert_eq!(unreadable, 0, "{}", file.display());
        let untitled: BTreeSet<&str> = rows
            .iter()
            .filter(|row| row.title.is_none())
            .map(|row| row.resource_type.as_str())
            .collect();
        assert!(
            untitled
                .iter()
                .all(|kind| matches!(*kind, "ImagingStudy" | "Provenance")),
            "{untitled:?}"
        );
        let mut subjects = Subjects::new();
        found.iter().for_each(|resource| subjects.add(resource));
        assert_eq!(subjects.people().len(), 1, "{}", file.display());
        count += found.len();
    }
    println!("{} files, {count} resources", files.len());
    assert_eq!(count, 3_237);
}

#[test]
fn our_own_record_is_rich_and_whole() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/maria-okafor.json");
    let found = assert_identical(&file, &fs::read_to_string(&file).unwrap());
    let (rows, unreadable) = summarise(&found);
    assert_eq!((rows.len(), unreadable), (132, 0));
    assert!(rows.iter().all(|row| row.title.is_some()));
    let of = |section: &str| rows.iter().filter(|row| row.section == section).count();
    let counts = [
        "allergies",
        "medications",
        "problems",
        "immunizations",
        "results",
        "vitals",
        "notes",
        "coverage",
    ]
    .map(of);
    assert_eq!(counts, [3, 11, 11, 13, 34, 20, 4, 2]);
    let hba1c = rows
        .iter()
        .filter(|row| row.code.as_ref().is_some_and(|code| code.code == "4548-4"));
    let values: Vec<String> = hba1c.filter_map(|row| Some(row.value.clone()?.text)).collect();
    assert_eq!(
        values,
        [
            "8.4", "7.6", "7.0", "6.8", "6.9", "7.20", "7.9", "8.1", "7.3", "6.90", "6.7", "6.5"
        ]
    );
}

#[test]
fn the_eighteen_hard_cases_go_through_byte_for_byte() {
    let files = json_files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/hard"));
    assert_eq!(files.len(), 18);
    for file in &files {
        let text = fs::read_to_string(file).unwrap();
        let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
        let [resource] = assert_identical(file, text).try_into().unwrap();
        let row = summary(&resource.bytes).unwrap();
        let name = file.file_stem().unwrap().to_str().unwrap();
        assert_eq!(row.readable, name != "18-field-of-wrong-shape", "{name}");
        let value = row.value.as_ref().map(|value| value.text.as_str());
        let when = row.when.as_ref().map(FhirDateTime::as_str);
        let title = row.title.as_deref();
        match &name[..2] {
            "01" => assert_eq!(value, Some("7.500")),
            "02" => assert_eq!(value, Some("1.0E-2")),
            "03" => assert_eq!(value, Some("123456789012345678.901234567890123456")),
            "04" => assert_eq!((title, when), (Some("Okafor"), Some("1984-02-29"))),
            "05" => assert_eq!((title, when), (Some("Somebody"), None)),
            "06" => assert_eq!(title, Some("Ada Uche Bello")),
            "07" => assert_eq!(
                (title, row.medicine.as_deref()),
                (Some("Metformin 850 mg tablet"), None)
            ),
            "08" => assert_eq!(title, Some("Asthma")),
            "09" => assert_eq!((row.status.as_deref(), value), (Some("FINAL"), Some("71"))),
            "10" => assert_eq!(
                (title, row.severity.as_deref()),
                (Some("Bee sting"), Some("severe"))
            ),
            "11" => assert_eq!(
                (when, value),
                (Some("2024-01-01T00:10:00.1230+05:45"), Some("37.0"))
            ),
            "12" => assert_eq!((when, value), (Some("2016-12-31T23:59:60Z"), Some("normal"))),
            "13" => assert_eq!(
                (title, when, row.section),
                (Some("Cetirizine"), Some("2016"), "medications")
            ),
            "14" => assert_eq!(
                (title, when, row.section),
                (Some("Photo of a rash"), Some("2020"), "documents")
            ),
            "15" => assert_eq!(
                (title, when, row.section),
                (Some("A type of the future"), Some("2031-01-01"), "documents")
            ),
            "16" => assert_eq!((value, row.section), (Some("70.10"), "results")),
            "17" => assert_eq!((title, when), (Some("Café 😀 / é"), Some("2020-02-29"))),
            "18" => assert_eq!((title, value), (Some("Potassium"), None)),
            other => panic!("{other} has no expectation"),
        }
    }
}

#[test]
fn the_judge_of_identity_sees_one_changed_digit() {
    let text = r#"{"resourceType":"Observation","valueQuantity":{"value":7.50}}"#;
    let found = resources(text.as_bytes());
    let exported = |body: &str| format!(r#"{{"resourceType":"Bundle","entry":[{{"resource":{body}}}]}}"#);
    assert!(is_identical(&found, &exported(text)));
    // What a typed library writes back: the same number, other bytes.
    let rewritten = serde_json::from_str::<serde_json::Value>(text)
        .unwrap()
        .to_string();
    assert!(rewritten.contains("7.5}"));
    assert!(!is_identical(&found, &exported(&rewritten)));
}
