//! A standing code for emergencies at a relay whose clock the test moves; two devices of the patient, two contacts, a hospital.

use crate::contacts::{chart, clocked};
use crate::devices::{pair, sync};
use crate::given::{Scratch, example, import, scratch, unlock};
use crate::relay::Relay;
use pocketchart::build::{Allergy, Concept};
use pocketchart::{
    Action, AuditOptions, Chart, Draft, Ended, GrantError, GrantId, GrantStanding, KdfLevel, NewGrant,
    NewSharing, NewStandingCode, Operations, Outcome, Purpose, RedeemCode, RedeemError, RedeemRequest,
    RelayError, RevokeReason, Section, StandingCode, Unwilling,
};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

const WAIT: u16 = 600;
const HOURS_72: u64 = 72 * 3_600;

struct World {
    relay: Relay,
    now: Arc<AtomicU64>,
    phone: Chart,
    tablet: Chart,
    contacts: Vec<Chart>,
    _at: Vec<Scratch>,
}

impl World {
    fn new() -> Self {
        let (relay, now) = clocked();
        let (mut phone, words, first) = chart("phone");
        import(&mut phone, &example());
        let second = scratch();
        second.clock.go_to_now();
        let (added, tablet) = pair(&mut phone, &second, &unlock(), (true, true));
        added.unwrap();
        let mut tablet = tablet.unwrap();
        sync(&mut phone, &mut tablet);
        phone.use_relay(Some(&relay.url)).unwrap();
        tablet.use_relay(Some(&relay.url)).unwrap();
        let (mut contacts, mut at) = (Vec::new(), vec![first, second]);
        for name in ["Ben", "Chidi", "Dora"] {
            let (contact, _, scratch) = chart(name);
            phone.add_contact(&contact.contact_code(name), &unlock()).unwrap();
            contacts.push(contact);
            at.push(scratch);
        }
        let sharing = NewSharing {
            person: "Maria".into(),
            needed: 2,
            wait: 48 * 3_600,
        };
        let parts = phone.share_among_contacts(&sharing, &words, &unlock()).unwrap();
        for (contact, (_, part)) in contacts.iter_mut().zip(&parts) {
            contact.keep_part(part).unwrap();
        }
        Self {
            relay,
            now,
            phone,
            tablet,
            contacts,
            _at: at,
        }
    }

    fn pass(&self, seconds: u64) {
        self.now.fetch_add(seconds, Ordering::SeqCst);
    }

    fn make(&mut self) -> (StandingCode, String) {
        let made = self.phone.make_standing_code(&standing(), &unlock()).unwrap();
        let code = self.phone.grant_code(made.grant, Vec::new()).unwrap().to_text();
        (made, code)
    }

    fn heard(&mut self) -> Vec<usize> {
        let heard = self.contacts.iter_mut().map(|it| {
            let news = it.contacts_news(&unlock()).unwrap();
            assert!(
                news.emergencies
                    .iter()
                    .all(|it| it.person == "Maria" && it.wait == WAIT)
            );
            news.emergencies.len()
        });
        heard.collect()
    }
}

fn standing() -> NewStandingCode {
    NewStandingCode {
        sections: vec![Section::Allergies, Section::Medications],
        minutes: 365 * 24 * 60,
        uses: 5,
        wait: WAIT,
        person: "Maria".into(),
    }
}

fn take(desk: &mut Chart, code: &str, reason: &str) -> Result<usize, RedeemError> {
    let at = scratch();
    let request = RedeemRequest {
        code: &RedeemCode::from_text(code).unwrap(),
        name: "County Hospital",
        passcode: None,
        asked: None,
        reason,
        unlock: &unlock(),
        kdf: KdfLevel::Fast,
    };
    let redeemed = desk.redeem(&request, &at.home, Duration::from_secs(20), &mut |_| {})?;
    Ok(redeemed.stated.unwrap().1.len())
}

fn not_live(result: &Result<usize, RedeemError>) -> bool {
    matches!(result, Err(RedeemError::Relay(RelayError::NotLive)))
}

fn logged(chart: &Chart, action: Action) -> Vec<(Outcome, Purpose, Option<String>)> {
    let log = chart.audit(&AuditOptions::default()).unwrap().events.into_iter();
    let log = log.filter(|it| it.action == action);
    log.map(|it| (it.outcome, it.purpose, it.reason)).collect()
}

