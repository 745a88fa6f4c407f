use super::*;

codes! {
    /// How far it is.
    ProcedureStatus {
        /// Planned.
        Preparation = "preparation",
        InProgress = "in-progress",
        NotDone = "not-done",
        Stopped = "stopped",
        Completed = "completed",
        /// Nobody can say.
        Unknown = "unknown",
        /// Written by mistake.
        EnteredInError = "entered-in-error",
    }
}

/// Something done to or for the person: `Procedure`.
#[derive(Clone, Debug, PartialEq)]
pub struct Procedure {
    /// About whom, by whom, when. `recorded` is not written: R4 has no place for it here.
    pub stated: Stated,
    /// What was done.
    pub what: Concept,
    /// How far it is.
    pub status: ProcedureStatus,
    /// When, or since when.
    pub since: Option<FhirDateTime>,
    /// Until when.
    pub until: Option<FhirDateTime>,
    /// Where on the body.
    pub body_site: Option<Concept>,
    /// Who did it.
    pub performer: Option<String>,
    /// How it ended.
    pub outcome: Option<Concept>,
}

impl Default for Procedure {
    fn default() -> Self {
        Self {
            stated: Stated::default(),
            what: Concept::default(),
            status: ProcedureStatus::Completed,
            since: None,
            until: None,
            body_site: None,
            performer: None,
            outcome: None,
        }
    }
}

impl Build for Procedure {
    fn build(&self) -> Result<Vec<u8>, BuildError> {
        let mut object = begin("Procedure", &self.stated)?;
        object.text("status", self.status.code());
        concept(&mut object, "code", &self.what)?;
        subject(&mut object, "subject", &self.stated)?;
        encounter(&mut object, "encounter", &self.stated)?;
        let names = ("performedDateTime", "performedPeriod");
        span(&mut object, names, self.since.as_ref(), self.until.as_ref())?;
        by(&mut object, "asserter", &self.stated)?;
        object.list("performer", self.performer.as_slice(), |object, name| {
            object.object("actor", |object| {
                object.text("display", filled("performer", name)?);
                Ok(())
            })
        })?;
        object.list("bodySite", self.body_site.as_slice(), |object, site| {
            concept_members(object, "bodySite", site)
        })?;
        if let Some(outcome) = &self.outcome {
            concept(&mut object, "outcome", outcome)?;
        }
        notes(&mut object, &self.stated)?;
        Ok(object.finish())
    }
}
