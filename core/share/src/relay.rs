//! The relay's client (`docs/relay.md`): letters, split-key grants, escrows, health links, vaults and key sets at a blind relay. What it stores
//! is sealed before it comes here, and what a relay answers is believed in nothing but its own counts and clock.

mod error;
mod escrow;
mod grant;
mod keys;
mod letter;
mod link;
mod mailbox;
pub(crate) mod packet;
mod snapshot;
mod standing;
mod vault;

use std::{
    fmt,
    sync::Mutex,
    time::{Duration, Instant},
};

use minicbor::{Decode, Encode};
use pocketchart_crypto::sign::SigningKey;
use pocketchart_wire::{
    cbor,
    proof::{Call, Challenge, Signed},
    text,
};

pub use error::{RelayError, TakeError};
pub use escrow::Release;
pub use letter::{LetterContent, NotALetter, Pair, day, days_to_read, open_letter, seal_letter};
pub use mailbox::Mailbox;
pub use pocketchart_wire::vault::blob_id;
pub use snapshot::{Snapshot, SnapshotPiece, Vault};
pub use standing::GrantRelease;

use crate::web::{self, Answer, Web, WebError};

/// The longest answer: a page of letters, a bundle or a blob, with what is around them.
const LONGEST: usize = 9 << 20;
/// How long a challenge is used again; a relay lets it be good for five minutes.
const CHALLENGE_GOOD: Duration = Duration::from_secs(60);

/// A relay, by its address. Calls block: a redemption is a few of them, one after the other.
pub struct Relay {
    web: Web,
    url: String,
    challenge: Mutex<Option<(Instant, Challenge)>>,
}

impl fmt::Debug for Relay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Relay")
    }
}

impl Relay {
    /// The relay at this address, `https://host` with or without a path; `http://` only on this machine. Nothing is asked yet.
    ///
    /// # Errors
    /// [`WebError::Address`].
    pub fn new(url: &str) -> Result<Self, WebError> {
        Ok(Self {
            web: Web::new(),
            url: web::base(url)?,
            challenge: Mutex::new(None),
        })
    }

    /// Its address, without a slash at the end.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// Whether it answers.
    ///
    /// # Errors
    /// [`RelayError`].
    pub fn is_there(&self) -> Result<(), RelayError> {
        kept(&self.web.get(&format!("{}/healthz", self.url), 1024)?)
    }

    fn post<T: Encode<()>>(&self, path: &str, message: &T) -> Result<Answer, RelayError> {
        let body = cbor::to_bytes(message);
        Ok(self.web.post(&self.at(path), CBOR, &body, LONGEST)?)
    }

    fn put<T: Encode<()>>(&self, path: &str, message: &T) -> Result<Answer, RelayError> {
        let body = cbor::to_bytes(message);
        Ok(self.web.put(&self.at(path), CBOR, &body, LONGEST)?)
    }

    /// Signs a call for an object and makes it.
    fn call<C: Call>(
        &self,
        path: &str,
        key: &SigningKey,
        target: &[u8; 16],
        call: &C,
    ) -> Result<Answer, RelayError> {
        let signed = Signed::new(key, self.challenge()?, target, call);
        self.post(path, &signed)
    }

    fn challenge(&self) -> Result<Challenge, RelayError> {
        // A poisoned lock says that another thread ended; the challenge in it is whole.
        let mut kept = self
            .challenge
            .lock()
            .unwrap_or_else(|poisoned| poisoned.into_inner());
        if let Some((since, challenge)) = *kept
            && since.elapsed() < CHALLENGE_GOOD
        {
            return Ok(challenge);
        }
        let answer = self.web.get(&self.at("/challenge"), 1024)?;
        if answer.status != 200 {
            return Err(RelayError::from_answer(&answer));
        }
        let challenge = answer.body.try_into().map_err(|_| RelayError::NoRelay)?;
        *kept = Some((Instant::now(), challenge));
        Ok(challenge)
    }

    fn at(&self, path: &str) -> String {
        format!("{}{path}", self.url)
    }
}

const CBOR: &str = "application/cbor";

/// `/<service>/<name><action>`
fn path(service: &str, name: &[u8], action: &str) -> String {
    format!("/{service}/{}{action}", text::encode(name))
}

/// The message in an answer.
fn message<T: Encode<()> + for<'b> Decode<'b, ()>>(answer: &Answer) -> Result<T, RelayError> {
    if answer.status == 200 {
        cbor::from_bytes(&answer.body).map_err(|_| RelayError::NoRelay)
    } else {
        Err(RelayError::from_answer(answer))
    }
}

/// Whether it was done.
fn kept(answer: &Answer) -> Result<(), RelayError> {
    if (200..300).contains(&answer.status) {
        Ok(())
    } else {
        Err(RelayError::from_answer(answer))
    }
}
