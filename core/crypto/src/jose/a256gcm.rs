//! A256GCM: AES-256-GCM with a nonce of 12 bytes and a tag of 16.

use aes_gcm::aead::{Aead, KeyInit, Payload};
use aes_gcm::{Aes256Gcm, Nonce};

use crate::{OpenError, Secret, random_array};

/// Bytes of a nonce, which RFC 7518 calls the initialization vector.
pub const IV: usize = 12;

/// Bytes of a tag.
pub const TAG: usize = 16;

/// What was encrypted, in the parts that a JWE has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sealed {
    /// The nonce.
    pub iv: [u8; IV],
    /// As long as the plaintext.
    pub ciphertext: Vec<u8>,
    /// The tag.
    pub tag: [u8; TAG],
}

/// Encrypts `plaintext` and authenticates it together with `ad`. The nonce is drawn anew from the system's random source
/// at every call and cannot be given: one that stands twice under one key would give away both texts and the key of the
/// tags. By chance that happens in less than one of 2³² cases as long as a key seals at most 2³² texts.
///
/// ```
/// use pocketchart_crypto::{Secret, jose::a256gcm};
/// let key = Secret::random();
/// let sealed = a256gcm::seal(&key, b"header", b"penicillin");
/// assert_eq!(a256gcm::open(&key, b"header", &sealed).unwrap(), b"penicillin");
/// assert!(a256gcm::open(&key, b"other", &sealed).is_err());
/// assert_ne!(sealed.iv, a256gcm::seal(&key, b"header", b"penicillin").iv);
/// ```
pub fn seal(key: &Secret<32>, ad: &[u8], plaintext: &[u8]) -> Sealed {
    seal_with(key, random_array(), ad, plaintext)
}

fn seal_with(key: &Secret<32>, iv: [u8; IV], ad: &[u8], plaintext: &[u8]) -> Sealed {
    let message = Payload {
        msg: plaintext,
        aad: ad,
    };
    // It fails beyond 2³⁶ bytes alone, which no slice of ours has; the empty value then opens for nobody.
    let joined = cipher(key).encrypt(&Nonce::from(iv), message).unwrap_or_default();
    let (ciphertext, tag) = joined.split_last_chunk().unwrap_or((&[], &[0; TAG]));
    Sealed {
        iv,
        ciphertext: ciphertext.to_vec(),
        tag: *tag,
    }
}

/// Opens what [`seal`] made under the same key and `ad`.
///
/// # Errors
/// [`OpenError`] if it was altered, or belongs to another key or context.
pub fn open(key: &Secret<32>, ad: &[u8], sealed: &Sealed) -> Result<Vec<u8>, OpenError> {
    let joined = [&sealed.ciphertext[..], &sealed.tag].concat();
    let message = Payload {
        msg: &joined,
        aad: ad,
    };
    cipher(key)
        .decrypt(&Nonce::from(sealed.iv), message)
        .map_err(|_| OpenError)
}

fn cipher(key: &Secret<32>) -> Aes256Gcm {
    Aes256Gcm::new(key.expose().into())
}

/// For published vectors, which give the nonce.
#[cfg(test)]
pub(crate) fn seal_published(key: &Secret<32>, iv: [u8; IV], ad: &[u8], plaintext: &[u8]) -> Sealed {
    seal_with(key, iv, ad, plaintext)
}
