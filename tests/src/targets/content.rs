use std::collections::BTreeSet;

use pocketchart::FhirBodies;
use pocketchart_fhir::ccda;
use pocketchart_fhir::ips::{self, IpsEntry, IpsInput, IpsWords, SharedInput};
use pocketchart_fhir::references::References;
use pocketchart_fhir::split::{Head, Part, split_bytes};
use pocketchart_fhir::subjects::{Person, Subjects};
use pocketchart_fhir::summary::summary;
use pocketchart_fhir::view::View;
use pocketchart_fhir::{FhirDateTime, sections, split};
use pocketchart_record::{BodyReader, RecoveryWords, Section};

/// The recovery words, as a person types them.
pub(super) fn words(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else {
        return;
    };
    if let Ok(words) = RecoveryWords::parse(text) {
        let again = RecoveryWords::parse(&words.to_text()).unwrap();
        assert_eq!(words.to_text(), again.to_text());
    }
}

/// A file of FHIR.
pub(super) fn split(data: &[u8]) {
    if let Ok(parts) = split_bytes(data) {
        let (mut references, mut subjects) = (References::new(), Subjects::new());
        for part in parts {
            if let Part::Resource(resource) = part {
                let found = data
                    .windows(resource.bytes.len().max(1))
                    .any(|it| it == resource.bytes);
                assert!(found, "bytes that the file does not have");
                references.add(&resource);
                subjects.add(&resource);
                let _ = references.resolve(resource.full_url.as_deref(), "Patient/1");
            }
        }
        let people = subjects.people();
        if let [first, second, ..] = people.as_slice() {
            let _ = first.likeness(second);
        }
    }
    if let Ok(parts) = split::split(data) {
        // A reader that fails ends; one that goes on for ever would hang here.
        let mut broken = false;
        for part in parts {
            assert!(!broken, "parts after the end");
            broken = part.is_err();
        }
    }
}

/// A C-CDA document: every resource that is made of it is one, has an address of its own, and says where it was read.
pub(super) fn ccda(data: &[u8]) {
    let Ok(reading) = ccda::read(data, "urn:example:kept") else {
        return;
    };
    let mut addresses = BTreeSet::new();
    for derived in &reading.resources {
        let head = Head::of(&derived.resource.bytes).unwrap();
        assert_eq!(head, derived.resource.head);
        assert!(head.source.unwrap().ends_with(&derived.place));
        assert!(
            addresses.insert(derived.resource.full_url.clone().unwrap()),
            "an address twice"
        );
        let _ = summary(&derived.resource.bytes);
    }
}

/// A file of FHIR whose statements go out again, as a Patient Summary and as the Bundle that patients share: whatever came in, what
/// goes out is JSON that reads back.
pub(super) fn ips(data: &[u8]) {
    let Ok(parts) = split_bytes(data) else {
        return;
    };
    let bodies: Vec<Vec<u8>> = parts
        .into_iter()
        .filter_map(|part| match part {
            Part::Resource(resource) => Some(resource.bytes),
            Part::Unreadable(_) => None,
        })
        .collect();
    let url = |number: usize| format!("urn:uuid:00000000-0000-4000-8000-{number:012}");
    let entries: Vec<IpsEntry> = bodies
        .iter()
        .enumerate()
        .map(|(number, body)| IpsEntry {
            full_url: url(number),
            body: body.clone(),
            title: None,
            disagree: number % 2 == 1,
            links: ips::references(body).into_iter().map(|it| (it, url(0))).collect(),
        })
        .collect();
    let words = IpsWords {
        language: "en".into(),
        right_to_left: true,
        title: "Summary".into(),
        sections: Default::default(),
        what: String::new(),
        details: String::new(),
        when: String::new(),
        untitled: String::new(),
        disagree: String::new(),
        no_information: "Nothing is known.".into(),
    };
    let timestamp = FhirDateTime::new("2026-03-03T10:00:00Z");
    let names = [url(900_001), url(900_002), url(900_003)];
    let made = ips::ips(&IpsInput {
        identifier: "urn:uuid:1",
        timestamp: &timestamp,
        software: "Pocketchart",
        patient: bodies.first().map(Vec::as_slice),
        names: names.each_ref().map(String::as_str),
        entries: &entries,
        words: &words,
    });
    let shared = ips::shared_bundle(&SharedInput {
        timestamp: &timestamp,
        patient: bodies.first().map(Vec::as_slice),
        patient_url: &names[0],
        entries: &entries,
        pdfs: &[],
    });
    let both = [made.map(|it| it.bytes), shared.map(|it| it.bytes)];
    for bytes in both.into_iter().flatten() {
        let parts = split_bytes(&bytes).unwrap();
        assert!(parts.iter().all(|part| matches!(part, Part::Resource(_))));
    }
}

/// One resource: its typed view, its summary, its section.
pub(super) fn view(data: &[u8]) {
    let _ = View::of(data);
    let _ = Head::of(data);
    let _ = Person::of(data);
    assert!(
        Section::ALL
            .iter()
            .any(|section| section.name() == sections::section_of(data))
    );
    if let Ok(summary) = summary(data) {
        let _ = format!("{summary:?}");
    }
    if let Ok(text) = std::str::from_utf8(data) {
        let date = FhirDateTime::new(text);
        let _ = (date.precision(), date.order_key(), date.day(), date.is_instant());
        let _ = pocketchart_fhir::Decimal::new(text).map(|decimal| decimal.to_f64());
    }
}

/// The body of an entry, as an author could sign it: the first byte says which kind and section.
pub(super) fn bodies(data: &[u8]) {
    let Some((choice, body)) = data.split_first() else {
        return;
    };
    let kinds = [
        "source",
        "pocketchart/acknowledgement",
        "fhir/Patient",
        "fhir/Observation",
        "fhir/MedicationStatement",
        "fhir/AllergyIntolerance",
        "fhir/DocumentReference",
        "fhir/Basic",
    ];
    let kind = kinds[usize::from(choice & 7)];
    let section = Section::ALL[usize::from(choice >> 3) % Section::ALL.len()];
    let media = std::str::from_utf8(&body[..body.len().min(40)]).ok();
    let first = FhirBodies.read(kind, section, media, body);
    assert!(
        first == FhirBodies.read(kind, section, media, body),
        "a second answer to the same"
    );
}
