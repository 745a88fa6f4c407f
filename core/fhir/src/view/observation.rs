//! Measurements, findings and reports of them.

use serde::Deserialize;

use super::{
    Annotation, Attachment, CodeableConcept, Identifier, Period, Quantity, Range, Ratio, Reference, Value,
};
use crate::{Decimal, FhirDateTime};

/// A measurement or finding.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Observation {
    pub id: Option<String>,
    pub identifier: Vec<Identifier>,
    pub status: Option<String>,
    pub category: Vec<CodeableConcept>,
    pub code: Option<CodeableConcept>,
    pub subject: Option<Reference>,
    pub effective_date_time: Option<FhirDateTime>,
    pub effective_period: Option<Period>,
    pub effective_instant: Option<FhirDateTime>,
    pub issued: Option<FhirDateTime>,
    pub performer: Vec<Reference>,
    pub value_quantity: Option<Quantity>,
    pub value_codeable_concept: Option<CodeableConcept>,
    pub value_string: Option<String>,
    pub value_boolean: Option<bool>,
    pub value_integer: Option<Decimal>,
    pub value_range: Option<Range>,
    pub value_ratio: Option<Ratio>,
    pub value_time: Option<String>,
    pub value_date_time: Option<FhirDateTime>,
    pub value_period: Option<Period>,
    pub data_absent_reason: Option<CodeableConcept>,
    pub interpretation: Vec<CodeableConcept>,
    pub note: Vec<Annotation>,
    pub body_site: Option<CodeableConcept>,
    pub method: Option<CodeableConcept>,
    pub specimen: Option<Reference>,
    pub device: Option<Reference>,
    pub reference_range: Vec<ReferenceRange>,
    pub has_member: Vec<Reference>,
    pub component: Vec<Component>,
}

/// One of several values measured together, such as systolic pressure.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Component {
    pub code: Option<CodeableConcept>,
    pub value_quantity: Option<Quantity>,
    pub value_codeable_concept: Option<CodeableConcept>,
    pub value_string: Option<String>,
    pub value_boolean: Option<bool>,
    pub value_integer: Option<Decimal>,
    pub value_range: Option<Range>,
    pub value_ratio: Option<Ratio>,
    pub value_time: Option<String>,
    pub value_date_time: Option<FhirDateTime>,
    pub value_period: Option<Period>,
    pub data_absent_reason: Option<CodeableConcept>,
    pub interpretation: Vec<CodeableConcept>,
    pub reference_range: Vec<ReferenceRange>,
}

/// What is usual.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct ReferenceRange {
    pub low: Option<Quantity>,
    pub high: Option<Quantity>,
    #[serde(rename = "type")]
    pub kind: Option<CodeableConcept>,
    pub applies_to: Vec<CodeableConcept>,
    pub age: Option<Range>,
    pub text: Option<String>,
}

macro_rules! value {
    ($kind:ty) => {
        impl $kind {
            /// The value, whichever of FHIR's `value[x]` it stands in.
            pub fn value(&self) -> Option<Value> {
                None.or_else(|| self.value_quantity.clone().map(Value::Quantity))
                    .or_else(|| self.value_codeable_concept.clone().map(Value::Concept))
                    .or_else(|| self.value_string.clone().map(Value::Text))
                    .or_else(|| self.value_boolean.map(Value::Flag))
                    .or_else(|| self.value_integer.clone().map(Value::Integer))
                    .or_else(|| self.value_range.clone().map(Value::Range))
                    .or_else(|| self.value_ratio.clone().map(Value::Ratio))
                    .or_else(|| self.value_time.clone().map(Value::Time))
                    .or_else(|| self.value_date_time.clone().map(Value::When))
                    .or_else(|| self.value_period.clone().map(Value::Period))
            }
        }
    };
}

value!(Observation);
value!(Component);

/// A report over several results.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct DiagnosticReport {
    pub id: Option<String>,
    pub identifier: Vec<Identifier>,
    pub status: Option<String>,
    pub category: Vec<CodeableConcept>,
    pub code: Option<CodeableConcept>,
    pub subject: Option<Reference>,
    pub effective_date_time: Option<FhirDateTime>,
    pub effective_period: Option<Period>,
    pub issued: Option<FhirDateTime>,
    pub performer: Vec<Reference>,
    pub specimen: Vec<Reference>,
    pub result: Vec<Reference>,
    pub conclusion: Option<String>,
    pub conclusion_code: Vec<CodeableConcept>,
    pub presented_form: Vec<Attachment>,
}
