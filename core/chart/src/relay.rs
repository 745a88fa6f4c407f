//! Which relay this device uses, and how its failures are named.

use crate::chart::Chart;
use crate::store;
use pocketchart_record::{Shelf, Shelved, StoreError};
use pocketchart_share::relay::{Relay, RelayError};
use pocketchart_share::web::WebError;

const KEY: &[u8] = b"relay";
/// In a code a relay has at most 48 characters.
const LONGEST: usize = 48;
const HTTPS: &str = "https://";

/// The relay was not chosen; the one before stays.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum UseRelayError {
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// Not `https://` and a name, or too long for a code.
    #[error("not the address of a relay")]
    Address(#[from] WebError),
    /// It does not answer.
    #[error(transparent)]
    Relay(#[from] RelayError),
}

impl UseRelayError {
    /// The id of the message that explains it.
    pub fn id(&self) -> &'static str {
        match self {
            UseRelayError::Store(error) => store::message_id(error),
            UseRelayError::Address(_) => "relay-address",
            UseRelayError::Relay(error) => message_id(*error),
        }
    }
}

impl Chart {
    /// The relay that this device leaves things at.
    ///
    /// # Errors
    /// What the store says.
    pub fn relay(&self) -> Result<Option<String>, StoreError> {
        let known = self.record.shelved(Shelf::Setting, KEY)?;
        known
            .map(|url| String::from_utf8(url).map_err(|_| StoreError::Altered("setting")))
            .transpose()
    }

    /// Chooses a relay, once it has answered, or none. What was left at another one stays there.
    ///
    /// # Errors
    /// [`UseRelayError`].
    pub fn use_relay(&mut self, url: Option<&str>) -> Result<(), UseRelayError> {
        let change = match url {
            None => Shelved::remove(Shelf::Setting, KEY),
            Some(url) => {
                let relay = Relay::new(url)?;
                let hint = hint(relay.url());
                if hint.len() > LONGEST || !hint.bytes().all(|byte| byte.is_ascii_graphic()) {
                    return Err(WebError::Address.into());
                }
                relay.is_there()?;
                Shelved::put(Shelf::Setting, KEY, relay.url().as_bytes().to_vec())
            }
        };
        Ok(self.record.shelve(vec![change])?)
    }
}

/// A relay's address as a code names it: without `https://`.
pub(crate) fn hint(url: &str) -> String {
    url.strip_prefix(HTTPS).unwrap_or(url).to_owned()
}

/// The relay that a code names.
pub(crate) fn named(hint: &str) -> Result<Relay, WebError> {
    match hint.contains("://") {
        true => Relay::new(hint),
        false => Relay::new(&format!("{HTTPS}{hint}")),
    }
}

/// The id of the message that explains a relay's failure.
pub(crate) fn message_id(error: RelayError) -> &'static str {
    match error {
        RelayError::Unreachable(_) => "relay-unreachable",
        RelayError::Busy(_) => "relay-busy",
        RelayError::Full => "relay-full",
        RelayError::NotLive => "relay-not-live",
        RelayError::NotTaken => "relay-not-taken",
        RelayError::Conflict => "relay-conflict",
        _ => "relay-not-one",
    }
}
