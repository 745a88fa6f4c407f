//! SMART Health Links and Cards, with a relay as a process of its own: made, opened by strangers, looked after, ended.

use crate::clocked::Clocked;
use crate::process::{Device, Machine, document, text};
use crate::relay::relay;
use serde_json::{Value, json};
use std::process::Command;

/// Makes a link; its document and the link itself.
pub(crate) fn share(device: &Device, relay: &str, arguments: &str) -> (Value, String) {
    device.ok(&["use-relay", relay]);
    let script = format!("\"$P\" --json share link --code-fd 2 {arguments} 3<<<'tulip 77'");
    let mut command = device.shell(&script);
    let output = command
        .env("POCKETCHART_PASSPHRASE", crate::process::PASSPHRASE)
        .output()
        .unwrap();
    let said = text(&output.stderr);
    let link = said.lines().find(|line| line.starts_with("shlink:/"));
    let made = document(&output);
    assert!(output.status.success(), "{made:#}");
    (made, link.unwrap_or_else(|| panic!("{said}")).to_owned())
}

/// What a stranger sees who follows a link.
fn follow(link: &str, passcode: Option<&str>, who: &str, nobody: &Device) -> (Option<i32>, Value) {
    let given = passcode.map_or_else(String::new, |it| format!("--passcode-fd 3 3<<<'{it}'"));
    let script = format!("\"$P\" --json scan '{link}' --this-machine --recipient '{who}' {given}");
    let output = nobody.shell(&script).output().unwrap();
    (output.status.code(), document(&output))
}

fn payload(nobody: &Device, link: &str) -> String {
    let seen = nobody.ok(&["scan", link]);
    seen["health_link"]["url"].as_str().unwrap().to_owned()
}

/// Status and body of a request, by curl.
pub(crate) fn curl(arguments: &[&str]) -> (String, String) {
    let output = Command::new("curl")
        .args(["-sS", "-w", "\n%{http_code}"])
        .args(arguments)
        .output()
        .unwrap();
    let said = text(&output.stdout);
    let (body, status) = said.rsplit_once('\n').unwrap();
    (status.to_owned(), body.to_owned())
}

fn types(followed: &Value) -> Vec<&str> {
    let files = followed["files"].as_array().unwrap().iter();
    let statements = files.flat_map(|it| it["statements"].as_array().into_iter().flatten());
    statements.map(|it| it["type"].as_str().unwrap()).collect()
}

