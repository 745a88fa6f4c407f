use pocketchart_crypto::{Secret, sign::SigningKey};
use pocketchart_wire::{
    cbor,
    grant::{Refused, Renew, Stop, Take, Taken},
    notice::Waiting,
};

use super::{Relay, RelayError, TakeError, kept, message, path};

/// What a relay answers to who has shown to have a grant's code.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum GrantRelease {
    /// The relay's half, and the bundle.
    Given(Taken),
    /// Others were told; it will be given in so many seconds, unless it is stopped.
    Later(u64),
}

/// # Standing codes for emergencies
impl Relay {
    /// Redeems a grant that may be given after a wait. Keep the token before: with the same one it is the same redemption, and with a
    /// new one a second, which waits for itself.
    ///
    /// # Errors
    /// [`TakeError`]; [`RelayError::NotLive`], too, once it was stopped or its time is over.
    pub fn ask_for_grant(
        &self,
        locator: &[u8; 16],
        verifier: &Secret<32>,
        token: [u8; 16],
        who: Vec<u8>,
    ) -> Result<GrantRelease, TakeError> {
        let take = Take::new(locator, verifier, self.challenge()?, token, who);
        let answer = self.post(&path("grant", locator, "/take"), &take)?;
        match answer.status {
            202 => {
                let waiting: Waiting = cbor::from_bytes(&answer.body).map_err(|_| RelayError::NoRelay)?;
                Ok(GrantRelease::Later(waiting.seconds))
            }
            401 => {
                let refused: Refused = cbor::from_bytes(&answer.body).map_err(|_| RelayError::NoRelay)?;
                Err(TakeError::Wrong {
                    left: refused.attempts,
                })
            }
            _ => Ok(GrantRelease::Given(message(&answer)?)),
        }
    }

    /// Puts another bundle in place of a grant's, under the same half of the key.
    ///
    /// # Errors
    /// [`RelayError`].
    pub fn renew_grant(
        &self,
        locator: &[u8; 16],
        owner: &SigningKey,
        bundle: Vec<u8>,
    ) -> Result<(), RelayError> {
        let path = path("grant", locator, "/renew");
        kept(&self.call(&path, owner, locator, &Renew::new(bundle))?)
    }

    /// Whoever waits for a grant now gets nothing. It goes on for others.
    ///
    /// # Errors
    /// [`RelayError`].
    pub fn stop_grant(&self, locator: &[u8; 16], owner: &SigningKey) -> Result<(), RelayError> {
        let path = path("grant", locator, "/stop");
        kept(&self.call(&path, owner, locator, &Stop::default())?)
    }
}
