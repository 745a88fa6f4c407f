//! What a patient wrote and who at the desk has not read it: names of entries alone, under the chart's own key, and gone with it.

use std::collections::BTreeMap;

use rusqlite::{OptionalExtension, Transaction, params};
use serde::{Deserialize, Serialize};

use crate::{charts::SharedChart, store::StoreError};

const TABLE: &str = "inbox";

/// Messages of the patient in an open chart.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Inbox {
    /// By their entries.
    heard: BTreeMap<String, Heard>,
}

/// A message that came.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Heard {
    /// When, in seconds since 1970.
    came: u64,
    /// Whether somebody at the desk has read it.
    read: bool,
}

impl Inbox {
    /// Of a chart.
    pub(crate) fn of(transaction: &Transaction<'_>, shared: &SharedChart) -> Result<Self, StoreError> {
        let sealed: Option<Vec<u8>> = transaction
            .query_row(
                "SELECT sealed FROM inbox WHERE chart = ?1",
                [shared.id.0],
                |row| row.get(0),
            )
            .optional()?;
        sealed.map_or_else(|| Ok(Self::default()), |it| shared.open(TABLE, &it))
    }

    /// Keeps it.
    pub(crate) fn keep(&self, transaction: &Transaction<'_>, shared: &SharedChart) -> Result<(), StoreError> {
        let sql = "INSERT OR REPLACE INTO inbox (chart, sealed) VALUES (?1, ?2)";
        transaction.execute(sql, params![shared.id.0, shared.seal(TABLE, self)?])?;
        Ok(())
    }

    /// What stands in the record now, each with whether nobody has answered it; how many came since.
    pub(crate) fn follow<'a>(&mut self, there: impl Iterator<Item = (&'a str, bool)>, now: u64) -> usize {
        let mut came = 0;
        for (entry, is_new) in there {
            let heard = self.heard.entry(entry.to_owned()).or_insert_with(|| {
                came += usize::from(is_new);
                Heard {
                    came: now,
                    read: false,
                }
            });
            heard.read |= !is_new;
        }
        came
    }

    /// Somebody has read these.
    pub(crate) fn read(&mut self, entries: &[String]) {
        for entry in entries {
            if let Some(heard) = self.heard.get_mut(entry) {
                heard.read = true;
            }
        }
    }

    /// Whether nobody has read it.
    pub(crate) fn is_unread(&self, entry: &str) -> bool {
        self.heard.get(entry).is_some_and(|it| !it.read)
    }

    /// How many nobody has read.
    pub(crate) fn unread(&self) -> usize {
        self.heard.values().filter(|it| !it.read).count()
    }

    /// When the newest came.
    pub(crate) fn latest(&self) -> Option<u64> {
        self.heard.values().map(|it| it.came).max()
    }
}

#[test]
fn what_came_is_told_once_and_stays_unread_until_somebody_reads_or_answers_it() {
    let mut inbox = Inbox::default();
    assert_eq!(inbox.follow([("a", true), ("b", false)].into_iter(), 5), 1);
    assert_eq!(inbox.follow([("a", true), ("c", true)].into_iter(), 7), 1);
    assert_eq!((inbox.unread(), inbox.latest()), (2, Some(7)));
    assert!(inbox.is_unread("a") && !inbox.is_unread("b") && !inbox.is_unread("d"));
    inbox.read(&["a".into(), "d".into()]);
    assert_eq!(inbox.unread(), 1);
    inbox.follow([("c", false)].into_iter(), 9);
    assert_eq!((inbox.unread(), inbox.latest()), (0, Some(7)));
}
