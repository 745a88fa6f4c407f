//! Bytes as digits: the framing of all codes.

use super::file::{Maker, Vector};
use super::input::hex;
use super::{Format, Input, Refused, fixed};
use pocketchart_share::qr::digits::{decode, encode};
use serde_json::{Value, json};

pub(super) const FORMAT: Format = Format {
    name: "digits",
    read,
    make,
};

fn read(input: &Input) -> Result<Value, Refused> {
    let bytes = decode(input.text("digits")).ok_or_else(|| Refused::new("damaged", ""))?;
    Ok(json!({"bytes": hex(&bytes), "digits": encode(&bytes)}))
}

fn make(to: &mut Vec<Vector>) {
    let mut maker = Maker::new(FORMAT, to);
    let input = |digits: &str| Input::default().with("digits", digits);
    const NAMES: [&str; 8] = [
        "none",
        "one-byte",
        "two-bytes",
        "three-bytes",
        "four-bytes",
        "five-bytes",
        "six-bytes",
        "seven-bytes",
    ];
    let some: [u8; 200] = fixed::bytes("digits");
    for (count, name) in NAMES.into_iter().enumerate() {
        let digits = encode(&some[..count]);
        let about = format!("{count} bytes are {} digits.", digits.len());
        maker.good(name, &about, &input(&digits));
    }
    maker.good(
        "zeros",
        "Seven bytes of zeros keep their digits.",
        &input(&encode(&[0; 7])),
    );
    maker.good(
        "highest",
        "The highest number of 7 bytes.",
        &input("72057594037927935"),
    );
    maker.good("many", "28 groups and a rest of 4 bytes.", &input(&encode(&some)));

    let mut bad = |name: &str, fault: &str, digits: &str, repair: &str| {
        maker.bad(name, fault, "damaged", "", &input(digits), input(repair));
    };
    bad("too-high", "2^56.", "72057594037927936", "72057594037927935");
    bad("byte-256", "256 as one byte.", "256", "255");
    for count in [1, 2, 4, 6, 7, 9, 11, 12, 14, 16] {
        let (name, fault) = (
            format!("rest-of-{count}"),
            format!("A rest of {count} digits, which no bytes have."),
        );
        bad(&name, &fault, &"0".repeat(17 + count), &"0".repeat(17));
    }
    bad(
        "sign",
        "A sign in front.",
        "+0000000000000000",
        "00000000000000000",
    );
    bad("letter", "A letter.", "0000000000000000O", "00000000000000000");
    bad("space", "A space.", "0000000000000000 ", "00000000000000000");
    bad(
        "other-script",
        "A digit of another script.",
        "00000000000000٣",
        "00000000000000000",
    );
}