#[test]
fn a_link_with_a_passcode_is_opened_logged_paused_and_ended() {
    let machine = Machine::new();
    let relay = relay(&machine, "127.0.0.1:0");
    let (phone, nobody) = (machine.filled("phone"), machine.device("nobody"));
    let (made, link) = share(
        &phone,
        &relay.url,
        "--no-pdf --passcode-fd 3 --label 'For the ward' --for 2h",
    );
    assert_eq!(
        (&made["passcode"], &made["direct"]),
        (&json!(true), &json!(false))
    );
    let id = made["link"].as_str().unwrap().to_owned();

    let (exit, wrong) = follow(&link, Some("rose 77"), "Somebody", &nobody);
    assert_eq!(exit, Some(4), "{wrong:#}");
    assert_eq!(wrong["error"]["id"], "follow-wrong-passcode");
    assert!(wrong["error"]["message"].as_str().unwrap().contains('9'));
    let (_, none) = follow(&link, None, "Somebody", &nobody);
    assert_eq!(none["error"]["id"], "follow-passcode");

    let (exit, seen) = follow(&link, Some("tulip 77"), "Ward 3", &nobody);
    assert_eq!(exit, Some(0), "{seen:#}");
    assert_eq!(seen["label"], "For the ward");
    let kinds = types(&seen);
    assert_eq!(
        kinds.iter().position(|it| *it == "AllergyIntolerance"),
        Some(1),
        "{kinds:?}"
    );
    assert_eq!(kinds[0], "Patient");
    assert!(kinds.contains(&"MedicationStatement") || kinds.contains(&"MedicationRequest"));

    let log = phone.ok(&["links", "log", &id[..8]]);
    let visits: Vec<(&str, bool)> = log["visits"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| (it["recipient"].as_str().unwrap(), it["opened"] == true))
        .collect();
    assert_eq!(visits, [("Somebody", false), ("Ward 3", true)]);
    assert_eq!((&log["live"], &log["attempts_left"]), (&json!(true), &json!(9)));

    phone.ok(&["links", "pause", &id]);
    let (exit, paused) = follow(&link, Some("tulip 77"), "Ward 3", &nobody);
    assert_eq!(
        (exit, &paused["error"]["id"]),
        (Some(3), &json!("follow-not-active"))
    );
    phone.ok(&["links", "resume", &id]);
    assert_eq!(follow(&link, Some("tulip 77"), "Ward 3", &nobody).0, Some(0));

    phone.ok(&["links", "destroy", &id]);
    let (_, ended) = follow(&link, Some("tulip 77"), "Ward 3", &nobody);
    assert_eq!(ended["error"]["id"], "follow-not-active");
    assert_eq!(phone.fails(&["links", "pause", &id], 5)["id"], "link-has-ended");
    assert_eq!(phone.ok(&["links"])["links"][0]["ended"], true);
    // To a stranger an ended link and one that never was are the same.
    let url = payload(&nobody, &link);
    let unknown = format!("{}/link/{}", relay.url, "A".repeat(43));
    let body = r#"{"recipient":"x","passcode":"tulip 77"}"#;
    let ask = |url: &str| curl(&["-H", "content-type: application/json", "-d", body, url]);
    assert_eq!(ask(&url), ask(&unknown));
    assert_eq!(ask(&url).0, "404");

    let actions: Vec<Value> = phone.ok(&["audit"])["events"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| it["action"].clone())
        .collect();
    assert_eq!(actions.iter().filter(|it| **it == "link-made").count(), 1);
    assert_eq!(actions.iter().filter(|it| **it == "link-managed").count(), 3);
    // Neither the label nor a name or the passcode lies open at the relay.
    let store: Vec<u8> = ["", "-wal"]
        .iter()
        .filter_map(|it| std::fs::read(machine.path(&format!("relay.sqlite{it}"))).ok())
        .flatten()
        .collect();
    for word in [
        "For the ward",
        "Ward 3",
        "tulip 77",
        "Okafor",
        &url[url.len() - 43..],
    ] {
        assert!(
            !store.windows(word.len()).any(|it| it == word.as_bytes()),
            "{word}"
        );
    }
}

#[test]
fn one_file_for_a_front_desk_has_pages_to_read_and_so_many_uses() {
    let machine = Machine::new();
    let relay = relay(&machine, "127.0.0.1:0");
    let (phone, nobody) = (machine.filled("phone"), machine.device("nobody"));
    let (made, link) = share(&phone, &relay.url, "--direct --uses 2 --for 15m");
    assert_eq!((&made["direct"], &made["uses"]), (&json!(true), &json!(2)));
    let url = payload(&nobody, &link);
    let (status, jwe) = curl(&["-G", "--data-urlencode", "recipient=Front desk", &url]);
    assert_eq!((status.as_str(), jwe.split('.').count()), ("200", 5));
    let (exit, seen) = follow(&link, None, "Front desk 2", &nobody);
    assert_eq!(exit, Some(0), "{seen:#}");
    let pdfs = seen["files"][0]["statements"].as_array().unwrap().iter();
    let pdfs = pdfs.filter(|it| it["code"] == "60591-5").count();
    assert_eq!(pdfs, 1, "{seen:#}");
    assert_eq!(curl(&["-G", "--data-urlencode", "recipient=Late", &url]).0, "404");
    assert_eq!(
        follow(&link, None, "Late", &nobody).1["error"]["id"],
        "follow-not-active"
    );
    let log = phone.ok(&["links", "log", made["link"].as_str().unwrap()]);
    assert_eq!(log["visits"][0]["recipient"], "Front desk");
    assert_eq!(log["visits"].as_array().unwrap().len(), 2);
    // A link that leads to this machine is not followed unless asked to.
    let refused = nobody.fails(&["scan", &link, "--recipient", "x"], 5);
    assert_eq!(refused["id"], "follow-here");
}

