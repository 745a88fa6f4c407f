//! Vaults: a person's own sealed snapshots, kept until newer ones replace them (security.md sections 14 and 15). The key of
//! a vault comes from the recovery words, so the words alone find what lies in it and a new device reads it.

use minicbor::{Decode, Encode};
use pocketchart_crypto::{Label, hash};

use crate::{cbor::V1, mailbox::Name, proof::Call};

/// Bytes of all blobs of one vault.
pub const CAPACITY: usize = 256 * 1024 * 1024;
/// Blobs of one vault.
pub const BLOBS: usize = 1_000;

/// The name of a vault: `hash128("vault", key)`.
pub fn id(key: &[u8; 32]) -> [u8; 16] {
    hash::hash128(Label::new("vault"), &[key])
}

/// The name of a blob in its vault: `hash128("vault/blob", blob)`.
pub fn blob_id(blob: &[u8]) -> [u8; 16] {
    hash::hash128(Label::new("vault/blob"), &[blob])
}

/// Puts a blob into a vault and takes those out that it replaces, both or neither: `POST /vault/<id>/put`, signed.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Put {
    #[n(0)]
    version: V1,
    /// The vault's Ed25519 key.
    #[cbor(n(1), with = "minicbor::bytes")]
    pub key: [u8; 32],
    /// The sealed blob, of a length of [`crate::size`]; absent: only takes out.
    #[cbor(n(2), with = "minicbor::bytes")]
    pub blob: Option<Vec<u8>>,
    /// The blobs that go; those that are not there are passed over.
    #[n(3)]
    pub replaces: Vec<Name>,
}

impl Put {
    /// A blob in place of others.
    pub fn new(key: [u8; 32], blob: Option<Vec<u8>>, replaces: &[[u8; 16]]) -> Self {
        Self {
            version: V1,
            key,
            blob,
            replaces: replaces.iter().copied().map(Name).collect(),
        }
    }
}

impl Call for Put {
    const LABEL: Label = Label::new("vault/put");
}

/// Asks what lies in a vault: `POST /vault/<id>/list`, signed.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct List {
    #[n(0)]
    version: V1,
    /// The vault's key.
    #[cbor(n(1), with = "minicbor::bytes")]
    pub key: [u8; 32],
}

impl List {
    /// Of the vault of this key.
    pub fn new(key: [u8; 32]) -> Self {
        Self { version: V1, key }
    }
}

impl Call for List {
    const LABEL: Label = Label::new("vault/list");
}

/// Fetches a blob: `POST /vault/<id>/get`, signed; the answer is its bytes.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Get {
    #[n(0)]
    version: V1,
    /// The vault's key.
    #[cbor(n(1), with = "minicbor::bytes")]
    pub key: [u8; 32],
    /// The blob's name.
    #[cbor(n(2), with = "minicbor::bytes")]
    pub blob: [u8; 16],
}

impl Get {
    /// A blob of the vault of this key.
    pub fn new(key: [u8; 32], blob: [u8; 16]) -> Self {
        Self {
            version: V1,
            key,
            blob,
        }
    }
}

impl Call for Get {
    const LABEL: Label = Label::new("vault/get");
}

/// Answers a [`List`].
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Contents {
    #[n(0)]
    version: V1,
    /// The blobs, oldest first.
    #[n(1)]
    pub blobs: Vec<Blob>,
}

impl Contents {
    /// What lies in a vault.
    pub fn new(blobs: Vec<Blob>) -> Self {
        Self { version: V1, blobs }
    }
}

/// A blob in a vault.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Blob {
    /// Its name.
    #[cbor(n(0), with = "minicbor::bytes")]
    pub id: [u8; 16],
    /// Its bytes.
    #[n(1)]
    pub size: u64,
    /// The UTC day on which it came, since 1970.
    #[n(2)]
    pub day: u64,
}
