//! A person prepares while she is well; her contacts let her daughter act for her when she cannot.

use crate::clocked::Clocked;
use crate::devices::{ids, meet};
use crate::process::{Device, Machine};
use serde_json::{Value, json};

const HOUR: u64 = 3_600;
const CONTACTS: [&str; 3] = ["Ben", "Chidi", "Dora"];

/// A person, three contacts, and what she prepared for her daughter.
struct World {
    machine: Machine,
    relay: Clocked,
    phone: Device,
    contacts: Vec<Device>,
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap()
}

impl World {
    fn new() -> Self {
        let (machine, relay) = (Machine::new(), Clocked::start());
        let phone = machine.filled("phone");
        phone.ok(&["use-relay", &relay.url]);
        let contacts = CONTACTS.map(|name| machine.created(name).0);
        let world = Self {
            machine,
            relay,
            phone,
            contacts: contacts.into(),
        };
        for at in 0..world.contacts.len() {
            world.choose(at);
        }
        world
    }

    fn choose(&self, at: usize) {
        let code = self.contacts[at].ok(&["contacts", "become", "--as", CONTACTS[at]]);
        self.phone
            .ok(&["contacts", "choose", text(&code["code"]), "--same-words"]);
    }

    /// Says who is to act, and gives each contact a part.
    fn prepare(&self, arguments: &[&str]) -> Value {
        let all = [
            &["incapacity", "prepare", "Amina", "--as", "Maria Okafor", "--role"],
            arguments,
        ];
        let prepared = self.phone.ok(&all.concat());
        for part in prepared["parts"].as_array().unwrap() {
            let at = CONTACTS.iter().position(|it| part["name"] == *it).unwrap();
            let kept = self.contacts[at].ok(&["contacts", "keep", text(&part["code"])]);
            assert_eq!(
                (&kept["person"], &kept["proxy"]),
                (&"Maria Okafor".into(), &"Amina".into())
            );
        }
        assert_eq!(prepared["left"], true);
        prepared
    }

    /// A device that asks to act for her, and its code.
    fn requests(&self, name: &str) -> (Device, String) {
        let device = self.machine.device(name);
        let asked = device.ok(&["incapacity", "request", "--kdf", "fast"]);
        (device, text(&asked["code"]).to_owned())
    }

    fn approve(&self, contact: usize, code: &str) -> String {
        let said = self.contacts[contact].ok(&["contacts", "approve", code, "--same-words"]);
        assert_eq!(said["proxy"], "Amina");
        text(&said["code"]).to_owned()
    }

    /// A device that came in, after the wait.
    fn entered(&self, name: &str) -> (Device, Value) {
        let (device, code) = self.requests(name);
        let answers = [0, 1].map(|it| self.approve(it, &code));
        assert_eq!(enter(&device, &[&answers[0], &answers[1]])["state"], "waiting");
        self.relay.pass(48 * HOUR);
        let entered = enter(&device, &[]);
        (device, entered)
    }
}

const ENTER: [&str; 6] = ["incapacity", "enter", "--kdf", "fast", "--name", "amina"];

fn enter(device: &Device, answers: &[&str]) -> Value {
    device.ok(&[&ENTER, answers].concat())
}

fn refused(device: &Device, answers: &[&str], exit: i32) -> Value {
    device.fails(&[&ENTER, answers].concat(), exit)
}

fn recovery(device: &Device) -> Value {
    device.ok(&["contacts"])["recovery"].clone()
}

fn add(device: &Device, title: &str) {
    device.ok(&["add", "note", title, "--title", title]);
}

fn standing(phone: &Device) -> Value {
    phone.ok(&["people"])["people"][0]["standing"].clone()
}

