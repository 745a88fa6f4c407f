//! Changing the view within one transaction: pages are read once, changed in memory, and written together.

use super::{
    FromSource, Listed, NEWEST_ROWS, PAGE_ROWS, SectionHead, Slot, head, head_key, link_key, links,
    list_bytes, page, page_key, place_key, source_key, terms,
};
use crate::cbor::{from_bytes, to_bytes};
use crate::id::{AuthorId, EntryId};
use crate::quarantine::Quarantine;
use crate::row::{Derived, Row};
use crate::section::Section;
use crate::standing::Component;
use crate::store::{Space, Store, StoreError};
use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

/// All entries that are tied to this one by naming one another, itself included.
pub(crate) fn component(store: &Store, section: Section, of: &EntryId) -> Result<Vec<Row>, StoreError> {
    let mut pages = Pages::default();
    let found = pages.component(store, section, of)?;
    found
        .into_iter()
        .map(|id| pages.row(store, section, &id).map(|row| row.cloned()))
        .filter_map(Result::transpose)
        .collect()
}

/// Values read once and written once, if they were changed.
struct Kept<K, V>(BTreeMap<K, (V, bool)>);

impl<K, V> Default for Kept<K, V> {
    fn default() -> Self {
        Self(BTreeMap::new())
    }
}

impl<K: Ord, V> Kept<K, V> {
    fn slot(
        &mut self,
        key: K,
        load: impl FnOnce() -> Result<V, StoreError>,
    ) -> Result<&mut (V, bool), StoreError> {
        Ok(match self.0.entry(key) {
            Entry::Occupied(held) => held.into_mut(),
            Entry::Vacant(free) => free.insert((load()?, false)),
        })
    }

    fn get(&mut self, key: K, load: impl FnOnce() -> Result<V, StoreError>) -> Result<&V, StoreError> {
        self.slot(key, load).map(|(value, _)| &*value)
    }

    fn change(&mut self, key: K, load: impl FnOnce() -> Result<V, StoreError>) -> Result<&mut V, StoreError> {
        let (value, changed) = self.slot(key, load)?;
        *changed = true;
        Ok(value)
    }

    fn put(&mut self, key: K, value: V) {
        self.0.insert(key, (value, true));
    }

    fn changed(&self) -> impl Iterator<Item = (&K, &V)> {
        self.0
            .iter()
            .filter(|(_, (_, changed))| *changed)
            .map(|(key, (value, _))| (key, value))
    }
}

#[derive(Default)]
struct Pages {
    heads: Kept<Section, SectionHead>,
    pages: Kept<(Section, u64), Vec<Row>>,
    terms: Kept<(Section, u64), Vec<String>>,
    places: Kept<[u8; 16], Vec<Slot>>,
    links: Kept<EntryId, Vec<EntryId>>,
}

impl Pages {
    fn head(&mut self, store: &Store, section: Section) -> Result<&SectionHead, StoreError> {
        self.heads.get(section, || head(store, section))
    }

    fn change_head(&mut self, store: &Store, section: Section) -> Result<&mut SectionHead, StoreError> {
        self.heads.change(section, || head(store, section))
    }

    fn page(&mut self, store: &Store, section: Section, number: u64) -> Result<&Vec<Row>, StoreError> {
        let versions = &self.heads.get(section, || head(store, section))?.pages;
        self.pages
            .get((section, number), || page(store, section, versions, number))
    }

    fn change_page(
        &mut self,
        store: &Store,
        section: Section,
        number: u64,
    ) -> Result<&mut Vec<Row>, StoreError> {
        let versions = &self.heads.change(section, || head(store, section))?.pages;
        self.pages
            .change((section, number), || page(store, section, versions, number))
    }

    fn change_terms(
        &mut self,
        store: &Store,
        section: Section,
        number: u64,
    ) -> Result<&mut Vec<String>, StoreError> {
        self.terms
            .change((section, number), || terms(store, section, number))
    }

    fn links(&mut self, store: &Store, target: &EntryId) -> Result<&Vec<EntryId>, StoreError> {
        self.links.get(*target, || links(store, target))
    }

