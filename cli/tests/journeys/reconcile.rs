//! Medicines as each source says them, and two sources that contradict each other: seen, decided, told to others.

use crate::devices::{meet, pair};
use crate::process::{Device, Machine};
use crate::sharing::{end, free_address, grant, redeem, serve};
use serde_json::{Value, json};
use std::fs;

const CCDA: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/../core/fhir/tests/ccda/pitfalls.xml"
);

/// A file of one server.
fn file(machine: &Machine, system: &str, resources: &[Value]) -> String {
    let entry = |(number, resource): (usize, &Value)| {
        let kind = resource["resourceType"].as_str().unwrap();
        let mut resource = resource.clone();
        resource["id"] = json!(format!("r{number}"));
        json!({"fullUrl": format!("https://{system}.example/{kind}/r{number}"), "resource": resource})
    };
    let entries: Vec<Value> = resources.iter().enumerate().map(entry).collect();
    let bundle = json!({"resourceType": "Bundle", "type": "collection", "entry": entries});
    let path = machine.file(&format!("{system}.json"), bundle.to_string());
    path.to_str().unwrap().to_owned()
}

fn medicine(kind: &str, more: Value) -> Value {
    let mut resource = json!({"resourceType": kind, "medicationCodeableConcept": {"coding": [{
        "system": "http://www.nlm.nih.gov/research/umls/rxnorm", "code": "617318",
        "display": "Atorvastatin 20 MG Oral Tablet"}]}});
    for (name, value) in more.as_object().unwrap() {
        resource[name] = value.clone();
    }
    resource
}

fn penicillin(more: Value) -> Value {
    let mut resource = json!({"resourceType": "AllergyIntolerance", "code": {"coding": [{
        "system": "http://snomed.info/sct", "code": "91936005", "display": "Allergy to penicillin"}]}});
    for (name, value) in more.as_object().unwrap() {
        resource[name] = value.clone();
    }
    resource
}

#[test]
fn medicines_say_who_says_what_as_of_when() {
    let machine = Machine::new();
    let (phone, _) = machine.created("phone");
    let order = medicine(
        "MedicationRequest",
        json!({"status": "active", "intent": "order", "authoredOn": "2019-04-02",
            "requester": {"display": "Dr. Amadi"}, "dosageInstruction": [{"text": "One in the evening"}]}),
    );
    let fill = medicine(
        "MedicationDispense",
        json!({"status": "completed", "whenHandedOver": "2026-05-06"}),
    );
    let unsaid =
        json!({"resourceType": "MedicationStatement", "medicationCodeableConcept": {"text": "Warfarin"}});
    phone.ok(&["import", &file(&machine, "hospital", &[order, fill, unsaid])]);
    phone.ok(&["import", CCDA, "--same-person"]);
    phone.ok(&["add", "medicine", "Cetirizine"]);

    let items = phone.items("medications");
    let of = |kind: &str, title: &str| {
        let is = |it: &&Value| {
            let facts = &it["facts"];
            facts["type"] == kind && facts["title"].as_str().is_some_and(|it| it.starts_with(title))
        };
        items
            .iter()
            .find(is)
            .unwrap_or_else(|| panic!("{kind} {title}: {items:#?}"))
    };
    let order = of("MedicationRequest", "Atorvastatin");
    let said = &order["medicine"]["said"][0];
    assert_eq!(
        (&said["says"], &said["as_of"], &said["as_of_basis"], &said["who"]),
        (
            &json!("active"),
            &json!("2019-04-02"),
            &json!("stated"),
            &json!("Dr. Amadi")
        )
    );
    assert_eq!(order["medicine"]["is_old"], true);
    let fill = of("MedicationDispense", "Atorvastatin");
    assert_eq!(
        (
            &fill["past"],
            &fill["medicine"]["said"][0]["says"],
            &fill["medicine"]["last_confirmed"]
        ),
        (&json!(true), &json!("filled"), &Value::Null)
    );
    let unsaid = of("MedicationStatement", "Warfarin");
    assert_eq!(unsaid["medicine"]["said"][0]["says"], "unsaid");
    assert_eq!(unsaid["medicine"]["last_confirmed"], Value::Null);
    // The document takes ibuprofen as "completed", and says that warfarin is not taken.
    let document = items
        .iter()
        .filter(|it| it["medicine"]["said"][0]["says"] == "not-taken");
    assert_eq!(document.count(), 1, "{items:#?}");
    let own = of("MedicationStatement", "Cetirizine");
    assert_eq!(own["medicine"]["said"][0]["says"], "active");
    assert_eq!(own["medicine"]["is_old"], false);

    let page = phone.says(&["list", "medications"]);
    println!("{page}");
    for part in [
        "filled",
        "not said",
        "Last confirmed",
        "do not stop it by yourself",
    ] {
        assert!(page.contains(part), "{part}: {page}");
    }
    let id = order["short"].as_str().unwrap();
    let page = phone.says(&["item", id]);
    println!("{page}");
    assert!(
        page.contains("Dr. Amadi: it is taken · One in the evening · as of"),
        "{page}"
    );
    let page = phone.says(&["item", fill["short"].as_str().unwrap()]);
    println!("{page}");
    assert!(page.contains("filled on 6 May 2026"), "{page}");
    phone.ok(&["confirm", id]);
    let page = phone.says(&["list", "medications"]);
    assert!(!page.contains("Last confirmed"), "{page}");
}

