//! The sections of an International Patient Summary, and what belongs in which.

use crate::summary::Summary;
use crate::tree::Tree;

/// A section of the summary (IPS 2.0, Composition-uv-ips).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum IpsSection {
    /// What the person has.
    Problems,
    /// Allergies and intolerances.
    Allergies,
    /// Medicines.
    Medications,
    /// Vaccines.
    Immunizations,
    /// Results of laboratories and imaging.
    Results,
    /// Operations and procedures.
    Procedures,
    /// Implants and other devices.
    Devices,
    /// Vital signs.
    VitalSigns,
    /// What the person had.
    PastProblems,
    /// Pregnancy.
    Pregnancy,
    /// Smoking, drinking, and the like.
    SocialHistory,
    /// Plans.
    PlanOfCare,
}

impl IpsSection {
    /// All of them, in the order in which they stand.
    pub const ALL: [IpsSection; 12] = [
        IpsSection::Allergies,
        IpsSection::Medications,
        IpsSection::Problems,
        IpsSection::Immunizations,
        IpsSection::Procedures,
        IpsSection::Devices,
        IpsSection::Results,
        IpsSection::VitalSigns,
        IpsSection::PastProblems,
        IpsSection::Pregnancy,
        IpsSection::SocialHistory,
        IpsSection::PlanOfCare,
    ];

    /// Its LOINC code, and LOINC's name of that.
    pub fn code(self) -> (&'static str, &'static str) {
        match self {
            Self::Problems => ("11450-4", "Problem list - Reported"),
            Self::Allergies => ("48765-2", "Allergies and adverse reactions Document"),
            Self::Medications => ("10160-0", "History of Medication use Narrative"),
            Self::Immunizations => ("11369-6", "History of Immunization note"),
            Self::Results => ("30954-2", "Relevant diagnostic tests/laboratory data note"),
            Self::Procedures => ("47519-4", "History of Procedures Document"),
            Self::Devices => ("46264-8", "History of medical device use"),
            Self::VitalSigns => ("8716-3", "Vital signs note"),
            Self::PastProblems => ("11348-0", "History of Past illness note"),
            Self::Pregnancy => ("10162-6", "History of pregnancies Narrative"),
            Self::SocialHistory => ("29762-2", "Social history note"),
            Self::PlanOfCare => ("18776-5", "Plan of care note"),
        }
    }

    /// Whether it stands in every summary, with or without something in it.
    pub fn is_required(self) -> bool {
        matches!(self, Self::Problems | Self::Allergies | Self::Medications)
    }

    /// Where a resource belongs; `None` if it has no place in a summary. Nothing that was entered in error has one.
    pub(super) fn of(resource: &Tree, facts: &Summary) -> Option<Self> {
        let wrong =
            |status: &Option<String>| matches!(status.as_deref(), Some("entered-in-error" | "refuted"));
        if wrong(&facts.status) || wrong(&facts.verification) {
            return None;
        }
        let category = |code: &str| categories(resource).any(|it| it == code);
        let status = facts.status.as_deref();
        match facts.resource_type.as_str() {
            "AllergyIntolerance" => Some(Self::Allergies),
            "MedicationStatement" | "MedicationRequest" => match status {
                Some("completed" | "stopped" | "cancelled" | "not-taken" | "draft") => None,
                _ => Some(Self::Medications),
            },
            "Condition" => match status {
                Some("inactive" | "remission" | "resolved") => Some(Self::PastProblems),
                _ => Some(Self::Problems),
            },
            "Immunization" => Some(Self::Immunizations),
            "Procedure" => match status {
                Some("not-done") => None,
                _ => Some(Self::Procedures),
            },
            "DeviceUseStatement" => Some(Self::Devices),
            "CarePlan" => Some(Self::PlanOfCare),
            "DiagnosticReport" => Some(Self::Results),
            "Observation" if is_pregnancy(facts) => Some(Self::Pregnancy),
            "Observation" if category("vital-signs") => Some(Self::VitalSigns),
            "Observation" if category("social-history") => Some(Self::SocialHistory),
            "Observation" if category("laboratory") || category("imaging") => Some(Self::Results),
            _ => None,
        }
    }
}

/// LOINC: pregnancy status, estimated date of delivery, births.
const PREGNANCY: [&str; 4] = ["82810-3", "11778-8", "11779-6", "11780-4"];

fn is_pregnancy(facts: &Summary) -> bool {
    facts
        .code
        .as_ref()
        .is_some_and(|it| PREGNANCY.contains(&it.code.as_str()))
}

/// The codes of a resource's categories.
fn categories(resource: &Tree) -> impl Iterator<Item = String> + '_ {
    let listed = match resource.get("category") {
        Some(Tree::Array(items)) => items.as_slice(),
        Some(one) => std::slice::from_ref(one),
        None => &[],
    };
    let codings = listed.iter().filter_map(|it| match it.get("coding") {
        Some(Tree::Array(codings)) => Some(codings),
        _ => None,
    });
    codings.flatten().filter_map(|it| it.get("code")?.as_text())
}
