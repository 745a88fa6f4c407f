//! What persons decided about statements, as it holds for the entries that are current now.

use super::said::Saying;
use super::{Item, Member, Statement};
use pocketchart_record::cbor::from_bytes;
use pocketchart_record::{Answer, EntryId, Reconciliation, Row, StoreError, sabotage};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

/// How a statement stands beside the others of its item.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Settled {
    /// Nobody has settled it.
    Open,
    /// A person said that it is right beside the others.
    Both,
    /// A person said that another is right.
    SetAside,
}

/// What one decision says of two entries, the one with the smaller id first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Verdict {
    Different,
    Same,
    SmallerIsRight,
    LargerIsRight,
    Both,
}

/// Every decision that holds.
#[derive(Default)]
pub(crate) struct Decisions {
    /// By the pairs of entries that it is about.
    pairs: BTreeMap<(EntryId, EntryId), BTreeSet<Verdict>>,
    /// The other entries of the pairs of each.
    beside: HashMap<EntryId, BTreeSet<EntryId>>,
}

impl Decisions {
    /// Reads decisions. `find` finds the entries that they name; what has replaced those is what they hold for now. That one is
    /// right, or both are, holds only as long as both say what they said then.
    pub(crate) fn of(
        rows: &[Row],
        find: &dyn Fn(&EntryId) -> Result<Option<Member>, StoreError>,
    ) -> Result<Self, StoreError> {
        let mut all = Self::default();
        for decision in rows {
            // What cannot be read was refused when it came.
            let Ok(said) = from_bytes::<Reconciliation>(&decision.derived) else {
                continue;
            };
            for first in &said.first {
                for second in &said.second {
                    let (first, second) = (heads(first, find)?, heads(second, find)?);
                    for (a, a_is_unchanged) in &first {
                        for (b, b_is_unchanged) in &second {
                            if a != b {
                                all.note(*a, *b, said.answer, *a_is_unchanged && *b_is_unchanged);
                            }
                        }
                    }
                }
            }
        }
        Ok(all)
    }

    /// The entries that a decision names.
    pub(crate) fn named(decision: &Row) -> Vec<EntryId> {
        // What cannot be read was refused when it came.
        let said = from_bytes::<Reconciliation>(&decision.derived).ok();
        said.map(|said| [said.first, said.second].concat())
            .unwrap_or_default()
    }

    /// Whether anything is decided of an entry of one and an entry of the other.
    pub(crate) fn concern(&self, these: &[EntryId], others: &[EntryId]) -> bool {
        let pairs = these
            .iter()
            .flat_map(|a| others.iter().map(move |b| (*a.min(b), *a.max(b))));
        pairs.into_iter().any(|pair| self.pairs.contains_key(&pair))
    }

    /// Adds that two entries are of one thing, for another reason than a person's word.
    pub(crate) fn join(&mut self, a: EntryId, b: EntryId) {
        self.note(a, b, Answer::Same, true);
    }

    fn note(&mut self, a: EntryId, b: EntryId, answer: Answer, unchanged: bool) {
        let verdict = match answer {
            Answer::Different => Verdict::Different,
            Answer::FirstIsRight if unchanged && a < b => Verdict::SmallerIsRight,
            Answer::FirstIsRight if unchanged => Verdict::LargerIsRight,
            Answer::Both if unchanged => Verdict::Both,
            Answer::Same | Answer::FirstIsRight | Answer::Both => Verdict::Same,
        };
        self.pairs
            .entry((a.min(b), a.max(b)))
            .or_default()
            .insert(verdict);
        self.beside.entry(a).or_default().insert(b);
        self.beside.entry(b).or_default().insert(a);
    }

    /// The entries about which something is decided beside this one.
    pub(super) fn beside(&self, id: &EntryId) -> impl Iterator<Item = &EntryId> {
        self.beside.get(id).into_iter().flatten()
    }

    /// The entries about which the two do not say the same.
    pub(super) fn unlike(&self, other: &Self) -> BTreeSet<EntryId> {
        let differing = |one: &Self, other: &Self| -> Vec<EntryId> {
            let differs = one
                .pairs
                .iter()
                .filter(|(pair, said)| other.pairs.get(*pair) != Some(said));
            differs.flat_map(|((a, b), _)| [*a, *b]).collect()
        };
        let mut all = differing(self, other);
        all.extend(differing(other, self));
        all.into_iter().collect()
    }

    /// Whether a person made one of these entries one with another that is not among them.
    pub(crate) fn reach_beyond(&self, ids: &BTreeSet<EntryId>) -> bool {
        ids.iter()
            .any(|id| self.joined_with(id).any(|other| !ids.contains(other)))
    }

    pub(super) fn is_empty(&self) -> bool {
        self.pairs.is_empty()
    }

