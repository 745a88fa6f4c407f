//! What is asked for, one search after the other.

use super::{Capability, Quirks, Scopes};

/// `Patient/[id]/$everything`.
const EVERYTHING: &str = "$everything";

/// The types of a patient's own data that a record keeps and R4 can search by `patient`.
const KINDS: [&str; 39] = [
    "AllergyIntolerance",
    "MedicationRequest",
    "MedicationStatement",
    "MedicationDispense",
    "MedicationAdministration",
    "Condition",
    "Immunization",
    "ImmunizationRecommendation",
    "Procedure",
    "Encounter",
    "DiagnosticReport",
    "Observation",
    "Specimen",
    "ImagingStudy",
    "DocumentReference",
    "CarePlan",
    "CareTeam",
    "Goal",
    "ServiceRequest",
    "NutritionOrder",
    "Device",
    "DeviceRequest",
    "FamilyMemberHistory",
    "Coverage",
    "RelatedPerson",
    "QuestionnaireResponse",
    "Flag",
    "Consent",
    "ClinicalImpression",
    "RiskAssessment",
    "DetectedIssue",
    "Media",
    "SupplyDelivery",
    "VisionPrescription",
    "Appointment",
    "Communication",
    "Claim",
    "ExplanationOfBenefit",
    "Provenance",
];

/// The categories by which a type is asked for where a server refuses it as a whole (HL7's own value sets and US Core's).
const CATEGORIES: [(&str, &[&str]); 4] = [
    (
        "Observation",
        &[
            "vital-signs",
            "laboratory",
            "social-history",
            "survey",
            "imaging",
            "procedure",
            "exam",
            "therapy",
            "activity",
            "sdoh",
        ],
    ),
    (
        "Condition",
        &["problem-list-item", "encounter-diagnosis", "health-concern"],
    ),
    ("CarePlan", &["assess-plan"]),
    ("DocumentReference", &["clinical-note"]),
];

/// One search of a pull, whose name is the same each time: a type, a type with a restriction, or everything.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    name: String,
    include: Option<&'static str>,
}

impl Step {
    /// Its name: `Condition`, `Observation?category=laboratory` or `$everything`.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The type of resource that is asked for; none for everything.
    pub fn kind(&self) -> Option<&str> {
        let kind = self.name.split('?').next();
        kind.filter(|kind| *kind != EVERYTHING)
    }

    /// The address to ask, below the server's base: only what changed since a moment (a FHIR instant, in which nothing needs
    /// escaping), if one is given.
    pub fn address(&self, base: &str, patient: &str, since: Option<&str>, count: usize) -> String {
        let Some(kind) = self.kind() else {
            let since = since.map_or_else(String::new, |since| format!("&_since={since}"));
            return format!("{base}/Patient/{patient}/{EVERYTHING}?_count={count}{since}");
        };
        let restriction = self
            .name
            .strip_prefix(kind)
            .unwrap_or_default()
            .replace('?', "&")
            .replace('|', "%7C");
        let since = since.map_or_else(String::new, |since| format!("&_lastUpdated=ge{since}"));
        let include = self
            .include
            .map_or_else(String::new, |include| format!("&_include={include}"));
        format!("{base}/{kind}?patient=Patient/{patient}{restriction}{since}{include}&_count={count}")
    }

    /// The searches that stand in for this one where a server refuses it: by category, or by type.
    pub fn instead(&self, capability: &Capability, scopes: Option<&Scopes>) -> Vec<Step> {
        match self.kind() {
            None => by_kind(capability, scopes, Quirks::default()),
            Some(kind) if kind == self.name => by_category(kind),
            Some(_) => Vec::new(),
        }
    }
}

/// The searches of a pull: what the server offers and the scopes allow. No scopes are known where the token says none.
///
/// ```
/// use pocketchart_fhir::smart::{Capability, Quirks, Scopes, plan};
///
/// let scopes = Scopes::of("patient/Condition.read patient/Observation.rs?category=laboratory");
/// let steps = plan(&Capability::default(), Some(&scopes), Quirks::default());
/// let names: Vec<&str> = steps.iter().map(|step| step.name()).collect();
/// assert_eq!(names, ["Condition", "Observation?category=laboratory"]);
/// assert_eq!(
///     steps[0].address("https://a.example/fhir", "7", Some("2026-11-27T00:00:00Z"), 200),
///     "https://a.example/fhir/Condition?patient=Patient/7&_lastUpdated=ge2026-11-27T00:00:00Z&_count=200"
/// );
/// ```
pub fn plan(capability: &Capability, scopes: Option<&Scopes>, quirks: Quirks) -> Vec<Step> {
    let all = scopes.is_none_or(|scopes| scopes.reads("*"));
    if capability.everything && all && !quirks.everything_ignores_since {
        return vec![step(EVERYTHING.to_owned())];
    }
    by_kind(capability, scopes, quirks)
}

