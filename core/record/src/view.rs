//! The projection: sealed pages of rows for each section, and what finds a row. All of it can be rebuilt from the log.

mod writer;

pub(crate) use writer::{ViewWriter, component};

use crate::cbor::{Canonical, Malformed, Reader, Writer, from_bytes, from_own_bytes, to_bytes};
use crate::entry::{BodyRef, Source};
use crate::id::{AuthorId, EntryId, FeedTag};
use crate::row::Row;
use crate::section::Section;
use crate::store::{Space, Store, StoreError};

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
    /// The entries of any standing that decide how statements of the section belong together.
    pub reconciliations: Vec<EntryId>,
    /// The marks of imports of which the body reader derived something: those that say from whom it came.
    pub origins: Vec<EntryId>,
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
        // The last fields are there only where there is something in them: heads from before there were any are what they were.
        let fields = match (self.reconciliations.is_empty(), self.origins.is_empty()) {
            (_, false) => 8,
            (false, true) => 7,
            (true, true) => 6,
        };
        to.array(fields)
            .uint(self.rows)
            .uint(self.current)
            .uint(self.unreconciled)
            .uint(self.proposed)
            .list(&self.newest)
            .list(&self.pages);
        if fields > 6 {
            to.list(&self.reconciliations);
        }
        if fields > 7 {
            to.list(&self.origins);
        }
    }
    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        let fields = from.array()?;
        if !(6..=8).contains(&fields) {
            return Err(Malformed("section head"));
        }
        let read = Self {
            rows: from.uint()?,
            current: from.uint()?,
            unreconciled: from.uint()?,
            proposed: from.uint()?,
            newest: from.list(NEWEST_ROWS)?,
            pages: from.list(usize::MAX)?,
            reconciliations: match fields {
                7.. => from.list(usize::MAX)?,
                _ => Vec::new(),
            },
            origins: match fields {
                8 => from.list(usize::MAX)?,
                _ => Vec::new(),
            },
        };
        let last = match fields {
            8 => &read.origins,
            _ => &read.reconciliations,
        };
        if fields > 6 && last.is_empty() {
            return Err(Malformed("section head"));
        }
        Ok(read)
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
        Some(bytes) => Ok(from_own_bytes(&bytes)?),
        None => Ok(SectionHead::default()),
    }
}

/// The versions of the pages of a section, read from its head page without the rows there.
pub(crate) fn pages(store: &Store, section: Section) -> Result<Vec<u64>, StoreError> {
    let Some(bytes) = store.get(Space::Head, &head_key(store, section))? else {
        return Ok(Vec::new());
    };
    let mut from = Reader::new(&bytes);
    from.array()?;
    for _counts_and_newest in 0..5 {
        from.skip()?;
    }
    Ok(from.list(usize::MAX)?)
}

/// The version of the head page of a section.
pub(crate) fn head_version(store: &Store, section: Section) -> Option<u64> {
    store.tracked_version(Space::Head, &head_key(store, section))
}

/// One page of a section.
pub(crate) fn page(
    store: &Store,
    section: Section,
    versions: &[u64],
    page: u64,
) -> Result<Vec<Row>, StoreError> {
    let version = versions.get(page as usize).ok_or(StoreError::Altered("page"))?;
    let bytes = store.get_version(Space::Page, &page_key(store, section, page), *version)?;
    Ok(from_own_bytes::<Listed<Row>>(&bytes)?.0)
}

/// The search text of the rows of a page.
pub(crate) fn terms(store: &Store, section: Section, page: u64) -> Result<Vec<String>, StoreError> {
    match store.get(Space::Terms, &page_key(store, section, page))? {
        Some(bytes) => Ok(from_bytes::<Listed<String>>(&bytes)?.0),
        None => Ok(Vec::new()),
    }
}

/// The rows of entries of one section, in their order. Each page is read once, however many of its rows are wanted.
pub(crate) fn rows(store: &Store, section: Section, ids: &[EntryId]) -> Result<Vec<Option<Row>>, StoreError> {
    let mut wanted: Vec<(&EntryId, usize)> = ids.iter().zip(0..).collect();
    wanted.sort_unstable_by_key(|(id, _)| (id.feed, id.counter));
    let mut slots = Vec::new();
    for near in wanted.chunk_by(|(a, _), (b, _)| (a.feed, a.counter / PLACES) == (b.feed, b.counter / PLACES))
    {
        let Some((first, _)) = near.first() else {
            continue;
        };
        let place = store.get(
            Space::Place,
            &place_key(store, section, first.feed, first.counter),
        )?;
        let Some(place) = place else { continue };
        for slot in from_bytes::<Listed<Slot>>(&place)?.0 {
            let of_it = near.iter().filter(|(id, _)| id.counter == slot.counter);
            slots.extend(of_it.map(|(id, at)| (slot.page, slot.slot, *id, *at)));
        }
    }
    let mut found = vec![None; ids.len()];
    if slots.is_empty() {
        return Ok(found);
    }
    slots.sort_unstable_by_key(|(page, slot, ..)| (*page, *slot));
    let head = head(store, section)?;
    for together in slots.chunk_by(|(a, ..), (b, ..)| a == b) {
        let Some((number, ..)) = together.first() else {
            continue;
        };
        let rows = page(store, section, &head.pages, *number)?;
        for (_, slot, id, at) in together {
            let row = rows.get(*slot as usize).filter(|row| row.id == **id);
            if let (Some(row), Some(found)) = (row, found.get_mut(*at)) {
                *found = Some(row.clone());
            }
        }
    }
    Ok(found)
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

fn list_bytes<T: Canonical>(items: &[T]) -> Vec<u8> {
    let mut to = Writer::default();
    to.list(items);
    to.into_bytes()
}
