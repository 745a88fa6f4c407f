//! Where the browser comes back to after a sign-in: an address of this machine, for once (RFC 8252, section 7.3).

use crate::failure::{Exit, Failure};
use crate::program::Program;
use pocketchart_strings::Message;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::thread;
use std::time::{Duration, Instant};

const PATH: &str = "/callback";
/// A person signs in, finds a second factor, reads what is asked.
const PATIENCE: Duration = Duration::from_secs(15 * 60);
const OFTEN: Duration = Duration::from_millis(50);
/// A browser says its request at once, and in few bytes.
const SAYING: Duration = Duration::from_secs(5);
const MOST: u64 = 32 << 10;

pub(super) struct Waiting {
    listener: TcpListener,
}

/// A browser that came back, and waits for a page.
pub(super) struct Came {
    stream: TcpStream,
    address: String,
}

pub(super) fn listen(port: u16) -> Result<Waiting, Failure> {
    let taken = |_| Failure::new("source-port", Exit::Refused).with("port", u64::from(port));
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map_err(taken)?;
    listener.set_nonblocking(true).map_err(taken)?;
    Ok(Waiting { listener })
}

impl Waiting {
    pub(super) fn address(&self) -> Result<String, Failure> {
        let address = self.listener.local_addr();
        let address = address.map_err(|_| Failure::new("source-no-answer", Exit::Unanswered))?;
        Ok(format!("http://{address}{PATH}"))
    }

    /// Waits for the browser. What else comes by, such as a request for an icon, is turned away.
    pub(super) fn wait(&self, program: &Program) -> Result<Came, Failure> {
        let until = Instant::now() + PATIENCE;
        while Instant::now() < until {
            let Ok((stream, _)) = self.listener.accept() else {
                thread::sleep(OFTEN);
                continue;
            };
            match asked(&stream) {
                Some(path) if path.split('?').next() == Some(PATH) => {
                    let address = format!("{}{path}", self.address()?.trim_end_matches(PATH));
                    return Ok(Came { stream, address });
                }
                _ => answer(&stream, 404, &program.show(&Message::SourceBrowserOther)),
            }
        }
        Err(Failure::new("source-no-answer", Exit::Unanswered))
    }
}

impl Came {
    /// The whole address that the browser was sent to.
    pub(super) fn address(&self) -> &str {
        &self.address
    }

    /// Tells the person in the browser how it ended.
    pub(super) fn answer(&self, program: &Program, done: bool) {
        let (status, message) = match done {
            true => (200, Message::SourceBrowserDone),
            false => (400, Message::SourceBrowserFailed),
        };
        answer(&self.stream, status, &program.show(&message));
    }
}

/// The path and query of a `GET`.
fn asked(stream: &TcpStream) -> Option<String> {
    stream.set_nonblocking(false).ok()?;
    stream.set_read_timeout(Some(SAYING)).ok()?;
    stream.set_write_timeout(Some(SAYING)).ok()?;
    let mut lines = BufReader::new(stream.take(MOST)).lines();
    let first = lines.next()?.ok()?;
    // The rest is read before it is answered, or the browser would see the connection break.
    for line in lines.map_while(Result::ok) {
        if line.is_empty() {
            break;
        }
    }
    let mut words = first.split(' ');
    (words.next()? == "GET").then_some(())?;
    words.next().map(str::to_owned)
}

/// The address in the browser holds the code, which is used up: no script, and nothing that could pass it on.
fn answer(mut stream: &TcpStream, status: u16, sentence: &str) {
    let body = format!(
        "<!doctype html><meta charset=utf-8><meta name=viewport content=\"width=device-width\"><title>Pocketchart</title><p>{sentence}</p>\n"
    );
    let head = format!(
        "HTTP/1.1 {status} \r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {}\r\nCache-Control: no-store\r\n\
         Referrer-Policy: no-referrer\r\nContent-Security-Policy: default-src 'none'\r\nConnection: close\r\n\r\n",
        body.len()
    );
    // The browser may be gone; the sign-in counts all the same.
    let _ = stream
        .write_all(head.as_bytes())
        .and_then(|()| stream.write_all(body.as_bytes()));
}
