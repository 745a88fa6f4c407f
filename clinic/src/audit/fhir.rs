//! An event as FHIR R4 `AuditEvent`.

use serde_json::{Value, json};

use super::{Action, Numbered};
use crate::staff::Role;

const DICOM: &str = "http://dicom.nema.org/resources/ontology/DCM";
/// The desk's own names of actions.
const ACTION: &str = "urn:pocketchart:desk-action";
const ENTITY: &str = "http://terminology.hl7.org/CodeSystem/audit-entity-type";

/// The type of an event (DICOM PS3.16, or FHIR's), what it did (create, read, update, delete, execute), and how it ended.
fn kind(action: Action) -> ((&'static str, &'static str), &'static str, &'static str) {
    const RECORD: (&str, &str) = (DICOM, "110110");
    const LOGIN: (&str, &str) = (DICOM, "110122");
    const SECURITY: (&str, &str) = (DICOM, "110113");
    match action {
        Action::Started => ((DICOM, "110120"), "E", "0"),
        Action::SignedIn => (LOGIN, "E", "0"),
        Action::SignInRefused => (LOGIN, "E", "4"),
        Action::SignedOut => ((DICOM, "110123"), "E", "0"),
        Action::PasswordChanged => ((DICOM, "110135"), "U", "0"),
        Action::AccountMade => (SECURITY, "C", "0"),
        Action::AccountChanged => (SECURITY, "U", "0"),
        Action::CodeScanned => ((DICOM, "110107"), "E", "0"),
        Action::ChartOpened => ((DICOM, "110107"), "C", "0"),
        Action::CodeRefused => ((DICOM, "110107"), "E", "4"),
        Action::ChartsListed | Action::ReceiptsListed => ((DICOM, "110112"), "E", "0"),
        Action::ChartViewed | Action::SectionViewed => (RECORD, "R", "0"),
        Action::Refused => (RECORD, "R", "4"),
        Action::ChartClosed | Action::ChartEnded | Action::ChartWithdrawn => (RECORD, "D", "0"),
        Action::AuditRead => ((DICOM, "110101"), "R", "0"),
        Action::VisitBegun => (RECORD, "C", "0"),
        Action::VisitsListed => ((DICOM, "110112"), "E", "0"),
        Action::VisitViewed => (RECORD, "R", "0"),
        Action::VisitSaved | Action::VisitSigned => (RECORD, "U", "0"),
        Action::VisitDiscarded => (RECORD, "D", "0"),
        Action::VisitChecked => (RECORD, "E", "0"),
        Action::VisitReturned => ((DICOM, "110106"), "E", "0"),
        Action::VisitNotReturned => ((DICOM, "110106"), "E", "4"),
    }
}

/// The resource. Charts are named by the desk's own names for them.
pub(super) fn audit_event(it: &Numbered, clinic: &str) -> Value {
    let ((system, code), action, outcome) = kind(it.event.action);
    let recorded = i64::try_from(it.event.at).ok();
    let recorded = recorded.and_then(|at| jiff::Timestamp::from_second(at).ok());
    let desk = json!({ "display": clinic });
    let agent = match &it.event.who {
        Some(who) => json!({
            "who": { "identifier": { "system": "urn:ietf:rfc:3986", "value": urn(&who.id.0) }, "display": who.name },
            "altId": who.login, "requestor": true, "role": [{ "text": role(who.role) }],
        }),
        None => json!({ "who": desk, "requestor": false }),
    };
    let charts = it.event.charts.iter().map(|chart| {
        let mut entity = json!({
            "what": { "identifier": { "system": "urn:ietf:rfc:3986", "value": urn(&chart.0) } },
            "type": { "system": ENTITY, "code": "1", "display": "Person" },
        });
        if let (Some(section), Value::Object(entity)) = (&it.event.section, &mut entity) {
            entity.insert(
                "detail".into(),
                json!([{ "type": "section", "valueString": section }]),
            );
        }
        entity
    });
    let accounts = it.event.account.iter().map(|account| {
        json!({
            "what": { "identifier": { "system": "urn:ietf:rfc:3986", "value": urn(&account.0) } },
            "type": { "system": ENTITY, "code": "2", "display": "System Object" },
        })
    });
    let entities: Vec<Value> = charts.chain(accounts).collect();
    let mut event = json!({
        "resourceType": "AuditEvent", "id": it.number.to_string(),
        "type": { "system": system, "code": code },
        "subtype": [{ "system": ACTION, "code": it.event.action }],
        "action": action, "recorded": recorded.map(|at| at.to_string()), "outcome": outcome,
        "agent": [agent], "source": { "observer": desk },
    });
    if let (false, Value::Object(event)) = (entities.is_empty(), &mut event) {
        event.insert("entity".into(), entities.into());
    }
    event
}

fn role(role: Role) -> &'static str {
    match role {
        Role::FrontDesk => "front desk",
        Role::Clinician => "clinician",
        Role::Administrator => "administrator",
    }
}

/// A name as a URN.
fn urn(bytes: &[u8; 16]) -> String {
    let hex = crate::id::hex(bytes);
    let part = |from: usize, to: usize| hex.get(from..to).unwrap_or_default();
    format!(
        "urn:uuid:{}-{}-{}-{}-{}",
        part(0, 8),
        part(8, 12),
        part(12, 16),
        part(16, 20),
        part(20, 32)
    )
}
