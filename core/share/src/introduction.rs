//! How a device that was brought back by the words makes itself known to those that were there before: by the certificate that the
//! identity key gave it (security.md section 4). It proves itself; nothing in it is secret.

use crate::code::{self, CodeError, VERSION};
use crate::grant::signed::key;
use pocketchart_record::cbor::{Canonical, Malformed, Reader, Writer};

const KIND: &str = "device";
/// A certificate has some 1,500 bytes.
const MAX_CERTIFICATE: usize = 1_660;

/// A device's certificate, to be shown to another device of the same person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IntroductionCode {
    certificate: Vec<u8>,
}

impl IntroductionCode {
    /// Of a certificate ([`pocketchart_record::Record::certificate`]); none if it is too long for a code.
    pub fn new(certificate: Vec<u8>) -> Option<Self> {
        (certificate.len() <= MAX_CERTIFICATE).then_some(Self { certificate })
    }

    /// The signed statement, which nobody has checked yet.
    pub fn certificate(&self) -> &[u8] {
        &self.certificate
    }

    /// The text to send: `pocketchart:/` and decimal digits, as every code's.
    pub fn to_text(&self) -> String {
        code::to_text(self)
    }

    /// Reads a pasted or scanned text.
    ///
    /// # Errors
    /// [`CodeError`].
    pub fn from_text(text: &str) -> Result<Self, CodeError> {
        code::from_text(text, KIND)
    }
}

impl Canonical for IntroductionCode {
    fn write(&self, to: &mut Writer) {
        to.map(3).uint(0).uint(VERSION).uint(1).text(KIND);
        to.uint(2).bytes(&self.certificate);
    }
    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        code::head(from, 3)?;
        key(from, 2)?;
        Self::new(from.bytes()?.to_vec()).ok_or(Malformed("certificate"))
    }
}

#[cfg(test)]
mod tests {
    use super::IntroductionCode;
    use crate::code::MAX_DIGITS;

    #[test]
    fn the_longest_has_room_in_a_code() {
        let code = IntroductionCode::new(vec![7; 1_660]).unwrap();
        let text = code.to_text();
        assert!(text.len() < MAX_DIGITS, "{}", text.len());
        assert_eq!(IntroductionCode::from_text(&text).unwrap(), code);
        assert!(IntroductionCode::new(vec![7; 1_661]).is_none());
    }
}
