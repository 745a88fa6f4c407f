//! The process is killed at any instant: what was acknowledged is there, what was not can be done again, nothing is damaged.
//!
//! `KILLS` sets how often, half of it during imports and half during syncs, and as often a desk (20 without it); `SEED` repeats a run.

mod desk;

use crate::devices::{address, ids, meet, pair};
use crate::process::{Device, Machine, weights};
use fastrand::Rng;
use std::process::Stdio;
use std::time::{Duration, Instant};

const LINES: usize = 400;
/// A record serves for so many kills: long ones take long to verify.
const A_RECORD: usize = 10;

fn kills() -> usize {
    std::env::var("KILLS")
        .ok()
        .and_then(|it| it.parse().ok())
        .unwrap_or(20)
        / 2
}

fn chance() -> Rng {
    let seed = std::env::var("SEED")
        .ok()
        .and_then(|it| it.parse().ok())
        .unwrap_or_else(|| fastrand::u64(..));
    println!("SEED={seed}");
    Rng::with_seed(seed)
}

fn wait(rng: &mut Rng, up_to: Duration) {
    std::thread::sleep(up_to.mul_f64(rng.f64()));
}

#[test]
fn an_import_is_killed() {
    let mut rng = chance();
    let (mut in_the_middle, total) = (0, kills());
    for round in 0..total.div_ceil(A_RECORD) {
        let machine = Machine::new();
        let (device, _) = machine.created("phone");
        let mut acknowledged = Vec::new();
        let mut took = Duration::from_millis(800);
        let count = A_RECORD.min(total - round * A_RECORD);
        for number in 0..count {
            acknowledged.push(
                device.ok(&["add", "note", &format!("Acknowledged {number}")])["id"]
                    .as_str()
                    .unwrap()
                    .to_owned(),
            );
            let file = machine.file("some.ndjson", weights(number * LINES, LINES));
            let arguments = ["import", "--same-person", file.to_str().unwrap()];
            let mut child = device
                .command(&arguments)
                .stdout(Stdio::null())
                .stderr(Stdio::null())
                .spawn()
                .unwrap();
            wait(&mut rng, took);
            in_the_middle += usize::from(child.try_wait().unwrap().is_none());
            child.kill().unwrap();
            child.wait().unwrap();

            device.is_whole();
            for id in &acknowledged {
                assert_eq!(device.ok(&["item", id])["item"]["id"], id.as_str());
            }
            let begun = Instant::now();
            let report = device.ok(&arguments);
            took = begun.elapsed().max(Duration::from_millis(20));
            let (new, held) = (report["new"].as_u64().unwrap(), report["held"].as_u64().unwrap());
            assert_eq!(new + held, LINES as u64, "{report:#}");
        }
        assert_eq!(device.items("vitals").len(), count * LINES);
        device.is_whole();
    }
    println!("{total} kills, {in_the_middle} while the import ran");
    assert!(
        in_the_middle * 3 > total,
        "the kills came too late to test anything"
    );
}

#[test]
fn a_sync_is_killed() {
    let mut rng = chance();
    let (mut in_the_middle, total) = (0, kills());
    for round in 0..total.div_ceil(A_RECORD) {
        let machine = Machine::new();
        let (phone, tablet) = (machine.created("phone").0, machine.device("tablet"));
        pair(&phone, &tablet);
        meet(&phone, &tablet);
        let mut took = Duration::from_millis(500);
        let mut written = 0;
        for number in 0..A_RECORD.min(total - round * A_RECORD) {
            for (place, device) in [&phone, &tablet].into_iter().enumerate() {
                let from = (2 * number + place) * LINES / 4;
                let file = machine.file("some.ndjson", weights(from, LINES / 4));
                device.ok(&["import", "--same-person", file.to_str().unwrap()]);
                written += LINES / 4;
            }
            in_the_middle += usize::from(cut_off(&mut rng, &phone, &tablet, took));
            phone.is_whole();
            tablet.is_whole();

            let begun = Instant::now();
            let (_, report) = meet(&phone, &tablet);
            took = begun.elapsed().max(Duration::from_millis(20));
            assert_eq!(report["same"], true, "{report:#}");
            assert_eq!(ids(&phone, "vitals").len(), written, "nothing is lost");
            assert_eq!(ids(&phone, "vitals"), ids(&tablet, "vitals"));
        }
    }
    println!("{total} kills, {in_the_middle} while the sync ran");
    assert!(
        in_the_middle * 3 > total,
        "the kills came too late to test anything"
    );
}

/// Lets two devices meet and kills one of them, or both; whether any was still at it.
fn cut_off(rng: &mut Rng, phone: &Device, tablet: &Device, up_to: Duration) -> bool {
    let (mut waiting, line) = phone.start(&["sync", "listen", "127.0.0.1:0"], "127.0.0.1:");
    let connect = ["sync", "connect", &address(&line)];
    let mut calling = tablet
        .command(&connect)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    wait(rng, up_to);
    let running = calling.try_wait().unwrap().is_none() || waiting.try_wait().unwrap().is_none();
    let which = rng.u8(0..3);
    if which != 1 {
        waiting.kill().unwrap();
    }
    if which != 0 {
        calling.kill().unwrap();
    }
    // The survivor notices that nobody is there any more, or is waited for no longer.
    std::thread::sleep(Duration::from_millis(50));
    let _ = waiting.kill();
    let _ = calling.kill();
    waiting.wait().unwrap();
    calling.wait().unwrap();
    running
}
