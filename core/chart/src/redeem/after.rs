//! After a grant was redeemed: its redeemer asks the patient's device whether the patient has ended it, and says to it that what was
//! given is deleted. All that this takes follows from the redeemer's own record, so it is possible when nothing of the patient's is
//! left.

use crate::chart::Chart;
use crate::letters::HOURS;
use crate::relay;
use crate::sync::SyncFailure;
use crate::tcp;
use pocketchart_crypto::exchange::ExchangePublic;
use pocketchart_crypto::kem::KemPublic;
use pocketchart_crypto::sign::VerifyingKey;
use pocketchart_record::{Applicant, DevicePublic, Millis, Section, sabotage};
use pocketchart_share::grant::{Deletion, DeletionCause, GrantId, Revocation, Signed};
use pocketchart_share::redeem::{AfterAnswer, AfterCall, Visitor};
use pocketchart_share::relay::{Pair, RelayError, day, seal_letter};
use pocketchart_share::session::{Channel, Meeting, Peer, SessionError};
use std::net::SocketAddr;
use std::time::Duration;

/// How long a device may take to be there at all, and to begin to speak.
const ANSWERS: Duration = Duration::from_secs(2);
/// How long it may take then for what it says.
const SPEAKS: Duration = Duration::from_secs(10);

/// With what the patient's device that gave something is asked whether the patient has ended it, and is told that it was deleted
/// ([`Chart::after_grant`]). It opens nothing, and is no secret to who redeemed the grant.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct HostHold {
    /// The grant.
    pub grant: GrantId,
    /// What the redeemer's device for the code is made from ([`RedeemCode::origin`](super::super::RedeemCode::origin)).
    pub origin: [u8; 16],
    /// Verifies what the patient's device signs.
    pub sign: [u8; 32],
    /// Meets it in a session.
    pub exchange: [u8; 32],
    /// Seals letters to it: an X-Wing key, 1,216 bytes.
    pub kem: Vec<u8>,
    /// The relay that gave it, where letters are left, as the code names it.
    pub relay: Option<String>,
}

impl HostHold {
    pub(super) fn new(grant: GrantId, origin: [u8; 16], device: &DevicePublic, relay: Option<&str>) -> Self {
        Self {
            grant,
            origin,
            sign: device.sign.0,
            exchange: *device.exchange.as_bytes(),
            kem: device.kem.as_bytes().to_vec(),
            relay: relay.map(str::to_owned),
        }
    }
}

/// What a redeemer deleted.
#[derive(Clone, Debug)]
pub struct Deleted<'a> {
    /// What the redeemer calls itself.
    pub name: &'a str,
    /// When it was given.
    pub since: Millis,
    /// Until when it was given.
    pub until: Millis,
    /// When keys and content were deleted.
    pub deleted: Millis,
    /// Which sections were given.
    pub sections: &'a [Section],
    /// Why it was deleted.
    pub cause: DeletionCause,
}

/// The redeemer's side of what is said about a grant once it was redeemed. It has the keys that it takes, so that the redeemer's record
/// is free meanwhile.
///
/// ```no_run
/// use pocketchart::{Chart, HostHold, SyncFailure};
///
/// fn is_ended(clinic: &Chart, hold: &HostHold) -> Result<bool, SyncFailure> {
///     clinic.after_grant(hold).is_ended("192.168.1.20:7411".parse().unwrap())
/// }
/// ```
pub struct AfterGrant {
    device: Applicant,
    hold: HostHold,
    now: Millis,
}

impl Chart {
    /// Speaks about a grant that this record's owner redeemed.
    pub fn after_grant(&self, hold: &HostHold) -> AfterGrant {
        AfterGrant {
            device: Applicant::visitor(&self.record, &hold.origin),
            hold: hold.clone(),
            now: self.home.context().now(),
        }
    }
}

