//! Records on a disk that loses power, and on one that fails.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a test stops at what it did not expect, and says what it counted"
)]

mod failing;
mod power_loss;
