//! Pictures, PDF, DICOM and recordings: what they say of themselves, written down beside them.

use crate::attach::body_url;
use crate::bodies::SEARCHED;
use pocketchart_fhir::FhirDateTime;
use pocketchart_fhir::build::{Concept, Contents, Document, File, Occasion, Stated};
use pocketchart_fhir::subjects::Person;
use pocketchart_media::{Look, look};
use pocketchart_record::BodyRef;
use sha1::{Digest, Sha1};

/// What a file says of itself is kept up to this many characters.
const MAX_SAID: usize = 1000;
/// DICOM's own codes.
const DCM: &str = "http://dicom.nema.org/resources/ontology/DCM";
/// The media type of what nothing is known of.
pub(crate) const UNKNOWN: &str = "application/octet-stream";

/// What was found out about a file that is kept as it is.
///
/// The place where a picture was taken is neither written down nor told: only that the file has one, since whoever is given the
/// file is given the place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileFound {
    /// Its media type, by its bytes where these tell it.
    pub media_type: String,
    /// Its media type by its name or by who gave it, where its bytes are of another one.
    pub called: Option<String>,
    /// Its title, in its own words.
    pub title: Option<String>,
    /// When it was made, as it says itself: a day, with the time where it says the zone too.
    pub made: Option<String>,
    /// How many pages it has.
    pub pages: Option<u32>,
    /// How long a recording lasts, in milliseconds, where it says so.
    pub millis: Option<u64>,
    /// Whether a picture has in it where it was taken.
    pub has_place: bool,
    /// Of a PDF, whether a search finds its words: those of a scan are a picture.
    pub searchable: Option<bool>,
}

/// The media type of a file by its bytes; none where they are of no kind that is known.
///
/// ```
/// assert_eq!(pocketchart::media_type_of(b"%PDF-1.7\n"), Some("application/pdf"));
/// assert_eq!(pocketchart::media_type_of(b"MZ"), None);
/// ```
pub fn media_type_of(bytes: &[u8]) -> Option<&'static str> {
    pocketchart_media::kind(bytes).map(pocketchart_media::Kind::media_type)
}

/// A file that was looked at.
pub(crate) struct Opened {
    look: Look,
    pub(crate) found: FileFound,
    body: BodyRef,
    sha1: [u8; 20],
}

impl Opened {
    /// `called` is the media type that somebody says.
    pub(crate) fn of(bytes: &[u8], called: &str) -> Self {
        let look = look(bytes);
        let is_called = match look.kind {
            Some(kind) => kind.is_called(called),
            None => !pocketchart_media::Kind::ALL
                .iter()
                .any(|kind| kind.is_called(called)),
        };
        let nothing_said = called.is_empty() || called == UNKNOWN;
        let media_type = look.kind.filter(|_| nothing_said || !is_called);
        let media_type = media_type.map_or(called, |kind| kind.media_type());
        Self {
            found: FileFound {
                media_type: media_type.to_owned(),
                called: (!is_called && !nothing_said).then(|| called.to_owned()),
                title: look.title.as_deref().map(plain),
                made: look.made.clone(),
                pages: look.pages,
                millis: look.millis,
                has_place: look.has_place,
                searchable: (look.kind == Some(pocketchart_media::Kind::Pdf)).then(|| text(bytes).is_some()),
            },
            body: BodyRef::of(bytes),
            sha1: Sha1::digest(bytes).into(),
            look,
        }
    }

    /// Whom the file says that it is about.
    pub(crate) fn people(&self) -> Vec<Person> {
        let subject = self.look.subject.as_ref();
        let person = subject.map(|it| Person {
            name: it.name.as_deref().map(plain),
            birth_date: it.birth_date.as_deref().map(FhirDateTime::new),
            described: true,
            ..Person::default()
        });
        let says = |person: &Person| person.name.is_some() || person.birth_date.is_some();
        person.into_iter().filter(says).collect()
    }

    /// The document that stands for the file in lists.
    pub(crate) fn document(&self, stated: Stated, title: &str, size: u32) -> Document {
        let (subject, study) = (self.look.subject.as_ref(), self.look.study.as_ref());
        let said = |text: Option<&String>| text.map(|it| plain(it));
        let made = self.found.made.as_deref().map(FhirDateTime::new);
        let event = study.and_then(|study| {
            let modality = said(study.modality.as_ref());
            let words: Vec<String> = [modality.clone(), said(study.body_part.as_ref())]
                .into_iter()
                .flatten()
                .collect();
            let coding = modality.map(|code| Concept::coded(DCM, &code, &code).coding);
            (!words.is_empty()).then(|| Concept {
                text: words.join(" "),
                coding: coding.unwrap_or_default(),
            })
        });
        let description = study.and_then(|it| said(it.description.as_ref()));
        Document {
            stated: Stated {
                note: self.found.title.clone().or(description),
                ..stated
            },
            kind: None,
            file: File {
                content_type: self.found.media_type.clone(),
                title: Some(title.to_owned()),
                contents: Contents::Elsewhere {
                    url: body_url(self.body.hash),
                    size,
                },
                created: made.clone(),
                sha1: Some(self.sha1),
            },
            occasion: Occasion {
                start: made,
                event,
                study: study
                    .and_then(|it| it.uid.clone())
                    .filter(|uid| is_identifier(uid)),
                person_name: subject.and_then(|it| said(it.name.as_ref())),
                person_id: subject.and_then(|it| said(it.id.as_ref())),
            },
        }
    }

    pub(crate) fn body(&self) -> BodyRef {
        self.body
    }

    /// As an attachment of FHIR states it.
    pub(crate) fn sha1(&self) -> [u8; 20] {
        self.sha1
    }

    /// Whether it is called something that its bytes would tell, and they tell nothing.
    pub(crate) fn is_unlike(&self) -> bool {
        self.look.kind.is_none() && self.found.called.is_some()
    }
}

/// The words of a PDF that a search finds it by.
pub(crate) fn text(bytes: &[u8]) -> Option<String> {
    pocketchart_media::text(bytes, SEARCHED)
}

/// Without what no text of FHIR may have.
fn plain(text: &str) -> String {
    let text: String = text
        .chars()
        .filter(|it| !it.is_control())
        .take(MAX_SAID)
        .collect();
    text.trim().to_owned()
}

fn is_identifier(uid: &str) -> bool {
    uid.len() <= 64 && !uid.is_empty() && uid.bytes().all(|it| it.is_ascii_digit() || it == b'.')
}
