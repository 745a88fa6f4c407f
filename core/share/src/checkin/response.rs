//! A response, held against its request.

use super::request::{Asked, CheckinItem, CheckinRequest, FormAsked, Selection};
use super::{FHIR_JSON, HEALTH_CARD};
use crate::json::{Tree, quoted};
use pocketchart_record::sabotage;
use std::collections::BTreeSet;
use std::fmt;

/// The longest response that is read, in bytes.
pub const MAX_RESPONSE: usize = 64 << 20;
const MAX_ARTIFACTS: usize = 1024;

/// What became of an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    /// All of it is there.
    Fulfilled,
    /// Some of it is there.
    Partial,
    /// There is nothing to give.
    Unavailable,
    /// The person does not give it.
    Declined,
    /// This program cannot do what is asked.
    Unsupported,
    /// It failed.
    Error,
}

impl Outcome {
    const ALL: [Self; 6] = [
        Self::Fulfilled,
        Self::Partial,
        Self::Unavailable,
        Self::Declined,
        Self::Unsupported,
        Self::Error,
    ];

    /// The code.
    pub fn code(self) -> &'static str {
        match self {
            Self::Fulfilled => "fulfilled",
            Self::Partial => "partial",
            Self::Unavailable => "unavailable",
            Self::Declined => "declined",
            Self::Unsupported => "unsupported",
            Self::Error => "error",
        }
    }

    fn gives(self) -> bool {
        matches!(self, Self::Fulfilled | Self::Partial)
    }
}

/// What became of one item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ItemStatus {
    /// The item's id.
    pub item: String,
    /// What became of it.
    pub outcome: Outcome,
    /// A word about it, for people. It says nothing of the person.
    pub message: Option<String>,
}

/// Something that is given. Health data: `Debug` does not show it.
#[derive(Clone, PartialEq, Eq)]
pub struct Artifact {
    /// Unique in the response.
    pub id: String,
    /// The items that it is for.
    pub fulfills: Vec<String>,
    /// What it is.
    pub content: ArtifactContent,
}

impl fmt::Debug for Artifact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "Artifact {{ id: {:?}, fulfills: {:?}, .. }}",
            self.id, self.fulfills
        )
    }
}

/// What is given.
#[derive(Clone, PartialEq, Eq)]
pub enum ArtifactContent {
    /// A resource, or a Bundle of several.
    Fhir {
        /// The release of FHIR.
        version: String,
        /// FHIR JSON, numbers as written.
        json: String,
    },
    /// SMART Health Cards, not verified yet: JWS each.
    Cards(Vec<String>),
}

/// What a person answers: each item of the request has its outcome.
///
/// ```
/// use pocketchart_share::checkin::{CheckinRequest, CheckinResponse, ItemStatus, Outcome};
///
/// let request = CheckinRequest::read(r#"{
///     "type": "smart-health-checkin-request", "version": "1", "id": "r1", "items": [{
///         "id": "all", "title": "Anything", "accept": ["application/fhir+json"], "content": { "kind": "selection.fhir" }
///     }] }"#).unwrap();
/// let no = ItemStatus { item: "all".into(), outcome: Outcome::Declined, message: None };
/// let response = CheckinResponse::new(&request, vec![], vec![no])?;
/// assert_eq!(CheckinResponse::read(&response.write(), &request)?, response);
/// # Ok::<(), pocketchart_share::checkin::CheckinResponseError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckinResponse {
    request_id: String,
    artifacts: Vec<Artifact>,
    statuses: Vec<ItemStatus>,
}

/// A response was refused: nothing of it may be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum CheckinResponseError {
    /// Longer than [`MAX_RESPONSE`], or with more than 1,024 artifacts.
    #[error("the response is too large")]
    TooLarge,
    /// No JSON object, or one that says a member twice.
    #[error("the response is not a JSON object whose members are said once")]
    NotJson,
    /// Another `type` or `version`.
    #[error("this is not a check-in response of version 1")]
    NotAResponse,
    /// It answers another request.
    #[error("the response answers another request")]
    OtherRequest,
    /// A member is missing or not what it has to be.
    #[error("the response's member {0} is missing or malformed")]
    Member(&'static str),
    /// Two artifacts have one id.
    #[error("two artifacts have the same id")]
    Twice,
    /// Not every item has exactly one outcome, or something speaks of an item that was not asked.
    #[error("the response does not account for each item once")]
    Items,
    /// An artifact of a form that its item does not accept.
    #[error("an artifact is of a kind that was not asked for")]
    NotAccepted,
    /// Something is given for an item that is said not to be; or, in a response that is made, nothing for one that is said to be.
    #[error("what is given and what is said of it contradict each other")]
    Contradicts,
    /// A form filled in says that it is another than the one that was asked for.
    #[error("the form is not the one that was asked for")]
    OtherForm,
    /// Said to be complete, without a resource of the version of the profile that was asked for.
    #[error("no resource is of the profile that was asked for")]
    OtherProfile,
}

