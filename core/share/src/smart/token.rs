//! What a token endpoint answers.

use super::SmartError;
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use pocketchart_fhir::smart::{DocumentError, Scopes};
use serde::Deserialize;
use std::fmt;
use zeroize::Zeroizing;

/// The longest answer, in bytes.
pub const MAX_TOKEN: usize = 64 << 10;

/// Tokens, and what they are for.
#[derive(Clone, PartialEq, Eq)]
pub struct TokenAnswer {
    /// Opens the server.
    pub access: Zeroizing<String>,
    /// Seconds for which it does, where the server says so.
    pub expires_in: Option<u64>,
    /// Gets the next one.
    pub refresh: Option<Zeroizing<String>>,
    /// What was granted; none where the server does not say, which means: as asked.
    pub scopes: Option<Scopes>,
    /// The id of the patient.
    pub patient: Option<String>,
    /// Who signed in.
    pub id: Option<IdClaims>,
}

impl fmt::Debug for TokenAnswer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "TokenAnswer {{ scopes: {:?}, .. }}", self.scopes)
    }
}

/// What an `id_token` claims. It comes from the token endpoint itself over TLS, which vouches for it (OpenID Connect Core 1.0,
/// section 3.1.3.7); its issuer, its audience and its nonce are compared with what was asked.
#[derive(Clone, PartialEq, Eq, Deserialize)]
pub struct IdClaims {
    /// Who issued it.
    pub iss: String,
    aud: OneOrMany,
    nonce: Option<String>,
    #[serde(rename = "fhirUser", alias = "profile")]
    fhir_user: Option<String>,
}

impl fmt::Debug for IdClaims {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("IdClaims")
    }
}

#[derive(Clone, PartialEq, Eq, Deserialize)]
#[serde(untagged)]
enum OneOrMany {
    One(String),
    Many(Vec<String>),
}

#[derive(Deserialize)]
struct Document {
    access_token: String,
    token_type: String,
    expires_in: Option<Seconds>,
    refresh_token: Option<String>,
    scope: Option<String>,
    patient: Option<String>,
    id_token: Option<String>,
}

/// Some servers write the number as text.
#[derive(Deserialize)]
#[serde(untagged)]
enum Seconds {
    Number(u64),
    Text(String),
}

#[derive(Deserialize)]
struct Refusal {
    error: String,
}

impl TokenAnswer {
    /// Reads an answer with status 200.
    ///
    /// # Errors
    /// [`DocumentError::Malformed`]; [`DocumentError::Another`] for a token that is not sent as a bearer's, or that no header
    /// can carry.
    ///
    /// ```
    /// use pocketchart_share::smart::TokenAnswer;
    ///
    /// let answer = br#"{"access_token":"t","token_type":"bearer","expires_in":3600,"scope":"patient/*.rs","patient":"7"}"#;
    /// let answer = TokenAnswer::read(answer)?;
    /// assert_eq!((answer.patient.as_deref(), answer.expires_in), (Some("7"), Some(3600)));
    /// # Ok::<(), pocketchart_fhir::smart::DocumentError>(())
    /// ```
    pub fn read(bytes: &[u8]) -> Result<Self, DocumentError> {
        let document: Document = serde_json::from_slice(bytes).map_err(|_| DocumentError::Malformed)?;
        let (access, refresh) = (
            Zeroizing::new(document.access_token),
            document.refresh_token.map(Zeroizing::new),
        );
        let sendable = |token: &str| !token.is_empty() && token.bytes().all(|byte| byte.is_ascii_graphic());
        if !document.token_type.eq_ignore_ascii_case("bearer") || !sendable(&access) {
            return Err(DocumentError::Another);
        }
        Ok(Self {
            access,
            expires_in: document.expires_in.and_then(|it| match it {
                Seconds::Number(seconds) => Some(seconds),
                Seconds::Text(text) => text.parse().ok(),
            }),
            refresh: refresh.filter(|token| !token.is_empty()),
            scopes: document.scope.map(|scope| Scopes::of(&scope)),
            patient: document.patient.filter(|id| is_id(id)),
            id: document.id_token.as_deref().and_then(claims),
        })
    }
}

/// The code of a refusal; the status in its place where there is none.
pub(super) fn refusal(status: u16, bytes: &[u8]) -> SmartError {
    match serde_json::from_slice::<Refusal>(bytes) {
        Ok(refusal) if is_code(&refusal.error) => SmartError::NoToken(refusal.error),
        _ => SmartError::Status(status),
    }
}

/// OAuth's codes are short words; anything else is not repeated to a person.
pub(super) fn is_code(text: &str) -> bool {
    (1..=64).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_')
}

