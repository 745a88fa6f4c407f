//! A person's own sealed snapshots, kept until newer ones replace them.

use pocketchart_wire::{
    mailbox::Name,
    vault::{BLOBS, Blob, CAPACITY, Contents},
};

use super::Left;
use crate::store::{Body, StoreError, Transaction, Value, release};

const DAY: u64 = 24 * 60 * 60;

/// A blob that comes.
pub(crate) struct Piece {
    pub(crate) id: [u8; 16],
    pub(crate) size: usize,
    pub(crate) body: Body,
}

/// Puts a blob in and takes out those that it replaces.
pub(crate) fn put(
    transaction: &mut dyn Transaction,
    vault: &[u8; 16],
    blob: Option<Piece>,
    replaces: &[Name],
    now: u64,
) -> Result<Left, StoreError> {
    transaction.lock(vault)?;
    let new = blob.as_ref().map(|blob| blob.id);
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
    if let Some(blob) = blob.as_ref().filter(|_| !held) {
        let bytes: u64 = staying.iter().map(|blob| blob.size).sum();
        if staying.len() >= BLOBS || bytes + blob.size as u64 > CAPACITY as u64 {
            return Ok(Left::Full);
        }
    }
    for gone in listed.iter().filter(|blob| !stays(blob)) {
        let values: [Value; 2] = [vault.into(), (&gone.id).into()];
        release(transaction, ("blob", "vault = $1 AND id = $2"), &values)?;
        transaction.execute("DELETE FROM blob WHERE vault = $1 AND id = $2", &values)?;
    }
    let (Some(blob), false) = (blob, held) else {
        return Ok(Left::Same);
    };
    let [body, object] = blob.body.claim(transaction, now)?;
    transaction.execute(
        "INSERT INTO blob (vault, id, n, day, size, body, object) VALUES ($1, $2, $3, $4, $5, $6, $7)",
        &[
            vault.into(),
            (&blob.id).into(),
            (last + 1).into(),
            (now / DAY).into(),
            blob.size.into(),
            body,
            object,
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
) -> Result<Option<Body>, StoreError> {
    let sql = "SELECT body, object FROM blob WHERE vault = $1 AND id = $2";
    let mut rows = transaction.query(sql, &[vault.into(), blob.into()])?;
    Ok(rows.first_mut().map(|row| row.body(0)).transpose()?.flatten())
}
