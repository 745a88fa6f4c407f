//! References between the resources of one file.
//!
//! Follows FHIR R4 "Resolving references in bundles" (<https://hl7.org/fhir/R4/bundle.html#references>). Nothing is rewritten:
//! a reference stays as written, and this table says which part it names.

use std::collections::HashMap;

use crate::split::Resource;
use crate::view::{GenericHead, Identifier};

/// Which resources a file holds, by every name that a reference can use. Bodies are not kept.
#[derive(Debug, Default)]
pub struct References {
    count: usize,
    by_url: HashMap<String, Found>,
    by_id: HashMap<(String, String), Found>,
    by_identifier: HashMap<(String, Identifier), Found>,
}

/// `None` once two resources claim the same name.
type Found = Option<usize>;

/// What a reference names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// The resource that was added with this number.
    Part(usize),
    /// A resource contained in the referring one, by its id.
    Contained(String),
    /// Two or more resources of the file answer to it.
    Ambiguous,
    /// Nothing in this file.
    Elsewhere,
}

impl References {
    /// An empty table.
    pub fn new() -> Self {
        Self::default()
    }

    /// Takes a resource in; returns its number, counted from 0.
    pub fn add(&mut self, resource: &Resource) -> usize {
        let number = self.count;
        self.count += 1;
        if let Some(url) = &resource.full_url {
            claim(&mut self.by_url, url.clone(), number);
        }
        let kind = &resource.head.resource_type;
        if let Some(id) = &resource.head.id {
            claim(&mut self.by_id, (kind.clone(), id.clone()), number);
        }
        for identifier in GenericHead::of(&resource.bytes).identifier {
            claim(&mut self.by_identifier, (kind.clone(), identifier), number);
        }
        number
    }

    /// How many resources were added.
    pub fn len(&self) -> usize {
        self.count
    }

    /// Whether none was added.
    pub fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// What `reference` names, said by a resource whose entry has the `fullUrl` `from`.
    ///
    /// Understands `#contained`, `urn:uuid:` and other absolute URLs, `Type/id` (first against the referrer's own
    /// server), each with or without `/_history/…`, and `Type?identifier=system|value`.
    pub fn resolve(&self, from: Option<&str>, reference: &str) -> Target {
        if let Some(id) = reference.strip_prefix('#') {
            return Target::Contained(id.to_owned());
        }
        if let Some(found) = self.by_url.get(reference) {
            return target(*found);
        }
        if let Some((kind, query)) = reference.split_once('?') {
            return self.conditional(kind, query);
        }
        let unversioned = reference
            .split_once("/_history/")
            .map_or(reference, |(front, _)| front);
        if let Some(found) = self.by_url.get(unversioned) {
            return target(*found);
        }
        if unversioned.contains(':') {
            return Target::Elsewhere;
        }
        if let Some(found) = from
            .and_then(base)
            .and_then(|base| self.by_url.get(&format!("{base}{unversioned}")))
        {
            return target(*found);
        }
        let name = unversioned
            .split_once('/')
            .map(|(kind, id)| (kind.to_owned(), id.to_owned()));
        name.and_then(|name| self.by_id.get(&name))
            .map_or(Target::Elsewhere, |found| target(*found))
    }

    fn conditional(&self, kind: &str, query: &str) -> Target {
        let Some(token) = query.strip_prefix("identifier=") else {
            return Target::Elsewhere;
        };
        let token = percent_decoded(token);
        let (system, value) = match token.split_once('|') {
            Some((system, value)) => (Some(system.to_owned()).filter(|system| !system.is_empty()), value),
            None => (None, token.as_str()),
        };
        let identifier = Identifier {
            system,
            value: Some(value.to_owned()),
        };
        self.by_identifier
            .get(&(kind.to_owned(), identifier))
            .map_or(Target::Elsewhere, |found| target(*found))
    }
}

fn claim<K: std::hash::Hash + Eq>(names: &mut HashMap<K, Found>, name: K, number: usize) {
    names
        .entry(name)
        .and_modify(|found| *found = None)
        .or_insert(Some(number));
}

fn target(found: Found) -> Target {
    found.map_or(Target::Ambiguous, Target::Part)
}

/// The server's base, with its last slash, of a URL that ends in `Type/id`.
fn base(full_url: &str) -> Option<&str> {
    if !full_url.starts_with("http") {
        return None;
    }
    let (front, _) = full_url.rsplit_once('/')?;
    let (server, _) = front.rsplit_once('/')?;
    full_url.get(..=server.len())
}

fn percent_decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, tail)) = rest.split_first() {
        let hex = tail.get(..2).and_then(|hex| std::str::from_utf8(hex).ok());
        let decoded = hex
            .filter(|_| *first == b'%')
            .and_then(|hex| u8::from_str_radix(hex, 16).ok());
        bytes.push(decoded.unwrap_or(*first));
        rest = if decoded.is_some() {
            tail.get(2..).unwrap_or_default()
        } else {
            tail
        };
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::split::{Part, split_bytes};

    fn table(entries: &str) -> References {
        let bundle = format!(r#"{{"resourceType":"Bundle","type":"collection","entry":[{entries}]}}"#);
        let mut references = References::new();
        for part in split_bytes(bundle.as_bytes()).unwrap() {
            let Part::Resource(resource) = part else { panic!() };
            references.add(&resource);
        }
        references
    }

    #[test]
    fn each_kind_of_reference_finds_its_part() {
        let references = table(
            r#"{"fullUrl":"urn:uuid:1","resource":{"resourceType":"Patient","identifier":[{"system":"urn:mrn","value":"A 7"}]}},
               {"fullUrl":"https://a.example/fhir/Patient/2","resource":{"resourceType":"Patient","id":"2"}},
               {"fullUrl":"https://b.example/fhir/Patient/2","resource":{"resourceType":"Patient","id":"2"}},
               {"resource":{"resourceType":"Organization","id":"o"}}"#,
        );
        let from_b = Some("https://b.example/fhir/Observation/9");
        for (from, reference, expected) in [
            (None, "urn:uuid:1", Target::Part(0)),
            (None, "urn:uuid:2", Target::Elsewhere),
            (None, "https://a.example/fhir/Patient/2", Target::Part(1)),
            (
                None,
                "https://a.example/fhir/Patient/2/_history/3",
                Target::Part(1),
            ),
            (from_b, "Patient/2", Target::Part(2)),
            (from_b, "Patient/2/_history/1", Target::Part(2)),
            (None, "Patient/2", Target::Ambiguous),
            (from_b, "Organization/o", Target::Part(3)),
            (None, "Patient?identifier=urn:mrn|A%207", Target::Part(0)),
            (None, "Practitioner?identifier=urn:mrn|A%207", Target::Elsewhere),
            (None, "Patient?name=x", Target::Elsewhere),
            (None, "#inner", Target::Contained("inner".into())),
            (None, "https://c.example/fhir/Patient/2", Target::Elsewhere),
            (None, "", Target::Elsewhere),
        ] {
            assert_eq!(references.resolve(from, reference), expected, "{reference}");
        }
    }
}
