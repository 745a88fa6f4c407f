//! Results and vital signs: units, ranges, what is outside them, and where it is heading.
//!
//! Values keep the digits that the source wrote. They are compared in one unit for each analyte; mass becomes amount of
//! substance only where the table `analyte_factor` says how for that analyte, and international units never become
//! anything else. A value is judged by the range that came with it (for the person's age and sex), else by the mark of its
//! laboratory, else by our table of typical ranges, which has none for children. What is measured in the future of the
//! asked day does not count.

pub(crate) mod catalog;
mod decimal;
mod findings;
mod glucose;
mod judge;
mod pressure;
mod reading;
mod robust;
mod series;
mod trend;
mod unit;

use jiff::civil::Date;
use pocketchart_fhir::FhirDateTime;

pub use glucose::GlucoseWeeks;
pub use pressure::{MeanPressure, PressureWeek};
pub use series::{LeftOut, Measures, Point, Range, Reason, Series};
pub use trend::{Direction, Trend};

use crate::{Findings, Person, Rule, Statement, UnreadableTables};
pub(crate) use catalog::Catalog;
pub(crate) use reading::{Reading, Readings};

/// A number and its unit, as they are shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Value {
    /// The digits.
    pub number: String,
    /// The unit; of a converted value after UCUM, else as the record writes it.
    pub unit: String,
}

/// A value that is only known to be on one side of the number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bound {
    /// `<`
    Below,
    /// `<=`
    AtMost,
    /// `>=`
    AtLeast,
    /// `>`
    Above,
}

impl Bound {
    fn of(comparator: Option<&str>) -> Option<Self> {
        match comparator? {
            "<" => Some(Self::Below),
            "<=" => Some(Self::AtMost),
            ">=" => Some(Self::AtLeast),
            ">" => Some(Self::Above),
            _ => None,
        }
    }

    /// As FHIR writes it.
    pub fn sign(self) -> &'static str {
        match self {
            Self::Below => "<",
            Self::AtMost => "<=",
            Self::AtLeast => ">=",
            Self::Above => ">",
        }
    }
}

/// On which side of the usual a value is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flag {
    /// Below.
    Low,
    /// Above.
    High,
    /// So far below that someone should be called.
    CriticalLow,
    /// So far above that someone should be called.
    CriticalHigh,
}

/// By what a value is judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    /// The range that came with it.
    Own,
    /// The mark that its laboratory gave it.
    Laboratory,
    /// A row of our table, typical of adults.
    Typical(Rule),
}

/// One value and what is to be said of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Judged {
    /// The entry.
    pub entry: String,
    /// The analyte, an id of the table `analyte`; `None`: a code that the tables do not know.
    pub analyte: Option<&'static str>,
    /// What the record calls it.
    pub name: String,
    /// When it was measured.
    pub when: FhirDateTime,
    /// As it was written.
    pub written: Value,
    /// In the analyte's unit with the digits it was written with, where that is another unit.
    pub converted: Option<Value>,
    /// `<` or `>` before it.
    pub bound: Option<Bound>,
    /// By what it is judged; `None`: nothing is known for this person.
    pub basis: Option<Basis>,
    /// Outside the usual.
    pub flag: Option<Flag>,
    /// The usual from and to, in the unit of `converted`, else of `written`.
    pub usual: (Option<String>, Option<String>),
    /// The rule by which it can hardly be true and is to be checked.
    pub implausible: Option<Rule>,
}

/// Every measured value of these statements, judged, series after series.
///
/// # Errors
/// [`UnreadableTables`].
pub fn judged(statements: &[Statement], person: &Person, on: Date) -> Result<Vec<Judged>, UnreadableTables> {
    let catalog = Catalog::get()?;
    let readings = Readings::of(catalog, statements, person, on);
    let all = readings.series.values().flatten();
    Ok(all
        .map(|reading| findings::judged(catalog, reading, person))
        .collect())
}

