//! Every single bit of one sample of each construction is flipped, and every one is refused. The untouched
//! sample passes, so the refusals mean something.

#![cfg(feature = "open")]
#![allow(clippy::unwrap_used, clippy::print_stdout)]

use pocketchart_crypto::aead::{self, Nonce};
use pocketchart_crypto::exchange::{ExchangePublic, ExchangeSecret};
use pocketchart_crypto::kdf::{self, PasswordParams, Salt};
use pocketchart_crypto::kem::{KemPublic, KemSecret};
use pocketchart_crypto::sign::{Signature, SigningKey, VerifyingKey};
use pocketchart_crypto::stream::{StreamOpener, StreamSealer};
use pocketchart_crypto::{Label, Secret, hash, noise, padme};

const LABEL: Label = Label::new("tamper");
const OTHER: Label = Label::new("tamper2");
const TEXT: &[u8] = b"anaphylaxis after penicillin, 2019";

/// Calls `accepts` with the sample, then with each of its bits flipped; counts flips that were accepted.
fn accepted_flips(sample: &[u8], accepts: impl Fn(&[u8]) -> bool) -> usize {
    assert!(accepts(sample), "the untouched sample passes");
    let mut altered = sample.to_vec();
    let mut accepted = 0;
    for bit in 0..sample.len() * 8 {
        altered[bit / 8] ^= 1 << (bit % 8);
        accepted += usize::from(accepts(&altered));
        altered[bit / 8] ^= 1 << (bit % 8);
    }
    println!("{} flips, {accepted} accepted", sample.len() * 8);
    accepted
}

/// Calls `accepts` with every truncation.
fn accepted_truncations(sample: &[u8], accepts: impl Fn(&[u8]) -> bool) -> usize {
    (0..sample.len()).filter(|&len| accepts(&sample[..len])).count()
}

fn array<const N: usize>(bytes: &[u8]) -> [u8; N] {
    bytes.try_into().unwrap()
}

#[test]
fn aead() {
    let key = Secret::from_bytes([7; 32]);
    let sealed = aead::seal(&key, &Nonce::from_bytes([9; 24]), b"row", TEXT);
    let opens = |key: &Secret<32>, ad: &[u8], sealed: &[u8]| {
        aead::open(key, ad, sealed).is_ok_and(|text| text == TEXT)
    };
    assert_eq!(accepted_flips(&sealed, |sealed| opens(&key, b"row", sealed)), 0);
    assert_eq!(accepted_flips(b"row", |ad| opens(&key, ad, &sealed)), 0);
    assert_eq!(
        accepted_flips(&[7; 32], |key| opens(
            &Secret::from_slice(key).unwrap(),
            b"row",
            &sealed
        )),
        0
    );
    assert_eq!(
        accepted_truncations(&sealed, |sealed| opens(&key, b"row", sealed)),
        0
    );
}

#[test]
fn signature() {
    let key = SigningKey::from_seed(&Secret::from_bytes([7; 32]));
    let signature = key.sign(LABEL, &[TEXT]);
    let verifies = |public: &VerifyingKey, message: &[u8], signature: &[u8]| {
        public
            .verify(LABEL, &[message], &Signature::from_bytes(array(signature)))
            .is_ok()
    };
    assert_eq!(
        accepted_flips(signature.as_bytes(), |bytes| verifies(&key.public(), TEXT, bytes)),
        0
    );
    assert_eq!(
        accepted_flips(TEXT, |message| verifies(
            &key.public(),
            message,
            signature.as_bytes()
        )),
        0
    );
    let public = *key.public().as_bytes();
    let other = |bytes: &[u8]| {
        verifies(
            &VerifyingKey::from_bytes(array(bytes)),
            TEXT,
            signature.as_bytes(),
        )
    };
    assert_eq!(accepted_flips(&public, other), 0);
    assert!(key.public().verify(OTHER, &[TEXT], &signature).is_err());
}

#[test]
fn kem() {
    let reader = KemSecret::from_seed(&Secret::from_bytes([7; 32]));
    let sealed = reader.public().seal_to(LABEL, b"allergies", TEXT).unwrap();
    let opens = |ad: &[u8], sealed: &[u8]| reader.open(LABEL, ad, sealed).is_ok_and(|text| text == TEXT);
    assert_eq!(accepted_flips(&sealed, |sealed| opens(b"allergies", sealed)), 0);
    assert_eq!(accepted_flips(b"allergies", |ad| opens(ad, &sealed)), 0);
    assert_eq!(
        accepted_truncations(&sealed, |sealed| opens(b"allergies", sealed)),
        0
    );
    assert!(reader.open(OTHER, b"allergies", &sealed).is_err());

    // What is sealed for an altered key is not for this reader; some altered keys are none at all.
    let sealed_for = |public: &[u8]| {
        let sealed = KemPublic::from_slice(public).unwrap().seal_to(LABEL, b"", TEXT);
        sealed.is_ok_and(|sealed| reader.open(LABEL, b"", &sealed).is_ok())
    };
    // X25519 ignores the highest bit of a public key, and X-Wing mixes the key as written: still refused.
    assert_eq!(accepted_flips(reader.public().as_bytes(), sealed_for), 0);
    assert!(KemPublic::from_slice(&[0; 1215]).is_none());
    assert!(
        KemPublic::from_slice(&[0xff; 1216])
            .unwrap()
            .seal_to(LABEL, b"", TEXT)
            .is_err()
    );
}

