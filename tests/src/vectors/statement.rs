//! Statements: who may write, who may read.

use super::file::{Maker, Vector, edited, flipped};
use super::{Format, Input, Refused, fixed, said, show};
use pocketchart_crypto::Label;
use pocketchart_crypto::sign::SigningKey;
use pocketchart_record::cbor::{Writer, to_bytes};
use pocketchart_record::*;
use serde_json::Value;

pub(super) const FORMAT: Format = Format {
    name: "statement",
    read,
    make,
};

fn read(input: &Input) -> Result<Value, Refused> {
    match Statement::parse(&input.bytes("bytes")) {
        Ok(statement) => Ok(show::statement(&statement)),
        Err(cbor::Malformed("statement signature")) => Err(Refused::new("signature", "")),
        Err(malformed) => Err(malformed.into()),
    }
}

pub(super) fn input(bytes: &[u8]) -> Input {
    Input::default().with_bytes("bytes", bytes)
}

/// Signs any bytes as a fact.
pub(super) fn signed(version: u64, fact: &[u8], signer: &SigningKey) -> Vec<u8> {
    let (record, public) = (fixed::record(), signer.public());
    let mut stated = Writer::default();
    stated.array(3).value(&record).bytes(public.as_bytes());
    let stated = [&stated.into_bytes()[..], fact].concat();
    let signature = signer.sign(Label::new("statement"), &[&stated]);
    let mut to = Writer::default();
    to.array(5).uint(version).value(&record).bytes(public.as_bytes());
    let mut end = Writer::default();
    end.bytes(signature.as_bytes());
    [&to.into_bytes()[..], fact, &end.into_bytes()].concat()
}

fn permission(name: &str, sections: Vec<Section>) -> Fact {
    Fact::Permission(Permission {
        author: fixed::author("clinic"),
        name: name.to_owned(),
        sections,
        not_before: fixed::NOON,
        not_after: fixed::NOON + CERTIFICATE_LIFE,
    })
}

pub(super) fn key_record(readers: u8, packet: usize) -> Fact {
    let key = fixed::section_key(Section::Results);
    Fact::Key(KeyRecord {
        section: Section::Results,
        commitment: *key.commitment(),
        parents: vec![KeyId(fixed::bytes("parent"))],
        created: fixed::NOON,
        packets: (0..readers)
            .map(|number| ([number; 16], vec![7; packet]))
            .collect(),
        writer: None,
    })
}

/// Ends of that many feeds.
pub(super) fn heads(count: u64) -> Vec<KnownHead> {
    let head = |number| KnownHead {
        feed: FeedTag(fixed::bytes(&format!("feed {number}"))),
        seq: number * 100,
        hash: EnvelopeHash(fixed::bytes(&format!("head {number}"))),
    };
    (1..=count).map(head).collect()
}

fn revocation(count: u64) -> Fact {
    Fact::Revocation(Revocation {
        device: fixed::device("tablet").id(),
        revoked: fixed::NOON,
        heads: heads(count),
    })
}

fn make(to: &mut Vec<Vector>) {
    let mut maker = Maker::new(FORMAT, to);
    let identity = fixed::identity("patient");
    let phone = fixed::device("phone");
    let good_permission = signed(
        1,
        &to_bytes(&permission("Dr. Žižka", vec![Section::Results])),
        &identity,
    );
    {
        let mut good = |name: &str, about: &str, fact: Fact, signer: &SigningKey| {
            let statement = Statement::sign(fixed::record(), fact, signer);
            maker.good(name, about, &input(&statement.to_bytes()));
        };
        let certificate = fixed::certificate("patient", "phone");
        good(
            "certificate",
            "A device of the patient.",
            certificate.fact,
            &identity,
        );
        let recovery = Fact::Recovery(Recovery {
            kem: fixed::words().derive_recovery().public().clone(),
        });
        good("recovery", "The recovery key.", recovery, &identity);
        let some = permission("Dr. Žižka", vec![Section::Results]);
        good("permission", "A clinic may add results.", some, &identity);
        let all = permission("", Section::ALL.to_vec());
        good("permission-all", "All sections; no name.", all, &identity);
        good(
            "key",
            "A section key for two readers.",
            key_record(2, 1192),
            &phone.sign,
        );
        good(
            "key-for-many",
            "A section key for 40 readers.",
            key_record(40, 4),
            &phone.sign,
        );
    }
    {
        let mut good = |name: &str, about: &str, heads: u64| {
            let statement = Statement::sign(fixed::record(), revocation(heads), &identity);
            maker.good(name, about, &input(&statement.to_bytes()));
        };
        good("revocation", "A lost device with two feeds.", 2);
        good(
            "revocation-of-a-silent-one",
            "A lost device that wrote nothing.",
            0,
        );
    }
    bad_ones(&mut maker, &identity, &phone.sign, &good_permission);
    said::make(&mut maker);
}

