//! SMART Health Cards: health data that its issuer signed, whole in a file or a QR code
//! (<https://hl7.org/fhir/uv/smart-health-cards-and-links/STU1/cards-specification.html>).
//!
//! [`CardIssuer`] makes cards, [`HealthCard`] reads them, [`HealthCard::check`] says whose they are, by a [`TrustList`]. Anyone may
//! issue a card: one that a patient's own device made is right, and not vouched for by anybody else.

mod choose;
mod issuer;
mod keys;
mod minify;
mod numeric;
mod read;
mod trust;

pub use choose::{LeftOut, LeftOutReason};
pub use issuer::{CardIssuer, Fit, IssueError, Issued, IssuerError, Terms};
pub use keys::{KeySet, KeySetError};
pub use numeric::MAX_QR;
pub use read::{CardError, HealthCard};
pub use trust::{CardRefusal, CardStanding, Revocations, TrustList, TrustListError};
