//! A check-in that the record carries: asked by somebody who was let in, answered by the person.

use crate::entering::{Left, comes_back, left};
use crate::given::{Scratch, scratch};
use crate::relay::{chart, relay};
use pocketchart::{
    Chart, CheckinOutcome, CheckinRequest, CheckinResponse, CheckinSendError, CheckinToSend, EditError,
    ItemStatus, Operations, Section,
};

const REQUEST: &str = r#"{"type":"smart-health-checkin-request","version":"1","id":"urn:uuid:1", "purpose":"Your visit",
    "fhirVersions":["4.0.1"],"items":[{"id":"allergies","title":"Your allergies","accept":["application/fhir+json"],
    "content":{"kind":"selection.fhir","resourceTypes":["AllergyIntolerance"]}}]}"#;
const CALL: &str = "https://call.example/room-7";
pub(crate) const WHOLE: Operations = Operations::READ
    .union(Operations::FUTURE)
    .union(Operations::APPEND);

fn asked(call: Option<&str>) -> CheckinToSend<'_> {
    CheckinToSend {
        request: REQUEST,
        until: u64::MAX,
        call,
    }
}

/// Clinics that took a grant which lets them ask and read answers, while the phone was off.
pub(crate) fn clinics(left: &Left, count: usize) -> Vec<(Chart, Scratch)> {
    let taken = (0..count).map(|number| {
        let ((mut desk, _desk), place) = (chart(), scratch());
        let redeemed = left.take(&mut desk, &place, &format!("Clinic {number}")).unwrap();
        (redeemed.chart.unwrap(), place)
    });
    taken.collect()
}

/// How many check-ins hold.
fn listed(chart: &Chart) -> u64 {
    let overview = chart.sections().unwrap();
    let section = overview.iter().find(|it| it.section == Section::CheckIns);
    section.unwrap().current
}

pub(crate) fn exchange(chart: &mut Chart) {
    chart.sync_by_relay(None).unwrap();
}

fn answers(phone: &mut Chart) -> CheckinResponse {
    let came = phone.checkins_that_came().unwrap().remove(0);
    let mut draft = phone.checkin(came.request).unwrap();
    draft.give("allergies", true).unwrap();
    let response = phone.answer_checkin(&draft).unwrap();
    phone.send_checkin_back(came.id, &response).unwrap();
    response
}

#[test]
fn what_a_clinic_asks_in_the_record_is_answered_there_once_while_the_other_is_off() {
    let relay = relay();
    let left = left(&relay.url, vec![(Section::CheckIns, WHOLE)], 1);
    let (mut clinic, _place) = clinics(&left, 1).remove(0);
    let entry = clinic.ask_checkin(&asked(Some(CALL))).unwrap();
    assert_eq!(
        clinic.ask_checkin(&asked(Some(CALL))).unwrap(),
        entry,
        "asked once"
    );
    assert!(
        clinic.checkins_that_came().unwrap().is_empty(),
        "it asks itself nothing"
    );
    exchange(&mut clinic);

    let mut phone = left.on();
    let before = listed(&phone);
    assert_eq!(phone.ask_relay().unwrap().arrived.len(), 1);
    exchange(&mut phone);
    let came = phone.checkins_that_came().unwrap();
    assert_eq!(came.len(), 1);
    assert_eq!(
        (came[0].id, came[0].by.name.as_deref(), came[0].call.as_deref()),
        (entry, Some("Clinic 0"), Some(CALL))
    );
    assert_eq!(came[0].request, CheckinRequest::read(REQUEST).unwrap());
    assert!(came[0].answered.is_none());
    assert_eq!(
        listed(&phone),
        before,
        "what is asked is no part of what the record says"
    );

    let response = answers(&mut phone);
    assert!(phone.checkins_that_came().unwrap()[0].answered.is_some());
    let twice = phone.send_checkin_back(entry, &response).unwrap_err();
    assert!(matches!(twice, CheckinSendError::Answered), "{twice:?}");
    // The clinic has written nothing since, and gets it all the same: it may read what comes later.
    exchange(&mut phone);
    exchange(&mut clinic);
    let back = clinic.checkins_back().unwrap();
    assert_eq!(back.len(), 1);
    assert!(back[0].by.is_patient);
    assert_eq!(back[0].json, response.write());
    CheckinResponse::read(&back[0].json, &came[0].request).unwrap();
}

