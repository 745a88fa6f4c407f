//! Where a resource came from, as far as its file tells.

use pocketchart_fhir::split::Resource;
use pocketchart_record::{BodyRef, MAX_TEXT, Source};

/// The system of resources that are named by a UUID: unique wherever they come from.
const UUID: &str = "urn:uuid";
/// The system of resources without a name that could be relied on: they are named by what they say.
const FILE: &str = "file";

/// The source of a resource: (server, type, id) where the file names the server; else its UUID; else its content, so that
/// two systems that both count from 1 are never taken for one another.
pub(super) fn of(resource: &Resource, body: BodyRef) -> Source {
    let kind = &resource.head.resource_type;
    named(resource)
        .filter(|source| source.system.len() <= MAX_TEXT && source.id.len() <= MAX_TEXT)
        .unwrap_or_else(|| by_content(kind, body))
}

/// The same, of a resource that may not be taken in.
pub(crate) fn source_of(resource: &Resource) -> Source {
    of(resource, BodyRef::of(&resource.bytes))
}

pub(super) fn by_content(kind: &str, body: BodyRef) -> Source {
    Source {
        system: FILE.to_owned(),
        kind: kind.to_owned(),
        id: body.hash.to_hex(),
    }
}

fn named(resource: &Resource) -> Option<Source> {
    let head = &resource.head;
    let source = |system: &str, id: &str| Source {
        system: system.to_owned(),
        kind: head.resource_type.clone(),
        id: id.to_owned(),
    };
    let url = resource.full_url.as_deref();
    if let Some(uuid) = url.and_then(|url| url.strip_prefix("urn:uuid:")) {
        return Some(source(UUID, &uuid.to_lowercase()));
    }
    let id = head.id.as_deref()?;
    let base = url
        .filter(|url| url.starts_with("http"))
        .and_then(|url| url.strip_suffix(&format!("/{}/{id}", head.resource_type)));
    // HAPI writes the request's id into meta.source, behind a '#': another one each time.
    let stated = head
        .source
        .as_deref()
        .and_then(|source| source.split('#').next())
        .filter(|source| !source.is_empty());
    match base.or(stated) {
        Some(system) => Some(source(system, id)),
        None if is_uuid(id) => Some(source(UUID, &id.to_lowercase())),
        None => None,
    }
}

/// The source that a reference in a resource of this system names.
pub(crate) fn referred(system: Option<&str>, reference: &str) -> Option<Source> {
    let source = |system: &str, kind: &str, id: &str| Source {
        system: system.to_owned(),
        kind: kind.to_owned(),
        id: id.to_owned(),
    };
    if let Some(uuid) = reference.strip_prefix("urn:uuid:") {
        return Some(source(UUID, "Medication", &uuid.to_lowercase()));
    }
    let mut parts = reference.rsplitn(3, '/');
    let (id, kind) = (parts.next()?, parts.next()?);
    match parts.next() {
        Some(base) => Some(source(base, kind, id)),
        None if is_uuid(id) && system == Some(UUID) => Some(source(UUID, kind, &id.to_lowercase())),
        None => Some(source(system?, kind, id)),
    }
}

/// Whether the source names the system that holds the original, rather than what any file may use.
pub(crate) fn names_a_system(source: &Source) -> bool {
    source.system != UUID && source.system != FILE
}

/// The URL under which a Bundle can hold the resource of this source.
pub(crate) fn full_url(source: &Source) -> Option<String> {
    match source.system.as_str() {
        UUID => Some(format!("urn:uuid:{}", source.id)),
        FILE => None,
        base if base.starts_with("http") => Some(format!("{base}/{}/{}", source.kind, source.id)),
        _ => None,
    }
}

pub(crate) fn is_uuid(text: &str) -> bool {
    text.len() == 36
        && text.bytes().enumerate().all(|(at, byte)| match at {
            8 | 13 | 18 | 23 => byte == b'-',
            _ => byte.is_ascii_hexdigit(),
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use pocketchart_fhir::split::{Part, split_bytes};

    fn source(entry: &str) -> Source {
        let file = format!(r#"{{"resourceType":"Bundle","type":"collection","entry":[{entry}]}}"#);
        let Some(Part::Resource(resource)) = split_bytes(file.as_bytes()).unwrap().pop() else {
            panic!("no resource in {file}");
        };
        of(&resource, BodyRef::of(&resource.bytes))
    }

    const ID: &str = "f0e1d2c3-0000-4000-8000-00000000abcd";

    #[test]
    fn a_server_names_its_resources() {
        let by_url = source(
            r#"{"fullUrl":"https://a.example/fhir/Observation/7","resource":{"resourceType":"Observation","id":"7"}}"#,
        );
        assert_eq!(
            (by_url.system.as_str(), by_url.id.as_str()),
            ("https://a.example/fhir", "7")
        );
        assert_eq!(
            full_url(&by_url).as_deref(),
            Some("https://a.example/fhir/Observation/7")
        );
        let by_meta = source(
            r#"{"resource":{"resourceType":"Observation","id":"7","meta":{"source":"https://b.example#x1"}}}"#,
        );
        assert_eq!(by_meta.system, "https://b.example");
    }

    #[test]
    fn a_uuid_needs_no_server() {
        let url = source(&format!(
            r#"{{"fullUrl":"urn:uuid:{ID}","resource":{{"resourceType":"Observation"}}}}"#
        ));
        let id = source(&format!(
            r#"{{"resource":{{"resourceType":"Observation","id":"{ID}"}}}}"#
        ));
        assert_eq!(url, id);
    }

    #[test]
    fn a_bare_number_names_nothing() {
        let (one, other) = (
            source(r#"{"resource":{"resourceType":"Observation","id":"7"}}"#),
            source(r#"{"resource":{"resourceType":"Observation","id":"7","status":"final"}}"#),
        );
        assert_eq!(one.system, FILE);
        assert_ne!(one.id, other.id);
        let request =
            source(r##"{"resource":{"resourceType":"Observation","id":"7","meta":{"source":"#x1"}}}"##);
        assert_eq!(request.system, FILE);
    }

    #[test]
    fn references_find_their_source() {
        let medication = |system: &str, id: &str| {
            Some(Source {
                system: system.into(),
                kind: "Medication".into(),
                id: id.into(),
            })
        };
        assert_eq!(referred(None, &format!("urn:uuid:{ID}")), medication(UUID, ID));
        assert_eq!(
            referred(Some("https://a.example"), "Medication/7"),
            medication("https://a.example", "7")
        );
        assert_eq!(
            referred(None, "https://a.example/fhir/Medication/7"),
            medication("https://a.example/fhir", "7")
        );
        assert_eq!(referred(None, "Medication/7"), None);
        assert_eq!(referred(None, "#med"), None);
    }
}
