use pocketchart_crypto::sign::SigningKey;
use pocketchart_crypto::{Label, Secret, hash};
use pocketchart_record::cbor::Writer;
use pocketchart_share::card::{
    Card, CardCode, CardContact, CardContent, CardEntry, CardSection, CardSeverity, PLAIN_CHARACTERS,
    PlainWords,
};

const DICTIONARY: &[u8] = include_bytes!("../../../core/share/dictionary/card-1.bin");

/// A scanned card: as text, as bytes, and as a body, packed or not, that whoever made it signed.
pub(super) fn card(data: &[u8]) {
    let text = std::str::from_utf8(data).ok();
    if let Some(card) = text.and_then(|text| Card::from_text(text).ok()) {
        holds(&card);
    }
    for bytes in [data.to_vec(), signed(data), signed(&stored(data))] {
        if let Ok(card) = Card::from_bytes(&bytes) {
            assert_eq!(card.as_bytes(), bytes, "one encoding");
            holds(&card);
        }
    }
}

fn key() -> SigningKey {
    SigningKey::from_seed(&Secret::from_bytes([3; 32]))
}

/// What is let through is read the same again, from its text and made anew, and its short text is short.
fn holds(card: &Card) {
    assert!(Card::from_text(&card.to_text(None)).unwrap() == *card);
    // Somebody may pack better than we do.
    if let Ok(again) = Card::make(card.content(), 1, 2, [0; 8], &key()) {
        let again = Card::from_bytes(again.as_bytes()).unwrap();
        assert_eq!(again.content(), card.content());
    }
    let words = PlainWords {
        allergies: "Allergies",
        nothing: "nothing said here",
        severe: "severe",
        disputed: "unclear",
        more: "more",
        contact: "Call",
        issued: "2026-11-25",
    };
    assert!(card.content().to_plain(&words).chars().count() <= PLAIN_CHARACTERS);
}

/// A card with this body.
fn signed(body: &[u8]) -> Vec<u8> {
    let mut head = Writer::default();
    head.map(9).uint(0).uint(1).uint(1).text("card").uint(2).uint(0);
    head.uint(3).uint(1).uint(4).uint(20_000).uint(5).uint(20_183);
    head.uint(6)
        .bytes(&[7; 8])
        .uint(7)
        .bytes(key().public().as_bytes());
    head.uint(8).bytes(body);
    let mut bytes = head.into_bytes();
    let digest = hash::hash256(Label::new("card-dictionary"), &[DICTIONARY]);
    let signature = key().sign(Label::new("card"), &[&digest, &bytes]);
    bytes.extend(signature.as_bytes());
    bytes
}

/// Content as deflate stores it: one block that is not packed.
fn stored(content: &[u8]) -> Vec<u8> {
    let length = u16::try_from(content.len()).unwrap_or(u16::MAX);
    let content = &content[..usize::from(length)];
    let (one, other) = (length.to_le_bytes(), (!length).to_le_bytes());
    [&[1][..], &one, &other, content].concat()
}

/// Real inputs: a card as text and as bytes, its body, its content.
pub(super) fn seeds() -> Vec<Vec<u8>> {
    let mut content = CardContent::default();
    content.name = Some("Maria Okafor".into());
    content.born = Some("1984-02-29".into());
    content.contacts.push(CardContact {
        name: "Chidi Okafor".into(),
        relation: Some("husband".into()),
        phone: Some("+1 555 0143".into()),
    });
    for (section, text, code) in [
        (CardSection::Allergies, "Penicillin", "91936005"),
        (CardSection::Medicines, "Metformin 850 mg", "A10BA02"),
        (CardSection::Languages, "English", "en"),
    ] {
        let entry = CardEntry {
            text: text.into(),
            code: Some(CardCode {
                system: "http://snomed.info/sct".into(),
                code: code.into(),
            }),
            detail: Some("Hives".into()),
            severity: Some(CardSeverity::Severe),
            ..CardEntry::default()
        };
        content.push(section, entry);
    }
    let card = Card::make(&content, 20_000, 20_183, [7; 8], &key()).unwrap();
    let bytes = card.as_bytes().to_vec();
    let head = signed(&[]).len() - 64;
    let body = bytes[head + 1..bytes.len() - 64].to_vec();
    vec![
        card.to_text(None).into_bytes(),
        bytes,
        body,
        pocketchart_record::cbor::to_bytes(&content),
    ]
}
