//! Passkeys, by an authenticator of other people's.

use std::time::Duration;

use serde_json::{Value, json};

use crate::{
    device::Device,
    patients::{Phone, emergency},
    world::{Browser, Got, PASSWORD, World},
};

const MINUTE: Duration = Duration::from_secs(60);

/// The desk by the name that passkeys are bound to.
fn by_name(mut browser: Browser) -> Browser {
    browser.url = browser.url.replace("127.0.0.1", "localhost");
    browser
}

fn a_device_of(browser: &Browser) -> Device {
    Device::new(&browser.url)
}

fn by_password() -> Value {
    json!({ "password": PASSWORD })
}

/// An answer to a question of a path, by a device.
fn answer(browser: &Browser, path: &str, device: &mut Device) -> Value {
    let asked = browser.post(path, &json!({})).is(200);
    json!({ "question": asked["question"], "credential": device.prove(&asked["options"]) })
}

/// A proof by a device, in a session.
fn by_passkey(browser: &Browser, device: &mut Device) -> Value {
    json!({ "passkey": answer(browser, "/api/passkeys/question", device) })
}

fn try_to_add(browser: &Browser, device: &mut Device, proof: &Value) -> Got {
    let asked = browser
        .post("/api/passkeys/new", &json!({ "proof": proof }))
        .is(200);
    let credential = device.make(&asked["options"]);
    let new = json!({ "question": asked["question"], "name": "my phone", "credential": credential });
    browser.post("/api/passkeys", &new)
}

#[track_caller]
fn add(browser: &Browser, device: &mut Device, proof: &Value) -> Value {
    try_to_add(browser, device, proof).is(201)
}

fn try_to_sign_in(browser: &Browser, device: &mut Device) -> Got {
    let proof = answer(browser, "/api/session/passkey/question", device);
    browser.post("/api/session/passkey", &proof)
}

#[track_caller]
fn sign_in(browser: &mut Browser, device: &mut Device) {
    let got = try_to_sign_in(browser, device);
    browser.keep(&got);
}

fn path_of(passkey: &Value) -> String {
    format!("/api/passkeys/{}/remove", passkey["id"].as_str().unwrap())
}

fn count(log: &Value, action: &str) -> usize {
    let all = log.as_array().unwrap().iter();
    all.filter(|it| it["action"] == action).count()
}

#[test]
fn a_passkey_is_made_and_listed_and_signs_in_and_once_removed_opens_nothing() {
    let (world, ada) = World::with_administrator();
    let ada = by_name(ada);
    assert_eq!(ada.get("/api/passkeys").is(200), json!([]));
    let wrong = json!({ "proof": { "password": "not the password" } });
    assert_eq!(
        ada.post("/api/passkeys/new", &wrong).refuses(401),
        "desk-wrong-password"
    );
    let mut phone = a_device_of(&ada);
    let made = add(&ada, &mut phone, &by_password());
    assert_eq!(
        (&made["name"], &made["host"], &made["used"]),
        (&json!("my phone"), &json!("localhost"), &Value::Null)
    );
    ada.delete("/api/session").is(204);

    let mut again = by_name(world.browser());
    sign_in(&mut again, &mut phone);
    let who = again.get("/api/session").is(200);
    assert_eq!(
        (&who["account"]["login"], &who["must_add_passkey"]),
        (&json!("ada"), &json!(false))
    );
    let listed = again.get("/api/passkeys").is(200);
    assert!(
        listed[0]["used"].is_u64() && listed[0]["id"] == made["id"],
        "{listed}"
    );
    assert!(!world.holds("my phone"), "the store is sealed");

    // Another passkey proves who it is as well as the password, and nobody removes somebody else's.
    let mut key = a_device_of(&again);
    let proof = by_passkey(&again, &mut phone);
    add(&again, &mut key, &proof);
    let ben = by_name(world.member(&again, "ben", "clinician"));
    let by_ben = json!({ "proof": by_password() });
    assert_eq!(
        ben.post(&path_of(&made), &by_ben).refuses(404),
        "desk-passkey-unknown"
    );
    let proof = json!({ "proof": by_passkey(&ben, &mut key) });
    assert_eq!(
        ben.post(&path_of(&made), &proof).refuses(401),
        "desk-passkey-wrong"
    );
    let proof = json!({ "proof": by_passkey(&again, &mut key) });
    again.post(&path_of(&made), &proof).is(204);
    assert_eq!(again.get("/api/passkeys").is(200).as_array().unwrap().len(), 1);
    let refused = try_to_sign_in(&by_name(world.browser()), &mut phone);
    assert_eq!(refused.refuses(401), "desk-passkey-wrong");
    sign_in(&mut by_name(world.browser()), &mut key);

    let log = again.get("/api/audit?limit=200").is(200);
    let counted = ["passkey-added", "passkey-removed"].map(|it| count(&log, it));
    assert_eq!(counted, [2, 1]);
}

