use std::io::Write;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use flate2::Compression;
use flate2::write::DeflateEncoder;
use pocketchart_share::shc::{CardError, Fit, HealthCard, Terms};
use proptest::prelude::*;

use crate::{ISSUER, NOW, bundle, coded, issuer};

fn card() -> HealthCard {
    let bundle = bundle(&[coded("AllergyIntolerance", "91936005", "")]);
    issuer().issue(&bundle, Fit::Qr, &Terms::from(NOW)).unwrap().card
}

/// A JWS of any header and payload, with no signature that is right.
fn jws(header: &str, payload: &[u8]) -> String {
    let part = |bytes: &[u8]| URL_SAFE_NO_PAD.encode(bytes);
    format!("{}.{}.{}", part(header.as_bytes()), part(payload), part(&[1; 64]))
}

fn packed(payload: &str) -> Vec<u8> {
    let mut encoder = DeflateEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(payload.as_bytes()).unwrap();
    encoder.finish().unwrap()
}

const HEADER: &str = r#"{"alg":"ES256","zip":"DEF","kid":"k"}"#;

fn payload() -> String {
    format!(
        r#"{{"iss":"{ISSUER}","nbf":1795000000.5,"exp":1795000001,"vc":{{"type":["https://smarthealth.cards#health-card","x"],"credentialSubject":{{"fhirVersion":"4.0.1","fhirBundle":{{"resourceType":"Bundle","n":1.10}}}},"rid":"r1"}}}}"#
    )
}

#[test]
fn all_forms_are_read_the_same() {
    let card = card();
    assert_eq!(HealthCard::from_jws(card.as_jws()).as_ref(), Ok(&card));
    assert!(card.to_text().starts_with("shc:/5676"));
    assert_eq!(HealthCard::from_texts(&[&card.to_text()]).as_ref(), Ok(&card));
    assert_eq!(
        HealthCard::from_file(card.to_file().as_bytes()),
        Ok(vec![Ok(card.clone())])
    );
    let digits = card.to_text()[5..].to_owned();
    let cut: Vec<&str> = digits
        .as_bytes()
        .chunks(400)
        .map(|it| std::str::from_utf8(it).unwrap())
        .collect();
    let mut chunks: Vec<String> = cut
        .iter()
        .enumerate()
        .map(|(at, it)| format!("shc:/{}/{}/{it}", at + 1, cut.len()))
        .collect();
    assert!(chunks.len() > 2);
    chunks.reverse();
    let read =
        |chunks: &[String]| HealthCard::from_texts(&chunks.iter().map(String::as_str).collect::<Vec<_>>());
    assert_eq!(read(&chunks).as_ref(), Ok(&card));
    assert_eq!(read(&chunks[1..]), Err(CardError::Chunks), "one is missing");
    let mut twice = chunks.clone();
    twice[0] = twice[1].clone();
    assert_eq!(read(&twice), Err(CardError::Chunks), "one is there twice");
    let mut mixed = chunks.clone();
    mixed[0] = card.to_text();
    assert_eq!(read(&mixed), Err(CardError::Chunks), "a whole one among them");
}

#[test]
fn what_it_says_is_read_and_kept_as_written() {
    let card = HealthCard::from_jws(&jws(HEADER, &packed(&payload()))).unwrap();
    assert_eq!(card.bundle(), r#"{"resourceType":"Bundle","n":1.10}"#);
    assert_eq!((card.not_before(), card.expires()), (NOW, Some(NOW + 1)));
    assert_eq!(card.types().len(), 2);
    assert_eq!(card.key_set_url(), format!("{ISSUER}/.well-known/jwks.json"));
    assert_eq!(card.revocations_url(), format!("{ISSUER}/.well-known/crl/k.json"));
    assert!(!format!("{card:?}").contains("relay"));
}

#[test]
fn others_are_refused_with_their_reason() {
    let with = |from: &str, to: &str| jws(HEADER, &packed(&payload().replace(from, to)));
    let head = |from: &str, to: &str| jws(&HEADER.replace(from, to), &packed(&payload()));
    for (jws, expected) in [
        (head("ES256", "none"), CardError::Algorithm),
        (head("ES256", "HS256"), CardError::Algorithm),
        (head("\"zip\":\"DEF\",", ""), CardError::Algorithm),
        (head("{", "{\"crit\":[\"b64\"],"), CardError::Critical),
        (head(",\"kid\":\"k\"", ""), CardError::Damaged),
        (jws(HEADER, payload().as_bytes()), CardError::Deflate),
        (with("https://relay", "http://relay"), CardError::Issuer),
        (with("/shc/k3", "/shc/k3/"), CardError::Issuer),
        (with("#health-card", "#other"), CardError::OtherCredential),
        (with("\"Bundle\"", "\"Patient\""), CardError::NoBundle),
        (
            with("{\"resourceType\":\"Bundle\",\"n\":1.10}", "[]"),
            CardError::NoBundle,
        ),
        (with("\"rid\":\"r1\"", "\"rid\":\"a b\""), CardError::Damaged),
        (with("1795000000.5", "\"now\""), CardError::Damaged),
        (with("1795000000.5", "-1"), CardError::Damaged),
        (with("{\"iss\"", "{\"nbf\":1,\"iss\""), CardError::Damaged),
        (
            jws(HEADER, &packed(&" ".repeat((8 << 20) + 1))),
            CardError::TooLarge,
        ),
        ("".into(), CardError::Damaged),
        ("a.b".into(), CardError::Damaged),
        (
            format!("{}.AA", jws(HEADER, &packed(&payload()))),
            CardError::Damaged,
        ),
    ] {
        assert_eq!(HealthCard::from_jws(&jws), Err(expected), "{jws:.120}");
    }
    for (text, expected) in [
        ("shlink:/abc", CardError::NotACard),
        ("shc:/", CardError::NotACard),
        ("shc:/123", CardError::Damaged),
        ("shc:/78", CardError::Damaged),
        ("shc:/1/1", CardError::Damaged),
        ("shc:/0/1/00", CardError::Chunks),
        ("shc:/1/2/00", CardError::Chunks),
        ("shc:/x/1/00", CardError::Damaged),
    ] {
        assert_eq!(HealthCard::from_texts(&[text]), Err(expected), "{text}");
    }
    assert_eq!(HealthCard::from_texts(&[]), Err(CardError::NotACard));
    for file in [
        "",
        "[]",
        "{}",
        r#"{"verifiableCredential":[]}"#,
        r#"{"verifiableCredential":"a.b.c"}"#,
    ] {
        assert_eq!(
            HealthCard::from_file(file.as_bytes()),
            Err(CardError::NotACard),
            "{file}"
        );
    }
    let file = format!(r#"{{"verifiableCredential":["a.b.c","{}"]}}"#, card().as_jws());
    let read = HealthCard::from_file(file.as_bytes()).unwrap();
    assert_eq!(read, [Err(CardError::Damaged), Ok(card())]);
}

proptest! {
    #[test]
    fn nothing_panics(text in "[shc:/0-9]{0,60}", json in r#"[\[\]{}:,"isnbfvc0-9. ]{0,80}"#, bytes: Vec<u8>) {
        let _ = HealthCard::from_texts(&[&text]);
        let _ = HealthCard::from_jws(&jws(HEADER, &packed(&json)));
        let _ = HealthCard::from_jws(&jws(HEADER, &bytes));
        let _ = HealthCard::from_file(&bytes);
    }
}
