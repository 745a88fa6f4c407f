//! A clinic asks a patient through the record that they opened at a relay: phone, desk and relay are processes of their own.

use crate::clinic::{Browser, Desk, patient};
use crate::process::Machine;
use crate::relay::{grant_at_relay, relay};
use serde_json::{Value, json};

#[test]
fn a_clinic_asks_in_the_record_and_the_patient_answers_there_by_letters() {
    let machine = Machine::new();
    let running = relay(&machine, "127.0.0.1:0");
    let phone = patient(&machine);
    phone.ok(&["use-relay", &running.url]);
    let opened = "profile check-ins --read --later --append check-ins --for 4h";
    let (_, code) = grant_at_relay(&phone, opened);
    let desk = Desk::start(&machine);
    let cleo = Browser::clinician(&desk);
    let given = cleo.scan(&json!({ "code": code, "passcode": "424242" }));
    assert_eq!(given["state"], "given", "{given:#}");
    assert!(phone.says(&["checkin"]).contains("No clinic asks anything"));

    let asks = json!({
        "chart": given["chart"], "purpose": "Your visit \u{202e}on <b>Monday</b>", "hours": 2,
        "call": "https://call.example/room-7",
        "items": [{ "id": "allergies", "title": "Your allergies", "resource_types": ["AllergyIntolerance"] }],
    });
    let (status, made) = cleo.ask("POST", "/api/checkins", &asks);
    assert_eq!(
        (status, &made["record"]["way"]),
        (201, &json!("ready")),
        "{made:#}"
    );
    let path = format!("/api/checkins/{}", made["id"].as_str().unwrap());
    let send = || {
        let (status, seen) = cleo.ask("POST", &format!("{path}/send"), &json!({}));
        assert_eq!(status, 200, "{seen:#}");
        seen
    };
    send();
    // Asked for again, it has been posted when the answer comes.
    assert_eq!(send()["record"]["way"], "sent");

    phone.ok(&["mailbox"]);
    let listed = phone.ok(&["checkin"]);
    let came = &listed["asked"][0];
    assert_eq!(
        (&came["by"], &came["answered"], &came["over"]),
        (&json!("Lakeside Clinic"), &Value::Null, &json!(false)),
        "{listed:#}"
    );
    let page = phone.says(&["checkin"]);
    assert!(page.contains("Lakeside Clinic asked on"), "{page}");
    assert!(
        !page.contains('\u{202e}'),
        "marks that turn text are shown as what they are"
    );
    let letters = page.split("--asked ").nth(1).unwrap();
    let letters = letters.split(|it: char| !it.is_ascii_hexdigit()).next().unwrap();
    let shown = phone.says(&["checkin", "--asked", letters]);
    for part in [
        "Signed by Lakeside Clinic",
        "Penicillin",
        "Nothing was written or sent.",
    ] {
        assert!(shown.contains(part), "{part}: {shown}");
    }
    assert!(!shown.contains("does not prove who asks"), "{shown}");
    let sent = phone.ok(&["checkin", "--asked", letters, "--give", "allergies", "--send"]);
    assert_eq!(
        (
            &sent["sent"]["record"],
            &sent["sent"]["link"],
            &sent["sent"]["call"]
        ),
        (&json!(true), &json!(false), &json!("https://call.example/room-7")),
        "{sent:#}"
    );
    let again = phone.fails(&["checkin", "--asked", letters, "--send"], 5);
    assert_eq!(again["id"], "checkin-link-answered");
    assert_eq!(
        phone.fails(&["checkin", "--asked", "ffffffffffff"], 5)["id"],
        "checkin-came-none"
    );
    assert!(phone.says(&["checkin"]).contains("You answered on"));
    phone.ok(&["mailbox"]);

    let seen = send();
    assert_eq!(
        (&seen["state"], &seen["signed_by"], &seen["taken_by"]),
        (&json!("answered"), &json!("patient"), &Value::Null),
        "{seen:#}"
    );
    assert!(
        seen["items"][0]["given"]["resources"]
            .to_string()
            .contains("Penicillin")
    );
    assert!(!desk.holds("Penicillin"));
}
