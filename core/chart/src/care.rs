//! What the record says about its owner's care: the rules of `pocketchart-knowledge` over the statements that hold.

mod acknowledge;
mod memory;
mod unseen;

pub use acknowledge::{AcknowledgeError, Acknowledged, Effect};
pub(crate) use memory::Memory;

use crate::chart::Chart;
use crate::draft::Draft;
use crate::edit::EditError;
use crate::item::ItemView;
use crate::read::ReadError;
use crate::redeem::StatedItem;
use jiff::civil::Date;
use pocketchart_fhir::summary::summary;
use pocketchart_fhir::view::{CodeableConcept, View};
use pocketchart_knowledge::cdsi::{self, Forecast};
use pocketchart_knowledge::due::{self, Screening};
use pocketchart_knowledge::{
    Findings, NotChecked, Person, Sex, Statement, Text, UnreadableTables, findings, medicine,
};
use pocketchart_record::{EntryId, Row, Section, StoreError};
use std::collections::BTreeMap;
use std::sync::Arc;
use unseen::Unseen;

/// Where statements stand that a rule can read.
const SECTIONS: [Section; 11] = [
    Section::Profile,
    Section::Allergies,
    Section::Medications,
    Section::Problems,
    Section::Immunizations,
    Section::Results,
    Section::Vitals,
    Section::Procedures,
    Section::Encounters,
    Section::CarePlan,
    Section::Sensitive,
];
/// Types that a rule can read; others are not even opened.
const TYPES: [&str; 10] = [
    "AllergyIntolerance",
    "Condition",
    "DiagnosticReport",
    "Immunization",
    "MedicationAdministration",
    "MedicationDispense",
    "MedicationRequest",
    "MedicationStatement",
    "Observation",
    "Procedure",
];

/// The record could not be checked; nothing was changed.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum CareError {
    /// The record could not be read, or the day is none.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// What is to be tried cannot be written down.
    #[error(transparent)]
    Draft(EditError),
    /// The library's tables are damaged.
    #[error(transparent)]
    Tables(#[from] UnreadableTables),
}

impl CareError {
    /// The id of the message that explains it.
    pub fn id(&self) -> &'static str {
        match self {
            CareError::Read(error) => error.id(),
            CareError::Draft(error) => error.id(),
            CareError::Tables(_) => "care-tables",
        }
    }
}

impl From<StoreError> for CareError {
    fn from(error: StoreError) -> Self {
        CareError::Read(error.into())
    }
}

/// What was found, with the items it is about.
#[derive(Clone, PartialEq, Debug)]
pub struct Checkup {
    /// What the rules say, and what they could not look at.
    pub findings: Findings,
    /// The items by the names that findings use: their entries as text.
    pub items: Items,
    /// What was read and set aside, newest first: every acknowledgement that nobody took back.
    pub acknowledged: Vec<Acknowledged>,
}

/// Which vaccines are due.
#[derive(Clone, PartialEq, Debug)]
pub struct Immunizations {
    /// What CDC's schedule says; `None` where the record does not say the day of birth, or this device may not read of vaccines.
    pub forecast: Option<Forecast>,
    /// What could not be used, and why.
    pub not_checked: Vec<NotChecked>,
    /// The items by their entries as text.
    pub items: Items,
}

/// Which screenings are due.
#[derive(Clone, PartialEq, Debug)]
pub struct Screenings {
    /// Where each recommended screening stands; none where this device may not read what decides it.
    pub screenings: Vec<Screening>,
    /// What could not be used, and why.
    pub not_checked: Vec<NotChecked>,
    /// The items by their entries as text.
    pub items: Items,
}

/// Items by their entries as text.
pub type Items = Arc<BTreeMap<String, Arc<ItemView>>>;

