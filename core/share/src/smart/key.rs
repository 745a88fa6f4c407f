//! The keys by which servers know an app, and what it signs with them (SMART App Launch 2.2, "Client Authentication: Asymmetric";
//! RFC 7523, section 2.2).

use super::SmartError;
use crate::jose::to_base64url;
use pocketchart_crypto::jose::rs384::BadKey;
use pocketchart_crypto::jose::{es384, rs384, sha256};
use pocketchart_record::cbor::{Canonical, Malformed, Reader, Writer};
use pocketchart_record::{Context, Millis};
use serde_json::json;
use std::fmt;
use std::sync::Arc;
use zeroize::Zeroizing;

/// How long an assertion holds, in milliseconds. Servers allow five minutes by their own clock: this leaves one for a clock here that
/// is ahead.
const LIFETIME: Millis = 4 * 60 * 1000;

/// A private key of an app, to sign with.
#[derive(Clone)]
#[non_exhaustive]
pub enum ClientKey {
    /// ECDSA on P-384 with SHA-384.
    Es384(Arc<es384::SigningKey>),
    /// RSA with SHA-384.
    Rs384(Arc<rs384::SigningKey>),
}

impl ClientKey {
    /// A new key for ES384.
    pub fn random() -> Self {
        Self::Es384(Arc::new(es384::SigningKey::random()))
    }

    /// A key for RS384 that was made elsewhere: a PEM file in the form of PKCS#8.
    ///
    /// # Errors
    /// [`BadKey`].
    pub fn from_pem(pem: &[u8]) -> Result<Self, BadKey> {
        Ok(Self::Rs384(Arc::new(rs384::SigningKey::from_pem(pem)?)))
    }

    /// Its algorithm, as JOSE names it.
    pub fn algorithm(&self) -> &'static str {
        match self {
            Self::Es384(_) => "ES384",
            Self::Rs384(_) => "RS384",
        }
    }

    /// The name of the key: its thumbprint (RFC 7638).
    pub fn kid(&self) -> String {
        to_base64url(&sha256(self.members().as_bytes()))
    }

    /// The public half as a JSON Web Key with what RFC 7638 hashes, in its order.
    fn members(&self) -> String {
        match self {
            Self::Es384(key) => {
                let (x, y) = key.coordinates();
                let (x, y) = (to_base64url(&x), to_base64url(&y));
                format!(r#"{{"crv":"P-384","kty":"EC","x":"{x}","y":"{y}"}}"#)
            }
            Self::Rs384(key) => {
                let (n, e) = key.public();
                let (n, e) = (to_base64url(&n), to_base64url(&e));
                format!(r#"{{"e":"{e}","kty":"RSA","n":"{n}"}}"#)
            }
        }
    }

    fn jwk(&self) -> String {
        let (kid, alg) = (self.kid(), self.algorithm());
        let members = self.members();
        format!(r#"{{"kid":"{kid}","use":"sig","alg":"{alg}",{}"#, &members[1..])
    }

    /// Says to one server, for once and for a short while, that this is the app of that name.
    pub(super) fn assertion(
        &self,
        client: &str,
        audience: &str,
        context: &Context,
    ) -> Result<Zeroizing<String>, SmartError> {
        let header = json!({ "alg": self.algorithm(), "kid": self.kid(), "typ": "JWT" });
        let once: [u8; 16] = context.random();
        let claims = json!({
            "iss": client, "sub": client, "aud": audience, "jti": to_base64url(&once),
            "exp": context.now().saturating_add(LIFETIME) / 1000,
        });
        let part = |part: &serde_json::Value| to_base64url(part.to_string().as_bytes());
        let signed = format!("{}.{}", part(&header), part(&claims));
        let signature = match self {
            Self::Es384(key) => to_base64url(&key.sign(signed.as_bytes())),
            Self::Rs384(key) => {
                let signature = key.sign(signed.as_bytes());
                to_base64url(&signature.map_err(|_| SmartError::KeyNotTaken)?)
            }
        };
        Ok(Zeroizing::new(format!("{signed}.{signature}")))
    }
}

impl fmt::Debug for ClientKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ClientKey({})", self.algorithm())
    }
}

/// `source-key` of docs/formats.cddl, for a sealed row.
impl Canonical for ClientKey {
    fn write(&self, to: &mut Writer) {
        to.array(2).text(self.algorithm());
        match self {
            Self::Es384(key) => to.bytes(key.to_secret().expose()),
            Self::Rs384(key) => to.bytes(key.to_pkcs8()),
        };
    }

    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        from.array_of(2)?;
        let malformed = Malformed("key of an app");
        match from.text()? {
            "ES384" => {
                let secret = pocketchart_crypto::Secret::from_slice(from.bytes()?).ok_or(malformed)?;
                let key = es384::SigningKey::from_secret(&secret).map_err(|_| malformed)?;
                Ok(Self::Es384(Arc::new(key)))
            }
            "RS384" => {
                let key = rs384::SigningKey::from_pkcs8(from.bytes()?).map_err(|_| malformed)?;
                Ok(Self::Rs384(Arc::new(key)))
            }
            _ => Err(malformed),
        }
    }
}

/// The keys of an app: at most one of each algorithm.
///
/// ```
/// use pocketchart_share::smart::{ClientKey, ClientKeys};
///
/// let keys = ClientKeys::default().with(ClientKey::random());
/// assert!(keys.to_jwks().starts_with(r#"{"keys":[{"kid":""#));
/// ```
#[derive(Clone, Debug, Default)]
pub struct ClientKeys(Vec<ClientKey>);

