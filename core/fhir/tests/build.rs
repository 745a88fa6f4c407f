//! What the builders write is read back as it was typed; what cannot be right is refused.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

#[path = "official/samples.rs"]
mod samples;

use pocketchart_fhir::build::*;
use pocketchart_fhir::sections::{allowed, section_of};
use pocketchart_fhir::split::{Part, split_bytes};
use pocketchart_fhir::summary::{Negation, Summary, summary};
use pocketchart_fhir::{Decimal, FhirDateTime};

fn row(name: &str) -> Summary {
    let samples = samples::samples();
    let (_, sample) = samples.iter().find(|(sample, _)| *sample == name).unwrap();
    summary(&sample.build().unwrap()).unwrap()
}

#[test]
fn every_sample_is_one_minified_resource_with_a_readable_view_and_the_same_bytes_twice() {
    for (name, sample) in samples::samples() {
        let bytes = sample.build().unwrap();
        assert_eq!(bytes, sample.build().unwrap(), "{name}");
        let outside_strings = String::from_utf8(bytes.clone()).unwrap().replace("\\\"", "");
        let outside_strings: String = outside_strings.split('"').step_by(2).collect();
        assert!(
            !outside_strings.contains(char::is_whitespace),
            "{name} is not minified"
        );
        let parts = split_bytes(&bytes).unwrap();
        let [Part::Resource(resource)] = parts.as_slice() else {
            panic!("{name}: {parts:?}")
        };
        assert_eq!(resource.bytes, bytes, "{name}");
        let row = summary(&bytes).unwrap();
        assert!(row.readable, "{name}: {row:?}");
        // What says who may see the record, who saw it, and with which file it came, stands in no list.
        let unlisted = ["audit", "consent", "provenance"]
            .iter()
            .any(|it| name.starts_with(it));
        assert!(row.title.is_some() || unlisted, "{name}: {row:?}");
        assert!(allowed(&row.resource_type, section_of(&bytes)), "{name}");
    }
}

#[test]
fn what_was_typed_is_what_a_list_shows() {
    let allergy = row("allergy");
    assert_eq!(
        (
            allergy.section,
            allergy.title.as_deref(),
            allergy.severity.as_deref(),
            allergy.criticality.as_deref()
        ),
        (
            "allergies",
            Some("Allergy to penicillin"),
            Some("severe"),
            Some("high")
        )
    );
    assert_eq!(allergy.reaction.as_deref(), Some("Urticaria, Swollen lips"));
    assert_eq!(allergy.when.unwrap().as_str(), "1998");
    assert_eq!(allergy.who.as_deref(), Some("Maria Okafor"));
    assert_eq!(
        allergy.group.as_deref(),
        Some("allergy|http://snomed.info/sct|91936005")
    );

    assert_eq!(row("allergy-none-known").negation, Some(Negation::NoneKnown));
    assert_eq!(row("vaccine-words").negation, Some(Negation::NotDone));
    assert_eq!(
        row("allergy-error").verification.as_deref(),
        Some("entered-in-error")
    );

    let message = row("communication");
    assert_eq!(
        (message.section, message.title.as_deref(), message.who.as_deref()),
        (
            "messages",
            Some("May I eat before?\nI take 1.50 mg of \"Prednisone\"."),
            None
        )
    );

    let medicine = row("medicine");
    assert_eq!(
        medicine.dosage.as_deref(),
        Some("One tablet with breakfast and one with dinner")
    );
    assert_eq!(
        (medicine.until, medicine.status.as_deref()),
        (None, Some("active"))
    );

    let result = row("measurement");
    let value = result.value.unwrap();
    assert_eq!(
        (value.text.as_str(), value.unit.as_deref(), value.ucum.as_deref()),
        ("7.10", Some("%"), Some("%"))
    );
    let range = result.range.unwrap();
    assert_eq!(
        (range.low.unwrap().as_str(), range.high.unwrap().as_str()),
        ("4.0", "5.6")
    );
    assert_eq!((result.section, result.flag.as_deref()), ("results", Some("H")));

    let pressure = row("blood-pressure");
    assert_eq!(pressure.section, "vitals");
    let numbers: Vec<String> = pressure
        .components
        .into_iter()
        .map(|c| c.value.unwrap().text)
        .collect();
    assert_eq!(numbers, ["128", "79"]);

    let note = row("note");
    assert_eq!(note.section, "notes");
    assert_eq!(
        note.note.as_deref(),
        Some("Twice this week, in the morning.\nGone after breakfast.")
    );
    assert!(note.search.contains("breakfast"));

    assert_eq!(row("contact").title.as_deref(), Some("Chidi Okafor"));
    let directive = row("directive");
    assert_eq!(
        (directive.section, directive.title.as_deref()),
        ("profile", Some("My sister decides"))
    );
    assert!(directive.search.contains("ngozi"));
    assert_eq!(row("document").title.as_deref(), Some("Blood test.pdf"));
}

