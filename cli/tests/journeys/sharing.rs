//! A patient opens parts of the record to a clinic, as processes that meet over TCP.

use crate::process::{Device, Machine, document, text};
use serde_json::{Value, json};
use std::net::TcpListener;
use std::process::Child;

/// A place where nobody waits yet: the code names it first.
pub(crate) fn free_address() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    listener.local_addr().unwrap().to_string()
}

/// Makes a grant; its document and its code.
pub(crate) fn grant(phone: &Device, arguments: &[&str]) -> (Value, String) {
    let all = [&["--json"], arguments, &["--code-fd", "2"]].concat();
    let output = phone.command(&all).output().unwrap();
    let said = text(&output.stderr);
    let code = said.lines().find(|line| line.starts_with("pocketchart:/"));
    (
        document(&output),
        code.unwrap_or_else(|| panic!("{said}")).to_owned(),
    )
}

pub(crate) fn serve(phone: &Device, address: &str, agree: bool) -> Child {
    let agree: &[&str] = if agree { &["--agree"] } else { &[] };
    let arguments = [&["serve", "--listen", address], agree].concat();
    phone.start(&arguments, "127.0.0.1:").0
}

pub(crate) fn end(child: Child) -> Value {
    document(&child.wait_with_output().unwrap())
}

pub(crate) fn redeem(code: &str, shared: &Device) -> Vec<String> {
    let folder = shared.record.to_str().unwrap();
    [
        "redeem",
        code,
        "--as",
        "Lakeside Clinic",
        "--kdf",
        "fast",
        "--chart",
        folder,
    ]
    .map(str::to_owned)
    .to_vec()
}

#[test]
fn a_clinic_sees_writes_and_brings_back() {
    let machine = Machine::new();
    let (phone, desk) = (machine.filled("phone"), machine.created("desk").0);
    let shared = machine.device("shared");
    let address = free_address();
    let opened = [
        "grant",
        "allergies",
        "--append",
        "notes",
        "--for",
        "4h",
        "--address",
        &address,
    ];
    let (granted, code) = grant(&phone, &opened);
    assert_eq!(granted["standing"], "open");
    let seen = machine.device("nobody").ok(&["scan", &code]);
    assert_eq!(
        seen["grant"]["sections"],
        serde_json::json!(["allergies", "notes"])
    );

    let waiting = serve(&phone, &address, true);
    let redeemed = desk.ok(&redeem(&code, &shared));
    let served = end(waiting);
    assert_eq!(served["served"], "given", "{served:#}");
    assert_eq!(served["receipt"], true);
    let titles: Vec<&Value> = redeemed["stated"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| &it["title"])
        .collect();
    assert!(titles.iter().any(|it| *it == "Penicillin"), "{titles:?}");

    shared.ok(&["add", "note", "Laryngitis.", "--title", "Visit"]);
    let waiting = serve(&phone, &address, false);
    shared.ok(&["sync", "connect", &address]);
    let back = end(waiting);
    assert_eq!(
        (&back["served"], &back["received"]),
        (&"came-back".into(), &1.into())
    );
    let note = phone.item("notes", "Visit");
    assert_eq!(note["sources"][0]["author"]["name"], "Lakeside Clinic");

    // A second desk with the same code, and a no.
    let other = machine.created("other").0;
    let waiting = serve(&phone, &address, true);
    let refused = other.fails(&redeem(&code, &machine.device("nothing")), 5);
    assert_eq!(refused["id"], "redeem-refused");
    assert!(
        refused["message"]
            .as_str()
            .unwrap()
            .contains("somebody else has redeemed it")
    );
    assert_eq!(end(waiting)["why"], "second-redeemer");
    let (_, second) = grant(&phone, &["grant", "profile", "--address", &address]);
    let waiting = serve(&phone, &address, false);
    let declined = other.fails(&redeem(&second, &machine.device("nothing")), 10);
    assert_eq!(declined["id"], "redeem-declined");
    assert_eq!(end(waiting)["why"], "declined");

    let id = granted["grant"].as_str().unwrap();
    phone.ok(&["revoke", id]);
    let all = phone.ok(&["grants"]);
    let grants = all["grants"].as_array().unwrap();
    let ended = grants.iter().find(|it| it["grant"] == id).unwrap();
    assert_eq!(ended["standing"], "revoked");
    assert_eq!(ended["redeemers"][0]["name"], "Lakeside Clinic");

    // What is written after the end waits, and one word takes it in.
    shared.ok(&["add", "note", "And again.", "--title", "Afterwards"]);
    let waiting = serve(&phone, &address, false);
    shared.ok(&["sync", "connect", &address]);
    assert_eq!(end(waiting)["held"], 1);
    assert_eq!(phone.ok(&["waiting"])["waiting"][0]["count"], 1);
    phone.ok(&["waiting", "--admit", "Lakeside Clinic"]);
    phone.item("notes", "Afterwards");

    let log = phone.ok(&["audit"]);
    let actions: Vec<&str> = log["events"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| it["action"].as_str().unwrap())
        .collect();
    for action in [
        "grant-made",
        "disclosed-extract",
        "received-visit",
        "refused",
        "grant-ended",
        "held-visit",
    ] {
        assert!(actions.contains(&action), "{action}: {actions:?}");
    }
    phone.ok(&["audit", "--verify"]);
    phone.is_whole();
}