#[test]
fn two_of_three_let_her_daughter_act_after_the_wait_where_she_said() {
    let world = World::new();
    let phone = &world.phone;
    phone.ok(&["add", "--sensitive", "problem", "Nobody's business"]);
    let prepared = world.prepare(&["manage", "allergies", "notes"]);
    assert_eq!(prepared["sections"], json!(["allergies", "notes"]));
    assert_eq!(standing(phone), "named");
    // What comes later is left there as well, and an entry of another section is not.
    add(phone, "Written after");
    phone.ok(&["add", "problem", "Later, and elsewhere"]);
    assert_eq!(phone.ok(&["incapacity"])["prepared"]["left"], false);
    phone.ok(&["mailbox"]);
    assert_eq!(phone.ok(&["incapacity"])["prepared"]["left"], true);

    let (amina, code) = world.requests("amina");
    let again = amina.fails(&["incapacity", "request", "--kdf", "fast"], 5);
    assert_eq!(again["id"], "recover-asked-before");
    // What she asked for is not the record, and cannot become it.
    let other = amina.fails(&["recover", "with-contacts", "--kdf", "fast"], 5);
    assert_eq!(other["id"], "recover-other-cause");
    let ben = world.approve(0, &code);
    let few = refused(&amina, &[&ben], 5);
    assert_eq!(few["id"], "recover-few");
    assert_eq!(recovery(phone)["asked"], json!([]), "one alone begins nothing");
    let chidi = world.approve(1, &code);
    let waits = enter(&amina, &[&chidi]);
    assert_eq!(
        (&waits["state"], &waits["seconds"]),
        (&"waiting".into(), &json!(48 * HOUR))
    );
    for device in world.contacts.iter().chain([phone]) {
        assert_eq!(recovery(device)["asked"][0]["proxy"], "Amina");
    }
    let page = phone.says(&["contacts"]);
    assert!(page.contains("act for you as “Amina”"), "{page}");
    world.relay.pass(48 * HOUR - 1);
    assert_eq!(enter(&amina, &[])["seconds"], 1);
    world.relay.pass(1);
    let entered = enter(&amina, &[]);
    assert_eq!(entered["state"], "entered", "{entered:#}");
    assert_eq!(entered["acting"]["sections"], json!(["allergies", "notes"]));

    // Exactly the sections named.
    assert_eq!(ids(&amina, "allergies"), ids(phone, "allergies"));
    amina.item("notes", "Written after");
    let sections = phone.ok(&["sections"]);
    for section in sections["sections"].as_array().unwrap() {
        let name = text(&section["section"]);
        if !["allergies", "notes"].contains(&name) {
            assert!(amina.items(name).is_empty(), "{name}");
        }
    }
    // Neither the words nor the identity of the person.
    for not_hers in [
        &["recover", "new-words", "--no-way-back"][..],
        &["people", "invite", "Ben", "--role", "view", "--code-fd", "2"],
        &["incapacity", "cancel"],
        &["contacts", "drop", "Ben"],
    ] {
        let said = amina.fails(not_hers, 5);
        assert!(text(&said["id"]).ends_with("no-identity"), "{said}");
    }
    amina.is_whole();

    // Her mother's phone learns of it, and both go on by letters.
    assert_eq!(recovery(phone)["came"], json!(["Amina"]));
    assert_eq!(recovery(phone)["came"], json!([]));
    assert_eq!(standing(phone), "acts");
    add(&amina, "Seen by the doctor");
    amina.ok(&["sync", "letters"]);
    phone.ok(&["sync", "letters"]);
    let note = phone.item("notes", "Seen by the doctor");
    assert_eq!(note["sources"][0]["author"]["name"], "Amina", "{note:#}");
    let log = phone.ok(&["audit"]);
    let actions: Vec<&str> = log["events"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| text(&it["action"]))
        .collect();
    for action in ["incapacity-prepared", "proxy-added"] {
        assert_eq!(
            actions.iter().filter(|it| **it == action).count(),
            1,
            "{actions:?}"
        );
    }
    phone.ok(&["audit", "--verify"]);

    // She is well again.
    phone.ok(&["people", "end", "Amina"]);
    assert_eq!(standing(phone), "ended");
    assert_eq!(phone.ok(&["incapacity"])["prepared"], Value::Null);
    add(phone, "Not for her any more");
    phone.ok(&["mailbox"]);
    amina.ok(&["mailbox"]);
    assert!(
        amina
            .items("notes")
            .iter()
            .all(|it| it["facts"]["title"] != "Not for her any more")
    );
    let (late, code) = world.requests("late");
    let answers = [0, 1].map(|it| world.approve(it, &code));
    assert_eq!(
        refused(&late, &[&answers[0], &answers[1]], 5)["id"],
        "recover-not-taken"
    );
}

