//! Vectors: files below `tests/vectors`, each one input of one format, with what it means or why it is refused.
//!
//! A format is a pair of functions: one reads any input as the engine does, one makes the vectors. Both work without
//! the files, so that a test can compare.

mod acknowledgement;
mod arrival;
mod base;
mod card;
mod change;
mod check;
mod clock;
mod code;
mod delegated;
mod device;
mod digits;
mod entry;
mod envelope;
mod fields;
mod file;
mod fixed;
mod grant_code;
mod grant_keys;
mod granted;
mod handout;
mod health_card;
mod health_link;
mod input;
mod joined;
mod key;
mod log;
mod message;
mod names;
mod notice;
mod packed;
mod packet;
mod padding;
mod payload;
mod pen;
mod reconciliation;
mod said;
mod scope;
mod show;
mod split;
mod statement;
mod store;
mod whole;
mod words;

pub use file::{Expected, Vector, folder};
pub use input::Input;

use serde_json::Value;

/// Why an input was refused: the class is part of the vector, the detail is the engine's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    pub class: String,
    pub detail: String,
}

impl Refused {
    pub fn new(class: &str, detail: impl ToString) -> Self {
        Self {
            class: class.to_owned(),
            detail: detail.to_string(),
        }
    }
}

impl From<pocketchart_record::cbor::Malformed> for Refused {
    fn from(malformed: pocketchart_record::cbor::Malformed) -> Self {
        Self::new("malformed", malformed.0)
    }
}

/// One format.
pub struct Format {
    pub name: &'static str,
    /// Reads an input as the engine does.
    pub read: fn(&Input) -> Result<Value, Refused>,
    /// Makes its vectors.
    pub make: fn(&mut Vec<Vector>),
}

/// All of them.
pub const FORMATS: [Format; 45] = [
    entry::FORMAT,
    acknowledgement::FORMAT,
    reconciliation::FORMAT,
    payload::FORMAT,
    envelope::FORMAT,
    statement::FORMAT,
    packet::FORMAT,
    key::FORMAT,
    device::FORMAT,
    words::FORMAT,
    names::FORMAT,
    change::FORMAT,
    padding::FORMAT,
    packed::FORMAT,
    message::FORMAT,
    code::FORMAT,
    log::FORMAT,
    base::FORMAT,
    store::FORMAT,
    whole::FORMAT,
    card::FORMAT,
    digits::FORMAT,
    scope::FORMAT,
    granted::GRANT,
    granted::BINDING,
    granted::DELEGATION,
    delegated::REQUEST,
    delegated::CODE,
    granted::REVOCATION,
    granted::RECEIPT,
    granted::DELETION,
    grant_code::FORMAT,
    grant_keys::KEYS,
    grant_keys::CALL,
    split::FORMAT,
    handout::FORMAT,
    arrival::FORMAT,
    notice::FORMAT,
    check::FORMAT,
    clock::FORMAT,
    health_link::LINK,
    health_link::FILE,
    health_link::MANIFEST,
    health_card::CARD,
    health_card::CHECK,
];

/// The format of that name.
pub fn format(name: &str) -> Option<&'static Format> {
    FORMATS.iter().find(|format| format.name == name)
}

/// All vectors, made anew.
pub fn made() -> Vec<Vector> {
    let mut vectors = Vec::new();
    for format in &FORMATS {
        (format.make)(&mut vectors);
    }
    vectors
}
