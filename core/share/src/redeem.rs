//! Redeeming a grant (security.md section 10): what the two sides of its session say to one another. No input or output.
//!
//! After the handshake by the grant's code the redeemer sends an [`Ask`]; the patient's device shows who asks and what, and
//! answers with a [`Reply`]: nothing, or an [`Extract`] and what it takes to become a reader or writer of the log. For the latter the
//! redeemer answers with its certificate for this record, and is let in ([`pocketchart_record::SyncSession::let_in`]). At the end
//! the redeemer sends a [`super::grant::Receipt`]. Later it may call again about the grant itself: [`AfterCall`].
//!
//! ```
//! use pocketchart_crypto::sign::SigningKey;
//! use pocketchart_crypto::Secret;
//! use pocketchart_record::{Context, DeviceKeys, Section};
//! use pocketchart_share::grant::{Operations, Scope};
//! use pocketchart_share::redeem::{Ask, SessionId, Visitor};
//!
//! let clinic = SigningKey::from_seed(&Secret::random());
//! let desk = DeviceKeys::from_seed(Secret::random());
//! let session = SessionId([1; 32]);
//! let allergies = Scope::new([(Section::Allergies, Operations::EXTRACT)]).unwrap();
//! let ask = Ask::sign(Visitor::new("Lakeside Clinic", desk.public()), Some(allergies), 1, session, &clinic);
//!
//! let heard = Ask::from_bytes(&ask.to_bytes(), session)?;
//! assert_eq!(heard.visitor.name, "Lakeside Clinic");
//! // Said in another session it is worth nothing.
//! assert!(Ask::from_bytes(&ask.to_bytes(), SessionId([2; 32])).is_err());
//! # Ok::<(), pocketchart_record::cbor::Malformed>(())
//! ```

mod after;
mod ask;
mod extract;
mod limits;
mod reply;

pub use crate::session::SessionId;
pub use after::{AfterAnswer, AfterCall};
pub use ask::{Ask, MAX_NAME, MAX_REASON, Visitor};
pub use extract::{Extract, ExtractError, ExtractItem, Extracted};
pub use limits::{AddressLimits, MAX_AT_ONCE, MAX_PER_MINUTE};
pub use reply::{Given, Reply, Unwilling};
