//! Bringing in FHIR files.

mod batch;
mod people;
mod source;

pub(crate) use source::{full_url, is_uuid, referred};

use crate::chart::Chart;
use crate::store;
use batch::Batch;
use pocketchart_fhir::split::{Form, Part, Position, Reason, SplitError, split};
use pocketchart_fhir::subjects::{Person, Subjects};
use pocketchart_record::{AppendError, Section, StoreError};
use std::collections::BTreeMap;
use std::fmt;
use std::io::{BufRead, Seek, SeekFrom};

/// Unreadable parts are listed one by one up to this many; all are counted.
const MAX_LISTED: usize = 1000;

/// How to bring in a file.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct ImportOptions {
    /// The name of the file, to be shown beside what of it could not be read.
    pub file_name: String,
    /// The person said that the file is about them, whatever name it gives.
    pub same_person: bool,
}

/// How far an import has come.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct ImportProgress {
    /// What is being done.
    pub phase: ImportPhase,
    /// Bytes of the file, of [`ImportProgress::size`].
    pub bytes: u64,
    /// The size of the file in bytes.
    pub size: u64,
    /// Parts so far.
    pub parts: u64,
}

/// A file is read twice: first to see whom it is about and whether it is whole, then to be kept.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ImportPhase {
    /// Looking at it.
    Checking,
    /// Taking it in.
    Keeping,
}

/// What came in. `read` = `new` + `updated` + `held` + `unreadable`.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
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
    /// The first 1,000 of those, with their place and reason.
    pub unreadable_parts: Vec<UnreadablePart>,
    /// How many new and updated resources each section got.
    pub sections: BTreeMap<Section, u64>,
}

/// A part that could not be read.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct UnreadablePart {
    /// Where it stands in the file.
    pub position: Position,
    /// Why.
    pub reason: Reason,
    /// How many bytes it has.
    pub length: u64,
}

/// People's names, for the screen only: they appear in no log and no debugging output.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Names(pub Vec<String>);

impl fmt::Debug for Names {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Names({})", self.0.len())
    }
}

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
    /// Not a JSON file.
    #[error("not a JSON file")]
    NotJson,
    /// Nothing in it.
    #[error("empty file")]
    Empty,
    /// One JSON document of more than 256 MiB.
    #[error("a JSON document larger than 256 MiB")]
    TooLarge,
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

impl Chart {
    /// Brings in a FHIR file: a Bundle of any type, an array, one resource, or NDJSON.
    ///
    /// Each resource becomes an entry with its bytes as they came, in the section of the published table. What was
    /// brought in before is not kept twice; another copy from the same source replaces the older one. What cannot be
    /// read is kept as text. A JSON document (up to 256 MiB) comes in whole or not at all; NDJSON of any length comes
    /// in by batches, in bounded memory.
    ///
    /// # Errors
    /// [`ImportError`].
    ///
    /// ```
    /// # use pocketchart::{Chart, CreateChart, Home, ImportOptions, KdfLevel, NoFreshness, Unlock};
    /// # let folder = tempfile::tempdir()?;
    /// # let home = Home::new(folder.path(), std::sync::Arc::new(NoFreshness));
    /// # let unlock = Unlock::passphrase("correct horse battery staple");
    /// # let with = CreateChart { unlock: &unlock, kdf: KdfLevel::Fast, device_name: "phone" };
    /// # let (mut chart, _) = Chart::create(&home, &with)?;
    /// let file = br#"{"resourceType":"Condition","id":"1","code":{"text":"Asthma"}}"#;
    /// let options = ImportOptions { file_name: "visit.json".into(), same_person: false };
    /// let report = chart.import(std::io::Cursor::new(file), &options, &mut |_| ())?;
    /// assert_eq!((report.read, report.new), (1, 1));
    /// let again = chart.import(std::io::Cursor::new(file), &options, &mut |_| ())?;
    /// assert_eq!((again.new, again.held), (0, 1));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn import<R: BufRead + Seek>(
        &mut self,
        mut file: R,
        options: &ImportOptions,
        progress: &mut dyn FnMut(ImportProgress),
    ) -> Result<ImportReport, ImportError> {
        let start = file.stream_position().map_err(ImportError::Io)?;
        let size = file.seek(SeekFrom::End(0)).map_err(ImportError::Io)? - start;
        file.seek(SeekFrom::Start(start)).map_err(ImportError::Io)?;
        let people = look(&mut file, size, progress)?;
        if !options.same_person {
            self.check_people(&people)?;
        }
        file.seek(SeekFrom::Start(start)).map_err(ImportError::Io)?;
        let mut parts = split(&mut file)?;
        let mut batch = Batch::new(&options.file_name, parts.form() == Form::Lines);
        for part in &mut parts {
            let part = part.map_err(ImportError::from).and_then(|part| {
                let bytes = place(&part).offset;
                batch.add(self, part)?;
                Ok(bytes)
            });
            match part {
                Ok(bytes) => progress(ImportProgress {
                    phase: ImportPhase::Keeping,
                    bytes,
                    size,
                    parts: batch.read(),
                }),
                Err(error) => return Err(batch.stopped(error)),
            }
        }
        if let Err(error) = batch.flush(self) {
            return Err(batch.stopped(error));
        }
        progress(ImportProgress {
            phase: ImportPhase::Keeping,
            bytes: size,
            size,
            parts: batch.read(),
        });
        Ok(batch.into_report())
    }
}

fn place(part: &Part) -> Position {
    match part {
        Part::Resource(it) => it.position,
        Part::Unreadable(it) => it.position,
    }
}

/// Reads the file once, without keeping any of it, and says whom it is about.
fn look<R: BufRead>(
    file: &mut R,
    size: u64,
    progress: &mut dyn FnMut(ImportProgress),
) -> Result<Vec<Person>, ImportError> {
    let (mut subjects, mut parts, mut readable, mut cut) = (Subjects::new(), 0, false, None);
    for part in split(file)? {
        let part = part?;
        parts += 1;
        let bytes = place(&part).offset;
        cut = None;
        match part {
            Part::Resource(resource) => {
                readable = true;
                subjects.add(&resource);
            }
            Part::Unreadable(text) if text.reason == Reason::Truncated => {
                cut = Some(text.position.offset + text.length)
            }
            Part::Unreadable(_) => {}
        }
        progress(ImportProgress {
            phase: ImportPhase::Checking,
            bytes,
            size,
            parts,
        });
    }
    match cut {
        Some(at) => Err(ImportError::Truncated(at)),
        None if !readable => Err(ImportError::NothingReadable),
        None => Ok(subjects.people()),
    }
}
