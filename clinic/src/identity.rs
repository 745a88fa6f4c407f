//! The clinic as an author: a record of its own, whose identity key signs what the clinic asks for and writes.

use std::{path::Path, sync::Arc};

use pocketchart::{Chart, CreateChart, FreshnessFile, Home, KdfLevel, OpenError, RecoveryWords, Unlock};

/// Where a record of this folder lies, with what shows that it was put back to an older state beside it.
pub(crate) fn home(data: &Path, folder: &str) -> Home {
    let freshness = FreshnessFile::new(data.join("freshness").join(folder));
    Home::new(data.join(folder), Arc::new(freshness))
}

/// The clinic's record; made, with words that bring its identity back, if there is none.
pub(crate) fn open(
    data: &Path,
    unlock: &Unlock,
    name: &str,
) -> Result<(Chart, Option<RecoveryWords>), OpenError> {
    let home = home(data, "identity");
    if home.holds_record() {
        return Ok((Chart::open(&home, unlock)?, None));
    }
    let with = CreateChart {
        unlock,
        // A key of 32 random bytes cannot be guessed.
        kdf: KdfLevel::Fast,
        device_name: name,
    };
    let (chart, words) = Chart::create(&home, &with)?;
    Ok((chart, Some(words)))
}
