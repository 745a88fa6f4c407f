//! SQLite on a disk that loses power, and on one that fails.

#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "all of this is tests")]

mod failing;
mod ledger;
mod power_loss;
