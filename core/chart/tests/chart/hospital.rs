//! A hospital's server of the test's own: it does what the specification says, or what a test tells it to do instead.

use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;

/// What somebody asked.
#[derive(Clone, Debug, Default)]
pub(crate) struct Asked {
    /// Path and query.
    pub(crate) path: String,
    /// Names in small letters.
    pub(crate) headers: BTreeMap<String, String>,
    pub(crate) body: String,
}

/// What is answered.
#[derive(Clone, Debug)]
pub(crate) struct Reply {
    pub(crate) status: u16,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: Vec<u8>,
}

impl Reply {
    pub(crate) fn json(status: u16, body: &Value) -> Self {
        Self::text(status, &body.to_string())
    }

    pub(crate) fn text(status: u16, body: &str) -> Self {
        Self {
            status,
            headers: Vec::new(),
            body: body.as_bytes().to_vec(),
        }
    }

    pub(crate) fn with(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }
}

impl Asked {
    pub(crate) fn query(&self, name: &str) -> Option<String> {
        pair(self.path.split_once('?')?.1, name)
    }

    pub(crate) fn form(&self, name: &str) -> Option<String> {
        pair(&self.body, name)
    }

    /// The path below the base, without the query.
    pub(crate) fn below(&self) -> &str {
        let path = self.path.split('?').next().unwrap_or_default();
        path.strip_prefix("/fhir").unwrap_or(path).trim_start_matches('/')
    }

    fn bearer(&self) -> Option<&str> {
        self.headers.get("authorization")?.strip_prefix("Bearer ")
    }
}

fn pair(query: &str, name: &str) -> Option<String> {
    let mut pairs = query.split('&').filter_map(|pair| pair.split_once('='));
    pairs.find(|(it, _)| *it == name).map(|(_, value)| decoded(value))
}

fn decoded(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        match byte {
            b'%' => {
                let digits = [rest.next().unwrap(), rest.next().unwrap()];
                let digits = std::str::from_utf8(&digits).unwrap();
                bytes.push(u8::from_str_radix(digits, 16).unwrap());
            }
            b'+' => bytes.push(b' '),
            byte => bytes.push(byte),
        }
    }
    String::from_utf8(bytes).unwrap()
}

type Instead = Box<dyn Fn(&Asked) -> Option<Reply> + Send>;

/// What the server has and did.
pub(crate) struct State {
    /// Type, id, last change, and the bytes.
    pub(crate) resources: Vec<(String, String, String, String)>,
    pub(crate) scope: String,
    /// Members of the token answer besides the tokens; `null` takes one away.
    pub(crate) token: Value,
    /// Members of the configuration besides the addresses.
    pub(crate) configuration: Value,
    pub(crate) page: usize,
    pub(crate) date: String,
    pub(crate) asked: Vec<Asked>,
    pub(crate) instead: Option<Instead>,
    pub(crate) open: bool,
    pub(crate) number: u64,
    pub(crate) revoked: Vec<String>,
    pub(crate) challenge: Option<String>,
}

pub(crate) struct Hospital {
    pub(crate) origin: String,
    state: Arc<Mutex<State>>,
}

