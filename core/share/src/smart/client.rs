//! An app before an authorization server: how it says which one it is, asks for tokens, and gives them back (RFC 6749, 7009, 7523;
//! SMART App Launch 2.2, also its Backend Services).

use super::token::refusal;
use super::{ClientKey, ClientKeys, Discovery, MAX_TOKEN, SmartError, TokenAnswer};
use crate::web::{Answer, Web};
use base64::{Engine, engine::general_purpose::STANDARD};
use form_urlencoded::{Serializer, byte_serialize};
use pocketchart_fhir::smart::Scopes;
use pocketchart_record::Context;
use std::fmt;
use zeroize::Zeroizing;

/// RFC 7523, section 2.2.
const ASSERTION: &str = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

/// What the app is to the authorization server.
#[derive(Clone, Debug)]
pub struct Client {
    /// The name it was registered under.
    pub id: String,
    /// How it proves that.
    pub proof: ClientProof,
}

/// How an app proves that it is the one of its name.
#[derive(Clone)]
pub enum ClientProof {
    /// Not at all: whoever has the app has what is in it.
    None,
    /// By a secret that the server gave it.
    Secret(Zeroizing<String>),
    /// By a signature with one of its keys.
    Keys(ClientKeys),
}

impl fmt::Debug for ClientProof {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ClientProof")
    }
}

/// An app before one authorization server.
#[derive(Clone)]
pub struct TokenClient {
    /// The name it was registered under.
    pub id: String,
    /// How it proves that there.
    pub proof: TokenProof,
    /// Where tokens are asked for.
    pub token_endpoint: String,
    /// Where they are given back.
    pub revocation_endpoint: Option<String>,
    /// A secret goes into the form, because the `Authorization` header is not understood.
    pub secret_in_form: bool,
}

/// How an app proves to one server which one it is.
#[derive(Clone)]
pub enum TokenProof {
    /// Not at all.
    None,
    /// By a secret.
    Secret(Zeroizing<String>),
    /// By a signature (`private_key_jwt`).
    Key(ClientKey),
}

impl fmt::Debug for TokenClient {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "TokenClient {{ id: {:?}, .. }}", self.id)
    }
}

impl TokenClient {
    /// The app before this server, which says in which way it takes the proof.
    ///
    /// # Errors
    /// [`SmartError::NoKey`] without a key, [`SmartError::KeyNotTaken`] if the server takes none of them.
    pub fn new(discovery: &Discovery, client: Client) -> Result<Self, SmartError> {
        let proof = match client.proof {
            ClientProof::None => TokenProof::None,
            ClientProof::Secret(secret) => TokenProof::Secret(secret),
            ClientProof::Keys(keys) if keys.is_empty() => return Err(SmartError::NoKey),
            ClientProof::Keys(keys) => {
                let taken = keys.iter().find(|key| discovery.takes_key(key.algorithm()));
                TokenProof::Key(taken.ok_or(SmartError::KeyNotTaken)?.clone())
            }
        };
        Ok(Self {
            id: client.id,
            proof,
            token_endpoint: discovery.token_endpoint.clone(),
            revocation_endpoint: discovery.revocation_endpoint.clone(),
            secret_in_form: discovery.secret_in_form(),
        })
    }

    /// A token for a system that no person signs in to: such as a clinic's own, with `system/*.rs` (Backend Services). The app must
    /// have a key. Such tokens live five minutes at most, and there is no refresh token: the next one is asked for in the same way.
    ///
    /// # Errors
    /// [`SmartError`]; [`SmartError::Address`] if the server, whose FHIR base is `base`, names an unsafe address.
    ///
    /// ```no_run
    /// use pocketchart_fhir::smart::Scopes;
    /// use pocketchart_record::Context;
    /// use pocketchart_share::smart::{Client, ClientKey, ClientKeys, ClientProof, Server, SmartError, TokenClient};
    /// use pocketchart_share::web::Web;
    ///
    /// let (web, keys) = (Web::new(), ClientKeys::default().with(ClientKey::random()));
    /// let server = Server::new(&web, "https://fhir.example/r4")?;
    /// let discovery = server.discovery(&mut |_| true)?.ok_or(SmartError::NoSignIn)?;
    /// let client = Client { id: "desk".into(), proof: ClientProof::Keys(keys) };
    /// let scopes = Scopes::of("system/Patient.rs");
    /// let token = TokenClient::system(&web, &Context::system(), (server.base(), &discovery), client, &scopes)?;
    /// let server = server.with_token(Some(token.access));
    /// # Ok::<(), SmartError>(())
    /// ```
    pub fn system(
        web: &Web,
        context: &Context,
        (base, discovery): (&str, &Discovery),
        client: Client,
        scopes: &Scopes,
    ) -> Result<TokenAnswer, SmartError> {
        discovery.check_addresses(base)?;
        let before = Self::new(discovery, client)?;
        let TokenProof::Key(_) = before.proof else {
            return Err(SmartError::NoKey);
        };
        let scopes = scopes.to_string();
        let form = [("grant_type", "client_credentials"), ("scope", &*scopes)];
        before.ask(web, context, &form)
    }

    /// Exchanges a refresh token for the next tokens.
    ///
    /// # Errors
    /// [`SmartError`]; [`SmartError::NoToken`] once the person has to sign in again.
    pub fn refresh(&self, web: &Web, context: &Context, refresh: &str) -> Result<TokenAnswer, SmartError> {
        let form = [("grant_type", "refresh_token"), ("refresh_token", refresh)];
        self.ask(web, context, &form)
    }

