//! An item as it is shown: in a list, and with everything that is known about it.

use crate::author::{Author, SourceMark};
use crate::bodies::SOURCE;
use pocketchart_fhir::summary::Summary;
use pocketchart_record::{Act, EntryId, Millis, Row, Section, Source, sabotage};

/// How an item stands.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum ItemState {
    /// It holds.
    Current,
    /// Several statements about it contradict each other until a person settles it.
    Unreconciled,
    /// It was entered in error, as its author, the patient or its source says.
    Retracted,
    /// A better statement took its place.
    Replaced,
    /// Somebody proposes it; neither its author nor the patient has answered.
    Proposed,
}

/// One thing in a list: what, when, who says so, how sure.
#[derive(Clone, PartialEq, Debug)]
pub struct ItemView {
    /// Names the item: its newest entry.
    pub id: EntryId,
    /// Its section.
    pub section: Section,
    /// What is stated. For text that was kept unread only the title is set.
    pub facts: Summary,
    /// How it stands.
    pub state: ItemState,
    /// Whether it is over: resolved, stopped, completed.
    pub past: bool,
    /// Who says so; more than one when several sources say the same.
    pub sources: Vec<SourceMark>,
    /// Other statements about it, each with how it stands.
    pub rivals: Vec<Rival>,
    /// Other items that may be the same thing, as yet undecided.
    pub probable: Vec<EntryId>,
    /// Changes that others propose.
    pub proposals: Vec<EntryId>,
    /// Entries that disagree with it.
    pub disputed_by: Vec<EntryId>,
    /// Entries that agree with it.
    pub confirmed_by: Vec<EntryId>,
    /// The media type, where it is kept bytes rather than FHIR.
    pub media: Option<String>,
    /// False while its content is still to come from another device.
    pub content_here: bool,
    /// A device wrote it after it was reported lost: only proposed, until the person confirms it.
    pub of_lost_device: bool,
    /// Sorts by clinical time; the time of writing where nothing else is said.
    pub when: String,
}

impl ItemView {
    /// Its own statement, beside its others.
    pub fn statement(&self) -> Rival {
        Rival {
            id: self.id,
            facts: self.facts.clone(),
            sources: self.sources.clone(),
            standing: RivalStanding::Contradicts,
        }
    }

    /// Its other statements, without those that a person set aside.
    pub fn holding_rivals(&self) -> impl Iterator<Item = &Rival> {
        self.rivals
            .iter()
            .filter(|it| it.standing != RivalStanding::SetAside)
    }
}

/// Another statement about an item.
#[derive(Clone, PartialEq, Debug)]
pub struct Rival {
    /// Its newest entry.
    pub id: EntryId,
    /// What is stated.
    pub facts: Summary,
    /// Who says so.
    pub sources: Vec<SourceMark>,
    /// What a person decided about it.
    pub standing: RivalStanding,
}

/// How a statement stands beside its item.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum RivalStanding {
    /// They contradict each other, and nobody has decided.
    Contradicts,
    /// A person said that both are right.
    AlsoRight,
    /// A person said that the item is right and this is not.
    SetAside,
}

/// What somebody did to an entry.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Remark {
    /// The entry that says so.
    pub id: EntryId,
    /// What it does; none for a newer copy from the source.
    pub act: Option<Act>,
    /// Who.
    pub author: Author,
    /// On which device.
    pub device: Option<String>,
    /// When, by that device's clock.
    pub at: Millis,
    /// Why.
    pub reason: Option<String>,
}

/// One statement in an item's history.
#[derive(Clone, PartialEq, Debug)]
pub struct Version {
    /// The entry.
    pub id: EntryId,
    /// What it states; none for an entry that only speaks of others.
    pub facts: Option<Summary>,
    /// What it does to those before it, by whom, when and why.
    pub remark: Remark,
}

/// Everything that is known about an item.
#[derive(Clone, PartialEq, Debug)]
pub struct ItemDetail {
    /// The item as a list shows it.
    pub item: ItemView,
    /// What replaced this entry.
    pub replaced_by: Vec<Remark>,
    /// Who disagrees, and why.
    pub disputes: Vec<Remark>,
    /// Who agrees.
    pub confirmations: Vec<Remark>,
    /// What others propose.
    pub proposals: Vec<Version>,
    /// The entry that stated it first.
    pub first: EntryId,
    /// Everything that was said of it, oldest first.
    pub history: Vec<Version>,
    /// The entry's kind: `fhir/<Type>` or `source`.
    pub kind: String,
    /// Where it came from, if it was imported.
    pub source: Option<Source>,
    /// The content, byte for byte as it came; none while it is not here.
    pub content: Option<Vec<u8>>,
}

/// Whether a statement is one of its own in lists: the bytes of an attachment are shown through their document.
pub(crate) fn is_listed(row: &Row) -> bool {
    let attached = |source: &Source| source.system == ATTACHED && source.kind == SOURCE;
    row.is_statement() && !row.entry.source.as_ref().is_some_and(attached)
}

/// The system of bytes that belong to a document.
pub(crate) const ATTACHED: &str = "urn:pocketchart:attachment";

/// Status codes of what is over.
const OVER: [&str; 17] = [
    "resolved",
    "inactive",
    "remission",
    "stopped",
    "completed",
    "cancelled",
    "ended",
    "finished",
    "revoked",
    "rejected",
    "not-done",
    "not-taken",
    "abandoned",
    "aborted",
    "superseded",
    "expired",
    "entered-in-error",
];
/// Types whose status says whether the thing goes on; a finished visit or a given vaccine is simply a fact. Among
/// medicines what was given once stands with what is over, behind what is taken now.
const GOES_ON: [&str; 10] = [
    "AllergyIntolerance",
    "CarePlan",
    "Condition",
    "Coverage",
    "EpisodeOfCare",
    "Goal",
    "MedicationAdministration",
    "MedicationRequest",
    "MedicationStatement",
    "ServiceRequest",
];
const ERROR: &str = "entered-in-error";

/// Whether what is stated is over: resolved, stopped, completed, by the type's own status. That a medicine was handed out, in whatever
/// state the order is, never makes it current. Entries of a chart are past by the same rule.
///
/// ```
/// use pocketchart::{is_over, summary};
/// let asthma = |status: &str| {
///     summary(format!(r#"{{"resourceType":"Condition","clinicalStatus":{{"coding":[{{"code":"{status}"}}]}}}}"#).as_bytes())
/// };
/// assert!(is_over(&asthma("resolved")?) && !is_over(&asthma("active")?));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn is_over(facts: &Summary) -> bool {
    let status = facts.status.as_deref().unwrap_or_default();
    if facts.resource_type == "MedicationDispense" && !sabotage::off("fills") {
        return true;
    }
    GOES_ON.contains(&facts.resource_type.as_str()) && OVER.contains(&status)
}

/// Whether the source itself says that it was entered in error. Such an entry of a chart is retracted.
pub fn is_error(facts: &Summary) -> bool {
    [&facts.status, &facts.verification]
        .iter()
        .any(|code| code.as_deref() == Some(ERROR))
}
