//! The ways back after a loss, as processes.

use crate::devices::{ids, meet, pair};
use crate::process::{Device, Machine};
use crate::sharing;
use serde_json::Value;

const SECTIONS: [&str; 6] = [
    "allergies",
    "medications",
    "problems",
    "results",
    "documents",
    "notes",
];

fn shown(device: &Device) -> Vec<Vec<Value>> {
    SECTIONS.iter().map(|section| ids(device, section)).collect()
}

/// A device with the example in it, and its words.
pub(crate) fn filled(machine: &Machine, name: &str) -> (Device, String) {
    let (device, words) = machine.created(name);
    device.ok(&["import", crate::process::EXAMPLE]);
    (device, words)
}

/// Runs a command with words in an open descriptor.
fn with_words(device: &Device, words: &str, arguments: &str) -> std::process::Output {
    let script = format!("\"$P\" {arguments} --words-fd 5 --json 5<<<\"$WORDS\"");
    let mut command = device.shell(&script);
    command
        .env("WORDS", words)
        .env("POCKETCHART_PASSPHRASE", crate::process::PASSPHRASE);
    command.output().unwrap()
}

pub(crate) fn restore(
    machine: &Machine,
    name: &str,
    file: &str,
    words: &str,
) -> Result<(Device, Value), Value> {
    let device = machine.device(name);
    let file = machine.path(file);
    let output = with_words(
        &device,
        words,
        &format!("restore {} --kdf fast --name {name}", file.display()),
    );
    let document = crate::process::document(&output);
    if output.status.success() {
        Ok((device, document))
    } else {
        Err(document["error"].clone())
    }
}

pub(crate) fn back_up(machine: &Machine, device: &Device, name: &str) {
    device.ok(&["backup", "--out", machine.path(name).to_str().unwrap()]);
}

#[test]
fn a_backup_and_the_words_bring_everything_back() {
    let machine = Machine::new();
    let (phone, words) = filled(&machine, "phone");
    back_up(&machine, &phone, "file");
    let before = shown(&phone);
    phone.ok(&["erase", "--erase-record", "phone"]);
    let (new, report) = restore(&machine, "new", "file", &words).unwrap();
    assert_eq!(shown(&new), before);
    assert_eq!(report["missing"], serde_json::json!([]));
    new.is_whole();
}

#[test]
fn what_the_words_brought_back_and_a_device_that_is_still_there_meet_again() {
    let machine = Machine::new();
    let ((phone, words), tablet) = (filled(&machine, "phone"), machine.device("tablet"));
    pair(&phone, &tablet);
    meet(&phone, &tablet);
    back_up(&machine, &phone, "file");
    phone.ok(&["erase", "--erase-record", "phone"]);
    tablet.ok(&["add", "note", "After the backup"]);

    let (new, _) = restore(&machine, "new", "file", &words).unwrap();
    let shown_code = new.ok(&["devices", "introduce"]);
    let code = shown_code["code"].as_str().unwrap();
    let (stranger, _) = filled(&machine, "stranger");
    assert_eq!(
        stranger.fails(&["devices", "meet", code], 5)["id"],
        "meet-not-own"
    );
    assert_eq!(new.fails(&["devices", "meet", code], 5)["id"], "meet-not-own");
    let cut = &code[..code.len() - 40];
    assert_eq!(tablet.fails(&["devices", "meet", cut], 5)["id"], "meet-no-code");
    assert_eq!(tablet.ok(&["devices", "meet", code])["met"]["name"], "new");

    new.ok(&["devices", "lost", "phone", "--no-way-back"]);
    let (_, called) = meet(&tablet, &new);
    assert_eq!(called["same"], true, "{called:#}");
    let found = |device: &Device, words: [&str; 2]| {
        let found = device.ok(&["search", words[0], words[1]]);
        found["items"].as_array().unwrap().len()
    };
    assert_eq!(found(&new, ["After", "backup"]), 1);
    new.ok(&["add", "note", "On the new one"]);
    assert_eq!(meet(&new, &tablet).1["same"], true);
    assert_eq!(found(&tablet, ["new", "one"]), 1);

    new.ok(&["devices", "lost", "tablet", "--no-way-back"]);
    let introduced = tablet.ok(&["devices", "introduce"]);
    let lost = new.fails(&["devices", "meet", introduced["code"].as_str().unwrap()], 5);
    assert_eq!(lost["id"], "meet-lost");
}

