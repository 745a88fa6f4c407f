//! ES384: ECDSA on P-384 with SHA-384, by which an app proves who it is. Others check its signatures; nothing here does.

use super::ecdsa::{coordinates, signing_key};

signing_key! {
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
    "es384", p384, "P-384", 48, 96
}

impl SigningKey {
    /// The coordinates of its public point, each 48 bytes, most significant first, as a JWK has them.
    pub fn coordinates(&self) -> ([u8; 48], [u8; 48]) {
        coordinates(self.0.verifying_key().to_sec1_point(false).as_bytes())
    }
}
