//! Writing: values become entries, entries become envelopes, and all of one call becomes durable together.

use crate::change;
use crate::compress::{Effort, deflate};
use crate::context::Millis;
use crate::entry::{Act, Admission, BodyRef, Entry, MAX_KIND, MAX_SUPERSEDES, MAX_TEXT, Source};
use crate::envelope::{Envelope, Header, MAX_INLINE_BODY, pseudonym};
use crate::feed::{Branch, Document, Feed, Head, actor_of, tag_of};
use crate::id::{AuthorId, ChangeHash, DocumentId, EntryId, EnvelopeHash, FeedTag};
use crate::keyring::SectionKey;
use crate::log::{Carrier, LogRow};
use crate::payload::{Checkpoint, Dependency, MAX_APART, MAX_DEPS, Opening, Payload};
use crate::quarantine::Place;
use crate::record::Record;
use crate::row::{Derived, Row, Standing};
use crate::section::Section;
use crate::statement::{Fact, KeyRecord, Packet, Statement};
use crate::store::StoreError;
use crate::view::ViewWriter;
use pocketchart_crypto::Label;
use pocketchart_crypto::kem::KemPublic;
use std::collections::BTreeMap;

pub(crate) const CHECKPOINT: Label = Label::new("checkpoint");

/// The largest body, in bytes.
pub const MAX_BODY: usize = 16 << 20;
/// Bodies are put into one envelope up to this many bytes before compression.
const FULL_ENVELOPE: usize = 256 << 10;
/// Entries are put into one envelope up to this many.
const FULL_CHANGE: usize = 256;
/// A feed is signed anew after this many envelopes.
const CHECKPOINT_EVERY: u64 = 64;

/// What is to be written.
#[derive(Clone, Debug)]
pub struct NewEntry {
    /// Where.
    pub section: Section,
    /// `fhir/<Type>`, `source`, or one of Pocketchart's own.
    pub kind: String,
    /// The content, as it came.
    pub body: Option<Vec<u8>>,
    /// Which entries it speaks of, all in the same section.
    pub supersedes: Vec<EntryId>,
    /// What it does to them.
    pub act: Option<Act>,
    /// Why.
    pub reason: Option<String>,
    /// Where it came from.
    pub source: Option<Source>,
    /// The media type of a body of kind `source`.
    pub media: Option<String>,
}

impl NewEntry {
    /// A statement of its own.
    pub fn new(section: Section, kind: &str, body: Vec<u8>) -> Self {
        Self {
            section,
            kind: kind.to_owned(),
            body: Some(body),
            supersedes: Vec::new(),
            act: None,
            reason: None,
            source: None,
            media: None,
        }
    }

    /// Something said of other entries.
    pub fn about(section: Section, kind: &str, act: Act, targets: Vec<EntryId>) -> Self {
        Self {
            section,
            kind: kind.to_owned(),
            body: None,
            supersedes: targets,
            act: Some(act),
            reason: None,
            source: None,
            media: None,
        }
    }
}

/// Entries could not be written. Nothing was changed.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum AppendError {
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A body, a text or a list is larger than allowed; the number says which entry, from 0.
    #[error("entry {0} is too large")]
    TooLarge(usize),
    /// The body does not belong in that section.
    #[error("entry {0} does not belong in this section")]
    Unfit(usize),
    /// It speaks of an entry in another section.
    #[error("entry {0} speaks of an entry in another section")]
    OtherSection(usize),
    /// This device has no key of that section.
    #[error("this device has no key of that section")]
    NoKey,
    /// This device's author may read that section for the patient, and not write in it.
    #[error("this device may only read that section")]
    OnlyReads,
    /// The document is full.
    #[error(transparent)]
    Change(#[from] change::ChangeError),
}

struct Draft {
    number: usize,
    entry: Entry,
    body: Option<Vec<u8>>,
    derived: Derived,
}

