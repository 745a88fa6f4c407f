//! A medicine against a condition, a pregnancy, an age or weak kidneys.

use super::Look;
use super::interactions::sorted;
use super::taken::Sides;
use crate::condition::weigh::Truth;
use crate::finding::{Certainty, Finding, Kind, Text};
use crate::tables::UnreadableTables;

/// A condition that only the source's own circumstances leave open.
const CIRCUMSTANCES: &str = "finding-missing-circumstances";

/// Looks at every ingredient. A fact that is missing is named among what was not checked, once for each medicine.
pub(super) fn look(look: &mut Look<'_>) -> Result<(), UnreadableTables> {
    let index = look.index;
    let mut found = Vec::new();
    let mut gaps = Vec::new();
    for taken in look.taken.iter().filter(|taken| taken.new || !look.only_new) {
        for ingredient in &taken.ingredients {
            let part = (taken, *ingredient);
            let sides = Sides {
                index,
                a: part,
                b: part,
            };
            let kinds = index.kinds(ingredient.substance).iter();
            for row in kinds
                .filter_map(|kind| index.conditions.get(usize::from(kind.0)))
                .flatten()
            {
                let certainty = match row.condition.weigh(&look.facts, &sides)? {
                    Truth::No => continue,
                    Truth::Yes => Certainty::Certain,
                    Truth::Unknown(missing) if missing.iter().all(|it| it.id == CIRCUMSTANCES) => {
                        Certainty::Possible(missing)
                    }
                    Truth::Unknown(missing) => {
                        let missing = missing.into_iter().filter(|it| it.id != CIRCUMSTANCES);
                        gaps.extend(missing.map(|why| (taken.entry, why)));
                        continue;
                    }
                };
                let mut entries = vec![taken.entry.to_owned()];
                entries.extend(
                    row.condition
                        .evidence(&look.facts)?
                        .into_iter()
                        .map(str::to_owned),
                );
                let arguments = vec![("a", index.name(ingredient.substance).to_owned())];
                found.push(Finding {
                    kind: Kind::Condition,
                    severity: row.severity,
                    certainty,
                    entries: sorted(entries),
                    rule: row.rule,
                    says: Text {
                        id: row.says,
                        arguments: arguments.clone(),
                    },
                    advice: Text {
                        id: row.advice,
                        arguments,
                    },
                });
            }
        }
    }
    look.found.append(&mut found);
    for (entry, why) in gaps {
        look.not_checked(Some(entry), why);
    }
    Ok(())
}
