//! Templates of C-CDA R2.1, by the last part of their object identifiers, and how a statement claims one.

use super::element::{Element, Node};

const ENTRIES: &str = "2.16.840.1.113883.10.20.22.4.";

pub(super) const REACTION: u16 = 9;
pub(super) const SEVERITY: u16 = 8;
pub(super) const ALLERGY: u16 = 7;
pub(super) const ALLERGY_CONCERN: u16 = 30;
pub(super) const PROBLEM: u16 = 4;
pub(super) const PROBLEM_CONCERN: u16 = 3;
pub(super) const HOSPITAL_ADMISSION_DIAGNOSIS: u16 = 34;
pub(super) const HOSPITAL_DISCHARGE_DIAGNOSIS: u16 = 33;
pub(super) const ENCOUNTER_DIAGNOSIS: u16 = 80;
pub(super) const PREOPERATIVE_DIAGNOSIS: u16 = 65;
pub(super) const POSTPROCEDURE_DIAGNOSIS: u16 = 51;
pub(super) const HEALTH_CONCERN: u16 = 132;
pub(super) const RISK_CONCERN: u16 = 136;
pub(super) const MEDICATION: u16 = 16;
pub(super) const DISCHARGE_MEDICATION: u16 = 35;
pub(super) const ADMISSION_MEDICATION: u16 = 36;
pub(super) const SUPPLY_ORDER: u16 = 17;
pub(super) const INSTRUCTION: u16 = 20;
pub(super) const IMMUNIZATION: u16 = 52;
pub(super) const IMMUNIZATION_REFUSAL: u16 = 53;
pub(super) const MEDICATION_FREE_TEXT_SIG: u16 = 147;
pub(super) const RESULTS: u16 = 1;
pub(super) const VITAL_SIGNS: u16 = 26;
pub(super) const PROCEDURE: u16 = 14;
pub(super) const PROCEDURE_OBSERVATION: u16 = 13;
pub(super) const PROCEDURE_ACT: u16 = 12;
pub(super) const ENCOUNTER: u16 = 49;
pub(super) const FAMILY_HISTORY: u16 = 45;
pub(super) const AGE: u16 = 31;
pub(super) const FAMILY_DEATH: u16 = 47;
pub(super) const NOTE: u16 = 202;
pub(super) const COVERAGE: u16 = 60;
pub(super) const POLICY: u16 = 61;
pub(super) const SUPPLY: u16 = 50;
pub(super) const MEDICAL_EQUIPMENT: u16 = 135;
pub(super) const PRODUCT_INSTANCE: u16 = 37;
pub(super) const ADVANCE_DIRECTIVE: u16 = 48;
pub(super) const ADVANCE_DIRECTIVES: u16 = 108;
pub(super) const SMOKING_STATUS: u16 = 78;
pub(super) const TOBACCO_USE: u16 = 85;
pub(super) const CARE_TEAM: u16 = 500;
/// Whose identifier has a different stem: C-CDA took it over from an older guide.
const PREGNANCY: &str = "2.16.840.1.113883.10.20.15.3.8";
const ENTRY_REFERENCE: u16 = 122;

/// Whether a statement claims one of these templates.
pub(super) fn claims(node: Node<'_>, templates: &[u16]) -> bool {
    node.each("templateId").any(|it| {
        let number = it.said("root").and_then(|root| root.strip_prefix(ENTRIES));
        number
            .and_then(|number| number.parse().ok())
            .is_some_and(|number| templates.contains(&number))
    })
}

pub(super) fn is_pregnancy(node: Node<'_>) -> bool {
    node.each("templateId")
        .any(|it| it.said("root") == Some(PREGNANCY))
}

/// Whether it only points to a statement that stands elsewhere.
pub(super) fn is_reference(node: Node<'_>) -> bool {
    claims(node, &[ENTRY_REFERENCE]) || node.children().filter(Node::is_element).all(|it| it.is("id"))
}
