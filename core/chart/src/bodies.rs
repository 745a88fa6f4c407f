//! What bodies mean to the engine: which may stand where, and the row that a list shows of each.

use crate::attach::{address_word, body_named};
use crate::facts;
use crate::import::Brought;
use crate::media;
use crate::time;
use pocketchart_fhir::FhirDateTime;
use pocketchart_fhir::sections::allowed;
use pocketchart_fhir::split::Head;
use pocketchart_fhir::summary::{Summary, summary, words};
use pocketchart_fhir::view::View;
use pocketchart_record::cbor::{Canonical, from_bytes};
use pocketchart_record::{Acknowledgement, BodyReader, Derived, Entry, Reconciliation, Section, Unfit};
use serde_json::value::RawValue;

/// The kind of bytes that are kept as they came: an unread part of a file, an attachment.
pub(crate) const SOURCE: &str = "source";
/// What stands before a FHIR type in an entry's kind.
pub(crate) const FHIR: &str = "fhir/";

/// Words of a kept text that a search finds it by are taken from its beginning, up to this many bytes.
pub(crate) const SEARCHED: usize = 64 << 10;

/// Types that others refer to and that happen at no time: they come last where the newest come first.
const DIRECTORY: [&str; 8] = [
    "Endpoint",
    "HealthcareService",
    "Location",
    "Medication",
    "Organization",
    "OrganizationAffiliation",
    "Practitioner",
    "PractitionerRole",
];
/// Sorts before every year.
const NO_TIME: &str = "-";

/// Reads FHIR R4 bodies, kept bytes, and Pocketchart's own kinds (decision 4).
///
/// `fhir/<Type>` must be well-formed JSON of that `resourceType`, in a section where the published table lets that type
/// stand. `source` may be any bytes, anywhere. `pocketchart/acknowledgement` and `pocketchart/reconciliation` must be one.
pub struct FhirBodies;

impl BodyReader for FhirBodies {
    fn read(&self, kind: &str, section: Section, media: Option<&str>, body: &[u8]) -> Result<Derived, Unfit> {
        if let Some(resource_type) = kind.strip_prefix(FHIR) {
            resource(resource_type, section, body)
        } else if kind == SOURCE {
            Ok(kept(section, media, body))
        } else if kind == Entry::ACKNOWLEDGEMENT {
            own::<Acknowledgement>(body)
        } else if kind == Entry::RECONCILIATION {
            own::<Reconciliation>(body)
        } else if kind == Entry::IMPORT {
            Ok(mark(body))
        } else if kind.starts_with(Entry::OWN) {
            Ok(Derived::default())
        } else {
            Err(Unfit)
        }
    }
}

/// An export writes bodies out as they are: what is no JSON would spoil the whole file.
pub(crate) fn is_json(body: &[u8]) -> bool {
    serde_json::from_slice::<&RawValue>(body).is_ok()
}

fn resource(resource_type: &str, section: Section, body: &[u8]) -> Result<Derived, Unfit> {
    if !is_json(body) {
        return Err(Unfit);
    }
    let head = Head::of(body).map_err(|_| Unfit)?;
    if head.resource_type != resource_type || !allowed(resource_type, section.name()) {
        return Err(Unfit);
    }
    let mut row = summary(body).map_err(|_| Unfit)?;
    let text = searched(std::mem::take(&mut row.search), body);
    row.section = section.name();
    Ok(Derived {
        when: sort_key(&row),
        row: facts::to_bytes(&row),
        text,
    })
}

/// The words of a resource; and of a document, a name of each file that it stands for, by which a search that finds the file finds it.
fn searched(words: String, body: &[u8]) -> String {
    let Ok(View::DocumentReference(document)) = View::of(body) else {
        return words;
    };
    let files = document.content.into_iter().filter_map(|it| it.attachment?.url);
    let names = files.map(|url| body_named(&url).map_or_else(|| address_word(&url), |body| body.to_hex()));
    [words].into_iter().chain(names).collect::<Vec<_>>().join(" ")
}

/// What it says is all that there is to show of it.
fn own<T: Canonical>(body: &[u8]) -> Result<Derived, Unfit> {
    from_bytes::<T>(body).map_err(|_| Unfit)?;
    Ok(Derived {
        row: body.to_vec(),
        ..Derived::default()
    })
}

/// Lists need of an import's mark only from whom it came. One of a version that is not known yet says nothing.
fn mark(body: &[u8]) -> Derived {
    let brought = from_bytes::<Brought>(body).ok();
    let says_from_whom = brought.is_some_and(|it| it.origin.is_some());
    Derived {
        row: if says_from_whom { body.to_vec() } else { Vec::new() },
        ..Derived::default()
    }
}

fn kept(section: Section, media: Option<&str>, body: &[u8]) -> Derived {
    let title = media.and_then(file_name);
    let row = Summary {
        section: section.name(),
        title: title.map(str::to_owned),
        ..Summary::default()
    };
    let start = body.get(..body.len().min(SEARCHED)).unwrap_or_default();
    let text = match pocketchart_media::kind(body) {
        Some(_) => media::text(body).unwrap_or_default(),
        None => valid(start).to_owned(),
    };
    Derived {
        row: facts::to_bytes(&row),
        when: String::new(),
        text: words(&format!("{} {text}", title.unwrap_or_default())).join(" "),
    }
}

/// The text that bytes begin with.
fn valid(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap_or_else(|error| {
        let text = bytes.get(..error.valid_up_to()).unwrap_or_default();
        std::str::from_utf8(text).unwrap_or_default()
    })
}

/// The media type of kept bytes, with the name of the file they came in.
pub(crate) fn media_type(media: &str, file_name: &str) -> String {
    let name: String = file_name
        .chars()
        .filter(|c| !c.is_control() && !matches!(c, '"' | '\\'))
        .take(200)
        .collect();
    format!("{media}; name=\"{name}\"")
}

/// The name that [`media_type`] wrote.
pub(crate) fn file_name(media: &str) -> Option<&str> {
    let (_, rest) = media.rsplit_once("name=\"")?;
    rest.split('"').next().filter(|name| !name.is_empty())
}

/// The media type without the name of the file.
pub(crate) fn bare_media(media: &str) -> &str {
    media.rsplit_once("; name=\"").map_or(media, |(bare, _)| bare)
}

fn sort_key(row: &Summary) -> String {
    if DIRECTORY.contains(&row.resource_type.as_str()) {
        return NO_TIME.to_owned();
    }
    row.when.as_ref().map(sortable).unwrap_or_default()
}

/// Text that sorts by time: days and less precise dates as written, moments in UTC.
pub(crate) fn sortable(when: &FhirDateTime) -> String {
    match when.order_key() {
        Some(millis) if when.as_str().contains('T') => time::instant(millis),
        Some(_) => when.as_str().to_owned(),
        None => String::new(),
    }
}
