//! The export of Apple Health: of any size, read twice in bounded memory.

use super::batch::Batch;
use super::hash::sha256;
use super::{FileForm, ImportError, ImportOptions, ImportPhase, ImportProgress, ImportReport, MAX_LISTED};
use crate::chart::Chart;
use pocketchart_fhir::reading::Left;
use pocketchart_fhir::readings::{AppleError, Found, for_each_in_apple_health};
use pocketchart_fhir::split::Part;
use pocketchart_fhir::subjects::Subjects;
use std::io::{Read, Seek, SeekFrom};

impl Chart {
    pub(super) fn import_apple<R: Read + Seek>(
        &mut self,
        mut file: R,
        (start, size): (u64, u64),
        options: &ImportOptions,
        progress: &mut dyn FnMut(ImportProgress),
    ) -> Result<ImportReport, ImportError> {
        let hash = sha256(&mut file).map_err(ImportError::Io)?;
        file.seek(SeekFrom::Start(start)).map_err(ImportError::Io)?;
        let subject = self.subject()?;
        let mut tell = |phase, parts| {
            progress(ImportProgress {
                phase,
                bytes: 0,
                size,
                parts,
            });
        };
        let (mut subjects, mut parts) = (Subjects::new(), 0);
        for_each_in_apple_health(&mut file, &subject, &mut |found| {
            if let Found::Derived(derived) = found {
                subjects.add(&derived.resource);
                parts += 1;
                tell(ImportPhase::Checking, parts);
            }
            true
        })?;
        self.check_people(&subjects.people(), options.same_person)?;
        file.seek(SeekFrom::Start(start)).map_err(ImportError::Io)?;
        let mut batch = Batch::new(self, options, (FileForm::AppleHealth, hash), true);
        let (mut not_mapped, mut doubts, mut failed) = (Vec::new(), Vec::new(), None);
        let read = for_each_in_apple_health(&mut file, &subject, &mut |found| {
            match found {
                Found::Derived(derived) => {
                    if let Err(error) = batch.add(self, Part::Resource(derived.resource)) {
                        failed = Some(error);
                        return false;
                    }
                    tell(ImportPhase::Keeping, batch.read());
                }
                Found::Left(left) => note(&mut not_mapped, left),
                Found::Doubt(doubt) => note(&mut doubts, doubt),
                _ => {}
            }
            true
        });
        let done = match (failed, read) {
            (Some(error), _) => Err(error),
            (None, Err(error)) if error != AppleError::Stopped => Err(error.into()),
            (None, _) => batch.flush(self),
        };
        match done {
            Ok(()) => Ok(ImportReport {
                not_mapped,
                doubts,
                ..batch.into_report()
            }),
            Err(error) => Err(batch.stopped(error)),
        }
    }
}

/// Doubts can be as many as records; so many are named.
fn note(noted: &mut Vec<Left>, left: Left) {
    if noted.len() < MAX_LISTED {
        noted.push(left);
    }
}
