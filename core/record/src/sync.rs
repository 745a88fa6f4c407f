//! Sync: two replicas of a record, or of the part that both may know, end with the same log.
//!
//! A state machine without input or output: it turns received messages into messages to send, so that the same bytes
//! travel over a network, a relay or a file. Every message taken in is durable before the next; a session cut off at any
//! point is simply begun again, and nothing held is sent twice.
//!
//! Each side first shows a digest of what it holds. If the digests differ, each says how far it has come in each feed
//! and sends what the other lacks, statements first, the patient's feeds before those of others. Two devices that met
//! before remember what they had in common, so that the one with news sends it at once.

mod certified;
mod handout;
mod have;
mod letter;
mod message;
mod shipping;

pub use handout::Handout;
pub use have::Scope;
pub use letter::Letters;

use crate::accept::{Accepted, Origin};
use crate::base::Base;
use crate::blob::BlobHead;
use crate::cbor::{Malformed, from_bytes, to_bytes};
use crate::entry::BodyRef;
use crate::id::DeviceId;
use crate::record::Record;
use crate::section::Section;
use crate::statement::{Fact, Statement};
use crate::store::StoreError;
use certified::Certificates;
use have::{Common, Digest};
pub(crate) use have::{Have, Reading};
use message::Message;
pub(crate) use message::Parcel;
use shipping::Shipment;
pub(crate) use shipping::lacking;
use std::collections::VecDeque;

/// Bytes sent before the other side is asked whether to go on.
const BURST: usize = 4 << 20;
/// News up to this size goes out with the first message: what a cut may lose of it.
const PUSH: usize = message::FULL;
/// How often both sides compare again before they agree to differ.
const MAX_ROUNDS: u32 = 4;

/// A session cannot go on. What was taken in before is kept.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum SyncError {
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The other side sent something that is not a message of this protocol.
    #[error("the other device sent something that cannot be read")]
    Malformed(#[from] Malformed),
    /// The other device does not belong to this record.
    #[error("the other device does not belong to this record")]
    Stranger,
    /// The certificate of the other device, one of the same author, has ended, and it shows no newer one.
    #[error("the certificate of the other device has ended")]
    Expired,
    /// What is held here is too much to be told in one letter.
    #[error("too much for a letter")]
    TooLong,
}

/// Something that happened in a session.
#[derive(Clone, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub enum SyncEvent {
    /// Envelopes were taken in, held, kept waiting or refused.
    Received(Accepted),
    /// That many envelopes went out.
    Sent(u64),
    /// A packed document was taken in.
    Base(u64),
    /// A packed document was refused.
    BaseRefused(crate::base::BaseRefusal),
    /// A large body has come this far: chunks held, chunks in all.
    Body(u64, u64),
    /// Both sides hold the same.
    Same,
    /// Both sides hold different logs even so: something was refused, stopped or is waiting.
    Apart,
    /// The other side knows more of this device's own feed than this device: its file was put back to an earlier
    /// state. It goes on as a new incarnation.
    RolledBack,
}

/// What to do after a message.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct SyncStep {
    /// Messages to send, in this order.
    pub send: Vec<Vec<u8>>,
    /// What happened.
    pub events: Vec<SyncEvent>,
    /// The session is over once `send` is sent.
    pub done: bool,
}

/// One session with one device.
pub struct SyncSession {
    peer: DeviceId,
    scope: Scope,
    certificates: Certificates,
    theirs: Option<Have>,
    told: bool,
    outbox: VecDeque<Shipment>,
    /// Envelopes that went out with the first message and are not yet told of.
    pushed: u64,
    shipping: bool,
    paused: bool,
    base: Option<(Base, usize)>,
    my_end: Option<Digest>,
    their_end: Option<Digest>,
    rounds: u32,
    settled: bool,
    /// What both hold, remembered once the bodies have come, too.
    common: Option<Have>,
    wanted: bool,
    said_bye: bool,
    got_bye: bool,
}

