//! What the person wants done, or not done, when they cannot speak (templates 48, 108): `Consent` of the scope advance directive.

use super::element::{Element, Node};
use super::reader::Reader;
use super::status::{coded, hl7, status};
use super::template::{self, claims};
use super::{code, names};
use crate::tree::Tree;

pub(super) fn directives<'d>(reader: &mut Reader<'d>, node: Node<'d>) {
    if node.is("observation") {
        return directive(reader, node);
    }
    for part in node
        .each("component/observation")
        .filter(|it| claims(*it, &[template::ADVANCE_DIRECTIVE]))
    {
        if !reader.is_about_another(part) {
            directive(reader, part);
            reader.take(node);
        }
    }
}

/// Its words are those of its value, which says more than its code. One that is said not to be is left.
fn directive<'d>(reader: &mut Reader<'d>, node: Node<'d>) {
    if node.negated() {
        return;
    }
    let of = |reader: &Reader<'d>, path| node.at(path).and_then(|it| reader.words_of_code(it));
    let words: Vec<String> = [
        of(reader, "code"),
        of(reader, "value").or_else(|| reader.narrative.words(node.at("value")?)),
    ]
    .into_iter()
    .flatten()
    .collect();
    if words.is_empty() {
        return;
    }
    let title = words.join(": ");
    let mut resource = reader.begin(node, "Consent");
    let ended = node
        .at("effectiveTime")
        .and_then(|it| reader.moment_at(it, "high"));
    let over = ended
        .as_ref()
        .zip(reader.written.as_ref())
        .is_some_and(|(end, written)| end.get(..10) < written.get(..10));
    let state = match status(node) {
        Some("nullified") => "entered-in-error",
        Some("aborted" | "cancelled") => "rejected",
        _ if over => "inactive",
        _ => "active",
    };
    resource.put("status", Some(Tree::text(state)));
    resource.put("scope", Some(hl7("consentscope", "adr")));
    let codings = ["code", "value"]
        .into_iter()
        .filter_map(|it| node.at(it))
        .flat_map(code::codings)
        .collect();
    let kind = coded(
        "http://terminology.hl7.org/CodeSystem/consentcategorycodes",
        "acd",
        None,
    );
    resource.put_all(
        "category",
        std::iter::once(kind)
            .chain(code::concept_of(codings, Some(title.clone())))
            .collect(),
    );
    resource.put("patient", Some(reader.patient()));
    let (author, written) = reader.authored(node, None);
    resource.put("dateTime", written.as_deref().map(Tree::text));
    resource.put_all("performer", author.into_iter().collect());
    let paper = node
        .at("reference/externalDocument/id")
        .and_then(names::identifier);
    resource.put(
        "sourceReference",
        paper.map(|it| Tree::object([("identifier", it)])),
    );
    // R4 demands a policy; the person's own words are the only one.
    resource.put("policyRule", Some(Tree::object([("text", Tree::text(&title))])));
    let time = node.at("effectiveTime");
    let period = time.and_then(|it| reader.period(it));
    resource.put("provision", period.map(|it| Tree::object([("period", it)])));
    reader.emit(node, resource);
}
