//! The projection: sealed pages of rows for each section, and what finds a row. All of it can be rebuilt from the log.

use crate::cbor::{Canonical, Malformed, Reader, Writer, from_bytes, to_bytes};
use crate::entry::{BodyRef, Source};
use crate::id::{AuthorId, EntryId, FeedTag};
use crate::row::{Derived, Row};
use crate::section::Section;
use crate::standing::Component;
use crate::store::{Space, Store, StoreError};
use std::collections::{BTreeMap, BTreeSet};

/// Rows in a page.
pub const PAGE_ROWS: usize = 64;
/// Current rows that a section's head page holds.
pub const NEWEST_ROWS: usize = 64;
const PLACES: u64 = 256;

/// What a section's head page says.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct SectionHead {
    /// Rows of any standing.
    pub rows: u64,
    /// Current statements.
    pub current: u64,
    /// Statements that contradict another.
    pub unreconciled: u64,
    /// Proposals by others that wait for an answer.
    pub proposed: u64,
    /// The newest current rows by clinical time, newest first.
    pub newest: Vec<Row>,
    pub(crate) pages: Vec<u64>,
}

impl SectionHead {
    fn count(&mut self, row: &Row, sign: i64) {
        let add = |count: &mut u64, yes: bool| {
            if yes {
                *count = count.saturating_add_signed(sign);
            }
        };
        add(&mut self.current, row.is_current());
        add(
            &mut self.unreconciled,
            row.is_current() && !row.standing.unreconciled_with.is_empty(),
        );
        add(&mut self.proposed, row.is_statement() && row.standing.proposed);
    }

    /// Puts a changed or new row where it belongs among the newest; `false` if that cannot be known from here.
    fn place(&mut self, row: &Row) -> bool {
        let held = self.newest.len();
        self.newest.retain(|known| known.id != row.id);
        let removed = self.newest.len() < held;
        if row.is_current() {
            let order = |row: &Row| (row.when.clone(), row.id);
            let at = self.newest.partition_point(|known| order(known) > order(row));
            if at < NEWEST_ROWS {
                self.newest.insert(at, row.clone());
                self.newest.truncate(NEWEST_ROWS);
            }
        }
        // A gap at the end could only be filled from the pages.
        !removed || self.newest.len() as u64 >= self.current.min(NEWEST_ROWS as u64)
    }
}

impl Canonical for SectionHead {
    fn write(&self, to: &mut Writer) {
        to.array(6)
            .uint(self.rows)
            .uint(self.current)
            .uint(self.unreconciled)
            .uint(self.proposed)
            .list(&self.newest)
            .list(&self.pages);
    }
    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        from.array_of(6)?;
        Ok(Self {
            rows: from.uint()?,
            current: from.uint()?,
            unreconciled: from.uint()?,
            proposed: from.uint()?,
            newest: from.list(NEWEST_ROWS)?,
            pages: from.list(usize::MAX)?,
        })
    }
}

struct Listed<T>(Vec<T>);

impl<T: Canonical> Canonical for Listed<T> {
    fn write(&self, to: &mut Writer) {
        to.list(&self.0);
    }
    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        from.list(usize::MAX).map(Self)
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
struct Slot {
    counter: u64,
    page: u64,
    slot: u64,
}

impl Canonical for Slot {
    fn write(&self, to: &mut Writer) {
        to.array(3).uint(self.counter).uint(self.page).uint(self.slot);
    }
    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        from.array_of(3)?;
        Ok(Self {
            counter: from.uint()?,
            page: from.uint()?,
            slot: from.uint()?,
        })
    }
}

/// The newest entry from a source.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct FromSource {
    /// The entry.
    pub id: EntryId,
    /// Its body.
    pub body: Option<BodyRef>,
}

impl Canonical for FromSource {
    fn write(&self, to: &mut Writer) {
        to.array(if self.body.is_some() { 3 } else { 1 }).value(&self.id);
        if let Some(body) = self.body {
            to.value(&body.hash).uint(body.len);
        }
    }
    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        let len = from.array()?;
        let id = from.value()?;
        let body = match len {
            1 => None,
            3 => Some(BodyRef {
                hash: from.value()?,
                len: from.uint()?,
            }),
            _ => return Err(Malformed("source row")),
        };
        Ok(Self { id, body })
    }
}

