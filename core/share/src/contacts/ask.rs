use pocketchart_crypto::kdf::{expand, extract};
use pocketchart_crypto::kem::{KemPublic, KemSecret};
use pocketchart_crypto::sign::SigningKey;
use pocketchart_crypto::{Label, Secret};
use pocketchart_record::cbor::{Canonical, Malformed, Reader, Writer};

use super::{Cause, words};
use crate::code::{self, CodeError, VERSION};
use crate::grant::signed::key;

const KIND: &str = "contact-ask";
const ASKING: Label = Label::new("contacts/asking");
const SIGN: Label = Label::new("contacts/asking-sign");
const KEM: Label = Label::new("contacts/asking-kem");

/// The keys of a device that asks its person's contacts, made for that and nothing else.
pub struct Asking {
    /// Fetches at the relay what the contacts approved.
    pub sign: SigningKey,
    /// Opens their answers.
    pub kem: KemSecret,
}

impl Asking {
    /// From a seed of 32 random bytes, which is to be kept until all is over.
    pub fn from_seed(seed: &Secret<32>) -> Self {
        let root = extract(ASKING, seed.expose());
        Self {
            sign: SigningKey::from_seed(&expand(&root, SIGN, b"")),
            kem: KemSecret::from_seed(&expand(&root, KEM, b"")),
        }
    }

    /// The code for the contacts.
    pub fn code(&self, cause: Cause) -> AskCode {
        AskCode {
            cause,
            device: *self.sign.public().as_bytes(),
            kem: self.kem.public().clone(),
        }
    }
}

impl std::fmt::Debug for Asking {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Asking(..)")
    }
}

/// What a new device sends to the contacts. Nothing in it is secret, and nothing says whose it is: the person says that, and both
/// read its [words](Self::words) aloud.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AskCode {
    /// For what it asks.
    pub cause: Cause,
    /// The Ed25519 key of the device.
    pub device: [u8; 32],
    /// What the contacts seal their answers to.
    pub kem: KemPublic,
}

impl AskCode {
    /// The words that both read aloud: they tell this code from any that somebody put in its place.
    pub fn words(&self) -> String {
        words(self)
    }

    /// The text to send: `pocketchart:/` and decimal digits, as every code's.
    pub fn to_text(&self) -> String {
        code::to_text(self)
    }

    /// Reads a pasted text.
    ///
    /// # Errors
    /// [`CodeError`].
    pub fn from_text(text: &str) -> Result<Self, CodeError> {
        code::from_text(text, KIND)
    }
}

impl Canonical for AskCode {
    fn write(&self, to: &mut Writer) {
        to.map(5).uint(0).uint(VERSION).uint(1).text(KIND);
        to.uint(2).bytes(&self.device).uint(3).bytes(self.kem.as_bytes());
        to.uint(4).value(&self.cause);
    }
    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        code::head(from, 5)?;
        key(from, 2)?;
        let device = from.fixed()?;
        key(from, 3)?;
        let kem = KemPublic::from_slice(from.bytes()?).ok_or(Malformed("kem key"))?;
        key(from, 4)?;
        let cause = from.value()?;
        Ok(Self { cause, device, kem })
    }
}
