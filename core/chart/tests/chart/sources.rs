//! A hospital's server that does as it should, and one that does not.

use crate::given::{Scratch, chart};
use crate::hospital::{Asked, Hospital, Reply, browse, condition};
use pocketchart::{
    Chart, ClientProof, ConnectError, ImportError, ListOptions, NewSource, PullError, PullReport, Section,
    SmartError, SourceClient, SourceId, Trouble, Web,
};
use serde_json::json;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

const REDIRECT: &str = "org.example.pocketchart:/callback";

struct Phone {
    _scratch: Scratch,
    chart: Chart,
    web: Web,
}

fn phone() -> Phone {
    let (chart, scratch) = chart();
    Phone {
        _scratch: scratch,
        chart,
        web: Web::new(),
    }
}

fn client() -> SourceClient {
    SourceClient {
        id: "app".into(),
        proof: ClientProof::None,
    }
}

impl Phone {
    fn new_source(&self, hospital: &Hospital) -> NewSource {
        NewSource {
            name: "General".into(),
            base: hospital.base(),
            ..NewSource::default()
        }
    }

    fn connect(&mut self, hospital: &Hospital) -> Result<SourceId, ConnectError> {
        self.connect_by(hospital, |location| location)
    }

    fn connect_by(
        &mut self,
        hospital: &Hospital,
        on_the_way: impl FnOnce(String) -> String,
    ) -> Result<SourceId, ConnectError> {
        let new = self.new_source(hospital);
        let request = self.chart.begin_source(&self.web, new, client(), &[], REDIRECT)?;
        let (_, location) = browse(&request.url());
        self.chart
            .finish_source(&self.web, request, &on_the_way(location.unwrap()))
    }

    fn refused(&mut self, hospital: &Hospital) -> &'static str {
        let error = self.connect(hospital).unwrap_err();
        assert!(self.chart.sources().unwrap().is_empty());
        error.id()
    }

    fn pull(&mut self, id: SourceId) -> Result<PullReport, PullError> {
        self.chart.pull_source(&self.web, id, false, &mut |_| ())
    }

    fn count(&self, section: Section) -> usize {
        let all = ListOptions {
            limit: usize::MAX,
            include_past: true,
            ..ListOptions::default()
        };
        self.chart.list(section, &all).unwrap().items.len()
    }
}

fn trouble(report: &PullReport, name: &str) -> Option<Trouble> {
    let search = report.searches.iter().find(|it| it.name == name);
    search
        .unwrap_or_else(|| panic!("no {name} in {report:?}"))
        .trouble
}

fn bundle(link: &str, entries: &str) -> Reply {
    Reply::text(
        200,
        &format!(
            r#"{{"resourceType":"Bundle","type":"searchset","link":[{{"relation":"next","url":"{link}"}}],"entry":[{entries}]}}"#
        ),
    )
}

#[test]
fn a_hospital_is_connected_pulled_and_pulled_again() {
    let (hospital, mut phone) = (Hospital::new(), phone());
    hospital.conditions(25);
    let id = phone.connect(&hospital).unwrap();
    let view = &phone.chart.sources().unwrap()[0];
    assert_eq!(
        (view.patient.as_str(), view.missing.len(), view.stays),
        ("7", 0, true)
    );

    let report = phone.pull(id).unwrap();
    assert_eq!((report.total.new, report.total.held), (26, 0));
    assert_eq!(phone.count(Section::Problems), 25);
    assert!(
        report.searches.iter().all(|it| it.trouble.is_none()),
        "{report:?}"
    );
    // Byte for byte, under the server's own names.
    let sent = condition(3, "7").into_bytes();
    let problems = phone.chart.list(
        Section::Problems,
        &ListOptions {
            limit: 100,
            ..ListOptions::default()
        },
    );
    let bodies: Vec<Vec<u8>> = problems
        .unwrap()
        .items
        .iter()
        .map(|item| phone.chart.record().row(&item.id).unwrap().unwrap())
        .map(|row| phone.chart.record().body(&row).unwrap().unwrap())
        .collect();
    assert!(bodies.contains(&sent));

    // All pages are one import, and the second pull asks for news only.
    assert_eq!(phone.chart.imports().unwrap().len(), 1);
    hospital.put_at(
        "Condition",
        "late",
        "2026-11-27T10:00:00Z",
        &condition(99, "7").replace("c99", "late"),
    );
    let again = phone.pull(id).unwrap();
    assert_eq!((again.total.new, again.total.updated), (1, 0));
    let asked = hospital.asked("/Condition?patient=Patient/7");
    assert_eq!(asked.len(), 2);
    assert_eq!(asked[0].query("_lastUpdated"), None);
    assert_eq!(
        asked[1].query("_lastUpdated").as_deref(),
        Some("ge2026-11-27T09:55:00Z")
    );
    assert!(asked.iter().all(|it| it.headers["cache-control"] == "no-cache"));
    let third = phone.pull(id).unwrap();
    assert_eq!(
        (third.total.new, third.total.updated, third.total.held),
        (0, 0, 2)
    );
    assert_eq!(phone.chart.imports().unwrap().len(), 2);

    assert_eq!(phone.chart.remove_source(&phone.web, id).unwrap(), Some(true));
    assert_eq!(hospital.get(|it| it.revoked.clone()), ["r1", "a1"]);
    assert!(phone.chart.sources().unwrap().is_empty());
    assert_eq!(phone.count(Section::Problems), 26);
}

