//! What sources leave open about one thing, and what a person decides: an entry too, which can be undone (clinic.md §4.2).

use crate::author::Author;
use crate::chart::Chart;
use crate::edit::{EditError, said_alike};
use crate::group::{Decisions, Item};
use crate::item::{ItemState, ItemView, Rival, RivalStanding};
use crate::read::ReadError;
use pocketchart_record::cbor::{from_bytes, to_bytes};
use pocketchart_record::{
    Act, Answer, Entry, EntryId, Millis, NewEntry, Reconciliation, Row, Section, StoreError,
};
use std::collections::BTreeMap;

/// Why two statements are asked about.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Doubt {
    /// They are of one thing and contradict each other.
    Contradiction,
    /// They may be of one thing.
    Probable,
}

/// Two statements that a person should look at.
#[derive(Clone, PartialEq, Debug)]
pub struct OpenPair {
    /// The section of both.
    pub section: Section,
    /// Why.
    pub doubt: Doubt,
    /// The newer statement.
    pub first: Rival,
    /// The other one.
    pub second: Rival,
}

/// What somebody decided about two statements.
#[derive(Clone, PartialEq, Debug)]
pub struct Decided {
    /// The entry that says so.
    pub id: EntryId,
    /// Its section.
    pub section: Section,
    /// The decision, with all entries of either statement.
    pub said: Reconciliation,
    /// The first statement, in the words of the first entry that is here.
    pub first: Option<Rival>,
    /// The second one.
    pub second: Option<Rival>,
    /// Who.
    pub by: Author,
    /// When, by that device's clock.
    pub at: Millis,
    /// Why.
    pub reason: Option<String>,
    /// Whether it counts: it is the word of the patient, or of who managed the section for them.
    pub holds: bool,
}

/// What is open and what is decided.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Reconciliations {
    /// Contradictions first, section by section.
    pub open: Vec<OpenPair>,
    /// Decisions that nobody undid, newest first.
    pub decided: Vec<Decided>,
}

/// Nothing was written.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ReconcileError {
    /// The statements are not what can be decided about, or writing failed.
    #[error(transparent)]
    Edit(#[from] EditError),
    /// There is no such decision, or it was undone or replaced before.
    #[error("there is no such decision")]
    NoSuchDecision,
}

impl ReconcileError {
    /// The id of the message that explains it.
    pub fn id(&self) -> &'static str {
        match self {
            ReconcileError::Edit(error) => error.id(),
            ReconcileError::NoSuchDecision => "reconcile-none",
        }
    }
}

impl From<StoreError> for ReconcileError {
    fn from(error: StoreError) -> Self {
        ReconcileError::Edit(error.into())
    }
}

impl Chart {
    /// Every two statements of several sources that may be of one thing or contradict each other, and what was decided.
    ///
    /// ```no_run
    /// # fn show(chart: &pocketchart::Chart) -> Result<(), pocketchart::ReadError> {
    /// let all = chart.reconciliations()?;
    /// println!("{} open, {} decided", all.open.len(), all.decided.len());
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    /// What the store says.
    pub fn reconciliations(&self) -> Result<Reconciliations, ReadError> {
        let mut all = Reconciliations::default();
        for section in Section::ALL {
            let items = self.views(self.picture(section)?.items())?;
            all.open.extend(open(section, &items));
            for row in self.decisions_written(section)? {
                all.decided.extend(self.decided(&row)?);
            }
        }
        all.open.sort_by_key(|pair| pair.doubt);
        all.decided.sort_by_key(|it| std::cmp::Reverse((it.at, it.id)));
        Ok(all)
    }

