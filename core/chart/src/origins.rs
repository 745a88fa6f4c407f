//! From whom entries came that came by a card or a link. The mark in front of them says it, and the head of their section names the mark.

use crate::chart::Chart;
use crate::import::{Brought, Origin};
use pocketchart_record::cbor::from_bytes;
use pocketchart_record::{EntryId, Row, Section, StoreError};
use std::cell::RefCell;
use std::collections::BTreeMap;

/// The marks of the sections that were asked for, in memory only.
#[derive(Default)]
pub(crate) struct Origins(RefCell<BTreeMap<Section, Marks>>);

/// Those of a section, in the order of their names.
struct Marks {
    /// The commit in which the section was last written when they were read.
    written: Option<u64>,
    all: Vec<(EntryId, Brought)>,
}

impl Marks {
    fn origin_of(&self, entry: &EntryId) -> Option<Origin> {
        let before = self.all.partition_point(|(mark, _)| mark < entry);
        let (mark, brought) = self.all.get(before.checked_sub(1)?)?;
        brought.origin.clone().filter(|_| brought.holds(mark, entry))
    }
}

impl Chart {
    /// From whom an entry came, where that was by a card or a link.
    pub(crate) fn origin_of(&self, row: &Row) -> Result<Option<Origin>, StoreError> {
        // What comes in has a source.
        if row.entry.source.is_none() {
            return Ok(None);
        }
        let written = self.record.written(row.section);
        let mut kept = self.origins.0.borrow_mut();
        if kept.get(&row.section).is_none_or(|it| it.written != written) {
            let all = self.marks_of(row.section)?;
            kept.insert(row.section, Marks { written, all });
        }
        Ok(kept.get(&row.section).and_then(|it| it.origin_of(&row.id)))
    }

    fn marks_of(&self, section: Section) -> Result<Vec<(EntryId, Brought)>, StoreError> {
        let ids = self.record.head(section)?.origins;
        let rows = self.record.rows_of(&ids)?.into_iter().flatten();
        let marks = rows.filter_map(|row| Some((row.id, from_bytes(&row.derived).ok()?)));
        Ok(marks.collect())
    }
}
