use std::fmt;

use serde::Deserialize;
use serde_json::Number;
use serde_json::value::RawValue;

use super::{MAX_QR, numeric};
use crate::jose::jws::{self, JwsError, Parsed};
use crate::jose::{object, whole};
use crate::qr::{self, DrawError, QrMatrix};

/// The most that a card may become: 8 MiB.
const MAX_PAYLOAD: usize = 8 << 20;
const MAX_JWS: usize = 12 << 20;
const MAX_CARDS: usize = 100;
const TYPE: &str = "https://smarthealth.cards#health-card";

/// A SMART Health Card that was read. Whether its signature is right says [`HealthCard::check`] alone.
#[derive(Clone, PartialEq, Eq)]
pub struct HealthCard {
    jws: String,
    pub(super) kid: String,
    issuer: String,
    not_before: u64,
    expires: Option<u64>,
    types: Vec<String>,
    fhir_version: String,
    bundle: String,
    pub(super) rid: Option<String>,
}

#[derive(Deserialize)]
struct Claims<'t> {
    iss: String,
    nbf: Number,
    exp: Option<Number>,
    #[serde(borrow)]
    vc: Credential<'t>,
}

#[derive(Deserialize)]
struct Credential<'t> {
    #[serde(rename = "type")]
    types: Vec<String>,
    #[serde(borrow, rename = "credentialSubject")]
    subject: Subject<'t>,
    rid: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Subject<'t> {
    fhir_version: String,
    #[serde(borrow)]
    fhir_bundle: &'t RawValue,
}

#[derive(Deserialize)]
struct Kind {
    #[serde(rename = "resourceType")]
    resource_type: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct File {
    verifiable_credential: Vec<String>,
}

impl HealthCard {
    /// Reads a JWS.
    ///
    /// # Errors
    /// [`CardError`].
    pub fn from_jws(jws: &str) -> Result<Self, CardError> {
        if jws.len() > MAX_JWS {
            return Err(CardError::TooLarge);
        }
        let parsed = jws::parse(jws, MAX_PAYLOAD)?;
        let claims: Claims<'_> = object(&parsed.payload).ok_or(CardError::Damaged)?;
        if !is_issuer(&claims.iss) {
            return Err(CardError::Issuer);
        }
        if !claims.vc.types.iter().any(|it| it == TYPE) {
            return Err(CardError::OtherCredential);
        }
        if claims.vc.rid.as_deref().is_some_and(|rid| !is_rid(rid)) {
            return Err(CardError::Damaged);
        }
        let subject = claims.vc.subject;
        let bundle = subject.fhir_bundle.get();
        let kind: Option<Kind> = object(bundle.as_bytes());
        if kind.is_none_or(|kind| kind.resource_type != "Bundle") {
            return Err(CardError::NoBundle);
        }
        let expires = match &claims.exp {
            Some(seconds) => Some(whole(seconds).ok_or(CardError::Damaged)?),
            None => None,
        };
        Ok(Self {
            kid: parsed.kid,
            not_before: whole(&claims.nbf).ok_or(CardError::Damaged)?,
            expires,
            types: claims.vc.types,
            fhir_version: subject.fhir_version,
            bundle: bundle.to_owned(),
            rid: claims.vc.rid,
            issuer: claims.iss,
            jws: jws.to_owned(),
        })
    }

    /// Reads the texts of QR codes: one, or all the chunks of a card that was cut up, in any order. (Cards are cut no
    /// more since December 2022; such cards are still about.)
    ///
    /// # Errors
    /// [`CardError`].
    pub fn from_texts(texts: &[&str]) -> Result<Self, CardError> {
        Self::from_jws(&numeric::from_texts(texts)?)
    }

    /// Reads a file `.smart-health-card`, or the content of a health link: one or several cards, each read or not.
    ///
    /// # Errors
    /// [`CardError::NotACard`] if it is no such file, or holds no card or more than 100.
    pub fn from_file(json: &[u8]) -> Result<Vec<Result<Self, CardError>>, CardError> {
        let file: File = object(json).ok_or(CardError::NotACard)?;
        let cards = file.verifiable_credential;
        if !(1..=MAX_CARDS).contains(&cards.len()) {
            return Err(CardError::NotACard);
        }
        Ok(cards.iter().map(|jws| Self::from_jws(jws)).collect())
    }

    /// The card as a file `.smart-health-card`, media type `application/smart-health-card`.
    pub fn to_file(&self) -> String {
        serde_json::json!({"verifiableCredential": [self.jws]}).to_string()
    }

