//! Key sets of health cards, for everyone to read until they end.

use crate::store::{StoreError, Transaction};

/// Puts a key set in place of the one before.
pub(crate) fn put(
    transaction: &mut dyn Transaction,
    id: &[u8; 16],
    (ends, keys): (u64, &str),
) -> Result<(), StoreError> {
    transaction.execute(
        "INSERT INTO key_set (id, ends, body) VALUES ($1, $2, $3)
            ON CONFLICT (id) DO UPDATE SET ends = excluded.ends, body = excluded.body",
        &[id.into(), ends.into(), keys.as_bytes().into()],
    )?;
    Ok(())
}

/// A key set that has not ended.
pub(crate) fn get(
    transaction: &mut dyn Transaction,
    id: &[u8; 16],
    now: u64,
) -> Result<Option<Vec<u8>>, StoreError> {
    let sql = "SELECT body FROM key_set WHERE id = $1 AND ends > $2";
    let mut rows = transaction.query(sql, &[id.into(), now.into()])?;
    Ok(rows.first_mut().map(|row| row.bytes(0)).transpose()?.flatten())
}

/// Deletes a key set.
pub(crate) fn delete(transaction: &mut dyn Transaction, id: &[u8; 16]) -> Result<(), StoreError> {
    transaction.execute("DELETE FROM key_set WHERE id = $1", &[id.into()])?;
    Ok(())
}

/// Deletes those that are over.
pub(super) fn sweep(transaction: &mut dyn Transaction, now: u64) -> Result<(), StoreError> {
    transaction.execute("DELETE FROM key_set WHERE ends <= $1", &[now.into()])?;
    Ok(())
}
