//! Writes one file for each built sample, and for each resource that readers make of the samples of other formats, into the folder
//! given: what `tests/official/check.sh` checks.

#[path = "../tests/official/samples.rs"]
mod samples;

use pocketchart_fhir::reading::Reading;
use pocketchart_fhir::{readings, v2};

const MESSAGES: [&str; 5] = [
    include_str!("../tests/v2/results.hl7"),
    include_str!("../tests/v2/visit.hl7"),
    include_str!("../tests/v2/vaccines.hl7"),
    include_str!("../tests/v2/document.hl7"),
    include_str!("../tests/v2/batch.hl7"),
];

const ROWS: [&str; 3] = [
    include_str!("../tests/readings/pressure.csv"),
    include_str!("../tests/readings/sensor.csv"),
    include_str!("../tests/readings/scale.csv"),
];

const APPLE_HEALTH: &[u8] = include_bytes!("../tests/readings/export.zip");

/// What readers make of their samples.
fn read() -> Result<Vec<Reading>, Box<dyn std::error::Error>> {
    let mut all = Vec::new();
    for file in MESSAGES {
        all.push(v2::read(file.as_bytes(), "urn:kept:1")?);
    }
    let zone = |_: &str| Some("Z".to_owned());
    for file in ROWS {
        let file = file.as_bytes();
        let mapping = readings::mapping(file)?;
        all.push(readings::read_csv(file, &mapping, "Patient/1", Some(&zone))?);
    }
    let mut records = Reading::default();
    readings::for_each_in_apple_health(std::io::Cursor::new(APPLE_HEALTH), "Patient/1", &mut |found| {
        // What a hospital wrote is not ours to check.
        if let readings::Found::Derived(derived) = found
            && derived.resource.full_url.is_some()
        {
            records.resources.push(*derived);
        }
        true
    })?;
    all.push(records);
    Ok(all)
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = std::env::args_os().nth(1).ok_or("say the folder to write to")?;
    let write = |name: String, bytes: &[u8]| {
        let path = std::path::Path::new(&folder).join(format!("{name}.json"));
        std::fs::write(path, bytes)
    };
    for (name, sample) in samples::samples() {
        write(name.to_string(), &sample.build()?)?;
    }
    for (file, reading) in read()?.iter().enumerate() {
        for (number, derived) in reading.resources.iter().enumerate() {
            write(format!("read-{file}-{number}"), &derived.resource.bytes)?;
        }
    }
    Ok(())
}
