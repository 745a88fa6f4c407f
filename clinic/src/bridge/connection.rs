//! Being let in by the clinic's server.

use std::{
    sync::{Mutex, PoisonError},
    thread,
    time::Duration,
};

use pocketchart::{
    Authorities, Capability, ClientKeys, ClientProof, Context, FhirServer, Scopes, SmartError, SourceClient,
    TokenClient, Web, WebError,
};
use zeroize::Zeroizing;

use super::settings::{Access, Authority, Settings};

/// A token that ends so soon is not used any more, in seconds.
const ALMOST_OVER: u64 = 30;
/// Tokens of which the server does not say how long they live are used so long, in seconds.
const USUAL_LIFE: u64 = 60;
/// The longest time that a busy server is waited for, in seconds: somebody stands at the desk.
const PATIENCE: u64 = 5;

/// What could not be done at the clinic's own server, or for it. Nothing was changed at the desk.
#[derive(Debug, thiserror::Error)]
pub(crate) enum BridgeError {
    /// No server is set.
    #[error("no server is set")]
    NotSet,
    /// The server was not reached, or did not answer as it should.
    #[error(transparent)]
    Server(#[from] SmartError),
    /// What was given as an authority's certificate is none.
    #[error("not an authority's certificate")]
    Authority,
    /// What was given as a key for RS384 is none.
    #[error("not a key for RS384")]
    Key,
    /// It speaks another version of FHIR.
    #[error("another version of FHIR")]
    Version,
    /// The patient did not open their profile, so nobody can be looked for.
    #[error("the profile was not opened")]
    NoProfile,
    /// It has no such patient, or that one is not used any more.
    #[error("no such patient there")]
    NoPatient,
    /// Too little speaks for it that this is the same person.
    #[error("not alike enough")]
    NotAlike,
    /// Another patient's chart belongs to it.
    #[error("another patient's chart belongs to it")]
    Taken,
    /// Somebody is there who may be the same person.
    #[error("somebody is there who may be the same person")]
    Exists,
    /// Nobody has said which of its patients this is.
    #[error("not linked to a patient there")]
    NotLinked,
    /// The answer to a check-in says another birth date than the patient there has.
    #[error("another birth date")]
    OtherBirthDate,
    /// Somebody has chosen another patient meanwhile.
    #[error("another patient was chosen")]
    OtherPatient,
    /// An entry that cannot be sent: which of those that were chosen, from 1; 0 for too many or none.
    #[error("entry {0} cannot be sent")]
    Entry(u64),
    /// The server does not let the desk write this.
    #[error("the server does not offer it")]
    NotOffered,
    /// There is no such message.
    #[error("no such message")]
    NoMessage,
    /// Nothing waits there for a decision, or something else meanwhile.
    #[error("nothing to decide")]
    Decided,
    /// The server refused: the status.
    #[error("refused with {0}")]
    Refused(u16),
    /// What the server kept is not what was sent.
    #[error("the server kept something else")]
    Differs,
}

impl BridgeError {
    /// The id of the message that explains it.
    pub(crate) fn id(&self) -> &'static str {
        match self {
            Self::NotSet => "desk-bridge-not-set",
            Self::Server(error) => message_id(error),
            Self::Authority => "desk-bridge-authority",
            Self::Key => "desk-bridge-key",
            Self::Version => "desk-bridge-version",
            Self::NoProfile => "desk-bridge-no-profile",
            Self::NoPatient => "desk-bridge-no-patient",
            Self::NotAlike => "desk-bridge-not-alike",
            Self::Taken => "desk-bridge-taken",
            Self::Exists => "desk-bridge-exists",
            Self::NotLinked => "desk-bridge-not-linked",
            Self::OtherBirthDate => "desk-bridge-other-birth-date",
            Self::OtherPatient => "desk-bridge-other-patient",
            Self::Entry(_) => "desk-bridge-entry",
            Self::NotOffered => "desk-bridge-not-offered",
            Self::NoMessage => "desk-bridge-no-message",
            Self::Decided => "desk-bridge-decided",
            Self::Refused(_) => "desk-bridge-refused",
            Self::Differs => "desk-bridge-differs",
        }
    }
}

/// The id of the message that explains why the server did not answer.
pub(super) fn message_id(error: &SmartError) -> &'static str {
    match error {
        SmartError::Web(WebError::Address) | SmartError::Address => "desk-bridge-address",
        SmartError::Web(WebError::TooLong) | SmartError::Document(_) => "desk-bridge-not-fhir",
        SmartError::Web(WebError::Untrusted) => "desk-bridge-untrusted",
        SmartError::Web(_) => "desk-bridge-unreachable",
        SmartError::Busy(_) => "desk-bridge-busy",
        SmartError::SignedOut | SmartError::Denied(_) | SmartError::NoToken(_) => "desk-bridge-not-let-in",
        SmartError::NoKey => "desk-bridge-no-key",
        SmartError::KeyNotTaken | SmartError::NoSignIn => "desk-bridge-key-not-taken",
        _ => "desk-bridge-refused",
    }
}

