//! The sealed store: one SQLite file in which every row is encrypted and bound to its place.
//!
//! Rows live in one table `row(space, key, value)`. A value is `version ‖ seal(padded value)`; the associated data
//! binds space, key and version, so a row moved, copied or swapped is refused. The root row is written with every
//! commit and holds the commit number, the versions of the rows that change, and a count and digest of each space; a
//! row put back or deleted does not agree with it. The freshness record outside the file keeps the commit number, so
//! that putting back the whole file shows too.

mod freshness;
mod root;
#[cfg(test)]
mod tests;
mod unlock;

pub use freshness::{Freshness, FreshnessFile, NoFreshness};
pub(crate) use unlock::{Header, Opened};
pub use unlock::{KdfLevel, Unlock};

use crate::cbor::{Writer, from_bytes, to_bytes};
use crate::context::Context;
use pocketchart_crypto::aead;
use pocketchart_crypto::hash::keyed128;
use pocketchart_crypto::kdf::expand;
use pocketchart_crypto::{Label, Secret, padme};
use root::Root;
use rusqlite::{Connection, OpenFlags, OptionalExtension, params};
use std::fs::{File, TryLockError};
use std::path::{Path, PathBuf};
use std::sync::Arc;

const NAME: Label = Label::new("row-name");
const MARK: Label = Label::new("row-mark");
const HEADER_MARK: Label = Label::new("header-mark");
const ROW_KEY: Label = Label::new("row-key");
const DIGEST_KEY: Label = Label::new("row-digest");

/// The version of the file's layout.
const FORMAT: u32 = 1;
const DATABASE: &str = "record.db";
const LOCK: &str = "record.lock";

/// What a row is for.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
#[repr(u8)]
pub(crate) enum Space {
    /// The one root row.
    Root = 0,
    /// Who this device is.
    Identity = 1,
    /// Statements.
    Statement = 2,
    /// Section keys at hand.
    Key = 3,
    /// Envelopes, by feed, branch and number.
    Log = 4,
    /// The state of each feed.
    Feed = 5,
    /// The state of each document.
    Document = 6,
    /// The log of who was given what.
    Audit = 7,
    /// The head page of each section: counts, newest rows, versions of its pages.
    Head = 8,
    /// Pages of rows.
    Page = 9,
    /// Search text of the rows of a page.
    Terms = 10,
    /// In which page an entry's row is.
    Place = 11,
    /// Which entries name an entry.
    Link = 12,
    /// The newest entry from each source.
    Source = 13,
    /// Envelopes that wait for something.
    Pending = 14,
    /// Envelopes that were refused after their signature was found right.
    Evidence = 15,
    /// Large bodies: what is held of them.
    Blob = 16,
    /// Chunks of large bodies.
    Chunk = 17,
    /// Bases: their heads.
    Base = 18,
    /// Blocks of bases.
    Block = 19,
    /// What was in common with another device when both last met.
    Peer = 20,
    /// Admissions, by the feed they are about.
    Admission = 21,
    /// Large bodies that are named and not here in full.
    Missing = 22,
    /// What is remembered of grants.
    Grant = 23,
    /// Settings of this device.
    Setting = 24,
}

impl Space {
    pub(crate) const DERIVED: [Space; 8] = [
        Space::Head,
        Space::Page,
        Space::Terms,
        Space::Place,
        Space::Link,
        Space::Source,
        Space::Admission,
        Space::Missing,
    ];

    /// Whether the root row keeps the version of each row of this space, so that a single row put back is noticed
    /// when it is read.
    fn is_tracked(self) -> bool {
        matches!(
            self,
            Space::Identity | Space::Feed | Space::Document | Space::Head | Space::Grant | Space::Setting
        )
    }
}

