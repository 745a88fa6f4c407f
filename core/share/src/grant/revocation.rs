use pocketchart_crypto::Label;
use pocketchart_crypto::sign::VerifyingKey;
use pocketchart_record::KnownHead;
use pocketchart_record::cbor::{Canonical, Malformed, Reader, Writer};

use super::body::GrantId;
use super::signed::{Body, VERSION, head, key};

/// The feeds that one revocation can name.
pub const MAX_SEEN: usize = 128;

/// Why a grant is taken back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// The patient wants so.
    Wish = 1,
    /// The device with the code, or the redeemer's, was lost.
    Lost = 2,
    /// The redeemer did what it should not.
    Misuse = 3,
    /// Another grant takes its place.
    Replaced = 4,
}

/// A patient's device says: this grant has ended (security.md section 9).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Revocation {
    /// The grant.
    pub grant: GrantId,
    /// The patient's device that says so.
    pub issuer: VerifyingKey,
    /// How far its redeemers' feeds were known: at most [`MAX_SEEN`], ascending, each once. What they wrote past these
    /// waits for the patient.
    pub seen: Vec<KnownHead>,
    /// Why.
    pub reason: Reason,
}

impl Body for Revocation {
    const LABEL: Label = Label::new("grant/revocation");

    fn signer(&self) -> VerifyingKey {
        self.issuer
    }

    fn check(&self) -> Result<(), Malformed> {
        if self.seen.len() <= MAX_SEEN && self.seen.is_sorted_by(|a, b| a.feed < b.feed) {
            Ok(())
        } else {
            Err(Malformed("feeds seen"))
        }
    }
}

impl Canonical for Revocation {
    fn write(&self, to: &mut Writer) {
        to.map(5).uint(0).uint(VERSION).uint(1).value(&self.grant);
        to.uint(2).bytes(self.issuer.as_bytes()).uint(3).list(&self.seen);
        to.uint(4).uint(self.reason as u64);
    }
    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        head(from, 5)?;
        key(from, 1)?;
        let grant = from.value()?;
        key(from, 2)?;
        let issuer = VerifyingKey::from_bytes(from.fixed()?);
        key(from, 3)?;
        let seen = from.list(MAX_SEEN)?;
        key(from, 4)?;
        let reason = match from.uint()? {
            1 => Reason::Wish,
            2 => Reason::Lost,
            3 => Reason::Misuse,
            4 => Reason::Replaced,
            _ => return Err(Malformed("reason")),
        };
        Ok(Self {
            grant,
            issuer,
            seen,
            reason,
        })
    }
}
