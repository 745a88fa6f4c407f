//! The log of who was given what.

use crate::devices::{meet, pair};
use crate::process::{Device, Machine, document};
use serde_json::Value;
use std::fs;

fn actions(device: &Device, arguments: &[&str]) -> Vec<String> {
    let log = device.ok(&[&["audit"], arguments].concat());
    let events = log["events"].as_array().unwrap();
    let action = |it: &Value| it["action"].as_str().unwrap().to_owned();
    events.iter().map(action).collect()
}

#[test]
fn what_left_the_device_is_told_in_words_and_as_fhir() {
    let machine = Machine::new();
    let phone = machine.filled("phone");
    assert!(phone.says(&["audit"]).contains("Nothing stands in the log"));
    phone.ok(&["card"]);
    let out = machine.path("allergies.json");
    let export = [
        "export",
        "--format",
        "bundle",
        "--section",
        "allergies",
        "--out",
        out.to_str().unwrap(),
    ];
    let written = phone.ok(&export);
    phone.ok(&["backup", "--out", machine.path("backup").to_str().unwrap()]);

    assert_eq!(actions(&phone, &[]), ["backed-up", "exported", "card-made"]);
    assert_eq!(actions(&phone, &["--given"]), ["exported", "card-made"]);
    let first = phone.ok(&["audit", "--limit", "1"]);
    let next = first["next"].as_u64().unwrap().to_string();
    assert_eq!(actions(&phone, &["--before", &next]), ["exported", "card-made"]);
    let exported = &phone.ok(&["audit", "--given"])["events"][0];
    assert_eq!(exported["count"], written["resources"]);
    assert_eq!(exported["sections"], serde_json::json!(["allergies"]));
    assert_eq!(exported["outcome"], "done");
    let page = phone.says(&["audit"]);
    assert!(page.contains("3 things in the log"), "{page}");
    assert!(page.contains("You wrote Allergies to a file: "), "{page}");
    assert!(page.contains("You made a sealed backup."), "{page}");

    let check = phone.ok(&["audit", "--verify"]);
    assert_eq!((&check["whole"], &check["entries"]), (&true.into(), &5.into()));
    let page = phone.says(&["audit", "--verify"]);
    assert!(page.contains("The log is whole: 5 entries"), "{page}");
    assert!(page.contains("Nobody else knows how far"), "{page}");

    let path = machine.path("audit.json");
    let fhir = phone.ok(&["audit", "--fhir", path.to_str().unwrap()]);
    assert_eq!(fhir["events"], 2);
    let bundle: Value = serde_json::from_slice(&fs::read(&path).unwrap()).unwrap();
    assert_eq!(bundle["entry"][1]["resource"]["resourceType"], "AuditEvent");
    assert_eq!(
        phone.fails(&["audit", "--fhir", path.to_str().unwrap()], 5)["id"],
        "file-exists"
    );
    phone.is_whole();
}

#[test]
fn a_log_that_was_put_back_is_seen_on_both_devices() {
    let machine = Machine::new();
    let (phone, tablet) = (machine.filled("phone"), machine.device("tablet"));
    pair(&phone, &tablet);
    meet(&phone, &tablet);
    let earlier = phone.bytes();
    let export = |name| {
        let out = machine.path(name);
        phone.ok(&["export", "--format", "ndjson", "--out", out.to_str().unwrap()]);
    };
    export("stolen");
    meet(&phone, &tablet);
    assert_eq!(phone.ok(&["audit", "--verify"])["witnessed"], 4);
    let known = &tablet.ok(&["audit", "--verify"])["others"][0];
    assert_eq!((&known["name"], &known["last"]), (&"phone".into(), &4.into()));

    // A thief puts the older file back, so that the export stands nowhere.
    fs::write(phone.record.join("record.db"), earlier).unwrap();
    phone.ok(&["list", "--accept-older"]);
    assert_eq!(actions(&phone, &[]), ["put-back", "device-added"]);
    assert_eq!(phone.ok(&["audit", "--verify"])["whole"], true);
    meet(&phone, &tablet);
    let verify = |device: &Device| {
        let output = device.command(&["audit", "--verify", "--json"]).output().unwrap();
        assert_eq!(output.status.code(), Some(8));
        document(&output)
    };
    let seen = verify(&tablet);
    assert_eq!(seen["others"][0]["fault"]["kind"], "audit-cut-off", "{seen:#}");
    assert_eq!(seen["faults"], serde_json::json!([]), "its own log is whole");
    assert_eq!(verify(&phone)["faults"][0]["kind"], "audit-cut-off");
    let page = tablet.command(&["audit", "--verify"]).output().unwrap().stdout;
    let page = String::from_utf8(page).unwrap();
    assert!(page.contains("“phone”: its log is not whole."), "{page}");
    assert!(
        page.contains("It ends with entry 3, and there was an entry 4"),
        "{page}"
    );
}
