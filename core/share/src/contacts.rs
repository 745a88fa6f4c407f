//! What a person's contacts keep for the day when everything is lost (security.md section 14). A secret is locked under two parts: C,
//! which is split among the contacts, and W, which a relay holds in escrow ([`pocketchart_wire::escrow`]). Contacts alone and the
//! relay alone learn nothing; who has lost a device, the words and too many contacts has lost the record.
//!
//! ```text
//! contact ── ContactCode ─────► person: makes C and W, locks, splits
//! contact ◄─────── PartCode ── person              W ─► relay
//! new device ─ AskCode ───────► contact: compares words, by voice
//! new device ◄──── AnswerCode ─ contact            approvals ─► relay, which tells, waits, and gives W
//! ```
//!
//! All four codes go over any messenger: those with a secret in them are sealed to one reader.
//!
//! The secret is that of the recovery words, or, for the day when the person cannot act for themselves, one that was drawn for it
//! ([`StandInKeys`]): each contact then keeps two parts, and which of them a device asks for stands in its code ([`Cause`]).

mod answer;
mod ask;
mod cause;
mod lock;
mod offer;
mod part;
mod sealed;
mod stand_in;
#[cfg(test)]
mod tests;

use pocketchart_crypto::{Label, hash::hash256};
use pocketchart_record::cbor::{Canonical, to_bytes};
use pocketchart_record::{AuthorId, key_words};

pub use answer::{Answer, AnswerCode};
pub use ask::{AskCode, Asking};
pub use cause::Cause;
pub use lock::{Locked, Split, unlock};
pub use offer::ContactCode;
pub use part::{Part, PartCode};
pub use stand_in::{Entrusted, StandInKeys, StandInVaults};

/// Bytes of a name in these codes.
pub const MAX_NAME: usize = 64;
/// Bytes of a relay's address in them.
pub const MAX_RELAY: usize = 100;

const FIRST: Label = Label::new("contacts/words");
const SECOND: Label = Label::new("contacts/more-words");

/// Eight words of the English list of BIP 39 for a code that both read aloud: 88 bits, more than anybody can look for.
fn words<T: Canonical>(code: &T) -> String {
    let bytes = to_bytes(code);
    let four = |label| key_words(AuthorId(hash256(label, &[&bytes])));
    format!("{} {}", four(FIRST), four(SECOND))
}
