//! What the clinic's server has of ours: where it is, and nothing of what it says.

use pocketchart_crypto::{Label, hash};
use rusqlite::{Transaction, params};
use serde::{Deserialize, Serialize};

use crate::{
    keys::Keys,
    store::{self, StoreError},
};

const TABLE: &str = "written";

/// What the server has of ours.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Kept {
    pub(crate) base: String,
    /// `Type/id`.
    pub(crate) place: String,
    /// As the server named it; none if it has no versions.
    pub(crate) version: Option<String>,
    /// The names of the members that were sent.
    pub(crate) members: Vec<String>,
}

impl Kept {
    /// What this server has under our name.
    pub(crate) fn of(
        transaction: &Transaction<'_>,
        keys: &Keys,
        (base, name): (&str, &str),
    ) -> Result<Option<Self>, StoreError> {
        let row = row_name(keys, base, name);
        let sql = "SELECT sealed FROM written WHERE name = ?1";
        store::one(transaction, &keys.rows, (TABLE, sql), row)
    }

    /// Keeps it under our name.
    pub(crate) fn keep(
        &self,
        transaction: &Transaction<'_>,
        keys: &Keys,
        name: &str,
    ) -> Result<(), StoreError> {
        let row = row_name(keys, &self.base, name);
        let sealed = store::seal(&keys.rows, (TABLE, &row), self)?;
        transaction.execute(
            "INSERT OR REPLACE INTO written (name, sealed) VALUES (?1, ?2)",
            params![row, sealed],
        )?;
        Ok(())
    }
}

fn row_name(keys: &Keys, base: &str, name: &str) -> [u8; 16] {
    let parts: [&[u8]; 3] = [base.as_bytes(), &[0], name.as_bytes()];
    hash::keyed128(Label::new("desk/written"), &keys.names, &parts)
}
