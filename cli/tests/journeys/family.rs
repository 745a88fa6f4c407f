//! A child's record on a parent's phone, and the day on which the child takes it over.

use crate::devices::{address, ids, meet, pair};
use crate::process::Machine;
use crate::recover::{back_up, filled, restore};

#[test]
fn a_child_grown_up_takes_the_record_over() {
    let machine = Machine::new();
    let (parent, words) = filled(&machine, "parent");
    let child = machine.device("child");
    pair(&parent, &child);
    meet(&parent, &child);
    parent.ok(&["add", "note", "Fever in the night"]);
    meet(&parent, &child);
    assert_eq!(ids(&child, "notes"), ids(&parent, "notes"));

    let made = child.ok(&["recover", "new-words", "--without", "parent", "--no-way-back"]);
    assert_eq!(made["without"], serde_json::json!(["parent"]));
    let new = made["words"].as_str().unwrap();
    child.ok(&["add", "note", "Nobody else's business"]);
    // The parent's phone keeps what it had, is talked to no more, and reads nothing new.
    let (mut waiting, line) = child.start(&["sync", "listen", "127.0.0.1:0"], "127.0.0.1:");
    parent.fails(&["sync", "connect", &address(&line)], 9);
    waiting.kill().unwrap();
    waiting.wait().unwrap();
    assert_eq!(ids(&parent, "notes").len() + 1, ids(&child, "notes").len());
    let devices = child.ok(&["devices"]);
    let devices = devices["devices"].as_array().unwrap();
    assert!(
        devices
            .iter()
            .all(|it| it["lost"].is_u64() == (it["name"] == "parent"))
    );

    // Neither do the words that the parent holds, and what the parent's phone says of devices is heard by nobody.
    back_up(&machine, &child, "file");
    assert_eq!(
        restore(&machine, "none", "file", &words).unwrap_err()["id"],
        "restore-wrong-words"
    );
    parent.ok(&["devices", "lost", "tablet", "--no-way-back"]);
    let (grown, _) = restore(&machine, "grown", "file", new).unwrap();
    assert_eq!(ids(&grown, "notes"), ids(&child, "notes"));
    child.is_whole();
    grown.is_whole();
}
