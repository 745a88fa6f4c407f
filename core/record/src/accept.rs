//! Taking in envelopes: every check of security.md §7.1, in that order. A refusal has a reason and changes nothing.

mod admission;
mod content;
mod pending;
mod place;

use crate::append::{Staged, keyed_scalars};
use crate::change;
use crate::entry::Admission;
use crate::envelope::{Envelope, UnsealError, pseudonym};
use crate::feed::Feed;
use crate::id::{DeviceId, FeedTag};
use crate::record::Record;
use crate::section::Section;
use crate::store::{Space, StoreError};
use crate::view::ViewWriter;
use admission::Right;
pub(crate) use pending::Stirred;
use pending::Waiting;
use std::collections::BTreeMap;

/// The most envelopes of one author that may wait for others, and the most bytes of them.
pub const MAX_PENDING: (usize, usize) = (1000, 16 << 20);
/// The most envelopes kept as evidence of one feed, and of all.
const MAX_EVIDENCE: (usize, u64) = (4, 256);

/// Where envelopes come from.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Origin {
    /// From this device, as itself: its own envelopes are decided about now.
    Live(DeviceId),
    /// From a replica, a backup or the log itself: what was decided stands.
    Stored,
}

/// Why an envelope was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, thiserror::Error)]
#[non_exhaustive]
pub enum Refusal {
    /// Not an envelope, or too large.
    #[error("not an envelope")]
    Malformed,
    /// The signature is not by the device whose feed it is.
    #[error("the signature is wrong")]
    Signature,
    /// It does not open with its key.
    #[error("it does not open with its key")]
    Seal,
    /// It opens, but what is inside breaks the format or its limits.
    #[error("its content is malformed or too large")]
    Payload,
    /// The first envelope of a feed does not say which document it belongs to, or says something untrue.
    #[error("it does not belong to the document that it names")]
    WrongDocument,
    /// No certificate covers the device.
    #[error("its device is not certified")]
    Uncertified,
    /// The author may not write in that section.
    #[error("its author may not write there")]
    Unauthorised,
    /// A body that does not belong in that section, or that no entry names.
    #[error("its content does not belong in that section")]
    Unfit,
    /// The change cannot be built.
    #[error("its change cannot be built")]
    Change,
    /// A checkpoint in it does not agree with the feed.
    #[error("its checkpoint does not agree with its feed")]
    Checkpoint,
    /// It follows an envelope that was refused, or its feed has too many branches.
    #[error("its feed was stopped")]
    Stopped,
    /// Too much is waiting already.
    #[error("too much is waiting already")]
    Quota,
}

/// What an envelope waits for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Wait {
    /// The key that opens it.
    Key,
    /// The envelope before it.
    Predecessor,
    /// A change that it follows.
    Dependency,
    /// The patient's decision about its author.
    Admission,
}

/// What became of an envelope.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// It is in the log.
    Applied,
    /// It was there already.
    Held,
    /// It is in the log, on a branch: its device signed two envelopes with one number.
    Forked,
    /// It is kept until something comes.
    Waiting(Wait),
    /// It is not kept, or only as evidence.
    Refused(Refusal),
}

/// What became of a batch.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Accepted {
    /// Envelopes newly in the log.
    pub applied: u64,
    /// Envelopes that were there already.
    pub held: u64,
    /// Feeds whose device equivocated.
    pub forked: Vec<FeedTag>,
    /// Envelopes that wait.
    pub waiting: u64,
    /// Refusals by reason.
    pub refused: BTreeMap<Refusal, u64>,
    /// Sections in which something is new.
    pub sections: Vec<Section>,
}

impl Accepted {
    fn count(&mut self, outcome: Outcome, feed: FeedTag) {
        match outcome {
            Outcome::Applied => self.applied += 1,
            Outcome::Held => self.held += 1,
            Outcome::Forked => {
                self.applied += 1;
                self.forked.push(feed);
            }
            Outcome::Waiting(_) => self.waiting += 1,
            Outcome::Refused(reason) => *self.refused.entry(reason).or_default() += 1,
        }
    }

    /// Adds another batch's figures.
    pub fn merge(&mut self, other: Accepted) {
        self.applied += other.applied;
        self.held += other.held;
        self.waiting += other.waiting;
        self.forked.extend(other.forked);
        for (reason, count) in other.refused {
            *self.refused.entry(reason).or_default() += count;
        }
        self.sections.extend(other.sections);
        self.sections.sort();
        self.sections.dedup();
    }
}

