//! From where something comes that is written to the clinic's server: a Provenance, with who said it, who approved it, and of what it was made.

use pocketchart::{
    FhirDateTime, Identifier,
    build::{Author, Build, Origin, TakenOver, Target},
};
use serde::{Deserialize, Serialize};

use super::message::Line;

/// One of several things of which a line was made.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Source {
    /// FHIR's type, where it is a resource.
    pub(crate) kind: Option<String>,
    /// Where it lies on the server: `Type/id`, with the version that was seen.
    pub(crate) place: Option<String>,
    /// A name that it has: system and value.
    pub(crate) name: Option<(String, String)>,
    /// What it is, for people.
    pub(crate) words: Option<String>,
}

/// An approval.
pub(crate) struct Approval<'a> {
    /// The patient of the server: `Patient/id`.
    pub(crate) subject: &'a str,
    /// Who approved it.
    pub(crate) by: &'a str,
    /// When, in seconds since 1970.
    pub(crate) at: u64,
    /// What the clinic is called.
    pub(crate) clinic: &'a str,
}

impl From<&Source> for Origin {
    fn from(it: &Source) -> Self {
        Self {
            resource_type: it.kind.clone(),
            url: it.place.clone(),
            identifier: it.name.clone().map(|(system, value)| Identifier {
                system: Some(system),
                value: Some(value),
            }),
            display: it.words.clone(),
        }
    }
}

impl Approval<'_> {
    /// The Provenance of a line, which lies at `place`; where that is not known yet, under its name.
    pub(crate) fn attest(&self, line: &Line, place: Option<&str>) -> Option<Vec<u8>> {
        let seconds = i64::try_from(self.at).ok()?;
        let recorded = jiff::Timestamp::from_second(seconds).ok()?;
        let named = |name: &str| Author {
            reference: None,
            name: Some(name.to_owned()),
        };
        let made = |it: &Line| Origin {
            identifier: Some(it.source()),
            ..Origin::default()
        };
        let record = TakenOver {
            id: line.provenance.clone(),
            target: Target {
                resource_type: line.kind.clone(),
                url: place.map(str::to_owned),
                identifier: line.identifier(),
            },
            recorded: FhirDateTime::new(recorded.to_string()),
            said_by: match &line.said_by {
                Some(name) => named(name),
                None => Author {
                    reference: Some(self.subject.to_owned()),
                    name: None,
                },
            },
            approved_by: named(self.by),
            clinic: self.clinic.to_owned(),
            origins: match line.sources.is_empty() {
                true => vec![made(line)],
                false => line.sources.iter().map(Origin::from).collect(),
            },
        };
        record.build().ok()
    }
}
