//! Bringing in files.

use crate::list::ChartSection;
use crate::mirror::mirror;
use crate::thrown::thrown;
use pocketchart::Reason;
use std::sync::Arc;

/// How to bring in a file.
#[derive(Clone, PartialEq, Eq, Debug, uniffi::Record)]
pub struct ImportOptions {
    /// The name of the file, to be shown beside what of it could not be read.
    pub file_name: String,
    /// The person said that the file is about them, whatever name it gives.
    #[uniffi(default = false)]
    pub same_person: bool,
}

impl From<&ImportOptions> for pocketchart::ImportOptions {
    fn from(it: &ImportOptions) -> Self {
        Self {
            file_name: it.file_name.clone(),
            same_person: it.same_person,
            ..Self::default()
        }
    }
}

/// Hears how far an import has come, on the thread that imports. It must not call the chart.
#[uniffi::export(foreign)]
pub trait ImportListener: Send + Sync {
    /// Called after each part of the file. If it throws, the import ends with `Internal`.
    fn on_progress(&self, progress: ImportProgress);
}

/// How far an import has come.
#[derive(Clone, Copy, PartialEq, Eq, Debug, uniffi::Record)]
pub struct ImportProgress {
    /// What is being done.
    pub phase: ImportPhase,
    /// Bytes of the file, of `size`.
    pub bytes: u64,
    /// The size of the file in bytes.
    pub size: u64,
    /// Parts so far.
    pub parts: u64,
}

impl From<pocketchart::ImportProgress> for ImportProgress {
    fn from(it: pocketchart::ImportProgress) -> Self {
        Self {
            phase: it.phase.into(),
            bytes: it.bytes,
            size: it.size,
            parts: it.parts,
        }
    }
}

mirror! {
    /// A file is read twice: first to see whom it is about and whether it is whole, then to be kept.
    ImportPhase <- pocketchart::ImportPhase {
        /// Looking at it.
        Checking,
        /// Taking it in.
        Keeping,
    }
}

/// What came in. `read` = `new` + `updated` + `held` + `unreadable`.
#[derive(Clone, PartialEq, Eq, Debug, uniffi::Record)]
pub struct ImportReport {
    /// Parts of the file: resources and what could not be read.
    pub read: u64,
    /// Resources that were not here.
    pub new: u64,
    /// Resources that replace an older copy from the same source.
    pub updated: u64,
    /// Resources that were here already, byte for byte.
    pub held: u64,
    /// Parts that could not be read, and were kept as text.
    pub unreadable: u64,
    /// The first 1,000 of those.
    pub unreadable_parts: Vec<UnreadablePart>,
    /// How many new and updated resources each section got, in the order of the sections.
    pub sections: Vec<SectionCount>,
}

impl From<pocketchart::ImportReport> for ImportReport {
    fn from(it: pocketchart::ImportReport) -> Self {
        Self {
            read: it.read,
            new: it.new,
            updated: it.updated,
            held: it.held,
            unreadable: it.unreadable,
            unreadable_parts: it.unreadable_parts.into_iter().map(Into::into).collect(),
            sections: it
                .sections
                .into_iter()
                .map(|(section, count)| SectionCount {
                    section: section.into(),
                    count,
                })
                .collect(),
        }
    }
}

/// How many resources a section got.
#[derive(Clone, Copy, PartialEq, Eq, Debug, uniffi::Record)]
pub struct SectionCount {
    /// The section.
    pub section: ChartSection,
    /// How many.
    pub count: u64,
}

/// A part of a file that could not be read.
#[derive(Clone, Copy, PartialEq, Eq, Debug, uniffi::Record)]
pub struct UnreadablePart {
    /// Number of the line (NDJSON) or entry (Bundle, array), from 1.
    pub number: u64,
    /// Where it begins in the file, in bytes from 0.
    pub offset: u64,
    /// How many bytes it has.
    pub length: u64,
    /// Why.
    pub reason: UnreadableReason,
}

