//! How what the record says is put into words, rows and documents.

pub(crate) mod audit;
pub(crate) mod card;
mod care;
mod detail;
mod document;
mod emergency_sheet;
pub(crate) mod extract;
mod history;
mod listing;
mod prevention;
mod reading;
pub(crate) mod summary;
mod trend;
mod words;

pub(crate) use care::{checkup_document, finding, finding_document, not_checked, rule_name, said};
pub(crate) use detail::{detail, name};
pub(crate) use document::{id, item, overview, series, short, trend as trend_document};
pub(crate) use emergency_sheet::emergency_sheet;
pub(crate) use listing::{Columns, listing, statements};
pub(crate) use prevention::{screening_document, screenings, vaccines, vaccines_document};
pub(crate) use reading::title;
pub(crate) use trend::{sparkline, trend};
pub(crate) use words::{Words, now, parse_code};
