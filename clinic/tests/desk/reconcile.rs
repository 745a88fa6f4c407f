//! The patient's chart beside what the clinic's own system says of the same person.

use crate::bridge::{Visit, maria, states};
use crate::ehr::Ehr;
use crate::visits::{comes_to, of_desk, takes_it_in};
use pocketchart::{ListOptions, Operations, Section};
use serde_json::{Value, json};
use std::thread;

const READ: Operations = Operations::READ;
const COPY: Operations = Operations::EXTRACT;
const SCOPE: [(Section, Operations); 4] = [
    (Section::Profile, READ),
    (Section::Allergies, READ),
    (Section::Problems, READ),
    (Section::Medications, READ),
];

pub(crate) fn concept(system: &str, code: &str, text: &str) -> Value {
    json!({ "coding": [{ "system": system, "code": code }], "text": text })
}

/// What the clinic's own system says of patient 7.
pub(crate) fn fills(ehr: &Ehr) {
    let snomed = "http://snomed.info/sct";
    let status = |kind: &str, code: &str| {
        let system = format!("http://terminology.hl7.org/CodeSystem/{kind}");
        json!({ "coding": [{ "system": system, "code": code }] })
    };
    let active = status("allergyintolerance-clinical", "active");
    let allergy = |what: Value| {
        json!({ "resourceType": "AllergyIntolerance", "patient": { "reference": "Patient/7" }, "clinicalStatus": active,
            "verificationStatus": status("allergyintolerance-verification", "confirmed"), "code": what })
    };
    // The same substance, of which it says something else.
    let mut penicillin = allergy(concept(snomed, "91936005", "Penicillin"));
    penicillin["criticality"] = json!("low");
    ehr.puts("AllergyIntolerance/a1", &penicillin);
    // Something of which the patient's chart says nothing.
    ehr.puts(
        "AllergyIntolerance/a2",
        &allergy(concept(snomed, "300913006", "Shellfish")),
    );
    // Of a problem the same, in the same words.
    let problem = json!({ "resourceType": "Condition", "subject": { "reference": "Patient/7" },
        "clinicalStatus": status("condition-clinical", "active"),
        "verificationStatus": status("condition-ver-status", "confirmed"),
        "code": concept(snomed, "44054006", "Type 2 diabetes"), "onsetDateTime": "2016-04-18" });
    ehr.puts("Condition/c1", &problem);
    // A medicine with a name of its own only.
    let medicine = json!({ "resourceType": "MedicationStatement", "subject": { "reference": "Patient/7" }, "status": "active",
        "medicationCodeableConcept": { "text": "Warfarin 5 mg" } });
    ehr.puts("MedicationStatement/m1", &medicine);
}

pub(crate) fn read(visit: &Visit, chart: &str) -> Value {
    let path = format!("/api/charts/{chart}/reconcile/read");
    visit.desk.post(&path, &json!({})).is(200)
}

pub(crate) fn section<'a>(comparison: &'a Value, name: &str) -> &'a Value {
    let sections = comparison["sections"].as_array().unwrap();
    sections.iter().find(|it| it["section"] == name).unwrap()
}

/// A statement of the system in a section.
pub(crate) fn said<'a>(section: &'a Value, id: &str) -> &'a Value {
    let all = section["system"].as_array().unwrap();
    let found = all.iter().find(|it| it["id"] == id);
    found.unwrap_or_else(|| panic!("{id} is not in {section:#}"))
}

/// What a statement stands to: how, and the titles there.
fn beside(section: &Value, id: &str) -> Vec<(String, String)> {
    let to = said(section, id)["to"].as_array().unwrap();
    let text = |it: &Value| it.as_str().unwrap_or_default().to_owned();
    let of = |it: &Value| {
        let entry = &section["chart"][usize::try_from(it["at"].as_u64().unwrap()).unwrap()];
        (text(&it["how"]), text(&entry["facts"]["title"]))
    };
    to.iter().map(of).collect()
}

fn pair(how: &str, title: &str) -> Vec<(String, String)> {
    vec![(how.to_owned(), title.to_owned())]
}

