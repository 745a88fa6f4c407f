use pocketchart_crypto::{Secret, sign::SigningKey};
use pocketchart_wire::{
    cbor,
    escrow::{Approval, Ask, Deposit, End, Request, State, Take, Taken, Veto},
    notice::Waiting,
};

use super::{Relay, RelayError, kept, message, path};

/// What the relay answers to a device that contacts approved.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Release {
    /// The part that the relay held.
    Given(Secret<32>),
    /// It will be given in so many seconds, unless somebody objects.
    Later(u64),
}

/// # Escrows
impl Relay {
    /// Leaves a secret for contacts under a new name. The same deposit again is no second one.
    ///
    /// # Errors
    /// [`RelayError`].
    pub fn deposit_escrow(&self, name: &[u8; 16], deposit: &Deposit) -> Result<(), RelayError> {
        kept(&self.put(&path("escrow", name, ""), deposit)?)
    }

    /// Asks for the secret with contacts' approvals of one device, or adds some.
    ///
    /// # Errors
    /// [`RelayError::NotLive`], too, where they are too few for a first time, or one of them is not good.
    pub fn request_escrow(&self, name: &[u8; 16], approvals: Vec<Approval>) -> Result<(), RelayError> {
        kept(&self.post(&path("escrow", name, "/request"), &Request::new(approvals))?)
    }

    /// Fetches the secret for the device that was approved.
    ///
    /// # Errors
    /// [`RelayError::NotLive`], too, while an objection stands.
    pub fn take_escrow(&self, name: &[u8; 16], device: &SigningKey) -> Result<Release, RelayError> {
        let take = Take::new(*device.public().as_bytes());
        let answer = self.call(&path("escrow", name, "/take"), device, name, &take)?;
        if answer.status == 202 {
            let waiting: Waiting = cbor::from_bytes(&answer.body).map_err(|_| RelayError::NoRelay)?;
            return Ok(Release::Later(waiting.seconds));
        }
        let taken: Taken = message(&answer)?;
        Ok(Release::Given(Secret::from_bytes(taken.secret)))
    }

    /// Objects to a device's request.
    ///
    /// # Errors
    /// [`RelayError`].
    pub fn veto_escrow(
        &self,
        name: &[u8; 16],
        owner: &SigningKey,
        device: [u8; 32],
    ) -> Result<(), RelayError> {
        kept(&self.call(&path("escrow", name, "/veto"), owner, name, &Veto::new(device))?)
    }

    /// Ends an escrow: at once, or with the requests that stand.
    ///
    /// # Errors
    /// [`RelayError`].
    pub fn end_escrow(&self, name: &[u8; 16], owner: &SigningKey) -> Result<(), RelayError> {
        kept(&self.call(&path("escrow", name, "/end"), owner, name, &End::default())?)
    }

    /// How an escrow is, for its owner, a contact, or a device that asked.
    ///
    /// # Errors
    /// [`RelayError`].
    pub fn escrow_state(&self, name: &[u8; 16], key: &SigningKey) -> Result<State, RelayError> {
        let ask = Ask::new(*key.public().as_bytes());
        message(&self.call(&path("escrow", name, "/state"), key, name, &ask)?)
    }
}
