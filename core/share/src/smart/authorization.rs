//! One sign-in: what is asked for, and whether what comes back belongs to it (RFC 6749, 7636, 9207; SMART App Launch 2.2).

use super::token::is_code;
use super::{Client, Discovery, SmartError, TokenAnswer, TokenClient};
use crate::web::Web;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use form_urlencoded::{Serializer, parse};
use pocketchart_crypto::Secret;
use pocketchart_crypto::jose::sha256;
use pocketchart_fhir::smart::Scopes;
use pocketchart_record::{Context, sabotage};
use std::fmt;
use zeroize::Zeroizing;

/// A sign-in that was begun. Whoever holds it can finish it once.
pub struct Authorization {
    /// The server's base.
    pub base: String,
    /// Where to sign in.
    pub discovery: Discovery,
    /// As whom.
    pub client: TokenClient,
    /// What is asked for.
    pub scopes: Scopes,
    /// Where the browser goes afterwards.
    pub redirect: String,
    authorization_endpoint: String,
    verifier: Secret<32>,
    state: Secret<32>,
    nonce: Secret<32>,
}

impl fmt::Debug for Authorization {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Authorization {{ base: {:?}, .. }}", self.base)
    }
}

/// What a redirect brought: a code that becomes a token once.
pub struct Redirected {
    code: Zeroizing<String>,
}

fn text(secret: &Secret<32>) -> String {
    URL_SAFE_NO_PAD.encode(secret.expose())
}

impl Authorization {
    /// Begins a sign-in with three fresh secrets: of PKCE, of the redirect and of the `id_token`.
    ///
    /// # Errors
    /// [`SmartError::NoSignIn`], [`SmartError::Address`], [`SmartError::NoPkce`]; for an app with keys [`SmartError::NoKey`],
    /// [`SmartError::KeyNotTaken`].
    pub fn begin(
        (base, discovery): (&str, Discovery),
        client: Client,
        scopes: Scopes,
        redirect: &str,
        [verifier, state, nonce]: [Secret<32>; 3],
    ) -> Result<Self, SmartError> {
        let authorization_endpoint = discovery.check(base)?.to_owned();
        let client = TokenClient::new(&discovery, client)?;
        Ok(Self {
            base: base.to_owned(),
            authorization_endpoint,
            discovery,
            client,
            scopes,
            redirect: redirect.to_owned(),
            verifier,
            state,
            nonce,
        })
    }

    /// The address to open in the person's own browser.
    pub fn url(&self) -> String {
        let verifier = Zeroizing::new(text(&self.verifier));
        let challenge = URL_SAFE_NO_PAD.encode(sha256(verifier.as_bytes()));
        let query = Serializer::new(String::new())
            .append_pair("response_type", "code")
            .append_pair("client_id", &self.client.id)
            .append_pair("redirect_uri", &self.redirect)
            .append_pair("scope", &self.scopes.to_string())
            .append_pair("state", &text(&self.state))
            .append_pair("nonce", &text(&self.nonce))
            .append_pair("aud", &self.base)
            .append_pair("code_challenge", &challenge)
            .append_pair("code_challenge_method", "S256")
            .finish();
        let to = &self.authorization_endpoint;
        let joint = if to.contains('?') { '&' } else { '?' };
        format!("{to}{joint}{query}")
    }

    /// Reads where the browser was sent. Its `state` must be the one of this sign-in, and it must not be of another server.
    ///
    /// # Errors
    /// [`SmartError::OtherSignIn`], [`SmartError::OtherIssuer`], [`SmartError::Denied`].
    pub fn redirected(&self, url: &str) -> Result<Redirected, SmartError> {
        let query = url.split_once('?').map_or("", |(_, query)| query);
        let query = query.split('#').next().unwrap_or_default();
        let pairs: Vec<_> = parse(query.as_bytes()).collect();
        let one = |name: &str| {
            let mut named = pairs.iter().filter(|(it, _)| it == name);
            let first = named.next().map(|(_, value)| value.as_ref());
            // Said twice, it is not known which one counts.
            first.filter(|_| named.next().is_none())
        };
        let is_ours = one("state")
            .and_then(|it| URL_SAFE_NO_PAD.decode(it).ok())
            .and_then(|it| Secret::from_slice(&it))
            .is_some_and(|it: Secret<32>| it == self.state);
        if !is_ours && !sabotage::off("sign-in state") {
            return Err(SmartError::OtherSignIn);
        }
        match (one("iss"), self.discovery.issuer.as_deref()) {
            (Some(said), Some(known)) if said != known => return Err(SmartError::OtherIssuer),
            (None, _) if self.discovery.names_itself() => return Err(SmartError::OtherIssuer),
            _ => {}
        }
        if let Some(error) = one("error") {
            let code = if is_code(error) { error } else { "unknown" };
            return Err(SmartError::Denied(code.to_owned()));
        }
        match one("code").filter(|code| !code.is_empty()) {
            Some(code) => Ok(Redirected {
                code: Zeroizing::new(code.to_owned()),
            }),
            None => Err(SmartError::OtherSignIn),
        }
    }