#[test]
fn what_the_clinics_own_system_says_stands_beside_the_chart() {
    let mut visit = Visit::new();
    let chart = visit.opens(&SCOPE);
    let ehr = Ehr::new();
    let path = format!("/api/charts/{chart}/reconcile");
    assert_eq!(visit.desk.get(&path).refuses(409), "desk-bridge-not-set");
    fills(&ehr);
    visit.uses(&ehr, &chart);
    let front = visit.world.member(&visit.ada, "fay", "front-desk");
    for other in [&front, &visit.ada] {
        assert_eq!(other.get(&path).refuses(403), "desk-not-for-role");
        let read = other.post(&format!("{path}/read"), &json!({}));
        assert_eq!(read.refuses(403), "desk-not-for-role");
    }
    // Nothing was read: the chart's side stands there alone.
    let before = visit.desk.get(&path).is(200);
    assert_eq!(before["reading"], Value::Null);
    assert_eq!(section(&before, "allergies")["system"], json!([]));
    assert!(
        !section(&before, "allergies")["chart"]
            .as_array()
            .unwrap()
            .is_empty()
    );

    let read = read(&visit, &chart);
    assert_eq!(read["patient"], "Patient/7");
    assert_eq!(read["reading"]["by"]["login"], "cleo");
    let allergies = section(&read, "allergies");
    assert_eq!(
        beside(allergies, "AllergyIntolerance/a1"),
        pair("probable", "Penicillin")
    );
    let penicillin = said(allergies, "AllergyIntolerance/a1");
    assert_eq!(penicillin["etag"], "W/\"1\"");
    assert_eq!(penicillin["hash"].as_str().unwrap().len(), 64);
    let differences = penicillin["to"][0]["differences"].to_string();
    for name in ["criticality", "severity", "reaction"] {
        assert!(differences.contains(name), "{differences}");
    }
    assert_eq!(beside(allergies, "AllergyIntolerance/a2"), []);
    assert_eq!(allergies["contradiction"], false);
    assert_eq!(
        beside(section(&read, "problems"), "Condition/c1")
            .first()
            .map(|it| it.0.clone()),
        Some("same".to_owned()),
        "{read:#}"
    );
    let medicines = section(&read, "medications");
    assert_eq!(beside(medicines, "MedicationStatement/m1"), []);
    // Not opened: the system's side stands alone, and nothing is said of the other.
    assert_eq!(section(&read, "immunizations")["standing"], "not-opened");

    // It stays as it was read, sealed, until it is read anew; and each look is in the log.
    fn without_time(comparison: &Value) -> &Value {
        &comparison["sections"]
    }
    assert_eq!(without_time(&visit.desk.get(&path).is(200)), without_time(&read));
    for text in ["Shellfish", "Warfarin"] {
        assert!(!visit.world.holds(text), "{text}");
    }
    let log = visit.ada.get("/api/audit?limit=200").is(200);
    for action in ["system-read", "chart-compared"] {
        let is_it = |it: &&Value| it["action"] == action && it["who"]["login"] == "cleo";
        let event = log.as_array().unwrap().iter().find(is_it).unwrap();
        assert_eq!(
            (&event["charts"][0], &event["patient"]),
            (&json!(chart), &json!("Patient/7"))
        );
    }
}

