//! Nothing altered is ever taken for what was written: rows of the store, and everything that travels.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a test stops at what it did not expect, and says what it counted"
)]

mod store;
mod travelling;
