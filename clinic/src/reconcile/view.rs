//! The two beside one another, as the desk's pages get them.

use pocketchart::{Beside, ItemView, Likeness, Negation, Section, StatedItem, Summary};
use serde::Serialize;
use utoipa::ToSchema;

use super::{
    kept::{Reading, Said},
    record::Reconciled,
};
use crate::{
    audit::Actor,
    bridge::MessageView,
    charts::{Entry, Facts, Standing},
    id::Id,
    visit::VisitView,
};

/// The sections that are held against the system.
pub(crate) const SECTIONS: [Section; 6] = [
    Section::Allergies,
    Section::Problems,
    Section::Medications,
    Section::Immunizations,
    Section::Results,
    Section::Vitals,
];

/// Of these no list of what holds is told: each stands for its day alone.
pub(super) const MEASURED: [Section; 2] = [Section::Results, Section::Vitals];

/// A chart beside the clinic's own system.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Comparison {
    /// The patient of the system: `Patient/id`.
    pub(crate) patient: String,
    /// What was read of it last; none if nothing was.
    pub(crate) reading: Option<Reading>,
    /// The sections.
    pub(crate) sections: Vec<SectionBeside>,
    /// What clinicians decided of this chart, the last first.
    pub(crate) acts: Vec<ActView>,
}

/// What a clinician decided in one act.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ActView {
    /// Names the visit as which it is kept.
    #[schema(value_type = String)]
    pub(crate) id: Id,
    /// Who decided.
    pub(crate) by: Actor,
    /// When, in seconds since 1970.
    pub(crate) at: u64,
    /// Where its result lies in the clinic's own system, if it was written there: `List/id`.
    pub(crate) result: Option<String>,
    #[serde(flatten)]
    pub(crate) reconciled: Reconciled,
}

/// What came of an act.
#[derive(Serialize, ToSchema)]
pub(crate) struct Done {
    /// What was decided, signed and on its way to the patient as a visit is.
    pub(crate) visit: VisitView,
    /// What is written to the clinic's own system; none if nothing is.
    pub(crate) message: Option<MessageView>,
}

/// A section of the chart, with what the system says there.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct SectionBeside {
    /// Its name.
    pub(super) section: &'static str,
    /// What can be said of the chart's side.
    standing: Standing,
    /// The chart's entries, also those that were retracted; what is dangerous and current first.
    pub(super) chart: Vec<Entry>,
    /// What the system says, in the same order.
    pub(super) system: Vec<Statement>,
    /// One side says that there is nothing, and the other lists something.
    contradiction: bool,
}

/// A statement of the system.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Statement {
    /// Its place among what was read.
    #[serde(skip)]
    pub(super) place: usize,
    /// Names it there: `Type/id`.
    pub(super) id: String,
    /// The version, as HTTP names it.
    etag: Option<String>,
    /// The hash of its bytes (BLAKE2b-256).
    pub(super) hash: String,
    /// What it says.
    pub(super) facts: Facts,
    /// Whether it is over: resolved, stopped, completed.
    pub(super) past: bool,
    /// It was entered in error, as the system says.
    pub(super) retracted: bool,
    /// What it stands to in the chart. None: the chart says nothing of it.
    pub(super) to: Vec<Alike>,
}

/// An entry of the chart that is of the same thing, or may be.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Alike {
    /// `same`, `differs`, `probable`, or `retracted` for an entry that was entered in error, whatever it says.
    pub(super) how: &'static str,
    /// The entry's place in the section's `chart`, from 0.
    pub(super) at: usize,
    /// Where the two do not say the same in the same words: names of members of `facts`.
    differences: Vec<&'static str>,
}

/// What stands at a place of the chart's side.
pub(crate) struct Ours<'a> {
    /// What it says: several, where its sources do not agree.
    facts: Vec<&'a Summary>,
}

