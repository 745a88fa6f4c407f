//! Syncing with a device that is never on at the same time: letters in mailboxes at the relay.

use crate::audit;
use crate::chart::Chart;
use crate::relay;
use crate::store;
use crate::sync::{SyncFailure, SyncReport};
use pocketchart_crypto::sign::VerifyingKey;
use pocketchart_record::cbor::{from_bytes, to_bytes};
use pocketchart_record::{Certificate, DeviceId, Millis, Shelf, Shelved, StoreError, SyncError};
use pocketchart_share::audit::AuditEvent;
use pocketchart_share::relay::{
    LetterContent, Mailbox, Pair, Relay, RelayError, day, days_to_read, open_letter, seal_letter,
};

/// In front of a device's name, in the key of the row that says when its boxes were read last.
const READ: &[u8] = b"letters/";
/// How long a letter lies, in hours: as long as a relay keeps it.
pub(crate) const HOURS: u16 = 30 * 24;
/// How long after the end of a grant its redeemer's boxes are looked into.
const LATEST: Millis = 60 * 86_400_000;

/// What came of the letters with one device.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LetterReport {
    /// The device.
    pub device: DeviceId,
    /// What it is called.
    pub name: String,
    /// Letters posted.
    pub posted: u64,
    /// Letters that were found and taken in.
    pub found: u64,
    /// Letters that could not be read; they are thrown away.
    pub unreadable: u64,
    /// Letters went unposted since the box of today is full; they go when the other device has read it, or tomorrow.
    pub box_full: bool,
    /// As after a meeting. The same: as far as the other device has said by now.
    pub report: SyncReport,
}

/// The letters could not be exchanged. What was taken in is kept, and what was posted lies there.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum LettersError {
    /// No relay was chosen.
    #[error("no relay was chosen")]
    NoRelay,
    /// There is nobody to write to, or to hear from.
    #[error("there is no other device")]
    Nobody,
    /// The relay does not answer, or does not do it.
    #[error(transparent)]
    Relay(#[from] RelayError),
    /// What a meeting fails with, too.
    #[error(transparent)]
    Sync(#[from] SyncFailure),
    /// The record has grown so large that a letter cannot say what is held here.
    #[error("too much for letters")]
    TooLong,
}

impl LettersError {
    /// The id of the message that explains it.
    pub fn id(&self) -> &'static str {
        match self {
            LettersError::NoRelay => "relay-none",
            LettersError::Nobody => "sync-alone",
            LettersError::Relay(error) => relay::message_id(*error),
            LettersError::Sync(SyncFailure::Store(error)) => store::message_id(error),
            LettersError::Sync(error) => error.id(),
            LettersError::TooLong => "letters-too-long",
        }
    }
}

impl From<StoreError> for LettersError {
    fn from(error: StoreError) -> Self {
        Self::Sync(error.into())
    }
}

impl From<SyncError> for LettersError {
    fn from(error: SyncError) -> Self {
        match error {
            SyncError::TooLong => Self::TooLong,
            error => Self::Sync(error.into()),
        }
    }
}

/// Where the letters of one pair lie.
struct Post<'a> {
    relay: &'a Relay,
    pair: Pair,
    peer: &'a Certificate,
    today: u32,
    /// Of a guest's device: the day on which it was let in, before which it wrote nothing.
    guest_since: Option<u32>,
    /// The visit of a guest in the log, once a letter of it was found.
    visit: Option<(u64, AuditEvent)>,
}

