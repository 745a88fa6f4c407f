//! An emergency while every device of the patient is away: a code on a card, a relay, a hospital, and all who are told.

use crate::contacts::World;
use crate::devices::{meet, pair};
use crate::process::{Device, document, text};
use serde_json::{Value, json};
use std::process::{Child, Output};

const DAY: u64 = 24 * 3_600;

/// Makes a standing code; what was said of it, and the code.
fn standing(phone: &Device, more: &[&str]) -> (Value, String) {
    let arguments = [
        "break-glass",
        "standing",
        "allergies",
        "medications",
        "--as",
        "Maria Okafor",
    ];
    let shown = ["--code-fd", "2", "--json"];
    let made = phone
        .command(&[&arguments, more, &shown].concat())
        .output()
        .unwrap();
    let (said, errors) = (document(&made), text(&made.stderr));
    assert!(made.status.success(), "{said:#}");
    let code = errors.lines().find(|it| it.starts_with("pocketchart:/"));
    (said, code.unwrap().to_owned())
}

fn redeem(code: &str) -> [&str; 6] {
    [
        "redeem",
        code,
        "--as",
        "County Hospital",
        "--reason",
        "found unconscious",
    ]
}

/// A hospital that waits.
fn waits(desk: &Device, code: &str) -> Child {
    let (child, line) = desk.start(&redeem(code), "emergency code");
    assert!(line.contains("contacts are told now"), "{line}");
    child
}

fn end(child: Child) -> Output {
    child.wait_with_output().unwrap()
}

fn kill(mut child: Child) {
    child.kill().unwrap();
    child.wait().unwrap();
}

fn with_tablet(world: &World) -> Device {
    let tablet = world.machine.device("tablet");
    pair(&world.phone, &tablet);
    meet(&world.phone, &tablet);
    tablet.ok(&["use-relay", &world.relay.url]);
    tablet
}

fn actions(device: &Device, action: &str) -> Vec<Value> {
    let log = device.ok(&["audit"]);
    let events = log["events"].as_array().unwrap().iter();
    events.filter(|it| it["action"] == action).cloned().collect()
}

#[test]
fn a_hospital_gets_the_copy_after_the_wait_and_everybody_hears_of_it() {
    let world = World::new();
    let tablet = with_tablet(&world);
    let (made, code) = standing(&world.phone, &[]);
    assert_eq!(
        (&made["uses"], &made["wait"], &made["devices"]),
        (&json!(5), &json!(600), &json!(2))
    );
    assert_eq!(made["contacts"], json!(["Ben", "Chidi", "Dora"]));
    // The tablet can show the code that the phone made.
    let grant = made["grant"].as_str().unwrap();
    let drawn = tablet
        .command(&["break-glass", "draw", &grant[..8], "--code-fd", "2", "--json"])
        .output()
        .unwrap();
    assert!(text(&drawn.stderr).contains(&code), "{}", text(&drawn.stdout));

    for paper in ["wallet", "a6", "fridge"] {
        let file = world.machine.path(&format!("{paper}.pdf"));
        let out = ["--out", file.to_str().unwrap(), "--paper", paper];
        tablet.ok(&[&["break-glass", "draw", grant], &out[..]].concat());
        assert!(std::fs::read(&file).unwrap().starts_with(b"%PDF-"), "{paper}");
    }

    let desk = world.machine.created("desk").0;
    let silent = desk.fails(&["redeem", &code, "--as", "County Hospital"], 5);
    assert_eq!(silent["id"], "redeem-no-reason");
    let waiting = waits(&desk, &code);
    for device in [&world.phone, &tablet] {
        let news = device.ok(&["mailbox"]);
        let taken = &news["taken"][0];
        assert_eq!(news["notices"], json!([grant]), "{news:#}");
        assert_eq!(
            (&taken["name"], &taken["reason"]),
            (&json!("County Hospital"), &json!("found unconscious"))
        );
        let ready = taken["emergency"]["ready"].as_u64().unwrap();
        assert_eq!(ready - taken["at"].as_u64().unwrap(), 600_000);
        assert_eq!(taken["emergency"]["stopped"], false);
        assert_eq!(device.ok(&["mailbox"])["taken"], json!([]), "told once");
        let logged = actions(device, "emergency-override");
        assert_eq!((logged.len(), &logged[0]["purpose"]), (1, &json!("break-glass")));
    }
    for contact in &world.contacts {
        let heard = contact.ok(&["contacts"]);
        let emergencies = &heard["recovery"]["emergencies"];
        assert_eq!(*emergencies, json!([{ "person": "Maria Okafor", "wait": 600 }]));
        assert_eq!(contact.ok(&["contacts"])["recovery"]["emergencies"], json!([]));
    }
    // For programs of a hospital, too, the log is what it is: DICOM's emergency override.
    let file = world.machine.path("audit.json");
    tablet.ok(&["audit", "--fhir", file.to_str().unwrap()]);
    let fhir = std::fs::read_to_string(&file).unwrap();
    assert!(fhir.contains("110113") && fhir.contains("110127") && fhir.contains("\"BTG\""));

    world.relay.pass(600);
    let given = document(&end(waiting));
    let stated = given["stated"].as_array().unwrap();
    assert!(stated.iter().any(|it| it["section"] == "allergies"), "{given:#}");
    let again = desk.ok(&redeem(&code));
    assert_eq!(again["stated"], given["stated"]);
    // What has changed since is in the copy once it was renewed.
    world.phone.ok(&["add", "allergy", "Latex"]);
    let renewed = world.phone.ok(&["break-glass", "refresh"]);
    assert_eq!(renewed["renewed"][0]["entries"], stated.len() + 1);
    assert_eq!(actions(&world.phone, "copy-renewed").len(), 1);
    let newer = desk.ok(&redeem(&code));
    assert_eq!(newer["stated"].as_array().unwrap().len(), stated.len() + 1);
    assert_eq!(tablet.ok(&["break-glass", "refresh"])["renewed"], json!([]));
    world.relay.pass(3 * DAY);
    let over = desk.fails(&redeem(&code), 5);
    assert_eq!(over["id"], "redeem-not-live", "72 hours are over");
    // The code itself goes on.
    let other = world.machine.created("other").0;
    kill(waits(&other, &code));
}

