//! What was brought in, file by file, and taking it back.

use crate::author::Author;
use crate::bodies::SOURCE;
use crate::chart::Chart;
use crate::edit::EditError;
use crate::import::{Brought, FileForm, ImportId, Origin, UNDO};
use crate::item::ATTACHED;
use crate::read::ReadError;
use pocketchart_record::cbor::from_bytes;
use pocketchart_record::{Act, Entry, EntryId, Millis, NewEntry, Row, Section, StoreError};
use std::collections::BTreeMap;

/// An import that this record knows of, on whichever device it was made.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ImportView {
    /// Its name.
    pub id: ImportId,
    /// When, by that device's clock.
    pub at: Millis,
    /// By whom.
    pub author: Author,
    /// On which device.
    pub device: Option<String>,
    /// The name of the file.
    pub file: String,
    /// What the file is written in.
    pub form: FileForm,
    /// From whom it came, where that was by a card or a link.
    pub origin: Option<Origin>,
    /// Statements that were not here.
    pub new: u64,
    /// Statements that replaced an older copy from the same source.
    pub updated: u64,
    /// Parts that could not be read, and were kept as text.
    pub unreadable: u64,
    /// How many statements each section got.
    pub sections: BTreeMap<Section, u64>,
    /// Statements of it that hold no more: withdrawn, corrected or replaced since.
    pub over: u64,
    /// Statements of it that were withdrawn because it was undone.
    pub undone: u64,
}

/// What undoing an import did.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Undone {
    /// Statements that were withdrawn. They stay visible as such.
    pub withdrawn: u64,
    /// Statements in whose place the copy before them stands again.
    pub put_back: u64,
    /// Statements that somebody has corrected, settled or withdrawn since, and that stay as they are.
    pub left: u64,
}

/// An import could not be undone; nothing was changed.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum UndoError {
    /// The store failed, or this device may not write there.
    #[error(transparent)]
    Edit(#[from] EditError),
    /// There is no such import.
    #[error("there is no such import")]
    NoSuchImport,
    /// Nothing of it holds any more.
    #[error("nothing of it holds any more")]
    NothingLeft,
}

impl UndoError {
    /// The id of the message that explains it.
    pub fn id(&self) -> &'static str {
        match self {
            UndoError::Edit(error) => error.id(),
            UndoError::NoSuchImport => "undo-unknown",
            UndoError::NothingLeft => "undo-nothing",
        }
    }
}

impl From<StoreError> for UndoError {
    fn from(error: StoreError) -> Self {
        UndoError::Edit(error.into())
    }
}

