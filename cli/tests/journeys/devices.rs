//! Two devices of a person, as processes that meet over TCP.

use crate::process::{Device, Machine, document};
use serde_json::Value;
use std::io::{BufRead, BufReader, Read};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::process::Stdio;

/// One device shows a code, the other becomes part of its record.
pub(crate) fn pair(phone: &Device, tablet: &Device) -> (Value, Value) {
    let offer = [
        "pair",
        "offer",
        "--listen",
        "127.0.0.1:0",
        "--code-fd",
        "2",
        "--same-digits",
    ];
    let (offering, code) = phone.start(&offer, "pocketchart:/");
    let joined = tablet.ok(&[
        "pair",
        "join",
        code.trim(),
        "--kdf",
        "fast",
        "--name",
        "tablet",
        "--same-digits",
    ]);
    let offered = document(&offering.wait_with_output().unwrap());
    (offered, joined)
}

/// One device waits, the other calls.
pub(crate) fn meet(waiting: &Device, calling: &Device) -> (Value, Value) {
    let (child, line) = waiting.start(&["sync", "listen", "127.0.0.1:0"], "127.0.0.1:");
    let called = calling.ok(&["sync", "connect", &address(&line)]);
    (document(&child.wait_with_output().unwrap()), called)
}

pub(crate) fn address(line: &str) -> String {
    let mut words = line.split_whitespace().map(|it| it.trim_end_matches('.'));
    words.rfind(|it| it.starts_with("127.0.0.1:")).unwrap().to_owned()
}

pub(crate) fn ids(device: &Device, section: &str) -> Vec<Value> {
    device.items(section).iter().map(|it| it["id"].clone()).collect()
}

#[test]
fn two_devices_agree_after_being_apart() {
    let machine = Machine::new();
    let (phone, tablet) = (machine.filled("phone"), machine.device("tablet"));
    let (offered, joined) = pair(&phone, &tablet);
    assert_eq!(offered["digits"], joined["digits"]);
    assert_eq!(offered["device"]["name"], "tablet");
    assert_eq!(phone.ok(&["devices"])["devices"].as_array().unwrap().len(), 2);

    let (waited, called) = meet(&phone, &tablet);
    assert!(
        waited["same"] == true && called["same"] == true,
        "{waited:#} {called:#}"
    );
    for section in ["allergies", "medications", "results", "documents"] {
        assert_eq!(ids(&phone, section), ids(&tablet, section));
    }

    let id = phone.item("medications", "Cetirizine")["id"]
        .as_str()
        .unwrap()
        .to_owned();
    phone.ok(&["correct", &id, "medicine", "--how", "Two a day"]);
    tablet.ok(&["correct", &id, "medicine", "--until", "2026-01-20"]);
    phone.ok(&["add", "note", "On the phone"]);
    let (_, called) = meet(&tablet, &phone);
    assert_eq!(called["sent"], 2, "with the first message: {called:#}");
    assert_eq!(
        called["unreconciled"]["medications"].as_u64(),
        Some(2),
        "{called:#}"
    );
    let item = tablet.item("medications", "Cetirizine");
    assert_eq!(item["state"], "unreconciled");
    assert_eq!(item["rivals"].as_array().unwrap().len(), 1);
    let page = tablet.says(&["list", "medications"]);
    assert!(
        page.contains("◆ disagree") && page.contains("Two sources disagree."),
        "{page}"
    );

    let id = item["id"].as_str().unwrap();
    assert_eq!(tablet.fails(&["resolve", id], 10)["id"], "resolve-which");
    tablet.ok(&["resolve", id, "--keep", id, "--reason", "I know"]);
    let (_, called) = meet(&tablet, &phone);
    assert_eq!(called["unreconciled"], serde_json::json!({}));
    assert_eq!(ids(&phone, "medications"), ids(&tablet, "medications"));
    let (_, again) = meet(&phone, &tablet);
    assert!(
        again["bytes_sent"].as_u64().unwrap() + again["bytes_received"].as_u64().unwrap() < 500,
        "{again:#}"
    );
    phone.is_whole();
    tablet.is_whole();
}

#[test]
fn a_lost_device_is_taken_out() {
    let machine = Machine::new();
    let (phone, tablet) = (machine.filled("phone"), machine.device("tablet"));
    pair(&phone, &tablet);
    meet(&phone, &tablet);
    let before = phone.ok(&["devices"]);
    assert_eq!(
        phone.fails(&["devices", "lost", "watch"], 3)["id"],
        "sync-no-such-device"
    );
    assert_eq!(
        phone.fails(&["devices", "lost", "tablet", "--yes"], 10)["id"],
        "lost-unanswered"
    );
    assert_eq!(phone.ok(&["devices"]), before);

    phone.ok(&["devices", "lost", "tablet", "--no-way-back"]);
    let devices = phone.ok(&["devices"]);
    let lost = devices["devices"]
        .as_array()
        .unwrap()
        .iter()
        .find(|it| it["name"] == "tablet");
    assert!(lost.unwrap()["lost"].is_u64(), "{devices:#}");
    let page = phone.says(&["devices"]);
    assert!(
        page.contains("One device may write") && page.contains("lost since"),
        "{page}"
    );
    assert_eq!(
        phone.fails(&["devices", "lost", "tablet", "--no-way-back"], 3)["id"],
        "sync-alone"
    );

    let secret = "Not for a thief";
    phone.ok(&["add", "note", secret, "--title", secret]);
    phone.item("notes", secret);
    let (mut waiting, line) = phone.start(&["sync", "listen", "127.0.0.1:0"], "127.0.0.1:");
    tablet.fails(&["sync", "connect", &address(&line)], 9);
    waiting.kill().unwrap();
    waiting.wait().unwrap();
    assert!(
        tablet
            .items("notes")
            .iter()
            .all(|it| it["facts"]["title"] != secret)
    );
    phone.is_whole();
}

