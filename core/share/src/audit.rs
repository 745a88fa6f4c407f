//! The log of who was given what: one chain of signed entries for each device (security.md section 13). No input or
//! output: [`Head::append`] makes the next entry, [`AuditCheck`] walks a chain, and the caller keeps the bytes.
//!
//! What is disclosed is written ahead: an entry with [`Outcome::Begun`] is durable before the first byte leaves, and a
//! later one closes it. Cutting entries off at the end is seen only against a head that left the device: whoever was
//! given something gets it blinded ([`Head::blinded`]), in a receipt, so that they learn nothing but the number; the
//! patient's other devices get it plain.
//!
//! ```
//! use pocketchart_crypto::{Secret, sign::SigningKey};
//! use pocketchart_share::audit::*;
//!
//! let phone = SigningKey::from_seed(&Secret::random());
//! let begun = Head::START.append(AuditEvent::new(Action::Exported), &phone, Stamp::at(1), Outcome::Begun, None)?;
//! let closed = AuditEvent { count: 12, ..begun.event.clone() };
//! let closed = Head::of(&begun).append(closed, &phone, Stamp::at(2), Outcome::Done, Some(1))?;
//! let witnessed = Witness::Seen(Head::of(&closed));
//!
//! let mut check = AuditCheck::new(phone.public(), [witnessed.clone()]);
//! check.entry(1, begun.to_bytes());
//! check.entry(2, closed.to_bytes());
//! assert!(check.finish().faults.is_empty());
//!
//! let mut cut = AuditCheck::new(phone.public(), [witnessed]);
//! cut.entry(1, begun.to_bytes());
//! assert_eq!(cut.finish().faults, [AuditFault::CutOff { last: 1, witnessed: 2 }]);
//! # Ok::<(), pocketchart_record::cbor::Malformed>(())
//! ```

mod action;
mod check;
mod entry;
mod given;
mod head;
mod standing;
#[cfg(test)]
mod tests;

pub use action::{Action, Outcome, Purpose};
pub use check::{AuditCheck, AuditFault, AuditFindings};
pub use entry::{AuditEntry, AuditEvent, Introducer, MAX_NAME, MAX_REASON, SinceStart, Stamp};
pub use given::GivenHead;
pub use head::{Head, Witness};
pub use standing::{AuditGossip, AuditStanding, OtherLog};

use pocketchart_record::cbor::{Malformed, Reader};

/// The version in front of what is kept.
fn version(from: &mut Reader<'_>) -> Result<(), Malformed> {
    if from.uint()? == 1 {
        Ok(())
    } else {
        Err(Malformed("version"))
    }
}
