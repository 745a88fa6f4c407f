//! Readings of devices at home, made into FHIR R4 Observations: files of rows ([`read_csv`]) and the export of Apple Health
//! ([`for_each_in_apple_health`]).
//!
//! A reading has its LOINC code and UCUM unit, its number as it was written, and an address made of origin, moment, code and value: an
//! export that overlaps an earlier one adds only what is new. What could be meant in two ways (the order of day and month, a unit, a
//! zone, a comma) is asked for by a typed error and never guessed.

mod apple;
mod csv_file;
mod date;
mod header;
mod measure;
mod observation;
mod table;

pub use apple::{AppleError, Found, for_each_in_apple_health};
pub use csv_file::{CSV_LIMIT, Column, CsvError, Mapping, mapping, read_csv};
pub use date::{DateOrder, Zone};
pub use measure::{Measure, Unit};
