//! SMART Health Links: what they answer, and to whom they stop answering.

mod answer;
mod files;
mod manage;

pub(crate) use answer::{Answer, Listed, Request, direct, manifest, ticketed};
pub(crate) use files::Coming;
pub(crate) use manage::{Managed, manage};

use pocketchart_crypto::{Secret, kem::KemPublic};
use pocketchart_wire::link::{ACCESS, Access, Deposit};

use super::{KEPT_FOR_OWNER, Left};
use crate::store::{StoreError, Transaction, Value};

/// Entries of a link's log; the oldest go.
const LONGEST_LOG: i64 = 1_000;
/// Stands in the table for uses that are not counted.
const UNCOUNTED: i64 = -1;

/// A link as the table has it, its files apart.
struct Link {
    owner: [u8; 32],
    log_key: Vec<u8>,
    ends: u64,
    uses: Option<u32>,
    attempts: u8,
    verifier: Option<Secret<32>>,
    direct: bool,
    changes: bool,
    paused: bool,
    ended: bool,
    ticket_key: Secret<32>,
    note: Vec<u8>,
}

impl Link {
    fn find(transaction: &mut dyn Transaction, name: &[u8; 16]) -> Result<Option<Self>, StoreError> {
        let sql = "SELECT owner, log_key, ends, uses, attempts, verifier, direct, changes, paused, ended,
            ticket_key, note FROM link WHERE name = $1";
        let mut rows = transaction.query(sql, &[name.into()])?;
        let Some(row) = rows.first_mut() else {
            return Ok(None);
        };
        Ok(Some(Self {
            owner: row.whole(0)?,
            log_key: row.bytes(1)?.ok_or(StoreError::Row)?,
            ends: row.number(2)?,
            uses: match row.int(3)? {
                UNCOUNTED => None,
                _ => Some(row.number(3)?),
            },
            attempts: row.number(4)?,
            verifier: row.array(5)?.map(Secret::from_bytes),
            direct: row.flag(6)?,
            changes: row.flag(7)?,
            paused: row.flag(8)?,
            ended: row.flag(9)?,
            ticket_key: Secret::from_bytes(row.whole(10)?),
            note: row.bytes(11)?.ok_or(StoreError::Row)?,
        }))
    }

    /// Whether its files may still be fetched by who was let in.
    fn stands(&self, now: u64) -> bool {
        !self.ended && !self.paused && now < self.ends
    }

    /// Whether it lets anyone in.
    fn lives(&self, now: u64) -> bool {
        self.stands(now) && self.uses != Some(0) && self.attempts > 0
    }

    /// Writes down, for the owner's eyes only, who came.
    fn log(
        &self,
        transaction: &mut dyn Transaction,
        name: &[u8; 16],
        access: &Access,
    ) -> Result<(), StoreError> {
        let Some(Ok(sealed)) =
            KemPublic::from_slice(&self.log_key).map(|key| key.seal_to(ACCESS, name, &access.padded()))
        else {
            // Checked when the link was left here.
            return Err(StoreError::Row);
        };
        let last = "SELECT COALESCE(MAX(n), 0) FROM link_access WHERE link = $1";
        let rows = transaction.query(last, &[name.into()])?;
        let n = rows.first().ok_or(StoreError::Row)?.int(0)? + 1;
        let values: [Value; 3] = [name.into(), n.into(), sealed.as_slice().into()];
        transaction.execute(
            "INSERT INTO link_access (link, n, body) VALUES ($1, $2, $3)",
            &values,
        )?;
        let sql = "DELETE FROM link_access WHERE link = $1 AND n <= $2";
        transaction.execute(sql, &[name.into(), (n - LONGEST_LOG).into()])?;
        Ok(())
    }
}

/// Keeps a link, whose files lie ready already.
pub(crate) fn deposit(
    transaction: &mut dyn Transaction,
    name: &[u8; 16],
    (link, digest, files): (&Deposit, [u8; 32], Vec<Coming>),
    now: u64,
) -> Result<Left, StoreError> {
    transaction.lock(name)?;
    let sql = "SELECT digest FROM link WHERE name = $1";
    if let Some(row) = transaction.query(sql, &[name.into()])?.first() {
        return Ok(if row.whole(0)? == digest {
            Left::Same
        } else {
            Left::Other
        });
    }
    transaction.execute(
        "INSERT INTO link (name, digest, owner, log_key, ends, uses, attempts, verifier, direct, changes, paused,
            ended, ticket_key, note) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 0, 0, $11, $12)",
        &[
            name.into(),
            (&digest).into(),
            (&link.owner).into(),
            link.log_key.as_slice().into(),
            link.ends.into(),
            link.uses.map_or(UNCOUNTED, i64::from).into(),
            i64::from(link.attempts).into(),
            link.verifier.as_ref().into(),
            i64::from(link.direct).into(),
            i64::from(link.changes).into(),
            Secret::<32>::random().expose().into(),
            link.note.as_slice().into(),
        ],
    )?;
    files::write(transaction, name, files, now)?;
    Ok(Left::Kept)
}

/// Whether a link is there that waits for a passcode.
pub(crate) fn asks_for_passcode(
    transaction: &mut dyn Transaction,
    name: &[u8; 16],
    now: u64,
) -> Result<bool, StoreError> {
    let link = Link::find(transaction, name)?;
    Ok(link.is_some_and(|link| link.lives(now) && link.verifier.is_some()))
}

/// Ends a link for good and deletes its files.
fn end(transaction: &mut dyn Transaction, name: &[u8; 16]) -> Result<(), StoreError> {
    let sql = "UPDATE link SET ended = 1, verifier = NULL WHERE name = $1";
    transaction.execute(sql, &[name.into()])?;
    files::delete(transaction, name)
}

/// Ends what is over, and later deletes what was kept for its owner.
pub(super) fn sweep(transaction: &mut dyn Transaction, now: u64) -> Result<(), StoreError> {
    let over = "SELECT name FROM link WHERE ends <= $1 AND ended = 0 ORDER BY name";
    for row in transaction.query(over, &[now.into()])? {
        let name = row.whole(0)?;
        transaction.lock(&name)?;
        end(transaction, &name)?;
    }
    let past = now.saturating_sub(KEPT_FOR_OWNER);
    let logs = "DELETE FROM link_access WHERE link IN (SELECT name FROM link WHERE ends <= $1)";
    transaction.execute(logs, &[past.into()])?;
    transaction.execute("DELETE FROM link WHERE ends <= $1 AND ended = 1", &[past.into()])?;
    Ok(())
}
