//! Randomness, comparison, and guarded memory.

use std::alloc::{Layout, handle_alloc_error};
use std::ptr::NonNull;
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::{ffi, init};

pub(crate) fn random(out: &mut [u8]) {
    init();
    // SAFETY: writes `out.len()` bytes to `out`.
    unsafe { ffi::randombytes_buf(out.as_mut_ptr().cast(), out.len()) }
}

/// Compares in a time that depends on the lengths only.
pub(crate) fn equal(a: &[u8], b: &[u8]) -> bool {
    init();
    // SAFETY: reads `a.len()` bytes of both, and both have that many.
    a.len() == b.len() && unsafe { ffi::sodium_memcmp(a.as_ptr().cast(), b.as_ptr().cast(), a.len()) } == 0
}

/// Bytes between guard pages, unreadable except while [`Guarded::with`] runs, kept out of swap and core
/// dumps where the system allows it, wiped when freed.
pub(crate) struct Guarded {
    pub(super) ptr: NonNull<u8>,
    len: usize,
    readers: Mutex<usize>,
}

// SAFETY: the allocation has one owner; after `new` it is only read, and `readers` orders its protection.
unsafe impl Send for Guarded {}
// SAFETY: as above.
unsafe impl Sync for Guarded {}

impl Guarded {
    pub(crate) fn new(bytes: &[u8]) -> Self {
        init();
        // SAFETY: any size may be asked for; null is checked below.
        let raw = unsafe { ffi::sodium_malloc(bytes.len()) };
        let Some(ptr) = NonNull::new(raw.cast::<u8>()) else {
            handle_alloc_error(Layout::for_value(bytes))
        };
        // SAFETY: `ptr` is a fresh writable allocation of `bytes.len()` bytes.
        unsafe { ptr.copy_from_nonoverlapping(NonNull::from(bytes).cast(), bytes.len()) };
        let guarded = Self {
            ptr,
            len: bytes.len(),
            readers: Mutex::new(0),
        };
        guarded.hide();
        guarded
    }

    pub(crate) fn with<R>(&self, read: impl FnOnce(&[u8]) -> R) -> R {
        let _reading = Reading::begin(self);
        // SAFETY: readable while `_reading` lives; nobody writes after `new`.
        read(unsafe { std::slice::from_raw_parts(self.ptr.as_ptr(), self.len) })
    }

    fn readers(&self) -> MutexGuard<'_, usize> {
        // A count cannot be left half-written, so a poisoned lock is still right.
        self.readers.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Where the system cannot protect pages the bytes just stay readable: best effort by design.
    fn hide(&self) {
        // SAFETY: `ptr` came from `sodium_malloc` and is not freed.
        let _ = unsafe { ffi::sodium_mprotect_noaccess(self.ptr.as_ptr().cast()) };
    }

    fn show(&self) {
        // SAFETY: `ptr` came from `sodium_malloc` and is not freed.
        let _ = unsafe { ffi::sodium_mprotect_readonly(self.ptr.as_ptr().cast()) };
    }
}

impl Drop for Guarded {
    fn drop(&mut self) {
        // SAFETY: `ptr` came from `sodium_malloc`; freed once; this makes it writable and wipes it first.
        unsafe { ffi::sodium_free(self.ptr.as_ptr().cast()) }
    }
}

/// While any of these lives, the bytes are readable; also when the reader panics, they are hidden again.
struct Reading<'a>(&'a Guarded);

impl<'a> Reading<'a> {
    fn begin(guarded: &'a Guarded) -> Self {
        let mut readers = guarded.readers();
        if *readers == 0 {
            guarded.show();
        }
        *readers += 1;
        Self(guarded)
    }
}

impl Drop for Reading<'_> {
    fn drop(&mut self) {
        let mut readers = self.0.readers();
        *readers -= 1;
        if *readers == 0 {
            self.0.hide();
        }
    }
}
