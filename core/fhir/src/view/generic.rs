//! What can be said of a resource of any type, field by field: a bad field hides only itself.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer};
use serde_json::value::RawValue;

use super::{Annotation, CodeableConcept, Identifier, Period, Reference, best_name};
use crate::FhirDateTime;
use crate::scan::members;

/// Type, date, status and words of a resource of any type.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct GenericHead {
    pub resource_type: String,
    pub id: Option<String>,
    pub identifier: Vec<Identifier>,
    pub status: Option<String>,
    /// The resource's own words: code, title, name, description or type, whichever it has first.
    pub title: Option<String>,
    pub code: Option<CodeableConcept>,
    /// `category`, else `relationship`.
    pub category: Vec<CodeableConcept>,
    pub when: Option<FhirDateTime>,
    pub until: Option<FhirDateTime>,
    pub subject: Option<Reference>,
    pub author: Option<Reference>,
    pub note: Option<String>,
}

impl GenericHead {
    /// Reads what can be read; empty where the bytes are no JSON object.
    pub fn of(bytes: &[u8]) -> GenericHead {
        let [resource_type, id, identifier, status] =
            members(bytes, ["resourceType", "id", "identifier", "status"]);
        let (code, title) = words(bytes);
        let (when, until) = time(bytes);
        let [category, relationship, note] = members(bytes, ["category", "relationship", "note"]);
        let people = members(bytes, ["subject", "patient", "beneficiary", "for"]);
        let authors = members(
            bytes,
            [
                "author",
                "recorder",
                "asserter",
                "performer",
                "requester",
                "sender",
                "source",
            ],
        );
        GenericHead {
            resource_type: read(resource_type).unwrap_or_default(),
            id: read(id),
            identifier: one_or_many(identifier),
            status: read(status),
            title,
            code,
            category: one_or_many(category.or(relationship)),
            when,
            until,
            subject: people
                .into_iter()
                .find_map(|raw| one_or_many(raw).into_iter().next()),
            author: authors
                .into_iter()
                .find_map(|raw| one_or_many(raw).into_iter().next()),
            note: one_or_many::<Annotation>(note)
                .into_iter()
                .find_map(|note| note.text),
        }
    }
}

fn words(bytes: &[u8]) -> (Option<CodeableConcept>, Option<String>) {
    let concepts = members(
        bytes,
        [
            "code",
            "vaccineCode",
            "medicationCodeableConcept",
            "type",
            "serviceType",
            "class",
            "category",
            "scope",
        ],
    );
    let code = concepts.into_iter().find_map(|raw| {
        one_or_many::<CodeableConcept>(raw)
            .into_iter()
            .find(|concept| concept.words().is_some())
    });
    let texts = members(
        bytes,
        [
            "title",
            "name",
            "description",
            "comment",
            "deviceName",
            "productName",
        ],
    );
    let text = |raw: Option<&[u8]>| {
        read::<String>(raw)
            .or_else(|| best_name(&one_or_many(raw)))
            .or_else(|| {
                one_or_many::<CodeableConcept>(raw)
                    .first()
                    .and_then(|c| c.words().map(str::to_owned))
            })
    };
    let coded = code.as_ref().and_then(CodeableConcept::words).map(str::to_owned);
    let title = coded
        .or_else(|| texts.into_iter().find_map(text))
        .or_else(|| message(bytes))
        .filter(|title| !title.trim().is_empty());
    (code, title)
}

/// What a message says first.
fn message(bytes: &[u8]) -> Option<String> {
    #[derive(Deserialize)]
    struct Payload {
        #[serde(rename = "contentString")]
        content: Option<String>,
    }
    let [payload] = members(bytes, ["payload"]);
    one_or_many::<Payload>(payload)
        .into_iter()
        .find_map(|payload| payload.content)
}

fn time(bytes: &[u8]) -> (Option<FhirDateTime>, Option<FhirDateTime>) {
    let moments = members(
        bytes,
        [
            "effectiveDateTime",
            "occurrenceDateTime",
            "onsetDateTime",
            "performedDateTime",
            "date",
            "authoredOn",
            "dateTime",
            "authored",
            "sent",
            "created",
            "recorded",
            "recordedDate",
            "issued",
            "start",
            "started",
            "identifiedDateTime",
            "detected",
            "whenHandedOver",
            "dateWritten",
            "createdDateTime",
            "collectedDateTime",
            "birthDate",
            "timestamp",
        ],
    );
    let periods = members(
        bytes,
        [
            "effectivePeriod",
            "occurrencePeriod",
            "period",
            "onsetPeriod",
            "performedPeriod",
            "billablePeriod",
            "executionPeriod",
            "servicedPeriod",
        ],
    );
    let period: Option<Period> = periods.into_iter().find_map(read);
    let start = period.as_ref().and_then(|period| period.start.clone());
    let when = moments.into_iter().find_map(read).or(start);
    (when, period.and_then(|period| period.end))
}

fn read<T: DeserializeOwned>(raw: Option<&[u8]>) -> Option<T> {
    raw.and_then(|raw| serde_json::from_slice(raw).ok())
}

fn one_or_many<T: DeserializeOwned>(raw: Option<&[u8]>) -> Vec<T> {
    match raw {
        Some(raw) if raw.first() == Some(&b'[') => {
            let items: Vec<&RawValue> = serde_json::from_slice(raw).unwrap_or_default();
            items
                .into_iter()
                .filter_map(|item| serde_json::from_str(item.get()).ok())
                .collect()
        }
        raw => read(raw).into_iter().collect(),
    }
}

/// A field that is absent when it has an unexpected shape.
pub(super) fn lenient<'de, D, T>(deserializer: D) -> Result<Option<T>, D::Error>
where
    D: Deserializer<'de>,
    T: DeserializeOwned,
{
    let raw = Box::<RawValue>::deserialize(deserializer)?;
    Ok(serde_json::from_str(raw.get()).ok())
}
