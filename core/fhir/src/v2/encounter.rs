//! PV1 and PV2: a visit.

use super::coded::{concept, fixed, said, table_uri};
use super::draft::{Draft, Names};
use super::message::Message;
use super::party::{Given, cx, person};
use super::patient::Subject;
use super::segment::Segment;
use crate::reading::Why;
use crate::tree::Tree;

const ACT: &str = "http://terminology.hl7.org/CodeSystem/v3-ActCode";
const PARTICIPATION: &str = "http://terminology.hl7.org/CodeSystem/v3-ParticipationType";

/// The number of the visit: PV1-19, or the alternate one, PV1-50.
pub(super) fn visit(message: &Message) -> Option<Given> {
    let pv1 = message.first("PV1")?;
    cx(pv1.field(19)).or_else(|| cx(pv1.field(50)))
}

/// An Encounter of a PV1 segment; its address. A segment that only says that there is no visit becomes nothing.
pub(super) fn encounter(
    draft: &mut Draft,
    message: &Message,
    pv1: &Segment,
    subject: &Subject,
    names: &Names,
) -> Option<String> {
    let class = pv1.text(2);
    let number = visit(message);
    let (start, end) = (draft.moment(message, pv1, 44), draft.moment(message, pv1, 45));
    if number.is_none() && start.is_none() && matches!(class.as_str(), "" | "N" | "U") {
        draft.leave(message, pv1, "PV1", Why::Empty);
        return None;
    }
    let status = status(&message.kind.1, end.is_some());
    let name = match &number {
        Some(number) => Some(number.name()),
        None => start
            .as_ref()
            .map(|start| [subject.address.as_str(), start.as_str(), &class].join("\u{1f}")),
    };
    let people = [(7, "ATND"), (8, "REF"), (9, "CON"), (17, "ADM")];
    let people = people.into_iter().flat_map(|(number, role)| {
        let people: Vec<Tree> = pv1.field(number).repetitions().filter_map(person).collect();
        people.into_iter().map(move |person| {
            Tree::object([
                ("type", Tree::Array(vec![fixed(PARTICIPATION, role)])),
                ("individual", person),
            ])
        })
    });
    let period = Tree::object([])
        .with("start", start.map(|when| Tree::text(when.as_str())))
        .with("end", end.map(|when| Tree::text(when.as_str())))
        .unless_empty();
    let reason = message.first("PV2").and_then(|pv2| concept(pv2.field(3), None));
    let home =
        concept(pv1.field(36), Some("0112")).map(|home| Tree::object([("dischargeDisposition", home)]));
    let place = pv1.field(3);
    // From the largest to the smallest: facility, building, point of care, room, bed.
    let words: Vec<String> = [4, 7, 1, 2, 3]
        .into_iter()
        .map(|part| place.component(part).subcomponent(1).text())
        .filter(|part| !part.is_empty())
        .collect();
    let place = said(&words.join(", ")).map(|words| {
        let location = Tree::object([("display", words)]);
        Tree::object([("location", location)])
    });
    let resource = Tree::object([("resourceType", Tree::text("Encounter"))])
        .with(
            "identifier",
            Tree::list(number.map(|number| number.identifier(Some(("0203", "VN"))))),
        )
        .with("status", Tree::text(status))
        .with("class", class_of(&class))
        .with("serviceType", concept(pv1.field(10), Some("0069")))
        .with("subject", subject.reference())
        .with("participant", Tree::list(people))
        .with("period", period)
        .with("reasonCode", Tree::list(reason))
        .with("hospitalization", home)
        .with("location", Tree::list(place));
    let address = names.address(message, pv1, name.as_deref(), "Encounter");
    draft.add(message, pv1, address.clone(), resource);
    Some(address)
}

/// What the event says about the visit (table HL70003). A patient who is registered (A04) has come.
fn status(event: &str, ended: bool) -> &'static str {
    match event {
        "A11" => "cancelled",
        "A03" => "finished",
        "A13" => "in-progress",
        _ if ended => "finished",
        "A01" | "A02" => "in-progress",
        "A04" => "arrived",
        "A05" => "planned",
        _ => "unknown",
    }
}

/// Table HL70004; R4 demands a class.
fn class_of(code: &str) -> Tree {
    let (system, code) = match code {
        "E" => (ACT.to_owned(), "EMER"),
        "I" => (ACT.to_owned(), "IMP"),
        "O" => (ACT.to_owned(), "AMB"),
        "P" => (ACT.to_owned(), "PRENC"),
        "R" | "B" | "C" | "N" => (table_uri("0004"), code),
        _ => (table_uri("0004"), "U"),
    };
    Tree::object([("system", Tree::text(&system)), ("code", Tree::text(code))])
}
