//! A person's own sealed snapshots, kept until newer ones replace them.

use pocketchart_wire::{
    mailbox::Name,
    vault::{BLOBS, Blob, CAPACITY, Contents, blob_id},
};

use super::Left;
use crate::store::{StoreError, Transaction};

const DAY: u64 = 24 * 60 * 60;

/// Puts a blob in and takes out those that it replaces.
pub(crate) fn put(
    transaction: &mut dyn Transaction,
    vault: &[u8; 16],
    blob: Option<&[u8]>,
    replaces: &[Name],
    now: u64,
) -> Result<Left, StoreError> {
    transaction.lock(vault)?;
    let new = blob.map(blob_id);
    let sql = "SELECT COALESCE(MAX(n), 0) FROM blob WHERE vault = $1";
    let rows = transaction.query(sql, &[vault.into()])?;
    let last = rows.first().ok_or(StoreError::Row)?.int(0)?;
    let listed = list(transaction, vault)?.blobs;
    let stays = |blob: &&Blob| {
        !replaces
            .iter()
            .any(|gone| gone.0 == blob.id && Some(gone.0) != new)
    };
    let staying: Vec<_> = listed.iter().filter(stays).collect();
    let held = new.is_some_and(|new| staying.iter().any(|blob| blob.id == new));
    if let Some(blob) = blob.filter(|_| !held) {
        let bytes: u64 = staying.iter().map(|blob| blob.size).sum();
        if staying.len() >= BLOBS || bytes + blob.len() as u64 > CAPACITY as u64 {
            return Ok(Left::Full);
        }
    }
    for gone in listed.iter().filter(|blob| !stays(blob)) {
        let sql = "DELETE FROM blob WHERE vault = $1 AND id = $2";
        transaction.execute(sql, &[vault.into(), (&gone.id).into()])?;
    }
    let (Some(blob), Some(new), false) = (blob, new, held) else {
        return Ok(Left::Same);
    };
    transaction.execute(
        "INSERT INTO blob (vault, id, n, day, size, body) VALUES ($1, $2, $3, $4, $5, $6)",
        &[
            vault.into(),
            (&new).into(),
            (last + 1).into(),
            (now / DAY).into(),
            blob.len().into(),
            blob.into(),
        ],
    )?;
    Ok(Left::Kept)
}

/// What lies in a vault, oldest first.
pub(crate) fn list(transaction: &mut dyn Transaction, vault: &[u8; 16]) -> Result<Contents, StoreError> {
    let sql = "SELECT id, size, day FROM blob WHERE vault = $1 ORDER BY n";
    let blobs: Result<Vec<_>, StoreError> = transaction
        .query(sql, &[vault.into()])?
        .iter()
        .map(|row| {
            Ok(Blob {
                id: row.whole(0)?,
                size: row.number(1)?,
                day: row.number(2)?,
            })
        })
        .collect();
    blobs.map(Contents::new)
}

/// A blob of a vault.
pub(crate) fn get(
    transaction: &mut dyn Transaction,
    vault: &[u8; 16],
    blob: &[u8; 16],
) -> Result<Option<Vec<u8>>, StoreError> {
    let sql = "SELECT body FROM blob WHERE vault = $1 AND id = $2";
    let mut rows = transaction.query(sql, &[vault.into(), blob.into()])?;
    Ok(rows.first_mut().map(|row| row.bytes(0)).transpose()?.flatten())
}
