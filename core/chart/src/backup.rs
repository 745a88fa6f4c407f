//! One sealed file with the whole record, opened by the 24 words.

use crate::audit;
use crate::chart::{Chart, CreateChart};
use crate::home::Home;
use crate::relay;
use crate::store;
use pocketchart_record::{BackupReport, Record, RecoveryWords, RestoreReport, Section, StoreError};
use pocketchart_share::audit::{Action, AuditEvent};
use pocketchart_share::relay::RelayError;
use std::io::{self, Read, Write};

/// The backup was not finished. The record is unchanged.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum BackupError {
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The file could not be written.
    #[error("the backup could not be written")]
    Io(#[source] io::Error),
    /// The record has no recovery key to seal it to.
    #[error("the record has no recovery key")]
    NoRecovery,
    /// No relay was chosen.
    #[error("no relay was chosen")]
    NoRelay,
    /// This device does not hold the identity key, which finds the vault.
    #[error("this device does not hold the identity key")]
    NoIdentity,
    /// More than fits into a vault.
    #[error("too long for a vault")]
    TooLong,
    /// The relay did not take it.
    #[error(transparent)]
    Relay(#[from] RelayError),
}

impl BackupError {
    /// The id of the message that explains it.
    pub fn id(&self) -> &'static str {
        match self {
            BackupError::Store(error) => store::message_id(error),
            BackupError::Io(error) if error.kind() == io::ErrorKind::StorageFull => "export-full",
            BackupError::Io(_) => "backup-io",
            BackupError::NoRecovery => "backup-no-recovery",
            BackupError::NoRelay => "relay-none",
            BackupError::NoIdentity => "backup-no-identity",
            BackupError::TooLong => "backup-too-long",
            BackupError::Relay(error) => relay::message_id(*error),
        }
    }
}

impl From<pocketchart_record::BackupError> for BackupError {
    fn from(error: pocketchart_record::BackupError) -> Self {
        match error {
            pocketchart_record::BackupError::Store(error) => BackupError::Store(error),
            pocketchart_record::BackupError::Write(error) => BackupError::Io(error),
            _ => BackupError::NoRecovery,
        }
    }
}

/// The record did not come back. Nothing was left behind.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum RestoreError {
    /// The store failed, or a record lies there already.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The file could not be read.
    #[error("the backup could not be read")]
    Io(#[source] io::Error),
    /// Not a backup of this program.
    #[error("not a backup")]
    NotABackup,
    /// Written by a newer version.
    #[error("the backup was written by a newer version")]
    Newer,
    /// The words belong to another record.
    #[error("the words do not open this backup")]
    WrongWords,
    /// Altered, damaged or cut off.
    #[error("the backup is damaged or cut off")]
    Damaged,
    /// Not the address of a relay.
    #[error("not the address of a relay")]
    Address,
    /// The relay has no whole snapshot that these words find.
    #[error("no snapshot at this relay for these words")]
    NothingThere,
    /// The relay did not give it.
    #[error(transparent)]
    Relay(#[from] RelayError),
}

impl RestoreError {
    /// The id of the message that explains it.
    pub fn id(&self) -> &'static str {
        match self {
            RestoreError::Store(error) => store::message_id(error),
            RestoreError::Io(_) => "restore-io",
            RestoreError::NotABackup => "restore-not-a-backup",
            RestoreError::Newer => "restore-newer",
            RestoreError::WrongWords => "restore-wrong-words",
            RestoreError::Damaged => "restore-damaged",
            RestoreError::Address => "relay-address",
            RestoreError::NothingThere => "restore-nothing-there",
            RestoreError::Relay(error) => relay::message_id(*error),
        }
    }
}

impl From<pocketchart_record::RestoreError> for RestoreError {
    fn from(error: pocketchart_record::RestoreError) -> Self {
        use pocketchart_record::{OpenError, RestoreError as Engine};
        match error {
            Engine::Open(OpenError::Store(error)) | Engine::Store(error) => RestoreError::Store(error),
            Engine::Read(error) => RestoreError::Io(error),
            Engine::NotABackup => RestoreError::NotABackup,
            Engine::Newer => RestoreError::Newer,
            Engine::WrongWords => RestoreError::WrongWords,
            _ => RestoreError::Damaged,
        }
    }
}

impl Chart {
    /// Writes the whole record to one file that only the words open. The log says so beforehand, and how it ended.
    ///
    /// # Errors
    /// [`BackupError`] leaves a file that is cut off, which [`Chart::restore`] refuses.
    pub fn backup(&mut self, to: &mut dyn Write) -> Result<BackupReport, BackupError> {
        let begun = self.audit_begin(AuditEvent {
            sections: Section::ALL.to_vec(),
            ..AuditEvent::new(Action::BackedUp)
        })?;
        let result = self.record.backup(to).map_err(BackupError::from);
        let result = result.and_then(|report| to.flush().map(|()| report).map_err(BackupError::Io));
        let count = result.as_ref().map_or(0, |report| report.parcels);
        self.audit_close(begun, audit::outcome(&result), count)?;
        result
    }

    /// Brings a record back from a backup and the words. The device is a new one: it goes on in feeds of its own, under new keys,
    /// so that what was sealed to others before opens nothing that is written from now on.
    ///
    /// # Errors
    /// [`RestoreError`]; nothing is left behind.
    pub fn restore(
        home: &Home,
        words: &RecoveryWords,
        with: &CreateChart<'_>,
        from: &mut dyn Read,
    ) -> Result<(Self, RestoreReport), RestoreError> {
        let (mut chart, report) = Self::read_back(home, words, with, from)?;
        chart.record.rotate_keys()?;
        Ok((chart, report))
    }

    /// The record of a backup as it was, with this device among its own.
    pub(crate) fn read_back(
        home: &Home,
        words: &RecoveryWords,
        with: &CreateChart<'_>,
        from: &mut dyn Read,
    ) -> Result<(Self, RestoreReport), RestoreError> {
        if home.holds_record() {
            return Err(StoreError::Exists.into());
        }
        let (record, report) =
            Record::restore(home.setup(), words, with.unlock, with.kdf, with.device_name, from)?;
        Ok((Self::over(record, home), report))
    }
}
