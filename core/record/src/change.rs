//! Builds the Automerge change from an envelope's fields. Foreign Automerge bytes are never decoded.

use crate::context::Millis;
use crate::id::{ActorId, ChangeHash};
use automerge::legacy::{Key, ObjectId, Op, OpType, SortedVec};
use automerge::{Automerge, Change, ExpandedChange, ScalarValue};
use std::num::NonZeroU64;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// The largest operation number, exclusive.
pub const MAX_OP: u64 = 1 << 31;

/// The merge library would not take a change that we built.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ChangeError {
    /// No more operations fit, or there is none.
    #[error("the document has no room for this change")]
    NoRoom,
    /// The library failed.
    #[error("the merge library failed on a change")]
    Library,
}

/// What is known of a change once it is built.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Built {
    /// Automerge's own hash of it.
    pub hash: ChangeHash,
    /// The number of its last operation.
    pub max_op: u64,
}

/// The parts of a change.
pub struct Fields<'a> {
    /// Who writes.
    pub actor: ActorId,
    /// The envelope's number in its feed.
    pub seq: u64,
    /// One more than the largest operation number among the changes it follows.
    pub start_op: u64,
    /// The changes it follows.
    pub deps: Vec<ChangeHash>,
    /// When, in milliseconds; Automerge keeps seconds.
    pub time: Millis,
    /// Key and scalar of each entry.
    pub entries: &'a [(String, Vec<u8>)],
}

/// Builds the change: every operation puts bytes under a fresh key of the root map, so nothing else can be said.
pub fn build(fields: Fields<'_>) -> Result<(Change, Built), ChangeError> {
    let start_op = NonZeroU64::new(fields.start_op).ok_or(ChangeError::NoRoom)?;
    if fields.start_op.saturating_add(fields.entries.len() as u64) >= MAX_OP {
        return Err(ChangeError::NoRoom);
    }
    let mut deps: Vec<_> = fields
        .deps
        .iter()
        .map(|hash| automerge::ChangeHash(hash.0))
        .collect();
    deps.sort();
    deps.dedup();
    let operations = fields
        .entries
        .iter()
        .map(|(key, scalar)| Op {
            action: OpType::Put(ScalarValue::Bytes(scalar.clone())),
            obj: ObjectId::Root,
            key: Key::Map(key.as_str().into()),
            pred: SortedVec::new(),
            insert: false,
        })
        .collect();
    let expanded = ExpandedChange {
        operations,
        actor_id: automerge::ActorId::from(fields.actor.as_bytes()),
        hash: None,
        seq: fields.seq,
        start_op,
        time: i64::try_from(fields.time / 1000).unwrap_or(i64::MAX),
        message: None,
        deps,
        extra_bytes: Vec::new(),
        author: None,
    };
    let change =
        catch_unwind(AssertUnwindSafe(|| Change::from(expanded))).map_err(|_| ChangeError::Library)?;
    let built = Built {
        hash: ChangeHash(change.hash().0),
        max_op: change.max_op(),
    };
    Ok((change, built))
}

/// Applies changes to a clone, so that a failure leaves the document as it was.
pub fn apply(document: &mut Automerge, changes: Vec<Change>) -> Result<(), ChangeError> {
    let mut clone = document.clone();
    let applied = catch_unwind(AssertUnwindSafe(|| {
        clone.apply_changes(changes).is_ok().then_some(clone)
    }));
    *document = applied.ok().flatten().ok_or(ChangeError::Library)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use automerge::{ROOT, ReadDoc, transaction::Transactable};

    #[test]
    fn a_rebuilt_change_has_automerges_own_hash() {
        let mut theirs = Automerge::new().with_actor(automerge::ActorId::from([7; 16]));
        let mut last: Option<Change> = None;
        for n in 0..50_u8 {
            let mut tx = theirs.transaction();
            tx.put(ROOT, format!("k{n}"), ScalarValue::Bytes(vec![n; 40]))
                .unwrap();
            tx.commit_with(automerge::transaction::CommitOptions::default().with_time(i64::from(n)));
            let original = theirs.get_last_local_change().unwrap();
            let (rebuilt, built) = build(Fields {
                actor: ActorId([7; 16]),
                seq: u64::from(n) + 1,
                start_op: last.as_ref().map_or(1, |change| change.max_op() + 1),
                deps: last.iter().map(|change| ChangeHash(change.hash().0)).collect(),
                time: u64::from(n) * 1000,
                entries: &[(format!("k{n}"), vec![n; 40])],
            })
            .unwrap();
            assert_eq!(original.hash(), rebuilt.hash());
            assert_eq!(built.max_op, original.max_op());
            last = Some(original);
        }
        let mut ours = Automerge::new();
        apply(&mut ours, theirs.get_changes(&[])).unwrap();
        assert!(ours.get(ROOT, "k49").unwrap().is_some());
    }
}
