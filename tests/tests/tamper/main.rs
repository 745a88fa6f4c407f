//! Nothing altered is ever taken for what was written: rows of the store, and everything that travels.

mod store;
mod travelling;
