//! Whatever bytes come in: no panic; what was joined splits into what it was; damage stays where it is.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

use pocketchart_fhir::FhirDateTime;
use pocketchart_fhir::export::{Body, BundleKind, bundle, ndjson};
use pocketchart_fhir::references::References;
use pocketchart_fhir::sections::section_of;
use pocketchart_fhir::split::{Head, Part, split_bytes};
use pocketchart_fhir::subjects::Subjects;
use pocketchart_fhir::summary::{summary, words};
use pocketchart_fhir::view::{GenericHead, View};
use proptest::collection::vec;
use proptest::prelude::*;

const EXAMPLE: &str = include_str!("../../../examples/maria-okafor.json");
const HARD: [&str; 4] = [
    include_str!("hard/07-contained.json"),
    include_str!("hard/06-null-in-array.json"),
    include_str!("hard/16-key-order.json"),
    include_str!("hard/11-odd-time-zone.json"),
];

/// Everything that this crate does with foreign bytes.
fn read_all(bytes: &[u8]) {
    let _ = Head::of(bytes);
    let _ = View::of(bytes);
    let _ = GenericHead::of(bytes);
    let _ = section_of(bytes);
    let _ = summary(bytes);
    let mut references = References::new();
    let mut subjects = Subjects::new();
    for part in split_bytes(bytes).unwrap_or_default() {
        if let Part::Resource(resource) = part {
            assert!(summary(&resource.bytes).is_ok());
            references.add(&resource);
            references.resolve(resource.full_url.as_deref(), "Patient/1");
            subjects.add(&resource);
        }
    }
    subjects.people();
}

/// A JSON value as text, with space where space may be.
fn json(depth: u32) -> impl Strategy<Value = String> {
    let leaf = prop_oneof![
        Just("null".to_owned()),
        Just("true".to_owned()),
        "-?(0|[1-9][0-9]{0,20})(\\.[0-9]{1,20})?([eE][+-]?[0-9]{1,2})?",
        "\\PC{0,12}".prop_map(|text| serde_json::to_string(&text).unwrap()),
    ];
    leaf.prop_recursive(depth, 24, 4, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..4).prop_map(|items| format!("[ {}]", items.join(" ,"))),
            vec(inner, 0..4).prop_map(|items| {
                let member = |(at, value): (usize, &String)| format!("\"k{at}\" :\t{value}");
                format!(
                    "{{{}\r\n}}",
                    items.iter().enumerate().map(member).collect::<Vec<_>>().join(",")
                )
            }),
        ]
    })
}

fn resource() -> impl Strategy<Value = String> {
    (
        json(4),
        "[A-Za-z0-9.-]{1,20}",
        "[A-Z][A-Za-z]{2,12}",
        any::<bool>(),
    )
        .prop_map(|(value, id, kind, first)| {
            let kind = if kind == "Bundle" {
                "Basic".to_owned()
            } else {
                kind
            };
            if first {
                format!(r#"{{"resourceType":"{kind}","id":"{id}","x": {value}}}"#)
            } else {
                format!("{{ \"x\":{value},\n\"id\":\"{id}\",\"resourceType\":\"{kind}\" }}")
            }
        })
}

fn found(file: &[u8]) -> Vec<String> {
    let resource = |part: Part| {
        part.resource()
            .map(|resource| String::from_utf8(resource.bytes).unwrap())
    };
    split_bytes(file)
        .unwrap()
        .into_iter()
        .filter_map(resource)
        .collect()
}

fn joined(resources: &[String]) -> Vec<u8> {
    let mut file = Vec::new();
    let body = |(at, bytes)| Body {
        bytes,
        full_url: Some(format!("urn:uuid:{at}")),
    };
    let bodies = resources.iter().enumerate().map(body);
    bundle(
        &mut file,
        bodies,
        BundleKind::Collection,
        &FhirDateTime::new("2026-01-01T00:00:00Z"),
    )
    .unwrap();
    file
}

proptest! {

    #[test]
    fn arbitrary_bytes_never_panic(bytes in vec(any::<u8>(), 0..400)) {
        read_all(&bytes);
    }

    #[test]
    fn text_that_looks_like_fhir_never_panics(text in r#"[\[\]{}:,"\\ \n]{0,8}(\{"resourceType":"(Bundle|Patient|Observation)",?)?("(entry|id|resource|code|text|valueQuantity|meta)":)?[\[\]{}:,"\\0-9a-z.\-é \n]{0,40}"#) {
        read_all(text.as_bytes());
    }

    #[test]
    fn what_was_joined_splits_into_what_it_was(resources in vec(resource(), 2..8)) {
        prop_assert_eq!(&found(&joined(&resources)), &resources);
        prop_assert_eq!(&found(format!("[{}\n]", resources.join(" , ")).as_bytes()), &resources);
        let mut lines = Vec::new();
        ndjson(&mut lines, &resources).unwrap();
        let one_line: Vec<String> = resources.iter().map(|text| text.replace(['\r', '\n'], " ")).collect();
        prop_assert_eq!(&found(&lines), &one_line);
    }

    #[test]
    fn damage_in_one_entry_leaves_all_others(
        resources in vec(resource(), 3..8),
        (which, at, byte) in (any::<prop::sample::Index>(), any::<prop::sample::Index>(), any::<u8>()),
    ) {
        let which = which.index(resources.len());
        let mut damaged: Vec<Vec<u8>> = resources.iter().map(|text| text.clone().into_bytes()).collect();
        let at = at.index(damaged[which].len());
        damaged[which][at] = byte;
        let mut file = Vec::new();
        let bodies = damaged.iter().map(|bytes| Body { bytes, full_url: Some("urn:x".into()) });
        bundle(&mut file, bodies, BundleKind::Collection, &FhirDateTime::new("2026-01-01T00:00:00Z")).unwrap();
        let mut found = found(&file).into_iter();
        for (number, text) in resources.iter().enumerate().filter(|(number, _)| *number != which) {
            prop_assert!(found.any(|other| other == *text), "entry {} of {} lost", number, resources.len());
        }
    }

    #[test]
    fn folded_words_are_folded(text in "\\PC{0,40}") {
        let once = words(&text);
        prop_assert_eq!(&words(&once.join(" ")), &once);
    }
}

proptest! {
    #[test]
    fn a_mutated_record_never_panics(
        mutations in vec((any::<prop::sample::Index>(), any::<u8>(), 0..3_u8), 1..12),
        cut in any::<prop::sample::Index>(),
        small in prop::option::of(0..HARD.len()),
    ) {
        let source = small.map_or_else(|| &EXAMPLE[..20_000], |at| HARD[at]);
        let mut bytes = source.as_bytes().to_vec();
        for (at, byte, kind) in mutations {
            let at = at.index(bytes.len());
            match kind {
                0 => bytes[at] = byte,
                1 => bytes.insert(at, byte),
                _ => drop(bytes.drain(at..(at + usize::from(byte) + 1).min(bytes.len()))),
            }
            if bytes.is_empty() {
                bytes.push(b'{');
            }
        }
        read_all(&bytes);
        read_all(&bytes[..cut.index(bytes.len())]);
    }
}
