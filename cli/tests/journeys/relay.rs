//! What a relay gives while the patient's device is off: the relay is a process of its own, and no process of the patient runs when
//! a desk redeems.

use crate::process::{Device, Machine, document, refusal, text};
use crate::sharing;
use serde_json::Value;
use std::process::{Child, Output};

/// A relay process; ended when it is dropped.
pub(crate) struct Relay {
    child: Child,
    pub(crate) url: String,
}

impl Drop for Relay {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Starts a relay with its store on the machine, at a place of its own or where it was before.
pub(crate) fn relay(machine: &Machine, listen: &str) -> Relay {
    let store = machine.path("relay.sqlite");
    let arguments = ["relay", "--listen", listen, "--store", store.to_str().unwrap()];
    let (child, line) = machine.device("relay").start(&arguments, "http://");
    let url = line
        .split_whitespace()
        .find(|it| it.starts_with("http://"))
        .unwrap();
    Relay {
        child,
        url: url.to_owned(),
    }
}

/// Runs it with a passcode on descriptor 3.
fn with_passcode(device: &Device, passcode: &str, arguments: &str) -> Output {
    let script = format!("exec \"$P\" --json {arguments} 3<<<'{passcode}'");
    let mut shell = device.shell(&script);
    shell.env("POCKETCHART_PASSPHRASE", crate::process::PASSPHRASE);
    shell.output().unwrap()
}

pub(crate) fn grant_at_relay(phone: &Device, more: &str) -> (Value, String) {
    let made = with_passcode(
        phone,
        "424242",
        &format!("grant {more} --relay --passcode-fd 3 --code-fd 2"),
    );
    let said = text(&made.stderr);
    let code = said.lines().find(|line| line.starts_with("pocketchart:/"));
    (
        document(&made),
        code.unwrap_or_else(|| panic!("{said}")).to_owned(),
    )
}

/// Redeems into a chart of that folder.
pub(crate) fn redeem_in(desk: &Device, code: &str, passcode: &str, chart: &Device) -> Output {
    let folder = chart.record.display();
    let more = format!("--passcode-fd 3 --chart '{folder}' --kdf fast");
    with_passcode(
        desk,
        passcode,
        &format!("redeem '{code}' --as 'Lakeside Clinic' {more}"),
    )
}

fn redeem(desk: &Device, code: &str, passcode: &str) -> Output {
    let arguments = format!("redeem '{code}' --as 'Lakeside Clinic' --passcode-fd 3");
    with_passcode(desk, passcode, &arguments)
}

#[test]
fn a_desk_redeems_while_the_phone_is_off_and_the_phone_hears_of_it() {
    let machine = Machine::new();
    let running = relay(&machine, "127.0.0.1:0");
    let (phone, desk) = (machine.filled("phone"), machine.created("desk").0);
    assert_eq!(phone.ok(&["use-relay"])["relay"], Value::Null);
    assert_eq!(phone.ok(&["use-relay", &running.url])["relay"], running.url);
    let (grant, code) = grant_at_relay(&phone, "allergies --for 4h");
    assert_eq!(
        (&grant["relay"], &grant["passcode"]),
        (&running.url.as_str().into(), &true.into())
    );
    assert_eq!(phone.ok(&["mailbox"])["taken"].as_array().unwrap().len(), 0);

    // No process of the phone runs from here on.
    let wrong = refusal(&redeem(&desk, &code, "123456"), 5);
    assert_eq!(wrong["id"], "redeem-wrong-passcode");
    assert!(wrong["message"].as_str().unwrap().contains("9 more"), "{wrong}");
    for _ in 0..2 {
        // The same desk again: the same answer, and no second use.
        let redeemed = redeem(&desk, &code, "424242");
        assert!(redeemed.status.success(), "{}", text(&redeemed.stdout));
        let redeemed = document(&redeemed);
        assert_eq!(redeemed["stated"].as_array().unwrap().len(), 3);
        assert_eq!(redeemed["grant"], grant["grant"]);
    }
    let thief = machine.created("thief").0;
    let second = refusal(&redeem(&thief, &code, "424242"), 5);
    assert_eq!(second["id"], "redeem-not-live");

    // The phone is back: it hears of the one, once, and the log says so.
    let news = phone.ok(&["mailbox"]);
    let taken = news["taken"].as_array().unwrap();
    assert_eq!(
        (taken.len(), &taken[0]["name"]),
        (1, &"Lakeside Clinic".into()),
        "{news:#}"
    );
    assert_eq!(phone.ok(&["mailbox"])["taken"].as_array().unwrap().len(), 0);
    let log = phone.ok(&["audit"]);
    let actions: Vec<&str> = log["events"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|it| it["action"].as_str())
        .collect();
    assert_eq!(
        actions.iter().filter(|it| **it == "relay-reported").count(),
        1,
        "{log:#}"
    );
    let grants = phone.ok(&["grants"]);
    assert_eq!(grants["grants"][0]["standing"], "used-up");
    assert_eq!(grants["grants"][0]["redeemers"][0]["name"], "Lakeside Clinic");
    assert_eq!(
        phone.ok(&["audit", "--verify"])["faults"]
            .as_array()
            .unwrap()
            .len(),
        0
    );
    phone.is_whole();
}

#[test]
fn what_is_ended_is_gone_at_the_relay_also_when_it_could_not_be_told_at_once() {
    let machine = Machine::new();
    let running = relay(&machine, "127.0.0.1:0");
    let (phone, desk) = (machine.filled("phone"), machine.created("desk").0);
    phone.ok(&["use-relay", &running.url]);
    let (first, code) = grant_at_relay(&phone, "allergies");
    let ended = phone.ok(&["revoke", first["grant"].as_str().unwrap()]);
    assert_eq!(ended["relay_until"], Value::Null);
    assert_eq!(
        refusal(&redeem(&desk, &code, "424242"), 5)["id"],
        "redeem-not-live"
    );

    let (second, code) = grant_at_relay(&phone, "allergies");
    let address = running.url.trim_start_matches("http://").to_owned();
    drop(running);
    let id = second["grant"].as_str().unwrap();
    let ended = phone.ok(&["revoke", id]);
    assert_eq!(ended["relay_until"], second["until"], "{ended:#}");
    assert_eq!(
        phone.fails_with_document(&["mailbox"], 9)["unasked"][0]["grant"],
        id
    );
    let made = with_passcode(
        &phone,
        "424242",
        "grant allergies --relay --passcode-fd 3 --code-fd 2",
    );
    assert_eq!(refusal(&made, 9)["id"], "relay-unreachable");
    assert!(
        !text(&made.stderr).contains("pocketchart:/"),
        "a code that opens nothing is not shown"
    );
    assert_eq!(
        refusal(&redeem(&desk, &code, "424242"), 9)["id"],
        "relay-unreachable"
    );

    let _again = relay(&machine, &address);
    assert_eq!(phone.ok(&["mailbox"])["ended"][0], id);
    assert_eq!(
        refusal(&redeem(&desk, &code, "424242"), 5)["id"],
        "redeem-not-live"
    );
}

#[test]
fn what_a_relay_cannot_give_is_refused_before_anything_leaves() {
    let machine = Machine::new();
    let phone = machine.filled("phone");
    let none = with_passcode(
        &phone,
        "424242",
        "grant allergies --relay --passcode-fd 3 --code-fd 2",
    );
    assert_eq!(refusal(&none, 5)["id"], "relay-none");
    for (url, id, exit) in [
        ("http://192.0.2.1:8190", "relay-address", 5),
        ("https://relay.example?x", "relay-address", 5),
        ("http://127.0.0.1:9", "relay-unreachable", 9),
    ] {
        assert_eq!(phone.fails(&["use-relay", url], exit)["id"], id, "{url}");
    }
    phone.fails(&["grant", "allergies", "--relay", "--code-fd", "2"], 2);
    let running = relay(&machine, "127.0.0.1:0");
    phone.ok(&["use-relay", &running.url]);
    let short = with_passcode(
        &phone,
        "4242",
        "grant allergies --relay --passcode-fd 3 --code-fd 2",
    );
    assert_eq!(refusal(&short, 5)["id"], "grant-short-passcode");
    assert_eq!(phone.ok(&["use-relay", "--none"])["relay"], Value::Null);
    assert_eq!(phone.ok(&["grants"])["grants"].as_array().unwrap().len(), 0);
}

#[test]
fn the_words_alone_bring_the_record_back_from_the_relay() {
    let machine = Machine::new();
    let running = relay(&machine, "127.0.0.1:0");
    let (phone, words) = machine.created("phone");
    phone.ok(&["import", crate::process::EXAMPLE]);
    assert_eq!(phone.fails(&["backup", "--relay"], 5)["id"], "relay-none");
    phone.ok(&["use-relay", &running.url]);
    phone.ok(&["backup", "--relay"]);
    phone.ok(&["add", "note", "After the first snapshot"]);
    phone.ok(&["backup", "--relay"]);
    let had = phone.ok(&["search", "first", "snapshot"]);
    assert_eq!(had["items"].as_array().unwrap().len(), 1);

    // The phone, its folder and its passphrase are gone.
    let new = machine.device("new");
    let recover = |words: &str| {
        let script = format!(
            "exec \"$P\" --json recover from-relay {} --kdf fast --name new --words-fd 3 3<<<'{words}'",
            running.url
        );
        let mut shell = new.shell(&script);
        shell.env("POCKETCHART_PASSPHRASE", crate::process::PASSPHRASE);
        shell.output().unwrap()
    };
    let (_, others) = machine.created("other");
    assert_eq!(refusal(&recover(&others), 5)["id"], "restore-nothing-there");
    assert!(
        !crate::process::exists(&new.record.join("record.db")),
        "nothing is left behind"
    );
    let back = recover(&words);
    assert!(back.status.success(), "{}", text(&back.stdout));
    assert!(document(&back)["snapshot"].is_u64());
    assert_eq!(
        new.ok(&["search", "first", "snapshot"])["items"]
            .as_array()
            .unwrap()
            .len(),
        1
    );
    assert_eq!(new.items("allergies"), phone.items("allergies"));
    assert_eq!(new.ok(&["use-relay"])["relay"], running.url);
    new.is_whole();
    // The new device's snapshot is its own; the next recovery takes the newest.
    new.ok(&["add", "note", "After the recovery"]);
    new.ok(&["backup", "--relay"]);
    drop(running);
    assert_eq!(new.fails(&["backup", "--relay"], 9)["id"], "relay-unreachable");
}

#[test]
fn a_relay_that_serves_the_page_says_what_that_means() {
    let machine = Machine::new();
    let device = machine.device("relay");
    let store = machine.path("relay.sqlite");
    let page = concat!(env!("CARGO_MANIFEST_DIR"), "/../web/dist");
    let arguments = |page| {
        [
            "relay",
            "--listen",
            "127.0.0.1:0",
            "--store",
            store.to_str().unwrap(),
            "--page",
            page,
        ]
    };
    let (mut child, _) = device.start(&arguments(page), "This relay serves the emergency page");
    child.kill().unwrap();
    child.wait().unwrap();
    let no_page = concat!(env!("CARGO_MANIFEST_DIR"), "/src");
    let refused = device.fails(&arguments(no_page), 7);
    assert_eq!(refused["id"], "relay-no-page");
}

#[test]
fn two_devices_that_are_never_on_together_agree_by_letters() {
    let machine = Machine::new();
    let running = relay(&machine, "127.0.0.1:0");
    let (phone, tablet) = (machine.filled("phone"), machine.device("tablet"));
    assert_eq!(phone.fails(&["sync", "letters"], 5)["id"], "relay-none");
    crate::devices::pair(&phone, &tablet);
    for device in [&phone, &tablet] {
        device.ok(&["use-relay", &running.url]);
    }
    let visit = |device: &Device| device.ok(&["sync", "letters"])["devices"][0].clone();

    // Each command is a process of its own; the other device runs none meanwhile.
    let left = visit(&phone);
    assert_eq!(
        (&left["name"], &left["letters_found"]),
        (&"tablet".into(), &0.into()),
        "{left:#}"
    );
    assert!(
        left["letters_posted"].as_u64().unwrap() > 0 && left["same"] == false,
        "{left:#}"
    );
    assert_eq!(visit(&phone)["letters_posted"], 0, "it is on its way");
    let found = visit(&tablet);
    assert_eq!(found["letters_found"], left["letters_posted"], "{found:#}");
    assert_eq!(visit(&phone)["same"], true);
    assert_eq!(tablet.items("allergies"), phone.items("allergies"));

    phone.ok(&["add", "note", "Written on the phone"]);
    tablet.ok(&["add", "note", "Written on the tablet"]);
    assert_eq!(visit(&phone)["sent"], 1);
    let found = visit(&tablet);
    assert_eq!(
        (&found["received"], &found["sent"]),
        (&1.into(), &1.into()),
        "{found:#}"
    );
    assert_eq!(visit(&phone)["received"], 1);
    assert_eq!(visit(&tablet)["same"], true);
    for device in [&phone, &tablet] {
        let both = device.ok(&["search", "Written"]);
        assert_eq!(both["items"].as_array().unwrap().len(), 2);
        let nothing = visit(device);
        assert_eq!(
            (&nothing["letters_posted"], &nothing["letters_found"]),
            (&0.into(), &0.into())
        );
    }
    let said = phone
        .command(&["sync", "letters", "--device", "tablet"])
        .output()
        .unwrap();
    assert!(
        text(&said.stdout).contains("tablet: no letter was there"),
        "{}",
        text(&said.stdout)
    );
    assert_eq!(
        phone.fails(&["sync", "letters", "--device", "fridge"], 3)["id"],
        "sync-no-such-device"
    );
    drop(running);
    assert_eq!(phone.fails(&["sync", "letters"], 9)["id"], "relay-unreachable");
    phone.is_whole();
    tablet.is_whole();
}

#[test]
fn a_visit_note_waits_at_the_relay_until_the_phone_is_on() {
    let machine = Machine::new();
    let running = relay(&machine, "127.0.0.1:0");
    let (phone, desk) = (machine.filled("phone"), machine.created("desk").0);
    let shared = machine.device("shared");
    let address = sharing::free_address();
    let (_, code) = sharing::grant(
        &phone,
        &["grant", "--append", "notes", "--for", "4h", "--address", &address],
    );
    let waiting = sharing::serve(&phone, &address, true);
    desk.ok(&sharing::redeem(&code, &shared));
    sharing::end(waiting);
    assert_eq!(phone.fails(&["sync", "letters"], 5)["id"], "relay-none");
    phone.ok(&["use-relay", &running.url]);
    let nothing = phone.ok(&["sync", "letters"]);
    assert_eq!(nothing["devices"].as_array().unwrap().len(), 0);

    // No process of the phone runs from here on.
    shared.ok(&["use-relay", &running.url]);
    shared.ok(&["add", "note", "Laryngitis.", "--title", "Visit"]);
    assert_eq!(shared.ok(&["sync", "letters"])["devices"][0]["sent"], 1);

    let came = phone.ok(&["sync", "letters"]);
    assert_eq!(came["devices"][0]["received"], 1, "{came:#}");
    let note = phone.item("notes", "Visit");
    assert_eq!(note["sources"][0]["author"]["name"], "Lakeside Clinic");
    assert_eq!(shared.ok(&["sync", "letters"])["devices"][0]["same"], true);
    phone.is_whole();
}
