//! A file as a FHIR server wraps it.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde::Deserialize;

/// The resource `Binary`: a file within JSON.
///
/// ```
/// use pocketchart_fhir::smart::Binary;
///
/// let binary = Binary::read(br#"{"resourceType":"Binary","contentType":"text/plain","data":"aGVsbG8="}"#);
/// assert_eq!(binary.map(|it| it.data), Some(b"hello".to_vec()));
/// assert_eq!(Binary::read(br#"{"resourceType":"Patient"}"#), None);
/// ```
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Binary {
    /// The media type of the file.
    pub content_type: Option<String>,
    /// Its bytes; none where the resource has none, or no sound ones.
    pub data: Vec<u8>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Document {
    resource_type: String,
    content_type: Option<String>,
    #[serde(default)]
    data: String,
}

impl Binary {
    /// Reads the resource; none for anything else.
    pub fn read(bytes: &[u8]) -> Option<Self> {
        let document: Document = serde_json::from_slice(bytes).ok()?;
        let data = document.data.split_ascii_whitespace().collect::<String>();
        (document.resource_type == "Binary").then(|| Self {
            content_type: document.content_type,
            data: STANDARD.decode(data).unwrap_or_default(),
        })
    }
}