#[test]
fn page_by_page_never_of_somebody_else_and_a_refused_type_does_not_stop_the_others() {
    let mut visit = Visit::new();
    let chart = visit.opens(&SCOPE);
    let ehr = Ehr::new();
    fills(&ehr);
    visit.uses(&ehr, &chart);
    let mut of_another = json!({ "resourceType": "AllergyIntolerance", "patient": { "reference": "Patient/8" },
        "code": { "text": "Bee stings" } });
    ehr.puts("AllergyIntolerance/b1", &of_another);
    of_another["patient"]["reference"] = json!("Patient/7");
    for number in 0..7 {
        of_another["code"]["text"] = json!(format!("Pollen {number}"));
        ehr.puts(&format!("AllergyIntolerance/p{number}"), &of_another);
    }
    let set = |change: &dyn Fn(&mut crate::ehr::State)| change(&mut ehr.state.lock().unwrap());
    let searched = |read: &Value, name: &str| {
        let all = read["reading"]["searches"].as_array().unwrap().clone();
        all.into_iter().find(|it| it["name"] == name).unwrap()
    };

    set(&|it| (it.page, it.hides) = (Some(2), Some("Condition")));
    let first = read(&visit, &chart);
    let allergies = section(&first, "allergies");
    assert_eq!(allergies["system"].as_array().unwrap().len(), 9, "{allergies:#}");
    assert!(!first.to_string().contains("Bee stings"));
    let refused = searched(&first, "Condition");
    assert_eq!(
        (&refused["trouble"], &refused["status"]),
        (&json!("forbidden"), &json!(403))
    );
    assert_eq!(section(&first, "problems")["system"], json!([]));

    // A server that shows everybody's: what is of others is left, and said.
    set(&|it| it.shows_all = true);
    let all = read(&visit, &chart);
    assert!(!all.to_string().contains("Bee stings"));
    assert_eq!(all["reading"]["others"], 1);
    assert_eq!(searched(&all, "AllergyIntolerance")["trouble"], "other-people");

    // The next page is not fetched from elsewhere.
    set(&|it| (it.shows_all, it.leads_to) = (false, Some("https://evil.example/fhir/x")));
    let away = read(&visit, &chart);
    assert_eq!(searched(&away, "AllergyIntolerance")["trouble"], "outside");
    assert_eq!(section(&away, "allergies")["system"].as_array().unwrap().len(), 2);
}

#[test]
fn what_was_read_of_one_patient_never_stands_beside_another_and_goes_with_the_chart() {
    let mut visit = Visit::new();
    let chart = visit.opens(&SCOPE);
    let ehr = Ehr::new();
    fills(&ehr);
    visit.uses(&ehr, &chart);
    let path = format!("/api/charts/{chart}/reconcile");
    let link = format!("/api/bridge/charts/{chart}/patient");
    read(&visit, &chart);

    // It is doubted who it is: what had been read is gone, whoever it is said to be next.
    visit.desk.delete(&link).is(204);
    visit.desk.send("PUT", &link, &json!({ "patient": "7" })).is(200);
    assert_eq!(visit.desk.get(&path).is(200)["reading"], Value::Null);
    read(&visit, &chart);

    // It was somebody else.
    visit.desk.delete(&link).is(204);
    assert_eq!(visit.desk.get(&path).refuses(409), "desk-bridge-not-linked");
    ehr.puts("Patient/9", &maria());
    let confirmed = json!({ "patient": "9", "anyway": true });
    visit.desk.send("PUT", &link, &confirmed).is(200);
    let other = visit.desk.get(&path).is(200);
    assert_eq!(other["reading"], Value::Null);
    assert!(!other.to_string().contains("Shellfish"));
    let other = read(&visit, &chart);
    assert_eq!(
        (&other["patient"], other.to_string().contains("Shellfish")),
        (&json!("Patient/9"), false)
    );

    // A description that the system has put aside is not read.
    let mut merged = maria();
    merged["active"] = json!(false);
    ehr.puts("Patient/9", &merged);
    let refused = visit.desk.post(&format!("{path}/read"), &json!({}));
    assert_eq!(refused.refuses(404), "desk-bridge-no-patient");

    visit.desk.send("PUT", &link, &json!({ "patient": "7" })).is(200);
    // Nor does it come back.
    assert_eq!(visit.desk.get(&path).is(200)["reading"], Value::Null);
    read(&visit, &chart);
    visit.desk.delete(&format!("/api/charts/{chart}")).is(200);
    assert_eq!(visit.desk.get(&path).refuses(410), "desk-chart-ended");
    // The patient comes again: nothing of the last time is there.
    let again = visit.opens(&SCOPE);
    let shown = visit.desk.get(&format!("/api/charts/{again}/reconcile")).is(200);
    assert_eq!(shown["reading"], Value::Null);
}

