use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::*;

/// Where a file's bytes are.
#[derive(Clone, Debug, PartialEq)]
pub enum Contents {
    /// Inside the resource.
    Inline(Vec<u8>),
    /// Elsewhere: a URL of the caller's, and the size in bytes.
    Elsewhere {
        /// Names the bytes; a content address where the caller has one.
        url: String,
        /// How many bytes.
        size: u32,
    },
}

/// A file with its media type.
#[derive(Clone, Debug, PartialEq)]
pub struct File {
    /// Media type, such as `application/pdf`.
    pub content_type: String,
    /// The file's name or title.
    pub title: Option<String>,
    /// Its bytes.
    pub contents: Contents,
    /// When it was made, as it says itself.
    pub created: Option<FhirDateTime>,
    /// The SHA-1 of its bytes, by which R4 knows them again.
    pub sha1: Option<[u8; 20]>,
}

impl File {
    /// A plain text inside the resource.
    pub fn plain_text(title: Option<String>, text: &str) -> Self {
        Self {
            content_type: "text/plain; charset=utf-8".into(),
            title,
            contents: Contents::Inline(text.as_bytes().to_vec()),
            created: None,
            sha1: None,
        }
    }
}

pub(super) fn attachment(object: &mut Object, file: &File) -> Result<(), BuildError> {
    object.text("contentType", filled("contentType", &file.content_type)?);
    match &file.contents {
        Contents::Inline(bytes) if bytes.is_empty() => return Err(BuildError::Empty("attachment")),
        Contents::Inline(bytes) => object.text("data", &STANDARD.encode(bytes)),
        Contents::Elsewhere { url, size } => {
            object.text("url", filled("url", url)?);
            object.whole("size", *size);
        }
    }
    if let Some(sha1) = &file.sha1 {
        object.text("hash", &STANDARD.encode(sha1));
    }
    object.maybe("title", file.title.as_deref());
    date_time(object, "creation", file.created.as_ref())
}

/// What a file says of the examination that it is of.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Occasion {
    /// When it was.
    pub start: Option<FhirDateTime>,
    /// What was done.
    pub event: Option<Concept>,
    /// The study's worldwide number: an object identifier.
    pub study: Option<String>,
    /// The name of the person, as the file has it.
    pub person_name: Option<String>,
    /// The number that its issuer gave the person.
    pub person_id: Option<String>,
}

impl Occasion {
    fn write(&self, object: &mut Object, stated: &Stated) -> Result<(), BuildError> {
        if *self == Self::default() && stated.encounter.is_none() {
            return Ok(());
        }
        object.object("context", |object| {
            object.list("encounter", stated.encounter.as_slice(), |object, it| {
                visit(object, it)
            })?;
            object.list("event", self.event.as_slice(), |object, event| {
                concept_members(object, "event", event)
            })?;
            if self.start.is_some() {
                object.object("period", |object| date_time(object, "start", self.start.as_ref()))?;
            }
            if self.person_name.is_some() || self.person_id.is_some() {
                object.object("sourcePatientInfo", |object| {
                    if let Some(id) = &self.person_id {
                        object.object("identifier", |object| {
                            object.text("value", id);
                            Ok(())
                        })?;
                    }
                    object.maybe("display", self.person_name.as_deref());
                    Ok(())
                })?;
            }
            object.list("related", self.study.as_slice(), |object, study| {
                object.object("identifier", |object| {
                    object.text("system", "urn:dicom:uid");
                    object.text("value", &format!("urn:oid:{study}"));
                    Ok(())
                })
            })
        })
    }
}

/// A document or picture: `DocumentReference`.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    /// About whom, by whom, when. `recorded` must be an instant where it is said; the note becomes the description.
    pub stated: Stated,
    /// What kind of document.
    pub kind: Option<Concept>,
    /// The file.
    pub file: File,
    /// The examination that it is of.
    pub occasion: Occasion,
}

impl Build for Document {
    fn build(&self) -> Result<Vec<u8>, BuildError> {
        document(
            &self.stated,
            self.kind.as_ref(),
            None,
            &self.file,
            (self.stated.note.as_deref(), &self.occasion),
        )
    }
}

/// Whose note it is, or what it is for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum NoteKind {
    /// In the person's own words: LOINC 51855-5.
    #[default]
    Patient,
    /// What a clinician writes of a visit: LOINC 11506-3.
    Progress,
    /// What a clinician plans: LOINC 18776-5.
    Plan,
    /// To whom a clinician refers the person, and why: LOINC 57133-1.
    Referral,
}

impl NoteKind {
    fn concept(self) -> Concept {
        let (code, display) = match self {
            Self::Patient => ("51855-5", "Patient Note"),
            Self::Progress => ("11506-3", "Progress note"),
            Self::Plan => ("18776-5", "Plan of care note"),
            Self::Referral => ("57133-1", "Referral note"),
        };
        Concept::coded("http://loinc.org", code, display)
    }
}

/// A note of the person's or of a clinician's: `DocumentReference` of the category clinical note, its text inside as plain text.
///
/// The form in which US Core takes notes; a Composition would need a whole document around it.
///
/// ```
/// use pocketchart_fhir::build::{Build, Note, NoteKind, Stated};
/// let note = Note {
///     stated: Stated::about("Patient/1"),
///     kind: NoteKind::Progress,
///     text: "Sore throat for three days.".into(),
///     ..Note::default()
/// };
/// assert!(String::from_utf8_lossy(&note.build()?).contains("11506-3"));
/// # Ok::<(), pocketchart_fhir::build::BuildError>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Note {
    /// About whom, by whom, when. `recorded` must be an instant where it is said; `note` is not written.
    pub stated: Stated,
    /// Whose note it is, or what it is for.
    pub kind: NoteKind,
    /// A heading.
    pub title: Option<String>,
    /// The text.
    pub text: String,
}

impl Build for Note {
    fn build(&self) -> Result<Vec<u8>, BuildError> {
        let category = Concept::coded(
            "http://hl7.org/fhir/us/core/CodeSystem/us-core-documentreference-category",
            "clinical-note",
            "Clinical Note",
        );
        let file = File::plain_text(self.title.clone(), filled("text", &self.text)?);
        document(
            &self.stated,
            Some(&self.kind.concept()),
            Some(&category),
            &file,
            (self.title.as_deref(), &Occasion::default()),
        )
    }
}

fn document(
    stated: &Stated,
    kind: Option<&Concept>,
    category: Option<&Concept>,
    file: &File,
    (description, occasion): (Option<&str>, &Occasion),
) -> Result<Vec<u8>, BuildError> {
    let mut object = begin("DocumentReference", stated)?;
    object.text("status", "current");
    if let Some(kind) = kind {
        concept(&mut object, "type", kind)?;
    }
    object.list("category", category.as_slice(), |object, category| {
        concept_members(object, "category", category)
    })?;
    subject(&mut object, "subject", stated)?;
    if let Some(recorded) = &stated.recorded {
        if !recorded.is_instant() {
            return Err(BuildError::Date("date"));
        }
        object.text("date", recorded.as_str());
    }
    object.list("author", stated.by.as_slice(), author)?;
    object.maybe("description", description);
    object.list("content", &[file], |object, file| {
        object.object("attachment", |object| attachment(object, file))
    })?;
    occasion.write(&mut object, stated)?;
    Ok(object.finish())
}
