use super::message::Parcel;
use crate::blob::Chunks;
use crate::cbor::{Canonical, Malformed, Reader, Writer, from_bytes, to_bytes};
use crate::entry::BodyRef;
use crate::envelope::Envelope;
use crate::feed::{Feed, MAX_BRANCHES};
use crate::id::{AuthorId, DeviceId, FeedTag, StatementId};
use crate::record::Record;
use crate::section::Section;
use crate::statement::{Fact, KeyRecord, Statement};
use crate::store::{Space, StoreError};
use pocketchart_crypto::Label;
use pocketchart_crypto::hash::hash256;
use pocketchart_crypto::kem::KemPublic;
use std::collections::{BTreeMap, BTreeSet};

const DIGEST: Label = Label::new("log-digest");

/// What both sides of a session may know: the sections, and whose statements.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Scope {
    /// The other side's author.
    pub(crate) peer: AuthorId,
    /// This side's author.
    pub(crate) me: AuthorId,
    pub(crate) patient: AuthorId,
    /// What keys are sealed to for the other device; `None` for a backup.
    pub(crate) reader: Option<KemPublic>,
    /// The other device; `None` for a backup.
    pub(crate) peer_device: Option<DeviceId>,
    /// The sections whose entries are exchanged.
    pub sections: Vec<Section>,
    /// The sections of which only the guest's own entries are exchanged: the side that is not the patient's.
    pub deliveries: Vec<Section>,
}

/// What a redeemer of a grant gets of the sections that it may read.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Reading {
    /// It is let in now: all that there is.
    Now,
    /// It comes back: what it may read later, too.
    Later,
}

/// Named by no statement: no key has these bytes.
const NOBODY: AuthorId = AuthorId([0; 32]);

impl Scope {
    /// The scope of a session with a device; `None` if it is not certified for this record, or lost.
    pub(crate) fn with(record: &Record, device: DeviceId, reading: Reading) -> Option<Self> {
        let (_, certificate) = record.statements().certificate_of(device)?;
        if record.statements().revoked(device).is_some() {
            return None;
        }
        let theirs = May::of(record, certificate.author, device, reading);
        let mine = May::of(record, record.author(), record.device(), reading);
        let sections: Vec<Section> = theirs.read.intersection(&mine.read).copied().collect();
        // One of the two reads everything, unless both are guests: they exchange nothing of which neither reads all.
        let deliveries = theirs.add.union(&mine.add).filter(|it| !sections.contains(it));
        let with_patient = certificate.author == record.patient() || record.is_patients();
        Some(Self {
            peer: certificate.author,
            me: record.author(),
            patient: record.patient(),
            reader: Some(certificate.device.kem.clone()),
            peer_device: Some(device),
            deliveries: deliveries.copied().filter(|_| with_patient).collect(),
            sections,
        })
    }

    /// What may be known by a redeemer whose keys nobody knows yet: of some sections all that there is.
    pub(crate) fn unmet(record: &Record, sections: &[Section]) -> Self {
        Self {
            peer: NOBODY,
            me: record.author(),
            patient: record.patient(),
            reader: None,
            peer_device: None,
            sections: sections.to_vec(),
            deliveries: Vec::new(),
        }
    }

    /// What may be known by somebody who acts for the patient, on a device that nobody knows yet.
    pub(crate) fn of_proxy(record: &Record, author: AuthorId) -> Self {
        let reads = record.statements().proxy_reads(author, record.context.now());
        let sections: BTreeSet<Section> = match crate::sabotage::off("sections of proxy") {
            true => Section::ALL.into_iter().collect(),
            false => reads.collect(),
        };
        let sections: Vec<Section> = sections.into_iter().collect();
        Self {
            peer: author,
            ..Self::unmet(record, &sections)
        }
    }

    /// Everything: a backup for the patient.
    pub(crate) fn whole(record: &Record) -> Self {
        let patient = record.patient();
        Self {
            peer: patient,
            me: record.author(),
            patient,
            reader: None,
            peer_device: None,
            sections: Section::ALL.to_vec(),
            deliveries: Vec::new(),
        }
    }

    /// The side that is not the patient's.
    fn guest(&self) -> AuthorId {
        if self.me == self.patient {
            self.peer
        } else {
            self.me
        }
    }

    /// Whether a feed is exchanged.
    pub(crate) fn covers(&self, feed: &Feed) -> bool {
        self.sections.contains(&feed.section)
            || self.deliveries.contains(&feed.section) && feed.author == self.guest()
    }

    /// Whether a key is made known.
    pub(crate) fn shows(&self, key: &KeyRecord) -> bool {
        self.sections.contains(&key.section)
            || self.deliveries.contains(&key.section) && key.writer == Some(self.guest())
    }

