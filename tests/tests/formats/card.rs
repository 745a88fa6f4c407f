//! Emergency cards.

use pocketchart_crypto::Secret;
use pocketchart_crypto::sign::SigningKey;
use pocketchart_share::card::{
    Card, CardCode, CardContact, CardContent, CardEntry, CardMarks, CardSection, CardSeverity,
};
use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;

fn entry() -> impl Strategy<Value = CardEntry> {
    let system = prop_oneof![
        Just("http://snomed.info/sct".to_owned()),
        Just("urn:ietf:bcp:47".to_owned()),
        "[a-z]{1,9}:[a-z]{1,9}"
    ];
    let code = (system, "[0-9]{1,9}|[A-Z][0-9]{2}").prop_map(|(system, code)| CardCode { system, code });
    let severity = prop_oneof![
        Just(CardSeverity::Mild),
        Just(CardSeverity::Moderate),
        Just(CardSeverity::Severe)
    ];
    (".{0,9}", of(code), of(".{0,9}"), of(severity), any::<[bool; 3]>()).prop_map(
        |(text, code, detail, severity, [high_risk, disputed, none_known])| CardEntry {
            text,
            code,
            detail,
            severity,
            marks: CardMarks {
                high_risk,
                disputed,
                none_known,
            },
        },
    )
}

pub(crate) fn content() -> impl Strategy<Value = CardContent> {
    let contact =
        (".{0,9}", of(".{0,9}"), of("[0-9 +]{0,9}")).prop_map(|(name, relation, phone)| CardContact {
            name,
            relation,
            phone,
        });
    let entries = vec((0..CardSection::ALL.len(), entry()), 0..6);
    (of(".{0,9}"), of("[0-9-]{4,10}"), vec(contact, 0..3), entries).prop_map(
        |(name, born, contacts, entries)| {
            let mut content = CardContent::default();
            content.name = name;
            content.born = born;
            content.contacts = contacts;
            for (section, entry) in entries {
                content.push(CardSection::ALL[section], entry);
            }
            content
        },
    )
}

/// What stands in front of the signature of a few cards.
pub(crate) fn heads() -> impl Iterator<Item = Vec<u8>> {
    let key = SigningKey::from_seed(&Secret::from_bytes([4; 32]));
    [(0, ""), (20, "Maria"), (300, "Maria Okafor"), (u32::MAX, "x")]
        .into_iter()
        .map(move |(issued, name)| {
            let mut content = CardContent::default();
            content.name = Some(name.to_owned());
            let card = Card::make(&content, issued, issued / 2, [issued as u8; 8], &key).unwrap();
            let bytes = card.as_bytes();
            bytes[..bytes.len() - 64].to_vec()
        })
}
