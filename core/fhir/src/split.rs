//! Lossless splitting of foreign files into byte-exact resources.
//!
//! A file may hold a Bundle of any type, a JSON array of resources, one resource, or NDJSON. Nothing is refused whole
//! because of one bad part: what cannot be read comes out as [`Unreadable`], with its place, its reason and its text.
//! Only a file that is not JSON at all, or larger than the limits, is an error. Limits: one JSON document ≤ 256 MiB,
//! one resource ≤ 16 MiB and ≤ 64 levels deep; NDJSON has no limit and is read a line at a time.
//!
//! ```
//! use pocketchart_fhir::split::{Part, split};
//!
//! let file = br#"{"resourceType":"Bundle","type":"collection","entry":[
//!   {"fullUrl":"urn:uuid:1","resource":{"resourceType":"Patient", "id":"p"}},
//!   {"resource":{"resourceType":"Observation",,}}]}"#;
//! let mut parts = split(&file[..])?;
//! let Some(Ok(Part::Resource(patient))) = parts.next() else { panic!() };
//! assert_eq!(patient.bytes, br#"{"resourceType":"Patient", "id":"p"}"#);
//! let Some(Ok(Part::Unreadable(bad))) = parts.next() else { panic!() };
//! assert_eq!(bad.position.number, 2);
//! # Ok::<(), pocketchart_fhir::split::SplitError>(())
//! ```

mod document;
mod head;
mod lines;
mod resync;

use std::io::{BufRead, Chain, Cursor, Read};

pub use head::Head;

use crate::scan::{Fault, FaultKind, Scanner};
use document::{Document, Numbering};
use lines::{Lines, read_line};

/// Largest single JSON document, in bytes: 256 MiB.
pub const DOCUMENT_LIMIT: usize = 256 << 20;
/// Largest resource, in bytes: 16 MiB.
pub const RESOURCE_LIMIT: usize = 16 << 20;
/// How many arrays and objects may nest in a resource, itself included.
pub const DEPTH_LIMIT: usize = 64;

/// One piece of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// A resource whose bytes are well-formed and which names its type.
    Resource(Resource),
    /// Text that could not be read as a resource.
    Unreadable(Unreadable),
}

/// A resource as the source wrote it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Resource {
    /// The source's bytes, UTF-8 JSON, unchanged.
    pub bytes: Vec<u8>,
    /// Type, id and version.
    pub head: Head,
    /// The Bundle entry's `fullUrl`.
    pub full_url: Option<String>,
    /// Where it stood in the file.
    pub position: Position,
}

/// A piece of a file that is no readable resource; kept as text and shown as such.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unreadable {
    /// Where it stood in the file.
    pub position: Position,
    /// Why it could not be read.
    pub reason: Reason,
    /// The source's bytes, at most [`RESOURCE_LIMIT`] of them.
    pub text: Vec<u8>,
    /// How many bytes the piece has in the file; more than `text` holds only for oversized pieces.
    pub length: u64,
}

/// A place in a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Position {
    /// Byte offset of the first byte, from 0.
    pub offset: u64,
    /// Number of the line (NDJSON) or entry (Bundle, array), from 1; 1 for a single resource.
    pub number: u64,
}

/// Why a piece of a file is unreadable.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error)]
#[non_exhaustive]
pub enum Reason {
    /// The text breaks JSON's grammar.
    #[error("not well-formed JSON")]
    Syntax,
    /// The file ends inside this piece.
    #[error("the file ends in the middle")]
    Truncated,
    /// More than [`DEPTH_LIMIT`] nested arrays and objects.
    #[error("nested too deep")]
    TooDeep,
    /// More than [`RESOURCE_LIMIT`] bytes.
    #[error("larger than 16 MiB")]
    TooLarge,
    /// One object says the same name twice, so readers would disagree about what it says.
    #[error("the same name twice in one object")]
    DuplicateName,
    /// Bytes that are not UTF-8.
    #[error("not UTF-8")]
    NotUtf8,
    /// Well-formed JSON that is no FHIR resource: no object, no `resourceType`, or a Bundle entry without one.
    #[error("not a resource")]
    NotAResource,
    /// Something stands after the end of the document.
    #[error("text after the end of the document")]
    TrailingText,
}

/// Why a file cannot be split at all.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum SplitError {
    /// The file does not begin with a JSON object or array.
    #[error("not a JSON file")]
    NotJson,
    /// The file holds nothing but space.
    #[error("empty file")]
    Empty,
    /// One JSON document larger than [`DOCUMENT_LIMIT`].
    #[error("a JSON document larger than 256 MiB")]
    TooLarge,
    /// The file could not be read.
    #[error(transparent)]
    Io(#[from] std::io::Error),
}

/// How a file is laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// One JSON document: a Bundle, an array, or a single resource.
    Document,
    /// NDJSON: a resource a line. A Bundle on a line is one resource and stays whole.
    Lines,
}

