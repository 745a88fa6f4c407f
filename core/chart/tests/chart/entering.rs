//! Somebody whom the phone has never met takes a grant at a relay, reads and writes while the phone is off, and is let in when
//! the phone asks.

use crate::devices::listener;
use crate::given::{Scratch, example, import, list, scratch, unlock};
use crate::relay::{PASSCODE, chart, relay};
use crate::sharing::serve;
use pocketchart::Refusal;
use pocketchart::build::Note;
use pocketchart::{
    Action, AuditOptions, Chart, Draft, GrantId, GrantStanding, KdfLevel, NewGrant, Operations, RedeemError,
    RedeemRequest, Redeemed, RelayAnswer, RelayError, RevokeReason, Section, Served,
};
use std::time::Duration;

const READ: Operations = Operations::READ;
const APPEND: Operations = Operations::APPEND;

fn note(text: &str) -> Draft {
    Draft::Note(Note {
        text: text.into(),
        ..Default::default()
    })
}

/// Maria's phone, which left a grant at the relay and is off; with the grant and its code.
pub(crate) struct Left {
    at: Scratch,
    grant: GrantId,
    code: String,
}

pub(crate) fn left(url: &str, sections: Vec<(Section, Operations)>, uses: u8) -> Left {
    let (mut phone, at) = chart();
    import(&mut phone, &example());
    phone.use_relay(Some(url)).unwrap();
    let mut new = NewGrant::of(sections);
    new.passcode = Some(PASSCODE.into());
    new.relay = true;
    new.uses = uses;
    let grant = phone.make_grant(&new).unwrap();
    let code = phone.grant_code(grant, Vec::new()).unwrap().to_text();
    phone.lock();
    Left { at, grant, code }
}

impl Left {
    pub(crate) fn on(&self) -> Chart {
        Chart::open(&self.at.home, &unlock()).unwrap()
    }

    pub(crate) fn take(&self, desk: &mut Chart, at: &Scratch, name: &str) -> Result<Redeemed, RedeemError> {
        let request = RedeemRequest {
            code: &pocketchart::RedeemCode::from_text(&self.code).unwrap(),
            name,
            passcode: Some(PASSCODE),
            asked: None,
            reason: "",
            unlock: &unlock(),
            kdf: KdfLevel::Fast,
        };
        at.clock.go_to_now();
        desk.redeem(&request, &at.home, Duration::from_secs(20), &mut |_| {})
    }
}

/// The guest's device calls the phone, which is on.
pub(crate) fn comes_back(phone: &mut Chart, shared: &mut Chart) {
    let (listener, address) = listener();
    let issuer = phone.record().device();
    let served = std::thread::scope(|scope| {
        let serving = scope.spawn(|| serve(phone, &listener, |_| panic!("nobody asks with a code")));
        shared.sync_connect(&address, issuer, &mut |_| {}).unwrap();
        serving.join().unwrap().unwrap()
    });
    assert!(matches!(served, Served::CameBack { .. }), "{served:?}");
}

/// Of how many authors notes are listed.
fn authors(chart: &Chart) -> usize {
    let notes = list(chart, Section::Notes);
    let names = notes.iter().map(|it| it.sources[0].author.name.clone());
    names.collect::<std::collections::BTreeSet<_>>().len()
}

fn actions(phone: &Chart, action: Action) -> usize {
    let log = phone.audit(&AuditOptions::default()).unwrap().events;
    log.iter().filter(|it| it.action == action).count()
}