    /// Gives a token back (RFC 7009): neither it nor those made of it open anything afterwards. Whether the server did; none where it
    /// offers no way.
    ///
    /// # Errors
    /// [`SmartError`].
    pub fn revoke(
        &self,
        web: &Web,
        context: &Context,
        (token, hint): (&str, &str),
    ) -> Option<Result<(), SmartError>> {
        let endpoint = self.revocation_endpoint.as_deref()?;
        let form = [("token", token), ("token_type_hint", hint)];
        let answer = self.post(web, context, endpoint, &form);
        Some(answer.and_then(|answer| match answer.status {
            200 | 204 => Ok(()),
            status => Err(refusal(status, &answer.body)),
        }))
    }

    pub(super) fn ask(
        &self,
        web: &Web,
        context: &Context,
        form: &[(&str, &str)],
    ) -> Result<TokenAnswer, SmartError> {
        let answer = self.post(web, context, &self.token_endpoint, form)?;
        let body = Zeroizing::new(answer.body);
        match answer.status {
            200 => Ok(TokenAnswer::read(&body)?),
            429 | 503 => Err(SmartError::Busy(answer.again_after)),
            status => Err(refusal(status, &body)),
        }
    }

    fn post(
        &self,
        web: &Web,
        context: &Context,
        endpoint: &str,
        form: &[(&str, &str)],
    ) -> Result<Answer, SmartError> {
        let mut body = Serializer::new(String::new());
        body.extend_pairs(form);
        let mut authorization = None;
        match &self.proof {
            TokenProof::None => {
                body.append_pair("client_id", &self.id);
            }
            TokenProof::Secret(secret) if !self.secret_in_form => {
                authorization = Some(basic(&self.id, secret))
            }
            TokenProof::Secret(secret) => {
                body.append_pair("client_id", &self.id)
                    .append_pair("client_secret", secret);
            }
            TokenProof::Key(key) => {
                let assertion = key.assertion(&self.id, &self.token_endpoint, context)?;
                body.append_pair("client_assertion_type", ASSERTION);
                body.append_pair("client_assertion", &assertion);
            }
        }
        let body = Zeroizing::new(body.finish());
        let mut headers = vec![
            ("content-type", "application/x-www-form-urlencoded"),
            ("accept", "application/json"),
        ];
        if let Some(basic) = &authorization {
            headers.push(("authorization", basic));
        }
        Ok(web.post_with(endpoint, &headers, body.as_bytes(), MAX_TOKEN)?)
    }
}

/// RFC 6749, section 2.3.1: both parts are encoded as in a form first.
fn basic(id: &str, secret: &str) -> Zeroizing<String> {
    let encoded = |text: &str| byte_serialize(text.as_bytes()).collect::<String>();
    let both = Zeroizing::new(format!("{}:{}", encoded(id), encoded(secret)));
    Zeroizing::new(format!("Basic {}", STANDARD.encode(both.as_bytes())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_is_encoded_before_it_is_sent() {
        let sent = basic("a:b", "ü/");
        let (_, sent) = sent.split_once(' ').unwrap();
        assert_eq!(STANDARD.decode(sent).unwrap(), b"a%3Ab:%C3%BC%2F");
    }

    #[test]
    fn a_proof_is_given_as_the_server_takes_it() {
        let before = |more: &str, proof: ClientProof| {
            let document = format!(r#"{{"token_endpoint":"https://a.example/token"{more}}}"#);
            let discovery = Discovery::read(document.as_bytes()).unwrap();
            let client = Client {
                id: "app".into(),
                proof,
            };
            TokenClient::new(&discovery, client)
        };
        let secret = || ClientProof::Secret("s".to_owned().into());
        let methods = |methods: &str| format!(r#","token_endpoint_auth_methods_supported":[{methods}]"#);
        assert!(matches!(
            before("", ClientProof::None).unwrap().proof,
            TokenProof::None
        ));
        assert!(!before("", secret()).unwrap().secret_in_form);
        let form = methods(r#""client_secret_post""#);
        assert!(before(&form, secret()).unwrap().secret_in_form);

        let keys = ClientKeys::default().with(ClientKey::random());
        let signed = methods(r#""none","private_key_jwt""#);
        let proof = before(&signed, ClientProof::Keys(keys.clone())).unwrap().proof;
        assert!(matches!(proof, TokenProof::Key(ClientKey::Es384(_))));
        let refused = before(&signed, ClientProof::Keys(ClientKeys::default())).err();
        assert_eq!(refused, Some(SmartError::NoKey));
        let refused = before(&form, ClientProof::Keys(keys.clone())).err();
        assert_eq!(refused, Some(SmartError::KeyNotTaken));
        let rsa = format!(r#"{signed},"token_endpoint_auth_signing_alg_values_supported":["RS384"]"#);
        let refused = before(&rsa, ClientProof::Keys(keys)).err();
        assert_eq!(refused, Some(SmartError::KeyNotTaken));
    }

    #[test]
    fn a_system_asks_no_unsafe_address_and_not_without_a_key() {
        let ask = |address: &str, proof: ClientProof| {
            let document = format!(
                r#"{{"token_endpoint":"{address}","token_endpoint_auth_methods_supported":["private_key_jwt"]}}"#
            );
            let discovery = Discovery::read(document.as_bytes()).unwrap();
            let client = Client {
                id: "desk".into(),
                proof,
            };
            let to = ("https://a.example/fhir", &discovery);
            let scopes = Scopes::of("system/*.rs");
            TokenClient::system(&Web::new(), &Context::system(), to, client, &scopes).err()
        };
        let keys = || ClientProof::Keys(ClientKeys::default().with(ClientKey::random()));
        assert_eq!(ask("http://a.example/token", keys()), Some(SmartError::Address));
        assert_eq!(ask("http://127.0.0.1:1/token", keys()), Some(SmartError::Address));
        assert_eq!(
            ask("https://a.example/token", ClientProof::None),
            Some(SmartError::NoKey)
        );
    }
}
