//! Accounts: made and changed by administrators.

use pocketchart_crypto::{Label, hash};
use rusqlite::{OptionalExtension, Transaction, params};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use super::{
    PasskeyError, Role, attempts,
    password::{self, Verifier},
    session,
};
use crate::{
    id::Id,
    keys::Keys,
    store::{self, StoreError},
};

const TABLE: &str = "account";
/// Characters of a name, and of a name to sign in with.
const LONGEST: usize = 100;

/// Somebody who works here.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct Account {
    /// Names it for good.
    pub(crate) id: Id,
    /// What they sign in with.
    pub(crate) login: String,
    /// What others call them.
    pub(crate) name: String,
    /// What they may do.
    pub(crate) role: Role,
    /// May not sign in.
    pub(crate) disabled: bool,
    /// Somebody else chose the password: it has to be changed first.
    pub(crate) must_change: bool,
    verifier: Verifier,
}

/// What a new account needs.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewAccount {
    /// What they sign in with.
    pub(crate) login: String,
    /// What others call them.
    pub(crate) name: String,
    /// What they may do.
    pub(crate) role: Role,
    /// With what they sign in for the first time: at least 12 characters.
    #[schema(value_type = String)]
    pub(crate) password: Zeroizing<String>,
}

/// What is to be changed of an account; what is left out stays.
#[derive(Default, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Change {
    /// What others call them.
    pub(crate) name: Option<String>,
    /// What they may do.
    pub(crate) role: Option<Role>,
    /// Whether they may not sign in.
    pub(crate) disabled: Option<bool>,
    /// A new password, to be changed at the next sign-in; it also ends a lock-out.
    #[schema(value_type = Option<String>)]
    pub(crate) password: Option<Zeroizing<String>>,
}

/// An account could not be made, changed or signed in to. Nothing was changed.
#[derive(Debug, thiserror::Error)]
pub(crate) enum StaffError {
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// Somebody has this name already.
    #[error("the name is taken")]
    Taken,
    /// A name is empty or too long.
    #[error("not a name")]
    Name,
    /// The password is too short, too long, or the name itself.
    #[error("not a password")]
    Password,
    /// There is no such account.
    #[error("no such account")]
    Unknown,
    /// Nobody would be left who manages accounts.
    #[error("the last administrator")]
    Last,
    /// Name and password do not belong together.
    #[error("wrong name or password")]
    Wrong,
    /// Too many wrong guesses.
    #[error("locked for {seconds} seconds")]
    Locked {
        /// For how long.
        seconds: u64,
    },
    /// The secret of the first start is wrong, or an account is there already.
    #[error("not the secret of the first start")]
    Secret,
    /// Something speaks against a passkey, or against doing without one.
    #[error(transparent)]
    Passkey(#[from] PasskeyError),
}

impl StaffError {
    /// The id of the message that explains it.
    pub(crate) fn id(&self) -> &'static str {
        match self {
            Self::Store(_) => "desk-store-failed",
            Self::Taken => "desk-login-taken",
            Self::Name => "desk-name-bad",
            Self::Password => "desk-password-bad",
            Self::Unknown => "desk-account-unknown",
            Self::Last => "desk-last-administrator",
            Self::Wrong => "desk-wrong-password",
            Self::Locked { .. } => "desk-locked",
            Self::Secret => "desk-wrong-secret",
            Self::Passkey(error) => error.id(),
        }
    }
}

impl From<rusqlite::Error> for StaffError {
    fn from(error: rusqlite::Error) -> Self {
        StoreError::from(error).into()
    }
}

/// By what an account is found without its name in the clear.
pub(super) fn named(keys: &Keys, login: &str) -> [u8; 16] {
    let folded = login.trim().to_lowercase();
    hash::keyed128(Label::new("desk/login"), &keys.names, &[folded.as_bytes()])
}

impl Account {
    /// A new account. The password is hashed before, outside of a transaction.
    pub(crate) fn new(with: &NewAccount, clinic: &str, must_change: bool) -> Result<Self, StaffError> {
        let login = fit(&with.login)?;
        if !password::is_fit(&with.password, &login, &[&with.name, clinic]) {
            return Err(StaffError::Password);
        }
        Ok(Self {
            id: Id::random(),
            name: fit(&with.name)?,
            role: with.role,
            disabled: false,
            must_change,
            verifier: Verifier::of(&with.password)?,
            login,
        })
    }

