//! The same allergies by other means, with the programs that people have: a file encrypted by `age`, and a SMART Health Link
//! (a JWE behind a manifest, <https://docs.smarthealthit.org/smart-health-links/spec>) that `curl` fetches from this machine.

use crate::measure::{bytes, millis};
use crate::report::Report;
use aes_gcm::aead::{Aead, Payload};
use aes_gcm::{Aes256Gcm, KeyInit};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use cpu_time::ProcessTime;
use flate2::Compression;
use flate2::read::{DeflateDecoder, DeflateEncoder};
use nix::sys::resource::{UsageWho, getrusage};
use pocketchart_crypto::random_array;
use serde_json::{Value, json};
use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::Command;
use std::thread;
use std::time::Duration;

const EXAMPLE: &[u8] = include_bytes!("../../examples/maria-okafor.json");
const RUNS: usize = 21;

/// CPU time of this process and of all programs that it started and that have ended.
fn all_processes() -> Duration {
    let children = getrusage(UsageWho::RUSAGE_CHILDREN).expect("their usage");
    let micros = [children.user_time(), children.system_time()].map(|it| it.tv_sec() * 1_000_000 + it.tv_usec());
    let children = Duration::from_micros(u64::try_from(micros.iter().sum::<i64>()).expect("a time"));
    ProcessTime::now().as_duration() + children
}

/// The median CPU time of some runs, with what the last one sent.
fn median(mut run: impl FnMut() -> usize) -> (Duration, usize) {
    let mut sent = 0;
    let mut times: Vec<Duration> = (0..RUNS)
        .map(|_| {
            let start = all_processes();
            sent = run();
            all_processes() - start
        })
        .collect();
    times.sort();
    (times[RUNS / 2], sent)
}

fn output(program: &str, arguments: &[&str]) -> Vec<u8> {
    let done = Command::new(program).args(arguments).output().unwrap_or_else(|it| panic!("{program}: {it}"));
    assert!(done.status.success(), "{program}: {}", String::from_utf8_lossy(&done.stderr));
    done.stdout
}

/// The allergies of the example, as a bundle.
fn allergies() -> Vec<u8> {
    let example: Value = serde_json::from_slice(EXAMPLE).expect("JSON");
    let entries = example["entry"].as_array().expect("entries").iter();
    let allergies: Vec<&Value> =
        entries.filter(|it| it["resource"]["resourceType"] == "AllergyIntolerance").collect();
    json!({ "resourceType": "Bundle", "type": "collection", "entry": allergies }).to_string().into_bytes()
}

pub fn run(report: &mut Report) {
    let bundle = allergies();
    let folder = tempfile::tempdir().expect("a folder");
    let (time, sent) = by_age(folder.path(), &bundle);
    report.row(
        "for comparison: the allergies in a file, by age, encrypted and decrypted, CPU of both programs",
        "",
        "",
        None,
        format!("{}, {} ({} in clear); nothing carries it, asks, or says who", millis(time), bytes(sent), bytes(bundle.len())),
    );
    let (time, sent) = by_link(&bundle);
    report.row(
        "for comparison: the allergies by a SMART Health Link on loopback, CPU of host, two `curl` and decryption",
        "",
        "",
        None,
        format!("{}, {} without TLS; 2 round trips, each on a connection of its own", millis(time), bytes(sent)),
    );
    let start = all_processes();
    for _ in 0..RUNS {
        output("curl", &["--version"]);
    }
    println!("of it, a curl that fetches nothing: {}", millis((all_processes() - start) / RUNS as u32));
}

fn by_age(folder: &Path, bundle: &[u8]) -> (Duration, usize) {
    let place = |name: &str| folder.join(name).to_str().expect("a path").to_owned();
    let [plain, sealed, opened, key] = ["plain", "sealed", "opened", "key"].map(place);
    fs::write(&plain, bundle).expect("written");
    output("age-keygen", &["-o", &key]);
    let public = String::from_utf8(output("age-keygen", &["-y", &key])).expect("text");
    let measured = median(|| {
        output("age", &["--recipient", public.trim(), "--output", &sealed, &plain]);
        output("age", &["--decrypt", "--identity", &key, "--output", &opened, &sealed]);
        fs::metadata(&sealed).expect("a file").len() as usize
    });
    assert_eq!(fs::read(&opened).expect("a file"), bundle);
    measured
}