#[test]
fn what_the_patient_took_back_stays_in_view_beside_a_copy_of_it() {
    let mut visit = Visit::new();
    let chart = visit.opens(&SCOPE);
    let ehr = Ehr::new();
    visit.uses(&ehr, &chart);
    let entries = visit.entries(&chart, "allergies", &["Latex"]);
    let written = visit.after(&visit.approves(&chart, &entries));
    assert_eq!(states(&written), ["confirmed"], "{written:#}");
    let place = written["lines"][0]["place"].as_str().unwrap().to_owned();
    // Our own name for it leads back to the entry.
    let shown = read(&visit, &chart);
    assert_eq!(
        beside(section(&shown, "allergies"), &place),
        pair("same", "Latex")
    );

    // It was entered in error, says the patient; the system does not know yet.
    let phone = &mut visit.phone.chart;
    let page = phone.list(Section::Allergies, &ListOptions::default()).unwrap();
    let latex = page
        .items
        .iter()
        .find(|it| it.facts.title.as_deref() == Some("Latex"))
        .unwrap();
    phone.retract(latex.id, Some("never had it")).unwrap();
    let chart = visit.opens(&SCOPE);
    let shown = read(&visit, &chart);
    let allergies = section(&shown, "allergies");
    assert_eq!(
        beside(allergies, &place),
        pair("retracted", "Latex"),
        "{allergies:#}"
    );

    // What the system took back is said to be, and is the same as nothing here.
    let mut theirs = json!({ "resourceType": "AllergyIntolerance", "patient": { "reference": "Patient/7" },
        "code": { "text": "Shellfish" } });
    let system = "http://terminology.hl7.org/CodeSystem/allergyintolerance-verification";
    theirs["verificationStatus"] = json!({ "coding": [{ "system": system, "code": "entered-in-error" }] });
    ehr.puts("AllergyIntolerance/x", &theirs);
    let shown = read(&visit, &chart);
    let said = said(section(&shown, "allergies"), "AllergyIntolerance/x").clone();
    assert_eq!((&said["retracted"], &said["to"]), (&json!(true), &json!([])));
}

#[test]
fn that_there_is_no_allergy_joins_with_none_and_contradicts_what_is_listed() {
    let mut visit = Visit::new();
    // The patient's device stated the allergies; they may not be read.
    let chart = visit.opens(&[(Section::Profile, READ), (Section::Allergies, COPY)]);
    let ehr = Ehr::new();
    visit.uses(&ehr, &chart);
    let none = json!({ "resourceType": "AllergyIntolerance", "patient": { "reference": "Patient/7" },
        "code": concept("http://snomed.info/sct", "716186003", "No known allergy") });
    ehr.puts("AllergyIntolerance/none", &none);
    let mut penicillin = none.clone();
    penicillin["code"] = concept("http://snomed.info/sct", "91936005", "Penicillin");
    let shown = read(&visit, &chart);
    let allergies = section(&shown, "allergies");
    assert_eq!(beside(allergies, "AllergyIntolerance/none"), []);
    assert_eq!(
        said(allergies, "AllergyIntolerance/none")["facts"]["negation"],
        "none-known"
    );
    assert_eq!(allergies["contradiction"], true);
    assert_eq!(allergies["standing"], "listed");

    // Copies are held against the system in the same way.
    ehr.puts("AllergyIntolerance/none", &penicillin);
    let shown = read(&visit, &chart);
    let allergies = section(&shown, "allergies");
    assert_eq!(allergies["contradiction"], false);
    let to = beside(allergies, "AllergyIntolerance/none");
    assert_eq!(to.len(), 1, "{allergies:#}");
    assert_eq!(to[0].1, "Penicillin");
}

/// A decision about a statement of the system, as it stands in a comparison.
pub(crate) fn line(section: &Value, decision: &str, system: Option<&str>, entry: Option<&str>) -> Value {
    let mut line = json!({ "decision": decision });
    if let Some(system) = system {
        line["system"] = json!(system);
        line["hash"] = said(section, system)["hash"].clone();
    }
    if let Some(title) = entry {
        let all = section["chart"].as_array().unwrap();
        let entry = all.iter().find(|it| it["facts"]["title"] == title).unwrap();
        line["entry"] = entry["id"].clone();
    }
    line
}

