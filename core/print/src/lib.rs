#![doc = include_str!("../README.md")]

mod paper;
mod pdf;
mod place;
pub mod plot;
mod sheet;
mod text;

pub use paper::Paper;
pub use pdf::print;
pub use sheet::{Code, Codes, Group, Line, PrintError, Sheet};
