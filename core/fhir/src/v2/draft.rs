//! What is being made of a file: resources by their addresses, and what was left.

use std::collections::HashMap;

use super::message::Message;
use super::segment::{Field, Segment};
use super::time::date_time;
use crate::FhirDateTime;
use crate::reading::{Derived, Left, Reading, Why, address};
use crate::split::{Head, Position, RESOURCE_LIMIT, Resource};
use crate::tree::Tree;

/// A reading that is not finished.
#[derive(Default)]
pub(super) struct Draft {
    entries: Vec<Entry>,
    by_address: HashMap<String, usize>,
    pub(super) left: Vec<Left>,
    pub(super) doubts: Vec<Left>,
}

struct Entry {
    derived: Derived,
    sent: String,
}

impl Draft {
    /// Takes a resource in. Of two with one address, in different messages, the one that was sent later stands.
    pub(super) fn add(&mut self, message: &Message, segment: &Segment, address: String, resource: Tree) {
        let place = message.place(segment);
        let meta = Tree::object([("source", Tree::text(&format!("{}#{place}", message.source)))]);
        let test = message.first("MSH").map(|msh| msh.text(11));
        let meta = meta.with("security", test.and_then(|code| test_data(&code)));
        let Tree::Object(mut members) = resource else {
            return;
        };
        members.insert(1.min(members.len()), ("meta".to_owned(), meta));
        let mut bytes = Vec::new();
        Tree::Object(members).write(&mut bytes);
        let Ok(head) = Head::of(&bytes) else { return };
        if bytes.len() > RESOURCE_LIMIT {
            self.leave(message, segment, segment.name, Why::Malformed);
            return;
        }
        let entry = Entry {
            derived: Derived {
                resource: Resource {
                    bytes,
                    head,
                    full_url: Some(address.clone()),
                    position: Position {
                        offset: segment.offset as u64,
                        number: segment.number as u64,
                    },
                },
                place,
            },
            sent: message.sent.clone(),
        };
        match self
            .by_address
            .get(&address)
            .and_then(|at| self.entries.get_mut(*at))
        {
            Some(known) if known.sent > entry.sent => {}
            Some(known) => *known = entry,
            None => {
                self.by_address.insert(address, self.entries.len());
                self.entries.push(entry);
            }
        }
    }

    /// Names a segment that was not taken over.
    pub(super) fn leave(&mut self, message: &Message, segment: &Segment, what: impl Into<String>, why: Why) {
        self.left.push(Left {
            place: message.place(segment),
            what: what.into(),
            why,
        });
    }

    /// Names a value that was not taken over.
    pub(super) fn doubt(&mut self, message: &Message, segment: &Segment, number: usize, value: &str) {
        self.doubts.push(Left {
            place: message.place(segment),
            what: format!("{}-{number}: {value}", segment.name),
            why: Why::Malformed,
        });
    }

    /// The moment in a field; one that no calendar has is a doubt.
    pub(super) fn moment(
        &mut self,
        message: &Message,
        segment: &Segment,
        number: usize,
    ) -> Option<FhirDateTime> {
        self.moment_in(message, segment, number, segment.field(number).component(1))
    }

    /// The moment in a part of a field.
    pub(super) fn moment_in(
        &mut self,
        message: &Message,
        segment: &Segment,
        number: usize,
        part: Field,
    ) -> Option<FhirDateTime> {
        let text = part.text();
        if text.is_empty() {
            return None;
        }
        let moment = date_time(&text, message.zone.as_deref());
        if moment.is_none() {
            self.doubt(message, segment, number, &text);
        }
        moment
    }

    pub(super) fn finish(self) -> Reading {
        Reading {
            resources: self.entries.into_iter().map(|entry| entry.derived).collect(),
            left: self.left,
            doubts: self.doubts,
        }
    }
}

/// The mark of what was sent for training or for finding faults, and not for care: MSH-11, table HL70103.
fn test_data(processing: &str) -> Option<Tree> {
    let mark = Tree::object([
        (
            "system",
            Tree::text("http://terminology.hl7.org/CodeSystem/v3-ActReason"),
        ),
        ("code", Tree::text("HTEST")),
    ]);
    matches!(processing, "T" | "D").then(|| Tree::Array(vec![mark]))
}

/// Names that things have in one message. A name that is given to two things there names neither of them.
#[derive(Default)]
pub(super) struct Names(HashMap<String, usize>);

impl Names {
    pub(super) fn count(&mut self, name: &str) {
        *self.0.entry(name.to_owned()).or_default() += 1;
    }

    /// The address of a thing: by its name, or by its place where it has none for itself.
    pub(super) fn address(
        &self,
        message: &Message,
        segment: &Segment,
        name: Option<&str>,
        resource_type: &str,
    ) -> String {
        let alone = |name: &&str| self.0.get(*name).copied().unwrap_or_default() <= 1;
        match name.filter(alone) {
            Some(name) => address(&message.sender, name, resource_type),
            None => address(&message.source, &message.place(segment), resource_type),
        }
    }
}
