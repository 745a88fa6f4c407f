//! Waiting for redeemers: who calls with a code is asked about, and is given what the grant says; who was let in before
//! comes back with what it wrote, and for what it may go on reading; and who was given something calls about how it ended.

mod after;
mod deflect;
mod give;
mod request;

pub(crate) use give::STILL_HERE;
pub use request::GrantRequest;

use crate::chart::Chart;
use crate::grants::kept::KeptGrant;
use crate::grants::{DeletionView, GrantError};
use crate::proxies::NewProxy;
use crate::store;
use crate::sync::{SyncFailure, SyncReport};
use crate::tcp;
use deflect::Deflector;
use pocketchart_record::{AuthorId, DeviceId, StoreError, SyncSession, Unlock};
use pocketchart_share::audit::{Action, AuditEvent, Purpose};
use pocketchart_share::grant::{GrantId, GrantKeys};
use pocketchart_share::redeem::{AddressLimits, Unwilling};
use pocketchart_share::session::{Channel, HandshakeError, Meeting, Peer, SessionError};
use std::io;
use std::net::{TcpListener, TcpStream};
use std::time::{Duration, Instant};

/// What happens while somebody is served.
#[derive(Clone, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub enum ServeEvent {
    /// Somebody else called with a code while the person was asked.
    AnotherCaller,
}

/// How serving somebody ended.
#[derive(Clone, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub enum Served {
    /// Somebody redeemed a grant.
    Given {
        /// The grant.
        grant: GrantId,
        /// What they call themselves.
        name: String,
        /// Entries that they say they received.
        entries: u64,
        /// Whether they sent a signed receipt.
        receipt: bool,
        /// Whether it was an emergency, in which the person was not asked.
        emergency: bool,
        /// They act for the person from now on.
        acts: bool,
    },
    /// Somebody was given nothing.
    Refused {
        /// The grant.
        grant: GrantId,
        /// What they call themselves; empty if they did not get to say.
        name: String,
        /// Why.
        why: Unwilling,
    },
    /// Somebody who was let in before came back.
    CameBack {
        /// What they call themselves.
        name: String,
        /// What was exchanged.
        report: Box<SyncReport>,
        /// Changes of theirs that wait for the patient ([`Chart::waiting`]).
        held: u64,
    },
    /// Somebody who was given something says that they deleted it.
    SaidDeleted {
        /// The grant.
        grant: GrantId,
        /// What they call themselves.
        name: String,
        /// What they say.
        deletion: DeletionView,
    },
}

/// Nobody was served.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ServeError {
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// Nobody called.
    #[error("nobody called")]
    NobodyCame,
    /// There is no grant that could be redeemed, and nobody who could come back or still has to say that they deleted it.
    #[error("nothing is granted")]
    Nothing,
    /// The network is not there.
    #[error("no network")]
    Network(#[source] io::Error),
    /// The date cannot be trusted.
    #[error("the date cannot be trusted")]
    Clock,
    /// The connection broke off or was tampered with. What had been given stays written down.
    #[error(transparent)]
    Session(#[from] SessionError),
    /// The other side does not keep to the protocol.
    #[error("the other side does not keep to the protocol")]
    Malformed,
}

impl ServeError {
    /// The id of the message that explains it.
    pub fn id(&self) -> &'static str {
        match self {
            ServeError::Store(error) => store::message_id(error),
            ServeError::NobodyCame => "serve-nobody-came",
            ServeError::Nothing => "serve-nothing",
            ServeError::Network(_) => "serve-no-network",
            ServeError::Clock => "clock-doubt",
            ServeError::Session(error) => crate::sync::session_id(error),
            ServeError::Malformed => "sync-malformed",
        }
    }
}

impl From<SyncFailure> for ServeError {
    fn from(error: SyncFailure) -> Self {
        match error {
            SyncFailure::Store(error) => ServeError::Store(error),
            SyncFailure::Session(error) => ServeError::Session(error),
            _ => ServeError::Malformed,
        }
    }
}

impl From<GrantError> for ServeError {
    fn from(error: GrantError) -> Self {
        match error {
            GrantError::Store(error) => ServeError::Store(error),
            GrantError::Clock(_) => ServeError::Clock,
            _ => ServeError::Malformed,
        }
    }
}

