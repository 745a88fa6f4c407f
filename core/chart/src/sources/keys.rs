//! The keys by which hospitals can know this app: made here, or made elsewhere and kept here. Only their public halves leave the device.

use super::error::AppKeyError;
use crate::chart::Chart;
use pocketchart_record::cbor::{from_bytes, to_bytes};
use pocketchart_record::{Shelf, Shelved, StoreError};
use pocketchart_share::smart::{ClientKey, ClientKeys};

/// Among the settings: the keys for the next connections. `source-keys` of docs/formats.cddl.
const KEYS: &[u8] = b"source-keys";

impl Chart {
    /// The keys of this device for new connections; none at first. [`ClientKeys::to_jwks`] is what a hospital wants that registers the app.
    ///
    /// # Errors
    /// What the store says.
    ///
    /// ```
    /// # use pocketchart::{Chart, CreateChart, Home, KdfLevel, NoFreshness, Unlock};
    /// # let folder = tempfile::tempdir()?;
    /// # let home = Home::new(folder.path(), std::sync::Arc::new(NoFreshness));
    /// # let unlock = Unlock::passphrase("correct horse battery staple");
    /// # let with = CreateChart { unlock: &unlock, kdf: KdfLevel::Fast, device_name: "phone" };
    /// let (mut chart, _) = Chart::create(&home, &with)?;
    /// assert!(chart.app_keys()?.is_empty());
    /// let keys = chart.make_app_key()?;
    /// assert_eq!(chart.app_keys()?.to_jwks(), keys.to_jwks());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn app_keys(&self) -> Result<ClientKeys, StoreError> {
        let row = self.record.shelved(Shelf::Setting, KEYS)?;
        row.map_or_else(|| Ok(ClientKeys::default()), |bytes| Ok(from_bytes(&bytes)?))
    }

    /// Makes a new key for ES384, in the place of one that is there. Connections keep the key that they were made with.
    ///
    /// # Errors
    /// What the store says.
    pub fn make_app_key(&mut self) -> Result<ClientKeys, StoreError> {
        self.keep_app_key(ClientKey::random())
    }

    /// Takes a key for RS384, for servers that know no other: a PEM file in the form of PKCS#8, 2,048 to 4,096 bits, not encrypted.
    ///
    /// # Errors
    /// [`AppKeyError`].
    pub fn take_app_key(&mut self, pem: &[u8]) -> Result<ClientKeys, AppKeyError> {
        let key = ClientKey::from_pem(pem).map_err(|_| AppKeyError::NotAKey)?;
        Ok(self.keep_app_key(key)?)
    }

    fn keep_app_key(&mut self, key: ClientKey) -> Result<ClientKeys, StoreError> {
        let keys = self.app_keys()?.with(key);
        self.record
            .shelve(vec![Shelved::put(Shelf::Setting, KEYS, to_bytes(&keys))])?;
        Ok(keys)
    }
}
