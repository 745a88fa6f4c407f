//! Patients and the clinic write to each other through the record that the patient opened.

use crate::patients::{PASSCODE, Phone, outcome};
use crate::relay::Relay;
use crate::visits::opens;
use crate::world::{Browser, Got, PASSWORD, World};
use pocketchart::{EntryId, GrantId, MessageThread, MessageTo, NewMessage, Operations, Section};
use serde_json::{Value, json};
use std::thread;
use std::time::Duration;

const COPY: Operations = Operations::EXTRACT;
const APPEND: Operations = Operations::APPEND;
const WHOLE: Operations = Operations::READ
    .union(Operations::FUTURE)
    .union(Operations::APPEND);
const SCOPE: [(Section, Operations); 2] = [(Section::Profile, COPY), (Section::Messages, WHOLE)];
const STEP: Duration = Duration::from_millis(100);

/// The phone is on while something is done at the desk.
fn while_on<T: Send>(phone: &mut Phone, work: impl FnOnce() -> T + Send) -> T {
    thread::scope(|scope| {
        let working = scope.spawn(work);
        while !working.is_finished() {
            let wait = Duration::from_millis(300);
            // Nobody may come in that time.
            let _ = phone
                .chart
                .serve(&phone.listener, wait, &mut |_| panic!("nobody asks"), &|_| {});
        }
        working.join().unwrap()
    })
}

fn of(chart: GrantId) -> String {
    format!("/api/charts/{chart}/messages")
}

/// Writes a message under a name of this digit.
fn writes(desk: &Browser, chart: GrantId, digit: char, message: &Value) -> Got {
    let name = digit.to_string().repeat(32);
    desk.send("PUT", &format!("{}/{name}", of(chart)), message)
}

fn says(desk: &Browser, chart: GrantId, text: &str) -> Value {
    writes(desk, chart, '1', &json!({ "text": text })).is(200)
}

/// What stands in a thread: who says what.
fn said(messages: &Value, thread: usize) -> Vec<(String, String)> {
    let all = messages["threads"][thread]["messages"].as_array().unwrap();
    let text = |it: &Value| it.as_str().unwrap().to_owned();
    all.iter()
        .map(|it| (text(&it["from"]), text(&it["text"])))
        .collect()
}

fn of_both(clinic: &str, patient: &str) -> Vec<(String, String)> {
    vec![
        ("clinic".to_owned(), clinic.to_owned()),
        ("patient".to_owned(), patient.to_owned()),
    ]
}

/// Waits until it is so.
fn comes_to(desk: &Browser, path: &str, is: impl Fn(&Value) -> bool) -> Value {
    for _ in 0..300 {
        let seen = desk.get(path).is(200);
        if is(&seen) {
            return seen;
        }
        thread::sleep(STEP);
    }
    panic!("it stands as {}", desk.get(path).is(200));
}

fn has_arrived(messages: &Value) -> bool {
    !messages["threads"][0]["messages"][0]["arrived"].is_null()
}

fn threads(phone: &Phone) -> Vec<MessageThread> {
    phone.chart.messages().unwrap()
}

fn sends(phone: &mut Phone, to: MessageTo, text: &str) -> EntryId {
    let message = NewMessage {
        to,
        text,
        by: None,
        name: None,
    };
    phone.chart.write_message(&message).unwrap()
}

/// Takes a grant at a relay.
fn takes(desk: &Browser, code: &str) {
    let scan = json!({ "code": code, "passcode": PASSCODE });
    let begun = desk.post("/api/scan", &scan).is(202);
    let given = outcome(desk, begun["scan"].as_str().unwrap());
    assert_eq!(given["state"], "given", "{given}");
}

fn log(ada: &Browser) -> String {
    ada.get("/api/audit?limit=200").is(200).to_string()
}

