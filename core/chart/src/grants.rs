//! Grants: the patient opens sections to whoever shows up with a code, for as long as the patient says.

mod at_relay;
mod boxes;
pub(crate) mod deletions;
pub(crate) mod entering;
pub(crate) mod kept;
mod shared;
mod standing;
mod time;
mod view;

pub use at_relay::{AskRelayError, Ended, RelayNews, RelayTake};
pub use deletions::{DeletionView, RelayDeletion};
pub use entering::{RelayAnswer, RelayArrival};
pub(crate) use standing::CONTACT_BOXES;
pub use standing::{NewStandingCode, StandingCode, StandingTake};
pub use view::{GrantStanding, GrantView, RedeemerView};

use crate::chart::Chart;
use crate::store;
use kept::{KeptGrant, Purse};
use pocketchart_crypto::random_array;
use pocketchart_record::{Millis, Section, Shelved, StoreError};
use pocketchart_share::audit::{Action, AuditEvent};
use pocketchart_share::clock::Doubt;
use pocketchart_share::grant::{
    Flags, Grant, GrantCode, GrantId, GrantKeys, GrantState, Holder, MAX_EMERGENCY_LIFE, MAX_LIFE,
    MAX_STANDING_LIFE, MAX_STANDING_USES, Minutes, Operations, Reason, Revocation, Scope, Signed,
};
use pocketchart_share::relay::RelayError;
use pocketchart_share::session::CodeError;
use std::net::SocketAddr;
pub(crate) use time::NoTime;

pub(crate) const MINUTE: Millis = 60_000;

/// What a person wants to open, to whom, and for how long.
#[derive(Clone, Debug)]
pub struct NewGrant {
    /// What may be done in which section.
    pub sections: Vec<(Section, Operations)>,
    /// From when; now if not said.
    pub from: Option<Millis>,
    /// For how many minutes: at most 30 days, in an emergency 72 hours.
    pub minutes: Minutes,
    /// How many may redeem it, from 1.
    pub uses: u8,
    /// What must be given besides the code.
    pub passcode: Option<String>,
    /// A redeemer may let in one other.
    pub delegable: bool,
    /// For an emergency: whoever redeems it must say why, and nobody is asked.
    pub emergency: bool,
    /// A relay gives it while this device is off ([`Chart::use_relay`]), as the record is now, to who has the code and the
    /// passcode.
    pub relay: bool,
}

impl NewGrant {
    /// To one redeemer, for a day.
    pub fn of(sections: Vec<(Section, Operations)>) -> Self {
        Self {
            sections,
            from: None,
            minutes: 24 * 60,
            uses: 1,
            passcode: None,
            delegable: false,
            emergency: false,
            relay: false,
        }
    }
}

