use pocketchart_crypto::exchange::ExchangeSecret;
use pocketchart_crypto::{Label, kdf};

use super::code::GrantCode;
use super::keys::{CodeSecret, GrantKeys};
use crate::session::handshake::{Answer, HandshakeError, Initiator, Knock, builder, libsodium};

const PROTOCOL: &str = "Noise_IKpsk1_25519_ChaChaPoly_BLAKE2b";

impl GrantKeys {
    /// Answers a first message made from this grant's code. It uses nothing up: the use is taken at the patient's yes
    /// ([`super::GrantState::take`]), and the caller counts attempts.
    ///
    /// # Errors
    /// [`HandshakeError::NotForUs`], before any costly step, if its sender did not see the code; another one if
    /// it was altered.
    pub fn answer(&self, first: &[u8]) -> Result<Answer, HandshakeError> {
        let message = knock(&self.secret)
            .recognise(b"", first)
            .ok_or(HandshakeError::NotForUs)?;
        let (prologue, psk) = (prologue(&self.secret), self.secret.psk());
        let builder = builder(PROTOCOL, &prologue, libsodium)?
            .local_private_key(self.exchange.secret().expose())?
            .psk(1, psk.expose())?;
        Answer::new(builder, message)
    }
}

impl GrantCode {
    /// Starts a session with the device that showed this code. `own` is the key that the grant will be bound to.
    ///
    /// # Errors
    /// [`HandshakeError::Refused`] if the code holds a weak key.
    pub fn initiate(&self, own: &ExchangeSecret) -> Result<Initiator, HandshakeError> {
        let secret = self.secret();
        let theirs = self.key();
        let prologue = prologue(secret);
        let psk = secret.psk();
        let builder = builder(PROTOCOL, &prologue, libsodium)?
            .local_private_key(own.secret().expose())?
            .remote_public_key(theirs.as_bytes())?
            .psk(1, psk.expose())?;
        Initiator::start(builder, &knock(secret), b"")
    }
}

fn prologue(secret: &CodeSecret) -> Vec<u8> {
    [Label::new("grant/session").to_bytes(), secret.locator().to_vec()].concat()
}

/// A key of its own: the pre-shared key goes into the handshake only.
fn knock(secret: &CodeSecret) -> Knock {
    const KNOCK: Label = Label::new("grant/knock");
    Knock::new(KNOCK, kdf::expand(&secret.psk(), KNOCK, b""))
}