impl SyncSession {
    fn with(record: &Record, peer: DeviceId, reading: Reading) -> Result<Self, SyncError> {
        let scope = Scope::with(record, peer, reading).ok_or(SyncError::Stranger)?;
        Ok(Self {
            peer,
            scope,
            certificates: Certificates::Unshown,
            theirs: None,
            told: false,
            outbox: VecDeque::new(),
            pushed: 0,
            shipping: false,
            paused: false,
            base: None,
            my_end: None,
            their_end: None,
            rounds: 0,
            settled: false,
            common: None,
            wanted: false,
            said_bye: false,
            got_bye: false,
        })
    }

    /// Begins a session with a device whose key the transport has proved; returns the first messages.
    pub fn start(record: &mut Record, peer: DeviceId) -> Result<(Self, Vec<Vec<u8>>), SyncError> {
        record.refresh()?;
        let mut session = Self::with(record, peer, Reading::Later)?;
        let first = if session.must_show(record)? {
            session.certificates = Certificates::Awaited;
            session.show(record)?
        } else {
            session.hello(record)?
        };
        Ok((session, vec![first]))
    }

    /// The first message about what is held here.
    fn hello(&mut self, record: &mut Record) -> Result<Vec<u8>, SyncError> {
        let have = Have::of(record, &self.scope);
        let digest = have.digest();
        let hello = match Common::with(record, self.peer)? {
            Some(common) if common.have.digest() == digest => Message::Nothing { digest },
            Some(common) => match self.push(record, &common.have)? {
                Some(parcels) => {
                    let envelopes = parcels.iter().filter(|it| matches!(it, Parcel::Envelope(_)));
                    self.pushed = envelopes.count() as u64;
                    Message::News {
                        digest,
                        since: common.have.digest().short(),
                        parcels,
                    }
                }
                None => Message::Hello { digest, have },
            },
            None => Message::Hello { digest, have },
        };
        self.told = true;
        Ok(to_bytes(&hello))
    }

    /// Waits for a session that the other device begins.
    pub fn answer(record: &mut Record, peer: DeviceId) -> Result<Self, SyncError> {
        Self::with(record, peer, Reading::Later)
    }

    /// Lets in a redeemer's device, which may read all that its grant says. To one that holds nothing yet the first messages
    /// bring everything; one whose session broke off says how far it came.
    ///
    /// # Errors
    /// [`SyncError`].
    pub fn let_in(
        record: &mut Record,
        peer: DeviceId,
        holds_nothing: bool,
    ) -> Result<(Self, Vec<Vec<u8>>), SyncError> {
        record.refresh()?;
        let mut session = Self::with(record, peer, Reading::Now)?;
        let have = Have::of(record, &session.scope);
        let digest = have.digest();
        session.told = true;
        let mut step = SyncStep::default();
        if holds_nothing {
            // The statements came with the welcome, and nothing needs to be asked.
            session.theirs = Some(Have {
                statements: have.statements,
                ..Have::default()
            });
            session.ship(record, &mut step)?;
        } else {
            step.send.push(to_bytes(&Message::Hello { digest, have }));
        }
        Ok((session, step.send))
    }

    /// The redeemer's side of [`SyncSession::let_in`].
    ///
    /// # Errors
    /// [`SyncError`].
    pub fn enter(record: &mut Record, peer: DeviceId) -> Result<Self, SyncError> {
        Self::with(record, peer, Reading::Now)
    }

    /// What is new since both last met, if it is little enough to send unasked.
    fn push(&mut self, record: &mut Record, common: &Have) -> Result<Option<Vec<Parcel>>, StoreError> {
        let mut shipments = lacking(record, &self.scope, common, false)?;
        let (mut parcels, mut size) = (Vec::new(), 0);
        while let Some(mut shipment) = shipments.pop_front() {
            while let Some(parcel) = shipment.next(record)? {
                size += parcel.len();
                if size > PUSH || matches!(parcel, Parcel::Base(_) | Parcel::Block(_)) {
                    return Ok(None);
                }
                parcels.push(parcel);
            }
        }
        Ok(Some(parcels))
    }

