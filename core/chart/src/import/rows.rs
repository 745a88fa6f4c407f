//! What rows of readings do not say by themselves.

use pocketchart_fhir::readings::{CsvError, DateOrder, Mapping, Unit, Zone};

/// Answers to what a file of rows leaves open. Nothing of it is guessed.
#[derive(Clone, Default)]
pub struct Rows<'a> {
    /// Whether the day or the month comes first in a date.
    pub order: Option<DateOrder>,
    /// Whether a comma in a number parts its decimals.
    pub decimal_comma: Option<bool>,
    /// Units of columns, by their headings.
    pub units: Vec<(String, Unit)>,
    /// The zone that local times are in.
    pub zone: Option<Zone<'a>>,
}

impl Rows<'_> {
    /// What the headings tell, with the answers.
    pub(super) fn answer(&self, told: Mapping) -> Result<Mapping, CsvError> {
        let mut mapping = Mapping {
            order: self.order.or(told.order),
            decimal_comma: self.decimal_comma.or(told.decimal_comma),
            ..told
        };
        for (heading, unit) in &self.units {
            let column = mapping.columns.iter_mut().find(|it| it.heading == *heading);
            column.ok_or_else(|| CsvError::NoColumn(heading.clone()))?.unit = Some(*unit);
        }
        Ok(mapping)
    }
}
