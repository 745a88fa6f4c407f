//! What a list shows: words, groups, absences, sources; and what it shows of a resource that cannot be read.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

use pocketchart_fhir::split::Head;
use pocketchart_fhir::summary::{Negation, Source, Summary, summary};
use pocketchart_fhir::view::{GenericHead, View, ViewError};

fn row(text: &str) -> Summary {
    summary(text.as_bytes()).unwrap()
}

fn group(text: &str) -> Option<String> {
    row(text).group
}

#[test]
fn sources_that_speak_of_the_same_thing_share_a_group() {
    let allergy = |id: &str, text: &str| {
        format!(
            r#"{{"resourceType":"AllergyIntolerance","id":"{id}","code":{{"coding":[{{"system":"urn:other","code":"x{id}"}},
               {{"system":"http://snomed.info/sct","code":"91936005"}}],"text":"{text}"}},"recordedDate":"20{id}"}}"#
        )
    };
    assert_eq!(group(&allergy("10", "Penicillin")), group(&allergy("11", "PCN")));
    assert_eq!(
        group(&allergy("10", "Penicillin")).as_deref(),
        Some("allergy|http://snomed.info/sct|91936005")
    );

    let words = |text: &str| {
        group(&format!(
            r#"{{"resourceType":"AllergyIntolerance","code":{{"text":"{text}"}}}}"#
        ))
    };
    assert_eq!(words("Pénicilline "), words("PENICILLINE"));
    assert_ne!(words("Penicillin"), words("Amoxicillin"));

    let order = r#"{"resourceType":"MedicationRequest","medicationCodeableConcept":{"coding":[{"system":"rx","code":"6809"}]}}"#;
    assert_eq!(group(order), group(&order.replace("Request", "Statement")));
}

#[test]
fn results_and_vaccines_need_the_day() {
    let result = |when: &str, specimen: &str| {
        group(&format!(
            r#"{{"resourceType":"Observation","code":{{"coding":[{{"system":"http://loinc.org","code":"4548-4"}}]}}
               {when}{specimen}}}"#
        ))
    };
    let at = |when: &str| format!(r#","effectiveDateTime":"{when}""#);
    assert_eq!(
        result(&at("2024-01-02"), "").as_deref(),
        Some("result|http://loinc.org|4548-4|2024-01-02")
    );
    assert_eq!(
        result(&at("2024-01-02"), ""),
        result(&at("2024-01-02T08:00:00Z"), "")
    );
    assert_ne!(result(&at("2024-01-02"), ""), result(&at("2024-01-03"), ""));
    assert_eq!(result(&at("2024-01"), ""), None);
    assert_eq!(result("", ""), None);
    assert_eq!(group(r#"{"resourceType":"Basic","created":"2024-01-02"}"#), None);

    let vaccine = r#"{"resourceType":"Immunization","vaccineCode":{"coding":[{"system":"http://snomed.info/sct","code":"1"},
        {"system":"http://hl7.org/fhir/sid/cvx","code":"115"}]},"occurrenceDateTime":"2021-10-04"}"#;
    assert_eq!(
        group(vaccine).as_deref(),
        Some("vaccine|http://hl7.org/fhir/sid/cvx|115|2021-10-04")
    );
}