    /// Takes in one message.
    ///
    /// # Errors
    /// [`SyncError`]: the session is over; what was taken in before stays.
    pub fn receive(&mut self, record: &mut Record, message: &[u8]) -> Result<SyncStep, SyncError> {
        let mut step = SyncStep::default();
        if self.pushed > 0 {
            step.events
                .push(SyncEvent::Sent(std::mem::take(&mut self.pushed)));
        }
        record.refresh()?;
        let message = match from_bytes::<Message>(message)? {
            Message::Certificate(shown) => {
                step.send.push(self.shown(record, &shown)?);
                return Ok(step);
            }
            _ if self.certificates == Certificates::Awaited => {
                return Err(Malformed("a certificate is to come first").into());
            }
            _ if self.has_expired(record) => return Err(SyncError::Expired),
            other => other,
        };
        match message {
            // Dealt with above.
            Message::Certificate(_) => {}
            Message::Nothing { digest } => {
                let common = Common::with(record, self.peer)?.filter(|common| common.have.digest() == digest);
                self.met(record, digest, common.map(|common| common.have), &mut step)?;
            }
            Message::News {
                digest,
                since,
                parcels,
            } => {
                let common = Common::with(record, self.peer)?.filter(|it| it.have.digest().short() == since);
                let theirs = common.map(|common| common.have.after(&parcels));
                self.take(record, parcels, &mut step)?;
                self.met(record, digest, theirs, &mut step)?;
            }
            Message::Hello { digest, have } => {
                self.noticed(record, &have, &mut step)?;
                self.met(record, digest, Some(have), &mut step)?;
            }
            Message::Have { have, ask } => {
                self.noticed(record, &have, &mut step)?;
                self.theirs = Some(have);
                self.their_end = None;
                if ask {
                    self.tell(record, false, &mut step);
                }
                self.ship(record, &mut step)?;
            }
            Message::Parcels(parcels) => self.take(record, parcels, &mut step)?,
            Message::Pause => step.send.push(to_bytes(&Message::Go)),
            Message::Go => {
                self.paused = false;
                self.load(record, &mut step)?;
            }
            Message::End { digest } => {
                let mine = Have::of(record, &self.scope).digest();
                self.their_end = Some(digest.unwrap_or(mine));
                self.compare(record, &mut step)?;
            }
            Message::Want(wants) => {
                for (section, body, held) in wants {
                    self.serve(record, section, body, held, &mut step)?;
                }
                step.send.push(to_bytes(&Message::Served));
            }
            Message::Chunks {
                section,
                body,
                head,
                from,
                chunks,
            } => {
                self.take_chunks(record, (section, body), &head, (from, &chunks), &mut step)?;
            }
            Message::Served => self.bye(&mut step),
            Message::Bye => self.got_bye = true,
            Message::Stop => {
                self.common = None;
                step.events.push(SyncEvent::Apart);
                self.said_bye = true;
                self.got_bye = true;
            }
        }
        step.done = self.said_bye && self.got_bye;
        if step.done
            && let Some(have) = self.common.take()
        {
            Common { have }.remember(record, self.peer)?;
            record.met_in_full(self.peer)?;
        }
        Ok(step)
    }

    /// After the first message: the same already, or what each lacks.
    fn met(
        &mut self,
        record: &mut Record,
        digest: Digest,
        theirs: Option<Have>,
        step: &mut SyncStep,
    ) -> Result<(), SyncError> {
        if Have::of(record, &self.scope).digest() == digest {
            self.their_end = Some(digest);
            return self.compare(record, step);
        }
        match theirs {
            Some(theirs) => {
                if !theirs.is_within(&Have::of(record, &self.scope)) {
                    self.tell(record, false, step);
                }
                self.theirs = Some(theirs);
                self.ship(record, step)
            }
            None => {
                self.tell(record, true, step);
                Ok(())
            }
        }
    }

