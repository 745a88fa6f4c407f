//! Mailboxes: letters for somebody who is not there (security.md section 15). Nothing is registered: the identifier is a
//! hash of a key that reads and of a secret that writes, both new each day, and none of the two is kept by the relay.

use minicbor::{Decode, Encode};
use pocketchart_crypto::{Label, Secret, hash};

use crate::{cbor::V1, proof::Call};

/// The longest time that a letter waits: 30 days, in hours.
pub const LONGEST_HOURS: u16 = 30 * 24;
/// Bytes of letters in one box.
pub const CAPACITY: usize = 64 * 1024 * 1024;
/// Letters in one box.
pub const LETTERS: usize = 1_000;

/// The name of a box: `hash128("mailbox", read key ‖ write hash)`.
pub fn id(read_key: &[u8; 32], write_hash: &[u8; 32]) -> [u8; 16] {
    hash::hash128(Label::new("mailbox"), &[read_key, write_hash])
}

/// What stands for the writer's secret in the name: `hash256("mailbox/write", secret)`.
pub fn write_hash(secret: &Secret<32>) -> [u8; 32] {
    hash::hash256(Label::new("mailbox/write"), &[secret.expose()])
}

/// The name of a letter in its box: `hash128("mailbox/letter", packet)`. Posted twice, it is one letter.
pub fn letter_id(packet: &[u8]) -> [u8; 16] {
    hash::hash128(Label::new("mailbox/letter"), &[packet])
}

/// Puts a letter into a box: `POST /mailbox/<id>`.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Post {
    #[n(0)]
    version: V1,
    /// The Ed25519 key that reads the box.
    #[cbor(n(1), with = "minicbor::bytes")]
    pub read_key: [u8; 32],
    /// The secret that writes to it.
    #[cbor(n(2), with = "minicbor::bytes")]
    pub write_secret: [u8; 32],
    /// Hours that it waits at most, from 1 to [`LONGEST_HOURS`].
    #[n(3)]
    pub hours: u16,
    /// The sealed letter, of a length of [`crate::size`].
    #[cbor(n(4), with = "minicbor::bytes")]
    pub packet: Vec<u8>,
}

impl Post {
    /// A letter for the box of this key and this secret.
    pub fn new(read_key: [u8; 32], write_secret: &Secret<32>, hours: u16, packet: Vec<u8>) -> Self {
        Self {
            version: V1,
            read_key,
            write_secret: *write_secret.expose(),
            hours,
            packet,
        }
    }

    /// The box that key and secret open.
    pub fn mailbox(&self) -> [u8; 16] {
        id(
            &self.read_key,
            &write_hash(&Secret::from_bytes(self.write_secret)),
        )
    }
}

/// Reads a box: `POST /mailbox/<id>/read`, signed by the reading key. Letters stay until they are deleted.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Read {
    #[n(0)]
    version: V1,
    /// The key that reads.
    #[cbor(n(1), with = "minicbor::bytes")]
    pub read_key: [u8; 32],
    /// The hash of the secret that writes.
    #[cbor(n(2), with = "minicbor::bytes")]
    pub write_hash: [u8; 32],
    /// Start behind this letter; absent: at the oldest.
    #[cbor(n(3), with = "minicbor::bytes")]
    pub after: Option<[u8; 16]>,
}

impl Read {
    /// Asks for the letters behind one, or for the oldest.
    pub fn new(read_key: [u8; 32], write_hash: [u8; 32], after: Option<[u8; 16]>) -> Self {
        Self {
            version: V1,
            read_key,
            write_hash,
            after,
        }
    }
}

impl Call for Read {
    const LABEL: Label = Label::new("mailbox/read");
}

/// Deletes letters: `POST /mailbox/<id>/delete`, signed by the reading key.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Delete {
    #[n(0)]
    version: V1,
    /// The key that reads.
    #[cbor(n(1), with = "minicbor::bytes")]
    pub read_key: [u8; 32],
    /// The hash of the secret that writes.
    #[cbor(n(2), with = "minicbor::bytes")]
    pub write_hash: [u8; 32],
    /// The letters; those that are not there are passed over.
    #[n(3)]
    pub letters: Vec<Name>,
}

impl Delete {
    /// Deletes these letters.
    pub fn new(read_key: [u8; 32], write_hash: [u8; 32], letters: &[[u8; 16]]) -> Self {
        Self {
            version: V1,
            read_key,
            write_hash,
            letters: letters.iter().copied().map(Name).collect(),
        }
    }
}

impl Call for Delete {
    const LABEL: Label = Label::new("mailbox/delete");
}

/// The name of a letter or a blob.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(transparent)]
pub struct Name(#[cbor(n(0), with = "minicbor::bytes")] pub [u8; 16]);

/// Answers a [`Read`]: letters, oldest first, as many as make about one [`crate::size::LARGEST`].
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Letters {
    #[n(0)]
    version: V1,
    /// The letters.
    #[n(1)]
    pub letters: Vec<Packet>,
    /// Whether there are more behind them.
    #[n(2)]
    pub more: bool,
}

impl Letters {
    /// A page of a box.
    pub fn new(letters: Vec<Packet>, more: bool) -> Self {
        Self {
            version: V1,
            letters,
            more,
        }
    }
}

/// Sealed bytes.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(transparent)]
pub struct Packet(#[cbor(n(0), with = "minicbor::bytes")] pub Vec<u8>);