/// What rules are held against.
#[derive(Clone, Default)]
pub(crate) struct Held {
    unseen: Unseen,
    pub(crate) statements: Arc<Vec<Statement>>,
    pub(crate) person: Person,
    pub(crate) items: Items,
    pub(crate) unread: Vec<NotChecked>,
    /// The copies among the statements about which sources disagree, with what they are called.
    pub(crate) disputed_copies: BTreeMap<String, String>,
    acknowledgements: Arc<Vec<Row>>,
}

impl Chart {
    /// All that rules find in the record on a day (`YYYY-MM-DD`): medicines, allergies, results, screenings and vaccines; and what
    /// they could not look at. It is made anew each time and never stored. Information, not a medical device.
    ///
    /// # Errors
    /// [`CareError`].
    pub fn checkup(&self, day: &str) -> Result<Checkup, CareError> {
        let (on, held) = (the_day(day)?, self.held()?);
        let mut findings = findings(&held.statements, &held.person, on)?;
        findings.not_checked.extend(held.unread);
        held.unseen
            .leave_out(&mut findings.found, &mut findings.not_checked);
        Ok(Checkup {
            acknowledged: self.held_against_all(&held.acknowledgements, &findings.found)?,
            findings,
            items: held.items,
        })
    }

    /// What these medicines or allergies would bring, if they stood in the record on a day: only what concerns them. Nothing is
    /// written. A finding names them `new-1`, `new-2` and so on.
    ///
    /// # Errors
    /// [`CareError`].
    pub fn what_if(&self, day: &str, new: &[Draft]) -> Result<Checkup, CareError> {
        self.what_if_beside(day, new, (&[], &[]))
    }

    /// As [`Chart::what_if`], in a chart that a patient shared: what the patient's device stated of some sections, as a copy, counts as
    /// well. A finding names those statements `copy-1`, `copy-2` and so on.
    ///
    /// ```no_run
    /// use pocketchart::{Chart, Draft, Section, StatedItem};
    /// # fn example(shared: &Chart, new: &[Draft], stated: &[StatedItem]) -> Result<(), pocketchart::CareError> {
    /// let checkup = shared.what_if_beside("2026-11-27", new, (&[Section::Allergies], stated))?;
    /// let grave = checkup.findings.found.iter().filter(|it| it.interrupts());
    /// # let _ = grave.count();
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    /// [`CareError`].
    pub fn what_if_beside(
        &self,
        day: &str,
        new: &[Draft],
        copy: (&[Section], &[StatedItem]),
    ) -> Result<Checkup, CareError> {
        let mut unread = Vec::new();
        let mut statements = Vec::new();
        for (number, draft) in (1..).zip(new) {
            let body = self.finish(draft.clone(), None).map_err(CareError::Draft)?;
            let entry = format!("new-{number}");
            match View::of(&body) {
                Ok(view) => statements.push(Statement { entry, view }),
                Err(_) => {
                    let title = summary(&body).ok().and_then(|facts| facts.title);
                    unread.push(unread_entry(entry, "care-unreadable", title));
                }
            }
        }
        let mut checkup = what_if_held(day, self.held()?.with_copy(copy), &statements)?;
        checkup.findings.not_checked.extend(unread);
        Ok(checkup)
    }

    /// As [`Chart::what_if`], of statements that carry names of their own.
    pub(crate) fn what_if_stated(&self, day: &str, new: &[Statement]) -> Result<Checkup, CareError> {
        what_if_held(day, self.held()?, new)
    }

    /// Which vaccines are due on a day (`YYYY-MM-DD`), and what those given are worth, by CDC's schedule.
    ///
    /// # Errors
    /// [`CareError`].
    pub fn vaccines(&self, day: &str) -> Result<Immunizations, CareError> {
        let (on, held) = (the_day(day)?, self.held()?);
        if held.unseen.vaccines() {
            return Ok(Immunizations {
                forecast: None,
                not_checked: held.unseen.told(),
                items: held.items,
            });
        }
        let read = cdsi::history(&held.statements, held.person)?;
        let forecast = read.history.map(|history| cdsi::forecast(&history, on));
        let mut not_checked = read.not_checked;
        not_checked.extend(held.unread);
        not_checked.extend(held.unseen.told());
        Ok(Immunizations {
            forecast: forecast.transpose()?,
            not_checked,
            items: held.items,
        })
    }