#[test]
fn nobody_is_let_in_who_was_not_compared() {
    let machine = Machine::new();
    let (phone, tablet) = (machine.filled("phone"), machine.device("tablet"));
    let before = phone.bytes();
    let offer = [
        "pair",
        "offer",
        "--listen",
        "127.0.0.1:0",
        "--code-fd",
        "2",
        "--yes",
    ];
    let (offering, code) = phone.start(&offer, "pocketchart:/");
    let error = tablet.fails(
        &["pair", "join", code.trim(), "--kdf", "fast", "--same-digits"],
        10,
    );
    assert_eq!(error["id"], "pair-declined", "--yes does not answer who is who");
    assert!(!offering.wait_with_output().unwrap().status.success());
    assert!(!crate::process::exists(&tablet.record.join("record.db")));
    assert!(before == phone.bytes());
}

#[test]
fn strangers_and_silence() {
    let machine = Machine::new();
    let (phone, tablet) = (machine.filled("phone"), machine.device("tablet"));
    pair(&phone, &tablet);
    assert_eq!(
        tablet.fails(&["sync", "connect", "127.0.0.1:1"], 9)["id"],
        "sync-no-connection"
    );
    assert_eq!(
        tablet.fails(&["sync", "connect", "127.0.0.1:1", "--device", "x"], 3)["id"],
        "sync-no-such-device"
    );
    let (other, second) = (machine.filled("other"), machine.device("second"));
    pair(&other, &second);
    let (mut child, line) = phone.start(&["sync", "listen", "127.0.0.1:0"], "127.0.0.1:");
    let error = second.fails(&["sync", "connect", &address(&line)], 9);
    assert!(error["id"].as_str().unwrap().starts_with("session-"), "{error:#}");
    child.kill().unwrap();
    child.wait().unwrap();
    phone.is_whole();
}

/// Somebody walks out of reach in the middle; the device that waits with `--stay` goes on waiting.
#[test]
fn a_broken_session_does_not_end_the_waiting() {
    let machine = Machine::new();
    let (phone, tablet) = (machine.filled("phone"), machine.device("tablet"));
    pair(&phone, &tablet);
    for n in 0..40 {
        tablet.ok(&[
            "add",
            "note",
            &format!("Seen {n}"),
            "--title",
            &format!("Seen {n}"),
        ]);
    }
    let mut waiting = phone.command(&["sync", "listen", "127.0.0.1:0", "--stay"]);
    let mut waiting = waiting
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut said = BufReader::new(waiting.stderr.take().unwrap())
        .lines()
        .map(Result::unwrap);
    let address = address(&said.find(|it| it.contains("127.0.0.1:")).unwrap());
    let bad = TcpListener::bind("127.0.0.1:0").unwrap();
    let through = bad.local_addr().unwrap().to_string();
    let calling = std::thread::scope(|scope| {
        let calling = scope.spawn(|| tablet.fails(&["sync", "connect", &through], 9));
        let (near, _) = bad.accept().unwrap();
        let there = TcpStream::connect(&address).unwrap();
        let back = (there.try_clone().unwrap(), near.try_clone().unwrap());
        let answers = scope.spawn(move || std::io::copy(&mut &back.0, &mut &back.1));
        std::io::copy(&mut (&near).take(3000), &mut &there).unwrap();
        for end in [&near, &there] {
            let _ = end.shutdown(Shutdown::Both);
        }
        let _ = answers.join().unwrap();
        calling.join().unwrap()
    });
    assert!(
        calling["id"].as_str().unwrap().starts_with("session-"),
        "{calling:#}"
    );
    let called = tablet.ok(&["sync", "connect", &address]);
    assert_eq!(called["same"], true, "{called:#}");
    waiting.kill().unwrap();
    waiting.wait().unwrap();
    assert!(said.any(|it| it.contains("goes on waiting")));
    assert_eq!(phone.items("notes").len(), tablet.items("notes").len());
    phone.is_whole();
}

#[test]
fn devices_are_renewed() {
    let machine = Machine::new();
    let (phone, tablet) = (machine.filled("phone"), machine.device("tablet"));
    pair(&phone, &tablet);
    let before = phone.ok(&["devices"]);
    let ends = |devices: &Value, name: &str| {
        let devices = devices["devices"].as_array().unwrap().clone();
        let device = devices.into_iter().find(|it| it["name"] == name);
        device.unwrap()["expires"].as_u64().unwrap()
    };
    let renewed = phone.ok(&["devices", "renew", "tablet"]);
    assert_eq!(renewed["renewed"][0]["name"], "tablet");
    let after = phone.ok(&["devices"]);
    assert!(ends(&after, "tablet") > ends(&before, "tablet"));
    assert_eq!(ends(&after, "phone"), ends(&before, "phone"));
    assert_eq!(after["devices"].as_array().unwrap().len(), 2);
    let page = phone.says(&["devices", "renew"]);
    assert!(page.contains("“phone” is one of your devices until"), "{page}");
    assert_eq!(
        phone.fails(&["devices", "renew", "watch"], 3)["id"],
        "sync-no-such-device"
    );
    let (waited, called) = meet(&phone, &tablet);
    assert!(waited["same"] == true && called["same"] == true, "{called:#}");
    assert_eq!(
        ends(&tablet.ok(&["devices"]), "tablet"),
        ends(&phone.ok(&["devices"]), "tablet")
    );
    phone.ok(&["devices", "lost", "tablet", "--no-way-back"]);
    assert_eq!(
        phone.fails(&["devices", "renew", "tablet"], 3)["id"],
        "sync-no-such-device"
    );
}
