//! From entries to items.

use super::compare::are_apart;
use super::decisions::Decisions;
use super::fuller::fuller;
use super::{Item, Member, Table};
use pocketchart_record::{EntryId, Source, sabotage};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// At most so many probable partners are named.
const MAX_PROBABLE: usize = 16;
/// Of so many of one key each is held against each other.
const MAX_COMPARED: usize = 1024;

/// Groups entries that stand newest first; the items do too.
pub(crate) fn items(members: Vec<Arc<Member>>, decided: &Decisions) -> Vec<Item> {
    let entries = by_original(&members);
    let parted = |together: &[usize], of: &dyn Fn(usize) -> Vec<usize>| decided.part(together, &members, of);
    let entries = split(entries, |it| parted(it, &|at| vec![at]));
    let alike = by_facts(&members, &entries, decided);
    let alike = by_fuller(&members, &alike, decided);
    let joined = by_decision(&members, alike, decided);
    let mut items = made(members, joined, decided);
    point_out(&mut items, decided);
    items
}

/// The same original of a source, and statements over the same entries, belong together whatever they say.
fn by_original(members: &[Arc<Member>]) -> Vec<Vec<usize>> {
    let mut together = Together::new(members.len());
    let mut sources: Table<&Source, usize> = Table::default();
    let mut rivals: Table<EntryId, usize> = Table::default();
    for (at, member) in members.iter().enumerate() {
        if let Some(source) = &member.row.entry.source {
            together.join(*sources.entry(source).or_insert(at), at);
        }
        for rival in member
            .row
            .standing
            .unreconciled_with
            .iter()
            .chain([&member.row.id])
        {
            if !member.row.standing.unreconciled_with.is_empty() {
                together.join(*rivals.entry(*rival).or_insert(at), at);
            }
        }
    }
    together.groups()
}

/// The places of several groups that have one key.
fn of_one_key(members: &[Arc<Member>], groups: &[Vec<usize>]) -> Vec<Vec<usize>> {
    let mut by_key: Table<&str, Vec<usize>> = Table::default();
    for (at, group) in groups.iter().enumerate() {
        let first = group.first().and_then(|it| members.get(*it));
        if let Some(key) = first.and_then(|it| it.facts.group.as_deref()) {
            by_key.entry(key).or_default().push(at);
        }
    }
    by_key.into_values().filter(|it| it.len() > 1).collect()
}

/// What has one key and says the same is one thing, unless it cannot all be: then nothing of it joins by itself.
fn by_facts(members: &[Arc<Member>], entries: &[Vec<usize>], decided: &Decisions) -> Vec<Vec<usize>> {
    let mut classes = Vec::new();
    for alike in of_one_key(members, entries) {
        let mut by_said: Table<&str, Vec<usize>> = Table::default();
        for at in alike {
            if let Some(one) = entries.get(at).and_then(|entry| says_one_thing(members, entry)) {
                by_said.entry(one.said().text()).or_default().push(at);
            }
        }
        classes.extend(by_said.into_values());
    }
    let mut together = Together::new(entries.len());
    for class in classes {
        join_class(members, entries, class, decided, &mut together);
    }
    flattened(together, entries)
}

/// Joins what is of one moment and can all be one.
fn join_class(
    members: &[Arc<Member>],
    entries: &[Vec<usize>],
    class: Vec<usize>,
    decided: &Decisions,
    together: &mut Together,
) {
    if class.len() < 2 {
        return;
    }
    for alike in by_moment(members, entries, class) {
        let all: Vec<usize> = alike
            .iter()
            .filter_map(|it| entries.get(*it))
            .flatten()
            .copied()
            .collect();
        if can_be_one(members, &all, decided) || sabotage::off("ambiguous") {
            alike
                .iter()
                .for_each(|at| together.join(*alike.first().unwrap_or(at), *at));
        }
    }
}

/// The first of these entries, if all say the same and nothing contradicts them.
fn says_one_thing<'a>(members: &'a [Arc<Member>], entry: &[usize]) -> Option<&'a Member> {
    let mut all = entry.iter().filter_map(|it| members.get(*it)).map(Arc::as_ref);
    let first = all.next()?;
    let uncontradicted = |it: &Member| it.row.standing.unreconciled_with.is_empty();
    let is_one = uncontradicted(first) && all.all(|it| uncontradicted(it) && it.said() == first.said());
    is_one.then_some(first)
}

