//! A client that knows nothing of the relay but its interface.

use std::time::{Duration, SystemTime};

use minicbor::{Decode, Encode};
use pocketchart_crypto::{Secret, sign::SigningKey};
use pocketchart_wire::{
    cbor,
    proof::{Call, Challenge, Signed},
    text,
};

/// Asks one relay.
#[derive(Clone)]
pub(crate) struct Client {
    agent: ureq::Agent,
    pub(crate) url: String,
}

/// What came back.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Got {
    pub(crate) status: u16,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: Vec<u8>,
}

impl Got {
    pub(crate) fn message<T: Encode<()> + for<'b> Decode<'b, ()>>(&self) -> T {
        assert_eq!(self.status, 200);
        cbor::from_bytes(&self.body).unwrap()
    }

    pub(crate) fn json(&self) -> serde_json::Value {
        serde_json::from_slice(&self.body).unwrap()
    }

    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.headers
            .iter()
            .find(|(its, _)| its == name)
            .map(|(_, value)| value.as_str())
    }
}

impl Client {
    pub(crate) fn new(url: &str) -> Self {
        let agent = ureq::Agent::config_builder()
            .http_status_as_error(false)
            .timeout_global(Some(Duration::from_secs(120)))
            .build()
            .into();
        let url = url.to_owned();
        Self { agent, url }
    }

    /// Any request; an error if the relay cut it off.
    pub(crate) fn ask(
        &self,
        method: &str,
        path: &str,
        body: &[u8],
        headers: &[(&str, &str)],
    ) -> Result<Got, ureq::Error> {
        let url = if path.starts_with("http") {
            path.to_owned()
        } else {
            format!("{}{path}", self.url)
        };
        let mut request = ureq::http::Request::builder().method(method).uri(url);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let mut response = if body.is_empty() && method != "POST" {
            self.agent.run(request.body(()).unwrap())?
        } else {
            self.agent.run(request.body(body).unwrap())?
        };
        let headers = response
            .headers()
            .iter()
            .filter(|(name, _)| *name != "date")
            .map(|(name, value)| (name.to_string(), value.to_str().unwrap().to_owned()))
            .collect();
        let body = response.body_mut().with_config().limit(64 << 20).read_to_vec()?;
        Ok(Got {
            status: response.status().as_u16(),
            headers,
            body,
        })
    }

    pub(crate) fn get(&self, path: &str) -> Got {
        self.ask("GET", path, b"", &[]).unwrap()
    }

    pub(crate) fn post<T: Encode<()>>(&self, path: &str, message: &T) -> Got {
        self.ask("POST", path, &cbor::to_bytes(message), &[]).unwrap()
    }

    pub(crate) fn put<T: Encode<()>>(&self, path: &str, message: &T) -> Got {
        self.ask("PUT", path, &cbor::to_bytes(message), &[]).unwrap()
    }

    pub(crate) fn challenge(&self) -> Challenge {
        self.get("/challenge").body.try_into().unwrap()
    }

    /// Signs a call for an object and makes it.
    pub(crate) fn call<C: Call>(&self, path: &str, key: &SigningKey, target: &[u8; 16], call: &C) -> Got {
        self.post(path, &Signed::new(key, self.challenge(), target, call))
    }
}

/// A path of a service, an identifier and what is done there.
pub(crate) fn path(service: &str, id: &[u8], action: &str) -> String {
    format!("/{service}/{}{action}", text::encode(id))
}

/// Seconds since 1970.
pub(crate) fn now() -> u64 {
    SystemTime::now()
        .duration_since(SystemTime::UNIX_EPOCH)
        .unwrap()
        .as_secs()
}

pub(crate) fn signing_key() -> SigningKey {
    SigningKey::from_seed(&Secret::random())
}

/// Random bytes, as sealed ones look.
pub(crate) fn sealed(len: usize) -> Vec<u8> {
    let mut bytes = vec![0; len];
    pocketchart_crypto::random_bytes(&mut bytes);
    bytes
}
