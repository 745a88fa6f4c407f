//! What is measured on: Synthea's synthetic patients where they are at hand, else the example record.

use crate::host::tools;
use pocketchart_fhir::sections::section_of;
use pocketchart_record::Section;
use serde::Deserialize;
use serde_json::value::RawValue;
use std::path::{Path, PathBuf};

/// One resource, as it came.
pub struct Resource {
    pub kind: String,
    pub section: Section,
    pub body: Vec<u8>,
}

#[derive(Deserialize)]
struct Bundle<'a> {
    #[serde(borrow)]
    entry: Vec<Entry<'a>>,
}

#[derive(Deserialize)]
struct Entry<'a> {
    #[serde(borrow)]
    resource: &'a RawValue,
}

#[derive(Deserialize)]
struct Head {
    #[serde(rename = "resourceType")]
    kind: String,
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// The bundles, largest last.
pub fn bundles() -> Vec<PathBuf> {
    let folder = root().join("../shared/data/synthea");
    let mut files: Vec<PathBuf> = std::fs::read_dir(&folder)
        .map(|files| files.filter_map(|file| file.ok().map(|file| file.path())).collect())
        .unwrap_or_default();
    if files.is_empty() {
        files.push(root().join("examples/maria-okafor.json"));
    }
    files.sort_by_key(|file| std::fs::metadata(file).map(|data| data.len()).unwrap_or(0));
    files
}

/// C-CDA documents: those that `tests/ccda/run.sh` lets Synthea write, but for one that is larger than all others; else the samples.
pub fn documents() -> Vec<PathBuf> {
    let synthea = tools("ccda/synthea-10-42/ccda");
    let folder = if synthea.is_dir() { synthea } else { root().join("../shared/data/ccda") };
    let files = std::fs::read_dir(&folder).into_iter().flatten().filter_map(|file| file.ok().map(|file| file.path()));
    let mut files: Vec<PathBuf> = files.filter(|file| std::fs::metadata(file).is_ok_and(|it| it.len() < 2_000_000)).collect();
    files.sort();
    files
}

/// The bundles that `tests/ccda/run.sh` lets Synthea write beside those documents, if it did.
pub fn written_by_synthea() -> Vec<PathBuf> {
    let files = std::fs::read_dir(tools("ccda/synthea-10-42/fhir")).into_iter().flatten();
    let mut files: Vec<PathBuf> = files.filter_map(|file| file.ok().map(|file| file.path())).collect();
    files.sort();
    files
}

/// The resources of a bundle, minified as a server would send them.
pub fn resources(file: &Path) -> Vec<Resource> {
    let text = std::fs::read_to_string(file).expect("a bundle");
    let bundle: Bundle<'_> = serde_json::from_str(&text).expect("a bundle");
    bundle
        .entry
        .iter()
        .map(|entry| {
            let head: Head = serde_json::from_str(entry.resource.get()).expect("a resource");
            let value: serde_json::Value = serde_json::from_str(entry.resource.get()).expect("a resource");
            let body = value.to_string().into_bytes();
            let section = Section::from_name(section_of(&body)).expect("a section");
            Resource { kind: format!("fhir/{}", head.kind), section, body }
        })
        .collect()
}
