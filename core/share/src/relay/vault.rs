use pocketchart_crypto::sign::SigningKey;
use pocketchart_wire::vault::{Blob, Contents, Get, List, Put, blob_id, id};

use super::{Relay, RelayError, kept, message, path};

/// # Vaults
impl Relay {
    /// Puts a sealed blob in place of others, both or neither.
    ///
    /// # Errors
    /// [`RelayError`].
    pub fn put_blob(
        &self,
        vault: &SigningKey,
        blob: Vec<u8>,
        replaces: &[[u8; 16]],
    ) -> Result<(), RelayError> {
        let key = *vault.public().as_bytes();
        let name = id(&key);
        let put = Put::new(key, Some(blob), replaces);
        kept(&self.call(&path("vault", &name, "/put"), vault, &name, &put)?)
    }

    /// Takes blobs out of a vault; those that are not there are passed over.
    ///
    /// # Errors
    /// [`RelayError`].
    pub fn remove_blobs(&self, vault: &SigningKey, blobs: &[[u8; 16]]) -> Result<(), RelayError> {
        let key = *vault.public().as_bytes();
        let name = id(&key);
        kept(&self.call(
            &path("vault", &name, "/put"),
            vault,
            &name,
            &Put::new(key, None, blobs),
        )?)
    }

    /// What lies in a vault, oldest first; nothing, if nobody ever put anything into it.
    ///
    /// # Errors
    /// [`RelayError`].
    pub fn blobs(&self, vault: &SigningKey) -> Result<Vec<Blob>, RelayError> {
        let key = *vault.public().as_bytes();
        let name = id(&key);
        let answer = self.call(&path("vault", &name, "/list"), vault, &name, &List::new(key))?;
        if answer.status == 404 {
            return Ok(Vec::new());
        }
        message::<Contents>(&answer).map(|contents| contents.blobs)
    }

    /// Fetches a blob by its name, and checks that it is the one.
    ///
    /// # Errors
    /// [`RelayError`]; [`RelayError::NoRelay`], if it sent other bytes.
    pub fn blob(&self, vault: &SigningKey, blob: [u8; 16]) -> Result<Vec<u8>, RelayError> {
        let key = *vault.public().as_bytes();
        let name = id(&key);
        let answer = self.call(&path("vault", &name, "/get"), vault, &name, &Get::new(key, blob))?;
        if answer.status != 200 {
            return Err(RelayError::from_answer(&answer));
        }
        if blob_id(&answer.body) == blob {
            Ok(answer.body)
        } else {
            Err(RelayError::NoRelay)
        }
    }
}
