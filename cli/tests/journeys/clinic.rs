//! A patient at a clinic's desk: the phone, the desk and the relay are processes of their own, and a browser asks the desk.

use crate::process::{Device, Machine};
use crate::relay::{grant_at_relay, relay};
use crate::sharing;
use serde_json::{Value, json};
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Stdio};
use std::thread;
use std::time::Duration;

pub(crate) const PASSWORD: &str = "correct horse battery";

/// A desk process; ended when it is dropped.
pub(crate) struct Desk {
    child: Child,
    data: PathBuf,
    pub(crate) url: String,
    /// What it showed before it was ready.
    said: Vec<String>,
}

impl Drop for Desk {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Desk {
    /// Ends it without a word.
    pub(crate) fn kill(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    pub(crate) fn start(machine: &Machine) -> Self {
        let data = machine.path("clinic");
        let mut command = machine.device("desk").command(&[
            "clinic",
            "--name",
            "Lakeside Clinic",
            "--listen",
            "127.0.0.1:0",
            "--data",
            data.to_str().unwrap(),
        ]);
        let mut child = command
            .stderr(Stdio::piped())
            .stdout(Stdio::null())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stderr.take().unwrap())
            .lines()
            .map_while(Result::ok);
        let mut said = Vec::new();
        for line in lines.by_ref() {
            let is_last = line.contains("Ctrl-C");
            said.push(line);
            if is_last {
                break;
            }
        }
        thread::spawn(move || lines.for_each(drop));
        let mut words = said.iter().flat_map(|line| line.split_whitespace());
        let url = words.rfind(|it| it.starts_with("http://"));
        Self {
            url: url.unwrap_or_else(|| panic!("{said:?}")).to_owned(),
            child,
            data,
            said,
        }
    }

    /// What makes the first administrator.
    fn secret(&self) -> &str {
        let mut lines = self.said.iter().map(|it| it.trim());
        let is_secret = |it: &&str| it.len() == 32 && it.bytes().all(|it| it.is_ascii_hexdigit());
        lines.find(is_secret).unwrap_or_else(|| panic!("{:?}", self.said))
    }

    /// Whether these bytes stand anywhere in what it keeps.
    pub(crate) fn holds(&self, text: &str) -> bool {
        holds(&self.data, text)
    }
}

fn holds(path: &Path, text: &str) -> bool {
    if path.is_dir() {
        return fs::read_dir(path)
            .unwrap()
            .any(|it| holds(&it.unwrap().path(), text));
    }
    let bytes = fs::read(path).unwrap();
    bytes.windows(text.len()).any(|it| it == text.as_bytes())
}

/// A browser of somebody who works there.
#[derive(Default)]
pub(crate) struct Browser {
    pub(crate) url: String,
    cookie: String,
    csrf: String,
}

impl Browser {
    pub(crate) fn ask(&self, method: &str, path: &str, document: &Value) -> (u16, Value) {
        let (status, document, _) = self.exchange(method, path, document);
        (status, document)
    }

    /// None if the desk does not answer.
    pub(crate) fn try_ask(&self, method: &str, path: &str, document: &Value) -> Option<(u16, Value)> {
        let (status, text, _) = self.try_send(method, path, Some(&document.to_string())).ok()?;
        Some((status, serde_json::from_str(&text).unwrap()))
    }

    fn exchange(&self, method: &str, path: &str, document: &Value) -> (u16, Value, String) {
        let body = Some(document).filter(|it| !it.is_null()).map(Value::to_string);
        let (status, text, cookie) = self.send(method, path, body.as_deref());
        let document = serde_json::from_str(&text).unwrap_or(Value::Null);
        (status, document, cookie)
    }

    /// The same with texts as they are, numbers as written.
    fn send(&self, method: &str, path: &str, body: Option<&str>) -> (u16, String, String) {
        self.try_send(method, path, body).unwrap()
    }

    fn try_send(
        &self,
        method: &str,
        path: &str,
        body: Option<&str>,
    ) -> Result<(u16, String, String), ureq::Error> {
        let agent: ureq::Agent = ureq::Agent::config_builder()
            .http_status_as_error(false)
            .timeout_global(Some(Duration::from_secs(60)))
            .build()
            .into();
        let request = ureq::http::Request::builder()
            .method(method)
            .uri(format!("{}{path}", self.url))
            .header("cookie", &self.cookie)
            .header("x-csrf-token", &self.csrf);
        let mut response = match body {
            None => agent.run(request.body(())?)?,
            Some(body) => {
                let request = request.header("content-type", "application/json");
                agent.run(request.body(body.to_owned())?)?
            }
        };
        let cookie = response.headers().get("set-cookie");
        let cookie = cookie.map_or("", |it| it.to_str().unwrap()).to_owned();
        let text = response.body_mut().read_to_string()?;
        Ok((response.status().as_u16(), text, cookie))
    }

