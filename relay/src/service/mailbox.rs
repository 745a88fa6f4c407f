//! Letters, until their reader deletes them or their time is over.

use pocketchart_wire::{
    mailbox::{CAPACITY, LETTERS, LONGEST_HOURS, Name, letter_id},
    size::LARGEST,
};

use super::Left;
use crate::store::{Body, StoreError, Transaction, Value, release};

const HOUR: u64 = 60 * 60;

/// A letter that comes.
pub(crate) struct Letter {
    id: [u8; 16],
    size: usize,
    body: Body,
    hours: u16,
}

impl Letter {
    /// A packet for so many hours, that lies there as `body`.
    pub(crate) fn new((id, size): ([u8; 16], usize), body: Body, hours: u16) -> Self {
        Self {
            id,
            size,
            body,
            hours,
        }
    }

    /// A packet that is kept in its row.
    pub(crate) fn inside(packet: &[u8], hours: u16) -> Self {
        Self::new(
            (letter_id(packet), packet.len()),
            Body::Inside(packet.to_vec()),
            hours,
        )
    }
}

/// Keeps a letter, for its hours rounded up to a whole one but never past the longest time.
pub(crate) fn post(
    transaction: &mut dyn Transaction,
    mailbox: &[u8; 16],
    letter: Letter,
    now: u64,
) -> Result<Left, StoreError> {
    transaction.lock(mailbox)?;
    let Letter {
        id,
        size,
        body,
        hours,
    } = letter;
    // One whose time is over counts no more, also before it is swept.
    let over: [Value; 3] = [mailbox.into(), (&id).into(), (now / HOUR).into()];
    take_out(transaction, "mailbox = $1 AND id = $2 AND until <= $3", &over)?;
    let same = "SELECT 1 FROM letter WHERE mailbox = $1 AND id = $2";
    if !transaction
        .query(same, &[mailbox.into(), (&id).into()])?
        .is_empty()
    {
        return Ok(Left::Same);
    }
    let sums = "SELECT COUNT(*), CAST(COALESCE(SUM(size), 0) AS BIGINT), COALESCE(MAX(n), 0)
        FROM letter WHERE mailbox = $1";
    let rows = transaction.query(sums, &[mailbox.into()])?;
    let sums = rows.first().ok_or(StoreError::Row)?;
    let (letters, bytes, last) = (sums.number::<usize>(0)?, sums.number::<usize>(1)?, sums.int(2)?);
    if letters >= LETTERS || bytes + size > CAPACITY {
        return Ok(Left::Full);
    }
    let until = (now + u64::from(hours) * HOUR)
        .div_ceil(HOUR)
        .min((now + u64::from(LONGEST_HOURS) * HOUR) / HOUR);
    let [body, object] = body.claim(transaction, now)?;
    transaction.execute(
        "INSERT INTO letter (mailbox, id, n, until, size, body, object) VALUES ($1, $2, $3, $4, $5, $6, $7)",
        &[
            mailbox.into(),
            (&id).into(),
            (last + 1).into(),
            until.into(),
            size.into(),
            body,
            object,
        ],
    )?;
    Ok(Left::Kept)
}

/// The letters behind one, or from the oldest on, as many as make about one large packet, and whether there are more.
pub(crate) fn read(
    transaction: &mut dyn Transaction,
    mailbox: &[u8; 16],
    after: Option<[u8; 16]>,
    now: u64,
) -> Result<(Vec<Body>, bool), StoreError> {
    let before = match after {
        Some(letter) => {
            let sql = "SELECT n FROM letter WHERE mailbox = $1 AND id = $2";
            let rows = transaction.query(sql, &[mailbox.into(), (&letter).into()])?;
            rows.first().map_or(Ok(0), |row| row.int(0))?
        }
        None => 0,
    };
    let waiting = transaction.query(
        "SELECT n, size FROM letter WHERE mailbox = $1 AND n > $2 AND until > $3 ORDER BY n",
        &[mailbox.into(), before.into(), (now / HOUR).into()],
    )?;
    let (mut last, mut bytes, mut taken) = (before, 0, 0);
    for letter in &waiting {
        bytes += letter.number::<usize>(1)?;
        if taken > 0 && bytes > LARGEST {
            break;
        }
        last = letter.int(0)?;
        taken += 1;
    }
    let letters = transaction.query(
        "SELECT body, object FROM letter WHERE mailbox = $1 AND n > $2 AND n <= $3 AND until > $4 ORDER BY n",
        &[mailbox.into(), before.into(), last.into(), (now / HOUR).into()],
    )?;
    let letters: Result<Vec<_>, _> = letters
        .into_iter()
        .map(|mut row| row.body(0)?.ok_or(StoreError::Row))
        .collect();
    Ok((letters?, taken < waiting.len()))
}

/// Deletes letters.
pub(crate) fn delete(
    transaction: &mut dyn Transaction,
    mailbox: &[u8; 16],
    letters: &[Name],
) -> Result<(), StoreError> {
    transaction.lock(mailbox)?;
    for Name(letter) in letters {
        let values: [Value; 2] = [mailbox.into(), letter.into()];
        take_out(transaction, "mailbox = $1 AND id = $2", &values)?;
    }
    Ok(())
}

/// Deletes the letters for which a condition holds.
fn take_out(
    transaction: &mut dyn Transaction,
    condition: &'static str,
    values: &[Value],
) -> Result<(), StoreError> {
    release(transaction, ("letter", condition), values)?;
    transaction.execute(&format!("DELETE FROM letter WHERE {condition}"), values)?;
    Ok(())
}

/// Deletes the letters whose time is over.
pub(super) fn sweep(transaction: &mut dyn Transaction, now: u64) -> Result<(), StoreError> {
    take_out(transaction, "until <= $1", &[(now / HOUR).into()])
}