impl Chart {
    /// The files that were brought in, the newest first. What is in sections that this device cannot read is not counted.
    ///
    /// # Errors
    /// [`ReadError::Store`].
    ///
    /// ```
    /// # use pocketchart::{Chart, CreateChart, Home, ImportOptions, KdfLevel, NoFreshness, Unlock};
    /// # let folder = tempfile::tempdir()?;
    /// # let home = Home::new(folder.path(), std::sync::Arc::new(NoFreshness));
    /// # let unlock = Unlock::passphrase("correct horse battery staple");
    /// # let with = CreateChart { unlock: &unlock, kdf: KdfLevel::Fast, device_name: "phone" };
    /// # let (mut chart, _) = Chart::create(&home, &with)?;
    /// let file = br#"{"resourceType":"Condition","id":"1","code":{"text":"Asthma"}}"#;
    /// let options = ImportOptions { file_name: "visit.json".into(), ..ImportOptions::default() };
    /// chart.import(std::io::Cursor::new(file), &options, &mut |_| ())?;
    /// let imports = chart.imports()?;
    /// assert_eq!((imports[0].file.as_str(), imports[0].new), ("visit.json", 1));
    /// assert_eq!(chart.undo_import(imports[0].id, None)?.withdrawn, 1);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn imports(&self) -> Result<Vec<ImportView>, ReadError> {
        let mut views: BTreeMap<ImportId, ImportView> = BTreeMap::new();
        for section in Section::ALL {
            for (mark, brought, rows) in self.brought(section)? {
                let view = views.entry(brought.import).or_insert_with(|| ImportView {
                    id: brought.import,
                    at: mark.entry.recorded,
                    author: self.author(mark.author),
                    device: self.device_name(&mark),
                    file: brought.file,
                    form: brought.form,
                    origin: brought.origin,
                    new: 0,
                    updated: 0,
                    unreadable: 0,
                    sections: BTreeMap::new(),
                    over: 0,
                    undone: 0,
                });
                for row in rows.iter().filter(|row| !is_whole_file(row)) {
                    let over = !row.standing.replaced_by.is_empty();
                    let undone = over && self.is_undone(row)?;
                    view.count(row, over, undone);
                }
            }
        }
        let mut views: Vec<ImportView> = views.into_values().collect();
        views.sort_by_key(|view| std::cmp::Reverse((view.at, view.id)));
        Ok(views)
    }

    /// Takes back what an import brought, as far as it still holds: what was new is withdrawn, and in the place of what
    /// replaced an older copy the older copy stands again. All of it stays visible, and may be brought in once more. What
    /// somebody has corrected since stays.
    ///
    /// # Errors
    /// [`UndoError`].
    pub fn undo_import(&mut self, import: ImportId, reason: Option<&str>) -> Result<Undone, UndoError> {
        let mut brought = BTreeMap::new();
        let mut known = false;
        for section in Section::ALL {
            let marks = self.brought(section)?;
            for (_, _, rows) in marks.into_iter().filter(|(_, it, _)| it.import == import) {
                known = true;
                brought.extend(rows.into_iter().map(|row| (row.id, row)));
            }
        }
        let (mut entries, mut undone) = (Vec::new(), Undone::default());
        for row in brought.values() {
            let replaced_by = &row.standing.replaced_by;
            if !replaced_by.is_empty() && replaced_by.iter().all(|by| brought.contains_key(by)) {
                // An older copy in the same file: it goes with the newer.
                continue;
            }
            let counts = u64::from(!is_whole_file(row));
            let Some((mut entry, puts_back)) = self.taking_back(row, &brought)? else {
                undone.left += counts;
                continue;
            };
            entry.reason = reason.map(str::to_owned);
            entries.push(entry);
            *if puts_back {
                &mut undone.put_back
            } else {
                &mut undone.withdrawn
            } += counts;
        }
        if !known {
            return Err(UndoError::NoSuchImport);
        }
        if entries.is_empty() {
            return Err(UndoError::NothingLeft);
        }
        self.record.append(entries).map_err(EditError::from)?;
        Ok(undone)
    }

    /// The entry that takes another back, and whether it puts an older copy in its place; none where it holds no more.
    fn taking_back(
        &self,
        row: &Row,
        brought: &BTreeMap<EntryId, Row>,
    ) -> Result<Option<(NewEntry, bool)>, StoreError> {
        if !row.is_current() {
            return Ok(None);
        }
        if let Some(former) = self.former(row, brought)?
            && let Some(body) = self.record.body(&former)?
        {
            let mut entry = NewEntry::new(row.section, &former.entry.kind, body);
            entry.supersedes = vec![row.id];
            entry.act = Some(Act::Correct);
            entry.source = former.entry.source;
            entry.media = former.entry.media;
            return Ok(Some((entry, true)));
        }
        // One entry for each, so that each can be lifted without a word about the others.
        let withdrawal = NewEntry::about(row.section, UNDO, Act::Retract, vec![row.id]);
        Ok(Some((withdrawal, false)))
    }

    /// The copy that stood before the import; none where it came with the import, or where that lifted a withdrawal.
    fn former(&self, row: &Row, brought: &BTreeMap<EntryId, Row>) -> Result<Option<Row>, StoreError> {
        let mut row = row.clone();
        while let (None, [former]) = (row.entry.act, row.entry.supersedes.as_slice()) {
            match brought.get(former) {
                Some(older) => row = older.clone(),
                None => return Ok(self.record.row(former)?.filter(Row::is_statement)),
            }
        }
        Ok(None)
    }

    fn is_undone(&self, row: &Row) -> Result<bool, StoreError> {
        for id in &row.standing.replaced_by {
            if self.record.row(id)?.is_some_and(|row| row.entry.kind == UNDO) {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// The marks of a section, each with the entries behind it.
    pub(crate) fn brought(&self, section: Section) -> Result<Vec<(Row, Brought, Vec<Row>)>, StoreError> {
        let mut found: Vec<(Row, Brought, Vec<Row>)> = Vec::new();
        // A device writes what belongs to a mark right behind it, so only its last mark can hold an entry.
        let mut last: BTreeMap<_, usize> = BTreeMap::new();
        self.record.each_row::<StoreError>(section, |row| {
            let feed = (row.id.document, row.id.feed);
            if row.entry.kind == Entry::IMPORT {
                let body = self.record.body(&row)?;
                if let Some(brought) = body.and_then(|body| from_bytes::<Brought>(&body).ok()) {
                    last.insert(feed, found.len());
                    found.push((row, brought, Vec::new()));
                }
            } else if let Some((mark, brought, rows)) = last.get(&feed).and_then(|at| found.get_mut(*at))
                && brought.holds(&mark.id, &row.id)
            {
                rows.push(row);
            }
            Ok(())
        })?;
        Ok(found)
    }
}

impl ImportView {
    fn count(&mut self, row: &Row, over: bool, undone: bool) {
        let kind = &row.entry.kind;
        if kind == SOURCE {
            self.unreadable += 1;
        } else if row.entry.act.is_none() && !row.entry.supersedes.is_empty() {
            self.updated += 1;
        } else {
            self.new += 1;
        }
        if kind != SOURCE {
            *self.sections.entry(row.section).or_default() += 1;
        }
        self.over += u64::from(over);
        self.undone += u64::from(undone);
    }
}

/// The file itself, kept beside what was read from it.
pub(crate) fn is_whole_file(row: &Row) -> bool {
    let source = row.entry.source.as_ref();
    row.entry.kind == SOURCE && source.is_some_and(|source| source.system == ATTACHED)
}
