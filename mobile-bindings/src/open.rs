//! Creating and opening a chart.

use crate::caught::caught;
use crate::chart::OpenChart;
use crate::platform::{FreshnessStore, KeyVault, KeyVaultError, Platform};
use crate::thrown::thrown;
use pocketchart::{Chart, CreateChart, Home, KdfLevel, StoreError, Unlock};
use std::sync::Arc;
use zeroize::Zeroizing;

/// A new chart, and the words that bring it back when everything else is lost.
#[derive(uniffi::Record)]
pub struct CreatedChart {
    /// The chart, open.
    pub chart: Arc<OpenChart>,
    /// The 24 recovery words. They are given here once and kept nowhere.
    pub recovery_words: Vec<String>,
}

thrown! {
    /// A chart could not be created, opened or erased. Nothing was changed.
    #[derive(PartialEq, Eq)]
    OpenError {
        /// No record lies there.
        #[error("store-missing")]
        Missing,
        /// A record lies there already.
        #[error("store-exists")]
        Exists,
        /// Another program has it open, or this one has.
        #[error("store-busy")]
        Busy,
        /// The key is another record's.
        #[error("store-wrong-key")]
        WrongKey,
        /// The folder was put back to an older state.
        #[error("store-rolled-back")]
        RolledBack,
        /// The person did not let the key store give the key.
        #[error("key-cancelled")]
        KeyCancelled,
        /// The key store has lost the key for good.
        #[error("key-lost")]
        KeyLost,
        /// The key store failed.
        #[error("key-failed")]
        KeyFailed,
        /// The key store gave something that has not 32 bytes.
        #[error("key-failed")]
        NotAKey,
    }
}

impl From<pocketchart::OpenError> for OpenError {
    fn from(error: pocketchart::OpenError) -> Self {
        match error {
            pocketchart::OpenError::Store(StoreError::Missing) => Self::Missing,
            pocketchart::OpenError::Store(StoreError::Exists) => Self::Exists,
            pocketchart::OpenError::Store(StoreError::Busy) => Self::Busy,
            pocketchart::OpenError::Store(StoreError::WrongKey) => Self::WrongKey,
            pocketchart::OpenError::Store(StoreError::RolledBack) => Self::RolledBack,
            other => Self::Failed {
                id: other.id().into(),
            },
        }
    }
}

impl From<KeyVaultError> for OpenError {
    fn from(error: KeyVaultError) -> Self {
        match error {
            KeyVaultError::Cancelled => Self::KeyCancelled,
            KeyVaultError::Lost => Self::KeyLost,
            KeyVaultError::Failed => Self::KeyFailed,
        }
    }
}

/// Creates a chart for a new person in a folder, which is made if it is not there.
///
/// `device_name` is what the person calls this device.
#[uniffi::export]
pub fn create_chart(
    folder: String,
    key_vault: Arc<dyn KeyVault>,
    freshness: Arc<dyn FreshnessStore>,
    device_name: String,
) -> Result<CreatedChart, OpenError> {
    caught(|| {
        let with = CreateChart {
            unlock: &unlock(&*key_vault)?,
            kdf: KdfLevel::Normal,
            device_name: &device_name,
        };
        let (chart, words) = Chart::create(&Home::new(folder, Arc::new(Platform(freshness))), &with)?;
        Ok(CreatedChart {
            chart: Arc::new(OpenChart::over(chart)),
            recovery_words: words.to_text().split(' ').map(str::to_owned).collect(),
        })
    })
}

/// Opens the chart in a folder.
#[uniffi::export]
pub fn open_chart(
    folder: String,
    key_vault: Arc<dyn KeyVault>,
    freshness: Arc<dyn FreshnessStore>,
) -> Result<Arc<OpenChart>, OpenError> {
    caught(|| {
        let home = Home::new(folder, Arc::new(Platform(freshness)));
        let chart = Chart::open(&home, &unlock(&*key_vault)?)?;
        Ok(Arc::new(OpenChart::over(chart)))
    })
}

fn unlock(key_vault: &dyn KeyVault) -> Result<Unlock, OpenError> {
    let key = Zeroizing::new(key_vault.store_key()?);
    Unlock::key(&key).ok_or(OpenError::NotAKey)
}
