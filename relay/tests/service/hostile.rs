//! Callers who want to do harm: to memory, to time, to the counts.

use std::{
    io::{Read, Write},
    net::TcpStream,
    time::Duration,
};

use pocketchart_crypto::Secret;
use pocketchart_wire::mailbox::Post;

use crate::{
    World,
    client::{Client, path, sealed, signing_key},
    process::Relay,
};

/// The status that comes back for bytes sent as they are; 0 if the connection was closed.
fn raw(relay: &Relay, bytes: &[u8]) -> u16 {
    let mut stream = TcpStream::connect(relay.address()).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(60))).unwrap();
    // The relay may hang up while this is still sending.
    let _ = stream.write_all(bytes);
    let mut answer = Vec::new();
    let mut some = [0; 1024];
    while !answer.windows(2).any(|window| window == b"\r\n") {
        match stream.read(&mut some) {
            Ok(0) | Err(_) => return 0,
            Ok(read) => answer.extend(&some[..read]),
        }
    }
    String::from_utf8_lossy(&answer)
        .split(' ')
        .nth(1)
        .unwrap()
        .parse()
        .unwrap()
}

#[test]
fn long_bodies_are_not_read() {
    let world = World::sqlite();
    let relay = world.another(crate::process::UNLIMITED);
    let at = path("mailbox", &[0; 16], "");
    let gibibyte = format!("POST {at} HTTP/1.1\r\nhost: x\r\ncontent-length: 1073741824\r\n\r\n");
    assert_eq!(raw(&relay, gibibyte.as_bytes()), 413, "refused for what it says");
    // One that does not say how long it is, is read as far as it may be and no further.
    let mut stream = TcpStream::connect(relay.address()).unwrap();
    let head = format!("POST {at} HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\n");
    stream.write_all(head.as_bytes()).unwrap();
    let chunk = [b"100000\r\n".as_slice(), &vec![0; 1 << 20], b"\r\n"].concat();
    let sent = (0..1024).take_while(|_| stream.write_all(&chunk).is_ok()).count();
    assert!(sent < 64, "{sent} MiB were taken");
    assert!(memory(&relay) < 300 << 20, "{} bytes of memory", memory(&relay));
    assert_eq!(Client::new(&relay.url).get("/healthz").status, 200);
    println!("1 GiB: refused; without a length: cut off after {sent} MiB");
}

/// Bytes of memory that a process has.
fn memory(relay: &Relay) -> u64 {
    let statm = std::fs::read_to_string(format!("/proc/{}/statm", relay.process.id())).unwrap();
    statm.split(' ').nth(1).unwrap().parse::<u64>().unwrap() * 4096
}

#[test]
fn heads_have_a_length() {
    let world = World::sqlite();
    let relay = world.another(crate::process::UNLIMITED);
    let head = |headers: usize, len: usize| {
        let mut head = "GET /healthz HTTP/1.1\r\nhost: x\r\n".to_owned();
        for n in 0..headers {
            head.push_str(&format!("x-{n}: {}\r\n", "y".repeat(len)));
        }
        head.push_str("\r\n");
        raw(&relay, head.as_bytes())
    };
    assert_eq!(head(10, 10), 200);
    for status in [head(1000, 10), head(1, 100_000)] {
        assert!([0, 400, 431].contains(&status), "{status}");
    }
    assert!([0, 400, 414, 431].contains(&raw(
        &relay,
        format!("GET /{} HTTP/1.1\r\n\r\n", "a".repeat(100_000)).as_bytes()
    )));
    for nonsense in [
        b"\0\0\0\0\r\n\r\n".as_slice(),
        b"GET\r\n\r\n",
        b"GET / HTTP/9.9\r\n\r\n",
    ] {
        assert!([0, 400, 505].contains(&raw(&relay, nonsense)));
    }
    assert_eq!(Client::new(&relay.url).get("/healthz").status, 200);
}

