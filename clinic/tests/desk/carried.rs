//! A check-in goes to the patient through the record that they opened, and the answer comes back that way.

use crate::checkins::made;
use crate::patients::{HOUR, PASSCODE, Phone, WAIT, outcome};
use crate::relay::Relay;
use crate::visits::{opens, takes_it_in};
use crate::world::{Browser, Got, PASSWORD, World};
use pocketchart::{CheckinCame, GrantId, Operations, Section, Served};
use serde_json::{Value, json};
use std::thread;
use std::time::Duration;

const COPY: Operations = Operations::EXTRACT;
const APPEND: Operations = Operations::APPEND;
const WHOLE: Operations = Operations::READ
    .union(Operations::FUTURE)
    .union(Operations::APPEND);
const SCOPE: [(Section, Operations); 2] = [(Section::Profile, COPY), (Section::CheckIns, WHOLE)];
const CALL: &str = "https://call.example/room-7";
const STEP: Duration = Duration::from_millis(100);

fn asks(chart: GrantId) -> Value {
    json!({
        "chart": chart.to_string(), "purpose": "Your video visit on Monday", "hours": 48, "call": CALL,
        "items": [{ "id": "allergies", "title": "Your allergies", "resource_types": ["AllergyIntolerance"] }],
    })
}

fn send(desk: &Browser, path: &str) -> Got {
    desk.post(&format!("{path}/send"), &json!({}))
}

/// Waits until the patient's device has said that it is there.
fn arrives(desk: &Browser, path: &str) {
    for _ in 0..200 {
        if desk.get(path).is(200)["record"]["way"] == "arrived" {
            return;
        }
        thread::sleep(STEP);
    }
    panic!("it stands as {}", desk.get(path).is(200));
}

/// The patient gives allergies.
fn answers(phone: &mut Phone, came: &CheckinCame) -> String {
    let mut draft = phone.chart.checkin(came.request.clone()).unwrap();
    draft.give("allergies", true).unwrap();
    let response = phone.chart.answer_checkin(&draft).unwrap();
    phone.chart.send_checkin_back(came.id, &response).unwrap();
    response.write()
}

/// The desk looks, and the phone is there.
fn looks(phone: &mut Phone, desk: &Browser, path: &str) -> Got {
    thread::scope(|scope| {
        let looking = scope.spawn(|| send(desk, path));
        let served = phone
            .chart
            .serve(&phone.listener, WAIT, &mut |_| panic!("nobody asks"), &|_| {})
            .unwrap();
        assert!(matches!(served, Served::CameBack { .. }), "{served:?}");
        looking.join().unwrap()
    })
}

/// Takes a grant at a relay.
fn takes(desk: &Browser, code: &str) {
    let scan = json!({ "code": code, "passcode": PASSCODE });
    let begun = desk.post("/api/scan", &scan).is(202);
    let given = outcome(desk, begun["scan"].as_str().unwrap());
    assert_eq!(given["state"], "given", "{given}");
}

#[test]
fn what_is_asked_in_an_open_chart_is_answered_by_the_patients_device_and_proved() {
    let (world, ada) = World::with_administrator();
    let front = world.member(&ada, "fay", "front-desk");
    let cleo = world.member(&ada, "cleo", "clinician");
    let mut phone = Phone::new(&world, "phone");
    let chart = opens(&mut phone, &front, &SCOPE);
    let (path, _) = made(&front, &asks(chart));
    assert_eq!(front.get(&path).is(200)["record"], json!({ "way": "ready" }));
    assert_eq!(send(&ada, &path).refuses(403), "desk-not-for-role");

    let sent = send(&front, &path).is(200);
    assert_eq!(
        (&sent["state"], &sent["signed_by"]),
        (&json!("waiting"), &Value::Null)
    );
    takes_it_in(&mut phone);
    arrives(&front, &path);
    let came = phone.chart.checkins_that_came().unwrap().remove(0);
    assert_eq!(
        (came.by.name.as_deref(), came.call.as_deref()),
        (Some("Lakeside Clinic"), Some(CALL))
    );
    let request = String::from_utf8(front.get(&format!("{path}/request")).body).unwrap();
    assert_eq!(came.request, pocketchart::CheckinRequest::read(&request).unwrap());

    let answer = answers(&mut phone, &came);
    let seen = looks(&mut phone, &front, &path).is(200);
    assert_eq!(
        (
            &seen["state"],
            &seen["signed_by"],
            &seen["taken_by"],
            &seen["link"]
        ),
        (&json!("answered"), &json!("patient"), &Value::Null, &Value::Null),
        "{seen:#}"
    );
    assert_eq!(seen["items"][0]["given"]["outcome"], "fulfilled");
    let whole = cleo.get(&format!("{path}/answer"));
    assert_eq!(
        String::from_utf8(whole.body).unwrap(),
        answer,
        "as the patient signed it"
    );
    let read = cleo.post(&format!("{path}/read"), &json!({})).is(200);
    assert_eq!(
        (&read["state"], &read["signed_by"]),
        (&json!("read"), &json!("patient"))
    );
    assert_eq!(
        send(&front, &path).is(200)["state"],
        "read",
        "it looks, and takes nothing"
    );

    let log = ada.get("/api/audit?limit=200").is(200).to_string();
    for action in ["checkin-sent", "checkin-arrived", "checkin-answered"] {
        assert!(log.contains(action), "{action}");
    }
    for secret in ["Penicillin", "call.example", "video visit"] {
        assert!(!world.holds(secret), "{secret} is not sealed");
    }
}