#[test]
fn a_second_device_takes_the_lost_one_out_and_lets_a_new_one_in() {
    let machine = Machine::new();
    let (phone, tablet) = (machine.filled("phone"), machine.device("tablet"));
    pair(&phone, &tablet);
    meet(&phone, &tablet);
    let before = shown(&phone);
    tablet.ok(&["devices", "lost", "phone", "--no-way-back"]);
    let new = machine.device("new");
    pair(&tablet, &new);
    let (_, called) = meet(&tablet, &new);
    assert_eq!(called["same"], true);
    assert_eq!(shown(&new), before);
    let devices = new.ok(&["devices"]);
    let lost = devices["devices"]
        .as_array()
        .unwrap()
        .iter()
        .find(|it| it["name"] == "phone");
    assert!(lost.unwrap()["lost"].is_u64());
    new.is_whole();
}

#[test]
fn what_a_clinic_holds_comes_back_with_the_words_and_the_rest_is_named() {
    let machine = Machine::new();
    let ((phone, words), desk) = (filled(&machine, "phone"), machine.created("desk").0);
    let (shared, address) = (machine.device("shared"), sharing::free_address());
    let opened = [
        "grant",
        "allergies",
        "medications",
        "--read",
        "--address",
        &address,
    ];
    let (_, code) = sharing::grant(&phone, &opened);
    let waiting = sharing::serve(&phone, &address, true);
    desk.ok(&sharing::redeem(&code, &shared));
    assert_eq!(sharing::end(waiting)["served"], "given");
    let held = ["allergies", "medications"];
    let before = held.map(|section| ids(&phone, section));
    let others = phone.ok(&["sections"]);
    phone.ok(&["erase", "--erase-record", "phone"]);

    back_up(&machine, &shared, "file");
    let (new, report) = restore(&machine, "new", "file", &words).unwrap();
    assert!(before.iter().all(|ids| !ids.is_empty()));
    assert_eq!(held.map(|section| ids(&new, section)), before);
    let missing: Vec<&str> = report["missing"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| it.as_str().unwrap())
        .collect();
    assert_eq!(missing.len(), 14);
    for section in others["sections"].as_array().unwrap() {
        let name = section["section"].as_str().unwrap();
        assert_ne!(missing.contains(&name), held.contains(&name), "{name}");
    }
    new.is_whole();
    // The clinic cannot read its own file.
    let other = machine.created("other").1;
    let error = restore(&machine, "none", "file", &other).unwrap_err();
    assert_eq!(error["id"], "restore-wrong-words");
}

#[test]
fn new_words_after_the_old_were_seen() {
    let machine = Machine::new();
    let (phone, old) = filled(&machine, "phone");
    let tablet = machine.device("tablet");
    pair(&phone, &tablet);
    meet(&phone, &tablet);
    back_up(&machine, &phone, "before");
    assert_eq!(
        phone.fails(&["recover", "new-words", "--yes"], 10)["id"],
        "words-unanswered"
    );
    assert_eq!(
        phone.fails(
            &["recover", "new-words", "--no-way-back", "--without", "watch"],
            3
        )["id"],
        "sync-no-such-device"
    );
    let made = phone.ok(&["recover", "new-words", "--no-way-back"]);
    let new = made["words"].as_str().unwrap();
    assert!(new.split(' ').count() == 24 && new != old);
    phone.ok(&["add", "note", "Not for who has the old words"]);
    let (_, called) = meet(&phone, &tablet);
    assert_eq!(
        (&called["same"], &called["other_words"]),
        (&Value::Bool(true), &serde_json::json!([]))
    );
    assert_eq!(shown(&phone), shown(&tablet));

    // The tablet may take nobody out before the new words are typed there.
    assert_eq!(
        tablet.fails(&["devices", "lost", "phone", "--no-way-back"], 5)["id"],
        "lost-no-identity"
    );
    let refused = with_words(&tablet, &old, "recover use-words");
    assert_eq!(crate::process::refusal(&refused, 4)["id"], "words-other");
    assert!(with_words(&tablet, new, "recover use-words").status.success());
    tablet.ok(&["devices", "renew", "phone"]);

    back_up(&machine, &phone, "after");
    let before = shown(&phone);
    let (whole, report) = restore(&machine, "whole", "after", new).unwrap();
    assert_eq!(
        (shown(&whole), &report["missing"]),
        (before, &serde_json::json!([]))
    );
    whole.is_whole();
    for (file, words) in [("after", old.as_str()), ("before", new)] {
        let error = restore(&machine, "none", file, words).unwrap_err();
        assert_eq!(error["id"], "restore-wrong-words");
    }
    // The old words bring back what was written until then, and nobody talks to who does that.
    let (earlier, _) = restore(&machine, "earlier", "before", &old).unwrap();
    assert_eq!(ids(&earlier, "results"), ids(&whole, "results"));
    assert!(ids(&earlier, "notes").len() < ids(&whole, "notes").len());
}
