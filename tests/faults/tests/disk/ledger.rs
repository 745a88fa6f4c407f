//! A database with a history: who wrote what, and when it was acknowledged.

use pocketchart_faults::CrashFs;
use rusqlite::{Connection, OpenFlags, Result};

/// How a database is used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Settings {
    pub(crate) journal: &'static str,
    pub(crate) synchronous: &'static str,
    /// Whether the one connection keeps its lock, so that the log's index is not shared.
    pub(crate) exclusive: bool,
}

impl Settings {
    /// Those of a record's store.
    pub(crate) const OURS: Self = Self {
        journal: "WAL",
        synchronous: "FULL",
        exclusive: true,
    };
}

/// What is found on a disk after a crash.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Verdict {
    /// Every acknowledged commit, and no half one.
    Whole,
    /// A sound database in which an acknowledged commit is missing.
    Lost,
    /// It does not open, is not sound, or holds what nobody wrote.
    Corrupt,
}

/// A run of commits. Commit n adds the entry n and changes the tally to n, in one transaction.
pub(crate) struct Ledger {
    fs: CrashFs,
    settings: Settings,
    /// For each commit, after how many operations it was acknowledged.
    acknowledged: Vec<u64>,
}

impl Ledger {
    /// A ledger on an empty file system.
    pub(crate) fn new(settings: Settings, seed: u64) -> Self {
        Self {
            fs: CrashFs::new(seed),
            settings,
            acknowledged: Vec::new(),
        }
    }

    /// Keeps a ledger of sixty commits.
    pub(crate) fn keep(settings: Settings, seed: u64) -> Self {
        let mut ledger = Self::new(settings, seed);
        ledger.write(60, seed).unwrap();
        ledger
    }

    pub(crate) fn fs(&self) -> &CrashFs {
        &self.fs
    }

    /// Writes commits, checkpointing and reopening the database between some of them, until one fails.
    pub(crate) fn write(&mut self, commits: i64, seed: u64) -> Result<()> {
        let mut random = fastrand::Rng::with_seed(seed);
        let mut db = open(&self.fs, self.settings)?;
        db.execute_batch(
            "BEGIN;
             CREATE TABLE entry (number INTEGER PRIMARY KEY, body BLOB NOT NULL);
             CREATE TABLE tally (id INTEGER PRIMARY KEY, last INTEGER NOT NULL);
             INSERT INTO tally VALUES (1, 0);
             COMMIT;",
        )?;
        self.acknowledge();
        for number in 1..=commits {
            let entry = db.transaction()?;
            entry.execute(
                "INSERT INTO entry VALUES (?1, ?2)",
                (number, body(number, random.usize(..3_000))),
            )?;
            entry.execute("UPDATE tally SET last = ?1", [number])?;
            entry.commit()?;
            self.acknowledge();
            match random.u8(..20) {
                0 => db = reopen(db, &self.fs, self.settings)?,
                1 => db.query_row("PRAGMA wal_checkpoint(TRUNCATE)", (), |_| Ok(()))?,
                2 => db.query_row("PRAGMA wal_checkpoint(PASSIVE)", (), |_| Ok(()))?,
                _ => {}
            }
        }
        Ok(())
    }

    /// Says that the next commit is there.
    pub(crate) fn acknowledge(&mut self) {
        self.acknowledged.push(self.fs.operations());
    }

    /// Opens a disk that a crash after so many operations left, and compares it with what had been acknowledged.
    pub(crate) fn examine(&self, at: u64, disk: &CrashFs) -> Verdict {
        let acknowledged = self.acknowledged.partition_point(|moment| *moment <= at);
        match self.last_commit(disk) {
            Ok(None) if acknowledged == 0 => Verdict::Whole,
            Ok(None) => Verdict::Lost,
            Ok(Some(last)) if last + 1 < acknowledged as i64 => Verdict::Lost,
            // At most the commit that was under way may be there too.
            Ok(Some(last)) if last > acknowledged as i64 => Verdict::Corrupt,
            Ok(Some(_)) => Verdict::Whole,
            Err(_) => Verdict::Corrupt,
        }
    }

    /// The number of the last commit in a sound database; none if it is still empty.
    fn last_commit(&self, disk: &CrashFs) -> Result<Option<i64>> {
        let db = open(disk, self.settings)?;
        let sound: String = db.query_row("PRAGMA integrity_check", (), |row| row.get(0))?;
        if sound != "ok" {
            return Err(rusqlite::Error::InvalidQuery);
        }
        let tables: i64 = db.query_row("SELECT count(*) FROM sqlite_schema", (), |row| row.get(0))?;
        if tables == 0 {
            return Ok(None);
        }
        let last: i64 = db.query_row("SELECT last FROM tally", (), |row| row.get(0))?;
        let mut entries = db.prepare("SELECT number, body FROM entry ORDER BY number")?;
        let mut rows = entries.query(())?;
        let mut expected = 1;
        while let Some(row) = rows.next()? {
            let bytes = row.get_ref(1)?.as_blob()?;
            if row.get::<_, i64>(0)? != expected || !is_body(expected, bytes) {
                return Err(rusqlite::Error::InvalidQuery);
            }
            expected += 1;
        }
        if expected == last + 1 {
            Ok(Some(last))
        } else {
            Err(rusqlite::Error::InvalidQuery)
        }
    }
}

fn open(fs: &CrashFs, settings: Settings) -> Result<Connection> {
    let db = Connection::open_with_flags_and_vfs(fs.path("ledger.db"), OpenFlags::default(), fs.vfs_name())?;
    let Settings {
        journal,
        synchronous,
        exclusive,
    } = settings;
    let locking = if exclusive { "EXCLUSIVE" } else { "NORMAL" };
    db.execute_batch(&format!(
        "PRAGMA locking_mode = {locking}; PRAGMA secure_delete = ON; PRAGMA journal_mode = {journal};
         PRAGMA synchronous = {synchronous}; PRAGMA wal_autocheckpoint = 24;"
    ))?;
    Ok(db)
}

fn reopen(db: Connection, fs: &CrashFs, settings: Settings) -> Result<Connection> {
    db.close().map_err(|(_, problem)| problem)?;
    open(fs, settings)
}

/// The bytes that commit `number` writes: checked whole, whatever their length.
fn body(number: i64, length: usize) -> Vec<u8> {
    (0..length + 1)
        .map(|at| (number as usize * 31 + at * 7) as u8)
        .collect()
}

fn is_body(number: i64, bytes: &[u8]) -> bool {
    !bytes.is_empty() && bytes == body(number, bytes.len() - 1)
}
