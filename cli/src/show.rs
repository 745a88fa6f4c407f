//! How what the record says is put into words, rows and documents.

pub(crate) mod audit;
pub(crate) mod card;
mod care;
mod date_axis;
mod detail;
mod document;
mod emergency_sheet;
pub(crate) mod extract;
mod file_found;
pub(crate) mod form;
pub(crate) mod growth;
mod history;
mod listing;
mod medicine;
mod origin;
mod prevention;
mod reading;
pub(crate) mod summary;
mod trend_plot;
pub(crate) mod trends;
mod trends_document;
mod words;

pub(crate) use care::{
    acknowledged_document, checkup_document, finding, finding_document, not_checked, not_checked_document,
    rule_name, said, set_aside,
};
pub(crate) use detail::{detail, name};
pub(crate) use document::{at, author, id, item, overview, rival, short};
pub(crate) use emergency_sheet::emergency_sheet;
pub(crate) use file_found::{file_document, file_found};
pub(crate) use listing::{Columns, listing, rival_line, statements};
pub(crate) use medicine::Medicines;
pub(crate) use origin::{origin, origin_document};
pub(crate) use prevention::{screening_document, screenings, vaccine_questions, vaccines, vaccines_document};
pub(crate) use reading::title;
pub(crate) use trend_plot::trend_plot;
pub(crate) use trends_document::trends_document;
pub(crate) use words::{Words, now, parse_code};