impl<'a> From<&'a ItemView> for Ours<'a> {
    fn from(it: &'a ItemView) -> Self {
        let rivals = it.rivals.iter().map(|it| &it.facts);
        Self {
            facts: [&it.facts].into_iter().chain(rivals).collect(),
        }
    }
}

impl<'a> From<&'a StatedItem> for Ours<'a> {
    fn from(it: &'a StatedItem) -> Self {
        Self {
            facts: vec![&it.facts],
        }
    }
}

impl SectionBeside {
    /// Of the chart's entries, and of what the system says beside them.
    pub(crate) fn new(
        section: Section,
        standing: Standing,
        (chart, ours): (Vec<Entry>, &[Ours<'_>]),
        beside: &[Beside<usize>],
        said: &[&Said],
    ) -> Self {
        let statement = |it: &Beside<usize>| Some(Statement::new(it, said.get(it.at)?, ours));
        let holds = |it: &&Beside<usize>| !it.retracted && !it.past;
        let denies = |it: &Beside<usize>| it.facts.negation == Some(Negation::NoneKnown);
        let (mut none, mut some) = (false, false);
        for it in beside.iter().filter(holds) {
            none |= denies(it);
            some |= !denies(it);
        }
        let contradiction = match standing {
            Standing::Listed => none && chart.iter().any(Entry::holds_something),
            Standing::NoneKnown => some,
            Standing::NothingRecorded | Standing::NotOpened => false,
        };
        Self {
            section: section.name(),
            standing,
            system: beside.iter().filter_map(statement).collect(),
            chart,
            contradiction: contradiction || none && some,
        }
    }
}

impl Statement {
    fn new(it: &Beside<usize>, said: &Said, ours: &[Ours<'_>]) -> Self {
        let alike = |(how, at): &(Likeness, usize)| Alike {
            how: how.name(),
            at: *at,
            differences: ours
                .get(*at)
                .map(|ours| closest(&ours.facts, &it.facts))
                .unwrap_or_default(),
        };
        let id = it.facts.id.as_deref().unwrap_or_default();
        Self {
            place: it.at,
            id: format!("{}/{id}", it.facts.resource_type),
            etag: said.etag.clone(),
            hash: said.hash.clone(),
            facts: (&it.facts).into(),
            past: it.past,
            retracted: it.retracted,
            to: it.to.iter().map(alike).collect(),
        }
    }
}

/// The differences to the one that differs least.
fn closest(ours: &[&Summary], theirs: &Summary) -> Vec<&'static str> {
    let all = ours.iter().map(|it| differences(it, theirs));
    all.min_by_key(Vec::len).unwrap_or_default()
}

fn differences(ours: &Summary, theirs: &Summary) -> Vec<&'static str> {
    let pairs = [
        ("title", &ours.title, &theirs.title),
        ("category", &ours.category, &theirs.category),
        ("status", &ours.status, &theirs.status),
        ("verification", &ours.verification, &theirs.verification),
        ("severity", &ours.severity, &theirs.severity),
        ("criticality", &ours.criticality, &theirs.criticality),
        ("reaction", &ours.reaction, &theirs.reaction),
        ("dosage", &ours.dosage, &theirs.dosage),
        ("note", &ours.note, &theirs.note),
        ("flag", &ours.flag, &theirs.flag),
    ];
    let texts = pairs
        .into_iter()
        .filter(|(_, a, b)| a != b)
        .map(|(name, ..)| name);
    let dates = [
        ("when", &ours.when, &theirs.when),
        ("until", &ours.until, &theirs.until),
    ];
    let dates = dates
        .into_iter()
        .filter(|(_, a, b)| a != b)
        .map(|(name, ..)| name);
    let others = [
        ("value", ours.value != theirs.value),
        ("components", ours.components != theirs.components),
        ("range", ours.range != theirs.range),
        ("code", ours.code != theirs.code),
    ];
    let others = others
        .into_iter()
        .filter(|(_, differ)| *differ)
        .map(|(name, _)| name);
    texts.chain(dates).chain(others).collect()
}
