//! Finding things by words and by time.

use crate::attach::{address_in, address_word, files_of};
use crate::chart::Chart;
use crate::facts;
use crate::group::{self, Item};
use crate::item::{ItemView, is_listed};
use crate::read::ReadError;
use pocketchart_fhir::summary::words;
use pocketchart_record::{Row, Section, StoreError};

/// Which part of the timeline. Bounds are dates of any precision, `1998` to `1998-05-02T10:00:00Z`; both ends count.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct TimelineOptions {
    /// Nothing before this.
    pub from: Option<String>,
    /// Nothing after this.
    pub to: Option<String>,
    /// How many items at most.
    pub limit: usize,
}

impl Default for TimelineOptions {
    fn default() -> Self {
        Self {
            from: None,
            to: None,
            limit: 50,
        }
    }
}

impl TimelineOptions {
    fn holds(&self, when: &str) -> bool {
        let after = self.from.as_deref().is_none_or(|from| when >= from);
        // A less precise end covers all of what it names.
        let before = self
            .to
            .as_deref()
            .is_none_or(|to| when <= to || when.starts_with(to));
        after && before
    }
}

impl Chart {
    /// What holds and contains all these words, newest first. A word finds every word that begins with it; accents and
    /// capitals make no difference. Of a file that is kept, the document that stands for it is found, by its own words and by the
    /// file's.
    ///
    /// # Errors
    /// What the store says.
    pub fn search(&self, text: &str) -> Result<Vec<ItemView>, ReadError> {
        let words = words(text);
        if words.is_empty() {
            return Ok(Vec::new());
        }
        let mut rows = self.record.search(&Section::ALL, &words)?;
        rows.retain(Row::is_current);
        let (mut rows, files): (Vec<Row>, Vec<Row>) = rows.into_iter().partition(is_listed);
        for file in &files {
            rows.extend(self.documents_of(file)?);
        }
        rows.sort_by_key(|row| row.id);
        rows.dedup_by_key(|row| row.id);
        let items = self.items_of(rows, &self.decisions(&Section::ALL)?)?;
        Ok(self.views(&items)?)
    }

    /// The documents that stand for a file.
    fn documents_of(&self, file: &Row) -> Result<Vec<Row>, StoreError> {
        let address = file.entry.source.as_ref().map(|source| source.id.as_str());
        let address = address.filter(|address| address.starts_with("http"));
        let word = match (address, file.entry.body) {
            (Some(address), _) => address_word(address),
            (None, Some(body)) => body.hash.to_hex(),
            (None, None) => return Ok(Vec::new()),
        };
        let mut documents = self.record.search(&Section::ALL, &[word])?;
        documents.retain(|row| row.is_current() && is_listed(row));
        let Some(address) = address else {
            return Ok(documents);
        };
        // Two servers may use the same end of an address.
        let mut found = Vec::new();
        for row in documents {
            let system = row.entry.source.as_ref().map(|source| source.system.as_str());
            let files = self
                .record
                .body(&row)?
                .as_deref()
                .map(files_of)
                .unwrap_or_default();
            if files
                .iter()
                .any(|file| address_in(system, file).as_deref() == Some(address))
            {
                found.push(row);
            }
        }
        Ok(found)
    }

    /// What happened, of all sections, newest first. Only what says when it was.
    ///
    /// # Errors
    /// What the store says.
    pub fn timeline(&self, options: &TimelineOptions) -> Result<Vec<ItemView>, ReadError> {
        let mut items = match self.newest_items(options)? {
            Some(items) => items,
            None => self.all_items(options)?,
        };
        items.truncate(options.limit);
        Ok(self.views(&items)?)
    }

    /// What the sections' head pages tell of the timeline: all of it down to where the first of them ends. None if that is not
    /// enough, or if a decision may join what stands further down.
    fn newest_items(&self, options: &TimelineOptions) -> Result<Option<Vec<Item>>, StoreError> {
        let place = |row: &Row| (row.when.clone(), row.id);
        let (mut rows, mut end) = (Vec::new(), None);
        for section in Section::ALL {
            let head = self.record.head(section)?;
            if !head.reconciliations.is_empty() {
                return Ok(None);
            }
            if (head.newest.len() as u64) < head.current {
                end = end.max(head.newest.last().map(place));
            }
            rows.extend(head.newest);
        }
        rows.retain(|row| Some(place(row)) >= end && is_listed(row) && options.holds(&row.when));
        let items = self.dated(rows)?;
        let end = end.map(|(when, _)| when).unwrap_or_default();
        Ok(group::are_complete(&items, options.limit, &end).then_some(items))
    }

    fn all_items(&self, options: &TimelineOptions) -> Result<Vec<Item>, StoreError> {
        let mut rows = Vec::new();
        for section in Section::ALL {
            self.record.each_row::<StoreError>(section, |row| {
                if row.is_current() && is_listed(&row) && options.holds(&row.when) {
                    rows.push(row);
                }
                Ok(())
            })?;
        }
        self.dated(rows)
    }

    /// Items of those that say when they were.
    fn dated(&self, mut rows: Vec<Row>) -> Result<Vec<Item>, StoreError> {
        rows.retain(|row| facts::of(row).when.is_some());
        self.items_of(rows, &self.decisions(&Section::ALL)?)
    }
}
