//! What a medicine's name says of its ingredients, strength and form: what tells two medicines apart.

use super::index::{Index, index};
use super::matching;
use crate::tables::UnreadableTables;
use pocketchart_fhir::view::{CodeableConcept, Coding};

/// Ingredients of a medicine, with its strength and form as far as its name says them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Composition {
    /// Names of the tables for the ingredients, sorted.
    pub ingredients: Vec<&'static str>,
    /// Milligrams of each ingredient, in a piece or in a millilitre; `None` unless the name says it of all.
    pub strength: Option<String>,
}

/// The composition of a medicine by the RxNorm code of its ingredient or by its name; `None` where any part of it is unknown.
///
/// ```
/// use pocketchart_knowledge::medicine::composition;
/// let found = composition(None, "metformin hydrochloride 0.5 G Oral Tablet")?;
/// let found = found.expect("the tables know metformin");
/// assert_eq!((found.ingredients, found.strength.as_deref()), (vec!["metformin"], Some("500 mg")));
/// assert_eq!(composition(None, "Grandmother's drops")?, None);
/// # Ok::<(), pocketchart_knowledge::UnreadableTables>(())
/// ```
///
/// # Errors
/// [`UnreadableTables`]
pub fn composition(code: Option<(&str, &str)>, name: &str) -> Result<Option<Composition>, UnreadableTables> {
    let index = index()?;
    let coding = code.map(|(system, code)| Coding {
        system: Some(system.to_owned()),
        code: Some(code.to_owned()),
        display: None,
    });
    let concept = CodeableConcept {
        coding: coding.into_iter().collect(),
        text: Some(name.to_owned()),
    };
    Ok(of(index, &concept))
}

fn of(index: &Index, concept: &CodeableConcept) -> Option<Composition> {
    let mut matched = matching::concept(index, concept);
    if !matched.unknown.is_empty() || matched.ingredients.is_empty() {
        return None;
    }
    matched.ingredients.sort_by_key(|it| index.name(it.substance));
    let strengths = matched.ingredients.iter().map(|it| {
        let strength = it.strength?;
        let unit = if strength.in_millilitre { "mg/ml" } else { "mg" };
        Some(format!("{} {unit}", strength.milligrams))
    });
    Some(Composition {
        strength: strengths.collect::<Option<Vec<_>>>().map(|all| all.join(" + ")),
        ingredients: matched
            .ingredients
            .iter()
            .map(|it| index.name(it.substance))
            .collect(),
    })
}
