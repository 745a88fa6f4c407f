//! Running the program: a home of its own for each test, nothing of the machine's.

use serde_json::Value;
use std::ffi::OsStr;
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use tempfile::TempDir;

pub(crate) const PASSPHRASE: &str = "correct horse battery staple";
pub(crate) const EXAMPLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../examples/maria-okafor.json");

/// A machine: records, state, files.
pub(crate) struct Machine {
    folder: TempDir,
}

/// A device: a record's folder on a machine.
#[derive(Clone, Debug)]
pub(crate) struct Device {
    pub(crate) record: PathBuf,
    state: PathBuf,
}

impl Machine {
    pub(crate) fn new() -> Self {
        Self {
            folder: tempfile::tempdir().unwrap(),
        }
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub(crate) fn file(&self, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path(name);
        fs::write(&path, bytes).unwrap();
        path
    }

    /// A device without a record.
    pub(crate) fn device(&self, name: &str) -> Device {
        Device {
            record: self.path(name),
            state: self.path("state"),
        }
    }

    /// A device with a new record, and its words.
    pub(crate) fn created(&self, name: &str) -> (Device, String) {
        let device = self.device(name);
        let made = device.ok(&["create", "--kdf", "fast", "--name", name]);
        (device, made["words"].as_str().unwrap().to_owned())
    }

    /// A device with the example in it.
    pub(crate) fn filled(&self, name: &str) -> Device {
        let (device, _) = self.created(name);
        let report = device.ok(&["import", EXAMPLE]);
        assert_eq!(report["new"], 132);
        device
    }
}

impl Device {
    /// The program, with this device's record and passphrase.
    pub(crate) fn command<A: AsRef<OsStr>>(&self, arguments: &[A]) -> Command {
        let mut command = self.bare();
        command.env("POCKETCHART_PASSPHRASE", PASSPHRASE).args(arguments);
        command
    }

    /// The program, with this device's record and nothing that opens it.
    pub(crate) fn bare(&self) -> Command {
        let mut command = Command::new(program());
        self.furnish(&mut command);
        command
    }

    /// A shell in which `$P` is the program, with this device's record.
    pub(crate) fn shell(&self, script: &str) -> Command {
        let mut command = Command::new("bash");
        command
            .args(["-euo", "pipefail", "-c", script])
            .env("P", program());
        self.furnish(&mut command);
        command
    }

    fn furnish(&self, command: &mut Command) {
        command
            .env_remove("CARGO")
            .env_remove("POCKETCHART_PASSPHRASE")
            .env("POCKETCHART_RECORD", &self.record)
            .env("XDG_STATE_HOME", &self.state)
            .env("TZ", "UTC")
            .stdin(Stdio::null());
    }

    /// Runs it with `--json`; its document after success.
    pub(crate) fn ok<A: AsRef<OsStr>>(&self, arguments: &[A]) -> Value {
        let output = self.command(arguments).arg("--json").output().unwrap();
        let document = document(&output);
        assert!(output.status.success(), "{document:#}");
        document
    }

    /// Runs it with `--json`; its error after failure with this status.
    pub(crate) fn fails<A: AsRef<OsStr>>(&self, arguments: &[A], exit: i32) -> Value {
        let output = self.command(arguments).arg("--json").output().unwrap();
        refusal(&output, exit)
    }

    /// Runs it with `--json`; the document of a command that did what it could and ends with this status.
    pub(crate) fn fails_with_document<A: AsRef<OsStr>>(&self, arguments: &[A], exit: i32) -> Value {
        let output = self.command(arguments).arg("--json").output().unwrap();
        let document = document(&output);
        assert_eq!(output.status.code(), Some(exit), "{document:#}");
        document
    }

    /// Runs it for people; what they read.
    pub(crate) fn says<A: AsRef<OsStr>>(&self, arguments: &[A]) -> String {
        let output = self.command(arguments).output().unwrap();
        let (out, err) = (text(&output.stdout), text(&output.stderr));
        assert!(output.status.success(), "{out}\n{err}");
        let is_mark = |c: char| ('\u{f0000}'..='\u{f0005}').contains(&c);
        assert!(!out.contains(is_mark), "a style that is not drawn: {out}");
        out
    }

