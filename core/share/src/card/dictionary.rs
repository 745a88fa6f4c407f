//! The preset dictionaries of cards. Each is kept for ever: a card names its dictionary by number and signs its hash.

use super::entry::{CardCode, CardEntry, CardSeverity};
use pocketchart_crypto::{Label, hash};
use pocketchart_record::cbor;

/// The dictionary of new cards.
pub(super) const NEWEST: u8 = 1;

/// A dictionary by its number.
pub(super) fn dictionary(number: u64) -> Option<&'static [u8]> {
    match number {
        1 => Some(include_bytes!("../../dictionary/card-1.bin")),
        _ => None,
    }
}

/// What a card's signature covers of its dictionary.
pub(super) fn digest(dictionary: &[u8]) -> [u8; 32] {
    hash::hash256(Label::new("card-dictionary"), &[dictionary])
}

/// How a dictionary is made, once, from lines of text (`dictionary/card-1.txt`). What is most common stands at the end,
/// where deflate reaches it most cheaply.
#[derive(Debug)]
pub struct DictionarySource;

impl DictionarySource {
    /// The bytes of a dictionary. A line is `text`, as it stands inside other words, or
    /// `text|system number or URI|code` and perhaps `|severity|reaction`: an entry as a card has it. Lines that begin
    /// with `#` are remarks.
    pub fn to_dictionary(lines: &str) -> Vec<u8> {
        let mut bytes = Vec::new();
        for line in lines.lines().filter(|line| !line.starts_with('#')) {
            let mut parts = line.split('|');
            let text = parts.next().unwrap_or_default();
            match (parts.next(), parts.next()) {
                (Some(system), Some(code)) => {
                    let entry = CardEntry {
                        text: text.to_owned(),
                        code: Some(CardCode {
                            system: system.to_owned(),
                            code: code.to_owned(),
                        }),
                        severity: parts.next().and_then(CardSeverity::of),
                        detail: parts.next().map(str::to_owned),
                        ..CardEntry::default()
                    };
                    bytes.extend(cbor::to_bytes(&entry));
                }
                _ => bytes.extend(text.as_bytes()),
            }
        }
        bytes
    }
}
