//! An item as it is shown: in a list, and with everything that is known about it.

use crate::author::{Author, SourceMark};
use crate::bodies::{FHIR, SOURCE, bare_media};
use crate::chart::Chart;
use crate::facts;
use crate::group::{self, Item, Member, Statement};
use crate::read::ReadError;
use pocketchart_fhir::summary::Summary;
use pocketchart_record::{Act, EntryId, Millis, Row, Section, Source, StoreError};
use std::collections::BTreeSet;

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
    /// Statements that contradict it.
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
    /// Sorts by clinical time; the time of writing where nothing else is said.
    pub when: String,
}

/// A statement that contradicts an item.
#[derive(Clone, PartialEq, Debug)]
pub struct Rival {
    /// Its newest entry.
    pub id: EntryId,
    /// What is stated.
    pub facts: Summary,
    /// Who says so.
    pub sources: Vec<SourceMark>,
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
/// Types whose status says whether the thing goes on; a finished visit or a given vaccine is simply a fact.
const GOES_ON: [&str; 9] = [
    "AllergyIntolerance",
    "CarePlan",
    "Condition",
    "Coverage",
    "EpisodeOfCare",
    "Goal",
    "MedicationRequest",
    "MedicationStatement",
    "ServiceRequest",
];
const ERROR: &str = "entered-in-error";

pub(crate) fn is_over(facts: &Summary) -> bool {
    let status = facts.status.as_deref().unwrap_or_default();
    GOES_ON.contains(&facts.resource_type.as_str()) && OVER.contains(&status)
}

fn is_error(facts: &Summary) -> bool {
    [&facts.status, &facts.verification]
        .iter()
        .any(|code| code.as_deref() == Some(ERROR))
}

impl Chart {
    /// The item of an entry.
    ///
    /// # Errors
    /// [`ReadError::NoSuchEntry`], or what the store says.
    pub fn item(&self, id: EntryId) -> Result<ItemDetail, ReadError> {
        let row = self.record.row(&id)?.ok_or(ReadError::NoSuchEntry)?;
        let standing = row.standing.clone();
        let mut history = Vec::new();
        for row in self.record.history(&id)? {
            history.push(self.version(row));
        }
        let mut proposals = Vec::new();
        for id in &standing.proposals {
            if let Some(row) = self.record.row(id)? {
                proposals.push(self.version(row));
            }
        }
        Ok(ItemDetail {
            replaced_by: self.remarks(&standing.replaced_by)?,
            disputes: self.remarks(&standing.disputed_by)?,
            confirmations: self.remarks(&standing.confirmed_by)?,
            proposals,
            history,
            kind: row.entry.kind.clone(),
            source: row.entry.source.clone(),
            content: self.record.body(&row)?,
            item: self.view_of(row)?,
        })
    }

    /// The entry whose name a person typed: the whole name, or the first letters of its hash.
    ///
    /// # Errors
    /// [`ReadError::NoSuchEntry`], [`ReadError::Ambiguous`], or what the store says.
    pub fn find(&self, name: &str) -> Result<EntryId, ReadError> {
        if let Some(id) = EntryId::from_text(name) {
            return match self.record.row(&id)? {
                Some(_) => Ok(id),
                None => Err(ReadError::NoSuchEntry),
            };
        }
        let name = name.to_lowercase();
        let (mut found, mut several) = (None, false);
        for section in Section::ALL {
            self.record.each_row::<StoreError>(section, |row| {
                if name.len() >= 4 && row.id.hash.to_hex().starts_with(&name) {
                    several |= found.is_some();
                    found = Some(row.id);
                }
                Ok(())
            })?;
        }
        match found {
            Some(_) if several => Err(ReadError::Ambiguous),
            found => found.ok_or(ReadError::NoSuchEntry),
        }
    }

    /// The view of the item that this entry belongs to, or of the entry alone if it no longer holds.
    fn view_of(&self, row: Row) -> Result<ItemView, StoreError> {
        if row.is_current() {
            for item in self.current_items(row.section)? {
                if item.members().any(|member| member.row.id == row.id) {
                    return self.view(item);
                }
            }
        }
        let mut item = Item::default();
        item.push(Member::of(row));
        self.view(item)
    }

    /// All items of a section that hold, newest first.
    pub(crate) fn current_items(&self, section: Section) -> Result<Vec<Item>, StoreError> {
        let mut rows = Vec::new();
        self.record.each_row::<StoreError>(section, |row| {
            if row.is_current() && is_listed(&row) {
                rows.push(row);
            }
            Ok(())
        })?;
        group::newest_first(&mut rows);
        Ok(group::items(rows.into_iter().map(Member::of), usize::MAX))
    }