    pub(crate) fn get(&self, path: &str) -> Value {
        let (status, document) = self.ask("GET", path, &Value::Null);
        assert_eq!(status, 200, "{path} {document:#}");
        document
    }

    pub(crate) fn sign_in(desk: &Desk, login: &str, password: &str) -> Self {
        let mut browser = Self {
            url: desk.url.clone(),
            ..Self::default()
        };
        let with = json!({ "login": login, "password": password });
        let (status, who, cookie) = browser.exchange("POST", "/api/session", &with);
        assert_eq!(status, 200, "{who:#}");
        browser.cookie = cookie.split(';').next().unwrap().to_owned();
        browser.csrf = who["csrf"].as_str().unwrap().to_owned();
        browser
    }

    /// Makes the first administrator, and by them somebody who treats patients.
    pub(crate) fn clinician(desk: &Desk) -> Self {
        let secret = desk.secret();
        let nobody = Self {
            url: desk.url.clone(),
            ..Self::default()
        };
        let with = json!({ "secret": secret, "login": "ada", "name": "Ada", "password": PASSWORD });
        assert_eq!(nobody.ask("POST", "/api/setup", &with).0, 201);
        let ada = Self::sign_in(desk, "ada", PASSWORD);
        let with =
            json!({ "login": "cleo", "name": "Cleo", "role": "clinician", "password": "the first password" });
        assert_eq!(ada.ask("POST", "/api/staff", &with).0, 201);
        let cleo = Self::sign_in(desk, "cleo", "the first password");
        let new = json!({ "old": "the first password", "new": PASSWORD });
        assert_eq!(cleo.ask("POST", "/api/session/password", &new).0, 200);
        Self::sign_in(desk, "cleo", PASSWORD)
    }

