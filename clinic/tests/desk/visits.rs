//! Clinicians write visits, and patients get them.

use crate::patients::{HOUR, PASSCODE, Phone, WAIT, outcome};
use crate::relay::Relay;
use crate::world::{Browser, PASSWORD, World};
use pocketchart::{GrantId, ListOptions, Operations, RevokeReason, Section, Served};
use serde_json::{Value, json};
use std::net::TcpListener;
use std::thread;
use std::time::Duration;

const COPY: Operations = Operations::EXTRACT;
const APPEND: Operations = Operations::APPEND;
const SCOPE: [(Section, Operations); 6] = [
    (Section::Profile, COPY),
    (Section::Allergies, COPY),
    (Section::Medications, APPEND),
    (Section::Problems, APPEND),
    (Section::Vitals, APPEND),
    (Section::Notes, APPEND),
];
const STEP: Duration = Duration::from_millis(50);

pub(crate) fn opens(phone: &mut Phone, desk: &Browser, scope: &[(Section, Operations)]) -> GrantId {
    let (grant, code) = phone.grant(scope);
    let given = phone.meets(true, || desk.post("/api/scan", &json!({ "code": code })), desk);
    assert_eq!(given["state"], "given", "{given}");
    grant
}

/// Begins a visit with this in it; its path.
pub(crate) fn written(desk: &Browser, chart: GrantId, content: &Value) -> String {
    let path = format!("/api/charts/{chart}/visits");
    let begun = desk.post(&path, &json!({})).is(201);
    assert_eq!((&begun["state"], &begun["version"]), (&json!("draft"), &json!(1)));
    let path = format!("{path}/{}", begun["id"].as_str().unwrap());
    let save = json!({ "version": 1, "content": content });
    assert_eq!(desk.send("PUT", &path, &save).is(200)["version"], 2);
    path
}

fn sore_throat() -> Value {
    json!({
        "title": "Visit", "subjective": "Hoarse for three days.", "plan": "Voice rest.",
        "diagnoses": [{ "what": { "text": "Laryngitis" } }],
        "medicines": [{ "change": "start", "what": { "text": "Paracetamol 500 mg" }, "dosage": "One tablet at night" }],
        "blood_pressures": [{ "systolic": "128", "diastolic": "79" }],
    })
}

pub(crate) fn sign(desk: &Browser, path: &str) -> Value {
    desk.post(&format!("{path}/sign"), &json!({ "version": 2 }))
        .is(200)
}

/// Takes in what the desk brings, until it has said all.
pub(crate) fn takes_it_in(phone: &mut Phone) {
    let served = phone
        .chart
        .serve(&phone.listener, WAIT, &mut |_| panic!("nobody asks"), &|_| {})
        .unwrap();
    assert!(matches!(served, Served::CameBack { held: 0, .. }), "{served:?}");
}

/// Waits until a visit has come so far.
pub(crate) fn comes_to(desk: &Browser, path: &str, state: &str) -> Value {
    for _ in 0..400 {
        let visit = desk.get(path).is(200);
        if visit["state"] == state {
            return visit;
        }
        thread::sleep(STEP);
    }
    panic!("it stands as {}", desk.get(path).is(200));
}

/// What the desk wrote, by title, and who says so in it.
pub(crate) fn of_desk(phone: &Phone, section: Section) -> Vec<(String, String)> {
    let options = ListOptions {
        limit: usize::MAX,
        ..ListOptions::default()
    };
    let items = phone.chart.list(section, &options).unwrap().items;
    let theirs = items
        .iter()
        .flat_map(|it| it.sources.iter().map(move |by| (it, by)));
    let theirs = theirs.filter(|(_, by)| by.author.name.as_deref() == Some("Lakeside Clinic"));
    theirs
        .map(|(it, by)| {
            let title = it.facts.title.clone().unwrap_or_default();
            (title, by.who.clone().unwrap_or_default())
        })
        .collect()
}

