//! What of an answer can be written to the system of whoever asked: forms as they were filled in, and what they measure.

use super::parts::given;
use super::received::{form_of, said_by};
use pocketchart_fhir::FhirDateTime;
use pocketchart_fhir::build::{Author, Build, Stated, Target};
use pocketchart_fhir::form::{Form, Measured};
use pocketchart_fhir::view::{Identifier, QuestionnaireResponse, View};
use pocketchart_fhir::write_back::{ANSWERS, Prepared, Unfit, prepare_answers};
use pocketchart_share::checkin::{Asked, CheckinItem, CheckinRequest, CheckinResponse};
use serde_json::json;
use std::collections::BTreeSet;

/// Statements of one answer; what is beyond is not made.
const MOST: usize = 1000;
/// States of a form that holds: neither given up nor said to be an error.
const HOLDS: [&str; 3] = ["in-progress", "completed", "amended"];
const MEASUREMENT: &str = "Observation";

/// Something of an answer that can be written to the system of whoever asked. Health data: never to be logged.
#[derive(Clone, PartialEq)]
pub struct CheckinStatement {
    /// Names it within the answer, in the same words however often it is made.
    pub key: String,
    /// What it is, for people.
    pub title: String,
    /// FHIR's type.
    pub kind: &'static str,
    /// The form that it was taken from, by its key; none for a form.
    pub from: Option<String>,
    /// Who says so: none for the patient.
    pub said_by: Option<String>,
    /// The resource, or why it is not sent. Then nothing that was taken from it is made.
    pub prepared: Result<Prepared, Unfit>,
}

/// Whom an answer is about in the system of whoever asked.
pub struct CheckinSubject<'a> {
    /// The patient there: `Patient/id`.
    pub patient: &'a str,
    /// When the answer came, where a form does not say when it was filled in.
    pub received: &'a FhirDateTime,
    /// The name that whoever asked gives to the statement of a key.
    pub name: &'a dyn Fn(&str) -> Identifier,
}

impl CheckinStatement {
    /// Each form that was filled in, and after it what it measures ([`Form::measured`]); not entries that were given, nor anything of what was
    /// declined. A form whose own program says that it was given up or is an error is left out.
    ///
    /// Nothing of it was verified: it is what a person says. When a form does not say when something was measured, it was measured by
    /// the time at which the form was filled in.
    ///
    /// ```
    /// use pocketchart::{CheckinRequest, CheckinResponse, CheckinStatement, CheckinSubject, FhirDateTime, Identifier};
    ///
    /// let request = CheckinRequest::read(r#"{"type":"smart-health-checkin-request","version":"1","id":"r1","items":[{
    ///     "id":"weight","title":"Your weight","accept":["application/fhir+json"],
    ///     "content":{"kind":"form.fhir","questionnaire":{"resourceType":"Questionnaire","status":"active",
    ///         "item":[{"linkId":"kg","text":"How heavy are you?","type":"quantity",
    ///             "code":[{"system":"http://loinc.org","code":"29463-7"}]}]}}}]}"#)?;
    /// let response = CheckinResponse::read(r#"{"type":"smart-health-checkin-response","version":"1","requestId":"r1",
    ///     "artifacts":[{"id":"a","mediaType":"application/fhir+json","fhirVersion":"4.0.1","fulfills":["weight"],
    ///         "value":{"resourceType":"QuestionnaireResponse","status":"completed","item":[{"linkId":"kg","answer":[
    ///             {"valueQuantity":{"value":81.50,"unit":"kg","system":"http://unitsofmeasure.org","code":"kg"}}]}]}}],
    ///     "requestStatus":[{"item":"weight","status":"fulfilled"}]}"#, &request)?;
    /// let name = |key: &str| Identifier { system: Some("urn:example".into()), value: Some(key.to_owned()) };
    /// let received = FhirDateTime::new("2026-11-27T09:00:00Z");
    /// let subject = CheckinSubject { patient: "Patient/7", received: &received, name: &name };
    /// let statements = CheckinStatement::of(&request, &response, &subject);
    /// assert_eq!(statements.iter().map(|it| it.kind).collect::<Vec<_>>(), ["QuestionnaireResponse", "Observation"]);
    /// let weight = statements[1].prepared.as_ref().unwrap();
    /// assert!(std::str::from_utf8(&weight.bytes)?.contains(r#""value":81.50"#));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn of(
        request: &CheckinRequest,
        response: &CheckinResponse,
        subject: &CheckinSubject<'_>,
    ) -> Vec<Self> {
        let (mut statements, mut seen) = (Vec::new(), BTreeSet::new());
        for item in &request.items {
            let Some(form) = form_of(item) else { continue };
            for (artifact, at, resource) in given(request, response, item) {
                if let Ok(View::QuestionnaireResponse(view)) = View::of(&resource.bytes)
                    && view.status.as_deref().is_some_and(|it| HOLDS.contains(&it))
                    && statements.len() < MOST
                    && seen.insert((&artifact.id, at))
                {
                    let filled = Filled {
                        key: json!([artifact.id, at]).to_string(),
                        item,
                        form: &form,
                        view: &view,
                        subject,
                    };
                    filled.state(&resource.bytes, &mut statements);
                }
            }
        }
        statements
    }
}

