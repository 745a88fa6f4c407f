//! Tests across processes, vectors, and other people's implementations.

#![allow(missing_docs, clippy::unwrap_used, reason = "only tests use it")]

pub mod crash;
pub mod tamper;
pub mod vectors;
pub mod world;
