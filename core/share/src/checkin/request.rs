//! A request.

use crate::json::Tree;
use std::collections::BTreeSet;

/// The longest request that is read, in bytes.
pub const MAX_REQUEST: usize = 4 << 20;
const MAX_ITEMS: usize = 256;

/// What a clinic asks.
///
/// ```
/// use pocketchart_share::checkin::{Asked, CheckinRequest};
///
/// let request = CheckinRequest::read(r#"{
///     "type": "smart-health-checkin-request", "version": "1", "id": "r1", "items": [{
///         "id": "allergies", "title": "Your allergies", "accept": ["application/fhir+json"],
///         "content": { "kind": "selection.fhir", "resourceTypes": ["AllergyIntolerance"] }
///     }] }"#)?;
/// assert!(matches!(&request.items[0].content, Asked::Selection(it) if it.resource_types == ["AllergyIntolerance"]));
/// # Ok::<(), pocketchart_share::checkin::CheckinRequestError>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct CheckinRequest {
    /// Named again in the response. It proves nothing.
    pub id: String,
    /// Why, in the words of who asks. It proves nothing of who that is.
    pub purpose: Option<String>,
    /// Releases of FHIR, the preferred one first. Empty: any.
    pub fhir_versions: Vec<String>,
    /// What is asked, in the order in which it should be shown.
    pub items: Vec<CheckinItem>,
}

/// One thing asked.
#[derive(Clone, Debug, PartialEq)]
pub struct CheckinItem {
    /// Unique in the request.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// What it is about.
    pub summary: Option<String>,
    /// The clinic's workflow needs it. The person decides all the same.
    pub required: bool,
    /// What is wanted.
    pub content: Asked,
    /// Media types, the preferred one first.
    pub accept: Vec<String>,
}

/// What an item wants.
#[derive(Clone, Debug, PartialEq)]
pub enum Asked {
    /// Resources that there are (`selection.fhir`).
    Selection(Selection),
    /// A form filled in (`form.fhir`).
    Form(FormAsked),
    /// A kind that this version does not know: answered with *unsupported*, never guessed at.
    Unknown(String),
}

/// Resources that there are. With nothing said: any.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    /// Canonical addresses of profiles, some with `|version`, as written.
    pub profiles: Vec<String>,
    /// Canonical addresses of families of profiles.
    pub profiles_from: Vec<String>,
    /// Types of resources.
    pub resource_types: Vec<String>,
}

/// A form. At least one of the two is there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormAsked {
    /// The canonical address of the questionnaire, as written.
    pub canonical: Option<String>,
    /// The questionnaire itself: FHIR JSON, numbers as written.
    pub questionnaire: Option<String>,
    /// The two are not of one questionnaire: then neither is shown.
    pub contradictory: bool,
}

/// A request was refused; nothing was answered.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum CheckinRequestError {
    /// Longer than [`MAX_REQUEST`], or with more than 256 items.
    #[error("the request is too large")]
    TooLarge,
    /// No JSON object, or one that says a member twice.
    #[error("the request is not a JSON object whose members are said once")]
    NotJson,
    /// Another `type`.
    #[error("this is not a check-in request")]
    NotARequest,
    /// Another `version` than 1.
    #[error("the request is of another version")]
    OtherVersion,
    /// A member is missing or not what it has to be.
    #[error("the request's member {0} is missing or malformed")]
    Member(&'static str),
    /// Two items have one id.
    #[error("two items of the request have the same id")]
    Twice,
}

impl CheckinRequestError {
    /// The id of the message that explains it.
    pub fn id(&self) -> &'static str {
        match self {
            CheckinRequestError::TooLarge => "checkin-too-large",
            CheckinRequestError::NotJson => "checkin-not-json",
            CheckinRequestError::NotARequest => "checkin-not-a-request",
            CheckinRequestError::OtherVersion => "checkin-other-version",
            CheckinRequestError::Member(_) => "checkin-malformed",
            CheckinRequestError::Twice => "checkin-item-twice",
        }
    }
}

impl CheckinRequest {
    /// Reads a request. Members that the specification does not know are passed over.
    ///
    /// # Errors
    /// [`CheckinRequestError`].
    pub fn read(json: &str) -> Result<Self, CheckinRequestError> {
        use CheckinRequestError::{Member, NotARequest, NotJson, OtherVersion, TooLarge, Twice};
        if json.len() > MAX_REQUEST {
            return Err(TooLarge);
        }
        let tree = Tree::parse(json).filter(|it| matches!(it, Tree::Object(_)));
        let tree = tree.ok_or(NotJson)?;
        if tree.text("type") != Some("smart-health-checkin-request") {
            return Err(NotARequest);
        }
        if tree.text("version") != Some("1") {
            return Err(OtherVersion);
        }
        let Some(Tree::Array(items)) = tree.get("items") else {
            return Err(Member("items"));
        };
        if items.len() > MAX_ITEMS {
            return Err(TooLarge);
        }
        let items: Vec<CheckinItem> = items.iter().map(item).collect::<Result<_, _>>().map_err(Member)?;
        let ids: BTreeSet<&str> = items.iter().map(|it| it.id.as_str()).collect();
        if ids.len() < items.len() {
            return Err(Twice);
        }
        Ok(Self {
            id: filled(&tree, "id").ok_or(Member("id"))?,
            purpose: maybe(&tree, "purpose").map_err(Member)?,
            fhir_versions: texts(&tree, "fhirVersions").map_err(Member)?,
            items,
        })
    }

