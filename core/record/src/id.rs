//! The names of things: fixed-length identifiers that cannot be mistaken for one another.

use crate::cbor::{Canonical, Malformed, Reader, Writer};
use std::fmt;
use std::hash::{Hash, Hasher};

const HEX: &[u8; 16] = b"0123456789abcdef";

macro_rules! identifier {
    ($(#[$doc:meta])* $name:ident, $len:literal) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub [u8; $len]);

        impl $name {
            /// The bytes.
            pub fn as_bytes(&self) -> &[u8] {
                &self.0
            }

            /// Lower-case hexadecimal.
            pub fn to_hex(&self) -> String {
                let digits = self.0.iter().flat_map(|byte| [byte >> 4, byte & 15]);
                digits.map(|digit| char::from(HEX[usize::from(digit)])).collect()
            }

            /// Reads lower- or upper-case hexadecimal of exactly this length.
            pub fn from_hex(text: &str) -> Option<Self> {
                let mut bytes = [0; $len];
                if text.len() != 2 * $len || !text.is_ascii() {
                    return None;
                }
                for (byte, digits) in bytes.iter_mut().zip(text.as_bytes().chunks(2)) {
                    *byte = u8::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok()?;
                }
                Some(Self(bytes))
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!(stringify!($name), "({})"), self.to_hex())
            }
        }

        impl Canonical for $name {
            fn write(&self, to: &mut Writer) {
                to.bytes(&self.0);
            }
            fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
                from.fixed().map(Self)
            }
        }
    };
}

identifier!(
    /// One person's record: BLAKE2b-128 of the identity key it was created with.
    RecordId, 16
);
identifier!(
    /// An author: the Ed25519 public key that certifies this author's devices. The patient's is the record's
    /// identity key; a clinic and a proxy have their own.
    AuthorId, 32
);
identifier!(
    /// One device: its Ed25519 public signing key.
    DeviceId, 32
);
identifier!(
    /// A document: random, bound to (record, section, author) by its opening.
    DocumentId, 16
);
identifier!(
    /// How a document is named outside: keyed hash of its id, so that the log tells nothing about it.
    Pseudonym, 16
);
identifier!(
    /// One incarnation of one device in one document, as Automerge's actor.
    ActorId, 16
);
identifier!(
    /// The first 8 bytes of the actor id: names a feed in headers, vectors and entry keys.
    FeedTag, 8
);
identifier!(
    /// Random; new on install, restore and detected rollback, never at a mere start.
    Incarnation, 8
);
identifier!(
    /// A section key's name: the first 8 bytes of its commitment.
    KeyId, 8
);
identifier!(
    /// BLAKE2b-256 of a body's bytes.
    BodyHash, 32
);
identifier!(
    /// BLAKE2b-256 of an envelope's header and ciphertext.
    EnvelopeHash, 32
);
identifier!(
    /// SHA-256 that Automerge gives a change.
    ChangeHash, 32
);
identifier!(
    /// BLAKE2b-256 of a statement.
    StatementId, 32
);
identifier!(
    /// The first 16 bytes of BLAKE2b-256 of an entry's scalar: a reference cannot name what is not yet written.
    EntryHash, 16
);

impl FeedTag {
    /// The 11 characters (base64url without padding) that begin an entry key.
    pub fn to_text(&self) -> String {
        const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        // 64 bits make ten sextets and one of four bits, padded with zeros at the end.
        let bits = u128::from(u64::from_be_bytes(self.0)) << 2;
        (0..11)
            .rev()
            .map(|place| char::from(ALPHABET[usize::try_from(bits >> (6 * place) & 63).unwrap_or(0)]))
            .collect()
    }
}

/// The name of one entry for ever: which document, which feed, which number in it, and the hash of what it says.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct EntryId {
    /// The document that holds it.
    pub document: DocumentId,
    /// The feed that wrote it.
    pub feed: FeedTag,
    /// From 1 in each feed, never repeated.
    pub counter: u64,
    /// The hash of its scalar.
    pub hash: EntryHash,
}

/// What it says and its number tell entries apart in a table: to hash the rest too would only cost.
impl Hash for EntryId {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.hash.0.hash(state);
        self.counter.hash(state);
    }
}

impl EntryId {
    /// The key of the entry in its document's map: feed tag, a dot, the counter in base 36.
    pub fn key(&self) -> String {
        entry_key(self.feed, self.counter)
    }

    /// A name that can be typed and pasted: hexadecimal of document, feed and hash around the counter.
    pub fn to_text(&self) -> String {
        format!(
            "{}.{}.{}.{}",
            self.document.to_hex(),
            self.feed.to_hex(),
            self.counter,
            self.hash.to_hex()
        )
    }

    /// Reads [`EntryId::to_text`].
    pub fn from_text(text: &str) -> Option<Self> {
        let mut parts = text.split('.');
        let id = Self {
            document: DocumentId::from_hex(parts.next()?)?,
            feed: FeedTag::from_hex(parts.next()?)?,
            counter: parts.next()?.parse().ok()?,
            hash: EntryHash::from_hex(parts.next()?)?,
        };
        parts.next().is_none().then_some(id)
    }
}

impl Canonical for EntryId {
    fn write(&self, to: &mut Writer) {
        to.array(4)
            .value(&self.document)
            .value(&self.feed)
            .uint(self.counter)
            .value(&self.hash);
    }
    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        from.array_of(4)?;
        Ok(Self {
            document: from.value()?,
            feed: from.value()?,
            counter: from.uint()?,
            hash: from.value()?,
        })
    }
}

/// The key of an entry in its document's map.
pub fn entry_key(feed: FeedTag, counter: u64) -> String {
    let mut digits = Vec::new();
    let mut rest = counter;
    loop {
        digits.push(char::from_digit((rest % 36) as u32, 36).unwrap_or('0'));
        rest /= 36;
        if rest == 0 {
            break;
        }
    }
    let mut key = feed.to_text();
    key.push('.');
    key.extend(digits.iter().rev());
    key
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_eleven_characters_a_dot_and_base_36() {
        assert_eq!(entry_key(FeedTag([0; 8]), 1), "AAAAAAAAAAA.1");
        assert_eq!(entry_key(FeedTag([0xff; 8]), 36 * 36), "__________8.100");
        assert_eq!(entry_key(FeedTag([1, 2, 3, 4, 5, 6, 7, 8]), 35), "AQIDBAUGBwg.z");
    }

    #[test]
    fn a_typed_name_reads_back() {
        let id = EntryId {
            document: DocumentId([7; 16]),
            feed: FeedTag([9; 8]),
            counter: 812,
            hash: EntryHash([3; 16]),
        };
        assert_eq!(EntryId::from_text(&id.to_text()), Some(id));
        assert_eq!(EntryId::from_text("nonsense"), None);
    }
}
