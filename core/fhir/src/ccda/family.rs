//! Illnesses of relatives (templates 45, 46): each relative as `FamilyMemberHistory`, so that none becomes the patient's.

use super::code::has_code;
use super::element::{Element, Node};
use super::problem::age;
use super::reader::Reader;
use super::status::{hl7, status};
use super::template::{self, claims};
use crate::tree::Tree;

pub(super) fn member<'d>(reader: &mut Reader<'d>, node: Node<'d>) {
    let Some(relative) = node.at("subject/relatedSubject") else {
        return;
    };
    let mut conditions = Vec::new();
    let mut dead = false;
    for observation in node.each("component/observation").filter(|it| !it.negated()) {
        let Some(code) = reader.concept_or_text(observation.at("value"), observation) else {
            continue;
        };
        reader.take(observation);
        let mut condition = Tree::object([("code", code)]);
        let died_of_it = died(reader, observation);
        dead |= died_of_it;
        condition.put(
            "contributedToDeath",
            died_of_it.then(|| Tree::Literal("true".to_owned())),
        );
        let onset = age(reader, observation);
        condition.put("onsetAge", onset);
        if condition.get("onsetAge").is_none() {
            let when = observation
                .at("effectiveTime")
                .and_then(|it| reader.beginning(it));
            condition.put("onsetString", when.as_deref().map(Tree::text));
        }
        conditions.push(condition);
    }
    let mut resource = reader.begin(node, "FamilyMemberHistory");
    let state = match status(node) {
        Some("nullified") => "entered-in-error",
        Some("completed") => "completed",
        _ => "partial",
    };
    resource.put("status", Some(Tree::text(state)));
    resource.put("patient", Some(reader.patient()));
    let person = relative.at("subject");
    let name = person
        .and_then(|it| it.at("name"))
        .and_then(super::people::full_name);
    resource.put("name", name.as_deref().map(Tree::text));
    let relationship = reader.concept_at(relative, "code");
    resource.put(
        "relationship",
        Some(relationship.unwrap_or_else(|| hl7("v3-RoleCode", "FAMMEMB"))),
    );
    let sex = match person.and_then(|it| it.code_at("administrativeGenderCode")) {
        Some("M") => Some("male"),
        Some("F") => Some("female"),
        Some("UN") => Some("other"),
        _ => None,
    };
    let sex = sex.map(|it| super::status::coded("http://hl7.org/fhir/administrative-gender", it, None));
    resource.put("sex", sex);
    let born = person.and_then(|it| reader.moment_at(it, "birthTime"));
    let day = born.as_deref().and_then(|it| it.get(..10.min(it.len())));
    resource.put("bornDate", day.map(Tree::text));
    let died = person.and_then(|it| reader.moment_at(it, "sdtc:deceasedTime"));
    let said = person.and_then(|it| it.value_at("sdtc:deceasedInd"));
    match died.as_deref().and_then(|it| it.get(..10.min(it.len()))) {
        Some(day) => resource.put("deceasedDate", Some(Tree::text(day))),
        None if dead || said == Some("true") => {
            resource.put("deceasedBoolean", Some(Tree::Literal("true".to_owned())))
        }
        None if said == Some("false") => {
            resource.put("deceasedBoolean", Some(Tree::Literal("false".to_owned())))
        }
        None => {}
    }
    resource.put_all("condition", conditions);
    reader.emit(node, resource);
}

/// Whether the relative died of it (template 47).
fn died<'d>(reader: &mut Reader<'d>, node: Node<'d>) -> bool {
    let said = node
        .related(&["CAUS"], "observation")
        .find(|it| claims(*it, &[template::FAMILY_DEATH]) && !it.negated());
    let Some(said) = said.filter(|it| it.at("value").is_some_and(|it| has_code(it, &["419099009"]))) else {
        return false;
    };
    reader.take(said);
    true
}
