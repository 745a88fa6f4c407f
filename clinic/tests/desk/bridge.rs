//! What a clinician approved is written to the clinic's own server: once, whatever breaks off, and never over what somebody else wrote.

use crate::ehr::{Cut, Ehr};
use crate::patients::Phone;
use crate::world::{Browser, World};
use pocketchart::build::{Allergy, Concept, Severity};
use pocketchart::{Draft, ListOptions, Operations, Section};
use serde_json::{Value, json};
use std::thread;
use std::time::Duration;

// So that an address asks less often than a desk allows for long.
const STEP: Duration = Duration::from_millis(60);
const MRN: &str = "https://lakeside.example/mrn";

/// A clinic, and a patient whose phone is there.
pub(crate) struct Visit {
    pub(crate) world: World,
    pub(crate) ada: Browser,
    pub(crate) desk: Browser,
    pub(crate) phone: Phone,
}

/// The patient as the clinic's own server knows her.
pub(crate) fn maria() -> Value {
    json!({ "resourceType": "Patient", "identifier": [{ "system": MRN, "value": "LC-204417" }],
        "name": [{ "family": "Okafor", "given": ["Maria", "Adaeze"] }], "birthDate": "1984-02-29", "gender": "female" })
}

impl Visit {
    pub(crate) fn new() -> Self {
        let (world, ada) = World::with_administrator();
        let desk = world.member(&ada, "cleo", "clinician");
        let phone = Phone::new(&world, "phone");
        Self {
            world,
            ada,
            desk,
            phone,
        }
    }

    /// The patient opens what may be written; the path of the chart there.
    pub(crate) fn chart(&mut self) -> String {
        let read = [
            Section::Profile,
            Section::Allergies,
            Section::Problems,
            Section::Results,
        ];
        self.opens(&read.map(|it| (it, Operations::READ)))
    }

    /// The patient opens this; the path of the chart there.
    pub(crate) fn opens(&mut self, sections: &[(Section, Operations)]) -> String {
        let (grant, code) = self.phone.grant(sections);
        let desk = self.desk.clone();
        let given = self
            .phone
            .meets(true, || desk.post("/api/scan", &json!({ "code": code })), &desk);
        assert_eq!(given["state"], "given", "{given}");
        grant.to_string()
    }

    /// The clinic has this server from now on, and she is patient 7 there.
    pub(crate) fn uses(&self, ehr: &Ehr, chart: &str) {
        ehr.puts("Patient/7", &maria());
        let with = json!({ "base": ehr.base, "access": { "kind": "open" } });
        self.ada.send("PUT", "/api/bridge", &with).is(200);
        let path = format!("/api/bridge/charts/{chart}/patient");
        self.desk.send("PUT", &path, &json!({ "patient": "7" })).is(200);
    }

    /// Entries of a section, by title.
    pub(crate) fn entries(&self, chart: &str, section: &str, titles: &[&str]) -> Vec<String> {
        let path = format!("/api/charts/{chart}/sections/{section}?limit=200");
        let page = self.desk.get(&path).is(200);
        let all = page["entries"].as_array().unwrap();
        let named = |title: &&str| {
            let found = all.iter().find(|it| it["facts"]["title"] == **title);
            let found = found.unwrap_or_else(|| panic!("{title} is not in {page:#}"));
            found["id"].as_str().unwrap().to_owned()
        };
        titles.iter().map(named).collect()
    }

    pub(crate) fn approves(&self, chart: &str, entries: &[String]) -> Value {
        let path = format!("/api/bridge/charts/{chart}/outbox");
        self.desk.post(&path, &json!({ "entries": entries })).is(202)
    }

    /// The message once nothing of it waits any more, or an attempt came to nothing.
    pub(crate) fn after(&self, message: &Value) -> Value {
        let path = format!("/api/bridge/outbox/{}", message["id"].as_str().unwrap());
        for _ in 0..1000 {
            let message = self.desk.get(&path).is(200);
            let lines = message["lines"].as_array().unwrap();
            let is_open = lines
                .iter()
                .any(|it| ["waiting", "sent"].contains(&it["state"].as_str().unwrap()));
            if !is_open || message["tries"] != 0 {
                return message;
            }
            thread::sleep(STEP);
        }
        panic!("the message does not end")
    }

