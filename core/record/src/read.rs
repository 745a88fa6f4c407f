//! Reading: sections, rows, bodies, history, search, and the record as it was known on a day.

use crate::context::Millis;
use crate::entry::{BodyRef, Source};
use crate::id::{DocumentId, EntryId};
use crate::log;
use crate::payload::Payload;
use crate::quarantine::Place;
use crate::record::Record;
use crate::row::Row;
use crate::section::Section;
use crate::standing::Component;
use crate::store::StoreError;
use crate::view::{self, FromSource, SectionHead};

impl Record {
    /// Counts and newest rows of a section: one sealed page, whatever the size of the record.
    pub fn head(&self, section: Section) -> Result<SectionHead, StoreError> {
        view::head(&self.store, section)
    }

    /// The commit in which a row of a section was last written; none while it has no rows. Reads nothing.
    pub fn written(&self, section: Section) -> Option<u64> {
        view::head_version(&self.store, section)
    }

    /// The versions of the pages of a section, in their order: another where a row of it was written since.
    pub fn pages(&self, section: Section) -> Result<Vec<u64>, StoreError> {
        view::pages(&self.store, section)
    }

    /// The rows of one page of a section, of the versions that [`Record::pages`] gave.
    ///
    /// # Errors
    /// [`StoreError::Altered`] where there is no such page, or what else the store says.
    pub fn page(&self, section: Section, versions: &[u64], number: usize) -> Result<Vec<Row>, StoreError> {
        view::page(&self.store, section, versions, number as u64)
    }

    /// Calls `each` for every row of a section, in the order they came, page by page.
    pub fn each_row<E: From<StoreError>>(
        &self,
        section: Section,
        mut each: impl FnMut(Row) -> Result<(), E>,
    ) -> Result<(), E> {
        let head = view::head(&self.store, section)?;
        for number in 0..head.pages.len() as u64 {
            for row in view::page(&self.store, section, &head.pages, number)? {
                each(row)?;
            }
        }
        Ok(())
    }

    /// All rows of a section.
    pub fn rows(&self, section: Section) -> Result<Vec<Row>, StoreError> {
        let mut rows = Vec::new();
        self.each_row(section, |row| {
            rows.push(row);
            Ok::<_, StoreError>(())
        })?;
        Ok(rows)
    }

    /// The section of a document.
    pub fn section_of(&self, document: DocumentId) -> Option<Section> {
        self.documents.get(&document).map(|document| document.section)
    }

    /// One row.
    pub fn row(&self, id: &EntryId) -> Result<Option<Row>, StoreError> {
        Ok(self.rows_of(std::slice::from_ref(id))?.pop().flatten())
    }

    /// The rows of these entries, in their order; `None` where the record has none. Many cost little more than the pages on which
    /// they stand.
    pub fn rows_of(&self, ids: &[EntryId]) -> Result<Vec<Option<Row>>, StoreError> {
        let mut found = vec![None; ids.len()];
        for section in Section::ALL {
            let (ids, places): (Vec<EntryId>, Vec<usize>) = ids
                .iter()
                .zip(0..)
                .filter(|(id, _)| self.section_of(id.document) == Some(section))
                .unzip();
            if ids.is_empty() {
                continue;
            }
            let rows = view::rows(&self.store, section, &ids)?;
            for (at, row) in places.into_iter().zip(rows) {
                if let Some(found) = found.get_mut(at) {
                    *found = row;
                }
            }
        }
        Ok(found)
    }

    pub(crate) fn payload_of(&self, row: &Row) -> Result<Option<Payload>, StoreError> {
        let Some(feed) = self.feeds.get(&row.id.feed) else {
            return Ok(None);
        };
        let branch = usize::try_from(row.place.0).unwrap_or(usize::MAX);
        // A row came from an envelope: without it the row is not one without a body.
        let payload = log::payload(&self.store, &self.keyring, feed, branch, row.place.1)?;
        payload.map(Some).ok_or(StoreError::Altered("missing envelope"))
    }

    /// The content of a row, byte for byte as it came; `None` if it has none or it is not here yet.
    pub fn body(&self, row: &Row) -> Result<Option<Vec<u8>>, StoreError> {
        match row.entry.body {
            Some(_) => {
                let payload = self.payload_of(row)?;
                let inside = payload.as_ref().and_then(|payload| payload.body_of(&row.entry));
                self.body_in(inside, row)
            }
            None => Ok(None),
        }
    }

    /// The contents of rows, in their order, each as [`Self::body`] gives it. Envelopes are opened once each, not once a row.
    pub fn bodies(&self, rows: &[Row]) -> Result<Vec<Option<Vec<u8>>>, StoreError> {
        let mut found = vec![None; rows.len()];
        let mut order: Vec<(&mut Option<Vec<u8>>, &Row)> = found.iter_mut().zip(rows).collect();
        order.retain(|(_, row)| row.entry.body.is_some());
        order.sort_by_key(|(_, row)| (row.id.feed, row.place));
        for envelope in order.chunk_by_mut(|(_, a), (_, b)| (a.id.feed, a.place) == (b.id.feed, b.place)) {
            let Some((_, first)) = envelope.first() else {
                continue;
            };
            let payload = self.payload_of(first)?;
            let inside = payload.as_ref().map(Payload::inside);
            for (body, row) in envelope {
                let inside = inside.as_ref().and_then(|inside| inside.of(&row.entry));
                **body = self.body_in(inside, row)?;
            }
        }
        Ok(found)
    }

