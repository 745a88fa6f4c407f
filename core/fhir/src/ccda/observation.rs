//! Findings as `Observation`: what was looked at, what was found, when, by whom.

use super::element::{Element, Node};
use super::reader::Reader;
use super::status::{self, coded, hl7};
use super::template::{self, claims};
use super::{note, value};
use crate::tree::Tree;

const LOINC: &str = "http://loinc.org";

/// Returns the address; `None` where it says nothing that can be taken over.
pub(super) fn observation<'d>(reader: &mut Reader<'d>, node: Node<'d>) -> Option<String> {
    let resource = resource(reader, node)?;
    Some(reader.emit(node, resource))
}

/// The resource, not given out yet.
pub(super) fn resource<'d>(reader: &mut Reader<'d>, node: Node<'d>) -> Option<Tree> {
    if reader.is_about_another(node) || (node.negated()) {
        return None;
    }
    let code = code(reader, node)?;
    let mut resource = reader.begin(node, "Observation");
    resource.put("status", Some(Tree::text(status::of_observation(node))));
    let category = category(reader).map(|it| hl7("observation-category", it));
    resource.put_all("category", category.into_iter().collect());
    resource.put("code", Some(code));
    resource.put("subject", Some(reader.patient()));
    reader.put_time(&mut resource, "effective", node.at("effectiveTime"));
    let performers = reader.performers_and_author(node);
    resource.put_all("performer", performers);
    put_value(reader, node, &mut resource);
    put_details(reader, node, &mut resource);
    let components = components(reader, node);
    resource.put_all("component", components);
    Some(resource)
}

/// `value[x]`, or why there is none.
pub(super) fn put_value<'d>(reader: &mut Reader<'d>, node: Node<'d>, resource: &mut Tree) {
    let mut values = node.each("value");
    let first = values.next();
    match first.and_then(|it| reader.found(it)) {
        Some((name, value)) => resource.put(name, Some(value)),
        None => {
            let flavor = first.and_then(|it| it.said("nullFlavor")).unwrap_or("UNK");
            resource.put("dataAbsentReason", Some(value::absent(flavor)));
        }
    }
    for further in values {
        let words = reader.words_of_code(further);
        let said = words.as_deref().or(further.said("value")).unwrap_or_default();
        reader.doubt(further, said, crate::reading::Why::NoMapping);
    }
}

/// What stands beside a value: marks, remarks, place, method, what is usual.
pub(super) fn put_details<'d>(reader: &mut Reader<'d>, node: Node<'d>, resource: &mut Tree) {
    let marks: Vec<Tree> = node
        .each("interpretationCode")
        .filter_map(|it| reader.concept(it))
        .collect();
    resource.put_all("interpretation", marks);
    resource.put_all("note", note::comments(reader, node));
    resource.put("bodySite", reader.concept_at(node, "targetSiteCode"));
    resource.put("method", reader.concept_at(node, "methodCode"));
    resource.put("specimen", specimen(reader, node));
    let ranges = ranges(reader, node);
    resource.put_all("referenceRange", ranges);
}

/// The kind of specimen, by name.
pub(super) fn specimen<'d>(reader: &Reader<'d>, node: Node<'d>) -> Option<Tree> {
    let kind = node.at("specimen/specimenRole/specimenPlayingEntity")?;
    let words = kind
        .at("code")
        .and_then(|it| reader.words_of_code(it))
        .or_else(|| reader.narrative.words(kind.at("name")?))?;
    Some(Tree::object([("display", Tree::text(&words))]))
}

/// R4's range is what is usual: others (therapeutic, critical) are left out.
pub(super) fn ranges<'d>(reader: &mut Reader<'d>, node: Node<'d>) -> Vec<Tree> {
    let mut ranges = Vec::new();
    for said in node.each("referenceRange/observationRange") {
        if said.code_at("interpretationCode").is_some_and(|it| it != "N") {
            continue;
        }
        let mut range = Tree::object([]);
        let mut words = said.at("text").and_then(|it| reader.narrative.words(it));
        match said.at("value").map(|it| (it, it.data_type())) {
            Some((limits, Some("IVL_PQ" | "IVL_REAL" | "IVL_INT"))) => {
                for end in ["low", "high"] {
                    let limit = reader.quantity_at(limits, end);
                    range.put(end, limit);
                }
            }
            Some((text, Some("ST" | "ED"))) => words = words.or_else(|| reader.narrative.words(text)),
            Some((coded, Some("CD" | "CE" | "CO"))) => words = words.or_else(|| reader.words_of_code(coded)),
            _ => {}
        }
        range.put("text", words.as_deref().map(Tree::text));
        ranges.extend(range.unless_empty());
    }
    ranges
}

/// The code; for the older templates whose code says only "this is stated", what they state.
fn code<'d>(reader: &Reader<'d>, node: Node<'d>) -> Option<Tree> {
    let said = node.at("code");
    if said.and_then(|it| it.said("code")) != Some("ASSERTION") {
        return reader.concept_or_text(said, node);
    }
    if claims(node, &[template::SMOKING_STATUS]) {
        Some(coded(LOINC, "72166-2", Some("Tobacco smoking status")))
    } else if claims(node, &[template::TOBACCO_USE]) {
        Some(coded(LOINC, "11367-0", Some("History of Tobacco use")))
    } else if claims(node, &[template::REACTION]) {
        Some(coded("http://snomed.info/sct", "263851003", Some("Reaction")))
    } else if template::is_pregnancy(node) {
        Some(coded(LOINC, "82810-3", Some("Pregnancy status")))
    } else {
        None
    }
}

/// By the section, where it holds one kind of finding only.
fn category(reader: &Reader<'_>) -> Option<&'static str> {
    match reader.section_code? {
        "8716-3" => Some("vital-signs"),
        "29762-2" => Some("social-history"),
        "29545-1" | "10184-0" => Some("exam"),
        "47420-5" | "10190-7" | "61144-2" => Some("survey"),
        _ => None,
    }
}

/// Findings that belong to this one: the answers of a scale, the expected day of birth.
fn components<'d>(reader: &mut Reader<'d>, node: Node<'d>) -> Vec<Tree> {
    let mut components = Vec::new();
    let is_part = |it: &Node<'d>| {
        it.parent().is_some_and(|by| by.said("typeCode") == Some("COMP"))
            || it.code_at("code") == Some("11778-8")
    };
    for part in node.related(&[], "observation").filter(is_part) {
        if part.negated() || reader.is_about_another(part) {
            continue;
        }
        let Some(code) = reader.concept_at(part, "code") else {
            continue;
        };
        reader.take(part);
        let mut component = Tree::object([("code", code)]);
        put_value(reader, part, &mut component);
        components.push(component);
    }
    components
}

/// An organizer around findings that has no resource of its own.
pub(super) fn group<'d>(reader: &mut Reader<'d>, node: Node<'d>) {
    for part in node.each("component/observation") {
        if observation(reader, part).is_some() {
            reader.take(node);
        }
    }
}
