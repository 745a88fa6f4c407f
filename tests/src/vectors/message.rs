//! Messages of a sync session.

use super::file::{Maker, Vector, edited};
use super::input::hex;
use super::pen::Pen;
use super::{Format, Input, Refused, fixed, joined};
use minicbor::Decoder;
use minicbor::data::Type;
use pocketchart_record::cbor::Writer;
use pocketchart_record::*;
use serde_json::{Value, json};

pub(super) const FORMAT: Format = Format {
    name: "message",
    read,
    make,
};

const KINDS: [&str; 13] = [
    "nothing", "news", "hello", "have", "parcels", "pause", "go", "end", "want", "chunks", "served", "bye",
    "stop",
];

/// A device of the patient takes the message from another.
fn read(input: &Input) -> Result<Value, Refused> {
    let folder = tempfile::tempdir().unwrap();
    let mut record = joined::by(&joined::input(), folder.path())?;
    let mut session = SyncSession::answer(&mut record, fixed::device("phone").id()).unwrap();
    let bytes = input.bytes("bytes");
    match session.receive(&mut record, &bytes) {
        Ok(_) => {
            let value = tree(&mut Decoder::new(&bytes));
            Ok(json!({"kind": KINDS[value[0].as_u64().unwrap() as usize], "value": value}))
        }
        Err(SyncError::Malformed(malformed)) => Err(malformed.into()),
        Err(other) => Err(Refused::new("other", other)),
    }
}

/// Any CBOR as JSON, byte strings as hexadecimal.
fn tree(from: &mut Decoder<'_>) -> Value {
    match from.datatype().unwrap() {
        Type::Bytes => hex(from.bytes().unwrap()),
        Type::String => json!(from.str().unwrap()),
        Type::Bool => json!(from.bool().unwrap()),
        Type::Array => (0..from.array().unwrap().unwrap()).map(|_| tree(from)).collect(),
        _ => json!(from.u64().unwrap()),
    }
}

fn input(bytes: &[u8]) -> Input {
    Input::default().with_bytes("bytes", bytes)
}

fn written(write: impl FnOnce(&mut Writer)) -> Vec<u8> {
    let mut to = Writer::default();
    write(&mut to);
    to.into_bytes()
}

/// Two feeds, one of which forked, and two statements.
fn have(to: &mut Writer) {
    to.array(2).array(2);
    to.array(3).bytes(&[1; 8]).uint(40).bytes(&[0xa1; 16]);
    to.array(5)
        .bytes(&[2; 8])
        .uint(7)
        .bytes(&[0xb1; 16])
        .uint(9)
        .bytes(&[0xb2; 16]);
    to.array(2).bytes(&[0xc1; 16]).bytes(&[0xc2; 16]);
}

fn blob_head(to: &mut Writer) {
    to.array(5)
        .bytes(&[3; 16])
        .value(&fixed::section_key(Section::Results).id());
    to.bytes(&[4; 24]).uint(2).uint(2);
}

