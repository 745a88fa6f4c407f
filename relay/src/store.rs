//! Where a relay keeps what it holds: one short list of things that a database must do, and SQL that both of ours read
//! alike. What the services decide is written once, over [`Transaction`].

mod body;
mod postgres;
mod schema;
mod sqlite;

pub(crate) use body::{Body, release};

use std::sync::Arc;

use tokio::{sync::Semaphore, task};

/// A database, open.
#[derive(Clone)]
pub(crate) struct Store {
    database: Arc<dyn Database>,
    /// As many transactions as the database does at once; the others wait here and hold no thread.
    turns: Arc<Semaphore>,
    objects: Option<body::Objects>,
}

/// Something that runs transactions, on the thread that asks.
trait Database: Send + Sync {
    /// Runs `work` and commits, or takes back all of it if it fails.
    fn transaction(&self, work: Work<'_>) -> Result<(), StoreError>;
}

type Work<'a> = &'a mut dyn FnMut(&mut dyn Transaction) -> Result<(), StoreError>;

/// One transaction: all of it happens, or nothing. A value of SQL is named `$1`, `$2` … in ascending order.
pub(crate) trait Transaction {
    /// Lets no other transaction at this object until this one ends; what is read after it is current.
    fn lock(&mut self, object: &[u8; 16]) -> Result<(), StoreError>;
    /// How this database writes what differs.
    fn dialect(&self) -> &'static schema::Dialect;
    /// The rows of a query.
    fn query(&mut self, sql: &str, values: &[Value]) -> Result<Vec<Row>, StoreError>;
    /// Rows that a statement changed.
    fn execute(&mut self, sql: &str, values: &[Value]) -> Result<u64, StoreError>;
}

/// A value in a table.
#[derive(Clone, Debug)]
pub(crate) enum Value {
    /// A number.
    Int(i64),
    /// Bytes.
    Bytes(Vec<u8>),
    /// Bytes that are not there.
    NoBytes,
}

impl From<i64> for Value {
    fn from(value: i64) -> Self {
        Self::Int(value)
    }
}

impl From<u64> for Value {
    fn from(value: u64) -> Self {
        Self::Int(value.try_into().unwrap_or(i64::MAX))
    }
}

impl From<usize> for Value {
    fn from(value: usize) -> Self {
        Self::from(value as u64)
    }
}

impl From<&[u8]> for Value {
    fn from(value: &[u8]) -> Self {
        Self::Bytes(value.to_vec())
    }
}

impl<const N: usize> From<&[u8; N]> for Value {
    fn from(value: &[u8; N]) -> Self {
        Self::Bytes(value.to_vec())
    }
}

impl<T> From<Option<&T>> for Value
where
    for<'a> &'a T: Into<Value>,
{
    fn from(value: Option<&T>) -> Self {
        value.map_or(Self::NoBytes, Into::into)
    }
}

/// A row of an answer.
pub(crate) struct Row(Vec<Value>);

impl Row {
    /// The number in a column.
    pub(crate) fn int(&self, column: usize) -> Result<i64, StoreError> {
        match self.0.get(column) {
            Some(Value::Int(value)) => Ok(*value),
            _ => Err(StoreError::Row),
        }
    }

    /// The number in a column as one that is never negative.
    pub(crate) fn number<T: TryFrom<i64>>(&self, column: usize) -> Result<T, StoreError> {
        self.int(column)?.try_into().map_err(|_| StoreError::Row)
    }

    /// Whether a column says yes.
    pub(crate) fn flag(&self, column: usize) -> Result<bool, StoreError> {
        Ok(self.int(column)? != 0)
    }

    /// The bytes in a column, if there are any.
    pub(crate) fn bytes(&mut self, column: usize) -> Result<Option<Vec<u8>>, StoreError> {
        match self.0.get_mut(column) {
            Some(Value::Bytes(bytes)) => Ok(Some(std::mem::take(bytes))),
            Some(Value::NoBytes) => Ok(None),
            _ => Err(StoreError::Row),
        }
    }

