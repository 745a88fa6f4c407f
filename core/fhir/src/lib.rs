#![doc = include_str!("../README.md")]

pub mod build;
mod datetime;
mod decimal;
pub mod export;
pub mod ips;
pub mod reading;
pub mod references;
mod scan;
pub mod sections;
pub mod split;
pub mod subjects;
pub mod summary;
pub mod view;

pub use datetime::{FhirDateTime, Precision};
pub use decimal::{Decimal, DecimalError};
