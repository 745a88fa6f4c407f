//! The envelope by itself: header, seal, signature.

use super::file::{Maker, Vector, edited, flipped};
use super::{Format, Input, Refused, fixed, payload, show};
use pocketchart_crypto::kdf::expand;
use pocketchart_crypto::{Label, Secret, aead, padme};
use pocketchart_record::cbor::to_bytes;
use pocketchart_record::*;
use serde_json::{Value, json};

pub(super) const FORMAT: Format = Format {
    name: "envelope",
    read,
    make,
};

fn read(input: &Input) -> Result<Value, Refused> {
    let envelope = Envelope::parse(&input.bytes("bytes"))?;
    if !envelope.signed_by(DeviceId(input.fixed("device"))) {
        return Err(Refused::new("signature", ""));
    }
    let section = Section::from_name(input.text("section")).unwrap();
    let key = SectionKey::new(section, Secret::from_bytes(input.fixed("key")));
    if key.id() != envelope.header.key {
        return Err(Refused::new("key", ""));
    }
    let payload = envelope.open(&key).map_err(|error| match error {
        UnsealError::Seal => Refused::new("seal", ""),
        UnsealError::Inflate(InflateError::UnknownDictionary) => Refused::new("dictionary", ""),
        UnsealError::Inflate(InflateError::Damaged) => Refused::new("compression", ""),
        UnsealError::Malformed(malformed) => malformed.into(),
        other => Refused::new("other", other),
    })?;
    Ok(json!({
        "header": show::header(&envelope.header),
        "hash": super::input::hex(&envelope.hash().0),
        "payload": show::payload(&payload),
    }))
}

fn input(bytes: &[u8]) -> Input {
    Input::default()
        .with_bytes("bytes", bytes)
        .with_bytes("device", &fixed::device("phone").id().0)
        .with("section", Section::Results.name())
        .with_bytes("key", fixed::section_secret(Section::Results).expose())
}

pub(super) fn header() -> Header {
    let key = fixed::section_key(Section::Results);
    let document = fixed::document("results");
    Header {
        key: key.id(),
        document: pseudonym(&key, document),
        feed: tag_of(actor_of(
            fixed::device("phone").id(),
            document,
            Incarnation(fixed::bytes("incarnation")),
        )),
        seq: 2,
        prev: fixed::bytes("prev"),
    }
}

fn sealed(header: Header, payload: &Payload) -> Vec<u8> {
    let key = fixed::section_key(Section::Results);
    let sign = fixed::device("phone").sign;
    Envelope::seal(header, payload, &key, &fixed::nonce("envelope"), &sign).to_bytes()
}

/// An envelope of any header and any padded content, sealed for a header of the caller's choice.
fn forged(header: &[u8], sealed_for: &[u8], padded: &[u8]) -> Vec<u8> {
    let secret = fixed::section_secret(Section::Results);
    let key = expand(&secret, Label::new("envelope-key"), b"");
    let sealed = aead::seal(&key, &fixed::nonce("envelope"), sealed_for, padded);
    let signed = [header, &sealed].concat();
    let signature = fixed::device("phone")
        .sign
        .sign(Label::new("envelope"), &[&signed]);
    [&signed[..], signature.as_bytes()].concat()
}

