//! What was read for the rules is kept while the record is open, so that a change costs what it touches. Nothing of it is
//! stored, and it goes with the [`Chart`].

use super::acknowledge::stands;
use super::{Held, TYPES};
use crate::chart::Chart;
use crate::facts::resource_type;
use crate::item::{ItemState, ItemView, is_listed};
use pocketchart_fhir::view::View;
use pocketchart_knowledge::Statement;
use pocketchart_record::{EntryId, Row, Section, StoreError, sabotage};
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::sync::Arc;

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

/// What holds in a section, and the versions of the pages that it stands on.
#[derive(Clone, Default)]
pub(super) struct Listed {
    pages: Vec<u64>,
    /// Those that a rule can read.
    pub(super) items: Vec<Arc<ItemView>>,
    /// Those that nobody took back.
    pub(super) acknowledgements: Vec<Row>,
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

    /// What holds in a section, read anew only if one of its pages was written since; then also the rows behind its items, with which
    /// their contents are found.
    pub(super) fn listed(&self, chart: &Chart, section: Section) -> Result<(Listed, Vec<Row>), StoreError> {
        let pages = chart.record.pages(section)?;
        let mut kept = self.0.borrow_mut();
        if let Some(listed) = kept.sections.get(&section)
            && (listed.pages == pages || sabotage::off("care pages"))
        {
            return Ok((listed.clone(), Vec::new()));
        }
        let (listed, rows) = read(chart, section, pages)?;
        kept.sections.insert(section, listed.clone());
        Ok((listed, rows))
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

/// One walk over a section.
fn read(chart: &Chart, section: Section, pages: Vec<u64>) -> Result<(Listed, Vec<Row>), StoreError> {
    let mut listed = Listed {
        pages,
        ..Listed::default()
    };
    let mut current = Vec::new();
    chart.record.each_row::<StoreError>(section, |row| {
        if stands(&row) {
            listed.acknowledgements.push(row);
        } else if row.is_current() && is_listed(&row) && TYPES.contains(&resource_type(&row.entry.kind)) {
            current.push(row);
        }
        Ok(())
    })?;
    let mut rows = Vec::new();
    for item in chart.items_of(current, &chart.decisions(&[section])?)? {
        let view = chart.view(&item)?;
        if matches!(view.state, ItemState::Current | ItemState::Unreconciled) {
            listed.items.push(Arc::new(view));
            let leads = item.statements.into_iter();
            rows.extend(leads.filter_map(|it| Some(it.members.into_iter().next()?.row.clone())));
        }
    }
    listed.items.shrink_to_fit();
    Ok((listed, rows))
}
