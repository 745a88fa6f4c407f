//! The International Patient Summary: a document that any system of any country can read (HL7 FHIR IPS 2.0,
//! <https://hl7.org/fhir/uv/ips/>).
//!
//! Statements stand as their sources made them, without the narrative and the server's marks of those; what the profiles
//! want and a source did not say is marked as unknown. Sections are told by type, status and category; that nothing is known of a
//! section is not the same as that there is nothing, and is said so.

mod kind;
mod narrative;
mod shape;
mod shared;

pub use kind::IpsSection;
pub use shared::{SharedBundle, SharedInput, SharedPdf, SharedPdfKind, shared_bundle};

use crate::FhirDateTime;
use crate::summary::{Summary, summary};
use crate::tree::Tree;
use shape::{fitted, reference};
use std::collections::{BTreeMap, BTreeSet};

/// Words of the reader's language. Codes and what sources wrote stay as they are.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct IpsWords {
    /// BCP 47 code of the language of these words.
    pub language: String,
    /// They run from right to left.
    pub right_to_left: bool,
    /// The document's title.
    pub title: String,
    /// The headings of the sections, as in [`IpsSection::ALL`].
    pub sections: [String; 12],
    /// Column: what it is.
    pub what: String,
    /// Column: what is said of it.
    pub details: String,
    /// Column: when.
    pub when: String,
    /// Something without a name.
    pub untitled: String,
    /// On this the sources contradict each other.
    pub disagree: String,
    /// Nothing is known here; it does not mean that there is nothing.
    pub no_information: String,
}

/// A statement that may go in.
#[derive(Clone, Debug)]
pub struct IpsEntry {
    /// Its name in the document: `urn:uuid:…`, no two alike.
    pub full_url: String,
    /// The resource: one JSON object, UTF-8.
    pub body: Vec<u8>,
    /// What it is called, where the resource itself does not say.
    pub title: Option<String>,
    /// Another source says otherwise.
    pub disagree: bool,
    /// Where its references lead within the document: as written, and to which `full_url`.
    pub links: BTreeMap<String, String>,
}

/// What a summary is made of.
#[derive(Clone, Debug)]
pub struct IpsInput<'a> {
    /// The document's name: `urn:uuid:…`.
    pub identifier: &'a str,
    /// When it is made.
    pub timestamp: &'a FhirDateTime,
    /// The program that makes it.
    pub software: &'a str,
    /// The person, if the record has a resource for them.
    pub patient: Option<&'a [u8]>,
    /// Names in the document for the person, the program and the composition.
    pub names: [&'a str; 3],
    /// What is held, what was withdrawn or replaced left out, in the order in which it is to stand.
    pub entries: &'a [IpsEntry],
    /// Words for the reader.
    pub words: &'a IpsWords,
}

/// A summary.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Ips {
    /// The document Bundle, JSON in UTF-8. Health data.
    pub bytes: Vec<u8>,
    /// How many statements each section has.
    pub counts: BTreeMap<IpsSection, usize>,
    /// Entries, by their number, that have no place in a summary or cannot be read.
    pub left_out: Vec<usize>,
}

/// The summary was not made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum IpsError {
    /// The timestamp is no FHIR instant.
    #[error("the timestamp is no instant")]
    Timestamp,
    /// The person's resource cannot be read.
    #[error("the person's resource cannot be read")]
    Patient,
}

/// A statement in its section.
struct Placed {
    url: String,
    facts: Summary,
    disagree: bool,
    resource: Tree,
}