/// Somebody is to act for the person, and calls by this grant.
pub(crate) struct Invitation<'a> {
    pub(crate) grant: GrantId,
    pub(crate) proxy: &'a NewProxy,
    pub(crate) unlock: &'a Unlock,
}

/// Who is let in.
pub(crate) enum Welcomed<'a> {
    /// Who redeems a grant, and who was let in before.
    Redeemers,
    /// Who was invited, and nobody else.
    Invited(&'a Invitation<'a>),
}

/// Somebody who got through the handshake.
enum Caller {
    Redeemer(GrantId, Box<Channel<TcpStream>>),
    Guest(DeviceId, Box<Channel<TcpStream>>),
    /// Somebody who redeemed a grant and calls about how it ended.
    After(Box<Channel<TcpStream>>),
}

/// The codes that are answered, those who come back, and those who call about how a grant ended.
struct Door<'a> {
    codes: &'a [(GrantId, GrantKeys)],
    guests: &'a [(DeviceId, Peer)],
    after: &'a [Peer],
    limits: &'a mut AddressLimits,
}

impl Chart {
    /// Waits until somebody calls with a code of one of this device's grants, or comes back, and serves them. `confirm` shows
    /// who asks for what, and says whether the person agrees; in an emergency it is not called. `told` hears what happens
    /// meanwhile, from another thread. Who was given something and asks whether the grant was ended is answered, and waited on.
    ///
    /// What is given is in the log before the first byte leaves; a use is taken, durably, at the yes.
    ///
    /// # Errors
    /// [`ServeError`].
    pub fn serve(
        &mut self,
        listener: &TcpListener,
        wait: Duration,
        confirm: &mut dyn FnMut(&GrantRequest) -> bool,
        told: &(dyn Fn(ServeEvent) + Sync),
    ) -> Result<Served, ServeError> {
        self.wait_for(listener, wait, &Welcomed::Redeemers, confirm, told)
    }

    pub(crate) fn wait_for(
        &mut self,
        listener: &TcpListener,
        wait: Duration,
        welcomed: &Welcomed<'_>,
        confirm: &mut dyn FnMut(&GrantRequest) -> bool,
        told: &(dyn Fn(ServeEvent) + Sync),
    ) -> Result<Served, ServeError> {
        let until = tcp::deadline(wait);
        let (mut codes, mut guests) = (self.codes()?, self.guest_peers()?);
        let mut after = self.after_peers()?;
        if let Welcomed::Invited(invitation) = welcomed {
            codes.retain(|(grant, _)| *grant == invitation.grant);
            guests.clear();
            (after.peers, after.are_due) = (Vec::new(), false);
        }
        if codes.is_empty() && guests.is_empty() && !after.are_due {
            return Err(ServeError::Nothing);
        }
        let mut limits = AddressLimits::default();
        loop {
            let mut door = Door {
                codes: &codes,
                guests: &guests,
                after: &after.peers,
                limits: &mut limits,
            };
            let caller = self.await_caller(listener, until, &mut door)?;
            let served = match caller {
                Caller::Redeemer(grant, channel) => {
                    let deflector = Deflector {
                        listener,
                        codes: &codes,
                        told,
                    };
                    self.serve_redeemer(grant, *channel, wait, welcomed, confirm, &deflector)
                }
                Caller::Guest(device, channel) => self.serve_guest(device, *channel),
                Caller::After(channel) => self.serve_after(*channel),
            };
            match served {
                // Whoever breaks off before saying anything is nobody to speak of: the next caller may be the one.
                Ok(None) => {}
                Ok(Some(served)) => return Ok(served),
                // The same person calls again.
                Err(ServeError::Session(_)) if matches!(welcomed, Welcomed::Invited(_)) => {}
                Err(error) => return Err(error),
            }
        }
    }

    /// The codes of the grants that have not ended.
    fn codes(&self) -> Result<Vec<(GrantId, GrantKeys)>, StoreError> {
        let mut kept = KeptGrant::all(&self.record)?;
        // What a relay gives is counted there, so it is given there only.
        kept.retain(|it| it.is_open() && it.relay.is_none() && it.of.is_none());
        let codes = kept.iter().map(|it| Ok((it.grant.id, self.grant_keys(it)?)));
        codes.collect()
    }

