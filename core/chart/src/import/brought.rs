//! What marks the entries that came in together: an entry in front of them, in each section that they stand in.
//!
//! It is written in one transaction with them, so an import that is cut off leaves no entry without its mark. It names them by
//! their number alone: they are the next ones of the same device in the same document.

use super::ImportOptions;
use super::origin::Origin;
use crate::facts::{Maybe, maybe};
use pocketchart_record::cbor::to_bytes;
use pocketchart_record::cbor::{Canonical, Malformed, Reader, Writer};
use pocketchart_record::{Entry, EntryId, NewEntry, Section};
use std::fmt;

/// The kind of an entry that withdraws, or puts back, what an import had brought.
pub(crate) const UNDO: &str = "pocketchart/undo";
/// The longest name of a file that is kept, in characters.
const MAX_NAME: usize = 200;

/// The name of an import: random, the same on every device.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct ImportId(pub [u8; 16]);

/// 32 hexadecimal digits.
impl fmt::Display for ImportId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

/// What a file is written in.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[repr(u8)]
pub enum FileForm {
    /// FHIR R4 as JSON: a Bundle, an array, one resource, or one a line.
    Fhir = 1,
    /// A clinical document of HL7: C-CDA R2.1.
    Ccda = 2,
    /// Messages of HL7 v2, one or many.
    Hl7V2 = 3,
    /// Rows of readings that a device at home, or its app, writes: CSV.
    Rows = 4,
    /// The export of Apple Health.
    AppleHealth = 5,
    /// A picture, a PDF, a DICOM object or a recording: kept as it is.
    Media = 6,
}

impl FileForm {
    const ALL: [Self; 6] = [
        Self::Fhir,
        Self::Ccda,
        Self::Hl7V2,
        Self::Rows,
        Self::AppleHealth,
        Self::Media,
    ];

    /// By how a file begins. What is nothing else may be rows.
    pub(super) fn of(start: &[u8]) -> Self {
        if pocketchart_media::kind(start).is_some() {
            return FileForm::Media;
        }
        let marks: [&[u8]; 3] = [b"\xEF\xBB\xBF", b"\xFF\xFE", b"\xFE\xFF"];
        let start = marks
            .iter()
            .find_map(|mark| start.strip_prefix(*mark))
            .unwrap_or(start);
        // UTF-16 has zeros between its letters, and the network's frame of HL7 v2 a control character before them.
        let mut letters = start.iter().copied().filter(|byte| *byte > b' ');
        match letters.next() {
            None | Some(b'{' | b'[') => FileForm::Fhir,
            Some(b'<') => FileForm::Ccda,
            Some(b'P') if start.starts_with(b"PK\x03\x04") => FileForm::AppleHealth,
            Some(first @ (b'M' | b'F' | b'B')) => {
                let name = [first, letters.next().unwrap_or(0), letters.next().unwrap_or(0)];
                match &name {
                    b"MSH" | b"FHS" | b"BHS" => FileForm::Hl7V2,
                    _ => FileForm::Rows,
                }
            }
            Some(_) => FileForm::Rows,
        }
    }

    /// Its name in JSON and in the ids of messages.
    pub fn name(self) -> &'static str {
        match self {
            FileForm::Fhir => "fhir",
            FileForm::Ccda => "ccda",
            FileForm::Hl7V2 => "hl7-v2",
            FileForm::Rows => "rows",
            FileForm::AppleHealth => "apple-health",
            FileForm::Media => "media",
        }
    }
}

/// The mark.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Brought {
    pub(crate) import: ImportId,
    /// How many entries behind the mark came with it.
    pub(crate) entries: u64,
    pub(crate) file: String,
    pub(crate) form: FileForm,
    /// SHA-256 of the file. Pages of a server, and marks of version 1, have none.
    pub(crate) hash: Option<[u8; 32]>,
    /// From whom it came, where that was by a card or a link.
    pub(crate) origin: Option<Origin>,
}

impl Brought {
    pub(super) fn new(
        import: ImportId,
        form: FileForm,
        options: &ImportOptions,
        hash: Option<[u8; 32]>,
    ) -> Self {
        Self {
            import,
            entries: 0,
            file: (options.file_name.chars())
                .filter(|c| !c.is_control())
                .take(MAX_NAME)
                .collect(),
            form,
            hash,
            origin: options.origin.clone(),
        }
    }

    /// The entries of one section, with their mark in front.
    pub(super) fn mark(&self, section: Section, entries: Vec<NewEntry>) -> Vec<NewEntry> {
        let mark = Self {
            entries: entries.len() as u64,
            ..self.clone()
        };
        let mut marked = vec![NewEntry::new(section, Entry::IMPORT, to_bytes(&mark))];
        marked.extend(entries);
        marked
    }

    /// Whether an entry is one of those behind the mark.
    pub(crate) fn holds(&self, mark: &EntryId, entry: &EntryId) -> bool {
        let behind = entry.counter.saturating_sub(mark.counter);
        (mark.document, mark.feed) == (entry.document, entry.feed) && (1..=self.entries).contains(&behind)
    }
}

/// `import` of docs/formats.cddl.
impl Canonical for Brought {
    fn write(&self, to: &mut Writer) {
        let (len, version) = if self.hash.is_some() { (7, 2) } else { (5, 1) };
        to.array(len)
            .uint(version)
            .bytes(&self.import.0)
            .uint(self.entries);
        to.text(&self.file).uint(self.form as u64);
        if let Some(hash) = &self.hash {
            to.bytes(hash).value(&Maybe(self.origin.clone()));
        }
    }
    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        let has_hash = match (from.array()?, from.uint()?) {
            (5, 1) => false,
            (7, 2) => true,
            _ => return Err(Malformed("import version")),
        };
        let (import, entries) = (ImportId(from.fixed()?), from.uint()?);
        let file = from.text()?.to_owned();
        let form = from.uint()?;
        let form = FileForm::ALL.into_iter().find(|it| *it as u64 == form);
        let form = form.ok_or(Malformed("form of a file"))?;
        let (hash, origin) = match has_hash {
            true => (Some(from.fixed()?), maybe(from)?),
            false => (None, None),
        };
        Ok(Self {
            import,
            entries,
            file,
            form,
            hash,
            origin,
        })
    }
}