/// What the desk keeps in memory of the connection.
pub(crate) struct Bridge {
    /// The connections, and the authorities that they believe beside the public ones.
    web: Mutex<(Option<Authorities>, Web)>,
    context: Context,
    token: Mutex<Option<Token>>,
    /// Who sends or decides: one after the other.
    pub(crate) turn: Mutex<()>,
}

/// A token of the server of these settings.
struct Token {
    base: String,
    client: String,
    access: Zeroizing<String>,
    until: u64,
}

impl Default for Bridge {
    fn default() -> Self {
        Self {
            web: Mutex::default(),
            context: Context::system(),
            token: Mutex::default(),
            turn: Mutex::default(),
        }
    }
}

/// What lets the desk in, and when it is asked.
pub(crate) struct Entering<'a> {
    pub(crate) base: &'a str,
    pub(crate) access: &'a Access,
    pub(crate) authority: Option<&'a Authority>,
    /// The desk's own keys.
    pub(crate) keys: &'a ClientKeys,
    pub(crate) now: u64,
}

impl Bridge {
    /// What a server offers.
    pub(crate) fn capability(&self, entering: &Entering<'_>) -> Result<Capability, SmartError> {
        self.ask(entering, |server| server.capability(&mut wait))
    }

    /// Asks the server something, once more with a new token if it does not accept the one at hand.
    pub(crate) fn ask<T>(
        &self,
        entering: &Entering<'_>,
        work: impl Fn(&FhirServer<'_>) -> Result<T, SmartError>,
    ) -> Result<T, SmartError> {
        let web = self.web(entering.authority);
        match work(&self.enter(&web, entering)?) {
            Err(SmartError::SignedOut) if self.forget() => work(&self.enter(&web, entering)?),
            answer => answer,
        }
    }

    /// The connections to a server whose certificate is of this authority. Where it was another one before, they are made anew.
    fn web(&self, authority: Option<&Authority>) -> Web {
        let wanted = authority.map(|it| &it.certificates);
        let mut kept = self.web.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.0.as_ref() != wanted {
            *kept = (
                wanted.cloned(),
                wanted.map_or_else(Web::new, Web::with_authorities),
            );
        }
        kept.1.clone()
    }

    fn enter<'a>(&self, web: &'a Web, entering: &Entering<'_>) -> Result<FhirServer<'a>, SmartError> {
        let server = FhirServer::new(web, entering.base)?;
        match entering.access {
            Access::Open => Ok(server),
            Access::Password { name, password } => Ok(server.with_password(name, password)),
            Access::Key { client, .. } => {
                let token = self.token((web, &server), entering, client)?;
                Ok(server.with_token(Some(token)))
            }
        }
    }

    fn token(
        &self,
        (web, server): (&Web, &FhirServer<'_>),
        entering: &Entering<'_>,
        client: &str,
    ) -> Result<Zeroizing<String>, SmartError> {
        let mut kept = self.token.lock().unwrap_or_else(PoisonError::into_inner);
        let is_good = |it: &&Token| {
            it.base == server.base() && it.client == client && it.until > entering.now + ALMOST_OVER
        };
        if let Some(token) = kept.as_ref().filter(is_good) {
            return Ok(token.access.clone());
        }
        let discovery = server.discovery(&mut wait)?.ok_or(SmartError::NoSignIn)?;
        let known = SourceClient {
            id: client.to_owned(),
            proof: ClientProof::Keys(entering.keys.clone()),
        };
        let scopes = Scopes::of(entering.access.scopes());
        let to = (server.base(), &discovery);
        let answer = TokenClient::system(web, &self.context, to, known, &scopes)?;
        let access = answer.access.clone();
        *kept = Some(Token {
            base: server.base().to_owned(),
            client: client.to_owned(),
            access: answer.access,
            until: entering.now + answer.expires_in.unwrap_or(USUAL_LIFE),
        });
        Ok(access)
    }

    /// Forgets the token; whether there was one.
    fn forget(&self) -> bool {
        let mut kept = self.token.lock().unwrap_or_else(PoisonError::into_inner);
        kept.take().is_some()
    }
}

/// Waits as a server asks, but not for long.
pub(super) fn wait(seconds: u64) -> bool {
    let short = seconds <= PATIENCE;
    if short {
        thread::sleep(Duration::from_secs(seconds));
    }
    short
}

impl Settings {
    /// What lets the desk in.
    pub(crate) fn entering<'a>(&'a self, keys: &'a ClientKeys, now: u64) -> Entering<'a> {
        Entering {
            base: &self.base,
            access: &self.access,
            authority: self.authority.as_ref(),
            keys,
            now,
        }
    }
}
