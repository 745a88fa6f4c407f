//! Letters: two devices that are never on at the same time say in letters what they would say in a session.
//!
//! A letter says what its writer holds, and brings what the reader lacked when the writer last heard of it. It is taken in by
//! the same rules as a session's messages, so letters may be doubled, swapped or lost. What went out is not sent again before
//! the other device has answered, or [`SEND_AGAIN`] is over. A letter that brings something is answered once.

mod standing;

use super::have::{Common, Have, Reading, short};
use super::message::{CHUNKS, Message, Parcel};
use super::shipping::{Shipment, lacking};
use super::{SyncError, SyncEvent, SyncSession, SyncStep};
use crate::cbor::{Canonical, Malformed, Reader, Writer, from_bytes, to_bytes};
use crate::context::Millis;
use crate::id::DeviceId;
use crate::record::Record;
use crate::store::StoreError;
use standing::{Standing, Want, joined};
use std::collections::VecDeque;

/// After this without an answer everything is sent again.
const SEND_AGAIN: Millis = 7 * 86_400_000;
/// A letter takes nothing more once it brings this many bytes.
const FULL_LETTER: usize = 2 << 20;
/// What is sent without an answer, at most.
const MOST_BYTES: usize = 40 << 20;
/// A letter's bytes with what the writer holds, at most.
const LONGEST: usize = 4_190_000;
/// How often the same is sent again although the answers say that it was not taken in.
const TRIES: u64 = 3;
const VERSION: u64 = 1;
const MAX_MESSAGES: usize = 1_000;

/// One letter.
struct Letter {
    /// Higher than that of every letter before it: milliseconds since 1970, or one more than the last.
    number: u64,
    /// The newest letter of the other device that was taken in here; 0: none.
    heard: u64,
    messages: Vec<Message>,
}

impl Canonical for Letter {
    fn write(&self, to: &mut Writer) {
        to.array(4).uint(VERSION).uint(self.number).uint(self.heard);
        to.list(&self.messages);
    }
    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        from.array_of(4)?;
        if from.uint()? != VERSION {
            return Err(Malformed("letter version"));
        }
        Ok(Self {
            number: from.uint()?,
            heard: from.uint()?,
            messages: from.list(MAX_MESSAGES)?,
        })
    }
}

/// Letters that are being written to one device. Each is sent before the next one is written, and said to be
/// ([`Letters::posted`]); in the end [`Letters::keep`] remembers them.
pub struct Letters {
    peer: DeviceId,
    session: SyncSession,
    standing: Standing,
    holds: Have,
    outbox: VecDeque<Shipment>,
    bodies: VecDeque<Want>,
    /// Nothing was posted.
    first: bool,
    /// The letter that was written brings something.
    brings: bool,
    bytes: usize,
    envelopes: u64,
}

impl Letters {
    /// The next letter; none when all is said.
    ///
    /// # Errors
    /// [`SyncError`]; [`SyncError::TooLong`] if what is held here does not go into a letter.
    pub fn next(&mut self, record: &mut Record) -> Result<Option<Vec<u8>>, SyncError> {
        let cargo = self.load(record)?;
        let brings = !cargo.is_empty();
        if !(brings || self.first && self.standing.owes) {
            return Ok(None);
        }
        self.brings = brings;
        let standing = &mut self.standing;
        standing.written = record.context.now().max(standing.written + 1);
        let mut messages = Vec::new();
        if self.session.is_renewed(record) {
            messages.push(Message::Certificate(
                record.certificate().ok_or(SyncError::Stranger)?,
            ));
        }
        messages.push(Message::Have {
            have: self.holds.clone(),
            ask: false,
        });
        messages.push(Message::Want(
            record.missing_bodies(&self.session.scope.takes_bodies())?,
        ));
        messages.extend(cargo);
        let letter = to_bytes(&Letter {
            number: standing.written,
            heard: standing.heard,
            messages,
        });
        if letter.len() > LONGEST {
            return Err(SyncError::TooLong);
        }
        Ok(Some(letter))
    }

