//! The two ceremonies of WebAuthn: a browser is asked to make a passkey, or to prove one. Each question is answered once, in time, and in the
//! session that asked; what an answer proves is for `webauthn-rs-core` to say.

use std::{
    collections::HashMap,
    sync::{Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use rusqlite::Transaction;
use serde::{Deserialize, Serialize};
use url::{Host, Url};
use utoipa::ToSchema;
use webauthn_rs_core::{
    WebauthnCore,
    error::WebauthnError,
    proto::{
        AuthenticationState, PublicKeyCredential, PublicKeyCredentialCreationOptions,
        PublicKeyCredentialRequestOptions, RegisterPublicKeyCredential, RegistrationState,
        UserVerificationPolicy,
    },
};
use zeroize::Zeroizing;

use super::{Account, Passkey, PasskeyError, Session, StaffError, Token};
use crate::{id::Id, keys::Keys};

/// Seconds in which a question has to be answered.
const PATIENCE: u64 = 5 * 60;
/// Questions that wait at once.
const MOST: usize = 4096;

/// By which name and origin a browser calls the desk: passkeys are bound to the name, and answers say the origin.
#[derive(Clone)]
pub(crate) struct Place {
    pub(crate) rp: String,
    origin: Url,
}

impl Place {
    /// None where browsers have no passkeys: at an address in place of a name, and without TLS anywhere but on the machine itself.
    pub(crate) fn of(host: &str, is_tls: bool) -> Option<Self> {
        let scheme = if is_tls { "https" } else { "http" };
        let origin = Url::parse(&format!("{scheme}://{host}")).ok()?;
        let rp = match origin.host()? {
            Host::Domain(name) if is_tls || name == "localhost" => name.to_owned(),
            _ => return None,
        };
        Some(Self { rp, origin })
    }

    /// What the library is told of the desk. Subdomains and other ports are other origins.
    fn party(&self, clinic: &str) -> WebauthnCore {
        let any_port = crate::sabotage::off("desk-passkey-origin");
        let (origins, patience) = (vec![self.origin.clone()], Duration::from_secs(PATIENCE));
        WebauthnCore::new_unsafe_experts_only(clinic, &self.rp, origins, patience, None, Some(any_port))
    }
}

/// A person has to show by a number, a finger or a face that the passkey is theirs.
fn verification() -> UserVerificationPolicy {
    if crate::sabotage::off("desk-passkey-verified") {
        UserVerificationPolicy::Preferred
    } else {
        UserVerificationPolicy::Required
    }
}

/// What a browser is asked, to prove a passkey: `navigator.credentials.get`.
#[derive(Serialize, ToSchema)]
pub(crate) struct ProofQuestion {
    /// Names the question.
    #[schema(value_type = String)]
    question: Id,
    /// `PublicKeyCredentialRequestOptionsJSON` of WebAuthn.
    #[schema(value_type = Object)]
    options: PublicKeyCredentialRequestOptions,
}

/// What a browser is asked, to make a passkey: `navigator.credentials.create`.
#[derive(Serialize, ToSchema)]
pub(crate) struct NewQuestion {
    /// Names the question.
    #[schema(value_type = String)]
    question: Id,
    /// `PublicKeyCredentialCreationOptionsJSON` of WebAuthn.
    #[schema(value_type = Object)]
    options: PublicKeyCredentialCreationOptions,
}

/// What a browser answers, to prove a passkey.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Answer {
    /// The question.
    #[schema(value_type = String)]
    question: Id,
    /// `AuthenticationResponseJSON` of WebAuthn.
    #[schema(value_type = Object)]
    credential: PublicKeyCredential,
}

/// What a browser answers when it has made a passkey.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewPasskey {
    /// The question.
    #[schema(value_type = String)]
    question: Id,
    /// What its owner calls it.
    name: String,
    /// `RegistrationResponseJSON` of WebAuthn.
    #[schema(value_type = Object)]
    credential: RegisterPublicKeyCredential,
}

/// What proves just now who somebody is.
#[derive(Deserialize, ToSchema)]
#[serde(untagged, deny_unknown_fields)]
pub(crate) enum Proof {
    /// Their password.
    Password {
        #[schema(value_type = String)]
        password: Zeroizing<String>,
    },
    /// One of their passkeys.
    Passkey {
        /// What their browser answers.
        passkey: Box<Answer>,
    },
}

#[derive(Clone)]
enum Asked {
    Make(RegistrationState),
    Prove(AuthenticationState),
}

#[derive(Clone)]
struct Question {
    until: u64,
    /// The session that asked, by its hash; none for who is not signed in.
    session: Option<[u8; 32]>,
    place: Place,
    asked: Asked,
}

/// The questions that wait for an answer. A new start forgets them.
pub(crate) struct Ceremonies {
    clinic: String,
    waiting: Mutex<HashMap<Id, Question>>,
}

impl Ceremonies {
    /// None yet, at this clinic.
    pub(crate) fn new(clinic: &str) -> Self {
        Self {
            clinic: clinic.to_owned(),
            waiting: Mutex::default(),
        }
    }

    /// Asks whoever it is to prove a passkey, in this session if there is one. The browser shows those that it has for the desk.
    pub(crate) fn ask(
        &self,
        place: Place,
        session: Option<&Token>,
        now: u64,
    ) -> Result<ProofQuestion, PasskeyError> {
        let party = place.party(&self.clinic);
        let asked = party
            .new_challenge_authenticate_builder(Vec::new(), Some(verification()))
            .and_then(|it| party.generate_challenge_authenticate(it));
        let (shown, state) = asked.map_err(|_| PasskeyError::Unfit)?;
        let question = self.keep(place, session, Asked::Prove(state), now)?;
        Ok(ProofQuestion {
            question,
            options: shown.public_key,
        })
    }

