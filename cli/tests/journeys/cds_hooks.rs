//! A clinic's system calls: cards for the record, cards for orders, and requests that are refused.

use crate::process::{Device, Machine};
use serde_json::{Value, json};

const DAY: &str = "2026-11-26";

fn request(hook: &str, context: &Value) -> Value {
    json!({
        "hook": hook, "hookInstance": "d1577c69-dfbe-44ad-ba6d-3e05e953b2ea",
        "fhirAuthorization": { "access_token": "a-secret-token" },
        "context": context,
        "prefetch": { "patient": {
            "resourceType": "Patient", "id": "7", "name": [{ "given": ["Maria"], "family": "Okafor" }], "birthDate": "1951-03-02",
        } },
    })
}

fn order(name: &str) -> Value {
    json!({
        "userId": "Practitioner/1", "patientId": "7", "selections": ["MedicationRequest/new"],
        "draftOrders": { "resourceType": "Bundle", "type": "collection", "entry": [{ "resource": {
            "resourceType": "MedicationRequest", "id": "new", "status": "draft", "intent": "order",
            "subject": { "reference": "Patient/7" }, "medicationCodeableConcept": { "text": name },
        } }] },
    })
}

fn call(machine: &Machine, device: &Device, request: &Value) -> Value {
    let file = machine.file("request.json", request.to_string());
    device.ok(&["cds-hooks", file.to_str().unwrap(), "--on", DAY])
}

fn refused(machine: &Machine, device: &Device, request: &Value) -> String {
    let file = machine.file("request.json", request.to_string());
    let error = device.fails(&["cds-hooks", file.to_str().unwrap(), "--on", DAY], 5);
    assert!(!error.to_string().contains("a-secret-token"));
    assert!(!error["next"].as_str().unwrap().is_empty());
    error["id"].as_str().unwrap().to_owned()
}

fn with_maria(machine: &Machine) -> Device {
    let (device, _) = machine.created("desk");
    let names = ["--given", "Maria", "--family", "Okafor"];
    let rest = ["--birth-date", "1951-03-02", "--gender", "female"];
    device.ok(&[&["add", "profile"][..], &names, &rest].concat());
    device.ok(&["add", "medicine", "Warfarin"]);
    device
}

#[test]
fn a_clash_is_a_card_before_the_order_is_signed() {
    let machine = Machine::new();
    let desk = with_maria(&machine);
    let answer = call(
        &machine,
        &desk,
        &request("order-select", &order("St. John's wort")),
    );
    let clash = &answer["cards"][0];
    assert_eq!(clash["indicator"], "critical");
    assert!(clash["summary"].as_str().unwrap().starts_with("Must not be: "));
    assert!(
        clash["source"]["label"]
            .as_str()
            .unwrap()
            .contains("Thesaurus of drug interactions")
    );
    assert_eq!(clash["source"]["topic"]["code"], "interaction");
    let detail = clash["detail"].as_str().unwrap();
    for part in [
        "Warfarin",
        "St. John's wort",
        "No clinician has reviewed",
        "not a medical device",
    ] {
        assert!(detail.contains(part), "{part}: {detail}");
    }
    assert!(clash["overrideReasons"].as_array().unwrap().len() > 1);
    assert!(
        clash["suggestions"].is_null(),
        "nothing changes an order by itself"
    );
    // It was only asked.
    assert_eq!(desk.items("medications").len(), 1);

    let harmless = call(
        &machine,
        &desk,
        &request("order-select", &order("Grandmother's drops")),
    );
    let last = harmless["cards"].as_array().unwrap().last().unwrap();
    assert_eq!(last["source"]["topic"]["code"], "not-checked");
    assert!(last["detail"].as_str().unwrap().contains("Grandmother's drops"));
}

