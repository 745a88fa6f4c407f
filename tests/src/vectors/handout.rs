//! What lies in a bundle for a redeemer whom no device of the patient's has met.

use super::file::{Maker, Vector, edited};
use super::input::hex;
use super::{Format, Input, Refused, fixed, joined};
use crate::world::note;
use pocketchart_record::cbor::{Malformed, Reader};
use pocketchart_record::{Handout, KdfLevel, Record, Section};
use serde_json::{Value, json};

pub(super) const FORMAT: Format = Format {
    name: "handout",
    read,
    make,
};

fn read(input: &Input) -> Result<Value, Refused> {
    let bytes = input.bytes("bytes");
    let handout = Handout::from_bytes(&bytes).map_err(|_| Refused::new("malformed", ""))?;
    let mut read = parts(&bytes)?;
    read["patient"] = hex(&handout.patient().0);
    Ok(read)
}

/// What it holds is the record's own affair; its bytes say it to whoever was given them.
fn parts(bytes: &[u8]) -> Result<Value, Malformed> {
    let mut from = Reader::new(bytes);
    let _ = (from.array()?, from.uint()?, from.bytes()?);
    let (mut statements, mut keys, mut parcels) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..from.array()? {
        statements.push(hex(from.bytes()?));
    }
    for _ in 0..from.array()? {
        let _ = from.array()?;
        let section: Section = from.value()?;
        keys.push(json!([section.name(), hex(from.bytes()?)]));
    }
    for _ in 0..from.array()? {
        let _ = from.array()?;
        parcels.push(json!([from.uint()?, hex(from.bytes()?)]));
    }
    Ok(json!({ "statements": statements, "keys": keys, "parcels": parcels }))
}

/// A record with two notes, and the allergies that nobody wrote down: both are handed out, its results are not.
pub(super) fn bytes() -> Vec<u8> {
    let folder = tempfile::tempdir().unwrap();
    let setup = joined::setup(folder.path(), fixed::context("handout"), 0);
    let words = fixed::words();
    let record = Record::create(setup, &words, &joined::unlock(), KdfLevel::Fast, "phone");
    let mut record = record.unwrap();
    let entries = [
        (Section::Notes, "first"),
        (Section::Notes, "second"),
        (Section::Results, "kept"),
    ];
    record
        .append(entries.map(|(section, text)| note(section, text)).to_vec())
        .unwrap();
    let handout = record.hand_out(&[Section::Allergies, Section::Notes]).unwrap();
    handout.to_bytes().to_vec()
}

fn make(to: &mut Vec<Vector>) {
    let mut maker = Maker::new(FORMAT, to).once();
    let good = bytes();
    let input = |bytes: &[u8]| Input::default().with_bytes("bytes", bytes);
    maker.good(
        "notes",
        "The notes of a record, and who the patient is.",
        &input(&good),
    );
    let mut bad = |name: &str, fault: &str, bytes: &[u8]| {
        maker.bad(name, fault, "malformed", "", &input(bytes), input(&good));
    };
    let author = fixed::author("patient").0;
    let head = |version: u8, author: &[u8]| {
        let len = u8::try_from(author.len()).unwrap();
        [&[0x85, version, 0x58, len][..], author].concat()
    };
    let version = edited(&good, &head(1, &author), &head(2, &author));
    bad("version-2", "A version that does not exist yet.", &version);
    let short = edited(&good, &head(1, &author), &head(1, &author[..31]));
    bad("patient-short", "A patient's key of 31 bytes.", &short);
    let longer = [&good[..], &[0]].concat();
    bad("trailing-byte", "A byte behind its end.", &longer);
    bad("cut-off", "The last byte is missing.", &good[..good.len() - 1]);
}
