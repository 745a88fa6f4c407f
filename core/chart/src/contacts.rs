//! Contacts: people of whom so many together, with the relay and after a wait, bring a record back whose person has lost everything,
//! or let somebody act for a person who cannot (security.md section 14).

mod book;
mod entering;
mod incapacity;
mod kept;
mod notices;
mod recovering;
mod requests;
mod sharing;
mod stand_in;

use crate::{relay, store};
use pocketchart_record::{MembersError, Millis, StoreError};
use pocketchart_share::relay::RelayError;

pub use entering::{Entered, Entrustment};
pub use incapacity::{IncapacityError, IncapacityView, Prepared};
pub use kept::KeptPart;
pub use notices::EmergencyHeard;
pub use recovering::{RecoverError, Recovering, Step};
pub use requests::{ContactsNews, RecoveryAsked};
pub use sharing::{ContactView, ContactsView, NewSharing, SharingView};

/// Of contacts and their parts something was not done. Nothing was changed.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ContactsError {
    /// The store failed, or the passphrase is wrong.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The relay did not do it.
    #[error(transparent)]
    Relay(#[from] RelayError),
    /// No relay was chosen.
    #[error("no relay was chosen")]
    NoRelay,
    /// This device does not hold the identity key, or the record is somebody else's.
    #[error("this device does not hold the identity key")]
    NoIdentity,
    /// The words are not the newest of this record.
    #[error("not the newest words of this record")]
    OtherWords,
    /// There is a contact of that name already.
    #[error("a contact of that name is known")]
    Known,
    /// There is no such contact, part or request, or several.
    #[error("no such contact, part or request")]
    Unknown,
    /// 15 contacts are the most.
    #[error("more than 15 contacts")]
    Many,
    /// At least 2 contacts, of whom at least 2, but not all, are needed.
    #[error("not numbers that contacts can have")]
    Numbers,
    /// The relay takes waits of an hour to 14 days.
    #[error("a wait that no relay takes")]
    Wait,
    /// It was sealed for another device.
    #[error("for another device")]
    NotForHere,
    /// The sections are more than fits into a vault at the relay.
    #[error("too much for a vault")]
    TooMuch,
    /// A name or address is too long for a code.
    #[error("too long for a code")]
    TooLong,
}

impl ContactsError {
    /// The id of the message that explains it.
    pub fn id(&self) -> &'static str {
        match self {
            ContactsError::Store(error) => store::message_id(error),
            ContactsError::Relay(error) => relay::message_id(*error),
            ContactsError::NoRelay => "relay-none",
            ContactsError::NoIdentity => "contacts-no-identity",
            ContactsError::OtherWords => "words-other",
            ContactsError::Known => "contacts-known",
            ContactsError::Unknown => "contacts-unknown",
            ContactsError::Many => "contacts-many",
            ContactsError::Numbers => "contacts-numbers",
            ContactsError::Wait => "contacts-wait",
            ContactsError::NotForHere => "contacts-not-for-here",
            ContactsError::TooMuch => "incapacity-too-much",
            ContactsError::TooLong => "contacts-too-long",
        }
    }
}

impl From<MembersError> for ContactsError {
    fn from(error: MembersError) -> Self {
        match error {
            MembersError::Store(error) => ContactsError::Store(error),
            MembersError::OtherWords => ContactsError::OtherWords,
            _ => ContactsError::NoIdentity,
        }
    }
}

const SECOND: Millis = 1_000;
const DAY: u64 = 24 * 60 * 60;
