//! Two devices of one person that are never on at the same time, and a relay that runs.

use crate::attach::{noise, scan};
use crate::devices::{sync, two_devices};
use crate::given::{Scratch, chart, digest, list, maria, scratch, titles, unlock};
use crate::relay::relay;
use crate::sharing::meet;
use pocketchart::build::{Concept, Problem};
use pocketchart::{
    Action, AuditOptions, Chart, Draft, GrantId, LetterReport, LettersError, NewGrant, Operations,
    RelayError, RevokeReason, Section,
};

fn apart(url: &str) -> (Chart, Chart, [Scratch; 2]) {
    let (mut phone, mut tablet, places) = two_devices();
    phone.use_relay(Some(url)).unwrap();
    tablet.use_relay(Some(url)).unwrap();
    (phone, tablet, places)
}

/// One visit of one device to the relay; the other is off.
fn visit(chart: &mut Chart) -> LetterReport {
    let mut reports = chart.sync_by_relay(None).unwrap();
    assert_eq!(reports.len(), 1);
    reports.remove(0)
}

fn add(chart: &mut Chart, text: &str) {
    let problem = Problem {
        what: Concept::words(text),
        ..Problem::default()
    };
    chart.add(Draft::Problem(problem)).unwrap();
}

/// They take turns until neither has anything to say.
fn settle(phone: &mut Chart, tablet: &mut Chart) -> u64 {
    let mut letters = 0;
    for _ in 0..6 {
        let (one, other) = (visit(tablet), visit(phone));
        letters += one.posted + other.posted;
        assert_eq!((one.unreadable, other.unreadable), (0, 0));
        if one.posted + other.posted == 0 {
            assert!(one.report.same && other.report.same);
            return letters;
        }
    }
    panic!("they never come to an end");
}

#[test]
fn they_agree_without_ever_meeting() {
    let relay = relay();
    let (mut phone, mut tablet, places) = apart(&relay.url);
    assert!(list(&tablet, Section::Allergies).is_empty());
    let first = visit(&mut phone);
    assert!(
        first.posted > 0 && first.report.totals.sent > 0 && !first.report.same,
        "{first:?}"
    );
    assert_eq!(visit(&mut phone).posted, 0, "what is under way is not sent again");
    let taken = visit(&mut tablet);
    assert_eq!(taken.found, first.posted);
    assert!(taken.posted > 0, "it is answered");
    settle(&mut phone, &mut tablet);
    assert_eq!(digest(&phone), digest(&tablet));
    assert_eq!(list(&tablet, Section::Allergies).len(), 3);

    // Each writes on days when the other is off.
    for (day, text) in ["one", "two", "three"].into_iter().enumerate() {
        add(&mut phone, &format!("{text} on the phone"));
        add(&mut tablet, &format!("{text} on the tablet"));
        assert_eq!(visit(&mut phone).posted, 1, "day {day}");
        for place in &places {
            place.clock.pass_days(9);
        }
        visit(&mut tablet);
    }
    let letters = settle(&mut phone, &mut tablet);
    assert!(letters <= 4, "{letters}");
    assert_eq!(digest(&phone), digest(&tablet));
    assert_eq!(
        titles(&list(&phone, Section::Problems)).len(),
        titles(&list(&tablet, Section::Problems)).len()
    );

    // A meeting and letters know of one another.
    add(&mut tablet, "said at a meeting");
    sync(&mut phone, &mut tablet);
    assert_eq!(settle(&mut phone, &mut tablet), 0);
}

#[test]
fn more_than_a_letter_holds_goes_in_several() {
    let relay = relay();
    let (mut phone, mut tablet, _places) = apart(&relay.url);
    let bytes = noise(9 << 20);
    let id = phone.attach(scan(bytes.clone())).unwrap().id;
    let mut rounds = 0;
    while tablet.extract(id).is_err() {
        let (one, other) = (visit(&mut phone), visit(&mut tablet));
        assert_eq!((one.unreadable, other.unreadable, one.box_full), (0, 0, false));
        rounds += 1;
        assert!(rounds < 6);
    }
    assert_eq!(tablet.extract(id).unwrap().bytes, bytes);
    settle(&mut phone, &mut tablet);
    assert_eq!(digest(&phone), digest(&tablet));
}

