//! Letting in a redeemer whom the patient's device has not met: what lies in the bundle for it, and what the device says to it
//! when it hears of it at last.

use pocketchart_crypto::Secret;
use pocketchart_record::Millis;
use pocketchart_record::cbor::{Canonical, Malformed, Reader, Writer};

use super::binding::Redeemer;
use super::body::{Grant, Holder, millis};
use super::judge::SKEW;
use super::refusal::Refusal;
use super::state::GrantState;
use zeroize::Zeroizing;

/// What a bundle has in it for somebody who may read or add.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entrance {
    /// [`super::GrantKeys::enter`].
    pub secret: Secret<32>,
    /// Number and blinded hash of the last entry of the device's audit log, for the receipt.
    pub witness: (u64, [u8; 32]),
    /// The bytes of a [`pocketchart_record::Handout`].
    pub handout: Zeroizing<Vec<u8>>,
}

impl Canonical for Entrance {
    fn write(&self, to: &mut Writer) {
        to.array(3).bytes(self.secret.expose());
        to.array(2).uint(self.witness.0).bytes(&self.witness.1);
        to.bytes(&self.handout);
    }
    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        from.array_of(3)?;
        let secret = Secret::from_slice(from.bytes()?).ok_or(Malformed("secret"))?;
        from.array_of(2)?;
        Ok(Self {
            secret,
            witness: (from.uint()?, from.fixed()?),
            handout: Zeroizing::new(from.bytes()?.to_vec()),
        })
    }
}

impl GrantState {
    /// Judges whether a redeemer comes in of whom the relay said that it took a use at that moment
    /// ([`GrantState::reported`]), and who has proved to have opened the bundle ([`super::Arrival`]). `others`: how many came in
    /// before. The relay counts, but is not believed against the grant: no more come in than it has uses, and none outside of
    /// its time.
    ///
    /// # Errors
    /// [`Refusal`], the first reason that applies.
    pub fn enter(
        &self,
        grant: &Grant,
        redeemer: &Redeemer,
        taken: Millis,
        others: usize,
    ) -> Result<(), Refusal> {
        let is_bound = self.redemptions().any(|it| it.redeemer() == redeemer);
        let is_full = others >= usize::from(grant.uses);
        let reasons = [
            (self.grant() != grant.id, Refusal::OtherGrant),
            (grant.holder != Holder::Relay, Refusal::CountedElsewhere),
            (
                taken.saturating_add(SKEW) < millis(grant.not_before),
                Refusal::NotYet,
            ),
            (taken >= millis(grant.expires) + SKEW, Refusal::Expired),
            (!is_bound || is_full && grant.uses == 1, Refusal::SecondRedeemer),
            (is_full, Refusal::UsedUp),
        ];
        let first = reasons.into_iter().find(|(applies, _)| *applies);
        first.map_or(Ok(()), |(_, reason)| Err(reason))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grant::{Flags, GrantId, Operations, Scope, Signed};
    use pocketchart_crypto::exchange::ExchangeSecret;
    use pocketchart_crypto::kem::KemSecret;
    use pocketchart_crypto::sign::SigningKey;
    use pocketchart_record::Section;

    fn redeemer() -> Redeemer {
        let exchange = ExchangeSecret::from_seed(&Secret::random()).public();
        let sign = SigningKey::from_seed(&Secret::random()).public();
        Redeemer::new(exchange, sign, KemSecret::from_seed(&Secret::random()).public())
    }

    fn grant(phone: &SigningKey, uses: u8, holder: Holder) -> Signed<Grant> {
        let grant = Grant {
            id: GrantId::random(),
            issuer: phone.public(),
            audience: None,
            not_before: 30_000_000,
            expires: 30_001_440,
            scope: Scope::new([(Section::Notes, Operations::APPEND)]).unwrap(),
            uses,
            holder,
            nonce: [0; 16],
            flags: Flags::PASSCODE,
            bind: [0; 32],
        };
        Signed::sign(grant, phone).unwrap()
    }

    #[test]
    fn as_many_come_in_as_the_grant_has_uses_and_only_in_its_time() {
        let phone = SigningKey::from_seed(&Secret::random());
        for (uses, over) in [(1, Refusal::SecondRedeemer), (2, Refusal::UsedUp)] {
            let grant = grant(&phone, uses, Holder::Relay);
            let mut state = GrantState::new(grant.id, None);
            let (begins, ends) = (millis(grant.not_before), millis(grant.expires));
            let came = redeemer();
            let enter = |state: &GrantState, at, others| state.enter(&grant, &came, at, others);
            assert_eq!(
                enter(&state, begins, 0),
                Err(Refusal::SecondRedeemer),
                "not reported"
            );
            // Whoever else the relay may report takes nobody's place.
            for it in [redeemer(), redeemer(), came, redeemer()] {
                state.reported(&grant, it, &phone).unwrap();
            }
            for at in [begins - SKEW, begins, ends, ends + SKEW - 1] {
                assert_eq!(enter(&state, at, usize::from(uses) - 1), Ok(()));
            }
            assert_eq!(enter(&state, begins - SKEW - 1, 0), Err(Refusal::NotYet));
            assert_eq!(enter(&state, ends + SKEW, 0), Err(Refusal::Expired));
            assert_eq!(enter(&state, Millis::MAX, 0), Err(Refusal::Expired));
            assert_eq!(enter(&state, begins, usize::from(uses)), Err(over));
            let other = GrantState::new(GrantId::random(), None);
            assert_eq!(enter(&other, begins, 0), Err(Refusal::OtherGrant));
        }
        let here = grant(&phone, 1, Holder::Issuer);
        let state = GrantState::new(here.id, None);
        let answer = state.enter(&here, &redeemer(), millis(here.not_before), 0);
        assert_eq!(answer, Err(Refusal::CountedElsewhere));
    }
}
