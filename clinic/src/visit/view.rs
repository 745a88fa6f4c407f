//! A visit as the desk's pages get it.

use pocketchart::{Operations, Section};
use serde::Serialize;
use utoipa::ToSchema;

use super::{Attachment, Standing, Visit, VisitContent};
use crate::{audit::Actor, charts::SharedChart, id::Id, problem::Problem, reconcile::Reconciled};

/// A visit in a list.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(crate) struct VisitLine {
    /// Names the visit.
    #[schema(value_type = String)]
    id: Id,
    /// The chart that it belongs to.
    #[schema(value_type = String)]
    chart: Id,
    /// Who the patient is; none if the profile was not opened.
    name: Option<String>,
    /// The birth date, as the source wrote it.
    born: Option<String>,
    /// Words that stand for the patient's key.
    key_words: String,
    /// The note's heading.
    title: String,
    /// Who saved it last.
    saved_by: Actor,
    /// When, in seconds since 1970.
    saved: u64,
    /// How far it has come.
    #[serde(flatten)]
    standing: Standing,
}

/// A visit with all that stands in it.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(crate) struct VisitView {
    #[serde(flatten)]
    line: VisitLine,
    /// Counts each save: who saves or signs says which one they have read.
    version: u64,
    content: VisitContent,
    /// Files that go with it.
    attachments: Vec<Attachment>,
    /// In which sections its entries would stand; none once it is signed.
    pub(crate) sections: Vec<Needed>,
    /// What was decided between the chart and the clinic's own system, where that is what it is about.
    reconciled: Option<Reconciled>,
    /// Why it could not be signed as it is.
    pub(crate) problem: Option<Problem>,
}

/// A section in which an entry would stand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub(crate) struct Needed {
    pub(crate) section: &'static str,
    /// Whether the patient lets the clinic write there.
    pub(crate) allowed: bool,
}

impl Needed {
    /// Each of these once.
    pub(crate) fn of(shared: &SharedChart, mut sections: Vec<Section>) -> Vec<Self> {
        sections.sort_unstable();
        sections.dedup();
        let allowed = |section| {
            let operations = shared.operations(section);
            let allowed = operations.is_some_and(|it| it.contains(Operations::APPEND));
            allowed || crate::sabotage::off("desk-visit-append")
        };
        let needed = sections.into_iter().map(|section| Self {
            section: section.name(),
            allowed: allowed(section),
        });
        needed.collect()
    }
}

impl From<&Visit> for VisitLine {
    fn from(it: &Visit) -> Self {
        Self {
            id: it.id,
            chart: it.chart,
            name: it.name.clone(),
            born: it.born.clone(),
            key_words: it.key_words.clone(),
            title: it.content.title.clone(),
            saved_by: it.saved_by.clone(),
            saved: it.saved,
            standing: it.standing.clone(),
        }
    }
}

impl From<Visit> for VisitView {
    fn from(it: Visit) -> Self {
        Self {
            line: (&it).into(),
            version: it.version,
            content: it.content,
            attachments: it.attachments,
            reconciled: it.reconciled.map(Reconciled::written),
            sections: Vec::new(),
            problem: None,
        }
    }
}
