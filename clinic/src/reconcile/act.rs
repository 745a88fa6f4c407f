//! What a clinician decides, line by line: held against what they saw, so that nothing is decided about something else.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{
    record::EntrySeen,
    view::{Alike, MEASURED, SectionBeside, Statement},
};

/// Lines of one act.
const MOST: usize = 100;

/// What is decided about a section, in one act.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Act {
    /// The section.
    pub(crate) section: String,
    /// The decisions: at most 100.
    pub(crate) lines: Vec<LineDecision>,
}

/// A decision about a statement of the system (`Type/id`, with the hash of what was seen), an entry of the chart, or both.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "decision", rename_all = "kebab-case", deny_unknown_fields)]
pub(crate) enum LineDecision {
    /// Both are of one thing.
    Same {
        entry: String,
        system: String,
        hash: String,
        #[serde(default)]
        reason: Option<String>,
    },
    /// They are of two things.
    Different {
        entry: String,
        system: String,
        hash: String,
        #[serde(default)]
        reason: Option<String>,
    },
    /// The statement becomes an entry of the chart.
    Take {
        system: String,
        hash: String,
        #[serde(default)]
        reason: Option<String>,
    },
    /// The entry is written to the system.
    Write {
        entry: String,
        #[serde(default)]
        reason: Option<String>,
    },
    /// The statement is left where it is.
    LeaveStatement {
        system: String,
        hash: String,
        #[serde(default)]
        reason: Option<String>,
    },
    /// The entry is left where it is.
    LeaveEntry {
        entry: String,
        #[serde(default)]
        reason: Option<String>,
    },
}

/// Why nothing was decided.
#[derive(Debug, thiserror::Error)]
pub(crate) enum ReconcileError {
    /// Nothing is decided, or too much at once.
    #[error("no decisions, or too many")]
    Count,
    /// A line names what does not stand there, or twice the same.
    #[error("a line that names nothing there")]
    Unfit,
    /// What was seen is not what was read last.
    #[error("something else was read meanwhile")]
    Changed,
    /// It was entered in error: by its source, or as the patient or its author in the chart says.
    #[error("it was entered in error")]
    Retracted,
    /// One says that there is nothing, and the other that there is something.
    #[error("one denies what the other says")]
    Denies,
    /// It may stand in the system already, and nobody has said that it is something else.
    #[error("it may be there already")]
    Undecided,
    /// The patient did not let the clinic write in this section.
    #[error("not allowed in this section")]
    NotAllowed,
    /// Nothing that was decided about holds: there is no list to write.
    #[error("nothing of it holds")]
    NoResult,
    /// What would be written is not what was shown.
    #[error("the result is not as it was shown")]
    NotAsShown,
}

impl ReconcileError {
    /// The id of the message that explains it.
    pub(crate) fn id(&self) -> &'static str {
        match self {
            Self::Count => "desk-recon-count",
            Self::Unfit => "desk-recon-unfit",
            Self::Changed => "desk-recon-changed",
            Self::Retracted => "desk-recon-retracted",
            Self::Denies => "desk-recon-denies",
            Self::Undecided => "desk-recon-undecided",
            Self::NotAllowed => "desk-recon-not-allowed",
            Self::NoResult => "desk-recon-no-result",
            Self::NotAsShown => "desk-recon-not-as-shown",
        }
    }
}

/// What an act does.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Plan {
    /// Statements of the system that become entries: their places among what was read.
    pub(crate) take: Vec<usize>,
    /// Entries that are written to the system; of each, whether something there may be the same, and nobody has said that it is not.
    pub(crate) write: Vec<(String, bool)>,
    /// The entries that hold in the chart, and those that are decided about.
    pub(crate) entries: Vec<EntrySeen>,
}

impl Plan {
    /// Of decisions about a section as it was shown.
    pub(crate) fn of(section: &SectionBeside, lines: &[LineDecision]) -> Result<Self, ReconcileError> {
        if lines.is_empty() || lines.len() > MOST {
            return Err(ReconcileError::Count);
        }
        let mut plan = Self {
            entries: section.entries(lines),
            ..Self::default()
        };
        let (mut once, mut apart) = (BTreeSet::new(), BTreeSet::new());
        for line in lines {
            if let LineDecision::Different { entry, system, .. } = line {
                apart.insert((entry.as_str(), system.as_str()));
            }
        }
        for line in lines {
            if !once.insert(line.about()) {
                return Err(ReconcileError::Unfit);
            }
            match line {
                LineDecision::Same {
                    entry, system, hash, ..
                } => {
                    let (at, statement) = (section.place(entry)?, section.seen(system, hash)?);
                    if !section.may_be_one(at, statement) && !crate::sabotage::off("desk-recon-denies") {
                        return Err(ReconcileError::Denies);
                    }
                    if statement.retracted || statement.is_retracted_at(Some(at)) {
                        return Err(ReconcileError::Retracted);
                    }
                }
                LineDecision::Different {
                    entry, system, hash, ..
                } => {
                    section.place(entry)?;
                    section.seen(system, hash)?;
                }
                LineDecision::Take { system, hash, .. } => {
                    let statement = section.seen(system, hash)?;
                    // What stands in the chart beside it is taken back with it, or was said again by a person.
                    let is_error = statement.retracted || statement.is_retracted_at(None);
                    let is_lost = is_error && !statement.is_of_an_entry();
                    if is_lost && !crate::sabotage::off("desk-recon-retracted") {
                        return Err(ReconcileError::Retracted);
                    }
                    plan.take.push(statement.place);
                }
                LineDecision::Write { entry, .. } => {
                    let at = section.place(entry)?;
                    let mut alike = section.system.iter().filter(|it| it.may_be(at));
                    let open = alike.any(|it| !apart.contains(&(entry.as_str(), it.id.as_str())));
                    plan.write.push((entry.clone(), open));
                }
                LineDecision::LeaveStatement { system, hash, .. } => {
                    section.seen(system, hash)?;
                }
                LineDecision::LeaveEntry { entry, .. } => {
                    section.place(entry)?;
                }
            }
        }
        Ok(plan)
    }
}

