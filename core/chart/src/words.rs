//! New recovery words, for when somebody else may have seen the old ones.

use crate::chart::Chart;
use crate::store;
use pocketchart_record::{DeviceId, MembersError, Millis, RecoveryWords, StoreError, Succession, Unlock};
use pocketchart_share::audit::{Action, AuditEvent};

/// The words were not changed, or not taken over. Nothing was changed.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum NewWordsError {
    /// The store failed, or the passphrase is wrong.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// This device holds no identity key, or only an old one.
    #[error("this device does not hold the identity key")]
    NoIdentity,
    /// A device that was to be taken out is this one, or not one of this person's.
    #[error("not another device of this person")]
    NotOthers,
    /// The words are not the newest of this record.
    #[error("not the newest words of this record")]
    OtherWords,
}

impl NewWordsError {
    /// The id of the message that explains it.
    pub fn id(&self) -> &'static str {
        match self {
            NewWordsError::Store(error) => store::message_id(error),
            NewWordsError::NoIdentity => "words-no-identity",
            NewWordsError::NotOthers => "lost-not-others",
            NewWordsError::OtherWords => "words-other",
        }
    }
}

impl From<MembersError> for NewWordsError {
    fn from(error: MembersError) -> Self {
        match error {
            MembersError::Store(error) => NewWordsError::Store(error),
            MembersError::NotOthers => NewWordsError::NotOthers,
            MembersError::OtherWords => NewWordsError::OtherWords,
            _ => NewWordsError::NoIdentity,
        }
    }
}

/// Somebody made other new words with the old ones. What this device knew first stands; the person has to settle it with
/// whoever holds their other devices.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct WordsAlarm {
    /// When the other words were made, as their maker says.
    pub made: Millis,
    /// The device with which they were made, by name.
    pub device: Option<String>,
}

impl Chart {
    /// New words to be shown, before anything is changed.
    pub fn make_words(&self) -> RecoveryWords {
        RecoveryWords::make(self.home.context())
    }

    /// Makes the words the record's: from now on only they speak for the person. The devices in `out` are taken out, as by
    /// [`Chart::report_lost`]; all others stay. Backups made before open with the old words and bring back what was written
    /// until then; new ones open with the new words only. What the old words could read, whoever has them can read for ever.
    ///
    /// # Errors
    /// [`NewWordsError`].
    pub fn succeed(
        &mut self,
        words: &RecoveryWords,
        out: &[DeviceId],
        unlock: &Unlock,
    ) -> Result<(), NewWordsError> {
        self.record.succeed(words, out, unlock)?;
        self.audit_note(AuditEvent::new(Action::WordsReplaced))?;
        for device in out {
            self.audit_note(self.about_device(Action::DeviceLost, *device))?;
        }
        Ok(())
    }

    /// Gives this device the identity key of new words that were made on another of the person's devices: with it it can let
    /// devices in, renew them and take them out.
    ///
    /// # Errors
    /// [`NewWordsError`].
    pub fn use_words(&mut self, words: &RecoveryWords, unlock: &Unlock) -> Result<(), NewWordsError> {
        Ok(self.record.hold_identity(words, unlock)?)
    }

    /// Other words that somebody made with the old ones; empty unless something is very wrong.
    pub fn words_alarms(&self) -> Vec<WordsAlarm> {
        let statements = self.record.statements();
        let rivals = statements.rival_successions();
        let alarm = |it: &Succession| WordsAlarm {
            made: it.created,
            device: statements
                .certificate_of(it.witness)
                .map(|(_, it)| it.name.clone()),
        };
        rivals.map(alarm).collect()
    }
}
