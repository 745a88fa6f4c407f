//! Two devices over TCP on this machine.

use crate::attach::{noise, scan};
use crate::given::*;
use pocketchart::build::{Concept, Medicine};
use pocketchart::{
    Chart, CheckCode, Draft, ItemState, PairError, PairingCode, PairingOffer, Resolution, Section,
    SyncFailure, SyncReport, Unlock,
};
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;
use std::time::Duration;

const WAIT: Duration = Duration::from_secs(60);

pub(crate) fn listener() -> (TcpListener, String) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap().to_string();
    (listener, address)
}

/// Both ends of one pairing, with what the two people answer.
pub(crate) fn pair(
    chart: &mut Chart,
    there: &Scratch,
    passphrase: &Unlock,
    answers: (bool, bool),
) -> (Result<(), PairError>, Result<Chart, PairError>) {
    let (listener, address) = listener();
    let offer = PairingOffer::new(vec![address]).unwrap();
    let code = PairingCode::from_text(&offer.code().to_text()).unwrap();
    let mut here: Option<CheckCode> = None;
    let mut seen: Option<CheckCode> = None;
    let results = thread::scope(|scope| {
        let joining = scope.spawn(|| {
            Chart::pair_connect(
                &there.home,
                &code,
                &with(&unlock(), "tablet"),
                WAIT,
                &mut |check| {
                    seen = Some(check);
                    answers.1
                },
            )
        });
        let added = chart.pair_listen(&listener, offer, passphrase, WAIT, &mut |request| {
            assert_eq!(request.device_name, "tablet");
            here = Some(request.check);
            answers.0
        });
        // Else the other side would wait for an answer that nobody gives.
        drop(listener);
        (
            added.map(|device| assert_eq!(device.name, "tablet")),
            joining.join().unwrap(),
        )
    });
    assert_eq!(here, seen, "both screens show the same digits");
    results
}

pub(crate) fn two_devices() -> (Chart, Chart, [Scratch; 2]) {
    let (mut phone, first) = maria();
    let second = scratch();
    let (added, tablet) = pair(&mut phone, &second, &unlock(), (true, true));
    added.unwrap();
    (phone, tablet.unwrap(), [first, second])
}

pub(crate) fn sync(listening: &mut Chart, calling: &mut Chart) -> (SyncReport, SyncReport) {
    let (listener, address) = listener();
    let device = listening.record().device();
    thread::scope(|scope| {
        let listening = scope.spawn(|| listening.sync_listen(&listener, WAIT, &mut |_| ()).unwrap());
        let called = calling.sync_connect(&address, device, &mut |_| ()).unwrap();
        (listening.join().unwrap(), called)
    })
}

fn lisinopril(chart: &Chart) -> pocketchart::ItemView {
    titled(chart, Section::Medications, "Lisinopril 10 mg tablet")
}

fn medicine(text: &str) -> Draft {
    Draft::Medicine(Medicine {
        what: Concept::words(text),
        ..Medicine::default()
    })
}

#[test]
fn two_devices_edit_apart_meet_and_agree() {
    let (mut phone, mut tablet, _scratch) = two_devices();
    assert!(list(&tablet, Section::Allergies).is_empty(), "nothing came yet");
    let (here, there) = sync(&mut phone, &mut tablet);
    assert!(here.same && there.same);
    assert_eq!(digest(&phone), digest(&tablet));
    println!("whole record: {} B to the new device", here.totals.bytes_sent);

    // Both are offline, and both correct the same medicine.
    let left = phone
        .correct(
            lisinopril(&phone).id,
            medicine("Lisinopril 20 mg tablet"),
            Some("doctor said"),
        )
        .unwrap();
    let right = tablet
        .correct(lisinopril(&tablet).id, medicine("Lisinopril 5 mg tablet"), None)
        .unwrap();
    tablet.attach(scan(noise(900_000))).unwrap();
    let (here, there) = sync(&mut tablet, &mut phone);
    assert!(here.same && there.same);
    println!("after a week apart: {:?}", there.totals);
    assert_eq!(digest(&phone), digest(&tablet));
    assert_eq!(
        list(&phone, Section::Documents).len(),
        list(&tablet, Section::Documents).len()
    );
    for chart in [&mut phone, &mut tablet] {
        assert_eq!(chart.verify().unwrap().faults, []);
    }

    for chart in [&phone, &tablet] {
        let items = list(chart, Section::Medications);
        let pair = items
            .iter()
            .find(|item| item.state == ItemState::Unreconciled)
            .unwrap();
        let mut ids = vec![pair.id, pair.rivals[0].id];
        ids.sort();
        let mut both = vec![left, right];
        both.sort();
        assert_eq!(ids, both);
        let overview = &chart.sections().unwrap()[Section::Medications as usize];
        assert_eq!(overview.unreconciled, 2);
    }
    let error = phone.retract(left, None).unwrap_err();
    assert_eq!(error.id(), "edit-unreconciled");
    phone
        .resolve(&[left, right], Resolution::Keep(left), Some("asked the doctor"))
        .unwrap();
    sync(&mut phone, &mut tablet);
    assert_eq!(digest(&phone), digest(&tablet));
    let settled = titled(&tablet, Section::Medications, "Lisinopril 20 mg tablet");
    assert_eq!(settled.state, ItemState::Current);
    assert_eq!(tablet.item(settled.id).unwrap().history.len(), 4);

    let (again, _) = sync(&mut phone, &mut tablet);
    println!("nothing new: {:?}", again.totals);
    assert!(
        again.totals.bytes_sent + again.totals.bytes_received < 512,
        "{again:?}"
    );
}