#[test]
fn what_the_front_desk_writes_is_answered_by_the_patient_and_read_by_a_clinician() {
    let (world, ada) = World::with_administrator();
    let front = world.member(&ada, "fay", "front-desk");
    let cleo = world.member(&ada, "cleo", "clinician");
    let mut phone = Phone::new(&world, "phone");
    let chart = opens(&mut phone, &front, &SCOPE);
    let path = of(chart);
    assert_eq!(ada.get(&path).refuses(403), "desk-not-for-role");
    assert_eq!(ada.get("/api/messages").refuses(403), "desk-not-for-role");
    assert_eq!(
        writes(&ada, chart, '1', &json!({ "text": "Hello" })).refuses(403),
        "desk-not-for-role"
    );
    let text = "Please come <b>without</b> breakfast.\nWater is fine. \u{202e}";
    while_on(&mut phone, || {
        assert_eq!(front.get(&path).is(200), json!({ "way": "ready", "threads": [] }));
        let seen = says(&front, chart, text);
        assert_eq!(said(&seen, 0), [("clinic".to_owned(), text.to_owned())]);
        assert_eq!(seen["threads"][0]["messages"][0]["by"], "fay");
        comes_to(&front, &path, has_arrived);
    });
    let came = threads(&phone);
    assert_eq!(
        (came[0].with.name.as_deref(), came[0].messages[0].who.as_deref()),
        (Some("Lakeside Clinic"), Some("fay"))
    );
    assert_eq!(came[0].messages[0].text, text, "as it was written");

    sends(
        &mut phone,
        MessageTo::Answer(came[0].messages[0].id),
        "May I take my Prednisone 1.50 mg?",
    );
    let both = of_both(text, "May I take my Prednisone 1.50 mg?");
    let entry = while_on(&mut phone, || {
        let seen = front.post(&format!("{path}/look"), &json!({})).is(200);
        assert_eq!(said(&seen, 0), both);
        let lines = cleo.get("/api/messages").is(200);
        assert_eq!(
            (&lines[0]["chart"], &lines[0]["unread"], &lines[0]["open"]),
            (&json!(chart.to_string()), &json!(1), &json!(true)),
            "{lines:#}"
        );
        let answer = &cleo.get(&path).is(200)["threads"][0]["messages"][1];
        assert_eq!(
            (&answer["unread"], &answer["by"]),
            (&json!(true), &Value::Null),
            "seen is not read"
        );
        answer["entry"].clone()
    });
    while_on(&mut phone, || {
        let read = json!({ "entries": [entry, "another"] });
        let seen = cleo.post(&format!("{path}/read"), &read).is(200);
        assert_eq!(seen["threads"][0]["messages"][1]["unread"], false);
        assert_eq!(cleo.get("/api/messages").is(200)[0]["unread"], 0);
        // The section itself, with what others wrote in it, is still the clinicians'.
        let section = format!("/api/charts/{chart}/sections/messages");
        assert_eq!(front.get(&section).refuses(403), "desk-not-for-role");
        cleo.get(&section).is(200);
        let answer = json!({ "text": "Yes.", "answers": entry });
        let seen = writes(&cleo, chart, '2', &answer).is(200);
        assert_eq!(
            (seen["threads"].as_array().unwrap().len(), said(&seen, 0).len()),
            (1, 3)
        );
    });
    let log = log(&ada);
    for action in [
        "message-written",
        "message-arrived",
        "message-came",
        "messages-viewed",
        "messages-listed",
        "messages-read",
    ] {
        assert!(log.contains(action), "{action}");
    }
    for secret in ["breakfast", "Prednisone"] {
        assert!(
            !log.contains(secret) && !world.holds(secret),
            "{secret} is not sealed"
        );
    }
}

#[test]
fn a_relay_carries_messages_while_the_other_side_is_off() {
    let relay = Relay::new();
    let (mut world, ada) = World::with_administrator();
    let mut front = world.member(&ada, "fay", "front-desk");
    let mut phone = Phone::new(&world, "phone");
    phone.chart.use_relay(Some(&relay.url)).unwrap();
    let (chart, code) = phone.grant_at_relay(&SCOPE);
    takes(&front, &code);
    let path = of(chart);
    says(&front, chart, "Please come at nine.");
    // Posted, and not there yet.
    let seen = front.post(&format!("{path}/look"), &json!({})).is(200);
    assert!(!has_arrived(&seen), "{seen:#}");
    world.stop();

    phone.chart.ask_relay().unwrap();
    phone.chart.sync_by_relay(None).unwrap();
    let came = threads(&phone);
    assert_eq!(came[0].messages[0].text, "Please come at nine.");
    sends(&mut phone, MessageTo::Answer(came[0].messages[0].id), "I will.");
    // The patient begins something, too.
    let clinic = phone.chart.correspondents().remove(0).id;
    sends(&mut phone, MessageTo::Author(clinic), "Where do I park?");
    phone.chart.sync_by_relay(None).unwrap();

    world.start();
    front = world.browser();
    front.sign_in("fay", PASSWORD);
    let seen = comes_to(&front, "/api/messages", |it| it[0]["unread"] == 2);
    assert_eq!(seen[0]["chart"], json!(chart.to_string()), "nobody looked");
    let seen = comes_to(&front, &path, |it| it["threads"].as_array().unwrap().len() == 2);
    let all = [said(&seen, 0), said(&seen, 1)];
    assert!(
        all.contains(&of_both("Please come at nine.", "I will.")),
        "{all:?}"
    );
    assert!(
        all.contains(&vec![("patient".to_owned(), "Where do I park?".to_owned())]),
        "{all:?}"
    );
}

#[test]
fn what_the_patient_does_not_allow_is_said_before_anything_is_written() {
    let (world, ada) = World::with_administrator();
    let front = world.member(&ada, "fay", "front-desk");
    let scopes = [
        (vec![(Section::Profile, COPY)], "no-record"),
        (vec![(Section::Messages, APPEND)], "not-allowed"),
        (
            vec![(Section::Messages, Operations::READ | Operations::FUTURE)],
            "not-allowed",
        ),
        (
            vec![(Section::Messages, Operations::READ | APPEND)],
            "not-allowed",
        ),
        (vec![(Section::Notes, WHOLE)], "not-allowed"),
    ];
    for (number, (scope, way)) in scopes.iter().enumerate() {
        let mut phone = Phone::new(&world, &format!("phone {number}"));
        let chart = opens(&mut phone, &front, scope);
        assert_eq!(front.get(&of(chart)).is(200)["way"], *way, "{scope:?}");
        let refused = writes(&front, chart, '1', &json!({ "text": "Hello" })).refuses(409);
        assert_eq!(refused, format!("desk-message-{way}"), "{scope:?}");
    }
    assert_eq!(front.get("/api/messages").is(200), json!([]));
    assert!(!log(&ada).contains("message-written"));
}