fn page_key(store: &Store, section: Section, page: u64) -> [u8; 16] {
    store.key(&[b"page", &[section.code()], &page.to_be_bytes()])
}

fn head_key(store: &Store, section: Section) -> [u8; 16] {
    store.key(&[b"head", &[section.code()]])
}

fn place_key(store: &Store, section: Section, feed: FeedTag, counter: u64) -> [u8; 16] {
    store.key(&[
        b"place",
        &[section.code()],
        feed.as_bytes(),
        &(counter / PLACES).to_be_bytes(),
    ])
}

fn link_key(store: &Store, target: &EntryId) -> [u8; 16] {
    store.key(&[b"link", &to_bytes(target)])
}

fn source_key(store: &Store, author: AuthorId, source: &Source) -> [u8; 16] {
    store.key(&[b"source", author.as_bytes(), &to_bytes(source)])
}

/// The head page of a section.
pub(crate) fn head(store: &Store, section: Section) -> Result<SectionHead, StoreError> {
    match store.get(Space::Head, &head_key(store, section))? {
        Some(bytes) => Ok(from_bytes(&bytes)?),
        None => Ok(SectionHead::default()),
    }
}

/// One page of a section.
pub(crate) fn page(
    store: &Store,
    section: Section,
    head: &SectionHead,
    page: u64,
) -> Result<Vec<Row>, StoreError> {
    let version = head.pages.get(page as usize).ok_or(StoreError::Altered("page"))?;
    let bytes = store.get_version(Space::Page, &page_key(store, section, page), *version)?;
    Ok(from_bytes::<Listed<Row>>(&bytes)?.0)
}

/// The search text of the rows of a page.
pub(crate) fn terms(store: &Store, section: Section, page: u64) -> Result<Vec<String>, StoreError> {
    match store.get(Space::Terms, &page_key(store, section, page))? {
        Some(bytes) => Ok(from_bytes::<Listed<String>>(&bytes)?.0),
        None => Ok(Vec::new()),
    }
}

/// The row of an entry.
pub(crate) fn row(store: &Store, section: Section, id: &EntryId) -> Result<Option<Row>, StoreError> {
    let Some(bytes) = store.get(Space::Place, &place_key(store, section, id.feed, id.counter))? else {
        return Ok(None);
    };
    let head = head(store, section)?;
    for slot in from_bytes::<Listed<Slot>>(&bytes)?.0 {
        if slot.counter == id.counter {
            let rows = page(store, section, &head, slot.page)?;
            if let Some(row) = rows
                .into_iter()
                .nth(slot.slot as usize)
                .filter(|row| row.id == *id)
            {
                return Ok(Some(row));
            }
        }
    }
    Ok(None)
}

/// The newest entry from a source.
pub(crate) fn from_source(
    store: &Store,
    author: AuthorId,
    source: &Source,
) -> Result<Option<FromSource>, StoreError> {
    let found = store.get(Space::Source, &source_key(store, author, source))?;
    Ok(found.map(|bytes| from_bytes(&bytes)).transpose()?)
}

/// Entries that name this one.
pub(crate) fn links(store: &Store, target: &EntryId) -> Result<Vec<EntryId>, StoreError> {
    match store.get(Space::Link, &link_key(store, target))? {
        Some(bytes) => Ok(from_bytes::<Listed<EntryId>>(&bytes)?.0),
        None => Ok(Vec::new()),
    }
}

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

/// Pages read or changed within one transaction.
#[derive(Default)]
struct Pages {
    heads: BTreeMap<Section, SectionHead>,
    pages: BTreeMap<(Section, u64), (Vec<Row>, bool)>,
    places: BTreeMap<[u8; 16], (Vec<Slot>, bool)>,
    links: BTreeMap<EntryId, (Vec<EntryId>, bool)>,
}

impl Pages {
    fn head(&mut self, store: &Store, section: Section) -> Result<&mut SectionHead, StoreError> {
        if !self.heads.contains_key(&section) {
            self.heads.insert(section, head(store, section)?);
        }
        self.heads.get_mut(&section).ok_or(StoreError::Altered("head"))
    }

