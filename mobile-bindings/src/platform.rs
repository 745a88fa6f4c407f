//! What the platform lends to the library.

use pocketchart::Freshness;
use std::io;
use std::sync::Arc;
use uniffi::UnexpectedUniFFICallbackError;

/// The platform's key store (Android Keystore, Secure Enclave).
#[uniffi::export(foreign)]
pub trait KeyVault: Send + Sync {
    /// The 32 bytes that open the record, always the same for one record. Asked for once by each call that creates or
    /// opens, on the caller's thread; it may wait there for the person.
    fn store_key(&self) -> Result<Vec<u8>, KeyVaultError>;
}

/// The key store gives no key.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error, uniffi::Error)]
pub enum KeyVaultError {
    /// The person did not want to.
    #[error("cancelled")]
    Cancelled,
    /// The key is gone for good.
    #[error("lost")]
    Lost,
    /// Anything else.
    #[error("failed")]
    Failed,
}

impl From<UnexpectedUniFFICallbackError> for KeyVaultError {
    fn from(_: UnexpectedUniFFICallbackError) -> Self {
        Self::Failed
    }
}

/// Remembers, outside of the record's folder and of the device's backups, how far the record had come: so that a folder
/// that was put back to an older state is noticed.
#[uniffi::export(foreign)]
pub trait FreshnessStore: Send + Sync {
    /// The highest number ever stored; none before the first.
    fn read(&self) -> Result<Option<u64>, FreshnessError>;
    /// Stores a number. One smaller than what is stored must be ignored.
    fn advance(&self, commit: u64) -> Result<(), FreshnessError>;
}

/// The number could not be read or stored.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error, uniffi::Error)]
pub enum FreshnessError {
    /// For whatever reason.
    #[error("failed")]
    Failed,
}

impl From<UnexpectedUniFFICallbackError> for FreshnessError {
    fn from(_: UnexpectedUniFFICallbackError) -> Self {
        Self::Failed
    }
}

/// A platform's store as the facade takes it.
pub(crate) struct Platform(pub(crate) Arc<dyn FreshnessStore>);

impl Freshness for Platform {
    fn read(&self) -> io::Result<Option<u64>> {
        self.0.read().map_err(io::Error::other)
    }

    fn advance(&self, commit: u64) -> io::Result<()> {
        self.0.advance(commit).map_err(io::Error::other)
    }
}
