//! What is aimed at (template 121): `Goal`.

use super::element::{Element, Node};
use super::note;
use super::reader::Reader;
use super::status::status;
use crate::tree::Tree;

pub(super) fn goal<'d>(reader: &mut Reader<'d>, node: Node<'d>) {
    if node.negated() || !node.is("observation") {
        return;
    }
    // A goal is said in words where there are any: its code is often no more than what is measured.
    let words = node.at("text").and_then(|it| reader.narrative.words(it));
    let description = match words.as_deref() {
        Some(words) => super::value::words(words),
        None => reader
            .concept_at(node, "code")
            .or_else(|| reader.concept_at(node, "value")),
    };
    let Some(description) = description else { return };
    let mut resource = reader.begin(node, "Goal");
    let state = match status(node) {
        Some("nullified") => "entered-in-error",
        Some("completed") => "completed",
        Some("cancelled" | "aborted") => "cancelled",
        Some("held" | "suspended") => "on-hold",
        Some("new") => "proposed",
        _ => "active",
    };
    resource.put("lifecycleStatus", Some(Tree::text(state)));
    resource.put("description", Some(description));
    resource.put("subject", Some(reader.patient()));
    let time = node.at("effectiveTime");
    let start = time.and_then(|it| reader.beginning(it));
    let start = start.as_deref().and_then(|it| it.get(..10.min(it.len())));
    resource.put("startDate", start.map(Tree::text));
    let mut target = Tree::object([]);
    let measure = reader.concept_at(node, "code");
    if let (Some(measure), Some((name, found))) = (measure, node.at("value").and_then(|it| reader.found(it)))
    {
        let detail = match name {
            "valueQuantity" => Some("detailQuantity"),
            "valueRange" => Some("detailRange"),
            "valueCodeableConcept" => Some("detailCodeableConcept"),
            "valueString" => Some("detailString"),
            "valueInteger" => Some("detailInteger"),
            "valueBoolean" => Some("detailBoolean"),
            _ => None,
        };
        target.put("measure", Some(measure));
        if let Some(detail) = detail {
            target.put(detail, Some(found));
        }
    }
    let due = time.and_then(|it| reader.moment_at(it, "high"));
    let due = due.as_deref().and_then(|it| it.get(..10.min(it.len())));
    target.put("dueDate", due.map(Tree::text));
    resource.put_all("target", target.unless_empty().into_iter().collect());
    resource.put("expressedBy", reader.authored(node, None).0);
    resource.put_all("note", note::comments(reader, node));
    reader.emit(node, resource);
}
