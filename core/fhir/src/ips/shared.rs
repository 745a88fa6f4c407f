//! The Bundle that a patient shares in a health link: the profile `patient-shared-bundle` of CMS's "Kill the Clipboard" ("Patient-Shared
//! Health Documents via SHL", text 0.9.0), and the PDFs in it (`patient-shared-document-reference`).

use std::collections::BTreeSet;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::shape::{about, bare, reference, set_references};
use super::{IpsEntry, IpsError, LOINC, coding};
use crate::FhirDateTime;
use crate::summary::summary;
use crate::tree::Tree;

/// What a PDF beside the resources is.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum SharedPdfKind {
    /// All resources of the Bundle, for reading (LOINC 60591-5).
    Rendered,
    /// What the patient tells in their own words (LOINC 51855-5).
    Story,
}

impl SharedPdfKind {
    fn code(self) -> (&'static str, &'static str) {
        match self {
            Self::Rendered => ("60591-5", "Patient summary Document"),
            Self::Story => ("51855-5", "Patient Note"),
        }
    }
}

/// A PDF to go in.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SharedPdf {
    /// What it is.
    pub kind: SharedPdfKind,
    /// Its title, for people.
    pub title: String,
    /// The file.
    pub bytes: Vec<u8>,
}

/// What a shared Bundle is made of.
#[derive(Clone, Debug)]
pub struct SharedInput<'a> {
    /// When it is made.
    pub timestamp: &'a FhirDateTime,
    /// The person, if the record has a resource for them.
    pub patient: Option<&'a [u8]>,
    /// The person's name in the Bundle: `urn:uuid:…`.
    pub patient_url: &'a str,
    /// What is held, in the order in which it is to stand.
    pub entries: &'a [IpsEntry],
    /// PDFs, each with its name in the Bundle.
    pub pdfs: &'a [(String, SharedPdf)],
}

/// A shared Bundle.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SharedBundle {
    /// A Bundle of the type collection, JSON in UTF-8. Health data.
    pub bytes: Vec<u8>,
    /// Entries, by their number, that were left out: what cannot be read, and notes that are taken for the story's PDF.
    pub left_out: Vec<usize>,
}

/// Makes a shared Bundle: the person first, then what is held, then the PDFs. Statements stand as their sources made them, without
/// the narrative, profiles and marks of those; what a source did not say is not added.
///
/// # Errors
/// [`IpsError`].
///
/// ```
/// use pocketchart_fhir::FhirDateTime;
/// use pocketchart_fhir::ips::{SharedInput, shared_bundle};
/// let made = shared_bundle(&SharedInput {
///     timestamp: &FhirDateTime::new("2026-03-03T10:00:00Z"), patient: None, patient_url: "urn:uuid:1", entries: &[], pdfs: &[],
/// })?;
/// assert!(made.bytes.starts_with(br#"{"resourceType":"Bundle","type":"collection","#));
/// # Ok::<(), pocketchart_fhir::ips::IpsError>(())
/// ```
pub fn shared_bundle(input: &SharedInput<'_>) -> Result<SharedBundle, IpsError> {
    if !input.timestamp.is_instant() {
        return Err(IpsError::Timestamp);
    }
    let mut patient =
        Tree::read(input.patient.unwrap_or(br#"{"resourceType":"Patient"}"#)).ok_or(IpsError::Patient)?;
    bare(&mut patient);
    set_references(&mut patient, &|_: &str| None);
    let (mut held, mut left_out) = (Vec::new(), Vec::new());
    for (number, entry) in input.entries.iter().enumerate() {
        match read(entry) {
            Some(resource) => held.push((entry, resource)),
            None => left_out.push(number),
        }
    }
    let inside: BTreeSet<&str> = held.iter().map(|(entry, _)| entry.full_url.as_str()).collect();
    let mut entries = vec![(input.patient_url, patient)];
    for (entry, mut resource) in held {
        let resolve = |written: &str| {
            if written == input.patient_url {
                return Some(written.to_owned());
            }
            let url = entry.links.get(written)?;
            inside.contains(url.as_str()).then(|| url.clone())
        };
        bare(&mut resource);
        about(&mut resource, input.patient_url);
        set_references(&mut resource, &resolve);
        entries.push((&entry.full_url, resource));
    }
    for (url, pdf) in input.pdfs {
        entries.push((url, document(input, pdf)));
    }
    let entries = entries
        .into_iter()
        .map(|(url, resource)| Tree::object([("fullUrl", Tree::text(url)), ("resource", resource)]));
    let bundle = Tree::object([
        ("resourceType", Tree::text("Bundle")),
        ("type", Tree::text("collection")),
        ("timestamp", Tree::text(input.timestamp.as_str())),
        ("entry", Tree::Array(entries.collect())),
    ]);
    let mut bytes = Vec::new();
    bundle.write(&mut bytes);
    Ok(SharedBundle { bytes, left_out })
}

/// None of what cannot be read, and none of what the profile takes for a PDF though it is none.
fn read(entry: &IpsEntry) -> Option<Tree> {
    let resource = Tree::read(&entry.body)?;
    let facts = summary(&entry.body).ok()?;
    let is_note = facts.resource_type == "DocumentReference"
        && facts.code.as_ref().is_some_and(|it| {
            [SharedPdfKind::Rendered, SharedPdfKind::Story]
                .iter()
                .any(|kind| kind.code().0 == it.code)
        });
    (facts.resource_type != "Patient" && !is_note).then_some(resource)
}

fn document(input: &SharedInput<'_>, pdf: &SharedPdf) -> Tree {
    const CATEGORY: &str = "https://cms.gov/fhir/CodeSystem/patient-shared-category";
    const SECURITY: &str = "http://terminology.hl7.org/CodeSystem/v3-ObservationValue";
    let code = |system: &str, code: &str| {
        let coding = Tree::object([("system", Tree::text(system)), ("code", Tree::text(code))]);
        Tree::Array(vec![coding])
    };
    let meta = Tree::object([("security", code(SECURITY, "PATAST"))]);
    let category = Tree::object([("coding", code(CATEGORY, "patient-shared"))]);
    let attachment = Tree::object([
        ("contentType", Tree::text("application/pdf")),
        ("data", Tree::text(&STANDARD.encode(&pdf.bytes))),
        ("title", Tree::text(&pdf.title)),
    ]);
    Tree::object([
        ("resourceType", Tree::text("DocumentReference")),
        ("meta", meta),
        ("status", Tree::text("current")),
        ("type", coding(LOINC, pdf.kind.code())),
        ("category", Tree::Array(vec![category])),
        ("subject", reference(input.patient_url)),
        ("date", Tree::text(input.timestamp.as_str())),
        ("author", Tree::Array(vec![reference(input.patient_url)])),
        (
            "content",
            Tree::Array(vec![Tree::object([("attachment", attachment)])]),
        ),
    ])
}
