//! The desk's own store: one SQLite file whose rows are sealed.

use std::{
    fs::OpenOptions,
    os::unix::fs::OpenOptionsExt,
    path::Path,
    sync::{Mutex, PoisonError},
    time::Duration,
};

use pocketchart_crypto::{
    Secret,
    aead::{self, Nonce},
};
use rusqlite::{Connection, OptionalExtension, Params, Transaction, TransactionBehavior};
use serde::{Serialize, de::DeserializeOwned};
use zeroize::Zeroizing;

use crate::{changes::Changes, schema};

/// Why the store did not answer. It says nothing of what was asked.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum StoreError {
    /// Its file cannot be opened or made.
    #[error("the store: {0}")]
    File(#[from] std::io::Error),
    /// The database failed.
    #[error("SQLite: {0}")]
    Sqlite(#[from] rusqlite::Error),
    /// A row is not as this version writes it, was altered, or is sealed under another key.
    #[error("a row that cannot be read")]
    Row,
    /// A newer version wrote these tables.
    #[error("the tables are of a newer version")]
    Newer,
    /// The clinic's own record or a shared chart failed.
    #[error("a record failed: {0}")]
    Record(&'static str),
    /// There is no memory for the password function.
    #[error("not enough memory")]
    Memory,
}

/// The database, open. Whoever asks waits for their turn.
pub(crate) struct Store {
    connection: Mutex<Connection>,
    /// Told of once it is committed.
    pub(crate) changes: Changes,
}

impl Store {
    /// Opens or makes the file, which nobody else on the machine may read. What is committed is on the disk; what is deleted is
    /// overwritten.
    pub(crate) fn open(path: &Path) -> Result<Self, StoreError> {
        OpenOptions::new()
            .create(true)
            .append(true)
            .mode(0o600)
            .open(path)?;
        let connection = Connection::open(path)?;
        connection.busy_timeout(Duration::from_secs(10))?;
        connection.pragma_update(None, "journal_mode", "wal")?;
        connection.pragma_update(None, "synchronous", "full")?;
        connection.pragma_update(None, "secure_delete", "on")?;
        connection.pragma_update(None, "journal_size_limit", 0)?;
        let store = Self {
            connection: Mutex::new(connection),
            changes: Changes::default(),
        };
        store.run(schema::migrate)?;
        Ok(store)
    }

    /// Runs a transaction and commits it, or takes all of it back if it fails.
    pub(crate) fn run<T, E>(&self, work: impl FnOnce(&Transaction<'_>) -> Result<T, E>) -> Result<T, E>
    where
        E: From<StoreError>,
    {
        // A panic in a transaction took it back: the connection is as before.
        let mut connection = self.connection.lock().unwrap_or_else(PoisonError::into_inner);
        // Of a transaction that was taken back nothing is told.
        self.changes.forget();
        let transaction = connection
            .transaction_with_behavior(TransactionBehavior::Immediate)
            .map_err(StoreError::from)?;
        let answer = work(&transaction)?;
        transaction.commit().map_err(StoreError::from)?;
        self.changes.tell();
        Ok(answer)
    }

    /// Leaves nothing of what was deleted in the log of the database, either.
    pub(crate) fn tidy(&self) -> Result<(), StoreError> {
        let connection = self.connection.lock().unwrap_or_else(PoisonError::into_inner);
        Ok(connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?)
    }
}

/// Seals a row's content, bound to its table and its name there.
pub(crate) fn seal<T: Serialize>(
    key: &Secret<32>,
    place: (&str, &[u8]),
    content: &T,
) -> Result<Vec<u8>, StoreError> {
    let plain = Zeroizing::new(serde_json::to_vec(content).map_err(|_| StoreError::Row)?);
    Ok(seal_bytes(key, place, &plain))
}

/// Opens what [`seal`] gave.
pub(crate) fn open<T: DeserializeOwned>(
    key: &Secret<32>,
    place: (&str, &[u8]),
    sealed: &[u8],
) -> Result<T, StoreError> {
    let plain = Zeroizing::new(open_bytes(key, place, sealed)?);
    serde_json::from_slice(&plain).map_err(|_| StoreError::Row)
}

/// The row of a name, opened, if there is one. The statement selects what is sealed.
pub(crate) fn one<T: DeserializeOwned>(
    transaction: &Transaction<'_>,
    key: &Secret<32>,
    (table, sql): (&str, &str),
    name: [u8; 16],
) -> Result<Option<T>, StoreError> {
    let sealed: Option<Vec<u8>> = transaction.query_row(sql, [name], |row| row.get(0)).optional()?;
    sealed.map(|it| open(key, (table, &name), &it)).transpose()
}

/// Rows, opened. The statement selects the name and what is sealed.
pub(crate) fn rows<T: DeserializeOwned>(
    transaction: &Transaction<'_>,
    key: &Secret<32>,
    (table, sql): (&str, &str),
    with: impl Params,
) -> Result<Vec<T>, StoreError> {
    let mut statement = transaction.prepare(sql)?;
    let rows = statement.query_map(with, |row| {
        Ok((row.get::<_, [u8; 16]>(0)?, row.get::<_, Vec<u8>>(1)?))
    })?;
    rows.map(|row| {
        let (name, sealed) = row?;
        open(key, (table, &name), &sealed)
    })
    .collect()
}

/// As [`seal`], of bytes.
pub(crate) fn seal_bytes(key: &Secret<32>, place: (&str, &[u8]), content: &[u8]) -> Vec<u8> {
    aead::seal(key, &Nonce::random(), &bound(place), content)
}

/// Opens what [`seal_bytes`] gave.
pub(crate) fn open_bytes(
    key: &Secret<32>,
    place: (&str, &[u8]),
    sealed: &[u8],
) -> Result<Vec<u8>, StoreError> {
    aead::open(key, &bound(place), sealed).map_err(|_| StoreError::Row)
}

fn bound((table, name): (&str, &[u8])) -> Vec<u8> {
    [table.as_bytes(), &[0], name].concat()
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;
    use crate::audit::{Action, Event};

    #[test]
    fn a_row_opens_only_where_it_was_put() {
        let (key, other) = (Secret::random(), Secret::random());
        let sealed = seal(&key, ("chart", b"1"), &"Penicillin").unwrap();
        assert!(!sealed.windows(4).any(|it| it == b"Peni"));
        assert_eq!(
            open::<String>(&key, ("chart", b"1"), &sealed).unwrap(),
            "Penicillin"
        );
        assert!(open::<String>(&other, ("chart", b"1"), &sealed).is_err());
        assert!(open::<String>(&key, ("chart", b"2"), &sealed).is_err());
        assert!(open::<String>(&key, ("account", b"1"), &sealed).is_err());
    }

    #[test]
    fn what_was_taken_back_is_not_told() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(&folder.path().join("desk.sqlite")).unwrap();
        let mut heard = store.changes.listen();
        let failed: Result<(), StoreError> = store.run(|_| {
            store.changes.add(&Event::new(Action::ChartOpened));
            Err(StoreError::Row)
        });
        assert!(failed.is_err());
        let done: Result<(), StoreError> = store.run(|_| {
            store.changes.add(&Event::new(Action::ChartEnded));
            store.changes.add(&Event::new(Action::ChartViewed));
            assert!(heard.try_recv().is_err(), "not before it is committed");
            Ok(())
        });
        done.unwrap();
        assert_eq!(heard.try_recv().unwrap().unwrap().action, Action::ChartEnded);
        assert!(heard.try_recv().is_err());
    }

    #[test]
    fn what_fails_is_taken_back_and_a_newer_version_is_not_touched() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("desk.sqlite");
        let store = Store::open(&path).unwrap();
        let failed: Result<(), StoreError> = store.run(|it| {
            it.execute("INSERT INTO clock (id, latest) VALUES (1, 7)", [])?;
            Err(StoreError::Row)
        });
        assert!(failed.is_err());
        let rows: Result<i64, StoreError> =
            store.run(|it| Ok(it.query_row("SELECT COUNT(*) FROM clock", [], |row| row.get(0))?));
        assert_eq!(rows.unwrap(), 0);
        let newer: Result<(), StoreError> = store.run(|it| Ok(it.pragma_update(None, "user_version", 99)?));
        newer.unwrap();
        drop(store);
        assert!(matches!(Store::open(&path), Err(StoreError::Newer)));
    }
}