fn make(to: &mut Vec<Vector>) {
    let mut maker = Maker::new(FORMAT, to);
    let plain = sealed(header(), &payload::observation());
    maker.good(
        "observation",
        "A laboratory result of about 900 bytes of JSON.",
        &input(&plain),
    );
    let first = Header {
        seq: 1,
        prev: [0; 16],
        ..header()
    };
    let opening = Payload {
        opening: Some(Opening {
            document: fixed::document("results"),
            record: fixed::record(),
            section: Section::Results,
            author: fixed::author("patient"),
            incarnation: Incarnation(fixed::bytes("incarnation")),
            authority: fixed::certificate("patient", "phone").id(),
        }),
        ..payload::observation()
    };
    maker.good(
        "first",
        "The first of its feed.",
        &input(&sealed(first, &opening)),
    );
    let late = Header {
        seq: 1 << 40,
        ..header()
    };
    maker.good(
        "late",
        "A number of nine bytes.",
        &input(&sealed(late, &payload::observation())),
    );
    let empty = Payload {
        entries: Vec::new(),
        bodies: Vec::new(),
        ..payload::observation()
    };
    maker.good("empty", "No entries.", &input(&sealed(header(), &empty)));
    let head = to_bytes(&header());
    let stored = [&[0], &to_bytes(&payload::observation())[..]].concat();
    let stored = forged(&head, &head, &padme::pad(stored));
    maker.good(
        "not-compressed",
        "Stored as it is, which every reader must take.",
        &input(&stored),
    );

    outside(&mut maker, &plain);
    inside(&mut maker, &plain);
}

/// Faults that show before the payload is opened.
fn outside(maker: &mut Maker, good: &[u8]) {
    let head = to_bytes(&header());
    let padded = padme::pad(deflate(&to_bytes(&payload::observation()), Effort::Quick));
    let mut bad = |name: &str, fault: &str, class: &str, detail: &str, bytes: &[u8]| {
        let repair = Input::default().with_bytes("bytes", good);
        maker.bad(name, fault, class, detail, &input(bytes), repair);
    };
    bad(
        "too-short",
        "Shorter than a signature.",
        "malformed",
        "envelope",
        &good[..63],
    );
    bad(
        "version-2",
        "A version that does not exist yet.",
        "malformed",
        "envelope version",
        &{
            let head = edited(&head, &[0x86, 1, 0x48], &[0x86, 2, 0x48]);
            forged(&head, &head, &padded)
        },
    );
    bad("seq-0", "Numbers start at 1.", "malformed", "sequence number", &{
        let head = edited(&head, &[2, 0x50], &[0, 0x50]);
        forged(&head, &head, &padded)
    });
    bad(
        "seq-long",
        "A number longer than it need be.",
        "malformed",
        "non-canonical bytes",
        &{
            let head = edited(&head, &[2, 0x50], &[0x18, 2, 0x50]);
            forged(&head, &head, &padded)
        },
    );
    bad(
        "prev-short",
        "15 bytes of the envelope before.",
        "malformed",
        "byte string of a fixed length",
        &{
            let prev = header().prev;
            let whole = [&[0x50], &prev[..]].concat();
            let head = edited(&head, &whole, &[&[0x4f], &prev[..15]].concat());
            forged(&head, &head, &padded)
        },
    );
    bad(
        "header-of-seven",
        "A seventh item in the header.",
        "malformed",
        "array length",
        &{
            let head = [&[0x87], &head[1..], &[0]].concat();
            forged(&head, &head, &padded)
        },
    );
    bad(
        "signature-altered",
        "One bit of the signature.",
        "signature",
        "",
        &flipped(good, good.len() - 1),
    );
    bad(
        "ciphertext-altered",
        "One bit of the ciphertext.",
        "signature",
        "",
        &flipped(good, head.len() + 30),
    );
    bad(
        "header-altered",
        "One bit of the feed's tag.",
        "signature",
        "",
        &flipped(good, 30),
    );
    bad(
        "cut-off",
        "The last byte is missing.",
        "signature",
        "",
        &good[..good.len() - 1],
    );
    bad(
        "other-header",
        "Sealed for another header than the one in front of it.",
        "seal",
        "",
        &{
            let other = to_bytes(&Header { seq: 3, ..header() });
            forged(&head, &other, &padded)
        },
    );
    bad(
        "nothing-sealed",
        "Signed, but shorter than a nonce and a tag.",
        "seal",
        "",
        &{
            let signed = [&head[..], &[0; 39]].concat();
            let signature = fixed::device("phone")
                .sign
                .sign(Label::new("envelope"), &[&signed]);
            [&signed[..], signature.as_bytes()].concat()
        },
    );
    let mut other = |name: &str, fault: &str, class: &str, value: Input| {
        let whole = input(good);
        let mut repair = value.clone();
        repair
            .0
            .iter_mut()
            .for_each(|(name, value)| *value = whole.get(name).clone());
        maker.bad(name, fault, class, "", &whole.repaired(&value), repair);
    };
    let laptop = fixed::device("laptop").id();
    let device = Input::default().with_bytes("device", &laptop.0);
    other(
        "other-device",
        "Another device is said to have signed it.",
        "signature",
        device,
    );
    let key = fixed::section_secret(Section::Vitals);
    let key = Input::default().with_bytes("key", key.expose());
    other("other-key", "Another key than the one it names.", "key", key);
    let section = Input::default().with("section", Section::Vitals.name());
    other(
        "other-section",
        "The key's bytes, but for another section.",
        "key",
        section,
    );
    let large = |len: usize| forged(&head, &head, &padme::pad([&[0], &vec![0; len][..]].concat()));
    let too_large = large(1 << 20);
    assert!(too_large.len() > MAX_ENVELOPE);
    let repair = Input::default().with_bytes("bytes", good);
    // Of an envelope that is too large, nothing is looked at, so it need not be sealed.
    let too_large = [&too_large[..head.len()], &vec![0; MAX_ENVELOPE + 1 - head.len()]].concat();
    maker.bad(
        "too-large",
        "1,048,577 bytes.",
        "malformed",
        "envelope too large",
        &input(&too_large),
        repair,
    );
}

