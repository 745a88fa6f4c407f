//! Makes links and cards for other people's readers, and reads theirs. Called by `tests/peers/run.sh`.
//!
//! `make FOLDER` writes ours; `read FOLDER` reads `theirs.json` there and fails unless all of it is understood.

#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::panic,
    reason = "a tool of the tests"
)]

use std::fs;
use std::path::Path;

use pocketchart_crypto::Secret;
use pocketchart_crypto::jose::es256::SigningKey;
use pocketchart_share::shc::{
    CardIssuer, CardRefusal, CardStanding, Fit, HealthCard, KeySet, Terms, TrustList,
};
use pocketchart_share::shl::{
    ContentType, FileError, HealthLink, LinkFile, LinkFlags, Manifest, ManifestAnswer, ManifestFile, Place,
    check_shared_bundle,
};
use serde_json::{Value, json};

const URL: &str = "https://relay.example.org/shl/mTVkAtlfdUYdnFiQrAS8FZKxlU1xK2nmv3FWZvcDv8A";
const ISSUER: &str = "https://relay.example.org/shc/k3";
const SOON: u64 = 4_000_000_000;

fn main() {
    let mut arguments = std::env::args().skip(1);
    let (what, folder) = (arguments.next().unwrap(), arguments.next().unwrap());
    match what.as_str() {
        "make" => make(Path::new(&folder)),
        "read" => read(Path::new(&folder)),
        other => panic!("{other}"),
    }
}

const BUNDLE: &str = r#"{"resourceType":"Bundle","type":"collection","timestamp":"2026-11-26T09:00:00Z","entry":[
    {"fullUrl":"urn:uuid:0b0e3f14-6d9f-4d0e-8a39-0a6f3a7b0001","resource":{"resourceType":"Patient",
     "name":[{"family":"Müller-O'Connor","given":["Zoë"]}],"birthDate":"1970-01-01","gender":"female"}},
    {"fullUrl":"urn:uuid:0b0e3f14-6d9f-4d0e-8a39-0a6f3a7b0002","resource":{"resourceType":"AllergyIntolerance",
     "clinicalStatus":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/allergyintolerance-clinical","code":"active"}]},
     "code":{"coding":[{"system":"http://snomed.info/sct","code":"91936005"}]},
     "patient":{"reference":"urn:uuid:0b0e3f14-6d9f-4d0e-8a39-0a6f3a7b0001"}}}]}"#;

fn make(folder: &Path) {
    let issuer = CardIssuer::new(ISSUER, SigningKey::random()).unwrap();
    let mut terms = Terms::from(1_790_000_000);
    let card = issuer.issue(BUNDLE, Fit::Qr, &terms).unwrap().card;
    terms.expires = Some(1_790_000_001);
    let expired = issuer.issue(BUNDLE, Fit::Qr, &terms).unwrap().card;
    let direct = HealthLink::new_cms(URL, Secret::random(), SOON, Some("Für den Empfang")).unwrap();
    let asked = HealthLink::new(URL, Secret::random(), LinkFlags::PASSCODE | LinkFlags::LONG_TERM).unwrap();
    let fhir = LinkFile {
        content_type: ContentType::Fhir,
        bytes: BUNDLE.into(),
    };
    let cards = LinkFile {
        content_type: ContentType::HealthCard,
        bytes: card.to_file().into(),
    };
    let file = |content_type: ContentType, place: Place| ManifestFile {
        content_type,
        place,
        last_updated: Some("2026-11-26T09:00:00Z".into()),
        status: None,
        fhir_version: "4.0.1".into(),
    };
    let location = "https://relay.example.org/f/1";
    let manifest = Manifest {
        files: vec![
            file(ContentType::Fhir, Place::Embedded(asked.seal(&fhir).unwrap())),
            file(
                ContentType::HealthCard,
                Place::Location {
                    url: location.into(),
                    since: 0,
                },
            ),
        ],
        list: None,
    };
    let ours = json!({
        "bundle": serde_json::from_str::<Value>(BUNDLE).unwrap(),
        "keys": serde_json::from_str::<Value>(&issuer.key_set().to_json()).unwrap(),
        "issuer": ISSUER,
        "card": card.as_jws(),
        "numeric": card.to_text(),
        "file": card.to_file(),
        "expired": expired.as_jws(),
        "direct": {"link": direct.to_text(None), "url": URL, "jwe": direct.seal(&fhir).unwrap()},
        "asked": {
            "link": asked.to_text(None), "url": URL, "passcode": "1234",
            "manifest": manifest.to_json(), "location": location, "located": asked.seal(&cards).unwrap(),
        },
    });
    fs::write(folder.join("ours.json"), ours.to_string()).unwrap();
}