    /// The view of an item, with the statements that contradict it even if they are older than those it was made from.
    pub(crate) fn view(&self, mut item: Item) -> Result<ItemView, StoreError> {
        let held: Vec<EntryId> = item.members().map(|it| it.row.id).collect();
        let rivals: BTreeSet<EntryId> = item
            .members()
            .flat_map(|it| &it.row.standing.unreconciled_with)
            .filter(|rival| !held.contains(rival))
            .copied()
            .collect();
        for rival in rivals {
            if let Some(row) = self.record.row(&rival)?
                && row.is_current()
                && is_listed(&row)
            {
                item.push(Member::of(row));
            }
        }
        let mut statements = item.statements.iter();
        let Some((first, lead)) = statements.next().and_then(|it| Some((it, it.members.first()?))) else {
            return Err(StoreError::Altered("item"));
        };
        let mut rivals = Vec::new();
        for statement in statements {
            if let Some(lead) = statement.members.first() {
                rivals.push(Rival {
                    id: lead.row.id,
                    facts: self.named(&lead.row, &lead.facts)?,
                    sources: self.marks(statement),
                });
            }
        }
        let row = &lead.row;
        let state = self.state(row, &lead.facts, !rivals.is_empty())?;
        let all = |pick: fn(&Row) -> &Vec<EntryId>| {
            let mut ids: Vec<EntryId> = first
                .members
                .iter()
                .flat_map(|it| pick(&it.row))
                .copied()
                .collect();
            ids.sort();
            ids.dedup();
            ids
        };
        Ok(ItemView {
            id: row.id,
            section: row.section,
            facts: self.named(row, &lead.facts)?,
            state,
            past: is_over(&lead.facts),
            sources: self.marks(first),
            rivals,
            probable: item.probable.clone(),
            proposals: all(|row| &row.standing.proposals),
            disputed_by: all(|row| &row.standing.disputed_by),
            confirmed_by: all(|row| &row.standing.confirmed_by),
            media: row.entry.media.as_deref().map(bare_media).map(str::to_owned),
            content_here: row.entry.body.is_none() || !row.derived.is_empty(),
            when: row.when.clone(),
        })
    }

    pub(crate) fn state(
        &self,
        row: &Row,
        facts: &Summary,
        has_rivals: bool,
    ) -> Result<ItemState, StoreError> {
        let state = if row.standing.retracted || is_error(facts) || self.is_overruled(row)? {
            ItemState::Retracted
        } else if row.standing.proposed {
            ItemState::Proposed
        } else if !row.standing.replaced_by.is_empty() {
            ItemState::Replaced
        } else if has_rivals || !row.standing.unreconciled_with.is_empty() {
            ItemState::Unreconciled
        } else {
            ItemState::Current
        };
        Ok(state)
    }

    /// A retraction wins over every other copy, however new: one that withdraws what this entry replaces withdraws this
    /// one too, until a person's entry names the retraction.
    fn is_overruled(&self, row: &Row) -> Result<bool, StoreError> {
        if row.standing.unreconciled_with.is_empty() {
            return Ok(false);
        }
        let history = self.record.history(&row.id)?;
        let (mut before, mut open) = (Vec::new(), row.entry.supersedes.clone());
        while let Some(id) = open.pop() {
            if !before.contains(&id) {
                before.push(id);
                open.extend(
                    history
                        .iter()
                        .filter(|it| it.id == id)
                        .flat_map(|it| &it.entry.supersedes),
                );
            }
        }
        Ok(history.iter().any(|rival| {
            rival.entry.act == Some(Act::Retract)
                && row.standing.unreconciled_with.contains(&rival.id)
                && rival
                    .entry
                    .supersedes
                    .iter()
                    .any(|target| before.contains(target))
        }))
    }

    fn marks(&self, statement: &Statement) -> Vec<SourceMark> {
        let members = statement.members.iter();
        members
            .map(|member| self.source_mark(&member.row, member.facts.who.clone()))
            .collect()
    }

    /// The facts, with the name of a medicine that stands in a resource of its own.
    pub(crate) fn named(&self, row: &Row, facts: &Summary) -> Result<Summary, StoreError> {
        let mut facts = facts.clone();
        if facts.title.is_some() {
            return Ok(facts);
        }
        let Some(medicine) = facts.medicine.as_deref() else {
            return Ok(facts);
        };
        let system = row.entry.source.as_ref().map(|source| source.system.clone());
        let Some(source) = crate::import::referred(system.as_deref(), medicine) else {
            return Ok(facts);
        };
        if let Some(found) = self.record.from_source(&source)?
            && let Some(row) = self.record.row(&found.id)?
        {
            let named = facts::of(&row);
            facts.title = named.title;
            facts.code = named.code;
        }
        Ok(facts)
    }

    fn remark(&self, row: &Row) -> Remark {
        Remark {
            id: row.id,
            act: row.entry.act,
            author: self.author(row.author),
            device: self.device_name(row),
            at: row.entry.recorded,
            reason: row.entry.reason.clone(),
        }
    }

    fn remarks(&self, ids: &[EntryId]) -> Result<Vec<Remark>, StoreError> {
        let mut remarks = Vec::new();
        for id in ids {
            if let Some(row) = self.record.row(id)? {
                remarks.push(self.remark(&row));
            }
        }
        Ok(remarks)
    }

    fn version(&self, row: Row) -> Version {
        let stated =
            row.entry.body.is_some() && (row.entry.kind.starts_with(FHIR) || row.entry.kind == SOURCE);
        Version {
            id: row.id,
            facts: stated.then(|| facts::of(&row)),
            remark: self.remark(&row),
        }
    }
}
