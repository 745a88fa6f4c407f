//! JWS compact, ES256 over a deflated payload (RFC 7515; "SMART Health Cards", "Health Cards are encoded as compact JWS").

use pocketchart_crypto::jose::es256::SigningKey;
use serde::{Deserialize, Serialize};

use super::{array_from_base64url, from_base64url, object, to_base64url};
use crate::deflate::{InflateError, deflate, inflate};

#[derive(Deserialize, Serialize)]
struct Header {
    alg: String,
    zip: Option<String>,
    kid: Option<String>,
    #[serde(default, skip_serializing)]
    crit: Option<serde::de::IgnoredAny>,
}

/// Why a JWS was not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum JwsError {
    Malformed,
    Algorithm,
    Critical,
    Deflate,
    TooLarge,
}

/// One that was taken apart. Its signature is not checked yet.
pub(crate) struct Parsed<'t> {
    pub(crate) kid: String,
    /// What the signature is over.
    pub(crate) signed: &'t str,
    pub(crate) payload: Vec<u8>,
    pub(crate) signature: [u8; 64],
}

fn header(kid: &str) -> Option<String> {
    let header = Header {
        alg: "ES256".into(),
        zip: Some("DEF".into()),
        kid: Some(kid.into()),
        crit: None,
    };
    Some(to_base64url(&serde_json::to_vec(&header).ok()?))
}

/// How many characters [`sign`] makes of a payload.
pub(crate) fn length(kid: &str, payload: &[u8]) -> Option<usize> {
    let base64 = |bytes: usize| (bytes * 4).div_ceil(3);
    Some(header(kid)?.len() + 1 + base64(deflate(payload, &[])?.len()) + 1 + base64(64))
}

/// Packs the payload and signs it.
pub(crate) fn sign(key: &SigningKey, kid: &str, payload: &[u8]) -> Option<String> {
    let signed = format!("{}.{}", header(kid)?, to_base64url(&deflate(payload, &[])?));
    let signature = to_base64url(&key.sign(signed.as_bytes()));
    Some(format!("{signed}.{signature}"))
}

/// Takes one apart, with a payload of at most `max` bytes.
pub(crate) fn parse(jws: &str, max: usize) -> Result<Parsed<'_>, JwsError> {
    let (signed, signature) = jws.rsplit_once('.').ok_or(JwsError::Malformed)?;
    let (header, payload) = signed.split_once('.').ok_or(JwsError::Malformed)?;
    let header = from_base64url(header).ok_or(JwsError::Malformed)?;
    let header: Header = object(&header).ok_or(JwsError::Malformed)?;
    if header.crit.is_some() {
        return Err(JwsError::Critical);
    }
    if header.alg != "ES256" || header.zip.as_deref() != Some("DEF") {
        return Err(JwsError::Algorithm);
    }
    let payload = from_base64url(payload).ok_or(JwsError::Malformed)?;
    Ok(Parsed {
        kid: header.kid.ok_or(JwsError::Malformed)?,
        signed,
        signature: array_from_base64url(signature).ok_or(JwsError::Malformed)?,
        payload: inflate(&payload, &[], max).map_err(|error| match error {
            InflateError::Damaged => JwsError::Deflate,
            InflateError::TooLarge => JwsError::TooLarge,
        })?,
    })
}
