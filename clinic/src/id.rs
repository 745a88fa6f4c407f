//! Names of accounts, charts and scans: 16 random bytes, in hexadecimal where people and programs see them.

use std::fmt::{self, Write};

use pocketchart_crypto::random_array;
use serde::{Deserialize, Serialize};

/// A name that says nothing.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub(crate) struct Id(pub(crate) [u8; 16]);

impl Id {
    /// A new one.
    pub(crate) fn random() -> Self {
        Self(random_array())
    }

    /// Reads what [`fmt::Display`] wrote.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        if text.len() != 32 || !text.bytes().all(|it| it.is_ascii_hexdigit()) {
            return None;
        }
        let mut bytes = [0; 16];
        for (byte, digits) in bytes.iter_mut().zip(text.as_bytes().chunks(2)) {
            *byte = u8::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok()?;
        }
        Some(Self(bytes))
    }
}

impl Id {
    /// As a UUID is written.
    pub(crate) fn uuid(&self) -> String {
        let hex = hex(&self.0);
        let part = |from: usize, to: usize| hex.get(from..to).unwrap_or_default();
        format!(
            "{}-{}-{}-{}-{}",
            part(0, 8),
            part(8, 12),
            part(12, 16),
            part(16, 20),
            part(20, 32)
        )
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        hex(&self.0).fmt(f)
    }
}

impl fmt::Debug for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl From<Id> for String {
    fn from(id: Id) -> Self {
        id.to_string()
    }
}

impl TryFrom<String> for Id {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text).ok_or("a name has 32 hexadecimal digits")
    }
}

/// Bytes in hexadecimal.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        // Writing to a string does not fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

#[test]
fn a_name_is_read_as_it_was_written_and_nothing_else_is_one() {
    let id = Id::random();
    assert_eq!(Id::parse(&id.to_string()), Some(id));
    for bad in ["", "0", &"g".repeat(32), &"+1".repeat(16), &"0".repeat(34)] {
        assert_eq!(Id::parse(bad), None, "{bad}");
    }
}
