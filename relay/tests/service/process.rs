//! Relay processes, and the folder of their store.

use std::{
    fs,
    io::{BufRead, BufReader},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
};

use tempfile::TempDir;

use crate::{
    client::{Client, now},
    clocked::Clocked,
};

/// One store and the relays on it.
pub(crate) struct World {
    folder: TempDir,
    store: String,
    /// What every relay of it is told besides.
    options: Vec<String>,
    relays: Vec<Relay>,
}

impl World {
    /// One relay on a new SQLite file.
    pub(crate) fn sqlite() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let store = folder.path().join("relay.sqlite").to_str().unwrap().to_owned();
        Self::new((folder, store), vec![], 1)
    }

    /// The same, and bodies of more than so many KiB in a folder beside it.
    pub(crate) fn with_blobs(kib: usize) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let store = folder.path().join("relay.sqlite").to_str().unwrap().to_owned();
        let blobs = folder.path().join("blobs").to_str().unwrap().to_owned();
        Self::new((folder, store), objects(&blobs, kib), 1)
    }

    /// The same, and such bodies in a bucket.
    pub(crate) fn beside(bucket: &str, kib: usize) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let store = folder.path().join("relay.sqlite").to_str().unwrap().to_owned();
        Self::new((folder, store), objects(bucket, kib), 1)
    }

    /// Two relays on one PostgreSQL database.
    pub(crate) fn postgres(url: &str) -> Self {
        Self::new((tempfile::tempdir().unwrap(), url.to_owned()), vec![], 2)
    }

    /// The same, and all bodies in a folder that both have.
    pub(crate) fn postgres_with_blobs(url: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let blobs = folder.path().join("blobs").to_str().unwrap().to_owned();
        Self::new((folder, url.to_owned()), objects(&blobs, 0), 2)
    }

    fn new((folder, store): (TempDir, String), options: Vec<String>, relays: usize) -> Self {
        let mut world = Self {
            folder,
            store,
            options,
            relays: Vec::new(),
        };
        world
            .relays
            .extend((0..relays).map(|_| world.another(UNLIMITED)).collect::<Vec<_>>());
        world
    }

    /// Asks the first relay.
    pub(crate) fn client(&self) -> Client {
        self.client_of(0)
    }

    /// Asks one of the relays.
    pub(crate) fn client_of(&self, n: usize) -> Client {
        Client::new(&self.relays[n % self.relays.len()].url)
    }

    /// Another relay on the same store, with other options.
    pub(crate) fn another(&self, options: &[&str]) -> Relay {
        let all: Vec<&str> = self
            .options
            .iter()
            .map(String::as_str)
            .chain(options.iter().copied())
            .collect();
        Relay::start(&self.folder.path().join("said"), &self.store, &all)
    }

    /// Two relays in this process on the same store, by a clock that can be moved; it says the time now.
    pub(crate) fn clocked(&self) -> Clocked {
        Clocked::start(&self.store, &self.options, now())
    }

    /// Ends the relays without a word and starts as many again.
    pub(crate) fn kill_and_start(&mut self) {
        for n in 0..self.relays.len() {
            let process = &mut self.relays[n].process;
            process.kill().unwrap();
            process.wait().unwrap();
            self.relays[n] = self.another(UNLIMITED);
        }
    }

    /// A file in the folder of the store, which nothing has written yet.
    pub(crate) fn file(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Everything that the relays have written: their store, and what they said.
    pub(crate) fn written(&self) -> Vec<(PathBuf, Vec<u8>)> {
        fs::read_dir(self.folder.path())
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .map(|path| (path.clone(), fs::read(&path).unwrap()))
            .collect()
    }
}

fn objects(place: &str, kib: usize) -> Vec<String> {
    vec![format!("--blobs={place}"), format!("--blobs-above={kib}")]
}

/// All tests ask from one address.
pub(crate) const UNLIMITED: &[&str] = &["--requests=0", "--upload=0", "--connections-each=0"];

const PROGRAM: &str = env!("CARGO_BIN_EXE_pocketchart-relay");

/// A relay at work. It is killed when it is dropped.
pub(crate) struct Relay {
    pub(crate) process: Child,
    pub(crate) url: String,
    pub(crate) metrics: String,
}

impl Relay {
    /// Starts one. What it says on standard error is added to `said`.
    pub(crate) fn start(said: &Path, store: &str, options: &[&str]) -> Self {
        Self::start_by(Command::new(PROGRAM), said, store, options)
    }

    /// Starts one whose files cannot be longer than so many KiB, as if the disk were full.
    pub(crate) fn start_on_a_small_disk(said: &Path, store: &str, kib: u64) -> Self {
        let mut shell = Command::new("bash");
        let script = format!("trap '' XFSZ; ulimit -Sf {kib}; exec {PROGRAM} \"$@\"");
        shell.args(["-c", &script, "bash"]);
        Self::start_by(shell, said, store, UNLIMITED)
    }

    fn start_by(mut command: Command, said: &Path, store: &str, options: &[&str]) -> Self {
        let said = fs::OpenOptions::new()
            .create(true)
            .append(true)
            .open(said)
            .unwrap();
        let mut process = command
            .args(["--listen=127.0.0.1:0", "--metrics=127.0.0.1:0", "--store", store])
            .args(options)
            .stdout(Stdio::piped())
            .stderr(said)
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(process.stdout.take().unwrap()).lines();
        let mut next = |before: &str| {
            let line = lines.next().expect("the relay started").unwrap();
            line.strip_prefix(before).unwrap().to_owned()
        };
        let (url, metrics) = (next("listening on "), next("counting on "));
        Self {
            process,
            url,
            metrics,
        }
    }

    /// Its address without a scheme.
    pub(crate) fn address(&self) -> &str {
        self.url.strip_prefix("http://").unwrap()
    }
}

impl Drop for Relay {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