    fn page(
        &mut self,
        store: &Store,
        section: Section,
        number: u64,
    ) -> Result<&mut (Vec<Row>, bool), StoreError> {
        if !self.pages.contains_key(&(section, number)) {
            let head = self.head(store, section)?;
            let rows = page(store, section, &head.clone_pages(), number)?;
            self.pages.insert((section, number), (rows, false));
        }
        self.pages
            .get_mut(&(section, number))
            .ok_or(StoreError::Altered("page"))
    }

    fn places(&mut self, store: &Store, key: [u8; 16]) -> Result<&mut (Vec<Slot>, bool), StoreError> {
        if !self.places.contains_key(&key) {
            let slots = match store.get(Space::Place, &key)? {
                Some(bytes) => from_bytes::<Listed<Slot>>(&bytes)?.0,
                None => Vec::new(),
            };
            self.places.insert(key, (slots, false));
        }
        self.places.get_mut(&key).ok_or(StoreError::Altered("place"))
    }

    fn links(&mut self, store: &Store, target: &EntryId) -> Result<&mut (Vec<EntryId>, bool), StoreError> {
        if !self.links.contains_key(target) {
            self.links.insert(*target, (links(store, target)?, false));
        }
        self.links.get_mut(target).ok_or(StoreError::Altered("link"))
    }

    fn find(
        &mut self,
        store: &Store,
        section: Section,
        id: &EntryId,
    ) -> Result<Option<(u64, usize)>, StoreError> {
        let key = place_key(store, section, id.feed, id.counter);
        let slots: Vec<Slot> = self
            .places(store, key)?
            .0
            .iter()
            .filter(|slot| slot.counter == id.counter)
            .copied()
            .collect();
        for slot in slots {
            let (rows, _) = self.page(store, section, slot.page)?;
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
        Ok(self.page(store, section, page)?.0.get(slot))
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
            open.extend(self.links(store, &id)?.0.iter());
            if let Some(row) = self.row(store, section, &id)? {
                open.extend(&row.entry.supersedes);
            }
        }
        Ok(found)
    }
}

impl SectionHead {
    // Only what `page` needs, so that the newest rows are not copied with every page.
    fn clone_pages(&self) -> SectionHead {
        SectionHead {
            pages: self.pages.clone(),
            ..SectionHead::default()
        }
    }
}

/// Adds rows within one transaction and works out how they stand before it is committed.
#[derive(Default)]
pub(crate) struct ViewWriter {
    pages: Pages,
    terms: BTreeMap<(Section, u64), Vec<String>>,
    touched: BTreeMap<EntryId, Section>,
}

impl ViewWriter {
    /// Adds a row. A row that is there already stays as it is.
    pub(crate) fn add(&mut self, store: &mut Store, row: Row, text: String) -> Result<(), StoreError> {
        let section = row.section;
        if self.pages.find(store, section, &row.id)?.is_some() {
            return Ok(());
        }
        let head = self.pages.head(store, section)?;
        let number = head.rows / PAGE_ROWS as u64;
        if head.rows % PAGE_ROWS as u64 == 0 {
            head.pages.push(0);
            self.pages.pages.insert((section, number), (Vec::new(), true));
            self.terms.insert((section, number), Vec::new());
        } else if !self.terms.contains_key(&(section, number)) {
            self.terms
                .insert((section, number), terms(store, section, number)?);
        }
        let head = self.pages.head(store, section)?;
        head.rows += 1;
        head.count(&row, 1);
        head.place(&row);
        let (rows, dirty) = self.pages.page(store, section, number)?;
        *dirty = true;
        rows.push(row.clone());
        let slot = Slot {
            counter: row.id.counter,
            page: number,
            slot: rows.len() as u64 - 1,
        };
        self.terms.entry((section, number)).or_default().push(text);
        let key = place_key(store, section, row.id.feed, row.id.counter);
        let (slots, dirty) = self.pages.places(store, key)?;
        *dirty = true;
        slots.push(slot);
        for target in &row.entry.supersedes {
            let (by, dirty) = self.pages.links(store, target)?;
            *dirty = true;
            by.push(row.id);
            by.sort();
        }
        if let Some(source) = &row.entry.source {
            let newest = FromSource {
                id: row.id,
                body: row.entry.body,
            };
            store.put(
                Space::Source,
                &source_key(store, row.author, source),
                &to_bytes(&newest),
            )?;
        }
        if !row.entry.supersedes.is_empty() || !self.pages.links(store, &row.id)?.0.is_empty() {
            self.touched.insert(row.id, section);
        }
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
        if !self.terms.contains_key(&(section, number)) {
            self.terms
                .insert((section, number), terms(store, section, number)?);
        }
        if let Some(text) = self
            .terms
            .get_mut(&(section, number))
            .and_then(|texts| texts.get_mut(slot))
        {
            *text = derived.text;
        }
        let (rows, dirty) = self.pages.page(store, section, number)?;
        let Some(row) = rows.get_mut(slot) else {
            return Ok(());
        };
        *dirty = true;
        row.derived = derived.row;
        if !derived.when.is_empty() {
            row.when = derived.when;
        }
        let row = row.clone();
        self.pages.head(store, section)?.place(&row);
        Ok(())
    }

