//! Bad input of every kind: a sentence, a next step, a status of its own, and a record that is as it was.

use crate::process::{Device, EXAMPLE, Machine, PASSPHRASE, document, exists, refusal};
use serde_json::Value;
use std::fs;
use std::io::{Seek, SeekFrom, Write};

/// Runs what must be refused, and compares every byte of the record's file.
fn refuses(device: &Device, arguments: &[&str], exit: i32, id: &str) -> Value {
    let before = device.bytes();
    let error = device.fails(arguments, exit);
    assert_eq!(error["id"], id, "{error:#}");
    assert!(before == device.bytes(), "{id}: the record changed");
    error
}

#[test]
fn files_that_cannot_be_brought_in() {
    let machine = Machine::new();
    let device = machine.filled("phone");
    let path = |name: &str, bytes: &[u8]| machine.file(name, bytes).to_str().unwrap().to_owned();
    let example = fs::read(EXAMPLE).unwrap();

    let missing = machine.path("none.json");
    refuses(&device, &["import", missing.to_str().unwrap()], 3, "file-missing");
    refuses(
        &device,
        &["import", device.record.to_str().unwrap()],
        5,
        "file-is-folder",
    );
    refuses(
        &device,
        &["import", &path("a.txt", b"Dear Maria, your results")],
        5,
        "import-not-json",
    );
    refuses(&device, &["import", &path("b.json", b" \n ")], 5, "import-empty");
    refuses(
        &device,
        &["import", &path("c.json", &example[..example.len() / 2])],
        5,
        "import-truncated",
    );
    refuses(
        &device,
        &["import", &path("d.json", b"{\"weather\":\"fine\"}")],
        5,
        "import-nothing-readable",
    );
}

