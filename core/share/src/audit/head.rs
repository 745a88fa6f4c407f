use pocketchart_crypto::hash::{hash256, keyed256};
use pocketchart_crypto::sign::SigningKey;
use pocketchart_crypto::{Label, Secret};
use pocketchart_record::cbor::{Canonical, Malformed, Reader, Writer};

use super::action::Outcome;
use super::entry::{AuditEntry, AuditEvent, Stamp};
use crate::grant::Signed;

/// How far a log has come: its last entry's number, and the hash that fixes all of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Head {
    /// The number; 0 before the first entry.
    pub number: u64,
    /// BLAKE2b-256 of the entry with its signature; zeros before the first entry.
    pub hash: [u8; 32],
}

impl Head {
    /// Before the first entry.
    pub const START: Head = Head {
        number: 0,
        hash: [0; 32],
    };

    /// The head when this is the last entry.
    pub fn of(entry: &Signed<AuditEntry>) -> Self {
        const ENTRY: Label = Label::new("audit/entry");
        Self {
            number: entry.number,
            hash: hash256(ENTRY, &[entry.to_bytes()]),
        }
    }

    /// Makes the next entry. Texts that are too long are cut, control characters left out.
    ///
    /// # Errors
    /// [`Malformed`] if `closes` is no number before it, or it is said to close something and to have begun.
    pub fn append(
        &self,
        event: AuditEvent,
        device: &SigningKey,
        time: Stamp,
        outcome: Outcome,
        closes: Option<u64>,
    ) -> Result<Signed<AuditEntry>, Malformed> {
        let entry = AuditEntry {
            device: device.public(),
            number: self.number.checked_add(1).ok_or(Malformed("number"))?,
            prev: self.hash,
            time,
            closes,
            event: event.tidy(),
            outcome,
        };
        Signed::sign(entry, device)
    }

    /// What a stranger gets of it: BLAKE2b-256 under a key that stays here, of the hash and the number (8 bytes,
    /// big-endian). They can show it later and learn nothing from it.
    pub fn blinded(&self, key: &Secret<32>) -> [u8; 32] {
        const HEAD: Label = Label::new("audit/head");
        keyed256(HEAD, key, &[&self.hash, &self.number.to_be_bytes()])
    }
}

impl Canonical for Head {
    fn write(&self, to: &mut Writer) {
        to.array(2).uint(self.number).bytes(&self.hash);
    }
    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        from.array_of(2)?;
        Ok(Self {
            number: from.uint()?,
            hash: from.fixed()?,
        })
    }
}

/// A head that left the device.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Witness {
    /// As another device of the patient keeps it.
    Seen(Head),
    /// As whoever was given something keeps it.
    Blinded {
        /// The number.
        number: u64,
        /// The key under which it was blinded.
        key: Secret<32>,
        /// What they have.
        blinded: [u8; 32],
    },
}

impl Witness {
    /// The number that the log had reached.
    pub fn number(&self) -> u64 {
        match self {
            Witness::Seen(head) => head.number,
            Witness::Blinded { number, .. } => *number,
        }
    }

    pub(super) fn fits(&self, head: &Head) -> bool {
        match self {
            Witness::Seen(seen) => seen == head,
            Witness::Blinded { key, blinded, .. } => head.blinded(key) == *blinded,
        }
    }
}
