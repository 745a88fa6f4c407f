//! Before a call: what the clinic asks, what the record has of it, what is given, and what stays.

use crate::devices::meet;
use crate::people::appoint;
use crate::process::{Device, Machine};
use serde_json::{Value, json};
use std::fs;
use std::path::Path;

const REQUEST: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/../examples/check-in/before-the-call.json"
);

fn with_readings(machine: &Machine) -> Device {
    let device = machine.filled("phone");
    device.ok(&["add", "blood-pressure", "142", "88"]);
    device
}

fn item<'a>(answer: &'a Value, id: &str) -> &'a Value {
    let items = answer["items"].as_array().unwrap();
    items.iter().find(|it| it["id"] == id).unwrap()
}

fn question<'a>(answer: &'a Value, id: &str) -> &'a Value {
    let content = item(answer, "form")["content"].as_array().unwrap();
    content.iter().find(|it| it["question"] == id).unwrap()
}

/// How many forms filled in the record keeps.
fn kept(device: &Device) -> usize {
    device.items("check-ins").len()
}

fn response(file: &Path) -> Value {
    serde_json::from_slice(&fs::read(file).unwrap()).unwrap()
}

fn statuses(response: &Value) -> Vec<(String, String)> {
    let text = |it: &Value| it.as_str().unwrap().to_owned();
    let all = response["requestStatus"].as_array().unwrap();
    all.iter()
        .map(|it| (text(&it["item"]), text(&it["status"])))
        .collect()
}

/// The types of the resources that are given for an item.
fn given(response: &Value, item: &str) -> Vec<String> {
    let artifacts = response["artifacts"].as_array().unwrap();
    let of = artifacts.iter().filter(|it| it["fulfills"][0] == item);
    of.flat_map(|it| match it["value"]["entry"].as_array() {
        Some(entries) => entries
            .iter()
            .map(|it| it["resource"]["resourceType"].clone())
            .collect(),
        None => vec![it["value"]["resourceType"].clone()],
    })
    .map(|it| it.as_str().unwrap().to_owned())
    .collect()
}

#[test]
fn what_is_asked_is_shown_with_what_the_record_knows_and_nothing_is_given() {
    let machine = Machine::new();
    let device = with_readings(&machine);
    let shown = device.ok(&["checkin", REQUEST]);
    assert_eq!(shown["sent"], Value::Null);
    assert_eq!(item(&shown, "allergies")["offered"], "records");
    assert!(
        !item(&shown, "allergies")["content"]
            .as_array()
            .unwrap()
            .is_empty()
    );
    assert_eq!(question(&shown, "born")["answers"].as_array().unwrap().len(), 1);
    assert_eq!(question(&shown, "systolic")["answers"][0], "142 mmHg");
    assert!(question(&shown, "systolic")["when"].is_string());
    assert_eq!(question(&shown, "weight")["answers"], json!([]), "of last year");
    assert_eq!(question(&shown, "pain")["fault"], "form-missing");
    let page = device.says(&["checkin", REQUEST]);
    for part in [
        "3 things are asked of you",
        "Your video visit on 30 November",
        "does not prove who asks",
        "Penicillin",
        "142 mmHg from your record",
        "The clinic needs an answer here.",
        "Nothing was written or sent.",
    ] {
        assert!(page.contains(part), "{part}: {page}");
    }
    assert!(!page.contains("How strong"), "asked only of who is in pain");
}

