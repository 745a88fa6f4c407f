//! ADT: a visit with its diagnoses, allergies and contacts.

use super::allergy::{self, allergy};
use super::diagnosis::{self, diagnosis};
use super::draft::{Draft, Names};
use super::encounter::encounter;
use super::message::Message;
use super::patient::{Subject, patient};
use super::relative::{self, relative};
use crate::reading::Why;

/// Reads a message about a visit. `visit` says whether its event is about one; else PV1 is not taken over.
pub(super) fn admission(draft: &mut Draft, message: &Message, visit: bool) {
    let mut subject = None;
    for segment in &message.segments {
        match segment.name {
            "PID" if subject.is_none() => subject = patient(draft, message, segment),
            "PID" => draft.leave(message, segment, "PID", Why::AnotherPerson),
            "MSH" | "EVN" | "AL1" | "IAM" | "DG1" | "NK1" => {}
            "PV1" | "PV2" if visit => {}
            _ => draft.leave(message, segment, segment.name, Why::NoMapping),
        }
    }
    let Some(subject) = subject else {
        for segment in &message.segments {
            if matches!(segment.name, "AL1" | "IAM" | "DG1" | "NK1") {
                draft.leave(message, segment, segment.name, Why::AnotherPerson);
            }
        }
        return;
    };
    relatives(draft, message, &subject);
    let mut names = Names::default();
    for segment in &message.segments {
        let name = match segment.name {
            "AL1" | "IAM" => allergy::name(&subject, segment),
            "DG1" => diagnosis::name(&subject, message, segment),
            _ => None,
        };
        if let Some(name) = name {
            names.count(&name);
        }
    }
    let place = match message.first("PV1").filter(|_| visit) {
        Some(pv1) => encounter(draft, message, pv1, &subject, &names),
        None => None,
    };
    for segment in &message.segments {
        match segment.name {
            "AL1" | "IAM" => allergy(draft, message, segment, &subject, &names),
            "DG1" => diagnosis(draft, message, segment, &subject, place.as_deref(), &names),
            _ => {}
        }
    }
}

/// The contacts of a message.
pub(super) fn relatives(draft: &mut Draft, message: &Message, subject: &Subject) {
    let contacts = || message.segments.iter().filter(|segment| segment.name == "NK1");
    let mut names = Names::default();
    for name in contacts().filter_map(|nk1| relative::name(subject, nk1)) {
        names.count(&name);
    }
    for nk1 in contacts() {
        relative(draft, message, nk1, subject, &names);
    }
}
