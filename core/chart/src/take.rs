//! Statements of another system, taken into the record by who decided about them.

use crate::chart::Chart;
use crate::import::{ImportError, ImportOptions};
use pocketchart_fhir::split::{Part, Resource};

impl Chart {
    /// Takes statements of another system into the record, byte for byte as they came, all of them or none. Each keeps its source
    /// (its address, by which the system was asked): a newer copy takes the place of the older one that the same author took, a copy that
    /// is here is not written twice, and an older one does not come back. `from` says to people where they came from.
    ///
    /// ```no_run
    /// use pocketchart::{Chart, ImportError, Resource};
    /// # fn example(chart: &mut Chart, theirs: Vec<Resource>) -> Result<(), ImportError> {
    /// chart.take_over("https://ehr.example/fhir", theirs.clone())?;
    /// // Whoever does not know whether it was done asks again.
    /// chart.take_over("https://ehr.example/fhir", theirs)?;
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    /// [`ImportError::NoKey`] where this device may not write there, or what the store says. Nothing was written.
    pub fn take_over(&mut self, from: &str, theirs: Vec<Resource>) -> Result<(), ImportError> {
        let options = ImportOptions {
            file_name: from.to_owned(),
            ..ImportOptions::default()
        };
        let parts = theirs.into_iter().map(Part::Resource).collect();
        self.import_page(self.new_import(), &options, parts)?;
        Ok(())
    }
}