impl CheckinResponseError {
    /// The id of the message that explains it.
    pub fn id(self) -> &'static str {
        match self {
            CheckinResponseError::TooLarge => "checkin-too-large",
            CheckinResponseError::NotJson => "checkin-not-json",
            CheckinResponseError::NotAResponse => "checkin-not-a-response",
            CheckinResponseError::OtherRequest => "checkin-other-request",
            CheckinResponseError::Member(_) => "checkin-malformed",
            CheckinResponseError::Twice => "checkin-artifact-twice",
            CheckinResponseError::Items => "checkin-items",
            CheckinResponseError::NotAccepted => "checkin-not-accepted",
            CheckinResponseError::Contradicts => "checkin-contradicts",
            CheckinResponseError::OtherForm => "checkin-other-form",
            CheckinResponseError::OtherProfile => "checkin-other-profile",
        }
    }
}

impl CheckinResponse {
    /// A response to a request, checked as the reader will check it.
    ///
    /// # Errors
    /// [`CheckinResponseError`].
    pub fn new(
        request: &CheckinRequest,
        artifacts: Vec<Artifact>,
        statuses: Vec<ItemStatus>,
    ) -> Result<Self, CheckinResponseError> {
        let response = Self {
            request_id: request.id.clone(),
            artifacts,
            statuses,
        };
        response.check(request)?;
        if request.items.iter().any(|it| response.is_missing(&it.id)) {
            return Err(CheckinResponseError::Contradicts);
        }
        Ok(response)
    }

    /// Reads a response to this request, and holds it against the request (section 6.4). What is said to be given and is not there is no
    /// fault ([`CheckinResponse::is_missing`]), nor is what is of a release that was not asked for ([`CheckinRequest::takes_release`]):
    /// who reads it says so.
    ///
    /// # Errors
    /// [`CheckinResponseError`].
    pub fn read(json: &str, request: &CheckinRequest) -> Result<Self, CheckinResponseError> {
        use CheckinResponseError::{Member, NotAResponse, NotJson, TooLarge};
        if json.len() > MAX_RESPONSE {
            return Err(TooLarge);
        }
        let tree = Tree::parse(json).filter(|it| matches!(it, Tree::Object(_)));
        let tree = tree.ok_or(NotJson)?;
        if tree.text("type") != Some("smart-health-checkin-response") || tree.text("version") != Some("1") {
            return Err(NotAResponse);
        }
        let list = |name| match tree.get(name) {
            Some(Tree::Array(items)) => Ok(items),
            _ => Err(Member(name)),
        };
        let response = Self {
            request_id: tree.text("requestId").ok_or(Member("requestId"))?.to_owned(),
            artifacts: list("artifacts")?
                .iter()
                .map(artifact)
                .collect::<Result<_, _>>()?,
            statuses: list("requestStatus")?
                .iter()
                .map(status)
                .collect::<Result<_, _>>()?,
        };
        response.check(request)?;
        Ok(response)
    }

    /// What is given.
    pub fn artifacts(&self) -> &[Artifact] {
        &self.artifacts
    }

    /// What became of each item, in the response's order.
    pub fn statuses(&self) -> &[ItemStatus] {
        &self.statuses
    }

