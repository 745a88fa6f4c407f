//! Notes, contacts, directives, the person.

use super::{Before, code_of, date, either};
use crate::arguments::kind;
use crate::failure::{Exit, Failure};
use crate::file;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use pocketchart::build::{
    Concept, Contact, Contents, Directive, DirectiveKind, File, Gender, Note, NoteKind, Patient, Stated,
};
use serde_json::Value;
use std::io::{self, Read};

const MAX_NOTE: u64 = 1 << 20;

pub(super) fn note(typed: kind::Note, before: &Before) -> Result<Note, Failure> {
    let text = match typed.text.as_deref() {
        Some("-") => {
            let mut text = String::new();
            let read = io::stdin().take(MAX_NOTE).read_to_string(&mut text);
            read.map_err(|_| Failure::new("note-unreadable", Exit::Refused))?;
            Some(text)
        }
        _ => typed.text,
    };
    let had = before
        .text("/content/0/attachment/data")
        .and_then(|data| STANDARD.decode(data).ok());
    Ok(Note {
        stated: Stated::default(),
        kind: NoteKind::Patient,
        title: either(typed.title, before.text("/description")),
        text: either(text, had.and_then(|bytes| String::from_utf8(bytes).ok())).unwrap_or_default(),
    })
}

pub(super) fn contact(typed: kind::Contact, before: &Before) -> Contact {
    let relationship = either(typed.relationship, None).map(Concept::words);
    Contact {
        stated: Stated::default(),
        name: either(typed.who, before.facts.title.clone()).unwrap_or_default(),
        relationship: relationship.or_else(|| before.maybe_concept("/relationship/0")),
        emergency: typed.emergency || before.at("/relationship/1").is_some(),
        phone: either(typed.phone, telecom(before, "phone")),
        email: either(typed.email, telecom(before, "email")),
    }
}

pub(super) fn directive(typed: kind::Directive, before: &Before) -> Result<Directive, Failure> {
    let had = before.text("/category/0/coding/0/code");
    let had = code_of(
        &[
            DirectiveKind::AdvanceDirective,
            DirectiveKind::HealthCareDirective,
            DirectiveKind::DoNotResuscitate,
            DirectiveKind::LifeSustainingTreatment,
        ],
        DirectiveKind::code,
        had.as_deref(),
    );
    let file = match (&typed.text, &typed.file) {
        (Some(text), _) => Some(File::plain_text(None, text)),
        (None, Some(path)) => Some(File {
            content_type: file::media_type(path),
            title: file::name(path),
            contents: Contents::Inline(file::read(path)?),
            created: None,
            sha1: None,
        }),
        (None, None) => attachment(before),
    };
    Ok(Directive {
        stated: Stated::default(),
        kind: typed
            .kind
            .map(Into::into)
            .or(had)
            .unwrap_or(DirectiveKind::AdvanceDirective),
        title: either(typed.title, before.facts.title.clone()).unwrap_or_default(),
        file,
    })
}

fn attachment(before: &Before) -> Option<File> {
    let data = before.text("/sourceAttachment/data")?;
    Some(File {
        content_type: before.text("/sourceAttachment/contentType")?,
        title: before.text("/sourceAttachment/title"),
        contents: Contents::Inline(STANDARD.decode(data).ok()?),
        created: None,
        sha1: None,
    })
}

pub(super) fn profile(typed: kind::Profile, before: &Before) -> Patient {
    let given = before
        .at("/name/0/given")
        .and_then(Value::as_array)
        .cloned()
        .unwrap_or_default();
    let given: Vec<String> = given
        .iter()
        .filter_map(Value::as_str)
        .map(str::to_owned)
        .collect();
    let gender = before.text("/gender");
    let birth_date = before.text("/birthDate").map(pocketchart::FhirDateTime::new);
    let language = either(
        typed.language,
        before.text("/communication/0/language/coding/0/code"),
    );
    Patient {
        given: if typed.given.is_empty() {
            given
        } else {
            typed.given
        },
        family: either(typed.family, before.text("/name/0/family")),
        birth_date: date(typed.birth_date, birth_date),
        gender: typed
            .gender
            .or_else(|| code_of(Gender::all(), Gender::code, gender.as_deref())),
        phone: either(typed.phone, telecom(before, "phone")),
        email: either(typed.email, telecom(before, "email")),
        address: either(
            typed.address,
            before.text("/address/0/text").or_else(|| address(before)),
        ),
        language: language.and_then(|code| Concept::coded("urn:ietf:bcp:47", &code, &code).coding.pop()),
        ..Patient::default()
    }
}

fn telecom(before: &Before, system: &str) -> Option<String> {
    let points = before.at("/telecom")?.as_array()?;
    let point = points
        .iter()
        .find(|it| it.get("system").and_then(Value::as_str) == Some(system))?;
    Some(point.get("value")?.as_str()?.to_owned())
}

/// The lines of a postal address in one text.
fn address(before: &Before) -> Option<String> {
    let address = before.at("/address/0")?;
    let lines = address
        .get("line")
        .and_then(Value::as_array)
        .into_iter()
        .flatten();
    let rest = ["postalCode", "city", "state", "country"].map(|name| address.get(name));
    let parts: Vec<&str> = lines
        .chain(rest.into_iter().flatten())
        .filter_map(Value::as_str)
        .collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}
