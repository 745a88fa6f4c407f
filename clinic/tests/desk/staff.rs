//! Accounts, passwords, sessions, roles, and the log of them.

use crate::world::{PASSWORD, World};
use serde_json::{Value, json};
use std::time::Duration;

const MINUTE: Duration = Duration::from_secs(60);

fn actions(log: &Value) -> Vec<&str> {
    log.as_array()
        .unwrap()
        .iter()
        .map(|it| it["action"].as_str().unwrap())
        .collect()
}

#[test]
fn the_secret_of_the_start_makes_one_administrator() {
    let mut world = World::new();
    let with = |secret: &str| json!({ "secret": secret, "login": "ada", "name": "Ada Lovelace", "password": PASSWORD });
    let first = world.setup.clone().unwrap();
    assert_eq!(
        world
            .browser()
            .post("/api/setup", &with(&"0".repeat(32)))
            .refuses(401),
        "desk-wrong-secret"
    );
    world.stop();
    world.start();
    // Each start shows another one, and those before are worth nothing.
    assert_eq!(
        world.browser().post("/api/setup", &with(&first)).refuses(401),
        "desk-wrong-secret"
    );
    let second = world.setup.clone().unwrap();
    world.browser().post("/api/setup", &with(&second)).is(201);
    assert_eq!(
        world.browser().post("/api/setup", &with(&second)).refuses(401),
        "desk-wrong-secret"
    );
    world.stop();
    world.start();
    assert_eq!(world.setup, None);
    world.browser().sign_in("ada", PASSWORD);
    assert!(
        !world.holds("Lovelace") && !world.holds(PASSWORD),
        "the store is sealed"
    );
}

#[test]
fn without_a_session_nothing_is_answered() {
    let (world, ada) = World::with_administrator();
    let stranger = world.browser();
    for path in [
        "/api/session",
        "/api/staff",
        "/api/audit",
        "/api/audit/check",
        "/api/charts",
        "/api/receipts",
    ] {
        assert_eq!(stranger.get(path).refuses(401), "desk-sign-in", "{path}");
    }
    assert_eq!(
        stranger.post("/api/scan", &json!({ "code": "x" })).refuses(401),
        "desk-sign-in"
    );
    let mut forged = stranger.clone();
    forged.cookie = format!("desk={}", "A".repeat(43));
    assert_eq!(forged.get("/api/session").refuses(401), "desk-sign-in");
    ada.get("/api/session").is(200);
    ada.delete("/api/session").is(204);
    assert_eq!(ada.get("/api/session").refuses(401), "desk-sign-in");
}

#[test]
fn a_change_needs_what_only_a_page_of_the_desk_knows() {
    let (_world, mut ada) = World::with_administrator();
    let with = json!({ "login": "ben", "name": "Ben", "role": "clinician", "password": PASSWORD });
    let right = std::mem::take(&mut ada.csrf);
    assert_eq!(ada.post("/api/staff", &with).refuses(403), "desk-forged");
    ada.csrf = right.chars().rev().collect();
    assert_eq!(ada.post("/api/staff", &with).refuses(403), "desk-forged");
    ada.csrf = right;
    ada.post("/api/staff", &with).is(201);
}

#[test]
fn a_cookie_is_for_this_site_and_no_script() {
    let (world, _) = World::with_administrator();
    let got = world.browser().try_sign_in("ada", PASSWORD);
    let cookie = got.header("set-cookie").unwrap();
    for part in ["; Path=/", "; HttpOnly", "; SameSite=Strict"] {
        assert!(cookie.contains(part), "{cookie}");
    }
    assert!(
        !world.holds(cookie.split(['=', ';']).nth(1).unwrap()),
        "kept as a hash alone"
    );
    assert_eq!(got.header("cache-control"), Some("no-store"));
    assert!(
        got.header("content-security-policy")
            .unwrap()
            .starts_with("default-src 'none'")
    );
}