#[test]
fn in_an_emergency_a_reason_takes_the_place_of_a_yes() {
    let machine = Machine::new();
    let (phone, desk) = (machine.filled("phone"), machine.created("desk").0);
    let address = free_address();
    let (_, code) = grant(
        &phone,
        &[
            "break-glass",
            "allow",
            "allergies",
            "medications",
            "--address",
            &address,
        ],
    );
    let asked = redeem(&code, &machine.device("nothing"));
    let waiting = serve(&phone, &address, false);
    assert_eq!(desk.fails(&asked, 5)["id"], "redeem-no-reason");
    assert_eq!(end(waiting)["why"], "no-reason");
    let waiting = serve(&phone, &address, false);
    let because = [asked, vec!["--reason".to_owned(), "found unconscious".to_owned()]].concat();
    let redeemed = desk.ok(&because);
    assert!(!redeemed["stated"].as_array().unwrap().is_empty());
    let served = end(waiting);
    assert_eq!(served["emergency"], true);
    assert!(!served["tell"].as_array().unwrap().is_empty(), "{served:#}");
    let off = phone.ok(&["break-glass", "off"]);
    assert_eq!(off["ended"].as_array().unwrap().len(), 1);
}

#[test]
fn what_cannot_be_granted_or_redeemed_says_why() {
    let machine = Machine::new();
    let (phone, desk) = (machine.filled("phone"), machine.created("desk").0);
    let nothing = phone.fails(&["grant", "--code-fd", "2"], 5);
    assert_eq!(nothing["id"], "grant-nothing");
    assert_eq!(
        phone.fails(&["grant", "allergies", "--for", "31d", "--code-fd", "2"], 5)["id"],
        "grant-window"
    );
    assert_eq!(phone.fails(&["grant", "allergies"], 2)["id"], "code-nowhere");
    assert_eq!(
        phone.fails(&["serve", "--listen", "127.0.0.1:0"], 5)["id"],
        "serve-nothing"
    );
    assert_eq!(phone.fails(&["revoke", "abcdef"], 3)["id"], "grant-unknown");
    assert_eq!(
        desk.fails(&["redeem", "pocketchart:/123", "--as", "x"], 5)["id"],
        "redeem-no-code"
    );
    let address = free_address();
    let (_, code) = grant(&phone, &["grant", "allergies", "--address", &address]);
    assert_eq!(
        desk.fails(&["redeem", &code, "--as", "x"], 9)["id"],
        "redeem-no-connection"
    );
    assert_eq!(
        phone.fails(&["waiting", "--admit", "nobody"], 3)["id"],
        "waiting-nobody"
    );
    phone.is_whole();
}

#[test]
fn a_summary_for_other_systems_is_written_and_stands_in_the_log() {
    let machine = Machine::new();
    let phone = machine.filled("phone");
    let out = machine.path("summary.json");
    let file = out.to_str().unwrap();
    let made = phone.ok(&["share", "summary", "--out", file]);
    assert_eq!(made["sections"]["48765-2"], 2, "{made:#}");
    assert_eq!(made["older"], 40);
    let bundle: Value = serde_json::from_slice(&std::fs::read(&out).unwrap()).unwrap();
    assert_eq!(bundle["type"], "document");
    assert_eq!(bundle["entry"][0]["resource"]["resourceType"], "Composition");
    let text = bundle.to_string();
    assert!(text.contains("Penicillin"));
    assert_eq!(
        phone.fails(&["share", "summary", "--out", file], 5)["id"],
        "file-exists"
    );
    let log = phone.ok(&["audit", "--given"]);
    assert_eq!(log["events"][0]["action"], "exported");
    assert!(log["events"][0]["count"].as_u64() > Some(40));
    let page = phone.says(&[
        "share",
        "summary",
        "--out",
        machine.path("again.json").to_str().unwrap(),
    ]);
    assert!(
        page.contains("Allergies: 2") && page.contains("not sealed"),
        "{page}"
    );

    let out = machine.path("arabic.json");
    let page = phone.says(&[
        "share",
        "summary",
        "--language",
        "ar",
        "--out",
        out.to_str().unwrap(),
    ]);
    assert!(page.contains("no native speaker has checked"), "{page}");
    let bundle: Value = serde_json::from_slice(&std::fs::read(&out).unwrap()).unwrap();
    let composition = &bundle["entry"][0]["resource"];
    let sections = composition["section"].as_array().unwrap();
    let coded = |it: &&Value| it["code"]["coding"][0]["code"] == "48765-2";
    let first = sections.iter().find(coded).unwrap();
    assert_eq!(
        (&bundle["language"], &composition["title"], &first["title"]),
        (&json!("ar"), &json!("ملخص المريض"), &json!("الحساسية"))
    );
    let narrative = first["text"]["div"].as_str().unwrap();
    assert!(
        narrative.contains(r#" lang="ar" xml:lang="ar" dir="rtl""#),
        "{narrative}"
    );
    assert!(narrative.contains("Penicillin"), "what a source wrote stays");
}

#[test]
fn the_record_is_printed_with_what_contradicts_it() {
    let machine = Machine::new();
    let phone = machine.filled("phone");
    let out = machine.path("record.pdf");
    let made = phone.ok(&["share", "pdf", "--out", out.to_str().unwrap()]);
    assert!(made["statements"].as_u64() > Some(50), "{made:#}");
    let pdf = std::fs::read(&out).unwrap();
    assert!(pdf.starts_with(b"%PDF-") && pdf.windows(7).any(|it| it == b"pdfuaid"));
    let few = machine.path("few.pdf");
    let made = phone.ok(&["share", "pdf", "allergies", "--out", few.to_str().unwrap()]);
    assert_eq!(made["statements"], 3);
    let log = phone.ok(&["audit", "--given"]);
    assert_eq!(log["events"][0]["sections"], serde_json::json!(["allergies"]));
}
