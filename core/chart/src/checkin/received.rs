//! What came back, for whoever asked: each item with what became of it, and answers beside their questions.

use pocketchart_fhir::FhirDateTime;
use pocketchart_fhir::form::{Form, Misfit};
use pocketchart_fhir::split::{Part, split_bytes};
use pocketchart_fhir::summary::{Summary, summary};
use pocketchart_fhir::view::{Answer, QuestionnaireItem, QuestionnaireResponse, View};
use pocketchart_share::checkin::{
    Artifact, ArtifactContent, Asked, CheckinItem, CheckinRequest, CheckinResponse, Outcome,
};

/// Resources and forms of one item that are looked at; the rest is counted.
const MOST: usize = 1000;

/// An item of a request, with what came back for it. Health data: never to be logged.
#[derive(Clone, PartialEq, Debug)]
pub struct CheckinReceived {
    /// What was asked.
    pub item: CheckinItem,
    /// What became of it.
    pub outcome: Outcome,
    /// A word about it, for people.
    pub message: Option<String>,
    /// It is said to be given, and nothing is there.
    pub missing: bool,
    /// The resources that are given, in the response's order.
    pub resources: Vec<Summary>,
    /// The forms that are filled in.
    pub forms: Vec<CheckinForm>,
    /// SMART Health Cards. None of them was verified.
    pub cards: usize,
    /// Parts that are no resource, or of a release of FHIR that was not asked for.
    pub unreadable: usize,
    /// Parts beyond the first thousand.
    pub more: usize,
}

/// A form that was filled in.
#[derive(Clone, PartialEq, Debug)]
pub struct CheckinForm {
    /// FHIR's code, such as `completed`, or `in-progress` where a required answer is missing.
    pub status: Option<String>,
    /// When it was filled in.
    pub authored: Option<FhirDateTime>,
    /// Who answered, where that is somebody else than the patient; `unknown` where they are not named.
    pub said_by: Option<String>,
    /// What these answers bring up, in the form's order; then answers to nothing that is asked.
    pub questions: Vec<CheckinQuestion>,
}

/// A question with its answers, or a heading.
#[derive(Clone, PartialEq, Debug)]
pub struct CheckinQuestion {
    /// Its name in the form.
    pub link_id: String,
    /// Its words.
    pub words: String,
    /// Its type: `group` and `display` are headings. None where the form has no such question.
    pub kind: Option<String>,
    /// Whether the form demands an answer.
    pub required: bool,
    /// What is answered, as it was written.
    pub answers: Vec<Answer>,
    /// Why that does not fit.
    pub misfit: Option<Misfit>,
}

