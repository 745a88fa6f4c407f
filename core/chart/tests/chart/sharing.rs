//! Grants over real connections: who gets what, what comes back, and what is refused.

use crate::devices::{cut_after, listener};
use crate::given::{Scratch, chart, digest, list, maria, scratch, titles, unlock};
use pocketchart::{
    AuditOptions, Chart, Draft, GrantCode, GrantId, GrantRequest, GrantStanding, KdfLevel, NewGrant,
    Operations, RedeemError, RedeemRequest, Redeemed, RevokeReason, Section, ServeError, ServeEvent, Served,
    Unlock, Unwilling,
};
use std::io::{Read, Write};
use std::net::{Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::Duration;

const WAIT: Duration = Duration::from_secs(20);
const COPY: Operations = Operations::EXTRACT;
const ALLERGIES: Section = Section::Allergies;

fn code(phone: &Chart, grant: GrantId, address: &str) -> GrantCode {
    let address: SocketAddr = address.parse().unwrap();
    phone.grant_code(grant, vec![address]).unwrap()
}

struct Asking<'a> {
    code: &'a GrantCode,
    passcode: Option<&'a str>,
    reason: &'a str,
}

impl Asking<'_> {
    fn redeem(&self, desk: &mut Chart, at: &Scratch, unlock: &Unlock) -> Result<Redeemed, RedeemError> {
        let request = RedeemRequest {
            code: &self.code.clone().into(),
            name: "Lakeside Clinic",
            passcode: self.passcode,
            asked: None,
            reason: self.reason,
            unlock,
            kdf: KdfLevel::Fast,
        };
        desk.redeem(&request, &at.home, WAIT, &mut |_| {})
    }
}

fn asking(code: &GrantCode) -> Asking<'_> {
    Asking {
        code,
        passcode: None,
        reason: "",
    }
}

pub(crate) fn serve(
    phone: &mut Chart,
    listener: &TcpListener,
    answer: impl FnMut(&GrantRequest) -> bool,
) -> Result<Served, ServeError> {
    let mut answer = answer;
    phone.serve(listener, WAIT, &mut answer, &|_| {})
}

/// Both sides at once; the desk's chart lies at `at`.
pub(crate) fn meet(
    phone: &mut Chart,
    desk: &mut Chart,
    at: &Scratch,
    grant: GrantId,
    answer: bool,
) -> (Result<Served, ServeError>, Result<Redeemed, RedeemError>) {
    let (listener, address) = listener();
    let code = code(phone, grant, &address);
    thread::scope(|scope| {
        let serving = scope.spawn(|| serve(phone, &listener, |_| answer));
        let redeemed = asking(&code).redeem(desk, at, &unlock());
        (serving.join().unwrap(), redeemed)
    })
}

