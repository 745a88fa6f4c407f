#![doc = include_str!("../README.md")]

mod all;
mod calendar;
pub mod cdsi;
mod code_system;
mod condition;
pub mod due;
mod finding;
pub mod growth;
pub mod measure;
pub mod medicine;
mod names;
mod statement;
mod tables;

pub use all::findings;
pub use finding::{Certainty, Finding, Findings, Kind, NotChecked, Rule, Severity, Text};
pub use names::name_of;
pub use statement::{Person, Sex, Statement};
pub use tables::{Source, UnreadableTables, is_tables_file, source, sources, version};
