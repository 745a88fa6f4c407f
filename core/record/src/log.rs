//! The log: envelopes by feed, branch and number, each with what was worked out when it was taken in.

use crate::base::BlockId;
use crate::cbor::{Canonical, Malformed, Reader, Writer, from_bytes, to_bytes};
use crate::envelope::Envelope;
use crate::feed::Feed;
use crate::id::{ChangeHash, EnvelopeHash, FeedTag};
use crate::keyring::Keyring;
use crate::payload::Payload;
use crate::record::Record;
use crate::store::{Space, Store, StoreError};

/// Where the bytes of an envelope are.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Carrier {
    /// Here, as they came.
    Envelope(Vec<u8>),
    /// Only its content, in a block of a base.
    Base { block: BlockId, item: u64 },
}

/// One row of the log.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct LogRow {
    pub(crate) change: ChangeHash,
    pub(crate) max_op: u64,
    pub(crate) carrier: Carrier,
}

impl LogRow {
    /// The envelope, unless a base stands for it.
    pub(crate) fn envelope(&self) -> Option<&[u8]> {
        match &self.carrier {
            Carrier::Envelope(bytes) => Some(bytes),
            Carrier::Base { .. } => None,
        }
    }
}

impl Canonical for LogRow {
    fn write(&self, to: &mut Writer) {
        match &self.carrier {
            Carrier::Envelope(bytes) => {
                to.array(3).value(&self.change).uint(self.max_op).bytes(bytes);
            }
            Carrier::Base { block, item } => {
                {
                    to.array(4)
                        .value(&self.change)
                        .uint(self.max_op)
                        .value(block)
                        .uint(*item);
                };
            }
        }
    }
    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        let len = from.array()?;
        let (change, max_op) = (from.value()?, from.uint()?);
        let carrier = match len {
            3 => Carrier::Envelope(from.bytes()?.to_vec()),
            4 => Carrier::Base {
                block: from.value()?,
                item: from.uint()?,
            },
            _ => return Err(Malformed("log row")),
        };
        Ok(Self {
            change,
            max_op,
            carrier,
        })
    }
}

fn key(feed: FeedTag, branch: usize, seq: u64) -> [u8; 17] {
    let mut key = [0; 17];
    key[..8].copy_from_slice(feed.as_bytes());
    key[8] = u8::try_from(branch).unwrap_or(u8::MAX);
    key[9..].copy_from_slice(&seq.to_be_bytes());
    key
}

/// Adds a row at the end of a branch.
pub(crate) fn put(
    store: &mut Store,
    feed: FeedTag,
    branch: usize,
    seq: u64,
    row: &LogRow,
) -> Result<(), StoreError> {
    store
        .put(Space::Log, &key(feed, branch, seq), &to_bytes(row))
        .map(drop)
}

/// The row of an envelope of a branch, looked for in the branches that it left, too.
pub(crate) fn get(store: &Store, feed: &Feed, branch: usize, seq: u64) -> Result<Option<LogRow>, StoreError> {
    let owner = feed.owner(branch, seq);
    let row = store.get(Space::Log, &key(feed.tag, owner, seq))?;
    Ok(row.map(|bytes| from_bytes(&bytes)).transpose()?)
}

/// The rows of a branch from one number on, in order.
pub(crate) fn from(
    store: &Store,
    feed: &Feed,
    branch: usize,
    seq: u64,
    mut each: impl FnMut(u64, LogRow) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    let last = feed.branches.get(branch).map_or(0, |branch| branch.seq);
    let mut at = seq;
    while at <= last {
        let owner = feed.owner(branch, at);
        // A part of the log that one branch owns ends where a later part of the chain leaves it.
        let end = (at..=last)
            .find(|next| feed.owner(branch, *next) != owner)
            .map_or(last, |next| next - 1);
        store.scan_range(
            Space::Log,
            &key(feed.tag, owner, at),
            &key(feed.tag, owner, end),
            |found, bytes| {
                let number = found
                    .get(9..)
                    .and_then(|n| n.try_into().ok())
                    .map_or(0, u64::from_be_bytes);
                each(number, from_bytes(&bytes)?)
            },
        )?;
        at = end + 1;
    }
    Ok(())
}

/// The hash of an envelope of a branch, if the envelope itself is here.
pub(crate) fn hash(
    store: &Store,
    feed: &Feed,
    branch: usize,
    seq: u64,
) -> Result<Option<EnvelopeHash>, StoreError> {
    if let Some(head) = feed.branches.get(branch)
        && head.seq == seq
    {
        return Ok(Some(head.hash));
    }
    let Some(row) = get(store, feed, branch, seq)? else {
        return Ok(None);
    };
    match row.envelope() {
        Some(bytes) => Ok(Some(Envelope::parse(bytes)?.hash())),
        None => Ok(None),
    }
}

/// The payload of an envelope of a branch.
pub(crate) fn payload(
    store: &Store,
    keys: &Keyring,
    feed: &Feed,
    branch: usize,
    seq: u64,
) -> Result<Option<Payload>, StoreError> {
    match get(store, feed, branch, seq)? {
        Some(row) => open(store, keys, &row).map(Some),
        None => Ok(None),
    }
}

/// The payload of a row.
pub(crate) fn open(store: &Store, keys: &Keyring, row: &LogRow) -> Result<Payload, StoreError> {
    match &row.carrier {
        Carrier::Envelope(bytes) => {
            let envelope = Envelope::parse(bytes)?;
            let key = keys
                .get(envelope.header.key)
                .ok_or(StoreError::Altered("section key"))?;
            envelope.open(key).map_err(|_| StoreError::Altered("envelope"))
        }
        Carrier::Base { block, item } => crate::base::payload(store, keys, block, *item),
    }
}

impl Record {
    /// The envelopes of a feed that are here as they came, branch by branch; those that a base stands for are not.
    pub fn envelopes(&self, feed: FeedTag) -> Result<Vec<Vec<u8>>, StoreError> {
        let mut found = Vec::new();
        let Some(feed) = self.feeds.get(&feed) else {
            return Ok(found);
        };
        for (number, branch) in feed.branches.iter().enumerate() {
            from(&self.store, feed, number, branch.from, |_, row| {
                found.extend(row.envelope().map(<[u8]>::to_vec));
                Ok(())
            })?;
        }
        Ok(found)
    }
}
