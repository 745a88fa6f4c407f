//! The clinic's own FHIR server as small as it can be, for what a real one cannot be made to do: to cut a connection at a given request, and to
//! keep something else than it was sent. Real ones are asked by `tests/servers`.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;

use serde_json::value::RawValue;
use serde_json::{Value, json};

/// The types that it knows.
const KINDS: [&str; 14] = [
    "AllergyIntolerance",
    "Condition",
    "DocumentReference",
    "Encounter",
    "FamilyMemberHistory",
    "Immunization",
    "List",
    "MedicationRequest",
    "MedicationStatement",
    "Observation",
    "Patient",
    "Procedure",
    "Provenance",
    "QuestionnaireResponse",
];

type Members = BTreeMap<String, Box<RawValue>>;

/// Where a connection is cut.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Cut {
    /// The request does not arrive.
    Before,
    /// It arrives, and the answer does not.
    After,
}

#[derive(Default)]
pub(crate) struct State {
    resources: BTreeMap<String, (u64, Vec<u8>)>,
    /// What there was, by place and version.
    history: BTreeMap<String, Vec<u8>>,
    made: u64,
    /// Requests so far.
    pub(crate) asked: u64,
    /// The request that is cut.
    pub(crate) cut: Option<(u64, Cut)>,
    /// Whom it lets in; everybody if none.
    pub(crate) password: Option<String>,
    /// Texts that it replaces in what it is sent.
    pub(crate) replaces: Option<(&'static str, &'static str)>,
    /// Types that it refuses.
    pub(crate) refuses: Option<&'static str>,
    /// The type of which it says that it takes none.
    pub(crate) lacks: Option<&'static str>,
    /// It knows no transactions.
    pub(crate) singly: bool,
    /// The type of which it shows nothing.
    pub(crate) hides: Option<&'static str>,
    /// How many resources stand on a page of a search by patient; all if none.
    pub(crate) page: Option<usize>,
    /// Where it says that the next page is, instead.
    pub(crate) leads_to: Option<&'static str>,
    /// It does not know the parameter `patient`, and shows everybody's.
    pub(crate) shows_all: bool,
    /// Lets in who proves by a key of these which system it is.
    pub(crate) gate: Option<Box<dyn Gate>>,
}

/// What stands before it.
pub(crate) trait Gate: Send {
    /// Its own answer; none lets the request in.
    fn answers(&self, target: &str, authorization: Option<&str>, body: &[u8]) -> Option<(u16, Vec<u8>)>;
}

/// It runs until the test ends.
pub(crate) struct Ehr {
    pub(crate) base: String,
    pub(crate) state: Arc<Mutex<State>>,
}

impl Ehr {
    pub(crate) fn new() -> Self {
        Self::listening("http://127.0.0.1", answer)
    }

    pub(crate) fn listening(
        host: &str,
        answers: impl Fn(TcpStream, &Mutex<State>) -> Option<()> + Send + Sync + 'static,
    ) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let base = format!("{host}:{}/fhir", listener.local_addr().unwrap().port());
        let state = Arc::new(Mutex::new(State::default()));
        let (of_all, answers) = (Arc::clone(&state), Arc::new(answers));
        thread::spawn(move || {
            for stream in listener.incoming() {
                let (state, answers) = (Arc::clone(&of_all), Arc::clone(&answers));
                thread::spawn(move || answers(stream.unwrap(), &state));
            }
        });
        Self { base, state }
    }

    /// Puts a resource there, as somebody at the clinic's own system would; its place.
    pub(crate) fn puts(&self, place: &str, resource: &Value) {
        let bytes = serde_json::to_vec(resource).unwrap();
        self.state.lock().unwrap().put(place, &bytes);
    }

    /// All that it has of a type.
    pub(crate) fn all(&self, kind: &str) -> Vec<(String, String)> {
        let state = self.state.lock().unwrap();
        let of_kind = state.resources.iter().filter(|(place, _)| is_of(place, kind));
        of_kind
            .map(|(place, (_, bytes))| (place.clone(), String::from_utf8(bytes.clone()).unwrap()))
            .collect()
    }
}

fn is_of(place: &str, kind: &str) -> bool {
    place.split('/').next() == Some(kind)
}

pub(crate) fn answer(mut stream: impl Read + Write, state: &Mutex<State>) -> Option<()> {
    let mut reader = BufReader::new(&mut stream);
    let mut line = String::new();
    reader.read_line(&mut line).ok()?;
    let mut words = line.split_whitespace();
    let (method, target) = (words.next()?.to_owned(), words.next()?.to_owned());
    let mut headers = BTreeMap::new();
    loop {
        let mut line = String::new();
        reader.read_line(&mut line).ok()?;
        let Some((name, value)) = line.trim_end().split_once(':') else {
            break;
        };
        headers.insert(name.to_lowercase(), value.trim().to_owned());
    }
    let length = headers.get("content-length").map_or(0, |it| it.parse().unwrap());
    let mut body = vec![0; length];
    reader.read_exact(&mut body).ok()?;
    let mut state = state.lock().unwrap();
    state.asked += 1;
    let cut = state.cut.filter(|(at, _)| *at == state.asked).map(|(_, cut)| cut);
    if cut == Some(Cut::Before) {
        return None;
    }
    let (status, body) = state.ask(&method, target.strip_prefix("/fhir")?, &headers, &body);
    if cut == Some(Cut::After) {
        return None;
    }
    let head = format!(
        "HTTP/1.1 {status} x\r\ncontent-type: application/fhir+json\r\ncontent-length: {}\r\nconnection: close\r\n\r\n",
        body.len()
    );
    stream.write_all(head.as_bytes()).ok()?;
    stream.write_all(&body).ok()
}