/// Connections on which nothing comes, or half a request, take nobody's place.
#[test]
fn slow_callers_do_not_stop_the_others() {
    let world = World::sqlite();
    let relay = world.another(crate::process::UNLIMITED);
    let at = path("mailbox", &[0; 16], "");
    let mut slow: Vec<_> = (0..500)
        .map(|_| TcpStream::connect(relay.address()).unwrap())
        .collect();
    for (n, stream) in slow.iter_mut().enumerate() {
        let half = match n % 3 {
            0 => String::new(),
            1 => "GET /heal".to_owned(),
            _ => format!("POST {at} HTTP/1.1\r\nhost: x\r\ncontent-length: 4096\r\n\r\nhalf"),
        };
        stream.write_all(half.as_bytes()).unwrap();
    }
    let client = Client::new(&relay.url);
    for _ in 0..20 {
        assert_eq!(client.get("/healthz").status, 200);
    }
    // Half a head is not waited for.
    let mut first = &slow[1];
    first.set_read_timeout(Some(Duration::from_secs(60))).unwrap();
    let mut rest = Vec::new();
    first.read_to_end(&mut rest).unwrap();
    println!("500 connections at a standstill; those without a head were closed");
}

#[test]
fn one_address_has_an_allowance() {
    let world = World::sqlite();
    let few = world.another(&["--requests=10"]);
    let client = Client::new(&few.url);
    let statuses: Vec<_> = (0..12).map(|_| client.get("/challenge")).collect();
    assert!(statuses[..10].iter().all(|got| got.status == 200));
    assert_eq!(statuses[11].status, 429);
    let wait: u32 = statuses[11].header("retry-after").unwrap().parse().unwrap();
    assert!((1..=12).contains(&wait), "{wait} s");
    // A page of another origin may read it.
    let exposed = statuses[11].header("access-control-expose-headers");
    assert_eq!(exposed, Some("retry-after"));
    let proxied = world.another(&["--requests=10", "--behind-proxy"]);
    let client = Client::new(&proxied.url);
    for n in 0..12 {
        let from = format!("192.0.2.99, 198.51.100.{n}");
        let got = client
            .ask("GET", "/challenge", b"", &[("x-forwarded-for", &from)])
            .unwrap();
        assert_eq!(got.status, 200, "others behind the same proxy");
    }
    let little = world.another(&["--upload=1"]);
    let client = Client::new(&little.url);
    let post = |client: &Client| {
        let (key, writer) = (signing_key(), Secret::random());
        let letter = Post::new(*key.public().as_bytes(), &writer, 1, sealed(1 << 19));
        let bytes = pocketchart_wire::cbor::to_bytes(&letter);
        let got = client.ask("POST", &path("mailbox", &letter.mailbox(), ""), &bytes, &[]);
        // What is refused is not read: a caller that is still sending may find the connection closed.
        got.map_or(429, |got| got.status)
    };
    assert_eq!([post(&client), post(&client), post(&client)], [201, 429, 429]);
    let each = world.another(&["--connections-each=3"]);
    let _open: Vec<_> = (0..3)
        .map(|_| TcpStream::connect(each.address()).unwrap())
        .collect();
    std::thread::sleep(Duration::from_millis(300));
    assert_eq!(raw(&each, b"GET /healthz HTTP/1.1\r\nhost: x\r\n\r\n"), 0);
}

/// A store that is full takes nothing more, gives out what it has, and takes again when there is room.
#[test]
fn a_full_store_still_gives() {
    let world = World::sqlite();
    let (key, writer) = (signing_key(), Secret::random());
    let letter = Post::new(*key.public().as_bytes(), &writer, 1, sealed(2 << 20));
    let at = path("mailbox", &letter.mailbox(), "");
    assert_eq!(world.client().post(&at, &letter).status, 201);
    let full = world.another(&["--capacity=1", "--requests=0"]);
    let client = Client::new(&full.url);
    assert_eq!(client.post(&at, &letter).status, 507);
    let hash = pocketchart_wire::mailbox::write_hash(&writer);
    let read = pocketchart_wire::mailbox::Read::new(*key.public().as_bytes(), hash, None);
    let got = client.call(&format!("{at}/read"), &key, &letter.mailbox(), &read);
    assert_eq!(
        got.message::<pocketchart_wire::mailbox::Letters>().letters.len(),
        1
    );
}

