use super::*;

codes! {
    /// How bad a reaction was.
    Severity {
        Mild = "mild",
        Moderate = "moderate",
        Severe = "severe",
    }
}
codes! {
    /// How dangerous the next reaction can be.
    Criticality {
        Low = "low",
        High = "high",
        /// Nobody can say.
        Unknown = "unable-to-assess",
    }
}
codes! {
    /// What kind of substance it is.
    AllergyCategory {
        Food = "food",
        Medication = "medication",
        Environment = "environment",
        Biologic = "biologic",
    }
}
codes! {
    /// Whether the allergy is there now.
    AllergyStatus {
        Active = "active",
        Inactive = "inactive",
        Resolved = "resolved",
    }
}

/// An allergy or intolerance: `AllergyIntolerance`.
#[derive(Clone, Debug, PartialEq)]
pub struct Allergy {
    /// About whom, by whom, when.
    pub stated: Stated,
    /// What the person reacts to.
    pub substance: Concept,
    /// What kind of substance.
    pub category: Option<AllergyCategory>,
    /// How dangerous the next reaction can be.
    pub criticality: Option<Criticality>,
    /// What happened.
    pub reactions: Vec<Concept>,
    /// How bad it was. Said only together with a reaction.
    pub severity: Option<Severity>,
    /// Since when.
    pub since: Option<FhirDateTime>,
    /// Whether it is there now.
    pub status: AllergyStatus,
    /// How sure it is.
    pub certainty: Certainty,
}

impl Default for Allergy {
    fn default() -> Self {
        Self {
            stated: Stated::default(),
            substance: Concept::default(),
            category: None,
            criticality: None,
            reactions: Vec::new(),
            severity: None,
            since: None,
            status: AllergyStatus::Active,
            certainty: Certainty::Unconfirmed,
        }
    }
}

impl Allergy {
    /// The statement that no allergy is known.
    pub fn none_known(stated: Stated) -> Self {
        let substance = Concept::coded("http://snomed.info/sct", "716186003", "No known allergy");
        Self {
            stated,
            substance,
            ..Self::default()
        }
    }
}

const CLINICAL: &str = "http://terminology.hl7.org/CodeSystem/allergyintolerance-clinical";
const VERIFICATION: &str = "http://terminology.hl7.org/CodeSystem/allergyintolerance-verification";

impl Build for Allergy {
    fn build(&self) -> Result<Vec<u8>, BuildError> {
        let mut object = begin("AllergyIntolerance", &self.stated)?;
        // R4 forbids a clinical status on what was entered in error.
        if self.certainty != Certainty::EnteredInError {
            code(&mut object, "clinicalStatus", CLINICAL, self.status.code())?;
        }
        code(
            &mut object,
            "verificationStatus",
            VERIFICATION,
            self.certainty.code(),
        )?;
        let category: Vec<&str> = self.category.iter().map(|category| category.code()).collect();
        object.texts("category", &category);
        object.maybe("criticality", self.criticality.map(Criticality::code));
        concept(&mut object, "code", &self.substance)?;
        subject(&mut object, "patient", &self.stated)?;
        encounter(&mut object, "encounter", &self.stated)?;
        date_time(&mut object, "onsetDateTime", self.since.as_ref())?;
        date_time(&mut object, "recordedDate", self.stated.recorded.as_ref())?;
        by(&mut object, "asserter", &self.stated)?;
        notes(&mut object, &self.stated)?;
        if self.severity.is_some() && self.reactions.is_empty() {
            return Err(BuildError::Empty("manifestation"));
        }
        let reaction: &[()] = if self.reactions.is_empty() { &[] } else { &[()] };
        object.list("reaction", reaction, |object, ()| {
            object.list("manifestation", &self.reactions, |object, reaction| {
                concept_members(object, "manifestation", reaction)
            })?;
            object.maybe("severity", self.severity.map(Severity::code));
            Ok(())
        })?;
        Ok(object.finish())
    }
}
