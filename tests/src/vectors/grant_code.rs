//! Codes of grants as text.

use super::code::text;
use super::fields::{Fields, bytes, list, text as string, uint};
use super::file::{Maker, Vector};
use super::input::hex;
use super::{Format, Input, Refused, fixed};
use pocketchart_record::cbor;
use pocketchart_share::grant::{CodeError, GrantCode};
use serde_json::{Value, json};

pub(super) const FORMAT: Format = Format {
    name: "grant-code",
    read,
    make,
};

fn read(input: &Input) -> Result<Value, Refused> {
    let code = GrantCode::from_text(input.text("text")).map_err(|error| {
        let class = match error {
            CodeError::NotACode => "not-a-code",
            CodeError::OtherKind => "other-kind",
            CodeError::Newer => "newer",
            CodeError::Damaged => "damaged",
            _ => "other",
        };
        Refused::new(class, "")
    })?;
    let outline = code.outline();
    let flags = outline
        .flags
        .iter_names()
        .map(|(name, _)| json!(name.to_lowercase()));
    Ok(json!({
        "key": hex(code.key().as_bytes()),
        "secret": hex(&secret_in(&code)),
        "bind": hex(&code.secret().bind()),
        "locator": hex(&code.secret().locator()),
        "flags": flags.collect::<Value>(),
        "not_before": outline.not_before,
        "expires": outline.expires,
        "sections": outline.sections().map(|section| json!(section.name())).collect::<Value>(),
        "uses": outline.uses,
        "addresses": code.addresses().iter().map(|it| json!(it.to_string())).collect::<Value>(),
        "relay": code.relay(),
        "text": code.to_text(),
    }))
}

/// The secret is the code's own affair; its bytes say it to whoever holds the code.
fn secret_in(code: &GrantCode) -> Vec<u8> {
    let bytes = cbor::to_bytes(code);
    let mut from = cbor::Reader::new(&bytes);
    let _ = (from.map().unwrap(), from.uint().unwrap(), from.uint().unwrap());
    let _ = (from.uint().unwrap(), from.text().unwrap());
    let _ = (from.uint().unwrap(), from.bytes().unwrap(), from.uint().unwrap());
    from.bytes().unwrap().to_vec()
}

/// 2026-11-25, at noon, in minutes.
const NOON: u64 = fixed::NOON / 60_000;
const V4: [u8; 6] = [192, 168, 1, 20, 28, 243];
const V6: [u8; 18] = [0xfd, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 7, 28, 243];

fn addresses(all: &[&[u8]]) -> Vec<u8> {
    list(&all.iter().map(|address| bytes(address)).collect::<Vec<_>>())
}

