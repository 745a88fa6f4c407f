//! SMART Health Cards: the card, and whose it is.

use super::file::{Maker, Vector};
use super::health_link::stored;
use super::{Format, Input, Refused, fixed};
use data_encoding::BASE64URL_NOPAD;
use pocketchart_crypto::jose::es256::SigningKey;
use pocketchart_share::shc::{
    CardError, CardIssuer, CardRefusal, CardStanding, Fit, HealthCard, KeySet, KeySetError, Revocations,
    Terms, TrustList, TrustListError,
};
use serde_json::{Value, json};

pub(super) const CARD: Format = Format {
    name: "health-card",
    read: read_card,
    make: make_cards,
};
pub(super) const CHECK: Format = Format {
    name: "health-card-check",
    read: read_check,
    make: make_checks,
};

const ISSUER: &str = "https://relay.example.org/shc/k3";
const NOW: u64 = fixed::NOON / 1000;
const BUNDLE: &str = r##"{"resourceType":"Bundle","type":"collection","entry":[{"fullUrl":"urn:uuid:1","resource":{"resourceType":"Patient","name":[{"family":"Okafor","given":["Maria"]}],"birthDate":"1951-02-03","gender":"female"}},{"fullUrl":"urn:uuid:2","resource":{"resourceType":"AllergyIntolerance","clinicalStatus":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/allergyintolerance-clinical","code":"active"}]},"code":{"coding":[{"system":"http://snomed.info/sct","code":"91936005","display":"Allergy to penicillin"}],"text":"Penicillin"},"patient":{"reference":"urn:uuid:1"}}},{"fullUrl":"urn:uuid:3","resource":{"resourceType":"Observation","status":"final","code":{"coding":[{"system":"http://loinc.org","code":"15074-8"}]},"subject":{"reference":"urn:uuid:1"},"effectiveDateTime":"2026-11-24","valueQuantity":{"value":6.30,"unit":"mmol/L"}}}]}"##;

fn class_of(error: CardError) -> &'static str {
    match error {
        CardError::NotACard => "not-a-card",
        CardError::Algorithm => "algorithm",
        CardError::Critical => "critical",
        CardError::Deflate => "deflate",
        CardError::TooLarge => "too-large",
        CardError::Chunks => "chunks",
        CardError::Issuer => "issuer",
        CardError::OtherCredential => "other-credential",
        CardError::NoBundle => "no-bundle",
        _ => "damaged",
    }
}

fn show(card: &HealthCard) -> Value {
    let revocations = card.revocations_url();
    let kid = revocations.rsplit('/').next().unwrap().trim_end_matches(".json");
    json!({
        "issuer": card.issuer(),
        "key": kid,
        "not_before": card.not_before(),
        "expires": card.expires(),
        "types": card.types(),
        "fhir_version": card.fhir_version(),
        "bundle": card.bundle(),
    })
}

fn read_card(input: &Input) -> Result<Value, Refused> {
    let refused = |error| Refused::new(class_of(error), "");
    if input.has("file") {
        let cards = HealthCard::from_file(input.text("file").as_bytes()).map_err(refused)?;
        let cards = cards.iter().map(|card| match card {
            Ok(card) => show(card),
            Err(error) => json!({"refused": class_of(*error)}),
        });
        return Ok(json!({"cards": cards.collect::<Vec<_>>()}));
    }
    let texts: Vec<&str> = input
        .get("texts")
        .as_array()
        .unwrap()
        .iter()
        .map(|it| it.as_str().unwrap())
        .collect();
    HealthCard::from_texts(&texts)
        .map(|card| show(&card))
        .map_err(refused)
}

fn key(name: &str) -> SigningKey {
    SigningKey::from_secret(&fixed::secret(name)).unwrap()
}

fn issuer() -> CardIssuer {
    CardIssuer::new(ISSUER, key("health card")).unwrap()
}

fn kid() -> String {
    let keys: Value = serde_json::from_str(&issuer().key_set().to_json()).unwrap();
    keys["keys"][0]["kid"].as_str().unwrap().to_owned()
}

fn claims(members: &str, credential: &str) -> String {
    format!(
        r#"{{"iss":"{ISSUER}","nbf":{NOW}{members},"vc":{{"type":["https://smarthealth.cards#health-card"],"credentialSubject":{{"fhirVersion":"4.0.1","fhirBundle":{{"resourceType":"Bundle","type":"collection"}}}}{credential}}}}}"#
    )
}

