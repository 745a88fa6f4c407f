//! Taking in envelopes: every check of security.md §7.1, in that order. A refusal has a reason and changes nothing.

use crate::append::{Staged, checkpoint_parts, keyed_scalars};
use crate::authority::{Claim, Decision};
use crate::cbor::{Canonical, Malformed, Reader, Writer, from_bytes, to_bytes};
use crate::change;
use crate::entry::{Admission, Entry, Verdict};
use crate::envelope::{Envelope, UnsealError, pseudonym};
use crate::feed::{Branch, Document, Feed, MAX_BRANCHES, actor_of, tag_of};
use crate::id::{AuthorId, ChangeHash, DeviceId, EnvelopeHash, FeedTag};
use crate::keyring::SectionKey;
use crate::log;
use crate::payload::Payload;
use crate::record::Record;
use crate::row::Derived;
use crate::section::Section;
use crate::store::{Space, StoreError};
use crate::view::ViewWriter;
use pocketchart_crypto::sign::VerifyingKey;
use std::collections::BTreeMap;

/// The most envelopes that may wait for others, and the most bytes of them.
pub const MAX_PENDING: (usize, usize) = (1000, 16 << 20);

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
    /// It speaks of entries in another section.
    #[error("it speaks of entries in another section")]
    OtherSection,
    /// The change cannot be built.
    #[error("its change cannot be built")]
    Change,
    /// A checkpoint in it does not agree with the feed.
    #[error("its checkpoint does not agree with its feed")]
    Checkpoint,
    /// The feed was stopped, or has too many branches.
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

/// Rows of [`Space::Admission`]: what was decided about one feed.
struct Decisions(Vec<Admission>);

impl Canonical for Decisions {
    fn write(&self, to: &mut Writer) {
        to.list(&self.0);
    }
    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        from.list(usize::MAX).map(Self)
    }
}

/// An admission still to be written: the last envelope taken of each foreign feed.
pub(crate) type Admissions = BTreeMap<FeedTag, (Section, Admission)>;

impl Record {
    /// Takes in envelopes, in one transaction, and then whatever waited for them.
    ///
    /// # Errors
    /// Only the store's own. What is wrong with an envelope is counted in the answer and changes nothing.
    pub fn accept(&mut self, envelopes: &[Vec<u8>], origin: Origin) -> Result<Accepted, StoreError> {
        self.write(|record, view| {
            let mut admissions = Admissions::new();
            let mut accepted = Accepted::default();
            for bytes in envelopes {
                record.accept_one(view, bytes, origin, &mut admissions, &mut accepted)?;
            }
            record.retry_pending(view, &mut admissions, &mut accepted)?;
            let mut by_section: BTreeMap<Section, Vec<Admission>> = BTreeMap::new();
            for (section, admission) in admissions.into_values() {
                by_section.entry(section).or_default().push(admission);
            }
            for (section, admissions) in by_section {
                record
                    .write_admissions(view, section, admissions)
                    .map_err(|error| match error {
                        crate::append::AppendError::Store(error) => error,
                        _ => StoreError::Altered("section key"),
                    })?;
            }
            accepted.sections.sort();
            accepted.sections.dedup();
            Ok(accepted)
        })
    }

    fn accept_one(
        &mut self,
        view: &mut ViewWriter,
        bytes: &[u8],
        origin: Origin,
        admissions: &mut Admissions,
        accepted: &mut Accepted,
    ) -> Result<(), StoreError> {
        let Ok(envelope) = Envelope::parse(bytes) else {
            accepted.count(Outcome::Refused(Refusal::Malformed), FeedTag([0; 8]));
            return Ok(());
        };
        let feed = envelope.header.feed;
        let outcome = match self.take(view, &envelope, origin, admissions) {
            Ok((outcome, section)) => {
                accepted.sections.push(section);
                outcome
            }
            Err(Halt::Held) => Outcome::Held,
            Err(Halt::Wait(wait)) => self.queue(&envelope, wait, origin)?,
            Err(Halt::Refuse(reason)) => Outcome::Refused(reason),
            Err(Halt::Store(error)) => return Err(error),
        };
        accepted.count(outcome, feed);
        Ok(())
    }