/// A form that was filled in.
struct Filled<'a> {
    key: String,
    item: &'a CheckinItem,
    form: &'a Form,
    view: &'a QuestionnaireResponse,
    subject: &'a CheckinSubject<'a>,
}

impl Filled<'_> {
    fn state(&self, bytes: &[u8], to: &mut Vec<CheckinStatement>) {
        let asked = match &self.item.content {
            Asked::Form(asked) => asked.canonical.clone().or_else(|| self.form.canonical()),
            _ => None,
        };
        let ours = (self.subject.name)(&self.key);
        let prepared = prepare_answers(bytes, self.subject.patient, &ours, asked.as_deref());
        let is_sent = prepared.is_ok();
        let said_by = said_by(self.view);
        to.push(CheckinStatement {
            key: self.key.clone(),
            title: self.item.title.clone(),
            kind: ANSWERS,
            from: None,
            said_by: said_by.clone(),
            prepared,
        });
        if !is_sent {
            return;
        }
        let measured = self.form.measured(&self.form.answers_of(self.view));
        to.extend(measured.into_iter().filter_map(|it| {
            let key = json!([self.key, it.questions, it.answer]).to_string();
            let title = it.measurement.what.text.clone();
            let bytes = self.measurement(it, (self.subject.name)(&key))?;
            Some(CheckinStatement {
                key,
                title,
                kind: MEASUREMENT,
                from: Some(self.key.clone()),
                said_by: said_by.clone(),
                prepared: Ok(Prepared {
                    kind: MEASUREMENT.to_owned(),
                    bytes,
                    left_out: Vec::new(),
                }),
            })
        }));
    }

    fn measurement(&self, measured: Measured, ours: Identifier) -> Option<Vec<u8>> {
        let mut measurement = measured.measurement;
        if measurement.when.is_none() {
            let filled_in = self.view.authored.as_ref().filter(|it| it.is_date_time());
            measurement.until = Some(filled_in.unwrap_or(self.subject.received).clone());
        }
        measurement.stated = Stated {
            subject: self.subject.patient.to_owned(),
            identifier: Some(ours),
            by: self.performer(),
            ..Stated::default()
        };
        measurement.derived_from = Some(Target {
            resource_type: ANSWERS.to_owned(),
            url: None,
            identifier: (self.subject.name)(&self.key),
        });
        measurement.build().ok()
    }

    /// Who measured: whoever answered. Somebody without a name is left out.
    fn performer(&self) -> Option<Author> {
        match self.view.answered_by() {
            None => Some(Author {
                reference: Some(self.subject.patient.to_owned()),
                name: None,
            }),
            Some(other) => other.display.clone().map(|name| Author {
                reference: None,
                name: Some(name),
            }),
        }
    }
}