pub(crate) fn outcome(status: u16, text: &str) -> (u16, Vec<u8>) {
    let issue = json!({ "severity": "error", "code": "processing", "diagnostics": text });
    (
        status,
        json!({ "resourceType": "OperationOutcome", "issue": [issue] })
            .to_string()
            .into_bytes(),
    )
}

fn decoded(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let digits = [rest.next().unwrap(), rest.next().unwrap()];
            bytes.push(u8::from_str_radix(std::str::from_utf8(&digits).unwrap(), 16).unwrap());
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).unwrap()
}

impl State {
    fn ask(
        &mut self,
        method: &str,
        target: &str,
        headers: &BTreeMap<String, String>,
        body: &[u8],
    ) -> (u16, Vec<u8>) {
        if target == "/metadata" {
            return (200, self.metadata());
        }
        let authorization = headers.get("authorization").map(String::as_str);
        let gate = self.gate.as_ref();
        if let Some(answer) = gate.and_then(|it| it.answers(target, authorization, body)) {
            return answer;
        }
        if self.password.is_some() && self.password.as_ref() != headers.get("authorization") {
            return outcome(401, "who are you?");
        }
        let (path, query) = target.split_once('?').unwrap_or((target, ""));
        let path = path.trim_matches('/');
        let over = headers
            .get("if-match")
            .map(|it| it.trim_start_matches("W/").trim_matches('"'));
        match (method, path.contains('/')) {
            ("GET", false) if self.hides == Some(path) => outcome(403, "this is not for you"),
            ("GET", false) => (200, self.search(path, query)),
            ("GET", true) => match self
                .resources
                .get(path)
                .map(|it| &it.1)
                .or(self.history.get(path))
            {
                Some(bytes) => (200, bytes.clone()),
                None => outcome(404, "nothing is here"),
            },
            ("POST", _) if path.is_empty() => self.transaction(body),
            ("POST", _) => {
                let unless = headers.get("if-none-exist").map(String::as_str);
                match self.create(path, unless, body) {
                    Ok((status, place)) => (status, self.resources[&place].1.clone()),
                    Err(refused) => refused,
                }
            }
            ("PUT", _) => match self.update(path, over, body) {
                Ok(status) => (status, self.resources[path].1.clone()),
                Err(refused) => refused,
            },
            _ => outcome(405, "not in this way"),
        }
    }

    fn metadata(&self) -> Vec<u8> {
        let offered = KINDS.into_iter().filter(|it| self.lacks != Some(it));
        let kinds = offered.map(|kind| {
            let can = ["read", "create", "update", "search-type"].map(|code| json!({ "code": code }));
            json!({ "type": kind, "interaction": can, "versioning": "versioned-update", "conditionalCreate": true,
                "updateCreate": true })
        });
        let kinds: Vec<Value> = kinds.collect();
        let together = match self.singly {
            true => json!([]),
            false => json!([{ "code": "transaction" }]),
        };
        let statement = json!({ "resourceType": "CapabilityStatement", "fhirVersion": "4.0.1", "software": { "name": "small" },
            "rest": [{ "mode": "server", "interaction": together, "resource": kinds }] });
        statement.to_string().into_bytes()
    }

    fn found(&self, kind: &str, query: &str) -> Vec<String> {
        let asked: Vec<(String, String)> = query
            .split('&')
            .filter_map(|it| it.split_once('='))
            .filter(|(name, _)| !name.starts_with('_') && *name != "offset")
            .map(|(name, value)| (name.to_owned(), decoded(value)))
            .collect();
        let fits = |resource: &Value| {
            asked.iter().all(|(name, value)| match name.as_str() {
                "identifier" => {
                    let (system, value) = value.split_once('|').unwrap();
                    // An answered form has one only.
                    let names = match &resource["identifier"] {
                        Value::Array(names) => names.as_slice(),
                        name => std::slice::from_ref(name),
                    };
                    names
                        .iter()
                        .any(|it| it["system"] == system && it["value"] == value)
                }
                "birthdate" => resource["birthDate"] == value.as_str(),
                "name" => resource["name"]
                    .to_string()
                    .to_lowercase()
                    .contains(&value.to_lowercase()),
                "patient" if self.shows_all => true,
                "patient" => ["patient", "subject"]
                    .map(|it| &resource[it]["reference"])
                    .contains(&&json!(value)),
                _ => false,
            })
        };
        let of_kind = self.resources.iter().filter(|(place, _)| is_of(place, kind));
        let found = of_kind.filter(|(_, (_, bytes))| fits(&serde_json::from_slice(bytes).unwrap()));
        found.map(|(place, _)| place.clone()).collect()
    }

