//! The rules of SMART Health Check-in 1.0, sections 5 and 6: one good and one bad case of each.
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]

use pocketchart_share::checkin::{
    Artifact, ArtifactContent, Asked, CheckinRequest, CheckinRequestError, CheckinResponse,
    CheckinResponseError, ItemStatus, Outcome,
};
use serde_json::{Value, json};

fn item(id: &str) -> Value {
    json!({ "id": id, "title": "Your allergies", "accept": ["application/fhir+json"],
        "content": { "kind": "selection.fhir", "resourceTypes": ["AllergyIntolerance"] } })
}

fn request() -> Value {
    json!({ "type": "smart-health-checkin-request", "version": "1", "id": "r1", "purpose": "Before your visit",
        "fhirVersions": ["4.0.1"], "items": [item("allergies"), {
            "id": "form", "title": "How are you?", "summary": "Four questions", "required": true,
            "accept": ["application/fhir+json"],
            "content": { "kind": "form.fhir", "questionnaireCanonical": "https://a.example/Questionnaire/q|2",
                "questionnaire": { "resourceType": "Questionnaire", "url": "https://a.example/Questionnaire/q",
                    "version": "2", "status": "active", "item": [{ "linkId": "w", "type": "decimal", "initial": [{ "valueDecimal": 70.50 }] }] } } },
            { "id": "card", "title": "Vaccine card", "accept": ["application/smart-health-card", "application/fhir+json"],
              "content": { "kind": "selection.fhir", "profiles": ["https://a.example/StructureDefinition/v|1"] } },
            { "id": "dance", "title": "A dance", "accept": ["application/fhir+json"], "content": { "kind": "x.dance" } }] })
}

fn changed(pointer: &str, to: Option<Value>) -> String {
    let mut request = request();
    let (parent, name) = pointer.rsplit_once('/').unwrap();
    let parent = request.pointer_mut(parent).unwrap();
    match (parent, to) {
        (Value::Object(members), Some(to)) => drop(members.insert(name.to_owned(), to)),
        (Value::Object(members), None) => drop(members.remove(name)),
        (Value::Array(items), Some(to)) => items[name.parse::<usize>().unwrap()] = to,
        _ => unreachable!(),
    }
    request.to_string()
}

fn refused(pointer: &str, to: impl Into<Option<Value>>) -> CheckinRequestError {
    CheckinRequest::read(&changed(pointer, to.into())).unwrap_err()
}

#[test]
fn a_whole_request_is_read() {
    let read = CheckinRequest::read(&request().to_string().replace("70.5", "70.50")).unwrap();
    assert_eq!(
        (read.id.as_str(), read.purpose.as_deref()),
        ("r1", Some("Before your visit"))
    );
    assert_eq!(read.fhir_versions, ["4.0.1"]);
    assert_eq!(read.items.len(), 4);
    assert!(!read.items[0].required && read.items[1].required);
    let Asked::Form(form) = &read.items[1].content else {
        panic!()
    };
    assert!(!form.contradictory);
    assert_eq!(
        form.canonical.as_deref(),
        Some("https://a.example/Questionnaire/q|2")
    );
    assert!(
        form.questionnaire.as_deref().unwrap().contains("70.50"),
        "numbers stay as written"
    );
    assert_eq!(read.items[3].content, Asked::Unknown("x.dance".into()));
}