    /// Asks somebody who is signed in to make a passkey, on a device that has none of these.
    pub(crate) fn ask_for_new(
        &self,
        place: Place,
        (session, account): (&Token, &Account),
        passkeys: &[Passkey],
        now: u64,
    ) -> Result<NewQuestion, PasskeyError> {
        let party = place.party(&self.clinic);
        let there = passkeys.iter().map(|it| it.credential.cred_id.clone()).collect();
        let asked = party
            .new_challenge_register_builder(&account.id.0, &account.login, &account.name)
            .map(|it| it.user_verification_policy(verification()))
            .map(|it| it.require_resident_key(true).exclude_credentials(Some(there)))
            .and_then(|it| party.generate_challenge_register(it));
        let (shown, state) = asked.map_err(|_| PasskeyError::Unfit)?;
        let question = self.keep(place, Some(session), Asked::Make(state), now)?;
        Ok(NewQuestion {
            question,
            options: shown.public_key,
        })
    }

    /// The passkey that a browser made for this account.
    pub(crate) fn made(
        &self,
        keys: &Keys,
        (session, account): (&Token, Id),
        new: &NewPasskey,
        now: u64,
    ) -> Result<Passkey, StaffError> {
        let question = self.take(new.question, Some(session), now)?;
        let Asked::Make(state) = &question.asked else {
            return Err(PasskeyError::Over.into());
        };
        let party = question.place.party(&self.clinic);
        let credential = party
            .register_credential(&new.credential, state, None)
            .map_err(|_| PasskeyError::Unfit)?;
        Passkey::new(keys, (account, &new.name), (&question.place.rp, now), credential)
    }

    /// Whose passkey an answer proves. An answer counts as a guess at the account that it names until it has proved it.
    pub(crate) fn proven(
        &self,
        transaction: &Transaction<'_>,
        keys: &Keys,
        (answer, session): (&Answer, Option<&Token>),
        now: u64,
    ) -> Result<Account, StaffError> {
        let mut question = self.take(answer.question, session, now)?;
        let Asked::Prove(state) = &mut question.asked else {
            return Err(PasskeyError::Over.into());
        };
        let credential = &answer.credential;
        let handle = credential.response.user_handle.as_deref().unwrap_or_default();
        let id = handle.try_into().map(Id).map_err(|_| PasskeyError::Wrong)?;
        let named = Account::of(transaction, keys, id)?.ok_or(PasskeyError::Wrong)?;
        let account = Session::attempt(transaction, keys, &named.login, now)?.ok_or(PasskeyError::Wrong)?;
        let mut passkeys = Passkey::of(transaction, keys, account.id)?;
        passkeys.retain(|it| it.is_of(&question.place.rp));
        state.set_allowed_credentials(passkeys.iter().map(|it| it.credential.clone()).collect());
        let party = question.place.party(&self.clinic);
        let proof = match party.authenticate_credential(credential, state) {
            Ok(proof) => proof,
            Err(WebauthnError::CredentialPossibleCompromise) => {
                return Err(PasskeyError::Counter(account.id).into());
            }
            Err(_) => return Err(PasskeyError::Wrong.into()),
        };
        let used = passkeys
            .into_iter()
            .find(|it| it.credential.cred_id == *proof.cred_id())
            .ok_or(PasskeyError::Wrong)?;
        used.used(transaction, keys, (&proof, now))?;
        account.forgive(transaction, keys)?;
        Ok(account)
    }

    fn keep(
        &self,
        place: Place,
        session: Option<&Token>,
        asked: Asked,
        now: u64,
    ) -> Result<Id, PasskeyError> {
        let mut waiting = self.lock();
        waiting.retain(|_, it| now < it.until);
        if waiting.len() >= MOST {
            return Err(PasskeyError::Busy);
        }
        let id = Id::random();
        let question = Question {
            until: now + PATIENCE,
            session: session.map(Token::hash),
            place,
            asked,
        };
        waiting.insert(id, question);
        Ok(id)
    }

    /// The question of this session, if its time is not over. Nobody answers it a second time.
    fn take(&self, id: Id, session: Option<&Token>, now: u64) -> Result<Question, PasskeyError> {
        let mut waiting = self.lock();
        let found = match crate::sabotage::off("desk-passkey-once") {
            true => waiting.get(&id).cloned(),
            false => waiting.remove(&id),
        };
        let is_of = |it: &Question| now < it.until && it.session == session.map(Token::hash);
        found.filter(is_of).ok_or(PasskeyError::Over)
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<Id, Question>> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[test]
fn a_name_with_tls_or_this_machine_has_passkeys_and_an_address_has_none() {
    let rp = |host, is_tls| Place::of(host, is_tls).map(|it| it.rp);
    assert_eq!(rp("localhost:8191", false).as_deref(), Some("localhost"));
    assert_eq!(
        rp("Desk.Lakeside.example:8191", true).as_deref(),
        Some("desk.lakeside.example")
    );
    for (host, is_tls) in [
        ("desk.lakeside.example", false),
        ("127.0.0.1:8191", false),
        ("192.0.2.7", true),
        ("[::1]:8191", true),
        ("", true),
    ] {
        assert_eq!(rp(host, is_tls), None, "{host}");
    }
}
