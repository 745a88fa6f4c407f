//! What was joined and decided, told to other systems as IHE's profile RECON does: for each section a List of what holds, and a
//! Provenance for each decision and for each thing that several sources say alike.

use crate::chart::Chart;
use crate::draft::uuid;
use crate::facts;
use crate::group::{Item, Settled, Statement};
use crate::item::ItemState;
use crate::provenance::{Written, target};
use crate::read::ReadError;
use crate::time;
use pocketchart_fhir::build::{
    Author, Build, Concept, DecidedBy, DecisionRecord, Linking, Listed, ReconciledList, Stated, Target,
};
use pocketchart_fhir::ips::IpsSection;
use pocketchart_fhir::reading::address;
use pocketchart_record::cbor::from_bytes;
use pocketchart_record::{Answer, EntryId, Reconciliation, Row, Section, StoreError};
use std::collections::BTreeMap;
use std::sync::Arc;

/// The system of the names of what is made here.
const SYSTEM: &str = "urn:pocketchart:reconciled";
/// Types that speak of statements and are none.
const ABOUT_OTHERS: [&str; 2] = ["List", "Provenance"];

impl Chart {
    /// The sections in which several sources were joined, or somebody decided.
    ///
    /// # Errors
    /// What the store says.
    pub fn reconciled_sections(&self) -> Result<Vec<Section>, ReadError> {
        let mut sections = Vec::new();
        for section in Section::ALL {
            if !self.reconciled(section)?.is_empty() {
                sections.push(section);
            }
        }
        Ok(sections)
    }

    /// What was joined and decided in a section: nothing where nothing was.
    pub(crate) fn reconciled(&self, section: Section) -> Result<Vec<Written>, StoreError> {
        let items = self.current_items(section)?;
        let mut decisions = Vec::new();
        for row in self.decisions_written(section)? {
            if self.is_decided(&row)
                && let Ok(said) = from_bytes::<Reconciliation>(&row.derived)
            {
                decisions.push((row, said));
            }
        }
        let names = Names::of(&items);
        let mut records = Vec::new();
        for (row, said) in &decisions {
            records.extend(self.decision(row, said, &names)?);
        }
        for statement in items.iter().flat_map(|it| &it.statements) {
            records.extend(joined(statement, &decisions, &names));
        }
        if records.is_empty() {
            return Ok(records);
        }
        let list = self.list_of(section, &items, &decisions, &names)?;
        Ok(list.into_iter().chain(records).collect())
    }

    fn list_of(
        &self,
        section: Section,
        items: &[Arc<Item>],
        decisions: &[(Row, Reconciliation)],
        names: &Names,
    ) -> Result<Option<Written>, StoreError> {
        let mut entries = Vec::new();
        let mut newest = decisions.iter().map(|(row, _)| row.entry.recorded).max();
        for item in items {
            for statement in item
                .statements
                .iter()
                .filter(|it| it.settled != Settled::SetAside)
            {
                let Some(lead) = statement.members.first() else {
                    continue;
                };
                let about_others = ABOUT_OTHERS.contains(&facts::resource_type(&lead.row.entry.kind));
                let state = self.state(&lead.row, &lead.facts, item.is_unreconciled())?;
                if about_others || !matches!(state, ItemState::Current | ItemState::Unreconciled) {
                    continue;
                }
                let recorded = statement.members.iter().map(|it| it.row.entry.recorded);
                newest = newest.max(recorded.max());
                let flag = match state {
                    ItemState::Unreconciled => Some("Statements about this disagree, and nobody has decided"),
                    _ if !item.probable.is_empty() => {
                        Some("Perhaps the same as another entry; nobody has decided")
                    }
                    _ => None,
                };
                entries.push(Listed {
                    target: names.target(&lead.row),
                    display: None,
                    flag: flag.map(str::to_owned),
                });
            }
        }
        let patient = self.subject()?;
        // By the record, which stays the same when another system's name for the person comes in.
        let record = self.record.id().0;
        let name = format!("{}/{}", uuid(record), section.name());
        let url = address(SYSTEM, &name, "List");
        let list = ReconciledList {
            stated: Stated {
                id: Some(id_of(&url)),
                by: Some(Author {
                    reference: Some(patient.clone()),
                    name: None,
                }),
                ..Stated::about(patient)
            },
            title: format!("Reconciled {}", section.name().replace('-', " ")),
            what: section_code(section),
            date: time::fhir_instant(newest.unwrap_or_default()),
            entries,
        };
        Ok(written(url, &list))
    }

