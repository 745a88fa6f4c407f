//! A desk that certifies itself, before `curl`, which trusts what it is told to trust.

use std::{fs, path::PathBuf, process::Command};

use base64::{Engine, prelude::BASE64_STANDARD};

use crate::world::World;

const HOST: &str = "desk.lakeside.example";

/// What `curl` gets of the desk by its name: the body, or the number by which it fails.
fn curl(world: &World, path: &str, trust: &[&str]) -> Result<Vec<u8>, i32> {
    let (_, port) = world.url().rsplit_once(':').unwrap();
    let got = Command::new("curl")
        .args([
            "--silent",
            "--fail",
            "--resolve",
            &format!("{HOST}:{port}:127.0.0.1"),
        ])
        .args(trust)
        .arg(format!("https://{HOST}:{port}{path}"))
        .output()
        .unwrap();
    match got.status.code() {
        Some(0) => Ok(got.stdout),
        code => Err(code.unwrap()),
    }
}

#[test]
fn who_installs_its_certificate_once_trusts_the_desk_also_after_a_new_start() {
    const NOT_TRUSTED: i32 = 60;
    let mut world = World::certifying_itself(HOST);
    let shown = world.authority.clone().unwrap();
    assert_eq!(curl(&world, "/api/setup", &[]), Err(NOT_TRUSTED));

    let certificate = curl(&world, "/authority.crt", &["--insecure"]).unwrap();
    let fingerprint = pocketchart_crypto::jose::sha256(&certificate);
    let fingerprint: Vec<String> = fingerprint.iter().map(|it| format!("{it:02X}")).collect();
    assert_eq!(fingerprint.join(":"), shown);
    let file: PathBuf = world.path("authority.pem");
    let body = BASE64_STANDARD.encode(&certificate);
    let lines: Vec<&str> = body
        .as_bytes()
        .chunks(64)
        .map(|it| std::str::from_utf8(it).unwrap())
        .collect();
    let pem = format!(
        "-----BEGIN CERTIFICATE-----\n{}\n-----END CERTIFICATE-----\n",
        lines.join("\n")
    );
    fs::write(&file, pem).unwrap();
    let trust = ["--cacert", file.to_str().unwrap()];
    let said = curl(&world, "/api/setup", &trust).unwrap();
    assert!(String::from_utf8(said).unwrap().contains("\"is_own\":true"));

    world.stop();
    world.start();
    assert_eq!(world.authority.as_ref(), Some(&shown));
    assert!(curl(&world, "/api/setup", &trust).is_ok());
}
