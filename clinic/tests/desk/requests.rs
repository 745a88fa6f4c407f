//! Requests that are not what they should be.

use crate::world::{PASSWORD, World};
use serde_json::{Value, json};

#[test]
fn pages_of_elsewhere_are_refused() {
    let (_world, ada) = World::with_administrator();
    let rebound = ada.ask("GET", "/api/session", &[("host", "evil.example")], &[]);
    assert_eq!(rebound.refuses(421), "desk-host");
    let other = ada.ask(
        "DELETE",
        "/api/session",
        &[("origin", "https://evil.example")],
        &[],
    );
    assert_eq!(other.refuses(403), "desk-origin");
    ada.ask("GET", "/api/session", &[("origin", &ada.url)], &[])
        .is(200);
}

#[test]
fn behind_a_proxy_each_caller_is_counted_alone_and_the_rest_is_as_over_https() {
    let name = "desk.lakeside.example";
    let question = |world: &World, from: &str| {
        let origin = format!("https://{name}");
        let headers = [("host", name), ("origin", &origin), ("x-forwarded-for", from)];
        let path = "/api/session/passkey/question";
        world.browser().ask("POST", path, &headers, b"{}")
    };
    let proxied = World::behind_proxy(name);
    // More than one address may ask for in a minute; what a caller wrote there itself stands before what the proxy wrote.
    for n in 0..60 {
        let got = question(&proxied, &format!("198.51.100.7, 192.0.2.{n}")).is(200);
        assert_eq!(got["options"]["rpId"], name);
    }
    let sixty = (0..60).map(|_| question(&proxied, "203.0.113.9"));
    assert!(sixty.map(|it| it.status).any(|it| it == 429));
    let got = question(&proxied, "192.0.2.200");
    let mut headers = got.headers.iter();
    let always = headers.find(|(name, _)| name == "strict-transport-security");
    assert_eq!(always.unwrap().1, "max-age=31536000; includeSubDomains");

    // Who is not behind one is not believed: all of these are one caller.
    let direct = World::new();
    let from = |n| format!("192.0.2.{n}");
    let headers = |from: &str| {
        direct.browser().ask(
            "POST",
            "/api/session/passkey/question",
            &[("x-forwarded-for", from)],
            b"{}",
        )
    };
    let sixty = (0..60).map(|n| headers(&from(n)));
    assert!(sixty.map(|it| it.status).any(|it| it == 429));
}

#[test]
fn each_is_refused_in_words() {
    let (world, ada) = World::with_administrator();
    let desk = world.member(&ada, "fay", "front-desk");
    let json = [("content-type", "application/json")];
    assert_eq!(ada.get("/nowhere").refuses(404), "desk-not-here");
    assert_eq!(
        ada.ask("PUT", "/api/staff", &json, b"{}").refuses(405),
        "desk-wrong-method"
    );
    assert_eq!(
        ada.ask("POST", "/api/staff", &json, b"{").refuses(400),
        "desk-malformed"
    );
    assert_eq!(
        ada.post("/api/staff", &json!({ "unknown": 1 })).refuses(400),
        "desk-malformed"
    );
    assert_eq!(
        ada.ask("POST", "/api/staff", &[("content-type", "text/plain")], b"{}")
            .refuses(415),
        "desk-type"
    );
    let long = json!({ "login": "x".repeat(70_000) }).to_string();
    assert_eq!(
        ada.ask("POST", "/api/staff", &json, long.as_bytes()).refuses(413),
        "desk-too-long"
    );
    assert_eq!(ada.get("/api/audit?limit=201").refuses(400), "desk-malformed");
    assert_eq!(
        ada.send("PATCH", "/api/staff/x", &json!({})).refuses(404),
        "desk-not-here"
    );
    let unknown = format!("/api/staff/{}", "0".repeat(32));
    assert_eq!(
        ada.send("PATCH", &unknown, &json!({})).refuses(404),
        "desk-account-unknown"
    );
    let twice = json!({ "login": "FAY", "name": "Fay", "role": "clinician", "password": PASSWORD });
    assert_eq!(ada.post("/api/staff", &twice).refuses(409), "desk-login-taken");
    let nameless = json!({ "login": "gil", "name": " ", "role": "clinician", "password": PASSWORD });
    assert_eq!(ada.post("/api/staff", &nameless).refuses(422), "desk-name-bad");
    let chart = format!("/api/charts/{}", "0".repeat(32));
    assert_eq!(desk.get(&chart).refuses(404), "desk-no-chart");
    assert_eq!(
        desk.get(&format!("{chart}/sections/nothing")).refuses(404),
        "desk-not-here"
    );
    assert_eq!(
        desk.get(&format!("/api/scan/{}", "0".repeat(32))).refuses(404),
        "desk-not-here"
    );
    assert_eq!(
        desk.ask("POST", "/api/scan", &[("content-type", "text/plain")], b"x")
            .refuses(415),
        "desk-type"
    );
}

