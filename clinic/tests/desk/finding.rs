//! What is found in a chart by words and over time, and all that is known of one entry.

use crate::patients::Phone;
use crate::visits::opens;
use crate::world::{Browser, World};
use pocketchart::{Answer, EntryId, ImportOptions, ListOptions, Operations, Section};
use serde_json::{Value, json};
use std::io::Cursor;

const COPY: Operations = Operations::EXTRACT;
const READ: Operations = Operations::READ;
const LOINC: &str = "http://loinc.org";
const UCUM: &str = "http://unitsofmeasure.org";

fn bundle(resources: &[Value]) -> Cursor<Vec<u8>> {
    let entries: Vec<Value> = resources.iter().map(|it| json!({ "resource": it })).collect();
    let bundle = json!({ "resourceType": "Bundle", "type": "collection", "entry": entries });
    // A decimal stands as it is written, between marks.
    let text = bundle.to_string().replace("\"=", "").replace("=\"", "");
    Cursor::new(text.into_bytes())
}

fn patient() -> Value {
    json!({ "resourceType": "Patient", "id": "p", "name": [{ "text": "Maria" }], "birthDate": "1980-01-01" })
}

/// A value of glucose, from a laboratory, with its range.
fn glucose(id: &str, system: &str, when: &str, value: &str) -> Value {
    let value = format!("={value}=");
    json!({
        "resourceType": "Observation", "id": id, "status": "final", "meta": { "source": system },
        "category": [{ "coding": [{ "code": "laboratory" }] }],
        "code": { "coding": [{ "system": LOINC, "code": "15074-8" }], "text": "Glucose" },
        "performer": [{ "display": format!("Laboratory {system}") }], "effectiveDateTime": when,
        "valueQuantity": { "value": value, "unit": "mmol/L", "system": UCUM, "code": "mmol/L" },
        "referenceRange": [{ "low": { "value": 3.9, "unit": "mmol/L" }, "high": { "value": "=5.50=", "unit": "mmol/L" } }],
    })
}

fn brings(phone: &mut Phone, resources: &[Value]) {
    let report = phone
        .chart
        .import(bundle(resources), &ImportOptions::default(), &mut |_| {});
    report.unwrap();
}

fn results(phone: &Phone) -> Vec<pocketchart::ItemView> {
    let all = ListOptions {
        limit: usize::MAX,
        ..ListOptions::default()
    };
    phone.chart.list(Section::Results, &all).unwrap().items
}

/// The result with this value.
fn with_value(phone: &Phone, text: &str) -> EntryId {
    let is = |it: &&pocketchart::ItemView| it.facts.value.as_ref().is_some_and(|it| it.text == text);
    results(phone).iter().find(is).unwrap().id
}

fn found(desk: &Browser, chart: &str, q: &str) -> Value {
    desk.get(&format!("{chart}/search?limit=200&q={q}")).is(200)
}

fn titles(found: &Value) -> Vec<&str> {
    let entries = found["entries"].as_array().unwrap();
    entries
        .iter()
        .map(|it| it["facts"]["title"].as_str().unwrap_or_default())
        .collect()
}

fn actions<'a>(log: &'a Value, login: &str) -> Vec<(&'a str, &'a str)> {
    let by = |it: &&Value| it["who"]["login"] == login;
    let events = log.as_array().unwrap().iter().filter(by);
    events
        .map(|it| {
            (
                it["action"].as_str().unwrap(),
                it["section"].as_str().unwrap_or_default(),
            )
        })
        .collect()
}

