//! ES256: ECDSA on P-256 with SHA-256. Signatures are deterministic (RFC 6979), and 64 bytes: r and s, not DER.

use std::fmt;

use p256::ecdsa::signature::{Signer, Verifier};

use crate::Secret;
use crate::sign::BadSignature;

/// A private key. Wiped when dropped.
///
/// ```
/// use pocketchart_crypto::jose::es256::SigningKey;
/// let key = SigningKey::random();
/// let signature = key.sign(b"penicillin");
/// assert!(key.public().verify(b"penicillin", &signature).is_ok());
/// assert!(key.public().verify(b"nothing", &signature).is_err());
/// ```
pub struct SigningKey(p256::ecdsa::SigningKey);

impl SigningKey {
    /// A new key from the system's random source.
    pub fn random() -> Self {
        // About one in 2³² draws is no key.
        loop {
            if let Ok(key) = Self::from_secret(&Secret::random()) {
                return key;
            }
        }
    }

    /// The key of a secret number, 32 bytes, most significant first.
    ///
    /// # Errors
    /// [`BadKey`] if it is 0, or not below the order of the curve.
    pub fn from_secret(secret: &Secret<32>) -> Result<Self, BadKey> {
        p256::ecdsa::SigningKey::from_slice(secret.expose())
            .map(Self)
            .map_err(|_| BadKey)
    }

    /// The secret number, to be kept sealed.
    pub fn to_secret(&self) -> Secret<32> {
        Secret::from_bytes(self.0.to_bytes().into())
    }

    /// The key that others check signatures with.
    pub fn public(&self) -> VerifyingKey {
        VerifyingKey(*self.0.verifying_key())
    }

    /// Signs a message.
    pub fn sign(&self, message: &[u8]) -> [u8; 64] {
        let signature: p256::ecdsa::Signature = self.0.sign(message);
        signature.to_bytes().into()
    }
}

impl fmt::Debug for SigningKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("es256::SigningKey(..)")
    }
}

/// A public key: a point of the curve.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct VerifyingKey(p256::ecdsa::VerifyingKey);

impl VerifyingKey {
    /// The point of these coordinates, each 32 bytes, most significant first, as a JWK has them.
    ///
    /// # Errors
    /// [`BadKey`] if it is not on the curve.
    pub fn from_coordinates(x: &[u8; 32], y: &[u8; 32]) -> Result<Self, BadKey> {
        let point = [&[4][..], x, y].concat();
        p256::ecdsa::VerifyingKey::from_sec1_bytes(&point)
            .map(Self)
            .map_err(|_| BadKey)
    }

    /// Its coordinates.
    pub fn coordinates(&self) -> ([u8; 32], [u8; 32]) {
        let point = self.0.to_sec1_point(false);
        let half = |half: Option<&[u8]>| half.and_then(|it| it.try_into().ok()).unwrap_or([0; 32]);
        let bytes = point.as_bytes();
        (half(bytes.get(1..33)), half(bytes.get(33..65)))
    }

    /// Checks a signature.
    ///
    /// # Errors
    /// [`BadSignature`] if it was not made by this key over exactly these bytes.
    pub fn verify(&self, message: &[u8], signature: &[u8; 64]) -> Result<(), BadSignature> {
        let signature = p256::ecdsa::Signature::from_slice(signature).map_err(|_| BadSignature)?;
        self.0.verify(message, &signature).map_err(|_| BadSignature)
    }
}

/// These bytes are no key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a key of P-256")]
#[non_exhaustive]
pub struct BadKey;
