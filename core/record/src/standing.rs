//! How entries stand: which are current, replaced, proposed, disputed or unreconciled.
//!
//! Worked out from the set of entries alone, so that every device that holds the same entries sees the same, in
//! whatever order they came. Entries that name one another form a component; a component is always worked out whole, in
//! time that grows with the number of references in it.

use crate::entry::{Act, MAX_SUPERSEDES};
use crate::id::{AuthorId, EntryId};
use crate::quarantine::{Place, Quarantine};
use crate::row::{Row, Standing};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// The most entries that a standing lists of each sort: as many as one entry can name. Those with the smallest ids.
pub(crate) const MAX_LISTED: usize = MAX_SUPERSEDES;

/// One component: rows that are held, and for each name the held entries that name it.
pub(crate) struct Component<'a> {
    pub(crate) rows: BTreeMap<EntryId, &'a Row>,
    pub(crate) patient: AuthorId,
    pub(crate) quarantine: &'a Quarantine,
}

impl<'a> Component<'a> {
    pub(crate) fn new(
        rows: impl IntoIterator<Item = &'a Row>,
        patient: AuthorId,
        quarantine: &'a Quarantine,
    ) -> Self {
        Self {
            rows: rows.into_iter().map(|row| (row.id, row)).collect(),
            patient,
            quarantine,
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
            quarantine: self.quarantine,
        };
        let mut standings: BTreeMap<EntryId, Standing> = self
            .rows
            .values()
            .map(|row| (row.id, graph.standing(row)))
            .collect();
        for (head, rivals) in graph.rivals() {
            if let Some(standing) = standings.get_mut(&head) {
                standing.unreconciled_with = rivals
                    .into_iter()
                    .filter(|it| *it != head)
                    .take(MAX_LISTED)
                    .collect();
            }
        }
        standings
    }
}

/// The smallest of the ids put in; one more than are listed, since an id is not its own rival.
fn smallest(ids: &mut BTreeSet<EntryId>) {
    while ids.len() > MAX_LISTED + 1 {
        ids.pop_last();
    }
}

struct Graph<'a> {
    rows: &'a BTreeMap<EntryId, &'a Row>,
    naming: &'a BTreeMap<EntryId, Vec<&'a Row>>,
    patient: AuthorId,
    quarantine: &'a Quarantine,
}

