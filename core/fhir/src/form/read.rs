//! Reading a form that can be shown.

use super::Form;
use crate::view::{QuestionnaireItem, View};
use std::collections::{BTreeMap, BTreeSet};

const MAX_ITEMS: usize = 2000;
const KINDS: [&str; 16] = [
    "group",
    "display",
    "boolean",
    "decimal",
    "integer",
    "date",
    "dateTime",
    "time",
    "string",
    "text",
    "url",
    "choice",
    "open-choice",
    "attachment",
    "reference",
    "quantity",
];

/// A form was refused: it cannot be shown as its author meant it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum FormError {
    /// No Questionnaire, or a member has a shape that FHIR does not allow.
    #[error("this is no form")]
    NotAForm,
    /// More than 2,000 questions.
    #[error("the form is too long")]
    TooLong,
    /// A question without a `linkId` of its own, or of an unknown type.
    #[error("question {0} of the form is malformed")]
    Question(usize),
    /// A question is asked depending on one that is not there, or in a circle.
    #[error("question {0} of the form depends on nothing that can be answered")]
    Condition(usize),
}

impl Form {
    /// Reads a Questionnaire, R4 JSON.
    ///
    /// # Errors
    /// [`FormError`].
    pub fn read(json: &[u8]) -> Result<Self, FormError> {
        let Ok(View::Questionnaire(view)) = View::of(json) else {
            return Err(FormError::NotAForm);
        };
        let form = Self { view: *view };
        let items: Vec<&QuestionnaireItem> = form.items().collect();
        if items.len() > MAX_ITEMS {
            return Err(FormError::TooLong);
        }
        let mut places = BTreeMap::new();
        for (at, item) in items.iter().enumerate() {
            let id = item.link_id.as_deref().filter(|it| !it.is_empty());
            let is_known = item.kind.as_deref().is_some_and(|it| KINDS.contains(&it));
            match id {
                Some(id) if is_known && places.insert(id, at).is_none() => {}
                _ => return Err(FormError::Question(at + 1)),
            }
        }
        let graph = dependencies(&items, &places)?;
        let mut settled = BTreeSet::new();
        for at in 0..items.len() {
            if !ends(at, &graph, &mut settled) {
                return Err(FormError::Condition(at + 1));
            }
        }
        drop(items);
        Ok(form)
    }
}

/// For each item the items on which it depends: those its conditions name, and what it lies in.
fn dependencies(
    items: &[&QuestionnaireItem],
    places: &BTreeMap<&str, usize>,
) -> Result<Vec<Vec<usize>>, FormError> {
    let mut graph = vec![Vec::new(); items.len()];
    for (at, item) in items.iter().enumerate() {
        for inner in &item.item {
            let inner = inner.link_id.as_deref().and_then(|id| places.get(id));
            if let Some(inner) = inner.and_then(|it| graph.get_mut(*it)) {
                inner.push(at);
            }
        }
        for condition in &item.enable_when {
            let on = condition.question.as_deref().and_then(|id| places.get(id));
            let on = on.ok_or(FormError::Condition(at + 1))?;
            graph.get_mut(at).into_iter().for_each(|it| it.push(*on));
        }
    }
    Ok(graph)
}

/// Whether what an item depends on never leads back to it.
fn ends(from: usize, graph: &[Vec<usize>], settled: &mut BTreeSet<usize>) -> bool {
    let mut path = vec![(from, 0)];
    let mut open = BTreeSet::from([from]);
    while let Some((at, next)) = path.pop() {
        if settled.contains(&at) {
            open.remove(&at);
            continue;
        }
        match graph.get(at).and_then(|on| on.get(next)) {
            None => {
                settled.insert(at);
                open.remove(&at);
            }
            Some(on) => {
                path.push((at, next + 1));
                if !settled.contains(on) {
                    if !open.insert(*on) {
                        return false;
                    }
                    path.push((*on, 0));
                }
            }
        }
    }
    true
}
