use std::fs;
use std::io::{self, Write};
use std::path::PathBuf;

/// Remembers, outside the record's file, how far it had come: a phone keeps this with its key store.
pub trait Freshness: Send + Sync {
    /// The highest commit number ever stored; `None` before the first.
    fn read(&self) -> io::Result<Option<u64>>;
    /// Stores a commit number; a smaller one than stored is ignored.
    fn advance(&self, commit: u64) -> io::Result<()>;
}

/// A file of its own, for machines without a key store. Whoever can put back the record's file can put back this
/// one too; it catches accidents and copies, not an owner of the machine.
pub struct FreshnessFile(PathBuf);

impl FreshnessFile {
    /// Keeps the number in this file; its folder is created when first needed.
    pub fn new(path: impl Into<PathBuf>) -> Self {
        Self(path.into())
    }
}

impl Freshness for FreshnessFile {
    fn read(&self) -> io::Result<Option<u64>> {
        match fs::read_to_string(&self.0) {
            Ok(text) => Ok(text.trim().parse().ok()),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error),
        }
    }

    fn advance(&self, commit: u64) -> io::Result<()> {
        if self.read()?.is_some_and(|seen| seen >= commit) {
            return Ok(());
        }
        if let Some(folder) = self.0.parent() {
            fs::create_dir_all(folder)?;
        }
        // Written beside and renamed: the program's end leaves the old number or the new one. Not synced, which would
        // double what a commit costs: a power cut may leave an older number or none, and only the next commit
        // remembers again.
        let beside = self.0.with_extension("new");
        let mut file = fs::File::create(&beside)?;
        file.write_all(commit.to_string().as_bytes())?;
        drop(file);
        fs::rename(&beside, &self.0)
    }
}

/// Remembers nothing: a rollback of the whole file cannot be noticed.
pub struct NoFreshness;

impl Freshness for NoFreshness {
    fn read(&self) -> io::Result<Option<u64>> {
        Ok(None)
    }
    fn advance(&self, _commit: u64) -> io::Result<()> {
        Ok(())
    }
}