#[test]
fn it_is_given_after_all_were_told_and_ends_after_72_hours() {
    let mut world = World::new();
    let (made, code) = world.make();
    assert_eq!((made.devices, made.contacts.len()), (2, 3));
    assert_eq!(world.heard(), [0, 0, 0], "nothing happened yet");
    let (mut desk, _, _desk) = chart("desk");
    let silent = take(&mut desk, &code, " ");
    assert!(
        matches!(silent, Err(RedeemError::Unwilling(Unwilling::NoReason))),
        "{silent:?}"
    );
    for _ in 0..2 {
        let first = take(&mut desk, &code, "unconscious after a crash");
        assert!(
            matches!(first, Err(RedeemError::Later { seconds: 600 })),
            "{first:?}"
        );
    }
    assert_eq!(world.heard(), [1, 1, 1]);
    assert_eq!(world.heard(), [0, 0, 0], "told once");

    // Each device of the person is told, also the one that did not make it.
    world.tablet.meet_grants(&unlock()).unwrap();
    for chart in [&mut world.phone, &mut world.tablet] {
        let news = chart.ask_relay().unwrap();
        assert_eq!(
            news.notices.iter().map(|it| it.grant).collect::<Vec<_>>(),
            [made.grant]
        );
        let [take] = news.taken.as_slice() else {
            panic!("{news:?}")
        };
        let standing = take.standing.unwrap();
        assert_eq!(standing.ready - take.at, 600_000);
        assert_eq!(standing.until - standing.ready, HOURS_72 * 1_000);
        assert!(!standing.stopped);
        assert_eq!(take.name.as_deref(), Some("County Hospital"));
        assert_eq!(take.reason, "unconscious after a crash");
        assert_eq!(chart.ask_relay().unwrap(), Default::default(), "told once");
        let reason = Some("unconscious after a crash".to_owned());
        assert_eq!(
            logged(chart, Action::EmergencyOverride),
            [(Outcome::Done, Purpose::BreakGlass, reason)]
        );
    }
    let views = world.tablet.grants().unwrap();
    assert_eq!((views.len(), views[0].device.as_deref()), (1, Some("phone")));
    assert!(views[0].standing_code && views[0].redeemers.len() == 1);

    world.pass(599);
    let last = take(&mut desk, &code, "unconscious after a crash");
    assert!(matches!(last, Err(RedeemError::Later { seconds: 1 })), "{last:?}");
    world.pass(1);
    for _ in 0..2 {
        assert!(take(&mut desk, &code, "unconscious after a crash").unwrap() > 3);
    }
    world.pass(HOURS_72 - 1);
    assert!(take(&mut desk, &code, "again").is_ok());
    world.pass(1);
    assert!(not_live(&take(&mut desk, &code, "again")), "72 hours are over");
    // Five may take it, and no sixth.
    for _ in 0..4 {
        let (mut other, _, _other) = chart("other");
        let first = take(&mut other, &code, "emergency");
        assert!(matches!(first, Err(RedeemError::Later { .. })), "{first:?}");
    }
    let (mut sixth, _, _sixth) = chart("sixth");
    assert!(not_live(&take(&mut sixth, &code, "emergency")));
    assert_eq!(world.phone.ask_relay().unwrap().taken.len(), 4);
}

#[test]
fn any_device_stops_it_and_nothing_is_given() {
    let mut world = World::new();
    let (made, code) = world.make();
    let (mut desk, _, _desk) = chart("desk");
    assert!(matches!(
        take(&mut desk, &code, "curious"),
        Err(RedeemError::Later { .. })
    ));
    let unknown = world.tablet.stop_emergency(made.grant);
    assert!(matches!(unknown, Err(GrantError::Unknown)), "{unknown:?}");
    assert_eq!(world.tablet.meet_grants(&unlock()).unwrap(), None);
    world.tablet.stop_emergency(made.grant).unwrap();
    assert_eq!(logged(&world.tablet, Action::EmergencyStopped).len(), 1);
    assert!(not_live(&take(&mut desk, &code, "curious")));
    world.pass(3_600);
    assert!(not_live(&take(&mut desk, &code, "curious")), "for good");
    let news = world.phone.ask_relay().unwrap();
    assert!(news.taken[0].standing.unwrap().stopped);
    let outcomes: Vec<_> = logged(&world.phone, Action::EmergencyOverride);
    assert_eq!(outcomes.len(), 1);
    assert_eq!(outcomes[0].0, Outcome::Refused);
    // The code goes on for others, until a year is over.
    let (mut other, _, _other) = chart("other");
    assert!(matches!(
        take(&mut other, &code, "real"),
        Err(RedeemError::Later { .. })
    ));
    world.pass(366 * 24 * 3_600);
    assert!(not_live(&take(&mut other, &code, "real")));
}