#[test]
fn two_that_meet_need_no_relay() {
    let relay = relay();
    let left = left(&relay.url, vec![(Section::CheckIns, WHOLE)], 1);
    let (mut clinic, _place) = clinics(&left, 1).remove(0);
    let mut phone = left.on();
    phone.ask_relay().unwrap();
    clinic.ask_checkin(&asked(None)).unwrap();
    comes_back(&mut phone, &mut clinic);
    let response = answers(&mut phone);
    comes_back(&mut phone, &mut clinic);
    assert_eq!(clinic.checkins_back().unwrap()[0].json, response.write());
}

#[test]
fn what_somebody_else_writes_as_an_answer_is_none() {
    let relay = relay();
    let left = left(&relay.url, vec![(Section::CheckIns, WHOLE)], 2);
    let mut clinics = clinics(&left, 2);
    clinics[0].0.ask_checkin(&asked(None)).unwrap();
    exchange(&mut clinics[0].0);
    let mut phone = left.on();
    phone.ask_relay().unwrap();
    comes_back(&mut phone, &mut clinics[0].0);
    comes_back(&mut phone, &mut clinics[1].0);

    let came = clinics[1].0.checkins_that_came().unwrap().remove(0);
    let declined = ItemStatus {
        item: "allergies".into(),
        outcome: CheckinOutcome::Declined,
        message: None,
    };
    let forged = CheckinResponse::new(&came.request, Vec::new(), vec![declined]).unwrap();
    clinics[1].0.send_checkin_back(came.id, &forged).unwrap();
    comes_back(&mut phone, &mut clinics[1].0);
    comes_back(&mut phone, &mut clinics[0].0);
    assert!(
        clinics[0].0.checkins_back().unwrap().is_empty(),
        "the other clinic's"
    );
    let response = answers(&mut phone);
    comes_back(&mut phone, &mut clinics[0].0);
    let back = clinics[0].0.checkins_back().unwrap();
    assert_eq!(
        back.iter().map(|it| &it.json).collect::<Vec<_>>(),
        [&response.write()]
    );
}

#[test]
fn what_is_over_malformed_or_not_allowed_goes_nowhere() {
    let relay = relay();
    let whole = left(&relay.url, vec![(Section::CheckIns, WHOLE)], 1);
    let (mut clinic, _place) = clinics(&whole, 1).remove(0);
    let broken = CheckinToSend {
        request: "{",
        ..asked(None)
    };
    assert!(clinic.ask_checkin(&broken).is_err());
    let over = CheckinToSend {
        until: 1_000,
        ..asked(None)
    };
    let entry = clinic.ask_checkin(&over).unwrap();
    // An address that is none of a secure page is not passed on; what is no request is not shown.
    clinic.ask_checkin(&asked(Some("javascript:alert(1)"))).unwrap();
    let other = CheckinToSend {
        request: r#"{"type":"something else"}"#,
        ..asked(None)
    };
    clinic.ask_checkin(&other).unwrap();
    exchange(&mut clinic);
    let mut phone = whole.on();
    phone.ask_relay().unwrap();
    exchange(&mut phone);
    let came = phone.checkins_that_came().unwrap();
    assert_eq!(came.len(), 2);
    assert!(came.iter().all(|it| it.call.is_none()));
    assert!(matches!(
        phone.checkin_to_answer(entry),
        Err(CheckinSendError::Over)
    ));

    let notes = left(&relay.url, vec![(Section::Notes, Operations::APPEND)], 1);
    let (mut clinic, _place) = clinics(&notes, 1).remove(0);
    assert!(matches!(clinic.ask_checkin(&asked(None)), Err(EditError::NoKey)));
}
