//! The scalar of an entry.

use super::file::{Maker, Vector, edited};
use super::{Format, Input, Refused, fixed, show};
use pocketchart_record::cbor::from_bytes;
use pocketchart_record::*;
use serde_json::Value;

pub(super) const FORMAT: Format = Format {
    name: "entry",
    read,
    make,
};

fn read(input: &Input) -> Result<Value, Refused> {
    let entry: Entry = from_bytes(&input.bytes("bytes"))?;
    Ok(show::entry(&entry))
}

fn input(bytes: &[u8]) -> Input {
    Input::default().with_bytes("bytes", bytes)
}

fn blank(kind: &str) -> Entry {
    Entry {
        kind: kind.into(),
        body: None,
        recorded: fixed::NOON,
        supersedes: Vec::new(),
        act: None,
        reason: None,
        source: None,
        media: None,
        admission: None,
    }
}

pub(super) fn observation() -> Entry {
    Entry {
        body: Some(BodyRef::of(fixed::GLUCOSE.as_bytes())),
        ..blank("fhir/Observation")
    }
}

fn target(counter: u64) -> EntryId {
    observation().id(fixed::document("results"), FeedTag(fixed::bytes("feed")), counter)
}

fn correction() -> Entry {
    Entry {
        supersedes: vec![target(7)],
        act: Some(Act::Correct),
        reason: Some("typing error: 6.3, not 63".into()),
        source: Some(Source {
            system: "https://hospital.example.org/fhir".into(),
            kind: "Observation".into(),
            id: "f001".into(),
        }),
        ..observation()
    }
}

fn admission() -> Entry {
    Entry {
        admission: Some(Admission {
            feed: FeedTag(fixed::bytes("feed")),
            seq: 300,
            hash: EnvelopeHash(fixed::bytes("envelope")),
            verdict: Verdict::Admitted,
            received: fixed::NOON,
            authority: Some(StatementId(fixed::bytes("permission"))),
        }),
        ..blank(Entry::ADMISSION)
    }
}

fn make(to: &mut Vec<Vector>) {
    let mut maker = Maker::new(FORMAT, to);
    good(&mut maker);
    wrong_values(&mut maker);
    not_canonical(&mut maker);
}

fn good(maker: &mut Maker) {
    let mut good = |name: &str, about: &str, entry: Entry| maker.good(name, about, &input(&entry.scalar()));
    good(
        "observation",
        "A result, with its body by hash and length.",
        observation(),
    );
    good(
        "correction",
        "A correction with its target, reason and source.",
        correction(),
    );
    good(
        "retraction",
        "Two entries withdrawn at once; no body.",
        Entry {
            supersedes: vec![target(1), target(2)],
            act: Some(Act::Retract),
            ..blank("fhir/Observation")
        },
    );
    for act in [Act::Confirm, Act::Dispute, Act::Resolve] {
        good(
            show::act(act),
            "One of the acts, on one entry.",
            Entry {
                supersedes: vec![target(3)],
                act: Some(act),
                ..blank("fhir/Observation")
            },
        );
    }
    good(
        "source",
        "Bytes with a media type.",
        Entry {
            body: Some(BodyRef::of(b"MSH|^~\\&|LAB\r")),
            media: Some("x-application/hl7-v2+er7".into()),
            ..blank(Entry::SOURCE)
        },
    );
    good(
        "admission",
        "A patient's device admits a foreign feed, by right of a permission.",
        admission(),
    );
    let mut held = admission();
    if let Some(admission) = &mut held.admission {
        (admission.verdict, admission.authority) = (Verdict::Held, None);
    }
    good(
        "admission-held",
        "Held for the patient to decide; by right of nothing.",
        held,
    );
    good(
        "longest-kind",
        "A kind of 64 bytes.",
        Entry {
            kind: "k".repeat(MAX_KIND),
            ..observation()
        },
    );
    good(
        "last-moment",
        "The largest time that can be written.",
        Entry {
            recorded: u64::MAX,
            ..observation()
        },
    );
    good(
        "most-targets",
        "Speaks of 64 entries.",
        Entry {
            supersedes: (1..=64).map(target).collect(),
            act: Some(Act::Resolve),
            ..blank("fhir/Observation")
        },
    );
    good(
        "longest-reason",
        "A reason of 4,096 bytes, not all ASCII.",
        Entry {
            reason: Some("ä".repeat(MAX_TEXT / 2)),
            ..observation()
        },
    );
}

