//! A device that has passkeys: an authenticator of other people's, and what a browser does between it and the desk.

use async_trait::async_trait;
use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD as BASE64};
use passkey_authenticator::{Authenticator, UiHint, UserCheck, UserValidationMethod};
use passkey_crypto::{AvailableBackend, AvailableSha2, hash::Sha256Backend};
use passkey_types::{
    Passkey,
    ctap2::{Aaguid, Ctap2Error, get_assertion, make_credential},
    webauthn::PublicKeyCredentialCreationOptions,
};
use serde_json::{Value, json};
use tokio::runtime::Runtime;

/// Whoever is asked says yes, and shows by a finger that it is them if that is wanted.
struct Finger;

#[async_trait]
impl UserValidationMethod for Finger {
    type PasskeyItem = Passkey;

    async fn check_user<'a>(
        &self,
        _: UiHint<'a, Passkey>,
        presence: bool,
        verification: bool,
    ) -> Result<UserCheck, Ctap2Error> {
        Ok(UserCheck {
            presence,
            verification,
        })
    }

    fn is_presence_enabled(&self) -> bool {
        true
    }

    fn is_verification_enabled(&self) -> Option<bool> {
        Some(true)
    }
}

/// A device with one passkey, and the page in whose name its browser speaks.
pub(crate) struct Device {
    authenticator: Authenticator<Option<Passkey>, Finger, AvailableBackend>,
    /// The page's origin.
    pub(crate) origin: String,
    /// Whether the person shows that it is them.
    pub(crate) verifies: bool,
}

impl Device {
    /// One that has none yet, and counts what it signs.
    pub(crate) fn new(origin: &str) -> Self {
        let mut authenticator = Authenticator::new(Aaguid::new_empty(), None, Finger, AvailableBackend);
        authenticator.set_make_credentials_with_signature_counter(true);
        Self {
            authenticator,
            origin: origin.to_owned(),
            verifies: true,
        }
    }

    /// One that counts nothing, as many phones do: what it signed once is as good the next time, but for the question.
    pub(crate) fn without_counter(origin: &str) -> Self {
        let mut device = Self::new(origin);
        device
            .authenticator
            .set_make_credentials_with_signature_counter(false);
        device
    }

    /// Makes a passkey: the `RegistrationResponseJSON` of `navigator.credentials.create`.
    pub(crate) fn make(&mut self, options: &Value) -> Value {
        let asked: PublicKeyCredentialCreationOptions = serde_json::from_value(options.clone()).unwrap();
        let client = self.client_data("webauthn.create", options);
        let request = make_credential::Request {
            client_data_hash: AvailableSha2::sha256(client.as_bytes()).to_vec().into(),
            rp: make_credential::PublicKeyCredentialRpEntity {
                id: options["rp"]["id"].as_str().unwrap().to_owned(),
                name: Some(asked.rp.name),
            },
            user: asked.user,
            pub_key_cred_params: asked.pub_key_cred_params,
            exclude_list: asked.exclude_credentials,
            extensions: None,
            options: make_credential::Options {
                rk: true,
                up: true,
                uv: self.verifies,
            },
            pin_auth: None,
            pin_protocol: None,
        };
        let made = Runtime::new()
            .unwrap()
            .block_on(self.authenticator.make_credential(request))
            .unwrap();
        self.answer(&json!({
            "clientDataJSON": BASE64.encode(client),
            "attestationObject": BASE64.encode(&*made.as_webauthn_bytes()),
        }))
    }

    /// Proves the passkey: the `AuthenticationResponseJSON` of `navigator.credentials.get`.
    pub(crate) fn prove(&mut self, options: &Value) -> Value {
        let client = self.client_data("webauthn.get", options);
        let request = get_assertion::Request {
            rp_id: options["rpId"].as_str().unwrap().to_owned(),
            client_data_hash: AvailableSha2::sha256(client.as_bytes()).to_vec().into(),
            allow_list: None,
            extensions: None,
            options: get_assertion::Options {
                up: true,
                uv: self.verifies,
            },
            pin_auth: None,
            pin_protocol: None,
        };
        let proof = Runtime::new()
            .unwrap()
            .block_on(self.authenticator.get_assertion(request))
            .unwrap();
        self.answer(&json!({
            "clientDataJSON": BASE64.encode(client),
            "authenticatorData": BASE64.encode(proof.auth_data.to_vec()),
            "signature": BASE64.encode(&*proof.signature),
            "userHandle": BASE64.encode(&*proof.user.unwrap().id),
        }))
    }

    /// Sets what it has counted.
    pub(crate) fn count(&mut self, counter: u32) {
        self.passkey().counter = Some(counter);
    }

    fn passkey(&mut self) -> &mut Passkey {
        self.authenticator.store_mut().as_mut().unwrap()
    }

    fn client_data(&self, kind: &str, options: &Value) -> String {
        json!({ "type": kind, "challenge": options["challenge"], "origin": self.origin, "crossOrigin": false })
            .to_string()
    }

    fn answer(&mut self, response: &Value) -> Value {
        let id = BASE64.encode(&*self.passkey().credential_id);
        json!({ "id": id, "rawId": id, "type": "public-key", "response": response, "clientExtensionResults": {} })
    }
}
