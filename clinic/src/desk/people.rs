//! Who works here: accounts, and signing in and out.

use std::sync::PoisonError;

use pocketchart_crypto::Secret;

use super::{Desk, DeskError};
use crate::{
    audit::{Action, Event},
    emergency::Second,
    id::Id,
    staff::{self, Account, Change, NewAccount, Passkey, PasskeyError, Rules, Session, StaffError, Token},
    store::StoreError,
};

impl Desk {
    /// Makes the first administrator, for who has the secret of the start.
    pub(crate) fn set_up(&self, secret: &str, with: &NewAccount) -> Result<Account, StaffError> {
        let mut setup = self.setup.lock().unwrap_or_else(PoisonError::into_inner);
        let given = Id::parse(secret.trim()).map(|it| Secret::from_bytes(it.0));
        if setup.is_none() || *setup != given {
            return Err(StaffError::Secret);
        }
        let account = Account::new(with, &self.name, false)?;
        self.store.run(|it| {
            account.add(it, &self.keys)?;
            let mut event = Event::new(Action::AccountMade);
            event.account = Some(account.id);
            self.write_down(it, event).map_err(StaffError::from)
        })?;
        *setup = None;
        Ok(account)
    }

    /// Whether there is no account yet.
    pub(crate) fn is_new(&self) -> bool {
        let setup = self.setup.lock().unwrap_or_else(PoisonError::into_inner);
        setup.is_some()
    }

    /// Signs somebody in.
    pub(crate) fn sign_in(&self, login: &str, password: &str) -> Result<Session, StaffError> {
        let account = self.proven(login, password)?;
        self.store.run(|it| {
            // Where a passkey is required, a password that an administrator gave lets somebody in who has none, to make the first.
            let is_first = account.must_change && Passkey::count(it, account.id)? == 0;
            if !is_first && Rules::requires_passkey(it, &self.keys)? {
                account.forgive(it, &self.keys)?;
                self.write_down(it, Event::new(Action::SignInRefused))?;
                return Ok(Err(StaffError::from(PasskeyError::Required)));
            }
            let session = Session::begin(it, &self.keys, (account.id, false), self.now())?;
            self.write_down(it, Event::by(Action::SignedIn, &session.account))?;
            Ok::<_, StaffError>(Ok(session))
        })?
    }

    /// Whose name and password these are. A wrong guess is counted, and stands in the log.
    pub(super) fn proven(&self, login: &str, password: &str) -> Result<Account, StaffError> {
        let now = self.now();
        let attempt = self.store.run(|it| Session::attempt(it, &self.keys, login, now));
        let account = match attempt {
            Err(error @ StaffError::Locked { .. }) => {
                self.note(Event::new(Action::SignInRefused))?;
                return Err(error);
            }
            attempt => attempt?,
        };
        // The work of the password function is done outside of a transaction, and also where there is no account.
        let fits = Account::has_password(account.as_ref(), password)?;
        let Some(account) = account.filter(|_| fits) else {
            self.note(Event::new(Action::SignInRefused))?;
            return Err(StaffError::Wrong);
        };
        Ok(account)
    }

    /// Another person, who is there, says that somebody asks rightly for a code's chart in an emergency.
    pub(crate) fn vouch(
        &self,
        second: &Second,
        by: &Session,
        origin: Id,
    ) -> Result<Result<(), DeskError>, StaffError> {
        let (second, by_passkey) = match second {
            Second::Password { login, password } => (self.proven(login, password)?, false),
            Second::Passkey { passkey } => (self.whose(passkey, Some(by))?, true),
        };
        let by = &by.account;
        let is_fit = second.id != by.id && !second.must_change && second.role.sees_charts();
        self.store.run(|it| {
            second.forgive(it, &self.keys)?;
            if !by_passkey && Rules::requires_passkey(it, &self.keys)? {
                return Ok(Err(PasskeyError::Required));
            }
            if is_fit {
                self.write_down(it, Event::by(Action::EmergencyVouched, &second))?;
            }
            Ok::<_, StaffError>(Ok(()))
        })??;
        if !is_fit {
            return Ok(Err(DeskError::SecondUnfit));
        }
        if let Some(words) = &self.words {
            words.give(by.id, origin, self.now());
        }
        Ok(Ok(()))
    }

    /// Who is signed in by a token.
    pub(crate) fn session(&self, token: &Token) -> Result<Option<Session>, StoreError> {
        let now = self.now();
        self.store
            .run(|it| Session::of(it, &self.keys, token, (now, self.idle)))
    }

    /// Who is signed in by a token, of whom this is no sign that they are there.
    pub(crate) fn watched(&self, token: &Token) -> Result<Option<Account>, StoreError> {
        let now = self.now();
        self.store
            .run(|it| Session::watched(it, &self.keys, token, (now, self.idle)))
    }

    /// Signs somebody out.
    pub(crate) fn sign_out(&self, session: &Session) -> Result<(), StoreError> {
        self.store.run(|it| {
            staff::end_session(it, &session.token)?;
            self.write_down(it, Event::by(Action::SignedOut, &session.account))
        })
    }

    /// Changes the own password, and ends all sessions; the new one goes on.
    pub(crate) fn change_password(
        &self,
        session: &Session,
        old: &str,
        new: &str,
    ) -> Result<Session, StaffError> {
        let now = self.now();
        let login = &session.account.login;
        // Guesses at it count as those of a sign-in do.
        let account = self
            .store
            .run(|it| Session::attempt(it, &self.keys, login, now))?;
        let account = account.filter(|it| it.id == session.account.id);
        if !Account::has_password(account.as_ref(), old)? {
            return Err(StaffError::Wrong);
        }
        let account = account.ok_or(StaffError::Wrong)?.with_password(new, &self.name)?;
        self.store.run(|it| {
            account.replace(it, &self.keys)?;
            self.write_down(it, Event::by(Action::PasswordChanged, &account))?;
            Session::begin(it, &self.keys, (account.id, session.by_passkey), now)
        })
    }

    /// All accounts.
    pub(crate) fn staff(&self) -> Result<Vec<Account>, StoreError> {
        self.store.run(|it| Account::all(it, &self.keys))
    }

    /// Makes an account, whose password its owner has to change.
    pub(crate) fn add_account(&self, by: &Account, with: &NewAccount) -> Result<Account, StaffError> {
        let account = Account::new(with, &self.name, true)?;
        self.store.run(|it| {
            account.add(it, &self.keys)?;
            let mut event = Event::by(Action::AccountMade, by);
            event.account = Some(account.id);
            self.write_down(it, event).map_err(StaffError::from)
        })?;
        Ok(account)
    }

    /// Changes an account and ends its sessions.
    pub(crate) fn change_account(
        &self,
        by: &Account,
        id: Id,
        change: &Change,
    ) -> Result<Account, StaffError> {
        let before = self.store.run(|it| Account::of(it, &self.keys, id))?;
        let account = before.ok_or(StaffError::Unknown)?.changed(change, &self.name)?;
        self.store.run(|it| {
            account.replace(it, &self.keys)?;
            let mut event = Event::by(Action::AccountChanged, by);
            event.account = Some(id);
            self.write_down(it, event).map_err(StaffError::from)
        })?;
        Ok(account)
    }
}
