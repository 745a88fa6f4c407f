//! A hospital's server is found, connected, pulled and forgotten.

use crate::hospital::{Hospital, Reply, State, browse, condition};
use crate::process::{Device, Machine, document};
use serde_json::{Value, json};
use std::process::Child;

/// Begins to connect: the process that waits, and the address that it says to open.
fn begin(device: &Device, hospital: &Hospital, name: &str, more: &[&str]) -> (Child, String) {
    let base = hospital.base();
    let arguments = [
        "sources",
        "add",
        &base,
        "--name",
        name,
        "--client-id",
        "app",
        "--port",
        "0",
    ];
    let (child, line) = device.start(&[&arguments[..], more].concat(), "\"open\"");
    let event: Value = serde_json::from_str(&line).unwrap();
    (child, event["open"].as_str().unwrap().to_owned())
}

/// What a person does in the browser: signs in, and is sent back. The status of the page that says so.
fn sign_in(url: &str, on_the_way: impl FnOnce(String) -> String) -> u16 {
    let (status, location) = browse(url);
    assert_eq!(status, 302);
    browse(&on_the_way(location.unwrap())).0
}

fn connect(device: &Device, hospital: &Hospital, name: &str) -> Value {
    connect_with(device, hospital, name, &[])
}

fn connect_with(device: &Device, hospital: &Hospital, name: &str, more: &[&str]) -> Value {
    let (child, url) = begin(device, hospital, name, more);
    assert_eq!(sign_in(&url, |it| it), 200);
    let output = child.wait_with_output().unwrap();
    let added = document(&output);
    assert!(output.status.success(), "{added:#}");
    added
}

#[test]
fn a_hospital_is_connected_pulled_and_forgotten() {
    let machine = Machine::new();
    let (device, _) = machine.created("phone");
    let hospital = Hospital::new();
    hospital.conditions(12);
    assert!(device.says(&["sources"]).contains("No hospital"));
    let added = connect(&device, &hospital, "General");
    assert_eq!(
        (&added["pull"]["new"], &added["source"]["patient"]),
        (&json!(13), &json!("7"))
    );
    assert_eq!(device.items("problems").len(), 12);

    hospital.put_at(
        "Condition",
        "late",
        "2026-11-28T00:00:00Z",
        &condition(50, "7").replace("c50", "late"),
    );
    let pulled = device.ok(&["sources", "pull", "General"]);
    assert_eq!(
        (&pulled["pulled"][0]["new"], &pulled["pulled"][0]["updated"]),
        (&json!(1), &json!(0))
    );
    hospital.instead(|asked| (asked.below() == "Observation").then(|| Reply::text(403, "")));
    let said = device.says(&["sources", "pull"]);
    assert!(
        said.contains("0 new") && said.contains("Observation: not allowed"),
        "{said}"
    );
    let said = device.says(&["sources"]);
    assert!(
        said.contains("General") && said.contains(&hospital.base()) && said.contains("patient/*.rs"),
        "{said}"
    );
    let imports = device.ok(&["imports"]);
    assert_eq!(imports["imports"][0]["file"], "General");

    assert_eq!(
        device.fails(&["sources", "pull", "Elsewhere"], 3)["id"],
        "source-unknown"
    );
    let removed = device.ok(&["sources", "remove", "General"]);
    assert_eq!(removed["revoked"], true);
    assert_eq!(device.fails(&["sources", "pull"], 3)["id"], "source-none");
    assert_eq!(device.items("problems").len(), 13);
}

#[test]
fn a_sign_in_of_somebody_else_connects_nothing() {
    let machine = Machine::new();
    let (device, _) = machine.created("phone");
    let hospital = Hospital::new();
    let (child, url) = begin(&device, &hospital, "General", &[]);
    assert_eq!(sign_in(&url, |it| it.replace("state=", "state=x")), 400);
    let output = child.wait_with_output().unwrap();
    assert_eq!(document(&output)["error"]["id"], "source-other-sign-in");
    assert_eq!(output.status.code(), Some(5));
    assert_eq!(device.ok(&["sources"])["sources"], json!([]));
}

#[test]
fn a_pull_that_is_killed_goes_on_without_a_duplicate() {
    let machine = Machine::new();
    let (device, _) = machine.created("phone");
    let hospital = Hospital::new();
    hospital.set(|it| it.open = true);
    let base = hospital.base();
    device.ok(&["sources", "add", &base, "--name", "General", "--open"]);
    for number in 0..100 {
        let id = format!("c{number}");
        hospital.put_at("Condition", &id, "2026-11-28T00:00:00Z", &condition(number, "7"));
    }
    // The third page takes so long that the process is killed while it waits for it.
    hospital.instead(|asked| {
        let third = asked.query("at").as_deref() == Some("20");
        third.then(|| Reply::text(503, "").with("Retry-After", "100"))
    });
    let mut child = device.command(&["sources", "pull", "--json"]).spawn().unwrap();
    while !hospital
        .asked("/Condition")
        .iter()
        .any(|it| it.query("at").as_deref() == Some("20"))
    {
        std::thread::sleep(std::time::Duration::from_millis(20));
    }
    child.kill().unwrap();
    child.wait().unwrap();
    assert_eq!(device.items("problems").len(), 20);
    assert_eq!(device.ok(&["sources"])["sources"][0]["half_way"], true);
    hospital.set(|it| it.instead = None);
    let pulled = device.ok(&["sources", "pull"]);
    assert_eq!(
        (&pulled["pulled"][0]["new"], &pulled["pulled"][0]["resumed"]),
        (&json!(80), &json!(true))
    );
    assert_eq!(device.items("problems").len(), 100);
    assert_eq!(device.ok(&["verify"])["faults"], json!([]));
}

