use pocketchart_crypto::sign::SigningKey;
use pocketchart_wire::link::{Act, Address, Deposit, Manage, State};

use super::{Relay, RelayError, kept, message};

/// # SMART Health Links
impl Relay {
    /// The address of a link, as it stands in it.
    pub fn link_url(&self, address: &Address) -> String {
        self.at(&format!("/link/{}", address.text()))
    }

    /// Leaves a link. The same deposit again is no second one.
    ///
    /// # Errors
    /// [`RelayError`].
    pub fn deposit_link(&self, address: &Address, deposit: &Deposit) -> Result<(), RelayError> {
        kept(&self.put(&format!("/link/{}", address.text()), deposit)?)
    }

    /// Does something to a link, and says how it is afterwards.
    ///
    /// # Errors
    /// [`RelayError`].
    pub fn manage_link(&self, address: &Address, owner: &SigningKey, what: Act) -> Result<State, RelayError> {
        let path = format!("/link/{}/manage", address.text());
        message(&self.call(&path, owner, &address.name(), &Manage::new(what))?)
    }
}
