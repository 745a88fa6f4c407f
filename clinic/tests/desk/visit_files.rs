//! How a visit took place, and the files that go with it.

use crate::bridge::{Visit, states};
use crate::ehr::{Cut, Ehr};
use crate::patients::{HOUR, PASSCODE, Phone, outcome};
use crate::relay::Relay;
use crate::visits::{comes_to, opens, sign, takes_it_in, written};
use crate::world::{Browser, Got, PASSWORD, World};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use pocketchart::{EntryId, GrantId, ItemDetail, ItemView, ListOptions, Operations, Section};
use serde_json::{Value, json};
use std::thread;

const APPEND: Operations = Operations::APPEND;
const SCOPE: [(Section, Operations); 6] = [
    (Section::Profile, Operations::READ),
    (Section::Problems, APPEND),
    (Section::Vitals, APPEND),
    (Section::Notes, APPEND),
    (Section::Encounters, APPEND),
    (Section::Documents, APPEND),
];
const PDF: &[u8] = b"%PDF-1.7\n1 0 obj\n<< /Title (Referral letter) >>\nendobj\n";
const MIB: usize = 1 << 20;

/// A picture of this size that no compression makes smaller.
fn picture(size: usize) -> Vec<u8> {
    let mut bytes = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\0\0\0\0".to_vec();
    let mut state = 0x9e37_79b9_7f4a_7c15_u64;
    while bytes.len() < size {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        bytes.extend(state.to_le_bytes());
    }
    bytes.truncate(size);
    bytes
}

fn attach(desk: &Browser, path: &str, (version, name): (u64, &str), bytes: &[u8]) -> Got {
    let octets = [("content-type", "application/octet-stream")];
    let name: String = name.bytes().map(|it| format!("%{it:02X}")).collect();
    let path = format!("{path}/attachments?version={version}&name={name}");
    desk.ask("POST", &path, &octets, bytes)
}

fn call() -> Value {
    json!({
        "title": "Telephone call", "note": "Hoarse.",
        "encounter": { "class": "virtual", "begin": "2026-11-27T09:30:00Z", "end": "2026-11-27T09:45:00Z", "reason": "laryngitis" },
        "diagnoses": [{ "what": { "text": "Laryngitis", "system": "http://snomed.info/sct", "code": "45913009" } }],
    })
}

/// What the clinic wrote in a section of the patient's own record.
fn of_clinic(phone: &Phone, section: Section) -> Vec<(ItemView, ItemDetail)> {
    let options = ListOptions {
        limit: usize::MAX,
        ..ListOptions::default()
    };
    let items = phone.chart.list(section, &options).unwrap().items.into_iter();
    let is_theirs = |it: &ItemView| {
        let mut sources = it.sources.iter();
        sources.any(|by| by.author.name.as_deref() == Some("Lakeside Clinic"))
    };
    items
        .filter(is_theirs)
        .map(|it| {
            let detail = phone.chart.item(it.id).unwrap();
            (it, detail)
        })
        .collect()
}

fn resource(detail: &ItemDetail) -> Value {
    serde_json::from_slice(detail.content.as_deref().unwrap()).unwrap()
}

fn file(phone: &Phone, name: &str) -> Vec<u8> {
    let documents = of_clinic(phone, Section::Documents);
    let named = |it: &&(ItemView, ItemDetail)| resource(&it.1)["content"][0]["attachment"]["title"] == name;
    let id: EntryId = documents.iter().find(named).unwrap().0.id;
    phone.chart.extract(id).unwrap().bytes
}

fn attachments(visit: &Value) -> Vec<(&str, &str)> {
    let all = visit["attachments"].as_array().unwrap().iter();
    all.map(|it| (it["name"].as_str().unwrap(), it["kind"].as_str().unwrap()))
        .collect()
}

