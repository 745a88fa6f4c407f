//! Why a server was not connected, not pulled, or not forgotten.

use crate::import::ImportError;
use crate::store;
use pocketchart_record::StoreError;
use pocketchart_share::smart::SmartError;
use pocketchart_share::web::WebError;

/// A server was not connected. Nothing was kept.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ConnectError {
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The server, or its authorization server, did not do its part.
    #[error(transparent)]
    Smart(#[from] SmartError),
    /// The name is empty or too long.
    #[error("the name is empty or too long")]
    Name,
    /// Another connection has this name.
    #[error("the name is taken")]
    NameTaken,
    /// Not the id of a patient.
    #[error("not the id of a patient")]
    PatientId,
    /// The server asks for a sign-in, so it is not read without.
    #[error("the server asks for a sign-in")]
    NotOpen,
    /// Nothing of what was granted lets the app read anything.
    #[error("nothing was granted that could be read")]
    NothingGranted,
    /// Neither the token nor a search says who the patient is.
    #[error("the server does not say who the patient is")]
    WhichPatient,
    /// The patient there may be somebody else, or is not to be read.
    #[error(transparent)]
    Person(#[from] ImportError),
}

impl ConnectError {
    /// The id of the message that explains it.
    pub fn id(&self) -> &'static str {
        match self {
            ConnectError::Store(error) => store::message_id(error),
            ConnectError::Smart(error) => message_id(error),
            ConnectError::Name => "source-name",
            ConnectError::NameTaken => "source-name-taken",
            ConnectError::PatientId => "source-patient-id",
            ConnectError::NotOpen => "source-not-open",
            ConnectError::NothingGranted => "source-nothing-granted",
            ConnectError::WhichPatient => "source-which-patient",
            ConnectError::Person(error) => error.id(),
        }
    }
}

/// A server was not pulled to the end. What came in before that stays, and the next pull goes on from there.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum PullError {
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// This device has no such connection.
    #[error("no such connection")]
    Unknown,
    /// The server stopped answering.
    #[error(transparent)]
    Smart(#[from] SmartError),
    /// What came could not be kept, or is about somebody else.
    #[error(transparent)]
    Import(#[from] ImportError),
}

impl PullError {
    /// The id of the message that explains it.
    pub fn id(&self) -> &'static str {
        match self {
            PullError::Store(error) => store::message_id(error),
            PullError::Unknown => "source-unknown",
            PullError::Smart(error) => message_id(error),
            PullError::Import(error) => error.id(),
        }
    }
}

/// A connection was not forgotten.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum RemoveSourceError {
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// This device has no such connection.
    #[error("no such connection")]
    Unknown,
}

impl RemoveSourceError {
    /// The id of the message that explains it.
    pub fn id(&self) -> &'static str {
        match self {
            RemoveSourceError::Store(error) => store::message_id(error),
            RemoveSourceError::Unknown => "source-unknown",
        }
    }
}

/// A key was not taken. Those that were there stay.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum AppKeyError {
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The file holds no RSA key that can be used.
    #[error("not an RSA key")]
    NotAKey,
}

impl AppKeyError {
    /// The id of the message that explains it.
    pub fn id(&self) -> &'static str {
        match self {
            AppKeyError::Store(error) => store::message_id(error),
            AppKeyError::NotAKey => "source-not-a-key",
        }
    }
}

fn message_id(error: &SmartError) -> &'static str {
    match error {
        SmartError::Web(WebError::Address) => "source-address",
        SmartError::Web(WebError::TooLong) | SmartError::Document(_) => "source-not-fhir",
        SmartError::Web(_) => "source-unreachable",
        SmartError::Status(_) => "source-status",
        SmartError::Busy(_) => "source-busy",
        SmartError::NoToken(code) if code == "invalid_client" => "source-client-refused",
        SmartError::SignedOut | SmartError::NoToken(_) => "source-signed-out",
        SmartError::NoSignIn => "source-no-sign-in",
        SmartError::NoKey => "source-no-key",
        SmartError::KeyNotTaken => "source-key-not-taken",
        SmartError::Address => "source-unsafe-address",
        SmartError::NoPkce => "source-no-pkce",
        SmartError::OtherSignIn => "source-other-sign-in",
        SmartError::OtherIssuer => "source-other-issuer",
        SmartError::Denied(_) => "source-denied",
        _ => "source-status",
    }
}