/// The store could not be read or written. Nothing of the failed step was kept.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum StoreError {
    /// No record lies in that folder.
    #[error("there is no record here")]
    Missing,
    /// A record lies there already.
    #[error("there is a record here already")]
    Exists,
    /// Another program has it open.
    #[error("the record is open elsewhere")]
    Busy,
    /// Wrong passphrase or key.
    #[error("the record does not open with this passphrase or key")]
    WrongKey,
    /// Written by a newer version.
    #[error("the record was written by a newer version (format {0})")]
    Newer(u32),
    /// The file is older than one this device has already used.
    #[error("the record's file was put back to an earlier state")]
    RolledBack,
    /// A row is damaged, missing, or not where it belongs.
    #[error("the record's file was damaged or altered ({0})")]
    Altered(&'static str),
    /// No room on the disk.
    #[error("the disk is full")]
    Full,
    /// SQLite failed.
    #[error("the record's file could not be read or written")]
    Database(#[source] rusqlite::Error),
    /// The file system failed.
    #[error("the record's folder could not be read or written")]
    Io(#[from] std::io::Error),
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ffi::ErrorCode;
        match error.sqlite_error_code() {
            Some(ErrorCode::DiskFull) => StoreError::Full,
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => StoreError::Altered("file"),
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => StoreError::Busy,
            _ => StoreError::Database(error),
        }
    }
}

impl From<crate::cbor::Malformed> for StoreError {
    fn from(error: crate::cbor::Malformed) -> Self {
        StoreError::Altered(error.0)
    }
}

/// Where the store lies and with what it is opened.
#[derive(Clone)]
pub struct Place {
    /// The folder.
    pub folder: PathBuf,
    /// Remembers the commit number outside the file.
    pub freshness: Arc<dyn Freshness>,
    /// An SQLite VFS other than the system's; `None` outside tests.
    pub vfs: Option<String>,
}

impl Place {
    /// A folder of the file system, with the commit number in a file of its own.
    pub fn new(folder: impl Into<PathBuf>, freshness: Arc<dyn Freshness>) -> Self {
        Self {
            folder: folder.into(),
            freshness,
            vfs: None,
        }
    }

    fn database(&self) -> PathBuf {
        self.folder.join(DATABASE)
    }

    /// Whether a record lies here, or one that was never finished: such a one does not open and is made anew.
    pub fn exists(&self) -> bool {
        self.database().exists()
    }
}

/// The open store. One writer at a time, guarded by a lock file.
pub(crate) struct Store {
    connection: Connection,
    place: Place,
    row_key: Secret<32>,
    digest_key: Secret<32>,
    root: Root,
    /// While a transaction is open: the root that its end may have to go back to.
    before: Option<Root>,
    context: Context,
    _lock: Option<Lock>,
}

/// Keeps others out while it lives.
struct Lock(File);

impl Drop for Lock {
    fn drop(&mut self) {
        // Closing would not do: a process that another thread is just starting still has the file, for a moment.
        let _ = self.0.unlock();
    }
}

fn lock(place: &Place) -> Result<Option<Lock>, StoreError> {
    if place.vfs.is_some() {
        return Ok(None);
    }
    let file = File::options()
        .create(true)
        .truncate(false)
        .write(true)
        .open(place.folder.join(LOCK))?;
    match file.try_lock() {
        Ok(()) => Ok(Some(Lock(file))),
        Err(TryLockError::WouldBlock) => Err(StoreError::Busy),
        Err(TryLockError::Error(error)) => Err(StoreError::Io(error)),
    }
}

fn connect(place: &Place, create: bool) -> Result<Connection, StoreError> {
    let mut flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    if create {
        flags |= OpenFlags::SQLITE_OPEN_CREATE;
    }
    let connection = match &place.vfs {
        Some(vfs) => Connection::open_with_flags_and_vfs(place.database(), flags, vfs.as_str())?,
        None => Connection::open_with_flags(place.database(), flags)?,
    };
    connection.pragma_update(None, "journal_mode", "WAL")?;
    let synchronous = if crate::sabotage::off("synchronous") {
        "NORMAL"
    } else {
        "FULL"
    };
    connection.pragma_update(None, "synchronous", synchronous)?;
    connection.pragma_update(None, "secure_delete", "ON")?;
    connection.pragma_update(None, "temp_store", "MEMORY")?;
    connection.pragma_update(None, "trusted_schema", "OFF")?;
    if cfg!(target_vendor = "apple") {
        connection.pragma_update(None, "fullfsync", "ON")?;
        connection.pragma_update(None, "checkpoint_fullfsync", "ON")?;
    }
    connection.set_prepared_statement_cache_capacity(32);
    Ok(connection)
}

/// Whether creation came to its end: all of it is one transaction.
fn is_made(connection: &Connection) -> Result<bool, StoreError> {
    let tables: u32 = connection.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
    Ok(tables > 0)
}

fn header_bytes(connection: &Connection) -> Result<Vec<u8>, StoreError> {
    if !is_made(connection)? {
        return Err(StoreError::Missing);
    }
    let format: u32 = connection.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    if format > FORMAT {
        return Err(StoreError::Newer(format));
    }
    connection
        .query_row("SELECT value FROM header", [], |row| row.get(0))
        .optional()?
        .ok_or(StoreError::Altered("header"))
}

/// Makes a folder whose name outlives a power cut, as those of the files in it do.
fn make_folder(folder: &Path) -> Result<(), StoreError> {
    std::fs::create_dir_all(folder)?;
    #[cfg(unix)]
    if let Some(parent) = folder.canonicalize()?.parent() {
        File::open(parent)?.sync_all()?;
    }
    Ok(())
}

impl Store {
    /// Begins to make a store: the first commit makes it, and all that was put until then. Its folder is created; a
    /// record that lies there already is left alone.
    pub(crate) fn create(
        place: &Place,
        header: &Header,
        opened: &Opened,
        context: &Context,
    ) -> Result<Self, StoreError> {
        if place.vfs.is_none() {
            make_folder(&place.folder)?;
        }
        let connection = connect(place, true)?;
        if is_made(&connection)? {
            return Err(StoreError::Exists);
        }
        let lock = lock(place)?;
        let mut store = Self::over(connection, place, opened, context, lock);
        // After an erased record the numbers go on, so that none is ever used twice.
        store.root.commit = place.freshness.read()?.unwrap_or(0);
        store.begin()?;
        store.connection.execute_batch(
            "CREATE TABLE header(value BLOB NOT NULL) STRICT;
             CREATE TABLE row(space INTEGER NOT NULL, key BLOB NOT NULL, value BLOB NOT NULL,
                              PRIMARY KEY(space, key)) STRICT, WITHOUT ROWID;",
        )?;
        store.connection.pragma_update(None, "user_version", FORMAT)?;
        let bytes = to_bytes(header);
        store
            .connection
            .execute("INSERT INTO header VALUES (?1)", [&bytes])?;
        store.root.header = store.header_mark(&bytes);
        Ok(store)
    }

    /// Opens an existing store.
    pub(crate) fn open(
        place: &Place,
        unlock: &Unlock,
        context: &Context,
        rollback: Rollback,
    ) -> Result<Self, StoreError> {
        if place.vfs.is_none() && !place.exists() {
            return Err(StoreError::Missing);
        }
        let connection = connect(place, false)?;
        let opened = from_bytes::<Header>(&header_bytes(&connection)?)?.open(unlock)?;
        let lock = lock(place)?;
        let mut store = Self::over(connection, place, &opened, context, lock);
        let root = store.raw(Space::Root, &[])?.ok_or(StoreError::Altered("root"))?;
        store.root = from_bytes(&store.unseal(Space::Root, &[], &root, None)?)?;
        // Read again, now that no other program can change it.
        if store.header_mark(&header_bytes(&store.connection)?) != store.root.header {
            return Err(StoreError::Altered("header"));
        }
        let seen = place.freshness.read()?.unwrap_or(0);
        if store.root.commit < seen && rollback == Rollback::Refuse && !crate::sabotage::off("freshness") {
            return Err(StoreError::RolledBack);
        }
        if store.root.commit < seen {
            // Past the state that was lost, so that no commit number is ever used twice.
            store.root.commit = seen;
        }
        place.freshness.advance(store.root.commit)?;
        Ok(store)
    }

    fn over(
        connection: Connection,
        place: &Place,
        opened: &Opened,
        context: &Context,
        lock: Option<Lock>,
    ) -> Self {
        Self {
            connection,
            place: place.clone(),
            row_key: expand(opened.data_key(), ROW_KEY, &[]),
            digest_key: expand(opened.data_key(), DIGEST_KEY, &[]),
            root: Root::default(),
            before: None,
            context: context.clone(),
            _lock: lock,
        }
    }

    /// Tells how the key is found.
    pub(crate) fn header(&self) -> Result<Header, StoreError> {
        Ok(from_bytes(&header_bytes(&self.connection)?)?)
    }

    /// Replaces the header, as when the passphrase changes.
    pub(crate) fn set_header(&mut self, header: &Header) -> Result<(), StoreError> {
        self.begin()?;
        let result = self.put_header(header).and_then(|()| self.commit());
        self.rollback();
        result
    }

    /// Replaces the header within a transaction.
    pub(crate) fn put_header(&mut self, header: &Header) -> Result<(), StoreError> {
        let bytes = to_bytes(header);
        self.connection
            .execute("UPDATE header SET value = ?1", [&bytes])?;
        self.root.header = self.header_mark(&bytes);
        Ok(())
    }

    /// What the root keeps of the header, so that an earlier one put back does not open with an earlier passphrase.
    fn header_mark(&self, bytes: &[u8]) -> [u8; 16] {
        keyed128(HEADER_MARK, &self.digest_key, &[bytes])
    }

    /// The number of the last commit.
    pub(crate) fn commit_number(&self) -> u64 {
        self.root.commit
    }

    /// A name for a row that tells nothing about what it names.
    pub(crate) fn key(&self, parts: &[&[u8]]) -> [u8; 16] {
        let mut bound = Vec::new();
        for part in parts {
            bound.extend_from_slice(&(part.len() as u32).to_be_bytes());
            bound.extend_from_slice(part);
        }
        keyed128(NAME, &self.digest_key, &[&bound])
    }

    fn raw(&self, space: Space, key: &[u8]) -> Result<Option<Vec<u8>>, StoreError> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT value FROM row WHERE space = ?1 AND key = ?2")?;
        Ok(statement
            .query_row(params![space as u8, key], |row| row.get(0))
            .optional()?)
    }

    fn associated(space: Space, key: &[u8], version: u64) -> Vec<u8> {
        if crate::sabotage::off("associated data") {
            Vec::new()
        } else {
            Self::bound(space, key, version)
        }
    }

    fn bound(space: Space, key: &[u8], version: u64) -> Vec<u8> {
        let mut to = Writer::default();
        to.array(3).uint(space as u64).bytes(key).uint(version);
        to.into_bytes()
    }

    fn mark(&self, space: Space, key: &[u8], version: u64) -> [u8; 16] {
        keyed128(MARK, &self.digest_key, &[&Self::bound(space, key, version)])
    }

    fn unseal(
        &self,
        space: Space,
        key: &[u8],
        value: &[u8],
        expected: Option<u64>,
    ) -> Result<Vec<u8>, StoreError> {
        let (version, sealed) = value.split_first_chunk().ok_or(StoreError::Altered("row"))?;
        let version = u64::from_be_bytes(*version);
        if expected.is_some_and(|expected| expected != version) {
            return Err(StoreError::Altered("row put back"));
        }
        let padded = aead::open(&self.row_key, &Self::associated(space, key, version), sealed)
            .map_err(|_| StoreError::Altered("row"))?;
        padme::unpad(padded).map_err(|_| StoreError::Altered("row padding"))
    }

    /// Reads a row. Of a tracked space, the row must be the one last written.
    pub(crate) fn get(&self, space: Space, key: &[u8]) -> Result<Option<Vec<u8>>, StoreError> {
        let value = self.raw(space, key)?;
        if space.is_tracked() && value.is_some() != self.root.version(space, key).is_some() {
            return Err(StoreError::Altered("missing row"));
        }
        value
            .map(|value| self.unseal(space, key, &value, self.root.version(space, key)))
            .transpose()
    }

    /// The version of a row of a space that the root row keeps track of.
    pub(crate) fn tracked_version(&self, space: Space, key: &[u8]) -> Option<u64> {
        self.root.version(space, key)
    }

    /// Reads a row that must have this version.
    pub(crate) fn get_version(&self, space: Space, key: &[u8], version: u64) -> Result<Vec<u8>, StoreError> {
        let value = self.raw(space, key)?.ok_or(StoreError::Altered("missing row"))?;
        self.unseal(space, key, &value, Some(version))
    }

    /// Begins a transaction if none is open.
    pub(crate) fn begin(&mut self) -> Result<(), StoreError> {
        if self.before.is_none() {
            if crate::sabotage::off("acknowledge") && !self.connection.is_autocommit() {
                self.connection.execute_batch("COMMIT")?;
            }
            self.connection.execute_batch("BEGIN IMMEDIATE")?;
            self.before = Some(self.root.clone());
        }
        Ok(())
    }

    fn next_commit(&self) -> u64 {
        self.root.commit + 1
    }

    /// Writes a row; returns its version.
    pub(crate) fn put(&mut self, space: Space, key: &[u8], value: &[u8]) -> Result<u64, StoreError> {
        let version = self.next_commit();
        let sealed = aead::seal(
            &self.row_key,
            &self.context.nonce(),
            &Self::associated(space, key, version),
            &padme::pad(value.to_vec()),
        );
        let row = [&version.to_be_bytes()[..], &sealed].concat();
        let old = self.version_in_file(space, key)?;
        let mut statement = self.connection.prepare_cached(
            "INSERT INTO row VALUES (?1, ?2, ?3) ON CONFLICT(space, key) DO UPDATE SET value = excluded.value",
        )?;
        statement.execute(params![space as u8, key, row])?;
        drop(statement);
        if space != Space::Root {
            let (old, new) = (
                old.map(|old| self.mark(space, key, old)),
                self.mark(space, key, version),
            );
            self.root.replace(space, old, Some(new));
            if space.is_tracked() {
                self.root.track(space, key, version);
            }
        }
        Ok(version)
    }

    /// Removes a row, if it is there.
    pub(crate) fn delete(&mut self, space: Space, key: &[u8]) -> Result<(), StoreError> {
        let Some(old) = self.version_in_file(space, key)? else {
            return Ok(());
        };
        self.connection
            .prepare_cached("DELETE FROM row WHERE space = ?1 AND key = ?2")?
            .execute(params![space as u8, key])?;
        let mark = self.mark(space, key, old);
        self.root.replace(space, Some(mark), None);
        self.root.forget(space, key);
        Ok(())
    }

    /// Removes all rows of a space.
    pub(crate) fn clear(&mut self, space: Space) -> Result<(), StoreError> {
        let removed = self
            .connection
            .execute("DELETE FROM row WHERE space = ?1", [space as u8])?;
        // SQLite takes a page of which only half could be read for one with fewer rows.
        if removed as u64 != self.root.count(space) {
            return Err(StoreError::Altered("missing row"));
        }
        self.root.clear(space);
        Ok(())
    }

    fn version_in_file(&self, space: Space, key: &[u8]) -> Result<Option<u64>, StoreError> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT substr(value, 1, 8) FROM row WHERE space = ?1 AND key = ?2")?;
        let bytes: Option<Vec<u8>> = statement
            .query_row(params![space as u8, key], |row| row.get(0))
            .optional()?;
        let version = bytes
            .map(|bytes| bytes.try_into().map(u64::from_be_bytes))
            .transpose()
            .map_err(|_| StoreError::Altered("row"))?;
        if space.is_tracked() && version != self.root.version(space, key) {
            return Err(StoreError::Altered("missing row"));
        }
        Ok(version)
    }

    /// How many rows a space has.
    pub(crate) fn count(&self, space: Space) -> u64 {
        self.root.count(space)
    }

    /// All rows of a space in the order of their keys. That none is missing or put back is known only at the end.
    pub(crate) fn scan(
        &self,
        space: Space,
        mut each: impl FnMut(&[u8], Vec<u8>) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        let mut found = Root::default();
        self.walk(space, &[], &[0xff; 64], |key, version, value| {
            found.replace(space, None, Some(self.mark(space, key, version)));
            each(key, value)
        })?;
        if found.has_same(space, &self.root) || crate::sabotage::off("digest") {
            Ok(())
        } else {
            Err(StoreError::Altered("missing row"))
        }
    }

    /// The rows of a space whose keys lie between two (both included).
    pub(crate) fn scan_range(
        &self,
        space: Space,
        from: &[u8],
        to: &[u8],
        mut each: impl FnMut(&[u8], Vec<u8>) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        self.walk(space, from, to, |key, _, value| each(key, value))
    }

    fn walk(
        &self,
        space: Space,
        from: &[u8],
        to: &[u8],
        mut each: impl FnMut(&[u8], u64, Vec<u8>) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT key, value FROM row WHERE space = ?1 AND key BETWEEN ?2 AND ?3 ORDER BY key",
        )?;
        let mut rows = statement.query(params![space as u8, from, to])?;
        while let Some(row) = rows.next()? {
            let (key, value): (Vec<u8>, Vec<u8>) = (row.get(0)?, row.get(1)?);
            let opened = self.unseal(space, &key, &value, self.root.version(space, &key))?;
            each(&key, version_of(&value), opened)?;
        }
        Ok(())
    }

    /// Makes everything since `begin` durable, or nothing of it; where nothing changed, nothing is
    /// written. On an error the caller drops what it had staged.
    pub(crate) fn commit(&mut self) -> Result<(), StoreError> {
        match &self.before {
            None => return Ok(()),
            Some(before) if *before == self.root => {
                self.before = None;
                return Ok(self.connection.execute_batch("ROLLBACK")?);
            }
            Some(_) => (),
        }
        let commit = self.next_commit();
        let mut root = self.root.clone();
        root.commit = commit;
        let now = if crate::sabotage::off("acknowledge") {
            ""
        } else {
            "COMMIT"
        };
        let committed = self
            .put(Space::Root, &[], &to_bytes(&root))
            .and_then(|_| Ok(self.connection.execute_batch(now)?));
        if committed.is_err() {
            self.rollback();
            return committed;
        }
        self.root = root;
        self.before = None;
        // After the commit, or a crash between both would leave a file that is refused as put back; and before
        // anything is acknowledged or sent, or a file put back would go unnoticed.
        Ok(self.place.freshness.advance(commit)?)
    }

    /// Undoes everything since `begin`.
    pub(crate) fn rollback(&mut self) {
        if let Some(before) = self.before.take() {
            // SQLite has rolled back by itself after some errors.
            if !self.connection.is_autocommit() {
                let _ = self.connection.execute_batch("ROLLBACK");
            }
            // A page that was read wrongly is read again.
            let _ = self.connection.execute_batch("PRAGMA shrink_memory");
            self.root = before;
        }
    }

    /// Reads every row and compares counts and digests with the root; returns what is wrong, and how many rows were
    /// read.
    pub(crate) fn check(&self) -> Result<(u64, Vec<&'static str>), StoreError> {
        let mut wrong = Vec::new();
        let integrity: String = self
            .connection
            .query_row("PRAGMA integrity_check", [], |row| row.get(0))?;
        if integrity != "ok" {
            wrong.push("the file's own structure is damaged");
        }
        let mut found = Root::default();
        let mut statement = self.connection.prepare("SELECT space, key, value FROM row")?;
        let mut rows = statement.query([])?;
        let mut count = 0;
        while let Some(row) = rows.next()? {
            let (space, key, value): (u8, Vec<u8>, Vec<u8>) = (row.get(0)?, row.get(1)?, row.get(2)?);
            count += 1;
            let Some(space) = root::space_of(space) else {
                wrong.push("a row of an unknown kind");
                continue;
            };
            if self.unseal(space, &key, &value, None).is_err() {
                wrong.push("a row does not open: it was damaged, moved or copied");
                continue;
            }
            if space != Space::Root {
                found.replace(space, None, Some(self.mark(space, &key, version_of(&value))));
            }
        }
        if !found.same_rows(&self.root) && !crate::sabotage::off("digest") {
            wrong.push("a row is missing, or was put back to an earlier state");
        }
        Ok((count, wrong))
    }

    /// Where it lies.
    pub(crate) fn place(&self) -> &Place {
        &self.place
    }

    /// Closes the store and deletes its files. There is no way back.
    pub(crate) fn erase(self) -> Result<(), StoreError> {
        let folder = self.place.folder.clone();
        // With the header overwritten first, the key is gone even if the files' blocks stay on the disk.
        self.connection
            .execute_batch("DELETE FROM header; DELETE FROM row; VACUUM; PRAGMA wal_checkpoint(TRUNCATE)")?;
        self.connection
            .close()
            .map_err(|(_, error)| StoreError::from(error))?;
        for name in [DATABASE, "record.db-wal", "record.db-shm", LOCK] {
            remove(&folder.join(name))?;
        }
        Ok(())
    }
}

fn version_of(value: &[u8]) -> u64 {
    value.first_chunk().map_or(0, |bytes| u64::from_be_bytes(*bytes))
}

fn remove(path: &Path) -> Result<(), StoreError> {
    match std::fs::remove_file(path) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error.into()),
        _ => Ok(()),
    }
}

/// What to do with a file older than one already used.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Rollback {
    /// Refuse to open.
    Refuse,
    /// Open, as after a restore: this device writes on as a new incarnation.
    Accept,
}
