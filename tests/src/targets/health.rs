//! Other people's health links and cards.

use data_encoding::BASE64URL_NOPAD;
use pocketchart_crypto::Secret;
use pocketchart_crypto::jose::a256gcm;
use pocketchart_crypto::jose::es256::SigningKey;
use pocketchart_share::shc::{
    CardIssuer, CardStanding, Fit, HealthCard, KeySet, MAX_QR, Revocations, Terms, TrustList,
};
use pocketchart_share::shl::{
    ContentType, HealthLink, LinkFile, LinkFlags, Manifest, ManifestAnswer, check_shared_bundle,
};

use super::seeds::Seed;
use super::{joined, parts};

const URL: &str = "https://relay.example.org/shl/mTVkAtlfdUYdnFiQrAS8FZKxlU1xK2nmv3FWZvcDv8A";
const ISSUER: &str = "https://relay.example.org/shc/k3";
const NOW: u64 = 1_795_000_000;

fn health_link(flags: LinkFlags) -> HealthLink {
    HealthLink::new(URL, Secret::from_bytes([7; 32]), flags).unwrap()
}

/// As text, and as the JSON in it. What is let through reads back from its own text.
pub(super) fn link(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else {
        return;
    };
    let inside = format!("shlink:/{}", BASE64URL_NOPAD.encode(data));
    for text in [text, &inside] {
        let Ok(link) = HealthLink::from_text(text) else {
            continue;
        };
        assert_eq!(HealthLink::from_text(&link.to_text(None)).as_ref(), Ok(&link));
        assert!(!link.flags().contains(LinkFlags::PASSCODE | LinkFlags::DIRECT));
        assert!(link.url().starts_with("https://") || link.is_on_this_machine());
        let _ = (link.check_cms(), link.fetch("Peer", Some("1"), Some(1)));
    }
}

/// A JWE; and a header and content that somebody sealed.
pub(super) fn file(data: &[u8]) {
    let link = health_link(LinkFlags::DIRECT);
    if let Ok(text) = std::str::from_utf8(data) {
        let _ = link.open(text);
    }
    let parts = parts(data);
    let (header, content) = match parts.as_slice() {
        [header, content, ..] => (*header, *content),
        _ => (&b"{}"[..], data),
    };
    if let Ok(opened) = link.open(&sealed(header, content)) {
        let again = link.open(&link.seal(&opened).unwrap()).unwrap();
        assert!(again.bytes.starts_with(&opened.bytes));
        assert_eq!(again.content_type, opened.content_type);
    }
}

fn sealed(header: &[u8], content: &[u8]) -> String {
    let header = BASE64URL_NOPAD.encode(header);
    let sealed = a256gcm::seal(&Secret::from_bytes([7; 32]), header.as_bytes(), content);
    let part = |bytes: &[u8]| BASE64URL_NOPAD.encode(bytes);
    let (iv, body) = (part(&sealed.iv), part(&sealed.ciphertext));
    format!("{header}..{iv}.{body}.{}", part(&sealed.tag))
}

/// What a server answers. What is let through is written and read the same.
pub(super) fn manifest(data: &[u8]) {
    let link = health_link(LinkFlags::empty());
    for status in [200, 401, 404, 429, 500] {
        let retry = std::str::from_utf8(data).ok();
        if let Ok(ManifestAnswer::Files(files)) = link.answer(status, retry, data, Some(4096), NOW) {
            let again = Manifest::from_json(files.to_json().as_bytes(), None, NOW);
            assert_eq!(again, Ok(files));
        }
    }
    let _ = check_shared_bundle(data);
}

fn issuer() -> CardIssuer {
    CardIssuer::new(
        ISSUER,
        SigningKey::from_secret(&Secret::from_bytes([7; 32])).unwrap(),
    )
    .unwrap()
}

