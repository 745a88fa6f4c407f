//! What the layers above keep in the record's file: sealed as all else in it, and on this device only.

use crate::record::Record;
use crate::store::{Space, StoreError};

/// A kind of what is kept. Keys are not sealed, so they must tell nothing: numbers, or random names.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Shelf {
    /// The log of who was given what: keys are numbers, big-endian.
    Audit,
    /// What this device remembers of its grants and of those it redeemed. Of these, a row put back alone is noticed when
    /// it is read.
    Grant,
    /// Codes and settings of this device. As for grants, a row put back is noticed.
    Setting,
}

impl Shelf {
    fn space(self) -> Space {
        match self {
            Shelf::Audit => Space::Audit,
            Shelf::Grant => Space::Grant,
            Shelf::Setting => Space::Setting,
        }
    }
}

/// One change of a shelf: the key, and the new value; without one the row goes.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Shelved {
    /// The shelf.
    pub shelf: Shelf,
    /// The key; not sealed.
    pub key: Vec<u8>,
    /// The value; sealed and padded.
    pub value: Option<Vec<u8>>,
}

impl Shelved {
    /// Puts a row.
    pub fn put(shelf: Shelf, key: &[u8], value: Vec<u8>) -> Self {
        let (key, value) = (key.to_vec(), Some(value));
        Self { shelf, key, value }
    }

    /// Takes a row away.
    pub fn remove(shelf: Shelf, key: &[u8]) -> Self {
        let (key, value) = (key.to_vec(), None);
        Self { shelf, key, value }
    }
}

impl Record {
    /// Changes rows, all together or none; durable when it returns.
    ///
    /// # Errors
    /// [`StoreError`]: nothing was changed.
    pub fn shelve(&mut self, changes: Vec<Shelved>) -> Result<(), StoreError> {
        self.write(|record, _| {
            for change in changes {
                let space = change.shelf.space();
                match change.value {
                    Some(value) => record.store.put(space, &change.key, &value).map(drop)?,
                    None => record.store.delete(space, &change.key)?,
                }
            }
            Ok(())
        })
    }

    /// A row.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn shelved(&self, shelf: Shelf, key: &[u8]) -> Result<Option<Vec<u8>>, StoreError> {
        self.store.get(shelf.space(), key)
    }

    /// How many rows there are.
    pub fn shelf_len(&self, shelf: Shelf) -> u64 {
        self.store.count(shelf.space())
    }

    /// All rows in the order of their keys. That none is missing or put back is known only at the end.
    ///
    /// # Errors
    /// [`StoreError`]; what `each` returns.
    pub fn shelf(
        &self,
        shelf: Shelf,
        each: impl FnMut(&[u8], Vec<u8>) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        self.store.scan(shelf.space(), each)
    }

    /// The rows whose keys lie between two (both included), in their order.
    ///
    /// # Errors
    /// [`StoreError`]; what `each` returns.
    pub fn shelf_range(
        &self,
        shelf: Shelf,
        (from, to): (&[u8], &[u8]),
        each: impl FnMut(&[u8], Vec<u8>) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        self.store.scan_range(shelf.space(), from, to, each)
    }
}