impl Graph<'_> {
    fn naming(&self, target: &EntryId) -> &[&Row] {
        self.naming.get(target).map_or(&[], Vec::as_slice)
    }

    fn speaks_for(&self, by: &Row, target: &EntryId) -> bool {
        let author = by.author;
        !self.quarantine.holds(Place::of(by))
            && (author == self.patient
                || self.quarantine.manages(by)
                || self.rows.get(target).is_some_and(|row| row.author == author))
    }

    fn is_confirmed(&self, row: &Row) -> bool {
        let mut naming = self.naming(&row.id).iter();
        naming.any(|by| by.entry.act == Some(Act::Confirm) && self.speaks_for(by, &row.id))
    }

    /// A replacement is in effect if the target's author or the patient wrote it, or one of them confirmed it.
    fn is_effective(&self, row: &Row, target: &EntryId) -> bool {
        self.speaks_for(row, target)
            || self
                .naming(&row.id)
                .iter()
                .any(|by| by.entry.act == Some(Act::Confirm) && self.speaks_for(by, target))
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
                .filter(|by| by.entry.act == Some(act) && !self.quarantine.holds(Place::of(by))))
        };
        let replaced_by = ids(&mut self.replacements(&row.id));
        let proposals = self.naming(&row.id).iter().copied().filter(|by| by.replaces());
        let listed = |ids: BTreeSet<EntryId>| ids.into_iter().take(MAX_LISTED).collect();
        Standing {
            retracted: self
                .replacements(&row.id)
                .any(|by| by.entry.act == Some(Act::Retract)),
            proposals: listed(&ids(&mut { proposals }) - &replaced_by),
            replaced_by: listed(replaced_by),
            proposed: row.replaces() && self.is_only_proposed(row)
                || self.quarantine.holds(Place::of(row)) && !self.is_confirmed(row),
            disputed_by: listed(with(Act::Dispute)),
            confirmed_by: listed(with(Act::Confirm)),
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

    /// Every entry that is named, each after all that replace it in effect. References go back in time only, because
    /// they name a hash; so there is such an order.
    fn newest_first(&self) -> Vec<EntryId> {
        let (mut order, mut seen) = (Vec::new(), BTreeSet::new());
        for start in self.naming.keys() {
            let mut open = vec![(*start, false)];
            while let Some((at, done)) = open.pop() {
                if done {
                    order.push(at);
                } else if seen.insert(at) {
                    open.push((at, true));
                    open.extend(self.replacements(&at).map(|by| (by.id, false)));
                }
            }
        }
        order
    }

    /// For each entry in effect that nothing in effect replaces: the others over the same entries, and itself.
    fn rivals(&self) -> BTreeMap<EntryId, BTreeSet<EntryId>> {
        let order = self.newest_first();
        let mut heads: BTreeMap<EntryId, Rc<BTreeSet<EntryId>>> = BTreeMap::new();
        for target in &order {
            let mut over = self.replacements(target).map(|by| match heads.get(&by.id) {
                Some(heads) if !heads.is_empty() => heads.clone(),
                _ => Rc::new(BTreeSet::from([by.id])),
            });
            let first = over.next().unwrap_or_default();
            // Long chains share one set.
            let all = over.fold(first, |mut all, more| {
                if !more.is_subset(&all) {
                    let all = Rc::make_mut(&mut all);
                    all.extend(more.iter());
                    smallest(all);
                }
                all
            });
            heads.insert(*target, all);
        }
        let mut rivals: BTreeMap<EntryId, BTreeSet<EntryId>> = BTreeMap::new();
        for target in order.iter().rev() {
            let mut known = rivals.remove(target).unwrap_or_default();
            if let Some(heads) = heads.get(target).filter(|heads| heads.len() > 1) {
                known.extend(heads.iter());
                smallest(&mut known);
            }
            let mut by = self.replacements(target).map(|by| by.id).peekable();
            if by.peek().is_none() && !known.is_empty() {
                rivals.insert(*target, known);
                continue;
            }
            for by in by {
                let all = rivals.entry(by).or_default();
                all.extend(known.iter());
                smallest(all);
            }
        }
        rivals
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
        Component::new(rows.iter().copied(), PATIENT, &Quarantine::default()).standings()
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

    /// The heads over a target, found by walking: what the fast way must agree with.
    fn walked(
        rows: &[Row],
        effective: impl Fn(&Row, &EntryId) -> bool,
        target: &EntryId,
    ) -> BTreeSet<EntryId> {
        let over = |at: &EntryId| -> Vec<EntryId> {
            let by = rows.iter().filter(|row| row.entry.supersedes.contains(at));
            by.filter(|row| row.replaces() && effective(row, at))
                .map(|row| row.id)
                .collect()
        };
        let (mut heads, mut seen, mut open) = (BTreeSet::new(), BTreeSet::new(), vec![*target]);
        while let Some(at) = open.pop() {
            for by in over(&at) {
                if seen.insert(by) {
                    open.push(by);
                    if over(&by).is_empty() {
                        heads.insert(by);
                    }
                }
            }
        }
        heads
    }

    #[test]
    fn the_fast_way_finds_the_rivals_that_walking_finds() {
        let mut state = 7_u64;
        let mut below = move |limit: usize| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            (state >> 33) as usize % limit
        };
        for _ in 0..300 {
            let mut rows: Vec<Row> = Vec::new();
            for counter in 1..=2 + below(12) as u64 {
                let over: Vec<&Row> = rows.iter().filter(|_| below(3) == 0).collect();
                let act = [
                    None,
                    Some(Act::Correct),
                    Some(Act::Retract),
                    Some(Act::Dispute),
                    Some(Act::Confirm),
                ];
                let author = if below(4) == 0 { CLINIC } else { PATIENT };
                let new = row(counter, author, act[below(5)], &over);
                rows.push(new);
            }
            let quarantine = Quarantine::default();
            let component = Component::new(&rows, PATIENT, &quarantine);
            let standings = component.standings();
            let effective = |row: &Row, target: &EntryId| standings[target].replaced_by.contains(&row.id);
            for row in &rows {
                let mut expected = BTreeSet::new();
                for target in &rows {
                    let heads = walked(&rows, effective, &target.id);
                    if heads.contains(&row.id) {
                        expected.extend(heads);
                    }
                }
                expected.remove(&row.id);
                let found: BTreeSet<EntryId> = standings[&row.id].unreconciled_with.iter().copied().collect();
                assert_eq!(found, expected);
            }
        }
    }

    #[test]
    fn a_flood_of_rivals_is_listed_only_in_part_and_all_of_it_is_marked() {
        let first = row(1, PATIENT, None, &[]);
        let mut rows = vec![first.clone()];
        rows.extend((2..5_000).map(|counter| row(counter, PATIENT, Some(Act::Correct), &[&first])));
        let mut last = first.clone();
        for counter in 5_000..10_000 {
            last = row(counter, PATIENT, Some(Act::Correct), &[&last]);
            rows.push(last.clone());
        }
        let standings = Component::new(&rows, PATIENT, &Quarantine::default()).standings();
        let heads = rows
            .iter()
            .filter(|row| standings[&row.id].replaced_by.is_empty());
        let (mut count, mut listed) = (0, 0);
        for head in heads {
            count += 1;
            listed = listed.max(standings[&head.id].unreconciled_with.len());
            assert!(!standings[&head.id].unreconciled_with.is_empty());
        }
        assert_eq!((count, listed), (4_999, MAX_LISTED));
    }
}