#[test]
fn how_a_visit_took_place_and_its_files_come_to_the_patient() {
    let (world, ada) = World::with_administrator();
    let mut cleo = world.member(&ada, "cleo", "clinician");
    let mut phone = Phone::new(&world, "phone");
    let chart = opens(&mut phone, &cleo, &SCOPE);
    let path = written(&cleo, chart, &call());
    // What is larger than half a megabyte travels apart.
    let large = picture(3 * MIB / 2);
    attach(&cleo, &path, (2, "letter.pdf"), PDF).is(201);
    let visit = attach(&cleo, &path, (3, "larynx.png"), &large).is(201);
    assert_eq!(
        attachments(&visit),
        [("letter.pdf", "application/pdf"), ("larynx.png", "image/png")]
    );
    assert_eq!(
        (&visit["version"], &visit["attachments"][1]["size"]),
        (&json!(4), &json!(large.len()))
    );
    let sections: Vec<_> = visit["sections"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| &it["section"])
        .collect();
    assert!(
        sections.contains(&&json!("encounters")) && sections.contains(&&json!("documents")),
        "{visit:#}"
    );
    // Sealed on the desk, as the draft is.
    assert!(!world.holds("Referral letter") && !world.holds("larynx"));
    let signed = thread::scope(|scope| {
        let signing = scope.spawn(|| {
            cleo.post(&format!("{path}/sign"), &json!({ "version": 4 }))
                .is(200)
        });
        takes_it_in(&mut phone);
        signing.join().unwrap()
    });
    assert_eq!(signed["attachments"].as_array().unwrap().len(), 2, "{signed:#}");
    comes_to(&cleo, &path, "returned");

    let visits = of_clinic(&phone, Section::Encounters);
    let [(shown, detail)] = visits.as_slice() else {
        panic!("{visits:?}")
    };
    assert_eq!(shown.facts.title.as_deref(), Some("Visit by telephone or video"));
    let encounter = resource(detail);
    assert_eq!(encounter["class"]["code"], "VR");
    assert_eq!(encounter["period"]["end"], "2026-11-27T09:45:00Z");
    assert_eq!(
        encounter["reasonCode"][0]["coding"][0]["code"], "45913009",
        "{encounter:#}"
    );
    assert_eq!(encounter["participant"][0]["individual"]["display"], "cleo");
    let name = encounter["identifier"][0]["value"].as_str().unwrap().to_owned();
    // Everything else says in which visit it was.
    for section in [Section::Problems, Section::Notes, Section::Documents] {
        for (_, detail) in of_clinic(&phone, section) {
            let it = resource(&detail);
            let of = match it["resourceType"].as_str() {
                Some("DocumentReference") => &it["context"]["encounter"][0],
                _ => &it["encounter"],
            };
            assert_eq!(
                (&of["reference"], &of["identifier"]["value"]),
                (&json!(name), &json!(name)),
                "{it:#}"
            );
        }
    }
    assert_eq!(of_clinic(&phone, Section::Documents).len(), 2);
    assert!(file(&phone, "letter.pdf") == PDF && file(&phone, "larynx.png") == large);

    // The clinic keeps its copy, also when the chart has ended; clinicians alone read it.
    world.pass(5 * HOUR);
    cleo.sign_in("cleo", PASSWORD);
    let id = signed["attachments"][0]["id"].as_str().unwrap();
    let got = cleo.get(&format!("{path}/attachments/{id}"));
    assert_eq!((got.status, got.body.as_slice()), (200, PDF));
    assert_eq!(got.header("content-type"), Some("application/pdf"));
    assert_eq!(
        got.header("content-disposition"),
        Some("attachment; filename*=UTF-8''letter.pdf")
    );
    let mut ada = world.browser();
    ada.sign_in("ada", PASSWORD);
    let front = world.member(&ada, "fay", "front-desk");
    assert_eq!(
        front.get(&format!("{path}/attachments/{id}")).refuses(403),
        "desk-not-for-role"
    );
    assert!(!world.holds("Referral letter"));
}