    /// Decides how two statements belong together, each named by any of its entries. What was decided about the two before is replaced.
    /// The answer [`Answer::FirstIsRight`] leaves the second one visible, marked. Of anybody but the patient, or who manages the section
    /// for them, it changes nothing and is shown.
    ///
    /// ```no_run
    /// use pocketchart::{Answer, Chart, EntryId, ReconcileError};
    /// # fn decide(chart: &mut Chart, hospital: EntryId, practice: EntryId) -> Result<(), ReconcileError> {
    /// let decision = chart.decide(hospital, practice, Answer::Same, Some("one prescription"))?;
    /// chart.undo_decision(decision, None)?;
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    /// [`EditError::NothingToSettle`] where both are one statement already, [`EditError::OtherSection`], [`EditError::TooLarge`] above 32
    /// entries in one statement, and what writing says.
    pub fn decide(
        &mut self,
        first: EntryId,
        second: EntryId,
        answer: Answer,
        reason: Option<&str>,
    ) -> Result<EntryId, ReconcileError> {
        let ((row, one), (other_row, other)) = (self.holding(first)?, self.holding(second)?);
        if row.section != other_row.section {
            return Err(EditError::OtherSection.into());
        }
        let ids = |item: &Item, id| {
            said_alike(item, id)
                .iter()
                .map(|it| it.row.id)
                .collect::<Vec<_>>()
        };
        let mut body = Reconciliation {
            answer,
            first: ids(&one, first),
            second: ids(&other, second),
        };
        if body.first.contains(&second) {
            if first == second || answer.joins() {
                return Err(EditError::NothingToSettle.into());
            }
            // What joined by itself is parted between the two that are named.
            (body.first, body.second) = (vec![first], vec![second]);
        }
        if body.first.len().max(body.second.len()) > Reconciliation::MAX_SIDE {
            return Err(EditError::TooLarge.into());
        }
        let mut entry = NewEntry::new(row.section, Entry::RECONCILIATION, to_bytes(&body));
        for before in self.decisions_written(row.section)? {
            let said = Decisions::of(std::slice::from_ref(&before), &|id| self.member_named(id))?;
            if said.concern(&body.first, &body.second) {
                entry.supersedes.push(before.id);
                entry.act = Some(Act::Correct);
            }
        }
        entry.reason = reason.map(str::to_owned);
        Ok(self.write(entry)?)
    }

    /// Takes a decision back: the two are as open as they were before it.
    ///
    /// # Errors
    /// [`ReconcileError::NoSuchDecision`], or what writing says.
    pub fn undo_decision(&mut self, id: EntryId, reason: Option<&str>) -> Result<EntryId, ReconcileError> {
        let row = self.record.row(&id)?.filter(stands);
        let row = row.ok_or(ReconcileError::NoSuchDecision)?;
        Ok(self.say(row.section, Act::Retract, vec![id], reason)?)
    }

    /// Decisions of a section that nobody undid or replaced.
    pub(crate) fn decisions_written(&self, section: Section) -> Result<Vec<Row>, StoreError> {
        let ids = self.record.head(section)?.reconciliations;
        let rows = self.record.rows_of(&ids)?.into_iter().flatten();
        Ok(rows.filter(stands).collect())
    }

    fn decided(&self, row: &Row) -> Result<Option<Decided>, StoreError> {
        // What cannot be read was refused when it came.
        let Ok(said) = from_bytes::<Reconciliation>(&row.derived) else {
            return Ok(None);
        };
        Ok(Some(Decided {
            id: row.id,
            section: row.section,
            first: self.side(&said.first, RivalStanding::AlsoRight)?,
            second: self.side(
                &said.second,
                match said.answer {
                    Answer::FirstIsRight => RivalStanding::SetAside,
                    _ => RivalStanding::AlsoRight,
                },
            )?,
            said,
            by: self.author(row.author),
            at: row.entry.recorded,
            reason: row.entry.reason.clone(),
            holds: self.is_decided(row),
        }))
    }

    /// A statement as it was when it was decided about.
    fn side(&self, ids: &[EntryId], standing: RivalStanding) -> Result<Option<Rival>, StoreError> {
        let mut side: Option<Rival> = None;
        for row in self.record.rows_of(ids)?.into_iter().flatten() {
            let member = self.member(row)?;
            let mark = self.source_mark(&member.row, member.facts.who.clone())?;
            let side = side.get_or_insert_with(|| Rival {
                id: member.row.id,
                facts: member.facts,
                sources: Vec::new(),
                standing,
            });
            side.sources.push(mark);
        }
        Ok(side)
    }
}

/// Whether it is a decision that nobody undid or replaced.
fn stands(row: &Row) -> bool {
    row.entry.kind == Entry::RECONCILIATION && row.standing.replaced_by.is_empty() && !row.standing.retracted
}

/// Every two of these, once.
fn open(section: Section, items: &[ItemView]) -> Vec<OpenPair> {
    let places: BTreeMap<EntryId, usize> = items.iter().enumerate().map(|(at, it)| (it.id, at)).collect();
    let pair = |doubt, first: &ItemView, second: Rival| OpenPair {
        section,
        doubt,
        first: first.statement(),
        second,
    };
    let mut pairs = Vec::new();
    for (at, item) in items.iter().enumerate() {
        if item.state == ItemState::Unreconciled {
            let open = item
                .rivals
                .iter()
                .filter(|it| it.standing == RivalStanding::Contradicts);
            pairs.extend(open.map(|rival| pair(Doubt::Contradiction, item, rival.clone())));
        }
        let partners = item.probable.iter().filter_map(|id| places.get(id));
        let later = partners
            .filter(|other| **other > at)
            .filter_map(|other| items.get(*other));
        pairs.extend(later.map(|other| pair(Doubt::Probable, item, other.statement())));
    }
    pairs
}
