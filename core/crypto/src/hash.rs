//! Hashing: BLAKE2b, plain and keyed, always with a [`Label`] first.
//!
//! `parts` are hashed one after the other with nothing between, so the caller's encoding must make clear
//! where each ends (fixed sizes, or CBOR).

use crate::hazmat::Blake2b;
use crate::{Label, Secret};

/// A 32-byte hash of the label and then all parts.
///
/// ```
/// use pocketchart_crypto::{Label, hash};
///
/// const ENTRY: Label = Label::new("entry");
/// assert_eq!(hash::hash256(ENTRY, &[b"ab", b"c"]), hash::hash256(ENTRY, &[b"abc"]));
/// assert_ne!(hash::hash256(ENTRY, &[b"abc"]), hash::hash256(Label::new("body"), &[b"abc"]));
/// ```
pub fn hash256(label: Label, parts: &[&[u8]]) -> [u8; 32] {
    labelled(&[], label, parts)
}

/// A 16-byte hash, for names and identifiers that nobody gains from colliding with.
pub fn hash128(label: Label, parts: &[&[u8]]) -> [u8; 16] {
    labelled(&[], label, parts)
}

/// A 32-byte hash that only a holder of `key` can compute: a pseudonym or an authenticator.
pub fn keyed256(label: Label, key: &Secret<32>, parts: &[&[u8]]) -> [u8; 32] {
    labelled(key.expose(), label, parts)
}

/// As [`keyed256`], 16 bytes.
pub fn keyed128(label: Label, key: &Secret<32>, parts: &[&[u8]]) -> [u8; 16] {
    labelled(key.expose(), label, parts)
}

fn labelled<const N: usize>(key: &[u8], label: Label, parts: &[&[u8]]) -> [u8; N] {
    let mut state = Blake2b::new(key);
    label
        .parts()
        .iter()
        .chain(parts)
        .for_each(|part| state.update(part));
    state.finish()
}

/// [`hash256`] of data that comes piece by piece.
///
/// ```
/// use pocketchart_crypto::{Label, hash};
///
/// const BODY: Label = Label::new("body");
/// let mut hasher = hash::Hasher::new(BODY);
/// hasher.update(b"first ");
/// hasher.update(b"second");
/// assert_eq!(hasher.finish(), hash::hash256(BODY, &[b"first second"]));
/// ```
pub struct Hasher(Blake2b<32>);

impl Hasher {
    /// Starts with the label.
    pub fn new(label: Label) -> Self {
        let mut state = Blake2b::new(&[]);
        label.parts().iter().for_each(|part| state.update(part));
        Self(state)
    }

    /// Adds the next piece.
    pub fn update(&mut self, data: &[u8]) {
        self.0.update(data);
    }

    /// The hash of everything added.
    pub fn finish(self) -> [u8; 32] {
        self.0.finish()
    }
}