#[test]
fn a_search_finds_what_was_opened_and_this_role_may_read() {
    let (world, ada) = World::with_administrator();
    let cleo = world.member(&ada, "cleo", "clinician");
    let front = world.member(&ada, "fay", "front-desk");
    let mut phone = Phone::new(&world, "phone");
    let scope = [
        (Section::Profile, COPY),
        (Section::Allergies, COPY),
        (Section::Problems, READ),
        (Section::Results, READ),
        (Section::Vitals, Operations::APPEND),
    ];
    let chart = format!("/api/charts/{}", opens(&mut phone, &cleo, &scope));

    // A copy and a record are found alike; accents, capitals and the ends of words make no difference.
    for q in ["penicillin", "PENIC", "p%C3%A9nicillin"] {
        assert!(titles(&found(&cleo, &chart, q)).contains(&"Penicillin"), "{q}");
    }
    let glucose = found(&cleo, &chart, "hba1c");
    assert_eq!(
        glucose["sections"],
        json!([{ "section": "results", "count": 12 }]),
        "{glucose:#}"
    );
    assert_eq!(
        glucose["entries"][0]["facts"]["value"]["text"], "6.5",
        "the newest first, as written"
    );
    assert_eq!(glucose["entries"][0]["section"], "results");
    assert_eq!(glucose["not_searched"], json!(["vitals"]));
    assert!(
        titles(&found(&cleo, &chart, "hba1c%20penicillin")).is_empty(),
        "all words"
    );
    for nothing in ["", "%20", "-", "diastolic"] {
        let found = found(&cleo, &chart, nothing);
        assert_eq!(
            (titles(&found).len(), &found["more"]),
            (0, &json!(false)),
            "{nothing:?}"
        );
    }

    // The front desk finds in its own sections alone, and is told which were not searched.
    let theirs = found(&front, &chart, "hba1c");
    assert_eq!(
        (titles(&theirs).len(), &theirs["sections"]),
        (0, &json!([])),
        "{theirs:#}"
    );
    assert_eq!(theirs["not_searched"], json!(["problems", "results", "vitals"]));
    assert!(titles(&found(&front, &chart, "penicillin")).contains(&"Penicillin"));
    assert_eq!(
        ada.get(&format!("{chart}/search?q=a")).refuses(403),
        "desk-not-for-role"
    );

    // Page by page it is the same, in the order of the sections.
    let whole = found(&cleo, &chart, "h");
    let all = whole["entries"].as_array().unwrap();
    assert!(all.len() > 8, "{}", all.len());
    let mut paged: Vec<Value> = Vec::new();
    loop {
        let page = cleo
            .get(&format!("{chart}/search?q=h&limit=3&offset={}", paged.len()))
            .is(200);
        assert_eq!(page["sections"], whole["sections"]);
        paged.extend(page["entries"].as_array().unwrap().iter().cloned());
        if page["more"] == false {
            break;
        }
    }
    assert_eq!(&paged, all);
    let past = cleo.get(&format!("{chart}/search?q=h&offset=4000000000")).is(200);
    assert_eq!((&past["entries"], &past["more"]), (&json!([]), &json!(false)));

    for wrong in [
        "",
        "?q=a&limit=0",
        "?q=a&limit=201",
        "?q=a&limit=-1",
        "?q=a&x=1",
        &format!("?q={}", "a".repeat(401)),
    ] {
        assert_eq!(
            cleo.get(&format!("{chart}/search{wrong}")).refuses(400),
            "desk-malformed",
            "{wrong}"
        );
    }

    // Each search is in the log with the sections that it showed, and without its words.
    let log = ada.get("/api/audit?limit=200").is(200);
    let cleos = actions(&log, "cleo");
    for seen in [
        ("chart-searched", ""),
        ("section-viewed", "results"),
        ("section-viewed", "allergies"),
    ] {
        assert!(cleos.contains(&seen), "{seen:?}");
    }
    let fays = actions(&log, "fay");
    assert!(
        fays.contains(&("section-viewed", "allergies")) && !fays.contains(&("section-viewed", "results"))
    );
    assert!(!log.to_string().to_lowercase().contains("penic"));
}

