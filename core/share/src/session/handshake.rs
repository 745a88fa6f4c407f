use std::fmt;

use pocketchart_crypto::exchange::ExchangePublic;
use pocketchart_crypto::{Label, Secret, hash, kdf, noise};
use snow::resolvers::BoxedCryptoResolver;
use snow::{Builder, HandshakeState, TransportState};

/// Bytes that a handshake message has at most.
pub const MAX_HANDSHAKE: usize = 1024;

/// Bytes of the authenticator in front of a first message.
const KNOCK: usize = 16;

/// Where a handshake's primitives come from; tests count theirs.
pub(crate) type Primitives = fn() -> BoxedCryptoResolver;

pub(crate) fn libsodium() -> BoxedCryptoResolver {
    Box::new(noise::Resolver)
}

/// A protocol and its prologue, to which keys are then added.
pub(crate) fn builder<'a>(
    protocol: &str,
    prologue: &'a [u8],
    primitives: Primitives,
) -> Result<Builder<'a>, HandshakeError> {
    Ok(Builder::with_resolver(protocol.parse()?, primitives()).prologue(prologue)?)
}

/// The key by which a first message is recognised before any Diffie–Hellman is spent on it: floods cost one
/// short hash each (security.md section 10).
pub(crate) struct Knock {
    label: Label,
    key: Secret<32>,
}

impl Knock {
    pub(crate) fn new(label: Label, key: Secret<32>) -> Self {
        Self { label, key }
    }

    fn authenticator(&self, context: &[u8], message: &[u8]) -> Secret<KNOCK> {
        Secret::from_bytes(hash::keyed128(self.label, &self.key, &[context, message]))
    }

    /// The Noise message behind an authenticator made with this key and context.
    pub(crate) fn recognise<'m>(&self, context: &[u8], first: &'m [u8]) -> Option<&'m [u8]> {
        let (authenticator, message) = first.split_first_chunk::<KNOCK>()?;
        (self.authenticator(context, message) == Secret::from_bytes(*authenticator)).then_some(message)
    }
}

/// The calling side, waiting for the answer to its first message.
pub struct Initiator {
    state: HandshakeState,
    first: Vec<u8>,
}

impl Initiator {
    pub(crate) fn start(builder: Builder<'_>, knock: &Knock, context: &[u8]) -> Result<Self, HandshakeError> {
        let mut state = builder.build_initiator()?;
        let message = write(&mut state)?;
        let first = [
            knock.authenticator(context, &message).expose().as_slice(),
            &message,
        ]
        .concat();
        Ok(Self { state, first })
    }

    /// What goes to the other side: an authenticator (16 B) and the first Noise message (96 B in a pairing, 48 B
    /// between devices that know each other).
    pub fn first_message(&self) -> &[u8] {
        &self.first
    }

    /// Ends the handshake with the other side's answer.
    ///
    /// # Errors
    /// [`HandshakeError`] if it was altered, or made by another device or for another first message.
    pub fn finish(mut self, second: &[u8]) -> Result<Session, HandshakeError> {
        read(&mut self.state, second)?;
        Session::new(self.state)
    }
}

/// The called side's answer to a first message that was meant for it.
pub struct Answer {
    /// The session. Until a first message was received through it, whoever recorded the first message of a
    /// handshake and sent it again may be on the other side; they can neither read nor write.
    pub session: Session,
    /// The second Noise message, which goes back to the caller (48 B).
    pub second: Vec<u8>,
}

impl Answer {
    pub(crate) fn new(builder: Builder<'_>, message: &[u8]) -> Result<Self, HandshakeError> {
        let mut state = builder.build_responder()?;
        read(&mut state, message)?;
        let second = write(&mut state)?;
        Ok(Self {
            session: Session::new(state)?,
            second,
        })
    }
}

fn write(state: &mut HandshakeState) -> Result<Vec<u8>, HandshakeError> {
    let mut message = vec![0; MAX_HANDSHAKE];
    let len = state.write_message(&[], &mut message)?;
    message.truncate(len);
    Ok(message)
}

/// Our handshakes carry no payload: whatever else is in a message is refused.
fn read(state: &mut HandshakeState, message: &[u8]) -> Result<(), HandshakeError> {
    if message.len() > MAX_HANDSHAKE {
        return Err(HandshakeError::TooLong);
    }
    let len = state.read_message(message, &mut [0; MAX_HANDSHAKE])?;
    if len == 0 {
        Ok(())
    } else {
        Err(HandshakeError::Refused)
    }
}

/// The keys of a finished handshake, and whom it was with.
pub struct Session {
    pub(super) transport: TransportState,
    check: CheckCode,
    id: SessionId,
    remote: ExchangePublic,
}

/// Names one session: both sides have the same, nobody else, and no other session has it. What is signed with it holds in this
/// session only.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SessionId(pub [u8; 32]);

impl SessionId {
    fn of(handshake_hash: &[u8]) -> Self {
        Self(hash::hash256(Label::new("session-id"), &[handshake_hash]))
    }
}

impl Session {
    fn new(state: HandshakeState) -> Result<Self, HandshakeError> {
        let remote = state
            .get_remote_static()
            .and_then(|key| key.try_into().ok())
            .ok_or(HandshakeError::Refused)?;
        Ok(Self {
            check: CheckCode::of(state.get_handshake_hash()),
            id: SessionId::of(state.get_handshake_hash()),
            remote: ExchangePublic::from_bytes(remote),
            transport: state.into_transport_mode()?,
        })
    }

    /// What both screens show, so that the people can see that nobody stands between them.
    pub fn check_code(&self) -> CheckCode {
        self.check
    }

    /// The session's name.
    pub fn id(&self) -> SessionId {
        self.id
    }

    /// The other device's static key.
    pub fn remote(&self) -> ExchangePublic {
        self.remote
    }
}

impl fmt::Debug for Session {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Session(with {:?})", self.remote)
    }
}

/// Six digits that depend on everything both sides said in the handshake; shown as `123 456`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CheckCode(u32);

impl CheckCode {
    const LABEL: Label = Label::new("check");

    /// Of a handshake's hash, which both sides have.
    pub fn of(handshake_hash: &[u8]) -> Self {
        let key = kdf::expand(&kdf::extract(Self::LABEL, handshake_hash), Self::LABEL, b"");
        let number = key
            .expose()
            .iter()
            .fold(0_u64, |rest, &byte| (rest * 256 + u64::from(byte)) % 1_000_000);
        Self(number as u32)
    }

    /// The number, below 1,000,000.
    pub fn number(self) -> u32 {
        self.0
    }
}

impl fmt::Display for CheckCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:03} {:03}", self.0 / 1000, self.0 % 1000)
    }
}

/// Why no session came about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum HandshakeError {
    /// The first message is for another device, another code, or nobody: it was dropped unread.
    #[error("handshake for somebody else")]
    NotForUs,
    /// Longer than [`MAX_HANDSHAKE`].
    #[error("handshake message too long")]
    TooLong,
    /// Altered on the way, or the other side does not hold the key it should.
    #[error("handshake refused")]
    Refused,
}

/// Which step of Noise failed would only help an attacker.
impl From<snow::Error> for HandshakeError {
    fn from(_: snow::Error) -> Self {
        Self::Refused
    }
}
