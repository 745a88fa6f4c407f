//! Devices of the tour: each is a folder, and processes of this program that work on it.

use crate::failure::{Exit, Failure};
use serde_json::Value;
use std::ffi::OsStr;
use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use tempfile::TempDir;

/// Opens nothing but the tour's own folder, which goes away.
const PASSPHRASE: &str = "only for this tour, in a folder that goes away";

/// The folder of a tour.
pub(super) struct Journey {
    folder: TempDir,
    program: PathBuf,
}

/// One device.
pub(super) struct Device {
    pub(super) name: String,
    pub(super) folder: PathBuf,
    state: PathBuf,
    program: PathBuf,
}

/// A process that waits for another one; ended if nobody comes for it.
pub(super) struct Waiting {
    child: Option<Child>,
    /// The line on its standard error that was waited for.
    pub(super) said: String,
}

impl Journey {
    pub(super) fn begin() -> Result<Self, Failure> {
        let folder = tempfile::Builder::new().prefix("pocketchart-tour-").tempdir();
        Ok(Self {
            folder: folder.map_err(|_| failed("tour-folder"))?,
            program: std::env::current_exe().map_err(|_| failed("tour-folder"))?,
        })
    }

    pub(super) fn device(&self, name: &str) -> Device {
        Device {
            name: name.to_owned(),
            folder: self.folder.path().join(name),
            state: self.folder.path().join("state").join(name),
            program: self.program.clone(),
        }
    }

    pub(super) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// The file to bring in: the person's own where it lies, or the example.
    pub(super) fn file(&self, own: Option<&Path>) -> Result<PathBuf, Failure> {
        if let Some(own) = own {
            crate::file::open(own)?;
            return Ok(own.to_owned());
        }
        let path = self.path(super::EXAMPLE_NAME);
        fs::write(&path, super::EXAMPLE).map_err(|_| failed("tour-folder"))?;
        Ok(path)
    }

    pub(super) fn end(self) -> Result<(), Failure> {
        self.folder.close().map_err(|_| failed("tour-folder"))
    }
}

impl Device {
    fn command<A: AsRef<OsStr>>(&self, arguments: &[A]) -> Command {
        let mut command = Command::new(&self.program);
        command
            .arg("--json")
            .args(arguments)
            .env("POCKETCHART_RECORD", &self.folder)
            .env("POCKETCHART_PASSPHRASE", PASSPHRASE)
            .env("XDG_STATE_HOME", &self.state)
            .env_remove("CARGO")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        command
    }

    /// Runs a command; its document, or why it failed.
    pub(super) fn run<A: AsRef<OsStr>>(&self, arguments: &[A]) -> Result<Value, Failure> {
        self.outcome(arguments)?
            .map_err(|document| step_failed(&document))
    }

    /// Runs a command that may fail: its document either way.
    pub(super) fn outcome<A: AsRef<OsStr>>(&self, arguments: &[A]) -> Result<Result<Value, Value>, Failure> {
        read(&output(&mut self.command(arguments), None)?)
    }

    /// Runs a command that hands a code over by its standard error, and may read a secret; its document and the code.
    pub(super) fn run_for_code(
        &self,
        arguments: &[&str],
        scheme: &str,
        secret: Option<&str>,
    ) -> Result<(Value, String), Failure> {
        let output = output(&mut self.command(arguments), secret)?;
        let document = read(&output)?.map_err(|document| step_failed(&document))?;
        let said = String::from_utf8_lossy(&output.stderr);
        let code = said.lines().find(|line| line.starts_with(scheme));
        Ok((document, code.ok_or_else(|| failed("tour-program"))?.to_owned()))
    }

    /// Runs a command that reads a secret from its standard input.
    pub(super) fn run_with_secret(&self, arguments: &[&OsStr], secret: &str) -> Result<Value, Failure> {
        self.outcome_with_secret(arguments, secret)?
            .map_err(|document| step_failed(&document))
    }

