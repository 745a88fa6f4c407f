//! The examples of the JOSE specifications themselves; Wycheproof's cases stand in `wycheproof.rs`.

use data_encoding::BASE64URL_NOPAD;

use super::{vectors, verifies};
use crate::Secret;
use crate::jose::a256gcm::{Sealed, open, seal_published};
use crate::jose::es256::{SigningKey, VerifyingKey};
use crate::jose::{es384, rs384, sha256};

fn bytes<const N: usize>(text: &str) -> [u8; N] {
    BASE64URL_NOPAD
        .decode(text.as_bytes())
        .unwrap()
        .try_into()
        .unwrap()
}

/// RFC 7515, appendix A.3. Its signature was made with chance, so ours is another one.
#[test]
fn rfc_7515_es256() {
    let secret = bytes("jpsQnnGQmL-YBIffH1136cspYG6-0iY7X1fCE9-E9LI");
    let (x, y) = (
        bytes("f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU"),
        bytes("x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"),
    );
    let key = SigningKey::from_secret(&Secret::from_bytes(secret)).unwrap();
    let public = VerifyingKey::from_coordinates(&x, &y).unwrap();
    assert_eq!(key.public(), public);
    assert_eq!(public.coordinates(), (x, y));
    assert!(key.to_secret() == Secret::from_bytes(secret));
    let message = b"eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ";
    let signature =
        bytes("DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q");
    assert!(public.verify(message, &signature).is_ok());
    for bit in 0..512 {
        let mut altered = signature;
        altered[bit / 8] ^= 1 << (bit % 8);
        assert!(public.verify(message, &altered).is_err(), "bit {bit}");
    }
    assert!(public.verify(message, &key.sign(message)).is_ok());
    assert_eq!(key.sign(message), key.sign(message));
}

/// RFC 6979, appendix A.2.5: the deterministic signature of "sample".
#[test]
fn rfc_6979_p256_sha256() {
    let secret = super::unhex("c9afa9d845ba75166b5c215767b1d6934e50c3db36e89b127b8a622b120f6721");
    let key = SigningKey::from_secret(&Secret::from_slice(&secret).unwrap()).unwrap();
    let expected = super::unhex(concat!(
        "efd48b2aacb6a8fd1140dd9cd45e81d69d2c877b56aaf991c34d0ea84eaf3716",
        "f7cb1c942d657c41d436c7a1b6e29f65f3e900dbb9aff4064dc4ab2f843acda8",
    ));
    assert_eq!(key.sign(b"sample")[..], expected);
}

/// RFC 6979, appendix A.2.6: the deterministic signature of "sample", and the public key.
#[test]
fn rfc_6979_p384_sha384() {
    let secret = super::unhex(concat!(
        "6b9d3dad2e1b8c1c05b19875b6659f4de23c3b667bf297ba9aa47740787137d8",
        "96d5724e4c70a825f872c9ea60d2edf5",
    ));
    let key = es384::SigningKey::from_secret(&Secret::from_slice(&secret).unwrap()).unwrap();
    let expected = super::unhex(concat!(
        "94edbb92a5ecb8aad4736e56c691916b3f88140666ce9fa73d64c4ea95ad133c81a648152e44acf96e36dd1e80fabe46",
        "99ef4aeb15f178cea1fe40db2603138f130e740a19624526203b6351d0a3a94fa329c145786e679e7b82c71a38628ac8",
    ));
    assert_eq!(key.sign(b"sample")[..], expected);
    let (x, y) = (
        super::unhex(
            "ec3a4e415b4e19a4568618029f427fa5da9a8bc4ae92e02e06aae5286b300c64def8f0ea9055866064a254515480bc13",
        ),
        super::unhex(
            "8015d9b72d7d57244ea8ef9ac0c621896708a59367f9dfb9f54ca84b3f1c9db1288b231c3ae0d4fe7344fd2533264720",
        ),
    );
    assert_eq!(key.coordinates().0[..], x);
    assert_eq!(key.coordinates().1[..], y);
    assert!(key.to_secret() == Secret::from_slice(&secret).unwrap());
}

/// What we sign is checked by what Wycheproof's cases were put to, and no bit of it can be another one.
#[test]
fn es384_signs_what_others_accept() {
    let key = es384::SigningKey::random();
    let (x, y) = key.coordinates();
    let point = [&[4][..], &x, &y].concat();
    let signature = key.sign(b"penicillin");
    assert!(verifies::es384(&point, b"penicillin", &signature));
    for bit in 0..8 * signature.len() {
        let mut altered = signature;
        altered[bit / 8] ^= 1 << (bit % 8);
        assert!(!verifies::es384(&point, b"penicillin", &altered), "bit {bit}");
    }
}

