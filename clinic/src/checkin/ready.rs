//! Forms that the desk can start from, in our own words. No clinician has reviewed them.

use pocketchart::form::Form;
use serde::Serialize;
use serde_json::value::RawValue;
use utoipa::ToSchema;

const READY: [(&str, &str); 3] = [
    ("before-the-call", include_str!("forms/before-the-call.json")),
    ("home-readings", include_str!("forms/home-readings.json")),
    (
        "allergies-and-medicines",
        include_str!("forms/allergies-and-medicines.json"),
    ),
];

/// A form to start from.
#[derive(Serialize, ToSchema)]
pub(crate) struct ReadyForm {
    /// Stays the same in all versions.
    name: &'static str,
    title: String,
    /// FHIR R4 Questionnaire.
    #[schema(value_type = Object)]
    questionnaire: &'static RawValue,
}

/// All of them.
pub(crate) fn ready() -> Vec<ReadyForm> {
    let form = |(name, json): (&'static str, &'static str)| {
        let form = Form::read(json.as_bytes()).ok()?;
        Some(ReadyForm {
            name,
            title: form.questionnaire().title.clone()?,
            questionnaire: serde_json::from_str(json).ok()?,
        })
    };
    READY.into_iter().filter_map(form).collect()
}

#[test]
fn each_can_be_shown_and_is_named() {
    let ready = ready();
    assert_eq!(ready.len(), READY.len());
    for form in ready {
        let read = Form::read(form.questionnaire.get().as_bytes());
        let canonical = read.ok().and_then(|it| it.canonical());
        assert!(
            canonical.is_some_and(|it| it.contains(form.name) && it.contains('|')),
            "{}",
            form.name
        );
    }
}
