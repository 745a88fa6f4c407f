//! Medicines: what they are, and what was ordered, stated, given, handed out.

use serde::Deserialize;

use super::{Annotation, CodeableConcept, Dosage, Identifier, Performer, Period, Quantity, Ratio, Reference};
use crate::FhirDateTime;

/// A medicine as a product.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Medication {
    pub id: Option<String>,
    pub identifier: Vec<Identifier>,
    pub code: Option<CodeableConcept>,
    pub status: Option<String>,
    pub form: Option<CodeableConcept>,
    pub ingredient: Vec<Ingredient>,
}

/// What a medicine is made of.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Ingredient {
    pub item_codeable_concept: Option<CodeableConcept>,
    pub item_reference: Option<Reference>,
    pub is_active: Option<bool>,
    pub strength: Option<Ratio>,
}

/// An order or prescription.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct MedicationRequest {
    pub id: Option<String>,
    pub identifier: Vec<Identifier>,
    pub contained: Vec<Contained>,
    pub status: Option<String>,
    pub intent: Option<String>,
    pub do_not_perform: Option<bool>,
    pub reported_boolean: Option<bool>,
    pub medication_codeable_concept: Option<CodeableConcept>,
    pub medication_reference: Option<Reference>,
    pub subject: Option<Reference>,
    pub authored_on: Option<FhirDateTime>,
    pub requester: Option<Reference>,
    pub reason_code: Vec<CodeableConcept>,
    pub note: Vec<Annotation>,
    pub dosage_instruction: Vec<Dosage>,
}

/// What the person is said to take.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct MedicationStatement {
    pub id: Option<String>,
    pub identifier: Vec<Identifier>,
    pub contained: Vec<Contained>,
    pub status: Option<String>,
    pub status_reason: Vec<CodeableConcept>,
    pub medication_codeable_concept: Option<CodeableConcept>,
    pub medication_reference: Option<Reference>,
    pub subject: Option<Reference>,
    pub effective_date_time: Option<FhirDateTime>,
    pub effective_period: Option<Period>,
    pub date_asserted: Option<FhirDateTime>,
    pub information_source: Option<Reference>,
    pub reason_code: Vec<CodeableConcept>,
    pub note: Vec<Annotation>,
    pub dosage: Vec<Dosage>,
}

/// A dose given.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct MedicationAdministration {
    pub id: Option<String>,
    pub identifier: Vec<Identifier>,
    pub contained: Vec<Contained>,
    pub status: Option<String>,
    pub medication_codeable_concept: Option<CodeableConcept>,
    pub medication_reference: Option<Reference>,
    pub subject: Option<Reference>,
    pub effective_date_time: Option<FhirDateTime>,
    pub effective_period: Option<Period>,
    pub performer: Vec<Performer>,
    pub note: Vec<Annotation>,
    pub dosage: Option<AdministeredDosage>,
}

/// How a dose was given.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct AdministeredDosage {
    pub text: Option<String>,
    pub route: Option<CodeableConcept>,
    pub dose: Option<Quantity>,
}

/// A fill at the pharmacy; no evidence of use.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct MedicationDispense {
    pub id: Option<String>,
    pub identifier: Vec<Identifier>,
    pub contained: Vec<Contained>,
    pub status: Option<String>,
    pub medication_codeable_concept: Option<CodeableConcept>,
    pub medication_reference: Option<Reference>,
    pub subject: Option<Reference>,
    pub performer: Vec<Performer>,
    pub quantity: Option<Quantity>,
    pub days_supply: Option<Quantity>,
    pub when_prepared: Option<FhirDateTime>,
    pub when_handed_over: Option<FhirDateTime>,
    pub note: Vec<Annotation>,
    pub dosage_instruction: Vec<Dosage>,
}

/// What a contained resource says of itself, as far as a medicine needs it.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Contained {
    pub resource_type: Option<String>,
    pub id: Option<String>,
    /// Read only where `resource_type` is `Medication`.
    #[serde(deserialize_with = "super::generic::lenient")]
    pub code: Option<CodeableConcept>,
}
