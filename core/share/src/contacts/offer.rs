use pocketchart_crypto::kem::KemPublic;
use pocketchart_record::cbor::{Canonical, Malformed, Reader, Writer};

use super::{MAX_NAME, words};
use crate::code::{self, CodeError, VERSION};
use crate::grant::signed::key;
use crate::text;

const KIND: &str = "contact";

/// What somebody gives to a person to become their contact: the key that their part will be sealed to, and a name that nobody
/// has checked. Nothing in it is secret.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContactCode {
    /// Of the contact's device.
    pub kem: KemPublic,
    name: String,
}

impl ContactCode {
    /// Of a key; a name longer than [`MAX_NAME`] bytes is cut.
    pub fn new(kem: KemPublic, name: &str) -> Self {
        let name = text::cut(name, MAX_NAME);
        Self { kem, name }
    }

    /// What they call themselves.
    pub fn name(&self) -> &str {
        &self.name
    }

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

impl Canonical for ContactCode {
    fn write(&self, to: &mut Writer) {
        to.map(4).uint(0).uint(VERSION).uint(1).text(KIND);
        to.uint(2).bytes(self.kem.as_bytes()).uint(3).text(&self.name);
    }
    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        code::head(from, 4)?;
        key(from, 2)?;
        let kem = KemPublic::from_slice(from.bytes()?).ok_or(Malformed("kem key"))?;
        key(from, 3)?;
        let name = text::plain(from, MAX_NAME)?;
        Ok(Self { kem, name })
    }
}
