//! Two records of one person on the real file system, for a process that is killed and for the one that looks then.

use crate::world::{TextBodies, unlock};
use pocketchart_record::*;
use std::path::Path;
use std::sync::Arc;

/// Both records, made if they are not there yet.
pub fn open_or_make(folder: &Path) -> (Record, Record) {
    let (phone, tablet) = (setup(folder, "phone"), setup(folder, "tablet"));
    let mut one = opened(&phone).unwrap_or_else(|| {
        let words = RecoveryWords::make(&phone.context);
        Record::create(phone, &words, &unlock(), KdfLevel::Fast, "phone").unwrap()
    });
    let other = opened(&tablet).unwrap_or_else(|| {
        let applicant = Applicant::new(&tablet.context);
        let welcome = one
            .welcome_device(applicant.public(), "tablet", &unlock())
            .unwrap();
        Record::join(tablet, applicant, welcome, &unlock(), KdfLevel::Fast).unwrap()
    });
    (one, other)
}

/// The record of that setup; `None` if there is none yet.
fn opened(setup: &Setup) -> Option<Record> {
    match Record::open(setup.clone(), &unlock(), Rollback::Refuse) {
        Err(OpenError::Store(StoreError::Missing)) => None,
        opened => Some(opened.unwrap()),
    }
}

fn setup(folder: &Path, name: &str) -> Setup {
    let freshness = FreshnessFile::new(folder.join(format!("{name}.freshness")));
    Setup {
        place: Place::new(folder.join(name), Arc::new(freshness)),
        context: Context::system(),
        bodies: Arc::new(TextBodies),
        authority: Arc::new(Permissions),
    }
}

/// A line that names a record and an entry.
pub fn entry_line(record: &str, id: &EntryId) -> String {
    format!("{record} {}", id.to_text())
}

/// What such a line names; `None` if it was cut off.
pub fn read_entry_line(line: &str) -> Option<(&str, EntryId)> {
    let (record, id) = line.split_once(' ')?;
    Some((record, EntryId::from_text(id)?))
}
