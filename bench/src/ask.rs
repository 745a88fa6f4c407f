//! Many requests over connections that stay open, by a client that costs little.

use std::io::{BufRead, BufReader, Read, Write};
use socket2::{Domain, Socket, Type};
use std::net::{Ipv4Addr, SocketAddr, TcpStream};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

/// Connections at once.
const AT_ONCE: usize = 16;

/// A connection.
pub struct Caller {
    stream: BufReader<TcpStream>,
    /// Lines that stand on every request, each with its end.
    pub more: String,
}

impl Caller {
    pub fn new(port: u16) -> Self {
        Self::of(Ipv4Addr::LOCALHOST, port)
    }

    /// From this address of the machine: a server may count what each address asks.
    pub fn of(own: Ipv4Addr, port: u16) -> Self {
        let socket = Socket::new(Domain::IPV4, Type::STREAM, None).expect("a socket");
        socket.bind(&SocketAddr::from((own, 0)).into()).expect("an address");
        socket.connect(&SocketAddr::from((Ipv4Addr::LOCALHOST, port)).into()).expect("it listens");
        let stream = TcpStream::from(socket);
        stream.set_nodelay(true).expect("a connection");
        Self { stream: BufReader::new(stream), more: String::new() }
    }

    /// Asks, and returns status and body. A cookie that comes with it goes with what is asked later.
    pub fn ask(&mut self, method: &str, path: &str, kind: &str, body: &[u8]) -> (u16, Vec<u8>) {
        let head = format!(
            "{method} {path} HTTP/1.1\r\nhost: localhost\r\ncontent-type: {kind}\r\ncontent-length: {}\r\n{}\r\n",
            body.len(),
            self.more
        );
        self.stream.get_mut().write_all(&[head.as_bytes(), body].concat()).expect("sent");
        let (mut status, mut length, mut line) = (0, 0, String::new());
        while line != "\r\n" {
            line.clear();
            assert!(self.stream.read_line(&mut line).expect("an answer") > 0, "it closed the connection");
            let lower = line.to_ascii_lowercase();
            if let Some(rest) = lower.strip_prefix("http/1.1 ") {
                status = rest[..3].parse().expect("a status");
            } else if let Some(rest) = lower.strip_prefix("content-length:") {
                length = rest.trim().parse().expect("a length");
            } else if lower.starts_with("set-cookie:") {
                let cookie = line["set-cookie:".len()..].split(';').next().unwrap_or_default();
                self.more.push_str(&format!("cookie: {}\r\n", cookie.trim()));
            }
        }
        let mut body = vec![0; length];
        self.stream.read_exact(&mut body).expect("a body");
        (status, body)
    }

    pub fn get(&mut self, path: &str) -> Vec<u8> {
        let (status, body) = self.ask("GET", path, "", b"");
        assert_eq!(status, 200, "{path}");
        body
    }
}

/// Does something so many times, over several connections at once; how long it took.
pub fn all(port: u16, count: usize, job: impl Fn(&mut Caller, usize) + Sync) -> Duration {
    let next = AtomicUsize::new(0);
    let start = Instant::now();
    thread::scope(|scope| {
        for _ in 0..AT_ONCE {
            scope.spawn(|| {
                let mut caller = Caller::new(port);
                loop {
                    let n = next.fetch_add(1, Ordering::Relaxed);
                    if n >= count {
                        break;
                    }
                    job(&mut caller, n);
                }
            });
        }
    });
    start.elapsed()
}