enum Halt {
    Wait(Wait),
    Refuse(Refusal),
    Held,
    Store(StoreError),
}

impl From<StoreError> for Halt {
    fn from(error: StoreError) -> Self {
        Halt::Store(error)
    }
}

/// An admission still to be written: the last envelope taken of each branch of each foreign feed.
type Admissions = BTreeMap<(FeedTag, usize), (Section, Admission)>;

/// What is gathered while one batch is taken in.
struct Intake<'v> {
    view: &'v mut ViewWriter,
    admissions: Admissions,
    accepted: Accepted,
    waiting: Option<Waiting>,
}

impl<'v> Intake<'v> {
    fn new(view: &'v mut ViewWriter) -> Self {
        Self {
            view,
            admissions: Admissions::new(),
            accepted: Accepted::default(),
            waiting: None,
        }
    }
}

impl Record {
    /// Takes in envelopes, in one transaction, and then whatever waited for them.
    ///
    /// # Errors
    /// Only the store's own. What is wrong with an envelope is counted in the answer and changes nothing.
    pub fn accept(&mut self, envelopes: &[Vec<u8>], origin: Origin) -> Result<Accepted, StoreError> {
        self.write(|record, view| {
            let mut intake = Intake::new(view);
            for bytes in envelopes {
                let Ok(envelope) = Envelope::parse(bytes) else {
                    let outcome = Outcome::Refused(Refusal::Malformed);
                    intake.accepted.count(outcome, FeedTag([0; 8]));
                    continue;
                };
                let outcome = match record.take(&mut intake, &envelope, origin) {
                    Err(Halt::Wait(wait)) => record.queue(&mut intake, &envelope, wait, origin)?,
                    result => outcome_of(result)?,
                };
                intake.accepted.count(outcome, envelope.header.feed);
            }
            record.finish_intake(intake)
        })
    }

    /// Takes in what waited, and writes the admissions that became due.
    fn finish_intake(&mut self, mut intake: Intake<'_>) -> Result<Accepted, StoreError> {
        self.retry_pending(&mut intake)?;
        let mut by_section: BTreeMap<Section, Vec<Admission>> = BTreeMap::new();
        for (section, admission) in intake.admissions.into_values() {
            by_section.entry(section).or_default().push(admission);
        }
        for (section, admissions) in by_section {
            self.admit_all(intake.view, section, admissions)?;
        }
        let mut accepted = intake.accepted;
        accepted.sections.sort();
        accepted.sections.dedup();
        Ok(accepted)
    }

