//! One JSON document, walked part by part.

use std::collections::VecDeque;
use std::ops::Range;

use super::head::{Head, text};
use super::resync::{Element, next_element, next_entries};
use super::{DEPTH_LIMIT, Part, Position, RESOURCE_LIMIT, Reason, Resource, Unreadable};
use crate::scan::{Fault, FaultKind, Scanner};

/// What [`Position::number`] counts.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Numbering {
    /// The parts of this document, from 1.
    Entries,
    /// This document is a line, which is one resource; every part bears the line's number.
    Line,
}

/// Where the walk stands.
enum State {
    /// Nothing is read yet.
    Start,
    /// Between the members of a Bundle.
    Members,
    /// Before an element of an array, or its end.
    Elements(Element),
    /// After the document's last bracket.
    End,
    Done,
}

/// A document in memory, as an iterator over its parts.
pub(super) struct Document {
    bytes: Vec<u8>,
    start: Position,
    numbering: Numbering,
    count: u64,
    at: usize,
    state: State,
    entries_seen: bool,
    ready: VecDeque<Part>,
}

impl Document {
    pub(super) fn new(bytes: Vec<u8>, start: Position, numbering: Numbering) -> Self {
        Self {
            bytes,
            start,
            numbering,
            count: 0,
            at: 0,
            state: State::Start,
            entries_seen: false,
            ready: VecDeque::new(),
        }
    }

    /// A document known to be unreadable without looking at it.
    pub(super) fn unreadable(text: Vec<u8>, length: u64, position: Position, reason: Reason) -> Self {
        let mut document = Self::new(Vec::new(), position, Numbering::Line);
        document.ready.push_back(Part::Unreadable(Unreadable {
            position,
            reason,
            text,
            length,
        }));
        document.state = State::Done;
        document
    }

    pub(super) fn next(&mut self) -> Option<Part> {
        loop {
            if let Some(part) = self.ready.pop_front() {
                return Some(part);
            }
            match self.state {
                State::Start => self.begin(),
                State::Members => self.member(),
                State::Elements(element) => self.element(element),
                State::End => self.end(),
                State::Done => return None,
            }
        }
    }

    fn begin(&mut self) {
        let space = self.bytes.len() - self.bytes.trim_ascii_start().len();
        self.at = space;
        if self.numbering == Numbering::Line {
            self.single(space);
        } else if self.bytes.get(space) == Some(&b'[') {
            self.at += 1;
            self.state = State::Elements(Element::Resource);
        } else if is_bundle(&self.bytes, space) {
            self.at += 1;
            self.state = State::Members;
        } else {
            self.single(space);
        }
    }

    fn single(&mut self, start: usize) {
        let mut scanner = Scanner::new(&self.bytes, start);
        let read = scanner.value(DEPTH_LIMIT);
        let duplicate = scanner.duplicate.is_some();
        match read {
            Ok(range) => {
                self.at = range.end;
                self.state = State::End;
                self.resource(range, None, duplicate);
            }
            Err(fault) => self.rest_unreadable(start, reason_of(fault)),
        }
    }

    /// Reads one member of a Bundle; enters its `entry` array.
    fn member(&mut self) {
        let start = self.at;
        let mut scanner = Scanner::new(&self.bytes, start);
        scanner.skip_space();
        if scanner.peek() == Some(b',') {
            scanner.at += 1;
            scanner.skip_space();
        }
        if scanner.peek() == Some(b'}') {
            self.at = scanner.at + 1;
            self.state = State::End;
            return;
        }
        let name_at = scanner.at;
        let outcome = scanner.name().and_then(|name| {
            if name.as_ref() == b"entry" && scanner.peek() == Some(b'[') {
                return Ok(true);
            }
            scanner.value(DEPTH_LIMIT)?;
            scanner.skip_space();
            match scanner.peek() {
                Some(b',' | b'}') => Ok(false),
                _ => Err(scanner.fault()),
            }
        });
        let at = scanner.at;
        match outcome {
            Ok(true) => {
                self.enter_entries(name_at, at + 1);
            }
            Ok(false) => self.at = at,
            Err(fault) => match next_entries(&self.bytes, fault.at) {
                Some((name, open)) => {
                    self.unreadable_range(start..name, reason_of(fault));
                    self.enter_entries(name, open);
                }
                None => self.rest_unreadable(start, reason_of(fault)),
            },
        }
    }

    fn enter_entries(&mut self, name: usize, open: usize) {
        if self.entries_seen {
            self.unreadable_range(name..open, Reason::DuplicateName);
        }
        self.entries_seen = true;
        self.at = open;
        self.state = State::Elements(Element::Entry);
    }