impl CheckinReceived {
    /// Each item of a request with what a response gives for it. Nothing of it was verified: it is what a person says.
    ///
    /// ```
    /// use pocketchart::{CheckinReceived, CheckinRequest, CheckinResponse};
    ///
    /// let request = CheckinRequest::read(r#"{"type":"smart-health-checkin-request","version":"1","id":"r1","items":[{
    ///     "id":"weight","title":"Your weight","accept":["application/fhir+json"],
    ///     "content":{"kind":"form.fhir","questionnaire":{"resourceType":"Questionnaire","status":"active",
    ///         "item":[{"linkId":"kg","text":"How heavy are you?","type":"quantity"}]}}}]}"#)?;
    /// let response = CheckinResponse::read(r#"{"type":"smart-health-checkin-response","version":"1","requestId":"r1",
    ///     "artifacts":[{"id":"a","mediaType":"application/fhir+json","fhirVersion":"4.0.1","fulfills":["weight"],
    ///         "value":{"resourceType":"QuestionnaireResponse","status":"completed",
    ///             "item":[{"linkId":"kg","answer":[{"valueQuantity":{"value":81.50,"unit":"kg"}}]}]}}],
    ///     "requestStatus":[{"item":"weight","status":"fulfilled"}]}"#, &request)?;
    /// let received = CheckinReceived::of(&request, &response);
    /// let question = &received[0].forms[0].questions[0];
    /// assert_eq!(question.words, "How heavy are you?");
    /// assert_eq!(question.answers[0].words(), "81.50 kg");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn of(request: &CheckinRequest, response: &CheckinResponse) -> Vec<Self> {
        let of = |item: &CheckinItem| {
            let mut statuses = response.statuses().iter();
            let status = statuses.find(|it| it.item == item.id)?;
            let mut received = Self {
                item: item.clone(),
                outcome: status.outcome,
                message: status.message.clone(),
                missing: response.is_missing(&item.id),
                resources: Vec::new(),
                forms: Vec::new(),
                cards: 0,
                unreadable: 0,
                more: 0,
            };
            let form = form_of(item);
            for artifact in response.artifacts_for(&item.id) {
                received.take(request, form.as_ref(), artifact);
            }
            Some(received)
        };
        request.items.iter().filter_map(of).collect()
    }

    fn take(&mut self, request: &CheckinRequest, form: Option<&Form>, artifact: &Artifact) {
        let json = match &artifact.content {
            ArtifactContent::Cards(cards) => return self.cards += cards.len(),
            ArtifactContent::Fhir { version, .. } if !request.takes_release(version) => {
                return self.unreadable += 1;
            }
            ArtifactContent::Fhir { json, .. } => json,
        };
        let Ok(parts) = split_bytes(json.as_bytes()) else {
            return self.unreadable += 1;
        };
        for part in parts {
            if self.resources.len() + self.forms.len() >= MOST {
                self.more += 1;
                continue;
            }
            let Part::Resource(resource) = part else {
                self.unreadable += 1;
                continue;
            };
            match (form, View::of(&resource.bytes)) {
                (Some(form), Ok(View::QuestionnaireResponse(filled))) => {
                    self.forms.push(CheckinForm::of(form, &filled));
                }
                _ => match summary(&resource.bytes) {
                    Ok(facts) => self.resources.push(facts),
                    Err(_) => self.unreadable += 1,
                },
            }
        }
    }
}

/// The form that came with an item.
pub(super) fn form_of(item: &CheckinItem) -> Option<Form> {
    match &item.content {
        Asked::Form(asked) if !asked.contradictory => {
            Form::read(asked.questionnaire.as_deref()?.as_bytes()).ok()
        }
        _ => None,
    }
}

/// Who answered a form, where that is somebody else than the patient.
pub(super) fn said_by(response: &QuestionnaireResponse) -> Option<String> {
    let other = response.answered_by()?;
    Some(other.display.clone().unwrap_or_else(|| "unknown".to_owned()))
}

impl CheckinForm {
    fn of(form: &Form, response: &QuestionnaireResponse) -> Self {
        let mut answers = form.answers_of(response);
        let faults = form.faults(&answers);
        let misfit = |id: &str| faults.iter().find(|it| it.link_id == id).map(|it| it.misfit);
        let is_shown = |it: &&QuestionnaireItem| {
            let id = it.link_id.as_deref().unwrap_or_default();
            !it.is_hidden() || answers.contains_key(id)
        };
        let asked: Vec<&QuestionnaireItem> = form.asked(&answers).into_iter().filter(is_shown).collect();
        let mut questions = Vec::new();
        for item in asked {
            let link_id = item.link_id.clone().unwrap_or_default();
            questions.push(CheckinQuestion {
                answers: answers.remove(&link_id).unwrap_or_default(),
                misfit: misfit(&link_id),
                ..CheckinQuestion::of(item, link_id)
            });
        }
        for (link_id, answers) in answers {
            let question = match form.item(&link_id) {
                Some(item) => CheckinQuestion::of(item, link_id),
                None => CheckinQuestion::unknown(link_id),
            };
            questions.push(CheckinQuestion {
                answers,
                misfit: Some(Misfit::NotAsked),
                ..question
            });
        }
        Self {
            status: response.status.clone(),
            authored: response.authored.clone(),
            said_by: said_by(response),
            questions,
        }
    }
}

impl CheckinQuestion {
    fn of(item: &QuestionnaireItem, link_id: String) -> Self {
        Self {
            words: item.words().to_owned(),
            kind: item.kind.clone(),
            required: item.required == Some(true),
            ..Self::unknown(link_id)
        }
    }

    fn unknown(link_id: String) -> Self {
        Self {
            words: link_id.clone(),
            link_id,
            kind: None,
            required: false,
            answers: Vec::new(),
            misfit: None,
        }
    }
}