/// What has one key and adds nothing to another is one thing with it, unless there are several such or it cannot all be.
fn by_fuller(members: &[Arc<Member>], alike: &[Vec<usize>], decided: &Decisions) -> Vec<Vec<usize>> {
    let mut together = Together::new(alike.len());
    for of_key in of_one_key(members, alike) {
        let mut by_core: Table<&str, Vec<(usize, &Member)>> = Table::default();
        for at in of_key {
            if let Some(one) = alike.get(at).and_then(|group| says_one_thing(members, group)) {
                by_core.entry(one.said().core()).or_default().push((at, one));
            }
        }
        for comparable in by_core.into_values().filter(|it| it.len() > 1) {
            let (places, said): (Vec<usize>, Vec<&Member>) = comparable.into_iter().unzip();
            let mut classes: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
            for (place, fuller) in places.iter().zip(fuller(&said)) {
                if let Some(fuller) = fuller {
                    classes.entry(fuller).or_default().push(*place);
                }
            }
            classes
                .into_values()
                .for_each(|class| join_class(members, alike, class, decided, &mut together));
        }
    }
    flattened(together, alike)
}

/// Readings of several known moments, each moment by itself; one without a moment could be any of them and is left alone.
fn by_moment(members: &[Arc<Member>], entries: &[Vec<usize>], class: Vec<usize>) -> Vec<Vec<usize>> {
    let of = |at: &usize| {
        let all = entries.get(*at).into_iter().flatten();
        all.filter_map(|it| members.get(*it)?.moment).next()
    };
    let known: BTreeSet<i64> = class.iter().filter_map(of).collect();
    if known.len() < 2 {
        return vec![class];
    }
    let mut moments: BTreeMap<i64, Vec<usize>> = BTreeMap::new();
    for at in class {
        if let Some(moment) = of(&at) {
            moments.entry(moment).or_default().push(at);
        }
    }
    moments.into_values().collect()
}

/// No system keeps two of them apart, and nobody has parted any. Their facts are the same.
fn can_be_one(members: &[Arc<Member>], all: &[usize], decided: &Decisions) -> bool {
    let said = all.iter().filter_map(|at| members.get(*at));
    let originals: BTreeSet<(&str, &Source)> = said
        .filter_map(|it| Some((it.holder.as_deref()?, it.row.entry.source.as_ref()?)))
        .collect();
    let systems: BTreeSet<&str> = originals.iter().map(|(system, _)| *system).collect();
    (originals.len() == systems.len() || sabotage::off("one system"))
        && !decided.part(all, members, &|at| vec![at])
}

/// A person's word joins, as far as it parts nothing that a person parted.
fn by_decision(members: &[Arc<Member>], alike: Vec<Vec<usize>>, decided: &Decisions) -> Vec<Vec<usize>> {
    if decided.is_empty() {
        return alike;
    }
    let mut at_of: Table<EntryId, usize> = Table::default();
    for (at, group) in alike.iter().enumerate() {
        let ids = group.iter().filter_map(|it| members.get(*it));
        at_of.extend(ids.map(|member| (member.row.id, at)));
    }
    let mut together = Together::new(alike.len());
    for (id, at) in &at_of {
        let others = decided.joined_with(id).filter_map(|other| at_of.get(other));
        others.for_each(|other| together.join(*at, *other));
    }
    let of = |at: usize| alike.get(at).cloned().unwrap_or_default();
    let groups = split(together.groups(), |it| decided.part(it, members, &of));
    let whole = groups.into_iter().map(|group| {
        let mut all: Vec<usize> = group.into_iter().flat_map(of).collect();
        all.sort_unstable();
        all
    });
    let mut whole: Vec<Vec<usize>> = whole.collect();
    whole.sort_by_key(|group| group.first().copied());
    whole
}