#[test]
fn a_signed_visit_comes_to_the_patient_in_the_clinicians_name() {
    let (world, ada) = World::with_administrator();
    let cleo = world.member(&ada, "cleo", "clinician");
    let front = world.member(&ada, "fay", "front-desk");
    let mut phone = Phone::new(&world, "phone");
    let chart = opens(&mut phone, &cleo, &SCOPE);
    let visits = format!("/api/charts/{chart}/visits");
    for other in [&front, &ada] {
        assert_eq!(other.get(&visits).refuses(403), "desk-not-for-role");
        assert_eq!(other.post(&visits, &json!({})).refuses(403), "desk-not-for-role");
        assert_eq!(other.get("/api/visits").refuses(403), "desk-not-for-role");
    }
    let path = written(&cleo, chart, &sore_throat());
    let needed = cleo.get(&path).is(200);
    let sections: Vec<_> = needed["sections"].as_array().unwrap().iter().collect();
    assert_eq!(sections.len(), 4, "{needed:#}");
    assert!(sections.iter().all(|it| it["allowed"] == true), "{needed:#}");
    let checked = cleo.post(&format!("{path}/check"), &json!({})).is(200);
    assert_eq!(checked["findings"], json!([]), "{checked:#}");

    let signed = thread::scope(|scope| {
        let signing = scope.spawn(|| sign(&cleo, &path));
        takes_it_in(&mut phone);
        signing.join().unwrap()
    });
    assert_eq!(signed["signature"]["by"]["name"], "cleo", "{signed:#}");
    comes_to(&cleo, &path, "returned");
    let who = || "cleo".to_owned();
    assert_eq!(
        of_desk(&phone, Section::Problems),
        [("Laryngitis".to_owned(), who())]
    );
    assert_eq!(
        of_desk(&phone, Section::Medications),
        [("Paracetamol 500 mg".to_owned(), who())]
    );
    assert_eq!(of_desk(&phone, Section::Vitals).len(), 1);
    let notes = of_desk(&phone, Section::Notes);
    assert_eq!(notes.len(), 2, "{notes:?}");
    assert!(
        notes.iter().any(|(title, by)| title == "Visit" && by == "cleo"),
        "{notes:?}"
    );

    // What is signed stays as it is, and is sealed.
    let again = cleo.post(&format!("{path}/sign"), &json!({ "version": 2 }));
    assert_eq!(again.refuses(409), "desk-visit-signed");
    let late = cleo.send("PUT", &path, &json!({ "version": 2, "content": {} }));
    assert_eq!(late.refuses(409), "desk-visit-signed");
    assert!(!world.holds("Laryngitis") && !world.holds("Paracetamol"));
    let log = ada.get("/api/audit?limit=200").is(200).to_string();
    for action in [
        "visit-begun",
        "visit-saved",
        "visit-checked",
        "visit-signed",
        "visit-returned",
    ] {
        assert!(log.contains(action), "{action}");
    }
}

#[test]
fn two_write_in_one_visit_and_neither_overwrites_the_other() {
    let (world, ada) = World::with_administrator();
    let cleo = world.member(&ada, "cleo", "clinician");
    let dora = world.member(&ada, "dora", "clinician");
    let mut phone = Phone::new(&world, "phone");
    let chart = opens(&mut phone, &cleo, &SCOPE);
    let path = written(&cleo, chart, &json!({ "note": "From Cleo." }));
    let save = |by: &Browser, version: u64, note: &str| {
        by.send(
            "PUT",
            &path,
            &json!({ "version": version, "content": { "note": note } }),
        )
    };
    let refused = save(&dora, 1, "From Dora.");
    assert_eq!(refused.refuses(409), "desk-visit-changed");
    let theirs = &refused.is(409)["theirs"];
    assert_eq!(
        (
            &theirs["version"],
            &theirs["content"]["note"],
            &theirs["saved_by"]["name"]
        ),
        (&json!(2), &json!("From Cleo."), &json!("cleo"))
    );
    assert_eq!(cleo.get(&path).is(200)["content"]["note"], "From Cleo.");
    save(&dora, 2, "From Cleo. From Dora.").is(200);
    // Who has not read it does not sign it, and does not delete it.
    let unread = cleo.post(&format!("{path}/sign"), &json!({ "version": 2 }));
    assert_eq!(unread.refuses(409), "desk-visit-changed");
    assert_eq!(
        cleo.delete(&format!("{path}?version=2")).refuses(409),
        "desk-visit-changed"
    );
    cleo.delete(&format!("{path}?version=3")).is(204);
    assert_eq!(cleo.get(&path).refuses(404), "desk-visit-none");
    // A visit is found in its own chart alone.
    let path = written(&cleo, chart, &json!({ "note": "Another." }));
    let (_, visit) = path.rsplit_once('/').unwrap();
    let elsewhere = format!("/api/charts/{}/visits/{visit}", "0".repeat(32));
    assert_eq!(cleo.get(&elsewhere).refuses(404), "desk-visit-none");
}

