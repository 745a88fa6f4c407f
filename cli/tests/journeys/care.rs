//! What rules find in a record: before a medicine is taken, and after.

use crate::process::{Device, Machine};
use serde_json::{Value, json};

const DAY: &str = "2026-11-26";

fn found<'a>(said: &'a Value, kind: &str) -> Vec<&'a Value> {
    let all = said["findings"].as_array().unwrap().iter();
    all.filter(|it| it["kind"] == kind).collect()
}

fn check(device: &Device) -> Value {
    device.ok(&["check", "--on", DAY])
}

#[test]
fn a_clash_is_told_before_the_medicine_is_taken_and_until_it_is_stopped() {
    let machine = Machine::new();
    let (device, _) = machine.created("maria");
    device.ok(&[
        "add",
        "profile",
        "--given",
        "Maria",
        "--birth-date",
        "1951-03-02",
        "--gender",
        "female",
    ]);
    device.ok(&["add", "medicine", "Warfarin"]);
    assert_eq!(found(&check(&device), "interaction").len(), 0);

    let before = device.ok(&["what-if", "St. John's wort", "--on", DAY]);
    let clash = found(&before, "interaction")[0];
    assert_eq!(
        (&clash["severity"], &clash["interrupts"]),
        (&json!("contraindicated"), &json!(true))
    );
    assert!(clash["entries"].as_array().unwrap().contains(&json!("new-1")));
    // It was only asked.
    assert_eq!(device.items("medications").len(), 1);

    device.ok(&["add", "medicine", "St. John's wort"]);
    let after = check(&device);
    let clash = found(&after, "interaction")[0];
    let rule = format!(
        "{}/{}",
        clash["rule"]["table"].as_str().unwrap(),
        clash["rule"]["row"].as_str().unwrap()
    );
    let said = device.says(&["check", "--on", DAY]);
    for word in [
        "Must not be",
        &rule,
        "not a medical device",
        "No clinician has reviewed",
    ] {
        assert!(said.contains(word), "{word}: {said}");
    }
    let explained = device.ok(&["explain", &rule, "--on", DAY]);
    assert_eq!(explained["findings"][0]["name"], clash["name"]);
    assert!(!explained["source"]["licence"].as_str().unwrap().is_empty());
    assert_eq!(explained["version"], after["version"]);
    let unknown = device.fails(&["explain", "interaction/none"], 3);
    assert_eq!(unknown["id"], "care-no-such-finding");

    let wort = device.items("medications");
    let wort = wort
        .iter()
        .find(|it| it["facts"]["title"] == "St. John's wort")
        .unwrap();
    device.ok(&[
        "correct",
        wort["id"].as_str().unwrap(),
        "medicine",
        "--status",
        "stopped",
    ]);
    assert_eq!(found(&check(&device), "interaction").len(), 0);
}

#[test]
fn what_is_not_known_is_not_called_safe() {
    let machine = Machine::new();
    let (device, _) = machine.created("maria");
    device.ok(&["add", "medicine", "Grandmother's drops"]);
    device.ok(&["add", "medicine", "Warfarin"]);
    let said = check(&device);
    let why: Vec<&str> = said["not_checked"]
        .as_array()
        .unwrap()
        .iter()
        .map(|gap| gap["why"]["id"].as_str().unwrap())
        .collect();
    for id in [
        "finding-not-checked-medicine",
        "finding-not-checked-no-allergies",
        "vaccine-no-birth-day",
    ] {
        assert!(why.contains(&id), "{id}: {why:?}");
    }
    assert!(device.says(&["check"]).contains("Grandmother's drops"));
    assert_eq!(
        device.fails(&["check", "--on", "soon"], 5)["id"],
        "read-not-a-day"
    );
    // Without a day of birth nothing is said of vaccines.
    assert_eq!(device.ok(&["vaccines", "--on", DAY])["forecast"], Value::Null);
}

#[test]
fn vaccines_and_screenings_are_told_by_age_and_by_what_was_done() {
    let machine = Machine::new();
    let (device, _) = machine.created("child");
    device.ok(&[
        "add",
        "profile",
        "--given",
        "Ada",
        "--birth-date",
        "2024-01-01",
        "--gender",
        "female",
    ]);
    let vaccines = device.ok(&["vaccines", "--on", "2025-06-01"]);
    let groups = vaccines["forecast"]["groups"].as_array().unwrap();
    let measles = groups.iter().find(|it| it["group"] == "MMR").unwrap();
    assert_eq!(
        (&measles["standing"], &measles["dose"], &measles["earliest"]),
        (&json!("overdue"), &json!(1), &json!("2025-01-01"))
    );
    assert!(
        device
            .says(&["vaccines", "--on", "2025-06-01"])
            .contains("overdue")
    );

    let (grown, _) = machine.created("grown");
    grown.ok(&[
        "add",
        "profile",
        "--given",
        "Maria",
        "--birth-date",
        "1966-01-01",
        "--gender",
        "female",
    ]);
    let due = grown.ok(&["due", "--on", DAY]);
    let breast = due["screenings"].as_array().unwrap().iter();
    let breast = breast
        .clone()
        .find(|it| it["topic"]["id"] == "due-breast-cancer")
        .unwrap();
    assert_eq!(breast["grade"], "B");
    assert!(
        ["due", "perhaps"].contains(&breast["status"].as_str().unwrap()),
        "{breast:#}"
    );
    assert!(grown.says(&["due", "--on", DAY]).contains("X-ray of the breasts"));
}

#[test]
fn the_example_record_is_checked_whole() {
    let machine = Machine::new();
    let phone = machine.filled("phone");
    let said = check(&phone);
    let entries = |finding: &Value| finding["entries"].as_array().unwrap().len();
    let medicines = ["interaction", "duplicate", "allergy", "condition"];
    for finding in said["findings"].as_array().unwrap() {
        assert!(!finding["rule"]["source"].as_str().unwrap().is_empty());
        let text = finding["says"]["text"].as_str().unwrap();
        assert_ne!(finding["says"]["id"], text, "a text is missing");
        if medicines.contains(&finding["kind"].as_str().unwrap()) {
            assert!(entries(finding) > 0, "{finding:#}");
        }
    }
    phone.ok(&["vaccines"]);
    phone.ok(&["due"]);
    phone.is_whole();
}
