//! Making a request: what somebody at the desk asks becomes a document that the patient's side reads, by the same rules.

use pocketchart::{Asked, CheckinRequest, CheckinRequestError, form::Form};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use utoipa::ToSchema;

use super::CheckinError;
use crate::id::Id;

/// The longest time in which an answer is taken, in hours: 30 days.
pub(crate) const MOST_HOURS: u64 = 720;
/// The release of FHIR that the desk reads.
const FHIR: &str = "4.0.1";
/// The format that the desk reads. Health cards are not among them, as nobody here verifies them.
const ACCEPT: [&str; 1] = ["application/fhir+json"];

/// What somebody at the desk asks.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewCheckin {
    /// The open chart of who is asked.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub(crate) chart: Option<Id>,
    /// Who is asked, in the desk's own words, where there is no chart. It does not stand in the request.
    #[serde(default)]
    #[schema(max_length = 200)]
    pub(crate) whom: String,
    /// What it is for, in words for the patient. It does not say who asks, and holds no address.
    #[serde(default)]
    purpose: Option<String>,
    items: Vec<NewItem>,
    /// Hours in which an answer is taken.
    #[schema(minimum = 1, maximum = 720)]
    pub(crate) hours: u64,
    /// The address of the video call, `https`. It does not stand in the request: who has answered gets it.
    #[serde(default)]
    call: Option<String>,
}

/// One thing that is asked: resources that there are, or a form.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewItem {
    /// Unique in the request; patients who type see it.
    id: String,
    /// What it is called.
    title: String,
    /// What it is about.
    #[serde(default)]
    summary: Option<String>,
    /// The visit needs it. The patient decides all the same.
    #[serde(default)]
    required: bool,
    /// FHIR's types of resources.
    #[serde(default)]
    resource_types: Vec<String>,
    /// Addresses of profiles, some with `|version`.
    #[serde(default)]
    profiles: Vec<String>,
    /// Addresses of families of profiles.
    #[serde(default)]
    profiles_from: Vec<String>,
    /// A form: FHIR R4 Questionnaire, numbers as written.
    #[serde(default)]
    #[schema(value_type = Option<Object>)]
    questionnaire: Option<Box<RawValue>>,
}

/// A request as it is written.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Request<'a> {
    r#type: &'static str,
    version: &'static str,
    id: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    purpose: Option<&'a str>,
    fhir_versions: [&'static str; 1],
    items: Vec<Item<'a>>,
}

#[derive(Serialize)]
struct Item<'a> {
    id: &'a str,
    title: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    summary: Option<&'a str>,
    required: bool,
    accept: [&'static str; 1],
    content: Content<'a>,
}

#[derive(Serialize)]
#[serde(tag = "kind")]
enum Content<'a> {
    #[serde(rename = "selection.fhir", rename_all = "camelCase")]
    Selection {
        #[serde(skip_serializing_if = "<[_]>::is_empty")]
        resource_types: &'a [String],
        #[serde(skip_serializing_if = "<[_]>::is_empty")]
        profiles: &'a [String],
        #[serde(skip_serializing_if = "<[_]>::is_empty")]
        profiles_from: &'a [String],
    },
    #[serde(rename = "form.fhir", rename_all = "camelCase")]
    Form {
        #[serde(skip_serializing_if = "Option::is_none")]
        questionnaire_canonical: Option<String>,
        questionnaire: &'a RawValue,
    },
}

impl NewCheckin {
    /// Who is asked, in the desk's own words.
    pub(crate) fn label(&self) -> Result<&str, CheckinError> {
        let label = self.whom.trim();
        let fits = !label.is_empty() && label.chars().count() <= 200;
        fits.then_some(label).ok_or(CheckinError::Whom)
    }

    /// What it is for.
    pub(crate) fn purpose(&self) -> Option<&str> {
        self.purpose.as_deref().map(str::trim).filter(|it| !it.is_empty())
    }

    /// The address of the call.
    pub(crate) fn call(&self) -> Result<Option<&str>, CheckinError> {
        let Some(call) = self.call.as_deref() else {
            return Ok(None);
        };
        let host = call.strip_prefix("https://").unwrap_or_default();
        let is_plain = call.len() <= 2000 && call.bytes().all(|it| it.is_ascii_graphic());
        let is_named = host.starts_with(|it: char| it.is_ascii_alphanumeric());
        (is_plain && is_named)
            .then_some(Some(call))
            .ok_or(CheckinError::Call)
    }

