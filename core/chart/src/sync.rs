//! Meeting another device of the same person: both end with the same record.

use crate::chart::Chart;
use crate::store;
use crate::tcp;
use pocketchart_record::{
    Accepted, Certificate, DeviceId, StoreError, SyncError, SyncEvent, SyncSession, SyncStep, cbor,
};
use pocketchart_share::audit::AuditGossip;
use pocketchart_share::session::{Channel, HandshakeError, Meeting, Peer, SessionError};
use std::io;
use std::net::{TcpListener, TcpStream};
use std::time::Duration;

/// The longest that a device may work on what it got before it says something.
const PATIENCE: Duration = Duration::from_secs(120);

/// How far a session has come.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct SyncProgress {
    /// Bytes sent, as an observer of the network counts them.
    pub bytes_sent: u64,
    /// Bytes received, counted alike.
    pub bytes_received: u64,
    /// Envelopes sent.
    pub sent: u64,
    /// Envelopes taken in.
    pub received: u64,
}

/// What came of a session.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct SyncReport {
    /// Bytes and envelopes in both directions.
    pub totals: SyncProgress,
    /// What became of the envelopes that came.
    pub accepted: Accepted,
    /// Changes that came packed, as a new device gets them.
    pub packed: u64,
    /// Whether both hold the same now. If not, something was refused, stopped or is waiting.
    pub same: bool,
    /// This device's folder had been put back to an older state; it goes on as a new incarnation.
    pub rolled_back: bool,
}

/// The devices did not come to an end. What was taken in is kept; the next meeting goes on from there.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum SyncFailure {
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// Nobody answers at that address, or the network is not there.
    #[error("no connection")]
    Connect(#[source] io::Error),
    /// Nobody called.
    #[error("nobody called")]
    NobodyCame,
    /// The device is none of this person's, as far as is known here.
    #[error("not a device of this record")]
    UnknownDevice,
    /// The certificate of the other device has ended.
    #[error("the certificate of the other device has ended")]
    Expired,
    /// The connection broke off, or was tampered with.
    #[error(transparent)]
    Session(#[from] SessionError),
    /// The other device does not speak this protocol.
    #[error("the other device does not keep to the protocol")]
    Malformed,
}

impl SyncFailure {
    /// The id of the message that explains it.
    pub fn id(&self) -> &'static str {
        match self {
            SyncFailure::Store(error) => store::message_id(error),
            SyncFailure::Connect(_) => "sync-no-connection",
            SyncFailure::NobodyCame => "sync-nobody-came",
            SyncFailure::UnknownDevice => "sync-unknown-device",
            SyncFailure::Expired => "sync-expired",
            SyncFailure::Session(error) => session_id(error),
            SyncFailure::Malformed => "sync-malformed",
        }
    }
}

pub(crate) fn session_id(error: &SessionError) -> &'static str {
    match error {
        SessionError::Handshake(HandshakeError::NotForUs) => "session-not-for-us",
        SessionError::Handshake(_) => "session-refused",
        SessionError::TimedOut => "session-timed-out",
        SessionError::Interrupted => "session-interrupted",
        SessionError::Altered => "session-altered",
        SessionError::Malformed | SessionError::TooLong => "sync-malformed",
        _ => "session-failed",
    }
}

impl From<SyncError> for SyncFailure {
    fn from(error: SyncError) -> Self {
        match error {
            SyncError::Store(error) => SyncFailure::Store(error),
            SyncError::Stranger => SyncFailure::UnknownDevice,
            SyncError::Expired => SyncFailure::Expired,
            _ => SyncFailure::Malformed,
        }
    }
}