#[test]
fn what_is_given_is_in_the_file_and_nothing_else() {
    let machine = Machine::new();
    let device = with_readings(&machine);
    let before = kept(&device);
    let out = machine.path("answer.json");
    let to = ["--out", out.to_str().unwrap()];
    let answers = [
        ["--answer", "form", "pain", "yes"],
        ["--answer", "form", "strength", "4"],
        ["--answer", "form", "weight", "81.50"],
        ["--answer", "form", "where", "at home"],
    ];
    let asked = [
        &["checkin", REQUEST, "--give", "allergies"][..],
        &answers.concat(),
        &to,
    ]
    .concat();
    let shown = device.ok(&asked);
    assert_eq!(question(&shown, "strength")["answers"][0], "4");
    let response = response(&out);
    let expected = [
        ("allergies", "fulfilled"),
        ("medicines", "declined"),
        ("form", "fulfilled"),
    ];
    assert_eq!(
        statuses(&response),
        expected.map(|(one, two)| (one.to_owned(), two.to_owned()))
    );
    assert!(given(&response, "medicines").is_empty());
    assert!(
        given(&response, "allergies")
            .iter()
            .all(|it| it == "AllergyIntolerance")
    );
    assert_eq!(given(&response, "form"), ["QuestionnaireResponse"]);
    let text = fs::read_to_string(&out).unwrap();
    assert!(text.contains(r#""value":81.50"#), "as typed: {text}");
    assert!(text.contains(r#""status":"completed""#) && text.contains("before-the-call|1"));
    // A copy stays, and the log says that something went out.
    assert_eq!(kept(&device), before + 1);
    let log = device.ok(&["audit"]).to_string();
    assert!(log.contains("export"), "{log}");
    // None is overwritten.
    device.fails(&asked, 5);
}

#[test]
fn who_acts_for_the_person_answers_in_their_own_name() {
    let machine = Machine::new();
    let phone = with_readings(&machine);
    let (mother, ..) = appoint(&machine, &phone, &["Amina", "--role", "manage"]);
    meet(&phone, &mother);
    let filled = |device: &Device, file: &str| {
        let out = machine.path(file);
        let answer = ["--answer", "form", "pain", "no"];
        let to = ["--out", out.to_str().unwrap()];
        device.ok(&[&["checkin", REQUEST][..], &answer, &to].concat());
        let response = response(&out);
        let artifacts = response["artifacts"].as_array().unwrap().iter();
        let form = artifacts
            .map(|it| &it["value"])
            .find(|it| it["resourceType"] == "QuestionnaireResponse");
        form.unwrap().clone()
    };
    let (own, hers) = (filled(&phone, "own.json"), filled(&mother, "hers.json"));
    assert_eq!(own["source"], Value::Null, "the patient's own: {own:#}");
    assert_eq!(hers["source"], json!({ "display": "Amina" }));
    assert_eq!(hers["subject"], own["subject"]);
}

#[test]
fn one_entry_is_kept_back_and_a_missing_answer_leaves_the_form_unfinished() {
    let machine = Machine::new();
    let device = with_readings(&machine);
    let shown = device.ok(&["checkin", REQUEST]);
    let allergies = item(&shown, "allergies")["content"].as_array().unwrap().clone();
    let short = allergies[0]["item"]["short"].as_str().unwrap();
    let out = machine.path("answer.json");
    let asked = [
        "checkin",
        REQUEST,
        "--give",
        "allergies",
        "--give",
        "form",
        "--leave-out",
        short,
    ];
    let preview = device.says(&asked);
    assert!(preview.contains("Left out: "), "{preview}");
    device.ok(&[&asked[..], &["--out", out.to_str().unwrap()]].concat());
    let response = response(&out);
    let statuses = statuses(&response);
    assert_eq!(statuses[2].1, "partial");
    assert_eq!(given(&response, "allergies").len(), allergies.len() - 1);
    assert_eq!(
        statuses[0].1,
        if allergies.len() > 1 {
            "partial"
        } else {
            "declined"
        }
    );
    assert!(
        fs::read_to_string(&out)
            .unwrap()
            .contains(r#""status":"in-progress""#)
    );
}

#[test]
fn what_does_not_fit_is_refused_with_the_reason_and_nothing_is_written() {
    let machine = Machine::new();
    let device = with_readings(&machine);
    let before = kept(&device);
    let out = machine.path("answer.json");
    let refused = |more: &[&str], id: &str| {
        let asked = [&["checkin", REQUEST, "--out", out.to_str().unwrap()][..], more].concat();
        let error = device.fails(&asked, 5);
        assert_eq!(error["id"], id, "{error:#}");
        assert!(!error["next"].as_str().unwrap().is_empty());
        assert!(!out.exists());
        error["message"].as_str().unwrap().to_owned()
    };
    let faults = "checkin-form-faults";
    assert!(refused(&["--answer", "form", "pain", "perhaps"], faults).contains("pain: "));
    assert!(refused(&["--answer", "form", "systolic", "142 kg"], faults).contains("unit"));
    let strong = [
        "--answer", "form", "pain", "yes", "--answer", "form", "strength", "11",
    ];
    assert!(refused(&strong, faults).contains("Lower or higher"));
    let unasked = [
        "--answer", "form", "pain", "no", "--answer", "form", "strength", "3",
    ];
    assert!(refused(&unasked, faults).contains("not asked"));
    refused(&["--answer", "form", "nothing", "3"], faults);
    refused(&["--give", "everything"], "checkin-not-asked");
    refused(&["--answer", "allergies", "x", "y"], "checkin-not-asked");
    let result = device.ok(&["list", "results"])["items"][0]["short"].clone();
    refused(
        &["--give", "allergies", "--leave-out", result.as_str().unwrap()],
        "checkin-not-offered",
    );
    assert_eq!(kept(&device), before);
    let twice = machine.file(
        "twice.json",
        r#"{"type":"smart-health-checkin-request","type":"x","version":"1"}"#,
    );
    assert_eq!(
        device.fails(&["checkin", twice.to_str().unwrap()], 5)["id"],
        "checkin-not-json"
    );
    let latin = machine.file("latin.json", b"\xe9");
    assert_eq!(
        device.fails(&["checkin", latin.to_str().unwrap()], 5)["id"],
        "checkin-not-json"
    );
}

#[test]
fn what_is_kept_to_oneself_is_never_offered() {
    let machine = Machine::new();
    let device = with_readings(&machine);
    device.ok(&["add", "allergy", "Nobody's business", "--sensitive"]);
    let shown = device.ok(&["checkin", REQUEST]).to_string();
    assert!(!shown.contains("Nobody's business"));
}