    /// The request of this name, which nobody can guess: an answer to another does not fit it. `clinic` is what must not stand in the
    /// purpose (section 5.2).
    pub(crate) fn request(&self, id: Id, clinic: &str) -> Result<String, CheckinError> {
        if self.items.is_empty() {
            return Err(CheckinError::Empty);
        }
        let purpose = self.purpose();
        if purpose.is_some_and(|it| says_who_asks(it, clinic)) {
            return Err(CheckinError::Purpose);
        }
        let request = Request {
            r#type: "smart-health-checkin-request",
            version: "1",
            id: format!("urn:uuid:{}", id.uuid()),
            purpose,
            fhir_versions: [FHIR],
            items: self.items.iter().map(item).collect::<Result<_, _>>()?,
        };
        let json = serde_json::to_string(&request).map_err(|_| CheckinError::Member("questionnaire"))?;
        let read = CheckinRequest::read(&json).map_err(|error| match error {
            CheckinRequestError::Twice => CheckinError::Twice,
            CheckinRequestError::TooLarge => CheckinError::TooMuch,
            CheckinRequestError::Member(member) => CheckinError::Member(member),
            _ => CheckinError::Member("questionnaire"),
        })?;
        for item in &read.items {
            if let Asked::Form(form) = &item.content {
                let questionnaire = form.questionnaire.as_deref().unwrap_or_default();
                let shown = Form::read(questionnaire.as_bytes());
                if shown.is_err() || form.contradictory {
                    return Err(CheckinError::Form(item.title.clone()));
                }
            }
        }
        Ok(json)
    }
}

fn item(it: &NewItem) -> Result<Item<'_>, CheckinError> {
    let selects = [&it.resource_types, &it.profiles, &it.profiles_from];
    let selects = selects.iter().any(|it| !it.is_empty());
    let content = match it.questionnaire.as_deref() {
        Some(_) if selects => return Err(CheckinError::Member("questionnaire")),
        Some(questionnaire) => Content::Form {
            questionnaire_canonical: Form::read(questionnaire.get().as_bytes())
                .ok()
                .and_then(|it| it.canonical()),
            questionnaire,
        },
        // All that somebody has is never asked for.
        None if !selects => return Err(CheckinError::Empty),
        None if !it.resource_types.iter().all(|it| is_type(it)) => {
            return Err(CheckinError::Member("resource_types"));
        }
        None => Content::Selection {
            resource_types: &it.resource_types,
            profiles: &it.profiles,
            profiles_from: &it.profiles_from,
        },
    };
    Ok(Item {
        id: &it.id,
        title: &it.title,
        summary: it.summary.as_deref(),
        required: it.required,
        accept: ACCEPT,
        content,
    })
}

/// Whether a word is written as FHIR's types are.
fn is_type(word: &str) -> bool {
    word.starts_with(|it: char| it.is_ascii_uppercase()) && word.bytes().all(|it| it.is_ascii_alphabetic())
}

/// Who asks is proved by what carries a request, never by its words: neither the clinic's name nor an address stands in them.
fn says_who_asks(purpose: &str, clinic: &str) -> bool {
    let (purpose, clinic) = (purpose.to_lowercase(), clinic.to_lowercase());
    let (said, name) = (words(&purpose), words(&clinic));
    let is_named = !name.is_empty() && said.windows(name.len()).any(|it| it == name);
    let is_address = ["://", "www."].iter().any(|it| purpose.contains(it));
    (is_named || is_address) && !crate::sabotage::off("desk-checkin-purpose")
}

fn words(text: &str) -> Vec<&str> {
    let words = text.split(|it: char| !it.is_alphanumeric());
    words.filter(|it| !it.is_empty()).collect()
}

#[test]
fn a_purpose_says_what_for_and_not_who() {
    for (purpose, clinic, says) in [
        ("Lakeside, Clinic: your visit", "Lakeside Clinic", true),
        (
            "Your visit to the clinic at the lakeside",
            "Lakeside Clinic",
            false,
        ),
        ("Take care", "Care", true),
        ("Carefully", "Care", false),
        ("See WWW.evil.example", "Care", true),
        ("Your visit", "\u{2014}", false),
    ] {
        assert_eq!(says_who_asks(purpose, clinic), says, "{purpose}");
    }
}
