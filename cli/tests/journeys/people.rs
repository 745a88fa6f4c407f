//! People who act for a person, and what a young person keeps to themselves.

use crate::devices::{address, meet, pair};
use crate::process::{Device, Machine, document, text};
use crate::recover::{back_up, restore};
use crate::sharing::redeem;
use serde_json::{Value, json};

/// The phone waits for whoever it invited; who comes has the code.
fn invite(phone: &Device, arguments: &[&str]) -> (std::process::Child, String) {
    let listen = ["--listen", "127.0.0.1:0", "--code-fd", "2", "--agree"];
    let all = [&["people", "invite"], arguments, &listen].concat();
    let (child, line) = phone.start(&all, "pocketchart:/");
    (child, line.trim().to_owned())
}

/// Somebody with a record of her own acts for the phone's person; her chart of it, and what the phone said.
pub(crate) fn appoint(machine: &Machine, phone: &Device, arguments: &[&str]) -> (Device, Value, Value) {
    let amina = machine.created("amina").0;
    let mother = machine.device("mother");
    let (waiting, code) = invite(phone, arguments);
    let redeemed = amina.ok(&redeem(&code, &mother));
    let said = document(&waiting.wait_with_output().unwrap());
    (mother, said, redeemed)
}

#[test]
fn a_daughter_manages_until_it_is_ended() {
    let machine = Machine::new();
    let phone = machine.filled("phone");
    let (mother, said, redeemed) = appoint(&machine, &phone, &["Amina", "--role", "manage"]);
    assert_eq!((&said["served"], &said["acts"]), (&"given".into(), &true.into()));
    assert_eq!(redeemed["acting"]["role"], "manage");
    assert_eq!(redeemed["acting"]["you"], true);
    let people = phone.ok(&["people"]);
    let amina = &people["people"][0];
    assert_eq!(
        (&amina["name"], &amina["standing"]),
        (&"Amina".into(), &"acts".into())
    );
    assert_eq!(
        amina["sections"].as_array().unwrap().len(),
        15,
        "all but what is set apart"
    );
    assert_eq!(
        phone.ok(&["grants"])["grants"],
        json!([]),
        "the invitation is over"
    );

    let id = mother.item("medications", "Cetirizine")["id"]
        .as_str()
        .unwrap()
        .to_owned();
    mother.ok(&["correct", &id, "medicine", "--how", "Two a day"]);
    meet(&phone, &mother);
    let item = phone.item("medications", "Cetirizine");
    assert_eq!(item["state"], "current", "{item:#}");
    assert_eq!(item["sources"][0]["author"]["name"], "Amina");
    assert_eq!(phone.ok(&["waiting"])["waiting"], json!([]));
    phone.ok(&["add", "note", "For my daughter", "--title", "For my daughter"]);
    meet(&phone, &mother);
    mother.item("notes", "For my daughter");

    phone.ok(&["people", "end", "Amina"]);
    assert_eq!(phone.ok(&["people"])["people"][0]["standing"], "ended");
    assert_eq!(phone.fails(&["people", "end", "Amina"], 3)["id"], "proxy-unknown");
    phone.ok(&[
        "add",
        "note",
        "Not for her any more",
        "--title",
        "Not for her any more",
    ]);
    mother.ok(&["add", "note", "She has not heard", "--title", "She has not heard"]);
    let (mut waiting, line) = phone.start(&["sync", "listen", "127.0.0.1:0"], "127.0.0.1:");
    mother.fails(&["sync", "connect", &address(&line)], 9);
    waiting.kill().unwrap();
    waiting.wait().unwrap();
    // What she still brings waits at the door.
    let (waiting, line) = phone.start(&["serve", "--listen", "127.0.0.1:0"], "127.0.0.1:");
    mother.ok(&["sync", "connect", &address(&line)]);
    assert_eq!(document(&waiting.wait_with_output().unwrap())["held"], 1);
    assert!(
        mother
            .items("notes")
            .iter()
            .all(|it| it["facts"]["title"] != "Not for her any more")
    );
    assert_eq!(mother.fails(&["add", "note", "x"], 5)["id"], "edit-no-key");
    let log = phone.ok(&["audit"]);
    let actions: Vec<&Value> = log["events"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| &it["action"])
        .collect();
    for action in ["proxy-added", "proxy-ended", "disclosed-read"] {
        assert!(actions.contains(&&action.into()), "{action}: {actions:?}");
    }
    let page = phone.says(&["people"]);
    assert!(page.contains("Amina (") && page.contains("ended"), "{page}");
    phone.ok(&["audit", "--verify"]);
    phone.is_whole();
    mother.is_whole();
}

