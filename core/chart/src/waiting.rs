//! What others wrote that waits for the patient: it came after their time, or from a device that is not believed.

use crate::chart::Chart;
use crate::read::ReadError;
use pocketchart_record::{AuthorId, key_words};

/// An author whose entries wait.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct WaitingAuthor {
    /// Their key.
    pub author: AuthorId,
    /// Words that stand for the key.
    pub key_words: String,
    /// What they call themselves.
    pub name: String,
    /// How many signed changes wait.
    pub count: u64,
}

impl Chart {
    /// Whose changes wait for the patient.
    ///
    /// # Errors
    /// What the store says.
    pub fn waiting(&self) -> Result<Vec<WaitingAuthor>, ReadError> {
        let waiting = self.record.waits_for_patient()?.into_iter();
        let views = waiting.map(|(author, count)| WaitingAuthor {
            author,
            key_words: key_words(author),
            name: self.author(author).name.unwrap_or_default(),
            count,
        });
        Ok(views.collect())
    }

    /// The patient takes in what waits of this author; returns how many changes.
    ///
    /// # Errors
    /// What the store says.
    pub fn admit_waiting(&mut self, author: AuthorId) -> Result<u64, ReadError> {
        Ok(self.record.admit(author)?.applied)
    }
}
