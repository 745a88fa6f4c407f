//! Replaces everything personal in a resource by fixed tokens.
//!
//! Kept: member names, system and profile URIs, codes, units, code displays. Replaced: ids, references, names, addresses, numbers, dates,
//! narratives and free text. Whatever this file does not know is replaced.

use std::fmt;

use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;

/// JSON with its members in the source's order.
#[derive(Clone, Debug)]
pub(super) enum Node {
    Object(Vec<(String, Node)>),
    Array(Vec<Node>),
    Text(String),
    Number,
    Literal(&'static str),
}

impl Node {
    pub(super) fn get(&self, name: &str) -> Option<&Node> {
        match self {
            Node::Object(members) => members
                .iter()
                .find(|(member, _)| member == name)
                .map(|(_, value)| value),
            _ => None,
        }
    }

    pub(super) fn text(&self) -> Option<&str> {
        match self {
            Node::Text(text) => Some(text),
            _ => None,
        }
    }
}

impl<'de> Deserialize<'de> for Node {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Reader;
        impl<'de> Visitor<'de> for Reader {
            type Value = Node;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("JSON")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Node, A::Error> {
                let mut members = Vec::new();
                while let Some((name, raw)) = map.next_entry::<String, &RawValue>()? {
                    members.push((name, serde_json::from_str(raw.get()).map_err(A::Error::custom)?));
                }
                Ok(Node::Object(members))
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Node, A::Error> {
                let mut items = Vec::new();
                while let Some(item) = seq.next_element()? {
                    items.push(item);
                }
                Ok(Node::Array(items))
            }
            fn visit_str<E>(self, text: &str) -> Result<Node, E> {
                Ok(Node::Text(text.to_owned()))
            }
            fn visit_bool<E>(self, flag: bool) -> Result<Node, E> {
                Ok(Node::Literal(if flag { "true" } else { "false" }))
            }
            fn visit_unit<E>(self) -> Result<Node, E> {
                Ok(Node::Literal("null"))
            }
            fn visit_i64<E>(self, _: i64) -> Result<Node, E> {
                Ok(Node::Number)
            }
            fn visit_u64<E>(self, _: u64) -> Result<Node, E> {
                Ok(Node::Number)
            }
            fn visit_f64<E>(self, _: f64) -> Result<Node, E> {
                Ok(Node::Number)
            }
        }
        deserializer.deserialize_any(Reader)
    }
}

/// Members whose text is a code or a URI that no person is named by.
const CODES: [&str; 35] = [
    "resourceType",
    "system",
    "code",
    "unit",
    "url",
    "profile",
    "status",
    "intent",
    "use",
    "type",
    "category",
    "criticality",
    "severity",
    "gender",
    "comparator",
    "contentType",
    "language",
    "mode",
    "priority",
    "docStatus",
    "lifecycleStatus",
    "relationship",
    "outcome",
    "rank",
    "valueCode",
    "periodUnit",
    "durationUnit",
    "when",
    "dayOfWeek",
    "currency",
    "policy",
    "instantiatesCanonical",
    "questionnaire",
    "kind",
    "class",
];

/// The resource minified, with tokens for everything personal.
pub(super) fn scrubbed(resource: &Node) -> Vec<u8> {
    let mut out = Vec::new();
    write(resource, "", None, &mut out);
    out
}

/// `parent` = the object that `node` is a member of.
fn write(node: &Node, name: &str, parent: Option<&Node>, out: &mut Vec<u8>) {
    match node {
        Node::Object(members) => {
            out.push(b'{');
            for (at, (member, value)) in members.iter().enumerate() {
                if at > 0 {
                    out.push(b',');
                }
                string(member, out);
                out.push(b':');
                write(value, member, Some(node), out);
            }
            out.push(b'}');
        }
        Node::Array(items) => {
            out.push(b'[');
            for (at, item) in items.iter().enumerate() {
                if at > 0 {
                    out.push(b',');
                }
                write(item, name, parent, out);
            }
            out.push(b']');
        }
        Node::Text(text) => string(token(text, name, parent), out),
        Node::Number => out.push(b'0'),
        Node::Literal(literal) => out.extend_from_slice(literal.as_bytes()),
    }
}

fn string(text: &str, out: &mut Vec<u8>) {
    out.extend_from_slice(serde_json::Value::from(text).to_string().as_bytes());
}

fn token<'a>(text: &'a str, name: &str, parent: Option<&Node>) -> &'a str {
    let kept = match name {
        "display" => parent.is_some_and(is_coding),
        // A concept's text is kept only where it repeats the display of its own code.
        "text" => parent
            .and_then(|parent| parent.get("coding"))
            .is_some_and(|coding| displays(coding, text)),
        "url" | "system" | "profile" | "policy" | "questionnaire" | "instantiatesCanonical" => {
            is_public(text)
        }
        _ => CODES.contains(&name) && is_code(text),
    };
    if kept { text } else { replacement(text, name) }
}

