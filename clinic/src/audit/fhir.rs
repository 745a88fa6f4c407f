//! An event as FHIR R4 `AuditEvent`.

use serde_json::{Value, json};

use super::{Action, Numbered};
use crate::{id::Id, staff::Role};

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
        Action::PasskeyAdded => (SECURITY, "C", "0"),
        Action::PasskeyRemoved | Action::PasskeysTakenBack => (SECURITY, "D", "0"),
        Action::PasskeyCopied => (LOGIN, "E", "4"),
        Action::PasskeysRequired | Action::PasskeysOptional => (SECURITY, "U", "0"),
        Action::AccountMade => (SECURITY, "C", "0"),
        Action::AccountChanged => (SECURITY, "U", "0"),
        Action::CodeScanned => ((DICOM, "110107"), "E", "0"),
        Action::ChartOpened => ((DICOM, "110107"), "C", "0"),
        Action::CodeRefused => ((DICOM, "110107"), "E", "4"),
        Action::ChartsListed | Action::ReceiptsListed => ((DICOM, "110112"), "E", "0"),
        Action::ChartViewed | Action::SectionViewed => (RECORD, "R", "0"),
        Action::ChartSearched => ((DICOM, "110112"), "E", "0"),
        Action::TrendsViewed | Action::EntryViewed => (RECORD, "R", "0"),
        Action::Refused => (RECORD, "R", "4"),
        Action::ChartClosed | Action::ChartEnded | Action::ChartWithdrawn => (RECORD, "D", "0"),
        Action::PatientTold => ((DICOM, "110106"), "E", "0"),
        Action::PatientNotTold => ((DICOM, "110106"), "E", "4"),
        Action::AuditRead => ((DICOM, "110101"), "R", "0"),
        Action::EmergencyVouched => (SECURITY, "E", "0"),
        Action::BridgeSet | Action::BridgeRemoved | Action::BridgeKeySet => (SECURITY, "U", "0"),
        Action::PatientsSearched => ((DICOM, "110112"), "E", "0"),
        Action::LinkViewed | Action::OutboxListed | Action::MessageViewed => (RECORD, "R", "0"),
        Action::PatientLinked | Action::PatientUnlinked => (RECORD, "U", "0"),
        Action::PatientMade => (RECORD, "C", "0"),
        Action::SendingApproved | Action::SendingDecided => (RECORD, "U", "0"),
        Action::EntriesSent => ((DICOM, "110106"), "E", "0"),
        Action::EntriesHeld => ((DICOM, "110106"), "E", "4"),
        Action::VisitBegun => (RECORD, "C", "0"),
        Action::VisitsListed => ((DICOM, "110112"), "E", "0"),
        Action::VisitViewed => (RECORD, "R", "0"),
        Action::VisitSaved | Action::VisitSigned => (RECORD, "U", "0"),
        Action::VisitDiscarded => (RECORD, "D", "0"),
        Action::VisitChecked => (RECORD, "E", "0"),
        Action::VisitReturned => ((DICOM, "110106"), "E", "0"),
        Action::VisitNotReturned => ((DICOM, "110106"), "E", "4"),
        Action::CheckinMade => (RECORD, "C", "0"),
        Action::CheckinsListed => ((DICOM, "110112"), "E", "0"),
        Action::CheckinViewed | Action::CheckinFetched => (RECORD, "R", "0"),
        Action::CheckinSent => (RECORD, "U", "0"),
        Action::CheckinArrived => ((DICOM, "110106"), "E", "0"),
        Action::CheckinAnswered => ((DICOM, "110107"), "C", "0"),
        Action::CheckinRefused => ((DICOM, "110107"), "E", "4"),
        Action::CheckinRead => (RECORD, "U", "0"),
        Action::CheckinDiscarded => (RECORD, "D", "0"),
        Action::MessageWritten => (RECORD, "C", "0"),
        Action::MessageArrived => ((DICOM, "110106"), "E", "0"),
        Action::MessageCame => ((DICOM, "110107"), "C", "0"),
        Action::MessagesListed => ((DICOM, "110112"), "E", "0"),
        Action::MessagesViewed => (RECORD, "R", "0"),
        Action::MessagesRead => (RECORD, "U", "0"),
        Action::SystemRead => ((DICOM, "110112"), "E", "0"),
        Action::ChartCompared => (RECORD, "R", "0"),
        Action::ChartReconciled => (RECORD, "U", "0"),
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
            "who": { "identifier": { "system": "urn:ietf:rfc:3986", "value": urn(&who.id) }, "display": who.name },
            "altId": who.login, "requestor": true, "role": [{ "text": role(who.role) }],
        }),
        None => json!({ "who": desk, "requestor": false }),
    };
    let charts = it.event.charts.iter().map(|chart| {
        let mut entity = json!({
            "what": { "identifier": { "system": "urn:ietf:rfc:3986", "value": urn(chart) } },
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
    let objects = it.event.account.iter().chain(&it.event.checkin).map(|object| {
        json!({
            "what": { "identifier": { "system": "urn:ietf:rfc:3986", "value": urn(object) } },
            "type": { "system": ENTITY, "code": "2", "display": "System Object" },
        })
    });
    let patients = it.event.patient.iter().map(|patient| {
        let mut entity = json!({
            "what": { "reference": patient }, "type": { "system": ENTITY, "code": "1", "display": "Person" },
        });
        if let (Some(it), Value::Object(entity)) = (&it.event.compared, &mut entity) {
            let features = [
                ("identifier", it.identifier),
                ("name", it.name),
                ("birth-date", it.birth_date),
                ("gender", it.gender),
            ];
            let details = features.map(|(name, agrees)| json!({ "type": name, "valueString": agrees }));
            entity.insert("detail".into(), details.to_vec().into());
        }
        entity
    });
    let entities: Vec<Value> = charts.chain(objects).chain(patients).collect();
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
fn urn(id: &Id) -> String {
    format!("urn:uuid:{}", id.uuid())
}