    /// The entries that a person made one with this one; not those that another decision parts.
    pub(super) fn joined_with(&self, id: &EntryId) -> impl Iterator<Item = &EntryId> {
        let joins = |other: &&EntryId| {
            let said = self.pairs.get(&(*id.min(other), *id.max(other)));
            said.is_some_and(|said| !said.contains(&Verdict::Different))
        };
        self.beside(id).filter(joins)
    }

    /// Whether a person said that these are two things. Where another decision says that they are one, neither counts, and
    /// they are asked about again.
    pub(super) fn parts(&self, a: &EntryId, b: &EntryId) -> bool {
        let said = self.pairs.get(&(*a.min(b), *a.max(b)));
        said.is_some_and(|said| said.len() == 1 && said.contains(&Verdict::Different))
            && !sabotage::off("parted")
    }

    /// Whether a person parted any two of these; `of` gives the members that each of them stands for.
    pub(super) fn part(
        &self,
        these: &[usize],
        members: &[Arc<Member>],
        of: &dyn Fn(usize) -> Vec<usize>,
    ) -> bool {
        if self.is_empty() {
            return false;
        }
        let mut whose: HashMap<EntryId, usize> = HashMap::new();
        for these in these {
            let ids = of(*these).into_iter().filter_map(|at| members.get(at));
            let decided = ids.filter(|member| self.beside.contains_key(&member.row.id));
            whose.extend(decided.map(|member| (member.row.id, *these)));
        }
        let differ = |one: &usize, other: &EntryId| whose.get(other).is_some_and(|other| one != other);
        whose.iter().any(|(id, one)| {
            self.beside(id)
                .any(|other| differ(one, other) && self.parts(id, other))
        })
    }

    /// What was settled between two statements.
    pub(super) fn between(&self, a: &Statement, b: &Statement) -> Option<Said> {
        let ids = |it: &Statement| it.members.iter().map(|it| it.row.id).collect::<Vec<_>>();
        let mut all = BTreeSet::new();
        for a in ids(a) {
            for b in ids(b) {
                let said = self.pairs.get(&(a.min(b), a.max(b)));
                all.extend(said.into_iter().flatten().filter_map(|verdict| match verdict {
                    Verdict::Both => Some(Said::Both),
                    Verdict::SmallerIsRight => Some(if a < b { Said::First } else { Said::Second }),
                    Verdict::LargerIsRight => Some(if a < b { Said::Second } else { Said::First }),
                    Verdict::Same | Verdict::Different => None,
                }));
            }
        }
        // Two that contradict each other settle nothing.
        all.pop_first().filter(|_| all.is_empty())
    }

    /// Says how each statement stands beside the others, and puts what was set aside last.
    pub(super) fn settle(&self, item: &mut Item) {
        if self.is_empty() || item.statements.len() < 2 {
            return;
        }
        let statements = &item.statements;
        let others = |at: usize| {
            statements
                .iter()
                .enumerate()
                .filter(move |(other, _)| *other != at)
        };
        let is_aside = |(at, it): (usize, &Statement)| {
            others(at).any(|(_, other)| self.between(other, it) == Some(Said::First))
        };
        let mut aside: Vec<bool> = statements.iter().enumerate().map(is_aside).collect();
        if aside.iter().all(|it| *it) {
            // A circle settles nothing.
            aside.fill(false);
        }
        let holds = |at: usize| aside.get(at) == Some(&false);
        let settled: Vec<Settled> = statements
            .iter()
            .enumerate()
            .map(|(at, it)| {
                let mut beside = others(at).filter(|(other, _)| holds(*other));
                if !holds(at) {
                    Settled::SetAside
                } else if beside.all(|(_, other)| self.between(it, other) == Some(Said::Both)) {
                    Settled::Both
                } else {
                    Settled::Open
                }
            })
            .collect();
        for (statement, settled) in item.statements.iter_mut().zip(settled) {
            statement.settled = settled;
        }
        item.statements.sort_by_key(|it| it.settled == Settled::SetAside);
    }
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Said {
    First,
    Second,
    Both,
}

/// What stands now for an entry that was named, and whether it says what that said.
fn heads(
    named: &EntryId,
    find: &dyn Fn(&EntryId) -> Result<Option<Member>, StoreError>,
) -> Result<Vec<(EntryId, bool)>, StoreError> {
    let Some(first) = find(named)? else {
        return Ok(Vec::new());
    };
    let said = Saying::of(&first);
    let (mut found, mut seen, mut open) = (Vec::new(), BTreeSet::from([*named]), vec![first]);
    while let Some(at) = open.pop() {
        if at.row.is_current() {
            found.push((at.row.id, Saying::of(&at) == said));
            continue;
        }
        for next in &at.row.standing.replaced_by {
            if seen.insert(*next) {
                open.extend(find(next)?);
            }
        }
    }
    Ok(found)
}