    /// Exchanges the code for tokens.
    ///
    /// # Errors
    /// [`SmartError`].
    pub fn exchange(
        &self,
        web: &Web,
        context: &Context,
        redirected: &Redirected,
    ) -> Result<TokenAnswer, SmartError> {
        let verifier = Zeroizing::new(text(&self.verifier));
        let form = [
            ("grant_type", "authorization_code"),
            ("code", &redirected.code),
            ("redirect_uri", &self.redirect),
            ("code_verifier", &verifier),
        ];
        self.client.ask(web, context, &form)
    }

    /// The patient that an answer names: its own member, else the one who signed in.
    pub fn patient(&self, answer: &TokenAnswer) -> Option<String> {
        let signed_in = || {
            let issuer = self.discovery.issuer.as_deref();
            answer
                .id
                .as_ref()?
                .patient(&self.base, issuer, &self.client.id, &text(&self.nonce))
        };
        answer.patient.clone().or_else(signed_in)
    }
}

#[cfg(test)]
mod tests {
    use super::super::ClientProof;
    use super::*;

    fn begun(more: &str) -> Authorization {
        let document = format!(
            r#"{{"issuer":"https://i.example","authorization_endpoint":"https://a.example/authorize?tenant=1",
            "token_endpoint":"https://a.example/token"{more}}}"#
        );
        let client = Client {
            id: "app".into(),
            proof: ClientProof::None,
        };
        let secrets = [1, 2, 3].map(|byte| Secret::from_bytes([byte; 32]));
        let discovery = Discovery::read(document.as_bytes()).unwrap();
        let scopes = Scopes::of("launch/patient patient/*.rs");
        let to = ("https://fhir.a.example/r4", discovery);
        Authorization::begin(to, client, scopes, "http://127.0.0.1:7412/callback", secrets).unwrap()
    }

    fn refused(begun: &Authorization, query: &str) -> SmartError {
        let url = format!("http://127.0.0.1:7412/callback?{query}");
        match begun.redirected(&url) {
            Ok(_) => panic!("{query} was taken"),
            Err(error) => error,
        }
    }

    #[test]
    fn everything_that_protects_a_sign_in_is_asked_for() {
        let url = begun("").url();
        let (to, query) = url.split_once("&response_type").unwrap();
        assert_eq!(to, "https://a.example/authorize?tenant=1");
        for part in [
            "=code&client_id=app&redirect_uri=http%3A%2F%2F127.0.0.1%3A7412%2Fcallback",
            "&scope=launch%2Fpatient+patient%2F*.rs",
            "&aud=https%3A%2F%2Ffhir.a.example%2Fr4&code_challenge=",
            "&code_challenge_method=S256",
        ] {
            assert!(query.contains(part), "{part} is not in {query}");
        }
        let verifier = text(&Secret::from_bytes([1; 32]));
        assert!(!url.contains(&verifier));
    }

    #[test]
    fn a_redirect_belongs_to_one_sign_in_and_one_server() {
        let begun_here = begun("");
        let state = text(&Secret::from_bytes([2; 32]));
        let other = text(&Secret::from_bytes([9; 32]));
        let good = format!("http://127.0.0.1:7412/callback?code=c&state={state}&iss=https://i.example");
        assert_eq!(*begun_here.redirected(&good).unwrap().code, "c");
        for query in [
            format!("code=c&state={other}"),
            "code=c".to_owned(),
            format!("code=c&state={state}&state={state}"),
            format!("code=c&code=d&state={state}"),
            format!("state={state}"),
        ] {
            assert_eq!(refused(&begun_here, &query), SmartError::OtherSignIn, "{query}");
        }
        let query = format!("code=c&state={state}&iss=https://evil.example");
        assert_eq!(refused(&begun_here, &query), SmartError::OtherIssuer);
        let strict = begun(r#","authorization_response_iss_parameter_supported":true"#);
        assert_eq!(
            refused(&strict, &format!("code=c&state={state}")),
            SmartError::OtherIssuer
        );
    }

    #[test]
    fn a_refusal_is_told_by_its_code_only() {
        let begun = begun("");
        let state = text(&Secret::from_bytes([2; 32]));
        let denied = format!("error=access_denied&error_description=x&state={state}");
        assert_eq!(
            refused(&begun, &denied),
            SmartError::Denied("access_denied".into())
        );
        let odd = format!("error=%3Cb%3E&state={state}");
        assert_eq!(refused(&begun, &odd), SmartError::Denied("unknown".into()));
    }
}
