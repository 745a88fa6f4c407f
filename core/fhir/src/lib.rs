#![doc = include_str!("../README.md")]

pub mod build;
pub mod ccda;
mod datetime;
mod decimal;
pub mod export;
pub mod form;
pub mod ips;
pub mod reading;
pub mod readings;
pub mod references;
mod scan;
pub mod sections;
pub mod smart;
pub mod split;
pub mod subjects;
pub mod summary;
mod tree;
pub mod v2;
pub mod view;
pub mod write_back;

pub use datetime::{FhirDateTime, Precision};
pub use decimal::{Decimal, DecimalError};