#[test]
fn letters_that_a_relay_lost_are_sent_again() {
    let lost = relay();
    let (mut phone, mut tablet, places) = apart(&lost.url);
    settle(&mut phone, &mut tablet);
    add(&mut phone, "in a letter that is lost");
    assert_eq!(visit(&mut phone).posted, 1);
    drop(lost);
    assert!(matches!(
        tablet.sync_by_relay(None),
        Err(LettersError::Relay(RelayError::Unreachable(_)))
    ));
    let other = relay();
    for chart in [&mut phone, &mut tablet] {
        chart.use_relay(Some(&other.url)).unwrap();
    }
    assert_eq!(visit(&mut phone).posted, 0);
    for place in &places {
        place.clock.pass_days(8);
    }
    assert_eq!(visit(&mut phone).posted, 1);
    settle(&mut phone, &mut tablet);
    assert_eq!(digest(&phone), digest(&tablet));
}

#[test]
fn without_a_relay_or_another_device_nothing_is_tried() {
    let (mut chart, _place) = chart();
    assert!(matches!(chart.sync_by_relay(None), Err(LettersError::NoRelay)));
    let relay = relay();
    chart.use_relay(Some(&relay.url)).unwrap();
    let alone = chart.sync_by_relay(None).unwrap_err();
    assert_eq!(alone.id(), "sync-alone");
}

fn note(text: &str) -> Draft {
    Draft::Note(pocketchart::build::Note {
        text: text.into(),
        ..Default::default()
    })
}

/// A desk that was let in to add notes, by a phone that is off since.
fn let_in(url: &str) -> (Scratch, Chart, GrantId, Scratch) {
    let (mut phone, at) = maria();
    phone.use_relay(Some(url)).unwrap();
    let (mut desk, _desk) = chart();
    let place = scratch();
    let scope = vec![(Section::Notes, Operations::APPEND)];
    let grant = phone.make_grant(&NewGrant::of(scope)).unwrap();
    let (served, redeemed) = meet(&mut phone, &mut desk, &place, grant, true);
    served.unwrap();
    let mut shared = redeemed.unwrap().chart.unwrap();
    shared.use_relay(Some(url)).unwrap();
    (at, shared, grant, place)
}

fn actions(phone: &Chart, action: Action) -> usize {
    let log = phone.audit(&AuditOptions::default()).unwrap().events;
    log.iter().filter(|it| it.action == action).count()
}

#[test]
fn a_visit_note_waits_for_the_phone() {
    let relay = relay();
    let (at, mut shared, _, _place) = let_in(&relay.url);
    shared.add(note("Laryngitis. Voice rest.")).unwrap();
    let left = visit(&mut shared);
    assert_eq!((left.posted, left.report.totals.sent), (1, 1));

    let mut phone = Chart::open(&at.home, &unlock()).unwrap();
    let before = list(&phone, Section::Notes).len();
    let came = visit(&mut phone);
    assert_eq!(
        (came.found, came.report.accepted.applied, came.posted),
        (1, 1, 1),
        "{came:?}"
    );
    let notes = list(&phone, Section::Notes);
    assert_eq!(notes.len(), before + 1);
    let by = notes.iter().find(|it| !it.sources[0].author.is_you).unwrap();
    assert_eq!(by.sources[0].author.name.as_deref(), Some("Lakeside Clinic"));
    assert_eq!(actions(&phone, Action::ReceivedVisit), 1);
    assert!(phone.sync_by_relay(None).unwrap().is_empty(), "nobody wrote");
    assert_eq!(actions(&phone, Action::ReceivedVisit), 1);
    assert!(visit(&mut shared).report.same);
    assert_eq!(
        list(&shared, Section::Notes).len(),
        1,
        "nothing of the patient's notes"
    );
}

#[test]
fn a_note_after_the_time_or_the_end_waits_for_a_yes() {
    let relay = relay();
    for is_ended in [false, true] {
        let (at, mut shared, grant, place) = let_in(&relay.url);
        let mut phone = Chart::open(&at.home, &unlock()).unwrap();
        if is_ended {
            phone.revoke_grant(grant, RevokeReason::Wish).unwrap();
        }
        drop(phone);
        shared.add(note("Seen again.")).unwrap();
        assert_eq!(visit(&mut shared).posted, 1);
        if !is_ended {
            // Longer than the grant and its days of grace.
            at.clock.pass_days(20);
            place.clock.pass_days(20);
        }
        let mut phone = Chart::open(&at.home, &unlock()).unwrap();
        let before = list(&phone, Section::Notes).len();
        let came = visit(&mut phone);
        assert_eq!((came.found, came.report.accepted.applied), (1, 0), "{came:?}");
        assert_eq!(list(&phone, Section::Notes).len(), before);
        assert_eq!(actions(&phone, Action::HeldVisit), 1);
        let waiting = phone.waiting().unwrap();
        assert_eq!((waiting.len(), waiting[0].count), (1, 1));
        assert_eq!(phone.admit_waiting(waiting[0].author).unwrap(), 1);
        assert_eq!(list(&phone, Section::Notes).len(), before + 1);
    }
}
