//! Plans and goals.

use serde::Deserialize;

use super::{Annotation, CodeableConcept, Identifier, Period, Quantity, Range, Reference};
use crate::FhirDateTime;

/// What is planned for the person's care.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct CarePlan {
    pub id: Option<String>,
    pub identifier: Vec<Identifier>,
    pub status: Option<String>,
    pub intent: Option<String>,
    pub category: Vec<CodeableConcept>,
    pub title: Option<String>,
    pub description: Option<String>,
    pub subject: Option<Reference>,
    pub period: Option<Period>,
    pub created: Option<FhirDateTime>,
    pub author: Option<Reference>,
    pub addresses: Vec<Reference>,
    pub goal: Vec<Reference>,
    pub activity: Vec<CarePlanActivity>,
    pub note: Vec<Annotation>,
}

/// One thing to do.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct CarePlanActivity {
    pub reference: Option<Reference>,
    pub detail: Option<CarePlanDetail>,
}

/// What to do, and how far it is.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct CarePlanDetail {
    pub code: Option<CodeableConcept>,
    pub status: Option<String>,
    pub description: Option<String>,
}

/// What is to be reached.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Goal {
    pub id: Option<String>,
    pub identifier: Vec<Identifier>,
    pub lifecycle_status: Option<String>,
    pub achievement_status: Option<CodeableConcept>,
    pub category: Vec<CodeableConcept>,
    pub priority: Option<CodeableConcept>,
    pub description: Option<CodeableConcept>,
    pub subject: Option<Reference>,
    pub start_date: Option<FhirDateTime>,
    pub target: Vec<GoalTarget>,
    pub status_date: Option<FhirDateTime>,
    pub expressed_by: Option<Reference>,
    pub note: Vec<Annotation>,
}

/// How one knows that a goal is reached.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct GoalTarget {
    pub measure: Option<CodeableConcept>,
    pub detail_quantity: Option<Quantity>,
    pub detail_range: Option<Range>,
    pub detail_string: Option<String>,
    pub due_date: Option<FhirDateTime>,
}