#[test]
fn wrong_guesses_lock_a_name_whether_or_not_anybody_has_it() {
    let (world, _) = World::with_administrator();
    for login in ["ada", "nobody"] {
        for _ in 0..5 {
            assert_eq!(
                world
                    .browser()
                    .try_sign_in(login, "a wrong password")
                    .refuses(401),
                "desk-wrong-password"
            );
        }
        // The right one is not looked at any more.
        let locked = world.browser().try_sign_in(login, PASSWORD);
        assert_eq!(locked.refuses(429), "desk-locked");
        assert!(locked.header("retry-after").is_some());
    }
    world.pass(16 * MINUTE);
    world.browser().sign_in("ada", PASSWORD);
    assert_eq!(
        world.browser().try_sign_in("nobody", PASSWORD).refuses(401),
        "desk-wrong-password"
    );
}

#[test]
fn who_does_nothing_is_signed_out_and_who_works_all_day_too() {
    let (world, mut ada) = World::with_administrator();
    world.pass(14 * MINUTE);
    ada.get("/api/session").is(200);
    world.pass(14 * MINUTE);
    ada.get("/api/session").is(200);
    world.pass(15 * MINUTE);
    assert_eq!(ada.get("/api/session").refuses(401), "desk-sign-in");
    // A clock that is set back brings no session back.
    world.set_back(60 * MINUTE);
    assert_eq!(ada.get("/api/session").refuses(401), "desk-sign-in");
    world.pass(60 * MINUTE);
    ada.sign_in("ada", PASSWORD);
    for _ in 0..71 {
        world.pass(10 * MINUTE);
        ada.get("/api/session").is(200);
    }
    world.pass(10 * MINUTE);
    assert_eq!(ada.get("/api/session").refuses(401), "desk-sign-in");
}

#[test]
fn a_password_that_somebody_else_chose_has_to_be_changed() {
    let (world, ada) = World::with_administrator();
    let with =
        json!({ "login": "Ben", "name": "Ben", "role": "clinician", "password": "the first password" });
    ada.post("/api/staff", &with).is(201);
    let mut ben = world.browser();
    ben.sign_in("ben", "the first password");
    assert_eq!(ben.get("/api/charts").refuses(403), "desk-change-password");
    let change = |new: &str| json!({ "old": "the first password", "new": new });
    assert_eq!(
        ben.post("/api/session/password", &change("short")).refuses(422),
        "desk-password-bad"
    );
    let wrong = json!({ "old": "not the first one", "new": PASSWORD });
    assert_eq!(
        ben.post("/api/session/password", &wrong).refuses(401),
        "desk-wrong-password"
    );
    let other = {
        let mut other = world.browser();
        other.sign_in("BEN", "the first password");
        other
    };
    ben.post("/api/session/password", &change(PASSWORD)).is(200);
    assert_eq!(other.get("/api/session").refuses(401), "desk-sign-in");
    ben.sign_in("ben", PASSWORD);
    ben.get("/api/charts").is(200);
}

#[test]
fn a_disabled_account_is_signed_out_at_once() {
    let (world, ada) = World::with_administrator();
    let ben = world.member(&ada, "ben", "clinician");
    let id = ben.get("/api/session").is(200)["account"]["id"]
        .as_str()
        .unwrap()
        .to_owned();
    let path = format!("/api/staff/{id}");
    ada.send("PATCH", &path, &json!({ "disabled": true })).is(200);
    assert_eq!(ben.get("/api/charts").refuses(401), "desk-sign-in");
    assert_eq!(
        world.browser().try_sign_in("ben", PASSWORD).refuses(401),
        "desk-wrong-password"
    );
    ada.send(
        "PATCH",
        &path,
        &json!({ "disabled": false, "role": "front-desk" }),
    )
    .is(200);
    let mut ben = ben;
    ben.sign_in("ben", PASSWORD);
    assert_eq!(ben.get("/api/session").is(200)["account"]["role"], "front-desk");
    let ada_id = ada.get("/api/session").is(200)["account"]["id"]
        .as_str()
        .unwrap()
        .to_owned();
    let last = ada.send(
        "PATCH",
        &format!("/api/staff/{ada_id}"),
        &json!({ "disabled": true }),
    );
    assert_eq!(last.refuses(409), "desk-last-administrator");
    ada.get("/api/session").is(200);
}

