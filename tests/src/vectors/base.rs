//! Packed documents.

use super::file::{Maker, Vector, edited, flipped};
use super::input::hex;
use super::{Format, Input, Refused, fixed, joined};
use pocketchart_crypto::sign::SigningKey;
use pocketchart_crypto::{Label, hash};
use pocketchart_record::cbor::{Reader, Writer, from_bytes, to_bytes};
use pocketchart_record::*;
use serde_json::{Value, json};

pub(super) const FORMAT: Format = Format {
    name: "base",
    read,
    make,
};

fn read(input: &Input) -> Result<Value, Refused> {
    let folder = tempfile::tempdir().unwrap();
    let mut record = joined::by(input, folder.path())?;
    let base: Base = from_bytes(&input.bytes("base"))?;
    let applied = record.accept_base(&base).unwrap().map_err(|refusal| {
        let class = match refusal {
            BaseRefusal::Malformed => "malformed",
            BaseRefusal::Signature => "signature",
            BaseRefusal::WrongDocument => "wrong-document",
            BaseRefusal::NoKey => "no-key",
            BaseRefusal::Content => "content",
            _ => "other",
        };
        Refused::new(class, "")
    })?;
    Ok(json!({
        "document": base.document().map(|id| hex(&id.0)),
        "applied": applied,
        "entries": joined::entries(&record),
    }))
}

/// A base of 17 envelopes that the phone wrote and signed.
pub(super) fn packed() -> Vec<u8> {
    let folder = tempfile::tempdir().unwrap();
    let (context, hands) = fixed::context_with_hands("packed");
    let setup = joined::setup(folder.path(), context, 0);
    let welcome = Welcome::from_bytes(&joined::welcome("phone")).unwrap();
    let applicant = Applicant::new(&fixed::context("phone"));
    let mut record = Record::join(setup, applicant, welcome, &joined::unlock(), KdfLevel::Fast).unwrap();
    for number in 0..16 {
        hands.set(number);
        let text = format!("temperature 36.{number}");
        let entry = NewEntry {
            media: Some("text/plain".into()),
            ..NewEntry::new(Section::Vitals, Entry::SOURCE, text.into_bytes())
        };
        record.append(vec![entry]).unwrap();
    }
    hands.set(16);
    record.checkpoint().unwrap();
    let document = record.feeds().map(|feed| feed.document).next().unwrap();
    to_bytes(&record.make_base(document).unwrap().unwrap())
}

struct Parts {
    head: Vec<u8>,
    blocks: Vec<Vec<u8>>,
}

fn apart(base: &[u8]) -> Parts {
    let mut from = Reader::new(base);
    from.array_of(3).unwrap();
    let head = from.bytes().unwrap().to_vec();
    let _signature = from.bytes().unwrap();
    Parts {
        head,
        blocks: from.list(9).unwrap(),
    }
}

impl Parts {
    fn signed(&self, signer: &SigningKey) -> Vec<u8> {
        let signature = signer.sign(Label::new("base"), &[&self.head]);
        let mut to = Writer::default();
        to.array(3)
            .bytes(&self.head)
            .bytes(signature.as_bytes())
            .list(&self.blocks);
        to.into_bytes()
    }
}

fn make(to: &mut Vec<Vector>) {
    let mut maker = Maker::new(FORMAT, to);
    let phone = fixed::device("phone");
    let good = packed();
    let whole = |base: &[u8]| joined::input().with_bytes("base", base);
    maker.good("vitals", "16 entries in one block.", &whole(&good));
    let parts = apart(&good);
    let again = parts.signed(&phone.sign);
    assert_eq!(again, good);

    let mut bad = |name: &str, fault: &str, class: &str, detail: &str, base: &[u8]| {
        let repair = Input::default().with_bytes("base", &good);
        maker.bad(name, fault, class, detail, &whole(base), repair);
    };
    let headed = |from: &[u8], to: &[u8]| Parts {
        head: edited(&parts.head, from, to),
        blocks: parts.blocks.clone(),
    };
    let signature_at = good.len() - parts.blocks[0].len() - 20;
    bad(
        "signature-altered",
        "One bit of the signature.",
        "signature",
        "",
        &flipped(&good, signature_at),
    );
    bad(
        "head-altered",
        "One bit of the head.",
        "signature",
        "",
        &flipped(&good, 20),
    );
    let desk = fixed::device("desk");
    let maker_only = {
        // The phone stands twice: as the feed's device and, at the end, as the maker.
        let mut head = parts.head.clone();
        let at = head.len() - 32;
        head[at..].copy_from_slice(&desk.id().0);
        Parts {
            head,
            blocks: parts.blocks.clone(),
        }
    };
    bad(
        "maker-of-another-author",
        "Made and signed by a clinic's device.",
        "signature",
        "",
        &maker_only.signed(&desk.sign),
    );
    let version = headed(&[0x89, 1, 0x50], &[0x89, 2, 0x50]);
    bad(
        "version-2",
        "A version that does not exist yet.",
        "malformed",
        "",
        &version.signed(&phone.sign),
    );
    let record = headed(&fixed::record().0, &[9; 16]);
    bad(
        "other-record",
        "Of another record.",
        "wrong-document",
        "",
        &record.signed(&phone.sign),
    );
    let key = fixed::section_key(Section::Vitals).id();
    let no_key = headed(&key.0, &[9; 8]);
    bad(
        "key-missing",
        "Sealed with a key that is not here.",
        "no-key",
        "",
        &no_key.signed(&phone.sign),
    );
    let other_key = headed(&key.0, &fixed::section_key(Section::Results).id().0);
    bad(
        "key-of-another-section",
        "Sealed with a results key.",
        "wrong-document",
        "",
        &other_key.signed(&phone.sign),
    );
    let altered = Parts {
        head: parts.head.clone(),
        blocks: vec![flipped(&parts.blocks[0], 50)],
    };
    bad(
        "block-altered",
        "One bit of a block.",
        "content",
        "",
        &altered.signed(&phone.sign),
    );
    let name = |block: &[u8]| hash::hash256(Label::new("base-block"), &[block]);
    let renamed = Parts {
        head: edited(&parts.head, &name(&parts.blocks[0]), &name(&altered.blocks[0])),
        blocks: altered.blocks.clone(),
    };
    bad(
        "block-not-sealed",
        "One bit of a block, which the head names so.",
        "content",
        "",
        &renamed.signed(&phone.sign),
    );
    let none = Parts {
        head: parts.head.clone(),
        blocks: Vec::new(),
    };
    bad(
        "block-missing",
        "The head names a block that is not there.",
        "malformed",
        "",
        &none.signed(&phone.sign),
    );
    let trailing = [&good[..], &[0]].concat();
    bad(
        "trailing-byte",
        "One byte after it.",
        "malformed",
        "non-canonical bytes",
        &trailing,
    );
}