    fn take(
        &mut self,
        view: &mut ViewWriter,
        envelope: &Envelope,
        origin: Origin,
        admissions: &mut Admissions,
    ) -> Result<(Outcome, Section), Halt> {
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
        let hash = envelope.hash();
        let place = self.place_in(&mut feed, header.seq, header.prev, hash)?;
        if feed.stopped {
            return Err(Halt::Refuse(Refusal::Stopped));
        }
        // From here on the signature is known to be right: what breaks the rules now stops its feed.
        let payload = match payload {
            Some(payload) => payload,
            None => match envelope.open(&key) {
                Ok(payload) => payload,
                Err(UnsealError::Seal) => return self.stop(feed.tag, envelope, Refusal::Seal),
                Err(_) => return self.stop(feed.tag, envelope, Refusal::Payload),
            },
        };
        if header.seq > 1 && payload.opening.is_some() {
            return self.stop(feed.tag, envelope, Refusal::WrongDocument);
        }
        let admission = self.decide(&feed, &payload, header.seq, hash, origin)?;
        let (parents, start_op) = self.parents(&feed, place.branch, &payload, header.seq)?;
        let derived = match self.check_content(&feed, &payload, place.branch) {
            Ok(derived) => derived,
            Err(Halt::Refuse(reason)) => return self.stop(feed.tag, envelope, reason),
            Err(halt) => return Err(halt),
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
        let known = admission
            .as_ref()
            .map_or(payload.time, |admission| admission.received);
        let (tag, section) = (feed.tag, feed.section);
        if let Some(admission) = &admission
            && let Some(branch) = feed.branches.get_mut(place.branch)
        {
            branch.admitted = branch.admitted.max(admission.seq);
        }
        document = self.documents.get(&document.id).cloned().unwrap_or(document);
        let staged = Staged {
            envelope: envelope.clone(),
            payload,
            branch: place.branch,
            parents,
            built,
            known,
        };
        self.stage(view, feed, document, staged, derived)?;
        if let Some(admission) = admission
            && matches!(origin, Origin::Live(_))
            && self.is_patients()
        {
            admissions.insert(tag, (section, admission));
        } else {
            self.apply_decisions(tag)?;
        }
        if place.forked {
            self.restand(tag)?;
        }
        Ok((
            if place.forked {
                Outcome::Forked
            } else {
                Outcome::Applied
            },
            section,
        ))
    }

    /// The first envelope of a feed says whose it is; all of it is checked before the feed exists.
    fn open_feed(&self, envelope: &Envelope, key: &SectionKey) -> Result<(Feed, Document, Payload), Halt> {
        let payload = envelope.open(key).map_err(|error| match error {
            UnsealError::Seal => Halt::Refuse(Refusal::Seal),
            _ => Halt::Refuse(Refusal::Payload),
        })?;
        let opening = payload.opening.ok_or(Halt::Refuse(Refusal::WrongDocument))?;
        let certificate = self
            .statements
            .certificate(&opening.authority)
            .ok_or(Halt::Refuse(Refusal::Uncertified))?;
        let device = certificate.device.sign;
        if !envelope.signed_by(device) {
            return Err(Halt::Refuse(Refusal::Signature));
        }
        let tag = tag_of(actor_of(device, opening.document, opening.incarnation));
        let known = self.documents.get(&opening.document);
        let untrue = certificate.author != opening.author
            || opening.record != self.who.record
            || opening.section != key.section
            || tag != envelope.header.feed
            || known.is_some_and(|it| it.section != opening.section || it.author != opening.author);
        if untrue && !crate::sabotage::off("opening") {
            return Err(Halt::Refuse(Refusal::WrongDocument));
        }
        let document = known.cloned().unwrap_or(Document {
            id: opening.document,
            section: opening.section,
            author: opening.author,
            heads: Vec::new(),
        });
        let feed = Feed {
            tag,
            document: opening.document,
            section: opening.section,
            author: opening.author,
            device,
            incarnation: opening.incarnation,
            authority: opening.authority,
            branches: Vec::new(),
            stopped: false,
        };
        Ok((feed, document, payload))
    }

    /// Where in its feed an envelope belongs: at the end of a branch, or on a new one.
    fn place_in(
        &self,
        feed: &mut Feed,
        seq: u64,
        prev: [u8; 16],
        hash: EnvelopeHash,
    ) -> Result<PlaceIn, Halt> {
        if feed.branches.is_empty() {
            return if seq == 1 && prev == [0; 16] {
                Ok(PlaceIn {
                    branch: 0,
                    forked: false,
                })
            } else {
                Err(Halt::Refuse(Refusal::Payload))
            };
        }
        for (number, branch) in feed.branches.iter().enumerate() {
            if seq == branch.seq + 1 && branch.hash.0[..16] == prev {
                return Ok(PlaceIn {
                    branch: number,
                    forked: false,
                });
            }
        }
        // Held already on some branch, or a second envelope with a number that one has.
        let mut rivalled = false;
        for (number, branch) in feed.branches.iter().enumerate() {
            if seq > branch.seq || seq < branch.from {
                continue;
            }
            match log::hash(&self.store, feed, number, seq)? {
                Some(held) if held == hash => return Err(Halt::Held),
                Some(_) => rivalled = true,
                // A base stands for it: what it replaced is not compared again.
                None => return Err(Halt::Held),
            }
        }
        let before = |number: usize| -> Result<bool, StoreError> {
            if seq == 1 {
                return Ok(prev == [0; 16]);
            }
            Ok(log::hash(&self.store, feed, number, seq - 1)?.is_some_and(|it| it.0[..16] == prev))
        };
        for number in 0..feed.branches.len() {
            let owns = feed
                .branches
                .get(number)
                .is_some_and(|it| seq > it.from && seq <= it.seq)
                || (seq == 1 && number == 0);
            if !rivalled || !owns || !before(number)? {
                continue;
            }
            if feed.branches.len() >= MAX_BRANCHES {
                return Err(Halt::Refuse(Refusal::Stopped));
            }
            let branch = self.new_branch(feed, number, seq, hash)?;
            feed.branches.push(branch);
            return Ok(PlaceIn {
                branch: feed.branches.len() - 1,
                forked: true,
            });
        }
        Err(Halt::Wait(Wait::Predecessor))
    }

    /// The state of a chain just before the envelope that leaves it.
    fn new_branch(
        &self,
        feed: &Feed,
        parent: usize,
        from: u64,
        first: EnvelopeHash,
    ) -> Result<Branch, StoreError> {
        let rival = log::hash(&self.store, feed, parent, from)?.ok_or(StoreError::Altered("envelope"))?;
        let mut counter = 0;
        let mut last = (ChangeHash([0; 32]), 0);
        let mut hash = EnvelopeHash([0; 32]);
        for seq in 1..from {
            let row = log::get(&self.store, feed, parent, seq)?.ok_or(StoreError::Altered("envelope"))?;
            counter += log::open(&self.store, &self.keyring, &row)?.entries.len() as u64;
            last = (row.change, row.max_op);
            if let Some(bytes) = row.envelope() {
                hash = Envelope::parse(bytes)?.hash();
            }
        }
        Ok(Branch {
            parent,
            from,
            first,
            rival,
            seq: from - 1,
            hash,
            change: last.0,
            max_op: last.1,
            counter,
            admitted: 0,
            checkpoint: None,
        })
    }

    /// Whether the author may write here. `None`: no admission is needed.
    fn decide(
        &self,
        feed: &Feed,
        payload: &Payload,
        seq: u64,
        hash: EnvelopeHash,
        origin: Origin,
    ) -> Result<Option<Admission>, Halt> {
        if feed.author == self.who.patient || feed.author == self.who.me || crate::sabotage::off("authority")
        {
            return Ok(None);
        }
        let admission = |authority| Admission {
            feed: feed.tag,
            seq,
            hash,
            verdict: Verdict::Admitted,
            received: self.context.now(),
            authority,
        };
        match origin {
            // Any device of an author may hand in what that author wrote.
            Origin::Live(device) if self.is_patients() && self.writes_for(device, feed.author) => {
                let claim = Claim {
                    author: feed.author,
                    section: feed.section,
                    written: payload.time,
                    now: self.context.now(),
                };
                match self.authority.decide(&claim, &self.statements) {
                    Decision::Admit(by) => Ok(Some(admission(Some(by)))),
                    Decision::Hold => Err(Halt::Wait(Wait::Admission)),
                    Decision::Refuse => Err(Halt::Refuse(Refusal::Unauthorised)),
                }
            }
            _ => {
                let decided = self.decisions(feed.tag)?;
                decided
                    .into_iter()
                    .find(|it| {
                        it.verdict == Verdict::Admitted && (it.seq > seq || it.seq == seq && it.hash == hash)
                    })
                    .map(|it| Some(Admission { seq: 0, ..it }))
                    .ok_or(Halt::Wait(Wait::Admission))
            }
        }
    }

    fn writes_for(&self, device: DeviceId, author: AuthorId) -> bool {
        self.statements
            .certificate_of(device)
            .is_some_and(|(_, it)| it.author == author)
    }

    pub(crate) fn decisions(&self, feed: FeedTag) -> Result<Vec<Admission>, StoreError> {
        match self.store.get(Space::Admission, feed.as_bytes())? {
            Some(bytes) => Ok(from_bytes::<Decisions>(&bytes)?.0),
            None => Ok(Vec::new()),
        }
    }

    /// Keeps a decision that an entry of the patient records, and follows it.
    pub(crate) fn note_admission(&mut self, admission: &Admission) -> Result<(), StoreError> {
        let mut decided = self.decisions(admission.feed)?;
        if !decided.contains(admission) {
            decided.push(admission.clone());
            decided.sort_by_key(|it| (it.seq, it.hash, it.received));
            self.store.put(
                Space::Admission,
                admission.feed.as_bytes(),
                &to_bytes(&Decisions(decided)),
            )?;
        }
        self.apply_decisions(admission.feed)
    }

    /// Marks how far each branch of a feed is admitted.
    fn apply_decisions(&mut self, tag: FeedTag) -> Result<(), StoreError> {
        let Some(mut feed) = self.feeds.get(&tag).cloned() else {
            return Ok(());
        };
        if feed.author == self.who.patient {
            return Ok(());
        }
        let before = feed.standing();
        for decision in self.decisions(tag)? {
            for number in 0..feed.branches.len() {
                if decision.verdict == Verdict::Admitted
                    && feed
                        .branches
                        .get(number)
                        .is_some_and(|it| it.admitted < decision.seq && decision.seq <= it.seq)
                    && log::hash(&self.store, &feed, number, decision.seq)? == Some(decision.hash)
                    && let Some(branch) = feed.branches.get_mut(number)
                {
                    branch.admitted = decision.seq;
                }
            }
        }
        let changed = feed.standing() != before;
        if self.feeds.get(&tag) != Some(&feed) {
            self.put_feed(feed)?;
        }
        if changed { self.restand(tag) } else { Ok(()) }
    }

    /// The changes that a payload's change follows, and the number of its first operation.
    fn parents(
        &self,
        feed: &Feed,
        branch: usize,
        payload: &Payload,
        seq: u64,
    ) -> Result<(Vec<ChangeHash>, u64), Halt> {
        let mut parents = Vec::new();
        let mut max_op = 0;
        if seq > 1 {
            let own = feed.branches.get(branch).ok_or(StoreError::Altered("branch"))?;
            parents.push(own.change);
            max_op = own.max_op;
        }
        for dependency in &payload.deps {
            let other = self
                .feeds
                .get(&dependency.feed)
                .ok_or(Halt::Wait(Wait::Dependency))?;
            if other.document != feed.document {
                return Err(Halt::Refuse(Refusal::WrongDocument));
            }
            let mut found = None;
            for number in 0..other.branches.len() {
                if other
                    .branches
                    .get(number)
                    .is_some_and(|it| dependency.seq <= it.seq)
                    && let Some(row) = log::get(&self.store, other, number, dependency.seq)?
                    && row.change.0[..8] == dependency.change
                {
                    found = Some(row);
                    break;
                }
            }
            let row = found.ok_or(Halt::Wait(Wait::Dependency))?;
            parents.push(row.change);
            max_op = max_op.max(row.max_op);
        }
        Ok((parents, max_op + 1))
    }

    /// Checks entries and bodies, and derives the rows.
    fn check_content(&self, feed: &Feed, payload: &Payload, branch: usize) -> Result<Vec<Derived>, Halt> {
        let sorted = payload.deps.windows(2).all(|pair| pair[0] < pair[1]);
        let named = payload.bodies.iter().all(|body| {
            payload
                .entries
                .iter()
                .any(|it| it.body == Some(crate::entry::BodyRef::of(body)))
        });
        if !named || !sorted {
            return Err(Halt::Refuse(Refusal::Payload));
        }
        if let Some(checkpoint) = &payload.checkpoint {
            self.check_checkpoint(feed, branch, checkpoint)?;
        }
        let mut derived = Vec::with_capacity(payload.entries.len());
        for entry in &payload.entries {
            for target in &entry.supersedes {
                if self
                    .documents
                    .get(&target.document)
                    .is_some_and(|it| it.section != feed.section)
                {
                    return Err(Halt::Refuse(Refusal::OtherSection));
                }
            }
            if entry.admission.is_some() != (entry.kind == Entry::ADMISSION) {
                return Err(Halt::Refuse(Refusal::Payload));
            }
            derived.push(match payload.body_of(entry) {
                Some(body) => self
                    .bodies
                    .read(&entry.kind, feed.section, entry.media.as_deref(), body)
                    .map_err(|_| Halt::Refuse(Refusal::Unfit))?,
                None => self.derive_held(feed.section, entry)?,
            });
        }
        Ok(derived)
    }

    fn check_checkpoint(
        &self,
        feed: &Feed,
        branch: usize,
        checkpoint: &crate::payload::Checkpoint,
    ) -> Result<(), Halt> {
        let parts = checkpoint_parts(
            feed.document,
            feed.tag,
            checkpoint.seq,
            checkpoint.envelope,
            checkpoint.change,
        );
        let signed = VerifyingKey::from_bytes(feed.device.0)
            .verify(crate::append::CHECKPOINT, &[&parts], &checkpoint.signature)
            .is_ok();
        let row = log::get(&self.store, feed, branch, checkpoint.seq)?;
        let agrees = row.is_some_and(|row| row.change == checkpoint.change);
        if signed && agrees {
            Ok(())
        } else {
            Err(Halt::Refuse(Refusal::Checkpoint))
        }
    }

    /// Keeps the envelope as evidence and takes nothing more from its feed.
    fn stop(
        &mut self,
        tag: FeedTag,
        envelope: &Envelope,
        reason: Refusal,
    ) -> Result<(Outcome, Section), Halt> {
        let key = [tag.as_bytes(), &envelope.hash().0[..16]].concat();
        self.store.put(Space::Evidence, &key, &envelope.to_bytes())?;
        if let Some(known) = self.feeds.get(&tag).cloned() {
            self.put_feed(Feed {
                stopped: true,
                ..known
            })?;
        }
        Err(Halt::Refuse(reason))
    }

    fn queue(&mut self, envelope: &Envelope, wait: Wait, origin: Origin) -> Result<Outcome, StoreError> {
        let (mut count, mut size) = (0, 0);
        let key = [
            envelope.header.feed.as_bytes(),
            &envelope.header.seq.to_be_bytes()[..],
            &envelope.hash().0[..8],
        ]
        .concat();
        let mut held = false;
        self.store.scan(Space::Pending, |known, bytes| {
            count += 1;
            size += bytes.len();
            held |= known == key;
            Ok(())
        })?;
        let bytes = envelope.to_bytes();
        if held {
            return Ok(Outcome::Waiting(wait));
        }
        if count >= MAX_PENDING.0 || size + bytes.len() > MAX_PENDING.1 {
            return Ok(Outcome::Refused(Refusal::Quota));
        }
        let from = match origin {
            Origin::Live(device) => device.0.to_vec(),
            Origin::Stored => Vec::new(),
        };
        let mut to = Writer::default();
        to.array(2).bytes(&from).bytes(&bytes);
        self.store.put(Space::Pending, &key, &to.into_bytes())?;
        Ok(Outcome::Waiting(wait))
    }

    /// Tries what waits, until nothing more comes of it.
    fn retry_pending(
        &mut self,
        view: &mut ViewWriter,
        admissions: &mut Admissions,
        accepted: &mut Accepted,
    ) -> Result<(), StoreError> {
        loop {
            let mut waiting = Vec::new();
            self.store.scan(Space::Pending, |key, bytes| {
                waiting.push((key.to_vec(), bytes));
                Ok(())
            })?;
            let mut progress = false;
            for (key, bytes) in waiting {
                let mut reader = Reader::new(&bytes);
                reader.array_of(2)?;
                let origin = match reader.bytes()?.try_into() {
                    Ok(device) => Origin::Live(DeviceId(device)),
                    Err(_) => Origin::Stored,
                };
                let envelope = Envelope::parse(reader.bytes()?)?;
                let outcome = match self.take(view, &envelope, origin, admissions) {
                    Ok((outcome, section)) => {
                        accepted.sections.push(section);
                        outcome
                    }
                    Err(Halt::Held) => Outcome::Held,
                    Err(Halt::Wait(_)) => continue,
                    Err(Halt::Refuse(reason)) => Outcome::Refused(reason),
                    Err(Halt::Store(error)) => return Err(error),
                };
                self.store.delete(Space::Pending, &key)?;
                accepted.waiting = accepted.waiting.saturating_sub(1);
                accepted.count(outcome, envelope.header.feed);
                progress = true;
            }
            if !progress {
                return Ok(());
            }
        }
    }

    /// Envelopes that wait for something.
    pub fn pending(&self) -> Result<u64, StoreError> {
        let mut count = 0;
        self.store.scan(Space::Pending, |_, _| {
            count += 1;
            Ok(())
        })?;
        Ok(count)
    }

    /// Admits the envelopes of a foreign author that wait for the patient's decision.
    pub fn admit(&mut self, author: AuthorId) -> Result<Accepted, StoreError> {
        let mut waiting = Vec::new();
        self.store.scan(Space::Pending, |_, bytes| {
            let mut reader = Reader::new(&bytes);
            reader.array_of(2)?;
            let _ = reader.bytes()?;
            waiting.push(Envelope::parse(reader.bytes()?)?);
            Ok(())
        })?;
        let now = self.context.now();
        let mut decisions: BTreeMap<Section, Vec<Admission>> = BTreeMap::new();
        for envelope in waiting {
            let known = self
                .feeds
                .get(&envelope.header.feed)
                .map(|feed| (feed.author, feed.section));
            let opened = known.or_else(|| {
                let key = self.keyring.get(envelope.header.key)?;
                let (feed, _, _) = self.open_feed(&envelope, key).ok()?;
                Some((feed.author, feed.section))
            });
            if let Some((_, section)) = opened.filter(|(whose, _)| *whose == author) {
                decisions.entry(section).or_default().push(Admission {
                    feed: envelope.header.feed,
                    seq: envelope.header.seq,
                    hash: envelope.hash(),
                    verdict: Verdict::Admitted,
                    received: now,
                    authority: None,
                });
            }
        }
        self.write(|record, view| {
            for (section, admissions) in decisions {
                record
                    .write_admissions(view, section, admissions)
                    .map_err(|_| StoreError::Altered("section key"))?;
            }
            let mut accepted = Accepted::default();
            // What waited as live is tried as stored: the admission now decides.
            let mut queued = Vec::new();
            record.store.scan(Space::Pending, |key, bytes| {
                let mut reader = Reader::new(&bytes);
                reader.array_of(2)?;
                let _ = reader.bytes()?;
                queued.push((key.to_vec(), reader.bytes()?.to_vec()));
                Ok(())
            })?;
            for (key, bytes) in queued {
                let mut to = Writer::default();
                to.array(2).bytes(&[]).bytes(&bytes);
                record.store.put(Space::Pending, &key, &to.into_bytes())?;
            }
            record.retry_pending(view, &mut Admissions::new(), &mut accepted)?;
            Ok(accepted)
        })
    }
}

struct PlaceIn {
    branch: usize,
    forked: bool,
}
