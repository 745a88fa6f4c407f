//! Large bodies beside the database: a folder, or a server that speaks S3. A row names its object; the table `object` says
//! until when one is kept that no row names.
//!
//! An object is written down there first, then written itself, and becomes a row's own in the transaction that writes the
//! row. Whatever happens in between, either the row is there and its object with it, or the object goes with a sweep.

use std::{path::PathBuf, sync::Arc};

use object_store::{Error, ObjectStore, ObjectStoreExt, PutPayload, local::LocalFileSystem, path::Path};
use pocketchart_crypto::random_array;

use super::{Row, Store, StoreError, Transaction, Value};

/// Seconds in which an object has to become a row's own.
const CLAIM: u64 = 60 * 60;
/// Stands in the table for an object that is a row's own.
const OWNED: i64 = i64::MAX;
/// Objects that one sweep deletes.
const SWEPT: i64 = 1_000;

/// The place of large bodies.
#[derive(Clone)]
pub(super) struct Objects {
    inner: Arc<dyn ObjectStore>,
    /// Where a folder is, whose writer may leave a file beside the one that it was killed at.
    folder: Option<PathBuf>,
    above: usize,
}

/// A body as a row has it: two columns, `body` and `object`.
#[derive(Debug)]
pub(crate) enum Body {
    /// In the row itself.
    Inside(Vec<u8>),
    /// In an object of this name.
    Outside([u8; 16]),
}

impl Objects {
    /// At a folder, or at a URL that begins with `s3:`, for bodies of more than so many bytes.
    pub(super) fn open(place: &str, above: usize) -> Result<Self, StoreError> {
        let (inner, folder): (Arc<dyn ObjectStore>, _) = if place.starts_with("s3:") {
            (bucket(place)?, None)
        } else {
            (folder(place)?, Some(place.into()))
        };
        Ok(Self { inner, folder, above })
    }

    async fn delete(&self, name: &[u8; 16]) -> Result<(), StoreError> {
        let path = path(name);
        match self.inner.delete(&path).await {
            Ok(()) | Err(Error::NotFound { .. }) => {}
            Err(error) => return Err(failed(error)),
        }
        if let Some(folder) = &self.folder {
            let half_written = folder.join(format!("{path}#1"));
            match std::fs::remove_file(half_written) {
                Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(error.into()),
                _ => {}
            }
        }
        Ok(())
    }
}

/// A folder that nobody else on the machine may read. What is written is on the disk before it is answered.
fn folder(place: &str) -> Result<Arc<dyn ObjectStore>, StoreError> {
    use std::os::unix::fs::{DirBuilderExt, PermissionsExt};
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true).mode(0o700).create(place)?;
    std::fs::set_permissions(place, std::fs::Permissions::from_mode(0o700))?;
    let folder = LocalFileSystem::new_with_prefix(place).map_err(failed)?;
    Ok(Arc::new(folder.with_fsync(true)))
}

/// A bucket; its server and key come from the environment, as other programs of its kind have them (`AWS_ENDPOINT` …).
#[cfg(feature = "s3")]
fn bucket(place: &str) -> Result<Arc<dyn ObjectStore>, StoreError> {
    use object_store::{RetryConfig, aws::AmazonS3Builder};
    // Another part of the program may have chosen already.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let retry = RetryConfig {
        max_retries: 3,
        retry_timeout: std::time::Duration::from_secs(20),
        ..RetryConfig::default()
    };
    let bucket = AmazonS3Builder::from_env().with_url(place).with_retry(retry);
    Ok(Arc::new(bucket.build().map_err(failed)?))
}

#[cfg(not(feature = "s3"))]
fn bucket(_: &str) -> Result<Arc<dyn ObjectStore>, StoreError> {
    Err(StoreError::Objects("this relay was built without S3"))
}

impl Store {
    /// Makes a body ready to become a row's own, at `now`. It is on the disk when the answer is there.
    pub(crate) async fn keep(&self, bytes: Vec<u8>, now: u64) -> Result<Body, StoreError> {
        let Some(objects) = self
            .objects
            .as_ref()
            .filter(|objects| bytes.len() > objects.above)
        else {
            return Ok(Body::Inside(bytes));
        };
        let (name, size) = (random_array(), bytes.len());
        let written = self.run(move |transaction| {
            let sql = "INSERT INTO object (name, size, until) VALUES ($1, $2, $3)";
            transaction.execute(sql, &[(&name).into(), size.into(), (now + CLAIM).into()])
        });
        written.await?;
        objects
            .inner
            .put(&path(&name), PutPayload::from(bytes))
            .await
            .map_err(failed)?;
        Ok(Body::Outside(name))
    }