impl From<pocketchart::UnreadablePart> for UnreadablePart {
    fn from(it: pocketchart::UnreadablePart) -> Self {
        Self {
            number: it.position.number,
            offset: it.position.offset,
            length: it.length,
            reason: it.reason.into(),
        }
    }
}

/// Why a part of a file could not be read.
#[derive(Clone, Copy, PartialEq, Eq, Debug, uniffi::Enum)]
pub enum UnreadableReason {
    /// The text breaks JSON's grammar.
    Syntax,
    /// The file ends inside of it.
    Truncated,
    /// Too many nested arrays and objects.
    TooDeep,
    /// More than 16 MiB.
    TooLarge,
    /// One object says the same name twice.
    DuplicateName,
    /// Bytes that are not UTF-8.
    NotUtf8,
    /// Not a FHIR resource.
    NotAResource,
    /// Something stands after the end of the document.
    TrailingText,
    /// Anything else.
    Other,
}

impl From<Reason> for UnreadableReason {
    fn from(it: Reason) -> Self {
        match it {
            Reason::Syntax => Self::Syntax,
            Reason::Truncated => Self::Truncated,
            Reason::TooDeep => Self::TooDeep,
            Reason::TooLarge => Self::TooLarge,
            Reason::DuplicateName => Self::DuplicateName,
            Reason::NotUtf8 => Self::NotUtf8,
            Reason::NotAResource => Self::NotAResource,
            Reason::TrailingText => Self::TrailingText,
            _ => Self::Other,
        }
    }
}

/// People's names, for the screen only: an object, so that they do not stand in the text of an exception.
#[derive(Debug, uniffi::Object)]
pub struct PersonNames(pub(crate) pocketchart::Names);

#[uniffi::export]
impl PersonNames {
    /// The names.
    pub fn to_list(&self) -> Vec<String> {
        self.0.0.clone()
    }
}

thrown! {
    /// A file was not brought in. The record is unchanged, except after `Stopped`, and after `Internal` for NDJSON.
    ImportError {
        /// The file could not be opened or read.
        #[error("import-io")]
        NotRead,
        /// Not a JSON file.
        #[error("import-not-json")]
        NotJson,
        /// Nothing in it.
        #[error("import-empty")]
        Empty,
        /// One JSON document of more than 256 MiB.
        #[error("import-too-large")]
        TooLarge,
        /// The file ends in the middle.
        #[error("import-truncated")]
        Truncated {
            /// Where it ends, in bytes.
            bytes: u64,
        },
        /// JSON, but no health data.
        #[error("import-nothing-readable")]
        NothingReadable,
        /// The file is about somebody other than this record, or may be.
        #[error("import-another-person")]
        AnotherPerson {
            /// The names the file gives.
            names: Arc<PersonNames>,
        },
        /// The file is about several people.
        #[error("import-several-people")]
        SeveralPeople {
            /// Their names.
            names: Arc<PersonNames>,
        },
        /// The store failed half-way through a long file. Bringing the file in once more takes the rest.
        #[error("import-stopped")]
        Stopped {
            /// What was kept.
            kept: ImportReport,
            /// The id of the message that says why.
            cause_id: String,
        },
    }
}

impl From<pocketchart::ImportError> for ImportError {
    fn from(error: pocketchart::ImportError) -> Self {
        use pocketchart::ImportError as Theirs;
        match error {
            Theirs::Io(_) => Self::NotRead,
            Theirs::NotJson => Self::NotJson,
            Theirs::Empty => Self::Empty,
            Theirs::TooLarge => Self::TooLarge,
            Theirs::Truncated(bytes) => Self::Truncated { bytes },
            Theirs::NothingReadable => Self::NothingReadable,
            Theirs::AnotherPerson { names } => Self::AnotherPerson {
                names: Arc::new(PersonNames(names)),
            },
            Theirs::SeveralPeople { names } => Self::SeveralPeople {
                names: Arc::new(PersonNames(names)),
            },
            Theirs::Stopped { kept, cause } => Self::Stopped {
                kept: (*kept).into(),
                cause_id: cause.id().into(),
            },
            other => Self::Failed {
                id: other.id().into(),
            },
        }
    }
}