#[test]
fn a_stranger_reads_and_writes_while_the_phone_is_off() {
    let relay = relay();
    let scope = vec![
        (Section::Allergies, READ),
        (Section::Medications, Operations::EXTRACT),
        (Section::Notes, APPEND),
    ];
    let left = left(&relay.url, scope, 1);
    let ((mut desk, _desk), place) = (chart(), scratch());

    let redeemed = left.take(&mut desk, &place, "Lakeside Clinic").unwrap();
    assert!(!redeemed.stated.unwrap().1.is_empty(), "the copy too");
    let mut shared = redeemed.chart.unwrap();
    assert_eq!(list(&shared, Section::Allergies).len(), 3);
    assert!(list(&shared, Section::Notes).is_empty() && list(&shared, Section::Medications).is_empty());
    assert!(
        list(&shared, Section::Problems).is_empty(),
        "nothing of other sections"
    );
    shared.add(note("Laryngitis. Voice rest.")).unwrap();
    let sent = shared.sync_by_relay(None).unwrap();
    assert_eq!(
        (sent[0].posted, sent[0].report.totals.sent),
        (1, 1),
        "its own note, and nothing else"
    );

    let mut phone = left.on();
    let before = list(&phone, Section::Notes).len();
    let news = phone.ask_relay().unwrap();
    assert_eq!(news.taken.len(), 1);
    assert_eq!(news.arrived.len(), 1);
    let arrived = &news.arrived[0];
    assert_eq!(arrived.answer, RelayAnswer::LetIn { receipt: true });
    assert_eq!(
        (arrived.name.as_str(), arrived.grant),
        ("Lakeside Clinic", left.grant)
    );
    assert_eq!(arrived.author.0, desk.record().author());
    let came = phone.sync_by_relay(None).unwrap();
    assert_eq!(
        (came[0].found, came[0].report.accepted.applied, came[0].posted),
        (1, 1, 1),
        "{came:?}"
    );
    let notes = list(&phone, Section::Notes);
    assert_eq!(notes.len(), before + 1);
    let theirs = notes.iter().find(|it| !it.sources[0].author.is_you).unwrap();
    assert_eq!(theirs.sources[0].author.name.as_deref(), Some("Lakeside Clinic"));
    assert_eq!(actions(&phone, Action::RelayReported), 1);
    assert_eq!(actions(&phone, Action::ReceivedVisit), 1);
    assert_eq!(phone.grants().unwrap()[0].standing, GrantStanding::UsedUp);
    assert_eq!(phone.ask_relay().unwrap(), Default::default(), "told once");

    // Both hold the same in the end, and the guest knows that it was let in.
    let back = shared.sync_by_relay(None).unwrap();
    assert!(back[0].report.same, "{back:?}");
    shared.add(note("Seen again.")).unwrap();
    assert_eq!(shared.sync_by_relay(None).unwrap()[0].posted, 1);
    assert_eq!(phone.sync_by_relay(None).unwrap()[0].report.accepted.applied, 1);
    assert!(shared.verify().unwrap().faults.is_empty() && phone.verify().unwrap().faults.is_empty());
}

#[test]
fn what_is_written_after_the_grant_was_made_does_not_open_with_what_was_handed_out() {
    let relay = relay();
    let later = READ | Operations::FUTURE;
    let left = left(
        &relay.url,
        vec![(Section::Allergies, READ), (Section::Problems, later)],
        1,
    );
    let mut phone = left.on();
    let had = list(&phone, Section::Problems).len();
    phone
        .add(Draft::Problem(pocketchart::build::Problem {
            what: pocketchart::build::Concept::words("Found after the grant"),
            ..Default::default()
        }))
        .unwrap();
    let ((mut desk, _desk), place) = (chart(), scratch());
    let mut shared = left
        .take(&mut desk, &place, "Lakeside Clinic")
        .unwrap()
        .chart
        .unwrap();
    assert_eq!(list(&shared, Section::Problems).len(), had);
    let is_new = |phone: &Chart| {
        let held: Vec<_> = phone.record().statements().keys().map(|it| it.key()).collect();
        held.len()
    };
    assert!(
        is_new(&phone) > is_new(&shared),
        "keys that the guest does not know"
    );
    // It goes on reading the one section, once it is let in and has asked: a guest that only reads meets the phone.
    assert_eq!(phone.ask_relay().unwrap().arrived.len(), 1);
    comes_back(&mut phone, &mut shared);
    assert_eq!(list(&shared, Section::Problems).len(), had + 1);
    assert_eq!(list(&shared, Section::Allergies).len(), 3);
}

#[test]
fn several_come_each_with_keys_of_its_own_and_no_more_than_there_are_uses() {
    let relay = relay();
    let left = left(&relay.url, vec![(Section::Notes, READ | APPEND)], 2);
    let places = [scratch(), scratch(), scratch()];
    let mut desks: Vec<(Chart, Scratch)> = (0..3).map(|_| chart()).collect();
    let mut shared = Vec::new();
    for (number, (desk, _)) in desks.iter_mut().enumerate() {
        match left.take(desk, &places[number], &format!("Desk {number}")) {
            Ok(redeemed) => shared.push(redeemed.chart.unwrap()),
            Err(error) => {
                assert_eq!(number, 2);
                assert!(
                    matches!(error, RedeemError::Relay(RelayError::NotLive)),
                    "{error:?}"
                );
                assert!(!places[2].home.holds_record());
            }
        }
    }
    for (number, chart) in shared.iter_mut().enumerate() {
        chart.add(note(&format!("By desk {number}"))).unwrap();
        assert_eq!(chart.sync_by_relay(None).unwrap()[0].report.totals.sent, 1);
    }
    let writers = |chart: &Chart| -> Vec<_> {
        let own = chart.record().author();
        let keys = chart
            .record()
            .statements()
            .keys()
            .filter(|it| it.writer == Some(own));
        keys.map(|it| it.key()).collect()
    };
    assert_ne!(writers(&shared[0]), writers(&shared[1]));
    let mut phone = left.on();
    let before = authors(&phone);
    let news = phone.ask_relay().unwrap();
    assert_eq!((news.taken.len(), news.arrived.len()), (2, 2));
    let came = phone.sync_by_relay(None).unwrap();
    assert_eq!(came.len(), 2);
    assert_eq!(authors(&phone), before + 2);
    // Nobody reads what the other wrote since: the grant says nothing of what comes later.
    let own = authors(&shared[0]);
    shared[0].sync_by_relay(None).unwrap();
    assert_eq!(authors(&shared[0]), own);
}

