//! How far the letters with one device have come, and what a device will hold once those on their way have arrived.

use super::super::have::{Common, Digest, End, Have, Scope, short};
use super::super::message::Message;
use crate::cbor::{Canonical, Malformed, Reader, Writer, from_bytes, to_bytes};
use crate::context::Millis;
use crate::entry::BodyRef;
use crate::feed::{Feed, MAX_BRANCHES};
use crate::id::{DeviceId, Incarnation};
use crate::log;
use crate::record::Record;
use crate::section::Section;
use crate::store::{Space, StoreError};

/// Behind a device's name, in the key of the row of its letters.
const ROW: u8 = 1;

pub(super) type Want = (Section, BodyRef, u64);

/// How far the letters with one device have come.
#[derive(Clone, Default)]
pub(super) struct Standing {
    /// What the other device holds, as it said last.
    pub(super) theirs: Have,
    /// What it will hold once all that is on its way has arrived.
    pub(super) under_way: Option<Have>,
    /// The newest letter taken in.
    pub(super) heard: u64,
    /// The newest letter written.
    pub(super) written: u64,
    /// The newest letter that brought something, and when it was sent.
    pub(super) sent: u64,
    pub(super) sent_at: Millis,
    /// A letter that brought something is to be answered.
    pub(super) owes: bool,
    /// Answers that said the same as the one before.
    pub(super) in_vain: u64,
    /// Bodies that it lacks, and those of them that are on their way.
    pub(super) wants: Vec<Want>,
    pub(super) served: Vec<Want>,
    /// What both had in common when they last met, as far as it was heeded here.
    pub(super) common: Option<Digest>,
    /// Which incarnation of this device wrote last; a new one says what it holds.
    pub(super) incarnation: Option<Incarnation>,
}

impl Canonical for Standing {
    fn write(&self, to: &mut Writer) {
        to.array(12).value(&self.theirs);
        match &self.under_way {
            Some(have) => to.array(1).value(have),
            None => to.array(0),
        };
        to.uint(self.heard)
            .uint(self.written)
            .uint(self.sent)
            .uint(self.sent_at);
        to.bool(self.owes).uint(self.in_vain);
        write_wants(to, &self.wants);
        write_wants(to, &self.served);
        match &self.common {
            Some(digest) => to.array(1).value(digest),
            None => to.array(0),
        };
        match &self.incarnation {
            Some(incarnation) => to.array(1).value(incarnation),
            None => to.array(0),
        };
    }
    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        from.array_of(12)?;
        let theirs = from.value()?;
        let under_way = from.list::<Have>(1)?.pop();
        Ok(Self {
            theirs,
            under_way,
            heard: from.uint()?,
            written: from.uint()?,
            sent: from.uint()?,
            sent_at: from.uint()?,
            owes: from.bool()?,
            in_vain: from.uint()?,
            wants: read_wants(from)?,
            served: read_wants(from)?,
            common: from.list::<Digest>(1)?.pop(),
            incarnation: from.list::<Incarnation>(1)?.pop(),
        })
    }
}

fn write_wants(to: &mut Writer, wants: &[Want]) {
    // As the message that asks for them.
    to.value(&Message::Want(wants.to_vec()));
}

fn read_wants(from: &mut Reader<'_>) -> Result<Vec<Want>, Malformed> {
    match from.value()? {
        Message::Want(wants) => Ok(wants),
        _ => Err(Malformed("wants")),
    }
}

fn row_key(peer: DeviceId) -> Vec<u8> {
    [peer.as_bytes(), &[ROW]].concat()
}

impl Standing {
    /// How it stands, after what both said when they met since.
    pub(super) fn with(record: &Record, peer: DeviceId) -> Result<Self, StoreError> {
        let row = record.store.get(Space::Peer, &row_key(peer))?;
        let mut standing: Self = match row {
            Some(bytes) => from_bytes(&bytes)?,
            None => Self::default(),
        };
        if let Some(Common { have }) = Common::with(record, peer)?
            && standing.common != Some(have.digest())
        {
            standing.common = Some(have.digest());
            standing.theirs = have;
            standing.nothing_under_way();
        }
        Ok(standing)
    }

    pub(super) fn keep(&self, record: &mut Record, peer: DeviceId) -> Result<(), StoreError> {
        let bytes = to_bytes(self);
        record.write(|record, _| record.store.put(Space::Peer, &row_key(peer), &bytes).map(drop))
    }

    pub(super) fn nothing_under_way(&mut self) {
        self.under_way = None;
        self.served.clear();
        self.sent = 0;
    }

    /// Whether the other device holds the same log, and lacks no body that could be given to it from here.
    pub(super) fn is_same(&self, record: &Record, scope: &Scope) -> Result<bool, StoreError> {
        if Have::of(record, scope).digest() != self.theirs.digest() {
            return Ok(false);
        }
        for want in &self.wants {
            let lacks = scope.chunks(record, *want, 1)?.is_some();
            if lacks && !crate::sabotage::off("bodies by letter") {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// What need not be sent.
    pub(super) fn expected(&self, record: &Record) -> Result<Have, StoreError> {
        match &self.under_way {
            Some(have) => joined(record, have, &self.theirs),
            None => Ok(self.theirs.clone()),
        }
    }
}

/// What a device holds that holds both, as far as that can be seen from here.
pub(super) fn joined(record: &Record, one: &Have, other: &Have) -> Result<Have, StoreError> {
    let mut both = one.clone();
    both.statements.extend(&other.statements);
    for (tag, ends) in &other.feeds {
        let mut all: Vec<End> = both
            .feeds
            .get(tag)
            .into_iter()
            .flatten()
            .chain(ends)
            .copied()
            .collect();
        all.sort_unstable();
        all.dedup();
        if let Some(feed) = record.feeds.get(tag) {
            let mut kept = Vec::new();
            for (place, end) in all.iter().enumerate() {
                let later = all.get(place + 1..).unwrap_or_default();
                if !is_before(record, feed, end, later)? {
                    kept.push(*end);
                }
            }
            all = kept;
        }
        // Of more than a feed may have the furthest say most.
        both.feeds
            .insert(*tag, all.split_off(all.len().saturating_sub(MAX_BRANCHES)));
    }
    Ok(both)
}

/// Whether an end lies on the way to one of these.
fn is_before(record: &Record, feed: &Feed, end: &End, later: &[End]) -> Result<bool, StoreError> {
    for branch in 0..feed.branches.len() {
        if !lies_on(record, feed, branch, end)? {
            continue;
        }
        for end in later {
            if lies_on(record, feed, branch, end)? {
                return Ok(true);
            }
        }
    }
    Ok(false)
}

fn lies_on(record: &Record, feed: &Feed, branch: usize, (seq, hash): &End) -> Result<bool, StoreError> {
    if feed.branches.get(branch).is_none_or(|it| it.seq < *seq) {
        return Ok(false);
    }
    let found = log::hash(&record.store, feed, branch, *seq)?;
    Ok(found.is_some_and(|it| short(&it.0) == *hash))
}
