//! A transaction, and what became of each part of it.

use serde::Deserialize;
use serde_json::value::RawValue;

use super::{Issue, issues};
use crate::smart::DocumentError;

/// What is asked of one resource.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Request {
    /// `POST`, unless a resource has this name already, which is a search such as `identifier=urn:x|7`, its values escaped.
    Create {
        /// The type.
        kind: String,
        /// The search.
        unless: String,
    },
    /// `PUT`: over this version, if one is named, or to an id of the sender's choice.
    Update {
        /// `Type/id`.
        at: String,
        /// The version that is replaced, as the server named it.
        version: Option<String>,
    },
}

/// One part of a transaction.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// By which name other parts refer to it: `urn:uuid:…`.
    pub full_url: String,
    /// The resource.
    pub resource: Vec<u8>,
    /// What is asked of it.
    pub request: Request,
}

/// What became of one part.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answered {
    /// The HTTP status.
    pub status: u16,
    /// Type and id, where the server says them.
    pub place: Option<(String, String)>,
    /// What the server says beside.
    pub issues: Vec<Issue>,
}

/// The Bundle: resources stand in it byte for byte.
///
/// ```
/// use pocketchart_fhir::write_back::{Request, Step, transaction};
/// let step = Step {
///     full_url: "urn:uuid:1".into(),
///     resource: br#"{"resourceType":"Condition"}"#.to_vec(),
///     request: Request::Update { at: "Condition/7".into(), version: Some("3".into()) },
/// };
/// assert_eq!(transaction(&[step]), concat!(
///     r#"{"resourceType":"Bundle","type":"transaction","entry":[{"fullUrl":"urn:uuid:1","resource":{"resourceType":"Condition"},"#,
///     r#""request":{"ifMatch":"W/\"3\"","method":"PUT","url":"Condition/7"}}]}"#).as_bytes());
/// ```
pub fn transaction(steps: &[Step]) -> Vec<u8> {
    let mut out = br#"{"resourceType":"Bundle","type":"transaction","entry":["#.to_vec();
    for (at, step) in steps.iter().enumerate() {
        let request = match &step.request {
            Request::Create { kind, unless } => {
                serde_json::json!({ "method": "POST", "url": kind, "ifNoneExist": unless })
            }
            Request::Update {
                at,
                version: Some(version),
            } => serde_json::json!({ "method": "PUT", "url": at, "ifMatch": format!("W/\"{version}\"") }),
            Request::Update { at, version: None } => serde_json::json!({ "method": "PUT", "url": at }),
        };
        if at > 0 {
            out.push(b',');
        }
        let url = serde_json::Value::from(step.full_url.as_str());
        out.extend_from_slice(format!(r#"{{"fullUrl":{url},"resource":"#).as_bytes());
        out.extend_from_slice(&step.resource);
        out.extend_from_slice(format!(r#","request":{request}}}"#).as_bytes());
    }
    out.extend_from_slice(b"]}");
    out
}

/// What became of each part, in the order in which they were sent.
///
/// # Errors
/// [`DocumentError`]: no Bundle that answers a transaction.
pub fn answers(bytes: &[u8]) -> Result<Vec<Answered>, DocumentError> {
    let bundle: Bundle<'_> = serde_json::from_slice(bytes).map_err(|_| DocumentError::Malformed)?;
    if bundle.resource_type != "Bundle" {
        return Err(DocumentError::Another);
    }
    Ok(bundle
        .entry
        .into_iter()
        .map(|it| it.response.answered())
        .collect())
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Bundle<'b> {
    resource_type: String,
    #[serde(default, borrow)]
    entry: Vec<Entry<'b>>,
}

#[derive(Deserialize)]
struct Entry<'b> {
    #[serde(default, borrow)]
    response: Response<'b>,
}

#[derive(Default, Deserialize)]
struct Response<'b> {
    #[serde(default)]
    status: String,
    location: Option<String>,
    #[serde(borrow)]
    outcome: Option<&'b RawValue>,
}

impl Response<'_> {
    fn answered(&self) -> Answered {
        let status = self.status.split_ascii_whitespace().next();
        Answered {
            status: status.and_then(|it| it.parse().ok()).unwrap_or_default(),
            place: self.location.as_deref().and_then(place),
            issues: self
                .outcome
                .map(|it| issues(it.get().as_bytes()))
                .unwrap_or_default(),
        }
    }
}

/// Type and id in a location, with or without the server's address and the version.
fn place(location: &str) -> Option<(String, String)> {
    let front = location.split("/_history").next()?;
    let mut parts = front.trim_end_matches('/').rsplit('/');
    let (id, kind) = (parts.next()?, parts.next()?);
    Some((kind.to_owned(), id.to_owned()))
}

#[test]
fn each_part_of_an_answer_is_read() {
    let answer = br#"{"resourceType":"Bundle","type":"transaction-response","entry":[
        {"response":{"status":"201 Created","location":"Condition/a-1/_history/1","etag":"1"}},
        {"response":{"status":"200","location":"https://a.example/fhir/Observation/2","outcome":{"resourceType":"OperationOutcome",
            "issue":[{"severity":"information","code":"informational"}]}}},{}]}"#;
    let places = |it: &Answered| (it.status, it.place.clone(), it.issues.len());
    let named = |kind: &str, id: &str| Some((kind.to_owned(), id.to_owned()));
    let found = answers(answer).map(|all| all.iter().map(places).collect::<Vec<_>>());
    let expected = vec![
        (201, named("Condition", "a-1"), 0),
        (200, named("Observation", "2"), 1),
        (0, None, 0),
    ];
    assert_eq!(found, Ok(expected));
    assert_eq!(
        answers(br#"{"resourceType":"OperationOutcome"}"#),
        Err(DocumentError::Another)
    );
}