    fn find(
        &mut self,
        store: &Store,
        section: Section,
        id: &EntryId,
    ) -> Result<Option<(u64, usize)>, StoreError> {
        let key = place_key(store, section, id.feed, id.counter);
        let slots = self.places.get(key, || slots(store, &key))?;
        let slots: Vec<Slot> = slots
            .iter()
            .filter(|slot| slot.counter == id.counter)
            .copied()
            .collect();
        for slot in slots {
            let rows = self.page(store, section, slot.page)?;
            if rows.get(slot.slot as usize).is_some_and(|row| row.id == *id) {
                return Ok(Some((slot.page, slot.slot as usize)));
            }
        }
        Ok(None)
    }

    fn row(&mut self, store: &Store, section: Section, id: &EntryId) -> Result<Option<&Row>, StoreError> {
        let Some((page, slot)) = self.find(store, section, id)? else {
            return Ok(None);
        };
        Ok(self.page(store, section, page)?.get(slot))
    }

    fn component(
        &mut self,
        store: &Store,
        section: Section,
        of: &EntryId,
    ) -> Result<BTreeSet<EntryId>, StoreError> {
        let (mut found, mut open) = (BTreeSet::new(), vec![*of]);
        while let Some(id) = open.pop() {
            if !found.insert(id) {
                continue;
            }
            open.extend(self.links(store, &id)?);
            if let Some(row) = self.row(store, section, &id)? {
                open.extend(&row.entry.supersedes);
            }
        }
        Ok(found)
    }

    fn write(mut self, store: &mut Store) -> Result<(), StoreError> {
        for ((section, number), rows) in self.pages.changed() {
            let version = store.put(
                Space::Page,
                &page_key(store, *section, *number),
                &list_bytes(rows),
            )?;
            if let Some((head, _)) = self.heads.0.get_mut(section)
                && let Some(slot) = head.pages.get_mut(*number as usize)
            {
                *slot = version;
            }
        }
        for ((section, number), texts) in self.terms.changed() {
            store.put(
                Space::Terms,
                &page_key(store, *section, *number),
                &list_bytes(texts),
            )?;
        }
        for (section, head) in self.heads.changed() {
            store.put(Space::Head, &head_key(store, *section), &to_bytes(head))?;
        }
        for (key, slots) in self.places.changed() {
            store.put(Space::Place, key, &list_bytes(slots))?;
        }
        for (target, by) in self.links.changed() {
            store.put(Space::Link, &link_key(store, target), &list_bytes(by))?;
        }
        Ok(())
    }
}

fn slots(store: &Store, key: &[u8; 16]) -> Result<Vec<Slot>, StoreError> {
    match store.get(Space::Place, key)? {
        Some(bytes) => Ok(from_bytes::<Listed<Slot>>(&bytes)?.0),
        None => Ok(Vec::new()),
    }
}

/// Adds rows within one transaction and works out how they stand before it is committed.
#[derive(Default)]
pub(crate) struct ViewWriter {
    pages: Pages,
    touched: BTreeMap<EntryId, Section>,
}

impl ViewWriter {
    /// Adds a row. A row that is there already stays as it is.
    pub(crate) fn add(&mut self, store: &mut Store, row: Row, text: String) -> Result<(), StoreError> {
        let (section, id) = (row.section, row.id);
        if self.pages.find(store, section, &id)?.is_some() {
            return Ok(());
        }
        let head = self.pages.change_head(store, section)?;
        let number = head.rows / PAGE_ROWS as u64;
        if head.rows % PAGE_ROWS as u64 == 0 {
            head.pages.push(0);
            self.pages.pages.put((section, number), Vec::new());
            self.pages.terms.put((section, number), Vec::new());
        }
        let head = self.pages.change_head(store, section)?;
        head.rows += 1;
        head.count(&row, 1);
        head.place(&row);
        let at_hand = match row.entry.kind.as_str() {
            crate::entry::Entry::RECONCILIATION => Some(&mut head.reconciliations),
            crate::entry::Entry::IMPORT if !row.derived.is_empty() => Some(&mut head.origins),
            _ => None,
        };
        if let Some(ids) = at_hand {
            // In one order, in whatever order they came.
            let at = ids.partition_point(|known| *known < id);
            ids.insert(at, id);
        }
        self.pages.change_terms(store, section, number)?.push(text);
        let key = place_key(store, section, id.feed, id.counter);
        for target in &row.entry.supersedes {
            let by = self.pages.links.change(*target, || links(store, target))?;
            by.push(id);
            by.sort();
        }
        if let Some(source) = &row.entry.source {
            let newest = FromSource {
                id,
                body: row.entry.body,
            };
            store.put(
                Space::Source,
                &source_key(store, row.author, source),
                &to_bytes(&newest),
            )?;
        }
        if !row.entry.supersedes.is_empty() || !self.pages.links(store, &id)?.is_empty() {
            self.touched.insert(id, section);
        }
        let rows = self.pages.change_page(store, section, number)?;
        rows.push(row);
        let slot = Slot {
            counter: id.counter,
            page: number,
            slot: rows.len() as u64 - 1,
        };
        self.pages.places.change(key, || slots(store, &key))?.push(slot);
        Ok(())
    }

