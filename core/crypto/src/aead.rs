//! Sealing with a key that both sides hold: XChaCha20-Poly1305.

#[cfg(feature = "open")]
use crate::OpenError;
use crate::{Secret, hazmat};

/// Bytes that a sealed value is longer than its plaintext: nonce 24, tag 16.
pub const OVERHEAD: usize = NONCE + hazmat::TAG;

const NONCE: usize = 24;

/// A 24-byte nonce, long enough to be drawn at random for every sealing under one key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Nonce([u8; NONCE]);

impl Nonce {
    /// A new nonce from the system's random source.
    pub fn random() -> Self {
        Self(crate::random_array())
    }

    /// A nonce of the caller's own making, which must never be used twice with one key.
    pub const fn from_bytes(bytes: [u8; NONCE]) -> Self {
        Self(bytes)
    }

    /// Its bytes.
    pub const fn as_bytes(&self) -> &[u8; NONCE] {
        &self.0
    }
}

/// Encrypts `plaintext` and authenticates it together with `ad`, the context it belongs to, which the
/// opener must give again. Returns nonce (24 B), ciphertext, tag (16 B).
pub fn seal(key: &Secret<32>, nonce: &Nonce, ad: &[u8], plaintext: &[u8]) -> Vec<u8> {
    let mut sealed = vec![0; OVERHEAD + plaintext.len()];
    let (head, body) = sealed.split_at_mut(NONCE);
    head.copy_from_slice(&nonce.0);
    let done = hazmat::xchacha_seal(body, key.expose(), &nonce.0, ad, plaintext);
    debug_assert!(done, "the lengths fit");
    sealed
}

/// Opens what [`seal`] made under the same key and `ad`.
///
/// ```
/// use pocketchart_crypto::{Secret, aead};
///
/// let key = Secret::random();
/// let sealed = aead::seal(&key, &aead::Nonce::random(), b"row 7", b"penicillin");
/// assert_eq!(sealed.len(), 10 + aead::OVERHEAD);
/// assert_eq!(aead::open(&key, b"row 7", &sealed).unwrap(), b"penicillin");
/// assert!(aead::open(&key, b"row 8", &sealed).is_err());
/// ```
///
/// # Errors
/// [`OpenError`] if it is too short, was altered, or belongs to another key or context.
#[cfg(feature = "open")]
pub fn open(key: &Secret<32>, ad: &[u8], sealed: &[u8]) -> Result<Vec<u8>, OpenError> {
    let (nonce, body) = sealed.split_first_chunk::<NONCE>().ok_or(OpenError)?;
    let mut plaintext = vec![0; body.len().checked_sub(hazmat::TAG).ok_or(OpenError)?];
    if hazmat::xchacha_open(&mut plaintext, key.expose(), nonce, ad, body) {
        Ok(plaintext)
    } else {
        Err(OpenError)
    }
}
