//! A medicine against an allergy: the same ingredient, one of its group, or a group that reacts alike.

use std::collections::BTreeSet;

use pocketchart_fhir::view::{AllergyIntolerance, CodeableConcept, View};

use super::Look;
use super::index::{Cross, Index, Kind as MedicineKind};
use super::interactions::sorted;
use super::matching::{self, normalised};
use crate::Statement;
use crate::condition::number::Number;
use crate::finding::{Certainty, Finding, Kind, Severity, Text};
use crate::tables::UnreadableTables;

/// What a person reacts to.
struct Allergen<'s> {
    entry: &'s str,
    name: String,
    substances: BTreeSet<MedicineKind>,
    groups: BTreeSet<&'static str>,
    anaphylaxis: bool,
    new: bool,
}

/// Looks at every allergy that stands against every medicine that is taken.
pub(super) fn look<'s>(
    look: &mut Look<'_>,
    old: &'s [Statement],
    new: &'s [Statement],
) -> Result<(), UnreadableTables> {
    let mut allergens = Vec::new();
    let mut said = false;
    let marked = old
        .iter()
        .map(|it| (it, false))
        .chain(new.iter().map(|it| (it, true)));
    for (statement, is_new) in marked {
        let View::AllergyIntolerance(allergy) = &statement.view else {
            continue;
        };
        said |= !is_over(allergy);
        if is_over(allergy) || is_intolerance(allergy) || says_none(allergy) {
            continue;
        }
        match allergen(look.index, &statement.entry, allergy, is_new) {
            Ok(allergen) => allergens.push(allergen),
            Err(name) if is_new || !look.only_new => {
                let why = Text {
                    id: "finding-not-checked-allergy",
                    arguments: vec![("allergy", name)],
                };
                look.not_checked(Some(&statement.entry), why);
            }
            Err(_) => {}
        }
    }
    if !said && !look.taken.is_empty() {
        look.not_checked(
            None,
            Text {
                id: "finding-not-checked-no-allergies",
                arguments: Vec::new(),
            },
        );
    }
    let mut found = Vec::new();
    for allergen in &allergens {
        for taken in look
            .taken
            .iter()
            .filter(|it| !look.only_new || it.new || allergen.new)
        {
            let rows = taken
                .ingredients
                .iter()
                .filter_map(|it| Some((it, row(look.index, allergen, it.substance)?)));
            let gravest = rows.max_by_key(|(_, row)| (row.severity, std::cmp::Reverse(row.rule.row)));
            if let Some((ingredient, row)) = gravest {
                let medicine = look.index.name(ingredient.substance);
                found.push(finding(look.index, allergen, taken.entry, medicine, row));
            }
        }
    }
    look.found.append(&mut found);
    Ok(())
}

/// The gravest row between an allergen and a substance.
fn row(index: &'static Index, allergen: &Allergen<'_>, substance: MedicineKind) -> Option<&'static Cross> {
    if allergen.substances.contains(&substance) {
        return index.cross.iter().find(|row| row.a == "same");
    }
    let groups = index.groups_of.get(usize::from(substance.0))?;
    index
        .cross
        .iter()
        .filter(|row| allergen.groups.contains(row.a) && groups.contains(&row.b))
        .max_by_key(|row| (row.severity, std::cmp::Reverse(row.rule.row)))
}

fn finding(index: &Index, allergen: &Allergen<'_>, entry: &str, medicine: &str, row: &Cross) -> Finding {
    let group = index.groups.get(row.b).map_or("", |group| group.name);
    let arguments = vec![
        ("medicine", medicine.to_owned()),
        ("allergy", allergen.name.clone()),
        ("group", group.to_owned()),
        ("low", in_hundred(row.low)),
        ("high", in_hundred(row.high)),
    ];
    // After an anaphylaxis, what is to be avoided must not be.
    let grave = allergen.anaphylaxis && row.severity == Severity::Avoid;
    Finding {
        kind: Kind::Allergy,
        severity: if grave {
            Severity::Contraindicated
        } else {
            row.severity
        },
        certainty: Certainty::Certain,
        entries: sorted(vec![allergen.entry.to_owned(), entry.to_owned()]),
        rule: row.rule,
        says: Text {
            id: row.says,
            arguments: arguments.clone(),
        },
        advice: Text {
            id: if grave {
                "finding-advice-anaphylaxis"
            } else {
                row.advice
            },
            arguments,
        },
    }
}

/// A share as a number in a hundred, whole or with the digits that the table gives.
fn in_hundred(share: &str) -> String {
    let hundred = Number::of(share).and_then(|share| share.times(Number::whole(100)));
    hundred.map_or_else(String::new, |number| number.to_string())
}

