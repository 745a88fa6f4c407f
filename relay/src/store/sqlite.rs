//! The embedded store: one SQLite file, one writer.

use std::{
    fs::OpenOptions,
    os::unix::fs::OpenOptionsExt,
    sync::{Mutex, PoisonError},
    time::Duration,
};

use rusqlite::{
    Connection, TransactionBehavior, params_from_iter,
    types::{ToSql, ToSqlOutput, ValueRef},
};

use super::{Database, Row, StoreError, Transaction, Value, Work, schema::Dialect};

const DIALECT: Dialect = Dialect {
    int: "INTEGER",
    bytes: "BLOB",
    ordered: "STRICT, WITHOUT ROWID",
    size: "SELECT (page_count - freelist_count) * page_size
        FROM pragma_page_count(), pragma_freelist_count(), pragma_page_size()",
};

pub(super) struct Sqlite(Mutex<Connection>);

impl Sqlite {
    /// Opens or makes the file, which nobody else on the machine may read. A commit is on the disk before it is answered; what is deleted is overwritten.
    pub(super) fn open(path: &str) -> Result<Self, StoreError> {
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
        connection.set_prepared_statement_cache_capacity(64);
        Ok(Self(Mutex::new(connection)))
    }
}

impl Database for Sqlite {
    fn transaction(&self, work: Work<'_>) -> Result<(), StoreError> {
        // A panic in a transaction took it back: the connection is as before.
        let mut connection = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let mut transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        work(&mut transaction)?;
        Ok(transaction.commit()?)
    }
}

impl Transaction for rusqlite::Transaction<'_> {
    fn lock(&mut self, _: &[u8; 16]) -> Result<(), StoreError> {
        // An immediate transaction is alone.
        Ok(())
    }

    fn dialect(&self) -> &'static Dialect {
        &DIALECT
    }

    fn query(&mut self, sql: &str, values: &[Value]) -> Result<Vec<Row>, StoreError> {
        let mut statement = self.prepare_cached(sql)?;
        let columns = statement.column_count();
        let rows = statement.query_map(params_from_iter(values), |row| {
            (0..columns)
                .map(|column| {
                    Ok(match row.get_ref(column)? {
                        ValueRef::Integer(value) => Value::Int(value),
                        ValueRef::Blob(bytes) => Value::Bytes(bytes.to_vec()),
                        _ => Value::NoBytes,
                    })
                })
                .collect::<Result<_, _>>()
                .map(Row)
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    fn execute(&mut self, sql: &str, values: &[Value]) -> Result<u64, StoreError> {
        Ok(self.prepare_cached(sql)?.execute(params_from_iter(values))? as u64)
    }
}

impl ToSql for Value {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match self {
            Self::Int(value) => ValueRef::Integer(*value),
            Self::Bytes(bytes) => ValueRef::Blob(bytes),
            Self::NoBytes => ValueRef::Null,
        }))
    }
}
