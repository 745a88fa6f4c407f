//! What an envelope carries: the changes it follows, its entries, bodies and checkpoint.

use super::{Halt, Refusal, Wait};
use crate::append::{CHECKPOINT, MAX_BODY, checkpoint_parts};
use crate::entry::Entry;
use crate::feed::Feed;
use crate::id::{BodyHash, ChangeHash};
use crate::log;
use crate::payload::{Checkpoint, MAX_APART, Payload};
use crate::record::Record;
use crate::row::Derived;
use crate::store::StoreError;
use pocketchart_crypto::sign::VerifyingKey;
use std::collections::BTreeSet;

impl Record {
    /// The changes that a payload's change follows, and the number of its first operation.
    pub(super) fn parents(
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

    /// Checks entries and bodies, and derives the rows. The verdict depends on the envelope and its feed alone, so that
    /// every device comes to the same.
    pub(super) fn check_content(
        &self,
        feed: &Feed,
        payload: &Payload,
        branch: usize,
        seq: u64,
    ) -> Result<Vec<Derived>, Halt> {
        let refused = Halt::Refuse(Refusal::Payload);
        let inside = payload.inside();
        let named: BTreeSet<BodyHash> = payload
            .entries
            .iter()
            .filter_map(|it| it.body)
            .map(|it| it.hash)
            .collect();
        if inside.len() != payload.bodies.len()
            || !inside.hashes().all(|hash| named.contains(hash))
            || !payload.deps.windows(2).all(|pair| pair[0] < pair[1])
            || payload
                .entries
                .iter()
                .any(|it| it.admission.is_some() != (it.kind == Entry::ADMISSION))
        {
            return Err(refused);
        }
        let mut apart: u64 = 0;
        for body in payload
            .entries
            .iter()
            .filter(|it| inside.of(it).is_none())
            .filter_map(|it| it.body)
        {
            apart = apart.saturating_add(body.len);
            if body.len > MAX_BODY as u64 || inside.has(&body.hash) {
                return Err(refused);
            }
        }
        if apart > MAX_APART {
            return Err(refused);
        }
        if let Some(checkpoint) = &payload.checkpoint
            && !agrees(feed, branch, seq, checkpoint)
        {
            return Err(Halt::Refuse(Refusal::Checkpoint));
        }
        let mut derived = Vec::with_capacity(payload.entries.len());
        for entry in &payload.entries {
            derived.push(match inside.of(entry) {
                Some(body) => self
                    .bodies
                    .read(&entry.kind, feed.section, entry.media.as_deref(), body)
                    .map_err(|_| Halt::Refuse(Refusal::Unfit))?,
                None => self.derive_held(feed.section, entry)?,
            });
        }
        Ok(derived)
    }
}

/// A checkpoint signs the envelope just before the one that carries it.
fn agrees(feed: &Feed, branch: usize, seq: u64, checkpoint: &Checkpoint) -> bool {
    let parts = checkpoint_parts(
        feed.document,
        feed.tag,
        checkpoint.seq,
        checkpoint.envelope,
        checkpoint.change,
    );
    let last = feed.branches.get(branch);
    checkpoint.seq == seq - 1
        && last.is_some_and(|it| it.change == checkpoint.change && it.hash == checkpoint.envelope)
        && VerifyingKey::from_bytes(feed.device.0)
            .verify(CHECKPOINT, &[&parts], &checkpoint.signature)
            .is_ok()
}
