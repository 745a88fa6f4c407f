//! A page of a search: its resources byte for byte, and where the next one is.

use super::DocumentError;
use crate::split::{Part, split_bytes};
use serde::Deserialize;

/// A page of a search or of `$everything`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// What it holds, in its order. What the server says about the search itself (`OperationOutcome`) is left out.
    pub parts: Vec<Part>,
    /// The address of the next page, as the server wrote it.
    pub next: Option<String>,
}

/// Reads a page.
///
/// ```
/// use pocketchart_fhir::smart::page;
///
/// let page = page(br#"{"resourceType":"Bundle","type":"searchset","link":[{"relation":"next","url":"https://a.example/2"}],
///     "entry":[{"resource":{"resourceType":"Condition","id":"1"}},{"resource":{"resourceType":"OperationOutcome"}}]}"#)?;
/// assert_eq!((page.parts.len(), page.next.as_deref()), (1, Some("https://a.example/2")));
/// # Ok::<(), pocketchart_fhir::smart::DocumentError>(())
/// ```
///
/// # Errors
/// [`DocumentError`]: no Bundle.
pub fn page(bytes: &[u8]) -> Result<Page, DocumentError> {
    let bundle: Bundle = serde_json::from_slice(bytes).map_err(|_| DocumentError::Malformed)?;
    if bundle.resource_type != "Bundle" {
        return Err(DocumentError::Another);
    }
    let next = bundle.link.into_iter().find(|link| link.relation == "next");
    // An empty Bundle is one resource to `split`; here it is a page without any.
    let parts = match bundle.entry {
        None => Vec::new(),
        Some(_) => split_bytes(bytes).map_err(|_| DocumentError::Malformed)?,
    };
    let about_search =
        |part: &Part| matches!(part, Part::Resource(it) if it.head.resource_type == "OperationOutcome");
    Ok(Page {
        parts: parts.into_iter().filter(|part| !about_search(part)).collect(),
        next: next.map(|link| link.url).filter(|url| !url.is_empty()),
    })
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Bundle {
    resource_type: String,
    #[serde(default)]
    link: Vec<Link>,
    entry: Option<serde::de::IgnoredAny>,
}

#[derive(Deserialize)]
struct Link {
    #[serde(default)]
    relation: String,
    #[serde(default)]
    url: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_without_entries_is_empty() {
        for entry in ["", r#","entry":[]"#] {
            let bundle = format!(r#"{{"resourceType":"Bundle","type":"searchset","total":0{entry}}}"#);
            let read = page(bundle.as_bytes()).unwrap();
            assert_eq!((read.parts, read.next), (Vec::new(), None), "{bundle}");
        }
    }

    #[test]
    fn bytes_stay_and_what_cannot_be_read_is_kept() {
        let resource = r#"{ "resourceType" : "Observation","id":"1", "valueQuantity":{"value":1.50} }"#;
        let bundle = format!(
            r#"{{"resourceType":"Bundle","entry":[{{"resource":{resource}}},{{"resource":{{"id":"2"}}}}]}}"#
        );
        let read = page(bundle.as_bytes()).unwrap();
        let [Part::Resource(first), Part::Unreadable(_)] = read.parts.as_slice() else {
            panic!("{:?}", read.parts);
        };
        assert_eq!(first.bytes, resource.as_bytes());
    }

    #[test]
    fn an_outcome_or_a_web_page_is_no_page() {
        assert_eq!(
            page(br#"{"resourceType":"OperationOutcome"}"#),
            Err(DocumentError::Another)
        );
        assert_eq!(page(b"<html></html>"), Err(DocumentError::Malformed));
    }
}
