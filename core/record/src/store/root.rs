use super::Space;
use crate::cbor::{Canonical, Malformed, Reader, Writer};
use std::collections::BTreeMap;

/// The row that is written with every commit.
#[derive(Clone, Default, PartialEq, Eq, Debug)]
pub(super) struct Root {
    /// The number of the commit that wrote it.
    pub(super) commit: u64,
    /// A keyed hash of the header.
    pub(super) header: [u8; 16],
    tracked: BTreeMap<(u8, Vec<u8>), u64>,
    // Of each space: how many rows, and the exclusive or of a keyed hash of (space, key, version) of each.
    digests: BTreeMap<u8, (u64, [u8; 16])>,
}

impl Root {
    pub(super) fn version(&self, space: Space, key: &[u8]) -> Option<u64> {
        self.tracked.get(&(space as u8, key.to_vec())).copied()
    }

    pub(super) fn track(&mut self, space: Space, key: &[u8], version: u64) {
        self.tracked.insert((space as u8, key.to_vec()), version);
    }

    pub(super) fn forget(&mut self, space: Space, key: &[u8]) {
        self.tracked.remove(&(space as u8, key.to_vec()));
    }

    pub(super) fn replace(&mut self, space: Space, old: Option<[u8; 16]>, new: Option<[u8; 16]>) {
        let (count, digest) = self.digests.entry(space as u8).or_default();
        *count = (*count + u64::from(new.is_some())).saturating_sub(u64::from(old.is_some()));
        for mark in [old, new].into_iter().flatten() {
            for (byte, change) in digest.iter_mut().zip(mark) {
                *byte ^= change;
            }
        }
    }

    pub(super) fn clear(&mut self, space: Space) {
        self.digests.remove(&(space as u8));
        self.tracked.retain(|(of, _), _| *of != space as u8);
    }

    pub(super) fn count(&self, space: Space) -> u64 {
        self.digests.get(&(space as u8)).map_or(0, |(count, _)| *count)
    }

    pub(super) fn has_same(&self, space: Space, other: &Root) -> bool {
        let of = |root: &Root| {
            root.digests
                .get(&(space as u8))
                .copied()
                .filter(|(count, _)| *count > 0)
        };
        of(self) == of(other)
    }

    pub(super) fn same_rows(&self, other: &Root) -> bool {
        let rows = |root: &Root| -> Vec<_> {
            root.digests
                .iter()
                .filter(|(_, (count, _))| *count > 0)
                .map(|(s, d)| (*s, *d))
                .collect()
        };
        rows(self) == rows(other)
    }
}

impl Canonical for Root {
    fn write(&self, to: &mut Writer) {
        to.array(4)
            .uint(self.commit)
            .bytes(&self.header)
            .array(self.tracked.len());
        for ((space, key), version) in &self.tracked {
            to.array(3).uint(u64::from(*space)).bytes(key).uint(*version);
        }
        to.array(self.digests.len());
        for (space, (count, digest)) in &self.digests {
            to.array(3).uint(u64::from(*space)).uint(*count).bytes(digest);
        }
    }

    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        from.array_of(4)?;
        let mut root = Root {
            commit: from.uint()?,
            header: from.fixed()?,
            ..Root::default()
        };
        for _ in 0..from.array()? {
            from.array_of(3)?;
            let key = (from.small()?, from.bytes()?.to_vec());
            root.tracked.insert(key, from.uint()?);
        }
        for _ in 0..from.array()? {
            from.array_of(3)?;
            let space = from.small()?;
            root.digests.insert(space, (from.uint()?, from.fixed()?));
        }
        Ok(root)
    }
}

pub(super) fn space_of(code: u8) -> Option<Space> {
    use Space::*;
    [
        Root, Identity, Statement, Key, Log, Feed, Document, Head, Page, Terms, Place, Link, Source, Pending,
        Evidence, Blob, Chunk, Base, Block, Peer, Admission, Missing, Audit, Grant, Setting,
    ]
    .into_iter()
    .find(|space| *space as u8 == code)
}