#[test]
fn a_value_of_two_sources_says_so_and_one_that_may_be_told_twice_too() {
    let machine = Machine::new();
    let (phone, _) = machine.created("phone");
    let potassium = |value: f64, day: &str| {
        json!({"resourceType": "Observation", "status": "final",
            "code": {"coding": [{"system": "http://loinc.org", "code": "2823-3", "display": "Potassium"}]},
            "effectiveDateTime": day, "valueQuantity": {"value": value, "unit": "mmol/L",
            "system": "http://unitsofmeasure.org", "code": "mmol/L"}})
    };
    for (system, value) in [("hospital", 4.2), ("practice", 4.3)] {
        let told = [potassium(4.1, "2026-01-02"), potassium(value, "2026-02-03")];
        phone.ok(&["import", &file(&machine, system, &told)]);
    }
    let trends = phone.ok(&["trends", "2823-3"]);
    let points = trends["series"][0]["points"].as_array().unwrap();
    let told: Vec<(u64, usize)> = points
        .iter()
        .map(|it| {
            let perhaps = it["perhaps_same"].as_array().unwrap();
            (it["sources"].as_u64().unwrap(), perhaps.len())
        })
        .collect();
    assert_eq!(told, [(2, 0), (1, 1), (1, 1)], "{trends:#}");
    let page = phone.says(&["trends", "2823-3"]);
    println!("{page}");
    assert!(
        page.contains("2 sources") && page.contains("perhaps told twice"),
        "{page}"
    );
    let page = phone.says(&["timeline"]);
    println!("{page}");
    assert!(page.contains("Perhaps the same as"), "{page}");
}

fn open(device: &Device) -> Vec<Value> {
    device.ok(&["reconcile"])["open"].as_array().unwrap().clone()
}

fn shorts(pair: &Value) -> (String, String) {
    let short = |side: &str| pair[side]["short"].as_str().unwrap().to_owned();
    (short("first"), short("second"))
}