fn by_link(bundle: &[u8]) -> (Duration, usize) {
    median(|| {
        let key = random_array();
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let base = format!("http://{}", listener.local_addr().expect("an address"));
        let file = seal(&key, bundle);
        let manifest = json!({ "files": [{ "contentType": "application/fhir+json", "location": format!("{base}/file") }] });
        let host = thread::spawn(move || {
            answer(&listener, &manifest.to_string()) + answer(&listener, &file)
        });
        let asked = json!({ "recipient": "Lakeside Clinic" }).to_string();
        let manifest = output("curl", &["-sS", "--json", &asked, &format!("{base}/manifest")]);
        let manifest: Value = serde_json::from_slice(&manifest).expect("JSON");
        let file = output("curl", &["-sS", manifest["files"][0]["location"].as_str().expect("a place")]);
        assert_eq!(open(&key, std::str::from_utf8(&file).expect("text")), bundle);
        host.join().expect("served")
    })
}

/// Answers one request; the bytes that crossed.
fn answer(listener: &TcpListener, body: &str) -> usize {
    let (mut stream, _) = listener.accept().expect("a caller");
    let read = request(&mut stream);
    let head = format!("HTTP/1.1 200 OK\r\ncontent-length: {}\r\nconnection: close\r\n\r\n", body.len());
    stream.write_all(format!("{head}{body}").as_bytes()).expect("written");
    read + head.len() + body.len()
}

fn request(stream: &mut TcpStream) -> usize {
    let mut reader = BufReader::new(stream);
    let (mut read, mut body, mut line) = (0, 0, String::new());
    while line.trim() != "" || read == 0 {
        line.clear();
        read += reader.read_line(&mut line).expect("a line");
        if let Some(length) = line.to_ascii_lowercase().strip_prefix("content-length:") {
            body = length.trim().parse().expect("a length");
        }
    }
    reader.read_exact(&mut vec![0; body]).expect("a body");
    read + body
}

/// A compact JWE, `dir` and `A256GCM`, deflated.
fn seal(key: &[u8; 32], bundle: &[u8]) -> String {
    let header = json!({ "alg": "dir", "enc": "A256GCM", "zip": "DEF", "contentType": "application/fhir+json" });
    let header = URL_SAFE_NO_PAD.encode(header.to_string());
    let mut packed = Vec::new();
    DeflateEncoder::new(bundle, Compression::best()).read_to_end(&mut packed).expect("packed");
    let nonce: [u8; 12] = random_array();
    let payload = Payload { msg: &packed, aad: header.as_bytes() };
    let sealed = Aes256Gcm::new(key.into()).encrypt(&nonce.into(), payload).expect("sealed");
    let (text, tag) = sealed.split_at(sealed.len() - 16);
    let [nonce, text, tag] = [&nonce[..], text, tag].map(|it| URL_SAFE_NO_PAD.encode(it));
    format!("{header}..{nonce}.{text}.{tag}")
}

fn open(key: &[u8; 32], file: &str) -> Vec<u8> {
    let parts: Vec<&str> = file.split('.').collect();
    let decoded = |part: usize| URL_SAFE_NO_PAD.decode(parts[part]).expect("base64");
    let nonce: [u8; 12] = decoded(2).try_into().expect("a nonce");
    let sealed = [decoded(3), decoded(4)].concat();
    let payload = Payload { msg: &sealed, aad: parts[0].as_bytes() };
    let packed = Aes256Gcm::new(key.into()).decrypt(&nonce.into(), payload).expect("opened");
    let mut bundle = Vec::new();
    DeflateDecoder::new(packed.as_slice()).read_to_end(&mut bundle).expect("unpacked");
    bundle
}
