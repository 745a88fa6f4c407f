//! Two medicines that do not go together.

use super::Look;
use super::index::Interaction;
use super::taken::{Place, Sides};
use crate::condition::Route;
use crate::condition::weigh::{Medicines as _, Truth};
use crate::finding::{Certainty, Finding, Kind, Text};
use crate::tables::UnreadableTables;

/// Looks at every pair of ingredients of different entries.
pub(super) fn look(look: &mut Look<'_>) -> Result<(), UnreadableTables> {
    let index = look.index;
    let mut found = Vec::new();
    let asked = |places: &[Place]| places.iter().any(|place| look.is_asked(*place));
    for (kind, of_a) in &look.places {
        let a_asked = asked(of_a);
        for rule in index.interactions.get(usize::from(kind.0)).into_iter().flatten() {
            let of_b = look.places.get(&rule.b).map_or(&[][..], Vec::as_slice);
            if !a_asked && !asked(of_b) {
                continue;
            }
            for a in of_a {
                let is_asked = |b: &&Place| look.is_asked(*a) || look.is_asked(**b);
                for b in of_b.iter().filter(is_asked).filter(|b| a.0 != b.0) {
                    // A pair that fits the row both ways is weighed both ways, once.
                    let both_ways = rule.a == rule.b || (of_b.contains(a) && of_a.contains(b));
                    if !(both_ways && a > b) {
                        found.extend(pair(look, rule, *a, *b, both_ways)?);
                    }
                }
            }
        }
    }
    look.found.append(&mut found);
    Ok(())
}

fn pair(
    look: &Look<'_>,
    rule: &Interaction,
    a: Place,
    b: Place,
    both_ways: bool,
) -> Result<Option<Finding>, UnreadableTables> {
    let part = |(at, part): Place| {
        let taken = look.taken.get(at)?;
        Some((taken, *taken.ingredients.get(part)?))
    };
    let (Some(a), Some(b)) = (part(a), part(b)) else {
        return Ok(None);
    };
    // Two of one substance are duplicates, unless the row speaks of the substance with itself.
    let with_itself = rule.a == rule.b && a.1.substance == rule.a;
    if a.1.substance == b.1.substance && !with_itself {
        return Ok(None);
    }
    let mut sides = Sides {
        index: look.index,
        a,
        b,
    };
    let mut truth = rule.condition.weigh(&look.facts, &sides)?;
    if both_ways && truth != Truth::Yes {
        let other = rule.condition.weigh(&look.facts, &sides.swapped())?;
        if truth == Truth::No || other == Truth::Yes {
            truth = other;
            sides = sides.swapped();
        }
    }
    let certainty = match truth {
        Truth::No => return Ok(None),
        Truth::Unknown(missing) => Certainty::Possible(missing),
        Truth::Yes => local(rule, &sides),
    };
    let mut entries: Vec<String> = vec![sides.a.0.entry.to_owned(), sides.b.0.entry.to_owned()];
    entries.extend(
        rule.condition
            .evidence(&look.facts)?
            .into_iter()
            .map(str::to_owned),
    );
    let arguments = vec![
        ("a", look.index.name(sides.a.1.substance).to_owned()),
        ("b", look.index.name(sides.b.1.substance).to_owned()),
    ];
    Ok(Some(Finding {
        kind: Kind::Interaction,
        severity: rule.severity,
        certainty,
        entries: sorted(entries),
        rule: rule.rule,
        says: Text {
            id: rule.says,
            arguments: arguments.clone(),
        },
        advice: Text {
            id: rule.advice,
            arguments,
        },
    }))
}

/// A row that asks for no way speaks of medicines for the whole body: on the skin, in the eye or the nose it may not hold.
/// Classes that name eye drops do.
fn local(rule: &Interaction, sides: &Sides<'_, '_>) -> Certainty {
    let asks = |side: &str| {
        let exempt = match (side, rule.a, rule.b) {
            ("a", kind, _) | (_, _, kind) => sides.index.name(kind).ends_with("with eye drops"),
        };
        let way = sides.route(side);
        let on_place = way.is_some_and(|way| way > Route::Sublingual);
        on_place && !(way == Some(Route::Eye) && exempt) && !rule.condition.asks_route(side)
    };
    let missing: Vec<Text> = ["a", "b"]
        .into_iter()
        .filter(|side| asks(side))
        .map(|side| Text {
            id: "finding-missing-local",
            arguments: vec![("medicine", sides.name(side))],
        })
        .collect();
    if missing.is_empty() {
        Certainty::Certain
    } else {
        Certainty::Possible(missing)
    }
}

pub(super) fn sorted(mut entries: Vec<String>) -> Vec<String> {
    entries.sort();
    entries.dedup();
    entries
}
