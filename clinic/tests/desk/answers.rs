//! What was answered in a check-in is written to the clinic's own system: what a clinician approved, for whom it was shown, once.

use crate::bridge::{Visit, maria, states};
use crate::checkins::{answered, brings_in, made, ready, text};
use crate::ehr::{Cut, Ehr};
use crate::world::{Browser, Got};
use pocketchart::{CheckinDraft, Operations, Section};
use serde_json::{Value, json};

/// Asks for what was measured at home; the path of the check-in, answered.
fn measured(visit: &mut Visit, chart: &str, more: impl FnOnce(&mut CheckinDraft)) -> String {
    let asks = json!({ "chart": chart, "hours": 48, "items": [
        { "id": "home", "title": "What you measured at home", "questionnaire": ready(&visit.desk, "home-readings") }] });
    is_answered(visit, &asks, |draft| {
        draft.give("home", true).unwrap();
        for (question, words) in [
            ("systolic", "128"),
            ("diastolic", "82"),
            ("weight", "81.50 kg"),
            ("temperature", "100.40 °F"),
            ("glucose", "5.80 mmol/L"),
            ("doing", "Resting <b>long</b>"),
        ] {
            draft.answer("home", question, &[words]).unwrap();
        }
        more(draft);
    })
}

fn is_answered(visit: &mut Visit, asks: &Value, decide: impl FnOnce(&mut CheckinDraft)) -> String {
    let (path, _) = made(&visit.desk, asks);
    let request = text(&visit.desk.get(&format!("{path}/request")));
    let answer = answered(&mut visit.phone, &request, decide);
    brings_in(&visit.desk, &format!("{path}/answer"), &answer).is(200);
    path
}

/// Where it is said what of an answer is written.
fn there(path: &str) -> String {
    path.replace("/api/checkins/", "/api/bridge/checkins/")
}

fn lines(writing: &Value) -> &Vec<Value> {
    writing["lines"].as_array().unwrap()
}

/// The names of those with these titles.
fn named(writing: &Value, titles: &[&str]) -> Vec<Value> {
    let line = |title: &&str| {
        let found = lines(writing).iter().find(|it| it["title"] == **title);
        found.unwrap_or_else(|| panic!("{title} is not in {writing:#}"))["name"].clone()
    };
    titles.iter().map(line).collect()
}

fn all(writing: &Value) -> Vec<Value> {
    lines(writing).iter().map(|it| it["name"].clone()).collect()
}

fn approves(desk: &Browser, there: &str, patient: &str, lines: &[Value]) -> Got {
    desk.post(there, &json!({ "patient": patient, "lines": lines }))
}

const FORM: &str = "What you measured at home";
const PRESSURE: &str = "Blood pressure panel with all children optional";

