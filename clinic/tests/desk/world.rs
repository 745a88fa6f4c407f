//! A desk in this process, and browsers that ask it.

use std::{
    io::Read,
    path::PathBuf,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
        mpsc,
    },
    thread,
    time::{Duration, SystemTime, UNIX_EPOCH},
};

use clap::Parser;
use pocketchart_clinic::{Clock, Config, Listening, serve};
use serde_json::{Value, json};
use tempfile::TempDir;
use tokio::sync::oneshot;

pub(crate) const PASSWORD: &str = "correct horse battery";

#[derive(Parser)]
struct Arguments {
    #[command(flatten)]
    config: Config,
}

/// A desk. It stops when this is dropped.
pub(crate) struct World {
    folder: TempDir,
    clock: Arc<AtomicU64>,
    desk: Option<(oneshot::Sender<()>, thread::JoinHandle<()>)>,
    url: String,
    /// Whether somebody may work alone from the next start on.
    pub(crate) is_alone: bool,
    /// Whether the next start ends that passkeys are required.
    pub(crate) passkeys_optional: bool,
    /// What it is told at each start, beside what it always is.
    options: Vec<&'static str>,
    /// What the last start showed.
    pub(crate) setup: Option<String>,
    /// The fingerprint that the last start showed.
    pub(crate) authority: Option<String>,
}

impl World {
    /// A new clinic.
    pub(crate) fn new() -> Self {
        Self::with(&[])
    }

    /// A new clinic whose desk certifies itself under this name.
    pub(crate) fn certifying_itself(host: &'static str) -> Self {
        Self::with(&["--own-certificate", "--host", host])
    }

    /// A new clinic with a proxy in front that does HTTPS under this name.
    pub(crate) fn behind_proxy(host: &'static str) -> Self {
        Self::with(&["--behind-proxy", "--host", host])
    }

    fn with(options: &[&'static str]) -> Self {
        let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs();
        let mut world = Self {
            folder: tempfile::tempdir().unwrap(),
            clock: Arc::new(AtomicU64::new(now)),
            desk: None,
            url: String::new(),
            is_alone: false,
            passkeys_optional: false,
            options: options.to_vec(),
            setup: None,
            authority: None,
        };
        world.start();
        world
    }

    /// A clinic whose administrator is signed in.
    pub(crate) fn with_administrator() -> (Self, Browser) {
        let world = Self::new();
        let with =
            json!({ "secret": world.setup, "login": "ada", "name": "Ada Admin", "password": PASSWORD });
        world.browser().post("/api/setup", &with).is(201);
        let mut ada = world.browser();
        ada.sign_in("ada", PASSWORD);
        (world, ada)
    }

    /// Somebody of a role, signed in, whom an administrator made.
    pub(crate) fn member(&self, ada: &Browser, login: &str, role: &str) -> Browser {
        let first = "the first password";
        let with = json!({ "login": login, "name": login, "role": role, "password": first });
        ada.post("/api/staff", &with).is(201);
        let mut browser = self.browser();
        browser.sign_in(login, first);
        browser
            .post("/api/session/password", &json!({ "old": first, "new": PASSWORD }))
            .is(200);
        browser.sign_in(login, PASSWORD);
        browser
    }

    pub(crate) fn start(&mut self) {
        let data = self.data();
        let arguments = [
            "desk",
            "--name=Lakeside Clinic",
            "--listen=127.0.0.1:0",
            "--data",
            data.to_str().unwrap(),
        ];
        let alone = self.is_alone.then_some("--alone");
        let optional = self.passkeys_optional.then_some("--passkeys-optional");
        let options = self.options.iter().copied();
        let all = arguments.into_iter().chain(alone).chain(optional).chain(options);
        let Arguments { config } = Arguments::parse_from(all);
        let (stop, stopped) = oneshot::channel();
        let (said, ready) = mpsc::channel();
        let time = Arc::clone(&self.clock);
        let clock = Clock::new(move || time.load(Ordering::SeqCst));
        let thread = thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_multi_thread()
                .worker_threads(2)
                .enable_all()
                .build()
                .unwrap();
            let ready = move |listening: Listening| {
                let url = format!("{}://{}", listening.scheme, listening.address);
                said.send((url, listening.new.setup, listening.authority))
                    .unwrap();
            };
            let stop = async {
                let _ = stopped.await;
            };
            runtime.block_on(serve(&config, clock, ready, stop)).unwrap();
        });
        (self.url, self.setup, self.authority) = ready.recv().unwrap();
        self.desk = Some((stop, thread));
    }

    pub(crate) fn stop(&mut self) {
        if let Some((stop, thread)) = self.desk.take() {
            let _ = stop.send(());
            thread.join().unwrap();
        }
    }

    /// Where it listens.
    pub(crate) fn url(&self) -> &str {
        &self.url
    }

    pub(crate) fn data(&self) -> PathBuf {
        self.folder.path().join("clinic")
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Lets time pass.
    pub(crate) fn pass(&self, time: Duration) {
        self.clock.fetch_add(time.as_secs(), Ordering::SeqCst);
    }

    /// Sets the clock back.
    pub(crate) fn set_back(&self, time: Duration) {
        self.clock.fetch_sub(time.as_secs(), Ordering::SeqCst);
    }

    pub(crate) fn browser(&self) -> Browser {
        let agent = ureq::Agent::config_builder()
            .http_status_as_error(false)
            .timeout_global(Some(Duration::from_secs(120)))
            .build()
            .into();
        Browser {
            agent,
            url: self.url.clone(),
            cookie: String::new(),
            csrf: String::new(),
        }
    }

    /// Whether these bytes stand anywhere in what the desk keeps.
    pub(crate) fn holds(&self, text: &str) -> bool {
        let mut ahead = vec![self.data()];
        while let Some(path) = ahead.pop() {
            if path.is_dir() {
                ahead.extend(std::fs::read_dir(&path).unwrap().map(|it| it.unwrap().path()));
            } else if std::fs::read(&path)
                .unwrap()
                .windows(text.len())
                .any(|it| it == text.as_bytes())
            {
                return true;
            }
        }
        false
    }
}

