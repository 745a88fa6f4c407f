use std::fmt;
use std::ops::Deref;

use pocketchart_crypto::Label;
use pocketchart_crypto::sign::{Signature, SigningKey, VerifyingKey};
use pocketchart_record::cbor::{self, Canonical, Malformed, Reader};

use super::left_out::left_out;
use super::refusal::Refusal;

const SIGNATURE: usize = 64;
/// The version of everything here that is signed.
pub(crate) const VERSION: u64 = 1;
/// No signed body is longer.
const MAX_BODY: usize = 16 << 10;

/// What can be signed: a map whose first field is the version, and which names its signer.
pub trait Body: Canonical {
    /// The label of the signature.
    const LABEL: Label;

    /// The key that must sign it.
    fn signer(&self) -> VerifyingKey;

    /// The rules that its form alone does not say.
    ///
    /// # Errors
    /// [`Malformed`] names the one that it breaks.
    fn check(&self) -> Result<(), Malformed> {
        Ok(())
    }
}

/// A body with the signature of the key that it names. There is no other way to one than by signing or by reading
/// with the signature checked. As bytes: the body's deterministic CBOR, then 64 bytes of signature.
#[derive(Clone, PartialEq, Eq)]
pub struct Signed<T> {
    body: T,
    bytes: Vec<u8>,
}

impl<T: Body> Signed<T> {
    /// Signs a body.
    ///
    /// # Errors
    /// [`Malformed`] if the body names another signer or breaks one of its rules.
    pub fn sign(body: T, key: &SigningKey) -> Result<Self, Malformed> {
        body.check()?;
        if body.signer() != key.public() {
            return Err(Malformed("signer"));
        }
        let mut bytes = cbor::to_bytes(&body);
        let signature = key.sign(T::LABEL, &[&bytes]);
        bytes.extend(signature.as_bytes());
        Ok(Self { body, bytes })
    }

    /// Reads what [`Signed::to_bytes`] gave, to the last bit; whether the signer may say this is for the caller.
    ///
    /// # Errors
    /// [`Unreadable`].
    pub fn parse(bytes: &[u8]) -> Result<Self, Unreadable> {
        let (canonical, signature) = bytes
            .split_last_chunk::<SIGNATURE>()
            .filter(|(canonical, _)| canonical.len() <= MAX_BODY)
            .ok_or(Unreadable::Malformed)?;
        if version(canonical).map_err(|_| Unreadable::Malformed)? != VERSION {
            return Err(Unreadable::OtherVersion);
        }
        let body: T = cbor::from_bytes(canonical).map_err(|_| Unreadable::Malformed)?;
        body.check().map_err(|_| Unreadable::Malformed)?;
        let signature = Signature::from_bytes(*signature);
        let verified = body.signer().verify(T::LABEL, &[canonical], &signature);
        if verified.is_err() && !left_out(Refusal::BadSignature) {
            return Err(Unreadable::BadSignature);
        }
        Ok(Self {
            body,
            bytes: bytes.to_vec(),
        })
    }

    /// Its bytes.
    pub fn to_bytes(&self) -> &[u8] {
        &self.bytes
    }
}

impl<T> Deref for Signed<T> {
    type Target = T;
    fn deref(&self) -> &T {
        &self.body
    }
}

impl<T: fmt::Debug> fmt::Debug for Signed<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Signed({:?})", self.body)
    }
}

fn version(body: &[u8]) -> Result<u64, Malformed> {
    let mut from = Reader::new(body);
    from.map()?;
    if from.uint()? != 0 {
        return Err(Malformed("version"));
    }
    from.uint()
}

/// The key of the next field, which must be this one.
pub(crate) fn key(from: &mut Reader<'_>, expected: u64) -> Result<(), Malformed> {
    if from.uint()? == expected {
        Ok(())
    } else {
        Err(Malformed("field"))
    }
}

/// The head of a map of that many fields, and the version in front, which was checked.
pub(crate) fn head(from: &mut Reader<'_>, fields: usize) -> Result<(), Malformed> {
    if from.map()? != fields {
        return Err(Malformed("number of fields"));
    }
    key(from, 0)?;
    if from.uint()? == VERSION {
        Ok(())
    } else {
        Err(Malformed("version"))
    }
}

/// Why bytes are nothing that was signed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Unreadable {
    /// Not the one form of any body: fields, limits, unknown flags, sections or operations.
    #[error("malformed")]
    Malformed,
    /// Made by a newer program.
    #[error("unknown version")]
    OtherVersion,
    /// Altered, or not signed by the key that it names.
    #[error("bad signature")]
    BadSignature,
}