    pub(crate) fn tries_again(&self, message: &Value) -> Value {
        let path = format!("/api/bridge/outbox/{}", message["id"].as_str().unwrap());
        self.after(&self.desk.post(&path, &json!({})).is(200))
    }

    fn decides(&self, message: &Value, line: usize, decision: &Value) -> Value {
        let path = format!(
            "/api/bridge/outbox/{}/lines/{line}",
            message["id"].as_str().unwrap()
        );
        self.after(&self.desk.post(&path, decision).is(200))
    }

    /// She says something else of an allergy from now on.
    fn corrects(&mut self, title: &str, severity: Severity) {
        let chart = &mut self.phone.chart;
        let page = chart.list(Section::Allergies, &ListOptions::default()).unwrap();
        let of = |it: &&pocketchart::ItemView| it.facts.title.as_deref() == Some(title);
        let item = page.items.iter().find(of).unwrap();
        let draft = Allergy {
            substance: Concept::words(title),
            reactions: vec![Concept::words("Hives")],
            severity: Some(severity),
            ..Allergy::default()
        };
        chart.correct(item.id, Draft::Allergy(draft), None).unwrap();
    }
}

pub(crate) fn states(message: &Value) -> Vec<&str> {
    let lines = message["lines"].as_array().unwrap();
    lines.iter().map(|it| it["state"].as_str().unwrap()).collect()
}

