//! Files that are not FHIR, made into FHIR.

use pocketchart_fhir::FhirDateTime;
use pocketchart_fhir::reading::Reading;
use pocketchart_fhir::readings::{DateOrder, Found, for_each_in_apple_health, mapping, read_csv};
use pocketchart_fhir::split::{Part, split_bytes};
use pocketchart_fhir::v2;

use super::seeds::Seed;

/// Files of our own making.
#[path = "../../../core/media/tests/media/made.rs"]
#[allow(dead_code)]
mod made;

/// What is written is FHIR that reads back, each resource by an address of its own.
fn hold(reading: &Reading) {
    let mut addresses = std::collections::BTreeSet::new();
    for derived in &reading.resources {
        let parts = split_bytes(&derived.resource.bytes).unwrap();
        assert!(matches!(parts.as_slice(), [Part::Resource(_)]));
        assert!(addresses.insert(derived.resource.full_url.clone().unwrap()));
    }
}

/// A file of HL7 v2 messages.
pub(super) fn messages(data: &[u8]) {
    let first = v2::read(data, "urn:kept:1");
    assert!(
        first == v2::read(data, "urn:kept:1"),
        "a second answer to the same"
    );
    if let Ok(reading) = first {
        hold(&reading);
    }
}

/// A file of readings: as its headings say, and with all questions answered.
pub(super) fn rows(data: &[u8]) {
    let Ok(mut mapping) = mapping(data) else {
        return;
    };
    let zone = |_: &str| Some("+01:00".to_owned());
    for _ in 0..2 {
        if let Ok(reading) = read_csv(data, &mapping, "Patient/1", Some(&zone)) {
            hold(&reading);
        }
        mapping.order = Some(DateOrder::DayFirst);
        mapping.decimal_comma = Some(true);
        for column in &mut mapping.columns {
            column.unit = column.unit.or(column.measure.units().first().copied());
        }
    }
}

/// An export of Apple Health.
pub(super) fn apple_health(data: &[u8]) {
    let _ = for_each_in_apple_health(std::io::Cursor::new(data), "Patient/1", &mut |found| {
        if let Found::Derived(derived) = found {
            let parts = split_bytes(&derived.resource.bytes).unwrap();
            assert!(!parts.is_empty());
        }
        true
    });
}

/// A picture, a PDF, a DICOM object or a recording.
pub(super) fn media(data: &[u8]) {
    let found = pocketchart_media::look(data);
    assert!(
        found == pocketchart_media::look(data),
        "a second answer to the same"
    );
    assert_eq!(found.kind, pocketchart_media::kind(data));
    if let Some(made) = found.made {
        let made = FhirDateTime::new(&made);
        assert!(made.is_date_time(), "{made:?}");
    }
    let text = pocketchart_media::text(data, 1000).unwrap_or_default();
    assert!(text.len() <= 1000);
}

pub(super) fn seeds() -> Vec<Seed> {
    macro_rules! seeds {
        ($($target:literal: $file:literal),+ $(,)?) => {
            vec![$(($target, include_bytes!(concat!("../../../core/fhir/tests/", $file)).to_vec())),+]
        };
    }
    let media = made::recordings().into_iter().map(|(bytes, _)| bytes);
    let media = media.chain([
        made::dicom_implicit(),
        made::pdf(&["BT /F1 12 Tf [(Let) -300 (ter)] TJ ET /X1 Do"]),
        made::wav(20),
        made::mp3(25),
    ]);
    let mut seeds = seeds![
        "hl7_v2": "v2/results.hl7",
        "hl7_v2": "v2/visit.hl7",
        "hl7_v2": "v2/vaccines.hl7",
        "hl7_v2": "v2/document.hl7",
        "hl7_v2": "v2/batch.hl7",
        "csv_readings": "readings/pressure.csv",
        "csv_readings": "readings/sensor.csv",
        "csv_readings": "readings/scale.csv",
        "apple_health": "readings/export.zip",
        "apple_health": "readings/export-stored.zip",
    ];
    seeds.extend(media.map(|bytes| ("media", bytes)));
    seeds
}
