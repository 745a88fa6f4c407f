//! The locks of SQLite's rollback mode on one file.

use rusqlite::ffi;

/// Who holds what. A holder is a handle's number.
#[derive(Debug, Default)]
pub(crate) struct Locks {
    shared: u32,
    /// The one that may write soon (reserved), waits for readers to leave (pending), or writes (exclusive).
    writer: Option<(u64, i32)>,
}

impl Locks {
    /// Raises a holder's lock from `held`; what it holds then, which is less than wanted if others are in the
    /// way.
    pub(crate) fn raise(&mut self, holder: u64, held: i32, wanted: i32) -> i32 {
        if held >= wanted {
            return held;
        }
        let foreign = self.writer.filter(|(writer, _)| *writer != holder);
        match wanted {
            ffi::SQLITE_LOCK_SHARED => {
                if foreign.is_some_and(|(_, level)| level >= ffi::SQLITE_LOCK_PENDING) {
                    return held;
                }
                self.shared += 1;
                ffi::SQLITE_LOCK_SHARED
            }
            _ if foreign.is_some() => held,
            ffi::SQLITE_LOCK_EXCLUSIVE if self.shared > 1 => {
                self.writer = Some((holder, ffi::SQLITE_LOCK_PENDING));
                ffi::SQLITE_LOCK_PENDING
            }
            _ => {
                self.writer = Some((holder, wanted));
                wanted
            }
        }
    }

    /// Lowers a holder's lock from `held` to shared or nothing.
    pub(crate) fn lower(&mut self, holder: u64, held: i32, wanted: i32) {
        if self.writer.is_some_and(|(writer, _)| writer == holder) {
            self.writer = None;
        }
        if wanted == ffi::SQLITE_LOCK_NONE && held >= ffi::SQLITE_LOCK_SHARED {
            self.shared = self.shared.saturating_sub(1);
        }
    }

    /// Whether anybody is about to write.
    pub(crate) fn reserved(&self) -> bool {
        self.writer.is_some()
    }
}

#[test]
fn one_writes_when_all_others_have_left() {
    use ffi::{
        SQLITE_LOCK_EXCLUSIVE as EXCLUSIVE, SQLITE_LOCK_NONE as NONE, SQLITE_LOCK_PENDING as PENDING,
        SQLITE_LOCK_RESERVED as RESERVED, SQLITE_LOCK_SHARED as SHARED,
    };
    let mut locks = Locks::default();
    assert_eq!(locks.raise(1, NONE, SHARED), SHARED);
    assert_eq!(locks.raise(2, NONE, SHARED), SHARED);
    assert_eq!(locks.raise(1, SHARED, RESERVED), RESERVED);
    assert_eq!(locks.raise(2, SHARED, RESERVED), SHARED);
    assert!(locks.reserved());
    assert_eq!(locks.raise(1, RESERVED, EXCLUSIVE), PENDING);
    assert_eq!(locks.raise(3, NONE, SHARED), NONE);
    locks.lower(2, SHARED, NONE);
    assert_eq!(locks.raise(1, PENDING, EXCLUSIVE), EXCLUSIVE);
    locks.lower(1, EXCLUSIVE, SHARED);
    assert!(!locks.reserved());
    assert_eq!(locks.raise(3, NONE, SHARED), SHARED);
}
