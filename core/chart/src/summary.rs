//! The record as an International Patient Summary: what a stranger's system can read.

use crate::audit;
use crate::chart::Chart;
use crate::import::referred;
use crate::item::{ItemState, ItemView};
use crate::list::ListOptions;
use crate::read::ReadError;
use crate::store;
use crate::time;
use pocketchart_fhir::ips::{Ips, IpsEntry, IpsInput, IpsSection, IpsWords, ips, references};
use pocketchart_record::{EntryId, Millis, Row, Section, Source, StoreError};
use pocketchart_share::audit::{Action, AuditEvent};
use std::collections::{BTreeMap, BTreeSet};

/// The program's name in what it makes.
const SOFTWARE: &str = concat!("Pocketchart ", env!("CARGO_PKG_VERSION"));

/// What of a summary may stand in it, and whether what is over belongs to it.
pub(crate) const SECTIONS: [(Section, bool); 9] = [
    (Section::Allergies, false),
    (Section::Medications, false),
    (Section::Problems, true),
    (Section::Immunizations, true),
    (Section::Procedures, true),
    (Section::Results, true),
    (Section::Vitals, true),
    (Section::CarePlan, false),
    // How the person lives stands beside who they are.
    (Section::Profile, false),
];

/// A summary of the record.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PatientSummary {
    /// The document Bundle: JSON in UTF-8. It is not sealed.
    pub bytes: Vec<u8>,
    /// How many statements each section has.
    pub counts: BTreeMap<IpsSection, usize>,
    /// Results and vital signs of which a newer one of the same kind is there.
    pub older: usize,
    /// Entries that have no place in a summary.
    pub left_out: usize,
    /// Entries whose content has not come from another device yet.
    pub missing: usize,
}

/// The summary was not made.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum SummaryError {
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The statements about the person cannot be read.
    #[error("the statements about the person cannot be read")]
    Patient,
}

impl SummaryError {
    /// The id of the message that explains it.
    pub fn id(&self) -> &'static str {
        match self {
            SummaryError::Store(error) => store::message_id(error),
            SummaryError::Patient => "summary-patient",
        }
    }
}

impl From<ReadError> for SummaryError {
    fn from(error: ReadError) -> Self {
        match error {
            ReadError::Store(error) => SummaryError::Store(error),
            _ => SummaryError::Store(StoreError::Altered("list")),
        }
    }
}

/// What goes in, and under which name others refer to it.
#[derive(Default)]
pub(crate) struct Gathered {
    pub(crate) entries: Vec<IpsEntry>,
    rows: Vec<Row>,
    /// System and id of a resource's source, and its name in the document.
    names: BTreeMap<(String, String), String>,
    taken: BTreeSet<EntryId>,
    older: usize,
    missing: usize,
}

impl Chart {
    /// Makes a summary of what holds: allergies, medicines that are taken, problems and those that are over, vaccines, procedures,
    /// plans, and the newest result and vital sign of each kind. Statements that contradict each other are all there, marked.
    /// Nothing from the section *sensitive* is. The log says so before it is given.
    ///
    /// # Errors
    /// [`SummaryError`].
    pub fn make_summary(&mut self, words: &IpsWords) -> Result<PatientSummary, SummaryError> {
        let begun = self.audit_begin(AuditEvent {
            sections: SECTIONS.iter().map(|(section, _)| *section).collect(),
            ..AuditEvent::new(Action::Exported)
        })?;
        let result = self.summarised(words);
        let count = result
            .as_ref()
            .map_or(0, |it| it.counts.values().sum::<usize>() as u64);
        self.audit_close(begun, audit::outcome(&result), count)?;
        result
    }

    /// The items that hold in these sections.
    ///
    /// # Errors
    /// What the store says.
    pub fn listed(&self, sections: &[Section]) -> Result<Vec<(Section, Vec<ItemView>)>, ReadError> {
        let held = |section: &Section| Ok((*section, self.what_holds(*section, false)?));
        sections.iter().map(held).collect()
    }

    /// The items that hold in these sections, to be printed for somebody. The log says so beforehand.
    ///
    /// # Errors
    /// What the store says.
    pub fn listed_to_give(
        &mut self,
        sections: &[Section],
    ) -> Result<Vec<(Section, Vec<ItemView>)>, ReadError> {
        let listed = self.listed(sections)?;
        self.audit_note(AuditEvent {
            sections: sections.to_vec(),
            count: listed.iter().map(|(_, items)| items.len() as u64).sum(),
            ..AuditEvent::new(Action::Exported)
        })?;
        Ok(listed)
    }

    /// The time, by this device's clock.
    pub fn now(&self) -> Millis {
        self.home.context().now()
    }

    /// What of these sections may go out, the newest result and vital sign of each kind, with references between them found.
    pub(crate) fn gathered(&self, sections: &[(Section, bool)]) -> Result<Gathered, SummaryError> {
        let (mut gathered, mut wanted) = (Gathered::default(), Vec::new());
        for (section, with_past) in sections {
            let mut items = self.what_holds(*section, *with_past)?;
            items.retain(|item| item.facts.resource_type != "Patient");
            if matches!(section, Section::Results | Section::Vitals) {
                let all = items.len();
                newest_of_each(&mut items);
                gathered.older += all - items.len();
            }
            for item in items {
                let disagree = item.state == ItemState::Unreconciled;
                let rivals = item
                    .holding_rivals()
                    .map(|it| (it.id, it.facts.title.clone(), disagree));
                wanted.extend(rivals);
                wanted.push((item.id, item.facts.title, disagree));
            }
        }
        self.gather(&mut gathered, wanted)?;
        self.link(&mut gathered)?;
        Ok(gathered)
    }