fn json(name: &str) -> serde_json::Value {
    let samples = samples::samples();
    let (_, sample) = samples.iter().find(|(sample, _)| *sample == name).unwrap();
    serde_json::from_slice(&sample.build().unwrap()).unwrap()
}

/// The fixed values and cardinalities of IHE BALP's Privacy Disclosure at Source and at Recipient.
#[test]
fn disclosures_follow_the_patterns_of_balp() {
    let patterns = [
        ("audit-disclosed", "110106", "R", "110153"),
        ("audit-least", "110106", "R", "110153"),
        ("audit-received", "110107", "C", "110152"),
    ];
    for (name, kind, action, observer_role) in patterns {
        let event = json(name);
        assert_eq!(event["type"]["code"], kind, "{name}");
        assert_eq!(event["action"], action, "{name}");
        assert_eq!(event["subtype"][0]["code"], "disclose", "{name}");
        assert!(event["outcome"].is_string() && event["recorded"].is_string());
        let agents = event["agent"].as_array().unwrap();
        for role in ["110153", "110152", "429577009"] {
            let of_role: Vec<_> = agents
                .iter()
                .filter(|it| it["type"]["coding"][0]["code"] == role)
                .collect();
            let [agent] = of_role.as_slice() else {
                panic!("{name}: {role}")
            };
            assert!(agent["who"].is_object() && agent["requestor"].is_boolean());
            assert_eq!(agent["network"].is_object(), role != "429577009", "{name}");
            assert_eq!(
                agent["who"] == event["source"]["observer"],
                role == observer_role,
                "{name}"
            );
        }
        let entities = event["entity"].as_array().unwrap();
        assert!(entities.len() >= 2, "{name}");
        let patients = entities
            .iter()
            .filter(|it| it["type"]["code"] == "1" && it["role"]["code"] == "1");
        assert_eq!(
            patients.map(|it| &it["what"]["type"]).collect::<Vec<_>>(),
            ["Patient"]
        );
    }
    let broken = json("audit-override");
    assert_eq!(broken["type"]["code"], "110113");
    assert_eq!(broken["subtype"][0]["code"], "110127");
    let purposes = broken["purposeOfEvent"].as_array().unwrap();
    let purposes: Vec<_> = purposes.iter().map(|it| &it["coding"][0]["code"]).collect();
    assert_eq!(purposes, ["ETREAT", "BTG"]);
}

#[test]
fn a_consent_is_in_force_until_it_is_taken_back() {
    assert_eq!(json("consent")["status"], "active");
    let ended = json("consent-ended");
    assert_eq!(
        (&ended["status"], &ended["provision"]["period"]["end"]),
        (&"inactive".into(), &"2026-03-04T09:00:00Z".into())
    );
    assert!(ended["provision"]["actor"].is_null());
    assert_eq!(json("consent")["provision"]["type"], "permit");
    assert_eq!(ended["provision"]["type"], "deny", "but for:");
    let parts = ended["provision"]["provision"].as_array().unwrap();
    assert!(parts.len() == 2 && parts.iter().all(|it| it["type"] == "permit"));
}

#[test]
fn wrong_words_are_refused() {
    let about = || Stated::about("Patient/1");
    let problem = |since: &str, until: Option<&str>, status| Problem {
        stated: about(),
        what: Concept::words("Asthma"),
        since: Some(FhirDateTime::new(since)),
        until: until.map(FhirDateTime::new),
        status,
        ..Problem::default()
    };
    let refused = |built: Result<Vec<u8>, BuildError>| built.unwrap_err();
    assert_eq!(
        refused(problem("May 1998", None, ProblemStatus::Active).build()),
        BuildError::Date("onsetDateTime")
    );
    assert_eq!(
        refused(problem("2001", Some("2000"), ProblemStatus::Resolved).build()),
        BuildError::Backwards
    );
    assert_eq!(
        refused(problem("2001", Some("2002"), ProblemStatus::Active).build()),
        BuildError::EndedYetActive
    );
    assert!(
        problem("2001-05", Some("2001"), ProblemStatus::Resolved)
            .build()
            .is_ok()
    );
    assert_eq!(
        refused(
            Allergy {
                stated: about(),
                substance: Concept::words("  "),
                ..Allergy::default()
            }
            .build()
        ),
        BuildError::Empty("code")
    );
    let id = Stated {
        id: Some("a/b".into()),
        ..about()
    };
    assert_eq!(
        refused(
            Note {
                stated: id,
                text: "x".into(),
                ..Note::default()
            }
            .build()
        ),
        BuildError::Id
    );
    assert_eq!(
        refused(
            Note {
                text: "x".into(),
                ..Note::default()
            }
            .build()
        ),
        BuildError::Empty("subject")
    );
    assert_eq!(
        refused(
            Measurement {
                stated: about(),
                ..Measurement::default()
            }
            .build()
        ),
        BuildError::Empty("value")
    );
    assert!(Decimal::new("12,5").is_err());
}
