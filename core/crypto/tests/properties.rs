//! What holds for any input.

#![cfg(feature = "open")]

use std::collections::HashSet;

use pocketchart_crypto::aead::{self, Nonce};
use pocketchart_crypto::kdf::{self, PasswordParams};
use pocketchart_crypto::kem::{self, KemSecret};
use pocketchart_crypto::sign::SigningKey;
use pocketchart_crypto::stream::{self, StreamOpener, StreamSealer};
use pocketchart_crypto::{Label, Secret, hash, padme, random_array};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::test_runner::FileFailurePersistence;

const LABEL: Label = Label::new("property");

fn bytes(max: usize) -> impl Strategy<Value = Vec<u8>> {
    vec(any::<u8>(), 0..max)
}

fn secret() -> impl Strategy<Value = Secret<32>> {
    any::<[u8; 32]>().prop_map(Secret::from_bytes)
}

proptest! {
    // A failing case's seed is printed, and kept beside this file.
    #![proptest_config(ProptestConfig::with_failure_persistence(FileFailurePersistence::WithSource("regressions")))]

    #[test]
    fn what_is_sealed_opens(key in secret(), nonce in any::<[u8; 24]>(), ad in bytes(64), text in bytes(3000)) {
        let sealed = aead::seal(&key, &Nonce::from_bytes(nonce), &ad, &text);
        prop_assert_eq!(sealed.len(), text.len() + aead::OVERHEAD);
        prop_assert_eq!(aead::open(&key, &ad, &sealed).unwrap(), text);
    }

    #[test]
    fn what_is_sealed_for_a_reader_opens(seed in secret(), other in secret(), ad in bytes(64), text in bytes(300)) {
        let reader = KemSecret::from_seed(&seed);
        let sealed = reader.public().seal_to(LABEL, &ad, &text).unwrap();
        prop_assert_eq!(sealed.len(), text.len() + kem::OVERHEAD);
        prop_assert_eq!(reader.open(LABEL, &ad, &sealed).unwrap(), text);
        prop_assert!(KemSecret::from_seed(&other).open(LABEL, &ad, &sealed).is_err());
    }

    #[test]
    fn foreign_bytes_never_open(seed in secret(), junk in bytes(3000)) {
        prop_assert!(aead::open(&seed, b"", &junk).is_err());
        prop_assert!(KemSecret::from_seed(&seed).open(LABEL, b"", &junk).is_err());
        prop_assert!(StreamOpener::new(&seed, &[0; 24]).pull(&junk, b"").is_err());
    }

    #[test]
    fn a_stream_opens_in_order(key in secret(), chunks in vec(bytes(200), 1..8)) {
        let (mut sealer, header) = StreamSealer::new(&key);
        let mut opener = StreamOpener::new(&key, &header);
        for (i, chunk) in chunks.iter().enumerate() {
            let last = i + 1 == chunks.len();
            let sealed = sealer.push(chunk, b"ad", last);
            prop_assert_eq!(sealed.len(), chunk.len() + stream::CHUNK_OVERHEAD);
            prop_assert_eq!(opener.pull(&sealed, b"ad").unwrap(), (chunk.clone(), last));
        }
    }

    #[test]
    fn hashing_in_pieces_is_hashing_the_whole(parts in vec(bytes(300), 0..8), key in secret()) {
        let slices: Vec<&[u8]> = parts.iter().map(Vec::as_slice).collect();
        let whole = parts.concat();
        let mut hasher = hash::Hasher::new(LABEL);
        parts.iter().for_each(|part| hasher.update(part));
        let expected = hash::hash256(LABEL, &[&whole]);
        prop_assert_eq!(hasher.finish(), expected);
        prop_assert_eq!(hash::hash256(LABEL, &slices), expected);
        prop_assert_eq!(hash::keyed128(LABEL, &key, &slices), hash::keyed128(LABEL, &key, &[&whole]));
        prop_assert_ne!(hash::keyed256(LABEL, &key, &slices), expected);
    }

    #[test]
    fn signatures_verify_over_any_split(seed in secret(), parts in vec(bytes(100), 0..5)) {
        let key = SigningKey::from_seed(&seed);
        let slices: Vec<&[u8]> = parts.iter().map(Vec::as_slice).collect();
        let signature = key.sign(LABEL, &slices);
        prop_assert!(key.public().verify(LABEL, &[&parts.concat()], &signature).is_ok());
        prop_assert_eq!(signature, SigningKey::from_seed(&seed).sign(LABEL, &slices), "deterministic");
    }

    #[test]
    fn padding_comes_off(value in bytes(5000)) {
        let padded = padme::pad(value.clone());
        prop_assert_eq!(padded.len(), padme::padme_len(value.len() + 1));
        prop_assert_eq!(padme::unpad(padded).unwrap(), value);
    }

    #[test]
    fn only_padded_values_are_unpadded(prefix in bytes(40), zeros in 0_usize..20) {
        let bytes = [prefix, vec![0x80], vec![0; zeros]].concat();
        if let Ok(value) = padme::unpad(bytes.clone()) {
            prop_assert_eq!(padme::pad(value), bytes);
        }
    }

    #[test]
    fn padme_lengths_rise_and_stay_within_the_bound(a in 0_usize..1 << 50, b in 0_usize..1 << 50) {
        let (a, b) = (a.min(b), a.max(b));
        prop_assert!(padme::padme_len(a) <= padme::padme_len(b));
        prop_assert!(padme::padme_len(b) >= b && (padme::padme_len(b) - b) as f64 <= 0.12 * b as f64);
    }

    #[test]
    fn password_params_are_kept(opslimit in any::<u32>(), memlimit_kib in any::<u32>()) {
        let params = PasswordParams { opslimit, memlimit_kib };
        prop_assert_eq!(PasswordParams::from_bytes(params.to_bytes()), params);
    }

    #[test]
    fn a_secret_is_equal_to_itself_only(a in any::<[u8; 32]>(), b in any::<[u8; 32]>()) {
        prop_assert_eq!(Secret::from_bytes(a) == Secret::from_bytes(b), a == b);
        prop_assert!(Secret::from_bytes(a) == Secret::from_bytes(a).clone());
    }
}

/// Same input, other purpose: never the same output.
#[test]
fn labels_keep_purposes_apart() {
    let labels = ["a", "ab", "a/b", "a-b", "b", "envelope", "envelope2"].map(Label::new);
    let key = Secret::from_bytes([1; 32]);
    let mut outputs = HashSet::new();
    for label in labels {
        outputs.insert(hash::hash256(label, &[b"bc"]));
        outputs.insert(hash::keyed256(label, &key, &[b"bc"]));
        outputs.insert(*kdf::extract(label, b"bc").expose());
        outputs.insert(*kdf::expand(&key, label, b"bc").expose());
        let signature = SigningKey::from_seed(&key).sign(label, &[b"bc"]);
        outputs.insert(signature.as_bytes()[..32].try_into().unwrap());
    }
    assert_eq!(outputs.len(), labels.len() * 5);
}

#[test]
fn random_values_differ() {
    let values: HashSet<[u8; 16]> = (0..10_000).map(|_| random_array()).collect();
    let nonces: HashSet<Nonce> = (0..10_000).map(|_| Nonce::random()).collect();
    assert_eq!((values.len(), nonces.len()), (10_000, 10_000));
}
