//! A call that its caller signed, over a challenge that the relay gave a moment ago: a recorded call is worth nothing
//! minutes later, and no clock but the relay's counts.

use minicbor::{Decode, Encode};
use pocketchart_crypto::{
    Label,
    sign::{Signature, SigningKey, VerifyingKey},
};

use crate::cbor::{self, Malformed, V1};

/// Bytes of a challenge, opaque to a client.
pub const CHALLENGE: usize = 40;

/// A challenge, as `GET /challenge` gives it. It is good for some minutes and for any number of calls.
pub type Challenge = [u8; CHALLENGE];

/// What is asked of an object at the relay by who has its key.
pub trait Call: Encode<()> + for<'b> Decode<'b, ()> {
    /// Tells this call from all others, so that a signature under one is worth nothing under another.
    const LABEL: Label;
}

/// A call with its proof: `sign(label of the call, challenge ‖ target ‖ call)`, where the target is the 16-byte
/// identifier of the object.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Signed {
    #[n(0)]
    version: V1,
    #[cbor(n(1), with = "minicbor::bytes")]
    challenge: Challenge,
    #[cbor(n(2), with = "minicbor::bytes")]
    call: Vec<u8>,
    #[cbor(n(3), with = "minicbor::bytes")]
    signature: [u8; 64],
}

impl Signed {
    /// Signs a call.
    pub fn new<C: Call>(key: &SigningKey, challenge: Challenge, target: &[u8; 16], call: &C) -> Self {
        let call = cbor::to_bytes(call);
        let signature = *key.sign(C::LABEL, &[&challenge, target, &call]).as_bytes();
        Self {
            version: V1,
            challenge,
            call,
            signature,
        }
    }

    /// The challenge that was signed; whether it is still good is the relay's to say.
    pub fn challenge(&self) -> &Challenge {
        &self.challenge
    }

    /// The call, not yet believed: the key to check it with may stand in it.
    ///
    /// # Errors
    /// [`Malformed`], if it is another call.
    pub fn call<C: Call>(&self) -> Result<C, Malformed> {
        cbor::from_bytes(&self.call)
    }

    /// Whether `key` signed this call for this object.
    pub fn is_by<C: Call>(&self, key: &[u8; 32], target: &[u8; 16]) -> bool {
        VerifyingKey::from_bytes(*key)
            .verify(
                C::LABEL,
                &[&self.challenge, target, &self.call],
                &Signature::from_bytes(self.signature),
            )
            .is_ok()
    }
}
