//! All that a chart knows of one entry: who says so and by what, what was said before, and who disagrees.

use pocketchart::{
    Act, Author, EntryId, Millis, Proof, ReadError, Remark, Rival, RivalStanding, SourceMark, Version,
};
use serde::Serialize;
use utoipa::ToSchema;

use super::{
    Content,
    banner::Source as Place,
    entry::{Entry, Facts, Source},
};
use crate::store::StoreError;

/// An entry with its history.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(crate) struct EntryPage {
    /// Its section.
    pub(crate) section: &'static str,
    #[serde(flatten)]
    entry: Entry,
    /// Who says so, and by what it came.
    told: Vec<Told>,
    /// Everything that was said of it, oldest first.
    history: Vec<Said>,
    /// What others say of the same thing.
    statements: Vec<Beside>,
    /// Who disagrees, and why.
    disputes: Vec<Step>,
    /// Who agrees.
    confirmations: Vec<Step>,
    /// Changes that others propose.
    proposals: Vec<Said>,
    /// Other entries that may be the same thing, which nobody has decided.
    perhaps_same: u64,
}

/// Who says something, and by what it came.
#[derive(Clone, Debug, Serialize, ToSchema)]
struct Told {
    #[serde(flatten)]
    source: Source,
    /// The device that signed it.
    device: Option<String>,
    /// The system that it was imported from.
    system: Option<String>,
    /// Who issued the card, or where the link led, by which it came; none where it came by neither.
    issuer: Option<String>,
    /// Of such a card: `none` for no signature, `signed` for one that held, `listed` for one by an issuer on a list.
    proof: Option<&'static str>,
    /// The name on that list.
    listed: Option<String>,
}

/// What somebody did to an entry.
#[derive(Clone, Debug, Serialize, ToSchema)]
struct Step {
    /// `correct`, `retract`, `confirm`, `dispute` or `resolve`; none for what was stated first, and for a newer copy.
    act: Option<&'static str>,
    #[serde(flatten)]
    source: Source,
    /// On which device.
    device: Option<String>,
    /// Why.
    reason: Option<String>,
}

/// A statement in the history.
#[derive(Clone, Debug, Serialize, ToSchema)]
struct Said {
    #[serde(flatten)]
    step: Step,
    /// What it states; none where it only speaks of others.
    facts: Option<Facts>,
}

/// Another statement of the same thing.
#[derive(Clone, Debug, Serialize, ToSchema)]
struct Beside {
    facts: Facts,
    sources: Vec<Source>,
    /// `contradicts`, `also-right` or `set-aside`.
    standing: &'static str,
}

impl From<&SourceMark> for Told {
    fn from(it: &SourceMark) -> Self {
        let origin = it.origin.as_ref();
        Self {
            source: it.into(),
            device: it.device.clone(),
            // A file that names no system has no name that says anything.
            system: it.system.clone().filter(|it| it.starts_with("http")),
            issuer: origin.map(|it| it.from.clone()),
            proof: origin.map(|it| it.proof.name()),
            listed: origin.and_then(|it| match &it.proof {
                Proof::Listed { name } => Some(name.clone()),
                Proof::None | Proof::Signed => None,
            }),
        }
    }
}

impl From<&Remark> for Step {
    fn from(it: &Remark) -> Self {
        Self {
            act: it.act.map(|it| match it {
                Act::Correct => "correct",
                Act::Retract => "retract",
                Act::Confirm => "confirm",
                Act::Dispute => "dispute",
                Act::Resolve => "resolve",
            }),
            source: source(&it.author, it.at),
            device: it.device.clone(),
            reason: it.reason.clone(),
        }
    }
}

fn source(author: &Author, at: Millis) -> Source {
    Source {
        name: author.name.clone(),
        patient: author.is_patient,
        you: author.is_you,
        who: None,
        recorded: at,
    }
}

impl From<&Version> for Said {
    fn from(it: &Version) -> Self {
        Self {
            step: (&it.remark).into(),
            facts: it.facts.as_ref().map(Facts::from),
        }
    }
}

impl From<&Rival> for Beside {
    fn from(it: &Rival) -> Self {
        Self {
            facts: (&it.facts).into(),
            sources: it.sources.iter().map(Source::from).collect(),
            standing: match it.standing {
                RivalStanding::Contradicts => "contradicts",
                RivalStanding::AlsoRight => "also-right",
                RivalStanding::SetAside => "set-aside",
            },
        }
    }
}

impl Content<'_> {
    /// All that is known of an entry; none where it does not stand in a section that was opened for reading.
    pub(crate) fn entry(&self, id: &EntryId) -> Result<Option<EntryPage>, StoreError> {
        let Some(record) = self.record else {
            return Ok(None);
        };
        let detail = match record.item(*id) {
            Ok(detail) => detail,
            Err(ReadError::NoSuchEntry) => return Ok(None),
            Err(error) => return Err(StoreError::Record(error.id())),
        };
        let item = &detail.item;
        let is_readable = matches!(self.source(item.section), Place::Record(_));
        Ok(is_readable.then(|| EntryPage {
            section: item.section.name(),
            entry: item.into(),
            told: item.sources.iter().map(Told::from).collect(),
            history: detail.history.iter().map(Said::from).collect(),
            statements: item.rivals.iter().map(Beside::from).collect(),
            disputes: detail.disputes.iter().map(Step::from).collect(),
            confirmations: detail.confirmations.iter().map(Step::from).collect(),
            proposals: detail.proposals.iter().map(Said::from).collect(),
            perhaps_same: item.probable.len() as u64,
        }))
    }
}
