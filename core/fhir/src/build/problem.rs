use super::*;

codes! {
    /// Whether the problem is there now.
    ProblemStatus {
        Active = "active",
        /// It came back.
        Recurrence = "recurrence",
        Inactive = "inactive",
        Remission = "remission",
        Resolved = "resolved",
    }
}

/// A problem or diagnosis: `Condition` of the problem list.
#[derive(Clone, Debug, PartialEq)]
pub struct Problem {
    /// About whom, by whom, when.
    pub stated: Stated,
    /// What it is.
    pub what: Concept,
    /// Since when.
    pub since: Option<FhirDateTime>,
    /// Until when.
    pub until: Option<FhirDateTime>,
    /// Whether it is there now.
    pub status: ProblemStatus,
    /// How sure it is.
    pub certainty: Certainty,
}

impl Default for Problem {
    fn default() -> Self {
        Self {
            stated: Stated::default(),
            what: Concept::default(),
            since: None,
            until: None,
            status: ProblemStatus::Active,
            certainty: Certainty::Unconfirmed,
        }
    }
}

const CLINICAL: &str = "http://terminology.hl7.org/CodeSystem/condition-clinical";
const VERIFICATION: &str = "http://terminology.hl7.org/CodeSystem/condition-ver-status";
const CATEGORY: &str = "http://terminology.hl7.org/CodeSystem/condition-category";

impl Build for Problem {
    fn build(&self) -> Result<Vec<u8>, BuildError> {
        let active = matches!(self.status, ProblemStatus::Active | ProblemStatus::Recurrence);
        if self.until.is_some() && active {
            return Err(BuildError::EndedYetActive);
        }
        let mut object = begin("Condition", &self.stated)?;
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
        object.list("category", &["problem-list-item"], |object, category| {
            code_members(object, CATEGORY, category)
        })?;
        concept(&mut object, "code", &self.what)?;
        subject(&mut object, "subject", &self.stated)?;
        encounter(&mut object, "encounter", &self.stated)?;
        date_time(&mut object, "onsetDateTime", self.since.as_ref())?;
        if let Some(until) = &self.until {
            in_order(self.since.as_ref(), until)?;
        }
        date_time(&mut object, "abatementDateTime", self.until.as_ref())?;
        date_time(&mut object, "recordedDate", self.stated.recorded.as_ref())?;
        by(&mut object, "asserter", &self.stated)?;
        notes(&mut object, &self.stated)?;
        Ok(object.finish())
    }
}
