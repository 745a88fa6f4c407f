//! What a locked record leaves behind (decision 12, reliability.md P2): no key in memory, no text in any file; and how
//! much text stays in memory until the process ends.

#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a test")]

use pocketchart_crypto::kdf::{expand, extract};
use pocketchart_crypto::{Label, Secret};
use pocketchart_tests::kept::{Drawing, canary, setup, work};
use std::fs::{self, File};
use std::io::{BufRead, BufReader, Write};
use std::os::unix::fs::FileExt;
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::Arc;

const SEED: u64 = 12;

/// Secrets by name: everything that was drawn, and what is derived of it.
fn secrets() -> Vec<(String, Vec<u8>)> {
    let scratch = tempfile::tempdir().unwrap();
    let drawing = Arc::new(Drawing::new(SEED));
    drawing.remember();
    drop(work(setup(scratch.path(), drawing.clone())));
    let drawn = drawing.secrets();
    let mut secrets = vec![("passphrase".into(), canary(9000).into_bytes())];
    for (number, secret) in drawn.iter().enumerate() {
        let key = Secret::from_slice(secret).unwrap();
        secrets.push((format!("secret {number}"), secret.clone()));
        let mut derive = |from: &Secret<32>, label: &'static str| {
            let derived = expand(from, Label::new(label), &[]);
            secrets.push((format!("secret {number}, {label}"), derived.expose().to_vec()));
        };
        // Whatever it is: of the store's key, of a section key, of a device's seed, of the recovery words.
        for label in ["row-key", "row-digest", "envelope-key", "name-key", "blob-key"] {
            derive(&key, label);
        }
        let device = extract(Label::new("device"), secret);
        for label in ["device-sign", "device-exchange", "device-kem"] {
            derive(&device, label);
        }
        let words = extract(Label::new("root"), secret);
        for label in ["identity", "recovery-kem"] {
            derive(&words, label);
        }
    }
    secrets
}

/// A process that keeps a record.
struct Keeper {
    child: Child,
    input: ChildStdin,
    output: BufReader<ChildStdout>,
}

impl Keeper {
    fn start(folder: &Path, keeps: &str) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_keeper"))
            .args([folder.to_str().unwrap(), &SEED.to_string(), keeps])
            .env("RUST_LOG", "trace")
            .env("TMPDIR", folder)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(File::create(folder.join("errors")).unwrap())
            .spawn()
            .unwrap();
        Self {
            input: child.stdin.take().unwrap(),
            output: BufReader::new(child.stdout.take().unwrap()),
            child,
        }
    }

    /// Waits until it has come to this step.
    fn reaches(&mut self, step: &str) {
        let mut line = String::new();
        self.output.read_line(&mut line).unwrap();
        assert_eq!(line.trim_end(), step);
    }

    fn goes_on(&mut self) {
        writeln!(self.input).unwrap();
    }

    /// How often each needle is in its memory.
    fn search(&self, needles: &[Vec<u8>]) -> Vec<usize> {
        let folder = Path::new("/proc").join(self.child.id().to_string());
        let memory = File::open(folder.join("mem")).unwrap();
        let maps = fs::read_to_string(folder.join("maps")).unwrap();
        let mut counts = vec![0; needles.len()];
        let mut size = 0;
        for line in maps.lines() {
            let mut words = line.split_whitespace();
            let (from, to) = words.next().unwrap().split_once('-').unwrap();
            let from = u64::from_str_radix(from, 16).unwrap();
            let to = u64::from_str_radix(to, 16).unwrap();
            if line.ends_with("[vvar]") || line.ends_with("[vsyscall]") || line.contains("[vvar") {
                continue;
            }
            let mut bytes = vec![0; usize::try_from(to - from).unwrap()];
            // Guard pages cannot be read by anyone.
            if memory.read_exact_at(&mut bytes, from).is_ok() {
                size += bytes.len();
                for (count, found) in counts.iter_mut().zip(occurrences(&bytes, needles)) {
                    *count += found;
                }
            }
        }
        assert!(size > 1 << 20, "only {size} bytes of memory were read");
        counts
    }

    fn end(mut self) {
        self.goes_on();
        assert!(self.child.wait().unwrap().success());
    }
}

/// How often each needle is in the bytes.
fn occurrences(bytes: &[u8], needles: &[Vec<u8>]) -> Vec<usize> {
    let mut counts = vec![0; needles.len()];
    let mut by_start = vec![Vec::new(); 1 << 16];
    let start = |bytes: &[u8]| usize::from(bytes[0]) << 8 | usize::from(bytes[1]);
    for (number, needle) in needles.iter().enumerate() {
        by_start[start(needle)].push(number);
    }
    for at in 0..bytes.len().saturating_sub(1) {
        for number in &by_start[start(&bytes[at..])] {
            counts[*number] += usize::from(bytes[at..].starts_with(&needles[*number]));
        }
    }
    counts
}

fn canaries() -> Vec<Vec<u8>> {
    let numbers = (0..20).chain(1000..1020);
    numbers.map(|number| canary(number).into_bytes()).collect()
}

/// How often canaries are in the files below a folder, or in their names.
fn in_files(folder: &Path) -> (usize, usize) {
    let (mut found, mut files) = (0, 0);
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let mut bytes = path.to_str().unwrap().as_bytes().to_vec();
        if path.is_dir() {
            let (inside, count) = in_files(&path);
            found += inside;
            files += count;
        } else {
            bytes.extend(fs::read(&path).unwrap());
            files += 1;
        }
        found += occurrences(&bytes, &canaries()).iter().sum::<usize>();
    }
    (found, files)
}

#[test]
fn a_locked_record_leaves_no_key_in_memory_and_no_text_in_files() {
    let scratch = tempfile::tempdir().unwrap();
    let (names, needles): (Vec<_>, Vec<_>) = secrets().into_iter().unzip();
    let mut keeper = Keeper::start(scratch.path(), "nothing");
    let mut left = Vec::new();
    for (step, is_open) in [
        ("open", true),
        ("locked", false),
        ("open again", true),
        ("locked again", false),
    ] {
        keeper.reaches(step);
        let keys = keeper.search(&needles);
        let text: usize = keeper.search(&canaries()).iter().sum();
        let (in_files, files) = in_files(scratch.path());
        let hits = keys.iter().sum::<usize>();
        println!(
            "{step}: {hits} keys and {text} words of the record in memory, {in_files} words in {files} files"
        );
        assert_eq!(in_files, 0, "{step}");
        if is_open {
            // Else the search would prove nothing.
            assert!(hits > 0, "no key is found in an open record");
        } else {
            let found = names.iter().zip(&keys).filter(|(_, count)| **count > 0);
            left.extend(found.map(|(name, count)| format!("{step}: {name}, {count} times")));
        }
        keeper.goes_on();
    }
    keeper.child.wait().unwrap();
    let (found, files) = in_files(scratch.path());
    println!("ended: {found} words in {files} files");
    assert_eq!(found, 0);
    assert_eq!(left, Vec::<String>::new());
}

/// Negative control: a copy of one key is kept.
#[test]
fn a_kept_key_is_found() {
    let scratch = tempfile::tempdir().unwrap();
    let needles: Vec<_> = secrets().into_iter().map(|(_, secret)| secret).collect();
    let mut keeper = Keeper::start(scratch.path(), "a-key");
    keeper.reaches("open");
    keeper.goes_on();
    keeper.reaches("locked");
    assert!(keeper.search(&needles).iter().sum::<usize>() > 0);
    keeper.goes_on();
    keeper.reaches("open again");
    keeper.goes_on();
    keeper.reaches("locked again");
    keeper.end();
}
