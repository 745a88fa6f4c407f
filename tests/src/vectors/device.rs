//! A device's keys, from its seed.

use super::file::{Maker, Vector};
use super::input::hex;
use super::{Format, Input, Refused, fixed};
use pocketchart_crypto::Secret;
use pocketchart_record::*;
use serde_json::{Value, json};

pub(super) const FORMAT: Format = Format {
    name: "device",
    read,
    make,
};

fn read(input: &Input) -> Result<Value, Refused> {
    let seed = Secret::from_slice(&input.bytes("seed")).ok_or_else(|| Refused::new("length", ""))?;
    let public = DeviceKeys::from_seed(seed).public();
    Ok(json!({
        "sign": hex(&public.sign.0),
        "exchange": hex(public.exchange.as_bytes()),
        "kem": hex(public.kem.as_bytes()),
        "reader": hex(&reader_of(&public.kem)),
    }))
}

fn make(to: &mut Vec<Vector>) {
    let mut maker = Maker::new(FORMAT, to);
    let input = |seed: &[u8]| Input::default().with_bytes("seed", seed);
    let phone = fixed::secret("phone");
    maker.good("phone", "A device of the vectors.", &input(phone.expose()));
    maker.good("zeros", "A seed of zeros.", &input(&[0; 32]));
    let (short, repair) = (input(&phone.expose()[..31]), input(phone.expose()));
    maker.bad("short", "A seed of 31 bytes.", "length", "", &short, repair);
}