    /// Whether a release of FHIR is one of those that are asked for (section 6.1): what is of another is not to be read.
    ///
    /// ```
    /// use pocketchart_share::checkin::CheckinRequest;
    ///
    /// let request = CheckinRequest::read(r#"{ "type": "smart-health-checkin-request", "version": "1", "id": "r1",
    ///     "fhirVersions": ["4.0.1"], "items": [] }"#)?;
    /// assert!(request.takes_release("4.0.1") && !request.takes_release("5.0.0") && !request.takes_release("R4"));
    /// # Ok::<(), pocketchart_share::checkin::CheckinRequestError>(())
    /// ```
    pub fn takes_release(&self, release: &str) -> bool {
        let is_number = |it: &str| !it.is_empty() && it.bytes().all(|it| it.is_ascii_digit());
        let is_release = release.split('.').count() >= 2 && release.split('.').all(is_number);
        is_release && (self.fhir_versions.is_empty() || self.fhir_versions.iter().any(|it| it == release))
    }

    /// The item of this id.
    pub fn item(&self, id: &str) -> Option<&CheckinItem> {
        self.items.iter().find(|it| it.id == id)
    }
}

fn item(tree: &Tree) -> Result<CheckinItem, &'static str> {
    let accept = texts(tree, "accept")?;
    Ok(CheckinItem {
        id: filled(tree, "id").ok_or("id")?,
        title: filled(tree, "title").ok_or("title")?,
        summary: maybe(tree, "summary")?,
        required: match tree.get("required") {
            None => false,
            Some(Tree::Word(word)) if word == "true" => true,
            Some(Tree::Word(word)) if word == "false" => false,
            Some(_) => return Err("required"),
        },
        content: content(tree.get("content").ok_or("content")?)?,
        accept: Some(accept).filter(|it| !it.is_empty()).ok_or("accept")?,
    })
}

fn content(tree: &Tree) -> Result<Asked, &'static str> {
    let kind = filled(tree, "kind").ok_or("content.kind")?;
    let without = |names: &[&'static str]| match names.iter().find(|name| tree.get(name).is_some()) {
        Some(name) => Err(*name),
        None => Ok(()),
    };
    match kind.as_str() {
        "selection.fhir" => {
            without(&["questionnaireCanonical", "questionnaire"])?;
            Ok(Asked::Selection(Selection {
                profiles: some_texts(tree, "profiles")?,
                profiles_from: some_texts(tree, "profilesFrom")?,
                resource_types: some_texts(tree, "resourceTypes")?,
            }))
        }
        "form.fhir" => {
            without(&["profiles", "profilesFrom", "resourceTypes"])?;
            form(tree).map(Asked::Form)
        }
        _ => Ok(Asked::Unknown(kind)),
    }
}

fn form(tree: &Tree) -> Result<FormAsked, &'static str> {
    let canonical = match tree.get("questionnaireCanonical") {
        Some(_) => Some(filled(tree, "questionnaireCanonical").ok_or("questionnaireCanonical")?),
        None => None,
    };
    let inline = tree.get("questionnaire");
    if inline.is_some_and(|it| it.text("resourceType") != Some("Questionnaire")) {
        return Err("questionnaire");
    }
    if canonical.is_none() && inline.is_none() {
        return Err("questionnaireCanonical");
    }
    Ok(FormAsked {
        contradictory: inline
            .zip(canonical.as_deref())
            .is_some_and(|(it, named)| !is_named(it, named)),
        questionnaire: inline.map(|it| {
            let mut json = String::new();
            it.write(&mut json);
            json
        }),
        canonical,
    })
}

/// Whether a questionnaire may be the one of this canonical address (section 5.4).
fn is_named(questionnaire: &Tree, canonical: &str) -> bool {
    let (url, version) = match canonical.split_once('|') {
        Some((url, version)) => (url, Some(version)),
        None => (canonical, None),
    };
    let own = questionnaire.text("version");
    questionnaire.text("url").is_none_or(|it| it == url)
        && version.zip(own).is_none_or(|(asked, own)| asked == own)
}

fn filled(tree: &Tree, name: &str) -> Option<String> {
    tree.text(name).filter(|it| !it.is_empty()).map(str::to_owned)
}

fn maybe(tree: &Tree, name: &'static str) -> Result<Option<String>, &'static str> {
    match tree.get(name) {
        None => Ok(None),
        Some(Tree::Text(text)) => Ok(Some(text.clone())),
        Some(_) => Err(name),
    }
}

/// At least one text, if the member is there.
fn some_texts(tree: &Tree, name: &'static str) -> Result<Vec<String>, &'static str> {
    let texts = texts(tree, name)?;
    match tree.get(name) {
        Some(_) if texts.is_empty() => Err(name),
        _ => Ok(texts),
    }
}

/// Texts that are not empty, if the member is there.
fn texts(tree: &Tree, name: &'static str) -> Result<Vec<String>, &'static str> {
    let text = |it: &Tree| match it {
        Tree::Text(text) if !text.is_empty() => Ok(text.clone()),
        _ => Err(name),
    };
    match tree.get(name) {
        None => Ok(Vec::new()),
        Some(Tree::Array(items)) => items.iter().map(text).collect(),
        Some(_) => Err(name),
    }
}