/// Groups in which nothing is parted; the others fall into their parts.
fn split(groups: Vec<Vec<usize>>, parted: impl Fn(&[usize]) -> bool) -> Vec<Vec<usize>> {
    let mut whole = Vec::with_capacity(groups.len());
    for group in groups {
        if group.len() > 1 && parted(&group) {
            whole.extend(group.into_iter().map(|at| vec![at]));
        } else {
            whole.push(group);
        }
    }
    whole.sort_by_key(|group| group.first().copied());
    whole
}

fn flattened(together: Together, entries: &[Vec<usize>]) -> Vec<Vec<usize>> {
    let mut groups: Vec<Vec<usize>> = together
        .groups()
        .into_iter()
        .map(|group| {
            let mut all: Vec<usize> = group
                .iter()
                .filter_map(|at| entries.get(*at))
                .flatten()
                .copied()
                .collect();
            all.sort_unstable();
            all
        })
        .collect();
    groups.sort_by_key(|group| group.first().copied());
    groups
}

fn made(members: Vec<Arc<Member>>, groups: Vec<Vec<usize>>, decided: &Decisions) -> Vec<Item> {
    let mut members: Vec<Option<Arc<Member>>> = members.into_iter().map(Some).collect();
    let made = groups.into_iter().map(|group| {
        let taken = group.into_iter().filter_map(|at| members.get_mut(at)?.take());
        Item::of(taken, decided)
    });
    made.collect()
}

/// Names the other items that share a key by any name, and may be the same thing.
fn point_out(items: &mut [Item], decided: &Decisions) {
    let mut by_key: Table<&str, Vec<usize>> = Table::default();
    for (at, item) in items.iter().enumerate() {
        for member in item.members() {
            for key in member.facts.group.iter().chain(&member.facts.aliases) {
                let partners = by_key.entry(key).or_default();
                if partners.last() != Some(&at) {
                    partners.push(at);
                }
            }
        }
    }
    // One holder keeps all that it has apart.
    let holders = |partners: &[usize]| {
        let items = partners.iter().filter_map(|at| items.get(*at));
        let mut holders = items.flat_map(Item::members).map(|it| it.holder.as_deref());
        let first = holders.next().flatten();
        first.is_none() || holders.any(|it| it != first)
    };
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    for partners in by_key.into_values().filter(|it| it.len() > 1 && holders(it)) {
        let partners = partners.get(..MAX_COMPARED).unwrap_or(&partners);
        for (number, a) in partners.iter().enumerate() {
            let later = partners.iter().skip(number + 1);
            pairs.extend(
                later
                    .map(|b| (*a, *b))
                    .filter(|pair| may_be_one(items, *pair, decided)),
            );
        }
    }
    pairs.sort_unstable();
    pairs.dedup();
    for (a, b) in pairs {
        let named = |at: usize| items.get(at).and_then(|item| Some((item, item.lead()?.row.id)));
        let (Some((one, one_id)), Some((other, other_id))) = (named(a), named(b)) else {
            continue;
        };
        if one.probable.len() >= MAX_PROBABLE || other.probable.len() >= MAX_PROBABLE {
            continue;
        }
        for (at, id) in [(a, other_id), (b, one_id)] {
            if let Some(item) = items.get_mut(at) {
                item.probable.push(id);
            }
        }
    }
}

fn may_be_one(items: &[Item], (a, b): (usize, usize), decided: &Decisions) -> bool {
    let Some((a, b)) = items.get(a).zip(items.get(b)) else {
        return false;
    };
    a.members().all(|a| {
        b.members()
            .all(|b| !are_apart(a, b) && !decided.parts(&a.row.id, &b.row.id))
    })
}

/// Sets that grow together.
struct Together(Vec<usize>);

impl Together {
    fn new(count: usize) -> Self {
        Self((0..count).collect())
    }

    fn root(&self, mut at: usize) -> usize {
        while let Some(up) = self.0.get(at).copied().filter(|up| *up != at) {
            at = up;
        }
        at
    }

    /// The smaller root stays: a group is named by its first.
    fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.root(a), self.root(b));
        if let Some(up) = self.0.get_mut(a.max(b)) {
            *up = a.min(b);
        }
    }

    fn groups(&self) -> Vec<Vec<usize>> {
        let mut groups: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for at in 0..self.0.len() {
            groups.entry(self.root(at)).or_default().push(at);
        }
        groups.into_values().collect()
    }
}
