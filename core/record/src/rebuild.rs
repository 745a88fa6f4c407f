//! Caches made anew from the log: the views and the heads of documents; and documents as Automerge has them.

use crate::change;
use crate::feed::{Feed, Head};
use crate::id::{ChangeHash, DocumentId, FeedTag};
use crate::log;
use crate::payload::Payload;
use crate::record::Record;
use crate::store::{Space, StoreError};
use crate::view::ViewWriter;
use automerge::{Automerge, Change};
use pocketchart_crypto::Label;
use pocketchart_crypto::hash::Hasher;
use std::collections::{BTreeMap, BTreeSet};

const VIEW: Label = Label::new("view-digest");

/// One change of a document as the log has it.
struct LogChange {
    feed: FeedTag,
    seq: u64,
    first: u64,
    hash: ChangeHash,
    max_op: u64,
    parents: Vec<ChangeHash>,
    payload: Payload,
}

impl Record {
    /// Makes all caches anew from the log: views, indexes, admissions.
    pub fn rebuild(&mut self) -> Result<(), StoreError> {
        self.write(Self::restage)
    }

    /// The same, within a transaction.
    pub(crate) fn restage(&mut self, view: &mut ViewWriter) -> Result<(), StoreError> {
        for space in Space::DERIVED {
            self.store.clear(space)?;
        }
        let mut envelopes = Vec::new();
        for feed in self.feeds.values() {
            for number in 0..feed.branches.len() {
                let from = feed.branches.get(number).map_or(1, |branch| branch.from);
                let mut counter = first_counter(self, feed, number, from)?;
                log::from(&self.store, feed, number, from, |seq, row| {
                    let payload = log::open(&self.store, &self.keyring, &row)?;
                    let first = counter + 1;
                    counter += payload.entries.len() as u64;
                    envelopes.push((payload.time, feed.tag, number, seq, first));
                    Ok(())
                })?;
            }
        }
        // The patient's own first, since they hold the admissions; then in the order they were written.
        envelopes.sort_by_key(|(time, tag, number, seq, _)| {
            let own = self
                .feeds
                .get(tag)
                .is_some_and(|feed| feed.author == self.who.patient);
            (!own, *time, *tag, *number, *seq)
        });
        for (_, tag, number, seq, first) in envelopes {
            let Some(feed) = self.feeds.get(&tag).cloned() else {
                continue;
            };
            let payload = log::payload(&self.store, &self.keyring, &feed, number, seq)?;
            let payload = payload.ok_or(StoreError::Altered("envelope"))?;
            let derived = payload
                .entries
                .iter()
                .map(|entry| self.derive(feed.section, &payload, entry))
                .collect::<Result<_, _>>()?;
            let known = self.known_since(&feed, &payload, seq)?;
            self.stage_rows(view, &feed, number, seq, first, &payload, known, derived)?;
        }
        Ok(())
    }

    fn known_since(&self, feed: &Feed, payload: &Payload, seq: u64) -> Result<u64, StoreError> {
        if feed.author == self.who.patient || feed.author == self.who.me {
            return Ok(payload.time);
        }
        let admitted = self.decisions(feed.tag)?.into_iter().find(|it| it.seq >= seq);
        Ok(admitted.map_or(payload.time, |it| it.received))
    }

    /// The changes of a document: those of the branches that count. One that follows another branch stays out, and so
    /// do those that follow it; the views have them all.
    fn changes(&self, document: DocumentId) -> Result<Vec<LogChange>, StoreError> {
        let mut changes: Vec<LogChange> = Vec::new();
        let hashes = |feed: &Feed| -> Result<BTreeMap<u64, ChangeHash>, StoreError> {
            let mut hashes = BTreeMap::new();
            log::from(&self.store, feed, feed.standing(), 1, |seq, row| {
                hashes.insert(seq, row.change);
                Ok(())
            })?;
            Ok(hashes)
        };
        let mut known: BTreeMap<FeedTag, BTreeMap<u64, ChangeHash>> = BTreeMap::new();
        for feed in self.feeds.values().filter(|feed| feed.document == document) {
            known.insert(feed.tag, hashes(feed)?);
        }
        for feed in self.feeds.values().filter(|feed| feed.document == document) {
            let (mut counter, mut last) = (0, None);
            log::from(&self.store, feed, feed.standing(), 1, |seq, row| {
                let payload = log::open(&self.store, &self.keyring, &row)?;
                let others = payload.deps.iter().filter_map(|dep| {
                    let hash = known.get(&dep.feed)?.get(&dep.seq)?;
                    (hash.0[..8] == dep.change).then_some(*hash)
                });
                let parents: Vec<ChangeHash> = last.into_iter().chain(others).collect();
                let whole = parents.len() == payload.deps.len() + usize::from(last.is_some());
                let first = counter + 1;
                counter += payload.entries.len() as u64;
                last = Some(row.change);
                if whole {
                    changes.push(LogChange {
                        feed: feed.tag,
                        seq,
                        first,
                        hash: row.change,
                        max_op: row.max_op,
                        parents,
                        payload,
                    });
                }
                Ok(())
            })?;
        }
        loop {
            let before = changes.len();
            let within: BTreeSet<ChangeHash> = changes.iter().map(|it| it.hash).collect();
            changes.retain(|it| it.parents.iter().all(|parent| within.contains(parent)));
            if changes.len() == before {
                return Ok(changes);
            }
        }
    }

