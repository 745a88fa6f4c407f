//! Streams between two devices on a network.

use std::io;
use std::net::{SocketAddr, TcpListener, TcpStream, ToSocketAddrs};
use std::time::{Duration, Instant};

/// Nobody who means it takes longer between two messages of a handshake.
const HANDSHAKE: Duration = Duration::from_secs(10);
const CONNECT: Duration = Duration::from_secs(10);
const POLL: Duration = Duration::from_millis(20);

/// The end of a wait; a longer one than can be counted ends in a month.
pub(crate) fn deadline(wait: Duration) -> Instant {
    let now = Instant::now();
    now.checked_add(wait)
        .unwrap_or(now + Duration::from_secs(30 * 86_400))
}

/// Waits for somebody to call.
pub(crate) fn accept(listener: &TcpListener, until: Instant) -> io::Result<TcpStream> {
    listener.set_nonblocking(true)?;
    loop {
        match listener.accept() {
            Ok((stream, _)) => {
                stream.set_nonblocking(false)?;
                return prepared(stream);
            }
            Err(error) if error.kind() == io::ErrorKind::WouldBlock => {
                if Instant::now() >= until {
                    return Err(io::ErrorKind::TimedOut.into());
                }
                std::thread::sleep(POLL);
            }
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
}

/// Calls the first of these addresses that answers.
pub(crate) fn connect(addresses: &[String]) -> io::Result<TcpStream> {
    let mut last = io::Error::from(io::ErrorKind::AddrNotAvailable);
    for address in addresses {
        let resolved: Vec<SocketAddr> = match address.to_socket_addrs() {
            Ok(resolved) => resolved.collect(),
            Err(error) => {
                last = error;
                continue;
            }
        };
        for address in resolved {
            match connect_within(address, CONNECT) {
                Ok(stream) => return Ok(stream),
                Err(error) => last = error,
            }
        }
    }
    Err(last)
}

/// Calls one address, and does not wait long for it to answer.
pub(crate) fn connect_within(address: SocketAddr, limit: Duration) -> io::Result<TcpStream> {
    prepared(TcpStream::connect_timeout(&address, limit)?)
}

fn prepared(stream: TcpStream) -> io::Result<TcpStream> {
    stream.set_nodelay(true)?;
    set_patience(&stream, HANDSHAKE)?;
    Ok(stream)
}

/// How long to wait for the other side.
pub(crate) fn set_patience(stream: &TcpStream, patience: Duration) -> io::Result<()> {
    let patience = Some(patience.max(Duration::from_millis(1)));
    stream.set_read_timeout(patience)?;
    stream.set_write_timeout(patience)
}

/// Ends a connection whose last message is sent. A socket closed while something unread arrives would throw away what
/// the other side has not read yet.
pub(crate) fn hang_up(mut stream: TcpStream) {
    let ended = stream.shutdown(std::net::Shutdown::Write);
    if ended.is_ok() && set_patience(&stream, HANDSHAKE).is_ok() {
        let rest = io::Read::by_ref(&mut stream);
        // Whatever comes now is the other side's good-bye, which changes nothing any more.
        let _ = io::copy(&mut io::Read::take(rest, 1 << 16), &mut io::sink());
    }
}
