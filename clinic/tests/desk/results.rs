//! What came of a comparison goes to the clinic's own system, too: a list of what holds, and of what it was made; shown exactly, approved, once.

use crate::bridge::{Visit, maria, states};
use crate::ehr::{Cut, Ehr};
use crate::reconcile::{act, concept, fills, line, read, section};
use crate::world::{Browser, Got};
use pocketchart::{Operations, Section};
use serde_json::{Value, json};

const READ: Operations = Operations::READ;
const SCOPE: [(Section, Operations); 2] = [(Section::Profile, READ), (Section::Allergies, READ)];
/// LOINC's name for the list of a section.
const ALLERGIES: &str = "48765-2";

/// A clinician decides about allergies; where it is said what came of it.
fn decides(visit: &Visit, chart: &str, lines: &[Value]) -> String {
    let path = format!("/api/charts/{chart}/reconcile");
    let done = visit.desk.post(&path, &act("allergies", lines)).is(201);
    if !done["message"].is_null() {
        assert_eq!(states(&visit.after(&done["message"])), ["confirmed"]);
    }
    format!(
        "/api/bridge/charts/{chart}/acts/{}",
        done["visit"]["id"].as_str().unwrap()
    )
}

/// One thing of two, something that is left here, something that is left there, and something that is written there.
fn lines(visit: &Visit, chart: &str) -> Vec<Value> {
    let shown = read(visit, chart);
    let allergies = section(&shown, "allergies");
    let (penicillin, shellfish) = (Some("AllergyIntolerance/a1"), Some("AllergyIntolerance/a2"));
    let mut lines = vec![
        line(allergies, "same", penicillin, Some("Penicillin")),
        line(allergies, "leave-statement", shellfish, None),
        line(allergies, "leave-entry", None, Some("Peanut")),
        line(allergies, "write", None, Some("Latex")),
    ];
    for line in &mut lines {
        line["reason"] = json!("Asked her <b>today</b>");
    }
    lines
}

fn approves(desk: &Browser, there: &str, shown: &Value) -> Got {
    desk.post(
        there,
        &json!({ "patient": shown["patient"], "hash": shown["list"]["hash"] }),
    )
}

/// The list that is there, with its place.
fn only_list(ehr: &Ehr) -> (String, Value) {
    let [(place, list)] = ehr.all("List").try_into().unwrap();
    (place, serde_json::from_str(&list).unwrap())
}

