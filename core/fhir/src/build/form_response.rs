use super::*;
use crate::form::{Answers, Form, FormFault, Misfit};
use crate::view::{Answer, QuestionnaireItem};
use std::collections::BTreeSet;

/// A form filled in: `QuestionnaireResponse`, `in-progress` where a required answer is missing. Answers to questions that are not asked are left out, and so are groups in which nothing
/// is answered.
#[derive(Clone, Debug)]
pub struct FormResponse<'a> {
    /// About whom, by whom, when. By nobody is said of the patient's own answers. Notes have no place in it.
    pub stated: Stated,
    /// The form.
    pub form: &'a Form,
    /// How the response names the form, as whoever asked wrote it; else as the form names itself.
    pub questionnaire: Option<String>,
    /// What is answered.
    pub answers: &'a Answers,
}

impl Build for FormResponse<'_> {
    fn build(&self) -> Result<Vec<u8>, BuildError> {
        // Unlike other resources it has one identifier.
        let front = Stated {
            identifier: None,
            ..self.stated.clone()
        };
        let mut object = begin("QuestionnaireResponse", &front)?;
        if let Some(identifier) = &self.stated.identifier {
            object.object("identifier", |object| {
                object.maybe("system", identifier.system.as_deref());
                object.maybe("value", identifier.value.as_deref());
                Ok(())
            })?;
        }
        let questionnaire = self.questionnaire.clone().or_else(|| self.form.canonical());
        object.maybe("questionnaire", questionnaire.as_deref());
        let is_missing = |it: &FormFault| it.misfit == Misfit::Missing;
        let is_whole = !self.form.faults(self.answers).iter().any(is_missing);
        object.text("status", if is_whole { "completed" } else { "in-progress" });
        subject(&mut object, "subject", &self.stated)?;
        date_time(&mut object, "authored", self.stated.recorded.as_ref())?;
        if let Some(by) = &self.stated.by {
            object.object("source", |object| author(object, by))?;
        }
        let asked = self.form.asked(self.answers);
        let asked: BTreeSet<&str> = asked.iter().filter_map(|it| it.link_id.as_deref()).collect();
        let response = Response {
            asked,
            answers: self.answers,
        };
        response.list(&mut object, &self.form.questionnaire().item)?;
        Ok(object.finish())
    }
}

struct Response<'a> {
    asked: BTreeSet<&'a str>,
    answers: &'a Answers,
}

impl Response<'_> {
    fn given(&self, item: &QuestionnaireItem) -> &[Answer] {
        let id = item.link_id.as_deref().filter(|id| self.asked.contains(id));
        let given = id.and_then(|id| self.answers.get(id));
        given.map(Vec::as_slice).unwrap_or_default()
    }

    fn says_anything(&self, item: &QuestionnaireItem) -> bool {
        !self.given(item).is_empty() || item.item.iter().any(|it| self.says_anything(it))
    }

    fn list(&self, object: &mut Object, items: &[QuestionnaireItem]) -> Result<(), BuildError> {
        let said: Vec<&QuestionnaireItem> = items.iter().filter(|it| self.says_anything(it)).collect();
        object.list("item", &said, |object, item| {
            object.maybe("linkId", item.link_id.as_deref());
            object.maybe("text", item.text.as_deref());
            let given = self.given(item);
            // What lies in a question lies in its answer.
            if given.is_empty() {
                return self.list(object, &item.item);
            }
            let numbered: Vec<(usize, &Answer)> = given.iter().enumerate().collect();
            object.list("answer", &numbered, |object, (number, answer)| {
                value(object, answer)?;
                match number {
                    0 => self.list(object, &item.item),
                    _ => Ok(()),
                }
            })
        })
    }
}

fn value(object: &mut Object, answer: &Answer) -> Result<(), BuildError> {
    let text = |date: &Option<FhirDateTime>| date.as_ref().map(|it| it.as_str().to_owned());
    if let Some(flag) = answer.value_boolean {
        object.flag("valueBoolean", flag);
    }
    for (name, number) in [
        ("valueDecimal", &answer.value_decimal),
        ("valueInteger", &answer.value_integer),
    ] {
        number.iter().for_each(|it| object.decimal(name, it));
    }
    object.maybe("valueDate", text(&answer.value_date).as_deref());
    object.maybe("valueDateTime", text(&answer.value_date_time).as_deref());
    object.maybe("valueTime", answer.value_time.as_deref());
    object.maybe("valueString", answer.value_string.as_deref());
    object.maybe("valueUri", answer.value_uri.as_deref());
    if let Some(coding) = &answer.value_coding {
        object.object("valueCoding", |object| {
            object.maybe("system", coding.system.as_deref());
            object.maybe("code", coding.code.as_deref());
            object.maybe("display", coding.display.as_deref());
            Ok(())
        })?;
    }
    if let Some(quantity) = &answer.value_quantity {
        object.object("valueQuantity", |object| {
            quantity.value.iter().for_each(|it| object.decimal("value", it));
            object.maybe("comparator", quantity.comparator.as_deref());
            object.maybe("unit", quantity.unit.as_deref());
            object.maybe("system", quantity.system.as_deref());
            object.maybe("code", quantity.code.as_deref());
            Ok(())
        })?;
    }
    Ok(())
}