    /// The bytes of a body; none if they were deleted since its row was read.
    pub(crate) async fn fetch(&self, body: Body) -> Result<Option<Vec<u8>>, StoreError> {
        let name = match body {
            Body::Inside(bytes) => return Ok(Some(bytes)),
            Body::Outside(name) => name,
        };
        let objects = self
            .objects
            .as_ref()
            .ok_or(StoreError::Objects("not configured"))?;
        let got = async { objects.inner.get(&path(&name)).await?.bytes().await };
        match got.await {
            Ok(bytes) => Ok(Some(bytes.into())),
            Err(Error::NotFound { .. }) => self.deleted(name).await,
            Err(error) => Err(failed(error)),
        }
    }

    /// What is not found was deleted since its row was read. If not, the place is not what it was: that is a fault, and looks
    /// like one.
    async fn deleted(&self, name: [u8; 16]) -> Result<Option<Vec<u8>>, StoreError> {
        let owned = self.run(move |transaction| {
            let sql = "SELECT 1 FROM object WHERE name = $1 AND until = $2";
            let rows = transaction.query(sql, &[(&name).into(), OWNED.into()])?;
            Ok(!rows.is_empty())
        });
        if owned.await? {
            Err(StoreError::Objects("not found"))
        } else {
            Ok(None)
        }
    }

    /// Deletes the objects that are no row's own.
    pub(crate) async fn sweep_objects(&self, now: u64) -> Result<(), StoreError> {
        let over = self.run(move |transaction| {
            let sql = "SELECT name FROM object WHERE until <= $1 LIMIT $2";
            let rows = transaction.query(sql, &[now.into(), SWEPT.into()])?;
            rows.iter().map(|row| row.whole(0)).collect::<Result<Vec<_>, _>>()
        });
        let over = over.await?;
        if over.is_empty() {
            return Ok(());
        }
        let objects = self
            .objects
            .as_ref()
            .ok_or(StoreError::Objects("not configured"))?;
        for name in &over {
            objects.delete(name).await?;
        }
        let gone = self.run(move |transaction| {
            let sql = "DELETE FROM object WHERE name = $1";
            over.iter()
                .try_for_each(|name| transaction.execute(sql, &[name.into()]).map(drop))
        });
        gone.await?;
        Ok(())
    }
}

impl Body {
    /// The columns `body` and `object` of a row that takes this body for its own, at `now`.
    pub(crate) fn claim(self, transaction: &mut dyn Transaction, now: u64) -> Result<[Value; 2], StoreError> {
        let name = match self {
            Self::Inside(bytes) => return Ok([Value::Bytes(bytes), Value::NoBytes]),
            Self::Outside(name) => name,
        };
        let sql = "UPDATE object SET until = $1 WHERE name = $2 AND until > $3";
        match transaction.execute(sql, &[OWNED.into(), (&name).into(), now.into()])? {
            1 => Ok([Value::NoBytes, (&name).into()]),
            _ => Err(StoreError::Objects("too late")),
        }
    }
}

impl Row {
    /// The body in two columns, `body` and `object`, if there is one.
    pub(crate) fn body(&mut self, column: usize) -> Result<Option<Body>, StoreError> {
        Ok(match self.bytes(column)? {
            Some(bytes) => Some(Body::Inside(bytes)),
            None => self.array(column + 1)?.map(Body::Outside),
        })
    }
}

/// Gives up the objects of the rows of a table that are about to be deleted: those for which `condition` holds.
pub(crate) fn release(
    transaction: &mut dyn Transaction,
    (table, condition): (&'static str, &'static str),
    values: &[Value],
) -> Result<(), StoreError> {
    let sql = format!(
        "UPDATE object SET until = 0 WHERE name IN
            (SELECT object FROM {table} WHERE {condition} AND object IS NOT NULL)"
    );
    transaction.execute(&sql, values)?;
    Ok(())
}

/// In folders of a 256th each.
fn path(name: &[u8; 16]) -> Path {
    let name = format!("{:032x}", u128::from_be_bytes(*name));
    let (folder, rest) = name.split_at(2);
    Path::from_iter([folder, rest])
}

/// What there is to say without a name in it.
fn failed(error: Error) -> StoreError {
    StoreError::Objects(match error {
        Error::NotFound { .. } => "not found",
        Error::PermissionDenied { .. } => "not permitted",
        Error::Unauthenticated { .. } => "not authenticated",
        Error::UnknownConfigurationKey { .. } => "not configured",
        _ => "not reached",
    })
}