#[test]
fn what_is_no_such_file_or_too_much_is_not_added() {
    let (world, ada) = World::with_administrator();
    let cleo = world.member(&ada, "cleo", "clinician");
    let front = world.member(&ada, "fay", "front-desk");
    let mut phone = Phone::new(&world, "phone");
    let chart = opens(&mut phone, &cleo, &SCOPE);
    let path = written(&cleo, chart, &json!({ "note": "Seen." }));
    for (name, bytes) in [
        ("scan.pdf", b"MZ\x90\0\x03\0\0\0".as_slice()),
        ("scan.pdf", b"<html><script>alert(1)</script></html>".as_slice()),
        ("photo.png", b"GIF89a\x01\0\x01\0\x80\0\0\0\0\0".as_slice()),
    ] {
        assert_eq!(
            attach(&cleo, &path, (2, name), bytes).refuses(415),
            "desk-visit-file-kind"
        );
    }
    assert_eq!(
        attach(&cleo, &path, (2, "scan.pdf"), b"").refuses(422),
        "desk-visit-file-empty"
    );
    let json = cleo.post(&format!("{path}/attachments?version=2&name=scan.pdf"), &json!({}));
    assert_eq!(json.refuses(415), "desk-type");
    assert_eq!(
        attach(&cleo, &path, (2, "x.png"), &picture(8 * MIB + 1)).refuses(413),
        "desk-visit-file-large"
    );
    assert_eq!(
        attach(&front, &path, (2, "x.pdf"), PDF).refuses(403),
        "desk-not-for-role"
    );
    assert!(attachments(&cleo.get(&path).is(200)).is_empty());

    // A name that turns text around, or leads elsewhere, reads as what it is.
    let visit = attach(&cleo, &path, (2, "../x-ray \u{202e}fdp.exe"), &picture(5 * MIB)).is(201);
    assert_eq!(attachments(&visit), [("x-ray fdp.exe", "image/png")]);
    assert_eq!(
        attach(&cleo, &path, (3, "y.png"), &picture(4 * MIB)).refuses(413),
        "desk-visit-file-large"
    );
    for version in 3..12 {
        attach(&cleo, &path, (version, "letter.pdf"), PDF).is(201);
    }
    assert_eq!(
        attach(&cleo, &path, (12, "letter.pdf"), PDF).refuses(409),
        "desk-visit-files-many"
    );

    let all = cleo.get(&path).is(200);
    let id = |at: usize| all["attachments"][at]["id"].as_str().unwrap().to_owned();
    let elsewhere = written(&cleo, chart, &json!({ "note": "Another." }));
    assert_eq!(
        cleo.get(&format!("{elsewhere}/attachments/{}", id(0)))
            .refuses(404),
        "desk-visit-file-none"
    );
    let less = cleo
        .delete(&format!("{path}/attachments/{}?version=12", id(0)))
        .is(200);
    assert_eq!(attachments(&less).len(), 9);
    assert_eq!(
        cleo.get(&format!("{path}/attachments/{}", id(0))).refuses(404),
        "desk-visit-file-none"
    );
    cleo.post(&format!("{path}/sign"), &json!({ "version": 13 }))
        .is(200);
    assert_eq!(
        attach(&cleo, &path, (13, "late.pdf"), PDF).refuses(409),
        "desk-visit-signed"
    );
    let out = cleo.delete(&format!("{path}/attachments/{}?version=13", id(1)));
    assert_eq!(out.refuses(409), "desk-visit-signed");
    // The same bytes nine times are one body, and nine documents.
    takes_it_in(&mut phone);
    assert_eq!(of_clinic(&phone, Section::Documents).len(), 9);
    assert!(file(&phone, "letter.pdf") == PDF);
}

#[test]
fn two_add_files_to_one_visit_and_what_the_patient_does_not_allow_is_said_before() {
    let (world, ada) = World::with_administrator();
    let cleo = world.member(&ada, "cleo", "clinician");
    let dora = world.member(&ada, "dora", "clinician");
    let mut phone = Phone::new(&world, "phone");
    let chart = opens(&mut phone, &cleo, &[(Section::Notes, APPEND)]);
    let path = written(&cleo, chart, &json!({ "note": "Seen." }));
    attach(&cleo, &path, (2, "cleo.pdf"), PDF).is(201);
    let unread = attach(&dora, &path, (2, "dora.pdf"), PDF);
    assert_eq!(unread.refuses(409), "desk-visit-changed");
    assert_eq!(
        attachments(&unread.is(409)["theirs"]),
        [("cleo.pdf", "application/pdf")]
    );
    let both = attach(&dora, &path, (3, "dora.pdf"), PDF).is(201);
    assert_eq!(both["saved_by"]["name"], "dora");
    // Who writes on has not read that, and takes no file away by it.
    let late = cleo.send(
        "PUT",
        &path,
        &json!({ "version": 3, "content": { "note": "More." } }),
    );
    assert_eq!(late.refuses(409), "desk-visit-changed");
    let saved = cleo
        .send(
            "PUT",
            &path,
            &json!({ "version": 4, "content": { "note": "More." } }),
        )
        .is(200);
    assert_eq!(attachments(&saved).len(), 2);
    let closed =
        json!([{ "section": "notes", "allowed": true }, { "section": "documents", "allowed": false }]);
    assert_eq!(saved["sections"], closed);
    let sign = || cleo.post(&format!("{path}/sign"), &json!({ "version": 5 }));
    assert_eq!(sign().refuses(409), "desk-visit-not-allowed");

    // It is not said how the visit took place, only when; or the end is before the beginning.
    let with = |encounter: Value| {
        let path = written(&cleo, chart, &json!({ "encounter": encounter }));
        cleo.get(&path).is(200)["problem"]["id"].clone()
    };
    assert_eq!(
        with(json!({ "class": null, "reason": "Cough" })),
        "desk-visit-class"
    );
    let backwards =
        json!({ "class": "home", "begin": "2026-11-27T10:00:00Z", "end": "2026-11-27T09:00:00Z" });
    assert_eq!(with(backwards), "desk-visit-backwards");
    assert_eq!(
        with(json!({ "class": "home", "begin": "soon" })),
        "desk-visit-date"
    );
    assert_eq!(with(json!({ "class": "home" })), Value::Null);

    // With the draft its files go.
    let id = saved["attachments"][0]["id"].as_str().unwrap();
    cleo.delete(&format!("{path}?version=5")).is(204);
    assert_eq!(
        cleo.get(&format!("{path}/attachments/{id}")).refuses(404),
        "desk-visit-none"
    );
}