#[test]
fn who_it_is_is_confirmed_and_what_was_approved_is_written_once_and_read_back() {
    let mut visit = Visit::new();
    let chart = visit.chart();
    let ehr = Ehr::new();
    let (ada, desk) = (&visit.ada, &visit.desk);
    let front = visit.world.member(ada, "fay", "front-desk");
    let path = format!("/api/bridge/charts/{chart}");
    assert_eq!(
        desk.get(&format!("{path}/candidates")).refuses(409),
        "desk-bridge-not-set"
    );
    ehr.puts("Patient/7", &maria());
    ehr.state.lock().unwrap().password = Some("Basic ZGVzazpzZWNyZXQgb2YgdGhlIGRlc2s=".into());
    let with = |password: &str| json!({ "base": ehr.base, "access": { "kind": "password", "name": "desk", "password": password } });
    assert_eq!(
        desk.send("PUT", "/api/bridge", &with("x")).refuses(403),
        "desk-not-for-role"
    );
    let set = ada
        .send("PUT", "/api/bridge", &with("secret of the desk"))
        .is(200);
    assert_eq!(
        (&set["access"], &set["name"]),
        (&json!("password"), &json!("desk"))
    );
    assert!(!set.to_string().contains("secret") && !visit.world.holds("secret of the desk"));

    // The front desk may say who it is.
    let found = front.get(&format!("{path}/candidates")).is(200);
    let (ours, theirs) = (&found["ours"], &found["candidates"][0]);
    assert_eq!(theirs["patient"], "7", "{found}");
    assert_eq!(theirs["compared"]["identifier"], "yes");
    assert_eq!(ours["identifiers"], json!([[MRN, "LC-204417"]]));
    assert_eq!(
        desk.get(&format!("{path}/patient")).refuses(409),
        "desk-bridge-not-linked"
    );
    let entries = visit.entries(&chart, "allergies", &["Penicillin"]);
    let approved = json!({ "entries": entries });
    assert_eq!(
        desk.post(&format!("{path}/outbox"), &approved).refuses(409),
        "desk-bridge-not-linked"
    );
    front
        .send("PUT", &format!("{path}/patient"), &json!({ "patient": "7" }))
        .is(200);
    let link = desk.get(&format!("{path}/patient")).is(200);
    assert_eq!(
        (&link["by"]["login"], &link["theirs"]["born"]),
        (&json!("fay"), &json!("1984-02-29"))
    );

    // What is written is a clinician's.
    assert_eq!(
        front.post(&format!("{path}/outbox"), &approved).refuses(403),
        "desk-not-for-role"
    );
    let mut entries = visit.entries(&chart, "allergies", &["Penicillin"]);
    entries.extend(visit.entries(&chart, "results", &["HbA1c"]));
    let message = visit.after(&visit.approves(&chart, &entries));
    assert_eq!(states(&message), ["confirmed", "confirmed"], "{message:#}");
    for line in message["lines"].as_array().unwrap() {
        assert_eq!((&line["provenance"], &line["ours"]), (&json!(true), &Value::Null));
    }
    let allergies = ehr.all("AllergyIntolerance");
    let (place, allergy) = &allergies[0];
    assert!(allergy.contains(r#""patient":{"reference":"Patient/7"}"#) && allergy.contains("urn:uuid:"));
    assert!(
        allergy.contains(r#""display":"Dr. Amara Lindqvist""#),
        "{allergy}"
    );
    // Numbers are as they were written.
    let (_, result) = &ehr.all("Observation")[0];
    assert!(result.contains(r#""value":4.0,"#), "{result}");
    let provenances = ehr.all("Provenance");
    assert_eq!(provenances.len(), 2);
    assert!(
        provenances
            .iter()
            .any(|(_, it)| it.contains(place) && it.contains(r#""display":"cleo""#))
    );

    // Approved once more, it is there already.
    let again = visit.after(&visit.approves(&chart, &entries));
    assert_eq!(states(&again), ["confirmed", "confirmed"]);
    assert_eq!(ehr.all("AllergyIntolerance"), allergies);
    let log = ada.get("/api/audit?limit=200").is(200);
    for (action, login) in [
        ("bridge-set", json!("ada")),
        ("patient-linked", json!("fay")),
        ("sending-approved", json!("cleo")),
        ("entries-sent", Value::Null),
    ] {
        let is_it = |it: &&Value| it["action"] == action && it["who"]["login"] == login;
        let event = log.as_array().unwrap().iter().find(is_it);
        let event = event.unwrap_or_else(|| panic!("{action} is not in the log"));
        assert_eq!(event["patient"].is_null(), action == "bridge-set", "{event}");
        assert_eq!(event["compared"].is_null(), action != "patient-linked", "{event}");
    }
    for text in ["Penicillin", "Patient/7"] {
        assert!(!visit.world.holds(text), "{text}");
    }
}

#[test]
fn a_signed_visit_is_in_both_places() {
    let mut visit = Visit::new();
    let scope = [Section::Notes, Section::Problems, Section::Vitals].map(|it| (it, Operations::APPEND));
    let scope: Vec<_> = [(Section::Profile, Operations::READ)]
        .into_iter()
        .chain(scope)
        .collect();
    let chart = crate::visits::opens(&mut visit.phone, &visit.desk, &scope);
    let ehr = Ehr::new();
    visit.uses(&ehr, &chart.to_string());
    let content = json!({
        "title": "Visit", "note": "Hoarse.", "plan": "Voice rest.", "diagnoses": [{ "what": { "text": "Laryngitis" } }],
        "vitals": [{ "what": { "text": "Weight" }, "number": "71.50", "unit": "kg", "ucum": "kg" }],
    });
    let path = crate::visits::written(&visit.desk, chart, &content);
    let there = path.replace("/api/charts/", "/api/bridge/charts/");
    assert_eq!(
        visit.desk.post(&there, &json!({})).refuses(409),
        "desk-visit-not-signed"
    );
    crate::visits::sign(&visit.desk, &path);
    let message = visit.after(&visit.desk.post(&there, &json!({})).is(202));
    assert_eq!(states(&message), ["confirmed"; 4], "{message:#}");
    let notes = ehr.all("DocumentReference");
    assert_eq!(notes.len(), 2, "note and plan");
    assert!(
        notes
            .iter()
            .all(|(_, it)| it.contains(r#""subject":{"reference":"Patient/7"}"#)),
        "{notes:?}"
    );
    assert!(ehr.all("Condition")[0].1.contains("Laryngitis"));
    assert!(ehr.all("Observation")[0].1.contains(r#""value":71.50,"#));
    assert!(
        ehr.all("Provenance")
            .iter()
            .all(|(_, it)| it.contains(r#""display":"cleo""#))
    );
    // Approved once more, it is there once.
    let again = visit.after(&visit.desk.post(&there, &json!({})).is(202));
    assert_eq!(
        (states(&again).len(), ehr.all("DocumentReference").len()),
        (4, 2),
        "{again:#}"
    );
    crate::visits::takes_it_in(&mut visit.phone);
    assert_eq!(crate::visits::of_desk(&visit.phone, Section::Problems).len(), 1);
}

#[test]
fn cut_off_at_any_request_nothing_is_lost_and_nothing_is_there_twice() {
    let mut visit = Visit::new();
    let chart = visit.chart();
    let mut entries = visit.entries(&chart, "allergies", &["Penicillin"]);
    entries.extend(visit.entries(&chart, "results", &["HbA1c"]));
    for singly in [false, true] {
        for cut in [Cut::Before, Cut::After] {
            for at in 1.. {
                let ehr = Ehr::new();
                ehr.state.lock().unwrap().singly = singly;
                visit.uses(&ehr, &chart);
                let asked = {
                    let mut state = ehr.state.lock().unwrap();
                    state.cut = Some((state.asked + at, cut));
                    state.asked
                };
                let mut message = visit.after(&visit.approves(&chart, &entries));
                let was_cut = message["tries"] != 0;
                if was_cut {
                    assert!(
                        message["trouble"].as_str().unwrap().starts_with("desk-bridge-"),
                        "{message}"
                    );
                    message = visit.tries_again(&message);
                }
                assert_eq!(
                    states(&message),
                    ["confirmed", "confirmed"],
                    "{at} {cut:?}: {message:#}"
                );
                for (kind, count) in [("AllergyIntolerance", 1), ("Observation", 1), ("Provenance", 2)] {
                    assert_eq!(ehr.all(kind).len(), count, "{kind}, request {at} cut {cut:?}");
                }
                let done = ehr.state.lock().unwrap().asked - asked;
                if done < at {
                    break;
                }
                assert!(at < 60, "it asks too often");
            }
        }
    }
}

#[test]
fn what_somebody_else_changed_is_never_overwritten_unseen() {
    let mut visit = Visit::new();
    let ehr = Ehr::new();
    let chart = visit.chart();
    visit.uses(&ehr, &chart);
    let first = visit.entries(&chart, "allergies", &["Penicillin", "Latex"]);
    let written = visit.after(&visit.approves(&chart, &first));
    assert_eq!(states(&written), ["confirmed", "confirmed"], "{written:#}");
    let place = written["lines"][0]["place"].as_str().unwrap().to_owned();

    // Somebody at the clinic changes one of them there, and the patient corrects both.
    let (_, theirs) = ehr
        .all("AllergyIntolerance")
        .into_iter()
        .find(|it| it.0 == place)
        .unwrap();
    let mut theirs: Value = serde_json::from_str(&theirs).unwrap();
    theirs["note"] = json!([{ "text": "seen by Dr. Bell" }]);
    ehr.puts(&place, &theirs);
    for title in ["Penicillin", "Latex"] {
        visit.corrects(title, Severity::Mild);
    }
    let chart = visit.chart();
    let entries = visit.entries(&chart, "allergies", &["Penicillin", "Latex"]);
    let message = visit.after(&visit.approves(&chart, &entries));
    assert_eq!(states(&message), ["conflict", "confirmed"], "{message:#}");
    let held = &message["lines"][0];
    assert!(held["theirs"].as_str().unwrap().contains("seen by Dr. Bell"));
    assert!(held["ours"].as_str().unwrap().contains("mild"));
    assert_eq!(message["person"]["name"], "Maria Adaeze Okafor");
    // Whoever decides sees what was written, what is to be, and what is there.
    let beside = &held["beside"];
    let severity = |of: &str| beside[of]["severity"].clone();
    assert_eq!(
        (severity("before"), severity("ours"), severity("theirs")),
        (json!("severe"), json!("mild"), json!("severe"))
    );
    let places = beside["places"].as_array().unwrap();
    let note = places
        .iter()
        .find(|it| it["theirs"] == "seen by Dr. Bell")
        .unwrap();
    assert_eq!(note["path"], "note[0].text");
    assert!(note["before"].as_str().unwrap().starts_with("Hives"), "{note:#}");
    let now = |place: &str| {
        ehr.all("AllergyIntolerance")
            .into_iter()
            .find(|it| it.0 == place)
            .unwrap()
            .1
    };
    assert!(now(&place).contains("seen by Dr. Bell") && now(&place).contains("severe"));
    // What had not been touched was changed, in its place.
    let other = message["lines"][1]["place"].as_str().unwrap();
    assert_eq!(written["lines"][1]["place"], other);
    assert!(now(other).contains(r#""severity":"mild""#), "{}", now(other));
    assert_eq!(ehr.all("AllergyIntolerance").len(), 2);

    // Over a version that nobody saw it is not sent, over the one that was seen it is; what others added stays.
    let path = format!("/api/bridge/outbox/{}/lines/0", message["id"].as_str().unwrap());
    let blind = json!({ "decision": "send", "version": "1" });
    assert_eq!(visit.desk.post(&path, &blind).refuses(409), "desk-bridge-decided");
    let seen = json!({ "decision": "send", "version": held["version"] });
    let decided = visit.decides(&message, 0, &seen);
    assert_eq!(states(&decided), ["confirmed", "confirmed"], "{decided:#}");
    assert!(now(&place).contains(r#""severity":"mild""#), "{}", now(&place));
    assert_eq!(visit.desk.post(&path, &seen).refuses(409), "desk-bridge-decided");
}

#[test]
fn nobody_is_taken_for_somebody_by_name_alone() {
    let mut visit = Visit::new();
    let chart = visit.chart();
    let ehr = Ehr::new();
    let with = json!({ "base": ehr.base, "access": { "kind": "open" } });
    visit.ada.send("PUT", "/api/bridge", &with).is(200);
    let path = format!("/api/bridge/charts/{chart}");
    let mut other = maria();
    other["birthDate"] = json!("1984-03-29");
    other["identifier"] = json!([{ "system": MRN, "value": "LC-1" }]);
    ehr.puts("Patient/8", &other);
    let found = visit.desk.get(&format!("{path}/candidates")).is(200);
    assert_eq!(found["candidates"], json!([]));
    let confirm = |patient: &str| {
        let patient = json!({ "patient": patient });
        visit.desk.send("PUT", &format!("{path}/patient"), &patient)
    };
    assert_eq!(confirm("8").refuses(409), "desk-bridge-not-alike");
    assert_eq!(confirm("9").refuses(404), "desk-bridge-no-patient");
    assert_eq!(confirm("../x").refuses(404), "desk-bridge-no-patient");
    let mut gone = maria();
    gone["active"] = json!(false);
    ehr.puts("Patient/9", &gone);
    assert_eq!(confirm("9").refuses(409), "desk-bridge-not-alike");

    // A new one is made, once; the answer to the first attempt is lost.
    let new = |anyway: bool| {
        let new = json!({ "anyway": anyway });
        visit.desk.send("PUT", &format!("{path}/patient"), &new)
    };
    {
        let mut state = ehr.state.lock().unwrap();
        let before = state.asked;
        // Four searches come before it: by the identifier, and by three names with the birth date.
        state.cut = Some((before + 5, Cut::After));
    }
    assert_eq!(new(false).refuses(502), "desk-bridge-unreachable");
    let link = new(false).is(200);
    assert_eq!(
        (&link["patient"], &link["compared"]),
        (&json!("made-1"), &Value::Null)
    );
    assert_eq!(ehr.all("Patient").len(), 3);
    // What waits is not sent to somebody of whom it was taken back that it is the person.
    {
        let mut state = ehr.state.lock().unwrap();
        let before = state.asked;
        state.cut = Some((before + 2, Cut::Before));
    }
    let entries = visit.entries(&chart, "allergies", &["Penicillin"]);
    let message = visit.after(&visit.approves(&chart, &entries));
    assert_eq!(states(&message), ["waiting"], "{message:#}");
    visit.desk.delete(&format!("{path}/patient")).is(204);
    assert_eq!(states(&visit.tries_again(&message)), ["left"]);
    assert_eq!(ehr.all("AllergyIntolerance"), []);
    assert_eq!(
        visit.desk.get(&format!("{path}/patient")).refuses(409),
        "desk-bridge-not-linked"
    );

    // Not beside somebody who may be the same, unless a person says so.
    ehr.puts("Patient/7", &maria());
    assert_eq!(new(false).refuses(409), "desk-bridge-exists");
    confirm("7").is(200);
    let log = visit.ada.get("/api/audit?limit=200").is(200).to_string();
    assert!(log.contains("patient-made") && log.contains("patient-unlinked"));
}

#[test]
fn what_a_server_refuses_or_keeps_otherwise_waits_for_a_person() {
    let mut visit = Visit::new();
    let chart = visit.chart();
    let ehr = Ehr::new();
    visit.uses(&ehr, &chart);
    ehr.state.lock().unwrap().refuses = Some("Observation");
    let mut entries = visit.entries(&chart, "results", &["HbA1c"]);
    entries.extend(visit.entries(&chart, "allergies", &["Penicillin"]));
    let message = visit.after(&visit.approves(&chart, &entries));
    assert_eq!(states(&message), ["refused", "confirmed"], "{message:#}");
    let line = &message["lines"][0];
    assert_eq!(
        (&line["status"], &line["said"][0]),
        (&json!(422), &json!("this is not wanted here"))
    );
    let decided = visit.decides(&message, 0, &json!({ "decision": "leave" }));
    assert_eq!(states(&decided), ["left", "confirmed"]);

    ehr.state.lock().unwrap().replaces = Some((r#""high""#, r#""low""#));
    let entries = visit.entries(&chart, "allergies", &["Latex"]);
    let message = visit.after(&visit.approves(&chart, &entries));
    assert_eq!(states(&message), ["confirmed"], "{message:#}");
    let ehr = Ehr::new();
    visit.uses(&ehr, &chart);
    ehr.state.lock().unwrap().replaces = Some((r#""high""#, r#""low""#));
    let entries = visit.entries(&chart, "allergies", &["Penicillin"]);
    let message = visit.after(&visit.approves(&chart, &entries));
    assert_eq!(states(&message), ["differs"], "{message:#}");
    assert_eq!(message["lines"][0]["paths"], json!(["criticality"]));
    let beside = &message["lines"][0]["beside"];
    assert_eq!(
        (&beside["ours"]["criticality"], &beside["theirs"]["criticality"]),
        (&json!("high"), &json!("low"))
    );

    // What was not opened for reading, or is none of these kinds, is not sent.
    let path = format!("/api/bridge/charts/{chart}/outbox");
    let profile = visit.entries(&chart, "profile", &["Maria Adaeze Okafor"]);
    let mixed = [visit.entries(&chart, "allergies", &["Latex"]), profile.clone()].concat();
    for (entries, number) in [(profile, 1), (mixed, 2), (vec!["x".into()], 1), (vec![], 0)] {
        let answer = visit.desk.post(&path, &json!({ "entries": entries }));
        let error = &answer.is(422)["error"];
        assert_eq!(
            (&error["id"], &error["counts"]["number"]),
            (&json!("desk-bridge-entry"), &json!(number))
        );
    }
}
