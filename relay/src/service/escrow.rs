//! A secret that enough contacts together release to a device, after a wait, unless its owner objects.

mod asked;
mod row;

use pocketchart_wire::{
    escrow::{Approval, Ask, Deposit, End, REQUEST_TIME, REQUESTS, State, Take, Taken, Veto},
    proof::Signed,
};

use self::{
    asked::Asked,
    row::{Escrow, asked, forget, keep, notify, wipe},
};
use super::{KEPT_FOR_OWNER, Left, notice};
use crate::{
    sabotage::off,
    store::{StoreError, Transaction},
};

/// Answers a device.
#[derive(Debug)]
pub(crate) enum Answer {
    /// The secret.
    Given(Taken),
    /// It will be given in so many seconds.
    Later(u64),
    /// There is nothing to be had.
    Gone,
}

/// Keeps a secret.
pub(crate) fn deposit(
    transaction: &mut dyn Transaction,
    name: &[u8; 16],
    escrow: &Deposit,
) -> Result<Left, StoreError> {
    transaction.lock(name)?;
    let digest = escrow.digest();
    let sql = "SELECT digest FROM escrow WHERE name = $1";
    if let Some(row) = transaction.query(sql, &[name.into()])?.first() {
        return Ok(if row.whole(0)? == digest {
            Left::Same
        } else {
            Left::Other
        });
    }
    let contacts = escrow.contacts.iter().flat_map(|contact| contact.0);
    let contacts: Vec<u8> = contacts.collect();
    transaction.execute(
        "INSERT INTO escrow (name, digest, owner, ends, ending, needed, wait, secret, contacts, notices)
            VALUES ($1, $2, $3, $4, 0, $5, $6, $7, $8, $9)",
        &[
            name.into(),
            (&digest).into(),
            (&escrow.owner).into(),
            escrow.ends.into(),
            i64::from(escrow.needed).into(),
            escrow.wait.into(),
            (&escrow.secret).into(),
            contacts.as_slice().into(),
            notice::value(&escrow.notices),
        ],
    )?;
    Ok(Left::Kept)
}

/// Begins a request, if enough contacts approve, or adds approvals to one. None where they are not good for anything here.
pub(crate) fn request(
    transaction: &mut dyn Transaction,
    name: &[u8; 16],
    approvals: &[Approval],
    now: u64,
) -> Result<Option<Left>, StoreError> {
    let Some((escrow, all)) = live(transaction, name, now)? else {
        return Ok(None);
    };
    let Some((device, approved, despite)) = count(&escrow, name, approvals, now) else {
        return Ok(None);
    };
    let (standing, over): (Vec<_>, Vec<_>) = all
        .into_iter()
        .partition(|asked| !asked.is_over(escrow.wait, now));
    for asked in over {
        forget(transaction, name, &asked.device)?;
    }
    let before = standing.iter().find(|asked| asked.device == device);
    let mut new = match before {
        Some(before) => before.clone(),
        None if escrow.ending || approved.count_ones() < escrow.needed => return Ok(None),
        None if standing.len() >= REQUESTS => return Ok(Some(Left::Full)),
        None => Asked::new(device, now),
    };
    new.approve(approved, despite, escrow.all(), now);
    if before == Some(&new) {
        return Ok(Some(Left::Same));
    }
    keep(transaction, name, &new)?;
    let was_overridden = before.is_some_and(Asked::is_overridden);
    if before.is_none() || new.is_overridden() && !was_overridden {
        notify(transaction, name, now)?;
    }
    Ok(Some(Left::Kept))
}

/// The device that these approvals name, and who of the contacts approves; none if a single one is not good.
fn count(escrow: &Escrow, name: &[u8; 16], approvals: &[Approval], now: u64) -> Option<([u8; 32], u16, u16)> {
    let device = approvals.first()?.device;
    let (mut approved, mut despite) = (0_u16, 0_u16);
    for approval in approvals {
        let place = escrow.contacts.iter().position(|its| *its == approval.contact)?;
        let bit = 1_u16.checked_shl(place as u32)?;
        let good = approval.device == device
            && approved & bit == 0
            && (now + 1..=now + REQUEST_TIME).contains(&approval.until)
            && approval.is_signed(name);
        if !good {
            return None;
        }
        approved |= bit;
        if approval.despite {
            despite |= bit;
        }
    }
    Some((device, approved, despite))
}