#[test]
fn a_relay_carries_files_while_the_phone_is_off() {
    let relay = Relay::new();
    let (world, ada) = World::with_administrator();
    let cleo = world.member(&ada, "cleo", "clinician");
    let mut phone = Phone::new(&world, "phone");
    phone.chart.use_relay(Some(&relay.url)).unwrap();
    let (chart, code) = phone.grant_at_relay(&[(Section::Documents, APPEND), (Section::Encounters, APPEND)]);
    let scan = json!({ "code": code, "passcode": PASSCODE });
    let begun = cleo.post("/api/scan", &scan).is(202);
    assert_eq!(outcome(&cleo, begun["scan"].as_str().unwrap())["state"], "given");
    let path = written(&cleo, chart, &json!({ "encounter": { "class": "in-person" } }));
    // More than goes into one letter, and travels apart from its entry.
    let large = picture(5 << 20);
    attach(&cleo, &path, (2, "larynx.png"), &large).is(201);
    let signed = cleo
        .post(&format!("{path}/sign"), &json!({ "version": 3 }))
        .is(200);
    assert_eq!(signed["state"], "waiting", "{signed:#}");
    let again = || cleo.post(&format!("{path}/return"), &json!({})).is(200)["state"].clone();
    for _ in 0..10 {
        again();
        phone.chart.ask_relay().unwrap();
        phone.chart.sync_by_relay(None).unwrap();
        if again() == "returned" {
            break;
        }
    }
    assert_eq!(again(), "returned");
    assert!(
        file(&phone, "larynx.png") == large,
        "called returned with the file there, not before"
    );
}

/// A signed visit in a chart whose patient is known to the clinic's own server; its path there.
fn signed_with_files(visit: &mut Visit) -> (GrantId, String) {
    let chart = opens(&mut visit.phone, &visit.desk, &SCOPE);
    let path = written(&visit.desk, chart, &call());
    attach(&visit.desk, &path, (2, "letter.pdf"), PDF).is(201);
    visit
        .desk
        .post(&format!("{path}/sign"), &json!({ "version": 3 }))
        .is(200);
    takes_it_in(&mut visit.phone);
    (chart, path.replace("/api/charts/", "/api/bridge/charts/"))
}

/// The only resource of a type, and where it is.
fn only(ehr: &Ehr, kind: &str) -> (String, Value) {
    let all = ehr.all(kind);
    assert_eq!(all.len(), 1, "{kind}: {all:?}");
    (all[0].0.clone(), serde_json::from_str(&all[0].1).unwrap())
}

fn of_type(ehr: &Ehr, code: Option<&str>) -> Value {
    let all = ehr.all("DocumentReference").into_iter();
    let mut all = all.map(|(_, it)| serde_json::from_str::<Value>(&it).unwrap());
    all.find(|it| it["type"]["coding"][0]["code"].as_str() == code)
        .unwrap()
}