    /// The JWS.
    pub fn as_jws(&self) -> &str {
        &self.jws
    }

    /// The text of its QR code: `shc:/` and digits.
    pub fn to_text(&self) -> String {
        numeric::to_text(&self.jws)
    }

    /// Its QR code, in two segments, bytes and digits, at error correction level L.
    ///
    /// # Errors
    /// [`DrawError`] if the JWS is longer than [`MAX_QR`]: it is a card for a file.
    pub fn to_qr(&self) -> Result<QrMatrix, DrawError> {
        if self.jws.len() > MAX_QR {
            return Err(DrawError);
        }
        qr::draw_low(&self.to_text())
    }

    /// Who says that they issued it: where their keys are.
    pub fn issuer(&self) -> &str {
        &self.issuer
    }

    /// Where the issuer's keys are to be fetched.
    pub fn key_set_url(&self) -> String {
        format!("{}/.well-known/jwks.json", self.issuer)
    }

    /// Where the issuer says which cards of this key are revoked.
    pub fn revocations_url(&self) -> String {
        format!("{}/.well-known/crl/{}.json", self.issuer, self.kid)
    }

    /// From when it holds, in seconds since 1970-01-01 UTC.
    pub fn not_before(&self) -> u64 {
        self.not_before
    }

    /// Until when it holds, in seconds since 1970-01-01 UTC.
    pub fn expires(&self) -> Option<u64> {
        self.expires
    }

    /// What kinds of credential it is.
    pub fn types(&self) -> &[String] {
        &self.types
    }

    /// The release of FHIR in it, as written.
    pub fn fhir_version(&self) -> &str {
        &self.fhir_version
    }

    /// Its FHIR Bundle, JSON as written.
    pub fn bundle(&self) -> &str {
        &self.bundle
    }

    /// What the signature is over, and the signature.
    pub(super) fn signed(&self) -> Option<(&str, [u8; 64])> {
        let Parsed {
            signed, signature, ..
        } = jws::parse(&self.jws, MAX_PAYLOAD).ok()?;
        Some((signed, signature))
    }
}

/// A card is health data.
impl fmt::Debug for HealthCard {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "HealthCard({} characters)", self.jws.len())
    }
}

/// An issuer is an `https://` address without `/` at its end.
pub(super) fn is_issuer(issuer: &str) -> bool {
    let host = issuer.strip_prefix("https://").unwrap_or_default();
    let plain = |it: u8| it.is_ascii_graphic() && !matches!(it, b'#' | b'?' | b'@' | b'\\');
    !host.is_empty() && !host.starts_with('/') && !issuer.ends_with('/') && issuer.bytes().all(plain)
}

/// A revocation id: up to 24 characters of base64url.
pub(super) fn is_rid(rid: &str) -> bool {
    let known = |it: u8| it.is_ascii_alphanumeric() || matches!(it, b'-' | b'_');
    (1..=24).contains(&rid.len()) && rid.bytes().all(known)
}

/// Why there is no card.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum CardError {
    /// Something else.
    #[error("not a SMART Health Card")]
    NotACard,
    /// A part of it is missing, or is not what it must be.
    #[error("a damaged SMART Health Card")]
    Damaged,
    /// Not ES256, or not packed by `DEF`.
    #[error("a card signed or packed in a way that is not allowed")]
    Algorithm,
    /// It demands an extension (`crit`).
    #[error("the card demands an extension that is not known")]
    Critical,
    /// Not raw deflate.
    #[error("the card is packed in a way that is not allowed")]
    Deflate,
    /// It becomes more than 8 MiB.
    #[error("the card is too large")]
    TooLarge,
    /// A chunk is missing, there twice, or of another card.
    #[error("a part of the card is missing")]
    Chunks,
    /// Its issuer is no `https://` address without `/` at the end.
    #[error("the card's issuer is no secure address")]
    Issuer,
    /// A credential for something else than health data.
    #[error("not a health card but another credential")]
    OtherCredential,
    /// It holds no FHIR Bundle.
    #[error("the card holds no FHIR Bundle")]
    NoBundle,
}

impl From<JwsError> for CardError {
    fn from(error: JwsError) -> Self {
        match error {
            JwsError::Malformed => Self::Damaged,
            JwsError::Algorithm => Self::Algorithm,
            JwsError::Critical => Self::Critical,
            JwsError::Deflate => Self::Deflate,
            JwsError::TooLarge => Self::TooLarge,
        }
    }
}
