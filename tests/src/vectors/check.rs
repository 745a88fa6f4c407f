//! The six digits that both screens show.

use super::file::{Maker, Vector};
use super::{Format, Input, Refused, fixed};
use pocketchart_share::session::CheckCode;
use serde_json::{Value, json};

pub(super) const FORMAT: Format = Format {
    name: "check-digits",
    read,
    make,
};

fn read(input: &Input) -> Result<Value, Refused> {
    let hash: [u8; 64] = input
        .bytes("handshake_hash")
        .try_into()
        .map_err(|_| Refused::new("length", ""))?;
    let code = CheckCode::of(&hash);
    Ok(json!({"number": code.number(), "shown": code.to_string()}))
}

fn make(to: &mut Vec<Vector>) {
    let mut maker = Maker::new(FORMAT, to);
    let input = |hash: &[u8]| Input::default().with_bytes("handshake_hash", hash);
    maker.good("zeros", "A handshake hash of zeros.", &input(&[0; 64]));
    let hash = |number: u32| -> [u8; 64] { fixed::bytes(&format!("handshake {number}")) };
    maker.good("one", "Any handshake's hash.", &input(&hash(1)));
    maker.good("two", "Another one's.", &input(&hash(2)));
    let small = (0..)
        .map(hash)
        .find(|hash| CheckCode::of(hash).number() < 1000)
        .unwrap();
    maker.good(
        "leading-zeros",
        "Digits that begin with three zeros.",
        &input(&small),
    );
    let middle = |hash: &[u8; 64]| CheckCode::of(hash).number() % 1000 < 10;
    let middle = (0..).map(hash).find(middle).unwrap();
    maker.good("zeros-inside", "Zeros behind the space.", &input(&middle));
    maker.bad(
        "short",
        "A hash of 32 bytes.",
        "length",
        "",
        &input(&[0; 32]),
        input(&[0; 64]),
    );
}