#[test]
fn what_was_entered_in_error_is_neither_found_nor_drawn() {
    let (world, ada) = World::with_administrator();
    let cleo = world.member(&ada, "cleo", "clinician");
    let mut phone = Phone::with(&world, "phone", bundle(&[patient()]));
    let mut wrong = glucose("3", "https://a.example", "2026-03-01T08:00:00Z", "50.1");
    wrong["status"] = json!("entered-in-error");
    let here = [
        glucose("1", "https://a.example", "2026-01-01T08:00:00Z", "5.60"),
        glucose("2", "https://a.example", "2026-02-01", "4.8"),
        wrong,
        glucose("4", "https://a.example", "2026-04-01T08:00:00Z", "61.7"),
    ];
    brings(&mut phone, &here);
    phone
        .chart
        .retract(with_value(&phone, "61.7"), Some("another person's"))
        .unwrap();
    // Two laboratories tell different values of one moment, and the patient says that it is one reading.
    brings(
        &mut phone,
        &[glucose("5", "https://a.example", "2026-05-01T08:00:00Z", "5.1")],
    );
    brings(
        &mut phone,
        &[glucose("6", "https://b.example", "2026-05-01T08:00:00Z", "9.1")],
    );
    let (one, other) = (with_value(&phone, "5.1"), with_value(&phone, "9.1"));
    phone.chart.decide(one, other, Answer::Same, None).unwrap();

    for how in [COPY, READ] {
        let chart = opens(
            &mut phone,
            &cleo,
            &[(Section::Profile, how), (Section::Results, how)],
        );
        let chart = format!("/api/charts/{chart}");
        let all = cleo.get(&format!("{chart}/trends")).is(200);
        assert_eq!(all["measures"].as_array().unwrap().len(), 1, "{all:#}");
        assert_eq!(all["not_opened"], json!(["vitals"]));
        assert_eq!(
            all["not_drawn_count"], 2,
            "both sides of what sources disagree about: {all:#}"
        );
        let key = all["measures"][0]["measure"].as_str().unwrap();
        let one = cleo.get(&format!("{chart}/trend?measure={key}")).is(200);
        let points = one["points"].as_array().unwrap();
        let values: Vec<&str> = points.iter().map(|it| it["value"].as_str().unwrap()).collect();
        assert_eq!(
            values,
            ["4.8", "5.60"],
            "newest first, every digit, and nothing that is in doubt: {one:#}"
        );
        assert_eq!(points[0]["when"], "2026-02-01");
        assert_eq!(
            (&points[1]["when"], &points[1]["flag"]),
            (&json!("2026-01-01T08:00:00Z"), &json!("high"))
        );
        assert_eq!(
            (&points[1]["low"], &points[1]["high"]),
            (&json!("3.9"), &json!("5.50"))
        );
        assert_eq!(
            points[1]["written"],
            json!({ "number": "5.60", "unit": "mmol/L" })
        );
        assert_eq!(points[1]["sources"][0]["patient"], true, "{one:#}");
        assert_eq!((&one["unit"], &one["count"]), (&json!("mmol/L"), &json!(2)));
        assert_eq!(points[0]["id"].is_null(), how == COPY);
        for value in ["50.1", "61.7", "9.1"] {
            assert!(
                !one.to_string().contains(value) && !all.to_string().contains(value),
                "{value}"
            );
        }
        if how == READ {
            let found = found(&cleo, &chart, "glucose");
            assert!(!found.to_string().contains("61.7"), "{found:#}");
        }
    }
}

