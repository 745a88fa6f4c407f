//! Key derivation: HKDF-SHA256 from key material, Argon2id from a password.

use crate::{Label, Secret, hazmat};

mod password;
pub use password::{PasswordError, PasswordParams, Salt, password_key};

/// HKDF-Extract: makes a uniform key of key material that need not be uniform (recovery words, a shared
/// secret). The label's bytes are the salt (security.md section 3).
pub fn extract(label: Label, ikm: &[u8]) -> Secret<32> {
    let mut prk = Secret::zero();
    hazmat::hkdf_sha256_extract(prk.expose_mut(), &label.to_bytes(), ikm);
    prk
}

/// HKDF-Expand: one of many independent keys of a uniform key. Info is the label's bytes and `context`.
///
/// ```
/// use pocketchart_crypto::{Label, Secret, kdf};
///
/// let root = kdf::extract(Label::new("root"), Secret::<32>::random().expose());
/// let identity = kdf::expand(&root, Label::new("identity"), b"");
/// assert!(identity != kdf::expand(&root, Label::new("recovery-kem"), b""));
/// ```
pub fn expand(prk: &Secret<32>, label: Label, context: &[u8]) -> Secret<32> {
    let mut key = Secret::zero();
    let done = hazmat::hkdf_sha256_expand(key.expose_mut(), prk.expose(), &label.followed_by(&[context]));
    debug_assert!(done, "32 bytes are in range");
    key
}