/// Faults of a payload that was sealed and signed as it should be.
fn inside(maker: &mut Maker, good: &[u8]) {
    let head = to_bytes(&header());
    let plain = to_bytes(&payload::observation());
    let packed = deflate(&plain, Effort::Quick);
    let mut bad = |name: &str, fault: &str, class: &str, detail: &str, padded: &[u8]| {
        let repair = Input::default().with_bytes("bytes", good);
        let bytes = forged(&head, &head, padded);
        maker.bad(name, fault, class, detail, &input(&bytes), repair);
    };
    let mut unmarked = padme::pad(packed.clone());
    let mark = unmarked.iter().rposition(|byte| *byte == 0x80).unwrap();
    unmarked[mark] = 0x81;
    bad(
        "padding-mark",
        "The padding starts with 0x81.",
        "seal",
        "",
        &unmarked,
    );
    let longer = [padme::pad(packed.clone()), vec![0]].concat();
    bad(
        "padding-long",
        "One byte of padding too many.",
        "seal",
        "",
        &longer,
    );
    bad("padding-only", "Nothing but zeros.", "seal", "", &[0; 64]);
    let mut dictionary = packed.clone();
    dictionary[0] = 2;
    bad(
        "dictionary-2",
        "A dictionary that does not exist yet.",
        "dictionary",
        "",
        &padme::pad(dictionary),
    );
    let half = packed[..packed.len() / 2].to_vec();
    bad(
        "compression-cut-off",
        "Half of the compressed bytes.",
        "compression",
        "",
        &padme::pad(half),
    );
    bad(
        "compression-nothing",
        "Not even the dictionary's number.",
        "compression",
        "",
        &padme::pad(Vec::new()),
    );
    let bomb = deflate(&vec![0; MAX_INFLATED + 1], Effort::Quick);
    bad(
        "compression-bomb",
        "Inflates to 17 MiB and one byte.",
        "compression",
        "",
        &padme::pad(bomb),
    );
    let trailing = deflate(&[&plain[..], &[0]].concat(), Effort::Quick);
    let padded = padme::pad(trailing);
    bad(
        "payload-trailing",
        "One byte after the payload.",
        "malformed",
        "non-canonical bytes",
        &padded,
    );
    let text = padme::pad(deflate(b"{}", Effort::Quick));
    bad(
        "payload-json",
        "JSON in place of a payload.",
        "malformed",
        "map",
        &text,
    );
}
