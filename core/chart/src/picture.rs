//! The items of each section, kept while the record is open, so that a change costs what it touches. Nothing of it is stored, and it
//! goes with the [`Chart`].

use crate::chart::Chart;
use crate::facts::resource_type;
use crate::group::{Change, Item, Kept};
use crate::item::is_listed;
use crate::members::Members;
use pocketchart_record::{Entry, EntryId, Row, Section, StoreError};
use std::cell::{Ref, RefCell};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

/// Where a medicine stands that others refer to.
const OF_MEDICINES: [Section; 2] = [Section::Medications, Section::Sensitive];

/// What is kept; of each section nothing until the first question.
#[derive(Default)]
pub(crate) struct Picture(RefCell<BTreeMap<Section, Read>>);

/// A section as it was read.
#[derive(Default)]
struct Read {
    /// The commit after which it was.
    commit: Option<u64>,
    /// The commit in which it was last written, then.
    written: Option<u64>,
    /// The versions of its pages, and the entries of each.
    pages: Vec<(u64, Vec<EntryId>)>,
    items: Kept,
    /// Entries that get their name from a medicine in a resource of its own, and when the other sections in which one may stand were
    /// last written.
    nameless: BTreeSet<EntryId>,
    medicines: Vec<Option<u64>>,
    decisions: BTreeMap<EntryId, Row>,
    /// The decisions that hold, and what was looked at to see of which entries.
    holding: Vec<EntryId>,
    looked_at: HashMap<EntryId, Option<Row>>,
}

/// What a walk over the changed pages found.
#[derive(Default)]
struct Walk {
    change: Change,
    /// A medicine that others may refer to is another.
    renames: bool,
    /// What was looked at for a decision is another.
    decides: bool,
}

impl Chart {
    /// Items of a section that hold, newest first.
    pub(crate) fn current_items(&self, section: Section) -> Result<Vec<Arc<Item>>, StoreError> {
        Ok(self.picture(section)?.shared().to_vec())
    }

    /// Whether the items of a section were asked for before.
    pub(crate) fn has_picture(&self, section: Section) -> bool {
        self.picture.0.borrow().contains_key(&section)
    }

    /// Those items, with what finds the item of an entry.
    pub(crate) fn picture(&self, section: Section) -> Result<Ref<'_, Kept>, StoreError> {
        let commit = Some(self.record.commits());
        let is_known = |read: &Read| read.commit == commit;
        if !self.picture.0.borrow().get(&section).is_some_and(is_known) {
            // What fails half-way is read anew the next time.
            let mut read = self.picture.0.borrow_mut().remove(&section).unwrap_or_default();
            self.follow_changes(section, &mut read)?;
            read.commit = commit;
            self.picture.0.borrow_mut().insert(section, read);
        }
        let all = self.picture.0.borrow();
        Ref::filter_map(all, |all| all.get(&section).map(|read| &read.items))
            .map_err(|_| StoreError::Altered("items"))
    }

    /// Reads the pages that were written since, and has the items follow. Says how many entries were put together anew.
    fn follow_changes(&self, section: Section, read: &mut Read) -> Result<usize, StoreError> {
        let Some(mut walk) = self.walk(section, read)? else {
            // Entries moved: the views were made anew.
            *read = Read::default();
            return self.follow_changes(section, read);
        };
        let others = OF_MEDICINES.into_iter().filter(|other| *other != section);
        let medicines: Vec<Option<u64>> = others.map(|other| self.record.written(other)).collect();
        walk.renames |= medicines != read.medicines;
        read.medicines = medicines;
        if walk.renames {
            let change = &walk.change;
            let seen = change.come.iter().map(|it| &it.row.id).chain(&change.gone);
            let seen: BTreeSet<&EntryId> = seen.collect();
            let unseen = read.nameless.iter().filter(|id| !seen.contains(id));
            let mut members = Members::default();
            unseen
                .filter_map(|id| read.items.member(id))
                .for_each(|it| members.push(it.row.clone()));
            walk.change.come.extend(self.named(members)?);
        }
        let holding = read.decisions.values().filter(|row| self.is_decided(row));
        let holding: Vec<Row> = holding.cloned().collect();
        let ids: Vec<EntryId> = holding.iter().map(|row| row.id).collect();
        if ids != read.holding || walk.decides || walk.renames && !ids.is_empty() {
            let (decided, looked_at) = self.resolved(&holding)?;
            walk.change.decided = Some(decided);
            read.looked_at = looked_at;
            read.holding = ids;
        }
        Ok(read.items.follow(walk.change))
    }

    /// What is another on the pages that were written since; none if entries left a page.
    fn walk(&self, section: Section, read: &mut Read) -> Result<Option<Walk>, StoreError> {
        let written = self.record.written(section);
        if written == read.written {
            return Ok(Some(Walk::default()));
        }
        read.written = written;
        let versions = self.record.pages(section)?;
        if versions.len() < read.pages.len() {
            return Ok(None);
        }
        let mut walk = Walk::default();
        let mut current = Members::default();
        for (number, version) in versions.iter().enumerate() {
            let before = read.pages.get(number);
            if before.is_some_and(|(before, _)| before == version) {
                continue;
            }
            let rows = self.record.page(section, &versions, number)?;
            let ids: Vec<EntryId> = rows.iter().map(|row| row.id).collect();
            if before.is_some_and(|(_, before)| !before.iter().all(|id| ids.contains(id))) {
                return Ok(None);
            }
            for row in rows {
                let looked_at = read.looked_at.get(&row.id);
                walk.decides |= looked_at.is_some_and(|held| held.as_ref() != Some(&row));
                let held = read.items.member(&row.id);
                if held.is_some_and(|held| held.row == row) {
                    continue;
                }
                walk.renames |= resource_type(&row.entry.kind) == Chart::MEDICINE;
                if row.entry.kind == Entry::RECONCILIATION {
                    read.decisions.insert(row.id, row);
                } else if row.is_current() && is_listed(&row) {
                    current.push(row);
                } else if held.is_some() {
                    read.nameless.remove(&row.id);
                    walk.change.gone.push(row.id);
                }
            }
            match read.pages.get_mut(number) {
                Some(page) => *page = (*version, ids),
                None => read.pages.push((*version, ids)),
            }
        }
        walk.change.come = self.named(current)?;
        let nameless = walk.change.come.iter().filter(|it| it.facts.medicine.is_some());
        read.nameless.extend(nameless.map(|it| it.row.id));
        Ok(Some(walk))
    }
}