#[test]
fn any_device_stops_it_in_time_and_nothing_is_given() {
    let world = World::new();
    let tablet = with_tablet(&world);
    let none = tablet.ok(&["break-glass", "stop"]);
    assert_eq!(
        (&none["stopped"], &none["others_asked"]),
        (&json!([]), &json!(true))
    );
    let (made, code) = standing(&world.phone, &["--uses", "2", "--for", "30d"]);
    let desk = world.machine.created("desk").0;
    let waiting = waits(&desk, &code);
    let stopped = tablet.ok(&["break-glass", "stop"]);
    assert_eq!(stopped["stopped"], json!([made["grant"]]));
    let refused = crate::process::refusal(&end(waiting), 5);
    assert_eq!(refused["id"], "redeem-stopped");
    world.relay.pass(DAY);
    assert_eq!(desk.fails(&redeem(&code), 5)["id"], "redeem-not-live", "for good");
    assert_eq!(actions(&tablet, "emergency-stopped").len(), 1);
    let heard = world.phone.ok(&["mailbox"]);
    assert_eq!(heard["taken"][0]["emergency"]["stopped"], true);
    let said = actions(&world.phone, "emergency-override");
    assert!(said.iter().any(|it| it["outcome"] == "refused"), "{said:?}");

    // The second of two; a third gets nothing.
    let other = world.machine.created("other").0;
    kill(waits(&other, &code));
    let third = world.machine.created("third").0;
    assert_eq!(third.fails(&redeem(&code), 5)["id"], "redeem-not-live");
    // After its end nobody does, not even who waited.
    world.relay.pass(30 * DAY);
    assert_eq!(other.fails(&redeem(&code), 5)["id"], "redeem-not-live");
    world.phone.is_whole();
}

#[test]
fn a_grant_of_one_device_is_seen_and_ended_by_another() {
    let world = World::new();
    let tablet = with_tablet(&world);
    let (made, code) = standing(&world.phone, &[]);
    let at_hand = world
        .phone
        .command(&["grant", "notes", "--code-fd", "2", "--json"]);
    let at_hand = document(&{ at_hand }.output().unwrap());
    world.phone.ok(&["mailbox"]);
    tablet.ok(&["mailbox"]);
    let grants = tablet.ok(&["grants"]);
    let grants = grants["grants"].as_array().unwrap();
    assert_eq!(grants.len(), 2);
    assert!(grants.iter().all(|it| it["device"] == "phone"), "{grants:#?}");

    let name = |it: &Value| it["grant"].as_str().unwrap().to_owned();
    assert_eq!(tablet.ok(&["revoke", &name(&made)])["relay_until"], Value::Null);
    let later = tablet.ok(&["revoke", &name(&at_hand)]);
    assert_eq!(later["relay_until"], at_hand["until"]);
    let desk = world.machine.created("desk").0;
    assert_eq!(desk.fails(&redeem(&code), 5)["id"], "redeem-not-live");
    world.phone.ok(&["mailbox"]);
    let grants = world.phone.ok(&["grants"]);
    let grants = grants["grants"].as_array().unwrap();
    assert!(grants.iter().all(|it| it["standing"] == "revoked"), "{grants:#?}");
    assert_eq!(world.phone.ok(&["break-glass", "off"])["ended"], json!([]));
}

#[test]
fn what_a_standing_code_must_be() {
    let world = World::new();
    let arguments = [
        "break-glass",
        "standing",
        "allergies",
        "--as",
        "Maria",
        "--code-fd",
        "2",
    ];
    let refused = |more: &[&str]| world.phone.fails(&[&arguments, more].concat(), 5)["id"].clone();
    assert_eq!(refused(&["--uses", "6"]), "grant-window");
    assert_eq!(refused(&["--for", "367d"]), "grant-window");
    let many = world
        .phone
        .fails(&[&arguments[..], &["--wait", "11"]].concat(), 2);
    assert_eq!(many["id"], "usage");
    world.phone.ok(&["use-relay", "--none"]);
    assert_eq!(refused(&[]), "relay-none");
}
