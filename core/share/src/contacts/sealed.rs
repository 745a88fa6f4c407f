//! Codes that are sealed to one reader: `{0: 1, 1: kind, 2: seal-to(…)}`.

use pocketchart_crypto::kem::OVERHEAD;
use pocketchart_record::cbor::{Canonical, Malformed, Reader, Writer};

use crate::code::{self, VERSION};
use crate::grant::signed::key;

/// Bytes inside, so that the code has at most as many digits as a code may have.
pub(super) const MAX_INSIDE: usize = 490;

/// What a code of that kind holds, still sealed.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Sealed<const KIND: char>(pub(super) Vec<u8>);

impl<const KIND: char> Sealed<KIND> {
    pub(super) const fn kind() -> &'static str {
        match KIND {
            'p' => "contact-part",
            _ => "contact-answer",
        }
    }
}

impl<const KIND: char> Canonical for Sealed<KIND> {
    fn write(&self, to: &mut Writer) {
        to.map(3).uint(0).uint(VERSION).uint(1).text(Self::kind());
        to.uint(2).bytes(&self.0);
    }
    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        code::head(from, 3)?;
        key(from, 2)?;
        let sealed = from.bytes()?;
        if sealed.len() > OVERHEAD + MAX_INSIDE {
            return Err(Malformed("sealed part"));
        }
        Ok(Self(sealed.to_vec()))
    }
}
