//! The clinic's own copy of a message that it wrote: sealed, also after the chart has ended.

use pocketchart::{EntryId, MessageTo, NewMessage};
use rusqlite::{Transaction, params};
use serde::{Deserialize, Serialize};

use crate::{
    audit::Actor,
    charts::SharedChart,
    id::Id,
    keys::Keys,
    staff::Account,
    store::{self, StoreError},
};

const TABLE: &str = "message";

/// A message that somebody at the desk wrote.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct Written {
    /// Of this our name for its entry is made.
    pub(crate) id: Id,
    /// The chart that it was written in.
    pub(crate) chart: Id,
    /// The patient's key, words that stand for it, and who it is as far as the profile was opened.
    pub(crate) patient: String,
    pub(crate) key_words: String,
    pub(crate) name: Option<String>,
    pub(crate) born: Option<String>,
    pub(crate) text: String,
    /// The message that it answers, and the first of those that they belong to.
    pub(crate) answers: Option<(String, String)>,
    pub(crate) by: Actor,
    /// When, in seconds since 1970.
    pub(crate) at: u64,
    /// Its entry, once it stands in the record.
    pub(crate) entry: Option<String>,
    /// Since when the patient's device has it.
    pub(crate) arrived: Option<u64>,
}

impl Written {
    /// Of what somebody wrote.
    pub(crate) fn new(
        (shared, id): (&SharedChart, Id),
        (text, answers): (&str, Option<(String, String)>),
        (by, now): (&Account, u64),
    ) -> Self {
        Self {
            id,
            chart: shared.id,
            patient: shared.patient.clone(),
            key_words: shared.key_words.clone(),
            name: shared.name.clone(),
            born: shared.born.clone(),
            text: text.to_owned(),
            answers,
            by: by.into(),
            at: now,
            entry: None,
            arrived: None,
        }
    }

    /// As it is written into the record.
    pub(crate) fn message(&self) -> NewMessage<'_> {
        let answered = self.answers.as_ref().and_then(|(it, _)| EntryId::from_text(it));
        NewMessage {
            to: answered.map_or(MessageTo::Person, MessageTo::Answer),
            text: &self.text,
            by: Some(&self.by.name),
            name: Some(self.id.0),
        }
    }

    /// Names those that it belongs to: by their first.
    pub(crate) fn thread(&self) -> String {
        match &self.answers {
            Some((_, first)) => first.clone(),
            None => self.entry.clone().unwrap_or_else(|| self.id.to_string()),
        }
    }

    /// Of this name.
    pub(crate) fn of(transaction: &Transaction<'_>, keys: &Keys, id: Id) -> Result<Option<Self>, StoreError> {
        let sql = "SELECT sealed FROM message WHERE id = ?1";
        store::one(transaction, &keys.rows, (TABLE, sql), id.0)
    }

    /// Keeps it.
    pub(crate) fn keep(&self, transaction: &Transaction<'_>, keys: &Keys) -> Result<(), StoreError> {
        let sealed = store::seal(&keys.rows, (TABLE, &self.id.0), self)?;
        transaction.execute(
            "INSERT OR REPLACE INTO message (id, chart, sealed) VALUES (?1, ?2, ?3)",
            params![self.id.0, self.chart.0, sealed],
        )?;
        Ok(())
    }

    /// Deletes it: it could not be written into the record.
    pub(crate) fn discard(&self, transaction: &Transaction<'_>) -> Result<(), StoreError> {
        transaction.execute("DELETE FROM message WHERE id = ?1", [self.id.0])?;
        Ok(())
    }
}

/// All that the clinic wrote, the oldest first.
pub(crate) fn all(transaction: &Transaction<'_>, keys: &Keys) -> Result<Vec<Written>, StoreError> {
    let sql = "SELECT id, sealed FROM message";
    Ok(sorted(store::rows(transaction, &keys.rows, (TABLE, sql), [])?))
}

/// Those of a chart, the oldest first.
pub(crate) fn of_chart(
    transaction: &Transaction<'_>,
    keys: &Keys,
    chart: Id,
) -> Result<Vec<Written>, StoreError> {
    let sql = "SELECT id, sealed FROM message WHERE chart = ?1";
    Ok(sorted(store::rows(
        transaction,
        &keys.rows,
        (TABLE, sql),
        [chart.0],
    )?))
}

fn sorted(mut all: Vec<Written>) -> Vec<Written> {
    all.sort_by_key(|it| (it.at, it.id));
    all
}
