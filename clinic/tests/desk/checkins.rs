//! The desk asks before a visit, a patient answers, a clinician reads.

use crate::patients::{HOUR, Phone};
use crate::world::{Browser, Got, PASSWORD, World};
use pocketchart::{CheckinDraft, CheckinRequest, Operations, Section, read_luma};
use serde_json::{Value, json};

const CALL: &str = "https://call.example/room-7";

/// A form of the desk's own to start from.
pub(crate) fn ready(desk: &Browser, name: &str) -> Value {
    let forms = desk.get("/api/checkins/forms").is(200);
    let mut forms = forms.as_array().unwrap().iter();
    forms.find(|it| it["name"] == name).unwrap()["questionnaire"].clone()
}

fn asks(desk: &Browser) -> Value {
    json!({
        "whom": "Maria, Monday at nine", "purpose": "Your video visit on Monday", "hours": 48, "call": CALL,
        "items": [
            { "id": "allergies", "title": "Your allergies", "required": true, "resource_types": ["AllergyIntolerance"] },
            { "id": "medicines", "title": "Your medicines",
              "resource_types": ["MedicationStatement", "MedicationRequest"] },
            { "id": "problems", "title": "Your illnesses", "resource_types": ["Condition"] },
            { "id": "form", "title": "Before the call", "questionnaire": ready(desk, "before-the-call") },
        ],
    })
}

/// Makes a check-in; its path and its link.
pub(crate) fn made(desk: &Browser, asks: &Value) -> (String, String) {
    let made = desk.post("/api/checkins", asks).is(201);
    assert_eq!(
        (&made["state"], &made["over"]),
        (&json!("waiting"), &json!(false)),
        "{made:#}"
    );
    let path = format!("/api/checkins/{}", made["id"].as_str().unwrap());
    (path, made["link"].as_str().unwrap().to_owned())
}

pub(crate) fn text(got: &Got) -> String {
    assert_eq!(got.status, 200);
    String::from_utf8(got.body.clone()).unwrap()
}

/// What a patient answers to a request.
pub(crate) fn answered(phone: &mut Phone, request: &str, decide: impl FnOnce(&mut CheckinDraft)) -> String {
    let request = CheckinRequest::read(request).unwrap();
    let mut draft = phone.chart.checkin(request).unwrap();
    decide(&mut draft);
    phone.chart.answer_checkin(&draft).unwrap().write()
}

/// Gives allergies, medicines and the form, and no illnesses.
fn most(draft: &mut CheckinDraft) {
    for item in ["allergies", "medicines", "form"] {
        draft.give(item, true).unwrap();
    }
    for (question, words) in [
        ("phone", "555 0134"),
        ("place", "12 Lake Road, Springfield"),
        ("reason", "Hoarse <script>alert(1)</script> \u{202e}for days"),
        ("pain", "yes"),
        ("strength", "4"),
        ("weight", "81.50 kg"),
        ("temperature", "100.40 °F"),
    ] {
        draft.answer("form", question, &[words]).unwrap();
    }
}

pub(crate) fn brings_in(desk: &Browser, path: &str, answer: &str) -> Got {
    let json = [("content-type", "application/json")];
    desk.ask("POST", path, &json, answer.as_bytes())
}

fn item<'a>(view: &'a Value, id: &str) -> &'a Value {
    let mut items = view["items"].as_array().unwrap().iter();
    items.find(|it| it["id"] == id).unwrap()
}

fn question<'a>(view: &'a Value, id: &str) -> &'a Value {
    let questions = &item(view, "form")["given"]["forms"][0]["questions"];
    let mut questions = questions.as_array().unwrap().iter();
    questions.find(|it| it["question"] == id).unwrap()
}

