//! Asking a relay again for what was redeemed there: so a redeemer hears that the patient ended it before its time.

use crate::relay;
use pocketchart_crypto::Secret;
use pocketchart_share::relay::{RelayError, TakeError};

/// With what a relay is asked whether it still gives what was redeemed there. It opens nothing that was given: for that it takes
/// the code and the passcode. It is a secret all the same: who has it can take what was given once more, sealed.
///
/// ```no_run
/// use pocketchart::{RelayError, RelayHold};
///
/// fn forget_if_ended(hold: &RelayHold) -> Result<(), RelayError> {
///     if !hold.is_live()? {
///         println!("The patient ended it: what was given is deleted.");
///     }
///     Ok(())
/// }
/// ```
#[derive(Clone)]
pub struct RelayHold {
    /// The relay as the code names it.
    pub relay: String,
    /// The name of what it gives.
    pub locator: [u8; 16],
    /// By which it knows who may have it.
    pub verifier: Secret<32>,
    /// What was sent with the first question. Sent again, it costs no use.
    pub token: [u8; 16],
}

impl RelayHold {
    /// Whether the relay still gives it: not once its time is over, the patient has ended it, or ten wrong passcodes have. Costs no
    /// use; what was given is fetched again, up to 4 MiB.
    ///
    /// # Errors
    /// [`RelayError`], if the relay does not say.
    pub fn is_live(&self) -> Result<bool, RelayError> {
        let relay = relay::named(&self.relay).map_err(RelayError::from)?;
        match relay.take_grant(&self.locator, &self.verifier, self.token, Vec::new()) {
            Ok(_) => Ok(true),
            Err(TakeError::Relay(RelayError::NotLive)) => Ok(false),
            Err(TakeError::Relay(error)) => Err(error),
            // The proof was right once.
            Err(_) => Err(RelayError::NoRelay),
        }
    }
}
