//! What was read is set aside, comes back when it is another, and is told only to who may see what it is about.

use crate::devices::meet;
use crate::people::appoint;
use crate::process::{Device, Machine};
use crate::sharing::{end, free_address, grant, redeem, serve};
use serde_json::{Value, json};

const DAY: &str = "2026-11-26";

fn check(device: &Device) -> Value {
    device.ok(&["check", "--on", DAY])
}

fn clash(said: &Value) -> Option<Value> {
    let all = said["findings"].as_array().unwrap().iter();
    all.filter(|it| it["kind"] == "interaction")
        .find(|it| it["severity"] == "contraindicated")
        .cloned()
}

/// What a page says, wherever its lines break.
fn page(device: &Device, arguments: &[&str]) -> String {
    let page = device.says(arguments);
    page.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// How many statements hold, by section.
fn holding(device: &Device) -> Vec<Value> {
    let all = device.ok(&["sections"]);
    let sections = all["sections"].as_array().unwrap().iter();
    sections.map(|it| it["current"].clone()).collect()
}

fn rule(finding: &Value) -> String {
    let part = |name: &str| finding["rule"][name].as_str().unwrap().to_owned();
    format!("{}/{}", part("table"), part("row"))
}

fn why_not_checked(said: &Value) -> Vec<String> {
    let gaps = said["not_checked"].as_array().unwrap().iter();
    gaps.map(|gap| gap["why"]["id"].as_str().unwrap().to_owned())
        .collect()
}

/// Takes two medicines that must not be taken together.
fn with_a_clash(machine: &Machine) -> (Device, String) {
    let phone = machine.created("phone").0;
    phone.ok(&["add", "medicine", "Warfarin"]);
    phone.ok(&["add", "medicine", "St. John's wort"]);
    let found = clash(&check(&phone)).unwrap();
    assert_eq!(
        (&found["interrupts"], &found["set_aside"]),
        (&json!(true), &json!(false))
    );
    (phone, rule(&found))
}

#[test]
fn what_is_set_aside_waits_apart_and_comes_back_when_it_is_another() {
    let machine = Machine::new();
    let (phone, rule) = with_a_clash(&machine);
    let before = holding(&phone);
    let none = phone.fails(&["acknowledge", &rule, "--on", DAY], 5);
    assert_eq!(none["id"], "acknowledge-no-reason");
    let none = phone.fails(
        &["acknowledge", "interaction/none", "--reason", "x", "--on", DAY],
        3,
    );
    assert_eq!(none["id"], "care-no-such-finding");
    assert_eq!(clash(&check(&phone)).unwrap()["set_aside"], false);

    let reason = "My doctor watches my blood each week";
    let written = phone.ok(&["acknowledge", &rule, "--reason", reason, "--on", DAY]);
    assert_eq!(
        (&written["effect"], &written["section"], &written["reason"]),
        (&json!("set-aside"), &json!("medications"), &json!(reason))
    );
    assert_eq!(written["about"].as_array().unwrap().len(), 2);
    let found = clash(&check(&phone)).unwrap();
    assert_eq!(
        (&found["interrupts"], &found["set_aside"]),
        (&json!(false), &json!(true))
    );
    for arguments in [&["check", "--on", DAY][..], &["check", "--all", "--on", DAY]] {
        let told = page(&phone, arguments);
        assert!(
            told.contains("You have set this aside") && told.contains(reason),
            "{told}"
        );
        assert!(told.contains("Must not be"), "still there: {told}");
    }
    // It is nothing of the record's own.
    assert_eq!(holding(&phone), before);
    assert_eq!(phone.items("medications").len(), 2);
    phone.ok(&["rebuild"]);
    assert_eq!(clash(&check(&phone)).unwrap()["set_aside"], true);

    // Another statement of one of the two: what was read is not what is found now.
    let wort = phone.item("medications", "St. John's wort")["id"].clone();
    let wort = wort.as_str().unwrap();
    phone.ok(&["correct", wort, "medicine", "--how", "Three a day"]);
    let found = clash(&check(&phone)).unwrap();
    assert_eq!(
        (&found["interrupts"], &found["set_aside"]),
        (&json!(true), &json!(false))
    );
    assert_eq!(found["acknowledgements"][0]["effect"], "outdated");
    assert!(page(&phone, &["check", "--on", DAY]).contains("told again"));

    phone.ok(&["acknowledge", &rule, "--reason", "Asked again", "--on", DAY]);
    assert_eq!(clash(&check(&phone)).unwrap()["set_aside"], true);
    let back = phone.ok(&["acknowledge", &rule, "--take-back", "--on", DAY]);
    assert_eq!(back["taken_back"].as_array().unwrap().len(), 2);
    let found = clash(&check(&phone)).unwrap();
    assert_eq!(
        (&found["interrupts"], &found["acknowledgements"]),
        (&json!(true), &json!([]))
    );
    let none = phone.fails(&["acknowledge", &rule, "--take-back"], 3);
    assert_eq!(none["id"], "acknowledge-none");
    phone.is_whole();
}

#[test]
fn what_is_found_no_more_is_still_told_where_all_is_asked_for() {
    let machine = Machine::new();
    let (phone, rule) = with_a_clash(&machine);
    phone.ok(&["acknowledge", &rule, "--reason", "For a week only", "--on", DAY]);
    let wort = phone.item("medications", "St. John's wort")["id"].clone();
    phone.ok(&[
        "correct",
        wort.as_str().unwrap(),
        "medicine",
        "--status",
        "stopped",
    ]);
    let said = check(&phone);
    assert_eq!(clash(&said), None);
    assert_eq!(said["acknowledged"][0]["finding"], Value::Null);
    let told = page(&phone, &["check", "--all", "--on", DAY]);
    assert!(
        told.contains("not found any more") && told.contains("For a week only"),
        "{told}"
    );
}

#[test]
fn who_manages_sets_aside_and_a_clinic_only_says_that_it_has_read() {
    let machine = Machine::new();
    let (phone, rule) = with_a_clash(&machine);
    let (amina, ..) = appoint(&machine, &phone, &["Amina", "--role", "manage"]);
    amina.ok(&["acknowledge", &rule, "--reason", "We asked", "--on", DAY]);
    meet(&phone, &amina);
    let found = clash(&check(&phone)).unwrap();
    assert_eq!(found["set_aside"], true);
    assert_eq!(found["acknowledgements"][0]["by"]["name"], "Amina");
    let told = page(&phone, &["check", "--on", DAY]);
    assert!(told.contains("Amina has set this aside"), "{told}");
    phone.ok(&["acknowledge", &rule, "--take-back", "--on", DAY]);
    meet(&phone, &amina);
    assert_eq!(clash(&check(&amina)).unwrap()["set_aside"], false);

    let machine = Machine::new();
    let (phone, rule) = with_a_clash(&machine);
    let (desk, shared, address) = (
        machine.created("desk").0,
        machine.device("shared"),
        free_address(),
    );
    let opened = [
        "grant",
        "medications",
        "--read",
        "--append",
        "medications",
        "--for",
        "4h",
        "--address",
        &address,
    ];
    let (_, code) = grant(&phone, &opened);
    let waiting = serve(&phone, &address, true);
    desk.ok(&redeem(&code, &shared));
    end(waiting);
    let noted = shared.ok(&["acknowledge", &rule, "--reason", "INR is watched", "--on", DAY]);
    assert_eq!(noted["effect"], "noted");
    assert_eq!(clash(&check(&shared)).unwrap()["set_aside"], false);
    let waiting = serve(&phone, &address, false);
    shared.ok(&["sync", "connect", &address]);
    end(waiting);
    let found = clash(&check(&phone)).unwrap();
    assert_eq!(
        (&found["interrupts"], &found["set_aside"]),
        (&json!(true), &json!(false))
    );
    let by = &found["acknowledgements"][0];
    assert_eq!(
        (&by["effect"], &by["by"]["name"]),
        (&json!("noted"), &json!("Lakeside Clinic"))
    );
    let told = page(&phone, &["check", "--on", DAY]);
    assert!(told.contains("Lakeside Clinic has read this"), "{told}");
    // What the patient sets aside is quiet for the patient, not for the clinic.
    phone.ok(&["acknowledge", &rule, "--reason", "I know", "--on", DAY]);
    let waiting = serve(&phone, &address, false);
    shared.ok(&["sync", "connect", &address]);
    end(waiting);
    assert_eq!(clash(&check(&phone)).unwrap()["set_aside"], true);
    assert_eq!(clash(&check(&shared)).unwrap()["interrupts"], true);
}

#[test]
fn nothing_is_said_or_counted_of_what_a_viewer_may_not_see() {
    let machine = Machine::new();
    let phone = machine.created("phone").0;
    phone.ok(&[
        "add",
        "profile",
        "--given",
        "Maria",
        "--birth-date",
        "1951-03-02",
        "--gender",
        "female",
    ]);
    phone.ok(&["add", "allergy", "Penicillin"]);
    phone.ok(&["add", "medicine", "Amoxicillin"]);
    let of = |said: &Value, kind: &str| {
        let all = said["findings"].as_array().unwrap().iter();
        all.filter(|it| it["kind"] == kind).count()
    };
    // Who sees everything is told.
    let whole = check(&phone);
    assert_eq!(of(&whole, "allergy"), 1);
    assert!(of(&whole, "vaccine") > 0 && of(&whole, "screening") > 0);
    assert!(
        !why_not_checked(&whole)
            .iter()
            .any(|it| it.starts_with("care-unseen"))
    );

    let arguments = ["Ben", "--role", "view", "--for", "30d", "medications", "profile"];
    let (ben, ..) = appoint(&machine, &phone, &arguments);
    ben.item("medications", "Amoxicillin");
    let his = check(&ben);
    for kind in ["allergy", "vaccine", "screening"] {
        assert_eq!(of(&his, kind), 0, "{kind}: {his:#}");
    }
    assert!(!his.to_string().contains("enicillin\""), "{his:#}");
    let why = why_not_checked(&his);
    for id in [
        "care-unseen",
        "care-unseen-vaccines",
        "care-unseen-screenings",
        "care-unseen-sensitive",
    ] {
        assert!(why.iter().any(|it| it == id), "{id}: {why:?}");
    }
    for untrue in ["finding-not-checked-no-allergies", "vaccine-questions-open"] {
        assert!(!why.iter().any(|it| it == untrue), "{why:?}");
    }
    let told = page(&ben, &["check", "--all", "--on", DAY]);
    assert!(
        told.contains("Allergies: not checked, because you may not see"),
        "{told}"
    );
    assert_eq!(ben.ok(&["vaccines", "--on", DAY])["forecast"], Value::Null);
    let due = ben.ok(&["due", "--on", DAY]);
    assert_eq!(due["screenings"], json!([]));
    assert!(
        why_not_checked(&due)
            .iter()
            .any(|it| it == "care-unseen-screenings")
    );
    // Who only reads sets nothing aside.
    assert_eq!(of(&his, "interaction"), 0);
}