#[test]
fn a_token_by_hand_opens_a_server_and_a_server_that_is_down_stops_no_other() {
    let machine = Machine::new();
    let (device, _) = machine.created("phone");
    let (one, other) = (Hospital::new(), Hospital::new());
    one.set(|it| it.number = 5);
    let script = format!(
        "\"$P\" --json sources add {} --name One --token-fd 3 3<<<a5",
        one.base()
    );
    let output = device
        .shell(&script)
        .env("POCKETCHART_PASSPHRASE", crate::process::PASSPHRASE)
        .output()
        .unwrap();
    assert!(output.status.success(), "{:#}", document(&output));
    connect(&device, &other, "Two");
    one.instead(|_| Some(Reply::text(500, "").with("Retry-After", "9999")));
    let pulled = device.fails_with_document(&["sources", "pull"], 9);
    assert_eq!(pulled["pulled"][0]["error"]["id"], "source-status");
    assert_eq!(pulled["pulled"][1]["name"], "Two");
}

#[test]
fn a_hospital_is_looked_up_in_a_directory() {
    let machine = Machine::new();
    let device = machine.device("nobody");
    let directory = r#"{"resourceType":"Bundle","type":"collection","entry":[
        {"resource":{"resourceType":"Organization","id":"1","name":"General Hospital","address":[{"city":"Springfield"}],
         "endpoint":[{"reference":"Endpoint/9"}]}},
        {"resource":{"resourceType":"Endpoint","id":"9","address":"https://fhir.general.example/r4"}}]}"#;
    let file = machine.file("brands.json", directory);
    let file = file.to_str().unwrap();
    let found = device.ok(&["sources", "find", "general", "spring", "--brands", file]);
    assert_eq!(
        found["found"][0]["bases"],
        json!(["https://fhir.general.example/r4"])
    );
    let said = device.says(&["sources", "find", "general", "--brands", file]);
    assert!(
        said.contains("General Hospital") && said.contains("Springfield") && said.contains("https://fhir")
    );
    assert!(
        device
            .says(&["sources", "find", "saint", "--brands", file])
            .contains("No hospital")
    );
    let other = machine.file("other.json", "{}");
    let refused = device.fails(&["sources", "find", "x", "--brands", other.to_str().unwrap()], 5);
    assert_eq!(refused["id"], "source-no-directory");
}

#[test]
fn a_hospital_knows_the_program_by_its_key() {
    let machine = Machine::new();
    let (device, _) = machine.created("phone");
    let hospital = Hospital::new();
    let base = hospital.base();
    let add = [
        "sources",
        "add",
        &base,
        "--name",
        "General",
        "--client-id",
        "app",
        "--port",
        "0",
        "--key",
    ];
    assert_eq!(device.fails(&add, 5)["id"], "source-no-key");
    let made = device.ok(&["sources", "key"]);
    assert_eq!(device.ok(&["sources", "key"]), made);
    let key = &made["keys"][0];
    assert_eq!(
        (&key["alg"], &key["crv"], &key["d"]),
        (&json!("ES384"), &json!("P-384"), &Value::Null)
    );
    let said = device.says(&["sources", "key"]);
    assert!(
        said.contains(key["x"].as_str().unwrap()) && said.contains("stays on this device"),
        "{said}"
    );
    assert_eq!(device.fails(&add, 5)["id"], "source-key-not-taken");

    hospital
        .set(|it| it.configuration = json!({ "token_endpoint_auth_methods_supported": ["private_key_jwt"] }));
    let added = connect_with(&device, &hospital, "General", &["--key"]);
    assert_eq!(added["source"]["stays"], true);
    let proven = |it: &State| it.asked.iter().any(|it| it.form("client_assertion").is_some());
    assert!(hospital.get(|it| proven(it)));
    hospital.instead(|asked| {
        (asked.below() == "token").then(|| Reply::json(401, &json!({ "error": "invalid_client" })))
    });
    let (child, url) = begin(&device, &hospital, "Other", &["--key"]);
    assert_eq!(sign_in(&url, |it| it), 400);
    let output = child.wait_with_output().unwrap();
    assert_eq!(document(&output)["error"]["id"], "source-client-refused");

    let other = device.ok(&["sources", "key", "--new"]);
    assert_ne!(other, made);
    let pem = machine.file("key.pem", rsa_key());
    let both = device.ok(&["sources", "key", "--rsa", pem.to_str().unwrap()]);
    assert_eq!(
        (&both["keys"][0], &both["keys"][1]["kty"]),
        (&other["keys"][0], &json!("RSA"))
    );
    let none = machine.file("none.pem", "x");
    let refused = device.fails(&["sources", "key", "--rsa", none.to_str().unwrap()], 5);
    assert_eq!(refused["id"], "source-not-a-key");
    assert_eq!(device.ok(&["sources", "key"]), both);
}

/// The key of RFC 7515, appendix A.2.
fn rsa_key() -> String {
    let vectors = include_str!("../../../core/crypto/tests/vectors/rs384.json");
    let vectors: Value = serde_json::from_str(vectors).unwrap();
    vectors[0]["pem"].as_str().unwrap().to_owned()
}
