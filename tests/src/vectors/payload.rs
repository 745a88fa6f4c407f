//! What an envelope carries, before it is compressed.

use super::file::{Maker, Vector, edited};
use super::{Format, Input, Refused, entry, fixed, show};
use pocketchart_crypto::sign::Signature;
use pocketchart_record::cbor::{from_bytes, to_bytes};
use pocketchart_record::*;
use serde_json::Value;

pub(super) const FORMAT: Format = Format {
    name: "payload",
    read,
    make,
};

fn read(input: &Input) -> Result<Value, Refused> {
    let payload: Payload = from_bytes(&input.bytes("bytes"))?;
    Ok(show::payload(&payload))
}

fn input(bytes: &[u8]) -> Input {
    Input::default().with_bytes("bytes", bytes)
}

/// One observation with its body.
pub(super) fn observation() -> Payload {
    Payload {
        time: fixed::NOON,
        entries: vec![entry::observation()],
        bodies: vec![fixed::GLUCOSE.as_bytes().to_vec()],
        deps: Vec::new(),
        opening: None,
        checkpoint: None,
    }
}

fn dependency(number: u8) -> Dependency {
    Dependency {
        feed: FeedTag([number; 8]),
        seq: 40,
        change: fixed::bytes("change"),
    }
}

fn make(to: &mut Vec<Vector>) {
    let mut maker = Maker::new(FORMAT, to);
    let mut good = |name: &str, about: &str, payload: Payload| {
        maker.good(name, about, &input(&to_bytes(&payload)));
    };
    good(
        "observation",
        "One entry and its body, written at once.",
        observation(),
    );
    let apart = BodyRef {
        hash: BodyHash(fixed::bytes("large body")),
        len: 3_000_000,
    };
    let scan = Entry {
        kind: Entry::SOURCE.into(),
        body: Some(apart),
        media: Some("image/png".into()),
        ..entry::observation()
    };
    let earlier = Entry {
        recorded: fixed::NOON - 5000,
        ..entry::observation()
    };
    let several = Payload {
        entries: vec![entry::observation(), scan, earlier],
        ..observation()
    };
    good(
        "several",
        "Two entries share a body, one was recorded earlier; a third body travels apart.",
        several,
    );
    good(
        "nothing",
        "No entries: a checkpoint travels alone.",
        Payload {
            entries: Vec::new(),
            bodies: Vec::new(),
            checkpoint: Some(Checkpoint {
                seq: 12,
                envelope: EnvelopeHash(fixed::bytes("envelope")),
                change: ChangeHash(fixed::bytes("change")),
                signature: Signature::from_bytes(fixed::bytes("signature")),
            }),
            ..observation()
        },
    );
    good(
        "opening",
        "The first of its feed.",
        Payload {
            opening: Some(Opening {
                document: fixed::document("results"),
                record: fixed::record(),
                section: Section::Results,
                author: fixed::author("patient"),
                incarnation: Incarnation(fixed::bytes("incarnation")),
                authority: fixed::certificate("patient", "phone").id(),
            }),
            ..observation()
        },
    );
    let following = |count: u8| Payload {
        deps: (1..=count).map(dependency).collect(),
        ..observation()
    };
    good("dependencies", "Follows eight other feeds.", following(8));

    let mut bad = |name: &str, fault: &str, detail: &str, bytes: &[u8], repair: &Payload| {
        maker.bad(
            name,
            fault,
            "malformed",
            detail,
            &input(bytes),
            input(&to_bytes(repair)),
        );
    };
    let plain = to_bytes(&observation());
    let too_many = to_bytes(&following(9));
    bad(
        "dependencies-too-many",
        "Follows nine other feeds.",
        "array too long",
        &too_many,
        &following(8),
    );
    let entry_end = b"fhir/Observation\x01\x00";
    let other_body = edited(&plain, entry_end, b"fhir/Observation\x01\x01");
    bad(
        "body-number",
        "Names the second of one body.",
        "body number",
        &other_body,
        &observation(),
    );
    let apart = [
        &entry_end[..17],
        &[0x82, 0x58, 0x20],
        &BodyRef::of(fixed::GLUCOSE.as_bytes()).hash.0,
    ]
    .concat();
    let len = fixed::GLUCOSE.len() as u16;
    let apart = [&apart[..], &[0x19], &len.to_be_bytes()].concat();
    let apart = edited(&plain, entry_end, &apart);
    bad(
        "body-said-twice",
        "A body that is inside, by its hash.",
        "non-canonical bytes",
        &apart,
        &observation(),
    );
    let now = [entry_end.as_slice(), &[2, 0x1b], &fixed::NOON.to_be_bytes()].concat();
    let mut now = edited(&plain, entry_end, &now);
    let at = now
        .windows(6)
        .position(|window| window == b"\xa2\x00\x70fhi")
        .unwrap();
    now[at] = 0xa3;
    bad(
        "recorded-said-twice",
        "The payload's time once more.",
        "non-canonical bytes",
        &now,
        &observation(),
    );
    let no_kind = edited(&plain, b"\xa2\x00\x70fhir/Observation\x01\x00", b"\xa1\x01\x00");
    bad(
        "kind-missing",
        "An entry without a kind.",
        "kind",
        &no_kind,
        &observation(),
    );
    let (mut unknown, mut none) = (plain.clone(), plain.clone());
    unknown[0] = 0xa4;
    unknown.extend([6, 0]);
    bad(
        "field-unknown",
        "A field that does not exist yet.",
        "payload field",
        &unknown,
        &observation(),
    );
    none[0] = 0xa4;
    none.extend([3, 0x80]);
    bad(
        "dependencies-empty",
        "An empty list, left out instead.",
        "non-canonical bytes",
        &none,
        &observation(),
    );
    let no_time = [&[0xa2], &plain[11..]].concat();
    bad(
        "time-missing",
        "No time.",
        "non-canonical bytes",
        &no_time,
        &observation(),
    );
    let long = |len: usize| {
        let reason = Entry {
            reason: Some("r".repeat(MAX_TEXT)),
            ..entry::observation()
        };
        let mut entries = vec![reason; 15];
        entries.push(Entry {
            reason: Some("r".repeat(len)),
            ..entry::observation()
        });
        Payload {
            entries,
            ..observation()
        }
    };
    let used = entries_len(&long(1000)) - 1000;
    let fits = long(MAX_CHANGE - used);
    assert_eq!(entries_len(&fits), MAX_CHANGE);
    let too_large = to_bytes(&long(MAX_CHANGE - used + 1));
    bad(
        "change-too-large",
        "Entries of 65,537 bytes.",
        "change too large",
        &too_large,
        &fits,
    );
}

/// Bytes of the entries, without the head of their list.
fn entries_len(payload: &Payload) -> usize {
    let without = Payload {
        entries: Vec::new(),
        ..payload.clone()
    };
    to_bytes(payload).len() - to_bytes(&without).len()
}
