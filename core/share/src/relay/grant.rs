use pocketchart_crypto::{Secret, sign::SigningKey};
use pocketchart_wire::{
    cbor,
    grant::{Ask, Deposit, Refused, Revoke, State, Take, Taken},
};

use super::{Relay, RelayError, TakeError, kept, message, path};

/// # Grants
impl Relay {
    /// Leaves a grant under its code's locator. The same deposit again is no second one.
    ///
    /// # Errors
    /// [`RelayError`].
    pub fn deposit_grant(&self, locator: &[u8; 16], deposit: &Deposit) -> Result<(), RelayError> {
        kept(&self.put(&path("grant", locator, ""), deposit)?)
    }

    /// Redeems a grant. Keep the token before: it makes the same answer come again, until the grant's end, at no cost.
    ///
    /// # Errors
    /// [`TakeError`].
    pub fn take_grant(
        &self,
        locator: &[u8; 16],
        verifier: &Secret<32>,
        token: [u8; 16],
        who: Vec<u8>,
    ) -> Result<Taken, TakeError> {
        let take = Take::new(locator, verifier, self.challenge()?, token, who);
        let answer = self.post(&path("grant", locator, "/take"), &take)?;
        if answer.status == 401 {
            let refused: Refused = cbor::from_bytes(&answer.body).map_err(|_| RelayError::NoRelay)?;
            return Err(TakeError::Wrong {
                left: refused.attempts,
            });
        }
        Ok(message(&answer)?)
    }

    /// What became of a grant, for who deposited it.
    ///
    /// # Errors
    /// [`RelayError`].
    pub fn grant_state(&self, locator: &[u8; 16], owner: &SigningKey) -> Result<State, RelayError> {
        message(&self.call(&path("grant", locator, "/state"), owner, locator, &Ask::default())?)
    }

    /// Ends a grant for good: the relay deletes its half of the key.
    ///
    /// # Errors
    /// [`RelayError`].
    pub fn revoke_grant(&self, locator: &[u8; 16], owner: &SigningKey) -> Result<(), RelayError> {
        kept(&self.call(
            &path("grant", locator, "/revoke"),
            owner,
            locator,
            &Revoke::default(),
        )?)
    }
}
