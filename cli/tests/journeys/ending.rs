//! A patient ends what a clinic's desk was given, or the desk needs it no more: both sides hear of it, as processes.

use crate::clinic::{Browser, Desk, PASSWORD, patient};
use crate::process::{Device, Machine};
use crate::relay::{grant_at_relay, relay};
use crate::sharing;
use serde_json::{Value, json};
use std::thread;
use std::time::Duration;

/// A desk that starts calls at once those whom it has to ask or to tell.
fn starts_anew(mut desk: Desk, machine: &Machine) -> (Desk, Browser) {
    desk.kill();
    drop(desk);
    let desk = Desk::start(machine);
    let cleo = Browser::sign_in(&desk, "cleo", PASSWORD);
    (desk, cleo)
}

fn receipt(cleo: &Browser, told: &str) -> Value {
    let mut receipt = Value::Null;
    for _ in 0..600 {
        receipt = cleo.get("/api/receipts")[0].clone();
        if receipt["told"] == told {
            return receipt;
        }
        thread::sleep(Duration::from_millis(100));
    }
    panic!("{receipt:#}");
}

/// What the program says, however its lines are broken.
fn says(phone: &Device, arguments: &[&str]) -> String {
    let said = phone.says(arguments);
    said.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn deletion(phone: &Device) -> Value {
    phone.ok(&["grants"])["grants"][0]["redeemers"][0]["deletion"].clone()
}

#[test]
fn what_the_patient_ends_is_gone_at_the_desk_and_the_patient_sees_the_desks_word() {
    let machine = Machine::new();
    let desk = Desk::start(&machine);
    let cleo = Browser::clinician(&desk);
    let (phone, address) = (patient(&machine), sharing::free_address());
    let opened = "grant profile allergies --append notes --for 4h --address";
    let opened: Vec<&str> = opened.split(' ').chain([address.as_str()]).collect();
    let (granted, code) = sharing::grant(&phone, &opened);
    let waiting = sharing::serve(&phone, &address, true);
    let given = cleo.scan(&json!({ "code": code }));
    sharing::end(waiting);
    assert_eq!(given["state"], "given", "{given:#}");
    let path = format!("/api/charts/{}", given["chart"].as_str().unwrap());
    assert_eq!(cleo.get(&path)["allergies"]["standing"], "listed");
    let grant = granted["grant"].as_str().unwrap();

    // It is ended while the desk cannot hear it: the phone says what that means.
    let said = says(&phone, &["revoke", grant]);
    for part in ["has ended", "keeps it until", "pocketchart serve"] {
        assert!(said.contains(part), "{part}: {said}");
    }
    assert_eq!(deletion(&phone), Value::Null);
    let waiting = sharing::serve(&phone, &address, false);
    let (desk, cleo) = starts_anew(desk, &machine);
    let heard = sharing::end(waiting);
    assert_eq!(
        (&heard["served"], &heard["grant"], &heard["deletion"]["cause"]),
        (&json!("said-deleted"), &granted["grant"], &json!("withdrawn")),
        "{heard:#}"
    );
    let (status, ended) = cleo.ask("GET", &path, &Value::Null);
    assert_eq!((status, &ended["error"]["id"]), (410, &json!("desk-chart-ended")));
    assert_eq!(receipt(&cleo, "told")["reason"], "withdrawn");
    assert!(!desk.holds("Penicillin"));

    assert_eq!(deletion(&phone), heard["deletion"]);
    let page = says(&phone, &["grants"]);
    for part in [
        "“Lakeside Clinic” says that they deleted",
        "you ended it",
        "not a proof",
    ] {
        assert!(page.contains(part), "{part}: {page}");
    }
    let log = says(&phone, &["audit"]);
    assert!(log.contains("“Lakeside Clinic” said that they deleted"), "{log}");
    phone.is_whole();
}

#[test]
fn what_a_relay_gave_and_the_desk_closed_is_said_in_the_mailbox() {
    let machine = Machine::new();
    let running = relay(&machine, "127.0.0.1:0");
    let phone = patient(&machine);
    phone.ok(&["use-relay", &running.url]);
    let (granted, code) = grant_at_relay(&phone, "allergies --for 4h");
    let desk = Desk::start(&machine);
    let cleo = Browser::clinician(&desk);
    let given = cleo.scan(&json!({ "code": code, "passcode": "424242" }));
    let path = format!("/api/charts/{}", given["chart"].as_str().unwrap());
    assert_eq!(cleo.ask("DELETE", &path, &Value::Null).1["told"], "waiting");
    let (_desk, cleo) = starts_anew(desk, &machine);
    assert_eq!(receipt(&cleo, "left-at-relay")["reason"], "closed");

    let news = phone.ok(&["mailbox"]);
    let said = &news["deletions"][0];
    assert_eq!(
        (&said["grant"], &said["name"], &said["deletion"]["cause"]),
        (&granted["grant"], &json!("Lakeside Clinic"), &json!("closed")),
        "{news:#}"
    );
    assert_eq!(deletion(&phone), said["deletion"]);
    let again = says(&phone, &["mailbox"]);
    assert!(again.contains("Nothing new."), "{again}");
}