impl Record {
    /// Writes entries, in one transaction; returns their names in the same order.
    ///
    /// # Errors
    /// [`AppendError`]: nothing was written.
    pub fn append(&mut self, entries: Vec<NewEntry>) -> Result<Vec<EntryId>, AppendError> {
        let now = self.context.now();
        let mut sections: BTreeMap<Section, Vec<Draft>> = BTreeMap::new();
        let count = entries.len();
        for (number, new) in entries.into_iter().enumerate() {
            let section = new.section;
            if self.only_reads(section, now) {
                return Err(AppendError::OnlyReads);
            }
            sections
                .entry(section)
                .or_default()
                .push(self.draft(number, new, now)?);
        }
        self.write(|record, view| {
            let mut ids = vec![None; count];
            for (section, drafts) in sections {
                record.write_section(view, section, drafts, now, &mut ids)?;
            }
            Ok(ids.into_iter().flatten().collect())
        })
    }

    fn draft(&self, number: usize, new: NewEntry, now: Millis) -> Result<Draft, AppendError> {
        let long = |text: &Option<String>| text.as_ref().is_some_and(|text| text.len() > MAX_TEXT);
        let source_long = new.source.as_ref().is_some_and(|source| {
            [&source.system, &source.kind, &source.id]
                .iter()
                .any(|text| text.len() > MAX_TEXT)
        });
        if new.kind.is_empty()
            || new.kind.len() > MAX_KIND
            || new.supersedes.len() > MAX_SUPERSEDES
            || long(&new.reason)
            || long(&new.media)
            || source_long
            || new.body.as_ref().is_some_and(|body| body.len() > MAX_BODY)
        {
            return Err(AppendError::TooLarge(number));
        }
        for target in &new.supersedes {
            if self
                .documents
                .get(&target.document)
                .is_some_and(|document| document.section != new.section)
            {
                return Err(AppendError::OtherSection(number));
            }
        }
        let derived = match &new.body {
            Some(body) => self
                .bodies
                .read(&new.kind, new.section, new.media.as_deref(), body)
                .map_err(|_| AppendError::Unfit(number))?,
            None => Derived::default(),
        };
        let mut entry = Entry::blank(new.kind, now);
        entry.body = new.body.as_deref().map(BodyRef::of);
        entry.supersedes = new.supersedes;
        entry.act = new.act;
        entry.reason = new.reason;
        entry.source = new.source;
        entry.media = new.media;
        Ok(Draft {
            number,
            entry,
            body: new.body,
            derived,
        })
    }

    fn write_section(
        &mut self,
        view: &mut ViewWriter,
        section: Section,
        drafts: Vec<Draft>,
        now: Millis,
        ids: &mut [Option<EntryId>],
    ) -> Result<(), AppendError> {
        let key = self.writing_key(section)?;
        let document = self.my_document(section);
        let (mut chunk, mut size, mut apart) = (Vec::new(), 0, 0);
        for mut draft in drafts {
            let len = draft.body.as_ref().map_or(0, Vec::len);
            let large = len > FULL_ENVELOPE
                && draft
                    .body
                    .as_ref()
                    .is_some_and(|body| deflate(body, Effort::Quick).len() > MAX_INLINE_BODY);
            if large && let Some(body) = draft.body.take() {
                self.put_blob(&key, &body)?;
            }
            let text = draft.entry.reason.as_ref().map_or(0, String::len)
                + draft
                    .entry
                    .source
                    .as_ref()
                    .map_or(0, |it| it.system.len() + it.kind.len() + it.id.len())
                + draft.entry.supersedes.len() * 50;
            let (len, far) = if large { (0, len as u64) } else { (len, 0) };
            let full = size + len + text * 4 > FULL_ENVELOPE || apart + far > MAX_APART;
            if !chunk.is_empty() && (full || chunk.len() >= FULL_CHANGE) {
                self.write_envelope(view, document, &key, std::mem::take(&mut chunk), None, now, ids)?;
                (size, apart) = (0, 0);
            }
            size += len + text * 4;
            apart += far;
            chunk.push(draft);
        }
        if chunk.is_empty() {
            Ok(())
        } else {
            self.write_envelope(view, document, &key, chunk, None, now, ids)
        }
    }

