//! Choosing one code of several that mean the same.

use super::Negation;
use crate::view::CodeableConcept;

/// A code of a system.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Code {
    /// The system's URI.
    pub system: Option<String>,
    /// The code.
    pub code: String,
}

/// Systems by how widely they are understood; the first one present names the thing.
const PREFERRED: [&str; 5] = [
    "http://snomed.info/sct",
    "http://www.nlm.nih.gov/research/umls/rxnorm",
    "http://loinc.org",
    "http://hl7.org/fhir/sid/cvx",
    "http://hl7.org/fhir/sid/icd-10",
];

pub(super) fn best_code(concept: &CodeableConcept) -> Option<Code> {
    let coded = || {
        concept
            .coding
            .iter()
            .filter(|coding| coding.code.as_deref().is_some_and(|code| !code.is_empty()))
    };
    let preferred = |system: &&str| coded().find(|coding| coding.system.as_deref() == Some(system));
    let best = PREFERRED.iter().find_map(preferred).or_else(|| coded().next())?;
    Some(Code {
        system: best.system.clone(),
        code: best.code.clone()?,
    })
}

/// Words of a concept that may be absent.
pub(super) fn words_of(concept: &Option<CodeableConcept>) -> Option<String> {
    concept
        .as_ref()
        .and_then(CodeableConcept::words)
        .map(str::to_owned)
}

/// The status code of a concept that may be absent.
pub(super) fn status_of(concept: &Option<CodeableConcept>) -> Option<String> {
    concept
        .as_ref()
        .and_then(CodeableConcept::code)
        .map(str::to_owned)
}

/// SNOMED CT codes that say "none known", and the IPS code system's words for absent and unknown.
const NONE_KNOWN_SNOMED: [&str; 9] = [
    "160244002",  // No known allergies
    "716186003",  // No known allergy
    "409137002",  // No known drug allergy
    "429625007",  // No known food allergy
    "428607008",  // No known environmental allergy
    "428197003",  // No known insect allergy
    "1003774007", // No known Hevea brasiliensis latex allergy
    "160245001",  // No current problems or disability
    "787481004",  // No known medications
];
const IPS: &str = "http://hl7.org/fhir/uv/ips/CodeSystem/absent-unknown-uv-ips";

pub(super) fn negation_of(concept: &Option<CodeableConcept>) -> Option<Negation> {
    concept
        .iter()
        .flat_map(|concept| &concept.coding)
        .find_map(|coding| {
            let (system, code) = (coding.system.as_deref()?, coding.code.as_deref()?);
            match system {
                "http://snomed.info/sct" if NONE_KNOWN_SNOMED.contains(&code) => Some(Negation::NoneKnown),
                IPS if code.starts_with("no-known-") => Some(Negation::NoneKnown),
                IPS if code.starts_with("no-") && code.ends_with("-info") => Some(Negation::NoInformation),
                _ => None,
            }
        })
}

/// Whether it says that there is no allergy at all; systems have several codes for that.
pub(super) fn denies_every_allergy(concept: &CodeableConcept) -> bool {
    concept.coding.iter().any(|coding| {
        matches!(
            (coding.system.as_deref(), coding.code.as_deref()),
            (Some("http://snomed.info/sct"), Some("160244002" | "716186003"))
                | (Some(IPS), Some("no-known-allergies"))
        )
    })
}