pub(crate) fn act(section: &str, lines: &[Value]) -> Value {
    json!({ "section": section, "lines": lines })
}

#[test]
fn what_a_clinician_decides_is_done_in_one_act_and_comes_to_the_patient() {
    let mut visit = Visit::new();
    let append = READ.union(Operations::APPEND);
    let scope = [
        (Section::Profile, READ),
        (Section::Allergies, append),
        (Section::Problems, READ),
        (Section::Documents, Operations::APPEND),
    ];
    let chart = visit.opens(&scope);
    let ehr = Ehr::new();
    fills(&ehr);
    visit.uses(&ehr, &chart);
    let path = format!("/api/charts/{chart}/reconcile");
    let shown = read(&visit, &chart);
    let allergies = section(&shown, "allergies");
    let same = line(
        allergies,
        "same",
        Some("AllergyIntolerance/a1"),
        Some("Penicillin"),
    );
    let take = line(allergies, "take", Some("AllergyIntolerance/a2"), None);
    let leave = line(allergies, "leave-entry", None, Some("Peanut"));
    let mut write = line(allergies, "write", None, Some("Latex"));
    write["reason"] = json!("not in our system yet");
    let lines = act("allergies", &[same, take, leave, write]);
    let front = visit.world.member(&visit.ada, "fay", "front-desk");
    assert_eq!(front.post(&path, &lines).refuses(403), "desk-not-for-role");

    let desk = visit.desk.clone();
    let done = thread::scope(|scope| {
        let deciding = scope.spawn(|| desk.post(&path, &lines).is(201));
        takes_it_in(&mut visit.phone);
        deciding.join().unwrap()
    });
    assert_eq!(done["visit"]["signature"]["by"]["name"], "cleo", "{done:#}");
    assert!(
        !done["visit"].to_string().contains("resourceType"),
        "what is taken is not sent around"
    );
    let sources = done["visit"]["reconciled"]["sources"].to_string();
    assert!(
        sources.contains("AllergyIntolerance/a1") && sources.contains("W/"),
        "{sources}"
    );
    let name = done["visit"]["id"].as_str().unwrap();
    comes_to(&desk, &format!("/api/charts/{chart}/visits/{name}"), "returned");

    // The patient has it, from the clinic, under its source, byte for byte.
    assert_eq!(of_desk(&visit.phone, Section::Allergies).len(), 1);
    let page = visit
        .phone
        .chart
        .list(Section::Allergies, &ListOptions::default())
        .unwrap();
    let shellfish = page
        .items
        .iter()
        .find(|it| it.facts.title.as_deref() == Some("Shellfish"))
        .unwrap();
    assert_eq!(shellfish.sources[0].system.as_ref(), Some(&ehr.base));
    let taken = visit.phone.chart.item(shellfish.id).unwrap().content.unwrap();
    let (_, theirs) = ehr
        .all("AllergyIntolerance")
        .into_iter()
        .find(|it| it.0 == "AllergyIntolerance/a2")
        .unwrap();
    assert_eq!(String::from_utf8(taken).unwrap(), theirs);
    // Who decided, from which sources in which version.
    let told = visit.phone.chart.list(
        Section::Documents,
        &ListOptions {
            limit: 1000,
            ..ListOptions::default()
        },
    );
    let (mut lists, mut decisions) = (0, 0);
    for item in told.unwrap().items {
        let text = visit.phone.chart.item(item.id).unwrap().content.unwrap();
        let text = String::from_utf8_lossy(&text).into_owned();
        match item.facts.resource_type.as_str() {
            "List" if text.contains("Reconciled allergies") => lists += 1,
            "Provenance" if text.contains("cleo") => {
                decisions += 1;
                let of_system = format!("{}/AllergyIntolerance/", ehr.base);
                assert!(
                    !text.contains(&of_system) || text.contains("/_history/1"),
                    "{text}"
                );
            }
            _ => {}
        }
    }
    assert_eq!((lists, decisions), (1, 4));

    // The system has what was written, once.
    let message = visit.after(&done["message"]);
    assert_eq!(states(&message), ["confirmed"], "{message:#}");
    assert_eq!(ehr.all("AllergyIntolerance").len(), 3);
    let again = read(&visit, &chart);
    let allergies = section(&again, "allergies");
    assert_eq!(
        beside(allergies, "AllergyIntolerance/a2"),
        pair("same", "Shellfish")
    );
    assert_eq!(again["acts"].as_array().unwrap().len(), 1);
    assert_eq!(again["acts"][0]["lines"][0]["decision"], "same");
}

