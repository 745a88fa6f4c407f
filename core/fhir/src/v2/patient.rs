//! PID: whom a message is about.

use super::coded::concept;
use super::draft::Draft;
use super::message::Message;
use super::party::{Given, contact_point, cx, cx_kind, human_name, postal_address};
use super::segment::{Field, Segment};
use crate::reading::{Why, address};
use crate::tree::Tree;

/// The person that following segments are about.
pub(super) struct Subject {
    /// The address of the Patient.
    pub(super) address: String,
}

impl Subject {
    /// A FHIR reference to the person.
    pub(super) fn reference(&self) -> Tree {
        reference(&self.address)
    }
}

/// A reference to a resource of this reading.
pub(super) fn reference(address: &str) -> Tree {
    Tree::object([("reference", Tree::text(address))])
}

/// The person of a PID segment, with a Patient; `None` when it names nobody.
pub(super) fn patient(draft: &mut Draft, message: &Message, pid: &Segment) -> Option<Subject> {
    // PID-2 and PID-4 are where older versions put further numbers.
    let numbers: Vec<(Given, String)> = [3, 2, 4]
        .into_iter()
        .flat_map(|number| pid.field(number).repetitions().collect::<Vec<_>>())
        .filter_map(|field| Some((cx(field)?, cx_kind(field))))
        .collect();
    let names: Vec<Tree> = pid.field(5).repetitions().filter_map(human_name).collect();
    if numbers.is_empty() && names.is_empty() {
        draft.leave(message, pid, "PID", Why::Empty);
        return None;
    }
    let address = match numbers.first() {
        Some((number, _)) => address(&message.sender, &number.name(), "Patient"),
        None => address(&message.source, &message.place(pid), "Patient"),
    };
    let identifiers = numbers.iter().map(|(number, kind)| {
        let kind = (!kind.is_empty()).then_some(("0203", kind.as_str()));
        number.identifier(kind)
    });
    let phones = telecom(pid.field(13), "home").chain(telecom(pid.field(14), "work"));
    let birth = draft
        .moment(message, pid, 7)
        .map(|born| Tree::text(born.day().unwrap_or(born.as_str())));
    let dead = match draft.moment(message, pid, 29) {
        Some(when) => Some(("deceasedDateTime", Tree::text(when.as_str()))),
        None => match pid.text(30).as_str() {
            "Y" => Some(("deceasedBoolean", Tree::Literal("true".into()))),
            "N" => Some(("deceasedBoolean", Tree::Literal("false".into()))),
            _ => None,
        },
    };
    let (dead_as, dead) = dead.map_or(("", None), |(name, value)| (name, Some(value)));
    let language =
        concept(pid.field(15), Some("0296")).map(|language| Tree::object([("language", language)]));
    let resource = Tree::object([("resourceType", Tree::text("Patient"))])
        .with("identifier", Tree::list(identifiers))
        .with("name", Tree::list(names))
        .with("telecom", Tree::list(phones))
        .with("gender", gender(&pid.text(8)).map(Tree::text))
        .with("birthDate", birth)
        .with(dead_as, dead)
        .with(
            "address",
            Tree::list(pid.field(11).repetitions().filter_map(postal_address)),
        )
        .with("maritalStatus", concept(pid.field(16), Some("0002")))
        .with("communication", Tree::list(language));
    draft.add(message, pid, address.clone(), resource);
    Some(Subject { address })
}

/// Telephone numbers of a field.
pub(super) fn telecom<'a>(field: Field<'a>, usage: &'a str) -> impl Iterator<Item = Tree> + use<'a> {
    field
        .repetitions()
        .filter_map(move |field| contact_point(field, Some(usage)))
}

/// Table HL70001.
pub(super) fn gender(code: &str) -> Option<&'static str> {
    match code {
        "F" => Some("female"),
        "M" => Some("male"),
        "U" => Some("unknown"),
        "O" | "A" | "N" | "X" => Some("other"),
        _ => None,
    }
}
