//! Which of several statements says all that another says.

use super::Member;
use super::said::{adds_nothing, agree};
use std::collections::{BTreeMap, BTreeSet};

/// Of each the place of the one that says all of it, its own if none says more; none where several would do that are not one, since to
/// choose would be to guess. It depends on what they say alone, not on their order; of those that say the same, the first is named.
pub(super) fn fuller(these: &[&Member]) -> Vec<Option<usize>> {
    let mut kinds: BTreeMap<&str, usize> = BTreeMap::new();
    for (at, member) in these.iter().enumerate() {
        kinds.entry(member.said().text()).or_insert(at);
    }
    let firsts: Vec<(usize, &Member)> = kinds
        .values()
        .filter_map(|at| Some((*at, *these.get(*at)?)))
        .collect();
    let places: BTreeMap<&str, Option<usize>> = kinds.keys().copied().zip(among(&firsts)).collect();
    let place = |member: &&Member| places.get(member.said().text()).copied().flatten();
    these.iter().map(place).collect()
}

/// The same, of statements of which each says something else, each with its place.
fn among(kinds: &[(usize, &Member)]) -> Vec<Option<usize>> {
    let all = || kinds.iter().map(|(_, it)| *it).enumerate();
    let agree_all = |these: &[&Member]| {
        let mut pairs = (1..).zip(these);
        pairs.all(|(next, a)| these.iter().skip(next).all(|b| agree(a, b)))
    };
    // Of two that each say all that the other says, the first is above.
    let above: Vec<Vec<usize>> = all()
        .map(|(at, it)| {
            let others = all().filter(|(other, above)| *other != at && adds_nothing(it, above));
            let others: Vec<(usize, &Member)> = others.collect();
            let members: Vec<&Member> = others.iter().map(|(_, it)| *it).collect();
            match agree_all(&members) {
                true => others
                    .into_iter()
                    .filter(|(other, above)| *other < at || !adds_nothing(above, it))
                    .map(|(other, _)| other)
                    .collect(),
                // It is below none, and nothing is below it.
                false => vec![at],
            }
        })
        .collect();
    let is_top = |at: &usize| above.get(*at).is_some_and(Vec::is_empty);
    let tops: Vec<Option<usize>> = (0..kinds.len())
        .map(|at| {
            let above = above.get(at)?;
            let mut tops = above.iter().copied().filter(is_top);
            match tops.next() {
                None => is_top(&at).then_some(at),
                only => only.filter(|_| tops.next().is_none()),
            }
        })
        .collect();
    // What would be one with the same must be one.
    let mut below: BTreeMap<usize, Vec<&Member>> = BTreeMap::new();
    for ((_, it), top) in all().zip(&tops) {
        if let Some(top) = top {
            below.entry(*top).or_default().push(it);
        }
    }
    let sound: BTreeSet<usize> = below
        .into_iter()
        .filter(|(_, these)| agree_all(these))
        .map(|(top, _)| top)
        .collect();
    let place = |(at, top): (usize, Option<usize>)| {
        let top = top.filter(|top| *top == at || sound.contains(top))?;
        kinds.get(top).map(|(place, _)| *place)
    };
    tops.into_iter().enumerate().map(place).collect()
}
