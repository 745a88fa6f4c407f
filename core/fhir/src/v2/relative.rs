//! NK1: relatives and others to call.

use super::coded::{concept, words};
use super::draft::{Draft, Names};
use super::message::Message;
use super::party::{cx, human_name, postal_address};
use super::patient::{Subject, gender, telecom};
use super::segment::Segment;
use crate::reading::Why;
use crate::tree::Tree;

/// The name by which a contact is known again.
pub(super) fn name(subject: &Subject, nk1: &Segment) -> Option<String> {
    if let Some(number) = cx(nk1.field(33)) {
        return Some(number.name());
    }
    let name = nk1.field(2);
    let parts = [
        subject.address.clone(),
        name.component(1).subcomponent(1).text(),
        name.component(2).text(),
        words(nk1.field(3)),
    ];
    (!name.is_empty()).then(|| parts.join("\u{1f}"))
}

/// A RelatedPerson of an NK1 segment.
pub(super) fn relative(
    draft: &mut Draft,
    message: &Message,
    nk1: &Segment,
    subject: &Subject,
    names: &Names,
) {
    let known = nk1.field(2).repetitions().filter_map(human_name);
    let Some(called) = Tree::list(known) else {
        draft.leave(message, nk1, "NK1", Why::Empty);
        return;
    };
    let relations = [
        concept(nk1.field(3), Some("0063")),
        concept(nk1.field(7), Some("0131")),
    ];
    let born = draft
        .moment(message, nk1, 16)
        .map(|born| Tree::text(born.day().unwrap_or(born.as_str())));
    let phones = telecom(nk1.field(5), "home").chain(telecom(nk1.field(6), "work"));
    let resource = Tree::object([("resourceType", Tree::text("RelatedPerson"))])
        .with("patient", subject.reference())
        .with("relationship", Tree::list(relations.into_iter().flatten()))
        .with("name", called)
        .with("telecom", Tree::list(phones))
        .with("gender", gender(&nk1.text(15)).map(Tree::text))
        .with("birthDate", born)
        .with(
            "address",
            Tree::list(nk1.field(4).repetitions().filter_map(postal_address)),
        );
    let address = names.address(message, nk1, name(subject, nk1).as_deref(), "RelatedPerson");
    draft.add(message, nk1, address, resource);
}
