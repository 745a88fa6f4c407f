use pocketchart_crypto::sign::SigningKey;
use pocketchart_wire::keys::{Put, id};

use super::{Relay, RelayError, kept, path};

/// # Key sets of health cards
impl Relay {
    /// Where the key set that this key puts is at a relay: behind the relay's address it is the issuer that stands in cards.
    pub fn keys_path(owner: &SigningKey) -> String {
        path("shc", &id(owner.public().as_bytes()), "")
    }

    /// Puts a key set in place of the one before, until a time in seconds since 1970.
    ///
    /// # Errors
    /// [`RelayError`].
    pub fn put_keys(&self, owner: &SigningKey, ends: u64, keys: String) -> Result<(), RelayError> {
        let key = *owner.public().as_bytes();
        let name = id(&key);
        kept(&self.call(
            &path("shc", &name, "/put"),
            owner,
            &name,
            &Put::new(key, ends, keys),
        )?)
    }
}