/// A grant could not be made, shown or ended. Nothing was changed.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum GrantError {
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// No section, or nothing that may be done in one.
    #[error("nothing is granted")]
    Nothing,
    /// Shorter than a minute, longer than allowed, or without a use.
    #[error("too long, too short, or without a use")]
    Window,
    /// A passcode has at least 6 characters.
    #[error("the passcode is too short")]
    ShortPasscode,
    /// The date cannot be trusted.
    #[error(transparent)]
    Clock(#[from] Doubt),
    /// The addresses do not fit into a code.
    #[error(transparent)]
    Code(#[from] CodeError),
    /// This device has no such grant.
    #[error("no such grant")]
    Unknown,
    /// It has ended, or all its uses are taken.
    #[error("the grant has ended")]
    Ended,
    /// Only the patient's devices grant.
    #[error("this record is somebody else's")]
    NotPatients,
    /// No relay was chosen.
    #[error("no relay was chosen")]
    NoRelay,
    /// A relay must not give anything to who has only seen the code.
    #[error("a relay needs a passcode")]
    NeedsPasscode,
    /// What a relay gives is for who redeems the code itself, and knows the passcode.
    #[error("what a relay gives cannot be passed on")]
    NotPassedOn,
    /// More lies there than a copy at a relay can hold.
    #[error("too much for a copy at a relay")]
    TooMuch,
    /// The relay did not take it. The grant has ended, and nobody has its code.
    #[error(transparent)]
    Relay(#[from] RelayError),
}

impl GrantError {
    /// The id of the message that explains it.
    pub fn id(&self) -> &'static str {
        match self {
            GrantError::Store(error) => store::message_id(error),
            GrantError::Nothing => "grant-nothing",
            GrantError::Window => "grant-window",
            GrantError::ShortPasscode => "grant-short-passcode",
            GrantError::Clock(_) => "clock-doubt",
            GrantError::Code(_) => "grant-address",
            GrantError::Unknown => "grant-unknown",
            GrantError::Ended => "grant-has-ended",
            GrantError::NotPatients => "grant-not-patients",
            GrantError::NoRelay => "relay-none",
            GrantError::NeedsPasscode => "relay-needs-passcode",
            GrantError::NotPassedOn => "relay-not-passed-on",
            GrantError::TooMuch => "relay-too-much",
            GrantError::Relay(error) => crate::relay::message_id(*error),
        }
    }
}

const MIN_PASSCODE: usize = 6;

impl Chart {
    /// Makes a grant, signed by this device, which counts its uses. It is in force when somebody redeems it at
    /// [`Chart::serve`].
    ///
    /// # Errors
    /// [`GrantError`].
    pub fn make_grant(&mut self, new: &NewGrant) -> Result<GrantId, GrantError> {
        if new.relay {
            return self.make_at_relay(new);
        }
        let (rows, grant) = self.draw_grant(new)?;
        let mut event = AuditEvent::new(Action::GrantMade);
        event.grant = Some(grant.id);
        event.sections = grant.scope.iter().map(|(section, _)| section).collect();
        self.record.shelve(rows)?;
        self.audit_note(event)?;
        Ok(grant.id)
    }

    /// A grant that only carries an invitation ([`Chart::invite`]): the log tells of whoever takes it up.
    pub(crate) fn make_invitation(&mut self, new: &NewGrant) -> Result<GrantId, GrantError> {
        let (rows, grant) = self.draw_grant(new)?;
        self.record.shelve(rows)?;
        Ok(grant.id)
    }

    fn draw_grant(&mut self, new: &NewGrant) -> Result<(Vec<Shelved>, Signed<Grant>), GrantError> {
        if !self.record.is_patients() {
            return Err(GrantError::NotPatients);
        }
        let scope = Scope::new(new.sections.iter().copied()).ok_or(GrantError::Nothing)?;
        let (most, uses) = match (new.emergency, new.relay) {
            (true, true) => (MAX_STANDING_LIFE, MAX_STANDING_USES),
            (true, false) => (MAX_EMERGENCY_LIFE, u8::MAX),
            (false, _) => (MAX_LIFE, u8::MAX),
        };
        if !(1..=most).contains(&new.minutes) || !(1..=uses).contains(&new.uses) {
            return Err(GrantError::Window);
        }
        if new
            .passcode
            .as_ref()
            .is_some_and(|it| it.chars().count() < MIN_PASSCODE)
        {
            return Err(GrantError::ShortPasscode);
        }
        let now = self.effective_now()?;
        let from = new.from.unwrap_or(now).max(now) / MINUTE;
        let not_before = Minutes::try_from(from).map_err(|_| GrantError::Window)?;
        let mut purse = Purse::of(self)?;
        let number = purse.next();
        let keys = purse.keys(number);
        let verifier = match &new.passcode {
            Some(passcode) => {
                let passcode = keys.secret.passcode(passcode);
                let passcode =
                    passcode.map_err(|_| StoreError::Io(std::io::ErrorKind::OutOfMemory.into()))?;
                Some(keys.secret.verifier(&passcode))
            }
            None => None,
        };
        let mut flags = Flags::NOTIFY;
        flags.set(Flags::PASSCODE, verifier.is_some());
        flags.set(Flags::DELEGABLE, new.delegable);
        flags.set(Flags::EMERGENCY, new.emergency);
        let device = &self.record.device_keys().sign;
        let grant = Grant {
            id: GrantId(self.home.context().random()),
            issuer: device.public(),
            audience: None,
            not_before,
            expires: not_before.saturating_add(new.minutes),
            scope,
            uses: new.uses,
            holder: if new.relay { Holder::Relay } else { Holder::Issuer },
            nonce: random_array(),
            flags,
            bind: keys.secret.bind(),
        };
        let grant = Signed::sign(grant, device).map_err(|_| GrantError::Window)?;
        let kept = KeptGrant {
            of: None,
            number,
            made: now,
            state: GrantState::new(grant.id, verifier),
            grant,
            revocation: None,
            redeemers: Vec::new(),
            relay: match new.relay {
                true => Some(self.at_relay()?),
                false => None,
            },
        };
        Ok((vec![purse.row(), kept.row()], kept.grant))
    }

    /// The code of a grant, for a device that waits at these addresses (best first, at most two). The code of a grant that a relay
    /// holds names the relay instead.
    ///
    /// # Errors
    /// [`GrantError`].
    pub fn grant_code(&self, id: GrantId, addresses: Vec<SocketAddr>) -> Result<GrantCode, GrantError> {
        let kept = KeptGrant::of(&self.record, id)?.ok_or(GrantError::Unknown)?;
        if !kept.is_open() {
            return Err(GrantError::Ended);
        }
        if kept.of.is_some() && kept.relay.is_none() {
            // Only the device that made it waits for its redeemers.
            return Err(GrantError::Unknown);
        }
        let keys = self.grant_keys(&kept)?;
        Ok(match &kept.relay {
            Some(relay) => GrantCode::new(
                &kept.grant,
                &keys,
                Vec::new(),
                Some(crate::relay::hint(&relay.url)),
            )?,
            None => GrantCode::new(&kept.grant, &keys, addresses, None)?,
        })
    }

    pub(crate) fn grant_keys(&self, kept: &KeptGrant) -> Result<GrantKeys, StoreError> {
        Ok(Purse::for_grant(self, kept)?.keys(kept.number))
    }

    /// Ends a grant at once: no use is given any more, nobody who redeemed it gets anything new, and what they still deliver
    /// waits for the patient. What they have they keep. Where a relay gives it, the relay is told now, or at the next
    /// [`Chart::ask_relay`]; where another device of the person does, that one hears of it by [`Chart::meet_grants`].
    ///
    /// # Errors
    /// [`GrantError`].
    pub fn revoke_grant(&mut self, id: GrantId, reason: Reason) -> Result<Ended, GrantError> {
        let mut kept = KeptGrant::of(&self.record, id)?.ok_or(GrantError::Unknown)?;
        if kept.revocation.is_some() {
            return self.end_at_relay(&mut kept);
        }
        let revocation = Revocation {
            grant: id,
            issuer: self.record.device_keys().sign.public(),
            seen: Vec::new(),
            reason,
        };
        let device = &self.record.device_keys().sign;
        let signed = Signed::sign(revocation, device).map_err(|_| GrantError::NotPatients)?;
        kept.revocation = Some(signed);
        let mut event = AuditEvent::new(Action::GrantEnded);
        event.grant = Some(id);
        self.record.shelve(vec![kept.row()])?;
        self.end_access_of(id)?;
        self.audit_note(event)?;
        self.end_at_relay(&mut kept)
    }

    /// Whoever redeemed it gets nothing new.
    fn end_access_of(&mut self, id: GrantId) -> Result<(), GrantError> {
        match self.record.end_access(id.0) {
            Err(pocketchart_record::GuestError::Store(error)) => Err(error.into()),
            Err(_) => Err(GrantError::NotPatients),
            Ok(()) => Ok(()),
        }
    }
}
