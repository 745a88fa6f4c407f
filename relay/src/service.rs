//! What the relay holds, and when it gives something out. Each service decides inside one transaction, so that two who come
//! at the same time are counted one after the other.

pub(crate) mod escrow;
pub(crate) mod grant;
pub(crate) mod keys;
pub(crate) mod link;
pub(crate) mod mailbox;
mod notice;
pub(crate) mod vault;

use crate::store::{StoreError, Transaction};

/// What became of something left at the relay.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Left {
    /// It is kept.
    Kept,
    /// Just this is here already.
    Same,
    /// Something else is here under that name.
    Other,
    /// There is no room for it.
    Full,
}

/// Days after its end for which an owner may still ask what became of a grant or link.
const KEPT_FOR_OWNER: u64 = 30 * 24 * 60 * 60;

/// Deletes what is over at `now`, in seconds since 1970.
pub(crate) fn sweep(transaction: &mut dyn Transaction, now: u64) -> Result<(), StoreError> {
    mailbox::sweep(transaction, now)?;
    grant::sweep(transaction, now)?;
    escrow::sweep(transaction, now)?;
    link::sweep(transaction, now)?;
    keys::sweep(transaction, now)
}