    /// Writes the decisions about foreign feeds into the patient's own document of a section.
    pub(crate) fn write_admissions(
        &mut self,
        view: &mut ViewWriter,
        section: Section,
        admissions: Vec<Admission>,
    ) -> Result<(), AppendError> {
        let now = self.context.now();
        let key = self.writing_key(section)?;
        let drafts = admissions
            .into_iter()
            .map(|admission| {
                let mut entry = Entry::blank(Entry::ADMISSION.to_owned(), now);
                entry.admission = Some(admission);
                Draft {
                    number: 0,
                    entry,
                    body: None,
                    derived: Derived::default(),
                }
            })
            .collect();
        let document = self.my_document(section);
        self.write_envelope(view, document, &key, drafts, None, now, &mut [None])
    }

    /// Signs this device's feeds up to now, so that a base can stand for them.
    pub fn checkpoint(&mut self) -> Result<(), AppendError> {
        let due: Vec<FeedTag> = self
            .feeds
            .values()
            .filter(|feed| feed.device == self.device.id() && feed.incarnation == self.who.incarnation)
            .filter(|feed| {
                let head = feed.head();
                head.is_some_and(|head| {
                    head.checkpoint
                        .as_ref()
                        .is_none_or(|last| last.seq + 1 < head.seq)
                })
            })
            .map(|feed| feed.tag)
            .collect();
        let now = self.context.now();
        self.write(|record, view| {
            for tag in due {
                let Some(feed) = record.feeds.get(&tag) else {
                    continue;
                };
                let Some(checkpoint) = record.sign_checkpoint(feed) else {
                    continue;
                };
                let document = (feed.document, feed.section);
                let key = record.writing_key(document.1)?;
                record.write_envelope(view, document, &key, Vec::new(), Some(checkpoint), now, &mut [])?;
            }
            Ok(())
        })
    }

    fn sign_checkpoint(&self, feed: &Feed) -> Option<Checkpoint> {
        let head = feed.head()?;
        let parts = checkpoint_parts(feed.document, feed.tag, head.seq, head.hash, head.change);
        let signature = self.device.sign.sign(CHECKPOINT, &[&parts]);
        Some(Checkpoint {
            seq: head.seq,
            envelope: head.hash,
            change: head.change,
            signature,
        })
    }

    /// The key to write with: the newest, or a new one that joins several made apart.
    pub(crate) fn writing_key(&mut self, section: Section) -> Result<SectionKey, AppendError> {
        if let Some(own) = self.keyring.of_writer(section, self.who.me) {
            return Ok(own.clone());
        }
        let heads = self.keyring.heads(section);
        let now = self.context.now();
        match heads.as_slice() {
            [only] if self.keyring.get(*only).is_some() && self.statements.is_sound(*only, now) => {
                self.keyring.get(*only).cloned().ok_or(AppendError::NoKey)
            }
            // Several made apart, none yet, one that was made before its maker knew of this device, or one that a lost
            // device or a redeemer whose time is over can open.
            _ if self.is_patients() => Ok(self.make_key(section, heads)?),
            several => several
                .iter()
                .find_map(|id| self.keyring.get(*id))
                .cloned()
                .ok_or(AppendError::NoKey),
        }
    }

    /// Makes a new key of a section that follows all newest ones, sealed to everyone who may read.
    pub fn rotate_key(&mut self, section: Section) -> Result<(), AppendError> {
        let parents = self.keyring.heads(section);
        self.write(|record, _| record.make_key(section, parents).map(drop))
            .map_err(AppendError::Store)
    }

    /// A new key for each section that has one: after a recovery, what was sealed for others before opens nothing that is new.
    ///
    /// # Errors
    /// [`StoreError`]; nothing was changed.
    pub fn rotate_keys(&mut self) -> Result<(), StoreError> {
        self.write(|record, _| {
            for section in Section::ALL {
                let heads = record.keyring.heads(section);
                if !heads.is_empty() {
                    record.make_key(section, heads)?;
                }
            }
            Ok(())
        })
    }

    fn make_key(
        &mut self,
        section: Section,
        parents: Vec<crate::id::KeyId>,
    ) -> Result<SectionKey, StoreError> {
        let key = SectionKey::new(section, self.context.secret());
        let record = KeyRecord {
            section,
            commitment: *key.commitment(),
            parents,
            created: self.statements.time_of_new_key(self.context.now()),
            packets: sealed(&key, &self.readers(section)),
            writer: None,
        };
        self.issue(key, record)
    }