    /// Where each recommended screening stands on a day (`YYYY-MM-DD`).
    ///
    /// # Errors
    /// [`CareError`].
    pub fn screenings(&self, day: &str) -> Result<Screenings, CareError> {
        let (on, held) = (the_day(day)?, self.held()?);
        let screenings = match held.unseen.screenings() {
            true => Vec::new(),
            false => due::screenings(&held.statements, &held.person, on)?,
        };
        let mut not_checked = held.unread;
        not_checked.extend(held.unseen.told());
        Ok(Screenings {
            screenings,
            not_checked,
            items: held.items,
        })
    }

    /// What holds, each side of what sources disagree about, as rules read it.
    pub(crate) fn held(&self) -> Result<Held, CareError> {
        let commit = self.record.commits();
        // What may be read changes with time, without a commit.
        let unseen = Unseen::of(self, &SECTIONS);
        if let Some(held) = self.care.held(commit).filter(|held| held.unseen == unseen) {
            return Ok(held);
        }
        let held = self.read_held(unseen)?;
        self.care.keep(commit, &held);
        Ok(held)
    }

    fn read_held(&self, unseen: Unseen) -> Result<Held, CareError> {
        let mut items = BTreeMap::new();
        let mut wanted: Vec<EntryId> = Vec::new();
        let mut acknowledgements = Vec::new();
        let mut read_now: BTreeMap<EntryId, Row> = BTreeMap::new();
        for section in SECTIONS {
            let (listed, rows) = self.care.listed(self, section)?;
            read_now.extend(rows.into_iter().map(|row| (row.id, row)));
            acknowledgements.extend(listed.acknowledgements);
            for item in listed.items {
                wanted.push(item.id);
                wanted.extend(item.holding_rivals().map(|rival| rival.id));
                items.extend(item.holding_rivals().map(|rival| {
                    let (facts, sources) = (rival.facts.clone(), rival.sources.clone());
                    let view = ItemView {
                        id: rival.id,
                        facts,
                        sources,
                        ..ItemView::clone(&item)
                    };
                    (rival.id.to_text(), Arc::new(view))
                }));
                items.insert(item.id.to_text(), item);
            }
        }
        wanted.sort_unstable();
        wanted.dedup();
        let mut statements = self.care.read_before(&mut wanted);
        let rows = self.rows_among(wanted, read_now)?;
        let mut unread = Vec::new();
        for (row, body) in rows.iter().zip(self.record.bodies(&rows)?) {
            let entry = row.id.to_text();
            match body.as_deref().map(View::of) {
                Some(Ok(view)) => {
                    let view = self.with_medicine(view, row)?;
                    statements.push(Statement { entry, view });
                }
                other => {
                    let id = if other.is_some() {
                        "care-unreadable"
                    } else {
                        "care-not-here"
                    };
                    unread.push(unread_entry(entry, id, crate::facts::of(row).title));
                }
            }
        }
        // In one order, however often it was read.
        statements.sort_by(|one, other| one.entry.cmp(&other.entry));
        Ok(Held {
            unseen,
            statements: Arc::new(statements),
            person: self.person()?,
            items: Arc::new(items),
            unread,
            disputed_copies: BTreeMap::new(),
            acknowledgements: Arc::new(acknowledgements),
        })
    }