/// The key and the message of RFC 7515, appendix A.2, signed with SHA-384 by OpenSSL: the scheme leaves nothing to chance.
#[test]
fn rs384_as_openssl() {
    for vector in vectors!("rs384.json") {
        let text = |field: &str| vector[field].as_str().unwrap().to_owned();
        let unbase64 = |field: &str| BASE64URL_NOPAD.decode(text(field).as_bytes()).unwrap();
        let key = rs384::SigningKey::from_pem(text("pem").as_bytes()).unwrap();
        assert_eq!(key.public(), (unbase64("n"), vec![1, 0, 1]));
        let signature = key.sign(text("message").as_bytes()).unwrap();
        assert_eq!(signature, unbase64("signature"));
        let again = rs384::SigningKey::from_pkcs8(key.to_pkcs8()).unwrap();
        assert_eq!(again.public(), key.public());
        let (n, e) = key.public();
        for bit in 0..8 * signature.len() {
            let mut altered = signature.clone();
            altered[bit / 8] ^= 1 << (bit % 8);
            assert!(
                !verifies::rs384((&n, &e), text("message").as_bytes(), &altered),
                "bit {bit}"
            );
        }
    }
}

/// RFC 7516, appendix A.1: the content of a JWE with A256GCM.
#[test]
fn rfc_7516_a256gcm() {
    let key = Secret::from_bytes([
        177, 161, 244, 128, 84, 143, 225, 115, 63, 180, 3, 255, 107, 154, 212, 246, 138, 7, 110, 91, 112, 46,
        34, 105, 47, 130, 203, 46, 122, 234, 64, 252,
    ]);
    let header = b"eyJhbGciOiJSU0EtT0FFUCIsImVuYyI6IkEyNTZHQ00ifQ";
    let text = b"The true sign of intelligence is not knowledge but imagination.";
    let sealed = Sealed {
        iv: bytes("48V1_ALb6US04U3b"),
        ciphertext: bytes::<63>(
            "5eym8TW_c8SuK0ltJ3rpYIzOeDQz7TALvtu6UG9oMo4vpzs9tX_EFShS8iB7j6jiSdiwkIr3ajwQzaBtQD_A",
        )
        .to_vec(),
        tag: bytes("XFBoMYUZodetZdvTiFvSkQ"),
    };
    assert_eq!(open(&key, header, &sealed).unwrap(), text);
    assert_eq!(seal_published(&key, sealed.iv, header, text), sealed);
    assert!(open(&key, b"", &sealed).is_err());
}

#[test]
fn no_key_is_taken_that_is_none() {
    assert!(SigningKey::from_secret(&Secret::from_bytes([0; 32])).is_err());
    assert!(SigningKey::from_secret(&Secret::from_bytes([0xff; 32])).is_err());
    assert!(VerifyingKey::from_coordinates(&[0; 32], &[0; 32]).is_err());
    assert!(VerifyingKey::from_coordinates(&[1; 32], &[1; 32]).is_err());
    assert_eq!(format!("{:?}", SigningKey::random()), "es256::SigningKey(..)");
    assert!(es384::SigningKey::from_secret(&Secret::from_bytes([0; 48])).is_err());
    assert!(es384::SigningKey::from_secret(&Secret::from_bytes([0xff; 48])).is_err());
    let shown = format!("{:?}", es384::SigningKey::random());
    assert_eq!(shown, "es384::SigningKey(..)");
    let pem = vectors!("rs384.json")[0]["pem"].as_str().unwrap().to_owned();
    let key = rs384::SigningKey::from_pem(pem.as_bytes()).unwrap();
    assert_eq!(format!("{key:?}"), "rs384::SigningKey(..)");
    // A byte of a prime, then the key cut short, then of another kind.
    let mut pkcs8 = key.to_pkcs8().to_vec();
    let middle = pkcs8.len() / 2 + 100;
    pkcs8[middle] ^= 1;
    assert!(rs384::SigningKey::from_pkcs8(&pkcs8).is_err());
    assert!(rs384::SigningKey::from_pkcs8(&key.to_pkcs8()[..600]).is_err());
    assert!(rs384::SigningKey::from_pem(pem.replace("PRIVATE", "PUBLIC").as_bytes()).is_err());
    assert!(rs384::SigningKey::from_pem(b"").is_err());
}

/// RFC 6234's "abc".
#[test]
fn sha_256() {
    let expected = super::unhex("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    assert_eq!(sha256(b"abc")[..], expected);
}
