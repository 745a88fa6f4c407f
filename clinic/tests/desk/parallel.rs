//! Two hundred patients at once: each chart shows its own patient and nobody else, whoever asks beside.

use crate::patients::Phone;
use crate::world::{Browser, World};
use pocketchart::{Operations, Section};
use serde_json::{Value, json};
use std::io::Cursor;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

const PATIENTS: usize = 200;
const AT_ONCE: usize = 8;

/// A record whose every text names its person.
fn document(number: usize) -> String {
    let patient = json!({ "resourceType": "Patient", "id": "1", "name": [{ "text": mark(number) }], "birthDate": "1980-01-01" });
    let allergy = json!({
        "resourceType": "AllergyIntolerance", "id": "2", "code": { "text": mark(number) }, "patient": { "reference": "Patient/1" },
    });
    let entries = [patient, allergy].map(|it| json!({ "resource": it }));
    json!({ "resourceType": "Bundle", "type": "collection", "entry": entries }).to_string()
}

fn mark(number: usize) -> String {
    format!("Person-{number:03}.")
}

/// Whose texts stand in an answer.
fn named(answer: &Value) -> Vec<String> {
    let text = answer.to_string();
    let mut found: Vec<String> = text
        .match_indices("Person-")
        .map(|(at, it)| text[at..at + it.len() + 4].to_owned())
        .collect();
    found.sort();
    found.dedup();
    found
}

/// Does something for each number, several at once.
fn each(work: impl Fn(usize) + Sync) {
    let next = AtomicUsize::new(0);
    thread::scope(|scope| {
        for _ in 0..AT_ONCE {
            scope.spawn(|| {
                while let number @ ..PATIENTS = next.fetch_add(1, Ordering::SeqCst) {
                    work(number);
                }
            });
        }
    });
}

#[test]
fn two_hundred_patients_at_once_and_each_chart_shows_its_own() {
    let (world, ada) = World::with_administrator();
    let clinicians: Vec<Browser> = (0..AT_ONCE)
        .map(|at| world.member(&ada, &format!("cleo{at}"), "clinician"))
        .collect();
    let charts = Mutex::new(vec![String::new(); PATIENTS]);
    let shows = |number: usize, by: &Browser, chart: &str| {
        let banner = by.get(&format!("/api/charts/{chart}")).is(200);
        let section = by.get(&format!("/api/charts/{chart}/sections/allergies")).is(200);
        assert_eq!(named(&banner), [mark(number)], "{banner:#}");
        assert_eq!(named(&section), [mark(number)], "{section:#}");
    };
    each(|number| {
        let by = &clinicians[number % AT_ONCE];
        let mut phone = Phone::with(&world, &format!("phone-{number}"), Cursor::new(document(number)));
        // Every other one is a record that may be read on, and no copy.
        let how = [Operations::EXTRACT, Operations::READ][number % 2];
        let (grant, code) = phone.grant(&[(Section::Profile, how), (Section::Allergies, how)]);
        let given = phone.meets(true, || by.post("/api/scan", &json!({ "code": code })), by);
        assert_eq!(given["state"], "given", "{given}");
        charts.lock().unwrap()[number] = grant.to_string();
    });
    let charts = charts.into_inner().unwrap();
    each(|number| shows(number, &clinicians[(number + 3) % AT_ONCE], &charts[number]));
    // What ends takes nothing of the others with it, and is gone.
    each(|number| {
        let by = &clinicians[number % AT_ONCE];
        let path = format!("/api/charts/{}", charts[number]);
        match number % 2 {
            0 => assert_eq!(by.delete(&path).is(200)["reason"], "closed"),
            _ => shows(number, by, &charts[number]),
        }
    });
    let here = named(&clinicians[0].get("/api/charts").is(200));
    assert_eq!(here.len(), PATIENTS / 2);
    assert!(!world.holds("Person-"), "sealed");
}
