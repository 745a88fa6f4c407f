//! What checks ES384 and RS384 in tests. Nothing that ships checks such signatures, so this stands with the vectors that it is held to.

use p384::ecdsa::signature::Verifier;
use p384::ecdsa::{Signature, VerifyingKey};
use ring::rsa::PublicKeyComponents;
use ring::signature::RSA_PKCS1_2048_8192_SHA384;

/// By a point as SEC1 has it.
pub(super) fn es384(point: &[u8], message: &[u8], signature: &[u8]) -> bool {
    let public = VerifyingKey::from_sec1_bytes(point).unwrap();
    Signature::from_slice(signature).is_ok_and(|signature| public.verify(message, &signature).is_ok())
}

/// By a modulus, with or without a zero in front, and an exponent.
pub(super) fn rs384((n, e): (&[u8], &[u8]), message: &[u8], signature: &[u8]) -> bool {
    let n = n.strip_prefix(&[0]).unwrap_or(n);
    let public = PublicKeyComponents { n, e };
    public
        .verify(&RSA_PKCS1_2048_8192_SHA384, message, signature)
        .is_ok()
}
