//! What the owner of a link does with it.

use pocketchart_wire::{
    link::{Act, Manage, State},
    mailbox::Packet,
    proof::Signed,
};

use super::{
    Link, end,
    files::{self, Coming},
};
use crate::store::{StoreError, Transaction, Value};

/// Answers an owner.
pub(crate) enum Managed {
    /// How the link is now.
    Done(State),
    /// There is no such link, or this is not its owner.
    Gone,
    /// A link that has ended, or a direct one that would get more than one file, takes no files.
    Refused,
}

/// Does what the owner says, if it is the owner who says it. New files lie ready already.
pub(crate) fn manage(
    transaction: &mut dyn Transaction,
    name: &[u8; 16],
    (signed, manage, files): (&Signed, &Manage, Vec<Coming>),
    now: u64,
) -> Result<Managed, StoreError> {
    transaction.lock(name)?;
    let is_its = |link: &Link| signed.is_by::<Manage>(&link.owner, name);
    let Some(link) = Link::find(transaction, name)?.filter(is_its) else {
        return Ok(Managed::Gone);
    };
    match &manage.what {
        Act::Look => {}
        Act::Pause => set_paused(transaction, name, true)?,
        Act::Resume => set_paused(transaction, name, false)?,
        Act::Destroy => end(transaction, name)?,
        Act::Replace(_) => {
            if link.ended || now >= link.ends || link.direct && files.len() != 1 {
                return Ok(Managed::Refused);
            }
            files::delete(transaction, name)?;
            files::write(transaction, name, files, now)?;
        }
    }
    let Some(link) = Link::find(transaction, name)? else {
        return Ok(Managed::Gone);
    };
    let sql = "SELECT body FROM link_access WHERE link = $1 ORDER BY n";
    let log: Result<Vec<_>, _> = transaction
        .query(sql, &[name.into()])?
        .into_iter()
        .map(|mut row| row.bytes(0)?.map(Packet).ok_or(StoreError::Row))
        .collect();
    let state = State::new(
        (link.lives(now), link.paused),
        (link.uses, link.attempts),
        link.note,
        log?,
    );
    Ok(Managed::Done(state))
}

fn set_paused(transaction: &mut dyn Transaction, name: &[u8; 16], paused: bool) -> Result<(), StoreError> {
    let values: [Value; 2] = [i64::from(paused).into(), name.into()];
    transaction.execute("UPDATE link SET paused = $1 WHERE name = $2", &values)?;
    Ok(())
}
