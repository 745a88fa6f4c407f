//! A person who has lost everything, three contacts, and a relay that waits 48 hours.

use crate::clocked::Clocked;
use crate::devices::{meet, pair};
use crate::process::{Device, Machine, PASSPHRASE, document};
use serde_json::{Value, json};

const HOUR: u64 = 3_600;
const NAMES: [&str; 3] = ["Ben", "Chidi", "Dora"];

/// A person, their words, and contacts who keep a part each.
pub(crate) struct World {
    pub(crate) machine: Machine,
    pub(crate) relay: Clocked,
    pub(crate) phone: Device,
    pub(crate) words: String,
    pub(crate) contacts: Vec<Device>,
}

/// Runs a command with words in an open descriptor.
fn with_words(device: &Device, words: &str, arguments: &str) -> std::process::Output {
    let script = format!("\"$P\" {arguments} --words-fd 5 --json 5<<<\"$WORDS\"");
    let mut command = device.shell(&script);
    command
        .env("WORDS", words)
        .env("POCKETCHART_PASSPHRASE", PASSPHRASE);
    command.output().unwrap()
}

fn split(phone: &Device, words: &str, more: &str) -> std::process::Output {
    with_words(
        phone,
        words,
        &format!("contacts split --as 'Maria Okafor' {more}"),
    )
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap()
}

impl World {
    pub(crate) fn new() -> Self {
        let (machine, relay) = (Machine::new(), Clocked::start());
        let (phone, words) = crate::recover::filled(&machine, "phone");
        phone.ok(&["use-relay", &relay.url]);
        let mut contacts = Vec::new();
        for name in NAMES {
            let contact = machine.created(name).0;
            let code = contact.ok(&["contacts", "become", "--as", name]);
            let file = machine.file(&format!("{name}.txt"), text(&code["code"]));
            let chosen = phone.ok(&["contacts", "choose", file.to_str().unwrap(), "--same-words"]);
            assert_eq!(
                (&chosen["name"], &chosen["words"]),
                (&code["name"], &code["words"])
            );
            contacts.push(contact);
        }
        let world = Self {
            machine,
            relay,
            phone,
            words,
            contacts,
        };
        world.give("");
        world.phone.ok(&["backup", "--relay"]);
        world
    }

    /// Gives each contact a part.
    fn give(&self, more: &str) {
        let split = document(&split(&self.phone, &self.words, more));
        let parts = split["parts"].as_array().unwrap();
        assert_eq!(parts.len(), self.contacts.len(), "{split:#}");
        for part in parts {
            let at = NAMES.iter().position(|it| part["name"] == *it).unwrap();
            let kept = self.contacts[at].ok(&["contacts", "keep", text(&part["code"])]);
            assert_eq!(kept["person"], "Maria Okafor");
        }
    }

    /// A new device that asks, and its code.
    fn asks(&self, name: &str) -> (Device, String) {
        let device = self.machine.device(name);
        let asked = device.ok(&["recover", "ask-contacts", "--kdf", "fast"]);
        (device, text(&asked["code"]).to_owned())
    }

    fn approve(&self, contact: usize, code: &str, more: &[&str]) -> String {
        let arguments = [&["contacts", "approve", code, "--same-words"], more].concat();
        text(&self.contacts[contact].ok(&arguments)["code"]).to_owned()
    }
}

fn goes_on(device: &Device, answers: &[&str]) -> Value {
    let arguments = ["recover", "with-contacts", "--kdf", "fast", "--name", "new"];
    device.ok(&[&arguments, answers].concat())
}

fn recovery(device: &Device) -> Value {
    device.ok(&["contacts"])["recovery"]["asked"].clone()
}

#[test]
fn two_of_three_bring_everything_back_after_the_wait() {
    let world = World::new();
    let tablet = world.machine.device("tablet");
    pair(&world.phone, &tablet);
    meet(&world.phone, &tablet);
    tablet.ok(&["use-relay", &world.relay.url]);
    let before: Vec<Value> = ["allergies", "results", "notes"]
        .map(|it| world.phone.items(it).into())
        .into();
    world.phone.ok(&["erase", "--erase-record", "phone"]);

    let (new, code) = world.asks("new");
    assert_eq!(
        new.fails(&["recover", "ask-contacts", "--kdf", "fast"], 5)["id"],
        "recover-asked-before"
    );
    let unsaid = world.contacts[0].fails(&["contacts", "approve", &code, "--yes"], 10);
    assert_eq!(unsaid["id"], "contacts-other-words");
    let (ben, chidi) = (world.approve(0, &code, &[]), world.approve(1, &code, &[]));
    // An answer is for the device that asked.
    let thief = world.asks("thief").0;
    assert_eq!(
        thief.fails(&["recover", "with-contacts", &ben, &chidi], 5)["id"],
        "contacts-not-for-here"
    );
    for _ in 0..2 {
        let few = new.fails(&["recover", "with-contacts", &ben], 5);
        assert_eq!(few["id"], "recover-few");
        assert!(text(&few["message"]).contains("1 of the 2"), "{few}");
    }
    assert_eq!(recovery(&tablet), json!([]), "one alone begins nothing");

    let waits = goes_on(&new, &[&chidi]);
    assert_eq!(waits["state"], "waiting");
    assert_eq!(waits["seconds"], 48 * HOUR);
    // Each device of the person, and each contact, is told.
    for _ in 0..2 {
        let asked = recovery(&tablet);
        assert_eq!(
            (&asked[0]["person"], &asked[0]["approvals"]),
            (&Value::Null, &json!(2)),
            "{asked:#}"
        );
    }
    assert_eq!(tablet.ok(&["mailbox"])["recovery"]["asked"][0]["approvals"], 2);
    for contact in &world.contacts {
        assert_eq!(recovery(contact)[0]["person"], "Maria Okafor");
    }
    world.relay.pass(48 * HOUR - 1);
    assert_eq!(goes_on(&new, &[])["seconds"], 1);
    world.relay.pass(1);
    let given = goes_on(&new, &[]);
    assert_eq!(
        (&given["state"], &given["words"]),
        (&json!("given"), &json!(world.words))
    );
    assert_eq!(given["missing"], json!([]));
    let after: Vec<Value> = ["allergies", "results", "notes"]
        .map(|it| new.items(it).into())
        .into();
    assert_eq!(after, before);
    new.is_whole();
    let log = new.ok(&["audit"]);
    let recovered = log["events"].as_array().unwrap().iter();
    assert_eq!(recovered.filter(|it| it["action"] == "recovered").count(), 1);
    // The parts are spent, and the book came back with the record.
    let contacts = new.ok(&["contacts"]);
    assert_eq!(contacts["sharing"], Value::Null);
    assert_eq!(contacts["contacts"].as_array().unwrap().len(), 3);
    let (late, code) = world.asks("late");
    let answers = [0, 1].map(|it| world.approve(it, &code, &[]));
    assert_eq!(
        late.fails(&["recover", "with-contacts", &answers[0], &answers[1]], 5)["id"],
        "recover-not-taken"
    );
    // The new device goes on as the person's own.
    new.ok(&["add", "note", "After the flood"]);
    assert_eq!(new.items("notes").len(), before[2].as_array().unwrap().len() + 1);
}