impl LineDecision {
    /// What it is about: each pair, and each side alone, is decided once.
    fn about(&self) -> (Option<&str>, Option<&str>) {
        match self {
            Self::Same { entry, system, .. } | Self::Different { entry, system, .. } => {
                (Some(entry), Some(system))
            }
            Self::Take { system, .. } | Self::LeaveStatement { system, .. } => (None, Some(system)),
            Self::Write { entry, .. } | Self::LeaveEntry { entry, .. } => (Some(entry), None),
        }
    }

    /// Why.
    pub(crate) fn reason(&self) -> Option<&str> {
        match self {
            Self::Same { reason, .. }
            | Self::Different { reason, .. }
            | Self::Take { reason, .. }
            | Self::Write { reason, .. }
            | Self::LeaveStatement { reason, .. }
            | Self::LeaveEntry { reason, .. } => reason.as_deref().filter(|it| !it.trim().is_empty()),
        }
    }

    /// The statement of the system that it is about.
    pub(crate) fn system(&self) -> Option<&str> {
        self.about().1
    }

    /// The entry that it is about.
    pub(crate) fn entry(&self) -> Option<&str> {
        self.about().0
    }
}

impl SectionBeside {
    /// The place of an entry of the chart.
    fn place(&self, entry: &str) -> Result<usize, ReconcileError> {
        let place = self.chart.iter().position(|it| it.id() == Some(entry));
        place.ok_or(ReconcileError::Unfit)
    }

    /// A statement of the system, as it was seen.
    fn seen(&self, system: &str, hash: &str) -> Result<&Statement, ReconcileError> {
        let statement = self.system.iter().find(|it| it.id == system);
        let statement = statement.ok_or(ReconcileError::Changed)?;
        match statement.hash == hash || crate::sabotage::off("desk-recon-seen") {
            true => Ok(statement),
            false => Err(ReconcileError::Changed),
        }
    }

    /// Whether the two say of something that there is, or both that there is nothing.
    fn may_be_one(&self, at: usize, statement: &Statement) -> bool {
        let ours = self.chart.get(at).map(|it| it.denies());
        ours == Some(statement.facts.denies())
    }

    /// The entries that hold, but for what was measured, and those that are decided about.
    fn entries(&self, lines: &[LineDecision]) -> Vec<EntrySeen> {
        let is_measured = MEASURED.iter().any(|it| it.name() == self.section);
        let seen = self.chart.iter().enumerate().filter_map(|(at, it)| {
            let seen = EntrySeen {
                id: it.id()?.to_owned(),
                r#type: it.kind().to_owned(),
                holds: it.holds(),
                past: it.is_past(),
                there: self.there(at),
            };
            let is_meant =
                seen.holds && !is_measured || lines.iter().any(|line| line.entry() == Some(&seen.id));
            is_meant.then_some(seen)
        });
        seen.collect()
    }

    /// What the system says of the same thing as an entry.
    fn there(&self, at: usize) -> Option<String> {
        let is_same = |it: &Alike| it.at == at && matches!(it.how, "same" | "differs");
        let mut stand = self.system.iter().filter(|it| it.stands());
        stand.find(|it| it.to.iter().any(is_same)).map(|it| it.id.clone())
    }

    /// A statement of the system: whether it stands, and whether it is over.
    pub(super) fn standing_of(&self, system: &str) -> (bool, bool) {
        let found = self.system.iter().find(|it| it.id == system);
        found.map_or((false, false), |it| (it.stands(), it.past))
    }
}

impl Statement {
    /// Whether nobody says that it was entered in error.
    fn stands(&self) -> bool {
        !self.retracted && !self.is_retracted_at(None)
    }

    /// Whether it stands beside an entry of the chart that was entered in error: this one, or any.
    fn is_retracted_at(&self, at: Option<usize>) -> bool {
        let mut to = self.to.iter();
        to.any(|it| it.how == "retracted" && at.is_none_or(|at| it.at == at))
    }

    /// Whether it is of the same thing as an entry of the chart.
    fn is_of_an_entry(&self) -> bool {
        self.to.iter().any(|it| matches!(it.how, "same" | "differs"))
    }

    /// Whether it is, or may be, of the same thing as this entry, and stands.
    fn may_be(&self, at: usize) -> bool {
        let alike = |how: &str| matches!(how, "same" | "differs" | "probable");
        !self.retracted && self.to.iter().any(|it| it.at == at && alike(it.how))
    }
}
