//! Signing in by passkeys, and making and removing them.

use super::Desk;
use crate::{
    audit::{Action, Event},
    id::Id,
    staff::{
        self, Account, Answer, Need, NewPasskey, NewQuestion, Passkey, PasskeyError, Place, Proof,
        ProofQuestion, Rules, Session, StaffError,
    },
    store::StoreError,
};

/// Whether passkeys are required, and how many each account has.
pub(crate) struct PasskeysOfAll {
    pub(crate) rules: Rules,
    pub(crate) accounts: Vec<(Id, usize)>,
}

impl Desk {
    /// Asks a browser to prove a passkey: in a session, or to begin one.
    pub(crate) fn ask_for_passkey(
        &self,
        place: Place,
        session: Option<&Session>,
    ) -> Result<ProofQuestion, PasskeyError> {
        self.ceremonies
            .ask(place, session.map(|it| &it.token), self.now())
    }

    /// Signs in who proves a passkey.
    pub(crate) fn sign_in_by_passkey(&self, answer: &Answer) -> Result<Session, StaffError> {
        let account = self.whose(answer, None)?;
        self.store.run(|it| {
            let session = Session::begin(it, &self.keys, (account.id, true), self.now())?;
            self.write_down(it, Event::by(Action::SignedIn, &session.account))?;
            Ok(session)
        })
    }

    /// Whose passkey an answer proves. One that proves nothing is counted as a wrong password is, and stands in the log.
    pub(super) fn whose(&self, answer: &Answer, session: Option<&Session>) -> Result<Account, StaffError> {
        let (token, now) = (session.map(|it| &it.token), self.now());
        self.store.run(|it| {
            let proven = self.ceremonies.proven(it, &self.keys, (answer, token), now);
            let refused = match &proven {
                Ok(_) | Err(StaffError::Store(_)) => return proven.map(Ok),
                Err(StaffError::Passkey(PasskeyError::Counter(account))) => {
                    let mut event = Event::new(Action::PasskeyCopied);
                    event.account = Some(*account);
                    event
                }
                Err(_) => Event::new(Action::SignInRefused),
            };
            self.write_down(it, refused)?;
            Ok(proven)
        })?
    }

    /// Whether somebody who is signed in proves just now who they are.
    fn prove(&self, session: &Session, proof: &Proof) -> Result<(), StaffError> {
        let account = match proof {
            Proof::Password { password } => self.proven(&session.account.login, password)?,
            Proof::Passkey { passkey } => self.whose(passkey, Some(session))?,
        };
        if account.id != session.account.id {
            return Err(PasskeyError::Wrong.into());
        }
        self.store.run(|it| Ok(account.forgive(it, &self.keys)?))
    }

    /// Asks the browser of somebody who proves who they are to make a passkey. Where one is required and is there, they sign in with that.
    pub(crate) fn ask_for_new_passkey(
        &self,
        session: &Session,
        place: Place,
        proof: &Proof,
    ) -> Result<NewQuestion, StaffError> {
        self.prove(session, proof)?;
        let there = self.passkeys(&session.account)?;
        if session.is_held && !there.is_empty() {
            return Err(PasskeyError::Required.into());
        }
        let by = (&session.token, &session.account);
        Ok(self.ceremonies.ask_for_new(place, by, &there, self.now())?)
    }

    /// Keeps the passkey that a browser made.
    pub(crate) fn add_passkey(&self, session: &Session, new: &NewPasskey) -> Result<Passkey, StaffError> {
        let by = (&session.token, session.account.id);
        let passkey = self.ceremonies.made(&self.keys, by, new, self.now())?;
        self.store.run(|it| {
            passkey.add(it, &self.keys)?;
            session.has_passkey(it)?;
            self.write_down(it, Event::by(Action::PasskeyAdded, &session.account))?;
            Ok(passkey)
        })
    }

    /// The passkeys of somebody.
    pub(crate) fn passkeys(&self, of: &Account) -> Result<Vec<Passkey>, StoreError> {
        self.store.run(|it| Passkey::of(it, &self.keys, of.id))
    }

    /// Removes one of somebody's own who proves who they are.
    pub(crate) fn remove_passkey(&self, session: &Session, id: Id, proof: &Proof) -> Result<(), StaffError> {
        self.prove(session, proof)?;
        let account = &session.account;
        self.store.run(|it| {
            Passkey::remove(it, account.id, id)?;
            if Passkey::count(it, account.id)? == 0 && Rules::requires_passkey(it, &self.keys)? {
                return Err(PasskeyError::Last.into());
            }
            self.write_down(it, Event::by(Action::PasskeyRemoved, account))
                .map_err(StaffError::from)
        })
    }

    /// Whether passkeys are required, and who has some.
    pub(crate) fn passkeys_of_all(&self) -> Result<PasskeysOfAll, StoreError> {
        self.store.run(|it| {
            let all = Account::all(it, &self.keys)?;
            let counted = all
                .iter()
                .map(|account| Ok((account.id, Passkey::count(it, account.id)?)));
            Ok(PasskeysOfAll {
                rules: Rules::of(it, &self.keys)?,
                accounts: counted.collect::<Result<_, StoreError>>()?,
            })
        })
    }

    /// Sets whether passkeys are required. Who requires them is signed in by one, so that somebody is left who can make passwords anew.
    pub(crate) fn set_rules(&self, by: &Session, rules: Rules) -> Result<(), StaffError> {
        self.store.run(|it| {
            let is_required = rules.passkey == Need::Required;
            if is_required && !by.by_passkey {
                return Err(PasskeyError::OwnFirst.into());
            }
            rules.keep(it, &self.keys)?;
            if is_required {
                staff::end_by_password(it)?;
            }
            let action = if is_required {
                Action::PasskeysRequired
            } else {
                Action::PasskeysOptional
            };
            self.write_down(it, Event::by(action, &by.account))
                .map_err(StaffError::from)
        })
    }

    /// Whoever runs the desk's program says that a password is enough: for a clinic whose administrators lost their passkeys.
    pub(super) fn make_passkeys_optional(&self) -> Result<(), StoreError> {
        self.store.run(|it| {
            if Rules::requires_passkey(it, &self.keys)? {
                Rules::default().keep(it, &self.keys)?;
                self.write_down(it, Event::new(Action::PasskeysOptional))?;
            }
            Ok(())
        })
    }

    /// Removes all passkeys of an account whose owner lost them, and ends its sessions.
    pub(crate) fn remove_passkeys_of(&self, by: &Account, id: Id) -> Result<(), StaffError> {
        self.store.run(|it| {
            Passkey::remove_all(it, &self.keys, id)?;
            let mut event = Event::by(Action::PasskeysTakenBack, by);
            event.account = Some(id);
            self.write_down(it, event).map_err(StaffError::from)
        })
    }
}
