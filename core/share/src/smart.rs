//! A patient's app at a hospital's door: SMART App Launch 2.2, standalone launch of a public or confidential client
//! (<https://hl7.org/fhir/smart-app-launch/STU2.2/app-launch.html>). And a clinic's system at the same door, by Backend Services.
//!
//! [`Discovery`] says where to authorize, [`Authorization`] is one attempt to, [`TokenAnswer`] what comes of it,
//! [`TokenClient`] who asks for the next one, by a secret, a key or neither, and [`Server`] asks the FHIR server itself. Tokens
//! go to the server's base and the token endpoint and nowhere else.

mod authorization;
mod client;
mod discovery;
mod key;
mod server;
mod token;

pub use authorization::{Authorization, Redirected};
pub use client::{Client, ClientProof, TokenClient, TokenProof};
pub use discovery::{Discovery, MAX_DISCOVERY};
pub use key::{ClientKey, ClientKeys};
pub use pocketchart_crypto::jose::rs384::BadKey;
pub use server::{MAX_PAGE, Server, ServerAnswer, Waits, Write, WriteMethod};
pub use token::{IdClaims, MAX_TOKEN, TokenAnswer, is_id, patient_in};

use crate::web::WebError;
use pocketchart_fhir::smart::DocumentError;

/// A server was not connected, or did not answer.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum SmartError {
    /// There is no answer.
    #[error(transparent)]
    Web(#[from] WebError),
    /// The answer is not what was asked for.
    #[error(transparent)]
    Document(#[from] DocumentError),
    /// An answer with this HTTP status.
    #[error("the server answered {0}")]
    Status(u16),
    /// The server is busy for longer than anybody waits: seconds, where it says so.
    #[error("the server is busy")]
    Busy(Option<u64>),
    /// The token does not open it, or no longer.
    #[error("the server does not accept the token")]
    SignedOut,
    /// An address that the server gave is not `https://`, leads to this machine, or leaves the server's base.
    #[error("the server names an address that is not asked")]
    Address,
    /// The server does not say where to sign in.
    #[error("the server does not say where to sign in")]
    NoSignIn,
    /// The app has no key to prove with which one it is.
    #[error("the app has no key")]
    NoKey,
    /// The server takes no proof by a key such as the app has.
    #[error("the server takes no key of the app")]
    KeyNotTaken,
    /// The server does not offer PKCE with S256.
    #[error("the server does not protect the sign-in")]
    NoPkce,
    /// What came back does not belong to this sign-in.
    #[error("the answer is not of this sign-in")]
    OtherSignIn,
    /// What came back is of another authorization server.
    #[error("the answer is of another server")]
    OtherIssuer,
    /// The person or the server said no: OAuth's code.
    #[error("not allowed: {0}")]
    Denied(String),
    /// The token endpoint said no: OAuth's code.
    #[error("no token: {0}")]
    NoToken(String),
}
