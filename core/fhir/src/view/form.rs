//! Forms and their answers.

use serde::Deserialize;

use super::{Attachment, Coding, Identifier, Quantity, Reference};
use crate::{Decimal, FhirDateTime};

/// A form.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Questionnaire {
    pub id: Option<String>,
    pub identifier: Vec<Identifier>,
    pub url: Option<String>,
    pub version: Option<String>,
    pub name: Option<String>,
    pub title: Option<String>,
    pub status: Option<String>,
    pub date: Option<FhirDateTime>,
    pub publisher: Option<String>,
    pub description: Option<String>,
    pub code: Vec<Coding>,
    pub item: Vec<QuestionnaireItem>,
}

/// A question or a group of questions.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct QuestionnaireItem {
    pub link_id: Option<String>,
    pub prefix: Option<String>,
    pub text: Option<String>,
    #[serde(rename = "type")]
    pub kind: Option<String>,
    pub definition: Option<String>,
    pub code: Vec<Coding>,
    pub enable_when: Vec<EnableWhen>,
    pub enable_behavior: Option<String>,
    pub required: Option<bool>,
    pub repeats: Option<bool>,
    pub read_only: Option<bool>,
    pub max_length: Option<Decimal>,
    pub answer_value_set: Option<String>,
    pub answer_option: Vec<AnswerOption>,
    pub initial: Vec<Answer>,
    pub extension: Vec<FormExtension>,
    pub item: Vec<QuestionnaireItem>,
}

/// When a question is asked.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct EnableWhen {
    pub question: Option<String>,
    pub operator: Option<String>,
    pub answer_boolean: Option<bool>,
    pub answer_decimal: Option<Decimal>,
    pub answer_integer: Option<Decimal>,
    pub answer_date: Option<FhirDateTime>,
    pub answer_date_time: Option<FhirDateTime>,
    pub answer_time: Option<String>,
    pub answer_string: Option<String>,
    pub answer_coding: Option<Coding>,
    pub answer_quantity: Option<Quantity>,
}

/// What Structured Data Capture adds to a question: units, limits, where an answer may come from.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct FormExtension {
    pub url: Option<String>,
    pub value_boolean: Option<bool>,
    pub value_coding: Option<Coding>,
    pub value_decimal: Option<Decimal>,
    pub value_integer: Option<Decimal>,
    pub value_date: Option<FhirDateTime>,
    pub value_duration: Option<Quantity>,
    pub value_quantity: Option<Quantity>,
    pub value_expression: Option<Expression>,
}

/// Where an answer may come from.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Expression {
    pub language: Option<String>,
    pub expression: Option<String>,
}

/// An answer to choose from.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct AnswerOption {
    pub initial_selected: Option<bool>,
    pub value_integer: Option<Decimal>,
    pub value_date: Option<FhirDateTime>,
    pub value_time: Option<String>,
    pub value_string: Option<String>,
    pub value_coding: Option<Coding>,
}

/// A form filled in.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct QuestionnaireResponse {
    pub id: Option<String>,
    pub identifier: Option<Identifier>,
    pub questionnaire: Option<String>,
    pub status: Option<String>,
    pub subject: Option<Reference>,
    pub authored: Option<FhirDateTime>,
    pub author: Option<Reference>,
    pub source: Option<Reference>,
    pub item: Vec<ResponseItem>,
}

impl QuestionnaireResponse {
    /// Who answered, where that is somebody else than the one it is about; none where nobody else is named.
    pub fn answered_by(&self) -> Option<&Reference> {
        let source = self.source.as_ref()?;
        let about = self.subject.as_ref().and_then(|it| it.reference.as_ref());
        let is_about = source.reference.is_some() && source.reference.as_ref() == about;
        (!is_about).then_some(source)
    }
}

/// A question with its answers.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct ResponseItem {
    pub link_id: Option<String>,
    pub text: Option<String>,
    pub answer: Vec<Answer>,
    pub item: Vec<ResponseItem>,
}

/// One answer.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Answer {
    pub value_boolean: Option<bool>,
    pub value_decimal: Option<Decimal>,
    pub value_integer: Option<Decimal>,
    pub value_date: Option<FhirDateTime>,
    pub value_date_time: Option<FhirDateTime>,
    pub value_time: Option<String>,
    pub value_string: Option<String>,
    pub value_uri: Option<String>,
    pub value_attachment: Option<Attachment>,
    pub value_coding: Option<Coding>,
    pub value_quantity: Option<Quantity>,
    pub value_reference: Option<Reference>,
    pub item: Vec<ResponseItem>,
}
