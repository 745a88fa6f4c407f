//! Finding things by words and by time.

use crate::attach::{address_in, address_word, files_of};
use crate::chart::Chart;
use crate::facts;
use crate::group::{self, Item};
use crate::item::{ItemView, is_listed};
use crate::read::ReadError;
use crate::redeem::StatedItem;
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

/// What was found in a record. It is shown part by part, so that a page costs the same however much was found.
pub struct Found<'a> {
    chart: &'a Chart,
    /// Newest first.
    items: Vec<Item>,
}

impl Found<'_> {
    /// How many items of a section were found.
    pub fn count(&self, section: Section) -> usize {
        self.of(section).count()
    }

    /// A part of what was found in a section, newest first: at most `limit` items after the first `offset`.
    ///
    /// # Errors
    /// What the store says.
    pub fn part(&self, section: Section, offset: usize, limit: usize) -> Result<Vec<ItemView>, ReadError> {
        Ok(self.chart.views(self.of(section).skip(offset).take(limit))?)
    }

    fn of(&self, section: Section) -> impl Iterator<Item = &Item> {
        let is_there = move |it: &&Item| it.lead().is_some_and(|lead| lead.row.section == section);
        self.items.iter().filter(is_there)
    }
}

/// Of statements that a patient's device made as a copy, those that contain all these words, in their order. Words are compared as in
/// [`Chart::search`].
///
/// ```no_run
/// use pocketchart::{SignedExtract, search_copies};
/// # fn example(extract: &SignedExtract) -> Result<(), pocketchart::RedeemError> {
/// let (_, stated) = extract.stated()?;
/// for found in search_copies(&stated, "penic") {
///     println!("{:?}", found.facts.title);
/// }
/// # Ok(())
/// # }
/// ```
pub fn search_copies<'a>(copies: &'a [StatedItem], text: &str) -> Vec<&'a StatedItem> {
    let words = words(text);
    let holds = |it: &&StatedItem| {
        let begins = |word: &String| {
            it.facts
                .search
                .split(' ')
                .any(|held| held.starts_with(word.as_str()))
        };
        !words.is_empty() && words.iter().all(begins)
    };
    copies.iter().filter(holds).collect()
}

impl Chart {
    /// What holds and contains all these words, newest first. A word finds every word that begins with it; accents and
    /// capitals make no difference. Of a file that is kept, the document that stands for it is found, by its own words and by the
    /// file's.
    ///
    /// # Errors
    /// What the store says.
    pub fn search(&self, text: &str) -> Result<Vec<ItemView>, ReadError> {
        Ok(self.views(&self.search_in(&Section::ALL, text)?.items)?)
    }

    /// As [`Chart::search`], in these sections alone: neither a statement nor a file of another one is looked at.
    ///
    /// # Errors
    /// What the store says.
    ///
    /// ```no_run
    /// use pocketchart::{Chart, Section};
    /// # fn example(chart: &Chart) -> Result<(), pocketchart::ReadError> {
    /// let found = chart.search_in(&[Section::Results, Section::Vitals], "glucose")?;
    /// println!("{} results", found.count(Section::Results));
    /// for item in found.part(Section::Results, 0, 50)? {
    ///     println!("{:?}", item.facts.title);
    /// }
    /// # Ok(())
    /// # }
    /// ```
    pub fn search_in(&self, sections: &[Section], text: &str) -> Result<Found<'_>, ReadError> {
        let words = words(text);
        let items = match words.is_empty() {
            true => Vec::new(),
            false => self.found(sections, &words)?,
        };
        Ok(Found { chart: self, items })
    }

    fn found(&self, sections: &[Section], words: &[String]) -> Result<Vec<Item>, StoreError> {
        let mut rows = self.record.search(sections, words)?;
        rows.retain(Row::is_current);
        let (mut rows, files): (Vec<Row>, Vec<Row>) = rows.into_iter().partition(is_listed);
        for file in &files {
            rows.extend(self.documents_of(file, sections)?);
        }
        rows.sort_by_key(|row| row.id);
        rows.dedup_by_key(|row| row.id);
        self.items_of(rows, &self.decisions(sections)?)
    }

    /// The documents in these sections that stand for a file.
    fn documents_of(&self, file: &Row, sections: &[Section]) -> Result<Vec<Row>, StoreError> {
        let address = file.entry.source.as_ref().map(|source| source.id.as_str());
        let address = address.filter(|address| address.starts_with("http"));
        let word = match (address, file.entry.body) {
            (Some(address), _) => address_word(address),
            (None, Some(body)) => body.hash.to_hex(),
            (None, None) => return Ok(Vec::new()),
        };
        let mut documents = self.record.search(sections, &[word])?;
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
