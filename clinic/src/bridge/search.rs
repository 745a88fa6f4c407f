//! Looking for people in the clinic's server.

use pocketchart::{FhirServer, Identifier, Part, Person, SmartError, is_id, search_page};

use super::{candidate::Candidate, connection::wait};

/// Identifiers that are looked for.
const MOST_NAMES: usize = 10;
/// Candidates that are shown.
const MOST: usize = 50;

/// A value in an address.
fn escaped(text: &str) -> String {
    text.bytes().fold(String::new(), |mut out, byte| {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~') {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
        out
    })
}

/// The search by an identifier, as it stands in an address: what separates its parts would mean something else in a value.
pub(crate) fn by_identifier(name: &Identifier) -> Option<String> {
    let part = |text: &str| {
        let mut out = String::new();
        for letter in text.chars() {
            if matches!(letter, '\\' | '|' | ',' | '$') {
                out.push('\\');
            }
            out.push(letter);
        }
        escaped(&out)
    };
    let (system, value) = (name.system.as_deref()?, name.value.as_deref()?);
    Some(format!("identifier={}%7C{}", part(system), part(value)))
}

/// Those who may be the person: by identifier, and by name and birth date together.
pub(crate) fn candidates(
    server: &FhirServer<'_>,
    ours: &Person,
    taken: &[String],
) -> Result<Vec<Candidate>, SmartError> {
    let mut searches: Vec<String> = ours
        .identifiers
        .iter()
        .filter_map(by_identifier)
        .take(MOST_NAMES)
        .collect();
    let whole = ours.birth_date.as_ref().filter(|it| it.as_str().len() == 10);
    if let Some(born) = whole {
        let words = ours.name.as_deref().unwrap_or_default().split_whitespace();
        for word in words.filter(|it| it.chars().count() > 1) {
            searches.push(format!(
                "birthdate={}&name={}",
                escaped(born.as_str()),
                escaped(word)
            ));
        }
    }
    let mut found: Vec<Candidate> = Vec::new();
    for search in searches {
        let url = format!("{}/Patient?{search}&_count={MOST}", server.base());
        let answer = server.get(&url, &mut wait)?;
        for part in search_page(&answer.body)?.parts {
            let Part::Resource(resource) = part else {
                continue;
            };
            let id = resource.head.id.as_deref().filter(|it| is_id(it));
            let (Some(id), true) = (id, resource.head.resource_type == "Patient") else {
                continue;
            };
            if found.len() < MOST && !found.iter().any(|it| it.patient == id) {
                let is_taken = taken.iter().any(|it| it == id);
                found.extend(Candidate::of(ours, id, &resource.bytes, is_taken));
            }
        }
    }
    found.sort_by_key(|it| !it.confirmable);
    Ok(found)
}

/// One patient of the server, compared; none if there is none.
pub(crate) fn candidate(
    server: &FhirServer<'_>,
    ours: &Person,
    id: &str,
) -> Result<Option<Candidate>, SmartError> {
    let url = format!("{}/Patient/{id}", server.base());
    match server.get(&url, &mut wait) {
        Ok(answer) => Ok(Candidate::of(ours, id, &answer.body, false)),
        Err(SmartError::Status(404 | 410)) => Ok(None),
        Err(error) => Err(error),
    }
}

/// The patient whom the server has under this name: the id, and what it says.
pub(crate) fn named_patient(
    server: &FhirServer<'_>,
    name: &Identifier,
) -> Result<Option<(String, Vec<u8>)>, SmartError> {
    let Some(search) = by_identifier(name) else {
        return Ok(None);
    };
    let answer = server.get(&format!("{}/Patient?{search}&_count=2", server.base()), &mut wait)?;
    let found = search_page(&answer.body)?
        .parts
        .into_iter()
        .find_map(|it| match it {
            Part::Resource(it) if it.head.resource_type == "Patient" => Some((it.head.id?, it.bytes)),
            _ => None,
        });
    Ok(found.filter(|(id, _)| is_id(id)))
}

#[test]
fn what_separates_is_escaped() {
    let name = Identifier {
        system: Some("urn:x".into()),
        value: Some("a|b,c&d".into()),
    };
    assert_eq!(
        by_identifier(&name).unwrap(),
        "identifier=urn%3Ax%7Ca%5C%7Cb%5C%2Cc%26d"
    );
    assert_eq!(by_identifier(&Identifier::default()), None);
}
