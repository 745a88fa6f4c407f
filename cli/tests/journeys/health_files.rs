//! Files that hold SMART Health Cards or a SMART Health Link are brought in, and whoever issued them stands with them.

use crate::links::{curl, share};
use crate::process::{Device, Machine, document};
use crate::relay::relay;
use serde_json::{Value, json};

/// Where no issuer answers, so that only a list has its keys.
const NOWHERE: &str = "https://127.0.0.1:9";

/// What a person reads of it, in one line.
fn first_allergy(device: &Device) -> String {
    let page = device.says(&["item", device.items("allergies")[0]["short"].as_str().unwrap()]);
    page.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn a_file_of_health_cards_is_brought_in_if_it_holds() {
    let machine = Machine::new();
    let relay = relay(&machine, "127.0.0.1:0");
    let (phone, other) = (machine.filled("phone"), machine.created("other").0);
    let card = machine.path("maria.smart-health-card");
    let card = card.to_str().unwrap();
    let made = phone.ok(&[
        "share", "card", "--relay", &relay.url, "--public", NOWHERE, "--file", card,
    ]);
    let issuer = made["issuer"].as_str().unwrap();
    let below = issuer.strip_prefix(NOWHERE).unwrap();
    let (_, keys) = curl(&[&format!("{}{below}/.well-known/jwks.json", relay.url)]);
    let keys: Value = serde_json::from_str(&keys).unwrap();
    let list = json!({ "issuerInfo": [{ "issuer": { "iss": issuer, "name": "Maria's phone" }, "keys": keys["keys"] }] });
    let list = machine.file("issuers.json", list.to_string());
    let list = list.to_str().unwrap();

    // Whose key nobody has, and what was altered, brings in nothing.
    let refused = |path: &str, why: &str| {
        let output = other
            .command(&["import", path, "--trust", list, "--json"])
            .output()
            .unwrap();
        let seen = document(&output);
        let cards = seen["files"][0]["health_cards"].as_array().unwrap();
        assert_eq!(
            (output.status.code(), cards[0]["refused"].as_str()),
            (Some(8), Some(why))
        );
        assert_eq!(
            (&seen["new"], &other.ok(&["imports"])["imports"]),
            (&json!(0), &json!([]))
        );
    };
    let jws: Value = serde_json::from_slice(&std::fs::read(card).unwrap()).unwrap();
    let jws = jws["verifiableCredential"][0].as_str().unwrap();
    let place = jws.rfind('.').unwrap() + 1;
    let letter = if jws[place..].starts_with('A') { "B" } else { "A" };
    let altered = format!("{}{letter}{}", &jws[..place], &jws[place + 1..]);
    let altered = machine.file(
        "altered.smart-health-card",
        json!({ "verifiableCredential": [altered] }).to_string(),
    );
    refused(altered.to_str().unwrap(), "signature");
    let alone = machine.path("alone.smart-health-card");
    let alone = alone.to_str().unwrap();
    phone.ok(&["share", "card", "--file", alone]);
    refused(alone, "unknown-key");

    let brought = other.ok(&["import", card, "--trust", list]);
    assert!(brought["new"].as_u64().unwrap() > 1, "{brought:#}");
    let origin = &other.ok(&["imports"])["imports"][0]["origin"];
    assert_eq!(
        origin,
        &json!({ "from": issuer, "proof": "listed", "name": "Maria's phone" })
    );
    assert!(other.says(&["imports"]).contains("Maria's phone"));
    let page = first_allergy(&other);
    assert!(
        page.contains("the signature holds") && !page.contains("not signed"),
        "{page}"
    );
    let list_says = other.says(&["list", "allergies"]);
    assert!(list_says.contains("from Maria's phone, signed"), "{list_says}");
    let in_list = &other.items("allergies")[0]["sources"][0]["origin"];
    assert_eq!(in_list, origin);
    let again = other.ok(&["import", card, "--trust", list]);
    assert_eq!((&again["new"], &again["held"]), (&json!(0), &brought["new"]));
}

#[test]
fn a_file_with_a_health_link_is_followed_once_somebody_says_who_asks() {
    let machine = Machine::new();
    let relay = relay(&machine, "127.0.0.1:0");
    let (phone, other) = (machine.filled("phone"), machine.created("other").0);
    let (_, link) = share(&phone, &relay.url, "--direct --no-pdf");
    let file = machine.file("link.txt", format!("{link}\n"));
    let file = file.to_str().unwrap();
    assert_eq!(other.fails(&["import", file], 2)["id"], "import-link-recipient");
    let brought = other.ok(&["import", file, "--recipient", "My other phone", "--this-machine"]);
    assert!(brought["new"].as_u64().unwrap() > 1, "{brought:#}");
    let host = relay.url.strip_prefix("http://").unwrap();
    let origin = &other.ok(&["imports"])["imports"][0]["origin"];
    assert_eq!(
        (&origin["from"], &origin["proof"]),
        (&json!(host), &json!("none"))
    );
    let page = first_allergy(&other);
    assert!(page.contains("not signed by its source"), "{page}");
    let list_says = other.says(&["list", "allergies"]);
    let said = format!("from {host}, not signed");
    assert!(list_says.contains(&said), "{list_says}");
    let typed = phone.says(&["list", "allergies"]);
    assert!(!typed.contains("not signed"), "{typed}");
    let damaged = machine.file("damaged.txt", &link[..link.len() / 2]);
    other.fails(&["import", damaged.to_str().unwrap(), "--recipient", "x"], 5);
}
