//! States, as the concept maps of C-CDA on FHIR 2.0.0 translate them.

use super::element::{Element, Node};
use crate::tree::Tree;

/// `statusCode`.
pub(super) fn status(node: Node<'_>) -> Option<&str> {
    node.code_at("statusCode")
}

/// Whether the source takes a statement back.
pub(super) fn is_nullified(node: Node<'_>) -> bool {
    status(node) == Some("nullified")
}

/// Of a result or another observation.
pub(super) fn of_observation(node: Node<'_>) -> &'static str {
    match status(node) {
        Some("nullified") => "entered-in-error",
        Some("aborted" | "cancelled") => "cancelled",
        // With a value, it is more than announced.
        Some("active") if node.at("value").is_some_and(|it| it.said("nullFlavor").is_none()) => "preliminary",
        Some("active") => "registered",
        Some("held" | "suspended" | "new") => "registered",
        Some("completed") | None => "final",
        Some(_) => "unknown",
    }
}

/// Of a report.
pub(super) fn of_report(node: Node<'_>) -> &'static str {
    match status(node) {
        Some("active") if node.at("component").is_some() => "partial",
        _ => of_observation(node),
    }
}

/// Of something done: a procedure.
pub(super) fn of_event(node: Node<'_>) -> &'static str {
    match status(node) {
        Some("nullified") => "entered-in-error",
        _ if node.negated() => "not-done",
        Some("aborted") => "stopped",
        Some("cancelled") => "not-done",
        Some("active") => "in-progress",
        Some("held" | "suspended") => "on-hold",
        Some("completed") => "completed",
        _ => "unknown",
    }
}

/// Of something asked for.
pub(super) fn of_request(node: Node<'_>) -> &'static str {
    match status(node) {
        Some("nullified") => "entered-in-error",
        Some("aborted" | "cancelled") => "revoked",
        Some("held" | "suspended") => "on-hold",
        Some("completed") => "completed",
        Some("new") => "draft",
        Some("active") | None => "active",
        Some(_) => "unknown",
    }
}

/// A concept that is one code of one of HL7's own systems, by the end of its URI.
pub(super) fn hl7(system: &str, code: &str) -> Tree {
    let system = format!("http://terminology.hl7.org/CodeSystem/{system}");
    coded(&system, code, None)
}

/// A concept that is one code.
pub(super) fn coded(system: &str, code: &str, display: Option<&str>) -> Tree {
    let mut coding = Tree::object([("system", Tree::text(system)), ("code", Tree::text(code))]);
    coding.put("display", display.map(Tree::text));
    let mut concept = Tree::object([("coding", Tree::Array(vec![coding]))]);
    concept.put("text", display.map(Tree::text));
    concept
}
