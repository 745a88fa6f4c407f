//! What a server says about a request that it refuses.

use serde::Deserialize;

/// Issues are read up to this many, and of each so many characters.
const MOST: usize = 20;
const LONGEST: usize = 400;

/// One issue of an `OperationOutcome`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Issue {
    /// `fatal`, `error`, `warning` or `information`.
    pub severity: String,
    /// FHIR's code, such as `required`.
    pub code: String,
    /// The server's own words; it may name the patient, so it is for those alone who may see the chart.
    pub text: Option<String>,
}

/// The issues of an `OperationOutcome`, and none of anything else.
///
/// ```
/// use pocketchart_fhir::write_back::issues;
/// let found = issues(br#"{"resourceType":"OperationOutcome","issue":[{"severity":"error","code":"required","diagnostics":"status is missing"}]}"#);
/// assert_eq!(found[0].text.as_deref(), Some("status is missing"));
/// assert!(issues(b"<html>").is_empty());
/// ```
pub fn issues(bytes: &[u8]) -> Vec<Issue> {
    match serde_json::from_slice::<Outcome>(bytes) {
        Ok(outcome) if outcome.resource_type == "OperationOutcome" => outcome
            .issue
            .into_iter()
            .take(MOST)
            .map(Said::into_issue)
            .collect(),
        _ => Vec::new(),
    }
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Outcome {
    resource_type: String,
    #[serde(default)]
    issue: Vec<Said>,
}

#[derive(Deserialize)]
struct Said {
    #[serde(default)]
    severity: String,
    #[serde(default)]
    code: String,
    diagnostics: Option<String>,
    details: Option<Details>,
}

#[derive(Deserialize)]
struct Details {
    text: Option<String>,
}

impl Said {
    fn into_issue(self) -> Issue {
        let text = self.details.and_then(|it| it.text).or(self.diagnostics);
        Issue {
            severity: plain(&self.severity),
            code: plain(&self.code),
            text: text.map(|it| plain(&it)).filter(|it| !it.is_empty()),
        }
    }
}

fn plain(text: &str) -> String {
    text.chars().filter(|it| !it.is_control()).take(LONGEST).collect()
}