fn read(folder: &Path) {
    let theirs: Value = serde_json::from_slice(&fs::read(folder.join("theirs.json")).unwrap()).unwrap();
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let mut passed = 0;
    let mut check = |name: &str, right: bool| {
        assert!(right, "{name}");
        println!("ok: {name}");
        passed += 1;
    };

    let direct = HealthLink::from_text(&text(&theirs["direct"]["link"])).unwrap();
    check(
        "their direct link is one of the profile",
        direct.check_cms().is_ok(),
    );
    check("its label", direct.label() == Some("For the front desk"));
    for name in ["packed", "plain"] {
        let file = direct.open(&text(&theirs["direct"][name])).unwrap();
        let same = serde_json::from_slice::<Value>(&file.bytes).unwrap() == theirs["bundle"];
        check(
            &format!("their file, {name}"),
            file.content_type == ContentType::Fhir && same,
        );
        check(
            "judged by the profile's rules",
            check_shared_bundle(&file.bytes).len() == 1,
        );
    }

    let asked = HealthLink::from_text(&text(&theirs["asked"]["link"])).unwrap();
    check(
        "their link asks for a passcode",
        asked.flags() == LinkFlags::PASSCODE,
    );
    check(
        "without one nothing is asked",
        asked.fetch("Peer", None, None).is_err(),
    );
    let wrong = text(&theirs["asked"]["wrong"]);
    let answer = asked.answer(401, None, wrong.as_bytes(), None, SOON).unwrap();
    let expected = ManifestAnswer::WrongPasscode {
        remaining_attempts: Some(4),
    };
    check("what is left after a wrong passcode", answer == expected);
    let manifest = text(&theirs["asked"]["manifest"]);
    let answer = asked.answer(200, None, manifest.as_bytes(), Some(100_000), SOON);
    let ManifestAnswer::Files(manifest) = answer.unwrap() else {
        panic!("no files")
    };
    check("two files", manifest.files.len() == 2);
    let mut opened = Vec::new();
    for file in &manifest.files {
        let jwe = match (file.embedded(), file.location(SOON).unwrap()) {
            (Some(jwe), _) => jwe.to_owned(),
            (None, Some(url)) => text(&theirs["asked"]["located"][url]),
            (None, None) => panic!("nowhere"),
        };
        check(
            "not opened with another link",
            direct.open(&jwe) == Err(FileError::Key),
        );
        let file_opened = asked.open(&jwe).unwrap();
        check(
            "of the type that the manifest says",
            file_opened.content_type == file.content_type,
        );
        opened.push(file_opened);
    }
    let of = |wanted: ContentType| opened.iter().find(|file| file.content_type == wanted).unwrap();
    let cards = HealthCard::from_file(&of(ContentType::HealthCard).bytes).unwrap();
    let in_link = cards.into_iter().next().unwrap().unwrap();

    let keys = KeySet::from_json(theirs["keys"].to_string().as_bytes()).unwrap();
    let list = TrustList::from_json(theirs["directory"].to_string().as_bytes()).unwrap();
    let now = 1_900_000_000;
    let numeric = HealthCard::from_texts(&[&text(&theirs["numeric"])]).unwrap();
    let chunks: Vec<&str> = theirs["chunks"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| it.as_str().unwrap())
        .collect();
    let chunked = HealthCard::from_texts(&chunks).unwrap();
    check("a card in chunks", chunks.len() > 1 && chunked == numeric);
    let card = HealthCard::from_jws(&text(&theirs["card"])).unwrap();
    check("their card in all forms", card == numeric && card == in_link);
    let listed = CardStanding::Listed { name: "Peer".into() };
    check(
        "by a listed issuer",
        card.check(&list, None, None, now) == Ok(listed),
    );
    let supplied = card.check(&TrustList::new(), Some(&keys), None, now);
    check(
        "by one that is not listed",
        supplied == Ok(CardStanding::PatientSupplied),
    );
    let revoked = HealthCard::from_jws(&text(&theirs["revoked"])).unwrap();
    check(
        "a revoked one",
        revoked.check(&list, None, None, now) == Err(CardRefusal::Revoked),
    );
    let expired = HealthCard::from_jws(&text(&theirs["expired"])).unwrap();
    check(
        "an expired one",
        expired.check(&list, None, None, now) == Err(CardRefusal::Expired),
    );
    let other = HealthCard::from_jws(&text(&theirs["forged"])).unwrap();
    check(
        "a forged one",
        other.check(&list, None, None, now) == Err(CardRefusal::Signature),
    );
    println!("{passed} passed, 0 failed, 0 skipped");
}
