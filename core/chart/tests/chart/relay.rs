//! A relay that runs, while the patient's chart is closed.

use crate::given::{Scratch, create, digest, example, import, scratch, unlock, with};
use pocketchart::build::{Concept, Problem};
use pocketchart::{
    Action, AuditOptions, BackupError, Chart, Draft, Ended, GrantError, GrantStanding, KdfLevel, ListOptions,
    NewGrant, Operations, RedeemError, RedeemRequest, RelayError, RestoreError, RevokeReason, Section,
};
use pocketchart_relay::{Clock, Config, Listening, serve};
use std::sync::mpsc;
use std::thread::{JoinHandle, spawn};
use std::time::Duration;

use clap::{Args, Command, FromArgMatches};
use tokio::sync::oneshot;

pub(crate) const PASSCODE: &str = "271828";

/// A relay on this machine, until it is dropped.
pub(crate) struct Relay {
    pub(crate) url: String,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
    _folder: tempfile::TempDir,
}

impl Drop for Relay {
    fn drop(&mut self) {
        drop(self.stop.take());
        let _ = self.thread.take().map(JoinHandle::join);
    }
}

pub(crate) fn relay() -> Relay {
    relay_by(Clock::of_the_machine())
}

/// A relay that goes by this clock.
pub(crate) fn relay_by(clock: Clock) -> Relay {
    let folder = tempfile::tempdir().unwrap();
    let store = folder.path().join("relay.sqlite");
    let typed = [
        "relay",
        "--listen",
        "127.0.0.1:0",
        "--store",
        store.to_str().unwrap(),
    ];
    let matches = Config::augment_args(Command::new("relay")).get_matches_from(typed);
    let config = Config::from_arg_matches(&matches).unwrap();
    let (stop, stopped) = oneshot::channel::<()>();
    let (tell, told) = mpsc::channel();
    let thread = spawn(move || {
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .enable_all()
            .build()
            .unwrap();
        let ready = move |listening: Listening| tell.send(listening.service).unwrap();
        runtime.block_on(async {
            serve(&config, clock, ready, async { drop(stopped.await) })
                .await
                .unwrap();
        });
    });
    let address = told.recv_timeout(Duration::from_secs(60)).unwrap();
    Relay {
        url: format!("http://{address}"),
        stop: Some(stop),
        thread: Some(thread),
        _folder: folder,
    }
}

/// An empty chart, by the relay's clock.
pub(crate) fn chart() -> (Chart, Scratch) {
    let at = scratch();
    at.clock.go_to_now();
    let (chart, _) = create(&at, "phone");
    (chart, at)
}

/// The example record, by the relay's clock.
fn maria() -> (Chart, Scratch) {
    let (mut chart, at) = chart();
    import(&mut chart, &example());
    (chart, at)
}

fn copy() -> NewGrant {
    let mut new = NewGrant::of(vec![(Section::Allergies, Operations::EXTRACT)]);
    new.passcode = Some(PASSCODE.into());
    new.relay = true;
    new
}

fn redeem(desk: &mut Chart, code: &str, passcode: Option<&str>) -> Result<usize, RedeemError> {
    let at = scratch();
    let request = RedeemRequest {
        code: &pocketchart::RedeemCode::from_text(code).unwrap(),
        name: "Lakeside Clinic",
        passcode,
        asked: None,
        reason: "",
        unlock: &unlock(),
        kdf: KdfLevel::Fast,
    };
    let redeemed = desk.redeem(&request, &at.home, Duration::from_secs(20), &mut |_| {})?;
    assert!(redeemed.chart.is_none());
    Ok(redeemed.stated.unwrap().1.len())
}

#[test]
fn a_copy_is_taken_once_and_reported_once() {
    let relay = relay();
    let (mut phone, at) = maria();
    let ((mut desk, _desk), (mut thief, _thief)) = (chart(), chart());
    assert!(matches!(phone.make_grant(&copy()), Err(GrantError::NoRelay)));
    phone.use_relay(Some(&relay.url)).unwrap();
    let mut open = copy();
    open.passcode = None;
    assert!(matches!(phone.make_grant(&open), Err(GrantError::NeedsPasscode)));
    let mut passed_on = copy();
    passed_on.delegable = true;
    assert!(matches!(
        phone.make_grant(&passed_on),
        Err(GrantError::NotPassedOn)
    ));
    let grant = phone.make_grant(&copy()).unwrap();
    let code = phone.grant_code(grant, Vec::new()).unwrap().to_text();
    phone.lock();

    assert!(matches!(
        redeem(&mut desk, &code, None),
        Err(RedeemError::NeedsPasscode)
    ));
    let wrong = redeem(&mut desk, &code, Some("000000"));
    assert!(
        matches!(wrong, Err(RedeemError::WrongPasscode { left: 9 })),
        "{wrong:?}"
    );
    for _ in 0..2 {
        assert_eq!(redeem(&mut desk, &code, Some(PASSCODE)).unwrap(), 3);
    }
    let second = redeem(&mut thief, &code, Some(PASSCODE));
    assert!(
        matches!(second, Err(RedeemError::Relay(RelayError::NotLive))),
        "{second:?}"
    );

    let mut phone = Chart::open(&at.home, &unlock()).unwrap();
    let news = phone.ask_relay().unwrap();
    assert_eq!(news.taken.len(), 1);
    assert_eq!(news.taken[0].name.as_deref(), Some("Lakeside Clinic"));
    assert_eq!(news.taken[0].author.as_ref().unwrap().0, desk.record().author());
    assert_eq!(phone.ask_relay().unwrap(), Default::default(), "told once");
    let log = phone.audit(&AuditOptions::default()).unwrap().events;
    let reported = log.iter().filter(|it| it.action == Action::RelayReported);
    assert_eq!(reported.count(), 1);
    let view = &phone.grants().unwrap()[0];
    assert_eq!((view.standing, view.redeemers.len()), (GrantStanding::UsedUp, 1));
    assert_eq!(view.relay.as_ref(), Some(&relay.url));
}