impl Hospital {
    pub(crate) fn new() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let origin = format!("http://{}", listener.local_addr().unwrap());
        let state = Arc::new(Mutex::new(State {
            resources: Vec::new(),
            scope: "launch/patient openid fhirUser offline_access patient/*.rs".into(),
            token: json!({ "patient": "7", "expires_in": 3600 }),
            configuration: json!({ "capabilities": ["permission-v2"], "code_challenge_methods_supported": ["S256"] }),
            page: 10,
            date: "Fri, 27 Nov 2026 10:00:00 GMT".into(),
            asked: Vec::new(),
            instead: None,
            open: false,
            number: 0,
            revoked: Vec::new(),
            challenge: None,
        }));
        let (at, shared) = (origin.clone(), Arc::clone(&state));
        thread::spawn(move || {
            for stream in listener.incoming().map_while(Result::ok) {
                let (at, shared) = (at.clone(), Arc::clone(&shared));
                thread::spawn(move || serve(&stream, &at, &shared));
            }
        });
        let hospital = Self { origin, state };
        hospital.put(
            "Patient",
            "7",
            r#"{"resourceType":"Patient","id":"7","name":[{"family":"Okafor","given":["Maria"]}],"birthDate":"1984-02-29"}"#,
        );
        hospital
    }

    pub(crate) fn base(&self) -> String {
        format!("{}/fhir", self.origin)
    }

    pub(crate) fn set(&self, change: impl FnOnce(&mut State)) {
        change(&mut self.state.lock().unwrap());
    }

    pub(crate) fn get<T>(&self, read: impl FnOnce(&State) -> T) -> T {
        read(&self.state.lock().unwrap())
    }

    pub(crate) fn put(&self, kind: &str, id: &str, bytes: &str) {
        self.put_at(kind, id, "2026-11-20T08:00:00Z", bytes);
    }

    pub(crate) fn put_at(&self, kind: &str, id: &str, at: &str, bytes: &str) {
        self.set(|state| {
            state
                .resources
                .retain(|it| (it.0.as_str(), it.1.as_str()) != (kind, id));
            state
                .resources
                .push((kind.into(), id.into(), at.into(), bytes.into()));
        });
    }

    /// So many conditions of the patient.
    pub(crate) fn conditions(&self, count: usize) {
        for number in 0..count {
            self.put("Condition", &format!("c{number}"), &condition(number, "7"));
        }
    }

    pub(crate) fn instead(&self, instead: impl Fn(&Asked) -> Option<Reply> + Send + 'static) {
        self.set(|state| state.instead = Some(Box::new(instead)));
    }

    /// The requests below the base that begin so, without the configuration and the statement.
    pub(crate) fn asked(&self, below: &str) -> Vec<Asked> {
        self.get(|state| {
            let all = state.asked.iter();
            all.filter(|asked| asked.path.starts_with(&format!("/fhir{below}")))
                .cloned()
                .collect()
        })
    }
}

/// A condition with a decimal and spaces that must survive.
pub(crate) fn condition(number: usize, patient: &str) -> String {
    format!(
        r#"{{ "resourceType" : "Condition", "id":"c{number}","code":{{"text":"Finding {number}"}},"subject":{{"reference":"Patient/{patient}"}},"onsetAge":{{"value":1.50}} }}"#
    )
}

/// What a browser does: asks an address, and tells where it is sent.
pub(crate) fn browse(url: &str) -> (u16, Option<String>) {
    let rest = url.strip_prefix("http://").unwrap();
    let (host, path) = rest.split_once('/').unwrap();
    let mut stream = TcpStream::connect(host).unwrap();
    write!(
        stream,
        "GET /{path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"
    )
    .unwrap();
    let mut said = String::new();
    stream.read_to_string(&mut said).unwrap();
    let status = said.split(' ').nth(1).unwrap().parse().unwrap();
    let mut lines = said.lines();
    let location = lines.find_map(|line| line.strip_prefix("Location: "));
    (status, location.map(str::to_owned))
}

fn read(stream: &TcpStream) -> Option<Asked> {
    let mut reader = BufReader::new(stream);
    let mut line = String::new();
    reader.read_line(&mut line).ok()?;
    let path = line.split(' ').nth(1)?.to_owned();
    let mut headers = BTreeMap::new();
    loop {
        line.clear();
        reader.read_line(&mut line).ok()?;
        let Some((name, value)) = line.trim_end().split_once(": ") else {
            break;
        };
        headers.insert(name.to_lowercase(), value.to_owned());
    }
    let length = headers.get("content-length").and_then(|it| it.parse().ok());
    let mut body = vec![0; length.unwrap_or(0)];
    reader.read_exact(&mut body).ok()?;
    Some(Asked {
        path,
        headers,
        body: String::from_utf8(body).ok()?,
    })
}

fn serve(mut stream: &TcpStream, origin: &str, state: &Mutex<State>) {
    let Some(asked) = read(stream) else { return };
    let (reply, date) = {
        let mut state = state.lock().unwrap();
        state.asked.push(asked.clone());
        let instead = state.instead.as_ref().and_then(|instead| instead(&asked));
        let reply = instead.unwrap_or_else(|| answer(&mut state, origin, &asked));
        (reply, state.date.clone())
    };
    let mut head = format!(
        "HTTP/1.1 {} X\r\nDate: {date}\r\nContent-Length: {}\r\nConnection: close\r\n",
        reply.status,
        reply.body.len()
    );
    for (name, value) in &reply.headers {
        head.push_str(&format!("{name}: {value}\r\n"));
    }
    head.push_str("\r\n");
    let _ = stream
        .write_all(head.as_bytes())
        .and_then(|()| stream.write_all(&reply.body));
}

