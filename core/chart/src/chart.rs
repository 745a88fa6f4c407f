//! The chart: one person's record, open on this device.

use crate::care;
use crate::facts;
use crate::home::Home;
use crate::origins::Origins;
use crate::picture::Picture;
use crate::store;
use pocketchart_record::{KdfLevel, Record, RecoveryWords, Rollback, Section, StoreError, Unlock, Verified};
use pocketchart_share::audit::{Action, AuditEvent};

/// A person's record, open on this device.
///
/// While it lives no other program can open the same folder. Dropping it, or [`Chart::lock`], wipes its keys.
pub struct Chart {
    pub(crate) record: Record,
    pub(crate) home: Home,
    /// The items that were asked for.
    pub(crate) picture: Picture,
    /// From whom entries came.
    pub(crate) origins: Origins,
    /// What rules were held against.
    pub(crate) care: care::Memory,
}

/// What a new record needs.
pub struct CreateChart<'a> {
    /// What will open it.
    pub unlock: &'a Unlock,
    /// How much work a passphrase costs whoever guesses it.
    pub kdf: KdfLevel,
    /// What the person calls this device.
    pub device_name: &'a str,
}

/// A record could not be created, opened, changed as a whole, or erased. Nothing was changed.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum OpenError {
    /// The store failed, or the passphrase is wrong.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl OpenError {
    /// The id of the message that explains it.
    pub fn id(&self) -> &'static str {
        match self {
            OpenError::Store(error) => store::message_id(error),
        }
    }
}

impl From<pocketchart_record::OpenError> for OpenError {
    fn from(error: pocketchart_record::OpenError) -> Self {
        match error {
            pocketchart_record::OpenError::Store(error) => OpenError::Store(error),
            // Only joining and restoring read anything but the store.
            _ => OpenError::Store(StoreError::Altered("identity")),
        }
    }
}

/// What [`Chart::verify`] found.
pub type Health = Verified;

impl Chart {
    /// Creates a record for a new person. The words are shown once and bring the record back when everything else is
    /// lost; they are kept nowhere.
    ///
    /// # Errors
    /// [`StoreError::Exists`] where a record lies already; else what the store says.
    pub fn create(home: &Home, with: &CreateChart<'_>) -> Result<(Self, RecoveryWords), OpenError> {
        let words = RecoveryWords::make(home.context());
        let record = Record::create(home.setup(), &words, with.unlock, with.kdf, with.device_name)?;
        Ok((Self::over(record, home), words))
    }

    /// Opens the record that lies there. In the last 60 days of this device's certificate it is renewed. What an earlier version of the
    /// program derived from the signed log is derived anew, once: after that all rows are of this version.
    ///
    /// # Errors
    /// [`StoreError::Missing`], [`StoreError::WrongKey`], [`StoreError::Busy`] while another program has it open,
    /// [`StoreError::RolledBack`] when the folder was put back to an older state, or what else the store says.
    pub fn open(home: &Home, unlock: &Unlock) -> Result<Self, OpenError> {
        let mut record = Record::open(home.setup(), unlock, Rollback::Refuse)?;
        renew_rows(&mut record)?;
        // Best effort: what cannot be renewed now can be the next time.
        let _ = record.keep_certified(unlock);
        Ok(Self::over(record, home))
    }

    /// Opens a record whose folder was put back to an older state, once the person said that this is meant. The device
    /// goes on as a new incarnation, so that nothing it wrote in the lost time is contradicted, and the log says so.
    ///
    /// # Errors
    /// As [`Chart::open`].
    pub fn open_put_back(home: &Home, unlock: &Unlock) -> Result<Self, OpenError> {
        let mut record = Record::open(home.setup(), unlock, Rollback::Accept)?;
        renew_rows(&mut record)?;
        let mut chart = Self::over(record, home);
        chart.audit_note(AuditEvent::new(Action::PutBack))?;
        Ok(chart)
    }

    pub(crate) fn over(record: Record, home: &Home) -> Self {
        Self {
            record,
            home: home.clone(),
            picture: Picture::default(),
            origins: Origins::default(),
            care: care::Memory::default(),
        }
    }

    /// Closes the record and wipes its keys.
    pub fn lock(self) {}

    /// Destroys the record on this device: its keys first, then its files. There is no way back but a backup, another
    /// device, and the words.
    ///
    /// # Errors
    /// What the store says.
    pub fn erase(self) -> Result<(), OpenError> {
        Ok(self.record.erase()?)
    }

    /// Changes what opens the record. Everything inside stays as it is.
    ///
    /// # Errors
    /// [`StoreError::WrongKey`] if `old` does not open it.
    pub fn change_unlock(&mut self, old: &Unlock, new: &Unlock, kdf: KdfLevel) -> Result<(), OpenError> {
        Ok(self.record.change_unlock(old, new, kdf)?)
    }

    /// Makes everything anew that can be derived from the signed log: views, search, documents.
    ///
    /// # Errors
    /// What the store says.
    pub fn rebuild(&mut self) -> Result<(), OpenError> {
        Ok(self.record.rebuild()?)
    }

    /// Walks every row, signature, chain and document, and says what is wrong.
    ///
    /// # Errors
    /// What the store says when it cannot be read at all.
    pub fn verify(&mut self) -> Result<Health, OpenError> {
        Ok(self.record.verify()?)
    }

    /// The engine underneath.
    pub fn record(&self) -> &Record {
        &self.record
    }
}

/// One row tells of all: they are made together, or added when the others are of this version.
fn renew_rows(record: &mut Record) -> Result<(), OpenError> {
    for section in Section::ALL {
        let newest = record.head(section)?.newest;
        match newest.iter().find_map(facts::is_of_an_earlier_version) {
            Some(true) => return Ok(record.rebuild()?),
            Some(false) => return Ok(()),
            None => {}
        }
    }
    Ok(())
}
