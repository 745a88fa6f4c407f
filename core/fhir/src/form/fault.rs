//! Whether answers fit their questions.

use super::asked::{is_coding, quantities};
use super::{Answers, Form};
use crate::Precision;
use crate::view::{Answer, Coding, QuestionnaireItem};
use std::cmp::Ordering;

const MIN_VALUE: &str = "http://hl7.org/fhir/StructureDefinition/minValue";
const MAX_VALUE: &str = "http://hl7.org/fhir/StructureDefinition/maxValue";

/// Why an answer does not fit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Misfit {
    /// The form demands an answer, and there is none.
    Missing,
    /// More than one, where one is asked for.
    Several,
    /// Of another type than the question, or not written as its type is.
    Type,
    /// None of those to choose from.
    NoOption,
    /// Longer than the form allows.
    TooLong,
    /// Below or above what the form allows.
    OutOfRange,
    /// In a unit that the form does not offer.
    Unit,
    /// The question is not asked, or there is none of this name.
    NotAsked,
}

impl Misfit {
    /// The id of the message that explains it.
    pub fn id(self) -> &'static str {
        match self {
            Misfit::Missing => "form-missing",
            Misfit::Several => "form-several",
            Misfit::Type => "form-type",
            Misfit::NoOption => "form-no-option",
            Misfit::TooLong => "form-too-long",
            Misfit::OutOfRange => "form-out-of-range",
            Misfit::Unit => "form-unit",
            Misfit::NotAsked => "form-not-asked",
        }
    }
}

/// An answer that does not fit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormFault {
    /// The question's `linkId`.
    pub link_id: String,
    /// Why.
    pub misfit: Misfit,
}

impl Form {
    /// What keeps these answers from being a whole response: questions in the form's order, then answers to nothing that is asked.
    pub fn faults(&self, answers: &Answers) -> Vec<FormFault> {
        let asked = self.asked(answers);
        let mut faults = Vec::new();
        let mut known = Vec::new();
        for item in asked.iter().filter(|it| it.is_question()) {
            let Some(id) = item.link_id.as_deref() else {
                continue;
            };
            known.push(id);
            let given = answers.get(id).map(Vec::as_slice).unwrap_or_default();
            if let Some(misfit) = misfit(item, given) {
                faults.push(FormFault {
                    link_id: id.to_owned(),
                    misfit,
                });
            }
        }
        let stray = answers
            .iter()
            .filter(|(id, given)| !given.is_empty() && !known.contains(&id.as_str()));
        faults.extend(stray.map(|(id, _)| FormFault {
            link_id: id.clone(),
            misfit: Misfit::NotAsked,
        }));
        faults
    }
}

fn misfit(item: &QuestionnaireItem, given: &[Answer]) -> Option<Misfit> {
    if given.is_empty() {
        let is_asked_of_a_person = !item.is_hidden() && item.read_only != Some(true);
        return (item.required == Some(true) && is_asked_of_a_person).then_some(Misfit::Missing);
    }
    if given.len() > 1 && item.repeats != Some(true) {
        return Some(Misfit::Several);
    }
    given.iter().find_map(|it| of_one(item, it))
}

pub(super) fn of_one(item: &QuestionnaireItem, given: &Answer) -> Option<Misfit> {
    if !is_of_type(item, given) {
        return Some(Misfit::Type);
    }
    let kind = item.kind.as_deref().unwrap_or_default();
    // A value set by its address is not looked up: what is chosen there is the reader's to check.
    if matches!(kind, "choice" | "open-choice") && item.answer_value_set.is_none() {
        let is_own_word = kind == "open-choice" && given.value_string.is_some();
        if !is_own_word && !is_option(item, given) {
            return Some(Misfit::NoOption);
        }
    }
    let text = given.value_string.as_deref().or(given.value_uri.as_deref());
    let longest = item
        .max_length
        .as_ref()
        .and_then(|it| it.as_str().parse::<usize>().ok());
    if text
        .zip(longest)
        .is_some_and(|(text, longest)| text.chars().count() > longest)
    {
        return Some(Misfit::TooLong);
    }
    if let Some(quantity) = &given.value_quantity {
        let is_unit = |it: &Coding| match (&quantity.code, &it.code) {
            (Some(code), Some(unit)) => code == unit,
            _ => quantity.unit == it.display,
        };
        if item.units().next().is_some() && !item.units().any(is_unit) {
            return Some(Misfit::Unit);
        }
    }
    is_out_of_range(item, given).then_some(Misfit::OutOfRange)
}

