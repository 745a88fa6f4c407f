//! DG1: diagnoses of a visit.

use super::coded::{concept, fixed, said, words};
use super::draft::{Draft, Names};
use super::encounter::visit;
use super::message::Message;
use super::party::{ei, person};
use super::patient::{Subject, reference};
use super::segment::Segment;
use crate::reading::Why;
use crate::tree::Tree;

const VERIFICATION: &str = "http://terminology.hl7.org/CodeSystem/condition-ver-status";
const CATEGORY: &str = "http://terminology.hl7.org/CodeSystem/condition-category";

/// The name by which the diagnosis is known again: its own, or what it says of which visit.
pub(super) fn name(subject: &Subject, message: &Message, dg1: &Segment) -> Option<String> {
    if let Some(number) = ei(dg1.field(20)) {
        return Some(number.name());
    }
    let what = dg1.field(3);
    let parts = [
        subject.address.clone(),
        visit(message).map(|visit| visit.name()).unwrap_or_default(),
        what.component(1).text(),
        what.component(3).text(),
        words(what).to_lowercase(),
        dg1.text(4).to_lowercase(),
    ];
    let says = !what.is_empty() || !dg1.field(4).is_empty();
    says.then(|| parts.join("\u{1f}"))
}

/// A Condition of a DG1 segment; its clinical status is not said, as a message does not say whether it still holds.
pub(super) fn diagnosis(
    draft: &mut Draft,
    message: &Message,
    dg1: &Segment,
    subject: &Subject,
    encounter: Option<&str>,
    names: &Names,
) {
    let description = dg1.text(4);
    let coded = concept(dg1.field(3), None);
    let code = match coded {
        Some(mut coded) => {
            if !description.is_empty() {
                coded.set("text", Tree::text(&description));
            }
            coded
        }
        None => match said(&description) {
            Some(text) => Tree::object([("text", text)]),
            None => {
                draft.leave(message, dg1, "DG1", Why::Empty);
                return;
            }
        },
    };
    let verification = match (dg1.text(21).as_str(), dg1.text(6).as_str()) {
        ("D", _) => Some("entered-in-error"),
        (_, "F") => Some("confirmed"),
        (_, "A" | "W") => Some("provisional"),
        _ => None,
    };
    let recorded = draft
        .moment(message, dg1, 19)
        .or_else(|| draft.moment(message, dg1, 5));
    let number = ei(dg1.field(20)).map(|number| number.identifier(None));
    let asserter = dg1.field(16).repetitions().find_map(person);
    let resource = Tree::object([("resourceType", Tree::text("Condition"))])
        .with("identifier", Tree::list(number))
        .with(
            "verificationStatus",
            verification.map(|code| fixed(VERIFICATION, code)),
        )
        .with(
            "category",
            Tree::Array(vec![fixed(CATEGORY, "encounter-diagnosis")]),
        )
        .with("code", code)
        .with("subject", subject.reference())
        .with("encounter", encounter.map(reference))
        .with("recordedDate", recorded.map(|when| Tree::text(when.as_str())))
        .with("asserter", asserter);
    let address = names.address(message, dg1, name(subject, message, dg1).as_deref(), "Condition");
    draft.add(message, dg1, address, resource);
}
