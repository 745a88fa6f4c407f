//! Which section of a record a resource belongs to: one table for the whole project.
//!
//! The first row whose type and category match stands. A category matches when any coding in the resource's `category`
//! (for documents and compositions also `type`) has that code; a row without category matches always, and is its type's last.
//! `docs/sections.md` shows the same table; a test compares them. The section `sensitive` is never assigned: the
//! person chooses what goes there, so any type is allowed in it.

use serde_json::value::RawValue;

use crate::scan::members;
use crate::view::{CodeableConcept, Coding};

/// The 16 sections of a record: the units of keys and grants.
pub const SECTIONS: [&str; 16] = [
    "profile",
    "allergies",
    "medications",
    "problems",
    "immunizations",
    "results",
    "vitals",
    "procedures",
    "encounters",
    "notes",
    "documents",
    "care-plan",
    "sensitive",
    "coverage",
    "check-ins",
    "messages",
];

/// The section of types that the table does not know.
const UNKNOWN_TYPES: &str = "documents";

/// One row of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rule {
    /// FHIR resource type.
    pub resource_type: &'static str,
    /// Code that must stand in the category; `None` = any.
    pub category: Option<&'static str>,
    /// One of [`SECTIONS`].
    pub section: &'static str,
}

/// (section, types), one row for each type without regard to category.
const BY_TYPE: &[(&str, &[&str])] = &[
    ("profile", &["Patient", "RelatedPerson", "Person"]),
    ("allergies", &["AllergyIntolerance"]),
    (
        "medications",
        &[
            "Medication",
            "MedicationAdministration",
            "MedicationDispense",
            "MedicationKnowledge",
            "MedicationRequest",
            "MedicationStatement",
        ],
    ),
    (
        "problems",
        &[
            "AdverseEvent",
            "Condition",
            "DetectedIssue",
            "FamilyMemberHistory",
            "Flag",
            "RiskAssessment",
        ],
    ),
    (
        "immunizations",
        &[
            "Immunization",
            "ImmunizationEvaluation",
            "ImmunizationRecommendation",
        ],
    ),
    (
        "results",
        &["DiagnosticReport", "MolecularSequence", "Observation", "Specimen"],
    ),
    (
        "procedures",
        &[
            "BodyStructure",
            "Device",
            "DeviceDefinition",
            "DeviceMetric",
            "DeviceRequest",
            "DeviceUseStatement",
            "Procedure",
            "SupplyDelivery",
            "SupplyRequest",
            "VisionPrescription",
        ],
    ),
    (
        "encounters",
        &[
            "Appointment",
            "AppointmentResponse",
            "Encounter",
            "Endpoint",
            "EpisodeOfCare",
            "HealthcareService",
            "Location",
            "Organization",
            "OrganizationAffiliation",
            "Practitioner",
            "PractitionerRole",
            "Schedule",
            "Slot",
        ],
    ),
    ("notes", &["ClinicalImpression"]),
    (
        "care-plan",
        &[
            "ActivityDefinition",
            "CarePlan",
            "CareTeam",
            "Goal",
            "GuidanceResponse",
            "NutritionOrder",
            "PlanDefinition",
            "RequestGroup",
            "ServiceRequest",
            "Task",
        ],
    ),
    (
        "coverage",
        &[
            "Account",
            "ChargeItem",
            "ChargeItemDefinition",
            "Claim",
            "ClaimResponse",
            "Contract",
            "Coverage",
            "CoverageEligibilityRequest",
            "CoverageEligibilityResponse",
            "EnrollmentRequest",
            "EnrollmentResponse",
            "ExplanationOfBenefit",
            "InsurancePlan",
            "Invoice",
            "PaymentNotice",
            "PaymentReconciliation",
        ],
    ),
    ("check-ins", &["Questionnaire", "QuestionnaireResponse"]),
    (
        "messages",
        &["Communication", "CommunicationRequest", "MessageHeader"],
    ),
    (
        "documents",
        &[
            "AuditEvent",
            "Basic",
            "Binary",
            "BiologicallyDerivedProduct",
            "Bundle",
            "CapabilityStatement",
            "CatalogEntry",
            "CodeSystem",
            "CompartmentDefinition",
            "Composition",
            "ConceptMap",
            "Consent",
            "DocumentManifest",
            "DocumentReference",
            "EffectEvidenceSynthesis",
            "EventDefinition",
            "Evidence",
            "EvidenceVariable",
            "ExampleScenario",
            "GraphDefinition",
            "Group",
            "ImagingStudy",
            "ImplementationGuide",
            "Library",
            "Linkage",
            "List",
            "Measure",
            "MeasureReport",
            "Media",
            "MedicinalProduct",
            "MedicinalProductAuthorization",
            "MedicinalProductContraindication",
            "MedicinalProductIndication",
            "MedicinalProductIngredient",
            "MedicinalProductInteraction",
            "MedicinalProductManufactured",
            "MedicinalProductPackaged",
            "MedicinalProductPharmaceutical",
            "MedicinalProductUndesirableEffect",
            "MessageDefinition",
            "NamingSystem",
            "ObservationDefinition",
            "OperationDefinition",
            "OperationOutcome",
            "Parameters",
            "Provenance",
            "ResearchDefinition",
            "ResearchElementDefinition",
            "ResearchStudy",
            "ResearchSubject",
            "RiskEvidenceSynthesis",
            "SearchParameter",
            "SpecimenDefinition",
            "StructureDefinition",
            "StructureMap",
            "Subscription",
            "Substance",
            "SubstanceNucleicAcid",
            "SubstancePolymer",
            "SubstanceProtein",
            "SubstanceReferenceInformation",
            "SubstanceSourceMaterial",
            "SubstanceSpecification",
            "TerminologyCapabilities",
            "TestReport",
            "TestScript",
            "ValueSet",
            "VerificationResult",
        ],
    ),
];