    /// The key that an author writes with who may add to a section: sealed to its device and to the section's readers.
    pub(crate) fn make_writing_key(
        &mut self,
        key: SectionKey,
        writer: AuthorId,
        device: &KemPublic,
    ) -> Result<SectionKey, StoreError> {
        let mut readers = self.readers(key.section);
        readers.push(device.clone());
        let record = KeyRecord {
            section: key.section,
            commitment: *key.commitment(),
            parents: Vec::new(),
            created: self.statements.time_of_new_key(self.context.now()),
            packets: sealed(&key, &readers),
            writer: Some(writer),
        };
        self.issue(key, record)
    }

    /// Who may read what is new in a section.
    fn readers(&self, section: Section) -> Vec<KemPublic> {
        let now = self.context.now();
        let mut readers = self.statements.standing_readers(now);
        let certified = self.statements.newest_certificates();
        for (_, certificate) in certified.filter(|(_, it)| now <= it.not_after) {
            let mut permissions = self.statements.permissions(certificate.author);
            let permitted = permissions.any(|(_, it)| it.sections.contains(&section) && it.not_after > now);
            let granted = self.statements.reads_later(certificate.device.sign, now);
            let acts = self.statements.proxy_reads(certificate.author, now);
            if permitted || granted.chain(acts).any(|it| it == section) {
                readers.push(certificate.device.kem.clone());
            }
        }
        readers
    }

    fn issue(&mut self, key: SectionKey, record: KeyRecord) -> Result<SectionKey, StoreError> {
        self.hold(key.clone())?;
        let statement = Statement::sign(self.who.record, Fact::Key(record), &self.device.sign);
        self.learn(vec![statement])?;
        Ok(key)
    }

    /// The document of a section that this device writes in; a new one if there is none yet.
    fn my_document(&self, section: Section) -> (DocumentId, Section) {
        let known = self
            .documents
            .values()
            .find(|document| document.section == section && document.author == self.who.me);
        let id = known.map_or_else(|| DocumentId(self.context.random()), |known| known.id);
        (id, section)
    }

    /// Writes one envelope at the end of this device's feed of the document.
    #[expect(clippy::too_many_arguments, reason = "one envelope's parts")]
    fn write_envelope(
        &mut self,
        view: &mut ViewWriter,
        (document, section): (DocumentId, Section),
        key: &SectionKey,
        drafts: Vec<Draft>,
        checkpoint: Option<Checkpoint>,
        now: Millis,
        ids: &mut [Option<EntryId>],
    ) -> Result<(), AppendError> {
        let document = self
            .documents
            .get(&document)
            .cloned()
            .unwrap_or_else(|| Document {
                id: document,
                section,
                author: self.who.me,
                heads: Vec::new(),
            });
        let actor = actor_of(self.device.id(), document.id, self.who.incarnation);
        let tag = tag_of(actor);
        let feed = self.feeds.get(&tag).cloned().unwrap_or_else(|| Feed {
            tag,
            document: document.id,
            section,
            author: self.who.me,
            device: self.device.id(),
            incarnation: self.who.incarnation,
            authority: self.who.certificate,
            branches: Vec::new(),
            stopped: false,
        });
        if feed.stopped || feed.is_forked() {
            // Only a copy of this device can have done that: go on as a new incarnation, in new feeds.
            self.renew_incarnation()?;
            return self.write_envelope(view, (document.id, section), key, drafts, None, now, ids);
        }
        let last = feed.branches.first().cloned();
        let seq = last.as_ref().map_or(1, |last| last.seq + 1);
        let due = last.as_ref().is_some_and(|last| {
            last.seq - last.checkpoint.as_ref().map_or(0, |checkpoint| checkpoint.seq) >= CHECKPOINT_EVERY
        });
        let checkpoint = checkpoint.or_else(|| due.then(|| self.sign_checkpoint(&feed)).flatten());
        let (deps, parents, start_op) = follow(&document, last.as_ref());
        let opening = last.is_none().then_some(Opening {
            document: document.id,
            record: self.who.record,
            section,
            author: self.who.me,
            incarnation: self.who.incarnation,
            authority: self.who.certificate,
        });
        let mut payload = Payload {
            time: now,
            entries: Vec::new(),
            bodies: Vec::new(),
            deps,
            opening,
            checkpoint,
        };
        let mut rows = Vec::new();
        for draft in drafts {
            if let Some(body) = draft.body
                && !payload.bodies.contains(&body)
            {
                payload.bodies.push(body);
            }
            payload.entries.push(draft.entry);
            rows.push((draft.number, draft.derived));
        }
        let first = last.as_ref().map_or(0, |last| last.counter) + 1;
        let entries = keyed_scalars(&payload, tag, first);
        let (_, built) = change::build(change::Fields {
            actor,
            seq,
            start_op,
            deps: parents.clone(),
            time: now,
            entries: &entries,
        })?;
        let mut prev = [0; 16];
        if let Some(last) = &last {
            prev.copy_from_slice(&last.hash.0[..16]);
        }
        let header = Header {
            key: key.id(),
            document: pseudonym(key, document.id),
            feed: tag,
            seq,
            prev,
        };
        let envelope = Envelope::seal(header, &payload, key, &self.context.nonce(), &self.device.sign);
        let staged = Staged {
            envelope,
            payload,
            branch: 0,
            parents,
            built,
            known: now,
        };
        let (numbers, derived): (Vec<_>, Vec<_>) = rows.into_iter().unzip();
        let written = self.stage(view, feed, document, staged, derived)?;
        for (number, id) in numbers.into_iter().zip(written) {
            if let Some(slot) = ids.get_mut(number) {
                *slot = Some(id);
            }
        }
        Ok(())
    }

