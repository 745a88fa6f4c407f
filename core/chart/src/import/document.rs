//! Documents that are not FHIR: kept whole, and read into resources beside them.

use super::batch::Batch;
use super::hash::sha256;
use super::{FileForm, ImportError, ImportOptions, ImportPhase, ImportProgress, ImportReport};
use crate::attach::body_url;
use crate::chart::Chart;
use pocketchart_fhir::reading::Reading;
use pocketchart_fhir::split::Part;
use pocketchart_fhir::subjects::Subjects;
use pocketchart_record::{BodyRef, MAX_BODY};
use std::io::Read;

impl Chart {
    pub(super) fn import_document(
        &mut self,
        file: impl Read,
        (form, media): (FileForm, &str),
        read: impl FnOnce(&[u8], &str) -> Result<Reading, ImportError>,
        options: &ImportOptions,
        progress: &mut dyn FnMut(ImportProgress),
    ) -> Result<ImportReport, ImportError> {
        let bytes = whole(file)?;
        let size = bytes.len() as u64;
        let hash = sha256(bytes.as_slice()).map_err(ImportError::Io)?;
        let reading = read(&bytes, &body_url(BodyRef::of(&bytes).hash))?;
        let mut subjects = Subjects::new();
        for derived in &reading.resources {
            subjects.add(&derived.resource);
        }
        self.check_people(&subjects.people(), options.same_person)?;
        let mut batch = Batch::new(self, options, (form, hash), false);
        batch.keep_file(self, media, bytes)?;
        for derived in reading.resources {
            let bytes = derived.resource.position.offset;
            batch.add(self, Part::Resource(derived.resource))?;
            progress(ImportProgress {
                phase: ImportPhase::Keeping,
                bytes,
                size,
                parts: batch.read(),
            });
        }
        batch.flush(self)?;
        Ok(ImportReport {
            not_mapped: reading.left,
            doubts: reading.doubts,
            ..batch.into_report()
        })
    }
}

/// A file that is kept whole.
pub(super) fn whole(file: impl Read) -> Result<Vec<u8>, ImportError> {
    let mut bytes = Vec::new();
    let mut limited = file.take(MAX_BODY as u64 + 1);
    limited.read_to_end(&mut bytes).map_err(ImportError::Io)?;
    if bytes.len() > MAX_BODY {
        return Err(ImportError::DocumentTooLarge);
    }
    Ok(bytes)
}
