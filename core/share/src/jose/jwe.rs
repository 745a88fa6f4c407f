//! JWE compact, `dir` with A256GCM (RFC 7516; RFC 7518 sections 4.5 and 5.3).

use pocketchart_crypto::Secret;
use pocketchart_crypto::jose::a256gcm::{self, Sealed};
use serde::{Deserialize, Serialize};

use super::{array_from_base64url, from_base64url, object, to_base64url};
use crate::deflate::{InflateError, deflate_padded, inflate};

#[derive(Deserialize, Serialize)]
struct Header {
    alg: String,
    enc: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    cty: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    zip: Option<String>,
    #[serde(default, skip_serializing)]
    crit: Option<serde::de::IgnoredAny>,
}

/// Why a JWE was not opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum JweError {
    Malformed,
    Algorithm,
    Critical,
    Key,
    Deflate,
    TooLarge,
}

/// Packs `content`, pads it and encrypts it under a new nonce.
pub(crate) fn encrypt(key: &Secret<32>, content_type: &str, content: &[u8]) -> Option<String> {
    let header = Header {
        alg: "dir".into(),
        enc: "A256GCM".into(),
        cty: Some(content_type.into()),
        zip: Some("DEF".into()),
        crit: None,
    };
    let header = to_base64url(&serde_json::to_vec(&header).ok()?);
    let sealed = a256gcm::seal(key, header.as_bytes(), &deflate_padded(content).ok()?);
    let (iv, body) = (to_base64url(&sealed.iv), to_base64url(&sealed.ciphertext));
    Some(format!("{header}..{iv}.{body}.{}", to_base64url(&sealed.tag)))
}

/// The content type that it names, and its content of at most `max` bytes.
pub(crate) fn decrypt(
    key: &Secret<32>,
    jwe: &str,
    max: usize,
) -> Result<(Option<String>, Vec<u8>), JweError> {
    let mut parts = jwe.split('.');
    let mut part = || parts.next().ok_or(JweError::Malformed);
    let (protected, wrapped, iv, body, tag) = (part()?, part()?, part()?, part()?, part()?);
    if parts.next().is_some() {
        return Err(JweError::Malformed);
    }
    let header = from_base64url(protected).ok_or(JweError::Malformed)?;
    let header: Header = object(&header).ok_or(JweError::Malformed)?;
    if header.crit.is_some() {
        return Err(JweError::Critical);
    }
    let packed = match header.zip.as_deref() {
        None => false,
        Some("DEF") => true,
        Some(_) => return Err(JweError::Algorithm),
    };
    if header.alg != "dir" || header.enc != "A256GCM" {
        return Err(JweError::Algorithm);
    }
    if !wrapped.is_empty() {
        return Err(JweError::Malformed);
    }
    let sealed = Sealed {
        iv: array_from_base64url(iv).ok_or(JweError::Malformed)?,
        ciphertext: from_base64url(body).ok_or(JweError::Malformed)?,
        tag: array_from_base64url(tag).ok_or(JweError::Malformed)?,
    };
    let content = a256gcm::open(key, protected.as_bytes(), &sealed).map_err(|_| JweError::Key)?;
    let content = match packed {
        true => inflate(&content, &[], max).map_err(|error| match error {
            InflateError::Damaged => JweError::Deflate,
            InflateError::TooLarge => JweError::TooLarge,
        })?,
        false if content.len() > max => return Err(JweError::TooLarge),
        false => content,
    };
    Ok((header.cty, content))
}
