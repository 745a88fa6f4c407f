//! ES384: ECDSA on P-384 with SHA-384, by which an app proves who it is. Signatures are deterministic (RFC 6979), and 96 bytes: r and
//! s, not DER. Others check them; nothing here does.

use std::fmt;

use p384::ecdsa::signature::Signer;

use crate::Secret;

/// A private key. Wiped when dropped.
///
/// ```
/// use pocketchart_crypto::jose::es384::SigningKey;
///
/// let key = SigningKey::random();
/// assert_eq!(key.sign(b"penicillin"), key.sign(b"penicillin"));
/// let again = SigningKey::from_secret(&key.to_secret())?;
/// assert_eq!(again.coordinates(), key.coordinates());
/// # Ok::<(), pocketchart_crypto::jose::es384::BadKey>(())
/// ```
pub struct SigningKey(p384::ecdsa::SigningKey);

impl SigningKey {
    /// A new key from the system's random source.
    pub fn random() -> Self {
        // Hardly any draw is no key: one in 2¹⁹⁴.
        loop {
            if let Ok(key) = Self::from_secret(&Secret::random()) {
                return key;
            }
        }
    }

    /// The key of a secret number, 48 bytes, most significant first.
    ///
    /// # Errors
    /// [`BadKey`] if it is 0, or not below the order of the curve.
    pub fn from_secret(secret: &Secret<48>) -> Result<Self, BadKey> {
        p384::ecdsa::SigningKey::from_slice(secret.expose())
            .map(Self)
            .map_err(|_| BadKey)
    }

    /// The secret number, to be kept sealed.
    pub fn to_secret(&self) -> Secret<48> {
        Secret::from_bytes(self.0.to_bytes().into())
    }

    /// The coordinates of its public point, each 48 bytes, most significant first, as a JWK has them.
    pub fn coordinates(&self) -> ([u8; 48], [u8; 48]) {
        let point = self.0.verifying_key().to_sec1_point(false);
        let half = |half: Option<&[u8]>| half.and_then(|it| it.try_into().ok()).unwrap_or([0; 48]);
        let bytes = point.as_bytes();
        (half(bytes.get(1..49)), half(bytes.get(49..97)))
    }

    /// Signs a message.
    pub fn sign(&self, message: &[u8]) -> [u8; 96] {
        let signature: p384::ecdsa::Signature = self.0.sign(message);
        signature.to_bytes().into()
    }
}

impl fmt::Debug for SigningKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("es384::SigningKey(..)")
    }
}

/// These bytes are no key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a key of P-384")]
#[non_exhaustive]
pub struct BadKey;
