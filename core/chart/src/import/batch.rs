//! Entries gathered and written together.

use super::brought::{Brought, FileForm, ImportId, UNDO};
use super::page::FetchedFile;
use super::source;
use super::{ImportError, ImportOptions, ImportReport, MAX_LISTED, UnreadablePart};
use crate::attach::{attached, fetched};
use crate::bodies::{FHIR, SOURCE, is_json, media_type};
use crate::chart::Chart;
use pocketchart_fhir::sections::section_of;
use pocketchart_fhir::split::{Part, Reason, Resource, Unreadable};
use pocketchart_record::{
    Act, BodyRef, EntryId, FromSource, MAX_KIND, NewEntry, Row, Section, Source, StoreError,
};
use std::collections::{BTreeMap, HashMap};

/// A batch of a long file is written once it holds this many entries or bytes.
const FULL: usize = 500;
const FULL_BYTES: usize = 4 << 20;

/// What was read and is not written yet, and what came of the file so far.
pub(super) struct Batch<'a> {
    file_name: &'a str,
    mark: Brought,
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
    pub(super) fn new(
        chart: &Chart,
        options: &'a ImportOptions,
        (form, hash): (FileForm, [u8; 32]),
        in_parts: bool,
    ) -> Self {
        Self::of(chart.new_import(), options, (form, Some(hash)), in_parts)
    }

    /// More of an import that has a name already.
    pub(super) fn of(
        import: ImportId,
        options: &'a ImportOptions,
        (form, hash): (FileForm, Option<[u8; 32]>),
        in_parts: bool,
    ) -> Self {
        Self {
            file_name: &options.file_name,
            mark: Brought::new(import, form, options, hash),
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
        let former = Former::of(chart, &source)?;
        self.gathered.read += 1;
        if self.pending.contains_key(&source) || former.has(chart, &source, body)? {
            self.gathered.held += 1;
            return Ok(());
        }
        let mut entry = NewEntry::new(section, &kind, resource.bytes);
        match former {
            Former::Held(held) if is_in(chart, &held.id, section) => {
                entry.supersedes = vec![held.id];
                self.gathered.updated += 1;
            }
            former => {
                former.lift(chart, &mut entry);
                self.gathered.new += 1;
            }
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
        let media = media_type("text/plain", self.file_name);
        self.keep(chart, media, (source, body), text.text)
    }

    /// Keeps the whole file, which its parts were read from.
    pub(super) fn keep_file(
        &mut self,
        chart: &Chart,
        media: &str,
        bytes: Vec<u8>,
    ) -> Result<(), ImportError> {
        let body = BodyRef::of(&bytes);
        let media = media_type(media, self.file_name);
        self.keep(chart, media, (attached(body), body), bytes)
    }

    /// Keeps a file that a document points to, in the document's section. It takes the place of what came from there before.
    pub(super) fn keep_fetched(&mut self, chart: &Chart, file: FetchedFile) -> Result<(), ImportError> {
        let (source, body) = (fetched(&file.address), BodyRef::of(&file.bytes));
        let mut entry = NewEntry::new(file.section, SOURCE, file.bytes);
        entry.media = Some(media_type(&file.media_type, &file.name));
        match Former::of(chart, &source)? {
            Former::Held(held) if is_in(chart, &held.id, file.section) => entry.supersedes = vec![held.id],
            former => former.lift(chart, &mut entry),
        }
        self.push(entry, source, body);
        Ok(())
    }

    fn keep(
        &mut self,
        chart: &Chart,
        media: String,
        (source, body): (Source, BodyRef),
        bytes: Vec<u8>,
    ) -> Result<(), ImportError> {
        let former = Former::of(chart, &source)?;
        if !self.pending.contains_key(&source) && !matches!(former, Former::Held(_)) {
            let mut entry = NewEntry::new(Section::Documents, SOURCE, bytes);
            entry.media = Some(media);
            former.lift(chart, &mut entry);
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

    fn marked(&self, entries: Vec<NewEntry>) -> Vec<NewEntry> {
        let mut sections: BTreeMap<Section, Vec<NewEntry>> = BTreeMap::new();
        for entry in entries {
            sections.entry(entry.section).or_default().push(entry);
        }
        let marked = |(section, entries)| self.mark.mark(section, entries);
        sections.into_iter().flat_map(marked).collect()
    }

    pub(super) fn flush(&mut self, chart: &mut Chart) -> Result<(), ImportError> {
        let entries = std::mem::take(&mut self.entries);
        if !entries.is_empty() {
            chart.record.append(self.marked(entries))?;
        }
        self.bytes = 0;
        self.pending.clear();
        self.written.take(std::mem::take(&mut self.gathered));
        Ok(())
    }
}

/// What the record holds of an original.
enum Former {
    /// Nothing.
    None,
    /// This copy was the last to come.
    Held(FromSource),
    /// It was withdrawn, and by nothing else than the undoing of an import: it, and those withdrawals.
    Undone(Vec<EntryId>),
}

impl Former {
    fn of(chart: &Chart, source: &Source) -> Result<Self, StoreError> {
        let Some(held) = chart.record.from_source(source)? else {
            return Ok(Former::None);
        };
        let row = chart.record.row(&held.id)?.filter(|row| row.standing.retracted);
        let by = row.map(|row| row.standing.replaced_by).unwrap_or_default();
        for id in &by {
            let row = chart.record.row(id)?;
            if row.is_none_or(|row| row.entry.kind != UNDO || !row.standing.replaced_by.is_empty()) {
                return Ok(Former::Held(held));
            }
        }
        Ok(match by.is_empty() {
            true => Former::Held(held),
            false => Former::Undone([vec![held.id], by].concat()),
        })
    }

    /// Whether nothing new would come with these bytes. An older copy that was replaced before does not come back.
    fn has(&self, chart: &Chart, source: &Source, body: BodyRef) -> Result<bool, StoreError> {
        let Former::Held(held) = self else {
            return Ok(false);
        };
        let came = |row: &Row| row.entry.source.as_ref() == Some(source) && row.entry.body == Some(body);
        Ok(held.body == Some(body) || chart.record.history(&held.id)?.iter().any(came))
    }

    /// What an undone import had brought comes back with the next: a withdrawal is lifted by a person only, who brings it in.
    fn lift(self, chart: &Chart, entry: &mut NewEntry) {
        if let Former::Undone(ids) = self
            && ids.iter().all(|id| is_in(chart, id, entry.section))
        {
            entry.supersedes = ids;
            entry.act = Some(Act::Correct);
        }
    }
}

fn is_in(chart: &Chart, id: &EntryId, section: Section) -> bool {
    chart.record.section_of(id.document) == Some(section)
}

impl ImportReport {
    /// Counts what came in later as well.
    pub fn take(&mut self, more: ImportReport) {
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
