//! What JOSE demands of those who speak with other people's health links and cards: [`a256gcm`] (RFC 7518 section 5.3),
//! [`es256`] (RFC 7518 section 3.4), and the hash of a key's name (RFC 7638); and of those who prove to a hospital's server which app
//! they are: [`es384`] and [`rs384`] (RFC 7518 sections 3.4 and 3.3). Never for Pocketchart's own formats: no label
//! stands in front of what is signed here, and a nonce of 12 bytes leaves no room for many messages under one key.

pub mod a256gcm;
mod ecdsa;
pub mod es256;
pub mod es384;
pub mod rs384;

use sha2::{Digest, Sha256};

/// SHA-256, for the thumbprint of a public key.
///
/// ```
/// let hash = pocketchart_crypto::jose::sha256(b"abc");
/// assert_eq!(hash[..4], [0xba, 0x78, 0x16, 0xbf]);
/// ```
pub fn sha256(bytes: &[u8]) -> [u8; 32] {
    Sha256::digest(bytes).into()
}