    /// Puts an envelope, ours or another's, into the log and its entries into the view.
    pub(crate) fn stage(
        &mut self,
        view: &mut ViewWriter,
        mut feed: Feed,
        mut document: Document,
        staged: Staged,
        derived: Vec<Derived>,
    ) -> Result<Vec<EntryId>, StoreError> {
        let Staged {
            envelope,
            payload,
            branch,
            parents,
            built,
            known,
        } = staged;
        let (seq, hash) = (envelope.header.seq, envelope.hash());
        let row = LogRow {
            change: built.hash,
            max_op: built.max_op,
            carrier: Carrier::Envelope(envelope.to_bytes()),
        };
        crate::log::put(&mut self.store, feed.tag, branch, seq, &row)?;
        let first = feed.branches.get(branch).map_or(0, |branch| branch.counter) + 1;
        advance_branch(&mut feed, branch, seq, hash, &payload, built);
        if feed.standing() == branch {
            document.advance(
                Head {
                    feed: feed.tag,
                    seq,
                    change: built.hash,
                    max_op: built.max_op,
                },
                &parents,
            );
        }
        let ids = self.stage_rows(view, &feed, branch, seq, first, &payload, known, derived)?;
        let (tag, document_id) = (feed.tag, document.id);
        self.put_document(document)?;
        self.put_feed(feed)?;
        let mut feeds = self.feeds.values().filter(|it| it.document == document_id);
        if feeds.any(Feed::is_forked) {
            self.restand(tag)?;
        }
        Ok(ids)
    }

    /// Puts the rows of an envelope's entries into the view, and notes the admissions among them.
    #[expect(clippy::too_many_arguments, reason = "one envelope's place and content")]
    pub(crate) fn stage_rows(
        &mut self,
        view: &mut ViewWriter,
        feed: &Feed,
        branch: usize,
        seq: u64,
        first: u64,
        payload: &Payload,
        known: Millis,
        derived: Vec<Derived>,
    ) -> Result<Vec<EntryId>, StoreError> {
        let mut ids = Vec::with_capacity(payload.entries.len());
        let inside = payload.inside();
        for ((entry, counter), derived) in payload.entries.iter().zip(first..).zip(derived) {
            let id = entry.id(feed.document, feed.tag, counter);
            ids.push(id);
            if let Some(admission) = &entry.admission {
                if feed.author == self.who.patient {
                    let by = Place {
                        feed: feed.tag,
                        branch: branch as u64,
                        seq,
                    };
                    self.note_admission(admission, by)?;
                }
                continue;
            }
            if let Some(body) = entry.body
                && inside.of(entry).is_none()
            {
                self.note_missing(feed.section, body)?;
            }
            let when = if derived.when.is_empty() {
                sortable(entry.recorded)
            } else {
                derived.when
            };
            let row = Row {
                id,
                section: feed.section,
                author: feed.author,
                entry: entry.clone(),
                known,
                when,
                derived: derived.row,
                standing: Standing::default(),
                place: (branch as u64, seq),
            };
            if self.quarantine.holds(Place::of(&row)) {
                view.touch(&row);
            }
            view.add(&mut self.store, row, derived.text)?;
        }
        Ok(ids)
    }
}

