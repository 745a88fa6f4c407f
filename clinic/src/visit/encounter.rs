//! How a visit took place.

use pocketchart::{
    Draft, FhirDateTime,
    build::{Concept, Encounter, EncounterClass},
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{Said, VisitError};

/// Where, or by what.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = VisitClass)]
enum Class {
    /// At the clinic.
    InPerson,
    /// At the patient's home.
    Home,
    /// By telephone or video.
    Virtual,
    /// In an emergency.
    Emergency,
}

/// How a visit took place.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = VisitEncounter)]
pub(crate) struct TookPlace {
    class: Option<Class>,
    /// When it began: the day of signing, if neither this nor an end is said.
    #[serde(default)]
    begin: Option<String>,
    #[serde(default)]
    end: Option<String>,
    /// What for. In the words of a diagnosis, it has its code, too.
    #[serde(default)]
    reason: Option<String>,
}

impl TookPlace {
    /// `diagnoses` are those of the visit.
    pub(super) fn draft(
        &self,
        said: &Said<'_>,
        diagnoses: impl Iterator<Item = Concept>,
    ) -> Result<Draft, VisitError> {
        let begin = self.begin.as_deref();
        let begin = begin.or_else(|| self.end.is_none().then(|| said.day()));
        Ok(Draft::Encounter(Encounter {
            stated: said.stated(None),
            class: match self.class.ok_or(VisitError::Class)? {
                Class::InPerson => EncounterClass::Ambulatory,
                Class::Home => EncounterClass::Home,
                Class::Virtual => EncounterClass::Virtual,
                Class::Emergency => EncounterClass::Emergency,
            },
            since: begin.map(FhirDateTime::new),
            until: self.end.as_ref().map(FhirDateTime::new),
            reason: self.reason(diagnoses),
        }))
    }

    fn reason(&self, mut diagnoses: impl Iterator<Item = Concept>) -> Option<Concept> {
        let words = self.reason.as_deref()?.trim();
        let is_it = |it: &Concept| it.text.trim().to_lowercase() == words.to_lowercase();
        let named = diagnoses.find(is_it);
        (!words.is_empty()).then(|| named.unwrap_or_else(|| Concept::words(words)))
    }
}
