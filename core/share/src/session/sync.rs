use pocketchart_crypto::exchange::{ExchangePublic, ExchangeSecret};
use pocketchart_crypto::{Label, kdf};

use super::handshake::{Answer, HandshakeError, Initiator, Knock, Primitives, builder, libsodium};

const PROTOCOL: &str = "Noise_KK_25519_ChaChaPoly_BLAKE2b";

/// What two devices meet for. The first message of one kind of meeting is none of another kind.
struct Occasion {
    prologue: Label,
    knock: Label,
}

const SYNC: Occasion = Occasion {
    prologue: Label::new("sync"),
    knock: Label::new("sync/knock"),
};
const AFTER_GRANT: Occasion = Occasion {
    prologue: Label::new("grant/after"),
    knock: Label::new("grant/after-knock"),
};

/// Another device that is known: of the same person, whose static key a certificate vouches for, or of the other side of a grant.
/// Made once and kept: it costs a Diffie–Hellman.
pub struct Peer {
    public: ExchangePublic,
    prologue: Label,
    knock: Knock,
}

impl Peer {
    /// The device with this static key, as seen from `own`.
    ///
    /// # Errors
    /// [`HandshakeError::Refused`] if the key is weak.
    pub fn new(own: &ExchangeSecret, public: ExchangePublic) -> Result<Self, HandshakeError> {
        Self::at(&SYNC, own, public)
    }

    /// The other side of a grant that was redeemed, to speak about how it ended ([`crate::redeem::AfterCall`]).
    ///
    /// # Errors
    /// [`HandshakeError::Refused`] if the key is weak.
    pub fn after_grant(own: &ExchangeSecret, public: ExchangePublic) -> Result<Self, HandshakeError> {
        Self::at(&AFTER_GRANT, own, public)
    }

    fn at(occasion: &Occasion, own: &ExchangeSecret, public: ExchangePublic) -> Result<Self, HandshakeError> {
        let shared = own.agree(&public).map_err(|_| HandshakeError::Refused)?;
        let key = kdf::expand(
            &kdf::extract(occasion.knock, shared.expose()),
            occasion.knock,
            b"",
        );
        Ok(Self {
            public,
            prologue: occasion.prologue,
            knock: Knock::new(occasion.knock, key),
        })
    }

    /// The device's static key.
    pub fn public(&self) -> ExchangePublic {
        self.public
    }
}

/// A meeting of devices that know each other: one calls, the other finds out who it is. An observer learns
/// neither, and cannot link two meetings.
pub struct Meeting<'a> {
    own: &'a ExchangeSecret,
    primitives: Primitives,
}

impl<'a> Meeting<'a> {
    /// With this device's static key.
    pub fn new(own: &'a ExchangeSecret) -> Self {
        Self {
            own,
            primitives: libsodium,
        }
    }

    /// Calls a known device.
    ///
    /// # Errors
    /// [`HandshakeError::Refused`], never with a [`Peer`] made from the same key.
    pub fn initiate(&self, peer: &Peer) -> Result<Initiator, HandshakeError> {
        // The caller's key in the authenticator: nobody can send a device its own message back.
        let prologue = peer.prologue.to_bytes();
        Initiator::start(
            self.builder(&prologue, peer)?,
            &peer.knock,
            self.own.public().as_bytes(),
        )
    }

    /// Answers a first message of one of `peers`; [`super::Session::remote`] says which.
    ///
    /// # Errors
    /// [`HandshakeError::NotForUs`], before any costly step, if none of them made it; another one if it was
    /// altered.
    pub fn answer<'p>(
        &self,
        peers: impl IntoIterator<Item = &'p Peer>,
        first: &[u8],
    ) -> Result<Answer, HandshakeError> {
        let recognised = peers
            .into_iter()
            .find_map(|peer| Some((peer, peer.knock.recognise(peer.public.as_bytes(), first)?)));
        let (peer, message) = recognised.ok_or(HandshakeError::NotForUs)?;
        let prologue = peer.prologue.to_bytes();
        Answer::new(self.builder(&prologue, peer)?, message)
    }

    fn builder<'b>(
        &'b self,
        prologue: &'b [u8],
        peer: &'b Peer,
    ) -> Result<snow::Builder<'b>, HandshakeError> {
        Ok(builder(PROTOCOL, prologue, self.primitives)?
            .local_private_key(self.own.secret().expose())?
            .remote_public_key(peer.public.as_bytes())?)
    }

    #[cfg(test)]
    pub(super) fn with_primitives(self, primitives: Primitives) -> Self {
        Self { primitives, ..self }
    }
}
