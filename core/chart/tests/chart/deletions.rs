//! Whoever was given something asks whether it was ended, and says, signed, that they deleted it.

use crate::devices::listener;
use crate::given::{Scratch, chart, example, import, maria, scratch, unlock};
use crate::relay::{PASSCODE, chart as clocked, relay};
use crate::sharing::{meet, serve};
use pocketchart::{
    Action, AuditOptions, Chart, Deleted, DeletionCause, DeletionView, GrantId, HostHold, KdfLevel, NewGrant,
    Operations, RedeemRequest, RevokeReason, Section, Served, SyncFailure,
};
use pocketchart_crypto::exchange::{ExchangePublic, ExchangeSecret};
use pocketchart_crypto::sign::SigningKey;
use pocketchart_record::{Applicant, DeviceKeys};
use pocketchart_share::grant::{Deletion, Reason, Revocation, Signed};
use pocketchart_share::redeem::{AfterAnswer, AfterCall};
use pocketchart_share::session::{Channel, Meeting, Peer};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::thread;
use std::time::Duration;

const COPY: Operations = Operations::EXTRACT;

/// A phone that gave a copy of the allergies to a desk.
struct Given {
    phone: Chart,
    desk: Chart,
    grant: GrantId,
    host: HostHold,
    places: [Scratch; 3],
}

fn given() -> Given {
    let ((mut phone, one), (mut desk, two), at) = (maria(), chart(), scratch());
    let new = NewGrant::of(vec![(Section::Allergies, COPY)]);
    let grant = phone.make_grant(&new).unwrap();
    let (served, redeemed) = meet(&mut phone, &mut desk, &at, grant, true);
    served.unwrap();
    Given {
        host: redeemed.unwrap().host,
        phone,
        desk,
        grant,
        places: [one, two, at],
    }
}

fn deleted(at: u64) -> Deleted<'static> {
    Deleted {
        name: "Lakeside Clinic",
        since: 1_000,
        until: 9_000,
        deleted: at,
        sections: &[Section::Allergies],
        cause: DeletionCause::Withdrawn,
    }
}

/// What the phone hears while the desk does something.
fn while_it_waits<T>(
    phone: &mut Chart,
    desk: impl FnOnce(SocketAddr) -> T,
) -> (Result<Served, pocketchart::ServeError>, T) {
    let (listener, address) = listener();
    let address = address.parse().unwrap();
    thread::scope(|scope| {
        let serving = scope.spawn(|| serve(phone, &listener, |_| panic!("nobody asks with a code")));
        let done = desk(address);
        (serving.join().unwrap(), done)
    })
}

fn of_grant(phone: &Chart) -> Option<DeletionView> {
    let grants = phone.grants().unwrap();
    let mut redeemers = grants.iter().flat_map(|it| &it.redeemers);
    redeemers.next().unwrap().deletion.clone()
}

fn times_in_log(phone: &Chart) -> usize {
    let log = phone.audit(&AuditOptions::default()).unwrap().events;
    log.iter().filter(|it| it.action == Action::DeletionSaid).count()
}

#[test]
fn the_desk_hears_of_the_end_and_the_patient_that_it_is_deleted() {
    let Given {
        mut phone,
        desk,
        grant,
        host,
        places: _places,
    } = given();
    assert_eq!(of_grant(&phone), None);
    let after = desk.after_grant(&host);
    let (served, ended) = while_it_waits(&mut phone, |at| {
        let before = after.is_ended(at).unwrap();
        // Somebody else is not answered, and nobody at the phone is bothered.
        let (stranger, _stranger) = chart();
        assert!(stranger.after_grant(&host).is_ended(at).is_err());
        assert!(after.say(at, &deleted(2_000)).unwrap());
        before
    });
    assert!(!ended, "it is open");
    let Served::SaidDeleted {
        grant: of,
        name,
        deletion,
    } = served.unwrap()
    else {
        panic!("not heard");
    };
    assert_eq!((of, name.as_str()), (grant, "Lakeside Clinic"));
    let view = DeletionView {
        deleted: 2_000,
        cause: DeletionCause::Withdrawn,
    };
    assert_eq!((&deletion, of_grant(&phone)), (&view, Some(view.clone())));

    // It ends; the desk asks, and an answer that was lost is given again without anything being said twice.
    phone.revoke_grant(grant, RevokeReason::Misuse).unwrap();
    phone
        .make_grant(&NewGrant::of(vec![(Section::Notes, COPY)]))
        .unwrap();
    let (served, ()) = while_it_waits(&mut phone, |at| {
        assert!(after.is_ended(at).unwrap());
        assert!(after.say(at, &deleted(2_000)).unwrap(), "kept before");
        assert!(!after.say(at, &deleted(1_500)).unwrap(), "older than the last");
        assert!(after.say(at, &deleted(2_500)).unwrap(), "newer");
    });
    assert!(matches!(served, Ok(Served::SaidDeleted { .. })), "{served:?}");
    assert_eq!(times_in_log(&phone), 2);
    assert!(phone.verify().unwrap().faults.is_empty());
    assert_eq!(phone.verify_audit().unwrap().findings.faults, []);
}