impl Chart {
    /// Takes in the letters of one device of this person, or of all, that lie at the chosen relay, and posts those that are due:
    /// what the other device lacks, and an answer to what it sent. The devices need never be on at the same time. Nothing new
    /// means no letter.
    ///
    /// So too comes back what a redeemer wrote in the chart that it was let into, judged as if it came itself. It is written to
    /// when it has written, and, as long as it may read what comes later, when there is something new for it; a visit is in the
    /// log. A chart that was opened by a bundle from a relay says first that it
    /// came, until the patient's device has heard it ([`Chart::ask_relay`]).
    ///
    /// # Errors
    /// [`LettersError`].
    pub fn sync_by_relay(&mut self, with: Option<DeviceId>) -> Result<Vec<LetterReport>, LettersError> {
        let url = self.relay()?.ok_or(LettersError::NoRelay)?;
        let relay = Relay::new(&url).map_err(RelayError::from)?;
        self.post_arrival(&relay)?;
        let own = self.others().map(|it| (it.clone(), None));
        let mut peers: Vec<(Certificate, Option<u32>)> = own.chain(self.writing_guests()).collect();
        peers.retain(|(it, _)| with.is_none_or(|device| it.device.sign == device));
        if peers.is_empty() {
            return Err(LettersError::Nobody);
        }
        let mut reports = Vec::new();
        for (peer, guest_since) in &peers {
            let own = &self.record.device_keys().exchange;
            // A device with such a key could not be met either.
            let pair = Pair::new(own, &peer.device.exchange).map_err(|_| SyncFailure::Malformed)?;
            let mut post = Post {
                relay: &relay,
                pair,
                peer,
                today: day(self.home.context().now()),
                guest_since: *guest_since,
                visit: None,
            };
            let mut report = LetterReport {
                device: peer.device.sign,
                name: peer.name.clone(),
                posted: 0,
                found: 0,
                unreadable: 0,
                box_full: false,
                report: SyncReport::default(),
            };
            let mut result = self.take_letters(&mut post, &mut report);
            let is_written_to = guest_since.is_none() || report.found > 0 || self.reads_on(report.device);
            if result.is_ok() && is_written_to {
                result = self.post_letters(&mut post, &mut report);
            }
            if let Some((begun, event)) = post.visit.take() {
                self.audit_close(begun, audit::outcome(&result), report.report.accepted.applied)?;
                self.note_held(event, &report.report)?;
            }
            match result {
                // Of several devices one that was not used for long holds up none of the others.
                Err(LettersError::Sync(SyncFailure::Expired)) if peers.len() > 1 => {}
                result => result?,
            }
            if guest_since.is_some() && report.found + report.unreadable + report.posted == 0 {
                continue;
            }
            report.report.same = self.record.is_same_by_letters(report.device)?;
            reports.push(report);
        }
        Ok(reports)
    }

    /// The devices that were let in to add, for as long as letters of theirs may come, and since which day.
    fn writing_guests(&self) -> impl Iterator<Item = (Certificate, Option<u32>)> {
        let (now, statements) = (self.home.context().now(), self.record.statements());
        let since = move |device: DeviceId| {
            let accesses = statements.accesses().map(|(_, it)| it);
            let writes = accesses.filter(|it| {
                it.device == device && !it.append.is_empty() && now <= it.not_after.saturating_add(LATEST)
            });
            let first = writes.map(|it| it.made).min();
            first.filter(|_| statements.revoked(device).is_none())
        };
        let is_own = |device| self.others().any(|it| it.device.sign == device);
        let guests = self
            .record
            .guests()
            .filter(move |it| self.record.is_patients() && !is_own(it.device.sign));
        guests.filter_map(move |it| Some((it.clone(), Some(day(since(it.device.sign)?)))))
    }

    /// Whether a redeemer's device may read now what is written later.
    fn reads_on(&self, device: DeviceId) -> bool {
        let now = self.home.context().now();
        self.record.statements().reads_on(device, now)
    }

    /// A redeemer's visit begins in the log, once.
    fn note_visit(&mut self, post: &mut Post<'_>) -> Result<(), LettersError> {
        if post.guest_since.is_some() && post.visit.is_none() {
            let event = self
                .visit_by(post.peer.device.sign)
                .ok_or(SyncFailure::UnknownDevice)?;
            post.visit = Some((self.audit_begin(event.clone())?, event));
        }
        Ok(())
    }

