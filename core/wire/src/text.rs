//! Identifiers in a path: base64url without padding (RFC 4648, section 5).

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};

/// `bytes` as they stand in a path.
pub fn encode(bytes: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

/// The `N` bytes of a part of a path, if it is their one form.
///
/// ```
/// use pocketchart_wire::text;
///
/// assert_eq!(text::decode::<3>(&text::encode(b"abc")), Some(*b"abc"));
/// assert_eq!(text::decode::<3>("YWJj="), None);
/// ```
pub fn decode<const N: usize>(text: &str) -> Option<[u8; N]> {
    URL_SAFE_NO_PAD.decode(text).ok()?.try_into().ok()
}
