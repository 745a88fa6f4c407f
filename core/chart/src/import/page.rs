//! Pages of a server, which come one after the other and together are one import.

use super::batch::Batch;
use super::{FileForm, ImportError, ImportId, ImportOptions, ImportReport};
use crate::chart::Chart;
use pocketchart_fhir::split::Part;
use pocketchart_record::Section;

/// A file that a server's document points to.
pub(crate) struct FetchedFile {
    /// Where it lies.
    pub(crate) address: String,
    /// Where its document stands.
    pub(crate) section: Section,
    pub(crate) name: String,
    pub(crate) media_type: String,
    pub(crate) bytes: Vec<u8>,
}

impl Chart {
    /// Brings in a page, whole or not at all. Every page of a pull has the same name of the import.
    pub(crate) fn import_page(
        &mut self,
        import: ImportId,
        options: &ImportOptions,
        parts: Vec<Part>,
    ) -> Result<ImportReport, ImportError> {
        let mut batch = Batch::of(import, options, (FileForm::Fhir, None), false);
        for part in parts {
            batch.add(self, part)?;
        }
        batch.flush(self)?;
        Ok(batch.into_report())
    }

    /// Keeps a file that a document of the same pull points to.
    pub(crate) fn import_fetched(
        &mut self,
        import: ImportId,
        options: &ImportOptions,
        file: FetchedFile,
    ) -> Result<(), ImportError> {
        let mut batch = Batch::of(import, options, (FileForm::Fhir, None), false);
        batch.keep_fetched(self, file)?;
        batch.flush(self)
    }
}