    /// Whether an item is said to be given, and nothing is there for it (section 6.2).
    ///
    /// ```
    /// use pocketchart_share::checkin::{CheckinRequest, CheckinResponse};
    ///
    /// let request = CheckinRequest::read(r#"{
    ///     "type": "smart-health-checkin-request", "version": "1", "id": "r1", "items": [{
    ///         "id": "all", "title": "Anything", "accept": ["application/fhir+json"], "content": { "kind": "selection.fhir" }
    ///     }] }"#).unwrap();
    /// let response = CheckinResponse::read(r#"{ "type": "smart-health-checkin-response", "version": "1", "requestId": "r1",
    ///     "artifacts": [], "requestStatus": [{ "item": "all", "status": "fulfilled" }] }"#, &request)?;
    /// assert!(response.is_missing("all"));
    /// # Ok::<(), pocketchart_share::checkin::CheckinResponseError>(())
    /// ```
    pub fn is_missing(&self, item: &str) -> bool {
        let said = self.statuses.iter().find(|it| it.item == item);
        said.is_some_and(|it| it.outcome.gives()) && self.artifacts_for(item).next().is_none()
    }

    /// Its JSON.
    pub fn write(&self) -> String {
        let list = |items: Vec<String>| format!("[{}]", items.join(","));
        let artifacts = self.artifacts.iter().map(|it| {
            let fulfills = list(it.fulfills.iter().map(|it| quoted(it)).collect());
            let (media, rest) = match &it.content {
                ArtifactContent::Fhir { version, json } => (
                    FHIR_JSON,
                    format!(r#""fhirVersion":{},"value":{json}"#, quoted(version)),
                ),
                ArtifactContent::Cards(cards) => {
                    let cards = list(cards.iter().map(|it| quoted(it)).collect());
                    (
                        HEALTH_CARD,
                        format!(r#""value":{{"verifiableCredential":{cards}}}"#),
                    )
                }
            };
            let id = quoted(&it.id);
            format!(r#"{{"id":{id},"mediaType":"{media}","fulfills":{fulfills},{rest}}}"#)
        });
        let statuses = self.statuses.iter().map(|it| {
            let message = it
                .message
                .as_deref()
                .map(|it| format!(r#","message":{}"#, quoted(it)));
            let (item, code, message) = (quoted(&it.item), it.outcome.code(), message.unwrap_or_default());
            format!(r#"{{"item":{item},"status":"{code}"{message}}}"#)
        });
        format!(
            r#"{{"type":"smart-health-checkin-response","version":"1","requestId":{},"artifacts":{},"requestStatus":{}}}"#,
            quoted(&self.request_id),
            list(artifacts.collect()),
            list(statuses.collect()),
        )
    }

    fn check(&self, request: &CheckinRequest) -> Result<(), CheckinResponseError> {
        use CheckinResponseError::{
            Contradicts, Items, NotAccepted, OtherForm, OtherProfile, OtherRequest, TooLarge, Twice,
        };
        if self.request_id != request.id && !sabotage::off("check-in request") {
            return Err(OtherRequest);
        }
        if self.artifacts.len() > MAX_ARTIFACTS {
            return Err(TooLarge);
        }
        let ids: BTreeSet<&str> = self.artifacts.iter().map(|it| it.id.as_str()).collect();
        if ids.len() < self.artifacts.len() {
            return Err(Twice);
        }
        let said: BTreeSet<&str> = self.statuses.iter().map(|it| it.item.as_str()).collect();
        let asked: BTreeSet<&str> = request.items.iter().map(|it| it.id.as_str()).collect();
        if said != asked || self.statuses.len() != asked.len() {
            return Err(Items);
        }
        for artifact in &self.artifacts {
            for id in &artifact.fulfills {
                let item = request.item(id).ok_or(Items)?;
                let media = match artifact.content {
                    ArtifactContent::Fhir { .. } => FHIR_JSON,
                    ArtifactContent::Cards(_) => HEALTH_CARD,
                };
                if !item.accept.iter().any(|it| it == media) {
                    return Err(NotAccepted);
                }
            }
        }
        for status in &self.statuses {
            let given: Vec<&Artifact> = self.artifacts_for(&status.item).collect();
            if !given.is_empty() && !status.outcome.gives() && !sabotage::off("check-in outcome") {
                return Err(Contradicts);
            }
            let item = request.item(&status.item).ok_or(Items)?;
            if status.outcome == Outcome::Fulfilled && !given.is_empty() && !has_asked_profile(item, &given) {
                return Err(OtherProfile);
            }
            if !given.iter().all(|it| is_asked_form(item, it)) && !sabotage::off("check-in form") {
                return Err(OtherForm);
            }
        }
        Ok(())
    }

    /// What is given for an item.
    pub fn artifacts_for<'a>(&'a self, item: &'a str) -> impl Iterator<Item = &'a Artifact> {
        self.artifacts
            .iter()
            .filter(move |it| it.fulfills.iter().any(|id| id == item))
    }
}

/// Whether a resource says that it is of an exact version that was asked for (section 6.4). Who asked for more than exact versions, or
/// was given cards, has to judge by itself.
fn has_asked_profile(item: &CheckinItem, given: &[&Artifact]) -> bool {
    let Asked::Selection(Selection {
        profiles,
        profiles_from,
        ..
    }) = &item.content
    else {
        return true;
    };
    if profiles.is_empty() || !profiles_from.is_empty() || profiles.iter().any(|it| !it.contains('|')) {
        return true;
    }
    given.iter().any(|it| match &it.content {
        ArtifactContent::Cards(_) => true,
        ArtifactContent::Fhir { json, .. } => Tree::parse(json).is_some_and(|it| {
            let of = |resource: &Tree| {
                let meta = resource
                    .get("meta")
                    .map(|meta| meta.items("profile"))
                    .unwrap_or_default();
                meta.iter()
                    .any(|it| matches!(it, Tree::Text(it) if profiles.contains(it)))
            };
            resources(&it).any(of)
        }),
    })
}

/// Whether an artifact for an item answers the form that the item names (section 5.5), as far as it says which form it answers.
fn is_asked_form(item: &CheckinItem, given: &Artifact) -> bool {
    let Asked::Form(FormAsked {
        canonical: Some(asked),
        ..
    }) = &item.content
    else {
        return true;
    };
    let ArtifactContent::Fhir { json, .. } = &given.content else {
        return true;
    };
    let tree = Tree::parse(json);
    let named: Vec<&str> = tree
        .iter()
        .flat_map(resources)
        .filter(|it| it.text("resourceType") == Some("QuestionnaireResponse"))
        .filter_map(|it| it.text("questionnaire"))
        .collect();
    named.is_empty() || named.contains(&asked.as_str())
}

/// A resource, and those that a Bundle holds.
fn resources(tree: &Tree) -> impl Iterator<Item = &Tree> {
    let entries = tree.items("entry").iter();
    std::iter::once(tree).chain(entries.filter_map(|entry| entry.get("resource")))
}

fn artifact(tree: &Tree) -> Result<Artifact, CheckinResponseError> {
    use CheckinResponseError::{Member, NotAccepted};
    let filled = |name| tree.text(name).filter(|it| !it.is_empty()).ok_or(Member(name));
    let text = |it: &Tree| match it {
        Tree::Text(text) if !text.is_empty() => Some(text.clone()),
        _ => None,
    };
    let texts = |all: &[Tree], name| {
        let texts: Option<Vec<String>> = all.iter().map(text).collect();
        texts.filter(|it| !it.is_empty()).ok_or(Member(name))
    };
    let value = tree.get("value").ok_or(Member("value"))?;
    let content = match filled("mediaType")? {
        FHIR_JSON => {
            if value.text("resourceType").is_none() {
                return Err(Member("value"));
            }
            let mut json = String::new();
            value.write(&mut json);
            ArtifactContent::Fhir {
                version: filled("fhirVersion")?.to_owned(),
                json,
            }
        }
        HEALTH_CARD if tree.get("fhirVersion").is_some() => return Err(Member("fhirVersion")),
        HEALTH_CARD => ArtifactContent::Cards(texts(
            value.items("verifiableCredential"),
            "verifiableCredential",
        )?),
        _ => return Err(NotAccepted),
    };
    Ok(Artifact {
        id: filled("id")?.to_owned(),
        fulfills: texts(tree.items("fulfills"), "fulfills")?,
        content,
    })
}

fn status(tree: &Tree) -> Result<ItemStatus, CheckinResponseError> {
    use CheckinResponseError::Member;
    let code = tree.text("status").ok_or(Member("status"))?;
    let message = match tree.get("message") {
        None => None,
        Some(Tree::Text(text)) => Some(text.clone()),
        Some(_) => return Err(Member("message")),
    };
    Ok(ItemStatus {
        item: tree.text("item").ok_or(Member("item"))?.to_owned(),
        outcome: Outcome::ALL
            .into_iter()
            .find(|it| it.code() == code)
            .ok_or(Member("status"))?,
        message,
    })
}
