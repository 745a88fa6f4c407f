//! The store that many relay processes share: PostgreSQL, 15 or newer.

use deadpool_postgres::{Manager, ManagerConfig, Pool, RecyclingMethod};
use tokio::runtime::Handle;
use tokio_postgres::{
    NoTls,
    types::{ToSql, Type},
};

use super::{Database, Row, StoreError, Transaction, Value, Work, schema::Dialect};

const DIALECT: Dialect = Dialect {
    int: "BIGINT",
    bytes: "BYTEA",
    ordered: "",
    size: "SELECT pg_database_size(current_database())",
};

/// Connections of one relay process.
pub(super) const CONNECTIONS: usize = 16;

pub(super) struct Postgres {
    pool: Pool,
    runtime: Handle,
}

impl Postgres {
    /// Prepares connections to a server; the first is made when it is needed.
    pub(super) fn connect(url: &str) -> Result<Self, StoreError> {
        let settings: tokio_postgres::Config = url.parse()?;
        // A connection that a restarted server has cut is found out before a transaction begins on it.
        let recycling_method = RecyclingMethod::Verified;
        let manager = Manager::from_config(settings, NoTls, ManagerConfig { recycling_method });
        let pool = Pool::builder(manager)
            .max_size(CONNECTIONS)
            .build()
            .map_err(|error| StoreError::Postgres(error.to_string()))?;
        Ok(Self {
            pool,
            runtime: Handle::current(),
        })
    }
}

impl Database for Postgres {
    fn transaction(&self, work: Work<'_>) -> Result<(), StoreError> {
        let mut client = self
            .runtime
            .block_on(self.pool.get())
            .map_err(|error| StoreError::Postgres(error.to_string()))?;
        let inner = self.runtime.block_on(client.transaction())?;
        let mut open = Open {
            inner,
            runtime: &self.runtime,
        };
        // Dropped without a commit, it is rolled back.
        work(&mut open)?;
        Ok(self.runtime.block_on(open.inner.commit())?)
    }
}

struct Open<'a> {
    inner: deadpool_postgres::Transaction<'a>,
    runtime: &'a Handle,
}

impl Transaction for Open<'_> {
    fn lock(&mut self, object: &[u8; 16]) -> Result<(), StoreError> {
        let [a, b, c, d, e, f, g, h, ..] = *object;
        let key = i64::from_be_bytes([a, b, c, d, e, f, g, h]);
        self.query("SELECT 1 FROM pg_advisory_xact_lock($1)", &[key.into()])?;
        Ok(())
    }

    fn dialect(&self) -> &'static Dialect {
        &DIALECT
    }

    fn query(&mut self, sql: &str, values: &[Value]) -> Result<Vec<Row>, StoreError> {
        self.runtime.block_on(async {
            let statement = self.inner.prepare_cached(sql).await?;
            let rows = self.inner.query(&statement, &parameters(values)).await?;
            rows.iter().map(row).collect()
        })
    }

    fn execute(&mut self, sql: &str, values: &[Value]) -> Result<u64, StoreError> {
        self.runtime.block_on(async {
            let statement = self.inner.prepare_cached(sql).await?;
            Ok(self.inner.execute(&statement, &parameters(values)).await?)
        })
    }
}

fn parameters(values: &[Value]) -> Vec<&(dyn ToSql + Sync)> {
    values
        .iter()
        .map(|value| -> &(dyn ToSql + Sync) {
            match value {
                Value::Int(number) => number,
                Value::Bytes(bytes) => bytes,
                Value::NoBytes => &None::<Vec<u8>>,
            }
        })
        .collect()
}

fn row(row: &tokio_postgres::Row) -> Result<Row, StoreError> {
    row.columns()
        .iter()
        .enumerate()
        .map(|(column, described)| {
            Ok(match *described.type_() {
                Type::INT8 => Value::Int(row.try_get(column)?),
                Type::INT4 => Value::Int(row.try_get::<_, i32>(column)?.into()),
                Type::BYTEA => row
                    .try_get::<_, Option<Vec<u8>>>(column)?
                    .map_or(Value::NoBytes, Value::Bytes),
                _ => return Err(StoreError::Row),
            })
        })
        .collect::<Result<_, _>>()
        .map(Row)
}

impl From<tokio_postgres::Error> for StoreError {
    fn from(error: tokio_postgres::Error) -> Self {
        // The server's own message may quote a row; its code says enough.
        match error.code() {
            Some(code) => Self::Postgres(code.code().to_owned()),
            None => Self::Postgres(error.to_string()),
        }
    }
}
