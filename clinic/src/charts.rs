//! The charts that patients opened: kept sealed, shown by role, deleted with their keys at the end.

mod banner;
mod beside;
mod detail;
mod entry;
mod host;
mod kept;
mod opened;
mod page;
mod reach;
mod search;
mod trends;

pub(crate) use banner::{Banner, ChartLine, Content, SectionPage, Standing};
pub(crate) use detail::EntryPage;
pub(crate) use entry::{Entry, Facts};
pub(crate) use host::Host;
pub(crate) use kept::{EndReason, Receipt, SharedChart, Telling, all, over, receipts, sweep_receipts};
pub(crate) use opened::Opened;
pub(crate) use page::Part;
pub(crate) use reach::Reach;
pub(crate) use search::FoundPage;
pub(crate) use trends::{MeasurePage, MeasuresPage};
