//! The two forms of JOSE that health links and cards are made of: [`jwe`] and [`jws`], both compact.

pub(crate) mod jwe;
pub(crate) mod jws;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

/// base64url without padding (RFC 7515 section 2).
pub(crate) fn to_base64url(bytes: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

/// The bytes of base64url; none with padding, with the other alphabet, or with bits left over.
pub(crate) fn from_base64url(text: &str) -> Option<Vec<u8>> {
    URL_SAFE_NO_PAD.decode(text).ok()
}

/// Bytes of a known size.
pub(crate) fn array_from_base64url<const N: usize>(text: &str) -> Option<[u8; N]> {
    from_base64url(text)?.try_into().ok()
}

/// A JSON object, and nothing else that has its members: serde would take an array for it, too.
pub(crate) fn object<'t, T: serde::Deserialize<'t>>(json: &'t [u8]) -> Option<T> {
    let begins = json.iter().find(|byte| !byte.is_ascii_whitespace());
    (begins == Some(&b'{'))
        .then(|| serde_json::from_slice(json).ok())
        .flatten()
}

/// A number of seconds, or a version; a fraction is cut off.
pub(crate) fn whole(number: &serde_json::Number) -> Option<u64> {
    let cut = |it: f64| (0.0..9e15).contains(&it).then_some(it as u64);
    number.as_u64().or_else(|| number.as_f64().and_then(cut))
}
