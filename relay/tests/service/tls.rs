//! HTTPS by the relay itself.

use std::{
    fs,
    io::{self, Read, Write},
    net::TcpStream,
    path::{Path, PathBuf},
    process::Command,
    sync::Arc,
    thread,
    time::Duration,
};

use rustls::{ClientConfig, ClientConnection, RootCertStore, StreamOwned, pki_types::CertificateDer};

use crate::{
    World,
    process::{Relay, UNLIMITED},
};

/// A certificate of this machine, signed by itself, in two files.
struct Certificate {
    der: CertificateDer<'static>,
    cert: PathBuf,
    key: PathBuf,
}

impl Certificate {
    /// Written into the files of that name.
    fn write(world: &World, name: &str) -> Self {
        let names = ["localhost", "127.0.0.1"].map(str::to_owned);
        let made = rcgen::generate_simple_self_signed(names).unwrap();
        let cert = world.file(&format!("{name}.crt"));
        let key = world.file(&format!("{name}.key"));
        fs::write(&cert, made.cert.pem()).unwrap();
        fs::write(&key, made.signing_key.serialize_pem()).unwrap();
        Self {
            der: made.cert.der().clone(),
            cert,
            key,
        }
    }

    fn options(&self) -> [String; 2] {
        [("tls-cert", &self.cert), ("tls-key", &self.key)]
            .map(|(name, file)| format!("--{name}={}", file.display()))
    }
}

fn start(world: &World, certificate: &Certificate) -> Relay {
    let [cert, key] = certificate.options();
    world.another(&[UNLIMITED, &[&cert, &key]].concat())
}

fn port(relay: &Relay) -> u16 {
    let (_, port) = relay.url.rsplit_once(':').unwrap();
    assert!(relay.url.starts_with("https://"));
    port.parse().unwrap()
}

type Secured = StreamOwned<ClientConnection, TcpStream>;

/// A connection that trusts this certificate and no other.
fn connect(relay: &Relay, trusted: &Certificate) -> Secured {
    let mut roots = RootCertStore::empty();
    roots.add(trusted.der.clone()).unwrap();
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_root_certificates(roots)
        .with_no_client_auth();
    let name = "localhost".try_into().unwrap();
    let connection = ClientConnection::new(Arc::new(config), name).unwrap();
    let stream = TcpStream::connect(("127.0.0.1", port(relay))).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(60))).unwrap();
    StreamOwned::new(connection, stream)
}

/// Asks whether the relay is well, and leaves the connection open.
fn ask(stream: &mut Secured) -> io::Result<()> {
    stream.write_all(b"GET /healthz HTTP/1.1\r\nhost: localhost\r\n\r\n")?;
    let (mut answer, mut some) = (Vec::new(), [0; 512]);
    while !answer.ends_with(b"\r\n\r\nok\n") {
        let read = stream.read(&mut some)?;
        if read == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        answer.extend(&some[..read]);
    }
    assert!(answer.starts_with(b"HTTP/1.1 200 "));
    Ok(())
}

fn hang_up(relay: &Relay) {
    let pid = relay.process.id().to_string();
    assert!(
        Command::new("kill")
            .args(["-HUP", &pid])
            .status()
            .unwrap()
            .success()
    );
}

#[test]
fn the_relay_speaks_https_by_itself() {
    let world = World::sqlite();
    let (ours, other) = (
        Certificate::write(&world, "ours"),
        Certificate::write(&world, "other"),
    );
    let relay = start(&world, &ours);
    ask(&mut connect(&relay, &ours)).unwrap();
    assert!(
        ask(&mut connect(&relay, &other)).is_err(),
        "another certificate is not taken for it"
    );
    curl(&relay, &ours.cert);
    // Plain HTTP gets no answer there, and who says nothing is not waited for.
    let mut plain = TcpStream::connect(("127.0.0.1", port(&relay))).unwrap();
    plain
        .write_all(b"GET /healthz HTTP/1.1\r\nhost: x\r\n\r\n")
        .unwrap();
    let mut silent = TcpStream::connect(("127.0.0.1", port(&relay))).unwrap();
    for stream in [&mut plain, &mut silent] {
        stream.set_read_timeout(Some(Duration::from_secs(60))).unwrap();
        let mut answer = Vec::new();
        let closed = stream.read_to_end(&mut answer);
        assert!(!closed.is_err_and(|error| error.kind() == io::ErrorKind::WouldBlock));
        assert!(!answer.starts_with(b"HTTP"));
    }
    ask(&mut connect(&relay, &ours)).unwrap();
}