    /// Works out how the touched rows stand, and writes everything that changed.
    pub(crate) fn finish(mut self, store: &mut Store, patient: AuthorId) -> Result<(), StoreError> {
        while let Some((id, section)) = self.touched.pop_first() {
            let members = self.pages.component(store, section, &id)?;
            self.settle(store, section, &members, patient)?;
            for member in members {
                self.touched.remove(&member);
            }
        }
        self.write(store)
    }

    fn settle(
        &mut self,
        store: &Store,
        section: Section,
        members: &BTreeSet<EntryId>,
        patient: AuthorId,
    ) -> Result<(), StoreError> {
        let mut rows = Vec::new();
        for id in members {
            if let Some(row) = self.pages.row(store, section, id)? {
                rows.push(row.clone());
            }
        }
        let standings = Component::new(&rows, patient).standings();
        let mut refill = false;
        for mut row in rows {
            let Some(standing) = standings
                .get(&row.id)
                .filter(|standing| **standing != row.standing)
            else {
                continue;
            };
            let Some((page, slot)) = self.pages.find(store, section, &row.id)? else {
                continue;
            };
            let head = self.pages.head(store, section)?;
            head.count(&row, -1);
            row.standing = standing.clone();
            head.count(&row, 1);
            refill |= !head.place(&row);
            let (rows, dirty) = self.pages.page(store, section, page)?;
            *dirty = true;
            if let Some(place) = rows.get_mut(slot) {
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
            let (rows, _) = self.pages.page(store, section, number)?;
            newest.extend(rows.iter().filter(|row| row.is_current()).cloned());
            newest.sort_by(|a, b| (&b.when, b.id).cmp(&(&a.when, a.id)));
            newest.truncate(NEWEST_ROWS);
        }
        self.pages.head(store, section)?.newest = newest;
        Ok(())
    }

    fn write(mut self, store: &mut Store) -> Result<(), StoreError> {
        for ((section, number), (rows, dirty)) in &self.pages.pages {
            if !dirty {
                continue;
            }
            let key = page_key(store, *section, *number);
            let version = store.put(Space::Page, &key, &list_bytes(rows))?;
            if let Some(head) = self.pages.heads.get_mut(section)
                && let Some(slot) = head.pages.get_mut(*number as usize)
            {
                *slot = version;
            }
        }
        for ((section, number), texts) in &self.terms {
            store.put(
                Space::Terms,
                &page_key(store, *section, *number),
                &list_bytes(texts),
            )?;
        }
        for (section, head) in &self.pages.heads {
            store.put(Space::Head, &head_key(store, *section), &to_bytes(head))?;
        }
        for (key, (slots, dirty)) in &self.pages.places {
            if *dirty {
                store.put(Space::Place, key, &list_bytes(slots))?;
            }
        }
        for (target, (by, dirty)) in &self.pages.links {
            if *dirty {
                store.put(Space::Link, &link_key(store, target), &list_bytes(by))?;
            }
        }
        Ok(())
    }
}

fn list_bytes<T: Canonical>(items: &[T]) -> Vec<u8> {
    let mut to = Writer::default();
    to.list(items);
    to.into_bytes()
}