/// Says these bytes in a session of the desk's; whether the phone keeps them.
fn say(desk: &Chart, host: &HostHold, at: SocketAddr, said: Vec<u8>) -> bool {
    let device = Applicant::visitor(desk.record(), &host.origin);
    let own = &device.keys().exchange;
    let peer = Peer::after_grant(own, ExchangePublic::from_bytes(host.exchange)).unwrap();
    let initiator = Meeting::new(own).initiate(&peer).unwrap();
    let mut channel = Channel::initiate(TcpStream::connect(at).unwrap(), initiator).unwrap();
    let call = AfterCall {
        grant: host.grant,
        deletion: Some(said),
    };
    channel.send(&call.to_bytes()).unwrap();
    let answer = channel.receive().unwrap().unwrap();
    AfterAnswer::from_bytes(&answer).unwrap().kept
}

#[test]
fn what_is_altered_or_of_another_key_or_grant_changes_nothing() {
    let mut it = given();
    let keys = Applicant::visitor(it.desk.record(), &it.host.origin);
    let key: &SigningKey = &keys.keys().sign;
    let right = Deletion {
        grant: it.grant,
        redeemer: key.public(),
        since: 1_000,
        until: 9_000,
        deleted: 2_000,
        sections: vec![Section::Allergies],
        cause: DeletionCause::Closed,
        name: "Lakeside Clinic".into(),
    };
    let sign = |it: &Deletion, key: &SigningKey| Signed::sign(it.clone(), key).unwrap().to_bytes().to_vec();
    let other = &DeviceKeys::from_seed(pocketchart_crypto::Secret::random()).sign;
    let of_other_key = Deletion {
        redeemer: other.public(),
        ..right.clone()
    };
    let of_other_grant = Deletion {
        grant: GrantId([7; 16]),
        ..right.clone()
    };
    let whole = sign(&right, key);
    let mut altered = whole.clone();
    altered[40] ^= 1;
    let refused = [
        sign(&of_other_key, other),
        sign(&of_other_grant, key),
        altered,
        whole[1..].to_vec(),
        vec![0xff; 300],
    ];
    let (desk, host) = (&it.desk, &it.host);
    let (served, ()) = while_it_waits(&mut it.phone, |at| {
        for (number, bytes) in refused.into_iter().enumerate() {
            assert!(!say(desk, host, at, bytes), "{number} is kept");
        }
        assert!(say(desk, host, at, whole.clone()));
    });
    assert!(matches!(served, Ok(Served::SaidDeleted { .. })), "{served:?}");
    assert_eq!(times_in_log(&it.phone), 1);
    assert_eq!(of_grant(&it.phone).unwrap().deleted, 2_000);

    // Given again, what was said before does not hold any more, and does not hold again by being repeated.
    let Given {
        mut phone,
        mut desk,
        grant,
        host,
        places: [_phone, _desk, at],
    } = it;
    meet(&mut phone, &mut desk, &at, grant, true).1.unwrap();
    assert_eq!(of_grant(&phone), None);
    let later = sign(
        &Deletion {
            deleted: 3_000,
            ..right.clone()
        },
        &Applicant::visitor(desk.record(), &host.origin).keys().sign,
    );
    let (served, ()) = while_it_waits(&mut phone, |at| {
        assert!(!say(&desk, &host, at, whole.clone()), "repeated");
        assert!(say(&desk, &host, at, later));
    });
    assert!(served.is_ok());
    assert_eq!(of_grant(&phone).unwrap().deleted, 3_000);
}