fn make(to: &mut Vec<Vector>) {
    let mut maker = Maker::new(FORMAT, to);
    let digest = fixed::bytes::<32>("digest");
    let envelope = Pen::phone().write("glucose 5.4");
    let statement = fixed::certificate("patient", "phone").to_bytes();
    let messages: [(&str, &str, Vec<u8>); 14] = [
        (
            "nothing",
            "Nothing is new since both last met.",
            written(|to| {
                to.array(2).uint(0).bytes(&digest);
            }),
        ),
        (
            "news",
            "What is new, unasked.",
            written(|to| {
                to.array(4).uint(1).bytes(&digest).bytes(&digest[..16]);
                to.array(1).array(2).uint(1).bytes(&envelope);
            }),
        ),
        (
            "hello",
            "All that is held here.",
            written(|to| {
                to.array(3).uint(2).bytes(&digest);
                have(to);
            }),
        ),
        (
            "have",
            "The same, in answer.",
            written(|to| {
                to.array(3).uint(3);
                have(to);
                to.bool(true);
            }),
        ),
        (
            "parcels",
            "A statement and an envelope.",
            written(|to| {
                to.array(2).uint(4).array(2);
                to.array(2)
                    .uint(0)
                    .bytes(&statement)
                    .array(2)
                    .uint(1)
                    .bytes(&envelope);
            }),
        ),
        (
            "pause",
            "Taken in?",
            written(|to| {
                to.array(1).uint(5);
            }),
        ),
        (
            "go",
            "Taken in.",
            written(|to| {
                to.array(1).uint(6);
            }),
        ),
        (
            "end",
            "All sent; the digest that the other side named.",
            written(|to| {
                to.array(1).uint(7);
            }),
        ),
        (
            "end-digest",
            "All sent; another digest.",
            written(|to| {
                to.array(2).uint(7).bytes(&digest);
            }),
        ),
        (
            "want",
            "A large body of which one chunk is here.",
            written(|to| {
                to.array(2)
                    .uint(8)
                    .array(1)
                    .array(4)
                    .uint(5)
                    .bytes(&[5; 32])
                    .uint(100_000)
                    .uint(1);
            }),
        ),
        (
            "chunks",
            "The second chunk of a large body.",
            written(|to| {
                to.array(7).uint(9).uint(5).bytes(&[5; 32]).uint(100_000);
                blob_head(to);
                to.uint(1).array(1).bytes(&[6; 60]);
            }),
        ),
        (
            "served",
            "All that was wanted has been sent.",
            written(|to| {
                to.array(1).uint(10);
            }),
        ),
        (
            "bye",
            "Nothing more is wanted.",
            written(|to| {
                to.array(1).uint(11);
            }),
        ),
        (
            "stop",
            "Both sides agree to differ.",
            written(|to| {
                to.array(1).uint(12);
            }),
        ),
    ];
    for (name, about, bytes) in &messages {
        maker.good(name, about, &input(bytes));
    }
    let of = |name: &str| &messages.iter().find(|(it, _, _)| *it == name).unwrap().2;
    let mut bad = |name: &str, fault: &str, detail: &str, bytes: &[u8], repair: &[u8]| {
        maker.bad(name, fault, "malformed", detail, &input(bytes), input(repair));
    };
    bad(
        "kind-13",
        "A kind that does not exist yet.",
        "message",
        &[0x81, 13],
        of("stop"),
    );
    bad(
        "go-with-more",
        "One item too many.",
        "message",
        &[0x82, 6, 0],
        of("go"),
    );
    bad("no-bytes", "No bytes.", "array", &[], of("go"));
    bad(
        "trailing-byte",
        "One byte after it.",
        "non-canonical bytes",
        &[0x81, 6, 0],
        of("go"),
    );
    let fixed_length = "byte string of a fixed length";
    let short = [&[0x82, 0, 0x58, 31], &digest[..31]].concat();
    bad(
        "digest-short",
        "A digest of 31 bytes.",
        fixed_length,
        &short,
        of("nothing"),
    );
    let have = of("have");
    let ask = [&have[..have.len() - 1], &[1]].concat();
    bad("ask-1", "1 in place of true.", "truth value", &ask, have);
    let even = edited(
        have,
        &[&[0x83, 0x48], &[1; 8][..]].concat(),
        &[&[0x82, 0x48], &[1; 8][..]].concat(),
    );
    bad(
        "ends-even",
        "A number without its hash.",
        "feed ends",
        &even,
        have,
    );
    let (one, two) = ([&[0x48], &[1; 8][..]].concat(), [&[0x48], &[2; 8][..]].concat());
    let unsorted = edited(&edited(have, &one, &[&[0x48], &[3; 8][..]].concat()), &two, &two);
    bad(
        "feeds-unsorted",
        "Feeds out of order.",
        "non-canonical bytes",
        &unsorted,
        have,
    );
    bad(
        "feed-twice",
        "A feed that stands twice.",
        "non-canonical bytes",
        &edited(have, &two, &one),
        have,
    );
    let (first, second) = ([0xc1; 16], [0xc2; 16]);
    bad(
        "statement-twice",
        "A statement twice.",
        "non-canonical bytes",
        &edited(have, &second, &first),
        have,
    );
    let ends = |count: usize| {
        written(|to| {
            to.array(3)
                .uint(3)
                .array(2)
                .array(1)
                .array(1 + 2 * count)
                .bytes(&[1; 8]);
            for number in 0..count {
                to.uint(number as u64 + 1).bytes(&[0xa1; 16]);
            }
            to.array(0).bool(false);
        })
    };
    bad(
        "branches-too-many",
        "Nine branches.",
        "feed ends",
        &ends(9),
        &ends(8),
    );
    let parcel = |kind: u64| {
        written(|to| {
            to.array(2).uint(4).array(1).array(2).uint(kind).bytes(&[7; 40]);
        })
    };
    bad(
        "parcel-4",
        "A parcel of a kind that does not exist yet.",
        "parcel",
        &parcel(4),
        &parcel(1),
    );
    let want = |section: u64| {
        written(|to| {
            to.array(2)
                .uint(8)
                .array(1)
                .array(4)
                .uint(section)
                .bytes(&[5; 32])
                .uint(1)
                .uint(0);
        })
    };
    bad(
        "section-16",
        "A section that does not exist.",
        "section",
        &want(16),
        &want(15),
    );
    let chunks = |count: usize| {
        written(|to| {
            to.array(7).uint(9).uint(5).bytes(&[5; 32]).uint(600_000);
            blob_head(to);
            to.uint(0).list(&vec![vec![6_u8; 17]; count]);
        })
    };
    bad(
        "chunks-too-many",
        "Nine chunks.",
        "array too long",
        &chunks(9),
        &chunks(8),
    );
    let endless = written(|to| {
        to.array(2).uint(4).array(0);
    });
    let endless = edited(&endless, &[0x80], &[0x9f, 0xff]);
    let none = written(|to| {
        to.array(2).uint(4).array(0);
    });
    bad(
        "list-endless",
        "A list of indefinite length.",
        "array",
        &endless,
        &none,
    );
    let huge = [0x82, 4, 0x9b, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff];
    bad(
        "list-huge",
        "A list that says it has 2^64 - 1 items.",
        "array",
        &huge,
        &none,
    );
}