fn bad_ones(maker: &mut Maker, identity: &SigningKey, phone: &SigningKey, good: &[u8]) {
    let mut bad = |name: &str, fault: &str, class: &str, detail: &str, bytes: &[u8], repair: &[u8]| {
        maker.bad(name, fault, class, detail, &input(bytes), input(repair));
    };
    let last = good.len() - 1;
    bad(
        "signature-altered",
        "One bit of the signature.",
        "signature",
        "",
        &flipped(good, last),
        good,
    );
    let renamed = edited(good, b"Dr. ", b"Mr. ");
    bad(
        "content-altered",
        "The name was changed after it was signed.",
        "signature",
        "",
        &renamed,
        good,
    );
    let other = *fixed::identity("clinic").public().as_bytes();
    let claimed = edited(good, identity.public().as_bytes(), &other);
    bad(
        "signer-altered",
        "Another signer is named.",
        "signature",
        "",
        &claimed,
        good,
    );
    let moved = edited(good, &fixed::record().0, &[9; 16]);
    bad(
        "record-altered",
        "Moved to another record.",
        "signature",
        "",
        &moved,
        good,
    );

    let fact = to_bytes(&permission("Dr. Žižka", vec![Section::Results]));
    let version = signed(2, &fact, identity);
    bad(
        "version-2",
        "A version that does not exist yet.",
        "malformed",
        "statement version",
        &version,
        good,
    );
    let mut kind = fact.clone();
    kind[1] = 6;
    let kind = signed(1, &kind, identity);
    bad(
        "kind-6",
        "A fact of a kind that does not exist yet.",
        "malformed",
        "statement kind",
        &kind,
        good,
    );
    let revoked = |heads| signed(1, &to_bytes(&revocation(heads)), identity);
    let empty = to_bytes(&revocation(1));
    let at = empty.len() - 36;
    let mut empty = empty;
    assert_eq!(empty.splice(at..at + 2, [0]).collect::<Vec<_>>(), [0x18, 100]);
    bad(
        "head-0",
        "A known end of a feed without envelopes.",
        "malformed",
        "head of an empty feed",
        &signed(1, &empty, identity),
        &revoked(1),
    );
    let named = |len: usize| signed(1, &to_bytes(&permission(&"n".repeat(len), vec![])), identity);
    bad(
        "name-too-long",
        "A name of 201 bytes.",
        "malformed",
        "name too long",
        &named(201),
        &named(200),
    );
    let sections = |count: usize| {
        let all = Section::ALL.iter().cycle().take(count).copied().collect();
        signed(1, &to_bytes(&permission("", all)), identity)
    };
    bad(
        "sections-too-many",
        "17 sections.",
        "malformed",
        "array too long",
        &sections(17),
        &sections(16),
    );
    let section = signed(1, &edited(&fact, &[0x81, 5, 0x1b], &[0x81, 16, 0x1b]), identity);
    bad(
        "section-16",
        "A section that does not exist.",
        "malformed",
        "section",
        &section,
        good,
    );
    let keyed = |readers: u8, packet: usize| signed(1, &to_bytes(&key_record(readers, packet)), phone);
    bad(
        "readers-too-many",
        "41 readers.",
        "malformed",
        "too many readers",
        &keyed(41, 4),
        &keyed(40, 4),
    );
    let recovery = |len: usize| {
        let mut fact = Writer::default();
        fact.array(2).uint(2).bytes(&vec![5; len]);
        signed(1, &fact.into_bytes(), identity)
    };
    bad(
        "kem-short",
        "A recovery key of 1,215 bytes.",
        "malformed",
        "kem key",
        &recovery(1215),
        &recovery(1216),
    );
    let spare = MAX_STATEMENT - keyed(1, 60_000).len() + 60_000;
    let (fits, too_large) = (keyed(1, spare), keyed(1, spare + 1));
    assert_eq!(fits.len(), MAX_STATEMENT);
    bad(
        "too-large",
        "65,537 bytes.",
        "malformed",
        "statement too large",
        &too_large,
        &fits,
    );
    let trailing = [good, &[0]].concat();
    bad(
        "trailing-byte",
        "One byte after it.",
        "malformed",
        "non-canonical bytes",
        &trailing,
        good,
    );
}
