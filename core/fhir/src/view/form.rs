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
    pub required: Option<bool>,
    pub repeats: Option<bool>,
    pub answer_option: Vec<AnswerOption>,
    pub item: Vec<QuestionnaireItem>,
}

/// An answer to choose from.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct AnswerOption {
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
