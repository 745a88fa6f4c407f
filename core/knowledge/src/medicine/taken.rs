//! The medicines that a record says are taken.

use std::collections::BTreeMap;

use pocketchart_fhir::view::{CodeableConcept, Contained, Dosage, Medication, Reference, View};

use super::Look;
use super::dosing;
use super::index::{Index, Kind};
use super::matching::{self, Ingredient, Matched};
use crate::Statement;
use crate::condition::number::Number;
use crate::condition::weigh::Medicines;
use crate::condition::{DoseUnit, Per, Route};
use crate::finding::Text;

/// One medicine that is taken.
#[derive(Debug)]
pub(super) struct Taken<'s> {
    pub(super) entry: &'s str,
    pub(super) name: String,
    pub(super) ingredients: Vec<Ingredient>,
    pub(super) route: Option<Route>,
    dosages: &'s [Dosage],
    pub(super) new: bool,
}

impl Taken<'_> {
    pub(super) fn dose(&self, ingredient: &Ingredient, per: Per) -> Option<(Number, DoseUnit)> {
        dosing::dose(
            self.dosages,
            ingredient.strength,
            self.ingredients.len() == 1,
            per,
        )
    }
}

/// The medicines of a rule, by the sides of its row.
pub(super) struct Sides<'a, 's> {
    pub(super) index: &'static Index,
    pub(super) a: (&'a Taken<'s>, Ingredient),
    pub(super) b: (&'a Taken<'s>, Ingredient),
}

impl<'a, 's> Sides<'a, 's> {
    fn side(&self, side: &str) -> (&'a Taken<'s>, Ingredient) {
        if side == "a" { self.a } else { self.b }
    }

    pub(super) fn swapped(&self) -> Self {
        Self {
            index: self.index,
            a: self.b,
            b: self.a,
        }
    }
}

impl Medicines for Sides<'_, '_> {
    fn is(&self, side: &str, name: &str) -> bool {
        let (_, ingredient) = self.side(side);
        let kinds = self.index.kinds(ingredient.substance);
        self.index.kind(name).is_some_and(|kind| kinds.contains(&kind))
    }

    fn dose(&self, side: &str, per: Per) -> Option<(Number, DoseUnit)> {
        let (taken, ingredient) = self.side(side);
        taken.dose(&ingredient, per)
    }

    fn route(&self, side: &str) -> Option<Route> {
        self.side(side).0.route
    }

    fn name(&self, side: &str) -> String {
        self.side(side).0.name.clone()
    }
}

/// Where an ingredient stands: the place of the medicine, and of the ingredient in it.
pub(super) type Place = (usize, usize);

/// Every ingredient that is taken, by its kinds.
pub(super) fn by_kind(index: &Index, taken: &[Taken<'_>]) -> BTreeMap<Kind, Vec<Place>> {
    let mut places: BTreeMap<Kind, Vec<Place>> = BTreeMap::new();
    for (at, taken) in taken.iter().enumerate() {
        for (part, ingredient) in taken.ingredients.iter().enumerate() {
            for kind in index.kinds(ingredient.substance) {
                places.entry(*kind).or_default().push((at, part));
            }
        }
    }
    places
}

struct Stated<'s> {
    status: Option<&'s str>,
    concept: Option<&'s CodeableConcept>,
    reference: Option<&'s Reference>,
    contained: &'s [Contained],
    dosages: &'s [Dosage],
    ended: bool,
}

/// Reads the medicines: old ones where they are stated active, new ones in any case.
pub(super) fn read<'s>(look: &mut Look<'s>, old: &'s [Statement], new: &'s [Statement]) {
    let mut products: BTreeMap<&str, &Medication> = BTreeMap::new();
    for statement in old.iter().chain(new) {
        if let View::Medication(medication) = &statement.view
            && let Some(id) = medication.id.as_deref()
        {
            products.insert(id, medication);
        }
    }
    let marked = old
        .iter()
        .map(|it| (it, false))
        .chain(new.iter().map(|it| (it, true)));
    for (statement, is_new) in marked {
        let Some(stated) = stated(look, &statement.view) else {
            continue;
        };
        let never = matches!(stated.status, Some("entered-in-error"));
        match stated.status {
            _ if is_new && !never => {}
            Some("active") if !stated.ended => {}
            None | Some("unknown") if !stated.ended => {
                let name = product(&stated, &products).0;
                look.not_checked(Some(&statement.entry), text("finding-not-checked-status", name));
                continue;
            }
            _ => continue,
        }
        let (name, medication) = product(&stated, &products);
        let matched = ingredients(look.index, &stated, medication);
        if matched.ingredients.is_empty() {
            look.not_checked(Some(&statement.entry), text("finding-not-checked-medicine", name));
            continue;
        }
        for part in matched.unknown {
            let mut why = text("finding-not-checked-ingredient", name.clone());
            why.arguments.push(("ingredient", part));
            look.not_checked(Some(&statement.entry), why);
        }
        for ingredient in &matched.ingredients {
            if !look.index.known_to_interactions(ingredient.substance) {
                let of = look.index.name(ingredient.substance).to_owned();
                look.not_checked(
                    Some(&statement.entry),
                    text("finding-not-checked-interactions", of),
                );
            }
        }
        let form = medication
            .and_then(|it| it.form.as_ref())
            .and_then(CodeableConcept::words);
        let route = dosing::route(stated.dosages, form.unwrap_or(&name));
        look.taken.push(Taken {
            entry: &statement.entry,
            name,
            ingredients: matched.ingredients,
            route,
            dosages: stated.dosages,
            new: is_new,
        });
    }
    // The order of the statements must not show in any answer.
    look.taken
        .sort_by(|one, other| (one.entry, &one.name).cmp(&(other.entry, &other.name)));
    if look.only_new {
        let new: Vec<&str> = new.iter().map(|statement| statement.entry.as_str()).collect();
        look.not_checked
            .retain(|gap| gap.entry.as_deref().is_none_or(|entry| new.contains(&entry)));
    }
}

