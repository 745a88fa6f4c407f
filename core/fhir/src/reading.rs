//! What a reader makes of a document that is not FHIR: resources, each with its place in the document, and what it left.
//!
//! The document itself is kept whole by the caller, so nothing is lost by a reading: what is not understood stays in it, and is
//! named in [`Reading::left`]. Resources name each other by `urn:uuid:` addresses that are derived from the document's own
//! names ([`address`]), so the same thing read from two documents of one system has one address.

use crate::split::Resource;
use uuid::Uuid;

/// What was read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// The resources, in the document's order; the [`Resource::full_url`] of each is its address.
    pub resources: Vec<Derived>,
    /// Entries of the document that became no resource, in the document's order.
    pub left: Vec<Left>,
    /// Values that were not taken over, such as a date that no calendar has.
    pub doubts: Vec<Left>,
}

/// A resource with the place that it was read from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Derived {
    /// FHIR R4 JSON, the same bytes for the same document.
    pub resource: Resource,
    /// The place in the document: an XPath, or a segment such as `OBX[3]`. It also stands in `meta.source`, after a `#`.
    pub place: String,
}

/// Something in the document that was not taken over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Left {
    /// The place in the document, as [`Derived::place`].
    pub place: String,
    /// What it is, in the document's own words: a section's title, the value of a field.
    pub what: String,
    /// Why.
    pub why: Why,
}

/// Why something was not taken over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Why {
    /// No mapping to FHIR is known for this kind of entry.
    NoMapping,
    /// It says nothing: no code, no value, no words.
    Empty,
    /// A value breaks the format's own rules.
    Malformed,
    /// It is about somebody other than the patient, and the mapping has no place for that.
    AnotherPerson,
}

/// The address of a thing by the name that its system gave it: `urn:uuid:` with a UUID of version 5 (RFC 9562 §5.5) over the
/// system, the name and the FHIR type.
///
/// ```
/// use pocketchart_fhir::reading::address;
/// let one = address("urn:oid:2.16.840.1.113883.19", "1106", "Condition");
/// assert!(one.starts_with("urn:uuid:"));
/// assert_ne!(one, address("urn:oid:2.16.840.1.113883.19", "1106", "Observation"));
/// ```
pub fn address(system: &str, name: &str, resource_type: &str) -> String {
    let text = [system, name, resource_type].join("\u{1f}");
    format!("urn:uuid:{}", Uuid::new_v5(&Uuid::NAMESPACE_OID, text.as_bytes()))
}
