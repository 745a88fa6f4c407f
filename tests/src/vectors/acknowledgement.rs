//! The body of an acknowledgement: which finding was read.

use super::file::{Maker, Vector, edited};
use super::input::hex;
use super::{Format, Input, Refused, entry, fixed};
use pocketchart_record::cbor::{from_bytes, to_bytes};
use pocketchart_record::{Acknowledgement, EntryId, FeedTag};
use serde_json::{Value, json};

pub(super) const FORMAT: Format = Format {
    name: "acknowledgement",
    read,
    make,
};

fn read(input: &Input) -> Result<Value, Refused> {
    let read: Acknowledgement = from_bytes(&input.bytes("bytes"))?;
    Ok(json!({
        "rule": read.rule,
        "version": read.version,
        "said": hex(&read.said),
        "about": read.about.iter().map(EntryId::to_text).collect::<Vec<_>>(),
    }))
}

fn read_by(count: u64) -> Acknowledgement {
    let id =
        |counter| entry::observation().id(fixed::document("results"), FeedTag(fixed::bytes("feed")), counter);
    let texts = |texts: &[&str]| texts.iter().map(|it| (*it).to_owned()).collect::<Vec<_>>();
    Acknowledgement {
        rule: "interaction/acetylsalicylic-acid-warfarin-1".into(),
        version: "2026-11-26".into(),
        said: Acknowledgement::hash(&[texts(&["a", "b"]), texts(&[]), texts(&["c"])]),
        about: (1..=count).map(id).collect(),
    }
}

fn make(to: &mut Vec<Vector>) {
    let mut maker = Maker::new(FORMAT, to);
    let input = |of: &Acknowledgement| Input::default().with_bytes("bytes", &to_bytes(of));
    let good = read_by(2);
    maker.good("two-entries", "A rule that found two entries.", &input(&good));
    maker.good("no-entry", "A rule that speaks of no entry.", &input(&read_by(0)));
    maker.good("most-entries", "64 entries.", &input(&read_by(64)));
    let long = |len| Acknowledgement {
        rule: "r".repeat(len),
        ..read_by(1)
    };
    maker.good(
        "longest-rule",
        "A rule's name of 4,096 bytes.",
        &input(&long(4096)),
    );
    let mut bad = |name: &str, fault: &str, detail: &str, from: &Input, repair: Input| {
        maker.bad(name, fault, "malformed", detail, from, repair);
    };
    bad(
        "too-many-entries",
        "65 entries.",
        "array too long",
        &input(&read_by(65)),
        input(&read_by(64)),
    );
    bad(
        "rule-too-long",
        "A rule's name of 4,097 bytes.",
        "text too long",
        &input(&long(4097)),
        input(&long(4096)),
    );
    let bytes = to_bytes(&good);
    let changed = |old: &[u8], new: &[u8]| Input::default().with_bytes("bytes", &edited(&bytes, old, new));
    bad(
        "version-2",
        "A version that does not exist yet.",
        "acknowledgement version",
        &changed(&[0x85, 1], &[0x85, 2]),
        input(&good),
    );
    let (whole, short) = (
        [b"\x58\x20", &good.said[..]].concat(),
        [b"\x58\x1f", &good.said[..31]].concat(),
    );
    bad(
        "said-short",
        "A hash of 31 bytes.",
        "byte string of a fixed length",
        &changed(&whole, &short),
        input(&good),
    );
    let mut longer = bytes.clone();
    longer.push(0);
    bad(
        "trailing-byte",
        "One byte after it.",
        "non-canonical bytes",
        &Input::default().with_bytes("bytes", &longer),
        input(&good),
    );
}
