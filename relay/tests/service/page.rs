//! The emergency page, served by a relay that was told to, and by no other.

use std::{
    fs,
    io::{Read, Write},
    net::TcpStream,
    os::unix::fs::symlink,
    path::{Path, PathBuf},
};

use crate::{
    World,
    client::{Client, Got},
    process::{Relay, UNLIMITED},
};

/// As it stands in docs/emergency-page.md.
const HEADERS: [(&str, &str); 5] = [
    ("content-security-policy", "frame-ancestors 'none'"),
    ("referrer-policy", "no-referrer"),
    ("x-content-type-options", "nosniff"),
    ("strict-transport-security", "max-age=31536000"),
    ("cache-control", "no-cache"),
];

fn serving(world: &World, folder: &Path) -> Relay {
    let page = format!("--page={}", folder.display());
    world.another(&[UNLIMITED, &[&page]].concat())
}

/// The page that is published.
fn published() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../web/dist")
}

fn files(folder: &Path, at: &str, found: &mut Vec<(String, Vec<u8>)>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = format!("{at}/{}", path.file_name().unwrap().to_str().unwrap());
        if path.is_dir() {
            files(&path, &name, found);
        } else {
            found.push((name, fs::read(path).unwrap()));
        }
    }
}

#[test]
fn it_is_served_as_published_and_only_if_told() {
    let world = World::sqlite();
    let (told, untold) = (serving(&world, &published()), world.client());
    let client = Client::new(&told.url);
    let mut all = Vec::new();
    files(&published(), "", &mut all);
    assert!(all.len() > 10);
    let index = all.iter().find(|(name, _)| name == "/index.html").unwrap();
    all.push(("/".to_owned(), index.1.clone()));
    let nothing = untold.get("/no/such/path");
    for (name, bytes) in &all {
        let got = client.get(name);
        assert_eq!((got.status, &got.body), (200, bytes), "{name}");
        for (header, value) in HEADERS {
            assert_eq!(got.header(header), Some(value), "{name}");
        }
        let kind = match name.rsplit_once('.').map(|(_, ending)| ending) {
            Some("js") => "text/javascript",
            Some("css") => "text/css",
            Some("json") => "application/json",
            _ => "text/html",
        };
        assert_eq!(got.header("content-type"), Some(kind), "{name}");
        let head = client.ask("HEAD", name, b"", &[]).unwrap();
        assert_eq!((head.status, head.body.len()), (200, 0));
        // The control: the same store, and nobody told this one.
        assert_eq!(untold.get(name), nothing, "{name}");
    }
    println!("{} files", all.len());
    let said = fs::read_to_string(world.file("said")).unwrap();
    assert_eq!(
        said.matches("can read all that is opened with it").count(),
        1,
        "{said}"
    );
}

#[test]
fn it_hides_no_service_and_leads_nowhere_else() {
    let world = World::sqlite();
    let folder = world.file("page");
    let secret = world.file("secret");
    fs::write(&secret, "not for anybody").unwrap();
    for name in ["", "assets", "link", "mailbox", "challenge"] {
        fs::create_dir_all(folder.join(name)).unwrap();
    }
    let unseen = "AAAAAAAAAAAAAAAAAAAAAA";
    for name in [
        "index.html",
        "healthz",
        "assets/a.js",
        &format!("mailbox/{unseen}"),
        "challenge/index.html",
    ] {
        fs::write(folder.join(name), format!("the page's {name}")).unwrap();
    }
    symlink(&secret, folder.join("followed")).unwrap();
    let relay = serving(&world, &folder);
    let (client, untold) = (Client::new(&relay.url), world.client());
    let nothing = untold.get("/no/such/path");
    let not_here = |got: Got, what: &str| assert_eq!(got, nothing, "{what}");

    assert_eq!(client.get("/").body, b"the page's index.html");
    assert_eq!(client.get("/healthz").body, b"ok\n");
    assert_eq!(client.get("/challenge").body.len(), 40);
    // What is there for another method only stays so.
    let at = format!("/mailbox/{unseen}");
    assert_eq!(client.get(&at), untold.get(&at));
    for path in [
        "/assets",
        "/assets/",
        "/assets/b.js",
        "/link",
        "/link/",
        "/index.html/",
        "/index.html/x",
    ] {
        not_here(client.get(path), path);
    }
    for method in ["POST", "PUT", "DELETE", "PATCH"] {
        not_here(client.ask(method, "/", b"x", &[]).unwrap(), method);
    }
    // The operator's own link is followed; a caller's path leads nowhere.
    assert_eq!(client.get("/followed").body, b"not for anybody");
    let mut tried = 0;
    for up in [
        "..",
        "%2e%2e",
        ".%2E",
        "..%2f..",
        "%2e%2e%2f",
        "..%5c",
        "%00",
        "x%00",
        "..%00",
    ] {
        for before in [
            "/",
            "//",
            "/assets/",
            "/assets/../",
            "/./",
            "/%2f",
            "/assets/%2e%2e/",
        ] {
            let path = format!("{before}{up}/secret");
            let answer = raw(&relay, &path);
            assert!(answer.starts_with("HTTP/1.1 404 "), "{path}: {answer}");
            assert!(!answer.contains("not for anybody"), "{path}");
            tried += 1;
        }
    }
    let long = format!("/{}", "a".repeat(5000));
    assert!(raw(&relay, &long).starts_with("HTTP/1.1 404 "));
    let absolute = secret.to_str().unwrap();
    for path in [
        format!("/{absolute}"),
        absolute.to_owned(),
        absolute.replace('/', "%2f"),
    ] {
        let answer = raw(&relay, &format!("/{path}"));
        assert!(answer.starts_with("HTTP/1.1 404 "), "{path}: {answer}");
        tried += 1;
    }
    // The control: such a path, as it is written, is answered where it stays inside.
    assert!(raw(&relay, "/%61ssets/./a%2ejs").ends_with("the page's assets/a.js"));
    println!("{tried} paths lead nowhere");
}

/// Asks for a path as it is written: a client would tidy it.
fn raw(relay: &Relay, path: &str) -> String {
    let mut stream = TcpStream::connect(relay.address()).unwrap();
    write!(
        stream,
        "GET {path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n"
    )
    .unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    answer
}

#[test]
fn a_folder_without_one_is_refused() {
    let world = World::sqlite();
    let folder = world.file("empty");
    fs::create_dir(&folder).unwrap();
    let page = format!("--page={}", folder.display());
    let done = std::process::Command::new(env!("CARGO_BIN_EXE_pocketchart-relay"))
        .args(["--listen=127.0.0.1:0", &page, "--store"])
        .arg(world.file("another.sqlite"))
        .output()
        .unwrap();
    assert!(!done.status.success());
    let said = String::from_utf8(done.stderr).unwrap();
    assert_eq!(said, "there is no emergency page in that folder\n");
}
