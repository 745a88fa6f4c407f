//! Grants from outside: against a model of their own, with every bit flipped, in every order, and as codes.

#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stdout)]

mod bits;
mod code;
mod model;
mod people;
mod race;