    fn tell(&mut self, record: &Record, ask: bool, step: &mut SyncStep) {
        self.told = true;
        step.send.push(to_bytes(&Message::Have {
            have: Have::of(record, &self.scope),
            ask,
        }));
    }

    /// A peer that knows more of this device's own feed than it does proves a rollback.
    fn noticed(&mut self, record: &mut Record, theirs: &Have, step: &mut SyncStep) -> Result<(), SyncError> {
        if theirs.is_ahead_of_own(record) {
            record.begin_incarnation()?;
            step.events.push(SyncEvent::RolledBack);
        }
        Ok(())
    }

    fn ship(&mut self, record: &mut Record, step: &mut SyncStep) -> Result<(), SyncError> {
        let Some(theirs) = self.theirs.clone() else {
            return Ok(());
        };
        self.outbox = lacking(record, &self.scope, &theirs, true)?;
        self.shipping = true;
        self.load(record, step)
    }

    /// Packs what lies in the outbox, up to one burst; ends when it is empty.
    fn load(&mut self, record: &mut Record, step: &mut SyncStep) -> Result<(), SyncError> {
        if !self.shipping || self.paused {
            return Ok(());
        }
        let (mut parcels, mut size, mut burst, mut envelopes) = (Vec::new(), 0, 0, 0);
        while let Some(shipment) = self.outbox.front_mut() {
            let Some(parcel) = shipment.next(record)? else {
                self.outbox.pop_front();
                continue;
            };
            envelopes += u64::from(matches!(parcel, Parcel::Envelope(_)));
            size += parcel.len();
            burst += parcel.len();
            parcels.push(parcel);
            if size > message::FULL {
                step.send
                    .push(to_bytes(&Message::Parcels(std::mem::take(&mut parcels))));
                size = 0;
            }
            if burst > BURST {
                self.paused = true;
                break;
            }
        }
        if !parcels.is_empty() {
            step.send.push(to_bytes(&Message::Parcels(parcels)));
        }
        if envelopes > 0 {
            step.events.push(SyncEvent::Sent(envelopes));
        }
        if self.paused {
            step.send.push(to_bytes(&Message::Pause));
            return Ok(());
        }
        self.shipping = false;
        let digest = Have::of(record, &self.scope).digest();
        self.my_end = Some(digest);
        step.send.push(to_bytes(&Message::End { digest: Some(digest) }));
        self.compare(record, step)
    }

    fn take(
        &mut self,
        record: &mut Record,
        parcels: Vec<Parcel>,
        step: &mut SyncStep,
    ) -> Result<(), SyncError> {
        let origin = if self.scope.peer == record.patient() {
            Origin::Stored
        } else {
            Origin::Live(self.peer)
        };
        let (mut statements, mut envelopes) = (Vec::new(), Vec::new());
        for parcel in parcels {
            match parcel {
                Parcel::Statement(bytes) => statements.extend(Statement::parse(&bytes)),
                Parcel::Envelope(bytes) => envelopes.push(bytes),
                Parcel::Base(head) => {
                    let base = Base::announced(&head)?;
                    let count = base.announced_blocks();
                    self.base = Some((base, count));
                }
                Parcel::Block(block) => {
                    if let Some((base, count)) = &mut self.base {
                        base.add_block(block);
                        if base.blocks_here() < *count {
                            continue;
                        }
                        self.learn(record, std::mem::take(&mut statements))?;
                        if let Some((base, _)) = self.base.take() {
                            step.events.push(match record.accept_base(&base)? {
                                Ok(count) => SyncEvent::Base(count),
                                Err(refusal) => SyncEvent::BaseRefused(refusal),
                            });
                        }
                    }
                }
            }
        }
        self.learn(record, statements)?;
        if !envelopes.is_empty() {
            step.events
                .push(SyncEvent::Received(record.accept(&envelopes, origin)?));
        }
        Ok(())
    }