    /// Puts what was derived from a body that came later than its entry.
    pub(crate) fn fill(
        &mut self,
        store: &Store,
        section: Section,
        id: &EntryId,
        derived: Derived,
    ) -> Result<(), StoreError> {
        let Some((number, slot)) = self.pages.find(store, section, id)? else {
            return Ok(());
        };
        if let Some(text) = self.pages.change_terms(store, section, number)?.get_mut(slot) {
            *text = derived.text;
        }
        let Some(row) = self.pages.change_page(store, section, number)?.get_mut(slot) else {
            return Ok(());
        };
        row.derived = derived.row;
        if !derived.when.is_empty() {
            row.when = derived.when;
        }
        let row = row.clone();
        self.pages.change_head(store, section)?.place(&row);
        Ok(())
    }

    /// Has it worked out how this row stands, even if no other entry speaks of it.
    pub(crate) fn touch(&mut self, row: &Row) {
        self.touched.insert(row.id, row.section);
    }

    /// Works out how the touched rows stand, and writes everything that changed.
    pub(crate) fn finish(
        mut self,
        store: &mut Store,
        patient: AuthorId,
        quarantine: &Quarantine,
    ) -> Result<(), StoreError> {
        while let Some((id, section)) = self.touched.pop_first() {
            let members = self.pages.component(store, section, &id)?;
            self.settle(store, section, &members, patient, quarantine)?;
            for member in members {
                self.touched.remove(&member);
            }
        }
        self.pages.write(store)
    }

    fn settle(
        &mut self,
        store: &Store,
        section: Section,
        members: &BTreeSet<EntryId>,
        patient: AuthorId,
        quarantine: &Quarantine,
    ) -> Result<(), StoreError> {
        let mut rows = Vec::new();
        for id in members {
            if let Some(row) = self.pages.row(store, section, id)? {
                rows.push(row.clone());
            }
        }
        let standings = Component::new(&rows, patient, quarantine).standings();
        let mut refill = false;
        for mut row in rows {
            let Some(standing) = standings
                .get(&row.id)
                .filter(|standing| **standing != row.standing)
            else {
                continue;
            };
            let Some((number, slot)) = self.pages.find(store, section, &row.id)? else {
                continue;
            };
            let head = self.pages.change_head(store, section)?;
            head.count(&row, -1);
            row.standing = standing.clone();
            head.count(&row, 1);
            refill |= !head.place(&row);
            if let Some(place) = self.pages.change_page(store, section, number)?.get_mut(slot) {
                *place = row;
            }
        }
        if refill {
            self.refill(store, section)
        } else {
            Ok(())
        }
    }

    fn refill(&mut self, store: &Store, section: Section) -> Result<(), StoreError> {
        let count = self.pages.head(store, section)?.pages.len() as u64;
        let mut newest: Vec<Row> = Vec::new();
        for number in 0..count {
            newest.extend(
                self.pages
                    .page(store, section, number)?
                    .iter()
                    .filter(|row| row.is_current())
                    .cloned(),
            );
            newest.sort_by(|a, b| (&b.when, b.id).cmp(&(&a.when, a.id)));
            newest.truncate(NEWEST_ROWS);
        }
        self.pages.change_head(store, section)?.newest = newest;
        Ok(())
    }
}
