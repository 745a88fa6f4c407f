//! From entries to what is shown of them.

use crate::author::SourceMark;
use crate::bodies::bare_media;
use crate::chart::Chart;
use crate::group::{self, Decisions, Item, Settled, Statement};
use crate::item::{ItemState, ItemView, Rival, RivalStanding, is_error, is_listed, is_over};
use crate::members::Members;
use pocketchart_fhir::summary::Summary;
use pocketchart_record::{Act, Entry, EntryId, Row, Section, StoreError};
use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

impl Chart {
    /// The items of these entries, newest first.
    pub(crate) fn items_of(&self, rows: Vec<Row>, decided: &Decisions) -> Result<Vec<Item>, StoreError> {
        let mut members = Members::default();
        rows.into_iter()
            .filter(is_listed)
            .for_each(|row| members.push(row));
        let mut members = self.named(members)?;
        members.sort_by(|a, b| group::newest_first(&a.row, &b.row));
        Ok(group::items(members, decided))
    }

    /// What the patient, or who manages for them, decided about statements of these sections, and did not take back.
    pub(crate) fn decisions(&self, sections: &[Section]) -> Result<Decisions, StoreError> {
        let mut ids = Vec::new();
        for section in sections {
            ids.extend(self.record.head(*section)?.reconciliations);
        }
        let rows = self.record.rows_of(&ids)?.into_iter().flatten();
        let rows: Vec<Row> = rows.filter(|row| self.is_decided(row)).collect();
        Ok(self.resolved(&rows)?.0)
    }

    /// What decisions say of the entries that hold now, with every entry that was looked at for it.
    pub(crate) fn resolved(
        &self,
        rows: &[Row],
    ) -> Result<(Decisions, HashMap<EntryId, Option<Row>>), StoreError> {
        let named: BTreeSet<EntryId> = rows.iter().flat_map(Decisions::named).collect();
        let named: Vec<EntryId> = named.into_iter().collect();
        let found = self.record.rows_of(&named)?;
        let looked_at: RefCell<HashMap<EntryId, Option<Row>>> =
            RefCell::new(named.into_iter().zip(found).collect());
        let decided = Decisions::of(rows, &|id| {
            let held = looked_at.borrow().get(id).cloned();
            let row = match held {
                Some(row) => row,
                None => self.record.row(id)?,
            };
            looked_at.borrow_mut().insert(*id, row.clone());
            row.map(|row| self.member(row)).transpose()
        })?;
        Ok((decided, looked_at.into_inner()))
    }

    /// The same, of a section as its rows were known once.
    pub(crate) fn decided_among(&self, known: &[Row]) -> Result<Decisions, StoreError> {
        let decided = known
            .iter()
            .filter(|row| row.entry.kind == Entry::RECONCILIATION && self.is_decided(row));
        let decided: Vec<Row> = decided.cloned().collect();
        let by_id: HashMap<EntryId, &Row> = known.iter().map(|row| (row.id, row)).collect();
        Decisions::of(&decided, &|id| {
            by_id.get(id).map(|row| self.member((*row).clone())).transpose()
        })
    }

    /// Whether a decision holds.
    pub(crate) fn is_decided(&self, row: &Row) -> bool {
        let stands = row.standing.replaced_by.is_empty() && !row.standing.proposed;
        stands && self.record.is_patients_word(row)
    }

    /// The view of an item, with the statements that contradict it even if they are older than those it was made from.
    pub(crate) fn view(&self, item: &Item) -> Result<ItemView, StoreError> {
        let mut item = Cow::Borrowed(item);
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
                item.to_mut().push(Arc::new(self.member(row)?));
            }
        }
        let unreconciled = item.is_unreconciled();
        let mut statements = item.statements.iter();
        let Some((first, lead)) = statements.next().and_then(|it| Some((it, it.members.first()?))) else {
            return Err(StoreError::Altered("item"));
        };
        let mut rivals = Vec::new();
        for statement in statements {
            if let Some(lead) = statement.members.first() {
                rivals.push(Rival {
                    id: lead.row.id,
                    facts: lead.facts.clone(),
                    sources: self.marks(statement)?,
                    standing: match statement.settled {
                        Settled::Open => RivalStanding::Contradicts,
                        Settled::Both => RivalStanding::AlsoRight,
                        Settled::SetAside => RivalStanding::SetAside,
                    },
                });
            }
        }
        let row = &lead.row;
        let state = self.state(row, &lead.facts, unreconciled)?;
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
            facts: lead.facts.clone(),
            state,
            past: is_over(&lead.facts),
            sources: self.marks(first)?,
            rivals,
            probable: item.probable.clone(),
            proposals: all(|row| &row.standing.proposals),
            disputed_by: all(|row| &row.standing.disputed_by),
            confirmed_by: all(|row| &row.standing.confirmed_by),
            media: row.entry.media.as_deref().map(bare_media).map(str::to_owned),
            content_here: row.entry.body.is_none() || !row.derived.is_empty(),
            of_lost_device: self.record.is_of_lost_device(row),
            when: row.when.clone(),
        })
    }

    pub(crate) fn state(
        &self,
        row: &Row,
        facts: &Summary,
        unreconciled: bool,
    ) -> Result<ItemState, StoreError> {
        let state = if row.standing.retracted || is_error(facts) || self.is_overruled(row)? {
            ItemState::Retracted
        } else if row.standing.proposed {
            ItemState::Proposed
        } else if !row.standing.replaced_by.is_empty() {
            ItemState::Replaced
        } else if unreconciled {
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

    fn marks(&self, statement: &Statement) -> Result<Vec<SourceMark>, StoreError> {
        let members = statement.members.iter();
        members
            .map(|member| self.source_mark(&member.row, member.facts.who.clone()))
            .collect()
    }
}
