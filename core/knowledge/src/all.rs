//! Every question at once.

use jiff::civil::Date;

use crate::{Findings, Person, Statement, UnreadableTables, cdsi, due, measure, medicine, version};

/// All that the tables say of a record on a day: medicines, results, screenings and vaccines, gravest first.
///
/// ```
/// use jiff::civil::date;
/// use pocketchart_knowledge::{Person, findings};
///
/// let said = findings(&[], &Person::default(), date(2026, 11, 26))?;
/// assert!(said.found.is_empty());
/// // Of a record that says nothing, nothing is sure: that is said, too.
/// assert!(!said.not_checked.is_empty());
/// # Ok::<(), pocketchart_knowledge::UnreadableTables>(())
/// ```
///
/// # Errors
/// [`UnreadableTables`].
pub fn findings(statements: &[Statement], person: &Person, on: Date) -> Result<Findings, UnreadableTables> {
    let parts = [
        medicine::findings(statements, person, on)?,
        measure::findings(statements, person, on)?,
        cdsi::findings(statements, *person, on)?,
        due::findings(statements, person, on)?,
    ];
    let mut all = Findings {
        on,
        version: version()?,
        found: Vec::new(),
        not_checked: Vec::new(),
    };
    for part in parts {
        all.found.extend(part.found);
        for gap in part.not_checked {
            if !all.not_checked.contains(&gap) {
                all.not_checked.push(gap);
            }
        }
    }
    all.found
        .sort_by_key(|finding| std::cmp::Reverse(finding.severity));
    Ok(all)
}