#[test]
fn wherever_it_is_cut_off_a_visit_is_in_the_clinics_own_system_once_with_all_that_refers_to_it() {
    for singly in [false, true] {
        for cut in [Cut::Before, Cut::After] {
            // A desk each: one takes so many requests of an address in a minute.
            let mut visit = Visit::new();
            let (chart, there) = signed_with_files(&mut visit);
            for at in 1.. {
                let ehr = Ehr::new();
                ehr.state.lock().unwrap().singly = singly;
                visit.uses(&ehr, &chart.to_string());
                let asked = {
                    let mut state = ehr.state.lock().unwrap();
                    state.cut = Some((state.asked + at, cut));
                    state.asked
                };
                let mut message = visit.after(&visit.desk.post(&there, &json!({})).is(202));
                if message["tries"] != 0 {
                    message = visit.tries_again(&message);
                }
                assert_eq!(states(&message), ["confirmed"; 4], "{at} {cut:?}: {message:#}");
                let (place, encounter) = only(&ehr, "Encounter");
                assert_eq!(encounter["subject"]["reference"], "Patient/7");
                assert_eq!(
                    only(&ehr, "Condition").1["encounter"]["reference"],
                    json!(place),
                    "{at} {cut:?}"
                );
                assert_eq!(ehr.all("DocumentReference").len(), 2, "{at} {cut:?}");
                for code in [Some("11506-3"), None] {
                    let it = of_type(&ehr, code);
                    assert_eq!(
                        it["context"]["encounter"][0]["reference"],
                        json!(place),
                        "{at} {cut:?} {it:#}"
                    );
                }
                let attachment = of_type(&ehr, None)["content"][0]["attachment"].clone();
                assert_eq!(attachment["data"], STANDARD.encode(PDF), "{attachment:#}");
                assert!(attachment.get("url").is_none() && attachment["title"] == "letter.pdf");
                let done = ehr.state.lock().unwrap().asked - asked;
                if done < at {
                    break;
                }
                assert!(at < 90, "it asks too often");
            }
        }
    }
}

#[test]
fn what_the_system_takes_of_a_visit_is_there_and_no_visit_of_another_is_said_to_be_the_clinics() {
    let mut visit = Visit::new();
    let (chart, there) = signed_with_files(&mut visit);
    let ehr = Ehr::new();
    visit.uses(&ehr, &chart.to_string());
    ehr.state.lock().unwrap().refuses = Some("Encounter");
    let message = visit.after(&visit.desk.post(&there, &json!({})).is(202));
    assert_eq!(
        states(&message),
        ["refused", "confirmed", "confirmed", "confirmed"],
        "{message:#}"
    );
    let of = only(&ehr, "Condition").1["encounter"].clone();
    assert!(
        of.get("reference").is_none() && of["identifier"]["value"].is_string(),
        "{of}"
    );

    let chart = visit.opens(&[
        (Section::Profile, Operations::READ),
        (Section::Encounters, Operations::READ),
    ]);
    visit.uses(&ehr, &chart);
    let page = visit
        .desk
        .get(&format!(
            "/api/charts/{chart}/sections/encounters?limit=50&past=true"
        ))
        .is(200);
    let hospitals = page["entries"].as_array().unwrap().iter();
    let hospitals: Vec<_> = hospitals.filter(|it| it["sources"][0]["you"] != true).collect();
    assert!(!hospitals.is_empty(), "{page:#}");
    for entry in hospitals {
        let refused = visit.desk.post(
            &format!("/api/bridge/charts/{chart}/outbox"),
            &json!({ "entries": [entry["id"]] }),
        );
        assert_eq!(refused.refuses(422), "desk-bridge-entry");
    }
}

#[test]
fn a_visit_of_words_alone_is_signed_as_before() {
    let mut visit = Visit::new();
    let chart = opens(&mut visit.phone, &visit.desk, &[(Section::Notes, APPEND)]);
    let path = written(&visit.desk, chart, &json!({ "note": "Seen." }));
    let signed = sign(&visit.desk, &path);
    assert_eq!(
        (&signed["content"]["encounter"], &signed["attachments"]),
        (&Value::Null, &json!([]))
    );
    takes_it_in(&mut visit.phone);
    let notes = of_clinic(&visit.phone, Section::Notes);
    assert!(resource(&notes[0].1).get("context").is_none());
    assert_eq!(of_clinic(&visit.phone, Section::Encounters).len(), 0);
}
