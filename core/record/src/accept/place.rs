//! Where an envelope belongs: whose feed it opens, on which branch of it.

use super::{Halt, Refusal, Wait};
use crate::envelope::{Envelope, UnsealError};
use crate::feed::{Branch, Document, Feed, MAX_BRANCHES, actor_of, tag_of};
use crate::id::{ChangeHash, EnvelopeHash};
use crate::keyring::SectionKey;
use crate::log::{self, Carrier, LogRow};
use crate::payload::Payload;
use crate::record::Record;
use crate::store::StoreError;

/// A branch's number, and whether the envelope begins it.
pub(super) struct PlaceIn {
    pub(super) branch: usize,
    pub(super) forked: bool,
}

impl Record {
    /// The first envelope of a feed says whose it is; all of it is checked before the feed exists.
    pub(super) fn open_feed(
        &self,
        envelope: &Envelope,
        key: &SectionKey,
    ) -> Result<(Feed, Document, Payload), Halt> {
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
            tag: envelope.header.feed,
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

    /// Only a first envelope has an opening, and every first one of a feed says the same.
    pub(super) fn opens_truly(&self, feed: &Feed, seq: u64, payload: &Payload) -> bool {
        match payload.opening {
            None => seq > 1,
            Some(opening) => {
                seq == 1
                    && opening.document == feed.document
                    && opening.record == self.who.record
                    && opening.section == feed.section
                    && opening.author == feed.author
                    && opening.incarnation == feed.incarnation
                    && self
                        .statements
                        .certificate(&opening.authority)
                        .is_some_and(|it| it.device.sign == feed.device && it.author == feed.author)
            }
        }
    }

    /// Where in its feed an envelope belongs: at the end of a branch, or on a new one.
    pub(super) fn place_in(
        &mut self,
        feed: &mut Feed,
        envelope: &Envelope,
        key: &SectionKey,
    ) -> Result<PlaceIn, Halt> {
        let (seq, prev, hash) = (envelope.header.seq, envelope.header.prev, envelope.hash());
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
        let follows = |it: EnvelopeHash| it.0[..16] == prev || crate::sabotage::off("chain");
        for (number, branch) in feed.branches.iter().enumerate() {
            if seq == branch.seq + 1 && follows(branch.hash) {
                return Ok(PlaceIn {
                    branch: number,
                    forked: false,
                });
            }
        }
        // Held already on some branch, or a second envelope with a number that one has.
        let mut rivalled = false;
        for number in 0..feed.branches.len() {
            let reaches = |it: &Branch| (it.from..=it.seq).contains(&seq);
            if !feed.branches.get(number).is_some_and(reaches) {
                continue;
            }
            match log::hash(&self.store, feed, number, seq)? {
                Some(held) if held == hash => return Err(Halt::Held),
                None if self.is_packed(feed, number, envelope, key)? => return Err(Halt::Held),
                _ => rivalled = true,
            }
        }
        if !rivalled {
            return Err(Halt::Wait(Wait::Predecessor));
        }
        for number in 0..feed.branches.len() {
            let leaves = |it: &Branch| seq <= it.seq && (seq > it.from || seq == 1 && number == 0);
            if !feed.branches.get(number).is_some_and(leaves) {
                continue;
            }
            let before = match seq {
                1 => prev == [0; 16],
                _ => log::hash(&self.store, feed, number, seq - 1)?.is_some_and(follows),
            };
            // Its rival may lie in a base; then it waits until the other device has sent that one, too.
            let rival = log::hash(&self.store, feed, number, seq)?;
            let (true, Some(rival)) = (before, rival) else {
                continue;
            };
            if feed.branches.len() >= MAX_BRANCHES {
                return Err(Halt::Refuse(Refusal::Stopped));
            }
            let branch = self.new_branch(feed, number, seq, hash, rival)?;
            feed.branches.push(branch);
            return Ok(PlaceIn {
                branch: feed.branches.len() - 1,
                forked: true,
            });
        }
        Err(Halt::Wait(Wait::Predecessor))
    }

    /// Whether the envelope is one that a base stands for; it takes the base's place then, so that others can be laid
    /// against it.
    fn is_packed(
        &mut self,
        feed: &Feed,
        branch: usize,
        envelope: &Envelope,
        key: &SectionKey,
    ) -> Result<bool, Halt> {
        let seq = envelope.header.seq;
        let Some(row) = log::get(&self.store, feed, branch, seq)? else {
            return Err(StoreError::Altered("envelope").into());
        };
        let Ok(mut payload) = envelope.open(key) else {
            return Ok(false);
        };
        payload.opening = None;
        payload.checkpoint = None;
        if log::open(&self.store, &self.keyring, &row)? != payload {
            return Ok(false);
        }
        let next = log::get(&self.store, feed, branch, seq + 1)?;
        let next = next
            .as_ref()
            .and_then(LogRow::envelope)
            .map(Envelope::parse)
            .transpose();
        let next = next.map_err(StoreError::from)?;
        if next.is_none_or(|next| next.header.prev == envelope.hash().0[..16]) {
            let row = LogRow {
                carrier: Carrier::Envelope(envelope.to_bytes()),
                ..row
            };
            log::put(&mut self.store, feed.tag, branch, seq, &row)?;
        }
        Ok(true)
    }

    /// The state of a chain just before the envelope that leaves it.
    fn new_branch(
        &self,
        feed: &Feed,
        parent: usize,
        from: u64,
        first: EnvelopeHash,
        rival: EnvelopeHash,
    ) -> Result<Branch, StoreError> {
        let mut branch = Branch {
            parent,
            from,
            first,
            rival,
            seq: from - 1,
            hash: EnvelopeHash([0; 32]),
            change: ChangeHash([0; 32]),
            max_op: 0,
            counter: 0,
            admitted: 0,
            checkpoint: None,
        };
        for seq in 1..from {
            let row = log::get(&self.store, feed, parent, seq)?.ok_or(StoreError::Altered("envelope"))?;
            branch.counter += log::open(&self.store, &self.keyring, &row)?.entries.len() as u64;
            branch.change = row.change;
            branch.max_op = row.max_op;
        }
        if let Some(hash) = log::hash(&self.store, feed, parent, from - 1)? {
            branch.hash = hash;
        }
        Ok(branch)
    }
}
