//! The memory that the connections to a write-ahead log share. It is gone after a crash.

use std::{alloc::Layout, ptr::NonNull};

use rusqlite::ffi;

const SLOTS: usize = ffi::SQLITE_SHM_NLOCK as usize;

/// The shared memory and its locks, of one database.
#[derive(Debug, Default)]
pub(crate) struct Shm {
    regions: Vec<Region>,
    shared: [u32; SLOTS],
    exclusive: [bool; SLOTS],
    users: u32,
}

/// What one connection holds: a bit for each slot.
#[derive(Debug, Default)]
pub(crate) struct Held {
    mapped: bool,
    shared: u8,
    exclusive: u8,
}

/// Zeroed memory that stays where it is until nobody uses it.
#[derive(Debug)]
struct Region {
    start: NonNull<u8>,
    layout: Layout,
}

// SAFETY: the memory is owned; SQLite orders access to it by its own locks and barriers.
unsafe impl Send for Region {}

impl Region {
    fn new(size: usize) -> Option<Self> {
        let layout = Layout::from_size_align(size, 8)
            .ok()
            .filter(|layout| layout.size() > 0)?;
        // SAFETY: the size is not zero.
        let start = NonNull::new(unsafe { std::alloc::alloc_zeroed(layout) })?;
        Some(Self { start, layout })
    }
}

impl Drop for Region {
    fn drop(&mut self) {
        // SAFETY: allocated in `new` with this layout.
        unsafe { std::alloc::dealloc(self.start.as_ptr(), self.layout) };
    }
}

impl Shm {
    /// The region of this number: none if it is not there and `extend` is not set.
    ///
    /// # Errors
    ///
    /// An error code of SQLite if there is no memory for it.
    pub(crate) fn map(
        &mut self,
        held: &mut Held,
        number: usize,
        size: usize,
        extend: bool,
    ) -> Result<Option<NonNull<u8>>, i32> {
        if !held.mapped {
            held.mapped = true;
            self.users += 1;
        }
        while extend && self.regions.len() <= number {
            self.regions
                .push(Region::new(size).ok_or(ffi::SQLITE_IOERR_NOMEM)?);
        }
        Ok(self.regions.get(number).map(|region| region.start))
    }

    /// Takes or gives back locks on slots; whether they could be taken.
    pub(crate) fn lock(&mut self, held: &mut Held, first: usize, count: usize, flags: i32) -> bool {
        let slots = first..(first + count).min(SLOTS);
        let exclusive = flags & ffi::SQLITE_SHM_EXCLUSIVE != 0;
        if flags & ffi::SQLITE_SHM_UNLOCK != 0 {
            slots.for_each(|slot| self.unlock(held, slot));
            return true;
        }
        let free = slots.clone().all(|slot| {
            let own_shared = u32::from(held.shared >> slot & 1 == 1);
            let own_exclusive = held.exclusive >> slot & 1 == 1;
            let others_write = self.exclusive[slot] && !own_exclusive;
            !others_write && (!exclusive || self.shared[slot] == own_shared)
        });
        if free {
            for slot in slots {
                if exclusive {
                    self.exclusive[slot] = true;
                    held.exclusive |= 1 << slot;
                } else if held.shared >> slot & 1 == 0 {
                    self.shared[slot] += 1;
                    held.shared |= 1 << slot;
                }
            }
        }
        free
    }

    fn unlock(&mut self, held: &mut Held, slot: usize) {
        if held.exclusive >> slot & 1 == 1 {
            self.exclusive[slot] = false;
        }
        if held.shared >> slot & 1 == 1 {
            self.shared[slot] -= 1;
        }
        held.exclusive &= !(1 << slot);
        held.shared &= !(1 << slot);
    }

    /// A connection leaves; the last one takes the memory with it if it says so.
    pub(crate) fn unmap(&mut self, held: &mut Held, delete: bool) {
        (0..SLOTS).for_each(|slot| self.unlock(held, slot));
        if std::mem::take(&mut held.mapped) {
            self.users -= 1;
        }
        if self.users == 0 && delete {
            self.regions.clear();
        }
    }
}

#[test]
fn slots_are_shared_or_exclusive() {
    const EXCLUSIVE: i32 = ffi::SQLITE_SHM_LOCK | ffi::SQLITE_SHM_EXCLUSIVE;
    const SHARED: i32 = ffi::SQLITE_SHM_LOCK | ffi::SQLITE_SHM_SHARED;
    const UNLOCK: i32 = ffi::SQLITE_SHM_UNLOCK | ffi::SQLITE_SHM_SHARED;
    let (mut shm, mut one, mut two) = (Shm::default(), Held::default(), Held::default());
    let region = shm.map(&mut one, 0, 32_768, true).unwrap();
    assert!(region.is_some());
    assert_eq!(shm.map(&mut two, 0, 32_768, false).unwrap(), region);
    assert_eq!(shm.map(&mut two, 1, 32_768, false).unwrap(), None);
    assert!(shm.lock(&mut one, 3, 1, SHARED));
    assert!(shm.lock(&mut two, 3, 1, SHARED));
    assert!(!shm.lock(&mut two, 3, 5, EXCLUSIVE));
    assert!(shm.lock(&mut one, 3, 1, UNLOCK));
    assert!(shm.lock(&mut two, 4, 4, EXCLUSIVE));
    assert!(!shm.lock(&mut one, 5, 1, SHARED));
    shm.unmap(&mut two, true);
    assert!(shm.lock(&mut one, 3, 5, EXCLUSIVE));
    shm.unmap(&mut one, true);
    assert_eq!(shm.map(&mut one, 0, 32_768, false).unwrap(), None);
}