#[test]
fn nothing_is_decided_about_what_was_not_seen_or_is_not_allowed() {
    let mut visit = Visit::new();
    let chart = visit.opens(&SCOPE);
    let ehr = Ehr::new();
    fills(&ehr);
    visit.uses(&ehr, &chart);
    let path = format!("/api/charts/{chart}/reconcile");
    let none = json!({ "decision": "take", "system": "AllergyIntolerance/a2", "hash": "0" });
    let decide = |lines: &[Value]| visit.desk.post(&path, &act("allergies", lines));
    assert_eq!(decide(&[none]).refuses(409), "desk-recon-changed");
    let shown = read(&visit, &chart);
    let allergies = section(&shown, "allergies");
    let take = line(allergies, "take", Some("AllergyIntolerance/a2"), None);
    assert_eq!(decide(&[]).refuses(422), "desk-recon-count");
    assert_eq!(
        decide(&[take.clone(), take.clone()]).refuses(422),
        "desk-recon-unfit"
    );
    let mut nowhere = line(allergies, "write", None, Some("Latex"));
    nowhere["entry"] = json!("nowhere");
    assert_eq!(decide(&[nowhere]).refuses(422), "desk-recon-unfit");
    let other = visit.desk.post(&path, &act("notes", std::slice::from_ref(&take)));
    assert_eq!(other.refuses(422), "desk-recon-unfit");
    // The patient opened the section for reading only.
    assert_eq!(
        decide(std::slice::from_ref(&take)).refuses(409),
        "desk-recon-not-allowed"
    );

    // It says something else meanwhile.
    let mut theirs: Value = serde_json::from_str(&ehr.all("AllergyIntolerance")[1].1).unwrap();
    theirs["criticality"] = json!("high");
    ehr.puts("AllergyIntolerance/a2", &theirs);
    let left = line(allergies, "leave-statement", Some("AllergyIntolerance/a2"), None);
    let shown = read(&visit, &chart);
    assert_eq!(decide(&[left]).refuses(409), "desk-recon-changed");

    // What may be there already is written only once somebody says that it is something else.
    let allergies = section(&shown, "allergies");
    let write = line(allergies, "write", None, Some("Penicillin"));
    assert_eq!(
        decide(std::slice::from_ref(&write)).refuses(409),
        "desk-recon-undecided"
    );
    assert_eq!(visit.desk.get("/api/bridge/outbox").is(200), json!([]));
    let different = line(
        allergies,
        "different",
        Some("AllergyIntolerance/a1"),
        Some("Penicillin"),
    );
    let done = decide(&[different, write]).is(201);
    // The patient let the clinic write nothing: the clinic alone has what was decided.
    assert_eq!(done["visit"]["state"], "not-returned", "{done:#}");
    assert_eq!(states(&visit.after(&done["message"])), ["confirmed"]);
    assert_eq!(ehr.all("AllergyIntolerance").len(), 3);
}

