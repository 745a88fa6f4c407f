//! What a search finds in a chart, section by section.

use pocketchart::{Section, StatedItem, search_copies};
use serde::Serialize;
use utoipa::ToSchema;

use super::{Content, banner::Source, entry::Entry, page::Part};
use crate::{staff::Role, store::StoreError};

/// A part of what was found, in the order of the sections; the newest first in each.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(crate) struct FoundPage {
    /// The sections in which something was found, and how much.
    sections: Vec<FoundIn>,
    entries: Vec<FoundEntry>,
    /// Whether there are more after them.
    more: bool,
    /// Sections that were opened and not searched: not for reading, or not for this role.
    not_searched: Vec<&'static str>,
}

/// How much was found in a section.
#[derive(Clone, Debug, Serialize, ToSchema)]
struct FoundIn {
    section: &'static str,
    count: u64,
}

/// An entry that was found.
#[derive(Clone, Debug, Serialize, ToSchema)]
struct FoundEntry {
    section: &'static str,
    #[serde(flatten)]
    entry: Entry,
}

impl FoundPage {
    /// The sections of which it shows something.
    pub(crate) fn shown(&self) -> impl Iterator<Item = &'static str> {
        let mut shown: Vec<&'static str> = self.entries.iter().map(|it| it.section).collect();
        shown.dedup();
        shown.into_iter()
    }
}

impl Content<'_> {
    /// What holds and contains all these words, in what was opened for reading and this role may read.
    pub(crate) fn search(&self, role: Role, text: &str, part: Part) -> Result<FoundPage, StoreError> {
        let opened = self.shared.sections().map(|(section, _)| section);
        let is_searched =
            |section: &Section| role.may_read(*section) && !matches!(self.source(*section), Source::None);
        let (searched, closed): (Vec<Section>, Vec<Section>) = opened.partition(is_searched);
        let in_record = |section: &&Section| matches!(self.source(**section), Source::Record(_));
        let in_record: Vec<Section> = searched.iter().filter(in_record).copied().collect();
        let failed = |error: pocketchart::ReadError| StoreError::Record(error.id());
        let found = self.record.map(|it| it.search_in(&in_record, text));
        let found = found.transpose().map_err(failed)?;
        let copies = search_copies(self.stated, text);

        let (mut sections, mut entries, mut before) = (Vec::new(), Vec::new(), 0);
        for section in searched {
            let copies: Vec<&StatedItem> = match in_record.contains(&section) {
                true => Vec::new(),
                false => copies
                    .iter()
                    .filter(|it| it.item.section == section)
                    .copied()
                    .collect(),
            };
            let of_record = found.as_ref().filter(|_| in_record.contains(&section));
            let count = copies.len() + of_record.map_or(0, |it| it.count(section));
            if count == 0 {
                continue;
            }
            let skip = part.offset.saturating_sub(before);
            let take = part.limit - entries.len();
            let name = section.name();
            let shown = |entry| FoundEntry { section: name, entry };
            if let Some(found) = of_record {
                let items = found.part(section, skip, take).map_err(failed)?;
                entries.extend(items.iter().map(Entry::from).map(shown));
            }
            entries.extend(
                copies
                    .into_iter()
                    .skip(skip)
                    .take(take)
                    .map(Entry::from)
                    .map(shown),
            );
            sections.push(FoundIn {
                section: name,
                count: count as u64,
            });
            before += count;
        }
        Ok(FoundPage {
            more: before > part.offset.saturating_add(entries.len()),
            sections,
            entries,
            not_searched: closed.iter().map(|it| it.name()).collect(),
        })
    }
}
