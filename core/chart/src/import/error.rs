//! Why a file was not brought in.

use super::{ImportReport, Names};
use crate::store;
use pocketchart_fhir::ccda::CcdaError;
use pocketchart_fhir::readings::{AppleError, CsvError};
use pocketchart_fhir::split::SplitError;
use pocketchart_fhir::v2::V2Error;
use pocketchart_record::{AppendError, StoreError};

/// A file was not brought in. The record is unchanged, except after [`ImportError::Stopped`].
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ImportError {
    /// The store failed before anything was kept.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The file could not be read.
    #[error("the file could not be read")]
    Io(#[source] std::io::Error),
    /// Neither JSON nor any other form that can be read.
    #[error("not a file that can be read")]
    NotJson,
    /// Nothing in it.
    #[error("empty file")]
    Empty,
    /// One JSON document of more than 256 MiB.
    #[error("a JSON document larger than 256 MiB")]
    TooLarge,
    /// A document other than FHIR of more than 16 MiB.
    #[error("a document larger than 16 MiB")]
    DocumentTooLarge,
    /// An XML file that is no clinical document, or not a sound one.
    #[error(transparent)]
    Ccda(#[from] CcdaError),
    /// HL7 v2 messages that cannot be taken in.
    #[error(transparent)]
    V2(#[from] V2Error),
    /// Rows of readings that leave a question open: [`crate::Chart::import_rows`] takes the answer.
    #[error(transparent)]
    Rows(#[from] CsvError),
    /// An export of Apple Health that cannot be read, or not to its end.
    #[error(transparent)]
    AppleHealth(#[from] AppleError),
    /// The file ends in the middle, in this byte.
    #[error("the file is cut off after {0} bytes")]
    Truncated(u64),
    /// JSON, but no health data.
    #[error("no resource could be read")]
    NothingReadable,
    /// The file is about somebody other than this record, or may be.
    #[error("the file may be about another person")]
    AnotherPerson {
        /// The names the file gives.
        names: Names,
    },
    /// The file is about several people.
    #[error("the file is about several people")]
    SeveralPeople {
        /// Their names.
        names: Names,
    },
    /// This device may not write in, or has no key of, a section.
    #[error("this device may not write there")]
    NoKey,
    /// The store failed half-way through a long file: what the report says was kept. Bringing the file in once more
    /// takes the rest and keeps nothing twice.
    #[error("the import stopped half-way")]
    Stopped {
        /// What was kept.
        kept: Box<ImportReport>,
        /// Why it stopped.
        #[source]
        cause: Box<ImportError>,
    },
}

impl ImportError {
    /// The id of the message that explains it.
    pub fn id(&self) -> &'static str {
        match self {
            ImportError::Store(error) => store::message_id(error),
            ImportError::Io(_) => "import-io",
            ImportError::NotJson => "import-not-json",
            ImportError::Empty => "import-empty",
            ImportError::TooLarge => "import-too-large",
            ImportError::DocumentTooLarge => "import-document-too-large",
            ImportError::Ccda(error) => error.id(),
            ImportError::V2(error) => error.id(),
            ImportError::Rows(error) => error.id(),
            ImportError::AppleHealth(error) => error.id(),
            ImportError::Truncated(_) => "import-truncated",
            ImportError::NothingReadable => "import-nothing-readable",
            ImportError::AnotherPerson { .. } => "import-another-person",
            ImportError::SeveralPeople { .. } => "import-several-people",
            ImportError::NoKey => "import-no-key",
            ImportError::Stopped { .. } => "import-stopped",
        }
    }
}

impl From<SplitError> for ImportError {
    fn from(error: SplitError) -> Self {
        match error {
            SplitError::NotJson => ImportError::NotJson,
            SplitError::Empty => ImportError::Empty,
            SplitError::TooLarge => ImportError::TooLarge,
            SplitError::Io(error) => ImportError::Io(error),
            // New kinds of error are about the file.
            _ => ImportError::NotJson,
        }
    }
}

impl From<AppendError> for ImportError {
    fn from(error: AppendError) -> Self {
        match error {
            AppendError::Store(error) => ImportError::Store(error),
            AppendError::NoKey | AppendError::OnlyReads => ImportError::NoKey,
            // The batch holds only what fits: it was measured and matched to its section before.
            _ => ImportError::Store(StoreError::Altered("document")),
        }
    }
}
