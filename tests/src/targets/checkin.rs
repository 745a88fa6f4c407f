//! What a clinic asks before a visit, what is answered, and the forms in it.

use super::seeds::Seed;
use super::{joined, parts};
use pocketchart::CheckinReceived;
use pocketchart_fhir::build::{Build, FormResponse, Stated};
use pocketchart_fhir::form::{Answers, Form, Misfit};
use pocketchart_fhir::view::View;
use pocketchart_share::checkin::{CheckinRequest, CheckinResponse};

/// A request, and responses to it: what is let through reads the same again, and whoever asked sees what became of each item.
pub(super) fn checkin(data: &[u8]) {
    let parts = parts(data);
    let Some((request, responses)) = parts.split_first() else {
        return;
    };
    let Ok(request) = CheckinRequest::read(&String::from_utf8_lossy(request)) else {
        return;
    };
    for response in responses {
        if let Ok(response) = CheckinResponse::read(&String::from_utf8_lossy(response), &request) {
            assert_eq!(
                CheckinResponse::read(&response.write(), &request).unwrap(),
                response
            );
            assert_eq!(
                CheckinReceived::of(&request, &response).len(),
                request.items.len()
            );
        }
    }
}

/// A form, a response to it, and words as a person types them: an answer that was let through fits its question, and what is built of
/// answers that fit is a response that gives the same answers.
pub(super) fn form(data: &[u8]) {
    let parts = parts(data);
    let [form, response, words @ ..] = parts.as_slice() else {
        return;
    };
    let Ok(form) = Form::read(form) else { return };
    let mut answers = match View::of(response) {
        Ok(View::QuestionnaireResponse(response)) => form.answers_of(&response),
        _ => Answers::new(),
    };
    for (item, words) in form.items().filter(|it| it.is_question()).zip(words) {
        if let Ok(answer) = item.typed(&String::from_utf8_lossy(words)) {
            answers.insert(item.link_id.clone().unwrap(), vec![answer]);
        }
    }
    if form
        .faults(&answers)
        .iter()
        .any(|it| it.misfit != Misfit::Missing)
    {
        return;
    }
    let response = FormResponse {
        stated: Stated::default(),
        form: &form,
        questionnaire: None,
        answers: &answers,
    };
    let Ok(built) = response.build() else { return };
    let built = match View::of(&built) {
        Ok(View::QuestionnaireResponse(built)) => built,
        other => unreachable!("what was built is no response: {other:?}"),
    };
    let faults = form.faults(&form.answers_of(&built));
    assert!(faults.iter().all(|it| it.misfit == Misfit::Missing), "{faults:?}");
}

