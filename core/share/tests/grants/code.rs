//! Grant codes: as text and pictures, and what an altered one is good for.

use pocketchart_record::Section;
use pocketchart_share::grant::*;
use pocketchart_share::qr::read_luma;
use pocketchart_share::session::HandshakeError;
use proptest::prelude::*;

use crate::people::{exchange, grant, keys};

fn code() -> GrantCode {
    GrantCode::new(
        &grant(),
        &keys(),
        vec!["192.168.178.20:7411".parse().unwrap()],
        None,
    )
    .unwrap()
}

/// Bytes behind the digits, without the checksum.
fn payload(code: &GrantCode) -> usize {
    (code.to_text().len() - "pocketchart:/".len()) * 7 / 17 - 4
}

#[test]
fn sizes_are_as_documented() {
    let usual = code();
    println!(
        "with one address: {} bytes, {} modules",
        payload(&usual),
        usual.to_qr().unwrap().width()
    );
    assert!(payload(&usual) <= 115);
    assert!(usual.to_qr().unwrap().width() <= 49, "version 8");
    let addresses = vec!["[2001:db8:1:2:3:4:5:6]:65535".parse().unwrap(); 2];
    let relay = Some("r".repeat(48));
    let mut grant = grant();
    grant.flags = Flags::all() - Flags::EMERGENCY;
    grant.scope = Scope::new(Section::ALL.map(|section| (section, Operations::READ))).unwrap();
    (grant.not_before, grant.expires, grant.uses) = (u32::MAX - MAX_LIFE, u32::MAX, 255);
    let most = GrantCode::new(&grant, &keys(), addresses, relay).unwrap();
    println!(
        "with the most hints: {} bytes, {} modules",
        payload(&most),
        most.to_qr().unwrap().width()
    );
    assert!(most.to_qr().unwrap().width() <= 57, "version 10");
}

#[test]
fn a_code_comes_through_text_and_picture() {
    let code = code();
    for scale in [2, 3, 4, 6] {
        let (side, luma) = code.to_qr().unwrap().to_luma(scale);
        let texts = read_luma(side, side, &luma);
        assert_eq!(
            texts
                .iter()
                .map(|text| GrantCode::from_text(text))
                .collect::<Vec<_>>(),
            [Ok(code.clone())]
        );
    }
    let text = code.to_text();
    assert_eq!(
        GrantCode::from_text(&format!(" {}\r\n{}\t", &text[..50], &text[50..])),
        Ok(code.clone())
    );
    assert!(code.fits(&grant()));
    assert_eq!(
        code.outline().sections().collect::<Vec<_>>(),
        [Section::Allergies, Section::Medications, Section::Problems]
    );
    assert_eq!((code.outline().uses, code.outline().flags), (1, grant().flags));
    for (text, error) in [
        ("https://example.org/", CodeError::NotACode),
        ("pocketchart:/00000000000000042", CodeError::Damaged),
    ] {
        assert_eq!(GrantCode::from_text(text), Err(error));
    }
    let pairing = pocketchart_share::session::PairingOffer::new(vec!["a:1".into()]).unwrap();
    assert_eq!(
        GrantCode::from_text(&pairing.code().to_text()),
        Err(CodeError::OtherKind)
    );
    assert_eq!(
        pocketchart_share::session::PairingCode::from_text(&text),
        Err(CodeError::OtherKind)
    );
}

#[test]
fn bad_hints_make_no_code() {
    let make = |addresses: &[&str], relay: Option<&str>| {
        let addresses = addresses.iter().map(|it| it.parse().unwrap()).collect();
        GrantCode::new(&grant(), &keys(), addresses, relay.map(String::from)).err()
    };
    assert_eq!(make(&["10.0.0.1:1"], None), None);
    assert_eq!(make(&[], Some("relay.example.org")), None);
    let long = "a".repeat(49);
    for (addresses, relay) in [
        (&[][..], None),
        (&["10.0.0.1:0"], None),
        (&["10.0.0.1:1"; 3], None),
        (&["10.0.0.1:1"], Some("")),
        (&["10.0.0.1:1"], Some("a b")),
        (&["10.0.0.1:1"], Some(&long)),
    ] {
        assert_eq!(
            make(addresses, relay),
            Some(CodeError::Address),
            "{addresses:?} {relay:?}"
        );
    }
}

/// Only who has the code is answered, and two grants of a person have nothing in common.
#[test]
fn each_grant_has_secrets_of_its_own() {
    let root = GrantRoot::new(pocketchart_crypto::Secret::from_bytes([8; 32]));
    let (one, two) = (root.keys(1), root.keys(2));
    assert_eq!(root.keys(1).secret, one.secret);
    assert_ne!(one.secret, two.secret);
    assert_ne!(one.exchange.public(), two.exchange.public());
    assert_ne!(one.revocation.public(), two.revocation.public());
    assert_ne!(one.secret.locator(), two.secret.locator());
    let call = code().initiate(&exchange(10)).unwrap();
    assert_eq!(
        two.answer(call.first_message()).err(),
        Some(HandshakeError::NotForUs)
    );
    let answer = one.answer(call.first_message()).unwrap();
    assert_eq!(answer.session.remote(), exchange(10).public());
    assert_eq!(
        call.finish(&answer.second).unwrap().check_code(),
        answer.session.check_code()
    );
}

#[test]
fn a_passcode_is_checked_against_what_cannot_be_guessed_without_the_code() {
    let secret = keys().secret;
    let right = secret.passcode("482915").unwrap();
    let verifier = secret.verifier(&right);
    assert!(secret.verifier(&Passcode::from_secret(right.secret().clone())) == verifier);
    assert!(secret.verifier(&secret.passcode("482916").unwrap()) != verifier);
    let other = GrantRoot::new(pocketchart_crypto::Secret::from_bytes([8; 32]))
        .keys(2)
        .secret;
    assert!(other.passcode("482915").unwrap() != right);
    assert!(other.verifier(&right) != verifier);
}

/// Each digit changed to each other one: refused as damaged.
#[test]
fn every_changed_digit_is_refused() {
    let text = code().to_text();
    let mut tried = 0;
    for at in "pocketchart:/".len()..text.len() {
        for digit in '0'..='9' {
            let mut changed = text.clone();
            changed.replace_range(at..=at, &digit.to_string());
            if changed != text {
                tried += 1;
                assert_eq!(GrantCode::from_text(&changed), Err(CodeError::Damaged));
            }
        }
    }
    println!("{tried} changed digits, 0 taken");
    assert!((0..text.len()).all(|len| GrantCode::from_text(&text[..len]).is_err()));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_read_or_refused(text in "(pocketchart:/)?[0-9 ]{0,400}|\\PC{0,60}") {
        if let Ok(code) = GrantCode::from_text(&text) {
            prop_assert_eq!(code.to_text(), text.replace(' ', ""));
        }
    }
}
