//! Lists of a section.

use crate::chart::Chart;
use crate::group::{self, Item, Member};
use crate::item::{ItemState, ItemView, is_listed, is_over};
use crate::read::ReadError;
use crate::time;
use pocketchart_fhir::summary::Summary;
use pocketchart_record::{Row, Section, StoreError};
use std::cmp::Reverse;
use std::sync::Arc;

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

/// The most dangerous allergies first; elsewhere all are alike. An unknown severity stands before a mild one.
pub(crate) fn danger(section: Section, facts: &Summary) -> u8 {
    match (facts.severity.as_deref(), facts.criticality.as_deref()) {
        _ if section != Section::Allergies => 0,
        _ if facts.negation.is_some() => 4,
        (Some("severe"), _) | (_, Some("high")) => 0,
        (Some("moderate"), _) => 1,
        (Some("mild"), _) | (None, Some("low")) => 3,
        _ => 2,
    }
}

impl Chart {
    /// The items of a section that hold, whether or not their sources agree; with what is over only if `past`.
    pub(crate) fn what_holds(&self, section: Section, past: bool) -> Result<Vec<ItemView>, ReadError> {
        let whole = ListOptions {
            limit: usize::MAX,
            include_past: past,
            ..ListOptions::default()
        };
        let mut items = self.list(section, &whole)?.items;
        items.retain(|item| matches!(item.state, ItemState::Current | ItemState::Unreconciled));
        Ok(items)
    }

    /// Items of a section: in allergies, medicines and problems what is dangerous and current first; elsewhere the
    /// newest first, of which the first page costs the same however long the section is.
    ///
    /// # Errors
    /// What the store says.
    pub fn list(&self, section: Section, options: &ListOptions) -> Result<ListPage, ReadError> {
        let wanted = options.offset.saturating_add(options.limit);
        if !options.include_past && !is_ranked(section) && !self.has_picture(section) {
            let head = self.record.head(section)?;
            // What all stands there is soon read whole, and kept.
            let is_part = (head.newest.len() as u64) < head.current;
            if is_part && head.newest.len() > wanted {
                let end = head.newest.last().map(|row| row.when.clone()).unwrap_or_default();
                let decided = self.decisions(&[section])?;
                let ids = head.newest.iter().map(|row| row.id).collect();
                let items = self.items_of(head.newest, &decided)?;
                if !decided.reach_beyond(&ids) && group::are_complete(&items, wanted, &end) {
                    return self.page(items.iter(), options);
                }
            }
        }
        if !options.include_past && !is_ranked(section) {
            return self.page(self.picture(section)?.items(), options);
        }
        let items = if options.include_past {
            self.with_past(section)?
        } else {
            self.current_items(section)?
        };
        let items = self.ranked(section, items)?;
        self.page(items.iter().map(Arc::as_ref), options)
    }

    /// The items of a section as the record knew them at the end of a day (`YYYY-MM-DD`, in UTC), retracted and
    /// corrected only as far as that was known then.
    ///
    /// # Errors
    /// [`ReadError::NotADay`], or what the store says.
    pub fn known_on(&self, day: &str, section: Section) -> Result<Vec<ItemView>, ReadError> {
        let at = time::end_of_day(day).ok_or(ReadError::NotADay)?;
        let mut rows = self.record.rows_known_at(section, at)?;
        let decided = self.decided_among(&rows)?;
        rows.retain(Row::is_current);
        let items = self.items_of(rows, &decided)?;
        let items = items.into_iter().map(Arc::new).collect();
        let items = self.ranked(section, items)?;
        Ok(self.views(items.iter().map(Arc::as_ref))?)
    }

    /// Severe before mild, current before past, unreconciled before settled, then the newest.
    fn ranked(&self, section: Section, items: Vec<Arc<Item>>) -> Result<Vec<Arc<Item>>, StoreError> {
        if !is_ranked(section) {
            return Ok(items);
        }
        let mut ranked = Vec::with_capacity(items.len());
        for item in items {
            let Some(Member { row, facts, .. }) = item.lead() else {
                continue;
            };
            let danger = danger(section, facts);
            let state = self.state(row, facts, item.is_unreconciled())?;
            let rank = (
                matches!(state, ItemState::Retracted | ItemState::Proposed),
                is_over(facts),
                danger,
                state != ItemState::Unreconciled,
            );
            ranked.push((rank, item));
        }
        // The items come newest first, and a stable sort keeps them so.
        ranked.sort_by_key(|(rank, _)| *rank);
        Ok(ranked.into_iter().map(|(_, item)| item).collect())
    }

    fn page<'a>(
        &self,
        items: impl ExactSizeIterator<Item = &'a Item>,
        options: &ListOptions,
    ) -> Result<ListPage, ReadError> {
        let more = items.len() > options.offset.saturating_add(options.limit);
        Ok(ListPage {
            items: self.views(items.skip(options.offset).take(options.limit))?,
            more,
        })
    }

    pub(crate) fn views<'a>(
        &self,
        items: impl IntoIterator<Item = &'a Item>,
    ) -> Result<Vec<ItemView>, StoreError> {
        items.into_iter().map(|item| self.view(item)).collect()
    }

    /// All items, with those that no longer hold: what replaced an entry stands for it, so only the last statement of what
    /// was withdrawn is an item, and what is only proposed.
    fn with_past(&self, section: Section) -> Result<Vec<Arc<Item>>, StoreError> {
        let mut items = self.current_items(section)?;
        self.record.each_row::<StoreError>(section, |row| {
            let is_past = !row.is_current() && (row.standing.retracted || row.standing.proposed);
            if is_past && is_listed(&row) {
                let mut item = Item::default();
                item.push(Arc::new(self.member(row)?));
                items.push(Arc::new(item));
            }
            Ok(())
        })?;
        items
            .sort_by_cached_key(|item| Reverse(item.lead().map(|lead| (lead.row.when.clone(), lead.row.id))));
        Ok(items)
    }
}
