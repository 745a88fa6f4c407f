//! A patient and a clinic write to each other: phone, desk and relay are processes of their own.

use crate::clinic::{Browser, Desk, patient};
use crate::process::Machine;
use crate::relay::{grant_at_relay, relay};
use serde_json::json;

#[test]
fn a_patient_and_a_clinic_write_to_each_other_by_letters() {
    let machine = Machine::new();
    let running = relay(&machine, "127.0.0.1:0");
    let phone = patient(&machine);
    phone.ok(&["use-relay", &running.url]);
    assert!(phone.says(&["messages"]).contains("No message is here."));
    let refused = phone.fails(&["messages", "write", "Lakeside Clinic", "Hello"], 3);
    assert_eq!(refused["id"], "messages-nobody-of-that-name");

    let opened = "profile messages --read --later --append messages --for 4h";
    let (_, code) = grant_at_relay(&phone, opened);
    let desk = Desk::start(&machine);
    let cleo = Browser::clinician(&desk);
    let given = cleo.scan(&json!({ "code": code, "passcode": "424242" }));
    assert_eq!(given["state"], "given", "{given:#}");
    let path = format!("/api/charts/{}/messages", given["chart"].as_str().unwrap());
    let text = "Please come \u{202e}<b>without</b> breakfast.";
    let message = json!({ "text": text });
    let (status, seen) = cleo.ask("PUT", &format!("{path}/{}", "1".repeat(32)), &message);
    assert_eq!((status, &seen["way"]), (200, &json!("ready")), "{seen:#}");
    let look = || {
        let (status, seen) = cleo.ask("POST", &format!("{path}/look"), &json!({}));
        assert_eq!(status, 200, "{seen:#}");
        seen
    };
    look();

    phone.ok(&["mailbox"]);
    let came = phone.ok(&["messages"]);
    let thread = &came["threads"][0];
    let first = &thread["messages"][0];
    assert_eq!(
        (
            &thread["with"]["name"],
            &thread["unread"],
            &first["text"],
            &first["new"]
        ),
        (&json!("Lakeside Clinic"), &json!(1), &json!(text), &json!(true)),
        "{came:#}"
    );
    let page = phone.says(&["messages"]);
    for part in [
        "With Lakeside Clinic: one new message",
        " of Lakeside Clinic, ",
        "<b>without</b>",
        "messages answer",
    ] {
        assert!(page.contains(part), "{part}: {page}");
    }
    assert!(
        !page.contains('\u{202e}'),
        "marks that turn text are shown as what they are"
    );
    assert_eq!(phone.ok(&["messages", "read"])["unread"], 0);
    assert_eq!(phone.ok(&["messages"])["threads"][0]["unread"], 0);

    let letters = first["short"].as_str().unwrap();
    let said = phone.says(&["messages", "answer", letters, "May I drink water?"]);
    assert!(
        said.contains("Your message stands in your record, signed."),
        "{said}"
    );
    phone.ok(&["messages", "write", "Lakeside Clinic", "Where do I park?"]);
    for (act, id, exit) in [
        (["messages", "answer", letters, "  "], "message-empty", 5),
        (["messages", "answer", "ffffffffffff", "Hello"], "message-none", 3),
        (
            ["messages", "write", "Somebody", "Hello"],
            "messages-nobody-of-that-name",
            3,
        ),
    ] {
        let refused = phone.fails(&act, exit);
        assert_eq!(refused["id"], id);
        assert!(!refused["next"].as_str().unwrap().is_empty());
    }
    let longer = "x".repeat(5_001);
    let refused = phone.fails(&["messages", "answer", letters, &longer], 5);
    assert_eq!(refused["id"], "message-too-long");
    phone.ok(&["mailbox"]);

    let seen = look();
    let threads = seen["threads"].as_array().unwrap();
    assert_eq!(threads.len(), 2, "{seen:#}");
    let all = seen.to_string();
    for text in ["May I drink water?", "Where do I park?"] {
        assert!(all.contains(text) && !desk.holds(text), "{text}");
    }
    let (status, lines) = cleo.ask("GET", "/api/messages", &json!({}));
    assert_eq!((status, &lines[0]["unread"]), (200, &json!(2)), "{lines:#}");

    // Whose grant has ended can be written to no more.
    let grant = phone.ok(&["grants"])["grants"][0]["grant"]
        .as_str()
        .unwrap()
        .to_owned();
    phone.ok(&["revoke", &grant]);
    let refused = phone.fails(&["messages", "answer", letters, "Hello"], 5);
    assert_eq!(refused["id"], "message-no-access");
    assert_eq!(phone.ok(&["messages"])["threads"].as_array().unwrap().len(), 2);
}
