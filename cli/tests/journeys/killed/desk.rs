//! A clinic's desk is killed while somebody writes and signs visits: what it acknowledged is there, and the patient gets each once.

use super::{chance, kills, wait};
use crate::clinic::{Browser, Desk, PASSWORD, patient};
use crate::process::Machine;
use crate::sharing;
use serde_json::{Value, json};
use std::thread;
use std::time::Instant;

const SAVES: u64 = 4;

/// What the desk acknowledged of a visit, and what it was asked besides.
struct Visit {
    number: usize,
    path: Option<String>,
    version: u64,
    asked_to_sign: bool,
    is_signed: bool,
}

/// Begins a visit, saves it some times and signs it, until the desk answers no more.
fn write(clinician: &Browser, visits: &str, number: usize) -> Visit {
    let mut visit = Visit {
        number,
        path: None,
        version: 0,
        asked_to_sign: false,
        is_signed: false,
    };
    let Some((status, begun)) = clinician.try_ask("POST", visits, &json!({})) else {
        return visit;
    };
    assert_eq!(status, 201, "{begun:#}");
    let path = format!("{visits}/{}", begun["id"].as_str().unwrap());
    visit.path = Some(path.clone());
    visit.version = 1;
    while visit.version <= SAVES {
        let content = content(number, visit.version + 1);
        let save = json!({ "version": visit.version, "content": content });
        let Some((status, saved)) = clinician.try_ask("PUT", &path, &save) else {
            return visit;
        };
        assert_eq!(status, 200, "{saved:#}");
        visit.version += 1;
    }
    visit.asked_to_sign = true;
    let sign = json!({ "version": visit.version });
    if let Some((status, signed)) = clinician.try_ask("POST", &format!("{path}/sign"), &sign) {
        assert_eq!(status, 200, "{signed:#}");
        visit.is_signed = true;
    }
    visit
}

fn content(number: usize, version: u64) -> Value {
    json!({
        "title": title(number), "note": format!("Saved as {version}."),
        "diagnoses": [{ "what": { "text": title(number) } }],
    })
}

fn title(number: usize) -> String {
    format!("Of visit {number}")
}

impl Visit {
    /// Looks at it after a new start. What was under way may be done or not.
    fn is_kept(&mut self, clinician: &Browser) {
        let Some(path) = &self.path else {
            return;
        };
        let now = clinician.get(path);
        let version = now["version"].as_u64().unwrap();
        assert!((self.version..=self.version + 1).contains(&version), "{now:#}");
        if version > 1 {
            let content = content(self.number, version);
            assert_eq!(
                (&now["content"]["note"], &now["content"]["title"]),
                (&content["note"], &content["title"])
            );
        }
        let is_signed = match now["state"].as_str().unwrap() {
            "draft" => false,
            "waiting" => true,
            other => panic!("{other}"),
        };
        assert!(is_signed || !self.is_signed, "a signature is lost");
        assert!(self.asked_to_sign || !is_signed, "nobody signed it");
        (self.version, self.is_signed) = (version, is_signed);
    }
}

#[test]
fn a_desk_is_killed() {
    let mut rng = chance();
    let machine = Machine::new();
    let mut desk = Desk::start(&machine);
    let mut cleo = Browser::clinician(&desk);
    let (phone, address) = (patient(&machine), sharing::free_address());
    let opened = "grant profile --append notes --append problems --for 4h --address";
    let opened: Vec<&str> = opened.split(' ').chain([address.as_str()]).collect();
    let (_, code) = sharing::grant(&phone, &opened);
    let waiting = sharing::serve(&phone, &address, true);
    let given = cleo.scan(&json!({ "code": code }));
    sharing::end(waiting);
    let visits = format!("/api/charts/{}/visits", given["chart"].as_str().unwrap());

    let begun = Instant::now();
    let mut all = vec![write(&cleo, &visits, 0)];
    let took = begun.elapsed();
    let (mut in_the_middle, total) = (0, 2 * kills());
    for number in 1..=total {
        let mut visit = thread::scope(|scope| {
            let writing = scope.spawn(|| write(&cleo, &visits, number));
            wait(&mut rng, took);
            in_the_middle += usize::from(!writing.is_finished());
            desk.kill();
            writing.join().unwrap()
        });
        desk = Desk::start(&machine);
        cleo.url.clone_from(&desk.url);
        visit.is_kept(&cleo);
        all.push(visit);
    }
    println!("{total} kills, {in_the_middle} while a visit was written");
    assert!(
        in_the_middle * 3 > total,
        "the kills came too late to test anything"
    );
    let ada = Browser::sign_in(&desk, "ada", PASSWORD);
    assert_eq!(ada.get("/api/audit/check")["whole"], true);

    all.iter_mut().for_each(|it| it.is_kept(&cleo));
    let signed: Vec<&Visit> = all.iter().filter(|it| it.is_signed).collect();
    let path = signed[0].path.as_ref().unwrap();
    let waiting = sharing::serve(&phone, &address, false);
    let (status, returned) = cleo.ask("POST", &format!("{path}/return"), &json!({}));
    sharing::end(waiting);
    assert_eq!(
        (status, &returned["state"]),
        (200, &json!("returned")),
        "{returned:#}"
    );
    let mut wanted: Vec<String> = signed.iter().map(|it| title(it.number)).collect();
    wanted.sort();
    for section in ["notes", "problems"] {
        let items = phone.items(section);
        let titles = items.iter().filter_map(|it| it["facts"]["title"].as_str());
        let mut titles: Vec<&str> = titles.filter(|it| it.starts_with("Of visit")).collect();
        titles.sort_unstable();
        assert_eq!(titles, wanted, "{section}");
    }
    phone.is_whole();
}
