//! SMART Health Cards as a chart reads them.

use pocketchart::{CardStanding, Chart, HealthCardError, HealthCardRefusal, TrustList};
use pocketchart_crypto::jose::es256::SigningKey;
use pocketchart_share::shc::{CardIssuer, Fit, Terms};

const ISSUER: &str = "https://clinic.example.org/shc/1";
const NOON: u64 = 1_795_608_000;

#[test]
fn a_health_card_is_listed_unchecked_or_refused() {
    let bundle = r#"{"resourceType":"Bundle","type":"collection","entry":[
        {"fullUrl":"urn:uuid:1","resource":{"resourceType":"Patient","name":[{"family":"Okafor"}],"birthDate":"1971-04-12"}},
        {"fullUrl":"urn:uuid:2","resource":{"resourceType":"AllergyIntolerance","patient":{"reference":"urn:uuid:1"},
            "code":{"coding":[{"system":"http://snomed.info/sct","code":"91936005"}]}}}]}"#;
    let issuer = CardIssuer::new(ISSUER, SigningKey::random()).unwrap();
    let terms = Terms {
        expires: Some(NOON + 1000),
        ..Terms::from(NOON)
    };
    let text = issuer.issue(bundle, Fit::Qr, &terms).unwrap().card.to_text();
    let key_set = issuer.key_set().to_json();
    let keys = key_set
        .strip_prefix(r#"{"keys":"#)
        .and_then(|it| it.strip_suffix('}'))
        .unwrap();
    let list = format!(
        r#"{{"issuerInfo":[{{"issuer":{{"iss":"{ISSUER}","name":"Harbour Clinic"}},"keys":{keys}}}]}}"#
    );
    let list = TrustList::from_json(list.as_bytes()).unwrap();
    let read = |trust: &TrustList, seconds: u64| {
        let mut cards = Chart::read_health_cards(&[&text], trust, seconds * 1000).unwrap();
        cards.remove(0).unwrap()
    };
    let card = read(&list, NOON);
    let listed = CardStanding::Listed {
        name: "Harbour Clinic".to_owned(),
    };
    assert_eq!(card.standing, Ok(listed));
    let types: Vec<&str> = card
        .statements
        .iter()
        .map(|it| it.resource_type.as_str())
        .collect();
    assert_eq!(types, ["Patient", "AllergyIntolerance"]);
    assert_eq!((card.from, card.until), (NOON * 1000, Some((NOON + 1000) * 1000)));
    assert_eq!(
        read(&TrustList::new(), NOON).standing,
        Err(HealthCardRefusal::UnknownKey)
    );
    assert_eq!(read(&list, NOON + 2000).standing, Err(HealthCardRefusal::Expired));
    assert_eq!(read(&list, NOON - 2000).standing, Err(HealthCardRefusal::NotYet));
    for wrong in ["shc:/", "pocketchart:/1", "shc:/5676"] {
        assert!(
            Chart::read_health_cards(&[wrong], &list, NOON).is_err(),
            "{wrong}"
        );
    }
    let not_a_card = Chart::read_health_cards(&["https://example.org"], &list, NOON);
    assert_eq!(not_a_card, Err(HealthCardError::NotACard));
}