    /// The letter lies where the other device will find it.
    pub fn posted(&mut self, record: &Record) {
        self.first = false;
        self.standing.owes = false;
        if self.brings {
            self.standing.sent = self.standing.written;
            self.standing.sent_at = record.context.now();
        }
    }

    /// Fills one letter.
    fn load(&mut self, record: &Record) -> Result<Vec<Message>, SyncError> {
        let (mut cargo, mut parcels, mut size) = (Vec::new(), Vec::new(), 0);
        while size < FULL_LETTER && self.bytes < MOST_BYTES {
            let Some(shipment) = self.outbox.front_mut() else {
                break;
            };
            let Some(parcel) = shipment.next(record)? else {
                self.outbox.pop_front();
                continue;
            };
            self.envelopes += u64::from(matches!(parcel, Parcel::Envelope(_)));
            size += parcel.len();
            self.bytes += parcel.len();
            parcels.push(parcel);
        }
        if !parcels.is_empty() {
            cargo.push(Message::Parcels(parcels));
        }
        while size < FULL_LETTER && self.bytes < MOST_BYTES {
            let Some((section, body, from)) = self.bodies.pop_front() else {
                break;
            };
            let given = self.session.scope.chunks(record, (section, body, from), CHUNKS)?;
            let Some((head, chunks)) = given else {
                continue;
            };
            let next = from + chunks.len() as u64;
            let len: usize = chunks.iter().map(Vec::len).sum();
            size += len;
            self.bytes += len;
            cargo.push(Message::Chunks {
                section,
                body,
                head,
                from,
                chunks,
            });
            self.standing.served.retain(|it| (it.0, it.1) != (section, body));
            self.standing.served.push((section, body, next));
            self.bodies.push_front((section, body, next));
        }
        Ok(cargo)
    }

    /// Remembers what was posted. Returns how many envelopes that were.
    ///
    /// # Errors
    /// [`StoreError`]: the same will be sent once more, which does no harm.
    pub fn keep(mut self, record: &mut Record) -> Result<u64, StoreError> {
        if self.first {
            return Ok(0);
        }
        if self.bytes > 0 {
            let mut whole = self.holds;
            let statements = self.session.scope.statements(record);
            whole
                .statements
                .extend(statements.into_iter().map(|(id, _)| short(&id.0)));
            self.standing.under_way = Some(joined(record, &whole, &self.standing.theirs)?);
        }
        self.standing.keep(record, self.peer)?;
        Ok(self.envelopes)
    }
}

/// # Letters
impl Record {
    /// Begins to write to a device: what it lacks, as far as is known here, or an answer that is due. Nothing may be to say.
    ///
    /// # Errors
    /// [`SyncError`].
    pub fn write_letters(&mut self, to: DeviceId) -> Result<Letters, SyncError> {
        self.refresh()?;
        let session = SyncSession::with(self, to, Reading::Later)?;
        if session.has_expired(self) {
            return Err(SyncError::Expired);
        }
        let mut standing = Standing::with(self, to)?;
        let waited = self.context.now().saturating_sub(standing.sent_at);
        if standing.under_way.is_some() && waited > SEND_AGAIN {
            standing.nothing_under_way();
        }
        let incarnation = Some(self.who.incarnation);
        let is_other = std::mem::replace(&mut standing.incarnation, incarnation)
            .is_some_and(|it| Some(it) != incarnation);
        standing.owes |= is_other;
        let expected = standing.expected(self)?;
        let scope = &session.scope;
        let outbox = if Have::of(self, scope).digest() == standing.theirs.digest() {
            VecDeque::new()
        } else {
            lacking(self, scope, &expected, true)?
        };
        let is_served = |want: &Want| standing.served.iter().any(|it| (it.0, it.1) == (want.0, want.1));
        let bodies = standing
            .wants
            .iter()
            .filter(|it| !is_served(it))
            .copied()
            .collect();
        Ok(Letters {
            peer: to,
            bodies,
            holds: Have::of(self, scope),
            session,
            standing,
            outbox,
            first: true,
            brings: false,
            bytes: 0,
            envelopes: 0,
        })
    }