    /// The body that a row names: found inside its envelope, or apart.
    fn body_in(&self, inside: Option<&[u8]>, row: &Row) -> Result<Option<Vec<u8>>, StoreError> {
        match (inside, row.entry.body) {
            (_, None) => Ok(None),
            (Some(body), _) => Ok(Some(body.to_vec())),
            (None, Some(wanted)) => self.blob(row.section, wanted),
        }
    }

    /// A body of a section by its hash, wherever it travelled.
    pub fn body_by_hash(&self, section: Section, body: BodyRef) -> Result<Option<Vec<u8>>, StoreError> {
        if let Some(bytes) = self.blob(section, body)? {
            return Ok(Some(bytes));
        }
        let mut found = None;
        self.each_row(section, |row| {
            if found.is_none() && row.entry.body == Some(body) {
                found = self.body(&row)?;
            }
            Ok::<_, StoreError>(())
        })?;
        Ok(found)
    }

    /// Calls `each` with every row of a section and its content. Envelopes are opened once each, not once an entry.
    pub fn each_body<E: From<StoreError>>(
        &self,
        section: Section,
        mut each: impl FnMut(&Row, Option<&[u8]>) -> Result<(), E>,
    ) -> Result<(), E> {
        let mut open = None;
        self.each_row(section, |row| {
            let place = (row.id.feed, row.place);
            if open
                .as_ref()
                .is_none_or(|(held, _): &(_, Option<Payload>)| *held != place)
            {
                open = Some((place, self.payload_of(&row)?));
            }
            let payload = open.as_ref().and_then(|(_, payload)| payload.as_ref());
            match payload.and_then(|payload| payload.body_of(&row.entry)) {
                Some(body) => each(&row, Some(body)),
                None => each(&row, self.body(&row)?.as_deref()),
            }
        })
    }

    /// Everything that was said of the same thing as this entry, oldest first.
    pub fn history(&self, id: &EntryId) -> Result<Vec<Row>, StoreError> {
        let Some(section) = self.section_of(id.document) else {
            return Ok(Vec::new());
        };
        let mut rows = view::component(&self.store, section, id)?;
        rows.sort_by_key(|row| (row.entry.recorded, row.id));
        Ok(rows)
    }

    /// Whether a lost device wrote or admitted this entry after it was last known to be in the patient's hands.
    pub fn is_of_lost_device(&self, row: &Row) -> bool {
        self.quarantine.holds(Place::of(row))
    }

    /// Whether an entry counts as the patient's own word: the patient wrote it, or who managed the section then, and on no lost
    /// device.
    pub fn is_patients_word(&self, row: &Row) -> bool {
        let by_patient = row.author == self.who.patient || self.quarantine.manages(row);
        by_patient && !self.is_of_lost_device(row)
    }

    /// Whether this device may read a section, now or as it was when it was let in: the patient's devices read all, others what
    /// the patient lets them, or what they hold a key of.
    pub fn may_read(&self, section: Section) -> bool {
        let statements = self.statements();
        let mut proxies = statements.proxies();
        let mut accesses = statements.accesses();
        let mut keys = statements.keys();
        self.is_patients()
            || proxies.any(|(_, it)| it.author == self.who.me && it.sections.contains(&section))
            || accesses.any(|(_, it)| it.device == self.device() && it.read.contains(&section))
            || keys.any(|it| {
                it.section == section && it.writer.is_none() && self.keyring.get(it.key()).is_some()
            })
    }

    /// The rows of a section that were known at that moment, and how they stood then.
    pub fn rows_known_at(&self, section: Section, at: Millis) -> Result<Vec<Row>, StoreError> {
        let mut rows = Vec::new();
        self.each_row(section, |row| {
            if row.known <= at {
                rows.push(row);
            }
            Ok::<_, StoreError>(())
        })?;
        let standings = Component::new(&rows, self.who.patient, &self.quarantine).standings();
        for row in &mut rows {
            row.standing = standings.get(&row.id).cloned().unwrap_or_default();
        }
        Ok(rows)
    }

    /// Rows whose words contain all of these, in any of these sections. Words are compared as the body reader folded
    /// them; a word matches any word that begins with it.
    pub fn search(&self, sections: &[Section], words: &[String]) -> Result<Vec<Row>, StoreError> {
        let mut found = Vec::new();
        let hit = |text: &String| {
            words
                .iter()
                .all(|word| text.split(' ').any(|held| held.starts_with(word.as_str())))
        };
        for section in sections {
            let head = view::head(&self.store, *section)?;
            for number in 0..head.pages.len() as u64 {
                let texts = view::terms(&self.store, *section, number)?;
                if !texts.iter().any(hit) {
                    continue;
                }
                let rows = view::page(&self.store, *section, &head.pages, number)?;
                found.extend(
                    rows.into_iter()
                        .zip(texts)
                        .filter(|(_, text)| hit(text))
                        .map(|(row, _)| row),
                );
            }
        }
        Ok(found)
    }

    /// The newest entry that this author took from a source.
    pub fn from_source(&self, source: &Source) -> Result<Option<FromSource>, StoreError> {
        view::from_source(&self.store, self.who.me, source)
    }
}
