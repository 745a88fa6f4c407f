//! Somebody whom the phone has never met reads and writes by a grant at a relay. Each command is a process of its own; between the
//! grant and the answer none of the phone runs.

use crate::clocked::Clocked;
use crate::process::{Device, Machine, document, refusal, text};
use crate::relay::{grant_at_relay, redeem_in, relay};
use rusqlite::Connection;
use serde_json::Value;
use std::time::Duration;

const PASSCODE: &str = "424242";

fn notes(device: &Device) -> usize {
    device.items("notes").len()
}

/// Redeems into a chart of its own, and uses that from then on.
fn let_in(machine: &Machine, desk: &Device, code: &str, name: &str) -> Device {
    let shared = machine.device(name);
    let redeemed = redeem_in(desk, code, PASSCODE, &shared);
    assert!(redeemed.status.success(), "{}", text(&redeemed.stdout));
    assert_eq!(document(&redeemed)["chart"], shared.record.to_str().unwrap());
    shared
}

fn write(shared: &Device, note: &str) {
    shared.ok(&["add", "note", note, "--title", note]);
    let sent = shared.ok(&["sync", "letters"]);
    assert_eq!(sent["devices"][0]["sent"], 1, "{sent:#}");
}

#[test]
fn a_stranger_reads_and_writes_while_no_process_of_the_phone_runs() {
    let machine = Machine::new();
    let running = relay(&machine, "127.0.0.1:0");
    let (phone, desk) = (machine.filled("phone"), machine.created("desk").0);
    phone.ok(&["use-relay", &running.url]);
    let (grant, code) = grant_at_relay(&phone, "allergies --read --append notes --for 4h");
    assert_eq!(grant["sections"]["allergies"][0], "read", "{grant:#}");
    let before = notes(&phone);

    // The phone is off.
    let shared = let_in(&machine, &desk, &code, "shared");
    assert_eq!(shared.items("allergies").len(), 3);
    assert_eq!(notes(&shared), 0);
    assert_eq!(shared.ok(&["use-relay"])["relay"], running.url);
    write(&shared, "Laryngitis");
    let stranger = machine.created("stranger").0;
    let second = redeem_in(&stranger, &code, PASSCODE, &machine.device("second"));
    assert_eq!(refusal(&second, 5)["id"], "redeem-not-live");

    // One command fetches who came, the receipt and the note.
    let news = phone.ok(&["mailbox"]);
    assert_eq!(news["taken"][0]["name"], "Lakeside Clinic", "{news:#}");
    let arrived = &news["arrived"][0];
    assert_eq!(
        (&arrived["name"], &arrived["answer"], &arrived["receipt"]),
        (&"Lakeside Clinic".into(), &"let-in".into(), &true.into()),
        "{news:#}"
    );
    assert_eq!(news["letters"][0]["received"], 1, "{news:#}");
    assert_eq!(notes(&phone), before + 1);
    let note = phone.item("notes", "Laryngitis");
    assert_eq!(note["sources"][0]["author"]["name"], "Lakeside Clinic");
    let again = phone.ok(&["mailbox"]);
    for quiet in ["taken", "arrived", "letters"] {
        assert_eq!(again[quiet].as_array().map(Vec::len), Some(0), "{again:#}");
    }
    // The guest hears that it was let in by the same command.
    assert_eq!(shared.ok(&["mailbox"])["letters"][0]["same"], true);
    write(&shared, "Seen again");
    assert_eq!(phone.ok(&["mailbox"])["letters"][0]["received"], 1);
    let verified = phone.ok(&["audit", "--verify"]);
    assert_eq!(verified["faults"].as_array().unwrap().len(), 0);
    phone.is_whole();
    shared.is_whole();
}

#[test]
fn each_use_is_one_stranger_and_none_comes_after_the_time() {
    let machine = Machine::new();
    let running = Clocked::start();
    let phone = machine.filled("phone");
    phone.ok(&["use-relay", &running.url]);
    let (_, code) = grant_at_relay(&phone, "--append notes --uses 2 --for 4h");
    let (_, late) = grant_at_relay(&phone, "allergies --read --for 4h");
    for (desk, note) in [("one", "First"), ("two", "Second")] {
        let shared = let_in(
            &machine,
            &machine.created(desk).0,
            &code,
            &format!("chart of {desk}"),
        );
        write(&shared, note);
    }
    let three = machine.created("three").0;
    let full = redeem_in(&three, &code, PASSCODE, &machine.device("chart of three"));
    assert_eq!(refusal(&full, 5)["id"], "redeem-not-live");
    running.pass(5 * 3600);
    let over = redeem_in(&three, &late, PASSCODE, &machine.device("too late"));
    assert_eq!(refusal(&over, 5)["id"], "redeem-not-live");
    assert!(!crate::process::exists(
        &machine.path("too late").join("record.db")
    ));

    let news = phone.ok(&["mailbox"]);
    let count = |what: &str| news[what].as_array().unwrap().len();
    assert_eq!(
        (count("taken"), count("arrived"), count("letters")),
        (2, 2, 2),
        "{news:#}"
    );
    for note in ["First", "Second"] {
        phone.item("notes", note);
    }
}