    /// The sections of which the other side may give large bodies.
    pub(crate) fn takes_bodies(&self) -> Vec<Section> {
        let guest = self.me != self.patient;
        let more = self.deliveries.iter().filter(|_| !guest);
        self.sections.iter().chain(more).copied().collect()
    }

    /// Chunks of a large body for the other side, which holds the first `from` of them: none where it may not have it, or there
    /// are no more here.
    pub(crate) fn chunks(
        &self,
        record: &Record,
        (section, body, from): (Section, BodyRef, u64),
        most: usize,
    ) -> Result<Option<Chunks>, StoreError> {
        let guest = self.me != self.patient;
        if !(self.sections.contains(&section) || guest && self.deliveries.contains(&section)) {
            return Ok(None);
        }
        let found = record.blob_chunks(section, body.hash, from, most)?;
        Ok(found.filter(|(_, chunks)| !chunks.is_empty()))
    }

    /// The statements that both sides may know: about themselves and the patient, keys of the shared sections, and the
    /// certificates of devices that wrote there.
    pub(crate) fn statements<'r>(&self, record: &'r Record) -> Vec<(&'r StatementId, &'r Statement)> {
        let party = |author: AuthorId| author == self.patient || author == self.peer || author == self.me;
        let feeds = record.feeds.values();
        let writers: BTreeSet<DeviceId> = feeds
            .filter(|feed| self.sections.contains(&feed.section))
            .map(|feed| feed.device)
            .collect();
        let own = self.peer == self.me;
        let came: BTreeSet<AuthorId> = record
            .statements
            .certificates()
            .map(|(_, it)| it.author)
            .collect();
        let all = record.statements.iter();
        let told = all.filter(|(_, it)| !record.statements.is_claim(it));
        told.filter(|(_, statement)| match &statement.fact {
            Fact::Certificate(it) => party(it.author) || own || writers.contains(&it.device.sign),
            Fact::Permission(it) => party(it.author) || own,
            Fact::Access(it) => party(it.author) || own,
            Fact::AccessEnd(it) => party(it.author) || own,
            Fact::Recovery(_) | Fact::Revocation(_) | Fact::Succession(_) => true,
            // Whose word counts as the patient's must be known to all who show entries; of what is set apart nobody learns, nor of
            // somebody who was named and has not come.
            Fact::Proxy(it) => {
                let tells = self.me != self.patient || came.contains(&it.author);
                party(it.author) || own || tells && !it.sections.contains(&Section::Sensitive)
            }
            Fact::ProxyEnd(_) => true,
            Fact::Key(it) => self.shows(it),
        })
        .collect()
    }
}

/// The sections that an author may read and add to.
struct May {
    read: BTreeSet<Section>,
    add: BTreeSet<Section>,
}

impl May {
    fn of(record: &Record, author: AuthorId, device: DeviceId, reading: Reading) -> Self {
        if author == record.patient() {
            let all: BTreeSet<Section> = Section::ALL.into_iter().collect();
            return Self {
                read: all.clone(),
                add: BTreeSet::new(),
            };
        }
        let (statements, now) = (record.statements(), record.context.now());
        let mut read: BTreeSet<Section> = statements.reads_later(device, now).collect();
        if reading == Reading::Now {
            read.extend(statements.reads(device, now));
        }
        read.extend(statements.proxy_reads(author, now));
        let permitted = statements.permissions(author);
        read.extend(permitted.flat_map(|(_, it)| it.sections.iter().copied()));
        let add = statements
            .may_add(author)
            .flat_map(|it| it.sections.iter().copied());
        Self {
            read,
            add: add.collect(),
        }
    }
}

/// A digest of everything held within a scope.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Digest(pub(crate) [u8; 32]);

impl Digest {
    pub(crate) fn short(&self) -> [u8; 16] {
        let mut short = [0; 16];
        short.copy_from_slice(&self.0[..16]);
        short
    }
}

impl Canonical for Digest {
    fn write(&self, to: &mut Writer) {
        to.bytes(&self.0);
    }
    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        from.fixed().map(Self)
    }
}

/// The end of a branch: number and hash of its last envelope.
pub(crate) type End = (u64, [u8; 16]);

/// How far each feed has come, and which statements are known: the version vector.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(crate) struct Have {
    pub(crate) feeds: BTreeMap<FeedTag, Vec<End>>,
    pub(crate) statements: BTreeSet<[u8; 16]>,
}

