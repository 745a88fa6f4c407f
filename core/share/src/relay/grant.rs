use pocketchart_crypto::{Secret, sign::SigningKey};
use pocketchart_wire::grant::{Ask, Deposit, Revoke, State, Taken};

use super::{GrantRelease, Relay, RelayError, TakeError, kept, message, path};

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
        match self.ask_for_grant(locator, verifier, token, who)? {
            GrantRelease::Given(taken) => Ok(taken),
            // None that is given at once answers so.
            GrantRelease::Later(_) => Err(RelayError::NoRelay.into()),
        }
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