/// As text, JWS and file; as what an issuer publishes; and as a Bundle to make a card of.
pub(super) fn card(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else {
        return;
    };
    let lines: Vec<&str> = text.lines().collect();
    let files = HealthCard::from_file(data).unwrap_or_default();
    let read = [HealthCard::from_jws(text), HealthCard::from_texts(&lines)];
    for card in files.into_iter().chain(read).flatten() {
        assert_eq!(HealthCard::from_texts(&[&card.to_text()]).as_ref(), Ok(&card));
        let checked = card.check(&TrustList::new(), Some(&issuer().key_set()), None, NOW);
        assert!(!matches!(checked, Ok(CardStanding::Listed { .. })));
    }
    if let Ok(keys) = KeySet::from_json(data) {
        assert_eq!(KeySet::from_json(keys.to_json().as_bytes()), Ok(keys));
    }
    let _ = (TrustList::from_json(data), Revocations::from_json(data));
    for fit in [Fit::Qr, Fit::File] {
        if let Ok(issued) = issuer().issue(text, fit, &Terms::from(NOW)) {
            let card = issued.card;
            assert!(fit == Fit::File || card.as_jws().len() <= MAX_QR);
            let checked = card.check(&TrustList::new(), Some(&issuer().key_set()), None, NOW);
            assert_eq!(checked, Ok(CardStanding::PatientSupplied));
        }
    }
}

const BUNDLE: &str = r##"{"resourceType":"Bundle","type":"collection","timestamp":"2026-11-26T09:00:00Z","entry":[{"fullUrl":"urn:uuid:1","resource":{"resourceType":"Patient","id":"p","name":[{"family":"Example"}],"birthDate":"1951-02-03","gender":"female"}},{"fullUrl":"urn:uuid:2","resource":{"resourceType":"MedicationStatement","status":"active","contained":[{"resourceType":"Medication","id":"m","code":{"coding":[{"system":"urn:s","code":"7980","display":"x"}],"text":"x"}}],"medicationReference":{"reference":"#m"},"subject":{"reference":"urn:uuid:1"},"note":[{"text":"1.10"}]}}]}"##;

/// Real inputs.
pub(super) fn seeds() -> Vec<Seed> {
    let link = health_link(LinkFlags::DIRECT)
        .with_expiry(NOW)
        .with_label("Für den Empfang")
        .unwrap();
    let text = link.to_text(None);
    let payload = BASE64URL_NOPAD
        .decode(&text.as_bytes()["shlink:/".len()..])
        .unwrap();
    let file = LinkFile {
        content_type: ContentType::Fhir,
        bytes: BUNDLE.into(),
    };
    let header = br#"{"alg":"dir","enc":"A256GCM","cty":"application/fhir+json","zip":"DEF"}"#;
    // One block that is not packed.
    let stored = [&[1, 2, 0, 253, 255][..], b"{}"].concat();
    let manifest = br#"{"list":{"resourceType":"List"},"files":[{"contentType":"application/fhir+json","location":"https://relay.example.org/f/1","status":"can-change","lastUpdated":"2026-11-26T09:00:00Z","fhirVersion":"4.0.1"},{"contentType":"application/smart-health-card","embedded":"a..b.c.d"}]}"#;
    let card = issuer().issue(BUNDLE, Fit::Qr, &Terms::from(NOW)).unwrap().card;
    let keys = issuer().key_set().to_json();
    let list = format!(
        r#"{{"issuerInfo":[{{"issuer":{{"iss":"{ISSUER}","name":"x"}},{},"crls":[{{"kid":"k","method":"rid","ctr":1,"rids":["a.1"]}}]}}]}}"#,
        &keys[1..keys.len() - 1]
    );
    let chunks = |digits: &str| {
        let (one, other) = digits.split_at(200);
        format!("shc:/2/2/{other}\nshc:/1/2/{one}")
    };
    vec![
        ("health_link", text.into_bytes()),
        ("health_link", payload),
        ("health_file", sealed(header, &stored).into_bytes()),
        ("health_file", joined(&[header, &stored])),
        ("health_file", link.seal(&file).unwrap().into_bytes()),
        ("manifest", manifest.to_vec()),
        ("manifest", br#"{"remainingAttempts":4}"#.to_vec()),
        ("manifest", BUNDLE.into()),
        ("health_card", BUNDLE.into()),
        ("health_card", card.as_jws().into()),
        ("health_card", card.to_text().into_bytes()),
        (
            "health_card",
            chunks(&card.to_text()["shc:/".len()..]).into_bytes(),
        ),
        ("health_card", card.to_file().into_bytes()),
        ("health_card", keys.into_bytes()),
        ("health_card", list.into_bytes()),
    ]
}
