//! Diffie–Hellman: X25519, the static keys of Noise handshakes.

use std::fmt;

use crate::{Secret, hazmat};

/// The secret half of an X25519 key pair. Wiped when dropped.
///
/// ```
/// use pocketchart_crypto::{Secret, exchange::ExchangeSecret};
///
/// let [a, b] = [(); 2].map(|()| ExchangeSecret::from_seed(&Secret::random()));
/// assert!(a.agree(&b.public()).unwrap() == b.agree(&a.public()).unwrap());
/// ```
pub struct ExchangeSecret {
    secret: Secret<32>,
    public: ExchangePublic,
}

impl ExchangeSecret {
    /// The pair of a seed; always the same one.
    pub fn from_seed(seed: &Secret<32>) -> Self {
        let mut secret = Secret::zero();
        let public = ExchangePublic(hazmat::x25519_keypair(secret.expose_mut(), seed.expose()));
        Self { secret, public }
    }

    /// The half that others may know.
    pub fn public(&self) -> ExchangePublic {
        self.public
    }

    /// The secret scalar, for a Noise handshake's static key.
    pub fn secret(&self) -> &Secret<32> {
        &self.secret
    }

    /// The secret that both sides compute. Not uniform: put it through [`crate::kdf::extract`].
    ///
    /// # Errors
    /// [`WeakPublicKey`] if the result would be all zero, whatever our secret.
    pub fn agree(&self, theirs: &ExchangePublic) -> Result<Secret<32>, WeakPublicKey> {
        let mut shared = Secret::zero();
        if hazmat::x25519(shared.expose_mut(), self.secret.expose(), &theirs.0) {
            Ok(shared)
        } else {
            Err(WeakPublicKey)
        }
    }
}

impl fmt::Debug for ExchangeSecret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ExchangeSecret({:?})", self.public)
    }
}

/// The public half of an X25519 key pair, 32 bytes.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ExchangePublic([u8; 32]);

impl ExchangePublic {
    /// Takes 32 bytes; weak ones are refused when they are used.
    pub const fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// Its bytes.
    pub const fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

impl fmt::Debug for ExchangePublic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ExchangePublic(")?;
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))?;
        f.write_str(")")
    }
}

/// A public key with which every agreement ends in zeros.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("weak public key")]
#[non_exhaustive]
pub struct WeakPublicKey;
