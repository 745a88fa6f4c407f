//! What a page that is open hears of what others do.

use std::{
    io::{BufRead, BufReader, Read},
    time::Duration,
};

use pocketchart::{Operations, Section};
use serde_json::{Value, json};

use crate::{
    patients::Phone,
    visits::opens,
    world::{Browser, PASSWORD, World},
};

const SCOPE: [(Section, Operations); 2] = [
    (Section::Profile, Operations::READ),
    (Section::Allergies, Operations::READ),
];

/// What is heard, from now on.
struct Heard(BufReader<Box<dyn Read>>);

impl Heard {
    fn by(browser: &Browser) -> Self {
        Self(BufReader::new(browser.stream("/api/news")))
    }

    /// The next change; none once nothing more comes.
    fn next(&mut self) -> Option<Value> {
        loop {
            let mut line = String::new();
            if self.0.read_line(&mut line).unwrap() == 0 {
                return None;
            }
            if let Some(change) = line.strip_prefix("data: ") {
                return Some(serde_json::from_str(change).unwrap());
            }
        }
    }
}

#[test]
fn what_others_do_is_heard_by_whom_it_concerns_without_a_word_of_a_chart() {
    let (mut world, ada) = World::with_administrator();
    let front = world.member(&ada, "fay", "front-desk");
    let clinician = world.member(&ada, "cleo", "clinician");
    let mut phone = Phone::new(&world, "phone");
    let mut heard = [&front, &clinician, &ada].map(Heard::by);

    let grant = opens(&mut phone, &front, &SCOPE);
    front.delete(&format!("/api/charts/{grant}")).is(200);
    let fay = front.get("/api/session").is(200)["account"]["id"].clone();
    for heard in &mut heard[..2] {
        for action in ["chart-opened", "chart-closed"] {
            let change = json!({ "action": action, "charts": [grant.to_string()], "by": fay });
            assert_eq!(heard.next(), Some(change));
        }
    }
    // A desk that stops ends what is heard; an administrator has heard of no patient.
    world.stop();
    for heard in &mut heard {
        assert_eq!(heard.next(), None);
    }
}

#[test]
fn hearing_keeps_nobody_signed_in_and_ends_with_the_session() {
    let (world, ada) = World::with_administrator();
    let front = world.member(&ada, "fay", "front-desk");
    let mut clinician = world.member(&ada, "cleo", "clinician");
    assert_eq!(world.browser().get("/api/news").refuses(401), "desk-sign-in");

    let mut phone = Phone::new(&world, "phone");
    let mut heard = Heard::by(&front);
    // Nobody does anything, but the page goes on hearing, and asks once more.
    world.pass(Duration::from_secs(14 * 60));
    let _again = Heard::by(&front);
    world.pass(Duration::from_secs(60));
    clinician.sign_in("cleo", PASSWORD);
    opens(&mut phone, &clinician, &SCOPE);
    assert_eq!(heard.next(), None);
    assert_eq!(front.get("/api/session").refuses(401), "desk-sign-in");
}
