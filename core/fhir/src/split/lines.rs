//! Lines of a file in bounded memory.

use std::io::{self, BufRead};

/// A line without the space around it, at most as long as asked for.
pub(super) struct Line {
    pub(super) text: Vec<u8>,
    /// Length in the file; more than `text` holds when the line was longer than asked for.
    pub(super) length: u64,
    pub(super) offset: u64,
    pub(super) number: u64,
}

impl Line {
    pub(super) fn is_whole(&self) -> bool {
        self.text.len() as u64 == self.length
    }

    fn trim_end(&mut self) {
        while self.is_whole() && self.text.last().is_some_and(u8::is_ascii_whitespace) {
            self.text.pop();
            self.length -= 1;
        }
    }
}

pub(super) struct Lines<R> {
    pub(super) reader: R,
    offset: u64,
    number: u64,
}

impl<R: BufRead> Lines<R> {
    /// `offset` = where in the file the reader stands.
    pub(super) fn new(reader: R, offset: u64) -> Self {
        Self {
            reader,
            offset,
            number: 1,
        }
    }

    /// The next line that is not blank, cut at `limit` bytes (the rest of it is passed over).
    pub(super) fn next_line(&mut self, limit: usize) -> io::Result<Option<Line>> {
        let mut line = Line {
            text: Vec::new(),
            length: 0,
            offset: self.offset,
            number: self.number,
        };
        loop {
            let buffer = match self.reader.fill_buf() {
                Ok(buffer) => buffer,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => return Err(error),
            };
            if buffer.is_empty() {
                line.trim_end();
                return Ok((line.length > 0).then_some(line));
            }
            let end = buffer.iter().position(|&byte| byte == b'\n');
            let mut piece = buffer.get(..end.unwrap_or(buffer.len())).unwrap_or_default();
            if line.length == 0 {
                let blank = piece.iter().take_while(|byte| byte.is_ascii_whitespace()).count();
                line.offset = self.offset + blank as u64;
                piece = piece.get(blank..).unwrap_or_default();
            }
            let room = limit.saturating_sub(line.text.len()).min(piece.len());
            line.text.extend_from_slice(piece.get(..room).unwrap_or_default());
            line.length += piece.len() as u64;
            let used = end.map_or(buffer.len(), |end| end + 1);
            self.reader.consume(used);
            self.offset += used as u64;
            if end.is_some() {
                self.number += 1;
                line.trim_end();
                if line.length > 0 {
                    return Ok(Some(line));
                }
                line.number = self.number;
            }
        }
    }
}

/// Appends to `head` up to and including the next line that is not blank; says whether there was one.
///
/// # Errors
/// Of the reader. A line that would make `head` longer than `limit` is cut there.
pub(super) fn read_line(reader: &mut impl BufRead, head: &mut Vec<u8>, limit: usize) -> io::Result<bool> {
    loop {
        let start = head.len();
        let room = (limit as u64 + 1).saturating_sub(start as u64);
        io::Read::take(&mut *reader, room).read_until(b'\n', head)?;
        let line = head.get(start..).unwrap_or_default();
        if line.is_empty() {
            return Ok(false);
        }
        if !line.iter().all(u8::is_ascii_whitespace) {
            return Ok(true);
        }
    }
}
