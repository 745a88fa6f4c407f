//! For tests only: primitives that published vectors need and the core does not use, and two planted
//! faults that show that the guards would see one.

use std::ptr::{null, null_mut};

use super::symmetric::{TAG, aead};
use super::{Guarded, ffi, init};

aead!(
    12,
    aes_gcm_seal = crypto_aead_aes256gcm_encrypt,
    aes_gcm_open = crypto_aead_aes256gcm_decrypt
);

/// False where the processor has no AES instructions.
pub(crate) fn has_aes_gcm() -> bool {
    init();
    // SAFETY: no arguments.
    unsafe { ffi::crypto_aead_aes256gcm_is_available() == 1 }
}

macro_rules! hmac {
    ($name:ident, $len:literal, $state:ident, $init:ident, $update:ident, $finish:ident) => {
        pub(crate) fn $name(key: &[u8], message: &[u8]) -> [u8; $len] {
            let (mut state, mut out) = (std::mem::MaybeUninit::<ffi::$state>::uninit(), [0; $len]);
            // SAFETY: the first call writes the state; key and message are read in their lengths.
            unsafe {
                ffi::$init(state.as_mut_ptr(), key.as_ptr(), key.len());
                ffi::$update(state.as_mut_ptr(), message.as_ptr(), message.len() as u64);
                ffi::$finish(state.as_mut_ptr(), out.as_mut_ptr());
            }
            out
        }
    };
}

hmac!(
    hmac_sha256,
    32,
    crypto_auth_hmacsha256_state,
    crypto_auth_hmacsha256_init,
    crypto_auth_hmacsha256_update,
    crypto_auth_hmacsha256_final
);
hmac!(
    hmac_sha512,
    64,
    crypto_auth_hmacsha512_state,
    crypto_auth_hmacsha512_init,
    crypto_auth_hmacsha512_update,
    crypto_auth_hmacsha512_final
);

pub(crate) fn hkdf_sha512(out: &mut [u8], salt: &[u8], ikm: &[u8], info: &[u8]) -> bool {
    let (mut prk, info_at) = ([0; 64], info.as_ptr().cast());
    // SAFETY: writes 64 bytes, then `out.len()`; the rest is read in its length.
    unsafe {
        ffi::crypto_kdf_hkdf_sha512_extract(
            prk.as_mut_ptr(),
            salt.as_ptr(),
            salt.len(),
            ikm.as_ptr(),
            ikm.len(),
        );
        ffi::crypto_kdf_hkdf_sha512_expand(out.as_mut_ptr(), out.len(), info_at, info.len(), prk.as_ptr())
            == 0
    }
}

/// X-Wing with the sender's randomness given: ciphertext and shared secret.
pub(crate) fn xwing_encapsulate_with(
    public: &[u8; 1216],
    random: &[u8; 64],
) -> Option<([u8; 1120], [u8; 32])> {
    let (mut ciphertext, mut shared) = ([0; 1120], [0; 32]);
    let (to, secret) = (ciphertext.as_mut_ptr(), shared.as_mut_ptr());
    // SAFETY: writes 1,120 and 32 bytes, reads 1,216 and 64.
    let code =
        unsafe { ffi::crypto_kem_xwing_enc_deterministic(to, secret, public.as_ptr(), random.as_ptr()) };
    (code == 0).then_some((ciphertext, shared))
}

pub(crate) fn mlkem768_keypair(seed: &[u8; 64]) -> ([u8; 1184], [u8; 2400]) {
    let (mut public, mut secret) = ([0; 1184], [0; 2400]);
    // SAFETY: writes 1,184 and 2,400 bytes, reads 64.
    unsafe { ffi::crypto_kem_mlkem768_seed_keypair(public.as_mut_ptr(), secret.as_mut_ptr(), seed.as_ptr()) };
    (public, secret)
}

pub(crate) fn mlkem768_encapsulate(public: &[u8; 1184], random: &[u8; 32]) -> Option<([u8; 1088], [u8; 32])> {
    let (mut ciphertext, mut shared) = ([0; 1088], [0; 32]);
    let (to, secret) = (ciphertext.as_mut_ptr(), shared.as_mut_ptr());
    // SAFETY: writes 1,088 and 32 bytes, reads 1,184 and 32.
    let code =
        unsafe { ffi::crypto_kem_mlkem768_enc_deterministic(to, secret, public.as_ptr(), random.as_ptr()) };
    (code == 0).then_some((ciphertext, shared))
}

pub(crate) fn mlkem768_decapsulate(ciphertext: &[u8; 1088], secret: &[u8; 2400]) -> Option<[u8; 32]> {
    let mut shared = [0; 32];
    // SAFETY: writes 32 bytes, reads 1,088 and 2,400.
    let code =
        unsafe { ffi::crypto_kem_mlkem768_dec(shared.as_mut_ptr(), ciphertext.as_ptr(), secret.as_ptr()) };
    (code == 0).then_some(shared)
}

/// A planted fault: reads guarded memory while it is hidden. The system must end the process.
pub(crate) fn read_hidden(guarded: &Guarded) -> u8 {
    // SAFETY: none; that is the point.
    unsafe { guarded.ptr.as_ptr().read_volatile() }
}

/// A planted fault: reads one byte past the end. Valgrind must see it.
pub(crate) fn read_past_end(bytes: &[u8]) -> u8 {
    // SAFETY: none; that is the point.
    unsafe { bytes.as_ptr().add(bytes.len()).read_volatile() }
}