impl Chart {
    /// Waits until another device of this person calls, and syncs with it. Strangers are not answered.
    ///
    /// # Errors
    /// [`SyncFailure`].
    pub fn sync_listen(
        &mut self,
        listener: &TcpListener,
        wait: Duration,
        progress: &mut dyn FnMut(SyncProgress),
    ) -> Result<SyncReport, SyncFailure> {
        let until = tcp::deadline(wait);
        let peers = self.peers()?;
        loop {
            let stream = tcp::accept(listener, until).map_err(|error| match error.kind() {
                io::ErrorKind::TimedOut => SyncFailure::NobodyCame,
                _ => SyncFailure::Connect(error),
            })?;
            let own = &self.record.device_keys().exchange;
            let meeting = Meeting::new(own);
            let known: &[Peer] = &peers;
            // Whoever is not let in is nobody to speak of: the next caller may be the one.
            let Ok(channel) = Channel::respond(stream, |first| meeting.answer(known, first)) else {
                continue;
            };
            let caller = channel.session().remote();
            let device = self
                .others()
                .find(|it| it.device.exchange == caller)
                .map(|it| it.device.sign)
                .ok_or(SyncFailure::UnknownDevice)?;
            let session = SyncSession::answer(&mut self.record, device)?;
            let mut report = SyncReport::default();
            match self.talk(device, channel, session, None, &mut report, progress) {
                // Whoever repeats an old first message can say nothing after it.
                Err(SyncFailure::Session(_)) if report.totals.bytes_received == 0 => {}
                result => return result.map(|()| report),
            }
        }
    }

    /// Calls another device of this person and syncs with it.
    ///
    /// # Errors
    /// [`SyncFailure`].
    pub fn sync_connect(
        &mut self,
        address: &str,
        device: DeviceId,
        progress: &mut dyn FnMut(SyncProgress),
    ) -> Result<SyncReport, SyncFailure> {
        let public = self
            .others()
            .find(|it| it.device.sign == device)
            .map(|it| it.device.exchange)
            .ok_or(SyncFailure::UnknownDevice)?;
        let stream = tcp::connect(&[address.to_owned()]).map_err(SyncFailure::Connect)?;
        let own = &self.record.device_keys().exchange;
        let peer = Peer::new(own, public).map_err(SessionError::from)?;
        let initiator = Meeting::new(own).initiate(&peer).map_err(SessionError::from)?;
        let channel = Channel::initiate(stream, initiator)?;
        let (session, first) = SyncSession::start(&mut self.record, device)?;
        let mut report = SyncReport::default();
        self.talk(device, channel, session, Some(first), &mut report, progress)?;
        Ok(report)
    }

    /// The other devices of whoever this device writes for, for a guest the patient's, and for the patient those of whoever
    /// acts for them; without lost ones.
    pub(crate) fn others(&self) -> impl Iterator<Item = &Certificate> {
        let (me, this) = (self.record.author(), self.record.device());
        let statements = self.record.statements();
        let now = self.home.context().now();
        let acts = move |author| {
            let mut proxies = statements.proxies().filter(|(_, it)| it.author == author);
            self.record.is_patients() && proxies.any(|(_, it)| statements.holds(it, now))
        };
        let certificates = statements.newest_certificates().map(|(_, it)| it);
        certificates.filter(move |it| {
            (it.author == me || it.author == self.record.patient() || acts(it.author))
                && it.device.sign != this
                && statements.revoked(it.device.sign).is_none()
        })
    }

    fn peers(&self) -> Result<Vec<Peer>, SyncFailure> {
        let own = &self.record.device_keys().exchange;
        self.others()
            .map(|it| Peer::new(own, it.device.exchange))
            .collect::<Result<_, _>>()
            .map_err(|error| SessionError::from(error).into())
    }

    pub(crate) fn talk(
        &mut self,
        with: DeviceId,
        mut channel: Channel<TcpStream>,
        session: SyncSession,
        first: Option<Vec<Vec<u8>>>,
        report: &mut SyncReport,
        progress: &mut dyn FnMut(SyncProgress),
    ) -> Result<(), SyncFailure> {
        self.converse(with, &mut channel, session, first, report, progress)?;
        let stream = channel.close()?;
        tcp::hang_up(stream);
        Ok(())
    }

