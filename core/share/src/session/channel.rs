use std::fmt;
use std::io::{self, ErrorKind, Read, Write};

use super::handshake::{Answer, HandshakeError, Initiator, MAX_HANDSHAKE, Session};

/// Bytes that a message has at most: 16 MiB.
pub const MAX_MESSAGE: usize = 16 << 20;

/// Bytes of a Noise message's tag.
const TAG: usize = 16;
/// Plaintext bytes of a full frame.
const FRAME: usize = 65_535 - TAG;
/// Stands for a message's length in the frame that ends a session.
const END: u32 = u32::MAX;
/// Frames in one direction after which its key is replaced.
const REKEY: u64 = 1 << 16;

/// An encrypted, ordered channel for messages over a byte stream.
///
/// On the wire a frame is its length (2 B, most significant first) and a Noise transport message. A message is
/// one or more frames: the first starts with the message's length (4 B, encrypted too), all but the last are
/// full. Frames cannot be altered, repeated, left out or reordered; a stream that ends without the closing frame
/// is an error, so nothing can be cut off unseen. An observer sees how much is sent, and when.
///
/// Messages are sent and received one at a time: two sides that both send large ones without receiving wait for
/// each other. Timeouts are those of the stream. After any error the channel is of no more use.
pub struct Channel<S> {
    stream: S,
    session: Session,
    sent: Direction,
    received: Direction,
    state: State,
}

#[derive(Clone, Copy, PartialEq)]
enum State {
    Open,
    /// The other side said that it is done.
    Ended,
    Broken,
}

struct Direction {
    bytes: u64,
    frames: u64,
    rekey_every: u64,
}

impl Direction {
    fn new() -> Self {
        Self {
            bytes: 0,
            frames: 0,
            rekey_every: REKEY,
        }
    }

    /// Counts a frame; true where the key is due.
    fn count(&mut self, bytes: usize) -> bool {
        self.bytes += bytes as u64;
        self.frames += 1;
        self.frames.is_multiple_of(self.rekey_every)
    }
}

impl<S: Read + Write> Channel<S> {
    /// Calls: sends the first message of a handshake over the stream and waits for the answer.
    ///
    /// # Errors
    /// [`SessionError`]: no session came about.
    pub fn initiate(mut stream: S, initiator: Initiator) -> Result<Self, SessionError> {
        write_handshake(&mut stream, initiator.first_message())?;
        let second = read_handshake(&mut stream)?;
        Ok(Self::new(stream, initiator.finish(&second)?))
    }

    /// Is called: waits for a first message and sends what `answer` makes of it, for instance
    /// [`super::PairingOffer::answer`] or [`super::Meeting::answer`].
    ///
    /// # Errors
    /// [`SessionError`]: no session came about; nothing was sent to a caller that `answer` refused.
    pub fn respond(
        mut stream: S,
        answer: impl FnOnce(&[u8]) -> Result<Answer, HandshakeError>,
    ) -> Result<Self, SessionError> {
        let first = read_handshake(&mut stream)?;
        let Answer { session, second } = answer(&first)?;
        write_handshake(&mut stream, &second)?;
        Ok(Self::new(stream, session))
    }

    fn new(stream: S, session: Session) -> Self {
        Self {
            stream,
            session,
            sent: Direction::new(),
            received: Direction::new(),
            state: State::Open,
        }
    }

    /// Sends one message.
    ///
    /// # Errors
    /// [`SessionError::TooLong`] before anything is sent, if it exceeds [`MAX_MESSAGE`]; else what the stream
    /// says.
    pub fn send(&mut self, message: &[u8]) -> Result<(), SessionError> {
        let len = u32::try_from(message.len())
            .ok()
            .filter(|_| message.len() <= MAX_MESSAGE);
        self.message(len.ok_or(SessionError::TooLong)?, message)
    }

    /// Waits for the next message; none once the other side is done.
    ///
    /// # Errors
    /// [`SessionError`]: the stream broke off, or what came was not sent by the other side.
    pub fn receive(&mut self) -> Result<Option<Vec<u8>>, SessionError> {
        match self.state {
            State::Ended => return Ok(None),
            State::Broken => return Err(SessionError::Broken),
            State::Open => {}
        }
        // Whatever goes wrong half-way leaves nothing to go on with.
        self.state = State::Broken;
        let first = self.read_frame()?;
        let (len, start) = first.split_first_chunk().ok_or(SessionError::Malformed)?;
        let len = match u32::from_be_bytes(*len) {
            END if start.is_empty() => {
                self.state = State::Ended;
                return Ok(None);
            }
            END => return Err(SessionError::Malformed),
            len => len as usize,
        };
        if len > MAX_MESSAGE {
            return Err(SessionError::TooLong);
        }
        let (mut message, mut full) = (start.to_vec(), first.len() == FRAME);
        while message.len() < len {
            let frame = if full { self.read_frame()? } else { Vec::new() };
            // Only the last frame may be short, and none is empty: a message takes no more frames than it needs.
            if frame.is_empty() {
                return Err(SessionError::Malformed);
            }
            full = frame.len() == FRAME;
            message.extend(frame);
        }
        if message.len() != len {
            return Err(SessionError::Malformed);
        }
        self.state = State::Open;
        Ok(Some(message))
    }

