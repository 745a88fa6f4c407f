//! What was decided, as it is kept and told to others: IHE's profile RECON, a list of what holds and from what each decision was made.

use pocketchart::{
    Draft, FhirDateTime, Identifier, Resource, Section,
    build::{Author, Concept, DecidedBy, DecisionRecord, Linking, Listed, ReconciledList, Stated, Target},
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{LineDecision, kept::Said};
use crate::{bridge::Link, visit::Said as SaidBy};

/// The system of the names of entries.
const ENTRY: &str = "urn:pocketchart:entry";

/// One act of a clinician's.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub(crate) struct Reconciled {
    /// The section.
    section: String,
    /// The clinic's own system: its address.
    base: String,
    /// The patient of the system: `Patient/id`.
    patient: String,
    /// The decisions.
    lines: Vec<LineDecision>,
    /// The statements that they are about, as they were seen.
    sources: Vec<Seen>,
    /// The entries that held in the chart, and those that were decided about.
    entries: Vec<EntrySeen>,
    /// The statements that become entries, and medicines that they name.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schema(ignore)]
    taken: Vec<Said>,
    /// Whether the patient lets the clinic keep this in the chart, too.
    told: bool,
}

/// What is needed of an act beside the decisions.
pub(crate) struct Basis<'a> {
    /// What was read.
    pub(crate) said: &'a [&'a Said],
    /// What becomes entries.
    pub(crate) taken: Vec<Said>,
    /// The entries of the chart.
    pub(crate) entries: Vec<EntrySeen>,
    /// Whether the patient lets the clinic keep it in the chart, too.
    pub(crate) told: bool,
}

/// A statement of the system, as it was seen.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
struct Seen {
    /// `Type/id`.
    id: String,
    /// Its version, as HTTP names it.
    etag: Option<String>,
    /// The hash of its bytes.
    hash: String,
}

/// An entry of the chart, as it was seen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub(crate) struct EntrySeen {
    /// Names it.
    pub(super) id: String,
    /// FHIR's type.
    pub(super) r#type: String,
    /// Whether it held.
    pub(super) holds: bool,
}

impl Reconciled {
    /// Of decisions that can be made.
    pub(crate) fn new(section: Section, link: &Link, lines: Vec<LineDecision>, basis: Basis<'_>) -> Self {
        let seen = |id: &str| basis.said.iter().find(|it| it.id() == Some(id));
        let sources = lines.iter().filter_map(|line| {
            let said = seen(line.system()?)?;
            Some(Seen {
                id: said.id()?.to_owned(),
                etag: said.etag.clone(),
                hash: said.hash.clone(),
            })
        });
        let mut sources: Vec<Seen> = sources.collect();
        sources.sort_by(|a, b| a.id.cmp(&b.id));
        sources.dedup_by(|a, b| a.id == b.id);
        Self {
            section: section.name().to_owned(),
            base: link.base.clone(),
            patient: link.reference(),
            sources,
            lines,
            entries: basis.entries,
            taken: basis.taken,
            told: basis.told,
        }
    }

    /// The statements that become entries, byte for byte as they came.
    pub(crate) fn taken(&self) -> Vec<Resource> {
        self.taken.iter().filter_map(Said::resource).collect()
    }

    /// Where they came from, for people.
    pub(crate) fn from(&self, by: &SaidBy<'_>) -> String {
        format!("{} ({})", self.base, by.by)
    }

    /// Whether anything of it goes into the chart.
    pub(crate) fn is_for_the_chart(&self) -> bool {
        self.told || !self.taken.is_empty()
    }

    /// Forgets what was only needed to write it.
    pub(crate) fn written(mut self) -> Self {
        self.taken.clear();
        self
    }

    /// The entries that tell of it.
    pub(crate) fn drafts(&self, by: &SaidBy<'_>) -> Vec<Draft> {
        if !self.told {
            return Vec::new();
        }
        let holds = self.entries.iter().filter(|it| it.holds).map(EntrySeen::target);
        let taken = self.taken_ids().map(|id| self.source(id));
        let entries: Vec<Listed> = holds
            .chain(taken)
            .map(|target| Listed { target, flag: None })
            .collect();
        let mut drafts = Vec::new();
        if !entries.is_empty() {
            drafts.push(Draft::Reconciled(ReconciledList {
                stated: Stated {
                    by: Some(author(by)),
                    ..Stated::default()
                },
                title: format!("Reconciled {}", self.section.replace('-', " ")),
                what: Concept::words(self.section.replace('-', " ")),
                date: FhirDateTime::new(by.at),
                entries,
            }));
        }
        let lines = self.lines.iter().map(|line| self.decision(line, by));
        drafts.extend(lines.map(Draft::Decision));
        drafts
    }

    fn taken_ids(&self) -> impl Iterator<Item = &str> {
        self.lines.iter().filter_map(|line| match line {
            LineDecision::Take { system, .. } => Some(system.as_str()),
            _ => None,
        })
    }

    fn decision(&self, line: &LineDecision, by: &SaidBy<'_>) -> DecisionRecord {
        let named = |id: &str| self.entries.iter().find(|it| it.id == id).map(EntrySeen::target);
        let ours = line.entry().and_then(named);
        let about: Vec<Target> = ours
            .into_iter()
            .chain(line.system().map(|it| self.source(it)))
            .collect();
        let (linking, decision) = match line {
            LineDecision::Same { .. } => (Linking::Linked, "One thing"),
            LineDecision::Different { .. } => (Linking::Unlinked, "Two things"),
            LineDecision::Take { .. } => (Linking::Linked, "Taken into the patient's chart"),
            LineDecision::Write { .. } => (Linking::Linked, "Approved for the clinic's own system"),
            LineDecision::LeaveStatement { .. } => (Linking::Unlinked, "Left in the clinic's own system"),
            LineDecision::LeaveEntry { .. } => (Linking::Unlinked, "Left in the patient's chart"),
        };
        DecisionRecord {
            id: String::new(),
            targets: about.clone(),
            recorded: FhirDateTime::new(by.at),
            by: DecidedBy::Person(author(by)),
            linking,
            decision: decision.to_owned(),
            reason: line.reason().map(str::to_owned),
            sources: about,
        }
    }

    /// A statement of the system, in the version that was seen.
    fn source(&self, id: &str) -> Target {
        let seen = self.sources.iter().find(|it| it.id == id);
        let version = seen.and_then(|it| it.etag.as_deref()).map(|it| {
            let version = it.trim_start_matches("W/").trim_matches('"');
            format!("/_history/{version}")
        });
        Target {
            resource_type: id.split('/').next().unwrap_or_default().to_owned(),
            url: Some(format!("{}/{id}{}", self.base, version.unwrap_or_default())),
            identifier: Identifier::default(),
        }
    }
}

impl EntrySeen {
    fn target(&self) -> Target {
        Target {
            resource_type: self.r#type.clone(),
            url: None,
            identifier: Identifier {
                system: Some(ENTRY.to_owned()),
                value: Some(self.id.clone()),
            },
        }
    }
}

fn author(by: &SaidBy<'_>) -> Author {
    Author {
        reference: None,
        name: Some(by.by.to_owned()),
    }
}
