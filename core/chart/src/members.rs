//! Entries with what they say, a medicine with its name.

use crate::chart::Chart;
use crate::facts;
use crate::group::Member;
use crate::import::source_of;
use pocketchart_fhir::split::Resource;
use pocketchart_fhir::summary::{Summary, summary};
use pocketchart_record::{EntryId, Row, Source, StoreError};
use std::collections::HashMap;
use std::sync::Arc;

/// Entries of which each is taken up while its row is at hand. Those that have their name from a medicine in a resource of its own wait,
/// so that such resources are looked up together.
#[derive(Default)]
pub(crate) struct Members {
    named: Vec<Arc<Member>>,
    waiting: Vec<(Row, Summary, Source)>,
}

impl Members {
    /// Takes up an entry.
    pub(crate) fn push(&mut self, row: Row) {
        let facts = facts::of(&row);
        match named_by(&row, &facts) {
            Some(source) => self.waiting.push((row, facts, source)),
            None => self.named.push(Arc::new(Member::saying(row, facts))),
        }
    }
}

/// Medicines that stand in no record, by their originals: they name what another system says.
#[derive(Default)]
pub(crate) struct Medicines(HashMap<Source, Summary>);

impl Medicines {
    /// Those among these resources.
    pub(crate) fn of(resources: &[Resource]) -> Self {
        let medicines = resources
            .iter()
            .filter(|it| it.head.resource_type == Chart::MEDICINE);
        let named = medicines.filter_map(|it| Some((source_of(it), summary(&it.bytes).ok()?)));
        Self(named.collect())
    }
}

impl Member {
    /// An entry, with the name of its medicine where that is among these.
    pub(crate) fn saying_with(row: Row, medicines: &Medicines) -> Self {
        let mut facts = facts::of(&row);
        if let Some(medicine) = named_by(&row, &facts).and_then(|it| medicines.0.get(&it)) {
            facts.name_medicine(medicine);
        }
        Self::saying(row, facts)
    }
}

impl Chart {
    /// The type of what other resources refer to for the name of a medicine.
    pub(crate) const MEDICINE: &'static str = "Medication";

    /// Those entries, in no order.
    pub(crate) fn named(&self, members: Members) -> Result<Vec<Arc<Member>>, StoreError> {
        let Members { mut named, waiting } = members;
        let mut newest: HashMap<&Source, EntryId> = HashMap::new();
        for (.., source) in &waiting {
            if !newest.contains_key(source)
                && let Some(found) = self.record.from_source(source)?
            {
                newest.insert(source, found.id);
            }
        }
        let ids: Vec<EntryId> = newest.values().copied().collect();
        let rows = self.record.rows_of(&ids)?;
        let medicines: HashMap<Source, Summary> = newest
            .into_keys()
            .zip(rows)
            .filter_map(|(source, row)| Some((source.clone(), facts::of(&row?))))
            .collect();
        for (row, mut facts, source) in waiting {
            if let Some(medicine) = medicines.get(&source) {
                facts.name_medicine(medicine);
            }
            named.push(Arc::new(Member::saying(row, facts)));
        }
        Ok(named)
    }

    /// The same, of one entry.
    pub(crate) fn member(&self, row: Row) -> Result<Member, StoreError> {
        let mut facts = facts::of(&row);
        if let Some(source) = named_by(&row, &facts)
            && let Some(medicine) = self.newest_of(&source)?
        {
            facts.name_medicine(&facts::of(&medicine));
        }
        Ok(Member::saying(row, facts))
    }

    /// The same, of one whose medicine may also be among these.
    pub(crate) fn member_beside(&self, row: Row, medicines: &Medicines) -> Result<Member, StoreError> {
        let is_among = |it: Source| medicines.0.contains_key(&it);
        match named_by(&row, &facts::of(&row)).is_some_and(is_among) {
            true => Ok(Member::saying_with(row, medicines)),
            false => self.member(row),
        }
    }

    /// The same, of the entry of this name, if it is here.
    pub(crate) fn member_named(&self, id: &EntryId) -> Result<Option<Member>, StoreError> {
        self.record.row(id)?.map(|row| self.member(row)).transpose()
    }

    /// The newest entry of the medicine to which a row refers, as its source writes the reference.
    pub(crate) fn referred_by(&self, row: &Row, reference: &str) -> Result<Option<Row>, StoreError> {
        match medicine_of(row, reference) {
            Some(source) => self.newest_of(&source),
            None => Ok(None),
        }
    }

    fn newest_of(&self, source: &Source) -> Result<Option<Row>, StoreError> {
        match self.record.from_source(source)? {
            Some(found) => self.record.row(&found.id),
            None => Ok(None),
        }
    }
}

/// The original of a medicine to which a row refers.
fn medicine_of(row: &Row, reference: &str) -> Option<Source> {
    let system = row.entry.source.as_ref().map(|source| source.system.as_str());
    crate::import::referred(system, reference).filter(|source| source.kind == Chart::MEDICINE)
}

/// The original from which an entry has the name of its medicine, where it has none of its own.
fn named_by(row: &Row, facts: &Summary) -> Option<Source> {
    let reference = facts.medicine.as_deref().filter(|_| facts.title.is_none());
    medicine_of(row, reference?)
}
