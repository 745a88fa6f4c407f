//! Sealing for one recipient by their public key: X-Wing (X25519 and ML-KEM-768), so that what is recorded
//! today stays closed to a quantum computer later (security.md section 1, A10).

use std::fmt;

#[cfg(feature = "open")]
use crate::OpenError;
use crate::aead::{self, Nonce};
use crate::hazmat::{self, XWING_CIPHERTEXT, XWING_PUBLIC};
use crate::{Label, Secret, kdf};

/// Bytes that a sealed value is longer than its plaintext: X-Wing ciphertext 1,120 and [`aead::OVERHEAD`].
pub const OVERHEAD: usize = XWING_CIPHERTEXT + aead::OVERHEAD;

/// The secret half of an X-Wing key pair. Wiped when dropped.
pub struct KemSecret {
    #[cfg_attr(not(feature = "open"), expect(dead_code, reason = "only opening needs it"))]
    secret: Secret<32>,
    public: KemPublic,
}

impl KemSecret {
    /// The pair of a seed; always the same one.
    pub fn from_seed(seed: &Secret<32>) -> Self {
        let mut secret = Secret::zero();
        let public = KemPublic(hazmat::xwing_keypair(secret.expose_mut(), seed.expose()));
        Self { secret, public }
    }

    /// The half that others seal with.
    pub fn public(&self) -> &KemPublic {
        &self.public
    }

    /// Opens what [`KemPublic::seal_to`] made for this key with the same label and `ad`.
    ///
    /// ```
    /// use pocketchart_crypto::{Label, Secret, kem::KemSecret};
    ///
    /// const SECTION_KEY: Label = Label::new("section-key");
    /// let reader = KemSecret::from_seed(&Secret::random());
    /// let sealed = reader.public().seal_to(SECTION_KEY, b"allergies", b"the key").unwrap();
    /// assert_eq!(reader.open(SECTION_KEY, b"allergies", &sealed).unwrap(), b"the key");
    /// ```
    ///
    /// # Errors
    /// [`OpenError`] if it is too short, was altered, or is for another key, purpose or context.
    #[cfg(feature = "open")]
    pub fn open(&self, label: Label, ad: &[u8], sealed: &[u8]) -> Result<Vec<u8>, OpenError> {
        let (ciphertext, body) = sealed.split_first_chunk::<XWING_CIPHERTEXT>().ok_or(OpenError)?;
        let mut shared = Secret::zero();
        if !hazmat::xwing_decapsulate(shared.expose_mut(), ciphertext, self.secret.expose()) {
            return Err(OpenError);
        }
        aead::open(&message_key(label, &shared, ciphertext), ad, body)
    }
}

impl fmt::Debug for KemSecret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("KemSecret(..)")
    }
}

/// The public half of an X-Wing key pair, 1,216 bytes.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct KemPublic(Box<[u8; XWING_PUBLIC]>);

impl KemPublic {
    /// Bytes of a public key.
    pub const LEN: usize = XWING_PUBLIC;

    /// Copies exactly [`Self::LEN`] bytes; malformed ones are refused when they are used.
    pub fn from_slice(bytes: &[u8]) -> Option<Self> {
        bytes.to_vec().into_boxed_slice().try_into().ok().map(Self)
    }

    /// Its bytes.
    pub fn as_bytes(&self) -> &[u8; XWING_PUBLIC] {
        &self.0
    }

    /// Seals `plaintext` so that only this key's holder opens it, bound to a purpose and to `ad`. Says
    /// nothing about who sealed it. Returns X-Wing ciphertext (1,120 B), nonce, ciphertext, tag.
    ///
    /// # Errors
    /// [`BadPublicKey`] if these bytes are no X-Wing public key.
    pub fn seal_to(&self, label: Label, ad: &[u8], plaintext: &[u8]) -> Result<Vec<u8>, BadPublicKey> {
        let mut shared = Secret::zero();
        let mut ciphertext = [0; XWING_CIPHERTEXT];
        if !hazmat::xwing_encapsulate(&mut ciphertext, shared.expose_mut(), &self.0) {
            return Err(BadPublicKey);
        }
        let key = message_key(label, &shared, &ciphertext);
        Ok([
            ciphertext.as_slice(),
            &aead::seal(&key, &Nonce::random(), ad, plaintext),
        ]
        .concat())
    }
}

impl fmt::Debug for KemPublic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("KemPublic(")?;
        self.0
            .iter()
            .take(8)
            .try_for_each(|byte| write!(f, "{byte:02x}"))?;
        f.write_str("..)")
    }
}

/// One key per encapsulation: the shared secret under the label, with the ciphertext it came in.
fn message_key(label: Label, shared: &Secret<32>, ciphertext: &[u8; XWING_CIPHERTEXT]) -> Secret<32> {
    kdf::expand(&kdf::extract(label, shared.expose()), label, ciphertext)
}

/// The bytes are no X-Wing public key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not an X-Wing public key")]
#[non_exhaustive]
pub struct BadPublicKey;