#[test]
fn a_relay_carries_request_and_answer_while_the_other_side_is_off() {
    let relay = Relay::new();
    let (mut world, ada) = World::with_administrator();
    let mut front = world.member(&ada, "fay", "front-desk");
    let mut phone = Phone::new(&world, "phone");
    phone.chart.use_relay(Some(&relay.url)).unwrap();
    let (chart, code) = phone.grant_at_relay(&SCOPE);
    takes(&front, &code);
    let [first, second] = [1, 48].map(|hours| {
        let mut asks = asks(chart);
        asks["hours"] = json!(hours);
        made(&front, &asks).0
    });
    for path in [&first, &second] {
        send(&front, path).is(200);
    }
    // Posted, and not there yet.
    assert_eq!(send(&front, &second).is(200)["record"]["way"], "sent");
    world.stop();

    phone.chart.ask_relay().unwrap();
    phone.chart.sync_by_relay(None).unwrap();
    let came = phone.chart.checkins_that_came().unwrap();
    assert_eq!(came.len(), 2);
    let asked = |path: &str, front: &Browser| {
        let request = String::from_utf8(front.get(&format!("{path}/request")).body).unwrap();
        pocketchart::CheckinRequest::read(&request).unwrap().id
    };
    world.start();
    front.url = world.browser().url;
    arrives(&front, &second);
    // Each is answered, and the desk looks when the time of one is over: neither answer is taken for the other.
    let second_asks = asked(&second, &front);
    for came in &came {
        let answer = answers(&mut phone, came);
        assert!(answer.contains(&came.request.id));
    }
    assert!(came.iter().any(|it| it.request.id == second_asks));
    phone.chart.sync_by_relay(None).unwrap();
    world.pass(2 * HOUR);
    front = world.browser();
    front.sign_in("fay", PASSWORD);
    let seen = send(&front, &second).is(200);
    assert_eq!(
        (&seen["state"], &seen["signed_by"]),
        (&json!("answered"), &json!("patient")),
        "{seen:#}"
    );
    let late = send(&front, &first).is(200);
    assert_eq!(
        (&late["state"], &late["over"]),
        (&json!("waiting"), &json!(true)),
        "{late:#}"
    );
    let log = ada_of(&world).get("/api/audit?limit=200").is(200).to_string();
    assert!(!log.contains("checkin-refused"), "{log}");
}

fn ada_of(world: &World) -> Browser {
    let mut ada = world.browser();
    ada.sign_in("ada", PASSWORD);
    ada
}

#[test]
fn what_the_patient_does_not_allow_is_said_before_and_goes_by_the_link() {
    let (world, ada) = World::with_administrator();
    let front = world.member(&ada, "fay", "front-desk");
    let scopes = [
        vec![(Section::Profile, COPY)],
        vec![(Section::CheckIns, APPEND)],
        vec![(Section::CheckIns, Operations::READ | Operations::FUTURE)],
        vec![(Section::CheckIns, Operations::READ | APPEND)],
    ];
    for (number, scope) in scopes.iter().enumerate() {
        let mut phone = Phone::new(&world, &format!("phone {number}"));
        let chart = opens(&mut phone, &front, scope);
        let (path, link) = made(&front, &asks(chart));
        let (way, id) = match scope[0].0 {
            Section::CheckIns => ("not-allowed", "desk-checkin-not-allowed"),
            _ => ("no-chart", "desk-checkin-no-record"),
        };
        assert_eq!(front.get(&path).is(200)["record"]["way"], way, "{scope:?}");
        assert_eq!(send(&front, &path).refuses(409), id, "{scope:?}");
        assert_eq!(front.get(&link).status, 200, "the link is there");
    }
    let somebody = json!({ "whom": "Maria", "hours": 1, "items": asks(GrantId([0; 16]))["items"] });
    let (path, _) = made(&front, &somebody);
    assert_eq!(front.get(&path).is(200)["record"]["way"], "no-chart");
    assert_eq!(send(&front, &path).refuses(409), "desk-checkin-no-record");
    let log = ada.get("/api/audit?limit=200").is(200).to_string();
    assert!(!log.contains("checkin-sent"), "{log}");
}

#[test]
fn an_answer_in_the_record_is_not_taken_after_another() {
    let (world, ada) = World::with_administrator();
    let front = world.member(&ada, "fay", "front-desk");
    let mut phone = Phone::new(&world, "phone");
    let chart = opens(&mut phone, &front, &SCOPE);
    let (path, link) = made(&front, &asks(chart));
    send(&front, &path).is(200);
    takes_it_in(&mut phone);
    arrives(&front, &path);
    let came = phone.chart.checkins_that_came().unwrap().remove(0);
    let answer = answers(&mut phone, &came);
    // Whoever had the link was first.
    crate::checkins::brings_in(&world.browser(), &link, &answer).is(200);
    // The desk meets the phone for the sake of another check-in, and the signed answer to the first is there, too.
    let (other, _) = made(&front, &asks(chart));
    send(&front, &other).is(200);
    takes_it_in(&mut phone);
    arrives(&front, &other);
    let seen = send(&front, &path).is(200);
    assert_eq!(
        (&seen["state"], &seen["signed_by"]),
        (&json!("answered"), &Value::Null),
        "not proved"
    );
    let log = ada.get("/api/audit?limit=200").is(200).to_string();
    assert!(!log.contains("checkin-refused"), "{log}");

    // With the chart ends the way through it.
    front.delete(&format!("/api/charts/{chart}")).is(200);
    let seen = front.get(&other).is(200);
    assert_eq!(
        (&seen["state"], &seen["record"]["way"]),
        (&json!("waiting"), &json!("no-chart"))
    );
    assert_eq!(std::fs::read_dir(world.data().join("charts")).unwrap().count(), 0);
    assert_eq!(send(&front, &other).is(200)["state"], "waiting");
}
