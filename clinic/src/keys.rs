//! The one secret that everything the desk keeps is sealed under: a file that only its owner may read.

use std::{
    fs::{self, DirBuilder, OpenOptions},
    io::{self, Write},
    os::unix::fs::{DirBuilderExt, MetadataExt, OpenOptionsExt},
    path::Path,
};

use pocketchart::Unlock;
use pocketchart_crypto::{Label, Secret, kdf};

/// The file of the store, in the folder of a desk.
pub(crate) const DATABASE: &str = "desk.sqlite";

/// Whoever but the owner may do anything with a file.
const OTHERS: u32 = 0o077;

/// The key's file cannot be used.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum KeyError {
    /// It cannot be read or made.
    #[error(transparent)]
    Io(#[from] io::Error),
    /// Others than its owner may read or change it.
    #[error("others may read the key's file")]
    Open,
    /// It does not hold a key.
    #[error("the key's file holds no key")]
    Altered,
}

/// What the secret is used for, each use under a key of its own.
pub(crate) struct Keys {
    /// Seals rows.
    pub(crate) rows: Secret<32>,
    /// Names rows by what they are about.
    pub(crate) names: Secret<32>,
    /// Links the audit log.
    pub(crate) audit: Secret<32>,
    /// Opens the clinic's record and the charts that were shared with it.
    records: Secret<32>,
}

impl Keys {
    /// Of a desk's folder, which is made with a key in it if there is none. A folder that holds something already is never given a new
    /// key.
    pub(crate) fn of_folder(data: &Path) -> Result<Self, KeyError> {
        DirBuilder::new().recursive(true).mode(0o700).create(data)?;
        let (key, database) = (data.join("key"), data.join(DATABASE));
        Self::open(&key, !key.exists() && !database.exists())
    }

    /// Of the key in this file, which is made if `new`.
    fn open(path: &Path, new: bool) -> Result<Self, KeyError> {
        if new {
            let mut file = OpenOptions::new()
                .write(true)
                .create_new(true)
                .mode(0o600)
                .open(path)?;
            file.write_all(Secret::<32>::random().expose())?;
            file.sync_all()?;
        }
        if fs::metadata(path)?.mode() & OTHERS != 0 {
            return Err(KeyError::Open);
        }
        let bytes = zeroize::Zeroizing::new(fs::read(path)?);
        let root = Secret::from_slice(&bytes).ok_or(KeyError::Altered)?;
        Ok(Self {
            rows: kdf::expand(&root, Label::new("desk/rows"), &[]),
            names: kdf::expand(&root, Label::new("desk/names"), &[]),
            audit: kdf::expand(&root, Label::new("desk/audit"), &[]),
            records: kdf::expand(&root, Label::new("desk/records"), &[]),
        })
    }

    /// What opens the records.
    pub(crate) fn unlock(&self) -> Unlock {
        Unlock::Key(self.records.clone())
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;
    use std::os::unix::fs::PermissionsExt;

    #[test]
    fn only_its_owner_may_read_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("key");
        let made = Keys::open(&path, true).unwrap();
        assert_eq!(fs::metadata(&path).unwrap().mode() & 0o777, 0o600);
        assert!(made.rows == Keys::open(&path, false).unwrap().rows);
        fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
        assert!(matches!(Keys::open(&path, false), Err(KeyError::Open)));
        fs::set_permissions(&path, fs::Permissions::from_mode(0o600)).unwrap();
        fs::write(&path, [0; 31]).unwrap();
        assert!(matches!(Keys::open(&path, false), Err(KeyError::Altered)));
        assert!(matches!(Keys::open(&path, true), Err(KeyError::Io(_))));
    }
}