#[test]
fn any_device_sees_and_ends_what_another_made() {
    let mut world = World::new();
    let (made, code) = world.make();
    let at_hand = world
        .phone
        .make_grant(&NewGrant::of(vec![(Section::Allergies, Operations::EXTRACT)]))
        .unwrap();
    world.phone.meet_grants(&unlock()).unwrap();
    world.tablet.meet_grants(&unlock()).unwrap();
    assert_eq!(world.tablet.grants().unwrap().len(), 2);
    // The code of what a relay gives can be shown by both; what the phone gives, by the phone.
    assert_eq!(
        world.tablet.grant_code(made.grant, Vec::new()).unwrap().to_text(),
        code
    );
    let elsewhere = world
        .tablet
        .grant_code(at_hand, vec!["127.0.0.1:1".parse().unwrap()]);
    assert!(matches!(elsewhere, Err(GrantError::Unknown)));
    let until = world.tablet.grants().unwrap();
    let until = until.iter().find(|it| it.id == at_hand).unwrap().until;
    let revoke = |chart: &mut Chart, id| chart.revoke_grant(id, RevokeReason::Wish).unwrap();
    assert_eq!(revoke(&mut world.tablet, made.grant), Ended::Everywhere);
    assert_eq!(
        revoke(&mut world.tablet, at_hand),
        Ended::OnceItsDeviceKnows(until)
    );
    let (mut desk, _, _desk) = chart("desk");
    assert!(not_live(&take(&mut desk, &code, "late")));
    world.tablet.meet_grants(&unlock()).unwrap();
    let standing = |chart: &Chart, id: GrantId| {
        let views = chart.grants().unwrap();
        views.into_iter().find(|it| it.id == id).unwrap().standing
    };
    assert_eq!(
        standing(&world.phone, at_hand),
        GrantStanding::Open,
        "not heard of"
    );
    world.phone.meet_grants(&unlock()).unwrap();
    for chart in [&world.phone, &world.tablet] {
        assert_eq!(standing(chart, at_hand), GrantStanding::Revoked);
        assert_eq!(standing(chart, made.grant), GrantStanding::Revoked);
    }
    // Nobody else's device knows anything of them.
    assert!(world.contacts[0].grants().unwrap().is_empty());
}

#[test]
fn the_copy_is_renewed_under_the_same_code() {
    let mut world = World::new();
    let (made, code) = world.make();
    let mut desk = chart("desk");
    assert!(matches!(
        take(&mut desk.0, &code, "crash"),
        Err(RedeemError::Later { .. })
    ));
    world.pass(600);
    let before = take(&mut desk.0, &code, "crash").unwrap();
    let allergy = Allergy {
        substance: Concept::words("latex"),
        ..Allergy::default()
    };
    world.phone.add(Draft::Allergy(allergy)).unwrap();
    assert_eq!(take(&mut desk.0, &code, "crash").unwrap(), before, "a copy");
    let entries = world.phone.renew_standing_code(made.grant).unwrap();
    assert_eq!(usize::try_from(entries).unwrap(), before + 1);
    assert_eq!(take(&mut desk.0, &code, "crash").unwrap(), before + 1);
    assert_eq!(logged(&world.phone, Action::CopyRenewed).len(), 1);
    // The copy is signed by the device that made the code.
    world.tablet.meet_grants(&unlock()).unwrap();
    let elsewhere = world.tablet.renew_standing_code(made.grant);
    assert!(matches!(elsewhere, Err(GrantError::Unknown)), "{elsewhere:?}");
    world.phone.revoke_grant(made.grant, RevokeReason::Wish).unwrap();
    let ended = world.phone.renew_standing_code(made.grant);
    assert!(matches!(ended, Err(GrantError::Unknown)), "{ended:?}");
}

#[test]
fn what_it_must_be() {
    let mut world = World::new();
    let mut refused = |change: &dyn Fn(&mut NewStandingCode)| {
        let mut new = standing();
        change(&mut new);
        matches!(
            world.phone.make_standing_code(&new, &unlock()),
            Err(GrantError::Window | GrantError::Nothing)
        )
    };
    assert!(refused(&|it| it.uses = 6));
    assert!(refused(&|it| it.uses = 0));
    assert!(refused(&|it| it.wait = 601));
    assert!(refused(&|it| it.minutes = 366 * 24 * 60 + 1));
    assert!(refused(&|it| it.sections.clear()));
    assert!(refused(&|it| it.person = " ".into()));
    assert!(refused(&|it| it.person = "x".repeat(65)));
    drop(world.relay);
    let unreached = world.phone.make_standing_code(&standing(), &unlock());
    assert!(
        matches!(unreached, Err(GrantError::Relay(RelayError::Unreachable(_)))),
        "{unreached:?}"
    );
    let views = world.phone.grants().unwrap();
    assert!(views.iter().all(|it| it.standing == GrantStanding::Revoked));
}
