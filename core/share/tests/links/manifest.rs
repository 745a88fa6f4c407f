use pocketchart_share::shl::{
    ContentType, FileStatus, LinkFlags, Manifest, ManifestAnswer, ManifestError, Place,
};

use crate::link;

const NOW: u64 = 1_800_000_000;

fn read(files: &str) -> Result<Manifest, ManifestError> {
    Manifest::from_json(
        format!(r#"{{"files":[{files}],"more":1}}"#).as_bytes(),
        Some(20),
        NOW,
    )
}

#[test]
fn embedded_and_located_files_are_read() {
    let manifest = read(
        r#"{"contentType":"application/fhir+json","embedded":"a.b.c.d.e","status":"can-change","lastUpdated":"2026-11-26T09:00:00Z","fhirVersion":"5.0.0","_x":1},
           {"contentType":"application/smart-health-card","location":"https://relay.example.org/f/1"},
           {"contentType":"application/smart-api-access","location":"https://relay.example.org/f/2","embedded":"x"},
           {"contentType":"image/png","embedded":""}"#,
    )
    .unwrap();
    let [first, second, third, fourth] = manifest.files.as_slice() else {
        panic!()
    };
    assert_eq!(first.embedded(), Some("a.b.c.d.e"));
    assert_eq!(first.location(NOW), Ok(None));
    assert_eq!(first.status, Some(FileStatus::CanChange));
    assert_eq!(first.fhir_version, "5.0.0");
    assert_eq!(first.last_updated.as_deref(), Some("2026-11-26T09:00:00Z"));
    assert_eq!(second.content_type, ContentType::HealthCard);
    assert_eq!(second.fhir_version, "4.0.1");
    assert_eq!(third.embedded(), Some("x"), "what is at hand needs no fetching");
    assert_eq!(fourth.content_type, ContentType::Other("image/png".into()));
    assert_eq!(
        Manifest::from_json(manifest.to_json().as_bytes(), None, NOW),
        Ok(manifest.clone())
    );
    assert!(!format!("{manifest:?}").contains("relay"));
}

#[test]
fn an_address_ends_with_its_hour() {
    let manifest =
        read(r#"{"contentType":"application/fhir+json","location":"https://relay.example.org/f/1"}"#)
            .unwrap();
    let file = &manifest.files[0];
    assert_eq!(
        file.location(NOW + 3600),
        Ok(Some("https://relay.example.org/f/1"))
    );
    assert!(file.location(NOW + 3601).is_err());
    let forever = Place::Location {
        url: "https://a/".into(),
        since: u64::MAX,
    };
    let file = pocketchart_share::shl::ManifestFile {
        place: forever,
        ..file.clone()
    };
    assert!(file.location(u64::MAX).is_ok());
}

#[test]
fn all_statuses_of_both_texts_are_known() {
    for (code, expected) in [
        ("finalized", FileStatus::Finalized),
        ("can-change", FileStatus::CanChange),
        ("no-longer-valid", FileStatus::NoLongerValid),
        ("entered-in-error", FileStatus::EnteredInError),
        ("retracted", FileStatus::Retracted),
        ("later", FileStatus::Other("later".into())),
    ] {
        let manifest = read(&format!(
            r#"{{"contentType":"application/fhir+json","embedded":"x","status":"{code}"}}"#
        ));
        let status = manifest.unwrap().files[0].status.clone().unwrap();
        assert_eq!(status, expected);
        assert_eq!(status.as_str(), code);
    }
}

#[test]
fn bad_manifests_are_refused_with_their_reason() {
    let fhir = r#"{"contentType":"application/fhir+json""#;
    for (files, expected) in [
        (format!("{fhir}}}"), ManifestError::Nowhere(0)),
        (
            format!(
                r#"{fhir},"embedded":"x"}},{fhir},"embedded":"{}"}}"#,
                "a".repeat(21)
            ),
            ManifestError::EmbeddedTooLong(1),
        ),
        (
            format!(r#"{fhir},"location":"http://relay.example.org/f"}}"#),
            ManifestError::Location(0),
        ),
        (
            format!(r#"{fhir},"location":"/f/1"}}"#),
            ManifestError::Location(0),
        ),
        (r#"{"embedded":"x"}"#.into(), ManifestError::Malformed),
        (format!(r#"{fhir},"embedded":1}}"#), ManifestError::Malformed),
        (
            format!(r#"{fhir},"embedded":"x","embedded":"y"}}"#),
            ManifestError::Malformed,
        ),
        (
            vec![r#"{"contentType":"a/b","embedded":"x"}"#; 1001].join(","),
            ManifestError::TooLarge,
        ),
    ] {
        assert_eq!(read(&files), Err(expected), "{files:.200}");
    }
    for json in [
        "",
        "[]",
        "{}",
        r#"{"files":{}}"#,
        r#"{"files":[],"list":[]}"#,
        r#"[null,[]]"#,
    ] {
        let read = Manifest::from_json(json.as_bytes(), None, NOW);
        assert_eq!(read, Err(ManifestError::Malformed), "{json}");
    }
}

#[test]
fn the_answers_of_a_server_are_told_apart() {
    let link = link(LinkFlags::PASSCODE);
    let answer =
        |status, retry: Option<&str>, body: &str| link.answer(status, retry, body.as_bytes(), None, NOW);
    let list = r#"{"list":{"resourceType":"List","n":1.10},"files":[]}"#;
    let expected = Manifest {
        files: Vec::new(),
        list: Some(r#"{"resourceType":"List","n":1.10}"#.into()),
    };
    assert_eq!(expected.to_json(), list);
    assert_eq!(answer(200, None, list), Ok(ManifestAnswer::Files(expected)));
    for (body, remaining_attempts) in [
        (r#"{"remainingAttempts":4}"#, Some(4)),
        (r#"{"remainingAttempts":-1}"#, None),
        ("no", None),
    ] {
        assert_eq!(
            answer(401, None, body),
            Ok(ManifestAnswer::WrongPasscode { remaining_attempts })
        );
    }
    assert_eq!(answer(404, None, ""), Ok(ManifestAnswer::NotActive));
    for (header, retry_after) in [
        (Some("120"), Some(120)),
        (Some("Wed, 21 Oct 2026 07:28:00 GMT"), None),
        (None, None),
    ] {
        assert_eq!(
            answer(429, header, ""),
            Ok(ManifestAnswer::TooMany { retry_after })
        );
    }
    assert_eq!(answer(500, None, ""), Err(ManifestError::Status(500)));
    assert_eq!(answer(200, None, "<html>"), Err(ManifestError::Malformed));
}