#[test]
fn a_file_that_is_too_large() {
    let machine = Machine::new();
    let device = machine.filled("phone");
    let large = machine.path("large.json");
    let mut file = fs::File::create(&large).unwrap();
    file.write_all(br#"{"resourceType":"Bundle","type":"collection","entry":["#)
        .unwrap();
    let spaces = vec![b' '; 1 << 20];
    for _ in 0..257 {
        file.write_all(&spaces).unwrap();
    }
    file.write_all(b"]}").unwrap();
    drop(file);
    refuses(
        &device,
        &["import", large.to_str().unwrap()],
        5,
        "import-too-large",
    );
}

fn person(family: &str, id: &str) -> String {
    format!(
        r#"{{"fullUrl":"urn:uuid:0b7c{id}-8a43-4ab1-9d3f-5e8a33d8a001","resource":{{"resourceType":"Patient","id":"p{id}","name":[{{"family":"{family}","given":["Ada"]}}],"birthDate":"1971-0{}-11"}}}}"#,
        id.len() % 9 + 1
    )
}

#[test]
fn another_person_and_two_persons() {
    let machine = Machine::new();
    let device = machine.filled("phone");
    let bundle = |people: &[String]| {
        format!(
            r#"{{"resourceType":"Bundle","type":"collection","entry":[{}]}}"#,
            people.join(",")
        )
    };
    let other = machine.file("other.json", bundle(&[person("Lovelace", "0001")]));
    let error = refuses(
        &device,
        &["import", other.to_str().unwrap()],
        5,
        "import-another-person",
    );
    assert!(
        error["message"].as_str().unwrap().contains("Lovelace"),
        "{error:#}"
    );
    let yes = refuses(
        &device,
        &["import", "--yes", other.to_str().unwrap()],
        5,
        "import-another-person",
    );
    assert!(
        yes["next"].as_str().unwrap().contains("--same-person"),
        "an identity question has a flag of its own"
    );
    let two = machine.file(
        "two.json",
        bundle(&[person("Lovelace", "0001"), person("Somerville", "00022")]),
    );
    refuses(
        &device,
        &["import", two.to_str().unwrap()],
        5,
        "import-several-people",
    );
    assert_eq!(
        device.ok(&["import", "--same-person", other.to_str().unwrap()])["new"],
        1
    );
}

#[test]
fn a_wrong_passphrase_and_none() {
    let machine = Machine::new();
    let device = machine.filled("phone");
    let before = device.bytes();
    let mut command = device.command(&["list", "--json"]);
    let error = refusal(
        &command.env("POCKETCHART_PASSPHRASE", "wrong").output().unwrap(),
        4,
    );
    assert_eq!(error["id"], "store-wrong-key");
    let error = refusal(&device.bare().args(["list", "--json"]).output().unwrap(), 10);
    assert_eq!(error["id"], "passphrase-needed");
    assert!(before == device.bytes());
    let new = machine.device("new");
    let mut command = new.command(&["create", "--json"]);
    let error = refusal(&command.env("POCKETCHART_PASSPHRASE", "").output().unwrap(), 5);
    assert_eq!(error["id"], "passphrase-empty");
    assert!(!exists(&new.record.join("record.db")));
}

#[test]
fn a_record_that_is_open_elsewhere_there_already_or_not_there() {
    let machine = Machine::new();
    let device = machine.filled("phone");
    let (mut waiting, _) = device.start(&["sync", "listen", "127.0.0.1:0"], "127.0.0.1:");
    assert_eq!(device.fails(&["list"], 6)["id"], "store-busy");
    assert_eq!(device.fails(&["import", EXAMPLE], 6)["id"], "store-busy");
    waiting.kill().unwrap();
    waiting.wait().unwrap();
    assert_eq!(device.items("allergies").len(), 3);
    refuses(&device, &["create"], 5, "store-exists");
    assert_eq!(machine.device("none").fails(&["list"], 3)["id"], "store-missing");
}

#[test]
fn words_that_do_not_fit() {
    let machine = Machine::new();
    let device = machine.filled("phone");
    let (_, others) = machine.created("other");
    let backup = machine.path("backup");
    device.ok(&["backup", "--out", backup.to_str().unwrap()]);
    let new = machine.device("new");
    let restore = |file: &str, words: &str, exit: i32, id: &str| {
        let script = format!("\"$P\" --json restore '{file}' --kdf fast --words-fd 3 3<<<'{words}'");
        let mut command = new.shell(&script);
        let output = command
            .env("POCKETCHART_PASSPHRASE", PASSPHRASE)
            .output()
            .unwrap();
        assert_eq!(refusal(&output, exit)["id"], id);
        assert!(
            !exists(&new.record.join("record.db")),
            "{id} left something behind"
        );
    };
    let file = backup.to_str().unwrap();
    restore(file, &others, 4, "restore-wrong-words");
    restore(file, "abandon ability able", 4, "words-count");
    restore(
        file,
        &others
            .replacen(' ', " xyzzy ", 1)
            .split(' ')
            .take(24)
            .collect::<Vec<_>>()
            .join(" "),
        4,
        "words-unknown",
    );
    restore(EXAMPLE, &others, 5, "restore-not-a-backup");
    let mut cut = fs::read(&backup).unwrap();
    cut.truncate(cut.len() - 100);
    let cut = machine.file("cut", cut);
    let (mine, words) = machine.created("mine");
    let own = machine.path("own");
    mine.ok(&["backup", "--out", own.to_str().unwrap()]);
    let mut damaged = fs::read(&own).unwrap();
    let middle = damaged.len() / 2;
    damaged[middle] ^= 1;
    let damaged = machine.file("damaged", damaged);
    restore(cut.to_str().unwrap(), &others, 4, "restore-wrong-words");
    restore(damaged.to_str().unwrap(), &words, 8, "restore-damaged");
}

#[test]
fn files_that_are_there_already_and_ids_that_are_not() {
    let machine = Machine::new();
    let device = machine.filled("phone");
    let there = machine.file("there", "mine");
    let there = there.to_str().unwrap();
    refuses(
        &device,
        &["export", "--format", "bundle", "--out", there],
        5,
        "file-exists",
    );
    refuses(&device, &["backup", "--out", there], 5, "file-exists");
    let id = device.items("allergies")[0]["id"].as_str().unwrap().to_owned();
    refuses(&device, &["extract", &id, "--out", there], 5, "file-exists");
    assert_eq!(fs::read_to_string(there).unwrap(), "mine");
    let nowhere = machine.path("no/such/folder");
    refuses(
        &device,
        &["backup", "--out", nowhere.to_str().unwrap()],
        3,
        "folder-missing",
    );
    let out = machine.path("out");
    refuses(
        &device,
        &["extract", &id, "--out", out.to_str().unwrap()],
        3,
        "extract-no-file",
    );
    assert!(!exists(&out));

    for id in ["ffffffff", "zz", "", "abc.def"] {
        refuses(&device, &["item", id], 3, "read-no-such-entry");
        refuses(&device, &["retract", id, "--yes"], 3, "read-no-such-entry");
    }
    refuses(&device, &["trends", "no such thing"], 3, "read-no-such-series");
    refuses(&device, &["known-on", "yesterday"], 5, "read-not-a-day");
    refuses(
        &device,
        &["correct", &id, "vaccine", "Tetanus"],
        2,
        "correct-other-kind",
    );
    refuses(
        &device,
        &["resolve", &id, "--keep", &id],
        5,
        "edit-nothing-to-settle",
    );
    refuses(
        &device,
        &["add", "measurement", "Weight", "7,5", "kg", "--low", "many"],
        5,
        "draft-number",
    );
    refuses(
        &device,
        &["add", "problem", "Gout", "--since", "long ago"],
        5,
        "draft-date",
    );
    refuses(&device, &["add", "problem", " "], 5, "draft-empty");
    refuses(
        &device,
        &["add", "problem", "Gout", "--code", "17"],
        5,
        "draft-code",
    );
    refuses(&device, &["sync", "connect", "127.0.0.1:1"], 3, "sync-alone");
}

#[test]
fn an_ambiguous_id_lists_what_it_may_mean() {
    let machine = Machine::new();
    let device = machine.created("phone").0;
    // Five letters of a hash meet by chance among a few thousand entries; four letters surely do among these.
    let file = machine.file("many.ndjson", crate::process::weights(0, 1500));
    device.ok(&["import", "--same-person", file.to_str().unwrap()]);
    let mut seen = std::collections::BTreeMap::<String, usize>::new();
    for item in device.items("vitals") {
        *seen
            .entry(item["short"].as_str().unwrap()[..4].to_owned())
            .or_default() += 1;
    }
    let (letters, count) = seen
        .into_iter()
        .find(|(_, count)| *count > 1)
        .expect("two that begin alike");
    let error = device.fails(&["item", &letters], 3);
    assert_eq!(error["id"], "read-ambiguous");
    assert_eq!(error["candidates"].as_array().unwrap().len(), count, "{error:#}");
}

#[test]
fn what_is_not_understood_is_one_document_too() {
    let machine = Machine::new();
    let device = machine.device("phone");
    for arguments in [
        &["list", "everything"][..],
        &["fly"],
        &["import"],
        &["create", "--kdf", "weak"],
    ] {
        let error = device.fails(arguments, 2);
        assert_eq!(error["id"], "usage");
    }
}

#[test]
fn a_damaged_record_and_one_that_was_put_back() {
    let machine = Machine::new();
    let device = machine.filled("phone");
    let old = device.bytes();
    device.ok(&["add", "note", "Later"]);
    let new = device.bytes();
    let file = device.record.join("record.db");
    fs::write(&file, &old).unwrap();
    assert_eq!(device.fails(&["list"], 8)["id"], "store-rolled-back");
    assert_eq!(device.fails(&["list", "--yes"], 8)["id"], "store-rolled-back");
    device.ok(&["list", "--accept-older"]);
    fs::write(&file, &new).unwrap();
    let mut altered = fs::OpenOptions::new().write(true).open(&file).unwrap();
    altered.seek(SeekFrom::Start(0)).unwrap();
    altered.write_all(b"not a database").unwrap();
    drop(altered);
    let error = device.fails(&["list", "--accept-older"], 8);
    assert_eq!(error["id"], "store-altered");
}

#[test]
fn a_full_disk() {
    let machine = Machine::new();
    let device = machine.device("phone");
    let small = machine.path("small");
    fs::create_dir(&small).unwrap();
    let large = machine.file("large.ndjson", crate::process::weights(0, 4000));
    let script = format!(
        r#"mount -t tmpfs -o size=1200k none '{small}'
        export POCKETCHART_RECORD='{small}/record'
        "$P" --json create --kdf fast >/dev/null
        "$P" --json import '{EXAMPLE}' >/dev/null
        code=0; "$P" --json import --same-person '{large}' >'{out}' || code=$?
        "$P" --json verify >'{health}'
        exit $code"#,
        small = small.display(),
        large = large.display(),
        out = machine.path("out").display(),
        health = machine.path("health").display(),
    );
    let mut command = device.shell("unshare --mount --map-root-user bash -eu -c \"$1\" 2>&1 || exit $?");
    let mut command = {
        command.args(["bash", &script]);
        command
    };
    let output = command
        .env("POCKETCHART_PASSPHRASE", PASSPHRASE)
        .output()
        .unwrap();
    let said = crate::process::text(&output.stdout);
    if said.contains("unshare failed") || said.contains("permission denied") {
        assert!(std::env::var_os("CI").is_none(), "{said}");
        println!(
            "not run: this machine allows no file system of its own ({})",
            said.trim()
        );
        return;
    }
    assert_eq!(output.status.code(), Some(7), "{said}");
    let error: Value = serde_json::from_slice(&fs::read(machine.path("out")).unwrap()).unwrap();
    let id = error["error"]["id"].as_str().unwrap();
    assert!(["store-full", "import-stopped"].contains(&id), "{error:#}");
    let health: Value = serde_json::from_slice(&fs::read(machine.path("health")).unwrap()).unwrap();
    assert_eq!(health["faults"].as_array().unwrap().len(), 0, "{health:#}");
}

#[test]
fn a_pairing_code_that_is_none() {
    let machine = Machine::new();
    let tablet = machine.device("tablet");
    for (code, id) in [
        ("hello", "pair-not-a-code"),
        ("pocketchart:/12", "pair-code-damaged"),
        ("https://example.org", "pair-not-a-code"),
    ] {
        assert_eq!(
            tablet.fails(&["pair", "join", code, "--kdf", "fast"], 5)["id"],
            id
        );
        assert!(!exists(&tablet.record.join("record.db")));
    }
    let output = tablet.command(&["pair", "join", "--json"]).output().unwrap();
    assert_eq!(document(&output)["error"]["id"], "code-needed");
}