#[test]
fn what_was_entered_in_error_is_not_taken_and_a_denial_is_no_allergy() {
    let mut visit = Visit::new();
    let append = READ.union(Operations::APPEND);
    let chart = visit.opens(&[(Section::Profile, READ), (Section::Allergies, append)]);
    let ehr = Ehr::new();
    visit.uses(&ehr, &chart);
    let system = "http://terminology.hl7.org/CodeSystem/allergyintolerance-verification";
    let none = json!({ "resourceType": "AllergyIntolerance", "patient": { "reference": "Patient/7" },
        "code": concept("http://snomed.info/sct", "716186003", "No known allergy") });
    ehr.puts("AllergyIntolerance/none", &none);
    let mut wrong = none.clone();
    wrong["code"] = json!({ "text": "Shellfish" });
    wrong["verificationStatus"] = json!({ "coding": [{ "system": system, "code": "entered-in-error" }] });
    ehr.puts("AllergyIntolerance/wrong", &wrong);
    let path = format!("/api/charts/{chart}/reconcile");
    let shown = read(&visit, &chart);
    let allergies = section(&shown, "allergies");
    let decide = |line: Value| visit.desk.post(&path, &act("allergies", &[line]));
    let take = line(allergies, "take", Some("AllergyIntolerance/wrong"), None);
    assert_eq!(decide(take).refuses(409), "desk-recon-retracted");
    let same = line(
        allergies,
        "same",
        Some("AllergyIntolerance/none"),
        Some("Penicillin"),
    );
    assert_eq!(decide(same).refuses(422), "desk-recon-denies");
}

#[test]
fn results_of_the_clinics_own_system_come_to_the_patient_as_they_were_written() {
    let mut visit = Visit::new();
    let append = READ.union(Operations::APPEND);
    let chart = visit.opens(&[
        (Section::Profile, READ),
        (Section::Results, append),
        (Section::Documents, Operations::APPEND),
    ]);
    let ehr = Ehr::new();
    let result = |id: &str, at: &str, value: &str| {
        let document = json!({ "resourceType": "Observation", "status": "final", "subject": { "reference": "Patient/7" },
            "category": [concept("http://terminology.hl7.org/CodeSystem/observation-category", "laboratory", "Laboratory")],
            "code": concept("http://loinc.org", "4548-4", "HbA1c"), "effectiveDateTime": at,
            "valueQuantity": { "value": "VALUE", "unit": "%", "system": "http://unitsofmeasure.org", "code": "%" } });
        // A number as it is written, which no reader of numbers has rounded.
        let text = document.to_string().replace("\"VALUE\"", value);
        let mut state = ehr.state.lock().unwrap();
        state.put(&format!("Observation/{id}"), text.as_bytes());
    };
    result("known", "2016-04-18T08:05:00-07:00", "8.4");
    result("other", "2016-08-22T08:05:00-07:00", "9.9");
    result("new", "2026-11-20T09:00:00Z", "6.50");
    visit.uses(&ehr, &chart);
    let path = format!("/api/charts/{chart}/reconcile");
    let shown = read(&visit, &chart);
    let results = section(&shown, "results");
    let how = |id: &str| beside(results, id).into_iter().map(|it| it.0).collect::<Vec<_>>();
    assert_eq!(how("Observation/known"), ["same"]);
    assert_eq!(how("Observation/other"), ["probable"]);
    let differences = said(results, "Observation/other")["to"][0]["differences"].to_string();
    assert!(differences.contains("\"value\""), "{differences}");
    assert_eq!(how("Observation/new"), [""; 0]);
    assert_eq!(
        said(results, "Observation/new")["facts"]["value"]["number"],
        "6.50"
    );

    let take = line(results, "take", Some("Observation/new"), None);
    let desk = visit.desk.clone();
    let done = thread::scope(|scope| {
        let deciding = scope.spawn(|| desk.post(&path, &act("results", &[take])).is(201));
        takes_it_in(&mut visit.phone);
        deciding.join().unwrap()
    });
    assert_eq!(
        done["visit"]["reconciled"]["entries"],
        json!([]),
        "each result stands for its day alone"
    );
    let name = done["visit"]["id"].as_str().unwrap();
    comes_to(&desk, &format!("/api/charts/{chart}/visits/{name}"), "returned");
    let page = visit
        .phone
        .chart
        .list(Section::Results, &ListOptions::default())
        .unwrap();
    let values = page
        .items
        .iter()
        .filter_map(|it| it.facts.value.as_ref()?.number.as_ref());
    assert!(values.map(|it| it.as_str()).any(|it| it == "6.50"));
    let again = read(&visit, &chart);
    assert_eq!(beside(section(&again, "results"), "Observation/new")[0].0, "same");
}