    fn decision(
        &self,
        row: &Row,
        said: &Reconciliation,
        names: &Names,
    ) -> Result<Option<Written>, StoreError> {
        let side = |ids: &[EntryId]| -> Result<Vec<Target>, StoreError> {
            let rows = self.record.rows_of(ids)?.into_iter().flatten();
            Ok(rows.map(|row| names.target(&row)).collect())
        };
        let (first, second) = (side(&said.first)?, side(&said.second)?);
        let sources = [first.clone(), second.clone()].concat();
        let (decision, targets) = match said.answer {
            Answer::Same => ("One thing", sources.clone()),
            Answer::Different => ("Two things", sources.clone()),
            Answer::FirstIsRight => ("One thing, and the first source is right", first),
            Answer::Both => ("One thing, and both sources are right", sources.clone()),
        };
        let url = address(SYSTEM, &row.id.to_text(), "Provenance");
        let record = DecisionRecord {
            id: id_of(&url),
            targets,
            recorded: time::fhir_instant(row.entry.recorded),
            by: DecidedBy::Person(self.fhir_author(row.author)?),
            linking: match said.answer {
                Answer::Different => Linking::Unlinked,
                Answer::Same | Answer::FirstIsRight | Answer::Both => Linking::Linked,
            },
            decision: decision.to_owned(),
            reason: row.entry.reason.clone(),
            sources,
        };
        Ok(written(url, &record))
    }
}

/// That several sources say one thing alike, unless a person said that it is one.
fn joined(statement: &Statement, decisions: &[(Row, Reconciliation)], names: &Names) -> Option<Written> {
    let rows: Vec<&Row> = statement.members.iter().map(|it| &it.row).collect();
    let holds = |ids: &[EntryId]| ids.iter().any(|id| rows.iter().any(|row| row.id == *id));
    let decided = decisions
        .iter()
        .any(|(_, said)| said.answer.joins() && holds(&said.first) && holds(&said.second));
    if rows.len() < 2 || decided {
        return None;
    }
    let alike = statement.is_said_alike();
    let mut ids: Vec<String> = rows.iter().map(|row| row.id.to_text()).collect();
    ids.sort();
    let url = address(SYSTEM, &ids.join(" "), "Provenance");
    let record = DecisionRecord {
        id: id_of(&url),
        targets: rows.first().map(|row| names.target(row)).into_iter().collect(),
        recorded: time::fhir_instant(rows.iter().map(|row| row.entry.recorded).max()?),
        by: DecidedBy::Program("Pocketchart".to_owned()),
        linking: Linking::Linked,
        decision: match alike {
            true => "One thing: the sources say the same".to_owned(),
            false => "One thing: no source contradicts what the first one says".to_owned(),
        },
        reason: None,
        sources: rows.iter().map(|row| names.target(row)).collect(),
    };
    written(url, &record)
}

/// How entries are referred to: by their address, where it names one entry alone.
struct Names(BTreeMap<String, usize>);

impl Names {
    fn of(items: &[Arc<Item>]) -> Self {
        let mut count = BTreeMap::new();
        for member in items.iter().flat_map(|it| it.members()) {
            if let Some(url) = target(&member.row).url {
                *count.entry(url).or_default() += 1;
            }
        }
        Self(count)
    }

    fn target(&self, row: &Row) -> Target {
        let mut target = target(row);
        target.url = target.url.filter(|url| self.0.get(url) == Some(&1));
        target
    }
}

fn id_of(url: &str) -> String {
    url.trim_start_matches("urn:uuid:").to_owned()
}

/// What cannot be written is none: every field has been written before.
fn written(url: String, what: &impl Build) -> Option<Written> {
    what.build().ok().map(|bytes| Written { url, bytes })
}

/// What the list of a section is called by LOINC, as far as it has a code.
pub fn section_code(section: Section) -> Concept {
    let (code, display) = match section {
        Section::Allergies => IpsSection::Allergies,
        Section::Medications => IpsSection::Medications,
        Section::Problems => IpsSection::Problems,
        Section::Immunizations => IpsSection::Immunizations,
        Section::Procedures => IpsSection::Procedures,
        Section::Results => IpsSection::Results,
        Section::Vitals => IpsSection::VitalSigns,
        Section::CarePlan => IpsSection::PlanOfCare,
        other => return Concept::words(other.name()),
    }
    .code();
    Concept::coded("http://loinc.org", code, display)
}
