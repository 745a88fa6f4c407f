//! How a system is let in by its key (SMART Backend Services), with RS384 alone: what it signs is checked with what was registered.

use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use ring::signature::{RSA_PKCS1_2048_8192_SHA384, RsaPublicKeyComponents};
use serde_json::{Value, json};

use crate::ehr::{Gate, outcome};

const TOKEN: &str = "the-token-of-the-desk";

/// The door of a FHIR server.
pub(crate) struct Door {
    /// Where the server is.
    pub(crate) base: String,
    /// The public halves that were registered there, as a JSON Web Key Set.
    pub(crate) keys: Value,
}

fn bytes(text: &str) -> Option<Vec<u8>> {
    BASE64_URL_SAFE_NO_PAD.decode(text).ok()
}

fn read(part: &str) -> Option<Value> {
    serde_json::from_slice(&bytes(part)?).ok()
}

impl Door {
    fn token_endpoint(&self) -> String {
        format!("{}/token", self.base)
    }

    fn configuration(&self) -> Vec<u8> {
        let configuration = json!({ "token_endpoint": self.token_endpoint(),
            "token_endpoint_auth_methods_supported": ["private_key_jwt"],
            "token_endpoint_auth_signing_alg_values_supported": ["RS384"] });
        configuration.to_string().into_bytes()
    }

    /// A token for who proves to be the system `desk`.
    fn token(&self, form: &[u8]) -> (u16, Vec<u8>) {
        let form = String::from_utf8_lossy(form);
        let assertion = form
            .split('&')
            .find_map(|it| it.strip_prefix("client_assertion="));
        match assertion.and_then(|it| self.proves(it)) {
            Some(()) => {
                let answer = json!({ "access_token": TOKEN, "token_type": "bearer", "expires_in": 300 });
                (200, answer.to_string().into_bytes())
            }
            None => (401, br#"{"error":"invalid_client"}"#.to_vec()),
        }
    }

    fn proves(&self, assertion: &str) -> Option<()> {
        let (signed, signature) = assertion.rsplit_once('.')?;
        let (header, claims) = signed.split_once('.')?;
        let (header, claims) = (read(header)?, read(claims)?);
        let named = |key: &&Value| key["kid"] == header["kid"] && key["alg"] == "RS384";
        let key = self.keys["keys"].as_array()?.iter().find(named)?;
        let is_right = header["alg"] == "RS384"
            && claims["iss"] == "desk"
            && claims["aud"] == self.token_endpoint().as_str();
        let key = RsaPublicKeyComponents {
            n: bytes(key["n"].as_str()?)?,
            e: bytes(key["e"].as_str()?)?,
        };
        let holds = key.verify(&RSA_PKCS1_2048_8192_SHA384, signed.as_bytes(), &bytes(signature)?);
        (is_right && holds.is_ok()).then_some(())
    }
}

impl Gate for Door {
    fn answers(&self, target: &str, authorization: Option<&str>, body: &[u8]) -> Option<(u16, Vec<u8>)> {
        match target {
            "/.well-known/smart-configuration" => Some((200, self.configuration())),
            "/token" => Some(self.token(body)),
            _ if authorization == Some(&format!("Bearer {TOKEN}")) => None,
            _ => Some(outcome(401, "who are you?")),
        }
    }
}
