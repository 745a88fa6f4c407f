//! Our primitives of Noise (libsodium) against snow's own (RustCrypto): one random handshake a run, of either protocol, with either on
//! either side, then messages in both directions and under replaced keys. What is altered on the way is refused.
//!
//! It stands here because features of `snow` reach everything built with it, and the product is built without its resolver.

use fastrand::Rng;
use pocketchart_crypto::noise;
use snow::resolvers::DefaultResolver;
use snow::{Builder, HandshakeState, Keypair, TransportState};
use std::hash::{DefaultHasher, Hash, Hasher};

const IKPSK1: &str = "Noise_IKpsk1_25519_ChaChaPoly_BLAKE2b";
const KK: &str = "Noise_KK_25519_ChaChaPoly_BLAKE2b";
const LARGEST: usize = 65_535;

pub(crate) fn noise(data: &[u8]) {
    let mut hasher = DefaultHasher::new();
    data.hash(&mut hasher);
    let mut chance = Rng::with_seed(hasher.finish());
    let (mut caller, mut called) = handshake(&mut chance);
    for message in 0..3 {
        if message == 2 {
            for side in [&mut caller, &mut called] {
                side.rekey_outgoing();
                side.rekey_incoming();
            }
        }
        carry(&mut chance, &mut caller, &mut called);
        carry(&mut chance, &mut called, &mut caller);
    }
}

fn builder(protocol: &str, ours: bool) -> Builder<'_> {
    if ours {
        noise::builder(protocol).unwrap()
    } else {
        Builder::with_resolver(protocol.parse().unwrap(), Box::new(DefaultResolver))
    }
}

/// Both sides of a finished handshake.
fn handshake(chance: &mut Rng) -> (TransportState, TransportState) {
    let (protocol, ours) = (if chance.bool() { IKPSK1 } else { KK }, chance.bool());
    let keys = [ours, !ours].map(|ours| builder(protocol, ours).generate_keypair().unwrap());
    let prologue: Vec<u8> = bytes(chance, 64);
    let psk: [u8; 32] = std::array::from_fn(|_| chance.u8(..));
    let side = |calls: bool| state(protocol, ours == calls, calls, &keys, &prologue, &psk);
    let (mut caller, mut called) = (side(true), side(false));
    // A message that was altered does for its receiver; so it gets a receiver of its own.
    altered_is_refused(chance, &mut side(true), &mut side(false));
    step(chance, &mut caller, &mut called);
    step(chance, &mut called, &mut caller);
    assert_eq!(caller.get_handshake_hash(), called.get_handshake_hash());
    assert_eq!(called.get_remote_static(), Some(keys[0].public.as_slice()));
    (
        caller.into_transport_mode().unwrap(),
        called.into_transport_mode().unwrap(),
    )
}

fn state(
    protocol: &str,
    ours: bool,
    calls: bool,
    keys: &[Keypair; 2],
    prologue: &[u8],
    psk: &[u8; 32],
) -> HandshakeState {
    let [own, other] = if calls {
        [&keys[0], &keys[1]]
    } else {
        [&keys[1], &keys[0]]
    };
    let mut builder = builder(protocol, ours).prologue(prologue).unwrap();
    builder = builder.local_private_key(&own.private).unwrap();
    if calls || protocol == KK {
        builder = builder.remote_public_key(&other.public).unwrap();
    }
    if protocol == IKPSK1 {
        builder = builder.psk(1, psk).unwrap();
    }
    if calls {
        builder.build_initiator().unwrap()
    } else {
        builder.build_responder().unwrap()
    }
}

/// One message of a handshake, with a payload.
fn step(chance: &mut Rng, from: &mut HandshakeState, to: &mut HandshakeState) {
    let payload = bytes(chance, 200);
    let message = written(|buffer| from.write_message(&payload, buffer));
    assert_eq!(written(|buffer| to.read_message(&message, buffer)), payload);
}

/// The first or the second message of a handshake, with one bit changed.
fn altered_is_refused(chance: &mut Rng, caller: &mut HandshakeState, called: &mut HandshakeState) {
    let (mut from, mut to) = (caller, called);
    if chance.bool() {
        step(chance, from, to);
        (from, to) = (to, from);
    }
    let mut message = written(|buffer| from.write_message(&[], buffer));
    flip(chance, &mut message);
    assert!(to.read_message(&message, &mut [0; LARGEST]).is_err());
}

/// One message after the handshake: refused while a bit of it is changed, and read as it was sent.
fn carry(chance: &mut Rng, from: &mut TransportState, to: &mut TransportState) {
    let payload = bytes(chance, 2_000);
    let message = written(|buffer| from.write_message(&payload, buffer));
    let mut altered = message.clone();
    flip(chance, &mut altered);
    assert!(to.read_message(&altered, &mut [0; LARGEST]).is_err());
    assert_eq!(written(|buffer| to.read_message(&message, buffer)), payload);
}

fn bytes(chance: &mut Rng, most: usize) -> Vec<u8> {
    let len = chance.usize(..=most);
    (0..len).map(|_| chance.u8(..)).collect()
}

fn flip(chance: &mut Rng, message: &mut [u8]) {
    message[chance.usize(..message.len())] ^= 1 << chance.u8(..8);
}

fn written(write: impl FnOnce(&mut [u8]) -> Result<usize, snow::Error>) -> Vec<u8> {
    let mut buffer = vec![0; LARGEST];
    let len = write(&mut buffer).unwrap();
    buffer.truncate(len);
    buffer
}