    fn element(&mut self, element: Element) {
        let mut scanner = Scanner::new(&self.bytes, self.at);
        scanner.skip_space();
        let start = scanner.at;
        if scanner.peek() == Some(b']') {
            self.at = start + 1;
            self.state = if element == Element::Entry {
                State::Members
            } else {
                State::End
            };
            return;
        }
        let (mut full_url, mut resource) = (None, None);
        let read = if element == Element::Entry && scanner.peek() == Some(b'{') {
            scanner.object(DEPTH_LIMIT + 1, |name, range| match name {
                b"fullUrl" => full_url = Some(range),
                b"resource" => resource = Some(range),
                _ => {}
            })
        } else {
            scanner.value(DEPTH_LIMIT).map(|_| ())
        };
        let (end, last_string) = (scanner.at, scanner.last_string);
        let duplicate = scanner.duplicate.is_some();
        let closed = read.and_then(|()| {
            scanner.skip_space();
            match scanner.peek() {
                Some(b',') => Ok(scanner.at + 1),
                Some(b']') => Ok(scanner.at),
                _ => Err(scanner.fault()),
            }
        });
        // A whole element stays readable when only what follows it is damaged.
        let whole = read.is_ok();
        if whole {
            self.add_element(start..end, full_url, resource, element, duplicate);
        }
        match closed {
            Ok(next) => self.at = next,
            Err(fault) if whole => self.resume(end, fault.at, fault, element),
            Err(fault) => self.resume(start, last_string.max(start), fault, element),
        }
    }

    fn add_element(
        &mut self,
        element: Range<usize>,
        full_url: Option<Range<usize>>,
        resource: Option<Range<usize>>,
        kind: Element,
        duplicate: bool,
    ) {
        match (kind, resource) {
            (Element::Resource, _) => self.resource(element, None, duplicate),
            (Element::Entry, Some(_)) if duplicate => self.unreadable_range(element, Reason::DuplicateName),
            (Element::Entry, Some(resource)) => {
                let full_url = full_url.and_then(|range| text(self.bytes.get(range)));
                self.resource(resource, full_url, false);
            }
            (Element::Entry, None) => self.unreadable_range(element, Reason::NotAResource),
        }
    }

    /// Goes on at the next element that plainly begins at `from` or later; what lies between is unreadable.
    fn resume(&mut self, start: usize, from: usize, fault: Fault, element: Element) {
        match next_element(&self.bytes, from, element) {
            Some(comma) => {
                self.unreadable_range(start..comma, reason_of(fault));
                self.at = comma + 1;
            }
            None => self.rest_unreadable(start, reason_of(fault)),
        }
    }

    fn end(&mut self) {
        self.state = State::Done;
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        let start = self.at + (rest.len() - rest.trim_ascii_start().len());
        if start < self.bytes.len() {
            self.rest_unreadable(start, Reason::TrailingText);
        }
    }

    fn rest_unreadable(&mut self, start: usize, reason: Reason) {
        self.unreadable_range(start..self.bytes.len(), reason);
        self.state = State::Done;
    }

    fn resource(&mut self, range: Range<usize>, full_url: Option<String>, duplicate: bool) {
        let bytes = self.bytes.get(range.clone()).unwrap_or_default();
        let head = if bytes.len() > RESOURCE_LIMIT {
            Err(Reason::TooLarge)
        } else if duplicate {
            Err(Reason::DuplicateName)
        } else if std::str::from_utf8(bytes).is_err() {
            Err(Reason::NotUtf8)
        } else {
            Head::of(bytes)
        };
        match head {
            Ok(head) => {
                let bytes = bytes.to_vec();
                let position = self.position(range.start);
                self.ready.push_back(Part::Resource(Resource {
                    bytes,
                    head,
                    full_url,
                    position,
                }));
            }
            Err(reason) => self.unreadable_range(range, reason),
        }
    }

    fn unreadable_range(&mut self, range: Range<usize>, reason: Reason) {
        let position = self.position(range.start);
        let piece = self.bytes.get(range).unwrap_or_default();
        let text = piece.get(..RESOURCE_LIMIT).unwrap_or(piece).to_vec();
        let length = piece.len() as u64;
        self.ready.push_back(Part::Unreadable(Unreadable {
            position,
            reason,
            text,
            length,
        }));
    }

    fn position(&mut self, at: usize) -> Position {
        self.count += 1;
        let number = match self.numbering {
            Numbering::Entries => self.count,
            Numbering::Line => self.start.number,
        };
        Position {
            offset: self.start.offset + at as u64,
            number,
        }
    }
}

fn reason_of(fault: Fault) -> Reason {
    match fault.kind {
        FaultKind::Syntax => Reason::Syntax,
        FaultKind::Truncated => Reason::Truncated,
        FaultKind::TooDeep => Reason::TooDeep,
    }
}

/// A Bundle says so, or has an `entry` array whose first element looks like a Bundle's (the type may stand last).
fn is_bundle(bytes: &[u8], start: usize) -> bool {
    let mut scanner = Scanner::new(bytes, start);
    if scanner.expect(b'{').is_err() {
        return false;
    }
    loop {
        scanner.skip_space();
        let Ok(name) = scanner.name() else { return false };
        if name.as_ref() == b"entry" && scanner.peek() == Some(b'[') {
            let mut first = Scanner::new(bytes, scanner.at + 1);
            first.skip_space();
            let known = first.expect(b'{').is_ok() && {
                first.skip_space();
                first
                    .name()
                    .is_ok_and(|name| matches!(name.as_ref(), b"fullUrl" | b"resource" | b"request"))
            };
            if known {
                return true;
            }
        }
        let Ok(value) = scanner.value(DEPTH_LIMIT + 3) else {
            return false;
        };
        if name.as_ref() == b"resourceType" {
            return text(bytes.get(value)).as_deref() == Some("Bundle");
        }
        scanner.skip_space();
        if scanner.expect(b',').is_err() {
            return false;
        }
    }
}