/// An envelope that passed every check.
pub(crate) struct Staged {
    pub(crate) envelope: Envelope,
    pub(crate) payload: Payload,
    pub(crate) branch: usize,
    pub(crate) parents: Vec<ChangeHash>,
    pub(crate) built: change::Built,
    pub(crate) known: Millis,
}

/// What the next change of a feed follows: its own last change, and the document's other heads.
fn follow(document: &Document, last: Option<&Branch>) -> (Vec<Dependency>, Vec<ChangeHash>, u64) {
    let own = last.map(|last| last.change);
    let others: Vec<&Head> = document
        .heads
        .iter()
        .filter(|head| Some(head.change) != own)
        .take(MAX_DEPS)
        .collect();
    let deps = others
        .iter()
        .map(|head| {
            let mut change = [0; 8];
            change.copy_from_slice(&head.change.0[..8]);
            Dependency {
                feed: head.feed,
                seq: head.seq,
                change,
            }
        })
        .collect();
    let max_op = others
        .iter()
        .map(|head| head.max_op)
        .chain(last.map(|last| last.max_op))
        .max()
        .unwrap_or(0);
    let parents = own
        .into_iter()
        .chain(others.iter().map(|head| head.change))
        .collect();
    (deps, parents, max_op + 1)
}

/// The key and scalar of each entry of a payload.
pub(crate) fn keyed_scalars(payload: &Payload, feed: FeedTag, first: u64) -> Vec<(String, Vec<u8>)> {
    payload
        .entries
        .iter()
        .zip(first..)
        .map(|(entry, counter)| (crate::id::entry_key(feed, counter), entry.scalar()))
        .collect()
}

fn advance_branch(
    feed: &mut Feed,
    branch: usize,
    seq: u64,
    hash: EnvelopeHash,
    payload: &Payload,
    built: change::Built,
) {
    if feed.branches.is_empty() {
        feed.branches.push(Branch {
            parent: 0,
            from: seq,
            first: hash,
            rival: hash,
            seq,
            hash,
            change: built.hash,
            max_op: built.max_op,
            counter: 0,
            admitted: 0,
            checkpoint: None,
        });
    }
    if let Some(branch) = feed.branches.get_mut(branch) {
        branch.seq = seq;
        branch.hash = hash;
        branch.change = built.hash;
        branch.max_op = built.max_op;
        branch.counter += payload.entries.len() as u64;
        if let Some(checkpoint) = &payload.checkpoint {
            branch.checkpoint = Some(checkpoint.clone());
        }
    }
}

pub(crate) fn sealed(key: &SectionKey, readers: &[KemPublic]) -> Vec<Packet> {
    readers
        .iter()
        .filter_map(|reader| key.packet_for(reader))
        .collect()
}

/// What a checkpoint's signature covers.
pub(crate) fn checkpoint_parts(
    document: DocumentId,
    feed: FeedTag,
    seq: u64,
    envelope: EnvelopeHash,
    change: ChangeHash,
) -> Vec<u8> {
    let mut to = crate::cbor::Writer::default();
    to.array(5)
        .value(&document)
        .value(&feed)
        .uint(seq)
        .value(&envelope)
        .value(&change);
    to.into_bytes()
}

/// A time as text that sorts, in UTC, to the second: for rows whose body names no time.
pub(crate) fn sortable(at: Millis) -> String {
    let (days, second) = (at / 86_400_000, at / 1000 % 86_400);
    // Civil date from days since 1970-01-01, counting years from March so that leap days come last.
    let shifted = days + 719_468;
    let (era, day_of_era) = (shifted / 146_097, shifted % 146_097);
    let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    let year = era * 400 + year_of_era + u64::from(month <= 2);
    format!(
        "{year:04}-{month:02}-{day:02}T{:02}:{:02}:{:02}Z",
        second / 3600,
        second / 60 % 60,
        second % 60
    )
}