/// Makes a summary.
///
/// # Errors
/// [`IpsError`].
///
/// ```
/// use pocketchart_fhir::FhirDateTime;
/// use pocketchart_fhir::ips::{IpsInput, IpsSection, IpsWords, ips};
/// let word = String::new;
/// let words = IpsWords {
///     language: "en".into(), right_to_left: false, title: "Summary".into(), sections: Default::default(), what: word(), details: word(),
///     when: word(), untitled: word(), disagree: word(), no_information: "Nothing is known.".into(),
/// };
/// let made = ips(&IpsInput {
///     identifier: "urn:uuid:1", timestamp: &FhirDateTime::new("2026-03-03T10:00:00Z"), software: "Pocketchart",
///     patient: None, names: ["urn:uuid:2", "urn:uuid:3", "urn:uuid:4"], entries: &[], words: &words,
/// })?;
/// assert!(made.bytes.starts_with(br#"{"resourceType":"Bundle","#));
/// assert!(!made.counts.contains_key(&IpsSection::Allergies));
/// # Ok::<(), pocketchart_fhir::ips::IpsError>(())
/// ```
pub fn ips(input: &IpsInput<'_>) -> Result<Ips, IpsError> {
    if !input.timestamp.is_instant() {
        return Err(IpsError::Timestamp);
    }
    let [patient_url, software_url, composition_url] = input.names;
    let nowhere = |_: &str| None;
    let patient =
        Tree::read(input.patient.unwrap_or(br#"{"resourceType":"Patient"}"#)).ok_or(IpsError::Patient)?;
    let facts = Summary {
        resource_type: "Patient".to_owned(),
        ..Summary::default()
    };
    let patient = fitted(patient, &facts, None, patient_url, &nowhere);
    let (mut held, mut left_out) = (Vec::new(), Vec::new());
    for (number, entry) in input.entries.iter().enumerate() {
        match read(entry) {
            Some((place, resource, facts)) => held.push((entry, place, resource, facts)),
            None => left_out.push(number),
        }
    }
    let inside: BTreeSet<&str> = held.iter().map(|(entry, ..)| entry.full_url.as_str()).collect();
    let (mut sections, mut beside) = (BTreeMap::<IpsSection, Vec<Placed>>::new(), Vec::new());
    for (entry, place, resource, facts) in held {
        let resolve = |written: &str| {
            let url = entry.links.get(written)?;
            inside.contains(url.as_str()).then(|| url.clone())
        };
        let placed = Placed {
            url: entry.full_url.clone(),
            resource: fitted(resource, &facts, place, patient_url, &resolve),
            facts,
            disagree: entry.disagree,
        };
        match place {
            Some(section) => sections.entry(section).or_default().push(placed),
            None => beside.push(placed),
        }
    }
    let device_name = Tree::object([
        ("name", Tree::text(input.software)),
        ("type", Tree::text("user-friendly-name")),
    ]);
    let software = Tree::object([
        ("resourceType", Tree::text("Device")),
        ("deviceName", Tree::Array(vec![device_name])),
    ]);
    let mut entries = vec![
        (composition_url, composition(input, &sections)),
        (patient_url, patient),
        (software_url, software),
    ];
    let placed = sections.values().flatten().chain(&beside);
    entries.extend(placed.map(|it| (it.url.as_str(), it.resource.clone())));
    let entries = entries
        .into_iter()
        .map(|(url, resource)| Tree::object([("fullUrl", Tree::text(url)), ("resource", resource)]));
    let identifier = Tree::object([
        ("system", Tree::text("urn:ietf:rfc:3986")),
        ("value", Tree::text(input.identifier)),
    ]);
    let bundle = Tree::object([
        ("resourceType", Tree::text("Bundle")),
        ("language", Tree::text(&input.words.language)),
        ("identifier", identifier),
        ("type", Tree::text("document")),
        ("timestamp", Tree::text(input.timestamp.as_str())),
        ("entry", Tree::Array(entries.collect())),
    ]);
    let mut bytes = Vec::new();
    bundle.write(&mut bytes);
    Ok(Ips {
        bytes,
        counts: sections
            .iter()
            .map(|(section, placed)| (*section, placed.len()))
            .collect(),
        left_out,
    })
}

/// The references in a resource, as written.
pub fn references(resource: &[u8]) -> Vec<String> {
    let mut found = Vec::new();
    if let Some(tree) = Tree::read(resource) {
        tree.each(&mut |name, value| {
            if name == "reference" {
                found.extend(value.as_text());
            }
        });
    }
    found
}

/// Where an entry stands; in no section where others only refer to it. `None` if it has no place.
fn read(entry: &IpsEntry) -> Option<(Option<IpsSection>, Tree, Summary)> {
    let resource = Tree::read(&entry.body)?;
    let mut facts = summary(&entry.body).ok()?;
    facts.title = facts.title.or_else(|| entry.title.clone());
    let place = IpsSection::of(&resource, &facts);
    let is_beside = facts.resource_type == "Medication";
    (place.is_some() || is_beside).then_some((place, resource, facts))
}

fn coding(system: &str, (code, display): (&str, &str)) -> Tree {
    let coding = Tree::object([
        ("system", Tree::text(system)),
        ("code", Tree::text(code)),
        ("display", Tree::text(display)),
    ]);
    Tree::object([("coding", Tree::Array(vec![coding]))])
}

const LOINC: &str = "http://loinc.org";

fn composition(input: &IpsInput<'_>, sections: &BTreeMap<IpsSection, Vec<Placed>>) -> Tree {
    let [patient, software, _] = input.names;
    let headed = IpsSection::ALL.into_iter().zip(&input.words.sections);
    let written = headed.filter_map(|(section, heading)| {
        let placed = sections.get(&section);
        (placed.is_some() || section.is_required())
            .then(|| written_section(section, heading, placed, input.words))
    });
    Tree::object([
        ("resourceType", Tree::text("Composition")),
        ("status", Tree::text("final")),
        ("type", coding(LOINC, ("60591-5", "Patient summary Document"))),
        ("subject", reference(patient)),
        ("date", Tree::text(input.timestamp.as_str())),
        ("author", Tree::Array(vec![reference(software)])),
        ("title", Tree::text(&input.words.title)),
        ("section", Tree::Array(written.collect())),
    ])
}

fn written_section(
    section: IpsSection,
    heading: &str,
    placed: Option<&Vec<Placed>>,
    words: &IpsWords,
) -> Tree {
    let text = match placed {
        Some(placed) => {
            let rows: Vec<(&Summary, bool)> = placed.iter().map(|it| (&it.facts, it.disagree)).collect();
            narrative::table(&rows, words)
        }
        None => narrative::sentence(&words.no_information, words),
    };
    let text = Tree::object([("status", Tree::text("generated")), ("div", Tree::text(&text))]);
    let (code, display) = section.code();
    let mut written = Tree::object([
        ("title", Tree::text(heading)),
        ("code", coding(LOINC, (code, display))),
        ("text", text),
    ]);
    match placed {
        Some(placed) => {
            let entries = placed.iter().map(|it| reference(&it.url));
            written.set("entry", Tree::Array(entries.collect()));
        }
        None => {
            let reason = ("unavailable", "Unavailable");
            let system = "http://terminology.hl7.org/CodeSystem/list-empty-reason";
            written.set("emptyReason", coding(system, reason));
        }
    }
    written
}