/// (type, category code, section): where the category decides.
const BY_CATEGORY: &[(&str, &str, &str)] = &[
    ("Observation", "vital-signs", "vitals"),
    ("Observation", "activity", "vitals"),
    ("Observation", "social-history", "profile"),
    // An advance directive belongs beside the person's other emergency facts.
    ("Consent", "acd", "profile"),
    ("Consent", "dnr", "profile"),
    ("Consent", "hcd", "profile"),
    ("Consent", "polst", "profile"),
    ("Consent", "42348-3", "profile"),
    ("DocumentReference", "42348-3", "profile"),
    // US Core's category of notes, and its ten common kinds of note (LOINC).
    ("DocumentReference", "clinical-note", "notes"),
    ("DocumentReference", "11488-4", "notes"),
    ("DocumentReference", "11502-2", "documents"),
    ("DocumentReference", "11506-3", "notes"),
    ("DocumentReference", "18842-5", "notes"),
    ("DocumentReference", "28570-0", "notes"),
    ("DocumentReference", "28655-1", "notes"),
    ("DocumentReference", "34109-9", "notes"),
    ("DocumentReference", "34117-2", "notes"),
    ("DocumentReference", "34745-8", "notes"),
    ("DocumentReference", "51848-0", "notes"),
    ("DocumentReference", "51855-5", "notes"),
    ("Composition", "11488-4", "notes"),
    ("Composition", "11506-3", "notes"),
    ("Composition", "18842-5", "notes"),
    ("Composition", "28570-0", "notes"),
    ("Composition", "34109-9", "notes"),
    ("Composition", "34117-2", "notes"),
    ("Composition", "51848-0", "notes"),
];

/// The whole table, rows with a category before those without.
pub fn rules() -> impl Iterator<Item = Rule> {
    let by_category = BY_CATEGORY
        .iter()
        .map(|&(resource_type, category, section)| Rule {
            resource_type,
            category: Some(category),
            section,
        });
    let by_type = BY_TYPE.iter().flat_map(|&(section, types)| {
        types.iter().map(move |&resource_type| Rule {
            resource_type,
            category: None,
            section,
        })
    });
    by_category.chain(by_type)
}

/// The section of a resource, by its type and category.
///
/// Types that the table does not know, and bytes that are no resource, belong to `documents`.
///
/// ```
/// use pocketchart_fhir::sections::section_of;
/// let weight = br#"{"resourceType":"Observation","category":[{"coding":[{"code":"vital-signs"}]}]}"#;
/// assert_eq!(section_of(weight), "vitals");
/// ```
pub fn section_of(bytes: &[u8]) -> &'static str {
    let [resource_type, category, kind] = members(bytes, ["resourceType", "category", "type"]);
    let resource_type = resource_type
        .and_then(|raw| serde_json::from_slice::<String>(raw).ok())
        .unwrap_or_default();
    let mut codes = codes(category);
    if matches!(resource_type.as_str(), "DocumentReference" | "Composition") {
        codes.extend(self::codes(kind));
    }
    rules()
        .find(|rule| {
            let matches = |category| codes.iter().any(|code| code == category);
            rule.resource_type == resource_type && rule.category.is_none_or(matches)
        })
        .map_or(UNKNOWN_TYPES, |rule| rule.section)
}