#[test]
fn none_known_and_nothing_known_are_different_statements() {
    let coded = |kind: &str, member: &str, system: &str, code: &str| {
        row(&format!(
            r#"{{"resourceType":"{kind}","{member}":{{"coding":[{{"system":"{system}","code":"{code}"}}]}}}}"#
        ))
        .negation
    };
    let ips = "http://hl7.org/fhir/uv/ips/CodeSystem/absent-unknown-uv-ips";
    let snomed = "http://snomed.info/sct";
    for (found, expected) in [
        (
            coded("AllergyIntolerance", "code", snomed, "716186003"),
            Some(Negation::NoneKnown),
        ),
        (
            coded("AllergyIntolerance", "code", snomed, "409137002"),
            Some(Negation::NoneKnown),
        ),
        (
            coded("AllergyIntolerance", "code", ips, "no-known-allergies"),
            Some(Negation::NoneKnown),
        ),
        (
            coded("AllergyIntolerance", "code", ips, "no-allergy-info"),
            Some(Negation::NoInformation),
        ),
        (
            coded("Condition", "code", ips, "no-known-problems"),
            Some(Negation::NoneKnown),
        ),
        (
            coded(
                "MedicationStatement",
                "medicationCodeableConcept",
                snomed,
                "787481004",
            ),
            Some(Negation::NoneKnown),
        ),
        (coded("AllergyIntolerance", "code", snomed, "91936005"), None),
        (
            coded("AllergyIntolerance", "code", "urn:other", "716186003"),
            None,
        ),
        (
            row(r#"{"resourceType":"Immunization","status":"not-done"}"#).negation,
            Some(Negation::NotDone),
        ),
        (
            row(r#"{"resourceType":"Procedure","status":"not-done"}"#).negation,
            Some(Negation::NotDone),
        ),
        (
            row(r#"{"resourceType":"MedicationRequest","doNotPerform":true}"#).negation,
            Some(Negation::NotDone),
        ),
        (
            row(r#"{"resourceType":"MedicationStatement","status":"not-taken"}"#).negation,
            Some(Negation::NotDone),
        ),
    ] {
        assert_eq!(found, expected);
    }
}

#[test]
fn the_worst_reaction_and_the_usual_range_are_shown() {
    let allergy = row(
        r#"{"resourceType":"AllergyIntolerance","reaction":[{"severity":"mild","manifestation":[{"text":"Itch"}]},
        {"severity":"severe","manifestation":[{"text":"Shock"}],"substance":{"text":"Cashew"}},{"severity":"moderate"}]}"#,
    );
    assert_eq!(allergy.severity.as_deref(), Some("severe"));
    assert_eq!(allergy.reaction.as_deref(), Some("Itch, Shock"));
    assert_eq!(allergy.title.as_deref(), Some("Cashew"));

    let result = row(
        r#"{"resourceType":"Observation","valueQuantity":{"value":5.40,"comparator":"<","unit":"mmol/L",
        "system":"http://unitsofmeasure.org","code":"mmol/L"},"interpretation":[{"coding":[{"code":"HH"}]}],
        "referenceRange":[{"type":{"coding":[{"code":"therapeutic"}]},"high":{"value":9}},{"low":{"value":3.50},"text":"3.50-5.10"}]}"#,
    );
    let value = result.value.unwrap();
    assert_eq!(
        (
            value.text.as_str(),
            value.comparator.as_deref(),
            value.ucum.as_deref()
        ),
        ("5.40", Some("<"), Some("mmol/L"))
    );
    let range = result.range.unwrap();
    assert_eq!(
        (range.low.unwrap().as_str(), range.high, range.text.as_deref()),
        ("3.50", None, Some("3.50-5.10"))
    );
    assert_eq!(result.flag.as_deref(), Some("HH"));

    let value = |text: &str| {
        row(&format!(r#"{{"resourceType":"Observation",{text}}}"#))
            .value
            .unwrap()
    };
    assert_eq!(
        value(r#""valueRatio":{"numerator":{"value":1},"denominator":{"value":128}}"#).text,
        "1:128"
    );
    assert_eq!(
        value(r#""valueRange":{"low":{"value":2,"unit":"d"},"high":{"value":4,"unit":"d"}}"#).text,
        "2–4"
    );
    assert_eq!(value(r#""valueBoolean":false"#).text, "false");
    assert_eq!(value(r#""valueInteger":7"#).number.unwrap().as_str(), "7");
}

#[test]
fn a_medicine_is_named_by_what_it_contains_or_by_where_its_name_is() {
    let contained = |code: &str| {
        row(&format!(
            r##"{{"resourceType":"MedicationRequest","contained":[{{"resourceType":"Patient","id":"m","code":5}},
              {{"resourceType":"Medication","id":"med"{code}}}],"medicationReference":{{"reference":"#med"}}}}"##
        ))
    };
    assert_eq!(
        contained(r#","code":{"text":"Aspirin"}"#).title.as_deref(),
        Some("Aspirin")
    );
    assert_eq!((contained("").title, contained("").medicine), (None, None));
    let elsewhere = row(
        r#"{"resourceType":"MedicationRequest","medicationReference":{"reference":"Medication/7","display":"Aspirin"}}"#,
    );
    assert_eq!(
        (elsewhere.title.as_deref(), elsewhere.medicine.as_deref()),
        (Some("Aspirin"), Some("Medication/7"))
    );
}

#[test]
fn a_field_of_wrong_shape_hides_only_itself() {
    let bytes =
        br#"{"resourceType":"AllergyIntolerance","id":"7","code":{"text":"Bees"},"reaction":"swelling",
        "recordedDate":"2020","patient":{"reference":"Patient/1"},"note":[{"text":"seen once"},7]}"#;
    assert!(matches!(View::of(bytes), Err(ViewError::Shape { line: 1, .. })));
    let row = summary(bytes).unwrap();
    assert!(!row.readable);
    assert_eq!((row.section, row.title.as_deref()), ("allergies", Some("Bees")));
    assert_eq!(row.when.as_ref().map(|when| when.as_str()), Some("2020"));
    assert_eq!(
        (row.subject.as_deref(), row.note.as_deref()),
        (Some("Patient/1"), Some("seen once"))
    );
    assert_eq!(row.group.as_deref(), Some("allergy|text|bees"));
    assert_eq!(summary(b"{}").unwrap_err(), ViewError::NotAResource);
    assert_eq!(GenericHead::of(b"nonsense"), GenericHead::default());
}

#[test]
fn the_source_is_the_server_the_resource_came_from() {
    let bytes =
        br#"{"resourceType":"Condition","id":"c","meta":{"source":"https://lab.example","versionId":"3"}}"#;
    let head = Head::of(bytes).unwrap();
    let system = |url: Option<&str>| Source::of(&head, url).unwrap().system;
    assert_eq!(
        system(Some("https://a.example/fhir/Condition/c")).as_deref(),
        Some("https://a.example/fhir")
    );
    assert_eq!(
        system(Some("https://a.example/fhir/Condition/other")).as_deref(),
        Some("https://lab.example")
    );
    assert_eq!(system(Some("urn:uuid:1")).as_deref(), Some("https://lab.example"));
    assert_eq!(summary(bytes).unwrap().version_id.as_deref(), Some("3"));
    assert_eq!(
        Source::of(&Head::of(br#"{"resourceType":"Basic"}"#).unwrap(), None),
        None
    );
}

#[test]
fn what_tells_two_things_of_one_key_apart_is_a_detail() {
    let details = |text: &str| {
        let details = row(text).details.into_iter();
        details
            .map(|it| format!("{}: {}", it.name, it.value))
            .collect::<Vec<_>>()
    };
    let fracture = r#"{"resourceType":"Condition","code":{"text":"Fracture of left tibia"},"onsetDateTime":"2015-06-01T08:00:00Z"}"#;
    assert_eq!(details(fracture), ["side: left", "onset: 2015-06-01"]);
    let glucose = r#"{"resourceType":"Observation","code":{"text":"Glucose"},"specimen":{"display":"Urine"},"effectiveDateTime":"2015-06-01"}"#;
    assert_eq!(details(glucose), ["specimen: urine"]);
    let named = glucose.replace(r#""display":"Urine""#, r#""reference":"Specimen/1""#);
    assert_eq!(details(&named), ["specimen-reference: Specimen/1"]);
}

#[test]
fn what_is_said_of_another_than_the_patient_stands_alone() {
    let of = |subject: &str| {
        format!(
            r#"{{"resourceType":"Condition","code":{{"text":"Asthma"}},"onsetDateTime":"2001","subject":{{"reference":"{subject}"}}}}"#
        )
    };
    assert!(group(&of("Patient/1")).is_some());
    assert_eq!(group(&of("Group/1")), None);
    assert_eq!(group(&of("https://a.example/fhir/RelatedPerson/1")), None);
}