impl Drop for World {
    fn drop(&mut self) {
        if let Some((stop, thread)) = self.desk.take() {
            let _ = stop.send(());
            let _ = thread.join();
        }
    }
}

/// A browser with the cookie of its session.
#[derive(Clone)]
pub(crate) struct Browser {
    agent: ureq::Agent,
    pub(crate) url: String,
    pub(crate) cookie: String,
    pub(crate) csrf: String,
}

/// What came back.
pub(crate) struct Got {
    pub(crate) status: u16,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: Vec<u8>,
}

impl Got {
    /// Its document, of an answer with this status.
    #[track_caller]
    pub(crate) fn is(&self, status: u16) -> Value {
        assert_eq!(self.status, status, "{}", String::from_utf8_lossy(&self.body));
        if self.body.is_empty() {
            Value::Null
        } else {
            serde_json::from_slice(&self.body).unwrap()
        }
    }

    /// The id of a refusal with this status: it has a sentence and a next step.
    #[track_caller]
    pub(crate) fn refuses(&self, status: u16) -> String {
        let document = self.is(status);
        let error = &document["error"];
        for part in ["message", "next"] {
            assert!(
                error[part].as_str().is_some_and(|it| it.contains(' ')),
                "{document}"
            );
        }
        error["id"].as_str().unwrap().to_owned()
    }

    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        let found = self.headers.iter().find(|(its, _)| its == name);
        found.map(|(_, value)| value.as_str())
    }
}

impl Browser {
    pub(crate) fn ask(&self, method: &str, path: &str, headers: &[(&str, &str)], body: &[u8]) -> Got {
        let mut request = ureq::http::Request::builder()
            .method(method)
            .uri(format!("{}{path}", self.url));
        if !self.cookie.is_empty() {
            request = request.header("cookie", &self.cookie);
        }
        if !self.csrf.is_empty() {
            request = request.header("x-csrf-token", &self.csrf);
        }
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let mut response = match body {
            [] => self.agent.run(request.body(()).unwrap()).unwrap(),
            body => self.agent.run(request.body(body).unwrap()).unwrap(),
        };
        let headers = response.headers().iter();
        let headers = headers.map(|(name, value)| (name.to_string(), value.to_str().unwrap().to_owned()));
        Got {
            status: response.status().as_u16(),
            headers: headers.collect(),
            body: response
                .body_mut()
                .with_config()
                .limit(64 << 20)
                .read_to_vec()
                .unwrap(),
        }
    }

    /// What goes on coming.
    pub(crate) fn stream(&self, path: &str) -> Box<dyn Read> {
        let url = format!("{}{path}", self.url);
        let response = self.agent.get(url).header("cookie", &self.cookie).call().unwrap();
        assert_eq!(response.status(), 200);
        Box::new(response.into_body().into_reader())
    }

    pub(crate) fn get(&self, path: &str) -> Got {
        self.ask("GET", path, &[], &[])
    }

    pub(crate) fn send(&self, method: &str, path: &str, document: &Value) -> Got {
        let body = document.to_string();
        self.ask(
            method,
            path,
            &[("content-type", "application/json")],
            body.as_bytes(),
        )
    }

    pub(crate) fn post(&self, path: &str, document: &Value) -> Got {
        self.send("POST", path, document)
    }

    pub(crate) fn delete(&self, path: &str) -> Got {
        self.ask("DELETE", path, &[], &[])
    }

    pub(crate) fn try_sign_in(&self, login: &str, password: &str) -> Got {
        self.post("/api/session", &json!({ "login": login, "password": password }))
    }

    #[track_caller]
    pub(crate) fn sign_in(&mut self, login: &str, password: &str) {
        let got = self.try_sign_in(login, password);
        self.keep(&got);
    }

    /// Goes on in the session that an answer began.
    #[track_caller]
    pub(crate) fn keep(&mut self, got: &Got) {
        self.csrf = got.is(200)["csrf"].as_str().unwrap().to_owned();
        let cookie = got.header("set-cookie").unwrap();
        self.cookie = cookie.split(';').next().unwrap().to_owned();
    }
}