/// Another program's client, which checks the certificate too.
fn curl(relay: &Relay, cert: &Path) {
    let asked = |more: &[&str]| {
        let url = format!("https://localhost:{}/healthz", port(relay));
        Command::new("curl")
            .args([
                "--silent",
                "--max-time",
                "60",
                "--write-out",
                " %{http_code}",
                &url,
            ])
            .args(more)
            .output()
    };
    let Ok(distrusted) = asked(&[]) else {
        assert!(std::env::var_os("CI").is_none(), "curl is not installed");
        println!("not run: curl is not installed");
        return;
    };
    assert!(!distrusted.status.success());
    for version in ["--tlsv1.3", "--tls-max=1.2"] {
        let (flag, value) = version.split_once('=').unwrap_or((version, ""));
        let mut arguments = vec!["--cacert", cert.to_str().unwrap(), flag];
        arguments.extend((!value.is_empty()).then_some(value));
        let got = asked(&arguments).unwrap();
        assert_eq!(got.stdout, b"ok\n 200", "{version}");
    }
    let old = asked(&["--cacert", cert.to_str().unwrap(), "--tls-max", "1.1"]).unwrap();
    assert!(!old.status.success(), "no TLS 1.1");
}

#[test]
fn a_new_certificate_is_read_at_hangup() {
    let world = World::sqlite();
    let (first, second) = (
        Certificate::write(&world, "used"),
        Certificate::write(&world, "second"),
    );
    let relay = start(&world, &first);
    let mut open = connect(&relay, &first);
    ask(&mut open).unwrap();
    fs::copy(&second.cert, &first.cert).unwrap();
    fs::copy(&second.key, &first.key).unwrap();
    hang_up(&relay);
    let begun = std::time::Instant::now();
    while ask(&mut connect(&relay, &second)).is_err() {
        assert!(begun.elapsed() < Duration::from_secs(60));
        thread::sleep(Duration::from_millis(50));
    }
    assert!(
        ask(&mut connect(&relay, &first)).is_err(),
        "the old one is not shown any more"
    );
    ask(&mut open).unwrap();
    // What is no certificate is not used, and said.
    fs::write(&first.cert, "no certificate").unwrap();
    hang_up(&relay);
    let said = || fs::read_to_string(world.file("said")).unwrap();
    while !said().contains("the new certificate is not used") {
        assert!(begun.elapsed() < Duration::from_secs(120));
        thread::sleep(Duration::from_millis(50));
    }
    ask(&mut connect(&relay, &second)).unwrap();
}

#[test]
fn it_does_not_start_with_half_a_certificate() {
    let world = World::sqlite();
    let (ours, other) = (
        Certificate::write(&world, "ours"),
        Certificate::write(&world, "other"),
    );
    let store = format!("--store={}", world.file("another.sqlite").display());
    let start = |options: &[String]| {
        Command::new(env!("CARGO_BIN_EXE_pocketchart-relay"))
            .args(["--listen=127.0.0.1:0", &store])
            .args(options)
            .output()
            .unwrap()
    };
    let [cert, _] = ours.options();
    let [_, key] = other.options();
    for options in [
        vec![cert.clone()],
        vec![key.clone()],
        vec![cert.clone(), key],
        vec![cert.clone(), cert.replace("--tls-cert", "--tls-key")],
        vec!["--tls-cert=missing".to_owned(), "--tls-key=missing".to_owned()],
    ] {
        let done = start(&options);
        assert!(!done.status.success() && done.stdout.is_empty(), "{options:?}");
        assert!(!done.stderr.is_empty());
    }
}
