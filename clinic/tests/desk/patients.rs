//! Patients open their charts at the desk, and take them with them.

use crate::relay::Relay;
use crate::world::{Browser, Got, PASSWORD, World};
use pocketchart::{
    Chart, CreateChart, GrantId, GrantRequest, Home, ImportOptions, KdfLevel, NewGrant, NoFreshness,
    Operations, RevokeReason, Section, Served, Unlock, draw,
};
use serde_json::{Value, json};
use std::fs::File;
use std::io::{BufRead, BufReader, Seek};
use std::net::TcpListener;
use std::sync::{Arc, mpsc};
use std::thread;
use std::time::Duration;

const EXAMPLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../examples/maria-okafor.json");
pub(crate) const WAIT: Duration = Duration::from_secs(60);
pub(crate) const PASSCODE: &str = "424242";
/// In which a desk that has just started asks the relays, mostly.
const ASKING: Duration = Duration::from_secs(3);
const STEP: Duration = Duration::from_millis(50);
pub(crate) const HOUR: Duration = Duration::from_secs(60 * 60);

/// A patient's phone with the example in it.
pub(crate) struct Phone {
    pub(crate) chart: Chart,
    pub(crate) listener: TcpListener,
    /// The code that the desk read in a picture.
    read: Option<String>,
}

impl Phone {
    pub(crate) fn new(world: &World, name: &str) -> Self {
        Self::with(world, name, BufReader::new(File::open(EXAMPLE).unwrap()))
    }

    /// One with this document in it.
    pub(crate) fn with(world: &World, name: &str, document: impl BufRead + Seek) -> Self {
        let home = Home::new(world.path(name), Arc::new(NoFreshness));
        let with = CreateChart {
            unlock: &Unlock::passphrase("correct horse"),
            kdf: KdfLevel::Fast,
            device_name: "phone",
        };
        let (mut chart, _) = Chart::create(&home, &with).unwrap();
        chart
            .import(document, &ImportOptions::default(), &mut |_| {})
            .unwrap();
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        Self {
            chart,
            listener,
            read: None,
        }
    }

    pub(crate) fn grant(&mut self, sections: &[(Section, Operations)]) -> (GrantId, String) {
        let mut new = NewGrant::of(sections.to_vec());
        new.minutes = 4 * 60;
        let id = self.chart.make_grant(&new).unwrap();
        let address = self.listener.local_addr().unwrap();
        let code = self.chart.grant_code(id, vec![address]).unwrap();
        (id, code.to_text())
    }

    /// One that a relay gives while the phone is off.
    pub(crate) fn grant_at_relay(&mut self, sections: &[(Section, Operations)]) -> (GrantId, String) {
        let mut new = NewGrant::of(sections.to_vec());
        (new.minutes, new.relay) = (4 * 60, true);
        new.passcode = Some(PASSCODE.into());
        let id = self.chart.make_grant(&new).unwrap();
        (id, self.chart.grant_code(id, Vec::new()).unwrap().to_text())
    }

    /// Waits for the desk, which begins to call; what came of the scan.
    pub(crate) fn meets(&mut self, agree: bool, scan: impl FnOnce() -> Got + Send, desk: &Browser) -> Value {
        thread::scope(|scope| {
            let begun = scope.spawn(scan);
            let served = self
                .chart
                .serve(&self.listener, WAIT, &mut |_| agree, &|_| {})
                .unwrap();
            assert_eq!(
                matches!(served, Served::Given { receipt: true, .. }),
                agree,
                "{served:?}"
            );
            let begun = begun.join().unwrap().is(202);
            assert_eq!(begun["found"], "code");
            self.read = begun["code"].as_str().map(str::to_owned);
            outcome(desk, begun["scan"].as_str().unwrap())
        })
    }
}

/// What came of a scan, once it is over.
pub(crate) fn outcome(desk: &Browser, scan: &str) -> Value {
    for _ in 0..600 {
        let state = desk.get(&format!("/api/scan/{scan}")).is(200);
        if !["calling", "compare"].contains(&state["state"].as_str().unwrap()) {
            return state;
        }
        thread::sleep(Duration::from_millis(50));
    }
    panic!("the scan did not end");
}

fn titles(entries: &Value) -> Vec<&str> {
    let all = entries["entries"].as_array().unwrap();
    all.iter()
        .filter_map(|it| it["facts"]["title"].as_str())
        .collect()
}

