#![doc = include_str!("../README.md")]
#![allow(dead_code, reason = "SKELETON: each engine uses its part")]

pub mod cdsi;
mod finding;
mod statement;
mod tables;

pub use finding::{Certainty, Finding, Findings, Kind, NotChecked, Rule, Severity, Text};
pub use statement::{Person, Sex, Statement};
pub use tables::{Source, UnreadableTables, sources, version};