impl ClientKeys {
    /// These with one more, in the place of the one of its algorithm.
    #[must_use]
    pub fn with(mut self, key: ClientKey) -> Self {
        self.0.retain(|it| it.algorithm() != key.algorithm());
        self.0.push(key);
        // The smaller and quicker one first.
        self.0.sort_by_key(ClientKey::algorithm);
        self
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Each of them, that of ES384 first.
    pub fn iter(&self) -> std::slice::Iter<'_, ClientKey> {
        self.0.iter()
    }

    /// The key of an algorithm.
    pub fn of(&self, algorithm: &str) -> Option<&ClientKey> {
        self.iter().find(|it| it.algorithm() == algorithm)
    }

    /// The public halves as a JSON Web Key Set (RFC 7517, section 5), for whoever registers the app.
    pub fn to_jwks(&self) -> String {
        let keys: Vec<String> = self.iter().map(ClientKey::jwk).collect();
        format!(r#"{{"keys":[{}]}}"#, keys.join(","))
    }
}

/// `source-keys` of docs/formats.cddl.
impl Canonical for ClientKeys {
    fn write(&self, to: &mut Writer) {
        to.list(&self.0);
    }

    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        let keys: Vec<ClientKey> = from.list(2)?;
        // In another order, or twice of an algorithm, it is not what `write` makes.
        Ok(keys.into_iter().fold(Self::default(), Self::with))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::jose::from_base64url;
    use pocketchart_record::cbor::{from_bytes, to_bytes};
    use pocketchart_record::{Clock, Entropy};
    use serde_json::Value;

    /// The key of RFC 7515, appendix A.2.
    const RSA: &str = include_str!("../../../crypto/tests/vectors/rs384.json");

    struct Fixed;

    impl Clock for Fixed {
        fn now(&self) -> Millis {
            1_764_000_000_999
        }
    }

    impl Entropy for Fixed {
        fn fill(&self, buffer: &mut [u8]) {
            buffer.fill(7);
        }
    }

    fn both() -> ClientKeys {
        let vectors: Value = serde_json::from_str(RSA).unwrap();
        let rsa = ClientKey::from_pem(vectors[0]["pem"].as_str().unwrap().as_bytes()).unwrap();
        ClientKeys::default().with(rsa).with(ClientKey::random())
    }

    fn json(part: &str) -> Value {
        serde_json::from_slice(&from_base64url(part).unwrap()).unwrap()
    }

    #[test]
    fn an_assertion_is_for_one_server_and_a_short_while() {
        let context = Context::new(Arc::new(Fixed), Arc::new(Fixed));
        for key in both().iter() {
            let said = key
                .assertion("a\"pp", "https://a.example/token", &context)
                .unwrap();
            let parts: Vec<&str> = said.split('.').collect();
            let header = json!({ "alg": key.algorithm(), "kid": key.kid(), "typ": "JWT" });
            assert_eq!(json(parts[0]), header);
            let claims = json!({
                "iss": "a\"pp", "sub": "a\"pp", "aud": "https://a.example/token", "jti": "BwcHBwcHBwcHBwcHBwcHBw",
                "exp": 1_764_000_240,
            });
            assert_eq!(json(parts[1]), claims);
            let length = if key.algorithm() == "ES384" { 96 } else { 256 };
            assert_eq!(from_base64url(parts[2]).unwrap().len(), length);
        }
        let chance = Context::system();
        let key = ClientKey::random();
        let once = || {
            json(
                key.assertion("a", "b", &chance)
                    .unwrap()
                    .split('.')
                    .nth(1)
                    .unwrap(),
            )["jti"]
                .clone()
        };
        assert_ne!(once(), once());
    }

    #[test]
    fn only_public_halves_are_published() {
        let keys = both();
        let set: Value = serde_json::from_str(&keys.to_jwks()).unwrap();
        let [ec, rsa] = set["keys"].as_array().unwrap().as_slice() else {
            panic!("{set}");
        };
        let names = |key: &Value| key.as_object().unwrap().keys().cloned().collect::<Vec<_>>();
        let mut of_ec = names(ec);
        of_ec.sort();
        assert_eq!(of_ec, ["alg", "crv", "kid", "kty", "use", "x", "y"]);
        let mut of_rsa = names(rsa);
        of_rsa.sort();
        assert_eq!(of_rsa, ["alg", "e", "kid", "kty", "n", "use"]);
        // Computed with Python's hashlib.
        assert_eq!(rsa["kid"], "IsUn6_e04MaShXFIISMp4kG62LWzMIPy_MvSA5pJgX8");
        assert_eq!(ClientKeys::default().to_jwks(), r#"{"keys":[]}"#);
    }

    #[test]
    fn keys_are_kept_and_one_takes_the_place_of_another() {
        let keys = both();
        let again: ClientKeys = from_bytes(&to_bytes(&keys)).unwrap();
        assert_eq!(again.to_jwks(), keys.to_jwks());
        let renewed = keys.clone().with(ClientKey::random());
        assert_ne!(renewed.to_jwks(), keys.to_jwks());
        assert_eq!(renewed.iter().count(), 2);
        let twice = [keys.of("ES384").unwrap().clone(), ClientKey::random()];
        let mut bytes = Writer::default();
        bytes.list(&twice);
        assert!(from_bytes::<ClientKeys>(&bytes.into_bytes()).is_err());
        assert_eq!(
            format!("{keys:?}"),
            "ClientKeys([ClientKey(ES384), ClientKey(RS384)])"
        );
    }
}
