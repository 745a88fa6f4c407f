use std::fmt;

use zeroize::Zeroize;

use crate::hazmat;

/// `N` secret bytes, wiped when dropped, never shown by `Debug`, compared in constant time.
///
/// For keys that live as long as a call or a session. Keys that live as long as an open record belong in
/// [`SecretBytes`].
///
/// ```
/// use pocketchart_crypto::Secret;
///
/// let key = Secret::<32>::random();
/// assert_eq!(format!("{key:?}"), "Secret<32>(..)");
/// assert!(key == Secret::from_slice(key.expose()).unwrap());
/// assert!(Secret::<32>::from_slice(b"short").is_none());
/// ```
pub struct Secret<const N: usize>(Box<[u8; N]>);

impl<const N: usize> Secret<N> {
    /// Takes bytes that are secret from now on. The caller's own copy stays the caller's to wipe.
    pub fn from_bytes(bytes: [u8; N]) -> Self {
        Self(Box::new(bytes))
    }

    /// Copies a slice of exactly `N` bytes.
    pub fn from_slice(bytes: &[u8]) -> Option<Self> {
        (bytes.len() == N).then(|| {
            let mut secret = Self::zero();
            secret.0.copy_from_slice(bytes);
            secret
        })
    }

    /// `N` new bytes from the system's random source, written straight into place.
    pub fn random() -> Self {
        let mut secret = Self::zero();
        hazmat::random(secret.0.as_mut_slice());
        secret
    }

    /// The bytes themselves.
    pub fn expose(&self) -> &[u8; N] {
        &self.0
    }

    /// Place for a secret that a primitive is about to write.
    pub(crate) fn zero() -> Self {
        Self(Box::new([0; N]))
    }

    pub(crate) fn expose_mut(&mut self) -> &mut [u8; N] {
        &mut self.0
    }
}

impl<const N: usize> Drop for Secret<N> {
    fn drop(&mut self) {
        self.0.zeroize();
    }
}

impl<const N: usize> Clone for Secret<N> {
    fn clone(&self) -> Self {
        let mut copy = Self::zero();
        copy.0.copy_from_slice(self.0.as_slice());
        copy
    }
}

impl<const N: usize> PartialEq for Secret<N> {
    fn eq(&self, other: &Self) -> bool {
        hazmat::equal(self.0.as_slice(), other.0.as_slice())
    }
}

impl<const N: usize> Eq for Secret<N> {}

impl<const N: usize> fmt::Debug for Secret<N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Secret<{N}>(..)")
    }
}

/// A long-lived secret of any length in guarded memory: between guard pages, unreadable except while
/// [`SecretBytes::with`] runs, kept out of swap and core dumps as far as the system allows (never an error
/// where it does not), wiped when dropped.
///
/// Each costs about 16 KiB; a program holds a handful (security.md section 2).
///
/// ```
/// use pocketchart_crypto::{Secret, SecretBytes};
///
/// let key = SecretBytes::from_secret(&Secret::<32>::random());
/// assert_eq!(key.with(|bytes| bytes.len()), 32);
/// ```
pub struct SecretBytes(hazmat::Guarded);

impl SecretBytes {
    /// Copies `bytes` into guarded memory. The caller's own copy stays the caller's to wipe.
    pub fn new(bytes: &[u8]) -> Self {
        Self(hazmat::Guarded::new(bytes))
    }

    /// Copies a short-lived secret into guarded memory.
    pub fn from_secret<const N: usize>(secret: &Secret<N>) -> Self {
        Self::new(secret.expose())
    }

    /// Makes the bytes readable while `read` runs. May be called from several threads and from within
    /// itself; the bytes are hidden again when the last reader is done, also if it panics.
    pub fn with<R>(&self, read: impl FnOnce(&[u8]) -> R) -> R {
        self.0.with(read)
    }
}

impl fmt::Debug for SecretBytes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SecretBytes(..)")
    }
}
