//! `.well-known/smart-configuration`: where a server's patients authorize an app.

use super::SmartError;
use crate::web::is_here;
use pocketchart_fhir::smart::{DocumentError, OauthAddresses, Scopes};
use serde::Deserialize;

/// The longest configuration, in bytes.
pub const MAX_DISCOVERY: usize = 256 << 10;

/// The configuration of a server, as far as a patient's app reads it.
///
/// ```
/// use pocketchart_share::smart::Discovery;
///
/// let document = br#"{"authorization_endpoint":"https://a.example/authorize","token_endpoint":"https://a.example/token",
///     "code_challenge_methods_supported":["S256"],"capabilities":["permission-v2"]}"#;
/// let discovery = Discovery::read(document)?;
/// discovery.check("https://fhir.a.example")?;
/// assert_eq!(discovery.scopes().to_string(), "fhirUser launch/patient offline_access openid patient/*.rs");
/// # Ok::<(), pocketchart_share::smart::SmartError>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
pub struct Discovery {
    /// The name of the authorization server, an address.
    pub issuer: Option<String>,
    /// Where a person says yes; none where only systems are let in.
    pub authorization_endpoint: Option<String>,
    /// Where a code becomes a token.
    pub token_endpoint: String,
    /// Where a token is given back.
    pub revocation_endpoint: Option<String>,
    #[serde(default)]
    scopes_supported: Vec<String>,
    code_challenge_methods_supported: Option<Vec<String>>,
    #[serde(default)]
    token_endpoint_auth_methods_supported: Vec<String>,
    #[serde(default)]
    token_endpoint_auth_signing_alg_values_supported: Vec<String>,
    #[serde(default)]
    capabilities: Vec<String>,
    #[serde(default)]
    authorization_response_iss_parameter_supported: bool,
}

impl Discovery {
    /// Reads the document.
    ///
    /// # Errors
    /// [`DocumentError::Malformed`], also for one that does not say where tokens are given.
    pub fn read(bytes: &[u8]) -> Result<Self, DocumentError> {
        serde_json::from_slice(bytes).map_err(|_| DocumentError::Malformed)
    }

    /// The same from a `CapabilityStatement`, where a server has no configuration document.
    pub fn of(addresses: &OauthAddresses) -> Self {
        Self {
            authorization_endpoint: Some(addresses.authorize.clone()),
            token_endpoint: addresses.token.clone(),
            revocation_endpoint: addresses.revoke.clone(),
            ..Self::default()
        }
    }

    /// Checks that a sign-in is safe: every address is `https://`, none leads to this machine unless the server itself is
    /// there, and a stolen code is of no use (PKCE with S256; servers of version 1, which do not say, ignore it). The address to sign in
    /// at.
    ///
    /// # Errors
    /// [`SmartError::NoSignIn`], [`SmartError::Address`], [`SmartError::NoPkce`].
    pub fn check(&self, base: &str) -> Result<&str, SmartError> {
        self.check_addresses(base)?;
        let to = self.authorization_endpoint.as_deref();
        match &self.code_challenge_methods_supported {
            Some(methods) if !methods.iter().any(|method| method == "S256") => Err(SmartError::NoPkce),
            _ => to.ok_or(SmartError::NoSignIn),
        }
    }

    /// The part of [`check`](Self::check) about addresses.
    pub(super) fn check_addresses(&self, base: &str) -> Result<(), SmartError> {
        let local = is_here(base)?;
        let others = [&self.authorization_endpoint, &self.revocation_endpoint];
        for address in others.into_iter().flatten().chain([&self.token_endpoint]) {
            let here = is_here(address).map_err(|_| SmartError::Address)?;
            if (here && !local) || address.contains('#') {
                return Err(SmartError::Address);
            }
        }
        Ok(())
    }

    /// The scopes to ask for: the patient's own data, to read, also later; of these what the server says it knows.
    pub fn scopes(&self) -> Scopes {
        let known = |scope: &str| self.scopes_supported.is_empty() || self.supports(scope);
        let launch = ["launch/patient", "openid", "fhirUser", "offline_access"];
        let mut asked: Vec<&str> = launch.into_iter().filter(|scope| known(scope)).collect();
        let second = self.capabilities.iter().any(|it| it == "permission-v2");
        let all = if second { "patient/*.rs" } else { "patient/*.read" };
        let other = if second { "patient/*.read" } else { "patient/*.rs" };
        let single = |scope: &&str| {
            scope.starts_with("patient/") && (scope.ends_with(".rs") || scope.ends_with(".read"))
        };
        if known(all) {
            asked.push(all);
        } else if known(other) {
            asked.push(other);
        } else {
            let singles: Vec<&str> = self
                .scopes_supported
                .iter()
                .map(String::as_str)
                .filter(single)
                .collect();
            asked.extend(if singles.is_empty() { vec![all] } else { singles });
        }
        Scopes::of(&asked.join(" "))
    }

