//! A device's own keys, all derived from one random seed that never leaves it.

use crate::cbor::{Canonical, Malformed, Reader, Writer};
use crate::id::DeviceId;
use pocketchart_crypto::exchange::{ExchangePublic, ExchangeSecret};
use pocketchart_crypto::kdf::{expand, extract};
use pocketchart_crypto::kem::{KemPublic, KemSecret};
use pocketchart_crypto::sign::SigningKey;
use pocketchart_crypto::{Label, Secret, SecretBytes};

const DEVICE: Label = Label::new("device");
const SIGN: Label = Label::new("device-sign");
const EXCHANGE: Label = Label::new("device-exchange");
const KEM: Label = Label::new("device-kem");

/// The secret keys of this device.
pub struct DeviceKeys {
    seed: SecretBytes,
    /// Signs envelopes and statements.
    pub sign: SigningKey,
    /// The static key of its Noise sessions.
    pub exchange: ExchangeSecret,
    /// What section keys are sealed to.
    pub kem: KemSecret,
}

impl DeviceKeys {
    /// Derives the keys. The seed is independent of the recovery secret: a stolen device is not a stolen identity.
    pub fn from_seed(seed: Secret<32>) -> Self {
        let root = extract(DEVICE, seed.expose());
        Self {
            sign: SigningKey::from_seed(&expand(&root, SIGN, &[])),
            exchange: ExchangeSecret::from_seed(&expand(&root, EXCHANGE, &[])),
            kem: KemSecret::from_seed(&expand(&root, KEM, &[])),
            seed: SecretBytes::from_secret(&seed),
        }
    }

    /// The seed, to be sealed in the store; readable only inside the closure.
    pub(crate) fn with_seed<R>(&self, read: impl FnOnce(&[u8]) -> R) -> R {
        self.seed.with(read)
    }

    /// This device's name for others.
    pub fn id(&self) -> DeviceId {
        DeviceId(*self.sign.public().as_bytes())
    }

    /// What others need to know.
    pub fn public(&self) -> DevicePublic {
        DevicePublic {
            sign: self.id(),
            exchange: self.exchange.public(),
            kem: self.kem.public().clone(),
        }
    }
}

/// The public keys of a device.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct DevicePublic {
    /// Verifies its signatures.
    pub sign: DeviceId,
    /// Meets it in a Noise session.
    pub exchange: ExchangePublic,
    /// Seals keys to it.
    pub kem: KemPublic,
}

impl Canonical for DevicePublic {
    fn write(&self, to: &mut Writer) {
        to.array(3)
            .value(&self.sign)
            .bytes(self.exchange.as_bytes())
            .bytes(self.kem.as_bytes());
    }
    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        from.array_of(3)?;
        Ok(Self {
            sign: from.value()?,
            exchange: ExchangePublic::from_bytes(from.fixed()?),
            kem: KemPublic::from_slice(from.bytes()?).ok_or(Malformed("kem key"))?,
        })
    }
}