#[test]
fn a_question_is_answered_once_in_time_and_in_its_own_session() {
    let (world, ada) = World::with_administrator();
    let ada = by_name(ada);
    let mut phone = Device::without_counter(&ada.url);
    add(&ada, &mut phone, &by_password());
    let stranger = by_name(world.browser());
    let over = |got: Got| assert_eq!(got.refuses(409), "desk-passkey-over");

    let sign_in = answer(&stranger, "/api/session/passkey/question", &mut phone);
    stranger.post("/api/session/passkey", &sign_in).is(200);
    over(stranger.post("/api/session/passkey", &sign_in));

    let late = answer(&stranger, "/api/session/passkey/question", &mut phone);
    world.pass(5 * MINUTE);
    over(stranger.post("/api/session/passkey", &late));

    // One of a session is no sign-in, one of a sign-in proves nothing in a session, and another session has its own.
    let of_session = answer(&ada, "/api/passkeys/question", &mut phone);
    over(stranger.post("/api/session/passkey", &of_session));
    let of_nobody = answer(&stranger, "/api/session/passkey/question", &mut phone);
    let proof = json!({ "proof": { "passkey": of_nobody } });
    over(ada.post("/api/passkeys/new", &proof));
    let mut other = by_name(world.browser());
    other.sign_in("ada", PASSWORD);
    let proof = json!({ "proof": by_passkey(&ada, &mut phone) });
    over(other.post("/api/passkeys/new", &proof));
    // A question to prove a passkey makes none.
    let asked = ada
        .post("/api/passkeys/new", &json!({ "proof": by_password() }))
        .is(200);
    let mut key = a_device_of(&ada);
    let new =
        json!({ "question": asked["question"], "name": "key", "credential": key.make(&asked["options"]) });
    over(other.post("/api/passkeys", &new));
}

#[test]
fn an_answer_is_for_the_page_of_the_desk_alone() {
    let (world, ada) = World::with_administrator();
    let ada = by_name(ada);
    let mut phone = a_device_of(&ada);
    add(&ada, &mut phone, &by_password());
    let ours = phone.origin.clone();
    for origin in [
        "http://localhost:1",
        "https://localhost",
        "http://desk.evil.example",
        "http://sub.localhost",
    ] {
        phone.origin = origin.to_owned();
        let refused = try_to_sign_in(&by_name(world.browser()), &mut phone);
        assert_eq!(refused.refuses(401), "desk-passkey-wrong", "{origin}");
        world.pass(16 * MINUTE);
    }
    let mut ada = by_name(world.browser());
    ada.sign_in("ada", PASSWORD);
    let mut other = Device::new("http://localhost:1");
    let refused = try_to_add(&ada, &mut other, &by_password());
    assert_eq!(refused.refuses(422), "desk-passkey-unfit");
    phone.origin = ours;
    sign_in(&mut ada, &mut phone);
    // Nor is there any by an address.
    let by_address = world.browser();
    let asked = by_address.post("/api/session/passkey/question", &json!({}));
    assert_eq!(asked.refuses(409), "desk-passkey-place");
}

#[test]
fn a_person_shows_that_the_passkey_is_theirs() {
    let (world, ada) = World::with_administrator();
    let ada = by_name(ada);
    let mut phone = a_device_of(&ada);
    phone.verifies = false;
    let refused = try_to_add(&ada, &mut phone, &by_password());
    assert_eq!(refused.refuses(422), "desk-passkey-unfit");
    phone.verifies = true;
    add(&ada, &mut phone, &by_password());
    phone.verifies = false;
    let refused = try_to_sign_in(&by_name(world.browser()), &mut phone);
    assert_eq!(refused.refuses(401), "desk-passkey-wrong");
    phone.verifies = true;
    sign_in(&mut by_name(world.browser()), &mut phone);
}