#[test]
fn a_link_ends_by_time_for_whoever_has_it() {
    let (machine, relay) = (Machine::new(), Clocked::start());
    let (phone, nobody) = (machine.filled("phone"), machine.device("nobody"));
    let (made, link) = share(&phone, &relay.url, "--no-pdf --for 2h");
    let url = payload(&nobody, &link);
    let body = r#"{"recipient":"Ward 3"}"#;
    let ask = || curl(&["-H", "content-type: application/json", "-d", body, &url]).0;
    relay.pass(2 * 3600 - 60);
    assert_eq!(ask(), "200");
    relay.pass(120);
    assert_eq!(ask(), "404");
    // One whose own clock still counts the link as good asks in vain.
    let (exit, ended) = follow(&link, None, "Ward 3", &nobody);
    assert_eq!(
        (exit, &ended["error"]["id"]),
        (Some(3), &json!("follow-not-active"))
    );
    let log = phone.ok(&["links", "log", made["link"].as_str().unwrap()]);
    assert_eq!(log["live"], false, "{log:#}");
}

#[test]
fn a_long_term_link_shows_what_the_record_says_later_and_comes_in_elsewhere() {
    let machine = Machine::new();
    let relay = relay(&machine, "127.0.0.1:0");
    let (phone, nobody) = (machine.filled("phone"), machine.device("nobody"));
    let (made, link) = share(&phone, &relay.url, "allergies --no-pdf --long-term");
    let id = made["link"].as_str().unwrap();
    let url = payload(&nobody, &link);
    let body = r#"{"recipient":"Family","embeddedLengthMax":1000000}"#;
    let ask = || curl(&["-H", "content-type: application/json", "-d", body, &url]).1;
    let (before, again) = (ask(), ask());
    let jwe = |answer: &str| -> String {
        let answer: Value = serde_json::from_str(answer).unwrap();
        answer["files"][0]["embedded"].as_str().unwrap().to_owned()
    };
    assert_eq!(jwe(&before), jwe(&again));

    phone.ok(&["add", "allergy", "Bee venom"]);
    let updated = phone.ok(&["links", "update", id, "--no-pdf"]);
    assert_eq!(updated["statements"], made["statements"].as_u64().unwrap() + 1);
    let after = jwe(&ask());
    let iv = |jwe: &str| jwe.split('.').nth(2).unwrap().to_owned();
    assert_ne!(iv(&jwe(&before)), iv(&after), "the same IV for another content");
    let (_, fixed) = share(&phone, &relay.url, "allergies --no-pdf");
    let fixed_id = phone.ok(&["links"])["links"][0]["link"].clone();
    assert_eq!(
        phone.fails(&["links", "update", fixed_id.as_str().unwrap()], 5)["id"],
        "link-fixed"
    );
    assert_ne!(fixed, link);

    let desk = machine.created("desk").0;
    let arguments = ["scan", &link, "--this-machine", "--recipient", "Desk", "--import"];
    let taken = desk.ok(&arguments);
    assert_eq!(taken["imported"]["unreadable"], 0);
    assert!(
        desk.items("allergies")
            .iter()
            .any(|it| it["facts"]["title"] == "Bee venom")
    );
    assert_eq!(desk.items("allergies").len(), phone.items("allergies").len());
    let again = desk.ok(&arguments);
    assert_eq!(
        (&again["imported"]["new"], &again["imported"]["held"]),
        (&json!(0), &taken["imported"]["read"])
    );
    let imports = desk.ok(&["imports"]);
    let origin = &imports["imports"][0]["origin"];
    assert_eq!(
        (&origin["proof"], &origin["name"]),
        (&json!("none"), &json!(null))
    );
    assert!(
        origin["from"].as_str().unwrap().starts_with("127.0.0.1"),
        "{origin}"
    );
    assert!(desk.says(&["imports"]).contains("with no signature"));
    let bee = desk.item("allergies", "Bee venom");
    let item = desk.ok(&["item", bee["short"].as_str().unwrap()]);
    assert_eq!(&item["item"]["sources"][0]["origin"], origin, "{item:#}");
    let out = machine.path("all.json");
    desk.ok(&[
        "export",
        "--format",
        "bundle",
        "--provenance",
        "--out",
        out.to_str().unwrap(),
    ]);
    let bundle = std::fs::read_to_string(out).unwrap();
    assert!(bundle.contains(r#""resourceType":"Provenance""#) && bundle.contains("(no signature)"));
    desk.is_whole();
}

#[test]
fn a_link_keeps_its_language_when_what_it_shows_changes() {
    let machine = Machine::new();
    let relay = relay(&machine, "127.0.0.1:0");
    let phone = machine.filled("phone");
    let (made, link) = share(&phone, &relay.url, "--no-pdf --long-term --language es");
    let taken_in = |name: &str| {
        let desk = machine.created(name).0;
        desk.ok(&["scan", &link, "--this-machine", "--recipient", "Desk", "--import"]);
        let out = machine.path(&format!("{name}.ndjson"));
        desk.ok(&["export", "--format", "ndjson", "--out", out.to_str().unwrap()]);
        std::fs::read_to_string(out).unwrap()
    };
    assert!(taken_in("desk").contains("Resumen del paciente"));
    phone.ok(&["add", "allergy", "Bee venom"]);
    phone.ok(&["links", "update", made["link"].as_str().unwrap(), "--no-pdf"]);
    let after = taken_in("another");
    assert!(after.contains("Bee venom") && after.contains("Resumen del paciente"));
}

#[test]
fn what_cannot_be_shared_is_refused_and_leaves_nothing() {
    let machine = Machine::new();
    let relay = relay(&machine, "127.0.0.1:0");
    let (phone, nobody) = (machine.filled("phone"), machine.device("nobody"));
    let url = relay.url.as_str();
    let picture = machine.path("code.png");
    let picture = picture.to_str().unwrap();
    let sharing = |more: &[&str]| -> Vec<String> {
        let all = ["share", "link", "--relay", url, "--no-pdf", "--out", picture].into_iter();
        all.chain(more.iter().copied()).map(str::to_owned).collect()
    };
    let refused = |more: &[&str], exit| phone.fails(&sharing(more), exit)["id"].clone();
    assert_eq!(refused(&["--uses", "0"], 5), "link-window");
    assert_eq!(refused(&["--for", "500d"], 5), "link-window");
    assert_eq!(refused(&["--label", &"x".repeat(81)], 5), "link-label");
    assert_eq!(refused(&["sensitive"], 5), "link-nothing");
    let insecure = [
        "share",
        "link",
        "--relay",
        "http://relay.example",
        "--no-pdf",
        "--out",
        picture,
    ];
    assert_eq!(phone.fails(&insecure, 2)["id"], "relay-address");
    let nowhere = [
        "share",
        "link",
        "--relay",
        "http://127.0.0.1:9",
        "--no-pdf",
        "--out",
        picture,
    ];
    assert_eq!(phone.fails(&nowhere, 9)["id"], "relay-unreachable");
    assert_eq!(phone.ok(&["links"])["links"].as_array().unwrap().len(), 0);
    assert_eq!(phone.fails(&["links", "log", "0000"], 3)["id"], "link-unknown");
    // Somebody without a name is not shared as "Kill the Clipboard" wants.
    let empty = machine.created("empty").0;
    empty.ok(&["add", "allergy", "Latex"]);
    let direct = sharing(&["--direct"]);
    assert_eq!(empty.fails(&direct, 5)["id"], "link-person");
    let card = nobody.fails(&["scan", "shc:/1234", "--recipient", "x"], 2);
    assert_eq!(card["id"], "follow-no-link");
}

#[test]
fn a_health_card_without_a_relay_is_a_file_that_nobody_can_check() {
    let machine = Machine::new();
    let (phone, nobody) = (machine.filled("phone"), machine.device("nobody"));
    let path = machine.path("maria.smart-health-card");
    let path = path.to_str().unwrap();
    let made = phone.ok(&["share", "card", "--file", path]);
    assert_eq!(made["checkable"], false);
    let output = nobody.command(&["scan", path, "--json"]).output().unwrap();
    let seen = document(&output);
    assert_eq!(seen["health_cards"][0]["refused"], "unknown-key");
    let kinds: Vec<&Value> = seen["health_cards"][0]["statements"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| &it["type"])
        .collect();
    assert_eq!(
        (kinds[0], kinds[1]),
        (&json!("Patient"), &json!("AllergyIntolerance"))
    );
    let there = phone.fails(&["share", "card", "--code-fd", "2"], 2);
    assert_eq!(there["id"], "health-card-no-relay");
}