fn is_over(allergy: &AllergyIntolerance) -> bool {
    let code =
        |concept: &'_ Option<CodeableConcept>| concept.as_ref().and_then(|it| it.code().map(str::to_owned));
    matches!(
        code(&allergy.verification_status).as_deref(),
        Some("refuted" | "entered-in-error")
    ) || matches!(
        code(&allergy.clinical_status).as_deref(),
        Some("inactive" | "resolved")
    )
}

fn is_intolerance(allergy: &AllergyIntolerance) -> bool {
    allergy.kind.as_deref() == Some("intolerance")
}

/// SNOMED CT: no known allergy, no known drug allergy, no known food allergy, no known environmental allergy.
const NONE_KNOWN: [&str; 4] = ["716186003", "409137002", "429625007", "428607008"];

fn says_none(allergy: &AllergyIntolerance) -> bool {
    let codes = allergy.code.iter().flat_map(|concept| &concept.coding);
    let mut codes = codes.filter_map(|coding| coding.code.as_deref());
    codes.any(|code| NONE_KNOWN.contains(&code))
}

/// SNOMED CT: anaphylaxis, anaphylactic shock.
const ANAPHYLAXIS: [&str; 3] = ["39579001", "417516000", "241937005"];

fn is_anaphylaxis(allergy: &AllergyIntolerance) -> bool {
    let manifestations = allergy
        .reaction
        .iter()
        .flat_map(|reaction| &reaction.manifestation);
    let mut concepts = manifestations.chain(&allergy.code);
    let described = allergy
        .reaction
        .iter()
        .filter_map(|reaction| reaction.description.as_deref());
    let says = |text: &str| text.to_lowercase().contains("anaphyla");
    let means = |concept: &CodeableConcept| {
        let codes = concept.coding.iter();
        codes.clone().any(|coding| {
            coding
                .code
                .as_deref()
                .is_some_and(|code| ANAPHYLAXIS.contains(&code))
        }) || codes.filter_map(|coding| coding.display.as_deref()).any(says)
            || concept.text.as_deref().is_some_and(says)
    };
    concepts.any(means) || described.into_iter().any(says)
}

/// What an allergy is to; its name, where no table knows it.
fn allergen<'s>(
    index: &Index,
    entry: &'s str,
    allergy: &AllergyIntolerance,
    new: bool,
) -> Result<Allergen<'s>, String> {
    let reactions = allergy
        .reaction
        .iter()
        .filter_map(|reaction| reaction.substance.as_ref());
    let concepts: Vec<&CodeableConcept> = allergy.code.iter().chain(reactions).collect();
    let name = concepts
        .iter()
        .find_map(|concept| concept.words())
        .unwrap_or_default()
        .to_owned();
    let mut allergen = Allergen {
        entry,
        name,
        substances: BTreeSet::new(),
        groups: BTreeSet::new(),
        anaphylaxis: is_anaphylaxis(allergy),
        new,
    };
    for concept in concepts {
        let codes: Vec<&str> = concept
            .coding
            .iter()
            .filter_map(|coding| coding.code.as_deref())
            .collect();
        let displays = concept
            .coding
            .iter()
            .filter_map(|coding| coding.display.as_deref());
        let names: Vec<String> = displays.chain(concept.text.as_deref()).map(bare).collect();
        for (id, group) in &index.groups {
            let coded = group.snomed.iter().any(|code| codes.contains(code));
            if coded
                || group
                    .words
                    .iter()
                    .any(|word| names.iter().any(|name| name == word))
            {
                allergen.groups.insert(id);
            }
        }
        let mut substances = matching::concept(index, concept).ingredients;
        for name in &names {
            substances.extend(matching::name(index, name).ingredients);
        }
        for ingredient in substances {
            allergen.substances.insert(ingredient.substance);
            allergen.groups.extend(
                index
                    .groups_of
                    .get(usize::from(ingredient.substance.0))
                    .into_iter()
                    .flatten(),
            );
        }
    }
    if allergen.substances.is_empty() && allergen.groups.is_empty() {
        return Err(allergen.name);
    }
    Ok(allergen)
}

/// The substance in `Allergy to X`, `X allergy`, `X (substance)`.
fn bare(text: &str) -> String {
    let mut name = normalised(text);
    for before in ["allergy to ", "allergic to "] {
        name = name.strip_prefix(before).map_or(name.clone(), str::to_owned);
    }
    for after in [" (substance)", " (disorder)", " (finding)", " allergy"] {
        name = name.strip_suffix(after).map_or(name.clone(), str::to_owned);
    }
    name
}
