//! A chart ends: the desk hears of it from the phone that gave it, and the patient hears, signed, that it was deleted.

use crate::patients::{HOUR, PASSCODE, Phone, WAIT, outcome};
use crate::relay::Relay;
use crate::visits::{comes_to, opens, sign, written};
use crate::world::{Browser, PASSWORD, World};
use pocketchart::{
    DeletionCause, DeletionView, GrantId, Operations, RelayNews, RevokeReason, Section, Served,
};
use serde_json::{Value, json};
use std::thread;
use std::time::Duration;

const STEP: Duration = Duration::from_millis(50);
/// In which a desk that has just started tells whom it can reach, mostly.
const TELLING: Duration = Duration::from_secs(3);

/// The desk calls at every start, and from time to time after.
fn starts_anew(world: &mut World, desk: &mut Browser) {
    world.stop();
    world.start();
    desk.url = world.browser().url;
}

/// What the phone hears of the desk, which calls as it starts.
fn hears(phone: &mut Phone, world: &mut World, desk: &mut Browser) -> DeletionView {
    let served = thread::scope(|scope| {
        let (chart, listener) = (&mut phone.chart, &phone.listener);
        let serving = scope.spawn(|| chart.serve(listener, WAIT, &mut |_| panic!("nobody asks"), &|_| {}));
        starts_anew(world, desk);
        serving.join().unwrap().unwrap()
    });
    match served {
        Served::SaidDeleted { name, deletion, .. } if name == "Lakeside Clinic" => deletion,
        served => panic!("{served:?}"),
    }
}

/// The receipt of a chart, once the patient was told so far.
fn receipt(desk: &Browser, grant: GrantId, told: &str) -> Value {
    let mut found = Value::Null;
    for _ in 0..400 {
        let receipts = desk.get("/api/receipts").is(200);
        let mut receipts = receipts.as_array().unwrap().iter();
        found = receipts.find(|it| it["id"] == grant.to_string()).unwrap().clone();
        if found["told"] == told {
            return found;
        }
        thread::sleep(STEP);
    }
    panic!("{found}");
}

fn said(phone: &Phone, grant: GrantId) -> Option<DeletionView> {
    let grants = phone.chart.grants().unwrap();
    let grant = grants.into_iter().find(|it| it.id == grant).unwrap();
    grant.redeemers[0].deletion.clone()
}

#[test]
fn what_a_patient_ends_in_person_is_deleted_at_the_desk_and_the_patient_is_told() {
    let (mut world, ada) = World::with_administrator();
    let mut desk = world.member(&ada, "cleo", "clinician");
    let mut phone = Phone::new(&world, "phone");
    let kept = opens(&mut phone, &desk, &[(Section::Allergies, Operations::EXTRACT)]);
    for may in [Operations::EXTRACT, Operations::READ] {
        let grant = opens(&mut phone, &desk, &[(Section::Allergies, may)]);
        let path = format!("/api/charts/{grant}");
        assert_eq!(desk.get(&path).status, 200);
        phone.chart.revoke_grant(grant, RevokeReason::Misuse).unwrap();
        // The phone is not reached: the desk has heard nothing.
        assert_eq!(desk.get(&path).status, 200);
        let deletion = hears(&mut phone, &mut world, &mut desk);
        assert_eq!(deletion.cause, DeletionCause::Withdrawn);
        assert_eq!(said(&phone, grant), Some(deletion));
        assert_eq!(desk.get(&path).refuses(410), "desk-chart-ended");
        assert_eq!(receipt(&desk, grant, "told")["reason"], "withdrawn");
    }
    let charts = world.data().join("charts");
    assert!(std::fs::read_dir(charts).unwrap().next().is_none());
    assert_eq!(
        desk.get(&format!("/api/charts/{kept}")).status,
        200,
        "still given"
    );
    assert_eq!(said(&phone, kept), None);
}

#[test]
fn the_patient_is_told_when_the_time_is_over_or_the_desk_needs_it_no_more() {
    let (mut world, ada) = World::with_administrator();
    let mut desk = world.member(&ada, "cleo", "clinician");
    let mut phone = Phone::new(&world, "phone");
    let scope = [(Section::Allergies, Operations::EXTRACT)];
    let closed = opens(&mut phone, &desk, &scope);
    let receipt_now = desk.delete(&format!("/api/charts/{closed}")).is(200);
    assert_eq!(receipt_now["told"], "waiting", "{receipt_now}");
    assert_eq!(
        hears(&mut phone, &mut world, &mut desk).cause,
        DeletionCause::Closed
    );
    assert_eq!(receipt(&desk, closed, "told")["reason"], "closed");

    let over = opens(&mut phone, &desk, &scope);
    world.pass(5 * HOUR);
    desk.sign_in("cleo", PASSWORD);
    assert_eq!(
        desk.get(&format!("/api/charts/{over}")).refuses(410),
        "desk-chart-ended"
    );
    let deletion = hears(&mut phone, &mut world, &mut desk);
    assert_eq!(deletion.cause, DeletionCause::TimeIsOver);
    assert_eq!(receipt(&desk, over, "told")["reason"], "time-is-over");

    // A phone that is never reached again: after 30 days it is given up, and the receipt says so.
    let never = opens(&mut phone, &desk, &scope);
    drop(phone);
    world.pass(5 * HOUR);
    desk.sign_in("cleo", PASSWORD);
    receipt(&desk, never, "waiting");
    world.pass(31 * 24 * HOUR);
    starts_anew(&mut world, &mut desk);
    desk.sign_in("cleo", PASSWORD);
    receipt(&desk, never, "not-told");
}

#[test]
fn at_a_relay_it_is_said_once_nothing_of_the_chart_is_left() {
    let relay = Relay::new();
    let (mut world, ada) = World::with_administrator();
    let mut desk = world.member(&ada, "cleo", "clinician");
    let mut phone = Phone::new(&world, "phone");
    phone.chart.use_relay(Some(&relay.url)).unwrap();
    let (grant, code) = phone.grant_at_relay(&[(Section::Notes, Operations::APPEND)]);
    let begun = desk.post("/api/scan", &json!({ "code": code, "passcode": PASSCODE }));
    let given = outcome(&desk, begun.is(202)["scan"].as_str().unwrap());
    assert_eq!(given["state"], "given", "{given}");
    let visit = written(&desk, grant, &json!({ "title": "Visit", "note": "Seen." }));
    assert_eq!(sign(&desk, &visit)["state"], "waiting");
    desk.delete(&format!("/api/charts/{grant}")).is(200);
    let heard = |phone: &mut Phone| -> RelayNews { phone.chart.ask_relay().unwrap() };

    // The chart's record waits, sealed, for the visit to be returned: nothing is said to be deleted.
    starts_anew(&mut world, &mut desk);
    thread::sleep(TELLING);
    assert_eq!(heard(&mut phone).deletions, []);
    receipt(&desk, grant, "waiting");

    phone.chart.sync_by_relay(None).unwrap();
    starts_anew(&mut world, &mut desk);
    comes_to(&desk, &visit, "returned");
    starts_anew(&mut world, &mut desk);
    assert_eq!(receipt(&desk, grant, "left-at-relay")["reason"], "closed");
    let news = heard(&mut phone);
    let [deletion] = news.deletions.as_slice() else {
        panic!("{news:?}");
    };
    assert_eq!(
        (deletion.grant, deletion.deletion.cause),
        (grant, DeletionCause::Closed)
    );
    assert_eq!(said(&phone, grant).as_ref(), Some(&deletion.deletion));
    assert_eq!(heard(&mut phone), RelayNews::default());
}