#[test]
fn a_file_that_both_brought_in_is_there_once() {
    let (mut phone, mut tablet, _scratch) = two_devices();
    import(&mut tablet, &example());
    sync(&mut phone, &mut tablet);
    for chart in [&phone, &tablet] {
        let allergies = list(chart, Section::Allergies);
        assert_eq!(titles(&allergies), ["Penicillin", "Latex", "Peanut"]);
        let of = |item: &pocketchart::ItemView| (item.state, item.sources.len());
        assert!(allergies.iter().all(|item| of(item) == (ItemState::Current, 2)));
        let trends = chart.trends(None, "2026-11-26").unwrap();
        assert_eq!(trends.named("hba1c").unwrap()[0].points.len(), 12);
    }
    assert_eq!(import(&mut phone, &example()).held, 132);
}

#[test]
fn the_digits_protect_both() {
    for answers in [(false, true), (true, false), (false, false)] {
        let (mut phone, _first) = chart();
        let second = scratch();
        let (here, there) = pair(&mut phone, &second, &unlock(), answers);
        assert!(matches!(here, Err(PairError::Declined)), "{answers:?}");
        assert!(there.is_err(), "{answers:?}");
        assert!(!second.home.holds_record());
        assert_eq!(phone.devices().len(), 1, "no certificate was made");
    }
}

#[test]
fn a_wrong_passphrase_pairs_nothing() {
    let (mut phone, _scratch) = chart();
    let (listener, address) = listener();
    let offer = PairingOffer::new(vec![address]).unwrap();
    let error = phone
        .pair_listen(&listener, offer, &Unlock::passphrase("wrong"), WAIT, &mut |_| {
            true
        })
        .unwrap_err();
    assert_eq!(error.id(), "store-wrong-key");
}

#[test]
fn nobody_waits_for_ever_and_strangers_are_not_answered() {
    let (mut phone, _first) = chart();
    let (mut stranger, _second) = chart();
    let (listener, address) = listener();
    let device = phone.record().device();
    let error = stranger.sync_connect(&address, device, &mut |_| ()).unwrap_err();
    assert!(matches!(error, SyncFailure::UnknownDevice));
    let error = thread::scope(|scope| {
        let waiting = scope.spawn(|| phone.sync_listen(&listener, Duration::from_millis(300), &mut |_| ()));
        let mut noise = TcpStream::connect(&address).unwrap();
        noise.write_all(&[0, 64]).unwrap();
        noise.write_all(&[7; 64]).unwrap();
        assert_eq!(noise.read(&mut [0; 1]).unwrap_or(0), 0, "no answer");
        waiting.join().unwrap().unwrap_err()
    });
    assert_eq!(error.id(), "sync-nobody-came");
    let error = phone
        .sync_connect("127.0.0.1:1", device, &mut |_| ())
        .unwrap_err();
    assert!(matches!(error, SyncFailure::UnknownDevice));
}

/// Passes bytes between two devices and cuts the wire after so many of them.
pub(crate) fn cut_after(limit: u64, to: &str) -> (String, thread::JoinHandle<()>) {
    let (listener, address) = listener();
    let to = to.to_owned();
    let handle = thread::spawn(move || {
        let (calling, _) = listener.accept().unwrap();
        let called = TcpStream::connect(to).unwrap();
        let passed = AtomicU64::new(0);
        let pump = |mut from: &TcpStream, mut into: &TcpStream| {
            let mut buffer = [0; 1024];
            while let Ok(len @ 1..) = from.read(&mut buffer) {
                let before = passed.fetch_add(len as u64, Ordering::SeqCst);
                let room = usize::try_from(limit.saturating_sub(before)).unwrap().min(len);
                if into.write_all(&buffer[..room]).is_err() || room < len {
                    break;
                }
            }
            let _ = from.shutdown(std::net::Shutdown::Both);
            let _ = into.shutdown(std::net::Shutdown::Both);
        };
        thread::scope(|scope| {
            scope.spawn(|| pump(&calling, &called));
            pump(&called, &calling);
        });
    });
    (address, handle)
}

#[test]
fn a_wire_cut_anywhere_loses_nothing() {
    let (mut phone, mut tablet, _scratch) = two_devices();
    let picture = noise(1_500_000);
    let file = phone.attach(scan(picture.clone())).unwrap().id;
    tablet.add(medicine("Vitamin D")).unwrap();
    let mut cuts = 0;
    for limit in [10, 200, 1_000, 20_000, 60_000, 300_000, 900_000, 1_400_000] {
        let (listener, address) = listener();
        let (address, wire) = cut_after(limit, &address);
        let device = phone.record().device();
        let results = thread::scope(|scope| {
            let listening = scope.spawn(|| {
                let result = phone.sync_listen(&listener, Duration::from_secs(2), &mut |_| ());
                drop(listener);
                result.is_ok()
            });
            let called = tablet.sync_connect(&address, device, &mut |_| ()).is_ok();
            (listening.join().unwrap(), called)
        });
        wire.join().unwrap();
        cuts += u32::from(!results.0 || !results.1);
        assert_eq!(phone.verify().unwrap().faults, []);
        assert_eq!(tablet.verify().unwrap().faults, []);
    }
    assert!(cuts >= 6, "{cuts}");
    sync(&mut phone, &mut tablet);
    assert_eq!(digest(&phone), digest(&tablet));
    assert!(tablet.extract(file).unwrap().bytes == picture);
    titled(&phone, Section::Medications, "Vitamin D");
    println!("{cuts} sessions cut off");
}