    /// Tells the other side that nothing more comes from this one, and gives the stream back.
    ///
    /// # Errors
    /// What the stream says.
    pub fn close(mut self) -> Result<S, SessionError> {
        if self.state == State::Ended {
            self.state = State::Open;
        }
        self.message(END, &[])?;
        Ok(self.stream)
    }

    /// The session, for its check code and the other side's key.
    pub fn session(&self) -> &Session {
        &self.session
    }

    /// The stream, to set its timeouts.
    pub fn stream(&self) -> &S {
        &self.stream
    }

    /// Bytes sent since the handshake, frames and tags included.
    pub fn bytes_sent(&self) -> u64 {
        self.sent.bytes
    }

    /// Bytes received since the handshake, frames and tags included.
    pub fn bytes_received(&self) -> u64 {
        self.received.bytes
    }

    fn message(&mut self, len: u32, message: &[u8]) -> Result<(), SessionError> {
        if self.state == State::Broken {
            return Err(SessionError::Broken);
        }
        let before = std::mem::replace(&mut self.state, State::Broken);
        let (start, rest) = message.split_at(message.len().min(FRAME - 4));
        self.write_frame(&[len.to_be_bytes().as_slice(), start].concat())?;
        for part in rest.chunks(FRAME) {
            self.write_frame(part)?;
        }
        self.stream.flush()?;
        self.state = before;
        Ok(())
    }

    fn write_frame(&mut self, plaintext: &[u8]) -> Result<(), SessionError> {
        let mut frame = vec![0; 2 + plaintext.len() + TAG];
        let (head, body) = frame.split_at_mut(2);
        let len = self
            .session
            .transport
            .write_message(plaintext, body)
            .map_err(|_| SessionError::Broken)?;
        head.copy_from_slice(
            &u16::try_from(len)
                .map_err(|_| SessionError::Broken)?
                .to_be_bytes(),
        );
        self.stream.write_all(&frame)?;
        if self.sent.count(frame.len()) {
            self.session.transport.rekey_outgoing();
        }
        Ok(())
    }

    fn read_frame(&mut self) -> Result<Vec<u8>, SessionError> {
        let frame = read_prefixed(&mut self.stream, usize::from(u16::MAX))?;
        let mut plaintext = vec![0; frame.len()];
        let len = self
            .session
            .transport
            .read_message(&frame, &mut plaintext)
            .map_err(|_| SessionError::Altered)?;
        plaintext.truncate(len);
        if self.received.count(2 + frame.len()) {
            self.session.transport.rekey_incoming();
        }
        Ok(plaintext)
    }

    #[cfg(test)]
    pub(super) fn rekey_every(mut self, frames: u64) -> Self {
        (self.sent.rekey_every, self.received.rekey_every) = (frames, frames);
        self
    }
}

impl<S> fmt::Debug for Channel<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Channel({:?})", self.session)
    }
}

fn write_handshake(stream: &mut impl Write, message: &[u8]) -> Result<(), SessionError> {
    let len = u16::try_from(message.len()).map_err(|_| HandshakeError::TooLong)?;
    stream.write_all(&[len.to_be_bytes().as_slice(), message].concat())?;
    Ok(stream.flush()?)
}

fn read_handshake(stream: &mut impl Read) -> Result<Vec<u8>, SessionError> {
    read_prefixed(stream, MAX_HANDSHAKE)
}

/// Reads a length (2 B) and as many bytes.
fn read_prefixed(stream: &mut impl Read, max: usize) -> Result<Vec<u8>, SessionError> {
    let mut len = [0; 2];
    stream.read_exact(&mut len)?;
    let len = usize::from(u16::from_be_bytes(len));
    if len > max {
        return Err(HandshakeError::TooLong.into());
    }
    let mut bytes = vec![0; len];
    stream.read_exact(&mut bytes)?;
    Ok(bytes)
}

/// Why a session did not start or could not go on.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum SessionError {
    /// The two sides did not agree on keys.
    #[error(transparent)]
    Handshake(#[from] HandshakeError),
    /// The other side said nothing, or took nothing, for as long as the stream waits.
    #[error("timed out")]
    TimedOut,
    /// The connection ended before the session did.
    #[error("connection interrupted")]
    Interrupted,
    /// What came is not what the other side sent: altered, repeated, left out or out of order.
    #[error("transmission altered")]
    Altered,
    /// The other side holds the keys but does not keep to the format.
    #[error("malformed message")]
    Malformed,
    /// Longer than [`MAX_MESSAGE`].
    #[error("message too long")]
    TooLong,
    /// The channel failed before.
    #[error("channel is broken")]
    Broken,
    /// Anything else the stream said.
    #[error("connection failed")]
    Io(#[source] io::Error),
}

impl From<io::Error> for SessionError {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            ErrorKind::WouldBlock | ErrorKind::TimedOut => Self::TimedOut,
            ErrorKind::UnexpectedEof
            | ErrorKind::ConnectionReset
            | ErrorKind::ConnectionAborted
            | ErrorKind::BrokenPipe => Self::Interrupted,
            _ => Self::Io(error),
        }
    }
}

#[cfg(test)]
mod tests;