#[test]
fn her_no_stops_it() {
    let world = World::new();
    world.prepare(&["view", "allergies"]);
    let (amina, code) = world.requests("amina");
    let answers = [1, 2].map(|it| world.approve(it, &code));
    enter(&amina, &[&answers[0], &answers[1]]);
    let asked = recovery(&world.phone);
    let device = text(&asked["asked"][0]["device"]).to_owned();
    world.phone.ok(&["contacts", "veto", &device]);
    world.relay.pass(49 * HOUR);
    let vetoed = amina.fails_with_document(&ENTER, 5);
    assert_eq!(vetoed["state"], "vetoed");
    assert_eq!(recovery(&world.contacts[0])["asked"][0]["vetoed"], true);
}

#[test]
fn a_part_of_the_words_is_given_to_nobody_who_asks_to_act() {
    let world = World::new();
    // The contacts keep nothing for this.
    let (_, code) = world.requests("amina");
    let nothing = world.contacts[0].fails(&["contacts", "approve", &code, "--same-words"], 3);
    assert_eq!(nothing["id"], "contacts-unknown");
    world.prepare(&["view", "allergies"]);
    world.approve(0, &code);
    // And who asks for the whole record does not get what lets somebody act.
    let device = world.machine.device("new");
    let asked = device.ok(&["recover", "ask-contacts", "--kdf", "fast"]);
    let record = ["contacts", "approve", text(&asked["code"]), "--same-words"];
    assert_eq!(world.contacts[0].fails(&record, 3)["id"], "contacts-unknown");
}

#[test]
fn who_leaves_takes_it_out_of_force_and_what_is_prepared_anew_holds() {
    let world = World::new();
    world.prepare(&["manage", "allergies"]);
    let (early, code) = world.requests("early");
    let old = [0, 1].map(|it| world.approve(it, &code));
    world.phone.ok(&["contacts", "drop", "Dora"]);
    assert_eq!(world.phone.ok(&["incapacity"])["prepared"], Value::Null);
    assert_eq!(standing(&world.phone), "ended");
    assert_eq!(refused(&early, &[&old[0], &old[1]], 5)["id"], "recover-not-taken");
    let ended = recovery(&world.contacts[0]);
    assert_eq!(
        (&ended["ended"], &ended["ended_for_incapacity"]),
        (&json!([]), &json!(["Maria Okafor"]))
    );
    world.choose(2);
    world.prepare(&["view", "notes"]);
    add(&world.phone, "Newer");
    world.phone.ok(&["mailbox"]);
    let (amina, entered) = world.entered("amina");
    assert_eq!(entered["acting"]["sections"], json!(["notes"]));
    amina.item("notes", "Newer");
    assert!(amina.items("allergies").is_empty());
    assert_eq!(amina.fails(&["add", "note", "x"], 5)["id"], "edit-no-key");
    // What comes in by it is ended by the same word.
    world.phone.ok(&["mailbox"]);
    world.phone.ok(&["incapacity", "cancel"]);
    let people = world.phone.ok(&["people"]);
    let people = people["people"].as_array().unwrap();
    assert!(people.iter().all(|it| it["standing"] == "ended"), "{people:#?}");
    assert_eq!(
        world.phone.fails(&["incapacity", "cancel"], 3)["id"],
        "incapacity-none"
    );
}

#[test]
fn what_several_devices_left_comes_together() {
    let world = World::new();
    let tablet = world.machine.device("tablet");
    crate::devices::pair(&world.phone, &tablet);
    meet(&world.phone, &tablet);
    tablet.ok(&["use-relay", &world.relay.url]);
    world.prepare(&["view", "notes"]);
    // It has not heard for whom, so it leaves nothing.
    tablet.ok(&["contacts"]);
    assert_eq!(tablet.ok(&["incapacity"])["prepared"]["proxy"], Value::Null);
    meet(&world.phone, &tablet);
    // Apart from each other each leaves what it has.
    add(&world.phone, "On the phone");
    add(&tablet, "On the tablet");
    world.phone.ok(&["contacts"]);
    tablet.ok(&["contacts"]);
    let (amina, entered) = world.entered("amina");
    assert_eq!(entered["unreadable"], 0);
    amina.item("notes", "On the phone");
    amina.item("notes", "On the tablet");
    let page = tablet.says(&["incapacity"]);
    assert!(page.contains("“Amina”") && page.contains("Notes"), "{page}");
}
