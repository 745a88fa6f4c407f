//! Signatures: Ed25519 over a [`Label`] and then the message.

use std::fmt;

use crate::{Label, Secret, hazmat};

/// A key that signs. Wiped when dropped.
///
/// ```
/// use pocketchart_crypto::{Label, Secret, sign::SigningKey};
///
/// const STATEMENT: Label = Label::new("statement");
/// let key = SigningKey::from_seed(&Secret::random());
/// let signature = key.sign(STATEMENT, &[b"allergic to ", b"penicillin"]);
/// assert!(key.public().verify(STATEMENT, &[b"allergic to penicillin"], &signature).is_ok());
/// assert!(key.public().verify(STATEMENT, &[b"allergic to nothing"], &signature).is_err());
/// ```
pub struct SigningKey {
    secret: Secret<64>,
    public: VerifyingKey,
}

impl SigningKey {
    /// The key of a seed; always the same one.
    pub fn from_seed(seed: &Secret<32>) -> Self {
        let mut secret = Secret::zero();
        let public = VerifyingKey(hazmat::ed25519_keypair(secret.expose_mut(), seed.expose()));
        Self { secret, public }
    }

    /// The key that others check signatures with.
    pub fn public(&self) -> VerifyingKey {
        self.public
    }

    /// Signs the label and then all parts, with nothing between them.
    pub fn sign(&self, label: Label, parts: &[&[u8]]) -> Signature {
        Signature(hazmat::ed25519_sign(
            self.secret.expose(),
            &label.followed_by(parts),
        ))
    }
}

impl fmt::Debug for SigningKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SigningKey({:?})", self.public)
    }
}

/// A public key that checks signatures, 32 bytes.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct VerifyingKey([u8; 32]);

impl VerifyingKey {
    /// Any 32 bytes are taken; a key that is no point, or has a small order, verifies nothing.
    pub const fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// Its bytes.
    pub const fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// Checks a signature over the label and the parts.
    ///
    /// # Errors
    /// [`BadSignature`] if it was not made by this key over exactly these bytes.
    pub fn verify(&self, label: Label, parts: &[&[u8]], signature: &Signature) -> Result<(), BadSignature> {
        if hazmat::ed25519_verify(&self.0, &label.followed_by(parts), &signature.0) {
            Ok(())
        } else {
            Err(BadSignature)
        }
    }
}

impl fmt::Debug for VerifyingKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("VerifyingKey(")?;
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))?;
        f.write_str(")")
    }
}

/// A signature, 64 bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Signature([u8; 64]);

impl Signature {
    /// Takes the bytes of a signature, not yet checked.
    pub const fn from_bytes(bytes: [u8; 64]) -> Self {
        Self(bytes)
    }

    /// Its bytes.
    pub const fn as_bytes(&self) -> &[u8; 64] {
        &self.0
    }
}

/// The signature does not belong to this key and these bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("bad signature")]
#[non_exhaustive]
pub struct BadSignature;