impl AfterGrant {
    /// Asks the patient's device, at this address, whether the patient has ended the grant. It says so signed.
    ///
    /// # Errors
    /// [`SyncFailure`]: then it has not said anything.
    pub fn is_ended(&self, at: SocketAddr) -> Result<bool, SyncFailure> {
        let Some(revocation) = self.call(at, None)?.revocation else {
            return Ok(false);
        };
        let revocation = Signed::<Revocation>::parse(&revocation).map_err(|_| SyncFailure::Malformed)?;
        let fits = revocation.grant == self.hold.grant && *revocation.issuer.as_bytes() == self.hold.sign;
        match fits || sabotage::off("end of grant") {
            true => Ok(true),
            false => Err(SyncFailure::Malformed),
        }
    }

    /// Says to the patient's device, at this address, what was deleted; whether it keeps that. Said again, it is kept once.
    ///
    /// # Errors
    /// [`SyncFailure`]: it may have heard it or not.
    pub fn say(&self, at: SocketAddr, deleted: &Deleted<'_>) -> Result<bool, SyncFailure> {
        let said = self.signed(deleted).ok_or(SyncFailure::Malformed)?;
        Ok(self.call(at, Some(said.to_bytes().to_vec()))?.kept)
    }

    /// Leaves the same in a letter at the relay that gave the chart, sealed to the patient's device; it lies there for 30 days.
    ///
    /// # Errors
    /// [`RelayError`]; [`RelayError::NotTaken`] if no relay gave it.
    pub fn post(&self, deleted: &Deleted<'_>) -> Result<(), RelayError> {
        let own = self.device.keys();
        let there = VerifyingKey::from_bytes(self.hold.sign);
        let hint = self.hold.relay.as_deref().ok_or(RelayError::NotTaken)?;
        let relay = relay::named(hint).map_err(RelayError::from)?;
        let pair = Pair::new(&own.exchange, &ExchangePublic::from_bytes(self.hold.exchange));
        let pair = pair.map_err(|_| RelayError::NotTaken)?;
        let mailbox = pair.deletions(&own.sign.public(), &there, day(self.now));
        let packet = self.signed(deleted).and_then(|said| {
            let kem = KemPublic::from_slice(&self.hold.kem)?;
            seal_letter(said.to_bytes(), &own.sign, &kem, &mailbox)
        });
        relay.post_letter(&mailbox, HOURS, packet.ok_or(RelayError::NotTaken)?)
    }

    fn signed(&self, deleted: &Deleted<'_>) -> Option<Signed<Deletion>> {
        let visitor = Visitor::new(deleted.name, self.device.public());
        let mut sections = deleted.sections.to_vec();
        sections.sort_unstable();
        sections.dedup();
        let deletion = Deletion {
            grant: self.hold.grant,
            redeemer: visitor.redeemer().sign,
            since: deleted.since,
            until: deleted.until,
            deleted: deleted.deleted,
            sections,
            cause: deleted.cause,
            name: visitor.name,
        };
        Signed::sign(deletion, &self.device.keys().sign).ok()
    }

    fn call(&self, at: SocketAddr, deletion: Option<Vec<u8>>) -> Result<AfterAnswer, SyncFailure> {
        let own = &self.device.keys().exchange;
        let there = ExchangePublic::from_bytes(self.hold.exchange);
        let peer = Peer::after_grant(own, there).map_err(SessionError::from)?;
        let initiator = Meeting::new(own).initiate(&peer).map_err(SessionError::from)?;
        let stream = tcp::connect_within(at, ANSWERS).map_err(SyncFailure::Connect)?;
        tcp::set_patience(&stream, ANSWERS).map_err(SessionError::from)?;
        let mut channel = Channel::initiate(stream, initiator)?;
        tcp::set_patience(channel.stream(), SPEAKS).map_err(SessionError::from)?;
        let call = AfterCall {
            grant: self.hold.grant,
            deletion,
        };
        channel.send(&call.to_bytes())?;
        let answer = channel.receive()?.ok_or(SessionError::Interrupted)?;
        if let Ok(stream) = channel.close() {
            tcp::hang_up(stream);
        }
        AfterAnswer::from_bytes(&answer).map_err(|_| SyncFailure::Malformed)
    }
}
