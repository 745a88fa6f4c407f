//! A device that has a passkey, and what a browser does between it and the desk. The pages are tested with the authenticator of Chromium.

use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD as BASE64};
use pocketchart_crypto::{
    jose::{es256::SigningKey, sha256},
    random_array,
};
use serde_json::{Value, json};

/// Somebody was there.
const PRESENT: u8 = 1;
/// They showed that it is them.
const VERIFIED: u8 = 1 << 2;
/// The data of a new passkey follows.
const ATTESTED: u8 = 1 << 6;

/// A device with one passkey, and the page in whose name its browser speaks.
pub(crate) struct Device {
    key: SigningKey,
    /// The name of the passkey, and of whom it is.
    credential: [u8; 32],
    user: String,
    /// How often it has signed, if it counts.
    counter: Option<u32>,
    /// The page's origin.
    pub(crate) origin: String,
    /// Whether the person shows that it is them.
    pub(crate) verifies: bool,
}

impl Device {
    /// One that has none yet, and counts what it signs.
    pub(crate) fn new(origin: &str) -> Self {
        Self {
            key: SigningKey::random(),
            credential: random_array(),
            user: String::new(),
            counter: Some(0),
            origin: origin.to_owned(),
            verifies: true,
        }
    }

    /// One that counts nothing, as many phones do: what it signed once is as good the next time, but for the question.
    pub(crate) fn without_counter(origin: &str) -> Self {
        Self {
            counter: None,
            ..Self::new(origin)
        }
    }

    /// Makes a passkey: the `RegistrationResponseJSON` of `navigator.credentials.create`.
    pub(crate) fn make(&mut self, options: &Value) -> Value {
        options["user"]["id"].as_str().unwrap().clone_into(&mut self.user);
        let mut data = self.data(&options["rp"]["id"], ATTESTED);
        data.extend([0; 16]);
        data.extend([0, 32]);
        data.extend(self.credential);
        // COSE (RFC 9053): an elliptic key, for ES256, on P-256.
        data.extend([0xa5, 1, 2, 3, 0x26, 0x20, 1]);
        let (x, y) = self.key.public().coordinates();
        for (label, coordinate) in [(0x21, x), (0x22, y)] {
            data.extend([label, 0x58, 32]);
            data.extend(coordinate);
        }
        let length = u16::try_from(data.len()).unwrap();
        let mut attestation = b"\xa3\x63fmt\x64none\x67attStmt\xa0\x68authData\x59".to_vec();
        attestation.extend(length.to_be_bytes());
        attestation.extend(data);
        let client = self.client_data("webauthn.create", options);
        self.answer(&json!({
            "clientDataJSON": BASE64.encode(client),
            "attestationObject": BASE64.encode(attestation),
        }))
    }

    /// Proves the passkey: the `AuthenticationResponseJSON` of `navigator.credentials.get`.
    pub(crate) fn prove(&mut self, options: &Value) -> Value {
        self.counter = self.counter.map(|it| it + 1);
        let client = self.client_data("webauthn.get", options);
        let data = self.data(&options["rpId"], 0);
        let signed = [data.as_slice(), &sha256(client.as_bytes())].concat();
        self.answer(&json!({
            "clientDataJSON": BASE64.encode(client),
            "authenticatorData": BASE64.encode(data),
            "signature": BASE64.encode(der(&self.key.sign(&signed))),
            "userHandle": self.user,
        }))
    }

    /// Sets what it has counted.
    pub(crate) fn count(&mut self, counter: u32) {
        self.counter = Some(counter);
    }

    /// What the authenticator says (WebAuthn, section 6.1).
    fn data(&self, place: &Value, more: u8) -> Vec<u8> {
        let verified = if self.verifies { VERIFIED } else { 0 };
        let mut data = sha256(place.as_str().unwrap().as_bytes()).to_vec();
        data.push(PRESENT | verified | more);
        data.extend(self.counter.unwrap_or(0).to_be_bytes());
        data
    }

    fn client_data(&self, kind: &str, options: &Value) -> String {
        json!({ "type": kind, "challenge": options["challenge"], "origin": self.origin, "crossOrigin": false })
            .to_string()
    }

    fn answer(&self, response: &Value) -> Value {
        let id = BASE64.encode(self.credential);
        json!({ "id": id, "rawId": id, "type": "public-key", "response": response, "clientExtensionResults": {} })
    }
}

/// A signature as WebAuthn has it: two ASN.1 numbers.
fn der(signature: &[u8; 64]) -> Vec<u8> {
    let number = |half: &[u8]| {
        let digits: Vec<u8> = half.iter().copied().skip_while(|it| *it == 0).collect();
        let sign: &[u8] = if digits.first().is_none_or(|it| *it >= 0x80) {
            &[0]
        } else {
            &[]
        };
        let all = [sign, &digits].concat();
        [&[2, u8::try_from(all.len()).unwrap()], all.as_slice()].concat()
    };
    let both = [number(&signature[..32]), number(&signature[32..])].concat();
    [&[0x30, u8::try_from(both.len()).unwrap()], both.as_slice()].concat()
}