    /// Carries the messages of a session, each side in its turn: while one speaks the other listens, so that two that
    /// both have much to say never wait for one another.
    pub(crate) fn converse(
        &mut self,
        with: DeviceId,
        channel: &mut Channel<TcpStream>,
        mut session: SyncSession,
        first: Option<Vec<Vec<u8>>>,
        report: &mut SyncReport,
        progress: &mut dyn FnMut(SyncProgress),
    ) -> Result<(), SyncFailure> {
        let mut done = false;
        // What a session that broke off may have lost is told again.
        let mut told = Vec::new();
        let mut to_send = match first {
            Some(messages) => messages,
            None => self.listen(with, channel, &mut session, report, &mut done, progress)?,
        };
        tcp::set_patience(channel.stream(), PATIENCE).map_err(SessionError::from)?;
        loop {
            if !to_send.is_empty() || !done {
                let mut gossip = self.audit_to_tell(with)?;
                gossip.retain(|it| !told.contains(it));
                speak(channel, &gossip, &to_send)?;
                told.extend(gossip);
                report.count(channel);
                progress(report.totals);
            }
            if done {
                break;
            }
            to_send = self.listen(with, channel, &mut session, report, &mut done, progress)?;
        }
        Ok(self.audit_told(with, &told)?)
    }

    /// Takes in one turn of the other side; returns what there is to answer.
    fn listen(
        &mut self,
        from: DeviceId,
        channel: &mut Channel<TcpStream>,
        session: &mut SyncSession,
        report: &mut SyncReport,
        done: &mut bool,
        progress: &mut dyn FnMut(SyncProgress),
    ) -> Result<Vec<Vec<u8>>, SyncFailure> {
        let mut answers = Vec::new();
        loop {
            let received = channel.receive()?.ok_or(SessionError::Interrupted)?;
            let (turn, message) = received.split_first().ok_or(SyncFailure::Malformed)?;
            if *turn == GOSSIP {
                let gossip = cbor::from_bytes(message).map_err(|_| SyncFailure::Malformed)?;
                self.audit_heard(from, gossip)?;
            } else if *turn != PASS {
                let SyncStep {
                    send,
                    events,
                    done: over,
                } = session.receive(&mut self.record, message)?;
                answers.extend(send);
                *done = over;
                for event in events {
                    report.note(event);
                }
            }
            report.count(channel);
            progress(report.totals);
            match *turn {
                MORE | GOSSIP => {}
                LAST | PASS => return Ok(answers),
                _ => return Err(SyncFailure::Malformed),
            }
        }
    }
}

/// The first byte of a message: the speaker goes on after it, or gives the word to the other side.
const LAST: u8 = 0;
const MORE: u8 = 1;
/// Gives the word without having said anything.
const PASS: u8 = 2;
/// Tells how far audit logs have come, and goes on.
const GOSSIP: u8 = 3;

fn speak(
    channel: &mut Channel<TcpStream>,
    gossip: &[AuditGossip],
    messages: &[Vec<u8>],
) -> Result<(), SessionError> {
    for gossip in gossip {
        channel.send(&[&[GOSSIP], cbor::to_bytes(gossip).as_slice()].concat())?;
    }
    let Some((last, before)) = messages.split_last() else {
        return channel.send(&[PASS]);
    };
    for message in before {
        channel.send(&[&[MORE], message.as_slice()].concat())?;
    }
    channel.send(&[&[LAST], last.as_slice()].concat())
}

impl SyncReport {
    fn count(&mut self, channel: &Channel<TcpStream>) {
        self.totals.bytes_sent = channel.bytes_sent();
        self.totals.bytes_received = channel.bytes_received();
    }

    pub(crate) fn note(&mut self, event: SyncEvent) {
        match event {
            SyncEvent::Received(accepted) => {
                self.totals.received += accepted.applied;
                self.accepted.merge(accepted);
            }
            SyncEvent::Sent(count) => self.totals.sent += count,
            SyncEvent::Base(count) => self.packed += count,
            SyncEvent::Same => self.same = true,
            SyncEvent::Apart => self.same = false,
            SyncEvent::RolledBack => self.rolled_back = true,
            _ => {}
        }
    }
}
