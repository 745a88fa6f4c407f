//! Key sets of health cards (decision 24): whoever checks a card fetches its issuer's public keys. A person has a key for a
//! series of cards, and a name for it at the relay that is linked to nothing else of theirs.

use minicbor::{Decode, Encode};
use pocketchart_crypto::{Label, hash};

use crate::{cbor::V1, proof::Call};

/// Bytes of a key set.
pub const LONGEST: usize = 4 * 1024;
/// Keys of one set.
pub const MOST: usize = 8;
/// The longest time ahead that a key set ends: ten years, in seconds.
pub const LONGEST_TIME: u64 = 3_653 * 24 * 60 * 60;

/// The name of the key set that this Ed25519 key puts and deletes: `hash128("keys", owner)`. Nobody else can ever take it
/// over, not even when it is over.
pub fn id(owner: &[u8; 32]) -> [u8; 16] {
    hash::hash128(Label::new("keys"), &[owner])
}

/// Puts a key set in place of the one before: `POST /shc/<id>/put`, signed by the owner. It is then served to everyone at
/// `/shc/<id>/.well-known/jwks.json`.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Put {
    #[n(0)]
    version: V1,
    /// The Ed25519 key that the set is named after: random, of this series of cards only.
    #[cbor(n(1), with = "minicbor::bytes")]
    pub owner: [u8; 32],
    /// The first second at which it is over, since 1970; at most [`LONGEST_TIME`] ahead.
    #[n(2)]
    pub ends: u64,
    /// The JSON Web Key Set, at most [`LONGEST`] bytes: from 1 to [`MOST`] public keys of P-256, each with exactly `alg`,
    /// `crv`, `kid`, `kty`, `use`, `x` and `y`, without spaces, names in alphabetical order, keys by their `kid`.
    #[n(3)]
    pub keys: String,
}

impl Put {
    /// A key set until a time.
    pub fn new(owner: [u8; 32], ends: u64, keys: String) -> Self {
        Self {
            version: V1,
            owner,
            ends,
            keys,
        }
    }
}

impl Call for Put {
    const LABEL: Label = Label::new("keys/put");
}

/// Deletes a key set: `POST /shc/<id>/delete`, signed by the owner.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Delete {
    #[n(0)]
    version: V1,
    /// The key that the set is named after.
    #[cbor(n(1), with = "minicbor::bytes")]
    pub owner: [u8; 32],
}

impl Delete {
    /// Of this owner.
    pub fn new(owner: [u8; 32]) -> Self {
        Self { version: V1, owner }
    }
}

impl Call for Delete {
    const LABEL: Label = Label::new("keys/delete");
}
