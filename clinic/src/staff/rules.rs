//! What administrators ask of everybody who signs in.

use rusqlite::{OptionalExtension, Transaction};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{
    keys::Keys,
    store::{self, StoreError},
};

const PLACE: (&str, &[u8]) = ("rules", &[]);

/// Whether something has to be there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Need {
    /// As everybody likes.
    #[default]
    Optional,
    /// Of everybody.
    Required,
}

/// What is asked.
#[derive(Clone, Copy, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Rules {
    /// Whether nobody signs in without a passkey.
    pub(crate) passkey: Need,
}

impl Rules {
    /// Those that hold now.
    pub(crate) fn of(transaction: &Transaction<'_>, keys: &Keys) -> Result<Self, StoreError> {
        let sealed: Option<Vec<u8>> = transaction
            .query_row("SELECT sealed FROM rules WHERE id = 1", [], |row| row.get(0))
            .optional()?;
        sealed.map_or_else(|| Ok(Self::default()), |it| store::open(&keys.rows, PLACE, &it))
    }

    /// Whether a password is not enough.
    pub(crate) fn requires_passkey(transaction: &Transaction<'_>, keys: &Keys) -> Result<bool, StoreError> {
        Ok(Self::of(transaction, keys)?.passkey == Need::Required)
    }

    pub(crate) fn keep(&self, transaction: &Transaction<'_>, keys: &Keys) -> Result<(), StoreError> {
        let sealed = store::seal(&keys.rows, PLACE, self)?;
        transaction.execute(
            "INSERT OR REPLACE INTO rules (id, sealed) VALUES (1, ?1)",
            [sealed],
        )?;
        Ok(())
    }
}