#[test]
fn an_end_reaches_the_relay_at_once_or_later() {
    let (mut phone, _at) = maria();
    let (mut desk, _desk) = chart();
    let first = relay();
    phone.use_relay(Some(&first.url)).unwrap();
    let grant = phone.make_grant(&copy()).unwrap();
    let code = phone.grant_code(grant, Vec::new()).unwrap().to_text();
    assert_eq!(
        phone.revoke_grant(grant, RevokeReason::Wish).unwrap(),
        Ended::Everywhere
    );
    let after = redeem(&mut desk, &code, Some(PASSCODE));
    assert!(
        matches!(after, Err(RedeemError::Relay(RelayError::NotLive))),
        "{after:?}"
    );

    let grant = phone.make_grant(&copy()).unwrap();
    let until = phone
        .grants()
        .unwrap()
        .iter()
        .find(|it| it.id == grant)
        .unwrap()
        .until;
    drop(first);
    let ended = phone.revoke_grant(grant, RevokeReason::Wish).unwrap();
    assert_eq!(ended, Ended::OnceTheRelayKnows(until));
    let news = phone.ask_relay().unwrap();
    assert_eq!(news.unasked.iter().map(|it| it.0).collect::<Vec<_>>(), [grant]);
    // What could not be left is not open either.
    assert!(matches!(
        phone.make_grant(&copy()),
        Err(GrantError::Relay(RelayError::Unreachable(_)))
    ));
    let standings = phone.grants().unwrap();
    assert!(standings.iter().all(|it| it.standing == GrantStanding::Revoked));
}

#[test]
fn the_words_alone_find_the_newest_snapshot() {
    let relay = relay();
    let at = scratch();
    let (mut phone, words) = create(&at, "phone");
    assert!(matches!(
        phone.backup_to_relay(&unlock()),
        Err(BackupError::NoRelay)
    ));
    phone.use_relay(Some(&relay.url)).unwrap();
    for text in ["first", "second"] {
        let problem = Problem {
            what: Concept::words(text),
            ..Problem::default()
        };
        phone.add(Draft::Problem(problem)).unwrap();
        phone.backup_to_relay(&unlock()).unwrap();
    }
    let had = digest(&phone);
    drop(phone);

    let (new, others) = (scratch(), scratch());
    let (_, wrong) = create(&others, "other");
    let nothing = Chart::restore_from_relay(&new.home, &wrong, &with(&unlock(), "new"), &relay.url);
    assert!(matches!(nothing, Err(RestoreError::NothingThere)));
    assert!(!new.home.holds_record());
    let back = Chart::restore_from_relay(&new.home, &words, &with(&unlock(), "new"), &relay.url);
    let (mut back, _, _) = back.unwrap();
    assert_eq!(digest(&back), had);
    assert_eq!(back.relay().unwrap().as_ref(), Some(&relay.url));
    back.backup_to_relay(&unlock()).unwrap();
}

#[test]
fn what_two_devices_left_apart_comes_back_together() {
    let relay = relay();
    let at = [scratch(), scratch()];
    let (mut phone, words) = create(&at[0], "phone");
    phone.use_relay(Some(&relay.url)).unwrap();
    phone.backup_to_relay(&unlock()).unwrap();
    let back = Chart::restore_from_relay(&at[1].home, &words, &with(&unlock(), "tablet"), &relay.url);
    let (mut tablet, _, told) = back.unwrap();
    assert_eq!((told.others, told.unreadable), (0, 0));
    // They never meet again; each writes, and leaves what it has, the phone last.
    let write = |chart: &mut Chart, what: &str| {
        let what = Concept::words(what);
        chart
            .add(Draft::Problem(Problem {
                what,
                ..Problem::default()
            }))
            .unwrap();
        chart.backup_to_relay(&unlock()).unwrap();
    };
    write(&mut tablet, "on the tablet");
    write(&mut phone, "on the phone");
    drop((phone, tablet));

    let restore = || {
        let new = scratch();
        let back = Chart::restore_from_relay(&new.home, &words, &with(&unlock(), "new"), &relay.url);
        let (back, _, told) = back.unwrap();
        (new, back, told)
    };
    let (_new, mut back, told) = restore();
    assert_eq!((told.others, told.unreadable), (1, 0));
    let listed = back.list(Section::Problems, &ListOptions::default()).unwrap();
    assert_eq!(listed.items.len(), 2);
    // Its own snapshot takes the place of both.
    back.backup_to_relay(&unlock()).unwrap();
    let (_again, again, told) = restore();
    assert_eq!((told.others, told.unreadable), (0, 0));
    assert_eq!(digest(&again), digest(&back));
}
