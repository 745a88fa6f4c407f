//! Bringing in files.

mod apple;
mod batch;
mod brought;
mod document;
mod error;
mod hash;
mod media;
mod origin;
mod page;
mod people;
mod rows;
mod source;

pub(crate) use brought::{Brought, UNDO};
pub use brought::{FileForm, ImportId};
pub use error::ImportError;
pub use origin::{Origin, Proof};
pub(crate) use page::FetchedFile;
pub use rows::Rows;
pub(crate) use source::{full_url, is_uuid, names_a_system, referred, source_of};

use crate::chart::Chart;
use crate::media::FileFound;
use batch::Batch;
use hash::sha256;
use pocketchart_fhir::ccda;
use pocketchart_fhir::reading::Left;
use pocketchart_fhir::readings::{CsvError, mapping, read_csv};
use pocketchart_fhir::split::{Form, Part, Position, Reason, split};
use pocketchart_fhir::subjects::{Person, Subjects};
use pocketchart_fhir::v2;
use pocketchart_record::Section;
use std::collections::BTreeMap;
use std::fmt;
use std::io::{BufRead, Read, Seek, SeekFrom};

/// Unreadable parts are listed one by one up to this many; all are counted.
const MAX_LISTED: usize = 1000;

/// How to bring in a file.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct ImportOptions {
    /// The name of the file, to be shown beside what of it could not be read.
    pub file_name: String,
    /// Its media type by its name, where that tells one; for pictures and their like, whose bytes may be of another.
    pub media_type: String,
    /// The person said that the file is about them, whatever name it gives.
    pub same_person: bool,
    /// From whom it came, where that was by a card or a link.
    pub origin: Option<Origin>,
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
    /// What a document that is not FHIR says and no resource was made of; it stays in the document, which is kept whole.
    pub not_mapped: Vec<Left>,
    /// Values of such a document that were not taken over, because they break its own rules.
    pub doubts: Vec<Left>,
    /// What was found out about a file that was kept as it is.
    pub file: Option<FileFound>,
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

impl Chart {
    /// Brings in a file: FHIR (a Bundle of any type, an array, one resource, or NDJSON), a C-CDA document, HL7 v2 messages,
    /// rows of readings of a device at home (CSV), or the export of Apple Health. A picture, a PDF, a DICOM object or a recording is
    /// kept as it is, as by [`Chart::attach`].
    ///
    /// Each resource of a FHIR file becomes an entry with its bytes as they came, in the section of the published table. What was
    /// brought in before is not kept twice; another copy from the same source replaces the older one. What cannot be
    /// read is kept as text. A JSON document (up to 256 MiB) comes in whole or not at all; NDJSON of any length comes
    /// in by batches, in bounded memory.
    ///
    /// A file that is not FHIR (up to 16 MiB; the export of Apple Health may be of any size, and is not kept) is kept whole. What it says becomes FHIR resources beside it, each with its
    /// place in the document; the report names what did not. [`Chart::undo_import`] takes an import back.
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
    /// let options = ImportOptions { file_name: "visit.json".into(), ..ImportOptions::default() };
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
        match FileForm::of(file.fill_buf().map_err(ImportError::Io)?) {
            FileForm::Fhir => self.import_fhir(file, (start, size), options, progress),
            form @ FileForm::Ccda => {
                let read = |bytes: &[u8], kept: &str| Ok(ccda::read(bytes, kept)?);
                self.import_document(file, (form, "text/xml"), read, options, progress)
            }
            form @ FileForm::Hl7V2 => {
                let read = |bytes: &[u8], kept: &str| Ok(v2::read(bytes, kept)?);
                self.import_document(file, (form, "application/edi-hl7v2"), read, options, progress)
            }
            FileForm::Rows => self.import_rows(file, &Rows::default(), options, progress),
            FileForm::AppleHealth => self.import_apple(file, (start, size), options, progress),
            FileForm::Media => self.import_media(file, options, progress),
        }
    }

    /// Brings in rows of readings, with answers to what their headings, dates and numbers leave open.
    ///
    /// # Errors
    /// [`ImportError`]; [`ImportError::Rows`] names the column that a question is about.
    pub fn import_rows(
        &mut self,
        file: impl Read,
        rows: &Rows<'_>,
        options: &ImportOptions,
        progress: &mut dyn FnMut(ImportProgress),
    ) -> Result<ImportReport, ImportError> {
        let subject = self.subject()?;
        let read = |bytes: &[u8], _: &str| {
            let told = mapping(bytes).map_err(|error| match error {
                CsvError::Unknown | CsvError::Encoding => ImportError::NotJson,
                question => ImportError::Rows(question),
            })?;
            Ok(read_csv(bytes, &rows.answer(told)?, &subject, rows.zone)?)
        };
        self.import_document(file, (FileForm::Rows, "text/csv"), read, options, progress)
    }

    /// A name for an import.
    pub(crate) fn new_import(&self) -> ImportId {
        ImportId(self.home.context().random())
    }

    fn import_fhir<R: BufRead + Seek>(
        &mut self,
        mut file: R,
        (start, size): (u64, u64),
        options: &ImportOptions,
        progress: &mut dyn FnMut(ImportProgress),
    ) -> Result<ImportReport, ImportError> {
        let hash = sha256(&mut file).map_err(ImportError::Io)?;
        file.seek(SeekFrom::Start(start)).map_err(ImportError::Io)?;
        let people = look(&mut file, size, progress)?;
        self.check_people(&people, options.same_person)?;
        file.seek(SeekFrom::Start(start)).map_err(ImportError::Io)?;
        let mut parts = split(&mut file)?;
        let in_parts = parts.form() == Form::Lines;
        let mut batch = Batch::new(self, options, (FileForm::Fhir, hash), in_parts);
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
