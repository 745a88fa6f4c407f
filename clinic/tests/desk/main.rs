//! The desk from outside: real HTTP, a clock that the test moves, and patients whose devices are there.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests"
)]

mod answers;
mod authority;
mod bridge;
mod carried;
mod checkins;
mod device;
mod door;
mod ehr;
mod endings;
mod entering;
mod finding;
mod messages;
mod news;
mod parallel;
mod passkeys;
mod patients;
mod reconcile;
mod relay;
mod requests;
mod results;
mod staff;
mod visit_files;
mod visits;
mod world;
