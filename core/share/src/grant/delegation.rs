use pocketchart_crypto::Label;
use pocketchart_crypto::exchange::ExchangePublic;
use pocketchart_crypto::sign::VerifyingKey;
use pocketchart_record::cbor::{Canonical, Malformed, Reader, Writer};

use super::body::{GrantId, Minutes};
use super::scope::Scope;
use super::signed::{Body, VERSION, head, key};

/// A redeemer says: that one may do a part of what I may. One for each redeemer, and none by who came in so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Delegation {
    /// The grant.
    pub grant: GrantId,
    /// The redeemer, by the key that its binding names.
    pub delegator: VerifyingKey,
    /// The Noise key of the other.
    pub delegate: ExchangePublic,
    /// A part of the grant's scope.
    pub scope: Scope,
    /// At the grant's end or before.
    pub expires: Minutes,
}

impl Body for Delegation {
    const LABEL: Label = Label::new("grant/delegation");
    fn signer(&self) -> VerifyingKey {
        self.delegator
    }
}

impl Canonical for Delegation {
    fn write(&self, to: &mut Writer) {
        to.map(6).uint(0).uint(VERSION).uint(1).value(&self.grant);
        to.uint(2)
            .bytes(self.delegator.as_bytes())
            .uint(3)
            .bytes(self.delegate.as_bytes());
        to.uint(4).value(&self.scope).uint(5).uint(self.expires.into());
    }
    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        head(from, 6)?;
        key(from, 1)?;
        let grant = from.value()?;
        key(from, 2)?;
        let delegator = VerifyingKey::from_bytes(from.fixed()?);
        key(from, 3)?;
        let delegate = ExchangePublic::from_bytes(from.fixed()?);
        key(from, 4)?;
        let scope = from.value()?;
        key(from, 5)?;
        Ok(Self {
            grant,
            delegator,
            delegate,
            scope,
            expires: from.small()?,
        })
    }
}