/// Gives the secret to a device that was approved, after the wait.
pub(crate) fn take(
    transaction: &mut dyn Transaction,
    name: &[u8; 16],
    (signed, take): (&Signed, &Take),
    now: u64,
) -> Result<Answer, StoreError> {
    let Some((escrow, all)) = live(transaction, name, now)? else {
        return Ok(Answer::Gone);
    };
    let its = |asked: &Asked| asked.device == take.device && !asked.is_over(escrow.wait, now);
    let found = all
        .into_iter()
        .find(its)
        .filter(|asked| signed.is_by::<Take>(&asked.device, name));
    let (Some(mut asked), Some(secret)) = (found, &escrow.secret) else {
        return Ok(Answer::Gone);
    };
    match asked.ready(escrow.wait) {
        None => Ok(Answer::Gone),
        Some(ready) if now < ready && !off("wait") => Ok(Answer::Later(ready - now)),
        Some(_) => {
            asked.taken = true;
            keep(transaction, name, &asked)?;
            Ok(Answer::Given(Taken::new(secret)))
        }
    }
}

/// Objects to a request, at the owner's word.
pub(crate) fn veto(
    transaction: &mut dyn Transaction,
    name: &[u8; 16],
    (signed, veto): (&Signed, &Veto),
    now: u64,
) -> Result<bool, StoreError> {
    let Some((escrow, all)) = live(transaction, name, now)? else {
        return Ok(false);
    };
    let found = all.into_iter().find(|asked| asked.device == veto.device);
    let (Some(mut asked), true) = (found, signed.is_by::<Veto>(&escrow.owner, name)) else {
        return Ok(false);
    };
    let was_overridden = asked.is_overridden();
    if !off("veto") {
        asked.veto(now);
    }
    keep(transaction, name, &asked)?;
    if asked.is_overridden() && !was_overridden {
        notify(transaction, name, now)?;
    }
    Ok(true)
}

/// Ends an escrow at its owner's word: now, or with the requests that it has.
pub(crate) fn end(
    transaction: &mut dyn Transaction,
    name: &[u8; 16],
    signed: &Signed,
    now: u64,
) -> Result<bool, StoreError> {
    transaction.lock(name)?;
    let its = Escrow::find(transaction, name)?.is_some_and(|it| signed.is_by::<End>(&it.owner, name));
    if its {
        transaction.execute("UPDATE escrow SET ending = 1 WHERE name = $1", &[name.into()])?;
        live(transaction, name, now)?;
    }
    Ok(its)
}

/// Says how an escrow is to its owner, a contact, or a device that asked.
pub(crate) fn state(
    transaction: &mut dyn Transaction,
    name: &[u8; 16],
    (signed, ask): (&Signed, &Ask),
) -> Result<Option<State>, StoreError> {
    let Some(escrow) = Escrow::find(transaction, name)? else {
        return Ok(None);
    };
    let all = asked(transaction, name)?;
    let known = escrow.owner == ask.key
        || escrow.contacts.contains(&ask.key)
        || all.iter().any(|asked| asked.device == ask.key);
    if !known || !signed.is_by::<Ask>(&ask.key, name) {
        return Ok(None);
    }
    let requests = all.iter().map(|asked| asked.told(escrow.wait)).collect();
    Ok(Some(State::new((escrow.ends, escrow.ending), requests)))
}

/// An escrow that is not over, and its requests. One that is over loses its secret.
fn live(
    transaction: &mut dyn Transaction,
    name: &[u8; 16],
    now: u64,
) -> Result<Option<(Escrow, Vec<Asked>)>, StoreError> {
    transaction.lock(name)?;
    let Some(escrow) = Escrow::find(transaction, name)?.filter(|escrow| escrow.secret.is_some()) else {
        return Ok(None);
    };
    let all = asked(transaction, name)?;
    if escrow.is_over(&all, now) {
        wipe(transaction, name, now)?;
        return Ok(None);
    }
    Ok(Some((escrow, all)))
}

/// Deletes the secrets of those that are over, and later what was kept for their owners.
pub(super) fn sweep(transaction: &mut dyn Transaction, now: u64) -> Result<(), StoreError> {
    let perhaps =
        "SELECT name FROM escrow WHERE (ends <= $1 OR ending = 1) AND secret IS NOT NULL ORDER BY name";
    for row in transaction.query(perhaps, &[now.into()])? {
        live(transaction, &row.whole(0)?, now)?;
    }
    let past = now.saturating_sub(KEPT_FOR_OWNER);
    transaction.execute(
        "DELETE FROM escrow_request WHERE escrow IN
            (SELECT name FROM escrow WHERE ends <= $1 AND secret IS NULL)",
        &[past.into()],
    )?;
    transaction.execute(
        "DELETE FROM escrow WHERE ends <= $1 AND secret IS NULL",
        &[past.into()],
    )?;
    Ok(())
}