#[test]
fn what_is_asked_at_the_desk_is_answered_by_a_patient_and_read_by_a_clinician() {
    let (world, ada) = World::with_administrator();
    let front = world.member(&ada, "fay", "front-desk");
    let cleo = world.member(&ada, "cleo", "clinician");
    let mut phone = Phone::new(&world, "phone");
    let (path, _) = made(&front, &asks(&front));
    let asked = front.get(&path).is(200);
    assert!(item(&asked, "form")["given"].is_null());
    assert_eq!(item(&asked, "form")["kind"], "form");
    assert_eq!(asked["call"], CALL);
    assert_eq!(
        cleo.post(&format!("{path}/read"), &json!({})).refuses(409),
        "desk-checkin-unanswered"
    );

    let file = front.get(&format!("{path}/request"));
    assert!(
        file.header("content-disposition")
            .unwrap()
            .contains("check-in.json")
    );
    let request = text(&file);
    for unsaid in ["Maria", "Lakeside", CALL, "fay"] {
        assert!(!request.contains(unsaid), "{unsaid}: {request}");
    }
    let answer = answered(&mut phone, &request, most);
    let seen = brings_in(&front, &format!("{path}/answer"), &answer).is(200);
    assert_eq!(
        (&seen["state"], &seen["taken_by"]["name"], &seen["link"]),
        (&json!("answered"), &json!("fay"), &Value::Null)
    );

    // Each item says what became of it; answers stand beside their questions, as they were written.
    let outcome = |id: &str| item(&seen, id)["given"]["outcome"].clone();
    assert_eq!(outcome("allergies"), "fulfilled");
    assert_eq!(outcome("problems"), "declined");
    assert_eq!(outcome("form"), "fulfilled");
    let allergies = item(&seen, "allergies")["given"]["resources"].to_string();
    assert!(allergies.contains("Penicillin"), "{allergies}");
    let weight = question(&seen, "weight");
    assert_eq!(weight["words"], "Weight");
    assert_eq!(
        weight["answers"],
        json!([{ "text": "81.50 kg", "number": "81.50", "unit": "kg", "unit_code": "kg" }])
    );
    assert_eq!(question(&seen, "temperature")["answers"][0]["number"], "100.40");
    assert_eq!(question(&seen, "temperature")["answers"][0]["unit"], "°F");
    assert_eq!(question(&seen, "pain")["answers"][0]["text"], "true");
    assert!(
        question(&seen, "reason")["answers"][0]["text"]
            .as_str()
            .unwrap()
            .contains("<script>")
    );
    assert_eq!(question(&seen, "measured")["type"], "group");
    assert!(question(&seen, "born")["fault"].is_null());

    // The front desk sees that there are medicines, and a clinician sees which.
    let of = |view: &Value| {
        let given = &item(view, "medicines")["given"];
        (
            given["resources"].as_array().unwrap().len(),
            given["not_for_you"].as_u64().unwrap(),
        )
    };
    let (shown, hidden) = of(&seen);
    assert!(shown == 0 && hidden > 0, "{seen:#}");
    let whole = cleo.get(&path).is(200);
    assert_eq!(of(&whole), (usize::try_from(hidden).unwrap(), 0));

    for refused in [
        front.post(&format!("{path}/read"), &json!({})),
        front.get(&format!("{path}/answer")),
        front.delete(&path),
        ada.get(&path),
        ada.get("/api/checkins"),
        ada.post("/api/checkins", &asks(&front)),
        brings_in(&ada, &format!("{path}/answer"), &answer),
    ] {
        assert_eq!(refused.refuses(403), "desk-not-for-role");
    }
    assert_eq!(text(&cleo.get(&format!("{path}/answer"))), answer);
    let read = cleo.post(&format!("{path}/read"), &json!({})).is(200);
    assert_eq!(
        (&read["state"], &read["read_by"]["name"]),
        (&json!("read"), &json!("cleo"))
    );
    assert_eq!(front.get("/api/checkins").is(200)[0]["state"], "read");

    for secret in [
        "Penicillin",
        "81.50",
        "Lake Road",
        "Maria, Monday",
        "call.example",
    ] {
        assert!(!world.holds(secret), "{secret} is not sealed");
    }
    let log = ada.get("/api/audit?limit=200").is(200).to_string();
    for action in [
        "checkin-made",
        "checkin-viewed",
        "checkin-answered",
        "checkin-read",
        "checkins-listed",
    ] {
        assert!(log.contains(action), "{action}");
    }
    assert!(log.contains(path.rsplit('/').next().unwrap()));

    cleo.delete(&path).is(204);
    assert_eq!(cleo.get(&path).refuses(404), "desk-checkin-none");
    assert_eq!(cleo.get("/api/checkins").is(200), json!([]));
}