#[test]
fn what_a_clinician_approves_of_an_answer_is_written_once_as_the_patient_wrote_it() {
    let mut visit = Visit::new();
    let chart = visit.opens(&[(Section::Profile, Operations::READ)]);
    let ehr = Ehr::new();
    let path = measured(&mut visit, &chart, |draft| {
        draft.answer("home", "when", &["2026-11-26"]).unwrap();
    });
    let there = there(&path);
    let desk = &visit.desk;
    assert_eq!(desk.get(&there).refuses(409), "desk-bridge-not-set");
    ehr.puts("Patient/7", &maria());
    let with = json!({ "base": ehr.base, "access": { "kind": "open" } });
    visit.ada.send("PUT", "/api/bridge", &with).is(200);
    assert_eq!(desk.get(&there).refuses(409), "desk-bridge-not-linked");
    visit.uses(&ehr, &chart);

    // Exactly what would be written is shown, and by nobody else's say-so but a clinician's.
    let writing = desk.get(&there).is(200);
    assert_eq!(
        (&writing["patient"], &writing["other_birth_date"]),
        (&json!("Patient/7"), &json!(false))
    );
    let front = visit.world.member(&visit.ada, "fay", "front-desk");
    let weight = named(&writing, &["Weight"]);
    assert_eq!(front.get(&there).refuses(403), "desk-not-for-role");
    assert_eq!(
        approves(&front, &there, "Patient/7", &weight).refuses(403),
        "desk-not-for-role"
    );
    let form = &lines(&writing)[0];
    assert_eq!(
        (&form["title"], &form["type"], &form["from"]),
        (&json!(FORM), &json!("QuestionnaireResponse"), &Value::Null)
    );
    assert!(form["ours"].as_str().unwrap().contains("<b>long</b>"));
    for line in &lines(&writing)[1..] {
        assert_eq!(
            (&line["from"], &line["type"]),
            (&form["name"], &json!("Observation"))
        );
        assert!(line["written"].is_null());
    }

    // The form of what was chosen goes with it; where each lies there is said, and numbers are as they were typed.
    let message = visit.after(&approves(desk, &there, "Patient/7", &weight).is(202));
    assert_eq!(states(&message), ["confirmed", "confirmed"], "{message:#}");
    let id = path.rsplit('/').next().unwrap();
    assert_eq!(
        (&message["checkin"], &message["chart"]),
        (&json!(id), &json!(chart))
    );
    let [(place, response)] = ehr.all("QuestionnaireResponse").try_into().unwrap();
    let [(_, observation)] = ehr.all("Observation").try_into().unwrap();
    assert_eq!(message["lines"][0]["place"], place);
    for part in [
        r#""subject":{"reference":"Patient/7"}"#,
        r#""source":{"reference":"Patient/7"}"#,
        r#""questionnaire":"urn:pocketchart:form:home-readings|2""#,
        r#""status":"completed""#,
        r#""value":81.50,"#,
        r#""valueDateTime":"2026-11-26""#,
        "Resting <b>long</b>",
        "urn:uuid:",
    ] {
        assert!(response.contains(part), "{part}: {response}");
    }
    for part in [
        r#""status":"final""#,
        r#""code":"vital-signs""#,
        r#""code":"29463-7""#,
        r#""effectiveDateTime":"2026-11-26""#,
        r#""performer":[{"reference":"Patient/7"}]"#,
        r#""valueQuantity":{"value":81.50,"unit":"kg","system":"http://unitsofmeasure.org","code":"kg"}"#,
        &format!(r#""reference":"{place}"}}]"#),
    ] {
        assert!(observation.contains(part), "{part}: {observation}");
    }
    let provenances = ehr.all("Provenance");
    assert_eq!(provenances.len(), 2);
    let request: Value = serde_json::from_str(&text(&desk.get(&format!("{path}/request")))).unwrap();
    for (_, it) in &provenances {
        assert!(
            it.contains(request["id"].as_str().unwrap()) && it.contains(r#""display":"cleo""#),
            "{it}"
        );
    }

    // All of it later: what is there already is there once.
    let writing = desk.get(&there).is(200);
    assert_eq!(lines(&writing)[0]["written"], place);
    let message = visit.after(&approves(desk, &there, "Patient/7", &all(&writing)).is(202));
    assert_eq!(states(&message), ["confirmed"; 5], "{message:#}");
    let again = visit.after(&approves(desk, &there, "Patient/7", &all(&writing)).is(202));
    assert_eq!(states(&again), ["confirmed"; 5]);
    assert_eq!(
        (
            ehr.all("QuestionnaireResponse").len(),
            ehr.all("Observation").len()
        ),
        (1, 4)
    );
    let observations: String = ehr.all("Observation").into_iter().map(|it| it.1).collect();
    for part in [
        r#""value":100.40,"unit":"°F","#,
        r#""code":"15074-8""#,
        r#""value":5.80,"#,
        r#""code":"85354-9""#,
        r#""code":"survey""#,
    ] {
        assert!(observations.contains(part), "{part}: {observations}");
    }
    assert!(!observations.contains("2339-0"), "a glucose in moles");

    // For nobody but whom it was shown, and nothing but what was shown.
    assert_eq!(
        approves(desk, &there, "Patient/8", &weight).refuses(409),
        "desk-bridge-other-patient"
    );
    for unfit in [vec![], vec![json!("urn:uuid:1")], vec![json!("x"); 101]] {
        assert_eq!(
            approves(desk, &there, "Patient/7", &unfit).refuses(422),
            "desk-bridge-entry"
        );
    }
    for secret in ["81.50", "Patient/7", "Resting"] {
        assert!(!visit.world.holds(secret), "{secret} is not sealed");
    }
    let log = visit.ada.get("/api/audit?limit=200").is(200);
    let mut events = log.as_array().unwrap().iter();
    let approved = events.find(|it| it["action"] == "sending-approved").unwrap();
    assert_eq!(
        (&approved["checkin"], &approved["patient"]),
        (&json!(id), &json!("Patient/7"))
    );

    // It is the clinic's, also when the chart has ended.
    desk.delete(&format!("/api/charts/{chart}")).is(200);
    let again = visit.after(&approves(desk, &there, "Patient/7", &weight).is(202));
    assert_eq!(states(&again), ["confirmed", "confirmed"]);
}

#[test]
fn an_answer_that_is_cut_off_at_any_request_is_there_once() {
    let mut visit = Visit::new();
    let chart = visit.opens(&[(Section::Profile, Operations::READ)]);
    let path = there(&measured(&mut visit, &chart, |_| {}));
    for singly in [false, true] {
        for cut in [Cut::Before, Cut::After] {
            for at in 1.. {
                let ehr = Ehr::new();
                ehr.state.lock().unwrap().singly = singly;
                visit.uses(&ehr, &chart);
                let chosen = named(&visit.desk.get(&path).is(200), &[PRESSURE]);
                let asked = {
                    let mut state = ehr.state.lock().unwrap();
                    state.cut = Some((state.asked + at, cut));
                    state.asked
                };
                let mut message = visit.after(&approves(&visit.desk, &path, "Patient/7", &chosen).is(202));
                let was_cut = message["tries"] != 0;
                if was_cut {
                    message = visit.tries_again(&message);
                }
                assert_eq!(states(&message), ["confirmed"; 2], "{at} {cut:?}: {message:#}");
                let [(form, _)] = ehr.all("QuestionnaireResponse").try_into().unwrap();
                let [(_, pressure)] = ehr.all("Observation").try_into().unwrap();
                assert!(
                    pressure.contains(&format!(r#""reference":"{form}""#)),
                    "{at} {cut:?}: {pressure}"
                );
                // Nobody says when it was measured: by the time at which the form was filled in.
                assert!(pressure.contains(r#""effectivePeriod":{"end":""#), "{pressure}");
                assert_eq!(ehr.all("Provenance").len(), 2, "request {at} cut {cut:?}");
                if !was_cut && ehr.state.lock().unwrap().asked < asked + at {
                    break;
                }
            }
        }
    }
}

fn asks_who(visit: &Visit) -> Value {
    json!({ "whom": "Maria, Monday at nine", "hours": 48, "items": [
        { "id": "who", "title": "Who you are", "resource_types": ["Patient"] },
        { "id": "form", "title": "Before the call", "questionnaire": ready(&visit.desk, "before-the-call") },
    ] })
}

fn says_who(draft: &mut CheckinDraft) {
    draft.give("who", true).unwrap();
    says(draft);
}

fn says(draft: &mut CheckinDraft) {
    draft.give("form", true).unwrap();
    for (question, words) in [
        ("place", "12 Lake Road"),
        ("reason", "Hoarse"),
        ("weight", "81.50 kg"),
    ] {
        draft.answer("form", question, &[words]).unwrap();
    }
}

#[test]
fn where_no_chart_says_who_answered_a_person_confirms_it_and_nobody_elses_birth_date_is_written() {
    let mut visit = Visit::new();
    let ehr = Ehr::new();
    ehr.puts("Patient/7", &maria());
    ehr.puts("Patient/8", &json!({ "resourceType": "Patient", "name": [{ "text": "Maria Okafor" }], "birthDate": "1990-01-01" }));
    let with = json!({ "base": ehr.base, "access": { "kind": "open" } });
    visit.ada.send("PUT", "/api/bridge", &with).is(200);
    let asks = asks_who(&visit);
    let path = is_answered(&mut visit, &asks, says_who);
    let there_first = there(&path);
    let who = format!("{there_first}/patient");
    let desk = visit.desk.clone();
    assert_eq!(desk.get(&there_first).refuses(409), "desk-bridge-not-linked");
    let found = desk.get(&format!("{there_first}/candidates")).is(200);
    assert_eq!(found["candidates"][0]["patient"], "7", "{found:#}");
    for (patient, status, id) in [
        ("8", 409, "desk-bridge-not-alike"),
        ("9", 404, "desk-bridge-no-patient"),
        ("../7", 404, "desk-bridge-no-patient"),
    ] {
        let refused = desk.send("PUT", &who, &json!({ "patient": patient }));
        assert_eq!(refused.refuses(status), id, "{patient}");
    }
    let front = visit.world.member(&visit.ada, "fay", "front-desk");
    front.send("PUT", &who, &json!({ "patient": "7" })).is(200);
    assert_eq!(desk.get(&who).is(200)["by"]["login"], "fay");
    let writing = desk.get(&there_first).is(200);
    let message = visit.after(&approves(&desk, &there_first, "Patient/7", &all(&writing)).is(202));
    assert_eq!(states(&message), ["confirmed", "confirmed"], "{message:#}");
    assert!(message["chart"].is_null());
    // A chart of hers may be this patient, too.
    let chart = visit.opens(&[(Section::Profile, Operations::READ)]);
    visit.uses(&ehr, &chart);

    // Taken back, nothing more is sent.
    front.delete(&who).is(204);
    assert_eq!(desk.get(&there_first).refuses(409), "desk-bridge-not-linked");
    assert_eq!(
        approves(&desk, &there_first, "Patient/7", &all(&writing)).refuses(409),
        "desk-bridge-not-linked"
    );

    // An answer that says another birth date is of somebody else.
    let path = is_answered(&mut visit, &asks, |draft| {
        says_who(draft);
        draft.answer("form", "born", &["1990-01-01"]).unwrap();
    });
    let there_other = there(&path);
    desk.send(
        "PUT",
        &format!("{there_other}/patient"),
        &json!({ "patient": "7" }),
    )
    .is(200);
    let writing = desk.get(&there_other).is(200);
    assert_eq!(writing["other_birth_date"], true);
    assert_eq!(
        approves(&desk, &there_other, "Patient/7", &all(&writing)).refuses(409),
        "desk-bridge-other-birth-date"
    );
    assert_eq!(ehr.all("QuestionnaireResponse").len(), 1);

    // Who describes nobody cannot be looked for, and of a chart it is said there.
    let path = is_answered(&mut visit, &asks, says);
    assert_eq!(
        desk.get(&format!("{}/candidates", there(&path))).refuses(409),
        "desk-checkin-no-person"
    );
    let path = there(&measured(&mut visit, &chart, |_| {}));
    assert_eq!(
        desk.send("PUT", &format!("{path}/patient"), &json!({ "patient": "7" }))
            .refuses(409),
        "desk-checkin-charted"
    );
    assert_eq!(desk.get(&format!("{path}/patient")).is(200)["patient"], "7");
}

#[test]
fn nothing_is_written_of_what_was_declined_or_taken_back_and_what_is_given_says_how_it_stands() {
    let mut visit = Visit::new();
    let chart = visit.opens(&[(Section::Profile, Operations::READ)]);
    let ehr = Ehr::new();
    visit.uses(&ehr, &chart);
    let desk = visit.desk.clone();
    let asks = json!({ "chart": chart, "hours": 1, "items": [
        { "id": "home", "title": "Home", "questionnaire": ready(&desk, "home-readings") },
        { "id": "illnesses", "title": "Your illnesses", "resource_types": ["Condition", "AllergyIntolerance"] }] });
    let path = is_answered(&mut visit, &asks, |draft| draft.give("illnesses", true).unwrap());
    assert_eq!(lines(&desk.get(&there(&path)).is(200)), &Vec::<Value>::new());

    let (path, _) = made(&desk, &asks);
    let request: Value = serde_json::from_str(&text(&desk.get(&format!("{path}/request")))).unwrap();
    let response = |status: &str, kg: &str| {
        json!({ "resourceType": "QuestionnaireResponse", "status": status, "subject": { "reference": "Patient/x" },
            "item": [{ "linkId": "weight", "answer": [{ "valueQuantity":
                { "value": 81, "unit": kg, "system": "http://unitsofmeasure.org", "code": kg } }] }] })
    };
    let code = |code: &str| json!({ "coding": [{ "code": code }] });
    let bundle = |all: Vec<Value>| {
        let entries: Vec<Value> = all.into_iter().map(|it| json!({ "resource": it })).collect();
        json!({ "resourceType": "Bundle", "type": "collection", "entry": entries })
    };
    let artifact = |item: &str, value: Value| json!({ "id": item, "mediaType": "application/fhir+json", "fhirVersion": "4.0.1", "fulfills": [item], "value": value });
    let answer = json!({ "type": "smart-health-checkin-response", "version": "1", "requestId": request["id"],
        "artifacts": [
            artifact("home", bundle(vec![response("entered-in-error", "kg"), response("stopped", "kg"), response("completed", "stone")])),
            artifact("illnesses", bundle(vec![
                json!({ "resourceType": "Condition", "clinicalStatus": code("active"), "code": { "text": "Asthma" } }),
                json!({ "resourceType": "Condition", "clinicalStatus": code("resolved"), "code": { "text": "Mumps" } }),
                json!({ "resourceType": "AllergyIntolerance", "verificationStatus": code("entered-in-error"), "code": { "text": "Egg" } }),
                json!({ "resourceType": "MedicationDispense", "status": "completed", "medicationCodeableConcept": { "text": "Metformin" } }),
            ])),
        ],
        "requestStatus": [{ "item": "home", "status": "fulfilled" }, { "item": "illnesses", "status": "fulfilled" }] });
    let seen = brings_in(&desk, &format!("{path}/answer"), &answer.to_string()).is(200);
    let given = seen["items"][1]["given"]["resources"].as_array().unwrap();
    let standing: Vec<_> = given
        .iter()
        .map(|it| (it["title"].as_str().unwrap(), &it["past"], &it["retracted"]))
        .collect();
    let (yes, no) = (&json!(true), &json!(false));
    assert_eq!(
        standing,
        [
            ("Asthma", no, no),
            ("Mumps", yes, no),
            ("Egg", no, yes),
            ("Metformin", yes, no)
        ]
    );
    // Given up, or an error, is not written; nor is a weight in a unit that the form does not offer more than an answer.
    let writing = desk.get(&there(&path)).is(200);
    let kinds: Vec<_> = lines(&writing)
        .iter()
        .map(|it| it["type"].as_str().unwrap())
        .collect();
    assert_eq!(kinds, ["QuestionnaireResponse"]);
    let message = visit.after(&approves(&desk, &there(&path), "Patient/7", &all(&writing)).is(202));
    assert_eq!(states(&message), ["confirmed"]);
    assert!(ehr.all("QuestionnaireResponse")[0].1.contains("stone"));
    assert_eq!(ehr.all("Observation").len(), 0);
}