#[test]
fn a_counter_that_goes_back_is_refused_and_stands_in_the_log() {
    let (world, ada) = World::with_administrator();
    let ada = by_name(ada);
    let mut phone = a_device_of(&ada);
    add(&ada, &mut phone, &by_password());
    phone.count(40);
    sign_in(&mut by_name(world.browser()), &mut phone);
    phone.count(20);
    let refused = try_to_sign_in(&by_name(world.browser()), &mut phone);
    assert_eq!(refused.refuses(401), "desk-passkey-counter");
    let log = ada.get("/api/audit?limit=200").is(200);
    let mut log = log.as_array().unwrap().iter();
    let copied = log.find(|it| it["action"] == "passkey-copied").unwrap();
    assert_eq!(
        copied["account"],
        ada.get("/api/session").is(200)["account"]["id"]
    );
    phone.count(50);
    sign_in(&mut by_name(world.browser()), &mut phone);
}

#[test]
fn answers_that_prove_nothing_count_as_wrong_passwords() {
    let (world, ada) = World::with_administrator();
    let ada = by_name(ada);
    let mut phone = a_device_of(&ada);
    add(&ada, &mut phone, &by_password());
    let stranger = by_name(world.browser());
    for _ in 0..5 {
        let mut forged = answer(&stranger, "/api/session/passkey/question", &mut phone);
        let other = answer(&stranger, "/api/session/passkey/question", &mut phone);
        forged["credential"]["response"]["signature"] = other["credential"]["response"]["signature"].clone();
        let refused = stranger.post("/api/session/passkey", &forged);
        assert_eq!(refused.refuses(401), "desk-passkey-wrong");
    }
    assert_eq!(stranger.try_sign_in("ada", PASSWORD).refuses(429), "desk-locked");
    assert_eq!(try_to_sign_in(&stranger, &mut phone).refuses(429), "desk-locked");
}

#[test]
fn where_a_passkey_is_required_a_password_alone_opens_nothing() {
    let (mut world, ada) = World::with_administrator();
    let mut ada = by_name(ada);
    let ben = by_name(world.member(&ada, "ben", "clinician"));
    let (required, optional) = (json!({ "passkey": "required" }), json!({ "passkey": "optional" }));
    let rules = "/api/staff/passkeys";
    assert_eq!(
        ben.send("PUT", rules, &required).refuses(403),
        "desk-not-for-role"
    );
    // Somebody has to be left who can give passwords anew.
    assert_eq!(
        ada.send("PUT", rules, &required).refuses(409),
        "desk-passkey-own-first"
    );
    let mut phone = a_device_of(&ada);
    let only = add(&ada, &mut phone, &by_password());
    let mut by_password_alone = by_name(world.browser());
    by_password_alone.sign_in("ada", PASSWORD);
    let all = ada.send("PUT", rules, &required).is(200);
    assert_eq!(
        (&all["passkey"], &all["accounts"][0]["passkeys"]),
        (&json!("required"), &json!(1))
    );

    // Who has one signs in with it from now on, and whoever is signed in without one makes it first.
    assert_eq!(by_password_alone.get("/api/session").refuses(401), "desk-sign-in");
    let refused = by_password_alone.try_sign_in("ada", PASSWORD);
    assert_eq!(refused.refuses(403), "desk-passkey-required");
    assert_eq!(ben.get("/api/session").is(200)["must_add_passkey"], true);
    assert_eq!(ben.get("/api/charts").refuses(403), "desk-add-passkey");
    let mut bens = a_device_of(&ben);
    add(&ben, &mut bens, &by_password());
    ben.get("/api/charts").is(200);
    let refused = ada.post(&path_of(&only), &json!({ "proof": by_password() }));
    assert_eq!(refused.refuses(409), "desk-passkey-last");

    // The lost one: an administrator takes it back, and gives a password that is good for one new passkey.
    let id = ben.get("/api/session").is(200)["account"]["id"]
        .as_str()
        .unwrap()
        .to_owned();
    ada.delete(&format!("/api/staff/{id}/passkeys")).is(204);
    assert_eq!(ben.get("/api/charts").refuses(401), "desk-sign-in");
    let mut ben = by_name(world.browser());
    assert_eq!(
        ben.try_sign_in("ben", PASSWORD).refuses(403),
        "desk-passkey-required"
    );
    assert_eq!(try_to_sign_in(&ben, &mut bens).refuses(401), "desk-passkey-wrong");
    let first = "the second first password";
    ada.send(
        "PATCH",
        &format!("/api/staff/{id}"),
        &json!({ "password": first }),
    )
    .is(200);
    ben.sign_in("ben", first);
    assert_eq!(
        ben.post("/api/passkeys/question", &json!({})).refuses(403),
        "desk-change-password"
    );
    let changed = ben.post("/api/session/password", &json!({ "old": first, "new": PASSWORD }));
    ben.keep(&changed);
    assert_eq!(ben.get("/api/charts").refuses(403), "desk-add-passkey");
    add(&ben, &mut bens, &by_password());
    ben.get("/api/charts").is(200);
    assert_eq!(
        ben.try_sign_in("ben", PASSWORD).refuses(403),
        "desk-passkey-required"
    );

    // Who runs the program can end it, and the log says so.
    world.stop();
    world.passkeys_optional = true;
    world.start();
    ada.url = by_name(world.browser()).url;
    ada.sign_in("ada", PASSWORD);
    assert_eq!(ada.get(rules).is(200)["passkey"], "optional");
    let log = ada.get("/api/audit?limit=200").is(200);
    let counted = ["passkeys-required", "passkeys-optional", "passkeys-taken-back"].map(|it| count(&log, it));
    assert_eq!(counted, [1, 1, 1]);
    ada.send("PUT", rules, &optional).is(200);
}