pub(super) fn seeds() -> Vec<Seed> {
    let request = br#"{"type":"smart-health-checkin-request","version":"1","id":"r","fhirVersions":["4.0.1"],"items":[{"id":"a","title":"Allergies","accept":["application/fhir+json"],"content":{"kind":"selection.fhir","profiles":["http://a.example/p|1"],"resourceTypes":["AllergyIntolerance"]}},{"id":"c","title":"A card","required":true,"accept":["application/smart-health-card"],"content":{"kind":"selection.fhir"}},{"id":"f","title":"A form","accept":["application/fhir+json"],"content":{"kind":"form.fhir","questionnaireCanonical":"http://a.example/q|1","questionnaire":{"resourceType":"Questionnaire","url":"http://a.example/q","status":"active"}}}]}"#;
    let response = br#"{"type":"smart-health-checkin-response","version":"1","requestId":"r","artifacts":[{"id":"1","mediaType":"application/fhir+json","fhirVersion":"4.0.1","fulfills":["a"],"value":{"resourceType":"AllergyIntolerance","meta":{"profile":["http://a.example/p|1"]}}},{"id":"2","mediaType":"application/smart-health-card","fulfills":["c"],"value":{"verifiableCredential":["e30.e30.e30"]}}],"requestStatus":[{"item":"a","status":"fulfilled"},{"item":"c","status":"partial"},{"item":"f","status":"declined","message":"no"}]}"#;
    let asked = br#"{"type":"smart-health-checkin-request","version":"1","id":"r","fhirVersions":["4.0.1"],"items":[{"id":"p","title":"Problems","accept":["application/fhir+json"],"content":{"kind":"selection.fhir","resourceTypes":["Condition"]}},{"id":"f","title":"A form","accept":["application/fhir+json"],"content":{"kind":"form.fhir","questionnaireCanonical":"urn:q|1","questionnaire":{"resourceType":"Questionnaire","url":"urn:q","version":"1","status":"active","item":[{"linkId":"b","type":"boolean","required":true},{"linkId":"n","type":"integer","enableWhen":[{"question":"b","operator":"=","answerBoolean":true}]},{"linkId":"w","type":"quantity"}]}}}]}"#;
    let answered = br#"{"type":"smart-health-checkin-response","version":"1","requestId":"r","artifacts":[{"id":"1","mediaType":"application/fhir+json","fhirVersion":"4.0.1","fulfills":["f"],"value":{"resourceType":"QuestionnaireResponse","questionnaire":"urn:q|1","status":"in-progress","item":[{"linkId":"n","answer":[{"valueInteger":3}]},{"linkId":"w","answer":[{"valueQuantity":{"value":81.50,"unit":"kg"}}]},{"linkId":"z","answer":[{"valueString":"more"}]}]}},{"id":"2","mediaType":"application/fhir+json","fhirVersion":"4.0.1","fulfills":["p"],"value":{"resourceType":"Bundle","type":"collection","entry":[{"resource":{"resourceType":"Condition","code":{"text":"Cough"}}}]}},{"id":"3","mediaType":"application/fhir+json","fhirVersion":"5.0.0","fulfills":["p"],"value":{"resourceType":"Condition"}}],"requestStatus":[{"item":"p","status":"partial"},{"item":"f","status":"fulfilled"}]}"#;
    let form = br#"{"resourceType":"Questionnaire","status":"active","item":[{"linkId":"g","type":"group","item":[{"linkId":"b","type":"boolean","required":true},{"linkId":"n","type":"integer","enableWhen":[{"question":"b","operator":"=","answerBoolean":true}],"extension":[{"url":"http://hl7.org/fhir/StructureDefinition/maxValue","valueInteger":10}]}]},{"linkId":"q","type":"quantity","extension":[{"url":"http://hl7.org/fhir/StructureDefinition/questionnaire-unitOption","valueCoding":{"system":"http://unitsofmeasure.org","code":"kg"}}]},{"linkId":"c","type":"open-choice","repeats":true,"answerOption":[{"valueCoding":{"code":"x","display":"X"}},{"valueString":"y"}]},{"linkId":"t","type":"time"},{"linkId":"d","type":"dateTime","enableBehavior":"all","enableWhen":[{"question":"q","operator":">","answerQuantity":{"value":7.0,"code":"kg"}},{"question":"t","operator":"exists","answerBoolean":true}]}]}"#;
    let filled = br#"{"resourceType":"QuestionnaireResponse","status":"completed","item":[{"linkId":"g","item":[{"linkId":"b","answer":[{"valueBoolean":true}]},{"linkId":"n","answer":[{"valueInteger":4}]}]},{"linkId":"q","answer":[{"valueQuantity":{"value":81.50,"unit":"kg","system":"http://unitsofmeasure.org","code":"kg"}}]},{"linkId":"c","answer":[{"valueString":"z"}]}]}"#;
    vec![
        ("checkin", joined(&[request, response])),
        (
            "checkin",
            joined(&[include_bytes!("../../../examples/check-in/before-the-call.json")]),
        ),
        ("checkin", joined(&[asked, answered])),
        ("form", joined(&[form, filled])),
        (
            "form",
            joined(&[
                form,
                b"",
                b"no",
                b"",
                b"81.50 kg",
                b"x",
                b"08:30",
                b"2026-11-27T08:30:00Z",
            ]),
        ),
    ]
}
