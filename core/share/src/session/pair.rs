use pocketchart_crypto::exchange::ExchangeSecret;
use pocketchart_crypto::{Label, Secret, kdf};

use super::beacon::Beacon;
use super::code::PairingCode;
use super::handshake::{Answer, HandshakeError, Initiator, Knock, Primitives, builder, libsodium};
use crate::code::CodeError;

const PROTOCOL: &str = "Noise_IKpsk1_25519_ChaChaPoly_BLAKE2b";
const PROLOGUE: Label = Label::new("pair");

/// A device's offer to be paired with: the secret half of one code, good for one pairing and then dropped.
pub struct PairingOffer {
    own: ExchangeSecret,
    code: PairingCode,
    primitives: Primitives,
}

impl PairingOffer {
    /// A new offer that will be answered at one of `addresses` (1 to 3, `host:port`). Its keys are fresh, so no
    /// two codes of a person can be linked.
    ///
    /// # Errors
    /// [`CodeError::Address`] if they are too many, too long, or malformed.
    pub fn new(addresses: Vec<String>) -> Result<Self, CodeError> {
        let own = ExchangeSecret::from_seed(&Secret::random());
        let code = PairingCode::new(own.public(), Secret::random(), addresses)?;
        Ok(Self {
            own,
            code,
            primitives: libsodium,
        })
    }

    /// What to show to the other device.
    pub fn code(&self) -> &PairingCode {
        &self.code
    }

    /// Answers a first message made from this offer's code. Does not use the offer up: a person says yes or no
    /// to [`super::Session::check_code`], and the caller counts attempts (security.md section 10).
    ///
    /// # Errors
    /// [`HandshakeError::NotForUs`], before any costly step, if its sender did not see the code; another one if
    /// it was altered.
    pub fn answer(&self, first: &[u8]) -> Result<Answer, HandshakeError> {
        let psk = psk(&self.code);
        let message = knock(&psk)
            .recognise(b"", first)
            .ok_or(HandshakeError::NotForUs)?;
        let prologue = PROLOGUE.to_bytes();
        let builder = builder(PROTOCOL, &prologue, self.primitives)?;
        Answer::new(
            builder
                .local_private_key(self.own.secret().expose())?
                .psk(1, psk.expose())?,
            message,
        )
    }

    #[cfg(test)]
    pub(super) fn with_primitives(self, primitives: Primitives) -> Self {
        Self { primitives, ..self }
    }
}

impl PairingCode {
    /// Starts a pairing with the device that showed this code. `own` is the key by which that device will know
    /// this one.
    ///
    /// # Errors
    /// [`HandshakeError::Refused`] if the code holds a weak key.
    pub fn initiate(&self, own: &ExchangeSecret) -> Result<Initiator, HandshakeError> {
        let psk = psk(self);
        let prologue = PROLOGUE.to_bytes();
        let theirs = self.key();
        let builder = builder(PROTOCOL, &prologue, libsodium)?
            .local_private_key(own.secret().expose())?
            .remote_public_key(theirs.as_bytes())?
            .psk(1, psk.expose())?;
        Initiator::start(builder, &knock(&psk), b"")
    }
}

impl PairingCode {
    /// The names under which the device that shows this code is found.
    pub fn beacon(&self) -> Beacon {
        Beacon::new(derive(self, Label::new("pair/beacon")))
    }
}

fn derive(code: &PairingCode, label: Label) -> Secret<32> {
    let secret = kdf::extract(Label::new("pair/secret"), code.secret().expose());
    kdf::expand(&secret, label, b"")
}

fn psk(code: &PairingCode) -> Secret<32> {
    derive(code, Label::new("pair/psk"))
}

/// A key of its own: the pre-shared key goes into the handshake only.
fn knock(psk: &Secret<32>) -> Knock {
    const KNOCK: Label = Label::new("pair/knock");
    Knock::new(KNOCK, kdf::expand(psk, KNOCK, b""))
}