fn merged(mut one: Value, more: &Value) -> Value {
    for (name, value) in more.as_object().unwrap() {
        one[name] = value.clone();
    }
    one.as_object_mut().unwrap().retain(|_, value| !value.is_null());
    one
}

fn answer(state: &mut State, origin: &str, asked: &Asked) -> Reply {
    match asked.below() {
        ".well-known/smart-configuration" if state.open => Reply::text(404, ""),
        ".well-known/smart-configuration" => {
            let addresses = json!({
                "issuer": origin, "authorization_endpoint": format!("{origin}/authorize"),
                "token_endpoint": format!("{origin}/token"), "revocation_endpoint": format!("{origin}/revoke"),
            });
            Reply::json(200, &merged(addresses, &state.configuration))
        }
        "metadata" => Reply::json(
            200,
            &json!({ "resourceType": "CapabilityStatement", "fhirVersion": "4.0.1", "rest": [{ "mode": "server", "resource": [
                { "type": "Condition", "searchParam": [{ "name": "patient" }] },
                { "type": "Observation", "searchParam": [{ "name": "patient" }] },
            ] }] }),
        ),
        "authorize" => {
            state.challenge = asked.query("code_challenge");
            let (to, with) = (
                asked.query("redirect_uri").unwrap(),
                asked.query("state").unwrap(),
            );
            Reply::text(302, "").with("Location", &format!("{to}?code=once&state={with}&iss={origin}"))
        }
        "token" => token(state, asked),
        "revoke" => {
            state.revoked.extend(asked.form("token"));
            Reply::text(200, "")
        }
        _ if !state.open && asked.bearer() != Some(format!("a{}", state.number).as_str()) => {
            Reply::text(401, "")
        }
        _ => search(state, origin, asked),
    }
}

fn token(state: &mut State, asked: &Asked) -> Reply {
    let good = match asked.form("grant_type").as_deref() {
        Some("authorization_code") => {
            asked.form("code").as_deref() == Some("once") && asked.form("code_verifier").is_some()
        }
        _ => asked.form("refresh_token") == Some(format!("r{}", state.number)),
    };
    if !good {
        return Reply::json(400, &json!({ "error": "invalid_grant" }));
    }
    state.number += 1;
    let number = state.number;
    let tokens = json!({
        "access_token": format!("a{number}"), "refresh_token": format!("r{number}"), "token_type": "Bearer",
        "scope": state.scope,
    });
    Reply::json(200, &merged(tokens, &state.token))
}

fn search(state: &State, origin: &str, asked: &Asked) -> Reply {
    let mut parts = asked.below().splitn(2, '/');
    let (kind, id) = (parts.next().unwrap_or_default(), parts.next());
    if let Some(id) = id {
        let found = state.resources.iter().find(|it| it.0 == kind && it.1 == id);
        return found.map_or(Reply::text(404, ""), |it| Reply::text(200, &it.3));
    }
    let since = asked.query("_lastUpdated").unwrap_or_default();
    let since = since.trim_start_matches("ge").to_owned();
    let found: Vec<&String> = state
        .resources
        .iter()
        .filter(|it| it.0 == kind && it.2 >= since)
        .map(|it| &it.3)
        .collect();
    let at: usize = asked.query("at").map_or(0, |at| at.parse().unwrap());
    let entries = found.iter().skip(at).take(state.page);
    let entries: Vec<String> = entries.map(|it| format!(r#"{{"resource":{it}}}"#)).collect();
    let next = at + state.page;
    let link = match next < found.len() {
        true => {
            format!(r#"{{"relation":"next","url":"{origin}/fhir/{kind}?at={next}&_lastUpdated=ge{since}"}}"#)
        }
        false => String::new(),
    };
    let entries = entries.join(",");
    Reply::text(
        200,
        &format!(r#"{{"resourceType":"Bundle","type":"searchset","link":[{link}],"entry":[{entries}]}}"#),
    )
}
