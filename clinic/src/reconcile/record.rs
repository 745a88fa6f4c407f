//! What was decided, as it is kept and told to others: IHE's profile RECON, a list of what holds and from what each decision was made.

use pocketchart::{
    Draft, FhirDateTime, Identifier, Resource, Section,
    build::{Author, Concept, DecidedBy, DecisionRecord, Linking, Listed, ReconciledList, Stated, Target},
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{
    LineDecision,
    kept::{Reading, Said},
    view::SectionBeside,
};
use crate::{
    bridge::{Link, Source},
    visit::{Said as SaidBy, instant},
};

/// The system of the names of entries.
pub(super) const ENTRY: &str = "urn:pocketchart:entry";
/// The system of names that are URIs.
pub(super) const URI: &str = "urn:ietf:rfc:3986";

/// One act of a clinician's.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub(crate) struct Reconciled {
    /// The section.
    section: String,
    /// The clinic's own system: its address.
    base: String,
    /// The patient of the system: `Patient/id`.
    patient: String,
    /// When the system was read, in seconds since 1970.
    #[serde(default)]
    read: Option<u64>,
    /// The decisions.
    pub(super) lines: Vec<LineDecision>,
    /// The statements that they are about, as they were seen.
    pub(super) sources: Vec<Seen>,
    /// The entries that held in the chart, and those that were decided about.
    pub(super) entries: Vec<EntrySeen>,
    /// The statements that become entries, and medicines that they name.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schema(ignore)]
    taken: Vec<Said>,
    /// Whether the patient lets the clinic keep this in the chart, too.
    told: bool,
}

/// What is needed of an act beside the decisions.
pub(crate) struct Basis<'a> {
    /// The two beside one another, as they were seen.
    pub(crate) beside: &'a SectionBeside,
    /// That the system was read.
    pub(crate) reading: &'a Reading,
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
pub(super) struct Seen {
    /// `Type/id`.
    pub(super) id: String,
    /// Its version, as HTTP names it.
    etag: Option<String>,
    /// The hash of its bytes.
    hash: String,
    /// Whether it held.
    #[serde(default)]
    pub(super) holds: bool,
    /// Whether it was over.
    #[serde(default)]
    pub(super) past: bool,
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
    /// Whether it was over.
    #[serde(default)]
    pub(super) past: bool,
    /// What the system said of the same thing, where nobody had to decide that: `Type/id`.
    #[serde(default)]
    pub(super) there: Option<String>,
}

impl Reconciled {
    /// Of decisions that can be made.
    pub(crate) fn new(section: Section, link: &Link, lines: Vec<LineDecision>, basis: Basis<'_>) -> Self {
        let seen = |id: &str| basis.said.iter().find(|it| it.id() == Some(id));
        let sources = lines.iter().filter_map(|line| {
            let said = seen(line.system()?)?;
            let (holds, past) = basis.beside.standing_of(said.id()?);
            Some(Seen {
                id: said.id()?.to_owned(),
                etag: said.etag.clone(),
                hash: said.hash.clone(),
                holds,
                past,
            })
        });
        let mut sources: Vec<Seen> = sources.collect();
        sources.sort_by(|a, b| a.id.cmp(&b.id));
        sources.dedup_by(|a, b| a.id == b.id);
        Self {
            section: section.name().to_owned(),
            base: link.base.clone(),
            patient: link.reference(),
            read: Some(basis.reading.at()),
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
            .map(|target| Listed {
                target,
                display: None,
                flag: None,
            })
            .collect();
        let mut drafts = Vec::new();
        if !entries.is_empty() {
            drafts.push(Draft::Reconciled(ReconciledList {
                stated: Stated {
                    by: Some(author(by.by)),
                    ..Stated::default()
                },
                title: self.title(),
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
        let (linking, decision) = said(line);
        DecisionRecord {
            id: String::new(),
            targets: about.clone(),
            recorded: FhirDateTime::new(by.at),
            by: DecidedBy::Person(author(by.by)),
            linking,
            decision: decision.to_owned(),
            reason: line.reason().map(str::to_owned),
            sources: about,
        }
    }

    /// A statement of the system, in the version that was seen.
    fn source(&self, id: &str) -> Target {
        let seen = self.sources.iter().find(|it| it.id == id);
        let place = seen.map_or_else(|| id.to_owned(), Seen::versioned);
        Target {
            resource_type: type_of(id).to_owned(),
            url: Some(format!("{}/{place}", self.base)),
            identifier: Identifier::default(),
        }
    }

    /// What a person reads above the list of what holds.
    pub(super) fn title(&self) -> String {
        format!("Reconciled {}", self.section.replace('-', " "))
    }

    /// The section.
    pub(crate) fn section(&self) -> Option<Section> {
        Section::from_name(&self.section)
    }

    /// Whether it is about this patient of this system.
    pub(crate) fn is_of(&self, link: &Link) -> bool {
        self.base == link.base && self.patient == link.reference()
    }

    /// The systems of which it was made, and when each was read.
    pub(super) fn systems(&self, at: &str) -> [Source; 2] {
        let read = self.read.map(|it| format!(", read at {}", instant(it)));
        let theirs = Source {
            name: Some((URI.to_owned(), self.base.clone())),
            words: Some(format!("The clinic's own system{}", read.unwrap_or_default())),
            ..Source::default()
        };
        let ours = Source {
            words: Some(format!("The patient's own chart, read at {at}")),
            ..Source::default()
        };
        [theirs, ours]
    }
}

impl Seen {
    /// Where it lies, in the version that was seen.
    pub(super) fn versioned(&self) -> String {
        let version = self.etag.as_deref().map(|it| {
            let version = it.trim_start_matches("W/").trim_matches('"');
            format!("/_history/{version}")
        });
        format!("{}{}", self.id, version.unwrap_or_default())
    }
}

/// What a decision says, and what became of the statements.
pub(super) fn said(line: &LineDecision) -> (Linking, &'static str) {
    match line {
        LineDecision::Same { .. } => (Linking::Linked, "One thing"),
        LineDecision::Different { .. } => (Linking::Unlinked, "Two things"),
        LineDecision::Take { .. } => (Linking::Linked, "Taken into the patient's chart"),
        LineDecision::Write { .. } => (Linking::Linked, "Approved for the clinic's own system"),
        LineDecision::LeaveStatement { .. } => (Linking::Unlinked, "Left in the clinic's own system"),
        LineDecision::LeaveEntry { .. } => (Linking::Unlinked, "Left in the patient's chart"),
    }
}

/// FHIR's type of `Type/id`.
pub(super) fn type_of(place: &str) -> &str {
    place.split('/').next().unwrap_or_default()
}

impl EntrySeen {
    fn target(&self) -> Target {
        Target {
            resource_type: self.r#type.clone(),
            url: None,
            identifier: self.name(),
        }
    }

    /// Its name in the record.
    pub(super) fn name(&self) -> Identifier {
        Identifier {
            system: Some(ENTRY.to_owned()),
            value: Some(self.id.clone()),
        }
    }
}

pub(super) fn author(name: &str) -> Author {
    Author {
        reference: None,
        name: Some(name.to_owned()),
    }
}
