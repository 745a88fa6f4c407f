use super::*;

codes! {
    /// How a visit took place: HL7 v3 ActCode.
    EncounterClass {
        /// In person, at the clinic.
        Ambulatory = "AMB",
        /// At the person's home.
        Home = "HH",
        /// By telephone or video.
        Virtual = "VR",
        /// In an emergency.
        Emergency = "EMER",
    }
}

const ACT: &str = "http://terminology.hl7.org/CodeSystem/v3-ActCode";
/// What every visit is: a patient encounter procedure.
const VISIT: (&str, &str) = ("http://snomed.info/sct", "308335008");

impl EncounterClass {
    /// ActCode's own words.
    fn display(self) -> &'static str {
        match self {
            Self::Ambulatory => "ambulatory",
            Self::Home => "home health",
            Self::Virtual => "virtual",
            Self::Emergency => "emergency",
        }
    }

    /// What it is called in a list.
    fn title(self) -> &'static str {
        match self {
            Self::Ambulatory => "Visit",
            Self::Home => "Home visit",
            Self::Virtual => "Visit by telephone or video",
            Self::Emergency => "Emergency visit",
        }
    }
}

/// A visit that is over: `Encounter`, as US Core has it. Other statements name it ([`Stated::encounter`]).
///
/// ```
/// use pocketchart_fhir::build::{Build, Concept, Encounter, EncounterClass, Stated};
/// let visit = Encounter {
///     stated: Stated::about("Patient/1"),
///     class: EncounterClass::Home,
///     since: None,
///     until: None,
///     reason: Some(Concept::words("Cough")),
/// };
/// assert!(String::from_utf8_lossy(&visit.build()?).contains(r#""code":"HH""#));
/// # Ok::<(), pocketchart_fhir::build::BuildError>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Encounter {
    /// About whom, and who saw them. `recorded` and `note` are not written: R4 has no place for them here.
    pub stated: Stated,
    /// How it took place.
    pub class: EncounterClass,
    /// When it began.
    pub since: Option<FhirDateTime>,
    /// When it ended.
    pub until: Option<FhirDateTime>,
    /// What for.
    pub reason: Option<Concept>,
}

impl Build for Encounter {
    fn build(&self) -> Result<Vec<u8>, BuildError> {
        let mut object = begin("Encounter", &self.stated)?;
        object.text("status", "finished");
        object.object("class", |object| {
            object.text("system", ACT);
            object.text("code", self.class.code());
            object.text("display", self.class.display());
            Ok(())
        })?;
        let kind = Concept {
            text: self.class.title().into(),
            ..Concept::coded(VISIT.0, VISIT.1, "Patient encounter procedure")
        };
        object.list("type", &[kind], |object, kind| {
            concept_members(object, "type", kind)
        })?;
        subject(&mut object, "subject", &self.stated)?;
        object.list("participant", self.stated.by.as_slice(), |object, by| {
            object.object("individual", |object| author(object, by))
        })?;
        if self.since.is_some() || self.until.is_some() {
            if let Some(until) = &self.until {
                in_order(self.since.as_ref(), until)?;
            }
            object.object("period", |object| {
                date_time(object, "start", self.since.as_ref())?;
                date_time(object, "end", self.until.as_ref())
            })?;
        }
        object.list("reasonCode", self.reason.as_slice(), |object, reason| {
            concept_members(object, "reasonCode", reason)
        })?;
        Ok(object.finish())
    }
}