fn part(bytes: &[u8]) -> String {
    BASE64URL_NOPAD.encode(bytes)
}

fn signed_bytes(header: &str, payload: &[u8]) -> String {
    let signed = format!("{}.{}", part(header.as_bytes()), part(payload));
    let signature = part(&key("health card").sign(signed.as_bytes()));
    format!("{signed}.{signature}")
}

fn signed(payload: &str) -> String {
    let header = format!(r#"{{"alg":"ES256","zip":"DEF","kid":"{}"}}"#, kid());
    signed_bytes(&header, &stored(payload.as_bytes()))
}

/// As the digits of a code.
fn digits(jws: &str) -> String {
    jws.bytes().map(|it| format!("{:02}", it - 45)).collect()
}

fn code(jws: &str) -> Input {
    Input::default().with("texts", vec![format!("shc:/{}", digits(jws))])
}

fn make_cards(to: &mut Vec<Vector>) {
    let mut maker = Maker::new(CARD, to);
    let texts = |texts: &[&str]| Input::default().with("texts", texts.to_vec());
    let issued = |fit| issuer().issue(BUNDLE, fit, &Terms::from(NOW)).unwrap().card;
    let for_code = issued(Fit::Qr);
    maker.good(
        "made",
        "As it is written, for a code.",
        &texts(&[&for_code.to_text()]),
    );
    let file = |text: &str| Input::default().with("file", text);
    maker.good(
        "made-file",
        "As it is written, for a file.",
        &file(&issued(Fit::File).to_file()),
    );
    let terms = Terms {
        not_before: NOW,
        expires: Some(NOW + 86_400),
        rid: Some("r-1".to_owned()),
    };
    let ending = issuer().issue(BUNDLE, Fit::Qr, &terms).unwrap().card;
    maker.good(
        "made-ending",
        "With an end, and an id to revoke it by.",
        &texts(&[&ending.to_text()]),
    );
    let least = signed(&claims("", ""));
    maker.good("least", "The least that a card says.", &code(&least));
    maker.good(
        "member-unknown",
        "Members that are not known.",
        &code(&signed(&claims(r#","jti":"x""#, r#","@context":[]"#))),
    );
    maker.good(
        "more-types",
        "A card of several kinds.",
        &code(&signed(&claims("", "").replace(
            "#health-card\"",
            "#health-card\",\"https://smarthealth.cards#immunization\"",
        ))),
    );
    maker.good(
        "fraction",
        "Half a second is cut off.",
        &code(&signed(
            &claims("", "").replace(&NOW.to_string(), &format!("{NOW}.5")),
        )),
    );
    let whole = digits(for_code.as_jws());
    let (one, rest) = whole.split_at(400);
    let (two, three) = rest.split_at(400);
    let (one, two, three) = (
        format!("shc:/1/3/{one}"),
        format!("shc:/2/3/{two}"),
        format!("shc:/3/3/{three}"),
    );
    maker.good("chunks", "Cut into three codes.", &texts(&[&one, &two, &three]));
    maker.good(
        "chunks-in-any-order",
        "Three codes, the last one first.",
        &texts(&[&three, &one, &two]),
    );
    maker.good(
        "chunk-of-one",
        "Cut into one.",
        &texts(&[&format!("shc:/1/1/{whole}")]),
    );
    maker.good(
        "white-space",
        "With white space, as it was pasted.",
        &texts(&[&format!(" shc:/{}\n{} ", &whole[..100], &whole[100..])]),
    );
    maker.good(
        "file-of-two",
        "Two cards in a file, of which one cannot be read.",
        &file(&json!({"verifiableCredential": [least, "x.y"]}).to_string()),
    );

    let good = code(&least);
    let mut bad = |name: &str, fault: &str, class: &str, input: Input| {
        maker.bad(name, fault, class, "", &input, good.clone());
    };
    bad(
        "other-code",
        "Another kind of code.",
        "not-a-card",
        texts(&["shlink:/e30"]),
    );
    bad("empty", "No digits.", "not-a-card", texts(&["shc:/"]));
    bad(
        "odd",
        "A digit is missing.",
        "damaged",
        texts(&[&format!("shc:/{}", &whole[..whole.len() - 1])]),
    );
    bad(
        "too-high",
        "78, behind `z`.",
        "damaged",
        texts(&[&format!("shc:/78{}", &whole[2..])]),
    );
    bad(
        "letter",
        "A letter among the digits.",
        "damaged",
        texts(&[&format!("shc:/5A{}", &whole[2..])]),
    );
    bad(
        "chunk-missing",
        "A part is missing.",
        "chunks",
        texts(&[&one, &three]),
    );
    bad(
        "chunk-twice",
        "A part is there twice.",
        "chunks",
        texts(&[&one, &one, &three]),
    );
    bad(
        "chunk-and-whole",
        "A whole card beside parts.",
        "chunks",
        texts(&[&one, &two, &format!("shc:/{whole}")]),
    );
    bad(
        "chunk-0",
        "Part 0.",
        "chunks",
        texts(&[&one.replace("/1/3/", "/0/3/"), &two, &three]),
    );
    bad(
        "chunk-letter",
        "A part without a number.",
        "damaged",
        texts(&[&one.replace("/1/3/", "/a/3/"), &two, &three]),
    );
    let (_, signature) = least.rsplit_once('.').unwrap();
    bad(
        "signature-short",
        "The signature is cut off.",
        "damaged",
        code(&least[..least.len() - 4]),
    );
    bad(
        "two-parts",
        "The signature is missing.",
        "damaged",
        code(least.trim_end_matches(signature).trim_end_matches('.')),
    );
    let packed = stored(claims("", "").as_bytes());
    let header = |header: &str| code(&signed_bytes(header, &packed));
    bad(
        "alg",
        "Another algorithm.",
        "algorithm",
        header(r#"{"alg":"HS256","zip":"DEF","kid":"k"}"#),
    );
    bad(
        "alg-none",
        "Not signed.",
        "algorithm",
        header(r#"{"alg":"none","zip":"DEF","kid":"k"}"#),
    );
    bad(
        "no-zip",
        "Not packed.",
        "algorithm",
        code(&signed_bytes(
            r#"{"alg":"ES256","kid":"k"}"#,
            claims("", "").as_bytes(),
        )),
    );
    bad(
        "crit",
        "An extension is demanded.",
        "critical",
        header(r#"{"alg":"ES256","zip":"DEF","kid":"k","crit":["b64"],"b64":false}"#),
    );
    bad(
        "no-key",
        "It does not say which key.",
        "damaged",
        header(r#"{"alg":"ES256","zip":"DEF"}"#),
    );
    let known = format!(r#"{{"alg":"ES256","zip":"DEF","kid":"{}"}}"#, kid());
    let zlib = [&[0x78, 0x9c][..], &packed, &[0; 4]].concat();
    bad(
        "zlib",
        "Packed behind a header of zlib.",
        "deflate",
        code(&signed_bytes(&known, &zlib)),
    );
    bad(
        "cut-off",
        "The packed content is cut off.",
        "deflate",
        code(&signed_bytes(&known, &packed[..packed.len() - 1])),
    );
    let claim = |from: &str, to: &str| {
        let claims = claims("", "");
        assert!(claims.contains(from));
        code(&signed(&claims.replace(from, to)))
    };
    bad(
        "no-claims",
        "An array in place of claims.",
        "damaged",
        code(&signed("[]")),
    );
    bad(
        "no-begin",
        "It does not say from when.",
        "damaged",
        claim(&format!(r#""nbf":{NOW},"#), ""),
    );
    bad(
        "begin-negative",
        "From before 1970.",
        "damaged",
        claim(&NOW.to_string(), "-1"),
    );
    bad(
        "issuer-http",
        "An issuer without TLS.",
        "issuer",
        claim("https://relay", "http://relay"),
    );
    bad(
        "issuer-slash",
        "An issuer with `/` at its end.",
        "issuer",
        claim("/shc/k3", "/shc/k3/"),
    );
    bad(
        "issuer-query",
        "An issuer with a query.",
        "issuer",
        claim("/shc/k3", "/shc?k3"),
    );
    bad(
        "other-credential",
        "Another credential.",
        "other-credential",
        claim("#health-card", "#employee-card"),
    );
    bad(
        "no-bundle",
        "A Patient in place of a Bundle.",
        "no-bundle",
        claim("\"Bundle\"", "\"Patient\""),
    );
    bad(
        "rid-long",
        "An id of 25 characters to revoke it by.",
        "damaged",
        code(&signed(&claims("", &format!(r#","rid":"{}""#, "r".repeat(25))))),
    );
    bad(
        "rid-dot",
        "A dot in the id to revoke it by.",
        "damaged",
        code(&signed(&claims("", r#","rid":"a.1""#))),
    );
    let repair = file(&issued(Fit::File).to_file());
    let mut bad = |name: &str, fault: &str, class: &str, input: Input| {
        maker.bad(name, fault, class, "", &input, repair.clone());
    };
    bad(
        "file-empty",
        "A file without cards.",
        "not-a-card",
        file(r#"{"verifiableCredential":[]}"#),
    );
    bad("file-other", "Another file.", "not-a-card", file(BUNDLE));
    bad(
        "file-many",
        "A file of 101 cards.",
        "not-a-card",
        file(&json!({"verifiableCredential": vec!["x"; 101]}).to_string()),
    );
}

fn read_check(input: &Input) -> Result<Value, Refused> {
    let refused = |class: &str| Refused::new(class, "");
    let keys_class = |error: KeySetError| match error {
        KeySetError::PrivateKey => "private-key",
        _ => "keys",
    };
    let card = HealthCard::from_jws(input.text("jws")).map_err(|error| refused(class_of(error)))?;
    let keys =
        KeySet::from_json(input.text("keys").as_bytes()).map_err(|error| refused(keys_class(error)))?;
    let trust = match input.has("trust") {
        true => TrustList::from_json(input.text("trust").as_bytes()).map_err(|error| match error {
            TrustListError::Keys(error) => refused(keys_class(error)),
            _ => refused("trust"),
        })?,
        false => TrustList::new(),
    };
    let revoked = input
        .has("revoked")
        .then(|| Revocations::from_json(input.text("revoked").as_bytes()).unwrap());
    let standing = card.check(&trust, Some(&keys), revoked.as_ref(), input.uint("now"));
    match standing {
        Ok(CardStanding::Listed { name }) => Ok(json!({"standing": "listed", "name": name})),
        Ok(_) => Ok(json!({"standing": "patient-supplied"})),
        Err(refusal) => Err(refused(match refusal {
            CardRefusal::UnknownKey => "unknown-key",
            CardRefusal::Revoked => "revoked",
            CardRefusal::Expired => "expired",
            CardRefusal::NotYet => "not-yet",
            _ => "signature",
        })),
    }
}

fn make_checks(to: &mut Vec<Vector>) {
    let mut maker = Maker::new(CHECK, to);
    let keys = issuer().key_set().to_json();
    let jws = signed(&claims(&format!(r#","exp":{}"#, NOW + 100), r#","rid":"r-1""#));
    let checked = |jws: &str, keys: &str, now: u64| {
        Input::default()
            .with("jws", jws)
            .with("keys", keys)
            .with("now", now)
    };
    let good = checked(&jws, &keys, NOW);
    maker.good("patient-supplied", "Right, and by nobody on a list.", &good);
    maker.good(
        "last-second",
        "One second before its end.",
        &checked(&jws, &keys, NOW + 99),
    );
    maker.good(
        "slow-clock",
        "Five minutes before it begins.",
        &checked(&jws, &keys, NOW - 300),
    );
    let listed = |keys: &str, crls: &str| {
        let keys = &keys[1..keys.len() - 1];
        format!(
            r#"{{"issuerInfo":[{{"issuer":{{"iss":"{ISSUER}","name":"Lakeside Clinic"}},{keys},"crls":[{crls}]}}]}}"#
        )
    };
    maker.good(
        "listed",
        "By an issuer of the list.",
        &checked(&jws, r#"{"keys":[]}"#, NOW).with("trust", listed(&keys, "")),
    );
    maker.good(
        "listed-with-fetched-key",
        "By an issuer of the list, whose keys were fetched.",
        &good.clone().with("trust", listed(r#"{"keys":[]}"#, "")),
    );
    let other = CardIssuer::new(ISSUER, key("another health card"))
        .unwrap()
        .key_set()
        .to_json();
    let both = format!(
        r#"{{"keys":[{},{}]}}"#,
        &other[9..other.len() - 2],
        &keys[9..keys.len() - 2]
    );
    maker.good(
        "two-keys",
        "Two keys, of which the second is the card's.",
        &checked(&jws, &both, NOW),
    );
    let rsa = format!(
        r#"{{"keys":[{{"kty":"RSA","kid":"1","n":"AQAB","e":"AQAB"}},{}]}}"#,
        &keys[9..keys.len() - 2]
    );
    maker.good(
        "other-kinds",
        "A key of another kind is passed over.",
        &checked(&jws, &rsa, NOW),
    );
    let crl = |kid: &str, rids: &str| format!(r#"{{"kid":"{kid}","method":"rid","ctr":1,"rids":[{rids}]}}"#);
    maker.good(
        "revoked-other",
        "Another card is revoked.",
        &good.clone().with("revoked", crl(&kid(), r#""r-2""#)),
    );
    maker.good(
        "revoked-earlier",
        "What was issued earlier is revoked.",
        &good
            .clone()
            .with("revoked", crl(&kid(), &format!(r#""r-1.{NOW}""#))),
    );
    maker.good(
        "revoked-other-key",
        "A card of another key is revoked.",
        &good.clone().with("revoked", crl("k", r#""r-1""#)),
    );

    let mut bad = |name: &str, fault: &str, class: &str, input: Input, repair: Input| {
        maker.bad(name, fault, class, "", &input, repair);
    };
    let repair = || {
        Input::default()
            .with("jws", jws.as_str())
            .with("keys", keys.as_str())
            .with("now", NOW)
    };
    bad(
        "no-keys",
        "No keys.",
        "unknown-key",
        checked(&jws, r#"{"keys":[]}"#, NOW),
        repair(),
    );
    bad(
        "other-key",
        "Another key.",
        "unknown-key",
        checked(&jws, &other, NOW),
        repair(),
    );
    let renamed = other.replace(&other[other.find("\"kid\":\"").unwrap() + 7..][..43], &kid());
    bad(
        "key-renamed",
        "Another key under the name of the card's.",
        "unknown-key",
        checked(&jws, &renamed, NOW),
        repair(),
    );
    let private = keys.replacen("{\"alg\"", "{\"d\":\"AA\",\"alg\"", 1);
    assert_ne!(private, keys);
    bad(
        "key-private",
        "A private key among the keys.",
        "private-key",
        checked(&jws, &private, NOW),
        repair(),
    );
    bad(
        "keys-malformed",
        "A page in place of keys.",
        "keys",
        checked(&jws, "<html>", NOW),
        repair(),
    );
    let at = jws.len() - 10;
    let turned = if &jws[at..=at] == "A" { "B" } else { "A" };
    let forged = format!("{}{turned}{}", &jws[..at], &jws[at + 1..]);
    bad(
        "signature",
        "Another signature.",
        "signature",
        checked(&forged, &keys, NOW),
        repair(),
    );
    let claims_of_other = signed(&claims(&format!(r#","exp":{}"#, NOW + 101), r#","rid":"r-1""#));
    let (body, _) = claims_of_other.rsplit_once('.').unwrap();
    let (_, signature) = jws.rsplit_once('.').unwrap();
    bad(
        "altered",
        "The signature of another card.",
        "signature",
        checked(&format!("{body}.{signature}"), &keys, NOW),
        repair(),
    );
    bad(
        "expired",
        "In the second of its end.",
        "expired",
        checked(&jws, &keys, NOW + 100),
        repair(),
    );
    bad(
        "not-yet",
        "More than five minutes before it begins.",
        "not-yet",
        checked(&jws, &keys, NOW - 301),
        repair(),
    );
    let none = crl(&kid(), "");
    for (name, fault, rids) in [
        ("revoked", "It is revoked.", r#""r-1""#.to_owned()),
        (
            "revoked-until",
            "Revoked with all that were issued before.",
            format!(r#""r-1.{}""#, NOW + 1),
        ),
        (
            "revoked-badly",
            "Revoked at a time that cannot be read.",
            r#""r-1.soon""#.to_owned(),
        ),
    ] {
        bad(
            name,
            fault,
            "revoked",
            good.clone().with("revoked", crl(&kid(), &rids)),
            repair().with("revoked", none.as_str()),
        );
    }
    bad(
        "revoked-by-list",
        "The list says that it is revoked.",
        "revoked",
        good.clone()
            .with("trust", listed(&keys, &crl(&kid(), r#""r-1""#))),
        repair().with("trust", listed(&keys, "")),
    );
    bad(
        "list-twice",
        "An issuer that is twice on the list.",
        "trust",
        good.clone().with("trust", {
            let one = listed(&keys, "");
            let entry = &one[15..one.len() - 2];
            format!(r#"{{"issuerInfo":[{entry},{entry}]}}"#)
        }),
        repair().with("trust", listed(&keys, "")),
    );
}