    /// Reads the boxes since they were read last. A letter is deleted once what it brings is durable here.
    fn take_letters(&mut self, post: &mut Post<'_>, report: &mut LetterReport) -> Result<(), LettersError> {
        let peer = report.device;
        let row = [READ, peer.as_bytes()].concat();
        let last = self.record.shelved(Shelf::Setting, &row)?;
        let last: Option<u64> = last
            .map(|it| from_bytes(&it))
            .transpose()
            .map_err(StoreError::from)?;
        let last = last.and_then(|it| u32::try_from(it).ok());
        for day in days_to_read(last.or(post.guest_since), post.today) {
            let mailbox = post.mailbox(peer, self.record.device(), day);
            loop {
                let (letters, more) = post.relay.letters(&mailbox, None)?;
                if !letters.is_empty() {
                    self.note_visit(post)?;
                }
                for packet in &letters {
                    report.report.totals.bytes_received += packet.len() as u64;
                    self.take_packet(packet, &mailbox, report)?;
                }
                if !letters.is_empty() {
                    post.relay.delete_letters(&mailbox, &letters)?;
                }
                if !more || letters.is_empty() {
                    break;
                }
            }
        }
        let read = Shelved::put(Shelf::Setting, &row, to_bytes(&u64::from(post.today)));
        Ok(self.record.shelve(vec![read])?)
    }

    fn take_packet(
        &mut self,
        packet: &[u8],
        mailbox: &Mailbox,
        report: &mut LetterReport,
    ) -> Result<(), LettersError> {
        let kem = &self.record.device_keys().kem;
        let content = open_letter(packet, &signs(report.device), kem, mailbox).ok();
        let Some(LetterContent { gossip, letter }) = content.and_then(|it| from_bytes(&it).ok()) else {
            report.unreadable += 1;
            return Ok(());
        };
        match self.record.take_letter(report.device, &letter) {
            Ok(events) => {
                report.found += 1;
                events.into_iter().for_each(|event| report.report.note(event));
            }
            Err(SyncError::Malformed(_)) => {
                report.unreadable += 1;
                return Ok(());
            }
            Err(error) => return Err(error.into()),
        }
        for heard in gossip {
            self.audit_heard(report.device, heard)?;
        }
        Ok(())
    }

    fn post_letters(&mut self, post: &mut Post<'_>, report: &mut LetterReport) -> Result<(), LettersError> {
        let peer = report.device;
        let mailbox = post.mailbox(self.record.device(), peer, post.today);
        let gossip = self.audit_to_tell(peer)?;
        let mut letters = self.record.write_letters(peer)?;
        let failed = loop {
            let Some(letter) = letters.next(&mut self.record)? else {
                break None;
            };
            self.note_visit(post)?;
            let content = to_bytes(&LetterContent {
                gossip: gossip.clone(),
                letter,
            });
            let sign = &self.record.device_keys().sign;
            let packet = seal_letter(&content, sign, &post.peer.device.kem, &mailbox);
            let packet = packet.ok_or(LettersError::TooLong)?;
            let len = packet.len() as u64;
            match post.relay.post_letter(&mailbox, HOURS, packet) {
                Ok(()) => letters.posted(&self.record),
                Err(RelayError::Full) => {
                    report.box_full = true;
                    break None;
                }
                Err(error) => break Some(error),
            }
            report.posted += 1;
            report.report.totals.bytes_sent += len;
        };
        if report.posted > 0 {
            report.report.totals.sent += letters.keep(&mut self.record)?;
            self.audit_told(peer, &gossip)?;
        }
        failed.map_or(Ok(()), |error| Err(error.into()))
    }
}

impl Post<'_> {
    fn mailbox(&self, from: DeviceId, to: DeviceId, day: u32) -> Mailbox {
        self.pair.mailbox(&signs(from), &signs(to), day)
    }
}

fn signs(device: DeviceId) -> VerifyingKey {
    VerifyingKey::from_bytes(device.0)
}