#[test]
fn a_redirect_that_is_not_of_this_sign_in_gets_no_token() {
    let (hospital, mut phone) = (Hospital::new(), phone());
    let no_token = |phone: &mut Phone, change: fn(String) -> String, expected: &SmartError| {
        let error = phone.connect_by(&hospital, change).unwrap_err();
        assert!(
            matches!(&error, ConnectError::Smart(it) if it == expected),
            "{error:?}"
        );
        assert!(!hospital.get(|it| it.asked.iter().any(|it| it.path.starts_with("/token"))));
    };
    no_token(
        &mut phone,
        |it| it.replace("state=", "state=A"),
        &SmartError::OtherSignIn,
    );
    no_token(
        &mut phone,
        |it| it.replace("iss=http", "iss=https"),
        &SmartError::OtherIssuer,
    );
    let denied = SmartError::Denied("access_denied".into());
    no_token(
        &mut phone,
        |it| it.replace("code=once", "error=access_denied"),
        &denied,
    );
    assert!(
        phone.connect(&hospital).is_ok(),
        "the control: nothing changed on the way"
    );
}

#[test]
fn a_sign_in_that_grants_nothing_or_says_nothing_is_refused() {
    let (hospital, mut phone) = (Hospital::new(), phone());
    hospital.set(|it| it.scope = "openid".into());
    assert_eq!(phone.refused(&hospital), "source-nothing-granted");
    assert_eq!(
        hospital.get(|it| it.revoked.len()),
        2,
        "tokens that nobody uses are given back"
    );
    hospital.set(|it| it.scope = "patient/Condition.rs".into());
    hospital.instead(|asked| {
        let long = format!(
            r#"{{"access_token":"{}","token_type":"Bearer"}}"#,
            "x".repeat(70_000)
        );
        asked.path.starts_with("/token").then(|| Reply::text(200, &long))
    });
    assert_eq!(phone.refused(&hospital), "source-not-fhir");
    hospital.set(|it| it.instead = None);
    hospital.set(|it| it.configuration = json!({ "code_challenge_methods_supported": ["plain"] }));
    assert_eq!(phone.refused(&hospital), "source-no-pkce");
    hospital.set(|it| it.configuration = json!({ "token_endpoint": "http://192.0.2.1/token" }));
    assert_eq!(phone.refused(&hospital), "source-unsafe-address");
    hospital.set(|it| it.configuration = json!({ "token_endpoint": null }));
    assert_eq!(phone.refused(&hospital), "source-not-fhir");
    hospital.set(|it| it.configuration = json!({}));
    let id = phone.connect(&hospital).unwrap();
    let view = &phone.chart.sources().unwrap()[0];
    assert_eq!(view.granted, "patient/Condition.rs");
    assert!(
        view.missing.iter().any(|it| it == "patient/*.read"),
        "{:?}",
        view.missing
    );
    // Only what was granted is asked for.
    phone.pull(id).unwrap();
    assert!(hospital.asked("/Observation").is_empty());
}