fn why(result: Result<Redeemed, RedeemError>) -> Unwilling {
    match result.err() {
        Some(RedeemError::Unwilling(why)) => why,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_copy_goes_over_and_is_what_the_patient_sees() {
    let (mut phone, _phone) = maria();
    let (mut desk, _desk) = chart();
    let at = scratch();
    let grant = phone.make_grant(&NewGrant::of(vec![(ALLERGIES, COPY)])).unwrap();
    let (served, redeemed) = meet(&mut phone, &mut desk, &at, grant, true);
    let redeemed = redeemed.unwrap();
    assert!(redeemed.chart.is_none() && !at.home.holds_record());
    let (_, items) = redeemed.stated.unwrap();
    let mut stated: Vec<&str> = items.iter().filter_map(|it| it.facts.title.as_deref()).collect();
    let own = list(&phone, ALLERGIES);
    let mut shown = titles(&own);
    stated.sort_unstable();
    shown.sort_unstable();
    assert_eq!(stated, shown);
    assert_eq!(redeemed.patient, phone.record().patient());
    let Served::Given { receipt, entries, .. } = served.unwrap() else {
        panic!("not given");
    };
    assert!(receipt && entries == items.len() as u64);
    let grants = phone.grants().unwrap();
    assert_eq!(grants[0].standing, GrantStanding::UsedUp);
    assert_eq!(grants[0].redeemers[0].name, "Lakeside Clinic");
    assert_eq!(phone.verify_audit().unwrap().findings.faults, []);
}

#[test]
fn a_visit_is_written_at_the_desk_and_comes_back() {
    let (mut phone, _phone) = maria();
    let (mut desk, _desk) = chart();
    let at = scratch();
    let scope = vec![(ALLERGIES, COPY), (Section::Notes, Operations::APPEND)];
    let grant = phone.make_grant(&NewGrant::of(scope)).unwrap();
    let (served, redeemed) = meet(&mut phone, &mut desk, &at, grant, true);
    served.unwrap();
    let mut shared = redeemed.unwrap().chart.unwrap();
    assert_eq!(
        list(&shared, Section::Notes).len(),
        0,
        "nothing of the patient's notes"
    );
    let before = list(&phone, Section::Notes).len();
    let note = pocketchart::build::Note {
        text: "Laryngitis. Voice rest.".into(),
        ..Default::default()
    };
    shared.add(Draft::Note(note)).unwrap();
    let (listener, address) = listener();
    let issuer = phone.record().device();
    let served = thread::scope(|scope| {
        let serving = scope.spawn(|| serve(&mut phone, &listener, |_| panic!("nobody asks with a code")));
        shared.sync_connect(&address, issuer, &mut |_| {}).unwrap();
        serving.join().unwrap().unwrap()
    });
    assert!(matches!(served, Served::CameBack { report, .. } if report.accepted.applied == 1));
    let notes = list(&phone, Section::Notes);
    assert_eq!(notes.len(), before + 1);
    let theirs = notes.iter().find(|it| !it.sources[0].author.is_you).unwrap();
    assert_eq!(theirs.sources[0].author.name.as_deref(), Some("Lakeside Clinic"));
    assert_eq!(phone.verify().unwrap().faults, []);
}

#[test]
fn what_may_be_read_is_there_whole() {
    let (mut phone, _phone) = maria();
    let (mut desk, _desk) = chart();
    let at = scratch();
    let read = Operations::READ | Operations::FUTURE;
    let grant = phone
        .make_grant(&NewGrant::of(vec![(Section::Medications, read)]))
        .unwrap();
    let (served, redeemed) = meet(&mut phone, &mut desk, &at, grant, true);
    served.unwrap();
    let redeemed = redeemed.unwrap();
    let shared = redeemed.chart.unwrap();
    assert!(redeemed.report.same);
    let (own, theirs) = (
        list(&phone, Section::Medications),
        list(&shared, Section::Medications),
    );
    assert_eq!(titles(&own), titles(&theirs));
    assert_eq!(list(&shared, ALLERGIES).len(), 0);
}

#[test]
fn a_no_a_second_redeemer_and_an_end_give_nothing() {
    let (mut phone, _phone) = maria();
    let (mut desk, _desk) = chart();
    let (mut other, _other) = chart();
    let at = scratch();
    let grant = phone.make_grant(&NewGrant::of(vec![(ALLERGIES, COPY)])).unwrap();
    let (_, declined) = meet(&mut phone, &mut desk, &at, grant, false);
    assert_eq!(why(declined), Unwilling::Declined);
    assert_eq!(
        phone.grants().unwrap()[0].standing,
        GrantStanding::Open,
        "no use was taken"
    );
    meet(&mut phone, &mut desk, &at, grant, true).1.unwrap();
    // The same one may come again.
    meet(&mut phone, &mut desk, &at, grant, true).1.unwrap();
    assert_eq!(
        why(meet(&mut phone, &mut other, &at, grant, true).1).id(),
        "second-redeemer"
    );
    let (listener, address) = listener();
    let shown = code(&phone, grant, &address);
    phone.revoke_grant(grant, RevokeReason::Wish).unwrap();
    assert!(phone.grant_code(grant, vec![address.parse().unwrap()]).is_err());
    // Whoever was given it may still say that they deleted it; with another grant open the old code finds nobody.
    phone.make_grant(&NewGrant::of(vec![(ALLERGIES, COPY)])).unwrap();
    thread::scope(|scope| {
        let serving = scope.spawn(|| phone.serve(&listener, Duration::from_secs(1), &mut |_| true, &|_| {}));
        assert!(matches!(
            asking(&shown).redeem(&mut desk, &at, &unlock()),
            Err(RedeemError::Session(_))
        ));
        assert!(matches!(serving.join().unwrap(), Err(ServeError::NobodyCame)));
    });
}

#[test]
fn of_two_who_ask_at_once_one_has_it_and_the_person_hears_of_the_other() {
    let (mut phone, _phone) = maria();
    let desks = [chart(), chart()];
    let at = [scratch(), scratch()];
    let grant = phone.make_grant(&NewGrant::of(vec![(ALLERGIES, COPY)])).unwrap();
    let (listener, address) = listener();
    let code = code(&phone, grant, &address);
    let heard = AtomicUsize::new(0);
    let [(mut first, _one), (mut late, _other)] = desks;
    let [here, there] = at;
    let results = thread::scope(|scope| {
        let (phone, listener, code, heard) = (&mut phone, &listener, &code, &heard);
        let serving = scope.spawn(move || {
            let mut second = |_: &GrantRequest| {
                let late = asking(code).redeem(&mut late, &there, &unlock());
                assert_eq!(why(late), Unwilling::Busy);
                true
            };
            let told = |event| {
                assert_eq!(event, ServeEvent::AnotherCaller);
                heard.fetch_add(1, Ordering::SeqCst);
            };
            phone.serve(listener, WAIT, &mut second, &told)
        });
        let first = asking(code).redeem(&mut first, &here, &unlock());
        (serving.join().unwrap(), first)
    });
    results.0.unwrap();
    results.1.unwrap();
    assert_eq!(heard.load(Ordering::SeqCst), 1);
}

#[test]
fn a_passcode_is_needed_where_one_is_set_and_ten_wrong_ones_end_it() {
    let (mut phone, _phone) = maria();
    let (mut desk, _desk) = chart();
    let at = scratch();
    let mut new = NewGrant::of(vec![(ALLERGIES, COPY)]);
    new.passcode = Some("12345".into());
    assert!(phone.make_grant(&new).is_err(), "too short");
    new.passcode = Some("842117".into());
    let grant = phone.make_grant(&new).unwrap();
    let (listener, address) = listener();
    let code = code(&phone, grant, &address);
    let mut tried = |phone: &mut Chart, passcode| {
        thread::scope(|scope| {
            let serving = scope.spawn(|| serve(phone, &listener, |_| true));
            let asking = Asking {
                passcode,
                ..asking(&code)
            };
            let redeemed = asking.redeem(&mut desk, &at, &unlock());
            (serving.join().unwrap().is_ok(), redeemed)
        })
    };
    assert_eq!(why(tried(&mut phone, None).1).id(), "wrong-passcode");
    assert_eq!(why(tried(&mut phone, Some("842118")).1).id(), "wrong-passcode");
    tried(&mut phone, Some("842117")).1.unwrap();
}

#[test]
fn an_emergency_needs_a_reason_and_no_yes_and_is_loud() {
    let (mut phone, _phone) = maria();
    let (mut desk, _desk) = chart();
    let at = scratch();
    let mut new = NewGrant::of(vec![(ALLERGIES, COPY)]);
    new.emergency = true;
    new.minutes = 72 * 60;
    let grant = phone.make_grant(&new).unwrap();
    let (listener, address) = listener();
    let code = code(&phone, grant, &address);
    let mut tried = |phone: &mut Chart, reason| {
        thread::scope(|scope| {
            let serving = scope.spawn(|| serve(phone, &listener, |_| panic!("nobody is asked")));
            let asking = Asking {
                reason,
                ..asking(&code)
            };
            let redeemed = asking.redeem(&mut desk, &at, &unlock());
            (serving.join().unwrap().unwrap(), redeemed)
        })
    };
    assert_eq!(why(tried(&mut phone, " ").1), Unwilling::NoReason);
    let (served, redeemed) = tried(&mut phone, "found unconscious");
    redeemed.unwrap();
    assert!(matches!(served, Served::Given { emergency: true, .. }));
    let log = phone.audit(&AuditOptions::default()).unwrap();
    let loud = log.events.iter().any(|it| {
        it.action.id() == "emergency-override" && it.reason.as_deref() == Some("found unconscious")
    });
    assert!(loud, "{log:#?}");
    new.minutes += 1;
    assert!(phone.make_grant(&new).is_err(), "72 hours at most");
}

#[test]
fn a_wire_cut_anywhere_takes_one_use_and_ends_whole() {
    let (mut phone, _phone) = maria();
    let (mut desk, _desk) = chart();
    let at = scratch();
    let read = Section::ALL.map(|section| (section, Operations::READ)).to_vec();
    let grant = phone.make_grant(&NewGrant::of(read)).unwrap();
    let mut cuts = 0;
    for limit in [10, 150, 700, 2_500, 6_000, 9_000, 14_000, 20_000, 26_000] {
        let (listener, address) = listener();
        let (address, wire) = cut_after(limit, &address);
        let code = code(&phone, grant, &address);
        let (served, redeemed) = thread::scope(|scope| {
            let serving = scope.spawn(|| {
                let served = phone.serve(&listener, Duration::from_secs(1), &mut |_| true, &|_| {});
                drop(listener);
                matches!(served, Ok(Served::Given { .. }))
            });
            let redeemed = asking(&code).redeem(&mut desk, &at, &unlock()).is_ok();
            (serving.join().unwrap(), redeemed)
        });
        wire.join().unwrap();
        cuts += usize::from(!served || !redeemed);
        if phone.grants().unwrap()[0].standing == GrantStanding::Closed {
            panic!("ended by calls that broke off: {limit}");
        }
    }
    assert!(cuts >= 5, "{cuts}");
    let (served, redeemed) = meet(&mut phone, &mut desk, &at, grant, true);
    served.unwrap();
    let shared = redeemed.unwrap().chart.unwrap();
    assert_eq!(phone.grants().unwrap()[0].redeemers.len(), 1);
    for section in Section::ALL {
        let (own, theirs) = (list(&phone, section), list(&shared, section));
        assert_eq!(titles(&own), titles(&theirs), "{section:?}");
    }
    let mut phone = phone;
    assert_eq!(phone.verify().unwrap().faults, []);
    println!("{cuts} sessions cut off");
}

#[test]
fn a_clock_that_is_set_back_revives_nothing() {
    let (mut phone, scratch_phone) = maria();
    let (mut desk, _desk) = chart();
    let at = scratch();
    let grant = phone.make_grant(&NewGrant::of(vec![(ALLERGIES, COPY)])).unwrap();
    scratch_phone.clock.pass_days(3);
    // Three days in one step are not believed before a person says so.
    assert_eq!(
        why(meet(&mut phone, &mut desk, &at, grant, true).1).id(),
        "clock-not-believable"
    );
    phone.confirm_date().unwrap();
    assert_eq!(
        why(meet(&mut phone, &mut desk, &at, grant, true).1).id(),
        "expired"
    );
    let before = digest(&phone);
    phone.lock();
    let mut phone = Chart::open(&scratch_phone.home, &unlock()).unwrap();
    assert_eq!(digest(&phone), before);
    scratch_phone.clock.pass_days_back(3);
    let (listener, _) = listener();
    // It was seen to have ended: it is not waited for any more, whatever the clock says.
    assert!(matches!(
        serve(&mut phone, &listener, |_| true),
        Err(ServeError::Nothing)
    ));
}

/// What the calling side and the called side sent.
type Recorded = (Vec<u8>, Vec<u8>);

/// Passes one connection on, and keeps what crosses it.
fn recorder(to: &str) -> (String, thread::JoinHandle<Recorded>) {
    let (listener, address) = listener();
    let to = to.to_owned();
    let handle = thread::spawn(move || {
        let (calling, _) = listener.accept().unwrap();
        let called = TcpStream::connect(to).unwrap();
        let pump = |mut from: &TcpStream, mut into: &TcpStream| {
            let (mut seen, mut buffer) = (Vec::new(), [0; 4096]);
            while let Ok(len @ 1..) = from.read(&mut buffer) {
                seen.extend_from_slice(&buffer[..len]);
                if into.write_all(&buffer[..len]).is_err() {
                    break;
                }
            }
            let _ = into.shutdown(Shutdown::Write);
            seen
        };
        thread::scope(|scope| {
            let there = scope.spawn(|| pump(&calling, &called));
            let back = pump(&called, &calling);
            (there.join().unwrap(), back)
        })
    });
    (address, handle)
}

fn has(bytes: &[u8], what: &[u8]) -> bool {
    bytes.windows(what.len()).any(|it| it == what)
}

#[test]
fn nothing_readable_crosses_the_wire_and_a_replay_gets_nothing() {
    let (mut phone, _phone) = maria();
    let (mut desk, _desk) = chart();
    let at = scratch();
    let scope = vec![
        (ALLERGIES, COPY),
        (Section::Medications, Operations::READ),
        (Section::Notes, Operations::APPEND),
    ];
    let mut new = NewGrant::of(scope);
    new.uses = 3;
    let grant = phone.make_grant(&new).unwrap();
    let (listener, address) = listener();
    let (through, wire) = recorder(&address);
    let code = code(&phone, grant, &through);
    let served = thread::scope(|scope| {
        let serving = scope.spawn(|| serve(&mut phone, &listener, |_| true));
        asking(&code).redeem(&mut desk, &at, &unlock()).unwrap();
        serving.join().unwrap().unwrap()
    });
    assert!(matches!(served, Served::Given { .. }));
    let (there, back) = wire.join().unwrap();
    assert!(there.len() > 1_000 && back.len() > 10_000);
    let (clinic, record) = (desk.record().author(), phone.record().id());
    let secrets: [&[u8]; 10] = [
        b"Lakeside",
        b"Penicillin",
        b"Metformin",
        b"Okafor",
        b"resourceType",
        b"phone",
        &phone.record().patient().0,
        &clinic.0,
        record.as_bytes(),
        &grant.0,
    ];
    for secret in secrets {
        assert!(
            !has(&there, secret) && !has(&back, secret),
            "{}",
            String::from_utf8_lossy(secret)
        );
    }
    // Everything the desk sent, again: it brings nobody in and takes no use.
    let before = phone.grants().unwrap()[0].redeemers.len();
    let answer = thread::scope(|scope| {
        let serving = scope.spawn(|| phone.serve(&listener, Duration::from_secs(1), &mut |_| true, &|_| {}));
        let mut stream = TcpStream::connect(&address).unwrap();
        stream.write_all(&there).unwrap();
        let _ = stream.shutdown(Shutdown::Write);
        let mut answer = Vec::new();
        let _ = stream.read_to_end(&mut answer);
        assert!(matches!(serving.join().unwrap(), Err(ServeError::NobodyCame)));
        answer
    });
    assert!(answer.len() < 100, "a handshake at most: {} bytes", answer.len());
    assert_eq!(phone.grants().unwrap()[0].redeemers.len(), before);
    println!(
        "{} bytes there, {} back; {} searched for",
        there.len(),
        back.len(),
        secrets.len()
    );
}
