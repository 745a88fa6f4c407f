//! ES256: ECDSA on P-256 with SHA-256.

use p256::ecdsa::signature::Verifier;

use super::ecdsa::{coordinates, signing_key};
use crate::sign::BadSignature;

signing_key! {
    /// A private key. Wiped when dropped.
    ///
    /// ```
    /// use pocketchart_crypto::jose::es256::SigningKey;
    /// let key = SigningKey::random();
    /// let signature = key.sign(b"penicillin");
    /// assert!(key.public().verify(b"penicillin", &signature).is_ok());
    /// assert!(key.public().verify(b"nothing", &signature).is_err());
    /// ```
    "es256", p256, "P-256", 32, 64
}

impl SigningKey {
    /// The key that others check signatures with.
    pub fn public(&self) -> VerifyingKey {
        VerifyingKey(*self.0.verifying_key())
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
        coordinates(self.0.to_sec1_point(false).as_bytes())
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
