//! Which of several statements says all that another says.

use super::Member;
use super::said::{adds_nothing, agree};
use std::collections::BTreeMap;

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
    let agree_all = |these: &[&Member]| these.iter().all(|a| these.iter().all(|b| agree(a, b)));
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
    let is_sound = |top: usize| {
        let below = all().filter(|(at, _)| tops.get(*at) == Some(&Some(top)));
        agree_all(&below.map(|(_, it)| it).collect::<Vec<_>>())
    };
    let sound = |(at, top): (usize, Option<usize>)| {
        let top = top?;
        let place = |at: usize| kinds.get(at).map(|(place, _)| *place);
        if top == at || is_sound(top) {
            place(top)
        } else {
            None
        }
    };
    tops.iter().copied().enumerate().map(sound).collect()
}
