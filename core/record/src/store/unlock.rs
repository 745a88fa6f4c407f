use super::StoreError;
use crate::cbor::{Canonical, Malformed, Reader, Writer};
use crate::context::Context;
use pocketchart_crypto::aead;
use pocketchart_crypto::kdf::{PasswordParams, Salt, expand, password_key};
use pocketchart_crypto::{Label, Secret};

const DATA_KEY: Label = Label::new("data-key");
const IDENTITY_KEY: Label = Label::new("identity-key");
const HEADER: Label = Label::new("store-header");

/// What opens the store.
#[derive(Clone)]
pub enum Unlock {
    /// A passphrase, stretched by Argon2id.
    Passphrase(zeroize::Zeroizing<String>),
    /// A key that the platform's key store unwrapped.
    Key(Secret<32>),
}

impl Unlock {
    /// A passphrase.
    pub fn passphrase(text: &str) -> Self {
        Unlock::Passphrase(zeroize::Zeroizing::new(text.to_owned()))
    }

    /// A key of 32 bytes from the platform's key store; `None` if it has any other length.
    pub fn key(bytes: &[u8]) -> Option<Self> {
        Secret::from_slice(bytes).map(Unlock::Key)
    }
}

/// How much work a passphrase costs whoever guesses it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum KdfLevel {
    /// The lowest legal cost: for tests only.
    Fast,
    /// 256 MiB, three passes.
    Normal,
    /// 1 GiB, four passes.
    Strong,
}

impl KdfLevel {
    /// What Argon2id is to cost.
    pub fn params(self) -> PasswordParams {
        match self {
            KdfLevel::Fast => PasswordParams::FAST,
            KdfLevel::Normal => PasswordParams::NORMAL,
            KdfLevel::Strong => PasswordParams::STRONG,
        }
    }
}

fn params(unlock: &Unlock, level: KdfLevel) -> Option<[u8; 8]> {
    matches!(unlock, Unlock::Passphrase(_)).then(|| level.params().to_bytes())
}

/// In clear at the start of the store: how the key is found. Altering any of it is noticed when the key is unwrapped.
pub(crate) struct Header {
    params: Option<[u8; 8]>,
    salt: [u8; 16],
    data: Vec<u8>,
    identity: Vec<u8>,
}

impl Canonical for Header {
    fn write(&self, to: &mut Writer) {
        let params = self.params.as_ref().map_or(&[][..], |params| params);
        to.array(5)
            .uint(1)
            .bytes(params)
            .bytes(&self.salt)
            .bytes(&self.data)
            .bytes(&self.identity);
    }
    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        from.array_of(5)?;
        if from.uint()? != 1 {
            return Err(Malformed("header version"));
        }
        let params = match from.bytes()? {
            [] => None,
            bytes => Some(
                bytes
                    .try_into()
                    .map_err(|_| Malformed("key derivation parameters"))?,
            ),
        };
        Ok(Self {
            params,
            salt: from.fixed()?,
            data: from.bytes()?.to_vec(),
            identity: from.bytes()?.to_vec(),
        })
    }
}

/// The key that the store's own keys are derived from; dropped once they are.
pub(crate) struct Opened(Secret<32>);

impl Opened {
    pub(crate) fn data_key(&self) -> &Secret<32> {
        &self.0
    }
}

impl Header {
    /// Wraps a new data key, and the identity seed if this device holds it.
    pub(crate) fn make(
        unlock: &Unlock,
        level: KdfLevel,
        identity: Option<&Secret<32>>,
        context: &Context,
    ) -> Result<(Self, Opened), StoreError> {
        Self::wrap(unlock, params(unlock, level), context.secret(), identity, context)
    }

    /// The same keys and passphrase, with another identity seed.
    pub(crate) fn with_identity(
        &self,
        unlock: &Unlock,
        identity: &Secret<32>,
        context: &Context,
    ) -> Result<Self, StoreError> {
        let data = self.unwrap_data(unlock)?;
        Ok(Self::wrap(unlock, self.params, data, Some(identity), context)?.0)
    }

    fn wrap(
        unlock: &Unlock,
        params: Option<[u8; 8]>,
        data: Secret<32>,
        identity: Option<&Secret<32>>,
        context: &Context,
    ) -> Result<(Self, Opened), StoreError> {
        let mut header = Self {
            params,
            salt: context.random(),
            data: Vec::new(),
            identity: Vec::new(),
        };
        let key = header.unlocking_key(unlock)?;
        if let Some(seed) = identity {
            header.identity = aead::seal(
                &expand(&key, IDENTITY_KEY, &[]),
                &context.nonce(),
                &header.associated(),
                seed.expose(),
            );
        }
        header.data = aead::seal(
            &expand(&key, DATA_KEY, &[]),
            &context.nonce(),
            &header.associated_to_data(),
            data.expose(),
        );
        Ok((header, Opened(data)))
    }

    /// Unwraps the data key.
    pub(crate) fn open(&self, unlock: &Unlock) -> Result<Opened, StoreError> {
        self.unwrap_data(unlock).map(Opened)
    }

    /// Unwraps the identity seed: asked for each time, never kept.
    pub(crate) fn identity(&self, unlock: &Unlock) -> Result<Option<Secret<32>>, StoreError> {
        if self.identity.is_empty() {
            return self.open(unlock).map(|_| None);
        }
        self.unwrap_secret(unlock, IDENTITY_KEY, &self.identity, &self.associated())
            .map(Some)
    }

    /// The same keys under another passphrase.
    pub(crate) fn rewrap(
        &self,
        old: &Unlock,
        new: &Unlock,
        level: KdfLevel,
        context: &Context,
    ) -> Result<Self, StoreError> {
        let data = self.unwrap_data(old)?;
        let identity = self.identity(old)?;
        Ok(Self::wrap(new, params(new, level), data, identity.as_ref(), context)?.0)
    }

    fn unwrap_data(&self, unlock: &Unlock) -> Result<Secret<32>, StoreError> {
        self.unwrap_secret(unlock, DATA_KEY, &self.data, &self.associated_to_data())
    }

    fn unwrap_secret(
        &self,
        unlock: &Unlock,
        label: Label,
        sealed: &[u8],
        ad: &[u8],
    ) -> Result<Secret<32>, StoreError> {
        let key = expand(&self.unlocking_key(unlock)?, label, &[]);
        let bytes = aead::open(&key, ad, sealed).map_err(|_| StoreError::WrongKey)?;
        let bytes = zeroize::Zeroizing::new(bytes);
        Secret::from_slice(&bytes).ok_or(StoreError::Altered("header"))
    }

    fn unlocking_key(&self, unlock: &Unlock) -> Result<Secret<32>, StoreError> {
        match (unlock, self.params) {
            (Unlock::Passphrase(text), Some(params)) => password_key(
                text.as_bytes(),
                &Salt(self.salt),
                PasswordParams::from_bytes(params),
            )
            .map_err(|_| StoreError::Altered("header")),
            (Unlock::Key(key), None) => Ok(key.clone()),
            _ => Err(StoreError::WrongKey),
        }
    }

    // The parameters are authenticated, or a thief could lower them.
    fn associated(&self) -> Vec<u8> {
        let mut ad = HEADER.to_bytes();
        ad.extend_from_slice(self.params.as_ref().map_or(&[][..], |params| params));
        ad.extend_from_slice(&self.salt);
        ad
    }

    // The sealed identity seed besides: taken away, the device would seem never to have had it.
    fn associated_to_data(&self) -> Vec<u8> {
        [self.associated(), self.identity.clone()].concat()
    }
}
