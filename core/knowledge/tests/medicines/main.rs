//! What the tables say of medicines, on labelled cases, random records and made-up patients.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "tests"
)]

mod cases;
mod products;
mod random;
mod record;
mod synthea;
