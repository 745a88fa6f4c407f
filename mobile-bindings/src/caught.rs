//! Panics end here: another language gets an error instead.

use std::panic::{AssertUnwindSafe, catch_unwind};

/// The library panicked.
pub(crate) struct Panicked;

/// Runs `call`; a panic in it becomes an error without the panic's text, which may hold anything.
///
/// What `call` borrows mutably may be half changed after a panic and must not be used again.
pub(crate) fn caught<T, E: From<Panicked>>(call: impl FnOnce() -> Result<T, E>) -> Result<T, E> {
    catch_unwind(AssertUnwindSafe(call)).unwrap_or_else(|_| Err(Panicked.into()))
}