#[test]
fn counters_have_no_identifiers() {
    let world = World::sqlite();
    let relay = world.another(crate::process::UNLIMITED);
    let client = Client::new(&relay.url);
    let secret = path("link", &[7; 32], "");
    assert_eq!(client.get(&format!("{secret}?recipient=Canary")).status, 404);
    assert_eq!(client.get("/canary").status, 404);
    let text = String::from_utf8(client.get(&relay.metrics).body).unwrap();
    let counted = r#"pocketchart_relay_requests_total{route="/link/{address}",status="404"} 1"#;
    assert!(text.contains(counted), "{text}");
    assert!(
        !text.to_lowercase().contains("canary") && !text.contains(&secret),
        "{text}"
    );
    assert_eq!(
        client.get("/metrics").status,
        404,
        "not where the world can see them"
    );
}

/// Any bytes at any path are refused as nonsense or as not there, and change nothing.
#[test]
fn nonsense_is_refused() {
    let seed = std::env::var("POCKETCHART_SEED").map_or(1, |seed| seed.parse().unwrap());
    let mut random = fastrand::Rng::with_seed(seed);
    let world = World::sqlite();
    let client = world.client();
    let (short, long) = ([3; 16], [4; 32]);
    let paths = [
        ("POST", path("mailbox", &short, "")),
        ("POST", path("mailbox", &short, "/read")),
        ("POST", path("mailbox", &short, "/delete")),
        ("PUT", path("grant", &short, "")),
        ("POST", path("grant", &short, "/take")),
        ("POST", path("grant", &short, "/state")),
        ("POST", path("grant", &short, "/revoke")),
        ("POST", path("grant", &short, "/stop")),
        ("PUT", path("escrow", &short, "")),
        ("POST", path("escrow", &short, "/request")),
        ("POST", path("escrow", &short, "/take")),
        ("POST", path("escrow", &short, "/veto")),
        ("POST", path("escrow", &short, "/end")),
        ("POST", path("escrow", &short, "/state")),
        ("PUT", path("link", &long, "")),
        ("POST", path("link", &long, "")),
        ("POST", path("link", &long, "/manage")),
        ("POST", path("shc", &short, "/put")),
        ("POST", path("shc", &short, "/delete")),
        ("POST", path("vault", &short, "/put")),
        ("POST", path("vault", &short, "/list")),
        ("POST", path("vault", &short, "/get")),
    ];
    let (key, writer) = (signing_key(), Secret::random());
    let letter = Post::new(*key.public().as_bytes(), &writer, 1, sealed(4096));
    let letter = pocketchart_wire::cbor::to_bytes(&letter);
    let asked = br#"{"recipient":"x","passcode":"1","embeddedLengthMax":9}"#;
    let before = std::fs::metadata(world.file("relay.sqlite")).unwrap().len();
    for n in 0..2_000 {
        let mut body = match n % 4 {
            0 => letter.clone(),
            1 => asked.to_vec(),
            2 => vec![0xa1; 64],
            _ => (0..random.usize(0..200)).map(|_| random.u8(..)).collect(),
        };
        for _ in 0..random.usize(1..4) {
            match body.len() {
                0 => body.push(random.u8(..)),
                len => body[random.usize(..len)] = random.u8(..),
            }
        }
        body.truncate(random.usize(0..=body.len()));
        let (method, at) = random.choice(&paths).unwrap();
        let got = client.ask(method, at, &body, &[]).unwrap();
        assert!(
            [400, 404].contains(&got.status),
            "seed {seed}: {} for {method} {at}",
            got.status
        );
        assert!(got.body.is_empty());
    }
    assert_eq!(client.get("/healthz").status, 200);
    assert_eq!(
        std::fs::metadata(world.file("relay.sqlite")).unwrap().len(),
        before
    );
    println!("2,000 bodies of nonsense refused, seed {seed}");
}
