//! What stands in the log, in words.

use super::Words;
use pocketchart::{Action, AuditFault, AuditView, DeviceId, Outcome, Section};
use pocketchart_strings::Message;
use serde_json::{Value, json};

/// What happened, how it ended and why, in a line.
pub(crate) fn sentence(words: Words<'_>, event: &AuditView) -> String {
    let mut sentences = vec![words.show(&happened(
        event.action,
        &who(words, event),
        &sections(words, &event.sections),
        &words.show(&Message::AuditEntries {
            count: event.count.into(),
        }),
    ))];
    if let Some(via) = &event.via {
        sentences.push(words.show(&Message::AuditVia {
            name: via.name.as_str().into(),
        }));
    }
    let ended = match event.outcome {
        Outcome::Begun => Some(Message::AuditEndedBegun),
        Outcome::Failed => Some(Message::AuditEndedFailed),
        Outcome::Refused if event.action != Action::Refused => Some(Message::AuditEndedRefused),
        _ => None,
    };
    sentences.extend(ended.map(|it| words.show(&it)));
    if let Some(reason) = &event.reason {
        // Of a refusal the log has the id.
        let reason = match event.action {
            Action::Refused => words.code("unwilling-", reason),
            _ => reason.clone(),
        };
        sentences.push(words.show(&Message::AuditReason {
            reason: reason.as_str().into(),
        }));
    }
    sentences.join(" ")
}

fn happened<'a>(action: Action, who: &'a str, sections: &'a str, entries: &'a str) -> Message<'a> {
    let (who, sections, entries) = (who.into(), sections.into(), entries.into());
    match action {
        Action::GrantMade => Message::AuditGrantMade { sections },
        Action::GrantEnded => Message::AuditGrantEnded { sections },
        Action::CodeAsked => Message::AuditCodeAsked { who, sections },
        Action::Refused => Message::AuditRefused { who, sections },
        Action::DisclosedExtract => Message::AuditDisclosedExtract {
            who,
            sections,
            entries,
        },
        Action::DisclosedRead => Message::AuditDisclosedRead {
            who,
            sections,
            entries,
        },
        Action::ReceivedVisit => Message::AuditReceivedVisit {
            who,
            sections,
            entries,
        },
        Action::HeldVisit => Message::AuditHeldVisit {
            who,
            sections,
            entries,
        },
        Action::EmergencyOverride => Message::AuditEmergencyOverride {
            who,
            sections,
            entries,
        },
        Action::CardMade => Message::AuditCardMade { sections },
        Action::Exported => Message::AuditExported { sections, entries },
        Action::BackedUp => Message::AuditBackedUp,
        Action::DeviceAdded => Message::AuditDeviceAdded { who },
        Action::DeviceLost => Message::AuditDeviceLost { who },
        Action::ProxyAdded => Message::AuditProxyAdded { who },
        Action::ProxyEnded => Message::AuditProxyEnded { who },
        Action::WordsReplaced => Message::AuditWordsReplaced,
        Action::DateConfirmed => Message::AuditDateConfirmed,
        Action::PutBack => Message::AuditPutBack,
        Action::RelayReported => Message::AuditRelayReported { who, sections },
        Action::LinkMade => Message::AuditLinkMade { sections, entries },
        Action::LinkChanged => Message::AuditLinkChanged { sections, entries },
        Action::LinkManaged => Message::AuditLinkManaged { sections },
        Action::ContactsNamed => Message::AuditContactsNamed { entries },
        Action::IncapacityPrepared => Message::AuditIncapacityPrepared { who, sections },
        Action::IncapacityEnded => Message::AuditIncapacityEnded,
        Action::RecoveryRefused => Message::AuditRecoveryRefused,
        Action::CopyRenewed => Message::AuditCopyRenewed { sections, entries },
        Action::DeletionSaid => Message::AuditDeletionSaid { who, sections },
        Action::EmergencyStopped => Message::AuditEmergencyStopped,
        Action::Recovered => Message::AuditRecovered,
        Action::HealthCardMade => Message::AuditHealthCardMade { sections, entries },
    }
}

/// By the name that they give themselves.
fn who(words: Words<'_>, event: &AuditView) -> String {
    match &event.actor_name {
        Some(name) => format!("“{name}”"),
        None => words.show(&Message::WhoUnknown),
    }
}

fn sections(words: Words<'_>, sections: &[Section]) -> String {
    if sections.is_empty() {
        words.show(&Message::AuditNoSection)
    } else if sections.len() == Section::ALL.len() {
        words.show(&Message::AuditWholeRecord)
    } else {
        let names: Vec<String> = sections.iter().map(|it| words.section(*it)).collect();
        names.join(", ")
    }
}

/// What is wrong with a log.
pub(crate) fn fault(words: Words<'_>, fault: &AuditFault) -> String {
    words.show(&match *fault {
        AuditFault::Altered { number } => Message::AuditAltered {
            number: number.into(),
        },
        AuditFault::Missing { first, last } => Message::AuditMissing {
            first: first.into(),
            last: last.into(),
        },
        AuditFault::CutOff { last, witnessed } => Message::AuditCutOff {
            last: last.into(),
            witnessed: witnessed.into(),
        },
        AuditFault::Forked { number } => Message::AuditForked {
            number: number.into(),
        },
        _ => return fault.to_string(),
    })
}

/// An event as a document.
pub(crate) fn document(event: &AuditView) -> Value {
    json!({
        "number": event.number, "time": event.time, "ended": event.ended, "action": event.action.id(),
        "actor": event.actor.map(|it| DeviceId(it).to_hex()), "name": event.actor_name,
        "grant": event.grant.map(|it| it.to_string()), "reason": event.reason,
        "sections": event.sections.iter().map(|it| it.name()).collect::<Value>(),
        "via": event.via.as_ref().map(|it| json!({ "key": DeviceId(it.key).to_hex(), "name": it.name })),
        "count": event.count, "purpose": event.purpose.id(), "outcome": event.outcome.id(),
    })
}
