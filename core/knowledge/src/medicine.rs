//! Medicines: what does not go together, what is there twice, what an allergy, a condition, an age or a pregnancy forbids.
//!
//! Everything works on ingredients. A medicine is matched by the RxNorm code of its ingredient, else by its exact name; never
//! by likeness. What does not match is named in [`Findings::not_checked`].

mod allergies;
mod composition;
mod conditions;
mod dosing;
mod duplicates;
mod index;
mod interactions;
mod matching;
mod taken;
#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::print_stdout, reason = "tests")]
mod tests;

pub use composition::{Composition, composition};

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::condition::facts::Facts;
use crate::finding::{Certainty, Finding, Findings, NotChecked, Text};
use crate::statement::{Person, Statement};
use crate::tables::{self, UnreadableTables};
use index::Index;
use taken::Taken;

/// All that the tables say of the medicines of a record on a day.
///
/// Only medicines stated as active count; a fill is no evidence of use. Allergies that were refuted, entered in error or are
/// over do not alert, nor does an intolerance.
///
/// ```
/// use jiff::civil::date;
/// use pocketchart_fhir::view::View;
/// use pocketchart_knowledge::{Person, Severity, Statement, medicine};
///
/// let takes = |entry: &str, name: &str| {
///     let json = format!(r#"{{"resourceType":"MedicationStatement","status":"active","medicationCodeableConcept":{{"text":"{name}"}}}}"#);
///     View::of(json.as_bytes()).map(|view| Statement { entry: entry.into(), view })
/// };
/// let record = [takes("1", "Warfarin")?, takes("2", "St. John's wort")?];
/// let said = medicine::findings(&record, &Person::default(), date(2026, 11, 26))?;
/// assert_eq!(said.found[0].severity, Severity::Contraindicated);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// [`UnreadableTables`]
pub fn findings(statements: &[Statement], person: &Person, on: Date) -> Result<Findings, UnreadableTables> {
    look(statements, None, person, on)
}

/// What new medicines or allergies would bring to a record: only findings and gaps that concern them.
///
/// The new ones count as taken, whatever their status says.
///
/// # Errors
/// [`UnreadableTables`]
pub fn what_if(
    statements: &[Statement],
    person: &Person,
    on: Date,
    new: &[Statement],
) -> Result<Findings, UnreadableTables> {
    look(statements, Some(new), person, on)
}

/// What the engines read, and what they find.
struct Look<'s> {
    index: &'static Index,
    facts: Facts<'s>,
    taken: Vec<Taken<'s>>,
    /// Where each kind is taken.
    places: BTreeMap<index::Kind, Vec<taken::Place>>,
    /// Only what concerns new statements counts.
    only_new: bool,
    found: Vec<Finding>,
    not_checked: Vec<NotChecked>,
}

impl Look<'_> {
    /// Whether a finding about this medicine is asked for, whatever it is about beside.
    fn is_asked(&self, (at, _): taken::Place) -> bool {
        !self.only_new || self.taken.get(at).is_some_and(|taken| taken.new)
    }

    fn not_checked(&mut self, entry: Option<&str>, why: Text) {
        let gap = NotChecked {
            entry: entry.map(str::to_owned),
            why,
        };
        if !self.not_checked.contains(&gap) {
            self.not_checked.push(gap);
        }
    }
}

fn look(
    old: &[Statement],
    new: Option<&[Statement]>,
    person: &Person,
    on: Date,
) -> Result<Findings, UnreadableTables> {
    let index = index::index()?;
    let (only_new, new) = (new.is_some(), new.unwrap_or_default());
    let mut look = Look {
        index,
        facts: Facts::of(old.iter().chain(new), *person, on),
        taken: Vec::new(),
        places: BTreeMap::new(),
        only_new,
        found: Vec::new(),
        not_checked: Vec::new(),
    };
    taken::read(&mut look, old, new);
    look.places = taken::by_kind(index, &look.taken);
    interactions::look(&mut look)?;
    duplicates::look(&mut look)?;
    conditions::look(&mut look)?;
    allergies::look(&mut look, old, new)?;
    let mut found = look.found;
    found.sort_by_cached_key(|finding| {
        let possible = finding.certainty != Certainty::Certain;
        (std::cmp::Reverse(finding.severity), possible, finding.name())
    });
    found.dedup();
    let mut not_checked = look.not_checked;
    not_checked.sort_by(|one, other| {
        (&one.entry, one.why.id, &one.why.arguments).cmp(&(&other.entry, other.why.id, &other.why.arguments))
    });
    not_checked.dedup();
    Ok(Findings {
        on,
        version: tables::version()?,
        found,
        not_checked,
    })
}