    /// Adds it.
    pub(crate) fn add(&self, transaction: &Transaction<'_>, keys: &Keys) -> Result<(), StaffError> {
        let sealed = store::seal(&keys.rows, (TABLE, &self.id.0), self)?;
        let added = transaction.execute(
            "INSERT INTO account (id, login, sealed) VALUES (?1, ?2, ?3) ON CONFLICT (login) DO NOTHING",
            params![self.id.0, named(keys, &self.login), sealed],
        )?;
        if added == 1 {
            Ok(())
        } else {
            Err(StaffError::Taken)
        }
    }

    /// Of this name, if there is one.
    pub(crate) fn of(transaction: &Transaction<'_>, keys: &Keys, id: Id) -> Result<Option<Self>, StoreError> {
        let sql = "SELECT sealed FROM account WHERE id = ?1";
        store::one(transaction, &keys.rows, (TABLE, sql), id.0)
    }

    /// Of this name to sign in with, if there is one.
    pub(crate) fn by_login(
        transaction: &Transaction<'_>,
        keys: &Keys,
        login: &str,
    ) -> Result<Option<Self>, StoreError> {
        let id: Option<[u8; 16]> = transaction
            .query_row(
                "SELECT id FROM account WHERE login = ?1",
                [named(keys, login)],
                |row| row.get(0),
            )
            .optional()?;
        match id {
            Some(id) => Self::of(transaction, keys, Id(id)),
            None => Ok(None),
        }
    }

    /// All, by the names that they sign in with.
    pub(crate) fn all(transaction: &Transaction<'_>, keys: &Keys) -> Result<Vec<Self>, StoreError> {
        let sql = "SELECT id, sealed FROM account";
        let mut all: Vec<Self> = store::rows(transaction, &keys.rows, (TABLE, sql), [])?;
        all.sort_by(|one, other| one.login.cmp(&other.login));
        Ok(all)
    }

    /// Whether it has this password. The work is the same where there is no account.
    pub(crate) fn has_password(account: Option<&Self>, password: &str) -> Result<bool, StoreError> {
        match account {
            Some(account) => account.verifier.fits(password),
            None => Verifier::of_nobody().fits(password),
        }
    }

    /// Forgets the wrong guesses at its password, after a right one.
    pub(crate) fn forgive(&self, transaction: &Transaction<'_>, keys: &Keys) -> Result<(), StoreError> {
        attempts::forget(transaction, &named(keys, &self.login))
    }

    /// As changed. A new password is hashed before, outside of a transaction.
    pub(crate) fn changed(mut self, change: &Change, clinic: &str) -> Result<Self, StaffError> {
        if let Some(name) = &change.name {
            self.name = fit(name)?;
        }
        if let Some(password) = &change.password {
            self = self.with_password(password, clinic)?;
            self.must_change = true;
        }
        self.role = change.role.unwrap_or(self.role);
        self.disabled = change.disabled.unwrap_or(self.disabled);
        Ok(self)
    }

    /// With a password that its owner chose.
    pub(crate) fn with_password(mut self, password: &str, clinic: &str) -> Result<Self, StaffError> {
        if !password::is_fit(password, &self.login, &[&self.name, clinic]) {
            return Err(StaffError::Password);
        }
        self.verifier = Verifier::of(password)?;
        self.must_change = false;
        Ok(self)
    }

    /// Keeps it as it is now, and ends its sessions: whoever is signed in was another. Somebody has to be left who manages accounts.
    pub(crate) fn replace(&self, transaction: &Transaction<'_>, keys: &Keys) -> Result<(), StaffError> {
        let sealed = store::seal(&keys.rows, (TABLE, &self.id.0), self)?;
        let changed = transaction.execute(
            "UPDATE account SET sealed = ?2 WHERE id = ?1",
            params![self.id.0, sealed],
        )?;
        if changed == 0 {
            return Err(StaffError::Unknown);
        }
        let manages = |it: &Self| it.role == Role::Administrator && !it.disabled;
        if !Self::all(transaction, keys)?.iter().any(manages) {
            return Err(StaffError::Last);
        }
        attempts::forget(transaction, &named(keys, &self.login))?;
        Ok(session::end_all(transaction, self.id)?)
    }

    /// Whether there is any account at all.
    pub(crate) fn is_none(transaction: &Transaction<'_>) -> Result<bool, StoreError> {
        let count: i64 = transaction.query_row("SELECT COUNT(*) FROM account", [], |row| row.get(0))?;
        Ok(count == 0)
    }
}

/// A name without what cannot be seen.
pub(super) fn fit(name: &str) -> Result<String, StaffError> {
    let name = name.trim();
    let fits = !name.is_empty() && name.chars().count() <= LONGEST && !name.chars().any(char::is_control);
    fits.then(|| name.to_owned()).ok_or(StaffError::Name)
}
