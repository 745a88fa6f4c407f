//! The sections with their counts, and which kind of empty they are.

use crate::author::Author;
use crate::chart::Chart;
use crate::facts;
use crate::item::is_listed;
use crate::read::ReadError;
use pocketchart_fhir::FhirDateTime;
use pocketchart_fhir::summary::Negation;
use pocketchart_record::{EntryId, Millis, Section};

/// A section in one line.
#[derive(Clone, PartialEq, Debug)]
pub struct SectionOverview {
    /// Which.
    pub section: Section,
    /// Statements that hold. Several sources of one thing count each.
    pub current: u64,
    /// Entries of any standing.
    pub rows: u64,
    /// Statements that contradict another.
    pub unreconciled: u64,
    /// Changes that others propose.
    pub proposed: u64,
    /// The clinical time of the newest statement, in a form that sorts.
    pub latest: Option<String>,
    /// Which kind of empty it is; none if it says something.
    pub emptiness: Option<Emptiness>,
}

/// Empty is a statement, and there are two of them.
#[derive(Clone, PartialEq, Debug)]
pub enum Emptiness {
    /// Nobody has said anything.
    NothingRecorded,
    /// Somebody said that there is nothing, such as "no known allergy".
    NoneKnown {
        /// The entry that says so.
        id: EntryId,
        /// Who wrote or imported it.
        by: Author,
        /// The name in the statement itself.
        who: Option<String>,
        /// When it was said, if it says.
        when: Option<FhirDateTime>,
        /// When it was written down.
        recorded: Millis,
    },
}

impl Chart {
    /// All sections, in the order of the published table. Costs the same however long the record is.
    ///
    /// # Errors
    /// What the store says.
    pub fn sections(&self) -> Result<Vec<SectionOverview>, ReadError> {
        let mut overviews = Vec::with_capacity(Section::ALL.len());
        for section in Section::ALL {
            let head = self.record.head(section)?;
            let mut emptiness = (head.current == 0).then_some(Emptiness::NothingRecorded);
            if head.current > 0 && head.newest.len() as u64 >= head.current {
                let mut rows = head.newest.iter().filter(|row| is_listed(row)).peekable();
                let newest = rows.peek().copied();
                if rows.all(|row| facts::of(row).negation == Some(Negation::NoneKnown))
                    && let Some(row) = newest
                {
                    let facts = facts::of(row);
                    emptiness = Some(Emptiness::NoneKnown {
                        id: row.id,
                        by: self.author(row.author),
                        who: facts.who,
                        when: facts.when,
                        recorded: row.entry.recorded,
                    });
                }
            }
            overviews.push(SectionOverview {
                section,
                current: head.current,
                rows: head.rows,
                unreconciled: head.unreconciled,
                proposed: head.proposed,
                latest: head.newest.first().map(|row| row.when.clone()),
                emptiness,
            });
        }
        Ok(overviews)
    }
}
