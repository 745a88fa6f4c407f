//! Walks everything and says what is wrong.

use crate::envelope::Envelope;
use crate::id::{DocumentId, FeedTag};
use crate::log;
use crate::record::Record;
use crate::store::StoreError;

/// One thing that is wrong.
#[derive(Clone, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub enum Fault {
    /// The file itself: a row does not open, is missing, or was put back.
    Store(&'static str),
    /// An envelope does not carry its device's signature.
    Signature(FeedTag, u64),
    /// An envelope does not follow the one before it.
    Chain(FeedTag, u64),
    /// An envelope or its content does not open.
    Content(FeedTag, u64),
    /// A document cannot be built from its log.
    Document(DocumentId),
    /// The views are not what the log gives.
    Views,
}

/// What was looked at, and what is wrong with it.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Verified {
    /// Rows of the store.
    pub rows: u64,
    /// Envelopes.
    pub envelopes: u64,
    /// Entries.
    pub entries: u64,
    /// Documents.
    pub documents: u64,
    /// What is wrong; empty if all is well.
    pub faults: Vec<Fault>,
}

impl Record {
    /// Checks every row, every signature, every chain, every document, and that the views follow from the log.
    pub fn verify(&mut self) -> Result<Verified, StoreError> {
        let (rows, wrong) = self.store.check()?;
        let mut verified = Verified {
            rows,
            ..Verified::default()
        };
        verified.faults.extend(wrong.into_iter().map(Fault::Store));
        let feeds: Vec<_> = self.feeds.values().cloned().collect();
        for feed in &feeds {
            for number in 0..feed.branches.len() {
                let from = feed.branches.get(number).map_or(1, |branch| branch.from);
                let mut prev = match from {
                    1 => Some([0; 16]),
                    _ => self.short_hash(feed, number, from - 1)?,
                };
                let mut next = from;
                let mut found = Vec::new();
                log::from(&self.store, feed, number, from, |seq, row| {
                    found.push((seq, row));
                    Ok(())
                })?;
                for (seq, row) in found {
                    verified.envelopes += 1;
                    if seq != next {
                        verified.faults.push(Fault::Chain(feed.tag, next));
                    }
                    next = seq + 1;
                    match log::open(&self.store, &self.keyring, &row) {
                        Ok(payload) => verified.entries += payload.entries.len() as u64,
                        Err(_) => verified.faults.push(Fault::Content(feed.tag, seq)),
                    }
                    let Some(bytes) = row.envelope() else {
                        prev = None;
                        continue;
                    };
                    let envelope = Envelope::parse(bytes)?;
                    if !envelope.signed_by(feed.device) {
                        verified.faults.push(Fault::Signature(feed.tag, seq));
                    }
                    if prev.is_some_and(|prev| prev != envelope.header.prev) {
                        verified.faults.push(Fault::Chain(feed.tag, seq));
                    }
                    let mut short = [0; 16];
                    short.copy_from_slice(&envelope.hash().0[..16]);
                    prev = Some(short);
                }
                let last = feed.branches.get(number).map_or(0, |branch| branch.seq);
                if next != last + 1 {
                    verified.faults.push(Fault::Chain(feed.tag, next));
                }
            }
        }
        let documents: Vec<DocumentId> = self.documents.keys().copied().collect();
        for document in documents {
            verified.documents += 1;
            if self.materialise(document).is_err() {
                verified.faults.push(Fault::Document(document));
            }
        }
        if verified.faults.is_empty() {
            let before = self.view_digest()?;
            self.rebuild()?;
            if self.view_digest()? != before {
                verified.faults.push(Fault::Views);
            }
        }
        Ok(verified)
    }

    fn short_hash(
        &self,
        feed: &crate::feed::Feed,
        branch: usize,
        seq: u64,
    ) -> Result<Option<[u8; 16]>, StoreError> {
        Ok(log::hash(&self.store, feed, branch, seq)?.map(|hash| {
            let mut short = [0; 16];
            short.copy_from_slice(&hash.0[..16]);
            short
        }))
    }
}