    /// Takes chunks of a body that is named here and lacking.
    fn take_chunks(
        &self,
        record: &mut Record,
        (section, body): (Section, BodyRef),
        head: &BlobHead,
        (from, chunks): (u64, &[Vec<u8>]),
        step: &mut SyncStep,
    ) -> Result<(), StoreError> {
        let fits = self.scope.takes_bodies().contains(&section)
            && record
                .missing_bodies(&[section])?
                .iter()
                .any(|(_, missing, _)| *missing == body);
        if fits && record.take_chunks(section, body, head, from, chunks)? {
            step.events
                .push(SyncEvent::Body(from + chunks.len() as u64, head.chunks));
        }
        Ok(())
    }

    /// Statements that are within this session's scope; a peer cannot make others known through it.
    fn learn(&self, record: &mut Record, statements: Vec<Statement>) -> Result<(), StoreError> {
        let within = |it: &Statement| match &it.fact {
            Fact::Key(key) => self.scope.shows(key),
            _ => true,
        };
        let statements: Vec<Statement> = statements.into_iter().filter(within).collect();
        if statements.is_empty() {
            Ok(())
        } else {
            record.write(|record, _| record.learn(statements))
        }
    }

    /// Both have said all they had: the same, or once more, or apart.
    fn compare(&mut self, record: &mut Record, step: &mut SyncStep) -> Result<(), SyncError> {
        let Some(theirs) = self.their_end else {
            return Ok(());
        };
        if self.shipping {
            return Ok(());
        }
        let have = Have::of(record, &self.scope);
        let mine = have.digest();
        if mine == theirs {
            if self.my_end != Some(mine) {
                self.my_end = Some(mine);
                step.send.push(to_bytes(&Message::End { digest: None }));
            }
            if !self.settled {
                self.settled = true;
                self.common = Some(have);
                step.events.push(SyncEvent::Same);
            }
            return self.ask_for_bodies(record, step);
        }
        if self.my_end != Some(mine) {
            if self.theirs.is_none() {
                self.tell(record, true, step);
            } else {
                self.my_end = Some(mine);
                step.send.push(to_bytes(&Message::End { digest: Some(mine) }));
            }
            return Ok(());
        }
        self.rounds += 1;
        if self.rounds > MAX_ROUNDS {
            self.common = None;
            step.send.push(to_bytes(&Message::Stop));
            step.events.push(SyncEvent::Apart);
            self.said_bye = true;
            self.got_bye = true;
            return Ok(());
        }
        self.my_end = None;
        self.their_end = None;
        self.tell(record, true, step);
        Ok(())
    }

    fn ask_for_bodies(&mut self, record: &Record, step: &mut SyncStep) -> Result<(), SyncError> {
        if self.wanted {
            return Ok(());
        }
        self.wanted = true;
        let missing = record.missing_bodies(&self.scope.takes_bodies())?;
        if missing.is_empty() {
            self.bye(step);
        } else {
            step.send.push(to_bytes(&Message::Want(missing)));
        }
        Ok(())
    }

    fn bye(&mut self, step: &mut SyncStep) {
        if !self.said_bye {
            self.said_bye = true;
            step.send.push(to_bytes(&Message::Bye));
        }
    }

    /// A body is served only if an entry within the session's scope names it; otherwise nothing, as for a hash that
    /// nobody has.
    fn serve(
        &self,
        record: &Record,
        section: Section,
        body: BodyRef,
        held: u64,
        step: &mut SyncStep,
    ) -> Result<(), SyncError> {
        let mut from = held;
        while let Some((head, chunks)) = self
            .scope
            .chunks(record, (section, body, from), message::CHUNKS)?
        {
            let next = from + chunks.len() as u64;
            step.send.push(to_bytes(&Message::Chunks {
                section,
                body,
                head,
                from,
                chunks,
            }));
            from = next;
        }
        Ok(())
    }
}

impl Record {
    /// A digest of the whole log: the last envelope of each feed and of each of its branches, and every statement. Equal
    /// on two devices that hold the same, whether as envelopes or in a base.
    pub fn log_digest(&self) -> [u8; 32] {
        Have::of(self, &Scope::whole(self)).digest().0
    }
}
