//! Documents and notes.

use serde::Deserialize;

use super::{Attachment, CodeableConcept, Identifier, Period, Reference};
use crate::FhirDateTime;

/// A document: a note, a letter, a picture, a file.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct DocumentReference {
    pub id: Option<String>,
    pub identifier: Vec<Identifier>,
    pub master_identifier: Option<Identifier>,
    pub status: Option<String>,
    pub doc_status: Option<String>,
    #[serde(rename = "type")]
    pub kind: Option<CodeableConcept>,
    pub category: Vec<CodeableConcept>,
    pub subject: Option<Reference>,
    pub date: Option<FhirDateTime>,
    pub author: Vec<Reference>,
    pub custodian: Option<Reference>,
    pub description: Option<String>,
    pub content: Vec<DocumentContent>,
    pub context: Option<DocumentContext>,
}

/// One file of a document.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct DocumentContent {
    pub attachment: Option<Attachment>,
}

/// What a document is about.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct DocumentContext {
    pub period: Option<Period>,
    pub encounter: Vec<Reference>,
}