#[test]
fn an_account_has_ten_at_most() {
    let (_world, ada) = World::with_administrator();
    let ada = by_name(ada);
    let mut first = a_device_of(&ada);
    add(&ada, &mut first, &by_password());
    for _ in 1..10 {
        let proof = by_passkey(&ada, &mut first);
        add(&ada, &mut a_device_of(&ada), &proof);
    }
    let proof = by_passkey(&ada, &mut first);
    let refused = try_to_add(&ada, &mut a_device_of(&ada), &proof);
    assert_eq!(refused.refuses(409), "desk-passkey-many");
}

#[test]
fn another_person_stands_by_an_emergency_with_their_passkey() {
    let (world, ada) = World::with_administrator();
    let clinician = by_name(world.member(&ada, "cleo", "clinician"));
    let front = by_name(world.member(&ada, "fay", "front-desk"));
    let [mut cleos, mut fays] = [&clinician, &front].map(a_device_of);
    add(&clinician, &mut cleos, &by_password());
    add(&front, &mut fays, &by_password());
    let mut phone = Phone::new(&world, "phone");
    let code = emergency(&mut phone);
    let with = |second: &Value| json!({ "code": code, "reason": "found unconscious", "second": second });
    let own = by_passkey(&clinician, &mut cleos);
    assert_eq!(
        clinician.post("/api/scan", &with(&own)).refuses(403),
        "desk-second-unfit"
    );
    let theirs = by_passkey(&clinician, &mut fays);
    let given = phone.meets(true, || clinician.post("/api/scan", &with(&theirs)), &clinician);
    assert_eq!(given["state"], "given", "{given}");

    let mut ada = by_name(ada);
    let mut adas = a_device_of(&ada);
    add(&ada, &mut adas, &by_password());
    sign_in(&mut ada, &mut adas);
    ada.send("PUT", "/api/staff/passkeys", &json!({ "passkey": "required" }))
        .is(200);
    let by_word = json!({ "login": "fay", "password": PASSWORD });
    let refused = clinician.post("/api/scan", &with(&by_word));
    assert_eq!(refused.refuses(403), "desk-passkey-required");
}

#[test]
fn a_store_of_before_passkeys_is_read() {
    let (mut world, ada) = World::with_administrator();
    world.member(&ada, "ben", "clinician");
    world.stop();
    let database = rusqlite::Connection::open(world.data().join("desk.sqlite")).unwrap();
    database
        .execute_batch(
            "DROP TABLE message; DROP TABLE inbox; DROP TABLE visit_file; DROP TABLE host; DROP TABLE passkey; DROP TABLE rules;
            ALTER TABLE session DROP COLUMN by_passkey; PRAGMA user_version = 5",
        )
        .unwrap();
    drop(database);
    world.start();
    let mut ben = by_name(world.browser());
    ben.sign_in("ben", PASSWORD);
    add(&ben, &mut a_device_of(&ben), &by_password());
}
