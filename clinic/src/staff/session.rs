//! Sessions: a random token that the browser keeps and the desk knows by its hash alone.

use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD as BASE64};
use pocketchart_crypto::{Label, Secret, hash};
use rusqlite::{OptionalExtension, Transaction, params};

use super::{Account, Rules, StaffError, account::named, attempts};
use crate::{id::Id, keys::Keys, store::StoreError};

/// Seconds after which even who is busy signs in again.
const LONGEST: u64 = 12 * 60 * 60;

/// Seconds by which it is written down that somebody is busy.
const STEP: u64 = 10;

/// What the browser keeps.
#[derive(Clone)]
pub(crate) struct Token(Secret<32>);

impl Token {
    /// Reads what [`Token::text`] wrote.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let bytes = zeroize::Zeroizing::new(BASE64.decode(text).ok()?);
        Secret::from_slice(&bytes).map(Self)
    }

    /// As it stands in the cookie.
    pub(crate) fn text(&self) -> String {
        BASE64.encode(self.0.expose())
    }

    /// What each request that changes something has to show besides: only pages of the desk can read it.
    pub(crate) fn csrf(&self) -> String {
        BASE64.encode(hash::keyed128(Label::new("desk/csrf"), &self.0, &[]))
    }

    /// Whether a request shows it.
    pub(crate) fn is_csrf(&self, shown: &str) -> bool {
        // Secrets are compared in constant time.
        let key = |text: &str| hash::hash256(Label::new("desk/csrf"), &[text.as_bytes()]);
        Secret::from_bytes(key(shown)) == Secret::from_bytes(key(&self.csrf()))
    }

    /// By what the desk knows it again.
    pub(super) fn hash(&self) -> [u8; 32] {
        hash::keyed256(Label::new("desk/session"), &self.0, &[])
    }
}

/// Somebody who is signed in.
#[derive(Clone)]
pub(crate) struct Session {
    /// Who.
    pub(crate) account: Account,
    /// By what.
    pub(crate) token: Token,
    /// Until when at the latest, in seconds since 1970.
    pub(crate) ends: u64,
    /// Whether a passkey was proved in it.
    pub(crate) by_passkey: bool,
    /// Whether it is good for nothing but making a passkey, because one is required.
    pub(crate) is_held: bool,
}

impl Session {
    /// Counts a guess for this name, and finds its account; the password is looked at after, outside of the transaction.
    pub(crate) fn attempt(
        transaction: &Transaction<'_>,
        keys: &Keys,
        login: &str,
        now: u64,
    ) -> Result<Option<Account>, StaffError> {
        if let Err(seconds) = attempts::begin(transaction, &named(keys, login), now)? {
            return Err(StaffError::Locked { seconds });
        }
        Ok(Account::by_login(transaction, keys, login)?.filter(|it| !it.disabled))
    }

    /// Begins one for who gave the right password, or proved a passkey.
    pub(crate) fn begin(
        transaction: &Transaction<'_>,
        keys: &Keys,
        (id, by_passkey): (Id, bool),
        now: u64,
    ) -> Result<Self, StaffError> {
        let account = Account::of(transaction, keys, id)?.filter(|it| !it.disabled);
        let account = account.ok_or(StaffError::Wrong)?;
        account.forgive(transaction, keys)?;
        let (token, ends) = (Token(Secret::random()), now + LONGEST);
        transaction.execute(
            "INSERT INTO session (token, account, used, ends, by_passkey) VALUES (?1, ?2, ?3, ?4, ?5)",
            params![
                token.hash(),
                account.id.0,
                now.cast_signed(),
                ends.cast_signed(),
                by_passkey
            ],
        )?;
        Ok(Self {
            account,
            token,
            ends,
            by_passkey,
            is_held: !by_passkey && Rules::requires_passkey(transaction, keys)?,
        })
    }

