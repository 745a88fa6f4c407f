//! What findings are made from.

use jiff::civil::Date;
use pocketchart_fhir::view::View;

/// One resource of the record that holds, and the name by which findings speak of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Statement {
    /// The entry's name, opaque here.
    pub entry: String,
    /// What the entry says.
    pub view: View,
}

/// The sex that rules ask for: FHIR's administrative gender, as far as a rule can use it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Sex {
    /// `female`
    Female,
    /// `male`
    Male,
}

/// Whom the statements are about. What is not known stays empty: rules that ask for it say so.
#[derive(Clone, Copy, Debug, Default)]
pub struct Person {
    /// The day of birth, where the record says the day.
    pub born: Option<Date>,
    /// The sex, where the record says one that rules can use.
    pub sex: Option<Sex>,
}