#[test]
fn what_a_request_must_not_be() {
    use CheckinRequestError::{Member, NotARequest, NotJson, OtherVersion, Twice};
    for (pointer, to, error) in [
        ("/type", json!("Smart-Health-Checkin-Request"), NotARequest),
        ("/version", json!("1.0"), OtherVersion),
        ("/version", json!(1), OtherVersion),
        ("/id", json!(""), Member("id")),
        ("/id", json!(7), Member("id")),
        ("/purpose", json!({}), Member("purpose")),
        ("/fhirVersions", json!("4.0.1"), Member("fhirVersions")),
        ("/fhirVersions", json!([4]), Member("fhirVersions")),
        ("/items", json!({}), Member("items")),
        ("/items/0/id", json!(""), Member("id")),
        ("/items/0/id", json!("form"), Twice),
        ("/items/0/title", json!(""), Member("title")),
        ("/items/0/summary", json!(1), Member("summary")),
        ("/items/0/required", json!("true"), Member("required")),
        ("/items/0/accept", json!([]), Member("accept")),
        (
            "/items/0/accept",
            json!("application/fhir+json"),
            Member("accept"),
        ),
        (
            "/items/0/content",
            json!("selection.fhir"),
            Member("content.kind"),
        ),
        ("/items/0/content/profiles", json!("p"), Member("profiles")),
        ("/items/0/content/profiles", json!([]), Member("profiles")),
        (
            "/items/0/content/resourceTypes",
            json!([]),
            Member("resourceTypes"),
        ),
        ("/items/0/content/profilesFrom", json!([]), Member("profilesFrom")),
        (
            "/items/0/content/profilesFrom",
            json!({ "ig": "x" }),
            Member("profilesFrom"),
        ),
        (
            "/items/0/content/resourceTypes",
            json!([1]),
            Member("resourceTypes"),
        ),
        (
            "/items/0/content/questionnaireCanonical",
            json!("q"),
            Member("questionnaireCanonical"),
        ),
        (
            "/items/1/content/questionnaireCanonical",
            json!(""),
            Member("questionnaireCanonical"),
        ),
        (
            "/items/1/content/questionnaire",
            json!({ "resourceType": "Patient" }),
            Member("questionnaire"),
        ),
        ("/items/1/content/profiles", json!(["p"]), Member("profiles")),
    ] {
        assert_eq!(refused(pointer, to.clone()), error, "{pointer} = {to}");
    }
    for (pointer, error) in [
        ("/id", Member("id")),
        ("/items", Member("items")),
        ("/items/0/title", Member("title")),
        ("/items/0/accept", Member("accept")),
        ("/items/0/content", Member("content")),
        ("/items/0/content/kind", Member("content.kind")),
    ] {
        assert_eq!(refused(pointer, None), error, "without {pointer}");
    }
    let neither = json!({ "kind": "form.fhir" });
    assert_eq!(
        refused("/items/1/content", neither),
        Member("questionnaireCanonical")
    );
    for text in [
        "",
        "[]",
        "null",
        "{",
        r#"{"type":"a","type":"b"}"#,
        r#"{"items":[{"id":"1","\u0069d":"2"}]}"#,
    ] {
        assert_eq!(CheckinRequest::read(text).unwrap_err(), NotJson, "{text}");
    }
}

#[test]
fn a_form_under_another_name_is_not_shown() {
    let contradictory = |pointer, to: Value| {
        let read = CheckinRequest::read(&changed(pointer, Some(to))).unwrap();
        matches!(&read.items[1].content, Asked::Form(form) if form.contradictory)
    };
    assert!(contradictory(
        "/items/1/content/questionnaire/version",
        json!("3")
    ));
    assert!(contradictory(
        "/items/1/content/questionnaire/url",
        json!("https://b.example")
    ));
    assert!(!contradictory(
        "/items/1/content/questionnaireCanonical",
        json!("https://a.example/Questionnaire/q")
    ));
}

fn response() -> Value {
    json!({ "type": "smart-health-checkin-response", "version": "1", "requestId": "r1", "artifacts": [
        { "id": "a", "mediaType": "application/fhir+json", "fulfills": ["allergies"], "fhirVersion": "4.0.1",
          "value": { "resourceType": "AllergyIntolerance" } },
        { "id": "c", "mediaType": "application/smart-health-card", "fulfills": ["card"],
          "value": { "verifiableCredential": ["a.b.c"] } }],
      "requestStatus": [
        { "item": "allergies", "status": "fulfilled" }, { "item": "form", "status": "declined", "message": "not now" },
        { "item": "card", "status": "fulfilled" }, { "item": "dance", "status": "unsupported" }] })
}

