//! The records of `export.xml`, one after the other: never more than one element in memory.

use std::io::{self, BufRead, Read};

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use super::AppleError;

/// Largest element with its attributes, in bytes. Real ones have some hundred.
pub(super) const ELEMENT_LIMIT: usize = 1 << 20;

/// One `Record`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Record {
    pub(super) kind: String,
    pub(super) source: String,
    pub(super) unit: String,
    pub(super) value: String,
    pub(super) start: String,
    /// A person typed it in.
    pub(super) typed: bool,
}

/// What stands in the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Item {
    /// A record by itself.
    Record(Record),
    /// The records of a correlation, such as a blood pressure.
    Together(Vec<Record>),
    /// Another element, by its name.
    Other(String),
    /// An element that cannot be read, by its name.
    Damaged(String),
}

/// Lets no more than [`ELEMENT_LIMIT`] bytes through between two events.
struct Limited<R> {
    inner: R,
    room: usize,
}

impl<R: BufRead> Read for Limited<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let bytes = self.fill_buf()?;
        let length = bytes.len().min(out.len());
        for (to, from) in out.iter_mut().zip(bytes) {
            *to = *from;
        }
        self.consume(length);
        Ok(length)
    }
}

impl<R: BufRead> BufRead for Limited<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.room == 0 {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        let room = self.room;
        let bytes = self.inner.fill_buf()?;
        Ok(bytes.get(..room).unwrap_or(bytes))
    }

    fn consume(&mut self, length: usize) {
        self.room = self.room.saturating_sub(length);
        self.inner.consume(length);
    }
}

/// Most records in one correlation; further ones stand by themselves.
const TOGETHER: usize = 16;

/// Tells each item with its number, from 1, and byte offset. The internal document type is passed over: no entity of it is resolved.
pub(super) fn items<R: BufRead>(
    reader: R,
    tell: &mut dyn FnMut(Item, u64, u64) -> Result<(), AppleError>,
) -> Result<(), AppleError> {
    let mut xml = Reader::from_reader(Limited {
        inner: reader,
        room: ELEMENT_LIMIT,
    });
    let mut buffer = Vec::new();
    let (mut depth, mut number) = (0_usize, 0_u64);
    let mut root = false;
    let mut record: Option<(Record, usize)> = None;
    let mut together: Option<Vec<Record>> = None;
    loop {
        buffer.clear();
        // One element may have been large; what it took is given back.
        buffer.shrink_to(64 << 10);
        xml.get_mut().room = ELEMENT_LIMIT;
        let offset = xml.buffer_position();
        let event = xml.read_event_into(&mut buffer).map_err(error)?;
        let (start, empty) = match &event {
            Event::Start(start) => (Some(start), false),
            Event::Empty(start) => (Some(start), true),
            _ => (None, false),
        };
        if let Some(start) = start {
            let name = start.name();
            match (name.as_ref(), depth) {
                (b"HealthData", 0) => root = true,
                (_, 0) => return Err(AppleError::NotHealthData),
                (b"Record", _) => match read(start) {
                    Some(found) => record = Some((found, depth)),
                    None => {
                        number += 1;
                        tell(Item::Damaged("Record".to_owned()), number, offset)?;
                    }
                },
                (b"Correlation", 1) => together = Some(Vec::new()),
                (b"MetadataEntry", _) => {
                    if let Some((record, _)) = &mut record
                        && typed(start)
                    {
                        record.typed = true;
                    }
                }
                (name, 1) => {
                    number += 1;
                    let name = String::from_utf8_lossy(name).into_owned();
                    tell(Item::Other(name), number, offset)?;
                }
                _ => {}
            }
            if !empty {
                depth += 1;
            }
        }
        let ended = match &event {
            Event::End(_) => {
                depth = depth.saturating_sub(1);
                true
            }
            Event::Empty(_) => true,
            Event::Eof if root && depth == 0 => return Ok(()),
            Event::Eof => return Err(AppleError::Truncated),
            _ => false,
        };
        if ended && record.as_ref().is_some_and(|(_, at)| *at == depth) {
            let found = record.take().map(|(record, _)| record).unwrap_or_default();
            match &mut together {
                Some(group) if group.len() < TOGETHER => group.push(found),
                _ => {
                    number += 1;
                    tell(Item::Record(found), number, offset)?;
                }
            }
        } else if ended && depth == 1 && together.is_some() {
            number += 1;
            tell(
                Item::Together(together.take().unwrap_or_default()),
                number,
                offset,
            )?;
        }
    }
}

fn error(error: quick_xml::Error) -> AppleError {
    match error {
        quick_xml::Error::Io(error) if error.kind() == io::ErrorKind::FileTooLarge => {
            AppleError::ElementTooLarge
        }
        quick_xml::Error::Io(error) => AppleError::Io(error.kind()),
        _ => AppleError::NotXml,
    }
}

fn attributes(start: &BytesStart, mut each: impl FnMut(&[u8], String)) -> Option<()> {
    for attribute in start.attributes() {
        let attribute = attribute.ok()?;
        // Only the five entities of XML itself; any other is a fault of the element.
        let value = attribute
            .decoded_and_normalized_value(XmlVersion::Implicit1_0, start.decoder())
            .ok()?;
        each(attribute.key.as_ref(), value.into_owned());
    }
    Some(())
}

fn read(start: &BytesStart) -> Option<Record> {
    let mut record = Record::default();
    attributes(start, |name, value| match name {
        b"type" => record.kind = value,
        b"sourceName" => record.source = value,
        b"unit" => record.unit = value,
        b"value" => record.value = value,
        b"startDate" => record.start = value,
        _ => {}
    })?;
    (!record.kind.is_empty()).then_some(record)
}

fn typed(start: &BytesStart) -> bool {
    let (mut key, mut value) = (String::new(), String::new());
    let read = attributes(start, |name, text| match name {
        b"key" => key = text,
        b"value" => value = text,
        _ => {}
    });
    read.is_some() && key == "HKWasUserEntered" && value == "1"
}