    pub(crate) fn summarised(&self, words: &IpsWords) -> Result<PatientSummary, SummaryError> {
        let gathered = self.gathered(&SECTIONS)?;
        let patient = self.patient_body()?;
        let url = || format!("urn:uuid:{}", self.new_uuid());
        let (identifier, names) = (url(), [url(), url(), url()]);
        let Ips {
            bytes,
            counts,
            left_out,
        } = ips(&IpsInput {
            identifier: &identifier,
            timestamp: &time::fhir_instant(self.home.context().now()),
            software: SOFTWARE,
            patient: patient.as_deref(),
            names: names.each_ref().map(String::as_str),
            entries: &gathered.entries,
            words,
        })
        .map_err(|_| SummaryError::Patient)?;
        Ok(PatientSummary {
            bytes,
            counts,
            older: gathered.older,
            left_out: left_out.len(),
            missing: gathered.missing,
        })
    }

    /// Takes entries in, each once, with their titles and whether sources disagree.
    fn gather(
        &self,
        gathered: &mut Gathered,
        wanted: Vec<(EntryId, Option<String>, bool)>,
    ) -> Result<(), SummaryError> {
        let (mut rows, mut said) = (Vec::new(), Vec::new());
        let ids: Vec<EntryId> = wanted.iter().map(|(id, ..)| *id).collect();
        for ((id, title, disagree), row) in wanted.into_iter().zip(self.record.rows_of(&ids)?) {
            let Some(row) = row else { continue };
            if row.entry.kind.starts_with(crate::bodies::FHIR) && gathered.taken.insert(id) {
                rows.push(row);
                said.push((title, disagree));
            }
        }
        let bodies = self.record.bodies(&rows)?;
        for ((row, (title, disagree)), body) in rows.into_iter().zip(said).zip(bodies) {
            let Some(body) = body else {
                gathered.missing += 1;
                continue;
            };
            let full_url = self.new_url();
            if let Some(source) = &row.entry.source {
                let name = (source.system.clone(), source.id.clone());
                gathered.names.insert(name, full_url.clone());
            }
            gathered.entries.push(IpsEntry {
                full_url,
                body,
                title,
                disagree,
                links: BTreeMap::new(),
            });
            gathered.rows.push(row);
        }
        Ok(())
    }

    /// Leads references between what goes in to where they lead; medicines that stand in a resource of their own come along.
    fn link(&self, gathered: &mut Gathered) -> Result<(), SummaryError> {
        for number in 0..gathered.entries.len() {
            let (Some(entry), Some(row)) = (gathered.entries.get(number), gathered.rows.get(number)) else {
                continue;
            };
            let system = row.entry.source.as_ref().map(|it| it.system.clone());
            let medicine = crate::facts::of(row).medicine;
            let mut links = BTreeMap::new();
            for written in references(&entry.body) {
                let Some(source) = referred(system.as_deref(), &written) else {
                    continue;
                };
                let name = (source.system.clone(), source.id.clone());
                if !gathered.names.contains_key(&name) && medicine.as_ref() == Some(&written) {
                    self.bring_along(gathered, &source)?;
                }
                if let Some(url) = gathered.names.get(&name) {
                    links.insert(written, url.clone());
                }
            }
            if let Some(entry) = gathered.entries.get_mut(number) {
                entry.links = links;
            }
        }
        Ok(())
    }

    fn bring_along(&self, gathered: &mut Gathered, source: &Source) -> Result<(), SummaryError> {
        match self.record.from_source(source)? {
            Some(found) => self.gather(gathered, vec![(found.id, None, false)]),
            None => Ok(()),
        }
    }

    /// The newest statement of who the person is.
    pub(crate) fn patient_body(&self) -> Result<Option<Vec<u8>>, SummaryError> {
        let whole = ListOptions {
            limit: usize::MAX,
            ..ListOptions::default()
        };
        let items = self.list(Section::Profile, &whole)?.items;
        let is_patient = |it: &&ItemView| it.facts.resource_type == "Patient";
        let Some(item) = items.iter().find(is_patient) else {
            return Ok(None);
        };
        match self.record.row(&item.id)? {
            Some(row) => Ok(self.record.body(&row)?),
            None => Ok(None),
        }
    }
}

/// Leaves the newest of each code; what has no code stays.
fn newest_of_each(items: &mut Vec<ItemView>) {
    let mut newest: BTreeMap<(String, String), String> = BTreeMap::new();
    let name = |it: &ItemView| {
        it.facts
            .code
            .as_ref()
            .map(|code| (code.system.clone().unwrap_or_default(), code.code.clone()))
    };
    for item in items.iter() {
        if let Some(name) = name(item) {
            let known = newest.entry(name).or_default();
            *known = item.when.clone().max(std::mem::take(known));
        }
    }
    items.retain(|it| name(it).is_none_or(|name| newest.get(&name) == Some(&it.when)));
}
