//! The shared records that are open in memory: the last few that were looked at.

use std::{
    fs, io,
    path::{Path, PathBuf},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use pocketchart::{Chart, Home, Unlock};

use super::SharedChart;
use crate::{id::Id, identity, store::StoreError};

/// The folder of the records.
const CHARTS: &str = "charts";
/// Records that stay open.
const AT_ONCE: usize = 16;

/// A record that is open, until it is erased.
type Shared = Arc<Mutex<Option<Chart>>>;

/// Opens records, and closes those that nobody looked at for long.
pub(crate) struct Opened {
    data: PathBuf,
    unlock: Unlock,
    /// The one that was looked at last stands last.
    open: Mutex<Vec<(Id, Shared)>>,
}

impl Opened {
    pub(crate) fn new(data: &Path, unlock: Unlock) -> Self {
        Self {
            data: data.to_owned(),
            unlock,
            open: Mutex::default(),
        }
    }

    /// Where the record of a code lies.
    pub(crate) fn home(&self, origin: Id) -> Home {
        identity::home(&self.data, &place(origin))
    }

    /// The codes whose records lie here.
    pub(crate) fn all(&self) -> io::Result<Vec<Id>> {
        let folders = match fs::read_dir(self.data.join(CHARTS)) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
            folders => folders?,
        };
        let names = folders.map(|it| Ok(it?.file_name()));
        let names: Vec<_> = names.collect::<io::Result<_>>()?;
        Ok(names.iter().filter_map(|it| Id::parse(it.to_str()?)).collect())
    }

    /// Does something with a record.
    pub(crate) fn with<T>(
        &self,
        shared: &SharedChart,
        work: impl FnOnce(&Chart) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        self.change(shared.origin, |chart| work(chart))
    }

    /// Does something that changes a record.
    pub(crate) fn change<T, E: From<StoreError>>(
        &self,
        origin: Id,
        work: impl FnOnce(&mut Chart) -> Result<T, E>,
    ) -> Result<T, E> {
        let chart = self.get(origin)?;
        let mut chart = lock(&chart);
        work(chart.as_mut().ok_or(StoreError::Record("store-missing"))?)
    }

    /// Whether a record is open.
    pub(crate) fn is_open(&self, origin: Id) -> bool {
        lock(&self.open).iter().any(|(it, _)| *it == origin)
    }

    fn get(&self, origin: Id) -> Result<Shared, StoreError> {
        let mut open = lock(&self.open);
        let known = open.iter().position(|(it, _)| *it == origin);
        let entry = match known {
            Some(place) => open.remove(place),
            None => {
                let chart = Chart::open(&self.home(origin), &self.unlock);
                let chart = chart.map_err(|error| StoreError::Record(error.id()))?;
                (origin, Arc::new(Mutex::new(Some(chart))))
            }
        };
        let chart = Arc::clone(&entry.1);
        open.push(entry);
        if open.len() > AT_ONCE {
            open.remove(0);
        }
        Ok(chart)
    }

    /// Closes a record that a redemption is about to go on with.
    pub(crate) fn close(&self, origin: Id) {
        lock(&self.open).retain(|(it, _)| *it != origin);
    }

    /// Destroys the keys of a record, then its files.
    pub(crate) fn erase(&self, origin: Id) -> Result<(), StoreError> {
        // One that cannot be opened any more has no keys to destroy that the desk could reach. Who still reads it is waited for.
        if self.home(origin).holds_record()
            && let Ok(shared) = self.get(origin)
            && let Some(chart) = lock(&shared).take()
        {
            chart.erase().map_err(|error| StoreError::Record(error.id()))?;
        }
        self.close(origin);
        gone(fs::remove_dir_all(self.data.join(place(origin))))?;
        gone(fs::remove_file(self.data.join("freshness").join(place(origin))))
    }
}

/// That something was not there to be removed is as good.
fn gone(removed: io::Result<()>) -> Result<(), StoreError> {
    match removed {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error.into()),
        _ => Ok(()),
    }
}

/// The folder of a code's record.
fn place(origin: Id) -> String {
    format!("{CHARTS}/{origin}")
}

/// A panic leaves what is open as it is.
fn lock<T: ?Sized>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