    /// As many bytes as they have to be.
    pub(crate) fn array<const N: usize>(&self, column: usize) -> Result<Option<[u8; N]>, StoreError> {
        match self.0.get(column) {
            Some(Value::Bytes(bytes)) => Ok(Some(bytes.as_slice().try_into().map_err(|_| StoreError::Row)?)),
            Some(Value::NoBytes) => Ok(None),
            _ => Err(StoreError::Row),
        }
    }

    /// As [`Self::array`], where they cannot be missing.
    pub(crate) fn whole<const N: usize>(&self, column: usize) -> Result<[u8; N], StoreError> {
        self.array(column)?.ok_or(StoreError::Row)
    }
}

impl Store {
    /// Opens the database at a path, or at a URL that begins with `postgres`, and brings its tables up to date. Bodies of more
    /// than so many bytes are kept at another place, if there is one: see [`body`].
    pub(crate) async fn open(place: &str, objects: Option<(&str, usize)>) -> Result<Self, StoreError> {
        let (database, turns): (Arc<dyn Database>, usize) = if place.starts_with("postgres") {
            (
                Arc::new(postgres::Postgres::connect(place)?),
                postgres::CONNECTIONS,
            )
        } else {
            (Arc::new(sqlite::Sqlite::open(place)?), 1)
        };
        let store = Self {
            database,
            turns: Arc::new(Semaphore::new(turns)),
            objects: objects
                .map(|(place, above)| body::Objects::open(place, above))
                .transpose()?,
        };
        store.run(schema::migrate).await?;
        Ok(store)
    }

    /// Bytes in use, of the database and of what lies beside it.
    pub(crate) async fn size(&self) -> Result<u64, StoreError> {
        self.run(|transaction| {
            let rows = transaction.query(transaction.dialect().size, &[])?;
            let inside: u64 = rows.first().ok_or(StoreError::Row)?.number(0)?;
            let sql = "SELECT CAST(COALESCE(SUM(size), 0) AS BIGINT) FROM object";
            let rows = transaction.query(sql, &[])?;
            Ok(inside + rows.first().ok_or(StoreError::Row)?.number::<u64>(0)?)
        })
        .await
    }

    /// Runs a transaction. When the answer is there, it is committed and on the disk.
    pub(crate) async fn run<T, F>(&self, work: F) -> Result<T, StoreError>
    where
        T: Send + 'static,
        F: FnOnce(&mut dyn Transaction) -> Result<T, StoreError> + Send + 'static,
    {
        let turn = Arc::clone(&self.turns)
            .acquire_owned()
            .await
            .map_err(|_| StoreError::Closed)?;
        let database = Arc::clone(&self.database);
        let done = task::spawn_blocking(move || {
            let _turn = turn;
            let (mut work, mut answer) = (Some(work), None);
            database.transaction(&mut |transaction| {
                let work = work.take().ok_or(StoreError::Closed)?;
                answer = Some(work(transaction)?);
                Ok(())
            })?;
            answer.ok_or(StoreError::Closed)
        });
        done.await.map_err(|_| StoreError::Closed)?
    }
}

/// Why the store did not answer. It says nothing of what was asked.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum StoreError {
    /// The embedded database's file cannot be opened or made.
    #[error("the store: {0}")]
    File(#[from] std::io::Error),
    /// The embedded database failed.
    #[error("SQLite: {0}")]
    Sqlite(#[from] rusqlite::Error),
    /// The database server, or the way to it, failed.
    #[error("PostgreSQL: {0}")]
    Postgres(String),
    /// The place of large bodies failed, or there is none.
    #[error("the place of large bodies: {0}")]
    Objects(&'static str),
    /// A row is not as this version writes it.
    #[error("a row of an unknown form")]
    Row,
    /// A newer version wrote these tables.
    #[error("the tables are of a newer version")]
    Newer,
    /// The relay is stopping.
    #[error("closed")]
    Closed,
}