fn is_of_type(item: &QuestionnaireItem, given: &Answer) -> bool {
    let is_day = |it: &crate::FhirDateTime| it.is_date();
    match item.kind.as_deref().unwrap_or_default() {
        "boolean" => given.value_boolean.is_some(),
        "decimal" => given.value_decimal.is_some(),
        "integer" => given
            .value_integer
            .as_ref()
            .is_some_and(|it| it.as_str().parse::<i32>().is_ok()),
        "date" => given.value_date.as_ref().is_some_and(is_day),
        "dateTime" => given.value_date_time.as_ref().is_some_and(|it| it.is_date_time()),
        "time" => given.value_time.as_deref().is_some_and(is_time),
        "string" => given
            .value_string
            .as_deref()
            .is_some_and(|it| !it.trim().is_empty() && !it.contains('\n')),
        "text" => given
            .value_string
            .as_deref()
            .is_some_and(|it| !it.trim().is_empty()),
        "url" => given.value_uri.as_deref().is_some_and(|it| !it.trim().is_empty()),
        "choice" => chosen(given),
        "open-choice" => {
            chosen(given)
                || given
                    .value_string
                    .as_deref()
                    .is_some_and(|it| !it.trim().is_empty())
        }
        "quantity" => given.value_quantity.as_ref().is_some_and(|it| it.value.is_some()),
        _ => false,
    }
}

fn chosen(given: &Answer) -> bool {
    given.value_coding.is_some()
        || given.value_string.is_some()
        || given.value_integer.is_some()
        || given.value_date.is_some()
        || given.value_time.is_some()
}

fn is_option(item: &QuestionnaireItem, given: &Answer) -> bool {
    item.answer_option.iter().any(|option| {
        let coding = option.value_coding.as_ref().zip(given.value_coding.as_ref());
        coding.is_some_and(|(option, given)| is_coding(given, option))
            || option.value_string.is_some() && option.value_string == given.value_string
            || option.value_integer.is_some() && option.value_integer == given.value_integer
            || option.value_date.is_some() && option.value_date == given.value_date
            || option.value_time.is_some() && option.value_time == given.value_time
    })
}

/// `hh:mm:ss`, as FHIR writes a time of day.
fn is_time(text: &str) -> bool {
    let at = crate::FhirDateTime::new(format!("2000-01-01T{text}Z"));
    at.is_date_time() && at.precision() >= Some(Precision::Minute)
}

fn is_out_of_range(item: &QuestionnaireItem, given: &Answer) -> bool {
    let beyond = |url, order: Ordering| {
        item.extension_at(url).any(|limit| {
            let number = given.value_decimal.as_ref().or(given.value_integer.as_ref());
            let end = limit.value_decimal.as_ref().or(limit.value_integer.as_ref());
            let days = given.value_date.as_ref().zip(limit.value_date.as_ref());
            let amounts = given.value_quantity.as_ref().zip(limit.value_quantity.as_ref());
            number.zip(end).map(|(given, end)| given.compare(end)) == Some(order)
                || days.map(|(given, end)| given.cmp(end)) == Some(order)
                || amounts.and_then(|(given, end)| quantities(given, end)) == Some(order)
        })
    };
    beyond(MIN_VALUE, Ordering::Less) || beyond(MAX_VALUE, Ordering::Greater)
}