#[test]
fn who_only_reads_writes_nothing() {
    let machine = Machine::new();
    let phone = machine.filled("phone");
    let arguments = ["Grandma", "--role", "view", "--for", "30d", "allergies"];
    let (chart, _, redeemed) = appoint(&machine, &phone, &arguments);
    assert_eq!(redeemed["acting"]["sections"], json!(["allergies"]));
    chart.item("allergies", "Penicillin");
    let refused = chart.fails(&["add", "allergy", "Latex"], 5);
    assert_eq!(refused["id"], "edit-no-key");
    let page = chart.says(&["people"]);
    assert!(page.contains("Grandma (") && page.contains("you"), "{page}");
}

#[test]
fn in_an_emergency_role_only_what_an_emergency_needs_is_there() {
    let machine = Machine::new();
    let phone = machine.filled("phone");
    let too_much = ["Ben", "--role", "emergency", "notes", "--code-fd", "2"];
    let refused = phone.fails(&[&["people", "invite"], &too_much[..]].concat(), 5);
    assert_eq!(refused["id"], "proxy-nothing");
    let (chart, _, redeemed) = appoint(&machine, &phone, &["Ben", "--role", "emergency"]);
    assert_eq!(
        redeemed["acting"]["sections"],
        json!(["profile", "allergies", "medications", "problems", "procedures"])
    );
    chart.item("allergies", "Penicillin");
    assert!(chart.items("results").is_empty());
    let card = chart.says(&["card"]);
    assert!(card.contains("Penicillin"), "{card}");
}

/// The confidential record of a device.
fn confidential<'a>(arguments: &[&'a str]) -> Vec<&'a str> {
    [&["--confidential"], arguments].concat()
}

#[test]
fn what_a_young_person_keeps_apart_no_guardian_can_open() {
    let machine = Machine::new();
    let ((parent, words), teen) = (machine.created("parent"), machine.device("teen"));
    pair(&parent, &teen);
    meet(&parent, &teen);
    let before = parent.bytes();
    let made = teen.ok(&confidential(&["create", "--kdf", "fast", "--name", "mine"]));
    let own = made["words"].as_str().unwrap();
    assert_ne!(own, words);
    teen.ok(&confidential(&[
        "add",
        "note",
        "Only for me",
        "--title",
        "Only for me",
    ]));
    assert_eq!(
        teen.ok(&confidential(&["list", "notes"]))["items"]
            .as_array()
            .unwrap()
            .len(),
        1
    );
    assert!(teen.items("notes").is_empty());

    // The guardian's device hears nothing of it, and neither backup nor words bring it back.
    let (_, met) = meet(&parent, &teen);
    assert_eq!(met["same"], true);
    assert!(parent.items("notes").is_empty());
    assert_eq!(parent.bytes().len(), before.len());
    back_up(&machine, &teen, "shared");
    let (other, _) = restore(&machine, "other", "shared", &words).unwrap();
    assert!(other.items("notes").is_empty());
    let folder = machine.path("kept");
    teen.ok(&confidential(&["backup", "--out", folder.to_str().unwrap()]));
    let refused = restore(&machine, "none", "kept", &words).unwrap_err();
    assert_eq!(refused["id"], "restore-wrong-words");
    // Her own words do.
    let (back, _) = restore(&machine, "back", "kept", own).unwrap();
    back.item("notes", "Only for me");
    // It is not in what a command without the flag erases or shows.
    let page = text(&teen.command(&["sections"]).output().unwrap().stdout);
    assert!(!page.contains("confidential"), "{page}");
}

#[test]
fn what_is_set_apart_is_shown_only_where_it_is_asked_for() {
    let machine = Machine::new();
    let phone = machine.filled("phone");
    let title = "Seen at the clinic for sexual health";
    phone.ok(&["add", "--sensitive", "problem", title]);
    phone.item("sensitive", title);
    assert!(
        phone
            .items("problems")
            .iter()
            .all(|it| it["facts"]["title"] != title)
    );
    let (mother, ..) = appoint(&machine, &phone, &["Amina", "--role", "manage"]);
    assert!(mother.items("sensitive").is_empty());
    let summary = machine.path("summary.json");
    phone.ok(&["share", "summary", "--out", summary.to_str().unwrap()]);
    assert!(!std::fs::read_to_string(summary).unwrap().contains(title));
    assert!(!phone.says(&["card"]).contains("sexual"));
}
