//! SPM: what was examined.

use super::coded::concept;
use super::draft::{Draft, Names};
use super::message::Message;
use super::party::{Given, ei};
use super::patient::Subject;
use super::segment::Segment;
use crate::tree::Tree;

/// The laboratory's number of the specimen, else that of who took it (SPM-2, the filler's behind the placer's).
fn number(spm: &Segment) -> Option<Given> {
    let pair = spm.field(2);
    let within = |at: usize| {
        let part = pair.component(at);
        let value = part.subcomponent(1).text();
        let system = part.subcomponent(2).text();
        (!value.is_empty()).then(|| Given::local(system, value))
    };
    within(2).or_else(|| within(1)).or_else(|| ei(spm.field(30)))
}

/// A Specimen; its address.
pub(super) fn specimen(
    draft: &mut Draft,
    message: &Message,
    spm: &Segment,
    subject: &Subject,
    names: &Names,
) -> String {
    let number = number(spm);
    let taken = draft.moment_in(message, spm, 17, spm.field(17).component(1).subcomponent(1));
    let received = draft.moment(message, spm, 18);
    let collection = Tree::object([])
        .with("collectedDateTime", taken.map(|when| Tree::text(when.as_str())))
        .with("method", concept(spm.field(7), Some("0488")))
        .with("bodySite", concept(spm.field(8), None))
        .unless_empty();
    let resource = Tree::object([("resourceType", Tree::text("Specimen"))])
        .with(
            "identifier",
            Tree::list(number.as_ref().map(|number| number.identifier(None))),
        )
        .with("type", concept(spm.field(4), Some("0487")))
        .with("subject", subject.reference())
        .with("receivedTime", received.map(|when| Tree::text(when.as_str())))
        .with("collection", collection);
    let name = name(spm);
    let address = names.address(message, spm, name.as_deref(), "Specimen");
    draft.add(message, spm, address.clone(), resource);
    address
}

/// The name by which a specimen is known again.
pub(super) fn name(spm: &Segment) -> Option<String> {
    number(spm).map(|number| number.name())
}