    /// Starts it and reads its standard error until a line has this in it.
    pub(crate) fn start<A: AsRef<OsStr>>(&self, arguments: &[A], until: &str) -> (Child, String) {
        let mut command = self.command(arguments);
        command
            .arg("--json")
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        let mut errors = BufReader::new(child.stderr.take().unwrap());
        let mut line = String::new();
        while !line.contains(until) {
            line.clear();
            assert!(
                errors.read_line(&mut line).unwrap() > 0,
                "it ended before it said {until}"
            );
        }
        std::thread::spawn(move || std::io::copy(&mut errors, &mut std::io::sink()));
        (child, line)
    }

    /// The items of a section.
    pub(crate) fn items(&self, section: &str) -> Vec<Value> {
        let list = self.ok(&["list", section, "--all", "--limit", "1000000"]);
        list["items"].as_array().unwrap().clone()
    }

    /// The one item of a section whose title begins so.
    pub(crate) fn item(&self, section: &str, title: &str) -> Value {
        let begins = |it: &Value| {
            it["facts"]["title"]
                .as_str()
                .is_some_and(|it| it.starts_with(title))
        };
        self.items(section)
            .into_iter()
            .find(begins)
            .unwrap_or_else(|| panic!("no {title} in {section}"))
    }

    /// The bytes of the record's file.
    pub(crate) fn bytes(&self) -> Vec<u8> {
        fs::read(self.record.join("record.db")).unwrap()
    }

    /// Walks everything; nothing may be wrong.
    pub(crate) fn is_whole(&self) {
        let health = self.ok(&["verify"]);
        assert_eq!(health["faults"].as_array().unwrap().len(), 0, "{health:#}");
    }
}

pub(crate) fn program() -> &'static str {
    env!("CARGO_BIN_EXE_pocketchart")
}

pub(crate) fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

/// The one document on standard output: there is nothing else.
pub(crate) fn document(output: &Output) -> Value {
    let (out, err) = (text(&output.stdout), text(&output.stderr));
    assert!(!err.contains("panicked"), "{err}");
    serde_json::from_str(&out).unwrap_or_else(|error| panic!("{error}\n{out}\n{err}"))
}

/// An error says what happened, what was kept and what to do, and has its own exit status.
pub(crate) fn refusal(output: &Output, exit: i32) -> Value {
    let document = document(output);
    let error = document["error"].clone();
    assert_eq!(output.status.code(), Some(exit), "{document:#}");
    assert_eq!(error["exit"], exit);
    for part in ["message", "kept", "next"] {
        let said = error[part].as_str().unwrap_or_default();
        assert!(said.len() > 8 || error["id"] == "usage", "{part}: {document:#}");
    }
    error
}

/// Lines of NDJSON about one person: weights with ids of their own.
pub(crate) fn weights(from: usize, count: usize) -> String {
    let line = |number: usize| {
        format!(
            r#"{{"resourceType":"Observation","id":"weight-{number}","status":"final","category":[{{"coding":[{{"system":"http://terminology.hl7.org/CodeSystem/observation-category","code":"vital-signs"}}]}}],"code":{{"coding":[{{"system":"http://loinc.org","code":"29463-7"}}],"text":"Weight"}},"subject":{{"reference":"Patient/1"}},"effectiveDateTime":"20{:02}-{:02}-{:02}","valueQuantity":{{"value":{}.5,"unit":"kg"}},"note":[{{"text":"{}"}}]}}
"#,
            number / 336 % 90 + 10,
            number / 28 % 12 + 1,
            number % 28 + 1,
            40 + number % 80,
            "said in so many words ".repeat(20),
        )
    };
    (from..from + count).map(line).collect()
}

pub(crate) fn exists(path: &Path) -> bool {
    path.symlink_metadata().is_ok()
}