#[test]
fn what_was_decided_is_shown_exactly_and_on_approval_is_in_the_clinics_own_system_once() {
    let mut visit = Visit::new();
    let chart = visit.opens(&SCOPE);
    let ehr = Ehr::new();
    fills(&ehr);
    visit.uses(&ehr, &chart);
    let there = decides(&visit, &chart, &lines(&visit, &chart));
    let desk = &visit.desk;
    let front = visit.world.member(&visit.ada, "fay", "front-desk");
    assert_eq!(front.get(&there).refuses(403), "desk-not-for-role");

    // Exactly what would be written, for whom, and why.
    let shown = desk.get(&there).is(200);
    assert_eq!(
        (&shown["patient"], &shown["offered"], &shown["by"]["name"]),
        (&json!("Patient/7"), &json!(true), &json!("cleo")),
        "{shown:#}"
    );
    assert_eq!(shown["reasons"], json!(["Asked her <b>today</b>"]));
    assert!(shown["list"]["written"].is_null());
    let latex = ehr.all("AllergyIntolerance");
    let latex = latex.iter().find(|it| it.1.contains("Latex")).unwrap().0.clone();
    let items: Vec<_> = shown["items"].as_array().unwrap().iter().collect();
    let item = |title: &str| {
        let found = items.iter().find(|it| it["title"] == title);
        found.unwrap_or_else(|| panic!("{title} is not in {shown:#}"))
    };
    for (title, place, decided) in [
        ("Penicillin", json!("AllergyIntolerance/a1"), json!("One thing")),
        (
            "Shellfish",
            json!("AllergyIntolerance/a2"),
            json!("Left in the clinic's own system"),
        ),
        // It is over, which what is only named does not say itself.
        (
            "Peanut",
            Value::Null,
            json!("Not current any more; Left in the patient's chart"),
        ),
        (
            "Latex",
            json!(latex),
            json!("Approved for the clinic's own system"),
        ),
    ] {
        assert_eq!(
            (&item(title)["place"], &item(title)["decided"]),
            (&place, &decided),
            "{title}"
        );
    }
    let ours = shown["list"]["ours"].as_str().unwrap();
    let list: Value = serde_json::from_str(ours).unwrap();
    assert_eq!(
        (&list["code"]["coding"][0]["code"], &list["source"]["display"]),
        (&json!(ALLERGIES), &json!("cleo"))
    );
    assert_eq!(list["subject"], json!({ "reference": "Patient/7" }));
    assert_eq!(list["note"], json!([{ "text": "Asked her <b>today</b>" }]));
    assert_eq!(
        (&list["status"], &list["mode"]),
        (&json!("current"), &json!("snapshot"))
    );
    let entries = list["entry"].as_array().unwrap();
    assert_eq!(entries.len(), items.len());
    let peanut = entries
        .iter()
        .find(|it| it["item"]["display"] == "Peanut")
        .unwrap();
    assert!(
        peanut["item"]["identifier"]["value"]
            .as_str()
            .unwrap()
            .starts_with("urn:uuid:")
    );
    assert!(
        !ours.contains("Penicillin"),
        "what is there says itself what it is: {ours}"
    );
    let provenance = shown["list"]["provenance"].as_str().unwrap();
    let base = ehr.base.as_str();
    for part in [
        "The clinic's own system, read at 20",
        base,
        "The patient's own chart, read at 20",
        "AllergyIntolerance/a1/_history/1",
        "AllergyIntolerance/a2/_history/1",
        "urn:pocketchart:entry",
        r#""display":"Lakeside Clinic""#,
    ] {
        assert!(provenance.contains(part), "{part}: {provenance}");
    }
    assert_eq!(ehr.all("List"), [], "nothing is written before it is approved");

    // For nobody but whom it was shown, nothing but what was shown, and by nobody but a clinician.
    assert_eq!(approves(&front, &there, &shown).refuses(403), "desk-not-for-role");
    let mut other = shown.clone();
    other["patient"] = json!("Patient/8");
    assert_eq!(
        approves(desk, &there, &other).refuses(409),
        "desk-bridge-other-patient"
    );
    let mut other = shown.clone();
    other["list"]["hash"] = json!("0");
    assert_eq!(
        approves(desk, &there, &other).refuses(409),
        "desk-recon-not-as-shown"
    );
    assert_eq!(ehr.all("List"), []);

    let message = visit.after(&approves(desk, &there, &shown).is(202));
    assert_eq!(states(&message), ["confirmed"], "{message:#}");
    let line = &message["lines"][0];
    assert_eq!(
        (&line["title"], &line["type"], &line["provenance"]),
        (&json!("Reconciled allergies"), &json!("List"), &json!(true))
    );
    let (place, mut kept) = only_list(&ehr);
    assert_eq!(line["place"], place);
    for member in ["id", "meta"] {
        kept.as_object_mut().unwrap().remove(member);
    }
    assert_eq!(kept, list, "as it was shown");
    let is_of_it = |it: &(String, String)| it.1.contains(&format!(r#""reference":"{place}""#));
    let provenances: Vec<_> = ehr.all("Provenance").into_iter().filter(is_of_it).collect();
    let [(_, told)] = provenances.as_slice() else {
        panic!("{provenances:?}")
    };
    let (told, expected): (Value, Value) = (
        serde_json::from_str(told).unwrap(),
        serde_json::from_str(provenance).unwrap(),
    );
    assert_eq!(
        (&told["entity"], &told["agent"]),
        (&expected["entity"], &expected["agent"])
    );
    assert_eq!(told["entity"].as_array().unwrap().len(), 2 + 2 + 3);

    // Once more it is there once, and the comparison says where.
    let shown = desk.get(&there).is(200);
    assert_eq!(shown["list"]["written"], place);
    let again = visit.after(&approves(desk, &there, &shown).is(202));
    assert_eq!(
        (states(&again), ehr.all("List").len()),
        (vec!["confirmed"], 1),
        "{again:#}"
    );
    let compared = desk.get(&format!("/api/charts/{chart}/reconcile")).is(200);
    let decided = &compared["acts"][0];
    assert_eq!(
        (&decided["result"], &decided["by"]["login"]),
        (&json!(place), &json!("cleo"))
    );
    assert!(there.ends_with(decided["id"].as_str().unwrap()));
    for secret in ["Peanut", "today", "Patient/7"] {
        assert!(!visit.world.holds(secret), "{secret} is not sealed");
    }
    let log = visit.ada.get("/api/audit?limit=200").is(200);
    let is_approved = |it: &&Value| it["action"] == "sending-approved" && it["charts"][0] == chart.as_str();
    assert_eq!(log.as_array().unwrap().iter().filter(is_approved).count(), 3);
    desk.delete(&format!("/api/charts/{chart}")).is(200);
    assert_eq!(desk.get(&there).refuses(410), "desk-chart-ended");
}

#[test]
fn a_result_that_is_cut_off_at_any_request_is_there_once() {
    let mut visit = Visit::new();
    for singly in [false, true] {
        for cut in [Cut::Before, Cut::After] {
            let chart = visit.opens(&SCOPE);
            for at in 1.. {
                let ehr = Ehr::new();
                ehr.state.lock().unwrap().singly = singly;
                fills(&ehr);
                visit.uses(&ehr, &chart);
                let shown = read(&visit, &chart);
                let left = line(section(&shown, "allergies"), "leave-entry", None, Some("Peanut"));
                let there = decides(&visit, &chart, &[left]);
                let shown = visit.desk.get(&there).is(200);
                let asked = {
                    let mut state = ehr.state.lock().unwrap();
                    state.cut = Some((state.asked + at, cut));
                    state.asked
                };
                let mut message = visit.after(&approves(&visit.desk, &there, &shown).is(202));
                let was_cut = message["tries"] != 0;
                if was_cut {
                    message = visit.tries_again(&message);
                }
                assert_eq!(states(&message), ["confirmed"], "{at} {cut:?}: {message:#}");
                for kind in ["List", "Provenance"] {
                    assert_eq!(ehr.all(kind).len(), 1, "{kind}, request {at} cut {cut:?}");
                }
                if ehr.state.lock().unwrap().asked - asked < at {
                    break;
                }
                assert!(at < 40, "it asks too often");
            }
        }
    }
}

#[test]
fn a_list_that_a_system_does_not_take_or_that_somebody_changed_waits_for_a_person_and_is_not_lost() {
    let mut visit = Visit::new();
    let chart = visit.opens(&SCOPE);
    let ehr = Ehr::new();
    fills(&ehr);
    let sets = |lacks| {
        ehr.state.lock().unwrap().lacks = lacks;
        let with = json!({ "base": ehr.base, "access": { "kind": "open" } });
        visit.ada.send("PUT", "/api/bridge", &with).is(200);
    };
    visit.uses(&ehr, &chart);
    let there = decides(&visit, &chart, &lines(&visit, &chart));
    let desk = &visit.desk;

    // It does not take lists: that is said, and nothing is sent.
    sets(Some("List"));
    let shown = desk.get(&there).is(200);
    assert_eq!(shown["offered"], false);
    assert!(shown["list"]["ours"].as_str().unwrap().contains(ALLERGIES));
    assert_eq!(
        approves(desk, &there, &shown).refuses(409),
        "desk-bridge-not-offered"
    );
    // It takes no Provenance.
    sets(Some("Provenance"));
    let shown = desk.get(&there).is(200);
    assert!(shown["list"]["provenance"].is_null());
    // It takes both meanwhile, and refuses this one.
    sets(None);
    ehr.state.lock().unwrap().refuses = Some("List");
    let shown = desk.get(&there).is(200);
    let message = visit.after(&approves(desk, &there, &shown).is(202));
    assert_eq!(states(&message), ["refused"], "{message:#}");
    assert_eq!(
        (&message["lines"][0]["status"], &message["lines"][0]["said"][0]),
        (&json!(422), &json!("this is not wanted here"))
    );
    ehr.state.lock().unwrap().refuses = None;
    let message = visit.after(&approves(desk, &there, &shown).is(202));
    assert_eq!(states(&message), ["confirmed"], "{message:#}");

    // Somebody wrote in it there: nothing of theirs is overwritten.
    let (place, mut list) = only_list(&ehr);
    list["note"] = json!([{ "text": "seen by Dr. Bell" }]);
    ehr.puts(&place, &list);
    let message = visit.after(&approves(desk, &there, &shown).is(202));
    assert_eq!(states(&message), ["conflict"], "{message:#}");
    assert!(only_list(&ehr).1.to_string().contains("seen by Dr. Bell"));
    assert!(
        message["lines"][0]["theirs"]
            .as_str()
            .unwrap()
            .contains("seen by Dr. Bell")
    );
}

#[test]
fn a_result_is_of_the_patient_about_whom_it_was_decided_and_without_anything_that_holds_there_is_none() {
    let mut visit = Visit::new();
    let chart = visit.opens(&SCOPE);
    let ehr = Ehr::new();
    fills(&ehr);
    let dose = json!({ "resourceType": "Immunization", "patient": { "reference": "Patient/7" }, "status": "entered-in-error",
        "vaccineCode": concept("http://hl7.org/fhir/sid/cvx", "08", "Hepatitis B"), "occurrenceDateTime": "2026-01-02" });
    ehr.puts("Immunization/i1", &dose);
    visit.uses(&ehr, &chart);
    let there = decides(&visit, &chart, &lines(&visit, &chart));
    let desk = &visit.desk;

    // What was entered in error does not hold, and the chart says nothing of the section.
    let shown = desk.get(&format!("/api/charts/{chart}/reconcile")).is(200);
    let left = line(
        section(&shown, "immunizations"),
        "leave-statement",
        Some("Immunization/i1"),
        None,
    );
    let path = format!("/api/charts/{chart}/reconcile");
    let done = desk.post(&path, &act("immunizations", &[left])).is(201);
    let none = format!(
        "/api/bridge/charts/{chart}/acts/{}",
        done["visit"]["id"].as_str().unwrap()
    );
    let shown = desk.get(&none).is(200);
    assert_eq!(
        (&shown["items"], &shown["list"]),
        (&json!([]), &Value::Null),
        "{shown:#}"
    );
    let blind = json!({ "patient": "Patient/7", "hash": "" });
    assert_eq!(desk.post(&none, &blind).refuses(409), "desk-recon-no-result");

    // Nothing of it is another patient's, nor of a visit in which nothing was compared.
    let shown = desk.get(&there).is(200);
    ehr.puts("Patient/9", &maria());
    let link = format!("/api/bridge/charts/{chart}/patient");
    desk.send("PUT", &link, &json!({ "patient": "9" })).is(200);
    assert_eq!(desk.get(&there).refuses(409), "desk-bridge-other-patient");
    let mut for_another = shown.clone();
    for_another["patient"] = json!("Patient/9");
    for shown in [&shown, &for_another] {
        assert_eq!(
            approves(desk, &there, shown).refuses(409),
            "desk-bridge-other-patient"
        );
    }
    assert_eq!(ehr.all("List"), []);
    let begun = desk
        .post(&format!("/api/charts/{chart}/visits"), &json!({}))
        .is(201);
    let other = format!(
        "/api/bridge/charts/{chart}/acts/{}",
        begun["id"].as_str().unwrap()
    );
    assert_eq!(desk.get(&other).refuses(404), "desk-visit-none");
}