#[test]
fn stream() {
    let key = Secret::from_bytes([7; 32]);
    let (mut sealer, header) = StreamSealer::new(&key);
    let chunks = [
        sealer.push(TEXT, b"0", false),
        sealer.push(b"", b"1", false),
        sealer.push(TEXT, b"2", true),
    ];
    let sealed = [header.as_slice(), &chunks.concat()].concat();
    let lengths = chunks.each_ref().map(Vec::len);

    let opens = |sealed: &[u8]| -> bool {
        let (header, mut rest) = sealed.split_at(header.len());
        let mut opener = StreamOpener::new(&key, &array(header));
        let mut last = false;
        for (i, len) in lengths.iter().enumerate() {
            let (chunk, tail) = rest.split_at((*len).min(rest.len()));
            match opener.pull(chunk, i.to_string().as_bytes()) {
                Ok((_, is_last)) => last = is_last,
                Err(_) => return false,
            }
            rest = tail;
        }
        last
    };
    assert_eq!(accepted_flips(&sealed, opens), 0);

    // Left out, swapped, or cut off before the end.
    let mut opener = StreamOpener::new(&key, &header);
    assert!(opener.pull(&chunks[1], b"1").is_err());
    assert!(opener.pull(&chunks[0], b"0").is_ok_and(|(_, last)| !last));
    assert!(opener.pull(&chunks[0], b"0").is_err(), "again");
    assert!(opener.pull(&chunks[2], b"2").is_err());
    assert!(opener.pull(&chunks[1], b"other").is_err());
    assert!(
        opener.pull(&chunks[1], b"1").is_ok_and(|(_, last)| !last),
        "a refusal changes nothing"
    );
    assert!(opener.pull(&chunks[2], b"2").is_ok_and(|(_, last)| last));
    assert!(opener.pull(&[], b"").is_err());
}

#[test]
fn hashes_and_keys() {
    let key = Secret::from_bytes([7; 32]);
    let expected = (hash::hash256(LABEL, &[TEXT]), hash::hash128(LABEL, &[TEXT]));
    assert_eq!(
        accepted_flips(TEXT, |text| hash::hash256(LABEL, &[text]) == expected.0),
        0
    );
    assert_eq!(
        accepted_flips(TEXT, |text| hash::hash128(LABEL, &[text]) == expected.1),
        0
    );
    let expected = (
        hash::keyed256(LABEL, &key, &[TEXT]),
        hash::keyed128(LABEL, &key, &[TEXT]),
    );
    let with = |key: &[u8]| Secret::from_slice(key).unwrap();
    assert_eq!(
        accepted_flips(&[7; 32], |key| hash::keyed256(LABEL, &with(key), &[TEXT])
            == expected.0),
        0
    );
    assert_eq!(
        accepted_flips(&[7; 32], |key| hash::keyed128(LABEL, &with(key), &[TEXT])
            == expected.1),
        0
    );
    assert_eq!(
        accepted_flips(TEXT, |text| hash::keyed256(LABEL, &key, &[text]) == expected.0),
        0
    );

    let root = kdf::extract(LABEL, TEXT);
    assert_eq!(accepted_flips(TEXT, |text| kdf::extract(LABEL, text) == root), 0);
    let derived = kdf::expand(&root, LABEL, TEXT);
    assert_eq!(
        accepted_flips(TEXT, |text| kdf::expand(&root, LABEL, text) == derived),
        0
    );
    assert!(kdf::expand(&root, OTHER, TEXT) != derived && kdf::extract(OTHER, TEXT) != root);
}