#[test]
fn a_chart_at_the_desk_says_who_is_asked() {
    let (world, ada) = World::with_administrator();
    let front = world.member(&ada, "fay", "front-desk");
    let mut phone = Phone::new(&world, "phone");
    let (chart, code) = phone.grant(&[(Section::Profile, Operations::EXTRACT)]);
    phone.meets(true, || front.post("/api/scan", &json!({ "code": code })), &front);
    let mut asks = asks(&front);
    asks["chart"] = json!(chart.to_string());
    assert_eq!(
        front.post("/api/checkins", &asks).refuses(422),
        "desk-checkin-whom"
    );
    asks["whom"] = json!("");
    let (path, _) = made(&front, &asks);
    let view = front.get(&path).is(200);
    assert!(view["whom"].as_str().unwrap().contains("Okafor"), "{view:#}");
    assert_eq!(view["chart"], chart.to_string());
    front.delete(&format!("/api/charts/{chart}")).is(200);
    assert_eq!(front.get(&path).is(200)["state"], "waiting");
    assert_eq!(
        front.post("/api/checkins", &asks).refuses(410),
        "desk-chart-ended"
    );
    front.delete(&path).is(204);
}

#[test]
fn what_a_patient_could_not_read_is_not_asked() {
    let (world, ada) = World::with_administrator();
    let front = world.member(&ada, "fay", "front-desk");
    let asks = asks(&front);
    let form =
        |questions: Value| json!({ "resourceType": "Questionnaire", "status": "active", "item": questions });
    let circle = json!([
        { "linkId": "a", "type": "boolean", "enableWhen": [{ "question": "b", "operator": "exists", "answerBoolean": true }] },
        { "linkId": "b", "type": "boolean", "enableWhen": [{ "question": "a", "operator": "exists", "answerBoolean": true }] },
    ]);
    for (pointer, to, id) in [
        ("/whom", json!(" "), "desk-checkin-whom"),
        ("/whom", json!("x".repeat(201)), "desk-checkin-whom"),
        ("/items", json!([]), "desk-checkin-empty"),
        ("/items/0/resource_types", json!([]), "desk-checkin-empty"),
        (
            "/items/0/resource_types",
            json!(["allergies"]),
            "desk-checkin-member",
        ),
        ("/items/0/id", json!(""), "desk-checkin-member"),
        ("/items/0/id", json!("form"), "desk-checkin-twice"),
        ("/items/0/title", json!(""), "desk-checkin-member"),
        ("/items/0/questionnaire", form(json!([])), "desk-checkin-member"),
        (
            "/items/3/questionnaire",
            json!({ "resourceType": "Patient" }),
            "desk-checkin-member",
        ),
        ("/items/3/questionnaire", form(circle), "desk-checkin-form"),
        (
            "/items/3/questionnaire",
            form(json!([{ "linkId": "a", "type": "magic" }])),
            "desk-checkin-form",
        ),
        (
            "/purpose",
            json!("Lakeside clinic asks you"),
            "desk-checkin-purpose",
        ),
        (
            "/purpose",
            json!("See HTTPS://evil.example"),
            "desk-checkin-purpose",
        ),
        ("/call", json!("http://call.example/"), "desk-checkin-call"),
        ("/call", json!("https://call.example/ a"), "desk-checkin-call"),
        ("/call", json!("javascript:alert(1)"), "desk-checkin-call"),
    ] {
        let mut asks = asks.clone();
        match asks.pointer_mut(pointer) {
            Some(value) => *value = to.clone(),
            None => asks["items"][0]["questionnaire"] = to.clone(),
        }
        let refused = front.post("/api/checkins", &asks);
        assert_eq!(refused.refuses(422), id, "{pointer} = {to}");
    }
    for hours in [0, 721] {
        let mut asks = asks.clone();
        asks["hours"] = json!(hours);
        assert_eq!(front.post("/api/checkins", &asks).refuses(400), "desk-malformed");
    }
    let json = [("content-type", "application/json")];
    // A member said twice, also deep in a form.
    let body = asks.to_string();
    let twice = body.replacen(r#""linkId":"pain""#, r#""linkId":"pain","linkId":"pain""#, 1);
    assert_ne!(body, twice);
    let refused = front.ask("POST", "/api/checkins", &json, twice.as_bytes());
    assert_eq!(refused.refuses(422), "desk-checkin-member");
    let twice = body.replacen(r#""hours":"#, r#""hours":1,"hours":"#, 1);
    let refused = front.ask("POST", "/api/checkins", &json, twice.as_bytes());
    assert_eq!(refused.refuses(400), "desk-malformed");
    assert_eq!(front.get("/api/checkins").is(200), json!([]));
}

#[test]
fn forms_of_the_desk_and_of_ones_own_reach_the_patient_as_they_were_written() {
    let (world, ada) = World::with_administrator();
    let front = world.member(&ada, "fay", "front-desk");
    let mut phone = Phone::new(&world, "phone");
    let forms = front.get("/api/checkins/forms").is(200);
    for form in forms.as_array().unwrap() {
        let asks = json!({ "whom": "Maria", "hours": 1, "items": [
            { "id": "form", "title": form["title"], "questionnaire": form["questionnaire"] }] });
        let (path, _) = made(&front, &asks);
        let request = text(&front.get(&format!("{path}/request")));
        let draft = phone
            .chart
            .checkin(CheckinRequest::read(&request).unwrap())
            .unwrap();
        let offered = format!("{:?}", draft.items()[0].offer.offered);
        assert!(offered.starts_with("Form"), "{offered}");
    }
    let own = r#"{ "whom": "Maria", "hours": 1, "items": [{ "id": "f", "title": "F", "questionnaire":
        { "resourceType": "Questionnaire", "status": "active", "item": [
            { "linkId": "d", "type": "decimal", "initial": [{ "valueDecimal": 70.50 }] }] } }] }"#;
    let json = [("content-type", "application/json")];
    let made = front.ask("POST", "/api/checkins", &json, own.as_bytes()).is(201);
    let path = format!("/api/checkins/{}", made["id"].as_str().unwrap());
    let request = text(&front.get(&format!("{path}/request")));
    assert!(request.contains("70.50"), "{request}");
    let answer = answered(&mut phone, &request, |it| it.give("f", true).unwrap());
    let seen = brings_in(&front, &format!("{path}/answer"), &answer).is(200);
    let given = &seen["items"][0]["given"]["forms"][0]["questions"][0]["answers"][0];
    assert_eq!(given["text"], "70.50");
}