#[test]
fn a_code_that_a_scanner_types_opens_a_banner_with_allergies_first_until_the_time_is_over() {
    let (mut world, ada) = World::with_administrator();
    let front = world.member(&ada, "fay", "front-desk");
    let clinician = world.member(&ada, "cleo", "clinician");
    let mut phone = Phone::new(&world, "phone");
    let scope = [
        (Section::Profile, Operations::EXTRACT),
        (Section::Allergies, Operations::EXTRACT),
        (Section::Medications, Operations::READ),
        (Section::Notes, Operations::APPEND),
    ];
    let (grant, code) = phone.grant(&scope);
    let given = phone.meets(true, || front.post("/api/scan", &json!({ "code": code })), &front);
    assert_eq!(
        (&given["state"], &given["chart"]),
        (&json!("given"), &json!(grant.to_string())),
        "{given}"
    );
    let path = format!("/api/charts/{grant}");

    let banner = front.get(&path).is(200);
    assert!(banner["name"].as_str().unwrap().contains("Okafor"), "{banner:#}");
    assert!(banner["born"].as_str().unwrap().starts_with("19"), "{banner:#}");
    assert_eq!(banner["allergies"]["standing"], "listed");
    assert_eq!(titles(&banner["allergies"])[0], "Penicillin");
    assert_eq!(banner["allergies"]["entries"][0]["facts"]["severity"], "severe");
    assert_eq!(banner["not_for_you"], json!(["medications", "notes"]));
    // Not opened for reading is not the same as empty.
    let notes = clinician.get(&format!("{path}/sections/notes")).is(200);
    assert_eq!(notes["standing"], "not-opened");
    let problems = clinician.get(&format!("{path}/sections/problems")).is(200);
    assert_eq!(problems["standing"], "not-opened");

    // The front desk reads no medicines and no notes; a clinician does; an administrator sees no patient at all.
    for section in ["medications", "notes"] {
        let refused = front.get(&format!("{path}/sections/{section}"));
        assert_eq!(refused.refuses(403), "desk-not-for-role", "{section}");
    }
    let medicines = clinician
        .get(&format!("{path}/sections/medications?limit=2"))
        .is(200);
    assert_eq!(medicines["entries"].as_array().unwrap().len(), 2);
    assert_eq!(medicines["more"], true);
    assert_eq!(ada.get(&path).refuses(403), "desk-not-for-role");

    // Each view stands in the log, with who and what.
    let log = ada.get("/api/audit?limit=200").is(200);
    let viewed = |action: &str, login: &str| {
        let about = |it: &&Value| it["action"] == action && it["who"]["login"] == login;
        log.as_array()
            .unwrap()
            .iter()
            .any(|it| about(&it) && it["charts"][0] == grant.to_string())
    };
    assert!(viewed("chart-opened", "fay") && viewed("chart-viewed", "fay"));
    assert!(viewed("refused", "fay") && viewed("section-viewed", "cleo"));

    // Nothing of it stands on the disk in the clear, and a new start finds it again.
    for text in ["Penicillin", "Okafor"] {
        assert!(!world.holds(text), "{text}");
    }
    world.stop();
    world.start();
    let (mut front, mut ada) = (world.browser(), world.browser());
    front.sign_in("fay", PASSWORD);
    let line = front.get("/api/charts").is(200);
    assert_eq!(line[0]["id"], grant.to_string());
    front.get(&path).is(200);

    // The time is over: content and keys are gone, the receipt is there, and the person is told.
    world.pass(5 * HOUR);
    front.sign_in("fay", PASSWORD);
    assert_eq!(front.get(&path).refuses(410), "desk-chart-ended");
    assert_eq!(front.get("/api/charts").is(200), json!([]));
    let receipts = front.get("/api/receipts").is(200);
    assert_eq!(
        (&receipts[0]["id"], &receipts[0]["reason"]),
        (&json!(grant.to_string()), &json!("time-is-over"))
    );
    assert!(
        std::fs::read_dir(world.data().join("charts"))
            .unwrap()
            .next()
            .is_none()
    );
    assert!(
        std::fs::read_dir(world.data().join("freshness/charts"))
            .unwrap()
            .next()
            .is_none()
    );
    // A clock that is set back brings nothing back.
    world.set_back(5 * HOUR);
    front.sign_in("fay", PASSWORD);
    assert_eq!(front.get(&path).refuses(410), "desk-chart-ended");
    ada.sign_in("ada", PASSWORD);
    let log = ada.get("/api/audit?limit=200").is(200).to_string();
    assert!(log.contains("chart-ended"));
    assert_eq!(ada.get("/api/audit/check").is(200)["whole"], true);
}