    /// After a fork, or when another branch counts: the document's heads follow from the branches that do. If this
    /// device's own last change followed one that does not, it goes on in a new feed.
    pub(crate) fn restand(&mut self, tag: FeedTag) -> Result<(), StoreError> {
        let Some(id) = self.feeds.get(&tag).map(|feed| feed.document) else {
            return Ok(());
        };
        let Some(mut document) = self.documents.get(&id).cloned() else {
            return Ok(());
        };
        let changes = self.changes(id)?;
        let followed: BTreeSet<ChangeHash> =
            changes.iter().flat_map(|it| it.parents.iter().copied()).collect();
        document.heads = changes
            .iter()
            .filter(|it| !followed.contains(&it.hash))
            .map(|it| Head {
                feed: it.feed,
                seq: it.seq,
                change: it.hash,
                max_op: it.max_op,
            })
            .collect();
        document.heads.sort();
        let own = |it: &&Feed| {
            it.document == id && it.device == self.device.id() && it.incarnation == self.who.incarnation
        };
        let last = self
            .feeds
            .values()
            .find(own)
            .and_then(Feed::head)
            .map(|it| it.change);
        if last.is_some_and(|last| changes.iter().all(|it| it.hash != last)) {
            self.renew_incarnation()?;
        }
        self.put_document(document)
    }

    /// The document as Automerge has it, built from the log's fields; its heads are compared with those that the log
    /// gives.
    pub fn materialise(&self, document: DocumentId) -> Result<Automerge, StoreError> {
        let mut built: BTreeMap<ChangeHash, Change> = BTreeMap::new();
        let mut changes = self.changes(document)?;
        let max_ops: BTreeMap<ChangeHash, u64> = changes.iter().map(|it| (it.hash, it.max_op)).collect();
        for it in &mut changes {
            let feed = self.feeds.get(&it.feed).ok_or(StoreError::Altered("feed"))?;
            let entries = crate::append::keyed_scalars(&it.payload, it.feed, it.first);
            let start = it
                .parents
                .iter()
                .filter_map(|parent| max_ops.get(parent))
                .max()
                .copied()
                .unwrap_or(0);
            let (change, made) = change::build(change::Fields {
                actor: feed.actor(),
                seq: it.seq,
                start_op: start + 1,
                deps: it.parents.clone(),
                time: it.payload.time,
                entries: &entries,
            })
            .map_err(|_| StoreError::Altered("change"))?;
            if made.hash != it.hash {
                return Err(StoreError::Altered("change"));
            }
            built.insert(it.hash, change);
        }
        let mut automerge = Automerge::new();
        change::apply(&mut automerge, built.into_values().collect())
            .map_err(|_| StoreError::Altered("document"))?;
        let heads: BTreeSet<[u8; 32]> = automerge.get_heads().into_iter().map(|hash| hash.0).collect();
        let expected: BTreeSet<[u8; 32]> = self
            .documents
            .get(&document)
            .map(|document| document.heads.iter().map(|head| head.change.0).collect())
            .unwrap_or_default();
        if heads == expected {
            Ok(automerge)
        } else {
            Err(StoreError::Altered("document"))
        }
    }

    /// A digest of everything that the views show, the same on every device that holds the same log.
    pub fn view_digest(&self) -> Result<[u8; 32], StoreError> {
        let mut rows = Vec::new();
        for section in crate::section::Section::ALL {
            self.each_row(section, |mut row| {
                // When this device came to know it, and on which branch it keeps it, is its own affair.
                row.known = 0;
                row.place = (0, 0);
                rows.push((row.id, crate::cbor::to_bytes(&row)));
                Ok::<_, StoreError>(())
            })?;
        }
        rows.sort();
        let mut hasher = Hasher::new(VIEW);
        for (_, row) in rows {
            hasher.update(&row);
        }
        Ok(hasher.finish())
    }
}

fn first_counter(record: &Record, feed: &Feed, branch: usize, from: u64) -> Result<u64, StoreError> {
    let mut counter = 0;
    for seq in 1..from {
        if let Some(payload) = log::payload(&record.store, &record.keyring, feed, branch, seq)? {
            counter += payload.entries.len() as u64;
        }
    }
    Ok(counter)
}
