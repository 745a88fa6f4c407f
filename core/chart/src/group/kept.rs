//! Items that are kept, so that another entry costs what it touches: only what something ties to it, directly or through others, is
//! put together anew.

use super::{Decisions, Item, Member, Table, items, newest_first};
use foldhash::fast::RandomState;
use pocketchart_record::{EntryId, Source, sabotage};
use std::collections::{BTreeSet, HashSet};
use std::hash::{BuildHasher, Hash};
use std::sync::Arc;

/// Where more than one in so many entries is another, all are put together anew.
const FEW: usize = 4;

/// The items of a section, with what ties their entries.
#[derive(Default)]
pub(crate) struct Kept {
    places: Table<EntryId, usize>,
    held: Vec<Option<Held>>,
    /// Places at which nothing is held.
    free: Vec<usize>,
    /// What ties, with the places of the entries that it ties. Two of one hash only have more entries looked at.
    ties: BTreeSet<(u64, usize)>,
    hasher: RandomState,
    /// The newest first.
    items: Vec<Arc<Item>>,
    decided: Decisions,
}

struct Held {
    member: Arc<Member>,
    item: Arc<Item>,
    ties: Box<[u64]>,
}

/// What can make two entries one item, or have one pointed out beside the other.
#[derive(Hash)]
enum Tie<'a> {
    Key(&'a str),
    Original(&'a Source),
    Entry(&'a EntryId),
}

/// What is another than before.
#[derive(Default)]
pub(crate) struct Change {
    /// Entries that no longer hold.
    pub(crate) gone: Vec<EntryId>,
    /// Entries that are new, or stand or speak otherwise.
    pub(crate) come: Vec<Arc<Member>>,
    /// What was decided, if that is another.
    pub(crate) decided: Option<Decisions>,
}

impl Kept {
    /// The items, the newest first.
    pub(crate) fn items(&self) -> impl ExactSizeIterator<Item = &Item> {
        self.items.iter().map(Arc::as_ref)
    }

    /// The same, to keep.
    pub(crate) fn shared(&self) -> &[Arc<Item>] {
        &self.items
    }

    /// The item of an entry.
    pub(crate) fn item_of(&self, id: &EntryId) -> Option<&Arc<Item>> {
        self.held_of(id).map(|held| &held.item)
    }

    /// An entry.
    pub(crate) fn member(&self, id: &EntryId) -> Option<&Member> {
        self.held_of(id).map(|held| held.member.as_ref())
    }

    /// Follows a change. Says how many entries were put together anew.
    pub(crate) fn follow(&mut self, change: Change) -> usize {
        let come = change.come.iter().map(|it| it.row.id);
        let outdated: HashSet<EntryId, RandomState> = come.chain(change.gone).collect();
        let mut touched = outdated.clone();
        if let Some(decided) = change.decided {
            touched.extend(self.decided.unlike(&decided));
            self.decided = decided;
        }
        let mut taken = if touched.len() > self.places.len() / FEW {
            self.take_all()
        } else {
            self.take(touched.iter().map(|id| self.hash(&Tie::Entry(id))).collect())
        };
        taken.retain(|it| !outdated.contains(&it.row.id));
        let again = taken.into_iter().chain(change.come);
        let mut again: Vec<(Arc<Member>, Box<[u64]>)> = again
            .map(|member| {
                let ties = self.ties_of(&member);
                (member, ties)
            })
            .collect();
        if !self.items.is_empty() && !sabotage::off("ties") {
            let ties = again.iter().flat_map(|(_, ties)| ties).copied().collect();
            for member in self.take(ties) {
                let ties = self.ties_of(&member);
                again.push((member, ties));
            }
        }
        let count = again.len();
        self.put(again);
        count
    }

    fn held_of(&self, id: &EntryId) -> Option<&Held> {
        self.held.get(*self.places.get(id)?)?.as_ref()
    }

    fn ties_of(&self, member: &Member) -> Box<[u64]> {
        let (row, facts) = (&member.row, &member.facts);
        let entries = [&row.id].into_iter().chain(&row.standing.unreconciled_with);
        let entries = entries.chain(self.decided.beside(&row.id)).map(Tie::Entry);
        let originals = row.entry.source.iter().map(Tie::Original);
        let keys = facts.group.iter().chain(&facts.aliases).map(|key| Tie::Key(key));
        entries
            .chain(originals)
            .chain(keys)
            .map(|tie| self.hash(&tie))
            .collect()
    }

    fn hash(&self, tie: &Tie<'_>) -> u64 {
        self.hasher.hash_one(tie)
    }

    fn take_all(&mut self) -> Vec<Arc<Member>> {
        let decided = std::mem::take(&mut self.decided);
        let all = std::mem::replace(
            self,
            Self {
                decided,
                ..Self::default()
            },
        );
        all.held.into_iter().flatten().map(|held| held.member).collect()
    }

    /// Takes out all that these ties tie, directly or through others.
    fn take(&mut self, mut open: Vec<u64>) -> Vec<Arc<Member>> {
        let (mut seen, mut found) = (HashSet::new(), BTreeSet::new());
        while let Some(tie) = open.pop() {
            if !seen.insert(tie) {
                continue;
            }
            for (_, place) in self.ties.range((tie, 0)..=(tie, usize::MAX)) {
                if found.insert(*place) {
                    let held = self.held.get(*place).and_then(Option::as_ref);
                    open.extend(held.into_iter().flat_map(|held| &held.ties));
                }
            }
        }
        let mut taken = Vec::with_capacity(found.len());
        for place in found {
            let Some(held) = self.held.get_mut(place).and_then(Option::take) else {
                continue;
            };
            for tie in &held.ties {
                self.ties.remove(&(*tie, place));
            }
            self.places.remove(&held.member.row.id);
            self.free.push(place);
            if let Ok(at) = self.place_of(&held.item) {
                self.items.remove(at);
            }
            taken.push(held.member);
        }
        taken
    }

    /// Puts together entries that nothing ties to others.
    fn put(&mut self, mut all: Vec<(Arc<Member>, Box<[u64]>)>) {
        all.sort_unstable_by(|(a, _), (b, _)| newest_first(&a.row, &b.row));
        let (members, ties): (Vec<Arc<Member>>, Vec<Box<[u64]>>) = all.into_iter().unzip();
        let mut ties: Table<EntryId, Box<[u64]>> = members.iter().map(|it| it.row.id).zip(ties).collect();
        let mut tied = Vec::new();
        let is_first = self.items.is_empty();
        for item in items(members, &self.decided).into_iter().map(Arc::new) {
            for member in item.statements.iter().flat_map(|it| &it.members) {
                let place = self.free.pop().unwrap_or(self.held.len());
                if place == self.held.len() {
                    self.held.push(None);
                }
                let ties = ties.remove(&member.row.id).unwrap_or_default();
                tied.extend(ties.iter().map(|tie| (*tie, place)));
                self.places.insert(member.row.id, place);
                if let Some(held) = self.held.get_mut(place) {
                    *held = Some(Held {
                        member: Arc::clone(member),
                        item: Arc::clone(&item),
                        ties,
                    });
                }
            }
            if is_first {
                self.items.push(item);
            } else {
                let (Ok(at) | Err(at)) = self.place_of(&item);
                self.items.insert(at, item);
            }
        }
        if is_first {
            self.ties = tied.into_iter().collect();
        } else {
            self.ties.extend(tied);
        }
    }

    /// Where an item stands, or belongs.
    fn place_of(&self, item: &Item) -> Result<usize, usize> {
        let Some(newest) = item.newest() else {
            return Err(0);
        };
        self.items.binary_search_by(|held| {
            held.newest()
                .map_or(std::cmp::Ordering::Less, |it| newest_first(&it.row, &newest.row))
        })
    }
}

#[cfg(test)]
mod tests;
