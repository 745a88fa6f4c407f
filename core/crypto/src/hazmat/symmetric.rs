//! AEAD, hashes, key derivation, streams.

use std::ptr::{null, null_mut};

#[cfg(feature = "open")]
use ffi::{
    crypto_secretstream_xchacha20poly1305_init_pull as init_pull,
    crypto_secretstream_xchacha20poly1305_pull as pull,
};
use ffi::{
    crypto_secretstream_xchacha20poly1305_init_push as init_push,
    crypto_secretstream_xchacha20poly1305_push as push,
};
use zeroize::Zeroize;

use super::{ffi, init};

/// Bytes of a Poly1305 tag.
pub(crate) const TAG: usize = 16;

/// One AEAD construction. Sealing writes to `out`, which must be exactly [`TAG`] bytes longer than the
/// plaintext; opening to one exactly [`TAG`] bytes shorter than the sealed value.
macro_rules! aead {
    ($nonce:literal, $seal:ident = $encrypt:ident, $open:ident = $decrypt:ident) => {
        #[must_use]
        pub(crate) fn $seal(
            out: &mut [u8],
            key: &[u8; 32],
            nonce: &[u8; $nonce],
            ad: &[u8],
            plain: &[u8],
        ) -> bool {
            init();
            let (to, from, with) = (out.as_mut_ptr(), plain.as_ptr(), ad.as_ptr());
            let (len, ad_len, nonce, key) = (
                plain.len() as u64,
                ad.len() as u64,
                nonce.as_ptr(),
                key.as_ptr(),
            );
            // SAFETY: `out` has the `plain.len() + TAG` bytes written; all else is read in its length.
            out.len() == plain.len() + TAG
                && unsafe { ffi::$encrypt(to, null_mut(), from, len, with, ad_len, null(), nonce, key) } == 0
        }

        #[cfg(feature = "open")]
        #[must_use]
        pub(crate) fn $open(
            out: &mut [u8],
            key: &[u8; 32],
            nonce: &[u8; $nonce],
            ad: &[u8],
            sealed: &[u8],
        ) -> bool {
            init();
            let (to, from, with) = (out.as_mut_ptr(), sealed.as_ptr(), ad.as_ptr());
            let (len, ad_len, nonce, key) = (
                sealed.len() as u64,
                ad.len() as u64,
                nonce.as_ptr(),
                key.as_ptr(),
            );
            // SAFETY: `out` has the `sealed.len() - TAG` bytes written; all else is read in its length.
            sealed.len() == out.len() + TAG
                && unsafe {
                    ffi::$decrypt(
                        to,
                        null_mut(),
                        null_mut(),
                        from,
                        len,
                        with,
                        ad_len,
                        nonce,
                        key,
                    )
                } == 0
        }
    };
}

#[cfg(feature = "open")]
#[cfg(test)]
pub(super) use aead;

aead!(
    24,
    xchacha_seal = crypto_aead_xchacha20poly1305_ietf_encrypt,
    xchacha_open = crypto_aead_xchacha20poly1305_ietf_decrypt
);
// With the 12-byte nonce that Noise counts up.
#[cfg(feature = "open")]
aead!(
    12,
    chacha_seal = crypto_aead_chacha20poly1305_ietf_encrypt,
    chacha_open = crypto_aead_chacha20poly1305_ietf_decrypt
);

/// BLAKE2b with an output of `N` bytes (16 to 64).
pub(crate) struct Blake2b<const N: usize>(ffi::crypto_generichash_state);

impl<const N: usize> Blake2b<N> {
    /// `key` is empty (unkeyed) or 16 to 64 bytes.
    pub(crate) fn new(key: &[u8]) -> Self {
        const { assert!(N >= 16 && N <= 64, "libsodium's range of output lengths") };
        init();
        let mut state = ffi::crypto_generichash_state { opaque: [0; 384] };
        // SAFETY: the state is a valid, writable one; `key` is read in its length.
        let code = unsafe { ffi::crypto_generichash_init(&mut state, key.as_ptr(), key.len(), N) };
        debug_assert_eq!(code, 0, "the lengths are in range");
        Self(state)
    }

    pub(crate) fn update(&mut self, data: &[u8]) {
        // SAFETY: the state was initialised; `data` is read in its length.
        unsafe { ffi::crypto_generichash_update(&mut self.0, data.as_ptr(), data.len() as u64) };
    }

    pub(crate) fn finish(mut self) -> [u8; N] {
        let mut out = [0; N];
        // SAFETY: the state was initialised for `N` bytes, and `out` has them.
        unsafe { ffi::crypto_generichash_final(&mut self.0, out.as_mut_ptr(), N) };
        out
    }
}

impl<const N: usize> Drop for Blake2b<N> {
    fn drop(&mut self) {
        self.0.opaque.zeroize();
    }
}

/// SHA-256, which only published Noise vectors need besides HKDF.
#[cfg(feature = "open")]
pub(crate) struct Sha256(ffi::crypto_hash_sha256_state);

#[cfg(feature = "open")]
impl Sha256 {
    pub(crate) fn new() -> Self {
        init();
        let (state, count, buf) = ([0; 8], 0, [0; 64]);
        let mut state = ffi::crypto_hash_sha256_state { state, count, buf };
        // SAFETY: the state is a valid, writable one.
        unsafe { ffi::crypto_hash_sha256_init(&mut state) };
        Self(state)
    }

    pub(crate) fn update(&mut self, data: &[u8]) {
        // SAFETY: the state was initialised; `data` is read in its length.
        unsafe { ffi::crypto_hash_sha256_update(&mut self.0, data.as_ptr(), data.len() as u64) };
    }