fn text(id: &'static str, medicine: String) -> Text {
    Text {
        id,
        arguments: vec![("medicine", medicine)],
    }
}

/// What a resource says of a medicine that is taken; `None` for all others, fills and doses given among them.
fn stated<'s>(look: &Look<'s>, view: &'s View) -> Option<Stated<'s>> {
    let over = |end: Option<&pocketchart_fhir::FhirDateTime>| {
        let end = end.and_then(crate::condition::facts::day);
        end.is_some_and(|end| end < look.facts.on)
    };
    Some(match view {
        View::MedicationRequest(request) if request.do_not_perform != Some(true) => Stated {
            status: request.status.as_deref(),
            concept: request.medication_codeable_concept.as_ref(),
            reference: request.medication_reference.as_ref(),
            contained: &request.contained,
            dosages: &request.dosage_instruction,
            ended: false,
        },
        View::MedicationStatement(statement) => Stated {
            status: statement.status.as_deref(),
            concept: statement.medication_codeable_concept.as_ref(),
            reference: statement.medication_reference.as_ref(),
            contained: &statement.contained,
            dosages: &statement.dosage,
            ended: over(
                statement
                    .effective_period
                    .as_ref()
                    .and_then(|period| period.end.as_ref()),
            ),
        },
        _ => return None,
    })
}

/// What the medicine is called, and its product where the record holds one.
fn product<'s>(
    stated: &Stated<'s>,
    products: &BTreeMap<&str, &'s Medication>,
) -> (String, Option<&'s Medication>) {
    let reference = stated.reference.and_then(|it| it.reference.as_deref());
    let id = reference.and_then(|it| it.rsplit(['/', ':']).next());
    let medication = id.and_then(|id| products.get(id).copied());
    let words = None
        .or(stated.concept.and_then(CodeableConcept::words))
        .or(contained(stated).and_then(CodeableConcept::words))
        .or(medication
            .and_then(|it| it.code.as_ref())
            .and_then(CodeableConcept::words))
        .or(stated.reference.and_then(|it| it.display.as_deref()));
    (words.unwrap_or_default().to_owned(), medication)
}

fn contained<'s>(stated: &Stated<'s>) -> Option<&'s CodeableConcept> {
    let id = stated.reference?.reference.as_deref()?.strip_prefix('#')?;
    let of_id = |it: &&Contained| it.id.as_deref() == Some(id);
    stated.contained.iter().find(of_id)?.code.as_ref()
}

fn ingredients(index: &Index, stated: &Stated<'_>, medication: Option<&Medication>) -> Matched {
    let concepts = stated
        .concept
        .into_iter()
        .chain(contained(stated))
        .chain(medication.and_then(|it| it.code.as_ref()));
    let mut best = Matched::default();
    for concept in concepts {
        let matched = matching::concept(index, concept);
        if !matched.ingredients.is_empty() && matched.unknown.is_empty() {
            return matched;
        }
        if best.ingredients.len() <= matched.ingredients.len() {
            best = matched;
        }
    }
    let parts = medication.into_iter().flat_map(|it| &it.ingredient);
    let mut whole = Matched::default();
    for part in parts.filter_map(|part| part.item_codeable_concept.as_ref()) {
        let matched = matching::concept(index, part);
        whole.ingredients.extend(matched.ingredients);
        whole.unknown.extend(matched.unknown);
    }
    if whole.ingredients.is_empty() && best.ingredients.is_empty() {
        let display = stated.reference.and_then(|it| it.display.as_deref());
        return display.map_or(best, |display| matching::name(index, display));
    }
    if whole.ingredients.len() > best.ingredients.len() {
        whole
    } else {
        best
    }
}
