//! Pairing codes as text.

use super::file::{Maker, Vector, edited};
use super::input::hex;
use super::{Format, Input, Refused, fixed};
use pocketchart_crypto::{Label, hash};
use pocketchart_record::cbor::Writer;
use pocketchart_share::session::{CodeError, PairingCode};
use serde_json::{Value, json};

pub(super) const FORMAT: Format = Format {
    name: "pairing-code",
    read,
    make,
};

fn read(input: &Input) -> Result<Value, Refused> {
    let code = PairingCode::from_text(input.text("text")).map_err(|error| {
        let class = match error {
            CodeError::NotACode => "not-a-code",
            CodeError::OtherKind => "other-kind",
            CodeError::Newer => "newer",
            CodeError::Damaged => "damaged",
            CodeError::Address => "address",
            _ => "other",
        };
        Refused::new(class, "")
    })?;
    Ok(json!({
        "key": hex(code.key().as_bytes()),
        "secret": hex(&secret_in(&code)),
        "addresses": code.addresses(),
        "text": code.to_text(),
    }))
}

/// The secret is the code's own affair; its bytes say it to whoever holds the code.
fn secret_in(code: &PairingCode) -> Vec<u8> {
    let bytes = pocketchart_record::cbor::to_bytes(code);
    let mut from = pocketchart_record::cbor::Reader::new(&bytes);
    let _ = (from.map().unwrap(), from.uint().unwrap(), from.uint().unwrap());
    let _ = (from.uint().unwrap(), from.text().unwrap());
    let _ = (from.uint().unwrap(), from.bytes().unwrap(), from.uint().unwrap());
    from.bytes().unwrap().to_vec()
}

fn body(version: u64, kind: &str, addresses: &[&str]) -> Vec<u8> {
    let mut to = Writer::default();
    to.map(5).uint(0).uint(version).uint(1).text(kind);
    to.uint(2)
        .bytes(fixed::device("phone").public().exchange.as_bytes());
    to.uint(3).bytes(fixed::secret("pairing").expose());
    to.uint(4).array(addresses.len());
    for address in addresses {
        to.text(address);
    }
    to.into_bytes()
}

/// Digits of the bytes and their checksum: 7 bytes are 17 digits.
pub(super) fn text(body: &[u8]) -> String {
    let checksum = hash::hash128(Label::new("code-checksum"), &[body]);
    digits(&[body, &checksum[..4]].concat())
}

fn digits(bytes: &[u8]) -> String {
    const WIDTHS: [usize; 8] = [0, 3, 5, 8, 10, 13, 15, 17];
    let mut text = "pocketchart:/".to_owned();
    for chunk in bytes.chunks(7) {
        let number = chunk
            .iter()
            .fold(0_u64, |number, byte| number << 8 | u64::from(*byte));
        let width = WIDTHS[chunk.len()];
        text.push_str(&format!("{number:0width$}"));
    }
    text
}

fn make(to: &mut Vec<Vector>) {
    let mut maker = Maker::new(FORMAT, to);
    let input = |text: &str| Input::default().with("text", text);
    let one = ["192.168.1.20:7411"];
    let good = body(1, "pair", &one);
    let good_text = text(&good);
    maker.good("one-address", "One address.", &input(&good_text));
    let three = body(1, "pair", &["phone.local:7411", "[fe80::1]:65535", "10.0.0.7:1"]);
    maker.good("three-addresses", "Three addresses.", &input(&text(&three)));
    let longest = format!("{}:7411", "h".repeat(59));
    maker.good(
        "longest-address",
        "An address of 64 characters.",
        &input(&text(&body(1, "pair", &[&longest]))),
    );
    let broken: Vec<String> = good_text
        .as_bytes()
        .chunks(40)
        .map(|it| String::from_utf8_lossy(it).into())
        .collect();
    maker.good(
        "broken-lines",
        "White space as a mail program adds it.",
        &input(&broken.join(" \n")),
    );

    let mut bad = |name: &str, fault: &str, class: &str, text: &str| {
        maker.bad(name, fault, class, "", &input(text), input(&good_text));
    };
    bad(
        "other-prefix",
        "An address of the web.",
        "not-a-code",
        &good_text.replace("pocketchart:/", "https://"),
    );
    bad(
        "no-digits",
        "Nothing after the prefix.",
        "not-a-code",
        "pocketchart:/",
    );
    bad(
        "capital-prefix",
        "The prefix in capital letters.",
        "not-a-code",
        &good_text.replace("pocket", "POCKET"),
    );
    let mut mistyped = good_text.clone().into_bytes();
    mistyped[40] = if mistyped[40] == b'0' { b'1' } else { b'0' };
    bad(
        "mistyped",
        "One wrong digit.",
        "damaged",
        &String::from_utf8_lossy(&mistyped),
    );
    bad(
        "cut-off",
        "The last digit is missing.",
        "damaged",
        &good_text[..good_text.len() - 1],
    );
    bad(
        "letter",
        "A letter among the digits.",
        "damaged",
        &[&good_text[..30], "o", &good_text[31..]].concat(),
    );
    let group = format!("pocketchart:/99999999999999999{}", &good_text[30..]);
    bad(
        "group-too-large",
        "17 digits that no 7 bytes take.",
        "damaged",
        &group,
    );
    bad(
        "other-kind",
        "A code for something else.",
        "other-kind",
        &text(&body(1, "card", &one)),
    );
    bad(
        "version-2",
        "A version that does not exist yet.",
        "newer",
        &text(&body(2, "pair", &one)),
    );
    bad(
        "no-address",
        "No address.",
        "address",
        &text(&body(1, "pair", &[])),
    );
    let four = body(1, "pair", &["a:1", "b:1", "c:1", "d:1"]);
    bad("four-addresses", "Four addresses.", "damaged", &text(&four));
    bad(
        "no-port",
        "An address without a port.",
        "address",
        &text(&body(1, "pair", &["phone.local"])),
    );
    bad(
        "port-0",
        "Port 0.",
        "address",
        &text(&body(1, "pair", &["phone.local:0"])),
    );
    bad(
        "space",
        "A space in the address.",
        "address",
        &text(&body(1, "pair", &["my phone:7411"])),
    );
    let long = format!("{}:7411", "h".repeat(60));
    bad(
        "address-too-long",
        "An address of 65 characters.",
        "address",
        &text(&body(1, "pair", &[&long])),
    );
    let version = edited(&good, &[0xa5, 0, 1, 1], &[0xa5, 0, 0x18, 1, 1]);
    bad(
        "integer-long",
        "An integer longer than it need be.",
        "damaged",
        &text(&version),
    );
    bad(
        "trailing-byte",
        "One byte after the fields.",
        "damaged",
        &text(&[&good[..], &[0]].concat()),
    );
}
