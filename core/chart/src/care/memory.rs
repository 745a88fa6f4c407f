//! What was read for the rules is kept while the record is open, so that a change costs what it touches. Nothing of it is
//! stored, and it goes with the [`Chart`].

use super::{Held, TYPES};
use crate::chart::Chart;
use crate::item::ItemView;
use crate::read::ReadError;
use pocketchart_fhir::view::View;
use pocketchart_knowledge::Statement;
use pocketchart_record::{EntryId, Section, sabotage};
use std::cell::RefCell;
use std::collections::BTreeMap;

/// What is kept; empty until the first question.
#[derive(Default)]
pub(crate) struct Memory(RefCell<Kept>);

#[derive(Default)]
struct Kept {
    /// The commit after which it was read.
    commit: u64,
    held: Option<Held>,
    sections: BTreeMap<Section, Listed>,
}

/// The items of a section, and the versions of the pages that they stand on.
struct Listed {
    pages: Vec<u64>,
    items: Vec<ItemView>,
}

impl Memory {
    /// What rules are held against, if nothing was written since it was read.
    pub(super) fn held(&self, commit: u64) -> Option<Held> {
        let kept = self.0.borrow();
        kept.held.as_ref().filter(|_| kept.commit == commit).cloned()
    }

    pub(super) fn keep(&self, commit: u64, held: &Held) {
        let mut kept = self.0.borrow_mut();
        kept.commit = commit;
        kept.held = Some(held.clone());
    }

    /// What holds in a section and a rule can read, listed anew only if one of its pages was written since.
    pub(super) fn listed(&self, chart: &Chart, section: Section) -> Result<Vec<ItemView>, ReadError> {
        let pages = chart.record.head(section)?.pages().to_vec();
        let mut kept = self.0.borrow_mut();
        if let Some(listed) = kept.sections.get(&section)
            && (listed.pages == pages || sabotage::off("care pages"))
        {
            return Ok(listed.items.clone());
        }
        let mut items = chart.what_holds(section, true)?;
        items.retain(|item| TYPES.contains(&item.facts.resource_type.as_str()));
        items.shrink_to_fit();
        let listed = Listed {
            pages,
            items: items.clone(),
        };
        kept.sections.insert(section, listed);
        Ok(items)
    }

    /// Takes out of `wanted` the entries that were read before: what an entry says never changes. A medicine that stands in a
    /// resource of its own is read again, because that may have come since.
    pub(super) fn read_before(&self, wanted: &mut Vec<EntryId>) -> Vec<Statement> {
        let kept = self.0.borrow();
        let mut known: BTreeMap<&str, &Statement> = BTreeMap::new();
        for statement in kept.held.iter().flat_map(|held| held.statements.iter()) {
            let refers = match &statement.view {
                View::MedicationStatement(it) => it.medication_reference.is_some(),
                View::MedicationRequest(it) => it.medication_reference.is_some(),
                _ => false,
            };
            if !refers {
                known.insert(&statement.entry, statement);
            }
        }
        let mut statements = Vec::new();
        wanted.retain(|id| match known.get(id.to_text().as_str()) {
            Some(statement) => {
                statements.push((*statement).clone());
                false
            }
            None => true,
        });
        statements
    }
}
