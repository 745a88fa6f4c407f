//! How entries stand: which are current, replaced, proposed, disputed or unreconciled.
//!
//! Worked out from the set of entries alone, so that every device that holds the same entries sees the same, in
//! whatever order they came. Entries that name one another form a component; a component is always worked out whole.

use crate::entry::Act;
use crate::id::{AuthorId, EntryId};
use crate::row::{Row, Standing};
use std::collections::{BTreeMap, BTreeSet};

/// One component: rows that are held, and for each name the held entries that name it.
pub(crate) struct Component<'a> {
    pub(crate) rows: BTreeMap<EntryId, &'a Row>,
    pub(crate) patient: AuthorId,
}

impl<'a> Component<'a> {
    pub(crate) fn new(rows: impl IntoIterator<Item = &'a Row>, patient: AuthorId) -> Self {
        Self {
            rows: rows.into_iter().map(|row| (row.id, row)).collect(),
            patient,
        }
    }

    /// How each row stands.
    pub(crate) fn standings(&self) -> BTreeMap<EntryId, Standing> {
        let mut naming: BTreeMap<EntryId, Vec<&Row>> = BTreeMap::new();
        for row in self.rows.values() {
            for target in &row.entry.supersedes {
                naming.entry(*target).or_default().push(row);
            }
        }
        let graph = Graph {
            rows: &self.rows,
            naming: &naming,
            patient: self.patient,
        };
        let mut standings: BTreeMap<EntryId, Standing> = self
            .rows
            .values()
            .map(|row| (row.id, graph.standing(row)))
            .collect();
        for target in self.rows.keys().chain(naming.keys()) {
            let heads = graph.heads_over(target);
            if heads.len() < 2 {
                continue;
            }
            for head in &heads {
                if let Some(standing) = standings.get_mut(head) {
                    standing
                        .unreconciled_with
                        .extend(heads.iter().filter(|other| *other != head));
                }
            }
        }
        for standing in standings.values_mut() {
            standing.unreconciled_with.sort();
            standing.unreconciled_with.dedup();
        }
        standings
    }
}

struct Graph<'a> {
    rows: &'a BTreeMap<EntryId, &'a Row>,
    naming: &'a BTreeMap<EntryId, Vec<&'a Row>>,
    patient: AuthorId,
}

