//! Letters, until their reader deletes them or their time is over.

use pocketchart_wire::{
    mailbox::{CAPACITY, LETTERS, LONGEST_HOURS, Letters, Name, Packet, letter_id},
    size::LARGEST,
};

use super::Left;
use crate::store::{StoreError, Transaction, Value};

const HOUR: u64 = 60 * 60;

/// Keeps a letter for so many hours, rounded up to a whole one but never past the longest time.
pub(crate) fn post(
    transaction: &mut dyn Transaction,
    mailbox: &[u8; 16],
    packet: &[u8],
    hours: u16,
    now: u64,
) -> Result<Left, StoreError> {
    transaction.lock(mailbox)?;
    let letter = letter_id(packet);
    // One whose time is over counts no more, also before it is swept.
    transaction.execute(
        "DELETE FROM letter WHERE mailbox = $1 AND id = $2 AND until <= $3",
        &[mailbox.into(), (&letter).into(), (now / HOUR).into()],
    )?;
    let same = "SELECT 1 FROM letter WHERE mailbox = $1 AND id = $2";
    if !transaction
        .query(same, &[mailbox.into(), (&letter).into()])?
        .is_empty()
    {
        return Ok(Left::Same);
    }
    let sums = "SELECT COUNT(*), CAST(COALESCE(SUM(size), 0) AS BIGINT), COALESCE(MAX(n), 0)
        FROM letter WHERE mailbox = $1";
    let rows = transaction.query(sums, &[mailbox.into()])?;
    let sums = rows.first().ok_or(StoreError::Row)?;
    let (letters, bytes, last) = (sums.number::<usize>(0)?, sums.number::<usize>(1)?, sums.int(2)?);
    if letters >= LETTERS || bytes + packet.len() > CAPACITY {
        return Ok(Left::Full);
    }
    let until = (now + u64::from(hours) * HOUR)
        .div_ceil(HOUR)
        .min((now + u64::from(LONGEST_HOURS) * HOUR) / HOUR);
    transaction.execute(
        "INSERT INTO letter (mailbox, id, n, until, size, body) VALUES ($1, $2, $3, $4, $5, $6)",
        &[
            mailbox.into(),
            (&letter).into(),
            (last + 1).into(),
            until.into(),
            packet.len().into(),
            packet.into(),
        ],
    )?;
    Ok(Left::Kept)
}

/// The letters behind one, or from the oldest on, as many as make about one large packet.
pub(crate) fn read(
    transaction: &mut dyn Transaction,
    mailbox: &[u8; 16],
    after: Option<[u8; 16]>,
    now: u64,
) -> Result<Letters, StoreError> {
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
        "SELECT body FROM letter WHERE mailbox = $1 AND n > $2 AND n <= $3 AND until > $4 ORDER BY n",
        &[mailbox.into(), before.into(), last.into(), (now / HOUR).into()],
    )?;
    let letters: Result<Vec<_>, _> = letters
        .into_iter()
        .map(|mut row| row.bytes(0)?.map(Packet).ok_or(StoreError::Row))
        .collect();
    Ok(Letters::new(letters?, taken < waiting.len()))
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
        transaction.execute("DELETE FROM letter WHERE mailbox = $1 AND id = $2", &values)?;
    }
    Ok(())
}

/// Deletes the letters whose time is over.
pub(super) fn sweep(transaction: &mut dyn Transaction, now: u64) -> Result<(), StoreError> {
    transaction.execute("DELETE FROM letter WHERE until <= $1", &[(now / HOUR).into()])?;
    Ok(())
}