/// Whether a resource of this type may stand in this section: the table has such a row, or the person chose `sensitive`.
pub fn allowed(resource_type: &str, section: &str) -> bool {
    let mut known = false;
    let listed = rules()
        .filter(|rule| rule.resource_type == resource_type)
        .any(|rule| {
            known = true;
            rule.section == section
        });
    listed || section == "sensitive" || (!known && section == UNKNOWN_TYPES)
}

/// Codes of a category: a code, a concept, or several of them.
fn codes(raw: Option<&[u8]>) -> Vec<String> {
    let Some(raw) = raw else { return Vec::new() };
    let items: Vec<&RawValue> = if raw.first() == Some(&b'[') {
        serde_json::from_slice(raw).unwrap_or_default()
    } else {
        serde_json::from_slice(raw).into_iter().collect()
    };
    let codes_of = |item: &RawValue| -> Vec<String> {
        if let Ok(code) = serde_json::from_str::<String>(item.get()) {
            return vec![code];
        }
        let concept: CodeableConcept = serde_json::from_str(item.get()).unwrap_or_default();
        concept
            .coding
            .into_iter()
            .filter_map(|Coding { code, .. }| code)
            .collect()
    };
    items.into_iter().flat_map(codes_of).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::fmt::Write as _;

    use super::*;

    #[test]
    fn each_row_names_a_section_and_stands_once() {
        let mut seen = BTreeSet::new();
        for rule in rules() {
            assert!(SECTIONS.contains(&rule.section), "{rule:?}");
            assert!(
                seen.insert((rule.resource_type, rule.category)),
                "{rule:?} stands twice"
            );
        }
        for rule in rules().filter(|rule| rule.category.is_some()) {
            assert!(
                seen.contains(&(rule.resource_type, None)),
                "{rule:?} has no row without category"
            );
        }
    }

    #[test]
    fn every_r4_type_has_a_row() {
        let types = rules().filter(|rule| rule.category.is_none()).count();
        // R4 (4.0.1) defines 148 resource types; two of them, Resource and DomainResource, are abstract.
        assert_eq!(types, 146);
    }

    #[test]
    fn category_decides_where_it_is_listed() {
        let of = |text: &str| section_of(text.as_bytes());
        let observation = |category: &str| {
            of(&format!(
                r#"{{"resourceType":"Observation","category":[{{"coding":[{{"code":"{category}"}}]}}]}}"#
            ))
        };
        assert_eq!(observation("vital-signs"), "vitals");
        assert_eq!(observation("laboratory"), "results");
        assert_eq!(observation("social-history"), "profile");
        assert_eq!(of(r#"{"resourceType":"Observation","category":7}"#), "results");
        assert_eq!(
            of(r#"{"resourceType":"DocumentReference","type":{"coding":[{"code":"34117-2"}]}}"#),
            "notes"
        );
        assert_eq!(of(r#"{"resourceType":"DocumentReference"}"#), "documents");
        assert_eq!(of(r#"{"resourceType":"NewType"}"#), "documents");
        assert_eq!(of("nonsense"), "documents");
    }

    #[test]
    fn allowed_follows_the_table() {
        assert!(allowed("Observation", "vitals") && allowed("Observation", "results"));
        assert!(!allowed("Observation", "allergies") && !allowed("Patient", "notes"));
        assert!(allowed("Patient", "sensitive") && allowed("NewType", "documents"));
        assert!(!allowed("NewType", "profile"));
    }

    #[test]
    fn the_published_page_shows_this_table() {
        let mut page = String::from(PAGE_HEAD);
        for section in SECTIONS {
            let mut cells = Vec::new();
            for rule in rules().filter(|rule| rule.section == section) {
                cells.push(match rule.category {
                    Some(category) => format!("{} (category `{category}`)", rule.resource_type),
                    None => rule.resource_type.to_owned(),
                });
            }
            if section == "sensitive" {
                cells.push("whatever the person moves there".to_owned());
            }
            writeln!(page, "| `{section}` | {} |", cells.join(", ")).unwrap();
        }
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/sections.md");
        if std::env::var_os("POCKETCHART_WRITE_DOCS").is_some() {
            std::fs::write(path, &page).unwrap();
        }
        assert_eq!(
            std::fs::read_to_string(path).unwrap(),
            page,
            "POCKETCHART_WRITE_DOCS=1 writes it anew"
        );
    }

    const PAGE_HEAD: &str = "\
# Sections

A record has 16 sections. They are the units of keys and of sharing: a grant opens whole sections. This table says where a
FHIR R4 resource goes; it is the one in `core/fhir/src/sections.rs`, and a test compares the two.

A row with a category is tried before one without. The category is any code in the resource's `category`; for documents also in
their `type`. Types that R4 does not know go to `documents`. Nothing goes to `sensitive` by itself; any type may stand there.

| section | resource types |
|---|---|
";
}