fn claims(token: &str) -> Option<IdClaims> {
    let mut parts = token.split('.');
    let (_, payload, _) = (parts.next()?, parts.next()?, parts.next()?);
    let payload = URL_SAFE_NO_PAD.decode(payload.trim_end_matches('=')).ok()?;
    serde_json::from_slice(&payload).ok()
}

impl IdClaims {
    /// The patient who signed in, if it is a patient of this server, and the token is for this sign-in.
    pub fn patient(&self, base: &str, issuer: Option<&str>, client: &str, nonce: &str) -> Option<String> {
        let meant = match &self.aud {
            OneOrMany::One(it) => it == client,
            OneOrMany::Many(all) => all.iter().any(|it| it == client),
        };
        let same = |one: &str, other: &str| one.trim_end_matches('/') == other.trim_end_matches('/');
        let issued = issuer.is_none_or(|issuer| same(issuer, &self.iss));
        if !meant || !issued || self.nonce.as_deref() != Some(nonce) {
            return None;
        }
        patient_in(self.fhir_user.as_deref()?, base)
    }
}

/// The id in a reference to a patient of this server.
///
/// ```
/// use pocketchart_share::smart::patient_in;
///
/// let base = "https://a.example/fhir";
/// assert_eq!(patient_in("Patient/7", base).as_deref(), Some("7"));
/// assert_eq!(patient_in("https://a.example/fhir/Patient/7", base).as_deref(), Some("7"));
/// assert_eq!(patient_in("https://b.example/fhir/Patient/7", base), None);
/// assert_eq!(patient_in("Practitioner/7", base), None);
/// ```
pub fn patient_in(reference: &str, base: &str) -> Option<String> {
    let relative = match reference.strip_prefix(base) {
        Some(rest) => rest.strip_prefix('/')?,
        None => reference,
    };
    let id = relative.strip_prefix("Patient/")?;
    let id = id.split("/_history/").next()?;
    is_id(id).then(|| id.to_owned())
}

/// Whether a text follows FHIR's rule for ids, so that nothing else gets into an address.
pub fn is_id(id: &str) -> bool {
    let allowed = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'.';
    (1..=64).contains(&id.len()) && id.bytes().all(allowed) && !id.bytes().all(|byte| byte == b'.')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answer(more: &str) -> Result<TokenAnswer, DocumentError> {
        TokenAnswer::read(format!(r#"{{"access_token":"t","token_type":"Bearer"{more}}}"#).as_bytes())
    }

    #[test]
    fn odd_answers_are_read_as_far_as_they_are_sound() {
        let read =
            answer(r#","expires_in":"300","patient":"../x","refresh_token":"","id_token":"a.b.c""#).unwrap();
        assert_eq!(
            (read.expires_in, read.patient, read.refresh, read.id),
            (Some(300), None, None, None)
        );
        assert_eq!(read.scopes, None);
        let other = br#"{"access_token":"t","token_type":"mac"}"#;
        assert_eq!(TokenAnswer::read(other), Err(DocumentError::Another));
        let header = br#"{"access_token":"t\r\nX: y","token_type":"Bearer"}"#;
        assert_eq!(TokenAnswer::read(header), Err(DocumentError::Another));
        assert_eq!(TokenAnswer::read(b"{}"), Err(DocumentError::Malformed));
    }

    #[test]
    fn who_signed_in_counts_only_for_this_sign_in() {
        let payload = r#"{"iss":"https://i.example/","aud":["app"],"nonce":"n","fhirUser":"Patient/7"}"#;
        let token = format!("h.{}.s", URL_SAFE_NO_PAD.encode(payload));
        let read = answer(&format!(r#","id_token":"{token}""#)).unwrap();
        let id = read.id.unwrap();
        let base = "https://a.example";
        assert_eq!(
            id.patient(base, Some("https://i.example"), "app", "n").as_deref(),
            Some("7")
        );
        assert_eq!(id.patient(base, Some("https://other.example"), "app", "n"), None);
        assert_eq!(id.patient(base, None, "another", "n"), None);
        assert_eq!(id.patient(base, None, "app", "another"), None);
    }

    #[test]
    fn secrets_are_not_shown() {
        let read = answer(r#","refresh_token":"r4nd0m""#).unwrap();
        assert!(!format!("{read:?}").contains("r4nd0m"));
    }

    #[test]
    fn only_codes_are_repeated() {
        assert_eq!(
            refusal(400, br#"{"error":"invalid_grant"}"#),
            SmartError::NoToken("invalid_grant".into())
        );
        assert_eq!(
            refusal(400, br#"{"error":"<b>Call 555</b>"}"#),
            SmartError::Status(400)
        );
        assert_eq!(refusal(502, b"<html>"), SmartError::Status(502));
    }
}