#[test]
fn an_answer_is_taken_once_in_time_and_to_its_own_request_alone() {
    let (world, ada) = World::with_administrator();
    let front = world.member(&ada, "fay", "front-desk");
    let mut phone = Phone::new(&world, "phone");
    let asks = asks(&front);
    let [(path, link), (other, _), (_, late)] = [(); 3].map(|()| made(&front, &asks));
    let requests = [&path, &other].map(|it| text(&front.get(&format!("{it}/request"))));
    let id = |json: &str| serde_json::from_str::<Value>(json).unwrap()["id"].clone();
    assert_ne!(id(&requests[0]), id(&requests[1]), "nobody can guess it");
    let [mine, another] = requests.each_ref().map(|it| answered(&mut phone, it, most));
    let answers = format!("{path}/answer");

    // Nothing of what does not fit is kept, and the log says that it came.
    let refused = |answer: &str| brings_in(&front, &answers, answer).refuses(422);
    assert_eq!(refused(&another), "desk-checkin-other");
    for (from, to, id) in [
        (
            r#""version":"1""#,
            r#""version":"1","version":"1""#,
            "desk-checkin-no-answer",
        ),
        (r#""type":"smart-"#, r#""type":"smart_"#, "desk-checkin-no-answer"),
        (
            r#"{"item":"problems","status":"declined"},"#,
            "",
            "desk-checkin-unfit",
        ),
        (
            r#""item":"problems","status":"declined""#,
            r#""item":"problems","status":"gone""#,
            "desk-checkin-unfit",
        ),
        (
            r#""item":"allergies","status":"fulfilled""#,
            r#""item":"allergies","status":"declined""#,
            "desk-checkin-unfit",
        ),
        (
            r#""fulfills":["allergies"]"#,
            r#""fulfills":["others"]"#,
            "desk-checkin-unfit",
        ),
        (
            r#""questionnaire":"urn:pocketchart:form:before-the-call|1""#,
            r#""questionnaire":"urn:pocketchart:form:before-the-call|2""#,
            "desk-checkin-unfit",
        ),
        ("{", "", "desk-checkin-no-answer"),
    ] {
        let changed = mine.replacen(from, to, 1);
        assert_ne!(changed, mine, "{from}");
        assert_eq!(refused(&changed), id, "{from}");
    }
    let deep = "[".repeat(200_000);
    assert_eq!(refused(&deep), "desk-checkin-no-answer");
    assert_eq!(refused("null"), "desk-checkin-no-answer");
    assert_eq!(front.get(&path).is(200)["state"], "waiting");
    let latin = front.ask(
        "POST",
        &answers,
        &[("content-type", "application/json")],
        b"\"\xe9\"",
    );
    assert_eq!(latin.refuses(400), "desk-malformed");
    let words = front.ask(
        "POST",
        &answers,
        &[("content-type", "text/plain")],
        mine.as_bytes(),
    );
    assert_eq!(words.refuses(415), "desk-type");
    let long = " ".repeat((8 << 20) + 1);
    assert_eq!(brings_in(&front, &answers, &long).refuses(413), "desk-too-long");

    brings_in(&front, &answers, &mine).is(200);
    assert_eq!(
        brings_in(&front, &answers, &mine).refuses(409),
        "desk-checkin-answered"
    );
    let nobody = world.browser();
    assert_eq!(
        brings_in(&nobody, &link, &mine).refuses(409),
        "desk-checkin-answered"
    );
    assert_eq!(nobody.get(&link).refuses(409), "desk-checkin-answered");
    let log = ada.get("/api/audit?limit=200").is(200).to_string();
    assert!(log.contains("checkin-refused"), "{log}");

    let request = text(&nobody.get(&late));
    let answer = answered(&mut phone, &request, most);
    world.pass(48 * HOUR);
    assert_eq!(nobody.get(&late).refuses(410), "desk-checkin-over");
    assert_eq!(
        brings_in(&nobody, &late, &answer).refuses(410),
        "desk-checkin-over"
    );
    let mut front = world.browser();
    front.sign_in("fay", PASSWORD);
    let over = front.get("/api/checkins").is(200);
    let over = over.as_array().unwrap().iter().filter(|it| it["over"] == true);
    assert_eq!(over.count(), 2);
}

#[test]
fn whoever_has_the_link_gets_the_request_answers_once_and_is_told_where_the_call_is() {
    let (mut world, ada) = World::with_administrator();
    let front = world.member(&ada, "fay", "front-desk");
    let mut phone = Phone::new(&world, "phone");
    let (path, link) = made(&front, &asks(&front));
    let svg = text(&front.get(&format!("{path}/qr")));
    assert_eq!(
        front.get(&format!("{path}/qr")).header("content-type"),
        Some("image/svg+xml")
    );
    assert_eq!(read(&svg), format!("{}{link}", front.url));

    let nobody = world.browser();
    let request = text(&nobody.get(&link));
    assert_eq!(request, text(&front.get(&format!("{path}/request"))));
    let answer = answered(&mut phone, &request, most);
    for unknown in ["/checkin/", "/checkin/0", &format!("/checkin/{}", "0".repeat(32))] {
        let status = nobody.get(unknown).status;
        assert_eq!(status, 404, "{unknown}");
        assert_eq!(brings_in(&nobody, unknown, &answer).status, 404, "{unknown}");
    }
    // A page of elsewhere does not answer in a browser of the clinic.
    let elsewhere = [
        ("content-type", "application/json"),
        ("origin", "https://evil.example"),
    ];
    let refused = nobody.ask("POST", &link, &elsewhere, answer.as_bytes());
    assert_eq!(refused.refuses(403), "desk-origin");
    assert_eq!(
        brings_in(&nobody, &link, &answer).is(200),
        json!({ "call": CALL })
    );
    let seen = front.get(&path).is(200);
    assert_eq!(
        (&seen["state"], &seen["taken_by"]),
        (&json!("answered"), &Value::Null)
    );
    assert_eq!(
        front.get(&format!("{path}/qr")).refuses(409),
        "desk-checkin-answered"
    );
    let log = ada.get("/api/audit?limit=200").is(200).to_string();
    assert!(log.contains("checkin-fetched"), "{log}");

    // What nobody answers is forgotten a while after its time.
    let (waiting, _) = made(&front, &asks(&front));
    world.pass(33 * 24 * HOUR);
    world.stop();
    world.start();
    let mut cleo = world.browser();
    cleo.sign_in("fay", PASSWORD);
    for _ in 0..400 {
        if cleo.get(&waiting).status == 404 {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(50));
    }
    assert_eq!(cleo.get(&waiting).refuses(404), "desk-checkin-none");
    assert_eq!(cleo.get(&path).is(200)["state"], "answered");
}

#[test]
fn what_another_program_answers_is_shown_with_what_is_wrong_with_it() {
    let (world, ada) = World::with_administrator();
    let cleo = world.member(&ada, "cleo", "clinician");
    let (path, _) = made(&cleo, &asks(&cleo));
    let request = text(&cleo.get(&format!("{path}/request")));
    let id = serde_json::from_str::<Value>(&request).unwrap()["id"].clone();
    let artifact = |id: &str, item: &str, release: &str, value: Value| json!({ "id": id, "mediaType": "application/fhir+json", "fhirVersion": release, "fulfills": [item], "value": value });
    let many: Vec<Value> = (0..250)
        .map(|_| json!({ "resource": { "resourceType": "Condition", "code": { "text": "<b>Cough</b>" } } }))
        .collect();
    let filled = json!({ "resourceType": "QuestionnaireResponse", "status": "completed", "source": { "display": "Amina" }, "item": [
        { "linkId": "strength", "answer": [{ "valueInteger": 11 }] },
        { "linkId": "pain", "answer": [{ "valueBoolean": false }] },
        { "linkId": "oxygen", "answer": [{ "valueQuantity": { "value": 97, "unit": "percent", "code": "percent" } }] },
        { "linkId": "unasked", "answer": [{ "valueString": "And one thing more" }] } ] });
    let answer = json!({ "type": "smart-health-checkin-response", "version": "1", "requestId": id,
        "artifacts": [
            artifact("1", "medicines", "5.0.0", json!({ "resourceType": "MedicationStatement" })),
            artifact("2", "problems", "4.0.1", json!({ "resourceType": "Bundle", "type": "collection", "entry": many })),
            artifact("3", "form", "4.0.1", filled),
        ],
        "requestStatus": [
            { "item": "allergies", "status": "fulfilled", "message": "<img src=x>" }, { "item": "medicines", "status": "partial" },
            { "item": "problems", "status": "partial" }, { "item": "form", "status": "fulfilled" },
        ] });
    let seen = brings_in(&cleo, &format!("{path}/answer"), &answer.to_string()).is(200);
    let allergies = &item(&seen, "allergies")["given"];
    assert_eq!(
        (&allergies["missing"], &allergies["message"]),
        (&json!(true), &json!("<img src=x>"))
    );
    let medicines = &item(&seen, "medicines")["given"];
    assert_eq!(
        (&medicines["unreadable"], &medicines["missing"]),
        (&json!(1), &json!(false))
    );
    let problems = &item(&seen, "problems")["given"];
    assert_eq!(
        (problems["resources"].as_array().unwrap().len(), &problems["more"]),
        (200, &json!(50))
    );
    assert_eq!(problems["resources"][0]["title"], "<b>Cough</b>");
    // Who answered for the patient is named.
    assert_eq!(item(&seen, "form")["given"]["forms"][0]["said_by"], "Amina");
    let fault = |id: &str| question(&seen, id)["fault"].clone();
    assert_eq!(fault("strength"), "form-not-asked");
    assert_eq!(fault("oxygen"), "form-unit");
    assert_eq!(fault("unasked"), "form-not-asked");
    assert_eq!(fault("reason"), "form-missing");
    assert_eq!(
        question(&seen, "unasked")["answers"][0]["text"],
        "And one thing more"
    );
}

/// What a code says that was drawn with lines.
fn read(svg: &str) -> String {
    const SCALE: usize = 4;
    let (_, rest) = svg.split_once("viewBox=\"0 0 ").unwrap();
    let side: usize = rest.split(' ').next().unwrap().parse().unwrap();
    let pixels = side * SCALE;
    let mut luma = vec![255; pixels * pixels];
    for module in svg.split('M').filter_map(|it| {
        it.strip_suffix("h1v1h-1z")
            .or_else(|| it.split_once("h1v1h-1z").map(|it| it.0))
    }) {
        let (x, y) = module.split_once(' ').unwrap();
        let (x, y): (usize, usize) = (x.parse().unwrap(), y.parse().unwrap());
        for row in 0..SCALE {
            let at = (y * SCALE + row) * pixels + x * SCALE;
            luma[at..at + SCALE].fill(0);
        }
    }
    let pixels = u32::try_from(pixels).unwrap();
    read_luma(pixels, pixels, &luma).remove(0)
}