#[test]
fn what_the_patient_does_not_allow_is_said_before_and_nothing_is_written() {
    let (world, ada) = World::with_administrator();
    let cleo = world.member(&ada, "cleo", "clinician");
    let mut phone = Phone::new(&world, "phone");
    let read = Operations::READ;
    let chart = opens(
        &mut phone,
        &cleo,
        &[(Section::Problems, read), (Section::Notes, APPEND)],
    );
    let content = json!({ "note": "Seen.", "diagnoses": [{ "what": { "text": "Laryngitis" } }] });
    let path = written(&cleo, chart, &content);
    let needed = cleo.get(&path).is(200)["sections"].clone();
    let expected = json!([
        { "section": "problems", "allowed": false }, { "section": "notes", "allowed": true },
    ]);
    assert_eq!(needed, expected);
    let refused = cleo.post(&format!("{path}/sign"), &json!({ "version": 2 }));
    assert_eq!(refused.refuses(409), "desk-visit-not-allowed");
    let message = refused.is(409)["error"]["message"].as_str().unwrap().to_owned();
    assert!(message.contains("Problems"), "{message}");
    assert_eq!(cleo.get(&path).is(200)["state"], "draft");

    // What cannot be written as it is, neither.
    for (content, id) in [
        (json!({}), "desk-visit-empty"),
        (
            json!({ "diagnoses": [{ "what": { "text": " " } }] }),
            "desk-visit-words",
        ),
        (
            json!({ "diagnoses": [{ "what": { "text": "Cough" }, "since": "yesterday" }] }),
            "desk-visit-date",
        ),
        (
            json!({ "vitals": [{ "what": { "text": "Weight" }, "number": "71,5", "unit": "kg" }] }),
            "desk-visit-number",
        ),
    ] {
        let path = written(&cleo, chart, &content);
        let sign = cleo.post(&format!("{path}/sign"), &json!({ "version": 2 }));
        assert_eq!(sign.refuses(422), id);
    }
    let only_copies = opens(&mut phone, &cleo, &[(Section::Allergies, COPY)]);
    let path = written(&cleo, only_copies, &json!({ "note": "Seen." }));
    assert_eq!(cleo.get(&path).is(200)["problem"]["id"], "desk-visit-no-append");
    let refused = cleo.post(&format!("{path}/sign"), &json!({ "version": 2 }));
    assert_eq!(refused.refuses(409), "desk-visit-no-append");
}

#[test]
fn a_medicine_against_an_allergy_needs_a_reason() {
    let (world, ada) = World::with_administrator();
    let cleo = world.member(&ada, "cleo", "clinician");
    let mut phone = Phone::new(&world, "phone");
    // The allergies came as a copy: they are looked at all the same.
    let chart = opens(&mut phone, &cleo, &SCOPE);
    let medicine = json!({ "change": "start", "what": { "text": "Amoxicillin 500 mg" } });
    let path = written(&cleo, chart, &json!({ "medicines": [medicine] }));
    let checked = cleo.post(&format!("{path}/check"), &json!({})).is(200);
    let grave = checked["findings"].as_array().unwrap().iter();
    let grave: Vec<_> = grave.filter(|it| it["needs_reason"] == true).collect();
    assert!(!grave.is_empty(), "{checked:#}");
    // Who reads it sees on what it rests, and under which terms that stands here.
    for told in ["says", "source", "edition", "licence", "locator"] {
        let has = |it: &&Value| it[told].as_str().is_some_and(|it| !it.is_empty());
        assert!(grave.iter().all(has), "{told}: {checked:#}");
    }
    let unseen = checked["not_checked"].to_string();
    assert!(
        unseen.contains("Medicines") && !unseen.contains("Allergies"),
        "{checked:#}"
    );
    let sign = |overrides: Value| {
        cleo.post(
            &format!("{path}/sign"),
            &json!({ "version": 2, "overrides": overrides }),
        )
    };
    assert_eq!(sign(json!([])).refuses(409), "desk-visit-findings");
    let with = |reason: &str| {
        grave
            .iter()
            .map(|it| json!({ "finding": it["name"], "reason": reason }))
            .collect::<Value>()
    };
    assert_eq!(sign(with(" ")).refuses(409), "desk-visit-findings");
    let signed = sign(with("tolerated in 2024")).is(200);
    assert_eq!(signed["signature"]["overrides"][0]["reason"], "tolerated in 2024");
}

