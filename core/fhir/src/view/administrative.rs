//! People, organisations, devices and insurance.

use serde::Deserialize;

use super::{Address, CodeableConcept, ContactPoint, HumanName, Identifier, Period, Reference};
use crate::FhirDateTime;

/// The person the record is about.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Patient {
    pub id: Option<String>,
    pub identifier: Vec<Identifier>,
    pub active: Option<bool>,
    pub name: Vec<HumanName>,
    pub telecom: Vec<ContactPoint>,
    pub gender: Option<String>,
    pub birth_date: Option<FhirDateTime>,
    pub deceased_boolean: Option<bool>,
    pub deceased_date_time: Option<FhirDateTime>,
    pub address: Vec<Address>,
    pub marital_status: Option<CodeableConcept>,
    pub contact: Vec<PatientContact>,
    pub communication: Vec<PatientCommunication>,
    pub general_practitioner: Vec<Reference>,
    pub link: Vec<PatientLink>,
}

/// Whom to call.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct PatientContact {
    pub relationship: Vec<CodeableConcept>,
    pub name: Option<HumanName>,
    pub telecom: Vec<ContactPoint>,
}

/// A language the person speaks.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct PatientCommunication {
    pub language: Option<CodeableConcept>,
    pub preferred: Option<bool>,
}

/// Another Patient resource about the same person.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct PatientLink {
    pub other: Option<Reference>,
    #[serde(rename = "type")]
    pub kind: Option<String>,
}

/// A health professional.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Practitioner {
    pub id: Option<String>,
    pub identifier: Vec<Identifier>,
    pub active: Option<bool>,
    pub name: Vec<HumanName>,
    pub telecom: Vec<ContactPoint>,
    pub address: Vec<Address>,
    pub gender: Option<String>,
    pub qualification: Vec<Qualification>,
}

/// What a professional is trained in.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Qualification {
    pub code: Option<CodeableConcept>,
}

/// A clinic, laboratory, insurer.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Organization {
    pub id: Option<String>,
    pub identifier: Vec<Identifier>,
    pub active: Option<bool>,
    #[serde(rename = "type")]
    pub kind: Vec<CodeableConcept>,
    pub name: Option<String>,
    pub alias: Vec<Option<String>>,
    pub telecom: Vec<ContactPoint>,
    pub address: Vec<Address>,
}

/// A device in or at the body, or one that measures.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Device {
    pub id: Option<String>,
    pub identifier: Vec<Identifier>,
    pub status: Option<String>,
    pub distinct_identifier: Option<String>,
    pub manufacturer: Option<String>,
    pub manufacture_date: Option<FhirDateTime>,
    pub expiration_date: Option<FhirDateTime>,
    pub lot_number: Option<String>,
    pub serial_number: Option<String>,
    pub device_name: Vec<DeviceName>,
    pub model_number: Option<String>,
    #[serde(rename = "type")]
    pub kind: Option<CodeableConcept>,
    pub patient: Option<Reference>,
    pub udi_carrier: Vec<UdiCarrier>,
}

/// What a device is called.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct DeviceName {
    pub name: Option<String>,
    #[serde(rename = "type")]
    pub kind: Option<String>,
}

/// The bar code on a device.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct UdiCarrier {
    pub device_identifier: Option<String>,
    #[serde(rename = "carrierHRF")]
    pub carrier_hrf: Option<String>,
}

/// Insurance.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Coverage {
    pub id: Option<String>,
    pub identifier: Vec<Identifier>,
    pub status: Option<String>,
    #[serde(rename = "type")]
    pub kind: Option<CodeableConcept>,
    pub subscriber_id: Option<String>,
    pub beneficiary: Option<Reference>,
    pub relationship: Option<CodeableConcept>,
    pub period: Option<Period>,
    pub payor: Vec<Reference>,
    pub class: Vec<CoverageClass>,
}

/// A plan or group of an insurance.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct CoverageClass {
    #[serde(rename = "type")]
    pub kind: Option<CodeableConcept>,
    pub value: Option<String>,
    pub name: Option<String>,
}