    /// Runs such a command that may fail: its document either way.
    pub(super) fn outcome_with_secret(
        &self,
        arguments: &[&OsStr],
        secret: &str,
    ) -> Result<Result<Value, Value>, Failure> {
        read(&output(&mut self.command(arguments), Some(secret))?)
    }

    /// Starts a command and waits until it says a line that has this in it.
    pub(super) fn start(&self, arguments: &[&str], until: &str) -> Result<Waiting, Failure> {
        let mut child = self
            .command(arguments)
            .spawn()
            .map_err(|_| failed("tour-program"))?;
        let errors = child.stderr.take().map(BufReader::new);
        let mut waiting = Waiting {
            child: Some(child),
            said: String::new(),
        };
        let mut errors = errors.ok_or_else(|| failed("tour-program"))?;
        while !waiting.said.contains(until) {
            waiting.said.clear();
            match errors.read_line(&mut waiting.said) {
                Ok(count) if count > 0 => {}
                _ => return Err(waiting.finish().err().unwrap_or_else(|| failed("tour-program"))),
            }
        }
        // Whatever it says later must find a reader, or it would wait for one.
        std::thread::spawn(move || std::io::copy(&mut errors, &mut std::io::sink()));
        Ok(waiting)
    }
}

impl Waiting {
    /// Waits for its end; its document.
    pub(super) fn finish(mut self) -> Result<Value, Failure> {
        let child = self.child.take().ok_or_else(|| failed("tour-program"))?;
        let output = child.wait_with_output().map_err(|_| failed("tour-program"))?;
        read(&output)?.map_err(|document| step_failed(&document))
    }
}

impl Drop for Waiting {
    fn drop(&mut self) {
        if let Some(child) = &mut self.child {
            let _ = child.kill();
            let _ = child.wait();
        }
    }
}

/// Runs a program to its end, with a line for its standard input.
pub(super) fn output(command: &mut Command, line: Option<&str>) -> Result<Output, Failure> {
    command.stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut run = || {
        let Some(line) = line else {
            return command.output();
        };
        let mut child = command.stdin(Stdio::piped()).spawn()?;
        if let Some(mut input) = child.stdin.take() {
            writeln!(input, "{line}")?;
        }
        child.wait_with_output()
    };
    run().map_err(|_| failed("tour-program"))
}

pub(super) fn read(output: &Output) -> Result<Result<Value, Value>, Failure> {
    let document: Value = serde_json::from_slice(&output.stdout).map_err(|_| failed("tour-program"))?;
    Ok(if output.status.success() {
        Ok(document)
    } else {
        Err(document)
    })
}

pub(super) fn step_failed(document: &Value) -> Failure {
    failed("tour-step").with("message", text(document, "/error/message").to_owned())
}

pub(super) fn failed(id: &'static str) -> Failure {
    Failure::new(id, Exit::Other)
}

/// A text of a document; empty where there is none.
pub(super) fn text<'a>(document: &'a Value, pointer: &str) -> &'a str {
    document
        .pointer(pointer)
        .and_then(Value::as_str)
        .unwrap_or_default()
}

/// A number of a document.
pub(super) fn number(document: &Value, pointer: &str) -> u64 {
    document
        .pointer(pointer)
        .and_then(Value::as_u64)
        .unwrap_or_default()
}

/// The items of a list.
pub(super) fn items<'a>(document: &'a Value, pointer: &str) -> &'a [Value] {
    document
        .pointer(pointer)
        .and_then(Value::as_array)
        .map_or(&[], Vec::as_slice)
}

/// How many bytes a file has.
pub(super) fn size(path: &Path) -> u64 {
    fs::metadata(path).map_or(0, |it| it.len())
}

/// The bytes of a file.
pub(super) fn bytes(path: &Path) -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    let read = fs::File::open(path).and_then(|mut file| file.read_to_end(&mut bytes));
    read.map(|_| bytes).map_err(|_| failed("tour-folder"))
}
