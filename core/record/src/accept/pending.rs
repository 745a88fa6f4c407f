//! Envelopes that wait for a key, a predecessor, a dependency or a decision: sealed in the store, bounded by author.

use super::{Halt, Intake, MAX_PENDING, Origin, Outcome, Refusal, Wait, outcome_of};
use crate::cbor::{Reader, Writer};
use crate::envelope::Envelope;
use crate::feed::Branch;
use crate::id::{AuthorId, DeviceId, DocumentId, FeedTag};
use crate::record::Record;
use crate::store::{Space, StoreError};
use std::collections::{BTreeMap, BTreeSet};

/// A row of [`Space::Pending`].
pub(super) struct WaitingEnvelope {
    key: Vec<u8>,
    origin: Origin,
    pub(super) envelope: Envelope,
}

/// What waits, by author: how many and how many bytes.
#[derive(Default)]
pub(super) struct Waiting {
    by_author: BTreeMap<Option<AuthorId>, (usize, usize)>,
    keys: BTreeSet<Vec<u8>>,
}

/// What has changed since waiting envelopes were last tried.
#[derive(Default, PartialEq, Eq)]
pub(crate) struct Stirred {
    /// Documents that have come further.
    pub(crate) documents: BTreeSet<DocumentId>,
    /// Feeds about which something was decided.
    pub(crate) feeds: BTreeSet<FeedTag>,
    /// Keys or statements.
    pub(crate) keys: bool,
}

impl Record {
    /// All that waits, in the order of feed and number.
    pub(super) fn waiting(&self) -> Result<Vec<WaitingEnvelope>, StoreError> {
        let mut waiting = Vec::new();
        self.store.scan(Space::Pending, |key, bytes| {
            let mut reader = Reader::new(&bytes);
            reader.array_of(2)?;
            let origin = match reader.bytes()?.try_into() {
                Ok(device) => Origin::Live(DeviceId(device)),
                Err(_) => Origin::Stored,
            };
            waiting.push(WaitingEnvelope {
                key: key.to_vec(),
                origin,
                envelope: Envelope::parse(reader.bytes()?)?,
            });
            Ok(())
        })?;
        Ok(waiting)
    }

    /// Whose share of the queue an envelope from there takes; `None`: the patient's.
    fn payer(&self, origin: Origin) -> Option<AuthorId> {
        match origin {
            Origin::Live(device) => self.statements.certificate_of(device).map(|(_, it)| it.author),
            Origin::Stored => None,
        }
    }

    pub(super) fn queue(
        &mut self,
        intake: &mut Intake<'_>,
        envelope: &Envelope,
        wait: Wait,
        origin: Origin,
    ) -> Result<Outcome, StoreError> {
        if intake.waiting.is_none() {
            let mut waiting = Waiting::default();
            for row in self.waiting()? {
                let share = waiting.by_author.entry(self.payer(row.origin)).or_default();
                *share = (share.0 + 1, share.1 + row.envelope.to_bytes().len());
                waiting.keys.insert(row.key);
            }
            intake.waiting = Some(waiting);
        }
        let waiting = intake.waiting.get_or_insert_default();
        let key = [
            envelope.header.feed.as_bytes(),
            &envelope.header.seq.to_be_bytes()[..],
            &envelope.hash().0[..8],
        ]
        .concat();
        if waiting.keys.contains(&key) {
            return Ok(Outcome::Waiting(wait));
        }
        let bytes = envelope.to_bytes();
        let share = waiting.by_author.entry(self.payer(origin)).or_default();
        if share.0 >= MAX_PENDING.0 || share.1 + bytes.len() > MAX_PENDING.1 {
            return Ok(Outcome::Refused(Refusal::Quota));
        }
        *share = (share.0 + 1, share.1 + bytes.len());
        waiting.keys.insert(key.clone());
        let from = match origin {
            Origin::Live(device) => device.0.to_vec(),
            Origin::Stored => Vec::new(),
        };
        let mut to = Writer::default();
        to.array(2).bytes(&from).bytes(&bytes);
        self.store.put(Space::Pending, &key, &to.into_bytes())?;
        Ok(Outcome::Waiting(wait))
    }

    /// Tries what waits for something that has changed, until nothing more comes of it.
    pub(super) fn retry_pending(&mut self, intake: &mut Intake<'_>) -> Result<(), StoreError> {
        if self.store.count(Space::Pending) == 0 {
            return Ok(());
        }
        let mut waiting = self.waiting()?;
        loop {
            let stirred = std::mem::take(&mut self.stirred);
            if stirred == Stirred::default() {
                return Ok(());
            }
            let mut still = Vec::new();
            for row in waiting {
                if !self.may_move(&stirred, &row.envelope) {
                    still.push(row);
                    continue;
                }
                let outcome = match self.take(intake, &row.envelope, row.origin) {
                    Err(Halt::Wait(_)) => {
                        still.push(row);
                        continue;
                    }
                    result => outcome_of(result)?,
                };
                self.store.delete(Space::Pending, &row.key)?;
                intake.accepted.waiting = intake.accepted.waiting.saturating_sub(1);
                intake.accepted.count(outcome, row.envelope.header.feed);
            }
            waiting = still;
        }
    }

    /// Whether it is worth the work: something that it may wait for has changed, its key is here, and so is what it
    /// says it follows, as far as can be seen.
    fn may_move(&self, stirred: &Stirred, envelope: &Envelope) -> bool {
        let header = envelope.header;
        let follows = |branch: &Branch| {
            header.seq <= branch.seq || header.seq - 1 == branch.seq && branch.hash.0[..16] == header.prev
        };
        let (changed, placed) = match self.feeds.get(&header.feed) {
            Some(feed) => (
                stirred.documents.contains(&feed.document),
                feed.branches.iter().any(follows),
            ),
            // Only when it is opened does it say which document it belongs to.
            None => (!stirred.documents.is_empty(), header.seq == 1),
        };
        let changed = changed || stirred.keys || stirred.feeds.contains(&header.feed);
        changed && placed && self.keyring.get(header.key).is_some()
    }

    /// How many envelopes wait for something.
    pub fn pending(&self) -> u64 {
        self.store.count(Space::Pending)
    }
}
