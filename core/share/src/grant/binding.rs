use pocketchart_crypto::Label;
use pocketchart_crypto::exchange::ExchangePublic;
use pocketchart_crypto::hash::hash256;
use pocketchart_crypto::kem::KemPublic;
use pocketchart_crypto::sign::VerifyingKey;
use pocketchart_record::cbor::{Canonical, Malformed, Reader, Writer};

use super::body::GrantId;
use super::signed::{Body, VERSION, head, key};

/// Who redeems: the keys that a session and a packet of keys need.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Redeemer {
    /// The static key that the Noise handshake proved.
    pub exchange: ExchangePublic,
    /// Signs what they write, delegations and receipts.
    pub sign: VerifyingKey,
    /// Names the X-Wing key that section keys are sealed to ([`Redeemer::new`]).
    pub kem: [u8; 32],
}

impl Redeemer {
    /// Of its keys. The X-Wing key is long, so its BLAKE2b-256 stands for it.
    pub fn new(exchange: ExchangePublic, sign: VerifyingKey, kem: &KemPublic) -> Self {
        Self {
            exchange,
            sign,
            kem: hash256(Label::new("grant/kem"), &[kem.as_bytes()]),
        }
    }
}

impl Canonical for Redeemer {
    fn write(&self, to: &mut Writer) {
        to.array(3)
            .bytes(self.exchange.as_bytes())
            .bytes(self.sign.as_bytes())
            .bytes(&self.kem);
    }
    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        from.array_of(3)?;
        Ok(Self {
            exchange: ExchangePublic::from_bytes(from.fixed()?),
            sign: VerifyingKey::from_bytes(from.fixed()?),
            kem: from.fixed()?,
        })
    }
}

/// A patient's device says: these keys have redeemed the grant. Made before any key goes out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Binding {
    /// The grant.
    pub grant: GrantId,
    /// The patient's device that says so.
    pub issuer: VerifyingKey,
    /// Whom it is bound to.
    pub redeemer: Redeemer,
}

impl Body for Binding {
    const LABEL: Label = Label::new("grant/binding");
    fn signer(&self) -> VerifyingKey {
        self.issuer
    }
}

impl Canonical for Binding {
    fn write(&self, to: &mut Writer) {
        to.map(4).uint(0).uint(VERSION).uint(1).value(&self.grant);
        to.uint(2)
            .bytes(self.issuer.as_bytes())
            .uint(3)
            .value(&self.redeemer);
    }
    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        head(from, 4)?;
        key(from, 1)?;
        let grant = from.value()?;
        key(from, 2)?;
        let issuer = VerifyingKey::from_bytes(from.fixed()?);
        key(from, 3)?;
        Ok(Self {
            grant,
            issuer,
            redeemer: from.value()?,
        })
    }
}
