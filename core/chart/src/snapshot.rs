//! The whole record as a sealed snapshot at the relay: with the 24 words alone a new device brings it back.

use crate::backup::{BackupError, RestoreError};
use crate::chart::{Chart, CreateChart};
use crate::home::Home;
use pocketchart_record::cbor::{Canonical, Malformed, Reader, Writer, from_bytes, to_bytes};
use pocketchart_record::{
    BackupReport, Millis, RecoveryWords, RestoreReport, Shelf, Shelved, StoreError, Unlock,
};
use pocketchart_share::relay::{Relay, RelayError, Vault, blob_id};

const KEY: &[u8] = b"vault";
const MAX_NAMES: usize = 1_000;

/// The pieces that this device may have put into the vault; those of other devices it leaves there.
#[derive(Default)]
struct Put(Vec<[u8; 16]>);

impl Canonical for Put {
    fn write(&self, to: &mut Writer) {
        to.array(self.0.len());
        for name in &self.0 {
            to.bytes(name);
        }
    }
    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        let count = from.array()?;
        if count > MAX_NAMES {
            return Err(Malformed("names"));
        }
        (0..count)
            .map(|_| from.fixed())
            .collect::<Result<_, _>>()
            .map(Self)
    }
}

impl Chart {
    /// Leaves the whole record, sealed as a backup file is and once more, in the vault at the chosen relay. It replaces the one that
    /// this device left before, once it is there whole. The log says so beforehand. Needs the identity key, which finds the vault.
    ///
    /// # Errors
    /// [`BackupError`]; the snapshot before is still there.
    pub fn backup_to_relay(&mut self, unlock: &Unlock) -> Result<BackupReport, BackupError> {
        let url = self.relay()?.ok_or(BackupError::NoRelay)?;
        let relay = Relay::new(&url).map_err(RelayError::from)?;
        let secret = self.record.vault_secret(unlock);
        let vault = Vault::new(&secret.map_err(|error| match error {
            pocketchart_record::MembersError::Store(error) => BackupError::Store(error),
            _ => BackupError::NoIdentity,
        })?);
        relay.is_there()?;
        let made = self.home.context().now();
        let mut snapshot = Vec::new();
        let report = self.backup(&mut snapshot)?;
        let pieces = vault.pieces(made, &snapshot).ok_or(BackupError::TooLong)?;
        let before: Put = match self.record.shelved(Shelf::Setting, KEY)? {
            Some(bytes) => from_bytes(&bytes).map_err(StoreError::from)?,
            None => Put::default(),
        };
        let names: Vec<[u8; 16]> = pieces.iter().map(|piece| blob_id(piece)).collect();
        // What breaks off now is taken away the next time.
        let mut perhaps = names.clone();
        perhaps.extend(&before.0);
        perhaps.truncate(MAX_NAMES);
        self.keep_put(Put(perhaps))?;
        relay.put_snapshot(&vault, pieces, &before.0)?;
        self.keep_put(Put(names))?;
        Ok(report)
    }

    fn keep_put(&mut self, put: Put) -> Result<(), StoreError> {
        self.record
            .shelve(vec![Shelved::put(Shelf::Setting, KEY, to_bytes(&put))])
    }

    /// Brings a record back from the newest snapshot at a relay, with the words alone; says when that was made. The device is a new
    /// one, as after [`Chart::restore`], and uses that relay.
    ///
    /// # Errors
    /// [`RestoreError`]; nothing is left behind.
    pub fn restore_from_relay(
        home: &Home,
        words: &RecoveryWords,
        with: &CreateChart<'_>,
        url: &str,
    ) -> Result<(Self, RestoreReport, Millis), RestoreError> {
        if home.holds_record() {
            return Err(StoreError::Exists.into());
        }
        let relay = Relay::new(url).map_err(|_| RestoreError::Address)?;
        let vault = Vault::new(&words.derive_vault());
        let (made, snapshot) = relay.snapshot(&vault)?.ok_or(RestoreError::NothingThere)?;
        let (mut chart, report) = Self::restore(home, words, with, &mut snapshot.as_slice())?;
        // A convenience: what came back is whole without it.
        let _ = chart.use_relay(Some(url));
        Ok((chart, report, made))
    }
}