#[test]
fn each_role_does_its_own() {
    let (world, ada) = World::with_administrator();
    for role in ["front-desk", "clinician"] {
        let member = world.member(&ada, role, role);
        for path in ["/api/staff", "/api/audit", "/api/audit/check", "/api/audit/fhir"] {
            assert_eq!(
                member.get(path).refuses(403),
                "desk-not-for-role",
                "{role} {path}"
            );
        }
        let with = json!({ "login": "eve", "name": "Eve", "role": "administrator", "password": PASSWORD });
        assert_eq!(member.post("/api/staff", &with).refuses(403), "desk-not-for-role");
        assert_eq!(member.get("/api/charts").is(200), json!([]));
    }
    assert_eq!(ada.get("/api/charts").refuses(403), "desk-not-for-role");
    assert_eq!(ada.get("/api/receipts").refuses(403), "desk-not-for-role");
    // That they asked stands in the log.
    let log = ada.get("/api/audit?limit=200").is(200);
    let refused = |login: &str| {
        let all = log.as_array().unwrap().iter();
        all.filter(|it| it["action"] == "refused" && it["who"]["login"] == login)
            .count()
    };
    assert_eq!(
        [refused("front-desk"), refused("clinician"), refused("ada")],
        [5, 5, 2]
    );
}

#[test]
fn the_log_tells_all_of_it_and_shows_what_was_taken_out() {
    let (mut world, ada) = World::with_administrator();
    world
        .browser()
        .try_sign_in("ada", "a wrong password")
        .refuses(401);
    let ben = world.member(&ada, "ben", "clinician");
    ben.get("/api/charts").is(200);
    ada.get("/api/charts").refuses(403);
    let log = ada.get("/api/audit?limit=200").is(200);
    let seen = actions(&log);
    for action in [
        "started",
        "account-made",
        "signed-in",
        "sign-in-refused",
        "password-changed",
        "charts-listed",
        "refused",
        "audit-read",
    ] {
        assert!(seen.contains(&action), "{action}: {seen:?}");
    }
    let listed = log
        .as_array()
        .unwrap()
        .iter()
        .find(|it| it["action"] == "charts-listed")
        .unwrap();
    assert_eq!(
        (&listed["who"]["login"], &listed["who"]["role"]),
        (&json!("ben"), &json!("clinician"))
    );
    let check = ada.get("/api/audit/check").is(200);
    assert_eq!(
        (&check["whole"], &check["events"]),
        (&json!(true), &log[0]["number"])
    );

    let fhir = ada.get("/api/audit/fhir");
    assert_eq!(fhir.header("content-type"), Some("application/fhir+ndjson"));
    let lines = String::from_utf8(fhir.body).unwrap();
    for line in lines.lines() {
        let event: Value = serde_json::from_str(line).unwrap();
        assert_eq!(event["resourceType"], "AuditEvent");
        for part in ["type", "recorded", "agent", "source"] {
            assert!(!event[part].is_null(), "{event}");
        }
    }
    assert!(lines.contains("\"ben\""));

    world.stop();
    let database = rusqlite::Connection::open(world.data().join("desk.sqlite")).unwrap();
    database
        .execute("DELETE FROM event WHERE number = 2", [])
        .unwrap();
    drop(database);
    world.start();
    let mut ada = world.browser();
    ada.sign_in("ada", PASSWORD);
    let check = ada.get("/api/audit/check").is(200);
    assert_eq!((&check["whole"], &check["broken_at"]), (&json!(false), &json!(3)));
}
