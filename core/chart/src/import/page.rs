//! Pages of a server, which come one after the other and together are one import.

use super::batch::Batch;
use super::{FileForm, ImportError, ImportId, ImportOptions, ImportReport};
use crate::chart::Chart;
use pocketchart_fhir::split::Part;

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
}
