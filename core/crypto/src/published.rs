//! Other people's vectors, run against the primitives as this crate calls them.
//!
//! Where each file comes from: `tests/vectors/README.md`.

mod argon2id;
mod blake2b;
mod jose;
mod noise;
mod padme;
mod secretstream;
mod verifies;
mod wycheproof;
mod xchacha;
mod xwing;

use data_encoding::HEXLOWER;
use serde_json::Value;

/// A file of `tests/vectors`, which is a list.
macro_rules! vectors {
    ($file:literal) => {
        serde_json::from_str::<Vec<serde_json::Value>>(include_str!(concat!("../../tests/vectors/", $file)))
            .unwrap()
    };
}
use vectors;

/// The bytes of a hexadecimal field; none where it is absent.
fn hex(vector: &Value, field: &str) -> Vec<u8> {
    unhex(vector[field].as_str().unwrap_or_default())
}

fn unhex(text: &str) -> Vec<u8> {
    HEXLOWER.decode(text.as_bytes()).unwrap()
}

/// The bytes of a hexadecimal field of a known size.
fn hex_array<const N: usize>(vector: &Value, field: &str) -> [u8; N] {
    hex(vector, field).try_into().unwrap()
}
