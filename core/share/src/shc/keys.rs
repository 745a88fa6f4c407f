use std::collections::BTreeMap;

use pocketchart_crypto::jose::es256::VerifyingKey;
use pocketchart_crypto::jose::sha256;
use serde::Deserialize;
use serde_json::{Value, json};

use crate::jose::{array_from_base64url, object, to_base64url};

/// The public keys of an issuer (`/.well-known/jwks.json`), by their thumbprints.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KeySet(BTreeMap<String, VerifyingKey>);

#[derive(Deserialize)]
struct SetJson {
    keys: Vec<Value>,
}

impl KeySet {
    /// The set of one key.
    pub fn of(key: VerifyingKey) -> Self {
        Self(BTreeMap::from([(thumbprint(&key), key)]))
    }

    /// Reads a JSON Web Key Set. Keys of other kinds, and those whose `kid` is not their thumbprint (RFC 7638), are passed
    /// over.
    ///
    /// # Errors
    /// [`KeySetError`].
    pub fn from_json(json: &[u8]) -> Result<Self, KeySetError> {
        let set: SetJson = object(json).ok_or(KeySetError::Malformed)?;
        Self::from_keys(&set.keys)
    }

    pub(super) fn from_keys(keys: &[Value]) -> Result<Self, KeySetError> {
        if keys.iter().any(|key| !key["d"].is_null()) {
            return Err(KeySetError::PrivateKey);
        }
        let read = |key: &Value| {
            if key["kty"] != "EC" || key["crv"] != "P-256" {
                return None;
            }
            let coordinate = |name: &str| array_from_base64url(key[name].as_str()?);
            let public = VerifyingKey::from_coordinates(&coordinate("x")?, &coordinate("y")?).ok()?;
            let kid = thumbprint(&public);
            (key["kid"] == kid.as_str()).then_some((kid, public))
        };
        Ok(Self(keys.iter().filter_map(read).collect()))
    }

    /// The JSON Web Key Set, to be served at the issuer's `/.well-known/jwks.json`.
    pub fn to_json(&self) -> String {
        let key = |(kid, key): (&String, &VerifyingKey)| {
            let (x, y) = key.coordinates();
            let (x, y) = (to_base64url(&x), to_base64url(&y));
            json!({"kty": "EC", "kid": kid, "use": "sig", "alg": "ES256", "crv": "P-256", "x": x, "y": y})
        };
        json!({"keys": self.0.iter().map(key).collect::<Value>()}).to_string()
    }

    /// The key of that thumbprint.
    pub fn get(&self, kid: &str) -> Option<&VerifyingKey> {
        self.0.get(kid)
    }

    /// How many keys there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// A key's name: the hash of its members in the order of RFC 7638, base64url.
pub(super) fn thumbprint(key: &VerifyingKey) -> String {
    let (x, y) = key.coordinates();
    let (x, y) = (to_base64url(&x), to_base64url(&y));
    let members = format!(r#"{{"crv":"P-256","kty":"EC","x":"{x}","y":"{y}"}}"#);
    to_base64url(&sha256(members.as_bytes()))
}

/// Why there is no key set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum KeySetError {
    /// No JSON object with keys.
    #[error("not a set of keys")]
    Malformed,
    /// A private key stands in it: whoever saw it can sign as this issuer.
    #[error("a private key is published in the set")]
    PrivateKey,
}