#[test]
fn a_camera_sees_a_code_too_and_somebody_may_close_a_chart_before_its_time() {
    let (world, ada) = World::with_administrator();
    let desk = world.member(&ada, "fay", "front-desk");
    let mut phone = Phone::new(&world, "phone");
    let (grant, code) = phone.grant(&[(Section::Allergies, Operations::READ)]);
    let (width, luma) = draw(&code).unwrap().to_luma(6);
    let octets = [("content-type", "application/octet-stream")];
    let path = format!("/api/scan?width={width}&height={width}");
    let given = phone.meets(true, || desk.ask("POST", &path, &octets, &luma), &desk);
    assert_eq!(given["state"], "given", "{given}");
    assert_eq!(phone.read.as_ref(), Some(&code), "it can be asked for again");
    let path = format!("/api/charts/{grant}");
    let banner = desk.get(&path).is(200);
    assert_eq!(banner["name"], Value::Null, "the profile was not opened");
    assert_eq!(titles(&banner["allergies"])[0], "Penicillin");
    let receipt = desk.delete(&path).is(200);
    assert_eq!(receipt["reason"], "closed");
    assert_eq!(receipt["sections"], json!(["allergies"]));
    assert_eq!(desk.get(&path).refuses(410), "desk-chart-ended");
    assert!(!world.holds("Penicillin"));
}

#[test]
fn a_no_and_a_code_that_nobody_answers_are_told() {
    let (world, ada) = World::with_administrator();
    let desk = world.member(&ada, "fay", "front-desk");
    let mut phone = Phone::new(&world, "phone");
    let (_, code) = phone.grant(&[(Section::Allergies, Operations::EXTRACT)]);
    let refused = phone.meets(false, || desk.post("/api/scan", &json!({ "code": code })), &desk);
    assert_eq!(refused["state"], "refused");
    assert_eq!(refused["error"]["id"], "redeem-declined");
    assert!(
        refused["error"]["next"]
            .as_str()
            .is_some_and(|it| it.contains(' ')),
        "{refused}"
    );
    assert_eq!(desk.get("/api/charts").is(200), json!([]));
    // Only who began a scan hears of it.
    let begun = desk.post("/api/scan", &json!({ "code": code })).is(202);
    let other = world.member(&ada, "cleo", "clinician");
    let path = format!("/api/scan/{}", begun["scan"].as_str().unwrap());
    assert_eq!(other.get(&path).refuses(404), "desk-not-here");
    assert_eq!(
        ada.post("/api/scan", &json!({ "code": code })).refuses(403),
        "desk-not-for-role"
    );
}

/// A code for emergencies of a phone that is there.
pub(crate) fn emergency(phone: &mut Phone) -> String {
    let mut new = NewGrant::of(vec![(Section::Allergies, Operations::EXTRACT)]);
    new.emergency = true;
    let grant = phone.chart.make_grant(&new).unwrap();
    let address = phone.listener.local_addr().unwrap();
    phone.chart.grant_code(grant, vec![address]).unwrap().to_text()
}

#[test]
fn in_an_emergency_a_clinician_asks_and_another_person_stands_by() {
    let (world, ada) = World::with_administrator();
    let (front, clinician) = (
        world.member(&ada, "fay", "front-desk"),
        world.member(&ada, "cleo", "clinician"),
    );
    let mut phone = Phone::new(&world, "phone");
    let code = emergency(&mut phone);
    let scan = json!({ "code": code, "reason": "found unconscious" });
    assert_eq!(front.post("/api/scan", &scan).refuses(403), "desk-not-for-role");
    assert_eq!(
        clinician.post("/api/scan", &scan).refuses(409),
        "desk-second-needed"
    );
    let with = |login: &str, password: &str| {
        let second = json!({ "login": login, "password": password });
        json!({ "code": code, "reason": "found unconscious", "second": second })
    };
    for alone in ["cleo", "ada"] {
        let refused = clinician.post("/api/scan", &with(alone, PASSWORD));
        assert_eq!(refused.refuses(403), "desk-second-unfit", "{alone}");
    }
    let guessed = clinician.post("/api/scan", &with("fay", "the first password"));
    assert_eq!(guessed.refuses(401), "desk-wrong-password");
    assert_eq!(
        clinician.post("/api/scan", &scan).refuses(409),
        "desk-second-needed"
    );
    let given = phone.meets(
        true,
        || clinician.post("/api/scan", &with("fay", PASSWORD)),
        &clinician,
    );
    assert_eq!(given["state"], "given", "{given}");
    let log = ada.get("/api/audit?limit=200").is(200);
    let mut log = log.as_array().unwrap().iter();
    let vouched = log.find(|it| it["action"] == "emergency-vouched").unwrap();
    assert_eq!(vouched["who"]["login"], "fay");
}

#[test]
fn where_somebody_works_alone_an_emergency_needs_nobody_else() {
    let (mut world, ada) = World::with_administrator();
    let mut clinician = world.member(&ada, "cleo", "clinician");
    world.stop();
    world.is_alone = true;
    world.start();
    clinician.url = world.browser().url;
    let mut phone = Phone::new(&world, "phone");
    let scan = json!({ "code": emergency(&mut phone), "reason": "found unconscious" });
    let given = phone.meets(true, || clinician.post("/api/scan", &scan), &clinician);
    assert_eq!(given["state"], "given", "{given}");
}

