//! Allergies, problems, vaccines, procedures, visits, family history.

use serde::Deserialize;

use super::{Annotation, CodeableConcept, Coding, Identifier, Period, Quantity, Range, Reference};
use crate::{Decimal, FhirDateTime};

/// An allergy or intolerance.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct AllergyIntolerance {
    pub id: Option<String>,
    pub identifier: Vec<Identifier>,
    pub clinical_status: Option<CodeableConcept>,
    pub verification_status: Option<CodeableConcept>,
    #[serde(rename = "type")]
    pub kind: Option<String>,
    pub category: Vec<Option<String>>,
    pub criticality: Option<String>,
    pub code: Option<CodeableConcept>,
    pub patient: Option<Reference>,
    pub onset_date_time: Option<FhirDateTime>,
    pub onset_period: Option<Period>,
    pub onset_age: Option<Quantity>,
    pub onset_string: Option<String>,
    pub recorded_date: Option<FhirDateTime>,
    pub recorder: Option<Reference>,
    pub asserter: Option<Reference>,
    pub last_occurrence: Option<FhirDateTime>,
    pub note: Vec<Annotation>,
    pub reaction: Vec<Reaction>,
}

/// What happened when the person met the substance.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Reaction {
    pub substance: Option<CodeableConcept>,
    pub manifestation: Vec<CodeableConcept>,
    pub description: Option<String>,
    pub onset: Option<FhirDateTime>,
    pub severity: Option<String>,
}

/// A problem, diagnosis or concern.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Condition {
    pub id: Option<String>,
    pub identifier: Vec<Identifier>,
    pub clinical_status: Option<CodeableConcept>,
    pub verification_status: Option<CodeableConcept>,
    pub category: Vec<CodeableConcept>,
    pub severity: Option<CodeableConcept>,
    pub code: Option<CodeableConcept>,
    pub body_site: Vec<CodeableConcept>,
    pub subject: Option<Reference>,
    pub onset_date_time: Option<FhirDateTime>,
    pub onset_period: Option<Period>,
    pub onset_age: Option<Quantity>,
    pub onset_string: Option<String>,
    pub abatement_date_time: Option<FhirDateTime>,
    pub abatement_period: Option<Period>,
    pub abatement_string: Option<String>,
    pub recorded_date: Option<FhirDateTime>,
    pub recorder: Option<Reference>,
    pub asserter: Option<Reference>,
    pub note: Vec<Annotation>,
}

/// A vaccine given or not given.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Immunization {
    pub id: Option<String>,
    pub identifier: Vec<Identifier>,
    pub status: Option<String>,
    pub status_reason: Option<CodeableConcept>,
    pub vaccine_code: Option<CodeableConcept>,
    pub patient: Option<Reference>,
    pub occurrence_date_time: Option<FhirDateTime>,
    pub occurrence_string: Option<String>,
    pub primary_source: Option<bool>,
    pub lot_number: Option<String>,
    pub expiration_date: Option<FhirDateTime>,
    pub manufacturer: Option<Reference>,
    pub site: Option<CodeableConcept>,
    pub route: Option<CodeableConcept>,
    pub dose_quantity: Option<Quantity>,
    pub is_subpotent: Option<bool>,
    pub performer: Vec<Performer>,
    pub note: Vec<Annotation>,
    pub protocol_applied: Vec<ProtocolApplied>,
}

/// Who did it.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Performer {
    pub actor: Option<Reference>,
}

/// Which dose of which series.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct ProtocolApplied {
    pub series: Option<String>,
    pub target_disease: Vec<CodeableConcept>,
    pub dose_number_positive_int: Option<Decimal>,
    pub dose_number_string: Option<String>,
}

/// Something done to or for the person.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Procedure {
    pub id: Option<String>,
    pub identifier: Vec<Identifier>,
    pub status: Option<String>,
    pub category: Option<CodeableConcept>,
    pub code: Option<CodeableConcept>,
    pub subject: Option<Reference>,
    pub performed_date_time: Option<FhirDateTime>,
    pub performed_period: Option<Period>,
    pub performed_string: Option<String>,
    pub recorder: Option<Reference>,
    pub asserter: Option<Reference>,
    pub performer: Vec<Performer>,
    pub reason_code: Vec<CodeableConcept>,
    pub body_site: Vec<CodeableConcept>,
    pub outcome: Option<CodeableConcept>,
    pub note: Vec<Annotation>,
}

/// A visit, stay or call.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Encounter {
    pub id: Option<String>,
    pub identifier: Vec<Identifier>,
    pub status: Option<String>,
    pub class: Option<Coding>,
    #[serde(rename = "type")]
    pub kind: Vec<CodeableConcept>,
    pub subject: Option<Reference>,
    pub participant: Vec<Participant>,
    pub period: Option<Period>,
    pub reason_code: Vec<CodeableConcept>,
    pub service_provider: Option<Reference>,
}

/// Who took part in a visit.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Participant {
    pub individual: Option<Reference>,
}

/// What a relative has or had.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct FamilyMemberHistory {
    pub id: Option<String>,
    pub identifier: Vec<Identifier>,
    pub status: Option<String>,
    pub patient: Option<Reference>,
    pub date: Option<FhirDateTime>,
    pub name: Option<String>,
    pub relationship: Option<CodeableConcept>,
    pub sex: Option<CodeableConcept>,
    pub born_date: Option<FhirDateTime>,
    pub born_string: Option<String>,
    pub deceased_boolean: Option<bool>,
    pub deceased_date: Option<FhirDateTime>,
    pub condition: Vec<FamilyCondition>,
    pub note: Vec<Annotation>,
}

/// One condition of a relative.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct FamilyCondition {
    pub code: Option<CodeableConcept>,
    pub outcome: Option<CodeableConcept>,
    pub onset_age: Option<Quantity>,
    pub onset_range: Option<Range>,
    pub onset_string: Option<String>,
}
