//! Results and vital signs: what is said of values, where they head, and every row of the tables.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

mod judged;
mod many;
mod rows;
mod statements;
mod summaries;
mod trends;