#[test]
fn the_patient_is_found_or_asked_for() {
    let (hospital, mut phone) = (Hospital::new(), phone());
    hospital.set(|it| it.token = json!({ "patient": null }));
    phone.connect(&hospital).unwrap();
    assert_eq!(hospital.asked("/Patient?_count=2").len(), 1);
    assert_eq!(phone.chart.sources().unwrap()[0].patient, "7");
    let id = phone.chart.sources().unwrap()[0].id;
    phone.chart.remove_source(&phone.web, id).unwrap();
    hospital.put("Patient", "8", r#"{"resourceType":"Patient","id":"8"}"#);
    assert_eq!(phone.refused(&hospital), "source-which-patient");
}

#[test]
fn another_persons_record_is_not_mixed_in() {
    let (hospital, mut phone) = (Hospital::new(), phone());
    let mine = br#"{"resourceType":"Patient","id":"me","name":[{"family":"Vance","given":["Ada"]}],"birthDate":"1990-01-01"}"#;
    phone
        .chart
        .import(std::io::Cursor::new(mine), &Default::default(), &mut |_| ())
        .unwrap();
    assert_eq!(phone.refused(&hospital), "import-another-person");
    let new = NewSource {
        same_person: true,
        ..phone.new_source(&hospital)
    };
    let request = phone
        .chart
        .begin_source(&phone.web, new, client(), &[], REDIRECT)
        .unwrap();
    let (_, location) = browse(&request.url());
    let id = phone
        .chart
        .finish_source(&phone.web, request, &location.unwrap())
        .unwrap();
    let error = phone.pull(id).unwrap_err();
    assert!(
        matches!(error, PullError::Import(ImportError::AnotherPerson { .. })),
        "{error:?}"
    );
}

#[test]
fn statements_about_others_are_left_out() {
    let (hospital, mut phone) = (Hospital::new(), phone());
    hospital.conditions(2);
    hospital.put("Condition", "c50", &condition(50, "8"));
    let id = phone.connect(&hospital).unwrap();
    let report = phone.pull(id).unwrap();
    assert_eq!((report.total.new, report.others), (3, 1));
    assert_eq!(trouble(&report, "Condition"), Some(Trouble::OtherPeople));
    assert_eq!(phone.count(Section::Problems), 2);
}

#[test]
fn a_refused_type_stops_no_other_and_is_asked_by_category() {
    let (hospital, mut phone) = (Hospital::new(), phone());
    hospital.conditions(1);
    hospital.put(
        "Observation",
        "o1",
        r#"{"resourceType":"Observation","id":"o1","status":"final","code":{"text":"Pulse"},"subject":{"reference":"Patient/7"}}"#,
    );
    hospital.instead(|asked| match asked.below() {
        "Condition" => Some(Reply::text(403, "")),
        "Observation" => match asked.query("category").as_deref() {
            None => Some(Reply::text(400, "")),
            Some("vital-signs") => None,
            Some(_) => Some(bundle("", "").with("X-Other", "1")),
        },
        _ => None,
    });
    let id = phone.connect(&hospital).unwrap();
    let report = phone.pull(id).unwrap();
    assert_eq!(trouble(&report, "Condition"), Some(Trouble::Status(403)));
    assert_eq!(trouble(&report, "Observation?category=vital-signs"), None);
    assert_eq!(report.total.new, 2);
    let view = &phone.chart.sources().unwrap()[0];
    assert!(
        view.searches
            .iter()
            .any(|it| it.name == "Condition" && it.pulled.is_none())
    );
    // The next time the refused type is asked for from the beginning.
    hospital.set(|it| it.instead = None);
    assert_eq!(phone.pull(id).unwrap().total.new, 1);
}

#[test]
fn pages_that_lead_astray_are_not_followed() {
    for (link, expected) in [
        ("http://192.0.2.1/fhir/Condition?at=1", Trouble::Outside),
        ("http://127.0.0.1:1/elsewhere", Trouble::Outside),
        ("BASE/../admin", Trouble::Outside),
        ("BASE/Condition?at=1", Trouble::Endless),
    ] {
        let (hospital, mut phone) = (Hospital::new(), phone());
        let link = link.replace("BASE", &hospital.base());
        hospital.instead(move |asked| {
            (asked.below() == "Condition")
                .then(|| bundle(&link, &format!(r#"{{"resource":{}}}"#, condition(1, "7"))))
        });
        let id = phone.connect(&hospital).unwrap();
        let report = phone.pull(id).unwrap();
        assert_eq!(trouble(&report, "Condition"), Some(expected), "{report:?}");
        assert_eq!(phone.count(Section::Problems), 1, "what came before stays");
    }
}

#[test]
fn new_addresses_without_end_end() {
    let (hospital, mut phone) = (Hospital::new(), phone());
    let (base, number) = (hospital.base(), AtomicUsize::new(0));
    hospital.instead(move |asked| {
        let next = format!("{base}/Condition?at={}", number.fetch_add(1, Ordering::Relaxed));
        (asked.below() == "Condition").then(|| bundle(&next, ""))
    });
    let id = phone.connect(&hospital).unwrap();
    let report = phone.pull(id).unwrap();
    assert_eq!(trouble(&report, "Condition"), Some(Trouble::Endless));
}

#[test]
fn what_is_no_page_is_trouble_of_its_search_only() {
    let (hospital, mut phone) = (Hospital::new(), phone());
    hospital.instead(|asked| {
        (asked.below() == "Condition").then(|| Reply::text(200, "<html>Maintenance</html>"))
    });
    let id = phone.connect(&hospital).unwrap();
    let report = phone.pull(id).unwrap();
    assert_eq!(trouble(&report, "Condition"), Some(Trouble::NotFhir));
    assert_eq!(trouble(&report, "Observation"), None);
}

#[test]
fn a_token_that_ends_is_replaced_and_the_new_one_kept() {
    let (hospital, mut phone) = (Hospital::new(), phone());
    hospital.conditions(3);
    // Over at once: every visit begins with a refresh.
    hospital.set(|it| it.token = json!({ "patient": "7", "expires_in": 1 }));
    let id = phone.connect(&hospital).unwrap();
    assert_eq!(phone.pull(id).unwrap().total.new, 4);
    // Taken away on the server's side: a refused request begins with one.
    hospital.set(|it| it.token = json!({ "patient": "7", "expires_in": 3600 }));
    phone.pull(id).unwrap();
    let number = hospital.get(|it| it.number);
    let refused = AtomicUsize::new(0);
    hospital.instead(move |asked| {
        let first = asked.below() == "Condition" && refused.fetch_add(1, Ordering::Relaxed) == 0;
        first.then(|| Reply::text(401, ""))
    });
    phone.pull(id).unwrap();
    assert_eq!(hospital.get(|it| it.number), number + 1);
    let refreshes = hospital.get(|it| {
        let forms = it.asked.iter().filter_map(|it| it.form("refresh_token"));
        forms.collect::<Vec<String>>()
    });
    let mut once = refreshes.clone();
    once.dedup();
    assert_eq!(once, refreshes, "no refresh token is used twice");
    // And once the server takes none any more, the person is asked.
    hospital.set(|it| it.number += 100);
    hospital.set(|it| it.instead = None);
    assert_eq!(phone.pull(id).unwrap_err().id(), "source-signed-out");
    assert_eq!(phone.count(Section::Problems), 3);
}

#[test]
fn a_busy_server_is_asked_again_as_it_says() {
    let (hospital, mut phone) = (Hospital::new(), phone());
    hospital.conditions(1);
    let id = phone.connect(&hospital).unwrap();
    let number = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&number);
    let busy = move |asked: &Asked| {
        let busy = asked.below() == "Condition" && counted.fetch_add(1, Ordering::Relaxed) < 3;
        busy.then(|| Reply::text(503, "").with("Retry-After", "0"))
    };
    hospital.instead(busy);
    assert_eq!(phone.pull(id).unwrap().total.new, 2);
    assert_eq!(number.load(Ordering::Relaxed), 4);
    // For longer than anybody waits: it stops, and says how long.
    hospital.instead(|asked| {
        (asked.below() == "Condition")
            .then(|| Reply::text(429, "").with("Retry-After", "Fri, 27 Nov 2026 11:00:00 GMT"))
    });
    let error = phone.pull(id).unwrap_err();
    assert!(
        matches!(error, PullError::Smart(SmartError::Busy(Some(3600)))),
        "{error:?}"
    );
}

#[test]
fn a_pull_that_was_cut_off_goes_on_where_it_was() {
    let (hospital, mut phone) = (Hospital::new(), phone());
    hospital.conditions(35);
    let id = phone.connect(&hospital).unwrap();
    hospital.instead(|asked| {
        let third = asked.query("at").as_deref() == Some("20");
        third.then(|| Reply::text(429, "").with("Retry-After", "9999"))
    });
    assert_eq!(phone.pull(id).unwrap_err().id(), "source-busy");
    assert_eq!(phone.count(Section::Problems), 20);
    assert!(phone.chart.sources().unwrap()[0].half_way);
    hospital.set(|it| it.instead = None);
    let report = phone.pull(id).unwrap();
    assert!(report.resumed);
    assert_eq!((report.total.new, phone.count(Section::Problems)), (15, 35));
    assert_eq!(
        hospital.asked("/Condition?patient").len(),
        1,
        "it did not begin again"
    );
    assert_eq!(
        phone.chart.imports().unwrap().len(),
        1,
        "both halves are one import"
    );
    assert!(!phone.chart.sources().unwrap()[0].half_way);

    // The address of a page that the server has forgotten means: from the beginning, which adds nothing twice.
    hospital.put_at(
        "Condition",
        "late",
        "2026-11-28T00:00:00Z",
        &condition(99, "7").replace("c99", "late"),
    );
    hospital.instead(|asked| {
        asked
            .query("at")
            .map(|_| Reply::text(429, "").with("Retry-After", "9999"))
    });
    hospital.set(|it| it.page = 1);
    for number in 0..3 {
        let bytes = condition(200 + number, "7");
        hospital.put_at(
            "Condition",
            &format!("c{}", 200 + number),
            "2026-11-28T00:00:00Z",
            &bytes,
        );
    }
    assert_eq!(phone.pull(id).unwrap_err().id(), "source-busy");
    hospital.instead(|asked| match asked.query("at").as_deref() {
        Some("1") => Some(Reply::text(410, "")),
        _ => None,
    });
    hospital.set(|it| it.page = 50);
    let report = phone.pull(id).unwrap();
    assert_eq!(trouble(&report, "Condition"), None);
    assert_eq!(phone.count(Section::Problems), 39);
}

#[test]
fn an_open_server_needs_nobody_but_one_that_asks_is_not_read_without() {
    let (hospital, mut phone) = (Hospital::new(), phone());
    let new = phone.new_source(&hospital);
    let error = phone
        .chart
        .connect_source(&phone.web, new.clone(), None)
        .unwrap_err();
    assert_eq!(error.id(), "source-not-open");
    hospital.set(|it| it.open = true);
    let id = phone.chart.connect_source(&phone.web, new, None).unwrap();
    hospital.conditions(2);
    assert_eq!(phone.pull(id).unwrap().total.new, 3);
    assert_eq!(phone.chart.remove_source(&phone.web, id).unwrap(), None);
}

#[test]
fn everything_is_asked_for_where_it_is_offered_and_by_type_where_it_is_not_given() {
    let (hospital, mut phone) = (Hospital::new(), phone());
    hospital.conditions(2);
    let gives = Arc::new(AtomicUsize::new(1));
    let giving = Arc::clone(&gives);
    hospital.instead(move |asked| match asked.below() {
        "metadata" => Some(Reply::json(
            200,
            &json!({ "resourceType": "CapabilityStatement", "rest": [{ "resource": [
                { "type": "Patient", "operation": [{ "name": "everything" }] },
                { "type": "Condition", "searchParam": [{ "name": "patient" }] },
            ] }] }),
        )),
        "Patient/7/$everything" if giving.load(Ordering::Relaxed) == 0 => Some(Reply::text(403, "")),
        "Patient/7/$everything" => Some(bundle("", &format!(r#"{{"resource":{}}}"#, condition(0, "7")))),
        _ => None,
    });
    let id = phone.connect(&hospital).unwrap();
    assert_eq!(phone.pull(id).unwrap().total.new, 2);
    phone.pull(id).unwrap();
    let asked = hospital.asked("/Patient/7/$everything");
    assert_eq!(asked[1].query("_since").as_deref(), Some("2026-11-27T09:55:00Z"));
    gives.store(0, Ordering::Relaxed);
    let report = phone.pull(id).unwrap();
    assert_eq!((trouble(&report, "Condition"), report.total.new), (None, 1));
}

#[test]
fn pages_that_are_too_long_are_asked_for_in_smaller_ones() {
    let (hospital, mut phone) = (Hospital::new(), phone());
    hospital.conditions(3);
    hospital.instead(|asked| {
        let many = asked.below() == "Condition" && asked.query("_count").as_deref() == Some("200");
        many.then(|| Reply::text(200, &" ".repeat(33 << 20)))
    });
    let id = phone.connect(&hospital).unwrap();
    let report = phone.pull(id).unwrap();
    assert_eq!((trouble(&report, "Condition"), report.total.new), (None, 4));
    hospital.instead(|asked| (asked.below() == "Condition").then(|| Reply::text(200, &" ".repeat(33 << 20))));
    assert_eq!(
        trouble(&phone.pull(id).unwrap(), "Condition"),
        Some(Trouble::TooLong)
    );
}

/// What the server is told of its own ways: it takes keys.
fn takes_keys(hospital: &Hospital, algorithm: &str) {
    hospital.set(|it| {
        it.configuration = json!({
            "capabilities": ["permission-v2"], "code_challenge_methods_supported": ["S256"],
            "token_endpoint_auth_methods_supported": ["private_key_jwt"],
            "token_endpoint_auth_signing_alg_values_supported": [algorithm],
        });
    });
}

#[test]
fn an_app_with_a_key_proves_it_each_time_and_says_no_secret() {
    let (hospital, mut phone) = (Hospital::new(), phone());
    hospital.conditions(2);
    let with_keys = |phone: &mut Phone| {
        let client = SourceClient {
            id: "app".into(),
            proof: ClientProof::Keys(phone.chart.app_keys().unwrap()),
        };
        let new = phone.new_source(&hospital);
        let request = phone.chart.begin_source(&phone.web, new, client, &[], REDIRECT)?;
        let (_, location) = browse(&request.url());
        phone.chart.finish_source(&phone.web, request, &location.unwrap())
    };
    takes_keys(&hospital, "ES384");
    assert_eq!(with_keys(&mut phone).unwrap_err().id(), "source-no-key");
    let published = phone.chart.make_app_key().unwrap().to_jwks();
    takes_keys(&hospital, "RS384");
    assert_eq!(with_keys(&mut phone).unwrap_err().id(), "source-key-not-taken");
    takes_keys(&hospital, "ES384");
    let id = with_keys(&mut phone).unwrap();

    // The connection keeps its key, whatever becomes of the device's.
    assert_ne!(phone.chart.make_app_key().unwrap().to_jwks(), published);
    hospital.set(|it| it.number += 1);
    hospital.instead(|asked| {
        (asked.form("grant_type").as_deref() == Some("refresh_token"))
            .then(|| Reply::json(401, &json!({ "error": "invalid_client" })))
    });
    assert_eq!(phone.pull(id).unwrap_err().id(), "source-client-refused");
    phone.chart.remove_source(&phone.web, id).unwrap();

    let asked: Vec<Asked> = hospital.get(|it| {
        let tokens = it
            .asked
            .iter()
            .filter(|it| matches!(it.below(), "token" | "revoke"));
        tokens.cloned().collect()
    });
    assert!(asked.len() > 3, "{asked:?}");
    let mut seen = std::collections::HashSet::new();
    for request in asked {
        assert!(request.form("client_id").is_none() && request.form("client_secret").is_none());
        assert!(!request.headers.contains_key("authorization"));
        let assertion = request.form("client_assertion").unwrap();
        let header = json_of(assertion.split('.').next().unwrap());
        assert!(published.contains(header["kid"].as_str().unwrap()), "{header}");
        let claims = json_of(assertion.split('.').nth(1).unwrap());
        assert_eq!(claims["aud"], format!("{}/token", hospital.origin));
        assert!(seen.insert(claims["jti"].as_str().unwrap().to_owned()));
    }
}

fn json_of(part: &str) -> serde_json::Value {
    use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
    serde_json::from_slice(&URL_SAFE_NO_PAD.decode(part).unwrap()).unwrap()
}

#[test]
fn only_a_key_is_taken_for_one() {
    let mut phone = phone();
    let mine = phone.chart.make_app_key().unwrap().to_jwks();
    for file in [
        &b""[..],
        b"-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n",
        mine.as_bytes(),
    ] {
        assert_eq!(
            phone.chart.take_app_key(file).unwrap_err().id(),
            "source-not-a-key"
        );
    }
    assert_eq!(phone.chart.app_keys().unwrap().to_jwks(), mine);
}