#[test]
fn trends_are_for_clinicians_and_come_in_parts() {
    let (world, ada) = World::with_administrator();
    let cleo = world.member(&ada, "cleo", "clinician");
    let front = world.member(&ada, "fay", "front-desk");
    let mut phone = Phone::new(&world, "phone");
    let chart = opens(
        &mut phone,
        &cleo,
        &[(Section::Results, READ), (Section::Vitals, COPY)],
    );
    let chart = format!("/api/charts/{chart}");
    let all = cleo.get(&format!("{chart}/trends?limit=200")).is(200);
    let measures = all["measures"].as_array().unwrap();
    let of = |name: &str| measures.iter().find(|it| it["name"] == name).unwrap();
    let (a1c, weight) = (of("HbA1c"), of("Weight"));
    assert_eq!(
        (&a1c["count"], &a1c["latest"]["value"], &a1c["unit"]),
        (&json!(12), &json!("6.5"), &json!("%"))
    );
    assert_eq!(
        (&weight["count"], &weight["latest"]["value"]),
        (&json!(9), &json!("76.0")),
        "a copy is drawn, too"
    );
    assert_eq!(weight["latest"]["id"], Value::Null);
    // Our own table of what is usual is not what the source says.
    assert_eq!(
        (&weight["latest"]["low"], &weight["latest"]["flag"]),
        (&Value::Null, &Value::Null)
    );
    let counts: Vec<u64> = measures.iter().map(|it| it["count"].as_u64().unwrap()).collect();
    assert!(counts.is_sorted_by(|one, other| one >= other), "{counts:?}");
    let part = cleo.get(&format!("{chart}/trends?limit=1&offset=1")).is(200);
    assert_eq!(
        (&part["measures"][0], &part["more"]),
        (&measures[1], &json!(true))
    );

    let key = a1c["measure"].as_str().unwrap();
    let whole = cleo
        .get(&format!("{chart}/trend?measure={key}&limit=200"))
        .is(200);
    let part = cleo
        .get(&format!("{chart}/trend?measure={key}&limit=5&offset=10"))
        .is(200);
    assert_eq!(
        (&part["points"][0], &part["more"]),
        (&whole["points"][10], &json!(false))
    );
    assert_eq!(part["points"].as_array().unwrap().len(), 2);
    assert_eq!(
        cleo.get(&format!("{chart}/trend?measure=nothing")).refuses(404),
        "desk-not-here"
    );
    for wrong in [
        "trends?limit=0",
        "trends?x=1",
        "trend",
        "trend?measure=a&limit=201",
    ] {
        assert_eq!(
            cleo.get(&format!("{chart}/{wrong}")).refuses(400),
            "desk-malformed",
            "{wrong}"
        );
    }
    for other in [&front, &ada] {
        for path in ["trends", &format!("trend?measure={key}")] {
            assert_eq!(
                other.get(&format!("{chart}/{path}")).refuses(403),
                "desk-not-for-role"
            );
        }
    }
    let log = ada.get("/api/audit?limit=200").is(200);
    assert!(actions(&log, "cleo").contains(&("trends-viewed", "")));
    assert!(actions(&log, "fay").contains(&("refused", "")));
}

#[test]
fn an_entry_has_what_was_said_before_who_says_so_and_who_disagrees() {
    let (world, ada) = World::with_administrator();
    let cleo = world.member(&ada, "cleo", "clinician");
    let front = world.member(&ada, "fay", "front-desk");
    let mut phone = Phone::with(&world, "phone", bundle(&[patient()]));
    let old = glucose("1", "https://a.example", "2026-01-01T08:00:00Z", "5.60");
    let mut new = glucose("1", "https://a.example", "2026-01-01T08:00:00Z", "6.50");
    new["meta"]["versionId"] = json!("2");
    brings(&mut phone, &[old]);
    brings(&mut phone, &[new]);
    let mine = with_value(&phone, "6.50");
    phone.chart.dispute(mine, Some("I had eaten.")).unwrap();

    let scope = [(Section::Allergies, READ), (Section::Results, READ)];
    let chart = opens(&mut phone, &cleo, &scope);
    let chart = format!("/api/charts/{chart}");
    let path = format!("{chart}/entries/{}", mine.to_text());
    let page = cleo.get(&path).is(200);
    assert_eq!(
        (&page["section"], &page["facts"]["value"]["text"]),
        (&json!("results"), &json!("6.50"))
    );
    let history = page["history"].as_array().unwrap();
    let values: Vec<&Value> = history.iter().map(|it| &it["facts"]["value"]["text"]).collect();
    assert_eq!(values[..2], [&json!("5.60"), &json!("6.50")], "{page:#}");
    assert_eq!(page["disputes"][0]["reason"], "I had eaten.");
    assert_eq!(page["disputes"][0]["patient"], true);
    assert_eq!(
        (&page["told"][0]["device"], &page["told"][0]["proof"]),
        (&json!("phone"), &Value::Null)
    );

    assert_eq!(front.get(&path).refuses(403), "desk-not-for-role");
    assert_eq!(
        cleo.get(&format!("{chart}/entries/nothing")).refuses(404),
        "desk-not-here"
    );
    // What was not opened is not there, and a copy has no name.
    let patients = phone
        .chart
        .list(Section::Profile, &ListOptions::default())
        .unwrap()
        .items;
    let closed = format!("{chart}/entries/{}", patients[0].id.to_text());
    assert_eq!(cleo.get(&closed).refuses(404), "desk-not-here");
    let log = ada.get("/api/audit?limit=200").is(200);
    assert!(actions(&log, "cleo").contains(&("entry-viewed", "results")));
    assert!(actions(&log, "fay").contains(&("refused", "results")));
}
