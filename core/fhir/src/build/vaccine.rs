use super::*;

/// A vaccine given, or not given: `Immunization`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Vaccine {
    /// About whom, by whom, when. `by` is not written: R4 has no place for it here.
    pub stated: Stated,
    /// Which vaccine.
    pub what: Concept,
    /// When: a date, or words such as "as a child".
    pub when: String,
    /// It was not given.
    pub not_given: bool,
    /// Which dose of its series, from 1.
    pub dose_number: Option<u32>,
    /// Lot number on the package.
    pub lot: Option<String>,
    /// Who gave it.
    pub given_by: Option<String>,
    /// Whoever says so gave it or saw it given; else it is told from memory.
    pub first_hand: bool,
}

impl Build for Vaccine {
    fn build(&self) -> Result<Vec<u8>, BuildError> {
        let mut object = begin("Immunization", &self.stated)?;
        object.text("status", if self.not_given { "not-done" } else { "completed" });
        concept(&mut object, "vaccineCode", &self.what)?;
        subject(&mut object, "patient", &self.stated)?;
        encounter(&mut object, "encounter", &self.stated)?;
        let when = FhirDateTime::new(filled("occurrence", &self.when)?);
        object.text(
            if when.is_date_time() {
                "occurrenceDateTime"
            } else {
                "occurrenceString"
            },
            when.as_str(),
        );
        date_time(&mut object, "recorded", self.stated.recorded.as_ref())?;
        object.flag("primarySource", self.first_hand);
        // R4 allows an origin of the report only where it is not first-hand.
        if !self.first_hand {
            code(
                &mut object,
                "reportOrigin",
                "http://terminology.hl7.org/CodeSystem/immunization-origin",
                "recall",
            )?;
        }
        object.maybe("lotNumber", self.lot.as_deref());
        object.list("performer", self.given_by.as_slice(), |object, name| {
            object.object("actor", |object| {
                object.text("display", filled("performer", name)?);
                Ok(())
            })
        })?;
        notes(&mut object, &self.stated)?;
        object.list(
            "protocolApplied",
            self.dose_number.as_slice(),
            |object, number| {
                if *number == 0 {
                    return Err(BuildError::Empty("doseNumber"));
                }
                object.whole("doseNumberPositiveInt", *number);
                Ok(())
            },
        )?;
        Ok(object.finish())
    }
}
