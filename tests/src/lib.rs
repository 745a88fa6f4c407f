//! Tests across processes, vectors, and other people's implementations.

pub mod world;