    /// Takes in a letter of a device, which the transport has proved to be its writer. A letter may come again, or before an
    /// older one.
    ///
    /// # Errors
    /// [`SyncError`]. What was taken in before stays; a letter that cannot be read will not be so another time either.
    pub fn take_letter(&mut self, from: DeviceId, letter: &[u8]) -> Result<Vec<SyncEvent>, SyncError> {
        self.refresh()?;
        let letter: Letter = from_bytes(letter)?;
        let mut session = SyncSession::with(self, from, Reading::Later)?;
        let mut standing = Standing::with(self, from)?;
        let (mut step, mut theirs, mut wants, mut brings) = (SyncStep::default(), None, Vec::new(), false);
        for message in letter.messages {
            if !matches!(message, Message::Certificate(_)) && session.has_expired(self) {
                return Err(SyncError::Expired);
            }
            match message {
                Message::Certificate(shown) => session.learn_certificate(self, &shown)?,
                Message::Have { have, ask: false } => {
                    session.noticed(self, &have, &mut step)?;
                    theirs = Some(have);
                }
                Message::Want(bodies) => wants = bodies,
                Message::Parcels(parcels) => {
                    brings = true;
                    session.take(self, parcels, &mut step)?;
                }
                Message::Chunks {
                    section,
                    body,
                    head,
                    from,
                    chunks,
                } => {
                    brings = true;
                    session.take_chunks(self, (section, body), &head, (from, &chunks), &mut step)?;
                }
                _ => return Err(Malformed("not in a letter").into()),
            }
        }
        let theirs = theirs.ok_or(Malformed("a letter that says nothing"))?;
        let is_newest = letter.number > standing.heard;
        let took = step.events.iter().any(|event| match event {
            SyncEvent::Received(accepted) => accepted.applied > 0,
            _ => true,
        });
        standing.owes |= brings && (is_newest || took);
        let mine = Have::of(self, &session.scope);
        let same = theirs.digest() == mine.digest();
        if is_newest {
            let as_before = theirs == standing.theirs && wants == standing.wants;
            standing.heard = letter.number;
            standing.theirs = theirs;
            standing.wants = wants;
            if letter.heard >= standing.sent && standing.under_way.is_some() {
                let in_vain = as_before && !standing.is_same(self, &session.scope)?;
                standing.in_vain = if in_vain { standing.in_vain + 1 } else { 0 };
                if standing.in_vain <= TRIES {
                    standing.nothing_under_way();
                }
            }
        }
        if same {
            standing.common = Some(mine.digest());
            Common { have: mine }.remember(self, from)?;
        }
        standing.keep(self, from)?;
        step.events.push(if standing.is_same(self, &session.scope)? {
            SyncEvent::Same
        } else {
            SyncEvent::Apart
        });
        Ok(step.events)
    }

    /// Whether the other device holds what this one does, bodies that travel apart included, as far as its letters and
    /// meetings say.
    ///
    /// # Errors
    /// [`SyncError`].
    pub fn is_same_by_letters(&self, peer: DeviceId) -> Result<bool, SyncError> {
        let session = SyncSession::with(self, peer, Reading::Later)?;
        Ok(Standing::with(self, peer)?.is_same(self, &session.scope)?)
    }

    /// Both met, and each has the bodies that the other could give it: what was asked for by letters is no longer lacking.
    pub(super) fn met_in_full(&mut self, peer: DeviceId) -> Result<(), StoreError> {
        let mut standing = Standing::with(self, peer)?;
        if standing.wants.is_empty() {
            return Ok(());
        }
        standing.wants.clear();
        standing.served.clear();
        standing.keep(self, peer)
    }
}