    fn guest_peers(&self) -> Result<Vec<(DeviceId, Peer)>, ServeError> {
        let own = &self.record.device_keys().exchange;
        let known = self.record.guests();
        let peers = known.map(|it| {
            let peer = Peer::new(own, it.device.exchange).map_err(SessionError::from)?;
            Ok((it.device.sign, peer))
        });
        peers.collect()
    }

    fn await_caller(
        &self,
        listener: &TcpListener,
        until: Instant,
        door: &mut Door<'_>,
    ) -> Result<Caller, ServeError> {
        loop {
            let stream = tcp::accept(listener, until).map_err(|error| match error.kind() {
                io::ErrorKind::TimedOut => ServeError::NobodyCame,
                _ => ServeError::Network(error),
            })?;
            let Ok(from) = stream.peer_addr().map(|it| it.ip()) else {
                continue;
            };
            if !door.limits.admit(from, self.home.context().now()) {
                continue;
            }
            let (mut whose, mut is_after) = (None, false);
            let own = &self.record.device_keys().exchange;
            let answered = Channel::respond(stream, |first| {
                for (grant, keys) in door.codes {
                    match keys.answer(first) {
                        Err(HandshakeError::NotForUs) => {}
                        answer => {
                            whose = Some(*grant);
                            return answer;
                        }
                    }
                }
                let meeting = Meeting::new(own);
                match meeting.answer(door.guests.iter().map(|(_, peer)| peer), first) {
                    Err(HandshakeError::NotForUs) => {}
                    answer => return answer,
                }
                is_after = true;
                meeting.answer(door.after, first)
            });
            door.limits.ended(from);
            let Ok(channel) = answered else {
                continue;
            };
            if let Some(grant) = whose {
                return Ok(Caller::Redeemer(grant, Box::new(channel)));
            }
            if is_after {
                return Ok(Caller::After(Box::new(channel)));
            }
            let remote = channel.session().remote();
            let guest = door.guests.iter().find(|(_, peer)| peer.public() == remote);
            if let Some((device, _)) = guest {
                return Ok(Caller::Guest(*device, Box::new(channel)));
            }
        }
    }

    /// Takes in what somebody wrote who was let in before, and gives what they may go on reading.
    fn serve_guest(
        &mut self,
        device: DeviceId,
        channel: Channel<TcpStream>,
    ) -> Result<Option<Served>, ServeError> {
        let Some(event) = self.visit_by(device) else {
            return Ok(None);
        };
        let name = event.actor_name.clone().unwrap_or_default();
        let session = SyncSession::answer(&mut self.record, device).map_err(SyncFailure::from)?;
        let begun = self.audit_begin(event.clone())?;
        let mut report = SyncReport::default();
        let result = self.talk(device, channel, session, None, &mut report, &mut |_| {});
        self.audit_close(begun, crate::audit::outcome(&result), report.accepted.applied)?;
        let held = self.note_held(event, &report)?;
        match result {
            // Whoever repeats an old first message can say nothing after it.
            Err(SyncFailure::Session(_)) if report.totals.bytes_received == 0 => Ok(None),
            result => {
                result?;
                Ok(Some(Served::CameBack {
                    name,
                    report: Box::new(report),
                    held,
                }))
            }
        }
    }

    /// For the log: somebody who was let in before brings something.
    pub(crate) fn visit_by(&self, device: DeviceId) -> Option<AuditEvent> {
        let (_, certificate) = self.record.statements().certificate_of(device)?;
        let accesses = self.record.statements().accesses();
        let grant = accesses.filter(|(_, it)| it.device == device).last();
        let mut event = AuditEvent::new(Action::ReceivedVisit);
        event.grant = grant.map(|(_, it)| GrantId(it.grant));
        event.actor = Some(certificate.author.0);
        event.actor_name = Some(certificate.name.clone());
        event.purpose = Purpose::Treatment;
        Some(event)
    }

    /// Writes into the log if something of it waits for the patient; returns how much waits of its author.
    pub(crate) fn note_held(
        &mut self,
        mut visit: AuditEvent,
        report: &SyncReport,
    ) -> Result<u64, StoreError> {
        let mut waits = self.record.waits_for_patient()?;
        let held = visit
            .actor
            .and_then(|it| waits.remove(&AuthorId(it)))
            .unwrap_or(0);
        if held > 0 && report.accepted.waiting > 0 {
            visit.action = Action::HeldVisit;
            visit.count = held;
            self.audit_note(visit)?;
        }
        Ok(held)
    }
}
