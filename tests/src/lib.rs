//! Tests across processes, vectors, and other people's implementations.

#![allow(missing_docs, clippy::unwrap_used, reason = "only tests use it")]

pub mod byzantine;
pub mod compat;
pub mod crash;
pub mod forge;
pub mod history;
pub mod hostile;
pub mod kept;
pub mod killed;
pub mod many;
pub mod tamper;
pub mod targets;
pub mod vectors;
pub mod world;