#[test]
fn two_sources_disagree_and_a_person_decides() {
    let machine = Machine::new();
    let (phone, _) = machine.created("phone");
    let files = [
        file(&machine, "hospital", &[penicillin(json!({"criticality": "low"}))]),
        file(
            &machine,
            "practice",
            &[penicillin(json!({"criticality": "high"}))],
        ),
    ];
    for file in &files {
        phone.ok(&["import", file]);
    }
    assert_eq!(
        phone.fails(
            &["reconcile", "export", machine.path("none.json").to_str().unwrap()],
            3
        )["id"],
        "reconcile-nothing"
    );
    let pairs = open(&phone);
    assert_eq!((pairs.len(), &pairs[0]["doubt"]), (1, &json!("probable")));
    let page = phone.says(&["reconcile"]);
    println!("{page}");
    for part in [
        "perhaps one thing",
        "high risk",
        "hospital.example",
        "practice.example",
    ] {
        assert!(page.contains(part), "{part}: {page}");
    }
    let (a, b) = shorts(&pairs[0]);

    let decided = phone.ok(&["reconcile", "different", &a, &b]);
    assert_eq!(decided["answer"], "different");
    assert!(open(&phone).is_empty());
    assert_eq!(phone.items("allergies").len(), 2);

    let decided = phone.ok(&["reconcile", "same", &a, &b]);
    let pairs = open(&phone);
    assert_eq!((pairs.len(), &pairs[0]["doubt"]), (1, &json!("contradiction")));
    let page = phone.says(&["list", "allergies"]);
    assert!(page.contains("Two sources disagree"), "{page}");
    phone.ok(&["reconcile", "undo", decided["short"].as_str().unwrap()]);
    assert_eq!(open(&phone)[0]["doubt"], "probable");

    phone.ok(&["reconcile", "both", &a, &b]);
    assert_eq!(phone.items("allergies")[0]["rivals"][0]["standing"], "also-right");
    let page = phone.says(&[
        "reconcile",
        "right",
        &a,
        &b,
        "--reason",
        "I was in hospital for it",
    ]);
    println!("{page}");
    let settled = |device: &Device| {
        let items = device.items("allergies");
        assert_eq!(
            (items.len(), &items[0]["state"]),
            (1, &json!("current")),
            "{items:#?}"
        );
        assert_eq!(items[0]["rivals"][0]["standing"], "set-aside");
        let decided = device.ok(&["reconcile"])["decided"].clone();
        assert_eq!(
            decided.as_array().unwrap().len(),
            1,
            "one took the place of the other"
        );
        assert_eq!(decided[0]["reason"], "I was in hospital for it");
        assert_eq!(decided[0]["holds"], true);
    };
    settled(&phone);
    for file in &files {
        assert_eq!(phone.ok(&["import", file])["new"], 0);
    }
    settled(&phone);
    let tablet = machine.device("tablet");
    pair(&phone, &tablet);
    meet(&phone, &tablet);
    settled(&tablet);
    println!("{}", tablet.says(&["reconcile"]));

    let out = machine.path("reconciled.json");
    let out = out.to_str().unwrap();
    phone.ok(&["reconcile", "export", out]);
    let bundle: Value = serde_json::from_str(&fs::read_to_string(out).unwrap()).unwrap();
    let kinds: Vec<&str> = bundle["entry"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| it["resource"]["resourceType"].as_str().unwrap())
        .collect();
    assert_eq!(
        kinds,
        ["AllergyIntolerance", "AllergyIntolerance", "List", "Provenance"]
    );
    phone.ok(&["import", out]);
    assert_eq!(phone.ok(&["import", out])["new"], 0);
    settled(&phone);
    phone.is_whole();
}

#[test]
fn what_a_clinic_decides_is_shown_and_changes_nothing() {
    let machine = Machine::new();
    let (phone, desk) = (machine.created("phone").0, machine.created("desk").0);
    for (system, more) in [
        ("hospital", json!({"criticality": "low"})),
        ("practice", json!({"criticality": "high"})),
    ] {
        phone.ok(&["import", &file(&machine, system, &[penicillin(more)])]);
    }
    let (shared, address) = (machine.device("shared"), free_address());
    let opened = [
        "grant",
        "allergies",
        "--read",
        "--append",
        "allergies",
        "--for",
        "4h",
    ];
    let (_, code) = grant(&phone, &[&opened[..], &["--address", &address]].concat());
    let waiting = serve(&phone, &address, true);
    desk.ok(&redeem(&code, &shared));
    assert_eq!(end(waiting)["served"], "given");

    let pairs = open(&shared);
    assert_eq!(pairs.len(), 1, "{:#?}", shared.items("allergies"));
    let (a, b) = shorts(&pairs[0]);
    let page = shared.says(&["reconcile", "same", &a, &b]);
    assert!(page.contains("It changes nothing"), "{page}");
    let waiting = serve(&phone, &address, false);
    shared.ok(&["sync", "connect", &address]);
    assert_eq!(end(waiting)["served"], "came-back");
    let all = phone.ok(&["reconcile"]);
    assert_eq!(all["open"].as_array().unwrap().len(), 1, "as open as before");
    assert_eq!(
        (&all["decided"][0]["holds"], &all["decided"][0]["by"]["name"]),
        (&json!(false), &json!("Lakeside Clinic"))
    );
    let page = phone.says(&["reconcile"]);
    println!("{page}");
    assert!(
        page.contains("It changes nothing") && page.contains("Lakeside Clinic"),
        "{page}"
    );
    assert_eq!(phone.items("allergies").len(), 2);
    phone.is_whole();
}
