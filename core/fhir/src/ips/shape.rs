//! Makes a resource fit into the document: about its one patient, no reference that leads nowhere, no missing element that
//! the profiles want. What a source did not say is marked as unknown, never made up.

use super::kind::IpsSection;
use crate::summary::Summary;
use crate::tree::Tree;

const ABSENT: &str = "http://hl7.org/fhir/StructureDefinition/data-absent-reason";

/// What stands in place of a value that nobody knows.
pub(super) fn absent() -> Tree {
    let extension = Tree::object([("url", Tree::text(ABSENT)), ("valueCode", Tree::text("unknown"))]);
    Tree::object([("extension", Tree::Array(vec![extension]))])
}

pub(super) fn reference(url: &str) -> Tree {
    Tree::object([("reference", Tree::text(url))])
}

/// The resource as it stands in the document. `resolve` knows where a reference leads within it.
pub(super) fn fitted(
    mut resource: Tree,
    facts: &Summary,
    section: Option<IpsSection>,
    patient: &str,
    resolve: &dyn Fn(&str) -> Option<String>,
) -> Tree {
    bare(&mut resource);
    set_references(&mut resource, resolve);
    match facts.resource_type.as_str() {
        "AllergyIntolerance" | "Immunization" => resource.set("patient", reference(patient)),
        "Patient" | "Medication" | "Device" => {}
        _ => resource.set("subject", reference(patient)),
    }
    need(&mut resource, facts);
    if facts.resource_type == "Observation" && section == Some(IpsSection::Results) {
        for stem in ["effective", "performer"] {
            unknown_unless(&mut resource, stem);
        }
    }
    resource
}

/// Makes a resource that says whom it is about say so by the person's name in the document.
pub(super) fn about(resource: &mut Tree, patient: &str) {
    for name in ["subject", "patient", "beneficiary"] {
        if resource.get(name).is_some() {
            resource.set(name, reference(patient));
        }
    }
}

/// Without what belongs to the server it came from, and without a narrative that other hands wrote.
pub(super) fn bare(resource: &mut Tree) {
    for name in ["id", "meta", "implicitRules", "text"] {
        resource.remove(name);
    }
    if let Tree::Object(members) = resource {
        for (_, contained) in members.iter_mut().filter(|it| it.0 == "contained") {
            if let Tree::Array(items) = contained {
                for item in items {
                    item.remove("text");
                    item.remove("meta");
                }
            }
        }
    }
}

/// Leads references to where they lead in the document. One that leads out of it keeps its words, and goes if it has none.
pub(super) fn set_references(tree: &mut Tree, resolve: &dyn Fn(&str) -> Option<String>) {
    match tree {
        Tree::Literal(_) => {}
        Tree::Array(items) => {
            for item in items.iter_mut() {
                set_references(item, resolve);
            }
            items.retain(|item| !item.is_empty());
        }
        Tree::Object(members) => {
            let at = members
                .iter()
                .position(|(name, value)| name == "reference" && value.as_text().is_some());
            if let Some(at) = at {
                let written = members.get(at).and_then(|it| it.1.as_text()).unwrap_or_default();
                if !written.starts_with('#') {
                    match (resolve(&written), members.get_mut(at)) {
                        (Some(url), Some(member)) => member.1 = Tree::text(&url),
                        _ => {
                            members.remove(at);
                            members.retain(|(name, _)| name != "type");
                        }
                    }
                }
            }
            for (_, value) in members.iter_mut() {
                set_references(value, resolve);
            }
            members.retain(|(_, value)| !value.is_empty());
        }
    }
}

/// Marks a missing choice (`effective[x]`) or element as unknown.
fn unknown_unless(resource: &mut Tree, stem: &str) {
    if resource.has(stem) {
        return;
    }
    match stem {
        "effective" | "occurrence" | "performed" => resource.set(&format!("_{stem}DateTime"), absent()),
        "performer" => resource.set("performer", Tree::Array(vec![absent()])),
        "birthDate" => resource.set("_birthDate", absent()),
        "name" => resource.set("name", Tree::Array(vec![Tree::object([("_text", absent())])])),
        other => resource.set(other, absent()),
    }
}

/// What a concept says when only its words are known.
fn worded(facts: &Summary) -> Tree {
    match &facts.title {
        Some(title) => Tree::object([("text", Tree::text(title))]),
        None => absent(),
    }
}

fn need(resource: &mut Tree, facts: &Summary) {
    match facts.resource_type.as_str() {
        "Patient" => {
            unknown_unless(resource, "name");
            unknown_unless(resource, "birthDate");
        }
        "AllergyIntolerance" | "Condition" | "Procedure" if !resource.has("code") => {
            resource.set("code", worded(facts));
        }
        "Immunization" if !resource.has("vaccineCode") => resource.set("vaccineCode", worded(facts)),
        "MedicationStatement" | "MedicationRequest" if !resource.has("medication") => {
            resource.set("medicationCodeableConcept", worded(facts));
        }
        _ => {}
    }
    match facts.resource_type.as_str() {
        "Immunization" => unknown_unless(resource, "occurrence"),
        "Procedure" => unknown_unless(resource, "performed"),
        "MedicationStatement" => unknown_unless(resource, "effective"),
        _ => {}
    }
}