#[test]
fn a_no_stops_it_and_only_all_contacts_override_it() {
    let world = World::new();
    let (new, code) = world.asks("new");
    let answers = [0, 2].map(|it| world.approve(it, &code, &[]));
    assert_eq!(goes_on(&new, &[&answers[0], &answers[1]])["state"], "waiting");
    let asked = recovery(&world.phone);
    let device = text(&asked[0]["device"]).to_owned();
    assert_eq!(
        world.phone.fails(&["contacts", "veto", "ffffffffffffffff0"], 3)["id"],
        "contacts-unknown"
    );
    assert_eq!(world.phone.ok(&["contacts", "veto", &device])["device"], device);
    let log = world.phone.ok(&["audit"]);
    let mut actions = log["events"].as_array().unwrap().iter();
    assert!(actions.any(|it| it["action"] == "recovery-refused"));
    world.relay.pass(49 * HOUR);
    let refused = |answers: &[&str]| {
        let arguments = ["recover", "with-contacts", "--kdf", "fast", "--name", "new"];
        new.fails_with_document(&[&arguments, answers].concat(), 5)
    };
    assert_eq!(refused(&[])["state"], "vetoed");
    assert_eq!(recovery(&world.contacts[1])[0]["vetoed"], true);

    let despite = [0, 1, 2].map(|it| world.approve(it, &code, &["--despite-veto"]));
    let two = refused(&[&despite[0], &despite[1]]);
    assert_eq!((&two["state"], &two["despite"]), (&json!("vetoed"), &json!(2)));
    let waits = goes_on(&new, &[&despite[2]]);
    assert_eq!(
        (&waits["state"], &waits["seconds"]),
        (&json!("waiting"), &json!(48 * HOUR))
    );
    // A second no counts for nothing.
    world.phone.ok(&["contacts", "veto", &device]);
    world.relay.pass(48 * HOUR);
    let given = goes_on(&new, &[]);
    assert_eq!(given["words"], world.words);
    assert_eq!(new.items("allergies"), world.phone.items("allergies"));
}

#[test]
fn who_leaves_takes_the_parts_of_all_out_of_force() {
    let world = World::new();
    let dropped = world.phone.ok(&["contacts", "drop", "Chidi"]);
    assert_eq!(
        (&dropped["relay_knows"], &dropped["shared"]),
        (&json!(true), &json!(false))
    );
    let (new, code) = world.asks("new");
    let answers = [0, 1].map(|it| world.approve(it, &code, &[]));
    assert_eq!(
        new.fails(&["recover", "with-contacts", &answers[0], &answers[1]], 5)["id"],
        "recover-not-taken"
    );
    let refused = split(&world.phone, &world.words, "");
    assert_eq!(crate::process::refusal(&refused, 5)["id"], "contacts-numbers");
    // The contacts hear of it.
    let ben = world.contacts[0].ok(&["contacts"]);
    assert_eq!(ben["recovery"]["ended"], json!(["Maria Okafor"]));
}

#[test]
fn parts_of_old_words_are_ended_with_them() {
    let world = World::new();
    let made = world.phone.ok(&["recover", "new-words", "--no-way-back"]);
    assert_eq!(world.phone.ok(&["contacts"])["sharing"], Value::Null);
    let (new, code) = world.asks("new");
    let answers = [0, 1].map(|it| world.approve(it, &code, &[]));
    assert_eq!(
        new.fails(&["recover", "with-contacts", &answers[0], &answers[1]], 5)["id"],
        "recover-not-taken"
    );
    let old = split(&world.phone, &world.words, "");
    assert_eq!(crate::process::refusal(&old, 4)["id"], "words-other");
    let short = split(&world.phone, text(&made["words"]), "--wait 30m");
    assert_eq!(crate::process::refusal(&short, 5)["id"], "contacts-wait");
    let anew = document(&split(&world.phone, text(&made["words"]), "--wait 1h"));
    assert_eq!((&anew["wait"], &anew["of"]), (&json!(HOUR), &json!(3)));
}
