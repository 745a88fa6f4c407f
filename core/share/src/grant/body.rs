use std::fmt;

use pocketchart_crypto::exchange::ExchangePublic;
use pocketchart_crypto::sign::VerifyingKey;
use pocketchart_crypto::{Label, random_array};
use pocketchart_record::Millis;
use pocketchart_record::cbor::{Canonical, Malformed, Reader, Writer};

use super::scope::Scope;
use super::signed::{Body, VERSION, key};

/// Minutes since 1970-01-01T00:00:00Z.
pub type Minutes = u32;

/// The longest that a grant lasts: 30 days.
pub const MAX_LIFE: Minutes = 30 * 24 * 60;
/// The longest that an emergency grant lasts: 72 hours.
pub const MAX_EMERGENCY_LIFE: Minutes = 72 * 60;

/// The longest that a standing code for emergencies lasts: 366 days. It is a grant with [`Flags::EMERGENCY`] that a relay holds.
pub const MAX_STANDING_LIFE: Minutes = 366 * 24 * 60;
/// How many may redeem a standing code for emergencies, at most.
pub const MAX_STANDING_USES: u8 = 5;

const MINUTE: Millis = 60_000;

pub(super) fn millis(minutes: Minutes) -> Millis {
    Millis::from(minutes) * MINUTE
}

/// Names one grant: 16 random bytes.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct GrantId(pub [u8; 16]);

impl GrantId {
    /// A new one.
    pub fn random() -> Self {
        Self(random_array())
    }
}

/// Lower-case hexadecimal, as people see and type it.
impl fmt::Display for GrantId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for GrantId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "GrantId({self})")
    }
}

impl Canonical for GrantId {
    fn write(&self, to: &mut Writer) {
        to.bytes(&self.0);
    }
    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        from.fixed().map(Self)
    }
}

bitflags::bitflags! {
    /// What else a grant says.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
    pub struct Flags: u8 {
        /// A passcode must be given besides the code.
        const PASSCODE = 1;
        /// The patient wants to be told at once.
        const NOTIFY = 2;
        /// The redeemer may let in one other.
        const DELEGABLE = 4;
        /// For an emergency: shorter, and loud in the log.
        const EMERGENCY = 8;
    }
}

/// Who counts the uses. There is one counter only, or a copy of a code could be used once at each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holder {
    /// The device that signed the grant.
    Issuer = 0,
    /// The relay.
    Relay = 1,
}

/// A patient's device says: whoever redeems this may do that, from then until then (security.md section 10).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grant {
    /// Its name.
    pub id: GrantId,
    /// The patient's device that signs it.
    pub issuer: VerifyingKey,
    /// The Noise key of the only one who may redeem it; without one, whoever redeems it first is bound to it.
    pub audience: Option<ExchangePublic>,
    /// From when.
    pub not_before: Minutes,
    /// Until when; at most [`MAX_LIFE`], [`MAX_EMERGENCY_LIFE`] or [`MAX_STANDING_LIFE`] later.
    pub expires: Minutes,
    /// What.
    pub scope: Scope,
    /// How many may redeem it, from 1.
    pub uses: u8,
    /// Who counts them.
    pub holder: Holder,
    /// Random.
    pub nonce: [u8; 16],
    /// What else.
    pub flags: Flags,
    /// [`super::CodeSecret::bind`] of the code's secret.
    pub bind: [u8; 32],
}

impl Body for Grant {
    const LABEL: Label = Label::new("grant");

    fn signer(&self) -> VerifyingKey {
        self.issuer
    }

    fn check(&self) -> Result<(), Malformed> {
        let (most, uses) = bounds(self.flags, self.holder == Holder::Relay);
        match self.expires.checked_sub(self.not_before) {
            Some(life) if (1..=most).contains(&life) && (1..=uses).contains(&self.uses) => Ok(()),
            _ => Err(Malformed("window or uses")),
        }
    }
}

/// How long it lasts and how many may redeem it, at most.
pub(super) fn bounds(flags: Flags, at_relay: bool) -> (Minutes, u8) {
    match (flags.contains(Flags::EMERGENCY), at_relay) {
        (true, true) => (MAX_STANDING_LIFE, MAX_STANDING_USES),
        (true, false) => (MAX_EMERGENCY_LIFE, u8::MAX),
        (false, _) => (MAX_LIFE, u8::MAX),
    }
}

impl Grant {
    /// Whether it is a standing code for emergencies: a relay gives it, after notices and a wait, without a passcode.
    pub fn is_standing(&self) -> bool {
        self.flags.contains(Flags::EMERGENCY) && self.holder == Holder::Relay
    }
}

impl Canonical for Grant {
    fn write(&self, to: &mut Writer) {
        to.map(10 + usize::from(self.audience.is_some()));
        to.uint(0).uint(VERSION).uint(1).value(&self.id);
        to.uint(2).bytes(self.issuer.as_bytes());
        if let Some(audience) = &self.audience {
            to.uint(3).bytes(audience.as_bytes());
        }
        to.uint(4).uint(self.not_before.into());
        to.uint(5).uint(self.expires.into());
        to.uint(6).value(&self.scope);
        to.uint(7)
            .array(2)
            .uint(self.uses.into())
            .uint(self.holder as u64);
        to.uint(8).bytes(&self.nonce);
        to.uint(9).uint(self.flags.bits().into());
        to.uint(10).bytes(&self.bind);
    }

    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        let has_audience = match from.map()? {
            10 => false,
            11 => true,
            _ => return Err(Malformed("number of fields")),
        };
        let _version = (key(from, 0)?, from.uint()?);
        key(from, 1)?;
        let id = from.value()?;
        key(from, 2)?;
        let issuer = VerifyingKey::from_bytes(from.fixed()?);
        let audience = if has_audience {
            key(from, 3)?;
            Some(ExchangePublic::from_bytes(from.fixed()?))
        } else {
            None
        };
        key(from, 4)?;
        let not_before = from.small()?;
        key(from, 5)?;
        let expires = from.small()?;
        key(from, 6)?;
        let scope = from.value()?;
        key(from, 7)?;
        from.array_of(2)?;
        let uses = from.small()?;
        let holder = match from.uint()? {
            0 => Holder::Issuer,
            1 => Holder::Relay,
            _ => return Err(Malformed("holder")),
        };
        key(from, 8)?;
        let nonce = from.fixed()?;
        key(from, 9)?;
        let flags = Flags::from_bits(from.small()?).ok_or(Malformed("flags"))?;
        key(from, 10)?;
        Ok(Self {
            id,
            issuer,
            audience,
            not_before,
            expires,
            scope,
            uses,
            holder,
            nonce,
            flags,
            bind: from.fixed()?,
        })
    }
}