#[test]
fn a_code_is_named_where_a_table_names_it() {
    let (world, ada) = World::with_administrator();
    let desk = world.member(&ada, "cleo", "clinician");
    let named = |system: &str, code: &str| {
        let path = format!("/api/codes?system={system}&code={code}");
        desk.get(&path).is(200)["name"].clone()
    };
    assert_eq!(named("http://loinc.org", "29463-7"), "Body weight");
    assert_eq!(named("http://loinc.org", "no+code"), Value::Null);
    assert_eq!(named("http://snomed.info/sct", "29463-7"), Value::Null);
    let nobody = world.browser().get("/api/codes?system=a&code=b");
    assert_eq!(nobody.refuses(401), "desk-sign-in");
}

#[test]
fn a_frame_without_a_code_begins_nothing() {
    let (world, ada) = World::with_administrator();
    let desk = world.member(&ada, "fay", "front-desk");
    assert_eq!(
        desk.post("/api/scan", &json!({ "code": "https://example.org" }))
            .is(200)["found"],
        "nothing"
    );
    let octets = [("content-type", "application/octet-stream")];
    let frame = desk.ask("POST", "/api/scan?width=32&height=32", &octets, &[200; 32 * 32]);
    assert_eq!(frame.is(200)["found"], "nothing");
    assert_eq!(
        desk.ask("POST", "/api/scan", &octets, &[0; 4]).refuses(400),
        "desk-malformed"
    );
    let broken = desk.ask(
        "POST",
        "/api/scan",
        &[("content-type", "image/png")],
        b"no picture",
    );
    assert_eq!(broken.is(200)["found"], "nothing");
}

#[test]
fn the_pages_are_part_of_the_program() {
    let (world, _ada) = World::with_administrator();
    let browser = world.browser();
    for (path, media) in [
        ("/", "text/html"),
        ("/desk.js", "text/javascript"),
        ("/desk.css", "text/css"),
        ("/es.js", "text/javascript"),
        ("/reconcile.js", "text/javascript"),
        ("/ar.js", "text/javascript"),
    ] {
        let got = browser.get(path);
        assert_eq!((got.status, got.body.is_empty()), (200, false), "{path}");
        assert!(got.header("content-type").unwrap().starts_with(media), "{path}");
        assert_eq!(got.header("cache-control"), Some("no-store"), "{path}");
        let policy = got.header("content-security-policy").unwrap();
        for rule in [
            "default-src 'none'",
            "script-src 'self'",
            "frame-ancestors 'none'",
            "trusted-types 'none'",
        ] {
            assert!(policy.contains(rule), "{path}: {policy}");
        }
        for name in ["cross-origin-opener-policy", "cross-origin-resource-policy"] {
            assert_eq!(got.header(name), Some("same-origin"), "{path}");
        }
    }
    assert_eq!(browser.get("/desk.html").refuses(404), "desk-not-here");
}

#[test]
fn a_page_learns_whose_desk_it_is_and_whether_it_is_new() {
    let world = World::new();
    let browser = world.browser();
    let new = json!({ "clinic": "Lakeside Clinic", "is_new": true, "is_own": false });
    assert_eq!(browser.get("/api/setup").is(200), new);
    let with = json!({ "secret": world.setup, "login": "ada", "name": "Ada", "password": PASSWORD });
    browser.post("/api/setup", &with).is(201);
    assert_eq!(browser.get("/api/setup").is(200)["is_new"], false);
}

#[test]
fn a_refusal_has_its_counts_apart() {
    let world = World::new();
    let browser = world.browser();
    let wrong = || browser.try_sign_in("nobody", "not the password");
    for _ in 0..5 {
        wrong().is(401);
    }
    let locked = wrong().is(429);
    assert_eq!(locked["error"]["counts"], json!({ "minutes": 15 }));
    assert_eq!(browser.get("/nowhere").is(404)["error"]["counts"], json!({}));
}

#[test]
fn the_interface_describes_all_of_itself() {
    let world = World::new();
    let document = world.browser().get("/api/openapi.json").is(200);
    let paths = document["paths"].as_object().unwrap();
    for path in [
        "/api/setup",
        "/api/session",
        "/api/session/password",
        "/api/staff",
        "/api/staff/{id}",
        "/api/audit",
        "/api/audit/check",
        "/api/audit/fhir",
        "/api/scan",
        "/api/scan/{id}",
        "/api/charts",
        "/api/charts/{id}",
        "/api/charts/{id}/sections/{section}",
        "/api/receipts",
    ] {
        assert!(paths.contains_key(path), "{path}");
    }
    // Each operation has a name of its own, and each reference leads somewhere.
    let operations = paths.values().flat_map(|it| it.as_object().unwrap().values());
    let mut names: Vec<&str> = operations.map(|it| it["operationId"].as_str().unwrap()).collect();
    let all = names.len();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), all, "{names:?}");
    let text = document.to_string();
    let references = text.split("\"#").skip(1).map(|it| it.split('"').next().unwrap());
    for reference in references {
        assert!(document.pointer(reference).is_some(), "{reference}");
    }
    assert_eq!(world.browser().get("/healthz").body, b"ok\n");
}
