//! Escrows and requests as the tables have them.

use pocketchart_crypto::Secret;

use super::asked::Asked;
use crate::{
    service::notice,
    store::{Row, StoreError, Transaction, Value},
};

/// An escrow; its secret is gone when it is over.
pub(super) struct Escrow {
    pub(super) owner: [u8; 32],
    pub(super) ends: u64,
    pub(super) ending: bool,
    pub(super) needed: u32,
    pub(super) wait: u64,
    pub(super) secret: Option<Secret<32>>,
    pub(super) contacts: Vec<[u8; 32]>,
}

impl Escrow {
    pub(super) fn find(
        transaction: &mut dyn Transaction,
        name: &[u8; 16],
    ) -> Result<Option<Self>, StoreError> {
        let sql = "SELECT owner, ends, ending, needed, wait, secret, contacts FROM escrow WHERE name = $1";
        let mut rows = transaction.query(sql, &[name.into()])?;
        let Some(row) = rows.first_mut() else {
            return Ok(None);
        };
        let contacts = row.bytes(6)?.unwrap_or_default();
        let (contacts, rest) = contacts.as_chunks();
        if !rest.is_empty() {
            return Err(StoreError::Row);
        }
        Ok(Some(Self {
            owner: row.whole(0)?,
            ends: row.number(1)?,
            ending: row.flag(2)?,
            needed: row.number(3)?,
            wait: row.number(4)?,
            secret: row.array(5)?.map(Secret::from_bytes),
            contacts: contacts.to_vec(),
        }))
    }

    /// One bit for each contact.
    pub(super) fn all(&self) -> u16 {
        u16::MAX.checked_shr(16 - self.contacts.len() as u32).unwrap_or(0)
    }

    /// Whether nothing more can come of it, with these requests.
    pub(super) fn is_over(&self, asked: &[Asked], now: u64) -> bool {
        let stands = |asked: &Asked| !asked.is_over(self.wait, now);
        now >= self.ends || self.ending && !asked.iter().any(stands)
    }
}

/// The requests for a secret.
pub(super) fn asked(transaction: &mut dyn Transaction, name: &[u8; 16]) -> Result<Vec<Asked>, StoreError> {
    let sql = "SELECT device, at, approvals, despite, vetoed, unanimous, taken FROM escrow_request
        WHERE escrow = $1 ORDER BY device";
    let read = |row: &Row| {
        Ok(Asked {
            device: row.whole(0)?,
            at: row.number(1)?,
            approvals: row.number(2)?,
            despite: row.number(3)?,
            vetoed: row.number(4)?,
            unanimous: row.number(5)?,
            taken: row.flag(6)?,
        })
    };
    transaction.query(sql, &[name.into()])?.iter().map(read).collect()
}

/// Keeps a request as it is now.
pub(super) fn keep(
    transaction: &mut dyn Transaction,
    name: &[u8; 16],
    asked: &Asked,
) -> Result<(), StoreError> {
    forget(transaction, name, &asked.device)?;
    let values: [Value; 8] = [
        name.into(),
        (&asked.device).into(),
        asked.at.into(),
        i64::from(asked.approvals).into(),
        i64::from(asked.despite).into(),
        asked.vetoed.into(),
        asked.unanimous.into(),
        i64::from(asked.taken).into(),
    ];
    transaction.execute(
        "INSERT INTO escrow_request (escrow, device, at, approvals, despite, vetoed, unanimous, taken)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        &values,
    )?;
    Ok(())
}

/// Deletes a request.
pub(super) fn forget(
    transaction: &mut dyn Transaction,
    name: &[u8; 16],
    device: &[u8; 32],
) -> Result<(), StoreError> {
    let sql = "DELETE FROM escrow_request WHERE escrow = $1 AND device = $2";
    transaction.execute(sql, &[name.into(), device.into()])?;
    Ok(())
}

/// Posts the letters that lie ready.
pub(super) fn notify(transaction: &mut dyn Transaction, name: &[u8; 16], now: u64) -> Result<(), StoreError> {
    notice::post(
        transaction,
        ("SELECT notices FROM escrow WHERE name = $1", name),
        now,
    )
}

/// Deletes the secret and what it was kept with.
pub(super) fn wipe(transaction: &mut dyn Transaction, name: &[u8; 16], now: u64) -> Result<(), StoreError> {
    let sql = "UPDATE escrow SET secret = NULL, contacts = NULL, notices = NULL WHERE name = $1";
    transaction.execute(sql, &[name.into()])?;
    let sql = "UPDATE escrow SET ends = $1 WHERE name = $2 AND ends > $3";
    transaction.execute(sql, &[now.into(), name.into(), now.into()])?;
    Ok(())
}
