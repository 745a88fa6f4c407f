use pocketchart_crypto::jose::es256::SigningKey;
use pocketchart_share::shc::{
    CardIssuer, CardRefusal, CardStanding, Fit, HealthCard, KeySet, KeySetError, Revocations, Terms,
    TrustList, TrustListError,
};
use serde_json::{Value, json};

use crate::{ISSUER, NOW, bundle, coded, issuer};

fn card(terms: &Terms) -> HealthCard {
    let bundle = bundle(&[coded("AllergyIntolerance", "91936005", "")]);
    issuer().issue(&bundle, Fit::Qr, terms).unwrap().card
}

fn keys() -> Value {
    serde_json::from_str(&issuer().key_set().to_json()).unwrap()
}

fn list(crls: Value) -> TrustList {
    let list = json!({"time": "x", "issuerInfo": [
        {"issuer": {"iss": ISSUER, "name": "City Hospital", "website": "x"}, "keys": keys()["keys"], "crls": crls},
    ]});
    TrustList::from_json(list.to_string().as_bytes()).unwrap()
}

#[test]
fn whose_a_card_is() {
    let card = card(&Terms::from(NOW));
    let listed = Ok(CardStanding::Listed {
        name: "City Hospital".into(),
    });
    let nobody = TrustList::new();
    assert_eq!(card.check(&list(json!([])), None, None, NOW), listed);
    assert_eq!(
        card.check(&nobody, Some(&issuer().key_set()), None, NOW),
        Ok(CardStanding::PatientSupplied)
    );
    assert_eq!(card.check(&nobody, None, None, NOW), Err(CardRefusal::UnknownKey));
    let other = CardIssuer::new(ISSUER, SigningKey::random()).unwrap();
    assert_eq!(
        card.check(&nobody, Some(&other.key_set()), None, NOW),
        Err(CardRefusal::UnknownKey)
    );
}

#[test]
fn every_altered_character_is_refused() {
    let card = card(&Terms::from(NOW));
    let jws = card.as_jws();
    let (mut unread, mut wrong) = (0, 0);
    for at in 0..jws.len() {
        let mut altered = jws.as_bytes().to_vec();
        altered[at] = if altered[at] == b'A' { b'B' } else { b'A' };
        match HealthCard::from_jws(std::str::from_utf8(&altered).unwrap()) {
            Err(_) => unread += 1,
            Ok(card) => {
                let checked = card.check(&list(json!([])), None, None, NOW);
                assert!(
                    matches!(checked, Err(CardRefusal::Signature | CardRefusal::UnknownKey)),
                    "{at}: {checked:?}"
                );
                wrong += 1;
            }
        }
    }
    println!("{unread} not read, {wrong} of a wrong signature or key");
    assert!(wrong > 80);
}

#[test]
fn times_and_revocations_count() {
    let mut terms = Terms::from(NOW);
    terms.expires = Some(NOW + 100);
    terms.rid = Some("r_1-x".into());
    let card = card(&terms);
    let check =
        |trust: &TrustList, revoked: Option<&Revocations>, now| card.check(trust, None, revoked, now).err();
    let plain = list(json!([]));
    assert_eq!(check(&plain, None, NOW + 99), None);
    assert_eq!(check(&plain, None, NOW + 100), Some(CardRefusal::Expired));
    assert_eq!(check(&plain, None, NOW - 300), None);
    assert_eq!(check(&plain, None, NOW - 301), Some(CardRefusal::NotYet));
    let kid = keys()["keys"][0]["kid"].clone();
    let crl = |kid: &Value, rids: Value| json!({"kid": kid, "method": "rid", "ctr": 1, "rids": rids});
    for (rids, revoked) in [
        (json!(["r_1-x"]), true),
        (json!(["other", "r_1"]), false),
        (json!([format!("r_1-x.{NOW}")]), false),
        (json!([format!("r_1-x.{}", NOW + 1)]), true),
        (json!(["r_1-x.1", "r_1-x"]), true),
        (json!(["r_1-x.1", format!("r_1-x.{}", NOW + 1)]), true),
        (json!(["r_1-x.soon"]), true),
    ] {
        let expected = revoked.then_some(CardRefusal::Revoked);
        assert_eq!(
            check(&list(json!([crl(&kid, rids.clone())])), None, NOW),
            expected,
            "{rids}"
        );
        let fetched = Revocations::from_json(crl(&kid, rids).to_string().as_bytes()).unwrap();
        assert_eq!(check(&plain, Some(&fetched), NOW), expected);
    }
    let of_another_key = crl(&json!("k"), json!(["r_1-x"]));
    assert_eq!(check(&list(json!([of_another_key])), None, NOW), None);
    assert_eq!(Revocations::from_json(b"[]"), None);
}

/// The key of the specification's examples, with the name that it has there.
#[test]
fn a_key_has_the_name_of_its_thumbprint() {
    let example = json!({
        "kty": "EC", "kid": "3Kfdg-XwP-7gXyywtUfUADwBumDOPKMQx-iELL11W9s", "use": "sig", "alg": "ES256", "crv": "P-256",
        "x": "11XvRWy1I2S0EyJlyf_bWfw_TQ5CJJNLw78bHXNxcgw", "y": "eZXwxvO1hvCY0KucrPfKo7yAyMT6Ajc3N7OkAB6VYy8",
    });
    let set = |keys: Value| KeySet::from_json(json!({"keys": keys}).to_string().as_bytes());
    let read = set(json!([example.clone()])).unwrap();
    assert!(read.get("3Kfdg-XwP-7gXyywtUfUADwBumDOPKMQx-iELL11W9s").is_some());
    assert_eq!(KeySet::from_json(read.to_json().as_bytes()).as_ref(), Ok(&read));
    let with = |name: &str, value: Value| {
        let mut key = example.clone();
        key[name] = value;
        set(json!([key]))
    };
    assert_eq!(with("kid", json!("mine")).map(|it| it.len()), Ok(0));
    assert_eq!(with("kty", json!("RSA")).map(|it| it.len()), Ok(0));
    assert_eq!(with("crv", json!("P-384")).map(|it| it.len()), Ok(0));
    assert_eq!(with("y", example["x"].clone()).map(|it| it.len()), Ok(0));
    assert_eq!(
        with("d", json!("FvOOk6hMixJ2o9zt4PCfan_UW7i4aOEnzj76ZaCI9Og")),
        Err(KeySetError::PrivateKey)
    );
    for json in ["", "[]", "{}", r#"{"keys":1}"#] {
        assert_eq!(
            KeySet::from_json(json.as_bytes()),
            Err(KeySetError::Malformed),
            "{json}"
        );
    }
}

#[test]
fn a_bad_list_is_refused_whole() {
    let good = json!({"issuer": {"iss": ISSUER}, "keys": keys()["keys"]});
    let read = |issuers: Value| TrustList::from_json(json!({"issuerInfo": issuers}).to_string().as_bytes());
    assert_eq!(read(json!([good.clone()])).map(|it| it.len()), Ok(1));
    assert_eq!(
        read(json!([good.clone(), good.clone()])),
        Err(TrustListError::Malformed)
    );
    let mut insecure = good.clone();
    insecure["issuer"]["iss"] = json!("http://a.example");
    assert_eq!(
        read(json!([good.clone(), insecure])),
        Err(TrustListError::Malformed)
    );
    let mut private = good;
    private["keys"][0]["d"] = json!("x");
    assert_eq!(
        read(json!([private])),
        Err(TrustListError::Keys(KeySetError::PrivateKey))
    );
}
