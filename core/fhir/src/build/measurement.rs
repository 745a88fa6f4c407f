use super::*;

codes! {
    /// What kind of finding it is; decides between the sections vitals, results and profile.
    Category {
        VitalSigns = "vital-signs",
        Laboratory = "laboratory",
        SocialHistory = "social-history",
        Imaging = "imaging",
        Procedure = "procedure",
        Survey = "survey",
        Exam = "exam",
        Therapy = "therapy",
        Activity = "activity",
    }
}

/// What was found.
#[derive(Clone, Debug, PartialEq)]
pub enum Found {
    /// A number with its unit.
    Quantity(Quantity),
    /// A whole number without a unit, such as a score.
    Integer(Decimal),
    /// A coded answer.
    Concept(Concept),
    /// Words.
    Words(String),
}

/// One of several numbers measured together.
#[derive(Clone, Debug, PartialEq)]
pub struct Component {
    /// What was measured.
    pub what: Concept,
    /// The number.
    pub value: Quantity,
}

/// A measurement or finding: `Observation`.
#[derive(Clone, Debug, PartialEq)]
pub struct Measurement {
    /// About whom, by whom, when. `recorded` is written only when it is an instant, as R4's `issued` demands.
    pub stated: Stated,
    /// What was measured.
    pub what: Concept,
    /// What kind of finding.
    pub category: Category,
    /// When it was measured, or when that began.
    pub when: Option<FhirDateTime>,
    /// When measuring ended. Without a beginning: it was measured by then.
    pub until: Option<FhirDateTime>,
    /// What was found.
    pub value: Option<Found>,
    /// Numbers measured together.
    pub components: Vec<Component>,
    /// Lower limit of what is usual, in the value's unit.
    pub low: Option<Decimal>,
    /// Upper limit of what is usual, in the value's unit.
    pub high: Option<Decimal>,
    /// The laboratory's mark as HL7 code: `H`, `L`, `N`, `HH`, `LL`, `A`.
    pub flag: Option<String>,
    /// What it was taken from.
    pub derived_from: Option<Target>,
}

impl Default for Measurement {
    fn default() -> Self {
        Self {
            stated: Stated::default(),
            what: Concept::default(),
            category: Category::VitalSigns,
            when: None,
            until: None,
            value: None,
            components: Vec::new(),
            low: None,
            high: None,
            flag: None,
            derived_from: None,
        }
    }
}

const LOINC: &str = "http://loinc.org";
const CATEGORY: &str = "http://terminology.hl7.org/CodeSystem/observation-category";
const INTERPRETATION: &str = "http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation";

impl Measurement {
    /// Blood pressure in mmHg.
    pub fn blood_pressure(stated: Stated, when: FhirDateTime, systolic: Decimal, diastolic: Decimal) -> Self {
        let component = |code, display, value| Component {
            what: Concept::coded(LOINC, code, display),
            value: Quantity {
                value,
                unit: "mmHg".into(),
                ucum: Some("mm[Hg]".into()),
            },
        };
        Self {
            stated,
            what: Self::blood_pressure_panel(),
            when: Some(when),
            components: vec![
                component("8480-6", "Systolic blood pressure", systolic),
                component("8462-4", "Diastolic blood pressure", diastolic),
            ],
            ..Self::default()
        }
    }

    /// What the two numbers of a blood pressure are together.
    pub(crate) fn blood_pressure_panel() -> Concept {
        Concept::coded(
            LOINC,
            "85354-9",
            "Blood pressure panel with all children optional",
        )
    }

    fn range(&self, object: &mut Object) -> Result<(), BuildError> {
        let unit = match &self.value {
            Some(Found::Quantity(quantity)) => Some(quantity),
            _ => None,
        };
        for (name, limit) in [("low", &self.low), ("high", &self.high)] {
            let Some(limit) = limit else { continue };
            match unit {
                Some(unit) => quantity(
                    object,
                    name,
                    &Quantity {
                        value: limit.clone(),
                        ..unit.clone()
                    },
                )?,
                None => object.object(name, |object| {
                    object.decimal("value", limit);
                    Ok(())
                })?,
            }
        }
        Ok(())
    }
}

impl Build for Measurement {
    fn build(&self) -> Result<Vec<u8>, BuildError> {
        if self.value.is_none() && self.components.is_empty() {
            return Err(BuildError::Empty("value"));
        }
        let mut object = begin("Observation", &self.stated)?;
        object.text("status", "final");
        object.list("category", &[self.category.code()], |object, category| {
            code_members(object, CATEGORY, category)
        })?;
        concept(&mut object, "code", &self.what)?;
        subject(&mut object, "subject", &self.stated)?;
        encounter(&mut object, "encounter", &self.stated)?;
        span(
            &mut object,
            ("effectiveDateTime", "effectivePeriod"),
            self.when.as_ref(),
            self.until.as_ref(),
        )?;
        object.maybe(
            "issued",
            self.stated
                .recorded
                .as_ref()
                .filter(|date| date.is_instant())
                .map(FhirDateTime::as_str),
        );
        object.list("performer", self.stated.by.as_slice(), author)?;
        match &self.value {
            Some(Found::Quantity(value)) => quantity(&mut object, "valueQuantity", value)?,
            Some(Found::Integer(value)) => object.decimal("valueInteger", value),
            Some(Found::Concept(value)) => concept(&mut object, "valueCodeableConcept", value)?,
            Some(Found::Words(value)) => object.text("valueString", filled("value", value)?),
            None => {}
        }
        object.list("interpretation", self.flag.as_slice(), |object, flag| {
            code_members(object, INTERPRETATION, filled("interpretation", flag)?)
        })?;
        notes(&mut object, &self.stated)?;
        let range: &[()] = if self.low.is_none() && self.high.is_none() {
            &[]
        } else {
            &[()]
        };
        object.list("referenceRange", range, |object, ()| self.range(object))?;
        object.list("derivedFrom", self.derived_from.as_slice(), provenance::refer)?;
        object.list("component", &self.components, |object, component| {
            concept(object, "code", &component.what)?;
            quantity(object, "valueQuantity", &component.value)
        })?;
        Ok(object.finish())
    }
}