    /// The rows of these entries: those that were just read, and the others from the store.
    fn rows_among(
        &self,
        mut wanted: Vec<EntryId>,
        mut read_now: BTreeMap<EntryId, Row>,
    ) -> Result<Vec<Row>, StoreError> {
        let mut rows = Vec::with_capacity(wanted.len());
        wanted.retain(|id| {
            let row = read_now.remove(id);
            let is_missing = row.is_none();
            rows.extend(row);
            is_missing
        });
        rows.extend(self.record.rows_of(&wanted)?.into_iter().flatten());
        rows.sort_unstable_by_key(|row| row.id);
        Ok(rows)
    }

    fn person(&self) -> Result<Person, CareError> {
        let body = self.patient_body().map_err(|error| match error {
            crate::summary::SummaryError::Store(error) => ReadError::Store(error),
            crate::summary::SummaryError::Patient => ReadError::NoSuchEntry,
        })?;
        Ok(match body.as_deref().map(View::of) {
            Some(Ok(View::Patient(patient))) => person_of(&patient),
            _ => Person::default(),
        })
    }

    /// A medicine that stands in a resource of its own is named in those that speak of it.
    fn with_medicine(&self, mut view: View, row: &Row) -> Result<View, StoreError> {
        let name: &mut Option<CodeableConcept> = match &mut view {
            View::MedicationStatement(it) => &mut it.medication_codeable_concept,
            View::MedicationRequest(it) => &mut it.medication_codeable_concept,
            _ => return Ok(view),
        };
        let Some(written) = crate::facts::of(row).medicine.filter(|_| name.is_none()) else {
            return Ok(view);
        };
        let Some(row) = self.referred_by(row, &written)? else {
            return Ok(view);
        };
        let body = self.record.body(&row)?;
        if let Some(Ok(View::Medication(medication))) = body.as_deref().map(View::of) {
            *name = medication.code;
        }
        Ok(view)
    }
}

impl Held {
    /// With what was stated of these sections, as a copy.
    pub(crate) fn with_copy(mut self, (sections, stated): (&[Section], &[StatedItem])) -> Self {
        if sections.is_empty() {
            return self;
        }
        self.unseen.open(sections);
        let mut statements = Vec::clone(&self.statements);
        for (number, item) in (1..).zip(stated) {
            let entry = format!("copy-{number}");
            match View::of(&item.item.body) {
                Ok(View::Patient(patient)) => self.person = person_of(&patient),
                Ok(view) => {
                    if item.item.unreconciled {
                        let title = item.facts.title.clone().unwrap_or_default();
                        self.disputed_copies.insert(entry.clone(), title);
                    }
                    statements.push(Statement { entry, view });
                }
                Err(_) => {
                    let title = item.facts.title.clone();
                    self.unread.push(unread_entry(entry, "care-unreadable", title));
                }
            }
        }
        self.statements = Arc::new(statements);
        self
    }
}

/// What these statements would bring beside those that are held.
fn what_if_held(day: &str, held: Held, new: &[Statement]) -> Result<Checkup, CareError> {
    let on = the_day(day)?;
    let mut findings = medicine::what_if(&held.statements, &held.person, on, new)?;
    findings.not_checked.extend(held.unread);
    held.unseen
        .leave_out(&mut findings.found, &mut findings.not_checked);
    Ok(Checkup {
        findings,
        items: held.items,
        acknowledged: Vec::new(),
    })
}

fn person_of(patient: &pocketchart_fhir::view::Patient) -> Person {
    let born = patient
        .birth_date
        .as_ref()
        .and_then(|date| date.day()?.parse().ok());
    let sex = match patient.gender.as_deref() {
        Some("female") => Some(Sex::Female),
        Some("male") => Some(Sex::Male),
        _ => None,
    };
    Person { born, sex }
}

pub(crate) fn the_day(text: &str) -> Result<Date, ReadError> {
    text.parse().map_err(|_| ReadError::NotADay)
}

fn unread_entry(entry: String, id: &'static str, title: Option<String>) -> NotChecked {
    NotChecked {
        entry: Some(entry),
        why: Text {
            id,
            arguments: vec![("what", title.unwrap_or_default())],
        },
    }
}