/// The searches of these types alone, as far as the server offers them.
///
/// ```
/// use pocketchart_fhir::smart::{Capability, Quirks, plan_of};
///
/// let steps = plan_of(&["Condition"], &Capability::default(), Quirks::default());
/// assert_eq!(steps.len(), 1);
/// ```
pub fn plan_of(kinds: &[&str], capability: &Capability, quirks: Quirks) -> Vec<Step> {
    let mut steps = by_kind(capability, None, quirks);
    steps.retain(|step| step.kind().is_some_and(|kind| kinds.contains(&kind)));
    steps
}

fn by_kind(capability: &Capability, scopes: Option<&Scopes>, quirks: Quirks) -> Vec<Step> {
    let mut steps = Vec::new();
    for kind in KINDS.into_iter().filter(|kind| capability.searches(kind)) {
        match scopes {
            Some(scopes) if !scopes.reads(kind) => {
                let restricted = scopes.restrictions(kind).into_iter();
                steps.extend(restricted.map(|query| step(format!("{kind}?{query}"))));
            }
            _ if quirks.by_category && kind == "Observation" => steps.extend(by_category(kind)),
            _ => {
                let medicine = format!("{kind}:medication");
                let include = INCLUDES.into_iter().find(|it| *it == medicine);
                steps.push(Step {
                    include: include.filter(|include| capability.includes(kind, include)),
                    ..step(kind.to_owned())
                });
            }
        }
    }
    steps
}

/// Medicines that a statement only refers to.
const INCLUDES: [&str; 4] = [
    "MedicationRequest:medication",
    "MedicationStatement:medication",
    "MedicationDispense:medication",
    "MedicationAdministration:medication",
];

fn by_category(kind: &str) -> Vec<Step> {
    let known = CATEGORIES.iter().find(|(it, _)| *it == kind);
    let categories = known.map_or(&[][..], |(_, categories)| *categories);
    let named = categories
        .iter()
        .map(|category| step(format!("{kind}?category={category}")));
    named.collect()
}

fn step(name: String) -> Step {
    Step { name, include: None }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(steps: &[Step]) -> Vec<&str> {
        steps.iter().map(Step::name).collect()
    }

    #[test]
    fn everything_is_asked_for_where_it_is_offered_and_of_use() {
        let capability = Capability {
            everything: true,
            ..Capability::default()
        };
        assert_eq!(names(&plan(&capability, None, Quirks::default())), [EVERYTHING]);
        let hapi = Quirks {
            everything_ignores_since: true,
            ..Quirks::default()
        };
        assert_eq!(plan(&capability, None, hapi).len(), KINDS.len());
        let narrow = Scopes::of("patient/Condition.rs");
        assert_eq!(
            names(&plan(&capability, Some(&narrow), Quirks::default())),
            ["Condition"]
        );
        let everything = step(EVERYTHING.to_owned());
        assert_eq!(
            everything.address("https://a.example", "7", Some("2026-11-27T00:00:00Z"), 50),
            "https://a.example/Patient/7/$everything?_count=50&_since=2026-11-27T00:00:00Z"
        );
        assert_eq!(everything.instead(&capability, Some(&narrow)).len(), 1);
    }

    #[test]
    fn a_refused_type_is_asked_for_by_category_once() {
        let whole = step("Condition".to_owned());
        let parts = whole.instead(&Capability::default(), None);
        assert_eq!(parts.len(), 3);
        assert_eq!(
            parts[0].address("https://a.example", "7", None, 200),
            "https://a.example/Condition?patient=Patient/7&category=problem-list-item&_count=200"
        );
        assert!(parts[0].instead(&Capability::default(), None).is_empty());
        assert!(
            step("Goal".to_owned())
                .instead(&Capability::default(), None)
                .is_empty()
        );
    }

    #[test]
    fn medicines_come_along_where_the_server_can() {
        let capability =
            br#"{"resourceType":"CapabilityStatement","rest":[{"resource":[{"type":"MedicationRequest",
            "searchParam":[{"name":"patient"}],"searchInclude":["MedicationRequest:medication"]}]}]}"#;
        let steps = plan(&Capability::read(capability).unwrap(), None, Quirks::default());
        assert_eq!(names(&steps), ["MedicationRequest"]);
        let address = steps[0].address("https://a.example", "7", None, 200);
        assert!(
            address.contains("&_include=MedicationRequest:medication&"),
            "{address}"
        );
    }
}