/// What is out of range, critical, not to be believed or moving away, and what could not be judged.
///
/// Of each series only the latest value is judged; every value that can hardly be true is named.
///
/// # Errors
/// [`UnreadableTables`].
pub fn findings(statements: &[Statement], person: &Person, on: Date) -> Result<Findings, UnreadableTables> {
    let catalog = Catalog::get()?;
    findings::findings(
        catalog,
        &Readings::of(catalog, statements, person, on),
        person,
        on,
    )
}

/// The values of everything that was measured from a day on, to draw, and where they head.
///
/// # Errors
/// [`UnreadableTables`].
///
/// ```
/// use jiff::civil::date;
/// use pocketchart_fhir::view::View;
/// use pocketchart_knowledge::{Person, Statement, measure};
///
/// let weighed = |day: &str, kilograms: &str| Statement {
///     entry: day.to_owned(),
///     view: View::of(format!(
///         r#"{{"resourceType":"Observation","status":"final","effectiveDateTime":"{day}",
///             "code":{{"coding":[{{"system":"http://loinc.org","code":"29463-7"}}]}},
///             "valueQuantity":{{"value":{kilograms},"system":"http://unitsofmeasure.org","code":"kg"}}}}"#
///     ).as_bytes()).unwrap(),
/// };
/// let statements = [weighed("2026-01-01", "80.0"), weighed("2026-01-11", "80.5"), weighed("2026-01-21", "81.0")];
/// let measures = measure::series(&statements, &Person::default(), None, date(2026, 6, 1))?;
/// let trend = measures.series[0].trend.as_ref().unwrap();
/// assert_eq!(trend.change.as_deref(), Some("0.5"));
/// assert!((trend.slope_per_day - 0.05).abs() < 1e-9);
/// # Ok::<(), pocketchart_knowledge::UnreadableTables>(())
/// ```
pub fn series(
    statements: &[Statement],
    person: &Person,
    since: Option<Date>,
    on: Date,
) -> Result<Measures, UnreadableTables> {
    measures(statements, person, (since, on), true)
}

/// As [`series`] from the beginning, without where they head: for who only draws what was measured.
///
/// # Errors
/// [`UnreadableTables`].
///
/// ```
/// use jiff::civil::date;
/// use pocketchart_knowledge::{Person, measure};
///
/// let drawn = measure::points(&[], &Person::default(), date(2026, 6, 1))?;
/// assert!(drawn.series.is_empty());
/// # Ok::<(), pocketchart_knowledge::UnreadableTables>(())
/// ```
pub fn points(statements: &[Statement], person: &Person, on: Date) -> Result<Measures, UnreadableTables> {
    measures(statements, person, (None, on), false)
}

fn measures(
    statements: &[Statement],
    person: &Person,
    (since, on): (Option<Date>, Date),
    heads: bool,
) -> Result<Measures, UnreadableTables> {
    let catalog = Catalog::get()?;
    let mut readings = Readings::of(catalog, statements, person, on);
    let mut all = Vec::new();
    for one in readings.series.values_mut() {
        one.retain(|reading| since.is_none_or(|since| reading.day >= since));
        all.extend(series::series(catalog, one, (person, heads))?);
    }
    Ok(Measures {
        series: all,
        not_checked: readings.not_read,
    })
}

/// Blood pressure in the week up to the last reading, if it was measured on enough days.
///
/// # Errors
/// [`UnreadableTables`].
pub fn pressure_week(
    statements: &[Statement],
    person: &Person,
    on: Date,
) -> Result<Option<PressureWeek>, UnreadableTables> {
    let catalog = Catalog::get()?;
    pressure::week(catalog, &Readings::of(catalog, statements, person, on), person)
}

/// Glucose in the two weeks up to the last reading, if it was measured on enough days.
///
/// # Errors
/// [`UnreadableTables`].
pub fn glucose_weeks(
    statements: &[Statement],
    person: &Person,
    on: Date,
) -> Result<Option<GlucoseWeeks>, UnreadableTables> {
    let catalog = Catalog::get()?;
    glucose::weeks(catalog, &Readings::of(catalog, statements, person, on), person)
}