#[test]
fn a_redemption_that_broke_off_goes_on_and_a_lost_arrival_is_posted_again() {
    let first = relay();
    let left = left(
        &first.url,
        vec![(Section::Allergies, READ), (Section::Notes, APPEND)],
        1,
    );
    let ((mut desk, _desk), place) = (chart(), scratch());
    let mut shared = left
        .take(&mut desk, &place, "Lakeside Clinic")
        .unwrap()
        .chart
        .unwrap();
    shared.add(note("Before the second call")).unwrap();
    drop(shared);
    // The same code, the same place: nothing is lost, and no second use taken.
    let mut shared = left
        .take(&mut desk, &place, "Lakeside Clinic")
        .unwrap()
        .chart
        .unwrap();
    assert_eq!(list(&shared, Section::Notes).len(), 1);
    assert_eq!(list(&shared, Section::Allergies).len(), 3);
    assert_eq!(shared.sync_by_relay(None).unwrap()[0].report.totals.sent, 1);
    let mut phone = left.on();
    let news = phone.ask_relay().unwrap();
    assert_eq!(news.taken.len(), 1);
    let answers: Vec<RelayAnswer> = news.arrived.iter().map(|it| it.answer).collect();
    assert_eq!(
        answers,
        [RelayAnswer::LetIn { receipt: true }; 2],
        "posted twice, and the same each time"
    );
    assert_eq!(phone.sync_by_relay(None).unwrap()[0].report.accepted.applied, 1);
    // Another redeemer's chart is not overwritten.
    let (mut thief, _thief) = chart();
    assert!(left.take(&mut thief, &place, "Thief").is_err());
}

#[test]
fn what_is_written_where_nothing_may_be_added_is_refused_and_named() {
    let relay = relay();
    let later = READ | Operations::FUTURE;
    let scope = vec![(Section::Problems, later), (Section::Notes, APPEND)];
    let left = left(&relay.url, scope, 1);
    let ((mut desk, _desk), place) = (chart(), scratch());
    let redeemed = left.take(&mut desk, &place, "Lakeside Clinic").unwrap();
    let mut shared = redeemed.chart.unwrap();
    // It has the key, to read with; a program that does not keep to the grant writes with it.
    let what = pocketchart::build::Concept::words("Not asked for");
    let problem = pocketchart::build::Problem {
        what,
        ..Default::default()
    };
    shared.add(Draft::Problem(problem)).unwrap();
    shared.add(note("Asked for")).unwrap();
    shared.sync_by_relay(None).unwrap();

    let mut phone = left.on();
    let before = (
        list(&phone, Section::Problems).len(),
        list(&phone, Section::Notes).len(),
    );
    assert_eq!(phone.ask_relay().unwrap().arrived.len(), 1);
    let came = phone.sync_by_relay(None).unwrap();
    assert_eq!((came[0].name.as_str(), came[0].found), ("Lakeside Clinic", 1));
    let accepted = &came[0].report.accepted;
    assert_eq!(accepted.applied, 1, "the note");
    assert_eq!(
        accepted.refused.get(&Refusal::Unauthorised),
        Some(&1),
        "{accepted:?}"
    );
    let after = (
        list(&phone, Section::Problems).len(),
        list(&phone, Section::Notes).len(),
    );
    assert_eq!(after, (before.0, before.1 + 1));
}

#[test]
fn a_grant_that_was_ended_meanwhile_lets_nothing_in_unasked() {
    let relay = relay();
    let left = left(&relay.url, vec![(Section::Notes, APPEND)], 1);
    let ((mut desk, _desk), place) = (chart(), scratch());
    let mut shared = left
        .take(&mut desk, &place, "Lakeside Clinic")
        .unwrap()
        .chart
        .unwrap();
    shared.add(note("Written before the end")).unwrap();
    shared.sync_by_relay(None).unwrap();
    let mut phone = left.on();
    let before = list(&phone, Section::Notes).len();
    phone.revoke_grant(left.grant, RevokeReason::Wish).unwrap();
    let news = phone.ask_relay().unwrap();
    assert_eq!(news.arrived[0].answer, RelayAnswer::Ended);
    let came = phone.sync_by_relay(None).unwrap();
    assert_eq!(
        (came[0].found, came[0].report.accepted.applied),
        (1, 0),
        "{came:?}"
    );
    assert_eq!(list(&phone, Section::Notes).len(), before);
    assert_eq!(actions(&phone, Action::HeldVisit), 1);
    let waiting = phone.waiting().unwrap();
    assert_eq!((waiting.len(), waiting[0].count), (1, 1));
    assert_eq!(phone.admit_waiting(waiting[0].author).unwrap(), 1);
    assert_eq!(list(&phone, Section::Notes).len(), before + 1);
}