impl Graph<'_> {
    fn naming(&self, target: &EntryId) -> &[&Row] {
        self.naming.get(target).map_or(&[], Vec::as_slice)
    }

    fn speaks_for(&self, author: AuthorId, target: &EntryId) -> bool {
        author == self.patient || self.rows.get(target).is_some_and(|row| row.author == author)
    }

    /// A replacement is in effect if the target's author or the patient wrote it, or one of them confirmed it.
    fn is_effective(&self, row: &Row, target: &EntryId) -> bool {
        self.speaks_for(row.author, target)
            || self
                .naming(&row.id)
                .iter()
                .any(|by| by.entry.act == Some(Act::Confirm) && self.speaks_for(by.author, target))
    }

    fn replacements(&self, target: &EntryId) -> impl Iterator<Item = &Row> {
        self.naming(target)
            .iter()
            .copied()
            .filter(|by| by.replaces() && self.is_effective(by, target))
    }

    fn standing(&self, row: &Row) -> Standing {
        let ids = |rows: &mut dyn Iterator<Item = &Row>| rows.map(|row| row.id).collect::<BTreeSet<_>>();
        let with = |act| {
            ids(&mut self
                .naming(&row.id)
                .iter()
                .copied()
                .filter(|by| by.entry.act == Some(act)))
        };
        let replaced_by = ids(&mut self.replacements(&row.id));
        let proposals = self.naming(&row.id).iter().copied().filter(|by| by.replaces());
        Standing {
            retracted: self
                .replacements(&row.id)
                .any(|by| by.entry.act == Some(Act::Retract)),
            proposals: ids(&mut { proposals })
                .difference(&replaced_by)
                .copied()
                .collect(),
            replaced_by: replaced_by.into_iter().collect(),
            proposed: row.replaces() && self.is_only_proposed(row),
            disputed_by: with(Act::Dispute).into_iter().collect(),
            confirmed_by: with(Act::Confirm).into_iter().collect(),
            unreconciled_with: Vec::new(),
        }
    }

    /// An unknown target delays nothing: the entry stands until the target comes and shows who wrote it.
    fn is_only_proposed(&self, row: &Row) -> bool {
        let mut known = row
            .entry
            .supersedes
            .iter()
            .filter(|target| self.rows.contains_key(target))
            .peekable();
        known.peek().is_some() && known.all(|target| !self.is_effective(row, target))
    }

    /// The replacements in effect over a target that nothing in effect replaces in turn.
    fn heads_over(&self, target: &EntryId) -> BTreeSet<EntryId> {
        let (mut heads, mut seen, mut open) = (BTreeSet::new(), BTreeSet::new(), vec![*target]);
        while let Some(at) = open.pop() {
            for by in self.replacements(&at) {
                if !seen.insert(by.id) {
                    continue;
                }
                if self.replacements(&by.id).next().is_none() {
                    heads.insert(by.id);
                } else {
                    open.push(by.id);
                }
            }
        }
        heads
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entry::{BodyRef, Entry};
    use crate::id::{DocumentId, EntryHash, FeedTag};
    use crate::section::Section;

    const PATIENT: AuthorId = AuthorId([1; 32]);
    const CLINIC: AuthorId = AuthorId([2; 32]);

    fn row(counter: u64, author: AuthorId, act: Option<Act>, over: &[&Row]) -> Row {
        let mut entry = Entry::blank("fhir/MedicationStatement".into(), counter);
        entry.act = act;
        entry.supersedes = over.iter().map(|row| row.id).collect();
        entry.body = Some(BodyRef::of(b"{}"));
        Row {
            id: EntryId {
                document: DocumentId([0; 16]),
                feed: FeedTag([0; 8]),
                counter,
                hash: EntryHash([0; 16]),
            },
            section: Section::Medications,
            author,
            entry,
            known: counter,
            when: String::new(),
            derived: Vec::new(),
            standing: Standing::default(),
            place: (0, counter),
        }
    }

    fn standings(rows: &[&Row]) -> BTreeMap<EntryId, Standing> {
        Component::new(rows.iter().copied(), PATIENT).standings()
    }

    #[test]
    fn two_corrections_made_apart_are_unreconciled_until_one_entry_names_both() {
        let first = row(1, PATIENT, None, &[]);
        let (left, right) = (
            row(2, PATIENT, Some(Act::Correct), &[&first]),
            row(3, PATIENT, Some(Act::Correct), &[&first]),
        );
        let apart = standings(&[&first, &left, &right]);
        assert_eq!(apart[&left.id].unreconciled_with, [right.id]);
        assert_eq!(apart[&first.id].replaced_by, [left.id, right.id]);
        let settled = row(4, PATIENT, Some(Act::Resolve), &[&left, &right]);
        let after = standings(&[&first, &left, &right, &settled]);
        assert!(
            after
                .values()
                .all(|standing| standing.unreconciled_with.is_empty())
        );
    }

    #[test]
    fn what_another_says_of_an_entry_is_proposed_until_its_author_or_the_patient_confirms() {
        let mine = row(1, PATIENT, None, &[]);
        let theirs = row(2, CLINIC, Some(Act::Retract), &[&mine]);
        let before = standings(&[&mine, &theirs]);
        assert!(before[&mine.id].replaced_by.is_empty() && before[&theirs.id].proposed);
        assert_eq!(before[&mine.id].proposals, [theirs.id]);
        let confirmed = row(3, PATIENT, Some(Act::Confirm), &[&theirs]);
        let after = standings(&[&mine, &theirs, &confirmed]);
        assert!(after[&mine.id].retracted && !after[&theirs.id].proposed);
    }

    #[test]
    fn a_target_that_is_not_held_delays_nothing() {
        let missing = row(1, PATIENT, None, &[]);
        let theirs = row(2, CLINIC, Some(Act::Correct), &[&missing]);
        assert!(!standings(&[&theirs])[&theirs.id].proposed);
    }
}