    fn search(&self, kind: &str, query: &str) -> Vec<u8> {
        let mut bundle = br#"{"resourceType":"Bundle","type":"searchset""#.to_vec();
        let found = self.found(kind, query);
        let (query, offset) = query.split_once("&offset=").unwrap_or((query, "0"));
        let offset: usize = offset.parse().unwrap();
        let end = offset + self.page.unwrap_or(found.len());
        if end < found.len() {
            let next = format!("{kind}?{query}&offset={end}");
            let next = json!([{ "relation": "next", "url": self.leads_to.unwrap_or(&next) }]);
            bundle.extend_from_slice(format!(r#","link":{next}"#).as_bytes());
        }
        let page = found.iter().skip(offset).take(end - offset);
        for (at, place) in page.enumerate() {
            bundle.extend_from_slice(if at == 0 { br#","entry":["# } else { b"," });
            bundle.extend_from_slice(br#"{"resource":"#);
            bundle.extend_from_slice(&self.resources[place].1);
            bundle.push(b'}');
        }
        if bundle.ends_with(b"}") {
            bundle.push(b']');
        }
        bundle.push(b'}');
        bundle
    }

    pub(crate) fn put(&mut self, place: &str, bytes: &[u8]) {
        let mut text = String::from_utf8(bytes.to_vec()).unwrap();
        if let Some((from, to)) = self.replaces {
            text = text.replace(from, to);
        }
        let version = self.resources.get(place).map_or(1, |(version, _)| version + 1);
        let mut members: Members = serde_json::from_str(&text).unwrap();
        let raw = |it: Value| RawValue::from_string(it.to_string()).unwrap();
        members.insert("id".into(), raw(json!(place.split('/').nth(1).unwrap())));
        members.insert("meta".into(), raw(json!({ "versionId": version.to_string() })));
        let bytes = serde_json::to_vec(&members).unwrap();
        self.history
            .insert(format!("{place}/_history/{version}"), bytes.clone());
        self.resources.insert(place.to_owned(), (version, bytes));
    }

    fn create(
        &mut self,
        kind: &str,
        unless: Option<&str>,
        body: &[u8],
    ) -> Result<(u16, String), (u16, Vec<u8>)> {
        if self.refuses == Some(kind) {
            return Err(outcome(422, "this is not wanted here"));
        }
        match self.found(kind, unless.unwrap_or("unknown=")).as_slice() {
            [] => {}
            [place] => return Ok((200, place.clone())),
            _ => return Err(outcome(412, "there are several")),
        }
        self.made += 1;
        let place = format!("{kind}/made-{}", self.made);
        self.put(&place, body);
        Ok((201, place))
    }

    fn update(&mut self, place: &str, over: Option<&str>, body: &[u8]) -> Result<u16, (u16, Vec<u8>)> {
        let version = self.resources.get(place).map(|(version, _)| version.to_string());
        if over.is_some() && over != version.as_deref() {
            return Err(outcome(412, "somebody changed it"));
        }
        self.put(place, body);
        Ok(if version.is_some() { 200 } else { 201 })
    }

    /// All of it or nothing.
    fn transaction(&mut self, body: &[u8]) -> (u16, Vec<u8>) {
        let before = (self.resources.clone(), self.made);
        let mut text = String::from_utf8(body.to_vec()).unwrap();
        let bundle: Value = serde_json::from_slice(body).unwrap();
        let mut answers = Vec::new();
        for at in 0..bundle["entry"].as_array().unwrap().len() {
            // What stands in it is taken from the text, where numbers are as they were written.
            #[derive(serde::Deserialize)]
            struct Bundle<'b> {
                #[serde(borrow)]
                entry: Vec<Entry<'b>>,
            }
            #[derive(serde::Deserialize)]
            struct Entry<'b> {
                #[serde(borrow)]
                resource: &'b RawValue,
            }
            let read: Bundle<'_> = serde_json::from_str(&text).unwrap();
            let resource = read.entry[at].resource.get().as_bytes().to_vec();
            let entry = &bundle["entry"][at];
            let (request, url) = (&entry["request"], entry["request"]["url"].as_str().unwrap());
            let done = match request["method"].as_str() {
                Some("POST") => self.create(url, request["ifNoneExist"].as_str(), &resource),
                _ => {
                    let over = request["ifMatch"].as_str();
                    let over = over.map(|it| it.trim_start_matches("W/").trim_matches('"').to_owned());
                    self.update(url, over.as_deref(), &resource)
                        .map(|status| (status, url.to_owned()))
                }
            };
            match done {
                Ok((status, place)) => {
                    text = text.replace(entry["fullUrl"].as_str().unwrap(), &place);
                    answers.push(json!({ "response": { "status": status.to_string(), "location": place } }));
                }
                Err(refused) => {
                    (self.resources, self.made) = before;
                    return refused;
                }
            }
        }
        let answer = json!({ "resourceType": "Bundle", "type": "transaction-response", "entry": answers });
        (200, answer.to_string().into_bytes())
    }
}