    /// The session of a token, if it goes on: it was used in the last so many seconds, and is used now.
    pub(crate) fn of(
        transaction: &Transaction<'_>,
        keys: &Keys,
        token: &Token,
        (now, idle): (u64, u64),
    ) -> Result<Option<Self>, StoreError> {
        let Some(kept) = Kept::of(transaction, token)? else {
            return Ok(None);
        };
        if kept.is_over(now, idle) {
            end(transaction, token)?;
            return Ok(None);
        }
        if now >= kept.used + STEP {
            transaction.execute(
                "UPDATE session SET used = ?2 WHERE token = ?1",
                params![token.hash(), now.cast_signed()],
            )?;
        }
        let account = Account::of(transaction, keys, kept.account)?.filter(|it| !it.disabled);
        let is_held = kept.is_held(transaction, keys)?;
        Ok(account.map(|account| Self {
            account,
            token: token.clone(),
            ends: kept.ends,
            by_passkey: kept.by_passkey,
            is_held,
        }))
    }

    /// Writes down that a passkey was made in it.
    pub(crate) fn has_passkey(&self, transaction: &Transaction<'_>) -> Result<(), StoreError> {
        let sql = "UPDATE session SET by_passkey = 1 WHERE token = ?1";
        transaction.execute(sql, [self.token.hash()])?;
        Ok(())
    }

    /// Who is signed in by a token, if the session goes on, without using it: nobody is kept signed in by what a page does by itself.
    pub(crate) fn watched(
        transaction: &Transaction<'_>,
        keys: &Keys,
        token: &Token,
        (now, idle): (u64, u64),
    ) -> Result<Option<Account>, StoreError> {
        match Kept::of(transaction, token)? {
            Some(kept) if !kept.is_over(now, idle) && !kept.is_held(transaction, keys)? => {
                Ok(Account::of(transaction, keys, kept.account)?.filter(|it| !it.disabled))
            }
            _ => Ok(None),
        }
    }
}

/// A session as it is kept.
struct Kept {
    account: Id,
    used: u64,
    ends: u64,
    by_passkey: bool,
}

impl Kept {
    fn of(transaction: &Transaction<'_>, token: &Token) -> Result<Option<Self>, StoreError> {
        let found = transaction.query_row(
            "SELECT account, used, ends, by_passkey FROM session WHERE token = ?1",
            [token.hash()],
            |row| {
                Ok(Self {
                    account: Id(row.get(0)?),
                    used: row.get::<_, i64>(1)?.unsigned_abs(),
                    ends: row.get::<_, i64>(2)?.unsigned_abs(),
                    by_passkey: row.get(3)?,
                })
            },
        );
        Ok(found.optional()?)
    }

    /// Whether a passkey is required, and none was proved in it.
    fn is_held(&self, transaction: &Transaction<'_>, keys: &Keys) -> Result<bool, StoreError> {
        Ok(!self.by_passkey && Rules::requires_passkey(transaction, keys)?)
    }

    fn is_over(&self, now: u64, idle: u64) -> bool {
        (now >= self.ends || now >= self.used + idle) && !crate::sabotage::off("desk-logoff")
    }
}

/// Signs out.
pub(crate) fn end(transaction: &Transaction<'_>, token: &Token) -> Result<(), StoreError> {
    transaction.execute("DELETE FROM session WHERE token = ?1", [token.hash()])?;
    Ok(())
}

/// Ends all of an account.
pub(super) fn end_all(transaction: &Transaction<'_>, account: Id) -> Result<(), StoreError> {
    transaction.execute("DELETE FROM session WHERE account = ?1", [account.0])?;
    Ok(())
}

/// Ends those that began with a password alone, of whoever has a passkey.
pub(crate) fn end_by_password(transaction: &Transaction<'_>) -> Result<(), StoreError> {
    let sql = "DELETE FROM session WHERE by_passkey = 0 AND account IN (SELECT account FROM passkey)";
    transaction.execute(sql, [])?;
    Ok(())
}

/// Forgets those that are over, and guesses of long ago.
pub(crate) fn sweep(transaction: &Transaction<'_>, (now, idle): (u64, u64)) -> Result<(), StoreError> {
    transaction.execute(
        "DELETE FROM session WHERE ends <= ?1 OR used <= ?2",
        params![now.cast_signed(), now.saturating_sub(idle).cast_signed()],
    )?;
    attempts::sweep(transaction, now)
}
