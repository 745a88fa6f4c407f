//! A front desk that redeemed a grant passes a part of it on to a laboratory.

use crate::process::{Device, Machine, text};
use crate::sharing::{end, free_address, grant, redeem, serve};
use serde_json::json;

/// What a laboratory shows to be let in.
fn request(laboratory: &Device) -> String {
    code_of(laboratory, &["delegate", "ask", "--as", "City Laboratory"])
}

fn code_of(device: &Device, arguments: &[&str]) -> String {
    grant(device, arguments).1
}

#[test]
fn a_front_desk_lets_a_laboratory_in() {
    let machine = Machine::new();
    let (phone, desk) = (machine.filled("phone"), machine.created("desk").0);
    let (laboratory, nobody) = (machine.created("laboratory").0, machine.device("nobody"));
    let address = free_address();
    let opened = [
        "grant",
        "allergies",
        "results",
        "--append",
        "notes",
        "--delegable",
        "--for",
        "4h",
        "--address",
        &address,
    ];
    let (granted, code) = grant(&phone, &opened);
    assert_eq!(granted["delegable"], true);
    let id = granted["grant"].as_str().unwrap();
    let asks = request(&laboratory);
    let scanned = nobody.ok(&["scan", &asks]);
    assert_eq!(scanned["delegate"]["name"], "City Laboratory");
    let early = desk.fails(&["delegate", "give", id, "--to", &asks, "--code-fd", "2"], 3);
    assert_eq!(early["id"], "delegate-unknown");

    let waiting = serve(&phone, &address, true);
    let redeemed = desk.ok(&redeem(&code, &machine.device("shared")));
    assert_eq!(redeemed["delegable"], true);
    end(waiting);

    let give = |rest: &[&'static str]| {
        let start = ["delegate", "give", &id[..8], "--to", &asks, "--code-fd", "2"];
        [&start[..], rest]
            .concat()
            .into_iter()
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    assert_eq!(desk.fails(&give(&["medications"]), 5)["id"], "delegate-wider");
    assert_eq!(desk.fails(&give(&["--for", "2d"]), 5)["id"], "delegate-wider");
    let wrong = desk.fails(&["delegate", "give", id, "--to", &code, "--code-fd", "2"], 5);
    assert_eq!(wrong["id"], "delegate-no-request");
    // The helper asks for the code itself.
    let asked = [
        "delegate",
        "give",
        &id[..8],
        "--to",
        &asks,
        "results",
        "--for",
        "1h",
    ];
    let (given, passed) = grant(&desk, &asked);
    assert_eq!(
        (&given["to"], &given["sections"]),
        (&json!("City Laboratory"), &json!({ "results": ["extract"] }))
    );
    assert_eq!(given["key_words"], scanned["delegate"]["key_words"]);
    let scanned = nobody.ok(&["scan", &passed]);
    assert_eq!(
        scanned["delegation"]["sections"],
        json!({ "results": ["extract"] })
    );

    // It is the laboratory's only: another device has not the key that the delegation names.
    let stranger = machine.created("stranger").0;
    let waiting = serve(&phone, &address, true);
    let refused = stranger.fails(&redeem(&passed, &machine.device("nothing")), 5);
    assert!(
        refused["message"]
            .as_str()
            .unwrap()
            .contains("made for somebody else"),
        "{refused}"
    );
    assert_eq!(end(waiting)["why"], "wrong-audience");

    // The patient sees who, by whose word, and what; and says yes.
    let serving = phone.command(&["serve", "--listen", &address, "--agree"]);
    let screen = screen(serving, &laboratory, &passed);
    for shown in [
        "“City Laboratory” asks",
        "by the word of “Lakeside Clinic”",
        "Results: a copy of what holds",
    ] {
        assert!(screen.contains(shown), "{shown}: {screen}");
    }
    assert!(!screen.contains("Allergies"), "{screen}");

    let all = phone.ok(&["grants"]);
    let redeemers = all["grants"][0]["redeemers"].as_array().unwrap();
    assert_eq!(redeemers.len(), 2);
    assert_eq!(redeemers[1]["via"], redeemers[0]["author"]);
    let log = phone.ok(&["audit"]);
    assert_eq!(log["events"][0]["via"]["name"], "Lakeside Clinic");
    let said = phone.says(&["audit"]);
    let said: Vec<&str> = said.split_whitespace().collect();
    assert!(
        said.join(" ")
            .contains("They came by the word of “Lakeside Clinic”."),
        "{said:?}"
    );

    // A laboratory cannot pass it on once more, and the end is the end of both.
    let third = request(&stranger);
    let deeper = laboratory.fails(&["delegate", "give", id, "--to", &third, "--code-fd", "2"], 3);
    assert_eq!(deeper["id"], "delegate-unknown");
    phone.ok(&["revoke", id]);
    let other = grant(&phone, &["grant", "profile", "--address", &address]).0;
    assert_eq!(other["delegable"], false);
    let waiting = serve(&phone, &address, true);
    laboratory.fails(&redeem(&passed, &machine.device("nothing")), 9);
    let mut waiting = waiting;
    waiting.kill().unwrap();
    waiting.wait().unwrap();
    phone.ok(&["audit", "--verify"]);
    phone.is_whole();
}

/// What the patient's screen showed while the laboratory redeemed a code.
fn screen(mut serving: std::process::Command, laboratory: &Device, code: &str) -> String {
    use std::io::{BufRead as _, BufReader, Read as _};
    use std::process::Stdio;
    let mut serving = serving
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut errors = BufReader::new(serving.stderr.take().unwrap());
    let mut said = String::new();
    while !said.contains("127.0.0.1:") {
        assert!(errors.read_line(&mut said).unwrap() > 0, "{said}");
    }
    let redeemed = laboratory.ok(&["redeem", code, "--as", "City Laboratory", "--kdf", "fast"]);
    assert!(!redeemed["stated"].as_array().unwrap().is_empty());
    assert_eq!(redeemed["delegable"], false);
    let mut rest = Vec::new();
    errors.read_to_end(&mut rest).unwrap();
    assert!(serving.wait().unwrap().success());
    said + &text(&rest)
}
