//! All unsafe code of the core: thin, length-checked calls of libsodium's high-level functions.
//!
//! Rules of this module: every function first makes sure that the library is initialised, takes slices or
//! arrays whose lengths C relies on, and reports failure by value.

#![allow(unsafe_code)]

mod asymmetric;
#[cfg(feature = "open")]
#[cfg(test)]
mod guards;
mod memory;
#[cfg(feature = "open")]
#[cfg(test)]
pub(crate) mod reference;
mod symmetric;

pub(crate) use asymmetric::*;
pub(crate) use memory::*;
pub(crate) use symmetric::*;

use std::sync::OnceLock;

use libsodium_sys as ffi;

/// Initialises libsodium once: picks the fastest code for this processor and seeds the random source.
fn init() {
    static READY: OnceLock<()> = OnceLock::new();
    READY.get_or_init(|| {
        // SAFETY: no arguments; the lock lets one thread in.
        let code = unsafe { ffi::sodium_init() };
        assert!(code >= 0, "libsodium found no source of randomness");
    });
}
