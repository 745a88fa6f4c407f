//! Passkeys (WebAuthn): the public halves of keys by which somebody signs in, sealed under names that say nothing.

use pocketchart_crypto::{Label, hash};
use rusqlite::{Transaction, params};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use webauthn_rs_core::proto::{AuthenticationResult, Credential};

use super::{Account, StaffError, account::fit};
use crate::{
    id::Id,
    keys::Keys,
    store::{self, StoreError},
};

const TABLE: &str = "passkey";
/// Passkeys of an account.
const MOST: usize = 10;

/// A passkey of somebody who works here.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct Passkey {
    /// Names it.
    pub(crate) id: Id,
    account: Id,
    /// The name of the desk that it is bound to.
    rp: String,
    /// What its owner calls it.
    name: String,
    made: u64,
    used: Option<u64>,
    pub(super) credential: Credential,
}

/// A passkey as its owner sees it.
#[derive(Serialize, ToSchema)]
pub(crate) struct PasskeyView {
    /// Names it.
    #[schema(value_type = String)]
    id: Id,
    /// What its owner calls it.
    name: String,
    /// The name by which a browser has to call the desk for it.
    host: String,
    /// When it was made, in seconds since 1970.
    made: u64,
    /// When it was used last, in seconds since 1970.
    used: Option<u64>,
    /// Whether other devices of its owner may have it, too.
    synced: bool,
}

/// A passkey could not be made, used or removed.
#[derive(Debug, thiserror::Error)]
pub(crate) enum PasskeyError {
    /// The browser calls the desk by an address, or without TLS.
    #[error("no passkeys by this address")]
    Place,
    /// The question was answered already, is another session's, or is too old.
    #[error("the question is over")]
    Over,
    /// Too many questions wait for an answer.
    #[error("too many questions")]
    Busy,
    /// The answer does not prove whose it is.
    #[error("not a passkey of the desk")]
    Wrong,
    /// The counter of one of this account's went back: there may be a copy.
    #[error("the counter went back")]
    Counter(Id),
    /// What was made is no passkey that the desk can use.
    #[error("not a passkey that can be used")]
    Unfit,
    /// It is there already.
    #[error("the passkey is there already")]
    Known,
    /// The account has as many as it may.
    #[error("too many passkeys")]
    Many,
    /// There is no such passkey.
    #[error("no such passkey")]
    Unknown,
    /// It is the last one, and one is required.
    #[error("the last passkey")]
    Last,
    /// A password is not enough here.
    #[error("a passkey is required")]
    Required,
    /// Who requires passkeys has to be signed in by one.
    #[error("not signed in by a passkey")]
    OwnFirst,
}

impl PasskeyError {
    /// The id of the message that explains it.
    pub(crate) fn id(&self) -> &'static str {
        match self {
            Self::Place => "desk-passkey-place",
            Self::Over => "desk-passkey-over",
            Self::Busy => "desk-wait",
            Self::Wrong => "desk-passkey-wrong",
            Self::Counter(_) => "desk-passkey-counter",
            Self::Unfit => "desk-passkey-unfit",
            Self::Known => "desk-passkey-known",
            Self::Many => "desk-passkey-many",
            Self::Unknown => "desk-passkey-unknown",
            Self::Last => "desk-passkey-last",
            Self::Required => "desk-passkey-required",
            Self::OwnFirst => "desk-passkey-own-first",
        }
    }
}

impl Passkey {
    /// One that a browser made just now at the desk of this name.
    pub(crate) fn new(
        keys: &Keys,
        (account, name): (Id, &str),
        (rp, now): (&str, u64),
        credential: Credential,
    ) -> Result<Self, StaffError> {
        let parts: [&[u8]; 2] = [rp.as_bytes(), &credential.cred_id];
        Ok(Self {
            id: Id(hash::keyed128(Label::new("desk/passkey"), &keys.names, &parts)),
            account,
            rp: rp.to_owned(),
            name: fit(name)?,
            made: now,
            used: None,
            credential,
        })
    }

    /// Adds it to those of its account.
    pub(crate) fn add(&self, transaction: &Transaction<'_>, keys: &Keys) -> Result<(), StaffError> {
        if Self::count(transaction, self.account)? >= MOST {
            return Err(PasskeyError::Many.into());
        }
        let sealed = store::seal(&keys.rows, (TABLE, &self.id.0), self)?;
        let added = transaction.execute(
            "INSERT INTO passkey (id, account, sealed) VALUES (?1, ?2, ?3) ON CONFLICT (id) DO NOTHING",
            params![self.id.0, self.account.0, sealed],
        )?;
        if added == 1 {
            Ok(())
        } else {
            Err(PasskeyError::Known.into())
        }
    }

    /// Those of an account, oldest first.
    pub(crate) fn of(
        transaction: &Transaction<'_>,
        keys: &Keys,
        account: Id,
    ) -> Result<Vec<Self>, StoreError> {
        let sql = "SELECT id, sealed FROM passkey WHERE account = ?1";
        let mut all: Vec<Self> = store::rows(transaction, &keys.rows, (TABLE, sql), [account.0])?;
        all.sort_by_key(|it| (it.made, it.id));
        Ok(all)
    }

    /// How many an account has.
    pub(crate) fn count(transaction: &Transaction<'_>, account: Id) -> Result<usize, StoreError> {
        let sql = "SELECT COUNT(*) FROM passkey WHERE account = ?1";
        let count: i64 = transaction.query_row(sql, [account.0], |row| row.get(0))?;
        usize::try_from(count).map_err(|_| StoreError::Row)
    }

    /// Whether it is bound to the desk under this name.
    pub(crate) fn is_of(&self, rp: &str) -> bool {
        self.rp == rp
    }

    /// Keeps that it was used, and how far its counter has come: it never goes back.
    pub(super) fn used(
        mut self,
        transaction: &Transaction<'_>,
        keys: &Keys,
        (proof, now): (&AuthenticationResult, u64),
    ) -> Result<(), StoreError> {
        self.used = Some(now);
        self.credential.backup_state = proof.backup_state();
        if !crate::sabotage::off("desk-passkey-counter") {
            self.credential.counter = proof.counter();
        }
        let sealed = store::seal(&keys.rows, (TABLE, &self.id.0), &self)?;
        transaction.execute(
            "UPDATE passkey SET sealed = ?2 WHERE id = ?1",
            params![self.id.0, sealed],
        )?;
        Ok(())
    }

    /// Forgets one of an account.
    pub(crate) fn remove(transaction: &Transaction<'_>, account: Id, id: Id) -> Result<(), StaffError> {
        let sql = "DELETE FROM passkey WHERE id = ?1 AND account = ?2";
        match transaction.execute(sql, params![id.0, account.0])? {
            0 => Err(PasskeyError::Unknown.into()),
            _ => Ok(()),
        }
    }

    /// Forgets all of an account: whoever lost them is another until they prove themselves anew.
    pub(crate) fn remove_all(
        transaction: &Transaction<'_>,
        keys: &Keys,
        account: Id,
    ) -> Result<(), StaffError> {
        let account = Account::of(transaction, keys, account)?.ok_or(StaffError::Unknown)?;
        transaction.execute("DELETE FROM passkey WHERE account = ?1", [account.id.0])?;
        account.replace(transaction, keys)
    }
}

impl From<&Passkey> for PasskeyView {
    fn from(it: &Passkey) -> Self {
        Self {
            id: it.id,
            name: it.name.clone(),
            host: it.rp.clone(),
            made: it.made,
            used: it.used,
            synced: it.credential.backup_eligible,
        }
    }
}
