//! Errors of reading.

use crate::store;
use pocketchart_record::StoreError;

/// Something could not be shown.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ReadError {
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// There is no such entry.
    #[error("there is no such entry")]
    NoSuchEntry,
    /// The beginning of a name fits several entries.
    #[error("the name fits several entries")]
    Ambiguous,
    /// The day is not written as `YYYY-MM-DD`.
    #[error("not a day")]
    NotADay,
    /// There is no such series.
    #[error("there is no such series")]
    NoSuchSeries,
}

impl ReadError {
    /// The id of the message that explains it.
    pub fn id(&self) -> &'static str {
        match self {
            ReadError::Store(error) => store::message_id(error),
            ReadError::NoSuchEntry => "read-no-such-entry",
            ReadError::Ambiguous => "read-ambiguous",
            ReadError::NotADay => "read-not-a-day",
            ReadError::NoSuchSeries => "read-no-such-series",
        }
    }
}
