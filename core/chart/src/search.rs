//! Finding things by words and by time.

use crate::chart::Chart;
use crate::group;
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
    /// capitals make no difference.
    ///
    /// # Errors
    /// What the store says.
    pub fn search(&self, text: &str) -> Result<Vec<ItemView>, ReadError> {
        let words = words(text);
        if words.is_empty() {
            return Ok(Vec::new());
        }
        let rows = self.record.search(&Section::ALL, &words)?;
        Ok(self.merged(
            rows.into_iter()
                .filter(Row::is_current)
                .filter(is_listed)
                .collect(),
        )?)
    }

    /// What happened, of all sections, newest first. Only what says when it was.
    ///
    /// # Errors
    /// What the store says.
    pub fn timeline(&self, options: &TimelineOptions) -> Result<Vec<ItemView>, ReadError> {
        let mut rows = Vec::new();
        for section in Section::ALL {
            self.record.each_row::<StoreError>(section, |row| {
                if row.is_current() && is_listed(&row) && options.holds(&row.when) {
                    rows.push(row);
                }
                Ok(())
            })?;
        }
        let mut items = self.merged(rows)?;
        items.retain(|item| item.facts.when.is_some());
        items.truncate(options.limit);
        Ok(items)
    }

    /// Items of rows of any section, newest first.
    fn merged(&self, mut rows: Vec<Row>) -> Result<Vec<ItemView>, StoreError> {
        group::newest_first(&mut rows);
        self.views(group::items(rows))
    }
}
