//! Signatures, Diffie–Hellman, and the hybrid key encapsulation.

use super::{ffi, init};

/// Ed25519: fills the secret key (seed and public key) from the seed, gives the public key.
pub(crate) fn ed25519_keypair(secret: &mut [u8; 64], seed: &[u8; 32]) -> [u8; 32] {
    init();
    let mut public = [0; 32];
    // SAFETY: writes 32 and 64 bytes, reads 32.
    unsafe { ffi::crypto_sign_seed_keypair(public.as_mut_ptr(), secret.as_mut_ptr(), seed.as_ptr()) };
    public
}

pub(crate) fn ed25519_sign(secret: &[u8; 64], message: &[u8]) -> [u8; 64] {
    init();
    let (mut signature, no_length) = ([0; 64], std::ptr::null_mut());
    let (from, len) = (message.as_ptr(), message.len() as u64);
    // SAFETY: writes 64 bytes; the message is read in its length, the key has 64 bytes.
    unsafe { ffi::crypto_sign_detached(signature.as_mut_ptr(), no_length, from, len, secret.as_ptr()) };
    signature
}

#[must_use]
pub(crate) fn ed25519_verify(public: &[u8; 32], message: &[u8], signature: &[u8; 64]) -> bool {
    init();
    let (from, len) = (message.as_ptr(), message.len() as u64);
    // SAFETY: the signature has 64 bytes, the key 32; the message is read in its length.
    unsafe { ffi::crypto_sign_verify_detached(signature.as_ptr(), from, len, public.as_ptr()) == 0 }
}

/// X25519: fills the secret key with the hash of the seed, gives the public key.
pub(crate) fn x25519_keypair(secret: &mut [u8; 32], seed: &[u8; 32]) -> [u8; 32] {
    init();
    let mut public = [0; 32];
    // SAFETY: writes 32 and 32 bytes, reads 32.
    unsafe { ffi::crypto_kx_seed_keypair(public.as_mut_ptr(), secret.as_mut_ptr(), seed.as_ptr()) };
    public
}

#[cfg(feature = "open")]
pub(crate) fn x25519_public(secret: &[u8; 32]) -> [u8; 32] {
    init();
    let mut public = [0; 32];
    // SAFETY: writes 32 bytes, reads 32.
    unsafe { ffi::crypto_scalarmult_base(public.as_mut_ptr(), secret.as_ptr()) };
    public
}

/// False where the result would be all zero: the other key has a small order.
#[must_use]
pub(crate) fn x25519(shared: &mut [u8; 32], secret: &[u8; 32], public: &[u8; 32]) -> bool {
    init();
    // SAFETY: writes 32 bytes, reads 32 and 32.
    unsafe { ffi::crypto_scalarmult(shared.as_mut_ptr(), secret.as_ptr(), public.as_ptr()) == 0 }
}

pub(crate) const XWING_PUBLIC: usize = 1216;
pub(crate) const XWING_CIPHERTEXT: usize = 1120;

/// X-Wing: fills the secret key from the seed, gives the public key.
pub(crate) fn xwing_keypair(secret: &mut [u8; 32], seed: &[u8; 32]) -> Box<[u8; XWING_PUBLIC]> {
    init();
    let mut public = Box::new([0; XWING_PUBLIC]);
    // SAFETY: writes 1,216 and 32 bytes, reads 32.
    unsafe { ffi::crypto_kem_xwing_seed_keypair(public.as_mut_ptr(), secret.as_mut_ptr(), seed.as_ptr()) };
    public
}

/// False where the public key is malformed.
#[must_use]
pub(crate) fn xwing_encapsulate(
    ciphertext: &mut [u8; XWING_CIPHERTEXT],
    shared: &mut [u8; 32],
    public: &[u8; XWING_PUBLIC],
) -> bool {
    init();
    // SAFETY: writes 1,120 and 32 bytes, reads 1,216.
    unsafe { ffi::crypto_kem_xwing_enc(ciphertext.as_mut_ptr(), shared.as_mut_ptr(), public.as_ptr()) == 0 }
}

#[cfg(feature = "open")]
#[must_use]
pub(crate) fn xwing_decapsulate(
    shared: &mut [u8; 32],
    ciphertext: &[u8; XWING_CIPHERTEXT],
    secret: &[u8; 32],
) -> bool {
    init();
    // SAFETY: writes 32 bytes, reads 1,120 and 32.
    unsafe { ffi::crypto_kem_xwing_dec(shared.as_mut_ptr(), ciphertext.as_ptr(), secret.as_ptr()) == 0 }
}
