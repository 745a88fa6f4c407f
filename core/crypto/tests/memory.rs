//! Every function once, small enough for valgrind (README, "Memory").

#![cfg(feature = "open")]

use std::panic::{AssertUnwindSafe, catch_unwind};

use pocketchart_crypto::aead::{self, Nonce};
use pocketchart_crypto::exchange::ExchangeSecret;
use pocketchart_crypto::kdf::{self, PasswordParams, Salt};
use pocketchart_crypto::kem::{KemPublic, KemSecret};
use pocketchart_crypto::sign::SigningKey;
use pocketchart_crypto::stream::{StreamOpener, StreamSealer};
use pocketchart_crypto::{Label, Secret, SecretBytes, hash, noise, padme, random_bytes};

const LABEL: Label = Label::new("memory");

#[test]
fn secrets() {
    for len in [0, 1, 15, 16, 17, 32, 4095, 4096, 4097, 100_000] {
        let bytes: Vec<u8> = (0..len).map(|i| i as u8).collect();
        let secret = SecretBytes::new(&bytes);
        assert!(
            secret.with(|read| read == bytes && secret.with(|again| again == bytes)),
            "nested"
        );
        let stopped = catch_unwind(AssertUnwindSafe(|| secret.with(|_| panic!("planted"))));
        assert!(
            stopped.is_err() && secret.with(|read| read.len()) == len,
            "usable after a panic"
        );
    }
    let secret = Secret::<32>::random();
    let guarded = SecretBytes::from_secret(&secret);
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| (0..200).for_each(|_| assert!(guarded.with(|read| read == secret.expose()))));
        }
    });
    assert_eq!(
        format!("{guarded:?} {secret:?}"),
        "SecretBytes(..) Secret<32>(..)"
    );
    assert!(Secret::<32>::from_slice(&[0; 31]).is_none());
}

#[test]
fn sealing() {
    let key = Secret::random();
    for len in [0, 1, 63, 64, 65, 1000] {
        let text = vec![1; len];
        let sealed = aead::seal(&key, &Nonce::random(), b"ad", &text);
        assert_eq!(aead::open(&key, b"ad", &sealed).unwrap(), text);
        assert!((0..sealed.len()).all(|n| aead::open(&key, b"ad", &sealed[..n]).is_err()));

        let (mut sealer, header) = StreamSealer::new(&key);
        let chunk = sealer.push(&text, b"ad", true);
        assert_eq!(
            StreamOpener::new(&key, &header).pull(&chunk, b"ad").unwrap(),
            (text.clone(), true)
        );
        assert!(StreamOpener::new(&key, &header).pull(&chunk[1..], b"ad").is_err());
        assert_eq!(padme::unpad(padme::pad(text.clone())).unwrap(), text);
    }
    let reader = KemSecret::from_seed(&key);
    let sealed = reader.public().seal_to(LABEL, b"", b"text").unwrap();
    assert_eq!(reader.open(LABEL, b"", &sealed).unwrap(), b"text");
    assert!(reader.open(LABEL, b"", &sealed[..1100]).is_err());
    assert!(
        KemPublic::from_slice(&[0xff; 1216])
            .unwrap()
            .seal_to(LABEL, b"", b"")
            .is_err()
    );
}

#[test]
fn hashing_and_keys() {
    let key = Secret::random();
    let mut hasher = hash::Hasher::new(LABEL);
    (0..300).for_each(|i| hasher.update(&vec![3; i]));
    assert_ne!(hasher.finish(), hash::hash256(LABEL, &[]));
    assert_ne!(
        hash::keyed256(LABEL, &key, &[b"a"]),
        hash::hash256(LABEL, &[b"a"])
    );
    assert_ne!(hash::keyed128(LABEL, &key, &[]), hash::hash128(LABEL, &[]));
    assert!(kdf::expand(&kdf::extract(LABEL, b""), LABEL, b"") != key);
    assert!(kdf::password_key(b"", &Salt::random(), PasswordParams::FAST).is_ok());
    assert!(
        kdf::password_key(
            b"",
            &Salt::random(),
            PasswordParams {
                opslimit: 1,
                memlimit_kib: 1
            }
        )
        .is_err()
    );

    let signing = SigningKey::from_seed(&key);
    let signature = signing.sign(LABEL, &[b"a", b"", b"b"]);
    assert!(signing.public().verify(LABEL, &[b"ab"], &signature).is_ok());
    assert!(signing.public().verify(LABEL, &[], &signature).is_err());
    let mut bytes = [0; 100];
    random_bytes(&mut bytes);
    random_bytes(&mut []);
}

#[test]
fn handshake() {
    let [a, b] = [1, 2].map(|byte| ExchangeSecret::from_seed(&Secret::from_bytes([byte; 32])));
    assert!(a.agree(&b.public()).unwrap() == b.agree(&a.public()).unwrap());
    let (a_public, b_public) = (a.public(), b.public());
    let side = || noise::builder("Noise_KK_25519_ChaChaPoly_BLAKE2b").unwrap();
    let builder = side().local_private_key(a.secret().expose()).unwrap();
    let mut a = builder
        .remote_public_key(b_public.as_bytes())
        .unwrap()
        .build_initiator()
        .unwrap();
    let builder = side().local_private_key(b.secret().expose()).unwrap();
    let mut b = builder
        .remote_public_key(a_public.as_bytes())
        .unwrap()
        .build_responder()
        .unwrap();
    let (mut message, mut payload) = ([0; 200], [0; 200]);
    let n = a.write_message(b"one", &mut message).unwrap();
    assert!(b.read_message(&message[..n - 1], &mut payload).is_err());
    let n = b.read_message(&message[..n], &mut payload).unwrap();
    assert_eq!(&payload[..n], b"one");
    let n = b.write_message(b"two", &mut message).unwrap();
    a.read_message(&message[..n], &mut payload).unwrap();
    let (mut a, mut b) = (a.into_transport_mode().unwrap(), b.into_transport_mode().unwrap());
    a.rekey_outgoing();
    b.rekey_incoming();
    let n = a.write_message(b"three", &mut message).unwrap();
    let n = b.read_message(&message[..n], &mut payload).unwrap();
    assert_eq!(&payload[..n], b"three");
}