#[test]
fn a_message_is_written_once_and_not_if_it_says_nothing_or_too_much() {
    let relay = Relay::new();
    let (world, ada) = World::with_administrator();
    let front = world.member(&ada, "fay", "front-desk");
    let mut phone = Phone::new(&world, "phone");
    phone.chart.use_relay(Some(&relay.url)).unwrap();
    let (chart, code) = phone.grant_at_relay(&SCOPE);
    takes(&front, &code);
    let longest = "é".repeat(5_000);
    let longer = format!("{longest}é");
    for (text, status, id) in [
        ("", 422, "desk-message-empty"),
        (" \n ", 422, "desk-message-empty"),
        (longer.as_str(), 422, "desk-message-too-long"),
    ] {
        assert_eq!(
            writes(&front, chart, '1', &json!({ "text": text })).refuses(status),
            id
        );
    }
    let nowhere = json!({ "text": "Hello", "answers": "nothing" });
    assert_eq!(
        writes(&front, chart, '1', &nowhere).refuses(404),
        "desk-message-none"
    );
    let unknown = json!({ "text": "Hello", "to": "somebody" });
    assert_eq!(
        writes(&front, chart, '1', &unknown).refuses(400),
        "desk-malformed"
    );
    assert_eq!(front.get(&of(chart)).is(200)["threads"], json!([]));
    for _ in 0..2 {
        assert_eq!(said(&says(&front, chart, &longest), 0).len(), 1);
    }
    let other = json!({ "text": "Something else" });
    assert_eq!(
        writes(&front, chart, '1', &other).refuses(409),
        "desk-message-taken"
    );
    let written = log(&ada).matches("message-written").count();
    assert_eq!(written, 1);
}

#[test]
fn with_the_chart_goes_what_the_patient_wrote_and_what_the_clinic_wrote_stays() {
    let relay = Relay::new();
    let (world, ada) = World::with_administrator();
    let front = world.member(&ada, "fay", "front-desk");
    let mut phone = Phone::new(&world, "phone");
    phone.chart.use_relay(Some(&relay.url)).unwrap();
    let (chart, code) = phone.grant_at_relay(&SCOPE);
    takes(&front, &code);
    let path = of(chart);
    says(&front, chart, "Please come at nine.");
    front.post(&format!("{path}/look"), &json!({})).is(200);
    phone.chart.ask_relay().unwrap();
    phone.chart.sync_by_relay(None).unwrap();
    let seen = front.post(&format!("{path}/look"), &json!({})).is(200);
    assert!(has_arrived(&seen), "{seen:#}");
    let first = threads(&phone)[0].messages[0].id;
    sends(&mut phone, MessageTo::Answer(first), "I take Prednisone.");
    phone.chart.sync_by_relay(None).unwrap();
    let seen = front.post(&format!("{path}/look"), &json!({})).is(200);
    assert_eq!(
        said(&seen, 0),
        of_both("Please come at nine.", "I take Prednisone.")
    );
    let answer = seen["threads"][0]["messages"][1]["entry"].clone();
    writes(
        &front,
        chart,
        '2',
        &json!({ "text": "Bring it.", "answers": answer }),
    )
    .is(200);

    front.delete(&format!("/api/charts/{chart}")).is(200);
    let left = front.get(&path).is(200);
    assert_eq!(left["way"], "ended");
    let clinic = |text: &str| ("clinic".to_owned(), text.to_owned());
    assert_eq!(
        said(&left, 0),
        [clinic("Please come at nine."), clinic("Bring it.")]
    );
    assert!(has_arrived(&left), "as far as it was known: {left:#}");
    assert!(!left.to_string().contains("Prednisone"));
    let lines = front.get("/api/messages").is(200);
    assert_eq!(
        (&lines[0]["open"], &lines[0]["unread"]),
        (&json!(false), &json!(0))
    );
    assert_eq!(
        writes(&front, chart, '3', &json!({ "text": "Hello" })).refuses(410),
        "desk-chart-ended"
    );
    for act in ["look", "read"] {
        let refused = front.post(&format!("{path}/{act}"), &json!({ "entries": [] }));
        assert_eq!(refused.refuses(410), "desk-chart-ended");
    }
    assert_eq!(std::fs::read_dir(world.data().join("charts")).unwrap().count(), 0);
    let database = rusqlite::Connection::open(world.data().join("desk.sqlite")).unwrap();
    let count = |table: &str| -> i64 {
        let sql = format!("SELECT COUNT(*) FROM {table}");
        database.query_row(&sql, [], |row| row.get(0)).unwrap()
    };
    assert_eq!((count("inbox"), count("message")), (0, 2));
}