/// The parts of a file, in the file's order. An error ends the iteration.
pub struct Parts<R> {
    lines: Lines<Chain<Cursor<Vec<u8>>, R>>,
    document: Option<Document>,
    form: Form,
    byte_order_mark: bool,
}

/// Splits what `reader` holds. Reads one document, or the first two lines of NDJSON, before it returns.
///
/// A UTF-8 byte order mark is skipped ([`Parts::byte_order_mark`]).
///
/// # Errors
/// [`SplitError::NotJson`] when the first character begins no JSON object or array (also UTF-16), [`SplitError::Empty`],
/// [`SplitError::TooLarge`] for one document over the limit, [`SplitError::Io`].
pub fn split<R: BufRead>(mut reader: R) -> Result<Parts<R>, SplitError> {
    let byte_order_mark = reader.fill_buf()?.starts_with(b"\xEF\xBB\xBF");
    let start = if byte_order_mark { 3 } else { 0 };
    reader.consume(start);
    let mut head = Vec::new();
    if !read_line(&mut reader, &mut head, DOCUMENT_LIMIT)? {
        return Err(SplitError::Empty);
    }
    let first_line = head.len();
    if !matches!(head.trim_ascii_start().first(), Some(b'{' | b'[')) {
        return Err(SplitError::NotJson);
    }
    let more = read_line(&mut reader, &mut head, DOCUMENT_LIMIT)?;
    let form = if more {
        form_of(&head, first_line)
    } else {
        Form::Document
    };
    let document = match form {
        Form::Lines => None,
        Form::Document => {
            let room = (DOCUMENT_LIMIT as u64 + 1).saturating_sub(head.len() as u64);
            (&mut reader).take(room).read_to_end(&mut head)?;
            if head.len() > DOCUMENT_LIMIT {
                return Err(SplitError::TooLarge);
            }
            let position = Position {
                offset: start as u64,
                number: 1,
            };
            Some(Document::new(
                std::mem::take(&mut head),
                position,
                Numbering::Entries,
            ))
        }
    };
    let lines = Lines::new(Cursor::new(head).chain(reader), start as u64);
    Ok(Parts {
        lines,
        document,
        form,
        byte_order_mark,
    })
}

/// Splits bytes in memory; the entry point of the fuzzer. Same rules as [`split`].
///
/// # Errors
/// As [`split`], without [`SplitError::Io`].
pub fn split_bytes(bytes: &[u8]) -> Result<Vec<Part>, SplitError> {
    split(bytes)?.collect()
}

/// Two lines are NDJSON when the second cannot continue what the first begins, and one of them is whole by itself.
fn form_of(head: &[u8], first_line: usize) -> Form {
    let (first, second) = head.split_at_checked(first_line).unwrap_or((head, &[]));
    if !second.trim_ascii_start().starts_with(b"{") {
        return Form::Document;
    }
    let continued = [first, b"{"].concat();
    let continues = match scan_whole(&continued) {
        Ok(()) => false,
        Err(fault) => matches!(fault.kind, FaultKind::Truncated | FaultKind::TooDeep),
    };
    let whole = scan_whole(first).is_ok() || scan_whole(second).is_ok();
    if whole && !continues {
        Form::Lines
    } else {
        Form::Document
    }
}

/// One value with space around it and nothing else.
fn scan_whole(text: &[u8]) -> Result<(), Fault> {
    let mut scanner = Scanner::new(text, 0);
    scanner.skip_space();
    scanner.value(DEPTH_LIMIT + 3)?;
    scanner.skip_space();
    if scanner.at < text.len() {
        Err(scanner.fault())
    } else {
        Ok(())
    }
}

impl<R: BufRead> Parts<R> {
    /// How the file is laid out.
    pub fn form(&self) -> Form {
        self.form
    }

    /// Whether the file began with a UTF-8 byte order mark, which is not part of any resource.
    pub fn byte_order_mark(&self) -> bool {
        self.byte_order_mark
    }

    fn next_document(&mut self) -> Result<Option<Document>, SplitError> {
        let line = self.lines.next_line(RESOURCE_LIMIT)?;
        Ok(line.map(|line| {
            let position = Position {
                offset: line.offset,
                number: line.number,
            };
            if line.is_whole() {
                Document::new(line.text, position, Numbering::Line)
            } else {
                Document::unreadable(line.text, line.length, position, Reason::TooLarge)
            }
        }))
    }
}

impl<R: BufRead> Iterator for Parts<R> {
    type Item = Result<Part, SplitError>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(part) = self.document.as_mut().and_then(Document::next) {
                return Some(Ok(part));
            }
            self.document = None;
            if self.form == Form::Document {
                return None;
            }
            match self.next_document() {
                Ok(Some(document)) => self.document = Some(document),
                Ok(None) => return None,
                Err(error) => {
                    self.form = Form::Document;
                    return Some(Err(error));
                }
            }
        }
    }
}

impl Part {
    /// The resource, when the part is one.
    pub fn resource(self) -> Option<Resource> {
        match self {
            Part::Resource(resource) => Some(resource),
            Part::Unreadable(_) => None,
        }
    }
}
