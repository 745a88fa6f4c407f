//! A grant redeemed on one machine: what both sides cost, and what crosses the wire.

use crate::data;
use crate::measure::{bytes, millis};
use crate::ours;
use crate::report::Report;
use cpu_time::ProcessTime;
use pocketchart::{
    Chart, CreateChart, Home, ImportOptions, KdfLevel, NewGrant, NoFreshness, Operations, RedeemRequest, Redeemed,
    Section, Served,
};
use std::io::Cursor;
use std::net::{SocketAddr, TcpListener};
use std::path::PathBuf;
use std::sync::Arc;
use std::thread;
use std::time::Duration;
use tempfile::TempDir;

const EXAMPLE: &[u8] = include_bytes!("../../examples/maria-okafor.json");
const WAIT: Duration = Duration::from_secs(20);
const RUNS: usize = 21;

fn chart() -> (Chart, TempDir) {
    let folder = tempfile::tempdir().expect("a folder");
    let home = Home::new(folder.path(), Arc::new(NoFreshness));
    let unlock = ours::unlock();
    let with = CreateChart { unlock: &unlock, kdf: KdfLevel::Fast, device_name: "bench" };
    (Chart::create(&home, &with).expect("a chart").0, folder)
}

/// From the scanned code to the answer, both sides together.
fn redeem(phone: &mut Chart, desk: &mut Chart, new: &NewGrant) -> (Duration, Redeemed, TempDir) {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address: SocketAddr = listener.local_addr().expect("an address");
    let grant = phone.make_grant(new).expect("a grant");
    let code = phone.grant_code(grant, vec![address]).expect("a code");
    let folder = tempfile::tempdir().expect("a folder");
    let home = Home::new(folder.path(), Arc::new(NoFreshness));
    let unlock = ours::unlock();
    let request = RedeemRequest {
        code: &code.into(),
        name: "Lakeside Clinic",
        passcode: None,
        asked: None,
        reason: "",
        unlock: &unlock,
        kdf: KdfLevel::Fast,
    };
    let start = ProcessTime::now();
    let redeemed = thread::scope(|scope| {
        let serving = scope.spawn(|| phone.serve(&listener, WAIT, &mut |_| true, &|_| {}));
        let redeemed = desk.redeem(&request, &home, WAIT, &mut |_| {}).expect("redeemed");
        assert!(matches!(serving.join().expect("served"), Ok(Served::Given { .. })));
        redeemed
    });
    (start.elapsed(), redeemed, folder)
}

pub fn run(report: &mut Report) {
    let ((mut phone, _phone), (mut desk, _desk)) = (chart(), chart());
    phone.import(Cursor::new(EXAMPLE), &ImportOptions::default(), &mut |_| ()).expect("imported");
    let copy = NewGrant::of(vec![(Section::Allergies, Operations::EXTRACT)]);
    let mut times = Vec::new();
    let mut crossed = 0;
    for _ in 0..RUNS {
        let (time, redeemed, _folder) = redeem(&mut phone, &mut desk, &copy);
        crossed = usize::try_from(redeemed.bytes).expect("a size");
        times.push(time);
    }
    times.sort();
    let time = times[RUNS / 2];
    report.row(
        "redeem a grant on loopback, from the code to the allergies, CPU of both sides",
        millis(time),
        "≤ 50 ms",
        Some(time <= Duration::from_millis(50)),
        &format!("1 round trip after the handshake, {}; the receipt follows", bytes(crossed)),
    );

    let (mut phone, _phone) = chart();
    let nearest = |file: &PathBuf| data::resources(file).len().abs_diff(1_000);
    let file = data::bundles().into_iter().min_by_key(nearest).expect("a bundle");
    let bundle = std::fs::read(file).expect("a bundle");
    phone.import(Cursor::new(&bundle), &ImportOptions::default(), &mut |_| ()).expect("imported");
    let entries: u64 = phone.sections().expect("sections").iter().map(|it| it.rows).sum();
    let read = Section::ALL.map(|section| (section, Operations::READ)).to_vec();
    let (time, redeemed, _folder) = redeem(&mut phone, &mut desk, &NewGrant::of(read));
    let record = phone.record();
    let sealed: usize = record
        .feeds()
        .map(|feed| feed.tag)
        .flat_map(|tag| record.envelopes(tag).expect("envelopes"))
        .map(|envelope| envelope.len())
        .sum();
    let ratio = redeemed.bytes as f64 / sealed as f64;
    report.row(
        &format!("the whole exchange of a grant to read {entries} entries, against their sealed bytes"),
        format!("{ratio:.2} ×"),
        "≤ 1.3 ×",
        Some(ratio <= 1.3),
        &format!(
            "{} against {}; {} CPU of both sides; 2 round trips after the handshake",
            bytes(usize::try_from(redeemed.bytes).expect("a size")),
            bytes(sealed),
            millis(time)
        ),
    );
}
