//! Pictures, PDF, DICOM and recordings: kept as they are, with a document that says what they are.

use super::batch::Batch;
use super::document::whole;
use super::hash::sha256;
use super::{FileForm, ImportError, ImportOptions, ImportPhase, ImportProgress, ImportReport};
use crate::chart::Chart;
use crate::media::Opened;
use pocketchart_fhir::build::{Build, Stated};
use pocketchart_fhir::reading::address;
use pocketchart_fhir::split::{Head, Part, Position, Resource};
use pocketchart_record::StoreError;
use std::io::Read;

/// The system of documents that stand for kept bytes, in their addresses.
const SYSTEM: &str = "urn:pocketchart:body";
const DOCUMENT: &str = "DocumentReference";

impl Chart {
    pub(super) fn import_media(
        &mut self,
        file: impl Read,
        options: &ImportOptions,
        progress: &mut dyn FnMut(ImportProgress),
    ) -> Result<ImportReport, ImportError> {
        let bytes = whole(file)?;
        let hash = sha256(bytes.as_slice()).map_err(ImportError::Io)?;
        let opened = Opened::of(&bytes, &options.media_type);
        self.check_people(&opened.people(), options.same_person)?;
        let unfit = |_| ImportError::Store(StoreError::Altered("document"));
        let size = u32::try_from(bytes.len()).map_err(|_| ImportError::DocumentTooLarge)?;
        // Nothing in it changes from one time to the next, so that the same file is known again.
        let stated = Stated::about(self.subject()?);
        let name = match options.file_name.trim() {
            "" => opened.found.media_type.clone(),
            name => name.to_owned(),
        };
        let document = opened
            .document(stated, &name, size)
            .build()
            .map_err(|_| ImportError::NotJson)?;
        let resource = Resource {
            head: Head::of(&document).map_err(unfit)?,
            bytes: document,
            full_url: Some(address(SYSTEM, &opened.body().hash.to_hex(), DOCUMENT)),
            position: Position { number: 1, offset: 0 },
        };
        let mut batch = Batch::new(self, options, (FileForm::Media, hash), false);
        batch.keep_file(self, &opened.found.media_type, bytes)?;
        batch.add(self, Part::Resource(resource))?;
        batch.flush(self)?;
        progress(ImportProgress {
            phase: ImportPhase::Keeping,
            bytes: size.into(),
            size: size.into(),
            parts: batch.read(),
        });
        Ok(ImportReport {
            file: Some(opened.found),
            ..batch.into_report()
        })
    }
}