#[test]
fn what_a_patient_ends_at_the_relay_is_deleted_at_the_desk() {
    let relay = Relay::new();
    let (mut world, ada) = World::with_administrator();
    let mut desk = world.member(&ada, "cleo", "clinician");
    let mut phone = Phone::new(&world, "phone");
    phone.chart.use_relay(Some(&relay.url)).unwrap();
    let [copy, record, kept] = [Operations::EXTRACT, Operations::READ, Operations::EXTRACT].map(|it| {
        let (grant, code) = phone.grant_at_relay(&[(Section::Allergies, it)]);
        let scan = json!({ "code": code, "passcode": PASSCODE });
        let begun = desk.post("/api/scan", &scan).is(202);
        let given = outcome(&desk, begun["scan"].as_str().unwrap());
        assert_eq!(given["state"], "given", "{given}");
        grant
    });
    let path = |grant: GrantId| format!("/api/charts/{grant}");
    let is_open = |desk: &Browser, grant| desk.get(&path(grant)).status == 200;
    let charts = world.data().join("charts");
    // The desk asks at every start, and from time to time after.
    let mut asks = |desk: &mut Browser| {
        world.stop();
        world.start();
        desk.url = world.browser().url;
        thread::sleep(ASKING);
    };

    asks(&mut desk);
    assert!([copy, record, kept].into_iter().all(|it| is_open(&desk, it)));
    for ended in [copy, record] {
        phone.chart.revoke_grant(ended, RevokeReason::Wish).unwrap();
    }
    asks(&mut desk);
    for ended in [copy, record] {
        let is_gone = |_: &u32| !is_open(&desk, ended);
        (0..600)
            .inspect(|_| thread::sleep(STEP))
            .find(is_gone)
            .expect("it is kept");
        assert_eq!(desk.get(&path(ended)).refuses(410), "desk-chart-ended");
    }
    assert!(is_open(&desk, kept));
    let receipts = desk.get("/api/receipts").is(200);
    let reasons: Vec<_> = receipts
        .as_array()
        .unwrap()
        .iter()
        .map(|it| &it["reason"])
        .collect();
    assert_eq!(reasons, ["withdrawn", "withdrawn"]);

    // What a call left that broke off goes, too.
    let left = charts.join("0".repeat(32));
    std::fs::create_dir(&left).unwrap();
    std::fs::write(left.join("record"), b"left").unwrap();
    // A relay that does not answer has not said anything.
    drop(relay);
    asks(&mut desk);
    assert!(is_open(&desk, kept));
    assert!(std::fs::read_dir(charts).unwrap().next().is_none());
}

#[test]
fn others_are_scanned_while_a_patient_thinks() {
    let (world, ada) = World::with_administrator();
    let desk = world.member(&ada, "fay", "front-desk");
    let (mut slow, mut quick) = (Phone::new(&world, "slow"), Phone::new(&world, "quick"));
    let copy = [(Section::Allergies, Operations::EXTRACT)];
    let ((_, first), (_, second)) = (slow.grant(&copy), quick.grant(&copy));
    let (asked, is_asked) = mpsc::channel();
    let (go, goes) = mpsc::channel();
    thread::scope(|scope| {
        let thinking = scope.spawn(move || {
            let mut thinks = |_: &GrantRequest| {
                asked.send(()).unwrap();
                goes.recv().unwrap()
            };
            slow.chart
                .serve(&slow.listener, WAIT, &mut thinks, &|_| {})
                .unwrap()
        });
        let begun = desk.post("/api/scan", &json!({ "code": first })).is(202);
        let scan = begun["scan"].as_str().unwrap();
        is_asked.recv().unwrap();
        // Both screens show the same digits meanwhile.
        let state = desk.get(&format!("/api/scan/{scan}")).is(200);
        assert_eq!(state["state"], "compare");
        let digits = state["digits"]
            .as_str()
            .unwrap()
            .chars()
            .filter(char::is_ascii_digit);
        assert_eq!(digits.count(), 6, "{state}");
        let given = quick.meets(true, || desk.post("/api/scan", &json!({ "code": second })), &desk);
        assert_eq!(given["state"], "given", "{given}");
        go.send(true).unwrap();
        assert!(matches!(thinking.join().unwrap(), Served::Given { .. }));
        assert_eq!(outcome(&desk, scan)["state"], "given");
    });
    assert_eq!(desk.get("/api/charts").is(200).as_array().unwrap().len(), 2);
}
