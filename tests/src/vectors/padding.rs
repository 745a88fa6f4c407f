//! Padding to Padmé lengths.

use super::file::{Maker, Vector};
use super::input::hex;
use super::{Format, Input, Refused};
use pocketchart_crypto::padme::{pad, unpad};
use serde_json::{Value, json};

pub(super) const FORMAT: Format = Format {
    name: "padding",
    read,
    make,
};

fn read(input: &Input) -> Result<Value, Refused> {
    let value = unpad(input.bytes("padded")).map_err(|_| Refused::new("padding", ""))?;
    Ok(json!({"value": hex(&value)}))
}

fn make(to: &mut Vec<Vector>) {
    let mut maker = Maker::new(FORMAT, to);
    let input = |padded: &[u8]| Input::default().with_bytes("padded", padded);
    for len in [0, 1, 8, 9, 100, 255, 256, 1000, 70_000] {
        let about = format!("{len} bytes.");
        maker.good(&format!("of-{len}"), &about, &input(&pad(vec![0x5a; len])));
    }
    maker.good(
        "ends-in-zeros",
        "The value itself ends in 0x80 and zeros.",
        &input(&pad(vec![1, 0x80, 0, 0])),
    );
    let value = vec![0x5a; 100];
    let good = pad(value.clone());
    let mut bad = |name: &str, fault: &str, padded: &[u8]| {
        maker.bad(name, fault, "padding", "", &input(padded), input(&good));
    };
    bad("nothing", "No bytes.", &[]);
    bad("zeros", "Only zeros.", &[0; 16]);
    bad(
        "no-mark",
        "No 0x80 between value and zeros.",
        &[&value[..], &[0; 4]].concat(),
    );
    bad("too-short", "One zero too few.", &good[..good.len() - 1]);
    bad("too-long", "One zero too many.", &[&good[..], &[0]].concat());
}
