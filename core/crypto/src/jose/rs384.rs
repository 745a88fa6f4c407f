//! RS384: RSA with PKCS#1 padding, version 1.5, and SHA-384, for servers that take no ES384. The key is made elsewhere, and signs
//! only: nothing is decrypted with it.

use std::fmt;

use ring::rand::SystemRandom;
use ring::rsa::{KeyPair, PublicKeyComponents};
use ring::signature::RSA_PKCS1_SHA384;
use rustls_pki_types::{PrivatePkcs8KeyDer, pem::PemObject};
use zeroize::Zeroizing;

/// A private key of 2,048 to 4,096 bits.
pub struct SigningKey {
    pair: KeyPair,
    pkcs8: Zeroizing<Vec<u8>>,
}

impl SigningKey {
    /// The key of a file as `openssl genpkey -algorithm RSA` writes it (PEM, `BEGIN PRIVATE KEY`).
    ///
    /// # Errors
    /// [`BadKey`].
    ///
    /// ```
    /// use pocketchart_crypto::jose::rs384::SigningKey;
    ///
    /// assert!(SigningKey::from_pem(b"-----BEGIN RSA PRIVATE KEY-----").is_err());
    /// ```
    pub fn from_pem(pem: &[u8]) -> Result<Self, BadKey> {
        let key = PrivatePkcs8KeyDer::from_pem_slice(pem).map_err(|_| BadKey)?;
        Self::from_pkcs8(key.secret_pkcs8_der())
    }

    /// The key in the form of PKCS#8 (RFC 5958), not encrypted.
    ///
    /// # Errors
    /// [`BadKey`] for anything else, for a key of another length, and for one whose parts do not belong together.
    pub fn from_pkcs8(pkcs8: &[u8]) -> Result<Self, BadKey> {
        Ok(Self {
            pair: KeyPair::from_pkcs8(pkcs8).map_err(|_| BadKey)?,
            pkcs8: Zeroizing::new(pkcs8.to_owned()),
        })
    }

    /// The same form, to be kept sealed.
    pub fn to_pkcs8(&self) -> &Zeroizing<Vec<u8>> {
        &self.pkcs8
    }

    /// The modulus and the exponent of its public half, most significant byte first, as a JWK has them.
    pub fn public(&self) -> (Vec<u8>, Vec<u8>) {
        let parts: PublicKeyComponents<Vec<u8>> = self.pair.public().into();
        (parts.n, parts.e)
    }

    /// Signs a message.
    ///
    /// # Errors
    /// [`BadKey`] if the key turns out not to sign: its result is checked with the public half before it is given out.
    pub fn sign(&self, message: &[u8]) -> Result<Vec<u8>, BadKey> {
        let mut signature = vec![0; self.pair.public().modulus_len()];
        self.pair
            .sign(&RSA_PKCS1_SHA384, &SystemRandom::new(), message, &mut signature)
            .map_err(|_| BadKey)?;
        Ok(signature)
    }
}

impl fmt::Debug for SigningKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("rs384::SigningKey(..)")
    }
}

/// This is no RSA key for signing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not an RSA key of 2048 to 4096 bits")]
#[non_exhaustive]
pub struct BadKey;
