//! What of a page belongs to the person, under the names that the server itself gives.

use pocketchart_fhir::split::{Part, Resource};
use pocketchart_fhir::subjects::{Person, Subjects};
use pocketchart_record::sabotage;

/// The parts that are about the patient, or about nobody; and how many are about somebody else: a server that does not know a
/// search parameter may ignore it and send everybody's.
pub(super) fn of_patient(base: &str, patient: &str, parts: Vec<Part>) -> (Vec<Part>, u64) {
    let count = parts.len();
    let own: Vec<Part> = parts
        .into_iter()
        .filter_map(|part| match part {
            Part::Resource(resource) => named(base, patient, resource).map(Part::Resource),
            unreadable => Some(unreadable),
        })
        .collect();
    let others = (count - own.len()) as u64;
    (own, others)
}

/// Whom the parts are about.
pub(super) fn people_in(parts: &[Part]) -> Vec<Person> {
    let mut subjects = Subjects::new();
    for part in parts {
        if let Part::Resource(resource) = part {
            subjects.add(resource);
        }
    }
    subjects.people()
}

fn named(base: &str, patient: &str, mut resource: Resource) -> Option<Resource> {
    if let Some(id) = &resource.head.id {
        // What the server was asked under, and not what stands behind it, names its resources.
        resource.full_url = Some(format!("{base}/{}/{id}", resource.head.resource_type));
    }
    let own = match resource.head.resource_type.as_str() {
        "Patient" => resource.head.id.as_deref() == Some(patient),
        _ => {
            let mut subjects = Subjects::new();
            subjects.add(&resource);
            let people = subjects.people();
            people
                .iter()
                .all(|person| person.reference.as_deref().is_none_or(|it| refers(it, patient)))
        }
    };
    (own || sabotage::off("whose statement")).then_some(resource)
}

/// Whether a reference is to this patient. A server behind another names itself differently, so the id decides.
fn refers(reference: &str, patient: &str) -> bool {
    let id = reference.rsplit_once("Patient/").map(|(_, id)| id);
    id.and_then(|id| id.split('/').next()) == Some(patient)
}

#[cfg(test)]
mod tests {
    use super::*;
    use pocketchart_fhir::split::split_bytes;

    const BASE: &str = "https://a.example/fhir";

    fn own(resource: &str) -> Vec<Part> {
        of_patient(BASE, "7", split_bytes(resource.as_bytes()).unwrap()).0
    }

    #[test]
    fn nothing_about_another_person_is_taken() {
        for own_resource in [
            r#"{"resourceType":"Condition","subject":{"reference":"Patient/7"}}"#,
            r#"{"resourceType":"Condition","subject":{"reference":"http://behind:8080/fhir/Patient/7"}}"#,
            r#"{"resourceType":"Condition","subject":{"reference":"Patient/7/_history/2"}}"#,
            r#"{"resourceType":"Patient","id":"7"}"#,
            r#"{"resourceType":"Medication","id":"m"}"#,
        ] {
            assert_eq!(own(own_resource).len(), 1, "{own_resource}");
        }
        for other in [
            r#"{"resourceType":"Condition","subject":{"reference":"Patient/77"}}"#,
            r#"{"resourceType":"AllergyIntolerance","patient":{"reference":"https://a.example/fhir/Patient/8"}}"#,
            r#"{"resourceType":"Condition","subject":{"reference":"urn:uuid:7"}}"#,
            r#"{"resourceType":"Patient","id":"8"}"#,
            r#"{"resourceType":"Patient"}"#,
        ] {
            assert!(own(other).is_empty(), "{other}");
        }
    }

    #[test]
    fn a_resource_is_named_by_the_server_that_was_asked() {
        let parts = own(r##"{"resourceType":"Condition","id":"3","meta":{"source":"#x"}}"##);
        let [Part::Resource(resource)] = parts.as_slice() else {
            panic!("{parts:?}")
        };
        assert_eq!(
            resource.full_url.as_deref(),
            Some("https://a.example/fhir/Condition/3")
        );
    }
}
