use super::*;

codes! {
    /// What is said of the medicine now.
    MedicineStatus {
        /// The person takes it.
        Active = "active",
        /// Taken to the end.
        Completed = "completed",
        /// Ended before its time.
        Stopped = "stopped",
        /// Paused.
        OnHold = "on-hold",
        /// To be taken later.
        Intended = "intended",
        /// Never taken.
        NotTaken = "not-taken",
        /// Nobody can say.
        Unknown = "unknown",
        /// Written by mistake.
        EnteredInError = "entered-in-error",
    }
}

/// What the person says they take: `MedicationStatement`.
#[derive(Clone, Debug, PartialEq)]
pub struct Medicine {
    /// About whom, by whom, when.
    pub stated: Stated,
    /// Name and strength.
    pub what: Concept,
    /// What is said of it now.
    pub status: MedicineStatus,
    /// Since when.
    pub since: Option<FhirDateTime>,
    /// Until when.
    pub until: Option<FhirDateTime>,
    /// How to take it, in words.
    pub dosage: Option<String>,
    /// How much at a time.
    pub dose: Option<Quantity>,
    /// What for.
    pub reason: Option<Concept>,
}

impl Default for Medicine {
    fn default() -> Self {
        Self {
            stated: Stated::default(),
            what: Concept::default(),
            status: MedicineStatus::Active,
            since: None,
            until: None,
            dosage: None,
            dose: None,
            reason: None,
        }
    }
}

impl Build for Medicine {
    fn build(&self) -> Result<Vec<u8>, BuildError> {
        let mut object = begin("MedicationStatement", &self.stated)?;
        object.text("status", self.status.code());
        concept(&mut object, "medicationCodeableConcept", &self.what)?;
        subject(&mut object, "subject", &self.stated)?;
        encounter(&mut object, "context", &self.stated)?;
        let names = ("effectiveDateTime", "effectivePeriod");
        if let (Some(since), None, MedicineStatus::Active) = (&self.since, &self.until, self.status) {
            // A medicine that goes on has a period without an end; a single moment would say that it was taken once.
            object.object(names.1, |object| date_time(object, "start", Some(since)))?;
        } else {
            span(&mut object, names, self.since.as_ref(), self.until.as_ref())?;
        }
        date_time(&mut object, "dateAsserted", self.stated.recorded.as_ref())?;
        by(&mut object, "informationSource", &self.stated)?;
        object.list("reasonCode", self.reason.as_slice(), |object, reason| {
            concept_members(object, "reasonCode", reason)
        })?;
        notes(&mut object, &self.stated)?;
        let dosage: &[()] = if self.dosage.is_none() && self.dose.is_none() {
            &[]
        } else {
            &[()]
        };
        object.list("dosage", dosage, |object, ()| {
            if let Some(words) = &self.dosage {
                object.text("text", filled("dosage", words)?);
            }
            object.list("doseAndRate", self.dose.as_slice(), |object, dose| {
                quantity(object, "doseQuantity", dose)
            })
        })?;
        Ok(object.finish())
    }
}
