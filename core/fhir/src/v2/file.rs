//! A file taken apart into its messages: batches, frames of the network and all three kinds of line ends are left behind.

use super::V2Error;

/// Bytes around a message on a network (HL7 Minimal Lower Layer Protocol), which files often keep.
const FRAME: [u8; 2] = [0x0B, 0x1C];

/// A line of the file.
#[derive(Clone, Copy)]
pub(super) struct Line<'a> {
    /// Byte offset in the file.
    pub(super) offset: usize,
    /// Without its end and without frames.
    pub(super) bytes: &'a [u8],
}

/// The lines of each message, its MSH first.
///
/// # Errors
/// [`V2Error::NotV2`] when something else than a message, or the head of a file or batch, stands first.
pub(super) fn messages(file: &[u8]) -> Result<Vec<Vec<Line<'_>>>, V2Error> {
    let mut messages: Vec<Vec<Line>> = Vec::new();
    for line in lines(file) {
        match line.bytes.get(..3) {
            Some(b"MSH") => messages.push(vec![line]),
            // A head or end of a batch closes what came before.
            Some(b"FHS" | b"BHS" | b"BTS" | b"FTS") => {}
            _ => match messages.last_mut() {
                Some(message) => message.push(line),
                None => return Err(V2Error::NotV2),
            },
        }
    }
    if messages.is_empty() {
        return Err(V2Error::NotV2);
    }
    Ok(messages)
}

/// Lines that are not empty.
fn lines(file: &[u8]) -> impl Iterator<Item = Line<'_>> {
    let start = if file.starts_with(b"\xEF\xBB\xBF") { 3 } else { 0 };
    let mut offset = start;
    let rest = file.get(start..).unwrap_or_default();
    rest.split(|byte| matches!(byte, b'\r' | b'\n'))
        .filter_map(move |mut bytes| {
            let mut line = Line { offset, bytes };
            offset += bytes.len() + 1;
            while let Some((first, rest)) = bytes.split_first()
                && FRAME.contains(first)
            {
                bytes = rest;
                line.offset += 1;
            }
            while let Some((last, rest)) = bytes.split_last()
                && FRAME.contains(last)
            {
                bytes = rest;
            }
            line.bytes = bytes;
            (!bytes.trim_ascii().is_empty()).then_some(line)
        })
}