    /// One envelope, check by check in the order of security.md §7.1.
    fn take(
        &mut self,
        intake: &mut Intake<'_>,
        envelope: &Envelope,
        origin: Origin,
    ) -> Result<Outcome, Halt> {
        let header = envelope.header;
        let key = self
            .keyring
            .get(header.key)
            .cloned()
            .ok_or(Halt::Wait(Wait::Key))?;
        let (mut feed, mut document, payload) = match self.feeds.get(&header.feed) {
            Some(feed) => {
                if !envelope.signed_by(feed.device) {
                    return Err(Halt::Refuse(Refusal::Signature));
                }
                let document = self
                    .documents
                    .get(&feed.document)
                    .ok_or(StoreError::Altered("document"))?
                    .clone();
                (feed.clone(), document, None)
            }
            None if header.seq != 1 => return Err(Halt::Wait(Wait::Predecessor)),
            None => {
                let (feed, document, payload) = self.open_feed(envelope, &key)?;
                (feed, document, Some(payload))
            }
        };
        if pseudonym(&key, document.id) != header.document || key.section != document.section {
            return Err(Halt::Refuse(Refusal::WrongDocument));
        }
        let place = match self.place_in(&mut feed, envelope, &key) {
            // What follows a refused envelope can never be placed.
            Err(Halt::Wait(_)) if feed.stopped => return Err(Halt::Refuse(Refusal::Stopped)),
            place => place?,
        };
        // From here on the signature is known to be right: what breaks the rules now stops its feed.
        let payload = match payload {
            Some(payload) => payload,
            None => match envelope.open(&key) {
                Ok(payload) => payload,
                Err(UnsealError::Seal) => return self.stop(feed.tag, envelope, Refusal::Seal),
                Err(_) => return self.stop(feed.tag, envelope, Refusal::Payload),
            },
        };
        if !self.opens_truly(&feed, header.seq, &payload) {
            return self.stop(feed.tag, envelope, Refusal::WrongDocument);
        }
        let right = match self.decide(&feed, &payload, header.seq, envelope.hash(), origin) {
            Err(Halt::Wait(wait)) if place.forked => {
                // Not taken in, but a proof all the same.
                intake.accepted.forked.push(feed.tag);
                return Err(Halt::Wait(wait));
            }
            right => right?,
        };
        let (parents, start_op) = self.parents(&feed, place.branch, &payload, header.seq)?;
        let derived = match self.check_content(&feed, &payload, place.branch, header.seq) {
            Err(Halt::Refuse(reason)) => return self.stop(feed.tag, envelope, reason),
            derived => derived?,
        };
        let first = feed.branches.get(place.branch).map_or(0, |branch| branch.counter) + 1;
        let entries = keyed_scalars(&payload, feed.tag, first);
        let built = change::build(change::Fields {
            actor: feed.actor(),
            seq: header.seq,
            start_op,
            deps: parents.clone(),
            time: payload.time,
            entries: &entries,
        });
        let Ok((_, built)) = built else {
            return self.stop(feed.tag, envelope, Refusal::Change);
        };
        if header.seq == 2 && crate::sabotage::off("lose") {
            return Ok(Outcome::Applied);
        }
        let (tag, section) = (feed.tag, feed.section);
        document = self.documents.get(&document.id).cloned().unwrap_or(document);
        let staged = Staged {
            envelope: envelope.clone(),
            known: right.received().unwrap_or(payload.time),
            payload,
            branch: place.branch,
            parents,
            built,
        };
        self.stage(intake.view, feed, document, staged, derived)?;
        match right {
            Right::Own => (),
            Right::Decided(_) => self.apply_decisions(tag)?,
            Right::Now(admission) => {
                self.mark_admitted(tag, place.branch, admission.seq)?;
                intake
                    .admissions
                    .insert((tag, place.branch), (section, admission));
            }
        }
        intake.accepted.sections.push(section);
        Ok(if place.forked {
            Outcome::Forked
        } else {
            Outcome::Applied
        })
    }

    /// Keeps the envelope as evidence; what follows it is refused. Another envelope in its place is still taken, or two
    /// devices that saw different ones first would never agree.
    fn stop(&mut self, tag: FeedTag, envelope: &Envelope, reason: Refusal) -> Result<Outcome, Halt> {
        let mut of_feed = 0;
        let last = [tag.as_bytes(), &[0xff; 16]].concat();
        self.store
            .scan_range(Space::Evidence, tag.as_bytes(), &last, |_, _| {
                of_feed += 1;
                Ok(())
            })?;
        if of_feed < MAX_EVIDENCE.0 && self.store.count(Space::Evidence) < MAX_EVIDENCE.1 {
            let key = [tag.as_bytes(), &envelope.hash().0[..16]].concat();
            self.store.put(Space::Evidence, &key, &envelope.to_bytes())?;
        }
        if let Some(known) = self.feeds.get(&tag).filter(|known| !known.stopped).cloned() {
            self.put_feed(Feed {
                stopped: true,
                ..known
            })?;
        }
        Err(Halt::Refuse(reason))
    }

    /// Envelopes that were refused although their device's signature is right: proof of what it sent.
    pub fn evidence(&self) -> Result<Vec<Vec<u8>>, StoreError> {
        let mut found = Vec::new();
        self.store.scan(Space::Evidence, |_, bytes| {
            found.push(bytes);
            Ok(())
        })?;
        Ok(found)
    }
}

fn outcome_of(result: Result<Outcome, Halt>) -> Result<Outcome, StoreError> {
    match result {
        Ok(outcome) => Ok(outcome),
        Err(Halt::Held) => Ok(Outcome::Held),
        Err(Halt::Wait(wait)) => Ok(Outcome::Waiting(wait)),
        Err(Halt::Refuse(reason)) => Ok(Outcome::Refused(reason)),
        Err(Halt::Store(error)) => Err(error),
    }
}