impl Have {
    pub(crate) fn of(record: &Record, scope: &Scope) -> Self {
        let mut have = Self::default();
        for feed in record.feeds.values().filter(|feed| scope.covers(feed)) {
            let mut ends: Vec<End> = feed
                .branches
                .iter()
                .map(|it| (it.seq, short(&it.hash.0)))
                .collect();
            ends.sort();
            have.feeds.insert(feed.tag, ends);
        }
        // A key that does not open here counts as not held, so that whoever holds it seals it for this device, too.
        let opens = |statement: &Statement| match &statement.fact {
            Fact::Key(key) => record.keyring.get(key.key()).is_some(),
            _ => true,
        };
        have.statements = scope
            .statements(record)
            .into_iter()
            .filter(|(_, statement)| opens(statement))
            .map(|(id, _)| short(&id.0))
            .collect();
        have
    }

    pub(crate) fn digest(&self) -> Digest {
        Digest(hash256(DIGEST, &[&to_bytes(self)]))
    }

    /// Whether everything here is also there, as far as that can be seen.
    pub(crate) fn is_within(&self, other: &Have) -> bool {
        let feeds = self.feeds.iter().all(|(tag, ends)| {
            other.feeds.get(tag).is_some_and(|held| {
                ends.iter()
                    .all(|end| held.contains(end) || held.iter().any(|(seq, _)| *seq > end.0))
            })
        });
        feeds && self.statements.is_subset(&other.statements)
    }

    /// What a peer has after it sent these.
    pub(crate) fn after(mut self, parcels: &[Parcel]) -> Self {
        for parcel in parcels {
            match parcel {
                Parcel::Envelope(bytes) => {
                    if let Ok(envelope) = Envelope::parse(bytes) {
                        let end = (envelope.header.seq, short(&envelope.hash().0));
                        let ends = self.feeds.entry(envelope.header.feed).or_default();
                        ends.retain(|(seq, hash)| *seq != end.0 - 1 || *hash != envelope.header.prev);
                        ends.push(end);
                        ends.sort();
                    }
                }
                Parcel::Statement(bytes) => {
                    if let Ok(statement) = Statement::parse(bytes) {
                        self.statements.insert(short(&statement.id().0));
                    }
                }
                Parcel::Base(_) | Parcel::Block(_) => (),
            }
        }
        self
    }

    /// Whether the other side holds envelopes of this device's own feeds that this device does not.
    pub(crate) fn is_ahead_of_own(&self, record: &Record) -> bool {
        record
            .feeds
            .values()
            .filter(|feed| feed.device == record.device() && feed.incarnation == record.who.incarnation)
            .any(|feed| {
                let last = feed.branches.iter().map(|branch| branch.seq).max().unwrap_or(0);
                self.feeds
                    .get(&feed.tag)
                    .is_some_and(|ends| ends.iter().any(|(seq, _)| *seq > last))
            })
    }
}

pub(crate) fn short(bytes: &[u8; 32]) -> [u8; 16] {
    let mut short = [0; 16];
    short.copy_from_slice(&bytes[..16]);
    short
}

impl Canonical for Have {
    fn write(&self, to: &mut Writer) {
        to.array(2).array(self.feeds.len());
        for (tag, ends) in &self.feeds {
            to.array(1 + 2 * ends.len()).value(tag);
            for (seq, hash) in ends {
                to.uint(*seq).bytes(hash);
            }
        }
        to.array(self.statements.len());
        for id in &self.statements {
            to.bytes(id);
        }
    }
    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        from.array_of(2)?;
        let mut have = Self::default();
        for _ in 0..from.array()? {
            let len = from.array()?;
            if len % 2 != 1 || len / 2 > MAX_BRANCHES {
                return Err(Malformed("feed ends"));
            }
            let tag = from.value()?;
            let ends = (0..len / 2)
                .map(|_| Ok((from.uint()?, from.fixed()?)))
                .collect::<Result<_, Malformed>>()?;
            have.feeds.insert(tag, ends);
        }
        for _ in 0..from.array()? {
            have.statements.insert(from.fixed()?);
        }
        Ok(have)
    }
}

/// What two devices had in common when they last met.
pub(crate) struct Common {
    pub(crate) have: Have,
}

impl Common {
    pub(crate) fn with(record: &Record, peer: DeviceId) -> Result<Option<Self>, StoreError> {
        let row = record.store.get(Space::Peer, peer.as_bytes())?;
        Ok(row
            .map(|bytes| from_bytes(&bytes))
            .transpose()?
            .map(|have| Self { have }))
    }

    pub(crate) fn remember(self, record: &mut Record, peer: DeviceId) -> Result<(), StoreError> {
        let bytes = to_bytes(&self.have);
        if record.store.get(Space::Peer, peer.as_bytes())?.as_deref() == Some(&bytes) {
            return Ok(());
        }
        record.write(|record, _| record.store.put(Space::Peer, peer.as_bytes(), &bytes).map(drop))
    }
}