fn is_coding(parent: &Node) -> bool {
    parent.get("code").is_some() && parent.get("system").and_then(Node::text).is_some_and(is_public)
}

fn displays(coding: &Node, text: &str) -> bool {
    match coding {
        Node::Array(items) => items
            .iter()
            .any(|item| is_coding(item) && item.get("display").and_then(Node::text) == Some(text)),
        _ => false,
    }
}

/// URIs of terminologies and profiles; not those of a document, a server's resource or a person.
fn is_public(text: &str) -> bool {
    let public = [
        "http://hl7.org/",
        "http://terminology.hl7.org/",
        "http://loinc.org",
        "http://snomed.info/",
        "http://www.nlm.nih.gov/",
        "http://unitsofmeasure.org",
        "http://www.ama-assn.org/",
        "http://nucc.org/",
        "http://dicom.nema.org/",
        "http://standardhealthrecord.org/",
        "http://synthetichealth.github.io/synthea/",
        "https://github.com/synthetichealth/synthea",
        "http://hospital.smarthealthit.org",
        "https://smarthealthit.org/tags",
        "urn:oid:",
        "urn:ietf:",
        "urn:iso:",
        "phone",
        "email",
    ];
    public.iter().any(|front| text.starts_with(front))
}

/// A code has no space and is short; whatever else stands there is free text.
fn is_code(text: &str) -> bool {
    text.len() <= 40 && !text.contains(char::is_whitespace) && !is_identifier(text)
}

fn is_identifier(text: &str) -> bool {
    text.starts_with("urn:") || text.starts_with("http") || text.len() == 36 && text.matches('-').count() == 4
}

/// The token for a text: of its shape, so that what stands around it compresses as around a real one.
fn replacement(text: &str, name: &str) -> &'static str {
    let date = text.as_bytes().first().is_some_and(u8::is_ascii_digit) && text.get(4..5) == Some("-");
    match name {
        "div" => "<div xmlns=\"http://www.w3.org/1999/xhtml\"></div>",
        _ if text.starts_with("urn:uuid:") => "urn:uuid:00000000-0000-0000-0000-000000000000",
        _ if date && text.contains('.') => "2000-01-01T00:00:00.000+00:00",
        _ if date && text.ends_with('Z') => "2000-01-01T00:00:00Z",
        _ if date && text.contains('T') => "2000-01-01T00:00:00+00:00",
        _ if date && text.len() == 10 => "2000-01-01",
        _ if is_identifier(text) => "00000000-0000-0000-0000-000000000000",
        _ if text.starts_with('#') => "#0",
        "reference" => reference_token(text),
        _ => "text",
    }
}

fn reference_token(text: &str) -> &'static str {
    let known = [
        ("Patient/", "Patient/0"),
        ("Practitioner/", "Practitioner/0"),
        ("Organization/", "Organization/0"),
        ("Encounter/", "Encounter/0"),
        ("Observation/", "Observation/0"),
        ("Condition/", "Condition/0"),
    ];
    known
        .iter()
        .find(|(front, _)| text.starts_with(front))
        .map_or("Basic/0", |(_, token)| token)
}