fn wrong_values(maker: &mut Maker) {
    let mut bad = |name: &str, fault: &str, detail: &str, from: &Entry, old: &[u8], new: &[u8]| {
        let good = from.scalar();
        maker.bad(
            name,
            fault,
            "malformed",
            detail,
            &input(&edited(&good, old, new)),
            input(&good),
        );
    };
    let plain = observation();
    bad(
        "version-2",
        "A version that does not exist yet.",
        "entry version",
        &plain,
        &[0, 1, 1],
        &[0, 2, 1],
    );
    bad(
        "kind-empty",
        "The kind is empty.",
        "kind",
        &plain,
        b"\x01\x70fhir/Observation",
        b"\x01\x60",
    );
    let long = [b"\x01\x78\x41".as_slice(), &[b'k'; 65]].concat();
    bad(
        "kind-too-long",
        "A kind of 65 bytes.",
        "kind",
        &plain,
        b"\x01\x70fhir/Observation",
        &long,
    );
    bad(
        "kind-bytes",
        "The kind is a byte string.",
        "text",
        &plain,
        b"\x01\x70fhir",
        b"\x01\x50fhir",
    );
    bad(
        "recorded-text",
        "The time is a text.",
        "integer",
        &plain,
        &noon(0x1b),
        b"\x02\x612",
    );
    bad(
        "recorded-float",
        "The time is a float.",
        "integer",
        &plain,
        &noon(0x1b),
        &noon(0xfb),
    );
    bad(
        "recorded-negative",
        "A time before 1970.",
        "integer",
        &plain,
        &noon(0x1b),
        &noon(0x3b),
    );
    let hash = plain.body.map(|body| body.hash.0).unwrap_or_default();
    let fixed_length = "byte string of a fixed length";
    let (whole, short) = (
        [b"\x58\x20", &hash[..]].concat(),
        [b"\x58\x1f", &hash[..31]].concat(),
    );
    bad(
        "body-hash-short",
        "A hash of 31 bytes.",
        fixed_length,
        &plain,
        &whole,
        &short,
    );

    let correction = correction();
    bad(
        "act-0",
        "Below the acts that exist.",
        "act",
        &correction,
        &[5, 1, 6],
        &[5, 0, 6],
    );
    bad(
        "act-6",
        "Above the acts that exist.",
        "act",
        &correction,
        &[5, 1, 6],
        &[5, 6, 6],
    );
    let source = b"\x07\x83\x78\x21https://hospital.example.org/fhir\x6bObservation\x64f001";
    let short = b"\x07\x82\x78\x21https://hospital.example.org/fhir\x6bObservation";
    bad(
        "source-of-two",
        "A source without an id.",
        "array length",
        &correction,
        source,
        short,
    );
    let not_utf8 = b"typing\xffe";
    bad(
        "reason-not-utf8",
        "The reason is not UTF-8.",
        "text",
        &correction,
        b"typing e",
        not_utf8,
    );

    let mut admitted = admission();
    let id = fixed::bytes::<32>("permission");
    let (whole, short) = ([b"\x58\x20", &id[..]].concat(), [b"\x58\x1f", &id[..31]].concat());
    bad(
        "authority-short",
        "A statement's id of 31 bytes.",
        "statement id",
        &admitted,
        &whole,
        &short,
    );
    if let Some(admission) = &mut admitted.admission {
        admission.received = 0;
    }
    bad(
        "verdict-3",
        "Neither admitted nor held.",
        "verdict",
        &admitted,
        &[1, 0, 0x58],
        &[3, 0, 0x58],
    );

    let mut long = |name: &str, fault: &str, detail: &str, entry: Entry, repaired: Entry| {
        let (entry, repaired) = (input(&entry.scalar()), input(&repaired.scalar()));
        maker.bad(name, fault, "malformed", detail, &entry, repaired);
    };
    let reason = |len: usize| Entry {
        reason: Some("r".repeat(len)),
        ..observation()
    };
    long(
        "reason-too-long",
        "A reason of 4,097 bytes.",
        "text too long",
        reason(4097),
        reason(4096),
    );
    let targets = |count: u64| Entry {
        supersedes: (1..=count).map(target).collect(),
        act: Some(Act::Resolve),
        ..blank("fhir/Observation")
    };
    long(
        "targets-too-many",
        "Speaks of 65 entries.",
        "array too long",
        targets(65),
        targets(64),
    );
}

fn noon(head: u8) -> Vec<u8> {
    [&[2, head], &fixed::NOON.to_be_bytes()[..]].concat()
}

fn not_canonical(maker: &mut Maker) {
    let good = observation().scalar();
    let mut bad = |name: &str, fault: &str, detail: &str, bytes: &[u8]| {
        maker.bad(name, fault, "malformed", detail, &input(bytes), input(&good));
    };
    let other = "non-canonical bytes";
    bad(
        "version-missing",
        "No version.",
        other,
        &edited(&good, &[0xa4, 0, 1, 1], &[0xa3, 1]),
    );
    bad(
        "integer-long",
        "An integer longer than it need be.",
        other,
        &edited(&good, &[0, 1, 1], &[0, 0x18, 1, 1]),
    );
    let swapped = [&[0xa4, 1], &good[4..21], &[0, 1], &good[21..]].concat();
    bad(
        "keys-unsorted",
        "The kind stands before the version.",
        other,
        &swapped,
    );
    bad(
        "key-twice",
        "The version stands twice.",
        other,
        &edited(&good, &[0xa4, 0, 1], &[0xa5, 0, 1, 0, 1]),
    );
    bad(
        "trailing-byte",
        "One byte after the entry.",
        other,
        &[&good[..], &[0]].concat(),
    );
    let endless = [&[0xbf], &good[1..], &[0xff]].concat();
    bad("map-endless", "A map of indefinite length.", "map", &endless);
    let chunked = edited(&good, b"\x70fhir/Observation", b"\x7f\x70fhir/Observation\xff");
    bad("text-endless", "A text of indefinite length.", "text", &chunked);
    let (mut unknown, mut no_targets) = (good.clone(), good.clone());
    unknown[0] = 0xa5;
    unknown.extend([10, 0]);
    bad(
        "field-unknown",
        "A field that does not exist yet.",
        "entry field",
        &unknown,
    );
    no_targets[0] = 0xa5;
    no_targets.extend([4, 0x80]);
    bad(
        "targets-empty",
        "An empty list, which is left out instead.",
        other,
        &no_targets,
    );
    bad(
        "cut-off",
        "The last byte is missing.",
        "integer",
        &good[..good.len() - 1],
    );
    bad("empty", "No bytes at all.", "map", &[]);
}