    /// Scans a code; what came of it.
    pub(crate) fn scan(&self, asked: &Value) -> Value {
        let (status, begun) = self.ask("POST", "/api/scan", asked);
        assert_eq!(status, 202, "{begun:#}");
        let path = format!("/api/scan/{}", begun["scan"].as_str().unwrap());
        loop {
            let state = self.get(&path);
            if !["calling", "compare"].contains(&state["state"].as_str().unwrap()) {
                return state;
            }
            thread::sleep(Duration::from_millis(50));
        }
    }
}

fn first_allergy(banner: &Value) -> &Value {
    &banner["allergies"]["entries"][0]["facts"]["title"]
}

pub(crate) fn patient(machine: &Machine) -> Device {
    machine.filled("phone")
}

#[test]
fn a_patient_shows_a_code_and_the_desk_shows_allergies_until_it_is_closed() {
    let machine = Machine::new();
    let desk = Desk::start(&machine);
    let has_words = |line: &String| line.split_whitespace().count() == 24;
    assert!(desk.said.iter().any(has_words), "{:?}", desk.said);
    let cleo = Browser::clinician(&desk);
    let (phone, address) = (patient(&machine), sharing::free_address());
    let opened = [
        "grant",
        "profile",
        "allergies",
        "--append",
        "notes",
        "--for",
        "4h",
        "--address",
        &address,
    ];
    let (granted, code) = sharing::grant(&phone, &opened);
    let waiting = sharing::serve(&phone, &address, true);
    let given = cleo.scan(&json!({ "code": code }));
    let served = sharing::end(waiting);
    assert_eq!(
        (&served["served"], &served["receipt"]),
        (&json!("given"), &json!(true)),
        "{served:#}"
    );
    assert_eq!(
        (&given["state"], &given["chart"]),
        (&json!("given"), &granted["grant"]),
        "{given:#}"
    );
    let path = format!("/api/charts/{}", given["chart"].as_str().unwrap());
    let banner = cleo.get(&path);
    assert_eq!(first_allergy(&banner), "Penicillin", "{banner:#}");
    assert!(banner["name"].as_str().unwrap().contains("Okafor"));
    assert!(!desk.holds("Penicillin") && !desk.holds("Okafor"), "sealed");
    let log = phone.ok(&["audit", "--given"]);
    assert!(log.to_string().contains("Lakeside Clinic"), "{log:#}");

    let (status, receipt) = cleo.ask("DELETE", &path, &Value::Null);
    assert_eq!((status, &receipt["reason"]), (200, &json!("closed")));
    let (status, ended) = cleo.ask("GET", &path, &Value::Null);
    assert_eq!((status, &ended["error"]["id"]), (410, &json!("desk-chart-ended")));
    assert!(!desk.holds("Penicillin"));
    assert_eq!(cleo.get("/api/receipts")[0]["id"], granted["grant"]);
    phone.is_whole();
}

#[test]
fn a_relay_gives_it_while_the_phone_is_off() {
    let machine = Machine::new();
    let running = relay(&machine, "127.0.0.1:0");
    let phone = patient(&machine);
    phone.ok(&["use-relay", &running.url]);
    let (granted, code) = grant_at_relay(&phone, "allergies --read --append notes --for 4h");
    let desk = Desk::start(&machine);
    let cleo = Browser::clinician(&desk);
    // Without the passcode, and with a wrong one, nothing is given, and the desk says what to do.
    let needed = cleo.scan(&json!({ "code": code }));
    assert_eq!(needed["error"]["id"], "redeem-needs-passcode", "{needed:#}");
    let wrong = cleo.scan(&json!({ "code": code, "passcode": "123456" }));
    assert!(
        wrong["error"]["message"].as_str().unwrap().contains("9 more"),
        "{wrong:#}"
    );
    let given = cleo.scan(&json!({ "code": code, "passcode": "424242" }));
    assert_eq!(
        (&given["state"], &given["chart"]),
        (&json!("given"), &granted["grant"]),
        "{given:#}"
    );
    let banner = cleo.get(&format!("/api/charts/{}", given["chart"].as_str().unwrap()));
    assert_eq!(first_allergy(&banner), "Penicillin", "{banner:#}");
    assert!(!desk.holds("Penicillin"));
    let news = phone.ok(&["mailbox"]);
    assert_eq!(news["taken"][0]["name"], "Lakeside Clinic", "{news:#}");
}

#[test]
fn the_desk_writes_the_visit_and_the_patient_has_it() {
    let machine = Machine::new();
    let desk = Desk::start(&machine);
    let cleo = Browser::clinician(&desk);
    let (phone, address) = (patient(&machine), sharing::free_address());
    let opened =
        "grant profile allergies --append notes --append problems --append medications --for 4h --address";
    let opened: Vec<&str> = opened.split(' ').chain([address.as_str()]).collect();
    let (_, code) = sharing::grant(&phone, &opened);
    let waiting = sharing::serve(&phone, &address, true);
    let given = cleo.scan(&json!({ "code": code }));
    sharing::end(waiting);
    let visits = format!("/api/charts/{}/visits", given["chart"].as_str().unwrap());

    let (status, begun) = cleo.ask("POST", &visits, &json!({}));
    assert_eq!(status, 201, "{begun:#}");
    let path = format!("{visits}/{}", begun["id"].as_str().unwrap());
    let content = json!({
        "title": "Visit", "subjective": "Hoarse for three days.", "plan": "Voice rest.",
        "diagnoses": [{ "what": { "text": "Laryngitis" } }],
        "medicines": [{ "change": "start", "what": { "text": "Paracetamol 500 mg" } }],
    });
    let (status, saved) = cleo.ask("PUT", &path, &json!({ "version": 1, "content": content }));
    assert_eq!(status, 200, "{saved:#}");
    assert!(saved["problem"].is_null(), "{saved:#}");

    // The phone is off while it is signed, and is on again later.
    let (status, signed) = cleo.ask("POST", &format!("{path}/sign"), &json!({ "version": 2 }));
    assert_eq!((status, &signed["state"]), (200, &json!("waiting")), "{signed:#}");
    let waiting = sharing::serve(&phone, &address, false);
    let (status, returned) = cleo.ask("POST", &format!("{path}/return"), &json!({}));
    assert_eq!(
        (status, &returned["state"]),
        (200, &json!("returned")),
        "{returned:#}"
    );
    let back = sharing::end(waiting);
    assert_eq!(
        (&back["served"], &back["held"]),
        (&json!("came-back"), &json!(0)),
        "{back:#}"
    );

    for (section, title) in [
        ("notes", "Visit"),
        ("problems", "Laryngitis"),
        ("medications", "Paracetamol 500 mg"),
    ] {
        let item = phone.item(section, title);
        let source = &item["sources"][0];
        assert_eq!(
            (&source["author"]["name"], &source["who"]),
            (&json!("Lakeside Clinic"), &json!("Cleo")),
            "{item:#}"
        );
    }
    assert!(!desk.holds("Laryngitis"), "sealed");
    phone.is_whole();
}

#[test]
fn a_desk_that_cannot_start_says_why() {
    let machine = Machine::new();
    let data = machine.path("clinic");
    let start = |listen: &str| {
        let data = data.to_str().unwrap();
        let arguments = [
            "clinic",
            "--name",
            "Lakeside Clinic",
            "--listen",
            listen,
            "--data",
            data,
        ];
        arguments.map(str::to_owned)
    };
    let device = machine.device("desk");
    assert_eq!(device.fails(&start("0.0.0.0:0"), 9)["id"], "clinic-in-the-clear");
    let desk = Desk::start(&machine);
    assert_eq!(device.fails(&start("127.0.0.1:0"), 6)["id"], "store-busy");
    drop(desk);
    fs::remove_file(data.join("key")).unwrap();
    assert_eq!(device.fails(&start("127.0.0.1:0"), 4)["id"], "clinic-key");
}

#[test]
fn a_patient_checks_in_before_the_call_and_the_desk_has_it() {
    let machine = Machine::new();
    let desk = Desk::start(&machine);
    let cleo = Browser::clinician(&desk);
    let phone = patient(&machine);
    let forms = cleo.get("/api/checkins/forms");
    let mut forms = forms.as_array().unwrap().iter();
    let form = forms.find(|it| it["name"] == "before-the-call").unwrap();
    let asks = json!({
        "whom": "Maria, Monday at nine", "purpose": "Your video visit on Monday", "hours": 48,
        "call": "https://call.example/room-7",
        "items": [
            { "id": "allergies", "title": "Your allergies", "required": true, "resource_types": ["AllergyIntolerance"] },
            { "id": "problems", "title": "Your illnesses", "resource_types": ["Condition"] },
            { "id": "form", "title": form["title"], "questionnaire": form["questionnaire"] },
        ],
    });
    let (status, made) = cleo.ask("POST", "/api/checkins", &asks);
    assert_eq!(status, 201, "{made:#}");
    let (path, link) = (
        format!("/api/checkins/{}", made["id"].as_str().unwrap()),
        made["link"].as_str().unwrap(),
    );

    // The patient opens the link, looks at it, and answers.
    let url = format!("{}{link}", desk.url);
    let page = phone.says(&["checkin", &url]);
    for part in [
        "Your video visit on Monday",
        "Are you in pain?",
        "Penicillin",
        "Nothing was written or sent.",
    ] {
        assert!(page.contains(part), "{part}: {page}");
    }
    let out = machine.path("answer.json");
    let mut asked = vec!["checkin", &url, "--give", "allergies", "--send", "--out"];
    asked.push(out.to_str().unwrap());
    for (question, words) in [
        ("phone", "555 0134"),
        ("place", "12 Lake Road, Springfield"),
        ("reason", "Hoarse for three days"),
        ("pain", "yes"),
        ("strength", "4"),
        ("weight", "179.20 lb"),
    ] {
        asked.extend(["--answer", "form", question, words]);
    }
    let sent = phone.ok(&asked);
    assert_eq!(
        (&sent["sent"]["link"], &sent["sent"]["call"]),
        (&json!(true), &json!("https://call.example/room-7")),
        "{sent:#}"
    );
    let answer = fs::read_to_string(&out).unwrap();

    let seen = cleo.get(&path);
    let given = |id: &str| {
        let mut items = seen["items"].as_array().unwrap().iter();
        items.find(|it| it["id"] == id).unwrap()["given"].clone()
    };
    assert_eq!(given("problems")["outcome"], "declined");
    assert!(given("problems")["resources"].as_array().unwrap().is_empty());
    assert!(given("allergies")["resources"].to_string().contains("Penicillin"));
    let questions = given("form")["forms"][0]["questions"].clone();
    let mut questions = questions.as_array().unwrap().iter();
    let weight = questions.find(|it| it["question"] == "weight").unwrap();
    assert_eq!(
        weight["answers"],
        json!([{ "text": "179.20 lb", "number": "179.20", "unit": "lb", "unit_code": "[lb_av]" }])
    );
    // Nothing is taken twice, and all of it is sealed.
    let (status, again, _) = cleo.send("POST", link, Some(&answer));
    assert_eq!(status, 409, "{again}");
    assert!(again.contains("desk-checkin-answered"), "{again}");
    assert_eq!(phone.fails(&["checkin", &url], 5)["id"], "checkin-link-answered");
    let nowhere = format!("{}/checkin/{}", desk.url, "0".repeat(32));
    assert_eq!(
        phone.fails(&["checkin", &nowhere], 5)["id"],
        "checkin-link-unknown"
    );
    let file = out.to_str().unwrap();
    assert_eq!(
        phone.fails(&["checkin", file, "--send"], 5)["id"],
        "checkin-no-link"
    );
    assert_eq!(
        phone.fails(&["checkin", "http://clinic.example/checkin/1"], 5)["id"],
        "checkin-link-address"
    );
    let (status, read) = cleo.ask("POST", &format!("{path}/read"), &json!({}));
    assert_eq!(
        (status, &read["read_by"]["name"]),
        (200, &json!("Cleo")),
        "{read:#}"
    );
    for secret in ["Penicillin", "179.20", "Lake Road", "Maria"] {
        assert!(!desk.holds(secret), "{secret}");
    }
}
