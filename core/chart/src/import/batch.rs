//! Entries gathered and written together.

use super::source;
use super::{ImportError, ImportReport, MAX_LISTED, UnreadablePart};
use crate::bodies::{FHIR, SOURCE, is_json, media_type};
use crate::chart::Chart;
use pocketchart_fhir::sections::section_of;
use pocketchart_fhir::split::{Part, Reason, Resource, Unreadable};
use pocketchart_record::{BodyRef, MAX_KIND, NewEntry, Section, Source};
use std::collections::HashMap;

/// A batch of a long file is written once it holds this many entries or bytes.
const FULL: usize = 500;
const FULL_BYTES: usize = 4 << 20;

/// What was read and is not written yet, and what came of the file so far.
pub(super) struct Batch<'a> {
    file_name: &'a str,
    /// Whether it may be written before the file is read to its end.
    in_parts: bool,
    entries: Vec<NewEntry>,
    bytes: usize,
    pending: HashMap<Source, BodyRef>,
    /// What the entries add to the report once they are written.
    gathered: ImportReport,
    written: ImportReport,
}

impl<'a> Batch<'a> {
    pub(super) fn new(file_name: &'a str, in_parts: bool) -> Self {
        Self {
            file_name,
            in_parts,
            entries: Vec::new(),
            bytes: 0,
            pending: HashMap::new(),
            gathered: ImportReport::default(),
            written: ImportReport::default(),
        }
    }

    /// Parts so far.
    pub(super) fn read(&self) -> u64 {
        self.written.read + self.gathered.read
    }

    pub(super) fn into_report(self) -> ImportReport {
        self.written
    }

    /// The error, with what was kept before it.
    pub(super) fn stopped(self, cause: ImportError) -> ImportError {
        if self.written == ImportReport::default() {
            cause
        } else {
            ImportError::Stopped {
                kept: Box::new(self.written),
                cause: Box::new(cause),
            }
        }
    }

    pub(super) fn add(&mut self, chart: &mut Chart, part: Part) -> Result<(), ImportError> {
        match part {
            Part::Resource(resource) => self.add_resource(chart, resource)?,
            Part::Unreadable(text) => self.add_text(chart, text)?,
        }
        let full = self.entries.len() >= FULL || self.bytes >= FULL_BYTES;
        if self.in_parts && full {
            self.flush(chart)
        } else {
            Ok(())
        }
    }

    fn add_resource(&mut self, chart: &mut Chart, resource: Resource) -> Result<(), ImportError> {
        let kind = format!("{FHIR}{}", resource.head.resource_type);
        let section = Section::from_name(section_of(&resource.bytes)).unwrap_or(Section::Documents);
        if kind.len() > MAX_KIND || !is_json(&resource.bytes) {
            // No type of any FHIR version is that long, and the engine refuses what only looks like JSON.
            let text = Unreadable {
                position: resource.position,
                reason: Reason::NotAResource,
                length: resource.bytes.len() as u64,
                text: resource.bytes,
            };
            return self.add_text(chart, text);
        }
        let body = BodyRef::of(&resource.bytes);
        let source = source::of(&resource, body);
        if self.pending.get(&source).is_some_and(|pending| *pending != body) {
            // Two copies of one original in one file: the second replaces the first, which must have a name for that.
            self.flush(chart)?;
        }
        let held = chart.record.from_source(&source)?;
        let is_held =
            self.pending.contains_key(&source)
                || match &held {
                    None => false,
                    Some(held) if held.body == Some(body) => true,
                    // An older copy that was replaced before does not come back.
                    Some(held) => chart.record.history(&held.id)?.iter().any(|row| {
                        row.entry.source.as_ref() == Some(&source) && row.entry.body == Some(body)
                    }),
                };
        self.gathered.read += 1;
        if is_held {
            self.gathered.held += 1;
            return Ok(());
        }
        let mut entry = NewEntry::new(section, &kind, resource.bytes);
        match held {
            Some(held) if chart.record.section_of(held.id.document) == Some(section) => {
                entry.supersedes = vec![held.id];
                self.gathered.updated += 1;
            }
            _ => self.gathered.new += 1,
        }
        *self.gathered.sections.entry(section).or_default() += 1;
        self.push(entry, source, body);
        Ok(())
    }

    fn add_text(&mut self, chart: &Chart, text: Unreadable) -> Result<(), ImportError> {
        self.gathered.read += 1;
        self.gathered.unreadable += 1;
        self.gathered.unreadable_parts.push(UnreadablePart {
            position: text.position,
            reason: text.reason,
            length: text.length,
        });
        let body = BodyRef::of(&text.text);
        let source = source::by_content("unreadable", body);
        if !self.pending.contains_key(&source) && chart.record.from_source(&source)?.is_none() {
            let mut entry = NewEntry::new(Section::Documents, SOURCE, text.text);
            entry.media = Some(media_type("text/plain", self.file_name));
            self.push(entry, source, body);
        }
        Ok(())
    }

    fn push(&mut self, mut entry: NewEntry, source: Source, body: BodyRef) {
        self.bytes += entry.body.as_ref().map_or(0, Vec::len);
        entry.source = Some(source.clone());
        self.pending.insert(source, body);
        self.entries.push(entry);
    }

    pub(super) fn flush(&mut self, chart: &mut Chart) -> Result<(), ImportError> {
        let entries = std::mem::take(&mut self.entries);
        if !entries.is_empty() {
            chart.record.append(entries)?;
        }
        self.bytes = 0;
        self.pending.clear();
        self.written.take(std::mem::take(&mut self.gathered));
        Ok(())
    }
}

impl ImportReport {
    fn take(&mut self, more: ImportReport) {
        self.read += more.read;
        self.new += more.new;
        self.updated += more.updated;
        self.held += more.held;
        self.unreadable += more.unreadable;
        let room = MAX_LISTED.saturating_sub(self.unreadable_parts.len());
        self.unreadable_parts
            .extend(more.unreadable_parts.into_iter().take(room));
        for (section, count) in more.sections {
            *self.sections.entry(section).or_default() += count;
        }
    }
}
