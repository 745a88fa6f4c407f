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

/// The pieces in the vault that the next snapshot of this device replaces: those that it may have put there, and those that it was
/// itself restored from. What other devices put there since, it leaves.
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

/// From what a record was brought back.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Snapshots {
    /// When the newest was made.
    pub newest: Millis,
    /// So many others were taken in as well.
    pub others: u64,
    /// So many others could not be read to their end; they are still there.
    pub unreadable: u64,
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
        self.leave_snapshot::<BackupError>(&relay, &vault, KEY, pieces)?;
        Ok(report)
    }

    /// Puts the pieces of a snapshot in place of those that this device left in that vault before, which stand in the setting `row`.
    pub(crate) fn leave_snapshot<E: From<StoreError> + From<RelayError>>(
        &mut self,
        relay: &Relay,
        vault: &Vault,
        row: &[u8],
        pieces: Vec<Vec<u8>>,
    ) -> Result<(), E> {
        let before: Put = match self.record.shelved(Shelf::Setting, row)? {
            Some(bytes) => from_bytes(&bytes).map_err(StoreError::from)?,
            None => Put::default(),
        };
        let names: Vec<[u8; 16]> = pieces.iter().map(|piece| blob_id(piece)).collect();
        // What breaks off now is taken away the next time.
        let mut perhaps = names.clone();
        perhaps.extend(&before.0);
        perhaps.truncate(MAX_NAMES);
        self.keep_put(row, Put(perhaps))?;
        relay.put_snapshot(vault, pieces, &before.0)?;
        Ok(self.keep_put(row, Put(names))?)
    }

    fn keep_put(&mut self, row: &[u8], put: Put) -> Result<(), StoreError> {
        self.record
            .shelve(vec![Shelved::put(Shelf::Setting, row, to_bytes(&put))])
    }

    /// Brings a record back from the snapshots at a relay, with the words alone: from the newest, and from what those of other
    /// devices have besides. The device is a new one, as after [`Chart::restore`], and uses that relay.
    ///
    /// # Errors
    /// [`RestoreError`]; nothing is left behind.
    pub fn restore_from_relay(
        home: &Home,
        words: &RecoveryWords,
        with: &CreateChart<'_>,
        url: &str,
    ) -> Result<(Self, RestoreReport, Snapshots), RestoreError> {
        if home.holds_record() {
            return Err(StoreError::Exists.into());
        }
        let relay = Relay::new(url).map_err(|_| RestoreError::Address)?;
        let vault = Vault::new(&words.derive_vault());
        let mut found = relay.snapshots(&vault)?.into_iter();
        let newest = found.next().ok_or(RestoreError::NothingThere)?;
        let (mut chart, report) = Self::read_back(home, words, with, &mut newest.bytes.as_slice())?;
        let mut told = Snapshots {
            newest: newest.made,
            others: 0,
            unreadable: 0,
        };
        let mut held = newest.names;
        for other in found {
            match chart.record.take_in_backup(words, &mut other.bytes.as_slice()) {
                Ok(_) => {
                    told.others += 1;
                    held.extend(other.names);
                }
                Err(_) => told.unreadable += 1,
            }
        }
        chart.record.rotate_keys()?;
        held.truncate(MAX_NAMES);
        // Conveniences: what came back is whole without them.
        let _ = chart.keep_put(KEY, Put(held));
        let _ = chart.use_relay(Some(url));
        Ok((chart, report, told))
    }
}
