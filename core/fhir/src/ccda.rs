//! Reads C-CDA documents (HL7 CDA R2, C-CDA R2.1 templates) as FHIR R4 resources.
//!
//! The mapping is that of HL7's guide "C-CDA on FHIR" 2.0.0; `docs/ccda.md` says what is mapped, what is left, and where and why
//! it differs. A pure function: no clock, no network, the same resources for the same bytes. Whatever is not understood is named
//! in [`Reading::left`], and a value that breaks the format's rules in [`Reading::doubts`]; the caller keeps the document.
//!
//! ```
//! let document = br#"<ClinicalDocument xmlns="urn:hl7-org:v3">
//!   <id root="b1f1b3a5-7d32-4f5f-9c11-2d3f5f7a9b01"/>
//!   <title>Letter</title>
//!   <recordTarget><patientRole><id root="2.999.7" extension="42"/>
//!     <patient><name><given>Ana</given><family>Reyes</family></name><birthTime value="19610402"/></patient>
//!   </patientRole></recordTarget>
//! </ClinicalDocument>"#;
//! let reading = pocketchart_fhir::ccda::read(document, "urn:example:kept")?;
//! let types: Vec<&str> = reading.resources.iter().map(|it| it.resource.head.resource_type.as_str()).collect();
//! assert_eq!(types, ["DocumentReference", "Patient"]);
//! # Ok::<(), pocketchart_fhir::ccda::CcdaError>(())
//! ```

mod allergy;
mod care_team;
mod code;
mod coverage;
mod device;
mod directive;
mod element;
mod encounter;
mod family;
mod goal;
mod header;
mod medicine;
mod names;
mod narrative;
mod note;
mod observation;
mod patient;
mod people;
mod plan;
mod problem;
mod procedure;
mod reader;
mod result;
mod section;
mod status;
mod systems;
mod template;
mod time;
mod vaccine;
mod value;
mod vital;
mod xml;

use crate::reading::Reading;
use element::{Element, V3};
use reader::Reader;

/// Largest document, in bytes: 64 MiB.
pub const DOCUMENT_LIMIT: usize = 64 << 20;

/// Why a document is not read at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error)]
#[non_exhaustive]
pub enum CcdaError {
    /// More than [`DOCUMENT_LIMIT`] bytes, or more than four million pieces.
    #[error("the document is larger than is read")]
    TooLarge,
    /// The bytes are not text in the encoding that the document declares, or that encoding is not known.
    #[error("the document is not in the encoding that it declares")]
    Encoding,
    /// It declares a document type. Those can pull in other files or grow without bound, and C-CDA has none.
    #[error("the document has a document type declaration")]
    HasDoctype,
    /// Elements nest deeper than 128 levels, or one has more attributes or parts than in any clinical document.
    #[error("the document nests too deep")]
    TooDeep,
    /// The text is not well-formed XML.
    #[error("the document is not well-formed XML")]
    NotXml,
    /// Well-formed XML whose root is not `ClinicalDocument` of HL7 version 3.
    #[error("the document is not a clinical document")]
    NotClinicalDocument,
    /// It does not say whom it is about.
    #[error("the document names no patient")]
    NoPatient,
    /// It is about several people.
    #[error("the document is about several patients")]
    SeveralPatients,
}

impl CcdaError {
    /// Names the error among the texts that people read.
    pub fn id(self) -> &'static str {
        match self {
            Self::TooLarge => "ccda-too-large",
            Self::Encoding => "ccda-encoding",
            Self::HasDoctype => "ccda-doctype",
            Self::TooDeep => "ccda-too-deep",
            Self::NotXml => "ccda-not-xml",
            Self::NotClinicalDocument => "ccda-not-clinical-document",
            Self::NoPatient => "ccda-no-patient",
            Self::SeveralPatients => "ccda-several-patients",
        }
    }
}

/// Reads one document. `kept` is the URL under which the caller keeps the bytes: the `DocumentReference` of the document
/// points there.
///
/// # Errors
/// [`CcdaError`], when nothing of the document can be trusted. A damaged entry is no error: it is named in [`Reading::left`].
pub fn read(document: &[u8], kept: &str) -> Result<Reading, CcdaError> {
    let text = xml::text(document)?;
    xml::check(&text)?;
    let tree = xml::tree(&text)?;
    let root = tree.root_element();
    if !root.has_tag_name((V3, "ClinicalDocument")) {
        return Err(CcdaError::NotClinicalDocument);
    }
    let mut patients = root.each("recordTarget/patientRole");
    let patient = patients.next().ok_or(CcdaError::NoPatient)?;
    if patients.next().is_some() {
        return Err(CcdaError::SeveralPatients);
    }
    let mut reader = Reader::new(root, patient, &text);
    header::document(&mut reader, root, kept, document.len());
    patient::patient(&mut reader, patient);
    encounter::encompassing(&mut reader, root);
    section::body(&mut reader, root);
    Ok(reader.finish())
}