#[test]
fn what_a_relay_alters_lets_nobody_in() {
    let machine = Machine::new();
    let running = relay(&machine, "127.0.0.1:0");
    let (phone, desk) = (machine.filled("phone"), machine.created("desk").0);
    phone.ok(&["use-relay", &running.url]);
    let store = Connection::open(machine.path("relay.sqlite")).unwrap();
    store.busy_timeout(Duration::from_secs(10)).unwrap();
    // Flips a bit in each of these.
    let flip = |table: &str, [one, two]: [&str; 2], column: &str| -> usize {
        let mut rows = store
            .prepare(&format!("SELECT {one}, {two}, {column} FROM {table}"))
            .unwrap();
        let read = rows.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)));
        let found: Vec<(Vec<u8>, Vec<u8>, Vec<u8>)> = read.unwrap().map(Result::unwrap).collect();
        for (first, second, bytes) in &found {
            let mut bytes = bytes.clone();
            let middle = bytes.len() / 2;
            bytes[middle] ^= 1;
            let change = format!("UPDATE {table} SET {column} = ?1 WHERE {one} = ?2 AND {two} = ?3");
            assert_eq!(store.execute(&change, (&bytes, first, second)).unwrap(), 1);
        }
        found.len()
    };
    let before = notes(&phone);

    // What the redeemer left about itself: somebody took it, and nobody knows who.
    let (_, code) = grant_at_relay(&phone, "--append notes");
    write(&let_in(&machine, &desk, &code, "shared"), "Unseen");
    assert_eq!(flip("take", ["locator", "token"], "who"), 1);
    let news = phone.ok(&["mailbox"]);
    assert_eq!(
        (&news["taken"][0]["name"], &news["taken"][0]["author"]),
        (&Value::Null, &Value::Null)
    );
    assert_eq!(
        news["arrived"].as_array().unwrap().len() + news["letters"].as_array().unwrap().len(),
        0
    );
    store.execute("DELETE FROM letter", []).unwrap();

    // What it told the phone: it is named, and not let in.
    let (_, code) = grant_at_relay(&phone, "--append notes");
    write(&let_in(&machine, &desk, &code, "shared too"), "Unheard");
    assert!(flip("letter", ["mailbox", "id"], "body") >= 2);
    let news = phone.ok(&["mailbox"]);
    let arrived = &news["arrived"][0];
    assert_eq!(
        (&arrived["name"], &arrived["answer"]),
        (&"Lakeside Clinic".into(), &"altered".into()),
        "{news:#}"
    );
    assert_eq!(news["letters"].as_array().unwrap().len(), 0);
    assert_eq!(notes(&phone), before);
    let log = phone.ok(&["audit"]);
    let refused = log["events"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|it| it["action"] == "refused");
    assert_eq!(refused.count(), 1, "{log:#}");
    let said = phone.command(&["audit"]).output().unwrap();
    assert!(text(&said.stdout).contains("Lakeside Clinic"));
}

#[test]
fn what_is_written_outside_of_the_scope_or_after_the_end_is_not_taken_in() {
    let machine = Machine::new();
    let running = relay(&machine, "127.0.0.1:0");
    let (phone, desk) = (machine.filled("phone"), machine.created("desk").0);
    phone.ok(&["use-relay", &running.url]);
    let (_, code) = grant_at_relay(&phone, "problems --read --later --append notes");
    let shared = let_in(&machine, &desk, &code, "shared");
    let problems = phone.items("problems").len();
    // It may read problems, and add notes only.
    shared.ok(&["add", "problem", "Not asked for"]);
    shared.ok(&["add", "note", "Asked for", "--title", "Asked for"]);
    shared.ok(&["sync", "letters"]);
    let news = phone.ok(&["mailbox"]);
    let letters = &news["letters"][0];
    assert_eq!(
        (&letters["name"], &letters["received"], &letters["refused"]),
        (&"Lakeside Clinic".into(), &1.into(), &1.into()),
        "{news:#}"
    );
    assert_eq!(phone.items("problems").len(), problems);
    phone.item("notes", "Asked for");

    let (grant, code) = grant_at_relay(&phone, "--append notes");
    let late = let_in(&machine, &desk, &code, "late");
    write(&late, "Before the end");
    phone.ok(&["revoke", grant["grant"].as_str().unwrap()]);
    let before = notes(&phone);
    let news = phone.ok(&["mailbox"]);
    assert_eq!(news["arrived"][0]["answer"], "ended", "{news:#}");
    assert_eq!(notes(&phone), before);
    phone.ok(&["waiting", "--admit", "Lakeside Clinic"]);
    assert_eq!(notes(&phone), before + 1);
}
