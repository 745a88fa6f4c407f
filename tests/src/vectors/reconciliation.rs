//! The body of a reconciliation: how two statements belong together.

use super::file::{Maker, Vector, edited};
use super::{Format, Input, Refused, entry, fixed};
use pocketchart_record::cbor::{from_bytes, to_bytes};
use pocketchart_record::{Answer, EntryId, FeedTag, Reconciliation};
use serde_json::{Value, json};

pub(super) const FORMAT: Format = Format {
    name: "reconciliation",
    read,
    make,
};

fn read(input: &Input) -> Result<Value, Refused> {
    let read: Reconciliation = from_bytes(&input.bytes("bytes"))?;
    let texts = |ids: &[EntryId]| ids.iter().map(EntryId::to_text).collect::<Vec<_>>();
    Ok(json!({
        "answer": read.answer as u8,
        "first": texts(&read.first),
        "second": texts(&read.second),
    }))
}

fn of(answer: Answer, first: std::ops::Range<u64>, second: std::ops::Range<u64>) -> Reconciliation {
    let id =
        |counter| entry::observation().id(fixed::document("results"), FeedTag(fixed::bytes("feed")), counter);
    Reconciliation {
        answer,
        first: first.map(id).collect(),
        second: second.map(id).collect(),
    }
}

fn make(to: &mut Vec<Vector>) {
    let mut maker = Maker::new(FORMAT, to);
    let input = |of: &Reconciliation| Input::default().with_bytes("bytes", &to_bytes(of));
    let good = of(Answer::Same, 1..2, 2..3);
    maker.good("same", "Two entries speak of one thing.", &input(&good));
    for (name, about, answer) in [
        ("different", "Two entries speak of two things.", Answer::Different),
        (
            "first-is-right",
            "The first of two entries is right.",
            Answer::FirstIsRight,
        ),
        ("both", "Both of two entries are right.", Answer::Both),
    ] {
        maker.good(name, about, &input(&of(answer, 1..2, 2..3)));
    }
    let most = of(Answer::Same, 1..33, 33..65);
    maker.good("most-entries", "32 entries on each side.", &input(&most));
    let bytes = to_bytes(&good);
    let changed = |old: &[u8], new: &[u8]| Input::default().with_bytes("bytes", &edited(&bytes, old, new));
    let mut longer = bytes.clone();
    longer.push(0);
    for (name, fault, detail, from) in [
        (
            "no-second",
            "Nothing on the second side.",
            "sides of a reconciliation",
            input(&of(Answer::Same, 1..2, 2..2)),
        ),
        (
            "on-both-sides",
            "An entry on both sides.",
            "sides of a reconciliation",
            input(&of(Answer::Same, 1..3, 2..4)),
        ),
        (
            "too-many-entries",
            "33 entries on one side.",
            "array too long",
            input(&of(Answer::Same, 1..34, 34..35)),
        ),
        (
            "answer-5",
            "An answer that does not exist.",
            "answer",
            changed(&[0x84, 1, 1], &[0x84, 1, 5]),
        ),
        (
            "version-2",
            "A version that does not exist yet.",
            "reconciliation version",
            changed(&[0x84, 1], &[0x84, 2]),
        ),
        (
            "trailing-byte",
            "One byte after it.",
            "non-canonical bytes",
            Input::default().with_bytes("bytes", &longer),
        ),
    ] {
        maker.bad(name, fault, "malformed", detail, &from, input(&good));
    }
}
