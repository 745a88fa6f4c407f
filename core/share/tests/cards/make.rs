use pocketchart_crypto::jose::es256::SigningKey;
use pocketchart_share::qr::read_luma;
use pocketchart_share::shc::{
    CardIssuer, Fit, HealthCard, IssueError, LeftOut, LeftOutReason, MAX_QR, Terms,
};

use crate::{ISSUER, NOW, bundle, coded, issuer};

fn issue(entries: &[String], fit: Fit) -> (HealthCard, Vec<LeftOut>) {
    let issued = issuer().issue(&bundle(entries), fit, &Terms::from(NOW)).unwrap();
    (issued.card, issued.left_out)
}

const WITH_PATIENT: &str = r#","patient":{"reference":"urn:uuid:p","display":"Ada"},"meta":{"profile":["urn:x"],
    "security":[{"system":"urn:s","code":"PATAST","display":"words"}]},"recorder":{"reference":"Practitioner/1"},
    "note":[{"text":"1.10 is kept"}],"x":1.10"#;

#[test]
fn a_resource_on_a_code_loses_exactly_what_it_must() {
    let entries = [coded("AllergyIntolerance", "1", WITH_PATIENT)];
    let (card, left_out) = issue(&entries, Fit::Qr);
    assert_eq!(left_out, []);
    assert_eq!(
        card.bundle(),
        concat!(
            r#"{"resourceType":"Bundle","type":"collection","entry":["#,
            r#"{"fullUrl":"resource:0","resource":{"resourceType":"Patient","name":[{"text":"Ada Example","family":"Example","given":["Ada"]}],"birthDate":"1951-02-03","gender":"female"}},"#,
            r#"{"fullUrl":"resource:1","resource":{"resourceType":"AllergyIntolerance","code":{"coding":[{"system":"http://snomed.info/sct","code":"1"}]},"patient":{"reference":"resource:0","display":"Ada"},"meta":{"security":[{"system":"urn:s","code":"PATAST"}]},"note":[{"text":"1.10 is kept"}],"x":1.10}}]}"#,
        )
    );
    let (file, _) = issue(&entries, Fit::File);
    assert!(file.bundle().contains(r#""code":{"text":"words","coding":[{"system":"http://snomed.info/sct","code":"1","display":"words"}]}"#));
    assert!(!file.bundle().contains("profile") && !file.bundle().contains("Zurich"));
}

#[test]
fn allergies_come_first_and_what_has_no_room_is_told() {
    let mut random = fastrand::Rng::with_seed(11);
    let mut entries: Vec<String> = (0..60)
        .map(|_| coded("Procedure", &random.u64(10_000_000..100_000_000).to_string(), ""))
        .collect();
    entries.extend((0..5).map(|n| coded("Condition", &format!("4{n:06}81"), "")));
    entries.extend((0..4).map(|n| coded("AllergyIntolerance", &format!("3{n:06}91"), "")));
    entries.push(coded("AllergyIntolerance", "777", r#","criticality":"high""#));
    let (card, left_out) = issue(&entries, Fit::Qr);
    assert!(
        (1_100..=MAX_QR).contains(&card.as_jws().len()),
        "{}",
        card.as_jws().len()
    );
    let places: Vec<usize> = ["\"777\"", "AllergyIntolerance", "Condition", "Procedure"]
        .iter()
        .map(|word| card.bundle().find(word).unwrap())
        .collect();
    assert!(places[1] < places[0] && places[0] < places[2] && places[2] < places[3]);
    assert!(
        card.bundle().find("\"777\"") < card.bundle().find("\"300000091\""),
        "what is dangerous first"
    );
    let on = card.bundle().matches("fullUrl").count();
    assert_eq!(on + left_out.len(), 71);
    assert!(
        !left_out.is_empty()
            && left_out
                .iter()
                .all(|it| it.resource_type == "Procedure" && it.reason == LeftOutReason::NoRoom)
    );
    let (file, none) = issue(&entries, Fit::File);
    assert_eq!((file.bundle().matches("fullUrl").count(), none.len()), (71, 0));
    assert!(file.to_qr().is_err());
    println!("{on} entries in {} characters", card.as_jws().len());
}

#[test]
fn what_never_goes_on_is_told_with_its_reason() {
    let entries = [
        r#"{"resource":{"resourceType":"Condition","code":{"text":"a bad knee"}}}"#.to_owned(),
        coded(
            "Condition",
            "1",
            r#","verificationStatus":{"coding":[{"code":"entered-in-error"}]}"#,
        ),
        coded("Observation", "2", r#","status":"entered-in-error""#),
        r#"{"resource":{"resourceType":"DocumentReference"}}"#.to_owned(),
    ];
    let (card, left_out) = issue(&entries, Fit::Qr);
    let reasons: Vec<_> = left_out.iter().map(|it| (it.entry, it.reason)).collect();
    use LeftOutReason::{InError, NoCode, OtherType};
    assert_eq!(reasons, [(1, NoCode), (2, InError), (3, InError), (4, OtherType)]);
    assert_eq!(card.bundle().matches("fullUrl").count(), 1);
    let (file, _) = issue(&entries, Fit::File);
    assert!(file.bundle().contains("a bad knee"));
}

#[test]
fn a_medicine_comes_along_with_what_names_it() {
    let statement = |reference: &str, more: &str| {
        format!(
            r#"{{"fullUrl":"urn:uuid:s{}","resource":{{"resourceType":"MedicationStatement","status":"active","medicationReference":{{"reference":"{reference}"}}{more}}}}}"#,
            reference.len()
        )
    };
    let contained =
        r##","contained":[{"resourceType":"Medication","id":"m","code":{"coding":[{"code":"855332"}]}}]"##;
    let entries = [
        r#"{"fullUrl":"urn:uuid:m","resource":{"resourceType":"Medication","code":{"coding":[{"code":"7980"}]}}}"#.to_owned(),
        statement("urn:uuid:m", ""),
        statement("#m", contained),
    ];
    let (card, left_out) = issue(&entries, Fit::Qr);
    assert_eq!(left_out, []);
    assert!(card.bundle().contains(r#"{"fullUrl":"resource:2","resource":{"resourceType":"Medication","code":{"coding":[{"code":"7980"}]}}}"#), "{}", card.bundle());
    assert!(
        card.bundle()
            .contains(r#""medicationReference":{"reference":"resource:2"}"#)
    );
    assert!(card.bundle().contains(r#"{"fullUrl":"resource:4","resource":{"resourceType":"Medication","code":{"coding":[{"code":"855332"}]}}}"#));
}

#[test]
fn the_longest_card_is_a_code_of_version_22_that_is_read() {
    let mut random = fastrand::Rng::with_seed(12);
    let mut best: Option<HealthCard> = None;
    for _ in 0..20 {
        let entries: Vec<String> = (0..70)
            .map(|_| coded("Condition", &random.u64(10_000_000..100_000_000).to_string(), ""))
            .collect();
        let (card, _) = issue(&entries, Fit::Qr);
        assert!(card.as_jws().len() <= MAX_QR);
        if best
            .as_ref()
            .is_none_or(|best| best.as_jws().len() < card.as_jws().len())
        {
            best = Some(card);
        }
    }
    let card = best.unwrap();
    assert!(card.as_jws().len() > 1_185, "{}", card.as_jws().len());
    let code = card.to_qr().unwrap();
    assert_eq!(code.width(), 105, "{} characters", card.as_jws().len());
    let (side, luma) = code.to_luma(4);
    let texts = read_luma(side, side, &luma);
    assert_eq!(texts, [card.to_text()]);
    assert_eq!(HealthCard::from_texts(&[&texts[0]]), Ok(card));
}

#[test]
fn bad_orders_are_refused_with_their_reason() {
    let issue = |bundle: &str, terms: &Terms| issuer().issue(bundle, Fit::Qr, terms).map(|_| ());
    let terms = Terms::from(NOW);
    for (bundle, expected) in [
        ("", IssueError::NotABundle),
        (r#"{"resourceType":"Patient"}"#, IssueError::NotABundle),
        (
            r#"{"resourceType":"Bundle","entry":[{}]}"#,
            IssueError::NotABundle,
        ),
        (r#"{"resourceType":"Bundle","entry":[]}"#, IssueError::OnePatient),
        (
            r#"{"resourceType":"Bundle","entry":[{"resource":{"resourceType":"Patient"}},{"resource":{"resourceType":"Patient"}}]}"#,
            IssueError::OnePatient,
        ),
    ] {
        assert_eq!(issue(bundle, &terms), Err(expected), "{bundle}");
    }
    let mut random = fastrand::Rng::with_seed(3);
    let name: String = (0..1500).map(|_| random.alphanumeric()).collect();
    let long = bundle(&[]).replace("Ada Example", &name);
    assert_eq!(issue(&long, &terms), Err(IssueError::TooLong));
    for rid in ["", "a b", &"a".repeat(25)] {
        let terms = Terms {
            rid: Some(rid.into()),
            ..terms.clone()
        };
        assert_eq!(issue(&bundle(&[]), &terms), Err(IssueError::Rid));
    }
    for address in [
        "http://a.example",
        "https://a.example/",
        "https://",
        "https://a b",
        "https://a?b",
    ] {
        assert!(
            CardIssuer::new(address, SigningKey::random()).is_err(),
            "{address}"
        );
    }
    assert_eq!(issuer().address(), ISSUER);
    assert_eq!(format!("{:?}", issuer()), "CardIssuer(..)");
}
