//! One message: its segments, who sent it, and where in the file it stands.

use std::collections::HashMap;

use super::charset::decoded;
use super::file::Line;
use super::segment::{Segment, Separators};
use super::time::zone_of;
use crate::reading::{Left, Why, address};

/// The segments and the head of a message.
pub(super) struct Message<'a> {
    /// All segments that are well-formed, MSH first.
    pub(super) segments: Vec<Segment<'a>>,
    /// Lines that are no segments.
    pub(super) damaged: Vec<Left>,
    /// What stands before the places of its segments: its name, MSH-10.
    pub(super) path: String,
    /// `meta.source` up to its `#`.
    pub(super) source: String,
    /// Who sent it: the facility, or the program where no facility is named.
    pub(super) sender: String,
    /// When, as written: the later of two messages of one sender has the greater text.
    pub(super) sent: String,
    /// The zone of moments that name none: that of MSH-7.
    pub(super) zone: Option<String>,
    /// MSH-9: such as (`ORU`, `R01`).
    pub(super) kind: (String, String),
}

/// Why a message is not read at all; its place stands before it.
pub(super) struct Refused(pub(super) Left);

/// The text of a message and whether bytes in it had no meaning.
pub(super) fn text(lines: &[Line], number: usize) -> Result<(Vec<(String, usize)>, bool), Refused> {
    let place = || format!("MSH[{number}]");
    let malformed = |what: &str| {
        Refused(Left {
            place: place(),
            what: what.to_owned(),
            why: Why::Malformed,
        })
    };
    let head = lines.first().map(|line| line.bytes).unwrap_or_default();
    let head = String::from_utf8_lossy(head);
    let separators = Separators::of(&head).ok_or_else(|| malformed("MSH-2"))?;
    let msh = Segment::of(&head, separators, 1, 0).ok_or_else(|| malformed("MSH"))?;
    let charset = msh.text(18);
    let mut damaged = false;
    let mut texts = Vec::with_capacity(lines.len());
    for line in lines {
        let (text, bad) = decoded(line.bytes, &charset).ok_or_else(|| {
            Refused(Left {
                place: place(),
                what: format!("MSH-18: {charset}"),
                why: Why::NoMapping,
            })
        })?;
        damaged |= bad;
        texts.push((text, line.offset));
    }
    Ok((texts, damaged))
}

impl<'a> Message<'a> {
    /// Of its lines as text with their offsets; `kept` names the file where the message has no name of its own.
    pub(super) fn of(texts: &'a [(String, usize)], number: usize, kept: &str) -> Option<Self> {
        let (head, _) = texts.first()?;
        let separators = Separators::of(head)?;
        let mut counts: HashMap<&str, usize> = HashMap::new();
        let mut segments = Vec::with_capacity(texts.len());
        let mut lines = Vec::new();
        for (at, (text, offset)) in texts.iter().enumerate() {
            let name = text.get(..3).unwrap_or_default();
            let seen = counts.get(name).copied().unwrap_or_default() + 1;
            match Segment::of(text, separators, seen, *offset) {
                Some(segment) => {
                    counts.insert(segment.name, seen);
                    segments.push(segment);
                }
                None => lines.push((at + 1, text)),
            }
        }
        let msh = segments.first()?;
        let named = |number: usize| {
            let field = msh.field(number);
            // The universal id is the better name, where there is one.
            let parts = [field.component(2).text(), field.component(1).text()];
            parts.into_iter().find(|part| !part.is_empty())
        };
        let sender = named(4).or_else(|| named(3)).unwrap_or_default();
        let sent = msh.text(7);
        let control = msh.text(10);
        let (path, source) = if control.is_empty() {
            (format!("MSH[{number}]"), kept.to_owned())
        } else {
            let source = address(&sender, &control, "MessageHeader");
            (control.replace(char::is_whitespace, "_"), source)
        };
        let damaged = lines
            .into_iter()
            .map(|(line, text)| Left {
                place: format!("{path}/line[{line}]"),
                what: text.chars().take(80).collect(),
                why: Why::Malformed,
            })
            .collect();
        let kind = msh.field(9);
        Some(Self {
            damaged,
            path,
            source,
            zone: zone_of(&sent).map(str::to_owned),
            kind: (kind.component(1).text(), kind.component(2).text()),
            sent,
            sender,
            segments,
        })
    }

    /// The place of a segment in the file.
    pub(super) fn place(&self, segment: &Segment) -> String {
        format!("{}/{}", self.path, segment.place())
    }

    /// The first segment of that name.
    pub(super) fn first(&self, name: &str) -> Option<&Segment<'a>> {
        self.segments.iter().find(|segment| segment.name == name)
    }
}
