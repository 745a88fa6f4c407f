//! Lists of a section.

use crate::chart::Chart;
use crate::group;
use crate::item::{ItemState, ItemView, is_listed};
use crate::read::ReadError;
use crate::time;
use pocketchart_record::{Row, Section, StoreError};
use std::cmp::Reverse;

/// Which part of a list.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct ListOptions {
    /// How many items to leave out at the front.
    pub offset: usize,
    /// How many items at most.
    pub limit: usize,
    /// Also what was retracted and what is only proposed.
    pub include_past: bool,
}

impl Default for ListOptions {
    fn default() -> Self {
        Self {
            offset: 0,
            limit: 50,
            include_past: false,
        }
    }
}

/// A part of a list.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct ListPage {
    /// The items.
    pub items: Vec<ItemView>,
    /// Whether there are more after them.
    pub more: bool,
}

/// Sections in which what is dangerous or still going on comes first, whatever its date. They are short.
fn is_ranked(section: Section) -> bool {
    matches!(
        section,
        Section::Allergies | Section::Medications | Section::Problems
    )
}

/// Severe before mild, current before past, unreconciled before settled, then the newest. An unknown severity stands
/// before a mild one.
pub(crate) fn rank(items: &mut [ItemView]) {
    items.sort_by_cached_key(|item| {
        let facts = &item.facts;
        let danger = match (facts.severity.as_deref(), facts.criticality.as_deref()) {
            _ if item.section != Section::Allergies => 0,
            _ if facts.negation.is_some() => 4,
            (Some("severe"), _) | (_, Some("high")) => 0,
            (Some("moderate"), _) => 1,
            (Some("mild"), _) | (None, Some("low")) => 3,
            _ => 2,
        };
        (
            item.state == ItemState::Retracted || item.state == ItemState::Proposed,
            item.past,
            danger,
            item.state != ItemState::Unreconciled,
            Reverse((item.when.clone(), item.id)),
        )
    });
}

impl Chart {
    /// Items of a section: in allergies, medicines and problems what is dangerous and current first; elsewhere the
    /// newest first, of which the first page costs the same however long the section is.
    ///
    /// # Errors
    /// What the store says.
    pub fn list(&self, section: Section, options: &ListOptions) -> Result<ListPage, ReadError> {
        let wanted = options.offset.saturating_add(options.limit);
        if !options.include_past && !is_ranked(section) {
            let head = self.record.head(section)?;
            let whole = head.newest.len() as u64 >= head.current;
            let items = group::items(head.newest.into_iter().filter(is_listed));
            if whole || items.len() > wanted {
                return self.page(items, options);
            }
        }
        if !options.include_past {
            let items = self.current_items(section)?;
            return self.page_ranked(section, items, options);
        }
        let rows = self.record.rows(section)?;
        let items = with_past(rows);
        self.page_ranked(section, items, options)
    }

    /// The items of a section as the record knew them at the end of a day (`YYYY-MM-DD`, in UTC), retracted and
    /// corrected only as far as that was known then.
    ///
    /// # Errors
    /// [`ReadError::NotADay`], or what the store says.
    pub fn known_on(&self, day: &str, section: Section) -> Result<Vec<ItemView>, ReadError> {
        let at = time::end_of_day(day).ok_or(ReadError::NotADay)?;
        let rows = self.record.rows_known_at(section, at)?;
        let mut rows: Vec<Row> = rows
            .into_iter()
            .filter(Row::is_current)
            .filter(is_listed)
            .collect();
        group::newest_first(&mut rows);
        let whole = ListOptions {
            limit: usize::MAX,
            ..ListOptions::default()
        };
        Ok(self.page_ranked(section, group::items(rows), &whole)?.items)
    }

    fn page(&self, items: Vec<group::Item>, options: &ListOptions) -> Result<ListPage, ReadError> {
        let more = items.len() > options.offset.saturating_add(options.limit);
        let items = items.into_iter().skip(options.offset).take(options.limit);
        Ok(ListPage {
            items: self.views(items)?,
            more,
        })
    }

    fn page_ranked(
        &self,
        section: Section,
        items: Vec<group::Item>,
        options: &ListOptions,
    ) -> Result<ListPage, ReadError> {
        if !is_ranked(section) {
            return self.page(items, options);
        }
        let mut views = self.views(items)?;
        rank(&mut views);
        let more = views.len() > options.offset.saturating_add(options.limit);
        Ok(ListPage {
            items: views
                .into_iter()
                .skip(options.offset)
                .take(options.limit)
                .collect(),
            more,
        })
    }

    pub(crate) fn views(
        &self,
        items: impl IntoIterator<Item = group::Item>,
    ) -> Result<Vec<ItemView>, StoreError> {
        items.into_iter().map(|item| self.view(item)).collect()
    }
}

/// All items, with those that no longer hold: what replaced an entry stands for it, so only the last statement of what
/// was withdrawn is an item, and what is only proposed.
fn with_past(rows: Vec<Row>) -> Vec<group::Item> {
    let (mut current, mut past) = (Vec::new(), Vec::new());
    for row in rows.into_iter().filter(is_listed) {
        if row.is_current() {
            current.push(row);
        } else if row.standing.retracted || row.standing.proposed {
            past.push(row);
        }
    }
    group::newest_first(&mut current);
    group::newest_first(&mut past);
    let mut items = group::items(current);
    items.extend(past.into_iter().map(|row| {
        let mut item = group::Item::default();
        item.push(group::Member::of(row));
        item
    }));
    items.sort_by(|a, b| {
        let key = |item: &group::Item| item.lead().map(|lead| (lead.row.when.clone(), lead.row.id));
        key(b).cmp(&key(a))
    });
    items
}
