//! The envelope: one signed, sealed change with its small bodies; the unit of the log, of sync and of the relay.
//!
//! `header ‖ ciphertext ‖ signature`; the header is canonical CBOR and the associated data of the ciphertext, the
//! signature covers both.

use crate::cbor::{Canonical, Malformed, Reader, Writer, from_bytes, to_bytes};
use crate::compress::{Effort, InflateError, deflate, inflate};
use crate::id::{DeviceId, DocumentId, EnvelopeHash, FeedTag, KeyId, Pseudonym};
use crate::keyring::SectionKey;
use crate::payload::Payload;
use pocketchart_crypto::Label;
use pocketchart_crypto::aead::{self, Nonce};
use pocketchart_crypto::hash::{hash256, keyed128};
use pocketchart_crypto::padme;
use pocketchart_crypto::sign::{Signature, SigningKey, VerifyingKey};

const ENVELOPE: Label = Label::new("envelope");
const PSEUDONYM: Label = Label::new("pseudonym");

/// The largest envelope, in bytes.
pub const MAX_ENVELOPE: usize = 1 << 20;
/// The largest body that travels inside an envelope, in compressed bytes.
pub const MAX_INLINE_BODY: usize = 512 << 10;

/// What everyone who carries the envelope sees.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Header {
    /// The key that seals it.
    pub key: KeyId,
    /// Its document, for those who hold that key.
    pub document: Pseudonym,
    /// Its feed.
    pub feed: FeedTag,
    /// From 1 without gaps.
    pub seq: u64,
    /// The first 16 bytes of the hash of the envelope before it; zeros in the first.
    pub prev: [u8; 16],
}

impl Canonical for Header {
    fn write(&self, to: &mut Writer) {
        to.array(6)
            .uint(1)
            .value(&self.key)
            .value(&self.document)
            .value(&self.feed)
            .uint(self.seq)
            .bytes(&self.prev);
    }
    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        from.array_of(6)?;
        if from.uint()? != 1 {
            return Err(Malformed("envelope version"));
        }
        let header = Self {
            key: from.value()?,
            document: from.value()?,
            feed: from.value()?,
            seq: from.uint()?,
            prev: from.fixed()?,
        };
        if header.seq == 0 {
            Err(Malformed("sequence number"))
        } else {
            Ok(header)
        }
    }
}

/// An envelope taken apart, not yet believed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Envelope {
    /// The header.
    pub header: Header,
    signed: Vec<u8>,
    ciphertext_at: usize,
    signature: Signature,
}

/// A payload could not be opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum UnsealError {
    /// Wrong key or altered bytes.
    #[error("the envelope does not open with its key")]
    Seal,
    /// Opened, but does not inflate within the limits.
    #[error(transparent)]
    Inflate(#[from] InflateError),
    /// Inflated, but is not a payload.
    #[error(transparent)]
    Malformed(#[from] Malformed),
}

impl Envelope {
    /// Seals and signs a payload.
    pub fn seal(
        header: Header,
        payload: &Payload,
        key: &SectionKey,
        nonce: &Nonce,
        device: &SigningKey,
    ) -> Self {
        let mut signed = to_bytes(&header);
        let ciphertext_at = signed.len();
        let padded = padme::pad(deflate(&to_bytes(payload), Effort::Quick));
        let sealed = aead::seal(key.envelope_key(), nonce, &signed, &padded);
        signed.extend_from_slice(&sealed);
        let signature = device.sign(ENVELOPE, &[&signed]);
        Self {
            header,
            signed,
            ciphertext_at,
            signature,
        }
    }

    /// Takes bytes apart. Nothing is opened and no signature checked.
    pub fn parse(bytes: &[u8]) -> Result<Self, Malformed> {
        let end = bytes.len().checked_sub(64).ok_or(Malformed("envelope"))?;
        if bytes.len() > MAX_ENVELOPE {
            return Err(Malformed("envelope too large"));
        }
        let (signed, signature) = bytes.split_at(end);
        let mut reader = Reader::new(signed);
        let header: Header = reader.value()?;
        let ciphertext_at = reader.position();
        // The header is checked to be canonical on its own; the ciphertext that follows is not CBOR.
        from_bytes::<Header>(&signed[..ciphertext_at])?;
        let signature = Signature::from_bytes(signature.try_into().map_err(|_| Malformed("signature"))?);
        Ok(Self {
            header,
            signed: signed.to_vec(),
            ciphertext_at,
            signature,
        })
    }

    /// The bytes that travel.
    pub fn to_bytes(&self) -> Vec<u8> {
        [&self.signed[..], self.signature.as_bytes()].concat()
    }

    /// BLAKE2b-256 of header and ciphertext.
    pub fn hash(&self) -> EnvelopeHash {
        EnvelopeHash(hash256(ENVELOPE, &[&self.signed]))
    }

    /// Whether this device signed it.
    pub fn signed_by(&self, device: DeviceId) -> bool {
        crate::sabotage::off("signature")
            || VerifyingKey::from_bytes(device.0)
                .verify(ENVELOPE, &[&self.signed], &self.signature)
                .is_ok()
    }

    /// Opens, inflates and reads the payload.
    pub fn open(&self, key: &SectionKey) -> Result<Payload, UnsealError> {
        let (header, ciphertext) = self.signed.split_at(self.ciphertext_at);
        let padded = aead::open(key.envelope_key(), header, ciphertext).map_err(|_| UnsealError::Seal)?;
        let packed = padme::unpad(padded).map_err(|_| UnsealError::Seal)?;
        Ok(from_bytes(&inflate(&packed)?)?)
    }
}

/// The name of a document under one key.
pub fn pseudonym(key: &SectionKey, document: DocumentId) -> Pseudonym {
    Pseudonym(keyed128(PSEUDONYM, key.name_key(), &[document.as_bytes()]))
}