fn answer(pointer: &str, to: Option<Value>) -> Result<CheckinResponse, CheckinResponseError> {
    let asked = CheckinRequest::read(&request().to_string()).unwrap();
    let mut response = response();
    if let Some(to) = to {
        *response.pointer_mut(pointer).unwrap() = to;
    } else if let Some((parent, name)) = pointer.rsplit_once('/') {
        response
            .pointer_mut(parent)
            .unwrap()
            .as_object_mut()
            .unwrap()
            .remove(name);
    }
    CheckinResponse::read(&response.to_string(), &asked)
}

#[test]
fn a_whole_response_is_read_and_written() {
    let read = answer("", None).unwrap();
    assert_eq!(read.artifacts().len(), 2);
    assert_eq!(read.statuses()[1].outcome, Outcome::Declined);
    assert_eq!(read.artifacts_for("card").count(), 1);
    let written: Value = serde_json::from_str(&read.write()).unwrap();
    assert_eq!(written, response());
}

#[test]
fn what_a_response_must_not_be() {
    use CheckinResponseError::{
        Contradicts, Items, Member, NotAResponse, NotAccepted, NotJson, OtherProfile, OtherRequest, Twice,
    };
    let other_profile = json!([{ "id": "a", "mediaType": "application/fhir+json", "fulfills": ["allergies", "card"],
        "fhirVersion": "4.0.1", "value": { "resourceType": "AllergyIntolerance",
            "meta": { "profile": ["https://a.example/StructureDefinition/v|2", "https://a.example/StructureDefinition/v"] } } }]);
    for (pointer, to, error) in [
        ("/type", json!("smart-health-checkin-request"), NotAResponse),
        ("/version", json!("2"), NotAResponse),
        ("/requestId", json!("R1"), OtherRequest),
        ("/requestId", json!(1), Member("requestId")),
        ("/artifacts", json!({}), Member("artifacts")),
        ("/artifacts/0/id", json!(""), Member("id")),
        ("/artifacts/0/id", json!("c"), Twice),
        ("/artifacts/0/mediaType", json!("text/plain"), NotAccepted),
        ("/artifacts/0/fulfills", json!([]), Member("fulfills")),
        ("/artifacts/0/fulfills", json!([1]), Member("fulfills")),
        ("/artifacts/0/fulfills", json!(["Allergies"]), Items),
        ("/artifacts/1/fulfills", json!(["card", "allergies"]), NotAccepted),
        ("/artifacts/0/fhirVersion", json!(4), Member("fhirVersion")),
        ("/artifacts/0/value", json!([]), Member("value")),
        (
            "/artifacts/0/value",
            json!({ "resourceType": 1 }),
            Member("value"),
        ),
        (
            "/artifacts/1/value",
            json!({ "verifiableCredential": [] }),
            Member("verifiableCredential"),
        ),
        ("/requestStatus/0/item", json!("other"), Items),
        ("/requestStatus/0/item", json!("form"), Items),
        ("/requestStatus/0/status", json!("done"), Member("status")),
        ("/requestStatus/1/message", json!(1), Member("message")),
        ("/requestStatus/0/status", json!("declined"), Contradicts),
        ("/artifacts", other_profile, OtherProfile),
    ] {
        assert_eq!(
            answer(pointer, Some(to.clone())).unwrap_err(),
            error,
            "{pointer} = {to}"
        );
    }
    for (pointer, error) in [
        ("/artifacts", Member("artifacts")),
        ("/requestStatus", Member("requestStatus")),
        ("/artifacts/0/fhirVersion", Member("fhirVersion")),
        ("/artifacts/0/value", Member("value")),
    ] {
        assert_eq!(answer(pointer, None).unwrap_err(), error, "without {pointer}");
    }
    let mut outer = response();
    outer["artifacts"][1]["fhirVersion"] = json!("4.0.1");
    let asked = CheckinRequest::read(&request().to_string()).unwrap();
    assert_eq!(
        CheckinResponse::read(&outer.to_string(), &asked).unwrap_err(),
        Member("fhirVersion")
    );
    let twice = response()
        .to_string()
        .replacen(r#""version":"1""#, r#""version":"1","version":"1""#, 1);
    assert_eq!(CheckinResponse::read(&twice, &asked).unwrap_err(), NotJson);
}

/// The response in which the form is filled in, as the form of this address.
fn filled_in(questionnaire: &Value) -> Value {
    let mut response = response();
    response["requestStatus"][1] = json!({ "item": "form", "status": "fulfilled" });
    let mut value = json!({ "resourceType": "QuestionnaireResponse", "status": "completed" });
    value["questionnaire"] = questionnaire.clone();
    let form = json!({ "id": "f", "mediaType": "application/fhir+json", "fulfills": ["form"], "fhirVersion": "4.0.1",
        "value": value });
    response["artifacts"].as_array_mut().unwrap().push(form);
    response
}

#[test]
fn a_form_filled_in_is_the_one_that_was_asked_for() {
    let asked = CheckinRequest::read(&request().to_string()).unwrap();
    let read = |response: &Value| CheckinResponse::read(&response.to_string(), &asked);
    let asked_for = json!("https://a.example/Questionnaire/q|2");
    let whole = read(&filled_in(&asked_for)).unwrap();
    assert_eq!(whole.artifacts_for("form").count(), 1);
    for other in [
        "https://a.example/Questionnaire/q|3",
        "https://a.example/Questionnaire/q",
    ] {
        let other = filled_in(&json!(other));
        assert_eq!(read(&other).unwrap_err(), CheckinResponseError::OtherForm);
        // Also in a Bundle.
        let mut bundled = other.clone();
        bundled["artifacts"][2]["value"] =
            json!({ "resourceType": "Bundle", "entry": [{ "resource": other["artifacts"][2]["value"] }] });
        assert_eq!(read(&bundled).unwrap_err(), CheckinResponseError::OtherForm);
    }
}

#[test]
fn what_is_said_to_be_given_and_is_not_there_is_read_and_known() {
    let read = answer("/requestStatus/1/status", Some(json!("fulfilled"))).unwrap();
    assert!(read.is_missing("form") && !read.is_missing("allergies") && !read.is_missing("dance"));
}

#[test]
fn what_is_of_another_release_is_read_and_known() {
    let asked = CheckinRequest::read(&request().to_string()).unwrap();
    for (release, takes) in [
        ("4.0.1", true),
        ("5.0.0", false),
        ("R4", false),
        ("4..1", false),
        ("", false),
    ] {
        assert_eq!(asked.takes_release(release), takes, "{release}");
    }
    assert!(answer("/artifacts/0/fhirVersion", Some(json!("R4"))).is_ok());
    let any = CheckinRequest::read(&changed("/fhirVersions", Some(json!([])))).unwrap();
    assert!(any.takes_release("5.0.0") && !any.takes_release("R5"));
}

#[test]
fn what_is_made_is_checked_too() {
    let asked = CheckinRequest::read(&request().to_string()).unwrap();
    let status = |item: &str, outcome| ItemStatus {
        item: item.into(),
        outcome,
        message: None,
    };
    let all = |outcome| {
        asked
            .items
            .iter()
            .map(|it| status(&it.id, outcome))
            .collect::<Vec<_>>()
    };
    assert!(CheckinResponse::new(&asked, vec![], all(Outcome::Declined)).is_ok());
    assert_eq!(
        CheckinResponse::new(&asked, vec![], all(Outcome::Declined)[1..].to_vec()).unwrap_err(),
        CheckinResponseError::Items
    );
    let given = Artifact {
        id: "a".into(),
        fulfills: vec!["allergies".into()],
        content: ArtifactContent::Fhir {
            version: "4.0.1".into(),
            json: r#"{"resourceType":"AllergyIntolerance"}"#.into(),
        },
    };
    assert!(!format!("{given:?}").contains("AllergyIntolerance"));
    assert_eq!(
        CheckinResponse::new(&asked, vec![given], all(Outcome::Declined)).unwrap_err(),
        CheckinResponseError::Contradicts
    );
    assert_eq!(
        CheckinResponse::new(&asked, vec![], all(Outcome::Fulfilled)).unwrap_err(),
        CheckinResponseError::Contradicts
    );
}
