//! Sessions between two devices of one person (decision 9): a first meeting by a pairing code, later ones by the
//! keys exchanged then, and the encrypted channel of both.
//!
//! ```
//! use pocketchart_crypto::{Secret, exchange::ExchangeSecret};
//! use pocketchart_share::session::{PairingCode, PairingOffer};
//!
//! // One device shows a code ...
//! let offer = PairingOffer::new(vec!["192.168.1.20:7411".into()])?;
//! let shown = offer.code().to_text();
//!
//! // ... the other reads it and calls that address.
//! let own = ExchangeSecret::from_seed(&Secret::random());
//! let initiator = PairingCode::from_text(&shown)?.initiate(&own)?;
//! let answer = offer.answer(initiator.first_message())?;
//! let session = initiator.finish(&answer.second)?;
//!
//! // Both people see the same six digits, and each device knows the other's key.
//! assert_eq!(session.check_code(), answer.session.check_code());
//! assert_eq!(answer.session.remote(), own.public());
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod beacon;
mod channel;
mod code;
#[cfg(test)]
mod flood;
pub(crate) mod handshake;
mod pair;
mod sync;

pub use crate::code::CodeError;
pub use beacon::Beacon;
pub use channel::{Channel, MAX_MESSAGE, SessionError};
pub use code::PairingCode;
pub use handshake::{Answer, CheckCode, HandshakeError, Initiator, MAX_HANDSHAKE, Session, SessionId};
pub use pair::PairingOffer;
pub use sync::{Meeting, Peer};