fn make(to: &mut Vec<Vector>) {
    let mut maker = Maker::new(FORMAT, to);
    let fields = Fields::default()
        .with(0, uint(1))
        .with(1, string("grant"))
        .with(2, bytes(fixed::device("phone").public().exchange.as_bytes()))
        .with(3, bytes(fixed::secret("grant").expose()))
        .with(4, uint(2))
        .with(5, uint(NOON))
        .with(6, uint(1440))
        .with(7, uint(0b110))
        .with(8, uint(1))
        .with(9, addresses(&[&V4]));
    let input = |text: &str| Input::default().with("text", text);
    let with = |key: u64, value: Vec<u8>| fields.clone().with(key, value);
    let mut good = |name: &str, about: &str, fields: &Fields| {
        maker.good(name, about, &input(&text(&fields.to_bytes())));
    };
    good("one-address", "One address.", &fields);
    good(
        "two-addresses",
        "Two addresses, one of IPv6.",
        &with(9, addresses(&[&V4, &V6])),
    );
    good(
        "relay",
        "A relay and no address.",
        &with(9, list(&[])).with(10, string("relay.example")),
    );
    let most = with(9, addresses(&[&V6, &V6])).with(10, string(&"r".repeat(48)));
    good(
        "longest",
        "The longest code there is.",
        &most.clone().with(6, uint(43_200)).with(4, uint(15)),
    );
    good(
        "whole-record",
        "All sections, 255 uses.",
        &with(7, uint(65_535)).with(8, uint(255)),
    );
    good("one-minute", "A minute.", &with(6, uint(1)));
    let good_text = text(&fields.to_bytes());
    let lines: Vec<String> = good_text
        .as_bytes()
        .chunks(40)
        .map(|it| String::from_utf8_lossy(it).into())
        .collect();
    maker.good(
        "broken-lines",
        "White space as a mail program adds it.",
        &input(&lines.join(" \n")),
    );
    bad_texts(&mut maker, &good_text);

    let mut bad = |name: &str, fault: &str, class: &str, fields: &Fields| {
        maker.bad(
            name,
            fault,
            class,
            "",
            &input(&text(&fields.to_bytes())),
            input(&good_text),
        );
    };
    bad(
        "version-2",
        "A version that does not exist yet.",
        "newer",
        &with(0, uint(2)),
    );
    bad(
        "other-kind",
        "A code for something else.",
        "other-kind",
        &with(1, string("pair")),
    );
    let mut damaged = |name: &str, fault: &str, fields: &Fields| bad(name, fault, "damaged", fields);
    damaged("key-short", "A key of 31 bytes.", &with(2, bytes(&[1; 31])));
    damaged("secret-long", "A secret of 33 bytes.", &with(3, bytes(&[1; 33])));
    damaged("flag-16", "A flag that does not exist.", &with(4, uint(16)));
    damaged("no-time", "It ends when it begins.", &with(6, uint(0)));
    damaged(
        "too-long",
        "A minute longer than 30 days.",
        &with(6, uint(43_201)),
    );
    damaged(
        "past-all-time",
        "It ends after the last minute there is.",
        &with(5, uint(u64::from(u32::MAX) - 1439)),
    );
    damaged("no-sections", "No section.", &with(7, uint(0)));
    damaged(
        "section-16",
        "A section that does not exist.",
        &with(7, uint(65_536)),
    );
    damaged("no-uses", "No use.", &with(8, uint(0)));
    damaged("uses-256", "256 uses.", &with(8, uint(256)));
    damaged("nowhere", "Neither an address nor a relay.", &with(9, list(&[])));
    damaged(
        "three-addresses",
        "Three addresses.",
        &with(9, addresses(&[&V4, &V4, &V4])),
    );
    damaged(
        "address-of-7-bytes",
        "An address of 7 bytes.",
        &with(9, addresses(&[&V6[..7]])),
    );
    damaged("port-0", "Port 0.", &with(9, addresses(&[&[10, 0, 0, 7, 0, 0]])));
    let relay = |name: &str| with(10, string(name));
    damaged("relay-empty", "A relay without a name.", &relay(""));
    damaged(
        "relay-long",
        "A relay's name of 49 characters.",
        &relay(&"r".repeat(49)),
    );
    damaged("relay-space", "A space in the relay's name.", &relay("my relay"));
    damaged("no-field", "A field is missing.", &fields.clone().without(8));
    damaged(
        "one-field-more",
        "A field that does not exist.",
        &with(11, uint(0)),
    );
    damaged(
        "order",
        "Two fields in the wrong order.",
        &fields.clone().swapped(4),
    );
    damaged(
        "integer-long",
        "An integer longer than it need be.",
        &with(4, vec![0x18, 2]),
    );
}

fn bad_texts(maker: &mut Maker<'_>, good: &str) {
    let input = |text: &str| Input::default().with("text", text);
    let mut bad = |name: &str, fault: &str, class: &str, text: &str| {
        maker.bad(name, fault, class, "", &input(text), input(good));
    };
    let page = good.replace("pocketchart:/", "https://card.example/#");
    bad(
        "on-a-page",
        "On a web page, where a grant's code does not stand.",
        "not-a-code",
        &page,
    );
    bad(
        "no-digits",
        "Nothing after the prefix.",
        "not-a-code",
        "pocketchart:/",
    );
    let long = format!("pocketchart:/{}", "0".repeat(4097));
    bad("too-many-digits", "4,097 digits.", "not-a-code", &long);
    let mut mistyped = good.to_owned().into_bytes();
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
        &good[..good.len() - 1],
    );
    bad(
        "two-codes",
        "The same code twice.",
        "damaged",
        &[good, &good[13..]].concat(),
    );
}
