//! Which questions are asked, given the answers so far (`enableWhen`).

use super::{Answers, Form};
use crate::view::{Answer, Coding, EnableWhen, Quantity, QuestionnaireItem};
use std::cmp::Ordering;
use std::collections::BTreeMap;

impl Form {
    /// The questions, groups and texts that these answers bring up, in the form's order. What lies in something that is not asked is
    /// not asked; an answer to a question that is not asked counts for nothing.
    pub fn asked(&self, answers: &Answers) -> Vec<&QuestionnaireItem> {
        let mut known = Known {
            answers,
            by_id: self
                .items()
                .filter_map(|it| Some((it.link_id.as_deref()?, it)))
                .collect(),
            within: BTreeMap::new(),
            asked: BTreeMap::new(),
        };
        for item in self.items() {
            for inner in &item.item {
                if let (Some(inner), Some(outer)) = (inner.link_id.as_deref(), item.link_id.as_deref()) {
                    known.within.insert(inner, outer);
                }
            }
        }
        self.items()
            .filter(|it| it.link_id.as_deref().is_some_and(|id| known.is_asked(id)))
            .collect()
    }
}

struct Known<'a> {
    answers: &'a Answers,
    by_id: BTreeMap<&'a str, &'a QuestionnaireItem>,
    within: BTreeMap<&'a str, &'a str>,
    asked: BTreeMap<&'a str, bool>,
}

impl<'a> Known<'a> {
    /// Ends, as no form that was read depends on itself; forms that were read are at most so deep.
    fn is_asked(&mut self, id: &'a str) -> bool {
        if let Some(asked) = self.asked.get(id) {
            return *asked;
        }
        let outer = self.within.get(id).copied();
        let mut asked = outer.is_none_or(|outer| self.is_asked(outer));
        if let Some(item) = self
            .by_id
            .get(id)
            .copied()
            .filter(|it| asked && !it.enable_when.is_empty())
        {
            let mut holds = item.enable_when.iter().map(|it| self.holds(it));
            asked = match item.enable_behavior.as_deref() {
                Some("all") => holds.all(|it| it),
                _ => holds.any(|it| it),
            };
        }
        self.asked.insert(id, asked);
        asked
    }

    fn holds(&mut self, condition: &'a EnableWhen) -> bool {
        let Some(question) = condition.question.as_deref() else {
            return false;
        };
        let none = Vec::new();
        let given = match self.is_asked(question) {
            true => self.answers.get(question).unwrap_or(&none),
            false => &none,
        };
        let any = |wanted: &[Ordering]| {
            let compared = given.iter().filter_map(|it| compare(it, condition));
            compared.into_iter().any(|it| wanted.contains(&it))
        };
        match condition.operator.as_deref() {
            Some("exists") => given.is_empty() != condition.answer_boolean.unwrap_or_default(),
            Some("=") => any(&[Ordering::Equal]),
            Some("!=") => !any(&[Ordering::Equal]),
            Some(">") => any(&[Ordering::Greater]),
            Some("<") => any(&[Ordering::Less]),
            Some(">=") => any(&[Ordering::Greater, Ordering::Equal]),
            Some("<=") => any(&[Ordering::Less, Ordering::Equal]),
            _ => false,
        }
    }
}

/// An answer beside what a condition names; none where the two are of different kinds. What has no order is equal, or less.
fn compare(given: &Answer, named: &EnableWhen) -> Option<Ordering> {
    let equal = |is: bool| if is { Ordering::Equal } else { Ordering::Less };
    let number = given.value_decimal.as_ref().or(given.value_integer.as_ref());
    let named_number = named.answer_decimal.as_ref().or(named.answer_integer.as_ref());
    let date = given.value_date.as_ref().or(given.value_date_time.as_ref());
    let named_date = named.answer_date.as_ref().or(named.answer_date_time.as_ref());
    let booleans = given.value_boolean.zip(named.answer_boolean);
    booleans
        .map(|(given, named)| equal(given == named))
        .or_else(|| {
            number
                .zip(named_number)
                .map(|(given, named)| given.compare(named))
        })
        .or_else(|| date.zip(named_date).map(|(given, named)| given.cmp(named)))
        .or_else(|| Some(given.value_time.as_ref()?.cmp(named.answer_time.as_ref()?)))
        .or_else(|| {
            Some(equal(
                given.value_string.as_ref()? == named.answer_string.as_ref()?,
            ))
        })
        .or_else(|| {
            Some(equal(is_coding(
                given.value_coding.as_ref()?,
                named.answer_coding.as_ref()?,
            )))
        })
        .or_else(|| quantities(given.value_quantity.as_ref()?, named.answer_quantity.as_ref()?))
}

/// Whether a coding is the one that is named; a name without a system leaves the system open.
pub(super) fn is_coding(given: &Coding, named: &Coding) -> bool {
    given.code == named.code && (named.system.is_none() || given.system == named.system)
}

/// Amounts in one unit.
pub(super) fn quantities(one: &Quantity, other: &Quantity) -> Option<Ordering> {
    let unit = |it: &Quantity| it.code.clone().or_else(|| it.unit.clone());
    (unit(one) == unit(other)).then(|| Some(one.value.as_ref()?.compare(other.value.as_ref()?)))?
}
