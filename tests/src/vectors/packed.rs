//! Compression with the shipped dictionary.

use super::file::{Maker, Vector};
use super::input::hex;
use super::{Format, Input, Refused, fixed};
use pocketchart_record::*;
use serde_json::{Value, json};

pub(super) const FORMAT: Format = Format {
    name: "compression",
    read,
    make,
};

fn read(input: &Input) -> Result<Value, Refused> {
    let bytes = inflate(&input.bytes("packed")).map_err(|error| match error {
        InflateError::UnknownDictionary => Refused::new("dictionary", ""),
        InflateError::Damaged => Refused::new("compression", ""),
    })?;
    Ok(json!({"bytes": hex(&bytes)}))
}

fn make(to: &mut Vec<Vector>) {
    let mut maker = Maker::new(FORMAT, to);
    let input = |packed: &[u8]| Input::default().with_bytes("packed", packed);
    let glucose = fixed::GLUCOSE.as_bytes();
    let packed = deflate(glucose, Effort::Quick);
    maker.good(
        "observation",
        "One resource, as an envelope has it.",
        &input(&packed),
    );
    maker.good(
        "best",
        "The same, as a base has it.",
        &input(&deflate(glucose, Effort::Best)),
    );
    maker.good(
        "stored",
        "Two bytes that do not shrink.",
        &input(&deflate(b"{}", Effort::Quick)),
    );
    let many = glucose.repeat(20);
    maker.good(
        "many",
        "20 times the same.",
        &input(&deflate(&many, Effort::Quick)),
    );
    let mut bad = |name: &str, fault: &str, class: &str, bytes: &[u8]| {
        maker.bad(name, fault, class, "", &input(bytes), input(&packed));
    };
    bad("nothing", "Not even the dictionary's number.", "compression", &[]);
    bad(
        "dictionary-2",
        "A dictionary that does not exist yet.",
        "dictionary",
        &[&[2], &packed[1..]].concat(),
    );
    bad(
        "cut-off",
        "The last byte is missing.",
        "compression",
        &packed[..packed.len() - 1],
    );
    bad(
        "trailing",
        "One byte after the frame.",
        "compression",
        &[&packed[..], &[0]].concat(),
    );
    let magic = [&[1, 0x28, 0xb5, 0x2f, 0xfd], &packed[1..]].concat();
    bad(
        "magic",
        "The magic number in front, which is left out.",
        "compression",
        &magic,
    );
    let bomb = deflate(&vec![0; MAX_INFLATED + 1], Effort::Quick);
    bad(
        "too-large",
        "Inflates to 17 MiB and one byte.",
        "compression",
        &bomb,
    );
}
