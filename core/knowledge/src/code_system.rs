//! The code systems that rules are written in, by the names that FHIR gives them.

/// Tests and measurements.
pub(crate) const LOINC: &str = "http://loinc.org";
/// Problems, procedures, allergies.
pub(crate) const SNOMED: &str = "http://snomed.info/sct";