    pub(crate) fn finish(mut self) -> [u8; 32] {
        let mut out = [0; 32];
        // SAFETY: the state was initialised; SHA-256 gives 32 bytes.
        unsafe { ffi::crypto_hash_sha256_final(&mut self.0, out.as_mut_ptr()) };
        out
    }
}

#[cfg(feature = "open")]
impl Drop for Sha256 {
    fn drop(&mut self) {
        self.0.state.zeroize();
        self.0.buf.zeroize();
    }
}

pub(crate) fn hkdf_sha256_extract(prk: &mut [u8; 32], salt: &[u8], ikm: &[u8]) {
    init();
    let (to, ikm_len) = (prk.as_mut_ptr(), ikm.len());
    // SAFETY: writes 32 bytes to `prk`; `salt` and `ikm` are read in their lengths.
    unsafe { ffi::crypto_kdf_hkdf_sha256_extract(to, salt.as_ptr(), salt.len(), ikm.as_ptr(), ikm_len) };
}

/// `out` is at most 8,160 bytes; more is refused.
#[must_use]
pub(crate) fn hkdf_sha256_expand(out: &mut [u8], prk: &[u8; 32], info: &[u8]) -> bool {
    init();
    let (to, from) = (out.as_mut_ptr(), info.as_ptr().cast());
    // SAFETY: writes `out.len()` bytes to `out`; `info` is read in its length; the key has 32 bytes.
    unsafe { ffi::crypto_kdf_hkdf_sha256_expand(to, out.len(), from, info.len(), prk.as_ptr()) == 0 }
}

/// Argon2id, version 1.3, one lane. False: the memory could not be had, or a parameter is out of range.
#[must_use]
pub(crate) fn argon2id(out: &mut [u8], password: &[u8], salt: &[u8; 16], passes: u32, memory: usize) -> bool {
    init();
    let (to, len, algorithm) = (
        out.as_mut_ptr(),
        out.len() as u64,
        ffi::crypto_pwhash_ALG_ARGON2ID13 as i32,
    );
    let (from, from_len, passes) = (password.as_ptr().cast(), password.len() as u64, u64::from(passes));
    // SAFETY: writes `out.len()` bytes to `out`; the password is read in its length; a salt has 16 bytes.
    unsafe { ffi::crypto_pwhash(to, len, from, from_len, salt.as_ptr(), passes, memory, algorithm) == 0 }
}

/// Bytes that a stream chunk grows by: one tag byte and Poly1305's 16.
pub(crate) const STREAM_OVERHEAD: usize = 17;
/// The tag of the last chunk of a stream.
pub(crate) const STREAM_FINAL: u8 = ffi::crypto_secretstream_xchacha20poly1305_TAG_FINAL as u8;

/// State of a secretstream, for either direction.
pub(crate) struct Stream(ffi::crypto_secretstream_xchacha20poly1305_state);

impl Stream {
    fn empty() -> Self {
        init();
        let (k, nonce, _pad) = ([0; 32], [0; 12], [0; 8]);
        Self(ffi::crypto_secretstream_xchacha20poly1305_state { k, nonce, _pad })
    }

    pub(crate) fn push_side(key: &[u8; 32]) -> (Self, [u8; 24]) {
        let (mut stream, mut header) = (Self::empty(), [0; 24]);
        // SAFETY: writes the state and 24 bytes to `header`; the key has 32 bytes.
        unsafe { init_push(&mut stream.0, header.as_mut_ptr(), key.as_ptr()) };
        (stream, header)
    }

    #[cfg(feature = "open")]
    pub(crate) fn pull_side(key: &[u8; 32], header: &[u8; 24]) -> Self {
        let mut stream = Self::empty();
        // SAFETY: writes the state; the header has 24 bytes, the key 32.
        unsafe { init_pull(&mut stream.0, header.as_ptr(), key.as_ptr()) };
        stream
    }

    /// `out` must be exactly [`STREAM_OVERHEAD`] longer than `chunk`.
    #[must_use]
    pub(crate) fn push(&mut self, out: &mut [u8], chunk: &[u8], ad: &[u8], last: bool) -> bool {
        let (to, from, with) = (out.as_mut_ptr(), chunk.as_ptr(), ad.as_ptr());
        let (len, ad_len, tag) = (
            chunk.len() as u64,
            ad.len() as u64,
            if last { STREAM_FINAL } else { 0 },
        );
        // SAFETY: `out` has the `chunk.len() + 17` bytes written; all else is read in its length.
        out.len() == chunk.len() + STREAM_OVERHEAD
            && unsafe { push(&mut self.0, to, null_mut(), from, len, with, ad_len, tag) } == 0
    }

    /// `out` must be exactly [`STREAM_OVERHEAD`] shorter than `sealed`; gives the tag.
    #[cfg(feature = "open")]
    pub(crate) fn pull(&mut self, out: &mut [u8], sealed: &[u8], ad: &[u8]) -> Option<u8> {
        let (to, from, with) = (out.as_mut_ptr(), sealed.as_ptr(), ad.as_ptr());
        let (len, ad_len, mut tag) = (sealed.len() as u64, ad.len() as u64, 0);
        // SAFETY: `out` has the `sealed.len() - 17` bytes written, `tag` the one; all else is read in its length.
        let opened = sealed.len() == out.len() + STREAM_OVERHEAD
            && unsafe { pull(&mut self.0, to, null_mut(), &mut tag, from, len, with, ad_len) } == 0;
        opened.then_some(tag)
    }
}

impl Drop for Stream {
    fn drop(&mut self) {
        self.0.k.zeroize();
        self.0.nonce.zeroize();
    }
}
