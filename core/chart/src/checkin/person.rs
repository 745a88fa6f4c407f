//! What an answer says of who the patient is, to be held against who somebody takes them for.

use super::parts::given;
use super::prefill::asks_birth_date;
use super::received::form_of;
use pocketchart_fhir::FhirDateTime;
use pocketchart_fhir::subjects::Person;
use pocketchart_fhir::view::View;
use pocketchart_share::checkin::{CheckinRequest, CheckinResponse};

/// What an answer says of who the patient is. Nobody has verified it. Health data: never to be logged.
#[derive(Clone, Default, PartialEq)]
pub struct CheckinPerson {
    /// The descriptions that were given: `Patient`, byte for byte.
    pub profiles: Vec<Vec<u8>>,
    /// The birth dates that stand in them, and in answers to questions that ask for it.
    pub births: Vec<FhirDateTime>,
}

impl CheckinPerson {
    /// Reads it from an answer.
    ///
    /// ```
    /// use pocketchart::{CheckinPerson, CheckinRequest, CheckinResponse};
    ///
    /// let request = CheckinRequest::read(r#"{"type":"smart-health-checkin-request","version":"1","id":"r1","items":[{
    ///     "id":"you","title":"Who you are","accept":["application/fhir+json"],
    ///     "content":{"kind":"selection.fhir","resourceTypes":["Patient"]}}]}"#)?;
    /// let response = CheckinResponse::read(r#"{"type":"smart-health-checkin-response","version":"1","requestId":"r1",
    ///     "artifacts":[{"id":"a","mediaType":"application/fhir+json","fhirVersion":"4.0.1","fulfills":["you"],
    ///         "value":{"resourceType":"Patient","name":[{"family":"Okafor"}],"birthDate":"1984-02-29"}}],
    ///     "requestStatus":[{"item":"you","status":"fulfilled"}]}"#, &request)?;
    /// let person = CheckinPerson::of(&request, &response);
    /// assert_eq!((person.profiles.len(), person.births[0].as_str()), (1, "1984-02-29"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn of(request: &CheckinRequest, response: &CheckinResponse) -> Self {
        let mut found = Self::default();
        for item in &request.items {
            let form = form_of(item);
            for (_, _, resource) in given(request, response, item) {
                match (&form, View::of(&resource.bytes)) {
                    (Some(form), Ok(View::QuestionnaireResponse(view))) => {
                        let answers = form.answers_of(&view);
                        let asks = form.items().filter(|it| asks_birth_date(it));
                        let said = asks.filter_map(|it| answers.get(it.link_id.as_deref()?));
                        found
                            .births
                            .extend(said.flatten().filter_map(|it| it.value_date.clone()));
                    }
                    (None, Ok(View::Patient(_))) => {
                        found
                            .births
                            .extend(Person::of(&resource.bytes).and_then(|it| it.birth_date));
                        found.profiles.push(resource.bytes);
                    }
                    _ => {}
                }
            }
        }
        found
    }
}