#[test]
fn an_order_that_cannot_be_read_is_said_not_to_be_checked() {
    let machine = Machine::new();
    let desk = with_maria(&machine);
    for what in [json!(7), json!({ "text": ["St. John's wort"] })] {
        let mut context = order("");
        context["draftOrders"]["entry"][0]["resource"]["medicationCodeableConcept"] = what;
        let answer = call(&machine, &desk, &request("order-select", &context));
        let cards = answer["cards"].as_array().unwrap();
        let last = cards.last().unwrap();
        assert_eq!(last["source"]["topic"]["code"], "not-checked");
        let detail = last["detail"].as_str().unwrap();
        assert!(detail.contains("it cannot be read"), "{detail}");
    }
}

#[test]
fn an_opened_record_brings_what_is_found_in_it() {
    let machine = Machine::new();
    let desk = with_maria(&machine);
    desk.ok(&["add", "medicine", "St. John's wort"]);
    let context = json!({ "userId": "Practitioner/1", "patientId": "7" });
    let view = request("patient-view", &context);
    let answer = call(&machine, &desk, &view);
    let cards = answer["cards"].as_array().unwrap();
    let found = desk.ok(&["check", "--on", DAY])["findings"]
        .as_array()
        .unwrap()
        .len();
    assert_eq!(cards.len(), found + 1, "each finding, and what was not checked");
    let uuids: std::collections::BTreeSet<&str> =
        cards.iter().map(|it| it["uuid"].as_str().unwrap()).collect();
    assert_eq!(uuids.len(), cards.len());
    for card in cards {
        assert!(card["summary"].as_str().unwrap().chars().count() <= 140);
    }
    let file = machine.file("request.json", view.to_string());
    let said = desk.says(&["cds-hooks", file.to_str().unwrap(), "--on", DAY]);
    for part in [
        "Critical. Must not be",
        "For information. ",
        "not a medical device",
    ] {
        assert!(said.contains(part), "{part}: {said}");
    }
    let offered = desk.ok(&["cds-hooks", "--discovery"]);
    assert_eq!(offered["services"][1]["hook"], "order-select");
    assert!(
        desk.says(&["cds-hooks", "--discovery"])
            .contains("order-select: pocketchart-order-select")
    );
}

#[test]
fn a_request_that_is_wrong_or_about_somebody_else_gets_no_card() {
    let machine = Machine::new();
    let desk = with_maria(&machine);
    let good = request("order-select", &order("Ibuprofen"));
    call(&machine, &desk, &good);
    let with = |pointer: &str, value: Value| {
        let mut changed = good.clone();
        *changed.pointer_mut(pointer).unwrap() = value;
        changed
    };
    let prescribed = "/context/draftOrders/entry/0/resource";
    let twice = json!([
        good.pointer("/context/draftOrders/entry/0"),
        good.pointer("/context/draftOrders/entry/0")
    ]);
    let cases = [
        (json!(["no request"]), "cds-request-unreadable"),
        (with("/context/patientId", json!(7)), "cds-request-unreadable"),
        (with("/hook", json!("")), "cds-request-missing"),
        (with("/context/draftOrders", Value::Null), "cds-request-missing"),
        (with("/context/selections", Value::Null), "cds-request-missing"),
        (with("/hookInstance", json!("1")), "cds-request-not-a-uuid"),
        (with("/hook", json!("order-sign")), "cds-request-other-hook"),
        (
            with("/context/draftOrders", json!({ "resourceType": "Patient" })),
            "cds-orders-not-a-bundle",
        ),
        (with("/context/draftOrders/entry", twice), "cds-orders-twice"),
        (
            with("/context/selections", json!(["MedicationRequest/old"])),
            "cds-orders-no-such-order",
        ),
        (
            with(&format!("{prescribed}/subject/reference"), json!("Patient/8")),
            "cds-orders-another-person",
        ),
        (with("/prefetch/patient", Value::Null), "cds-no-patient"),
        (
            with("/prefetch/patient/birthDate", json!("1951-03-03")),
            "cds-another-person",
        ),
        (
            with("/prefetch/patient/name", json!([{ "given": ["Anna"] }])),
            "cds-another-person",
        ),
    ];
    for (request, id) in cases {
        assert_eq!(refused(&machine, &desk, &request), id);
    }
}
