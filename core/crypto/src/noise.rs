//! The Noise protocol's primitives for `snow`: X25519, ChaChaPoly, BLAKE2b, by libsodium.

use snow::params::{CipherChoice, DHChoice, HashChoice, NoiseParams};
use snow::resolvers::CryptoResolver;
use snow::types::{Cipher, Dh, Hash, Random};

use crate::hazmat::{self, Blake2b, Sha256};
use crate::{Secret, random_bytes};

/// A handshake builder for a protocol name such as `Noise_KK_25519_ChaChaPoly_BLAKE2b`.
///
/// ```
/// let name = "Noise_NNpsk0_25519_ChaChaPoly_BLAKE2b";
/// let [mut a, mut b] = [true, false].map(|initiator| {
///     let builder = pocketchart_crypto::noise::builder(name).unwrap().psk(0, &[7; 32]).unwrap();
///     if initiator { builder.build_initiator().unwrap() } else { builder.build_responder().unwrap() }
/// });
/// let (mut message, mut payload) = ([0; 96], [0; 96]);
/// let n = a.write_message(b"hello", &mut message).unwrap();
/// let n = b.read_message(&message[..n], &mut payload).unwrap();
/// assert_eq!(&payload[..n], b"hello");
/// ```
///
/// # Errors
/// What `snow` says of a name that it cannot parse.
pub fn builder<'a>(protocol: &str) -> Result<snow::Builder<'a>, snow::Error> {
    Ok(snow::Builder::with_resolver(
        protocol.parse::<NoiseParams>()?,
        Box::new(Resolver),
    ))
}

/// Names libsodium's primitives to `snow`: X25519, ChaChaPoly, BLAKE2b, and SHA256 for published vectors.
/// All others are absent, so a handshake that asks for them cannot be built.
#[derive(Clone, Copy, Debug, Default)]
pub struct Resolver;

impl CryptoResolver for Resolver {
    fn resolve_rng(&self) -> Option<Box<dyn Random>> {
        Some(Box::new(SystemRandom))
    }

    fn resolve_dh(&self, choice: &DHChoice) -> Option<Box<dyn Dh>> {
        matches!(choice, DHChoice::Curve25519).then(|| Box::new(X25519::default()) as Box<dyn Dh>)
    }

    fn resolve_hash(&self, choice: &HashChoice) -> Option<Box<dyn Hash>> {
        match choice {
            HashChoice::Blake2b => Some(Box::new(Blake2bHash(Blake2b::new(&[])))),
            HashChoice::SHA256 => Some(Box::new(Sha256Hash(Sha256::new()))),
            _ => None,
        }
    }

    fn resolve_cipher(&self, choice: &CipherChoice) -> Option<Box<dyn Cipher>> {
        matches!(choice, CipherChoice::ChaChaPoly)
            .then(|| Box::new(ChaChaPoly(Secret::zero())) as Box<dyn Cipher>)
    }
}

struct SystemRandom;

impl Random for SystemRandom {
    fn try_fill_bytes(&mut self, dest: &mut [u8]) -> Result<(), snow::Error> {
        random_bytes(dest);
        Ok(())
    }
}

struct X25519 {
    secret: Secret<32>,
    public: [u8; 32],
}

impl Default for X25519 {
    fn default() -> Self {
        Self {
            secret: Secret::zero(),
            public: [0; 32],
        }
    }
}

impl X25519 {
    fn keep(&mut self, secret: Secret<32>) {
        self.public = hazmat::x25519_public(secret.expose());
        self.secret = secret;
    }
}

impl Dh for X25519 {
    fn name(&self) -> &'static str {
        "25519"
    }

    fn pub_len(&self) -> usize {
        32
    }

    fn priv_len(&self) -> usize {
        32
    }

    fn set(&mut self, privkey: &[u8]) {
        // `snow` checks the length first; a wrong one would leave the all-zero key, which reaches nobody.
        if let Some(secret) = Secret::from_slice(privkey) {
            self.keep(secret);
        }
    }

    fn generate(&mut self, rng: &mut dyn Random) -> Result<(), snow::Error> {
        let mut secret = Secret::zero();
        rng.try_fill_bytes(secret.expose_mut())?;
        self.keep(secret);
        Ok(())
    }

    fn pubkey(&self) -> &[u8] {
        &self.public
    }

    fn privkey(&self) -> &[u8] {
        self.secret.expose()
    }

    fn dh(&self, pubkey: &[u8], out: &mut [u8]) -> Result<(), snow::Error> {
        let public = pubkey.first_chunk().ok_or(snow::Error::Dh)?;
        let shared = out.first_chunk_mut().ok_or(snow::Error::Dh)?;
        if hazmat::x25519(shared, self.secret.expose(), public) {
            Ok(())
        } else {
            Err(snow::Error::Dh)
        }
    }
}

struct ChaChaPoly(Secret<32>);

impl ChaChaPoly {
    /// Four zero bytes and the counter, least significant byte first (Noise, section 12.3).
    fn nonce(counter: u64) -> [u8; 12] {
        let mut nonce = [0; 12];
        nonce[4..].copy_from_slice(&counter.to_le_bytes());
        nonce
    }
}

impl Cipher for ChaChaPoly {
    fn name(&self) -> &'static str {
        "ChaChaPoly"
    }

    fn set(&mut self, key: &[u8; 32]) {
        self.0 = Secret::from_bytes(*key);
    }

    fn encrypt(&self, nonce: u64, authtext: &[u8], plaintext: &[u8], out: &mut [u8]) -> usize {
        let len = plaintext.len() + hazmat::TAG;
        let done = out.get_mut(..len).is_some_and(|out| {
            hazmat::chacha_seal(out, self.0.expose(), &Self::nonce(nonce), authtext, plaintext)
        });
        // `snow` checks the room first. Nothing written is a message that nobody accepts.
        if done { len } else { 0 }
    }

    fn decrypt(
        &self,
        nonce: u64,
        authtext: &[u8],
        ciphertext: &[u8],
        out: &mut [u8],
    ) -> Result<usize, snow::Error> {
        let len = ciphertext
            .len()
            .checked_sub(hazmat::TAG)
            .ok_or(snow::Error::Decrypt)?;
        let out = out.get_mut(..len).ok_or(snow::Error::Decrypt)?;
        if hazmat::chacha_open(out, self.0.expose(), &Self::nonce(nonce), authtext, ciphertext) {
            Ok(len)
        } else {
            Err(snow::Error::Decrypt)
        }
    }
}

/// `snow`'s view of an incremental hash, for one of ours.
macro_rules! noise_hash {
    ($name:ident, $state:ty, $fresh:expr, $noise:literal, $block:literal, $len:literal) => {
        struct $name($state);

        impl Hash for $name {
            fn name(&self) -> &'static str {
                $noise
            }

            fn block_len(&self) -> usize {
                $block
            }

            fn hash_len(&self) -> usize {
                $len
            }

            fn reset(&mut self) {
                self.0 = $fresh;
            }

            fn input(&mut self, data: &[u8]) {
                self.0.update(data);
            }

            fn result(&mut self, out: &mut [u8]) {
                let digest = std::mem::replace(&mut self.0, $fresh).finish();
                if let Some(out) = out.first_chunk_mut() {
                    *out = digest;
                }
            }
        }
    };
}

noise_hash!(Blake2bHash, Blake2b<64>, Blake2b::new(&[]), "BLAKE2b", 128, 64);
noise_hash!(Sha256Hash, Sha256, Sha256::new(), "SHA256", 64, 32);