#[test]
fn a_visit_waits_for_the_phone_also_when_the_time_is_over_and_the_desk_starts_anew() {
    let (mut world, ada) = World::with_administrator();
    let mut cleo = world.member(&ada, "cleo", "clinician");
    let mut phone = Phone::new(&world, "phone");
    let chart = opens(&mut phone, &cleo, &SCOPE);
    let address = phone.listener.local_addr().unwrap();
    // The phone is off.
    phone.listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let path = written(&cleo, chart, &sore_throat());
    assert_eq!(sign(&cleo, &path)["state"], "waiting");
    let draft = written(&cleo, chart, &json!({ "note": "Not signed." }));
    world.stop();
    world.start();
    cleo.url = world.browser().url;
    world.pass(5 * HOUR);
    cleo.sign_in("cleo", PASSWORD);
    assert_eq!(
        cleo.get(&format!("/api/charts/{chart}")).refuses(410),
        "desk-chart-ended"
    );
    let folders = || std::fs::read_dir(world.data().join("charts")).unwrap().count();
    assert_eq!(folders(), 1, "sealed, for the visit");
    // What the clinic wrote is its own; nobody signs into a chart that has ended.
    assert_eq!(cleo.get(&path).is(200)["content"]["plan"], "Voice rest.");
    assert_eq!(
        cleo.post(&format!("{draft}/sign"), &json!({ "version": 2 }))
            .refuses(410),
        "desk-chart-ended"
    );
    assert_eq!(cleo.get("/api/visits").is(200).as_array().unwrap().len(), 2);

    phone.listener = TcpListener::bind(address).unwrap();
    thread::scope(|scope| {
        let returning = scope.spawn(|| cleo.post(&format!("{path}/return"), &json!({})).is(200));
        takes_it_in(&mut phone);
        assert_eq!(returning.join().unwrap()["state"], "returned");
    });
    assert_eq!(of_desk(&phone, Section::Problems).len(), 1);
    assert_eq!(folders(), 0, "the record goes with the last visit in it");
    assert_eq!(cleo.get(&path).is(200)["content"]["plan"], "Voice rest.");
    assert!(!world.holds("Laryngitis"));
}

#[test]
fn what_could_not_be_returned_in_time_is_kept_by_the_clinic_alone() {
    let (mut world, ada) = World::with_administrator();
    let mut cleo = world.member(&ada, "cleo", "clinician");
    let mut phone = Phone::new(&world, "phone");
    let chart = opens(&mut phone, &cleo, &SCOPE);
    drop(phone);
    let path = written(&cleo, chart, &sore_throat());
    assert_eq!(sign(&cleo, &path)["state"], "waiting");
    world.pass(8 * 24 * HOUR);
    world.stop();
    world.start();
    cleo.url = world.browser().url;
    cleo.sign_in("cleo", PASSWORD);
    assert_eq!(
        cleo.get(&format!("/api/charts/{chart}")).refuses(410),
        "desk-chart-ended"
    );
    let kept = comes_to(&cleo, &path, "not-returned");
    assert_eq!(kept["content"]["plan"], "Voice rest.");
    assert_eq!(std::fs::read_dir(world.data().join("charts")).unwrap().count(), 0);
}

#[test]
fn a_relay_carries_it_while_the_phone_is_off() {
    let relay = Relay::new();
    let (mut world, ada) = World::with_administrator();
    let mut cleo = world.member(&ada, "cleo", "clinician");
    let mut phone = Phone::new(&world, "phone");
    phone.chart.use_relay(Some(&relay.url)).unwrap();
    let scope = [(Section::Notes, APPEND)];
    let [stays, ends] = [(); 2].map(|()| {
        let (grant, code) = phone.grant_at_relay(&scope);
        let scan = json!({ "code": code, "passcode": PASSCODE });
        let begun = cleo.post("/api/scan", &scan).is(202);
        let given = outcome(&cleo, begun["scan"].as_str().unwrap());
        assert_eq!(given["state"], "given", "{given}");
        grant
    });
    let content = json!({ "title": "Visit", "note": "Seen." });
    let [path, withdrawn] = [stays, ends].map(|chart| {
        let path = written(&cleo, chart, &content);
        assert_eq!(sign(&cleo, &path)["state"], "waiting");
        // Posted, and not there yet.
        let tried = cleo.post(&format!("{path}/return"), &json!({})).is(200);
        assert_eq!(tried["state"], "waiting");
        path
    });
    phone.chart.revoke_grant(ends, RevokeReason::Wish).unwrap();
    phone.chart.ask_relay().unwrap();
    phone.chart.sync_by_relay(None).unwrap();
    assert!(of_desk(&phone, Section::Notes).contains(&("Visit".to_owned(), "cleo".to_owned())));
    let returned = cleo.post(&format!("{path}/return"), &json!({})).is(200);
    assert_eq!(returned["state"], "returned", "{returned:#}");

    // A patient who ends a chart ends also what waits in it.
    world.stop();
    world.start();
    cleo.url = world.browser().url;
    comes_to(&cleo, &withdrawn, "not-returned");
}