/// A phone with this key that says this of the end of a grant to the desk with that one.
fn lies(own: &ExchangeSecret, theirs: ExchangePublic, listener: &TcpListener, revocation: Vec<u8>) {
    let peer = Peer::after_grant(own, theirs).unwrap();
    let (stream, _) = listener.accept().unwrap();
    let meeting = Meeting::new(own);
    let mut channel = Channel::respond(stream, |first| meeting.answer([&peer], first)).unwrap();
    channel.receive().unwrap().unwrap();
    let answer = AfterAnswer {
        revocation: Some(revocation),
        kept: false,
    };
    channel.send(&answer.to_bytes()).unwrap();
    let _ = channel.close();
}

#[test]
fn only_the_patients_device_ends_it_and_only_this_grant() {
    let it = given();
    let phone_key = &it.phone.record().device_keys().sign;
    let other_key = &it.desk.record().device_keys().sign;
    let ends = |grant: GrantId, key: &SigningKey| {
        let revocation = Revocation {
            grant,
            issuer: key.public(),
            seen: Vec::new(),
            reason: Reason::Wish,
        };
        Signed::sign(revocation, key).unwrap().to_bytes().to_vec()
    };
    let (listener, address) = listener();
    let at = address.parse().unwrap();
    let phone = &it.phone.record().device_keys().exchange;
    let theirs = Applicant::visitor(it.desk.record(), &it.host.origin);
    let theirs = theirs.public().exchange;
    let told = |said: Vec<u8>| {
        thread::scope(|scope| {
            let listener = &listener;
            scope.spawn(move || lies(phone, theirs, listener, said));
            it.desk.after_grant(&it.host).is_ended(at)
        })
    };
    assert!(matches!(told(ends(it.grant, phone_key)), Ok(true)));
    for said in [
        ends(GrantId([7; 16]), phone_key),
        ends(it.grant, other_key),
        vec![1; 80],
    ] {
        let told = told(said);
        assert!(matches!(told, Err(SyncFailure::Malformed)), "{told:?}");
    }
}

#[test]
fn a_letter_at_the_relay_says_it_while_the_phone_is_off() {
    let relay = relay();
    let ((mut phone, _phone), (mut desk, _desk), at) = (clocked(), clocked(), scratch());
    import(&mut phone, &example());
    at.clock.go_to_now();
    phone.use_relay(Some(&relay.url)).unwrap();
    let mut new = NewGrant::of(vec![(Section::Allergies, COPY)]);
    (new.passcode, new.relay) = (Some(PASSCODE.into()), true);
    let grant = phone.make_grant(&new).unwrap();
    let code = phone.grant_code(grant, Vec::new()).unwrap();
    let request = RedeemRequest {
        code: &code.into(),
        name: "Lakeside Clinic",
        passcode: Some(PASSCODE),
        asked: None,
        reason: "",
        unlock: &unlock(),
        kdf: KdfLevel::Fast,
    };
    let host = desk
        .redeem(&request, &at.home, Duration::from_secs(20), &mut |_| {})
        .unwrap()
        .host;
    let after = desk.after_grant(&host);
    after.post(&deleted(2_000)).unwrap();
    after.post(&deleted(2_000)).unwrap();
    // One of somebody else lies in no box of the desk's.
    let (stranger, _stranger) = clocked();
    stranger.after_grant(&host).post(&deleted(5_000)).unwrap();

    let news = phone.ask_relay().unwrap();
    let [said] = news.deletions.as_slice() else {
        panic!("{news:?}");
    };
    assert_eq!((said.grant, said.name.as_str()), (grant, "Lakeside Clinic"));
    assert_eq!(said.author.0, desk.record().author());
    assert_eq!(said.deletion, of_grant(&phone).unwrap());
    assert_eq!(phone.ask_relay().unwrap(), Default::default(), "said once");
    assert_eq!(times_in_log(&phone), 1);
}