    fn supports(&self, scope: &str) -> bool {
        self.scopes_supported.iter().any(|it| it == scope)
    }

    /// Whether a redirect must say of which server it is (RFC 9207).
    pub(super) fn names_itself(&self) -> bool {
        self.authorization_response_iss_parameter_supported
    }

    /// Whether a secret goes into the form, because the header is not understood.
    pub(super) fn secret_in_form(&self) -> bool {
        let methods = &self.token_endpoint_auth_methods_supported;
        let has = |name: &str| methods.iter().any(|it| it == name);
        has("client_secret_post") && !has("client_secret_basic")
    }

    /// Whether the server lets an app prove with a key of this algorithm which one it is. A server that names no algorithms takes
    /// those that SMART obliges it to, which are all that a key here can have.
    pub(super) fn takes_key(&self, algorithm: &str) -> bool {
        let has = |list: &[String], name: &str| list.iter().any(|it| it == name);
        let offered = has(&self.token_endpoint_auth_methods_supported, "private_key_jwt")
            || has(&self.capabilities, "client-confidential-asymmetric");
        let algorithms = &self.token_endpoint_auth_signing_alg_values_supported;
        offered && (algorithms.is_empty() || has(algorithms, algorithm))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn discovery(more: &str) -> Discovery {
        let document = format!(
            r#"{{"authorization_endpoint":"https://a.example/authorize","token_endpoint":"https://a.example/token"{more}}}"#
        );
        Discovery::read(document.as_bytes()).unwrap()
    }

    #[test]
    fn addresses_that_leak_are_refused() {
        let good = discovery("");
        assert_eq!(good.check("https://a.example"), Ok("https://a.example/authorize"));
        for token in [
            "http://a.example/token",
            "http://127.0.0.1/token",
            "https://u@a.example/t",
            "x",
        ] {
            let bad = Discovery {
                token_endpoint: token.to_owned(),
                ..good.clone()
            };
            assert_eq!(
                bad.check("https://a.example"),
                Err(SmartError::Address),
                "{token}"
            );
        }
        let here = discovery(r#","revocation_endpoint":"http://127.0.0.1:9/revoke""#);
        assert_eq!(here.check("https://a.example"), Err(SmartError::Address));
        assert!(here.check("http://127.0.0.1:8").is_ok());
    }

    #[test]
    fn a_server_that_only_knows_plain_codes_is_refused() {
        let plain = discovery(r#","code_challenge_methods_supported":["plain"]"#);
        assert_eq!(plain.check("https://a.example"), Err(SmartError::NoPkce));
    }

    #[test]
    fn a_server_for_systems_has_no_place_to_sign_in() {
        let document = br#"{"token_endpoint":"https://a.example/token"}"#;
        let systems = Discovery::read(document).unwrap();
        assert_eq!(systems.check("https://a.example"), Err(SmartError::NoSignIn));
        assert_eq!(systems.check_addresses("https://a.example"), Ok(()));
        let document = br#"{"token_endpoint":"http://a.example/token"}"#;
        let open = Discovery::read(document).unwrap();
        assert_eq!(
            open.check_addresses("https://a.example"),
            Err(SmartError::Address)
        );
    }

    #[test]
    fn a_key_is_for_servers_that_take_it() {
        let by_method = r#","token_endpoint_auth_methods_supported":["private_key_jwt"]"#;
        let by_capability = r#","capabilities":["client-confidential-asymmetric"]"#;
        for more in [by_method, by_capability] {
            assert!(discovery(more).takes_key("ES384") && discovery(more).takes_key("RS384"));
            let only = r#","token_endpoint_auth_signing_alg_values_supported":["RS384"]"#;
            let only = discovery(&format!("{more}{only}"));
            assert!(only.takes_key("RS384") && !only.takes_key("ES384"));
        }
        assert!(!discovery("").takes_key("ES384"));
    }

    #[test]
    fn no_scope_is_asked_for_that_a_server_does_not_know() {
        let known =
            discovery(r#","scopes_supported":["launch/patient","patient/Condition.read","system/*.rs"]"#);
        assert_eq!(
            known.scopes().to_string(),
            "launch/patient patient/Condition.read"
        );
        assert!(discovery("").scopes().has("patient/*.read"));
        let second = discovery(r#","scopes_supported":["openid","patient/*.rs"]"#);
        assert_eq!(second.scopes().to_string(), "openid patient/*.rs");
    }

    #[test]
    fn a_document_without_addresses_is_none() {
        assert_eq!(
            Discovery::read(br#"{"capabilities":[]}"#),
            Err(DocumentError::Malformed)
        );
        assert_eq!(Discovery::read(b"[]"), Err(DocumentError::Malformed));
    }
}
