//! Letters that lie ready here until something is about to be given out.

use pocketchart_wire::{cbor, mailbox::Post};

use super::mailbox::{self, Letter};
use crate::store::{StoreError, Transaction, Value};

/// As a table keeps them.
pub(super) fn value(notices: &[Post]) -> Value {
    Value::Bytes(cbor::to_bytes(&notices.to_vec()))
}

/// Posts the notices that a query for an object finds. A box that is full misses its own: that holds up nobody.
pub(super) fn post(
    transaction: &mut dyn Transaction,
    (sql, object): (&str, &[u8; 16]),
    now: u64,
) -> Result<(), StoreError> {
    let mut rows = transaction.query(sql, &[object.into()])?;
    let Some(notices) = rows.first_mut().map(|row| row.bytes(0)).transpose()?.flatten() else {
        return Ok(());
    };
    let notices: Vec<Post> = cbor::from_bytes(&notices).map_err(|_| StoreError::Row)?;
    let mut letters: Vec<_> = notices.iter().map(|notice| (notice.mailbox(), notice)).collect();
    // In one order, whoever posts: two who wait for each other's boxes would wait for ever.
    letters.sort_by_key(|(mailbox, _)| *mailbox);
    for (mailbox, notice) in letters {
        let letter = Letter::inside(&notice.packet, notice.hours);
        mailbox::post(transaction, &mailbox, letter, now)?;
    }
    Ok(())
}
