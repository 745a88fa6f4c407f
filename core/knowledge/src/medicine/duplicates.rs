//! The same medicine twice, or two of a kind of which one is enough.

use super::Look;
use super::index::Kind as MedicineKind;
use super::interactions::sorted;
use super::matching::{Ingredient, normalised};
use super::taken::{Place, Sides, Taken};
use crate::condition::weigh::Truth;
use crate::finding::{Certainty, Finding, Kind, Severity, Text};
use crate::tables::UnreadableTables;

/// Looks at every pair of different entries.
pub(super) fn look(look: &mut Look<'_>) -> Result<(), UnreadableTables> {
    let mut found = Vec::new();
    for (kind, parts) in &look.places {
        let class = look.index.once.contains(kind);
        let substance = look.index.kinds(*kind).first() == Some(kind);
        if parts.len() < 2 || !(class || substance) {
            continue;
        }
        for (at, one) in parts.iter().enumerate() {
            for other in parts.get(at + 1..).unwrap_or_default() {
                if one.0 == other.0 || !(look.is_asked(*one) || look.is_asked(*other)) {
                    continue;
                }
                let (Some(a), Some(b)) = (part(look, *one), part(look, *other)) else {
                    continue;
                };
                let same = a.1.substance == b.1.substance;
                if same == substance {
                    found.extend(pair(look, *kind, a, b)?);
                }
            }
        }
    }
    look.found.append(&mut found);
    Ok(())
}

type Part<'a, 's> = (&'a Taken<'s>, Ingredient);

fn part<'a, 's>(look: &'a Look<'s>, (at, part): Place) -> Option<Part<'a, 's>> {
    let taken = look.taken.get(at)?;
    Some((taken, *taken.ingredients.get(part)?))
}

fn pair(
    look: &Look<'_>,
    kind: MedicineKind,
    a: Part<'_, '_>,
    b: Part<'_, '_>,
) -> Result<Option<Finding>, UnreadableTables> {
    let Some(rule) = look.index.rule(kind) else {
        return Ok(None);
    };
    let same = a.1.substance == b.1.substance;
    let unreconciled = same && normalised(&a.0.name) == normalised(&b.0.name);
    let mut certainty = Certainty::Certain;
    if !unreconciled {
        match excepted(
            look,
            kind,
            &Sides {
                index: look.index,
                a,
                b,
            },
        )? {
            Truth::Yes => return Ok(None),
            Truth::Unknown(missing) => certainty = Certainty::Possible(missing),
            Truth::No => {}
        }
    }
    let (severity, says, advice) = match (same, unreconciled) {
        (_, true) => (
            Severity::Note,
            "finding-duplicate-entry",
            "finding-advice-reconcile",
        ),
        (true, _) => (
            Severity::Precaution,
            "finding-duplicate-ingredient",
            "finding-advice-duplicate",
        ),
        _ => (
            Severity::Precaution,
            "finding-duplicate-class",
            "finding-advice-duplicate",
        ),
    };
    let arguments = vec![
        ("a", look.index.name(a.1.substance).to_owned()),
        ("b", look.index.name(b.1.substance).to_owned()),
        ("class", look.index.name(kind).to_owned()),
    ];
    Ok(Some(Finding {
        kind: Kind::Duplicate,
        severity,
        certainty,
        entries: sorted(vec![a.0.entry.to_owned(), b.0.entry.to_owned()]),
        rule,
        says: Text {
            id: says,
            arguments: arguments.clone(),
        },
        advice: Text {
            id: advice,
            arguments,
        },
    }))
}

/// Whether an exception allows the pair. What an exception would have to know counts only where the record says part of it:
/// a pair without any stated way is a duplicate.
fn excepted(look: &Look<'_>, kind: MedicineKind, sides: &Sides<'_, '_>) -> Result<Truth, UnreadableTables> {
    let mut open = Truth::No;
    for exception in &look.index.exceptions {
        if exception.target.is_some_and(|target| target != kind) {
            continue;
        }
        for sides in [sides, &sides.swapped()] {
            match exception.condition.weigh(&look.facts, sides)? {
                Truth::Yes => return Ok(Truth::Yes),
                unknown @ Truth::Unknown(_) if sides.a.0.route.is_some() || sides.b.0.route.is_some() => {
                    open = unknown;
                }
                _ => {}
            }
        }
    }
    Ok(open)
}