#[test]
fn password() {
    let params = PasswordParams::FAST;
    let derive = |password: &[u8], salt: &[u8], params: &[u8]| {
        kdf::password_key(
            password,
            &Salt(array(salt)),
            PasswordParams::from_bytes(array(params)),
        )
        .ok()
    };
    let (salt, bytes) = ([9; 16], params.to_bytes());
    let expected = derive(b"correct horse", &salt, &bytes);
    assert_eq!(
        accepted_flips(b"correct horse", |password| derive(password, &salt, &bytes)
            == expected),
        0
    );
    assert_eq!(
        accepted_flips(&salt, |salt| derive(b"correct horse", salt, &bytes) == expected),
        0
    );
    // Flips of the parameters up to 1 GiB, computed for real, would take long: those over 1 MiB are only read.
    let same = |bytes: &[u8]| {
        let params = PasswordParams::from_bytes(array(bytes));
        if params.is_acceptable() && params.memlimit_kib > 1024 {
            return params == PasswordParams::FAST;
        }
        derive(b"correct horse", &salt, bytes) == expected
    };
    assert_eq!(accepted_flips(&bytes, same), 0);

    let hostile = [
        (0, 8),
        (11, 8),
        (1, 7),
        (1, 1024 * 1024 + 1),
        (u32::MAX, u32::MAX),
        (0, 0),
    ];
    for (opslimit, memlimit_kib) in hostile {
        assert!(
            kdf::password_key(
                b"",
                &Salt(salt),
                PasswordParams {
                    opslimit,
                    memlimit_kib
                }
            )
            .is_err()
        );
    }
}

#[test]
fn exchange() {
    let [ours, theirs] = [7, 8].map(|byte| ExchangeSecret::from_seed(&Secret::from_bytes([byte; 32])));
    let shared = ours.agree(&theirs.public()).unwrap();
    let same = |public: &[u8]| {
        ours.agree(&ExchangePublic::from_bytes(array(public)))
            .is_ok_and(|other| other == shared)
    };
    // X25519 ignores the highest bit of a public key (RFC 7748, section 5): the one flip that changes nothing.
    // A handshake hashes the key as sent, so it notices.
    assert_eq!(accepted_flips(theirs.public().as_bytes(), same), 1);
    for weak in [[0; 32], array::<32>(&[[1].as_slice(), &[0; 31]].concat())] {
        assert!(ours.agree(&ExchangePublic::from_bytes(weak)).is_err());
    }
}

#[test]
fn padding() {
    let padded = padme::pad(TEXT.to_vec());
    // Padding does not authenticate; a flip changes the text or is refused, and never goes unnoticed.
    assert_eq!(
        accepted_flips(&padded, |padded| padme::unpad(padded.to_vec())
            .is_ok_and(|text| text == TEXT)),
        0
    );
    for bad in [
        vec![],
        vec![0; 8],
        vec![1; 8],
        vec![0x80, 0, 0, 0],
        [TEXT, &[0x80], &[0; 100]].concat(),
    ] {
        assert!(padme::unpad(bad).is_err());
    }
}

/// Both messages of the pairing handshake, and a transport message after it.
#[test]
fn noise_handshake() {
    let keys = [3, 4].map(|byte| ExchangeSecret::from_seed(&Secret::from_bytes([byte; 32])));
    let side = |initiator: bool| {
        let builder = noise::builder("Noise_IKpsk1_25519_ChaChaPoly_BLAKE2b").unwrap();
        let own = &keys[usize::from(!initiator)];
        let builder = builder
            .local_private_key(own.secret().expose())
            .unwrap()
            .psk(1, &[5; 32])
            .unwrap();
        let builder = builder.fixed_ephemeral_key_for_testing_only(&[6; 32]);
        if initiator {
            builder
                .remote_public_key(keys[1].public().as_bytes())
                .unwrap()
                .build_initiator()
                .unwrap()
        } else {
            builder.build_responder().unwrap()
        }
    };
    let (mut first, mut second, mut third, mut out) = ([0; 256], [0; 256], [0; 256], [0; 256]);
    let mut initiator = side(true);
    let n = initiator.write_message(b"", &mut first).unwrap();
    let first = &first[..n];
    let mut responder = side(false);
    responder.read_message(first, &mut out).unwrap();
    let n = responder.write_message(b"", &mut second).unwrap();
    let second = &second[..n];
    let mut transport = responder.into_transport_mode().unwrap();
    let n = transport.write_message(TEXT, &mut third).unwrap();
    let third = &third[..n];
    assert_eq!((first.len(), second.len()), (96, 48), "security.md section 15");

    let play = |first_got: &[u8], second_got: &[u8], third_got: &[u8]| -> bool {
        let mut out = [0; 256];
        if side(false).read_message(first_got, &mut out).is_err() {
            return false;
        }
        let mut initiator = side(true);
        initiator.write_message(b"", &mut out).unwrap();
        if initiator.read_message(second_got, &mut out).is_err() {
            return false;
        }
        initiator
            .into_transport_mode()
            .unwrap()
            .read_message(third_got, &mut out)
            .is_ok()
    };
    assert_eq!(accepted_flips(first, |first| play(first, second, third)), 0);
    assert_eq!(accepted_flips(second, |second| play(first, second, third)), 0);
    assert_eq!(accepted_flips(third, |third| play(first, second, third)), 0);
}
