//! What a first message costs its receiver that was made without the code, or by no device that it knows.

use crate::measure::once;
use crate::report::Report;
use pocketchart_crypto::exchange::ExchangeSecret;
use pocketchart_crypto::{Secret, random_array};
use pocketchart_share::grant::GrantRoot;
use pocketchart_share::session::{Meeting, PairingOffer, Peer};
use std::time::Duration;

const FLOOD: u32 = 100_000;
const PEERS: usize = 5;

/// CPU time of one bad message, of the length of a good one.
fn each(mut refused: impl FnMut(&[u8]) -> bool) -> String {
    let messages: Vec<[u8; 112]> = (0..FLOOD).map(|_| random_array()).collect();
    let (time, refused) = once(|| messages.iter().filter(|message| refused(*message)).count());
    assert_eq!(refused, messages.len());
    micros(time / FLOOD)
}

fn micros(time: Duration) -> String {
    format!("{:.1} µs", time.as_secs_f64() * 1e6)
}

pub fn run(report: &mut Report) {
    let own = ExchangeSecret::from_seed(&Secret::random());
    let offer = PairingOffer::new(vec!["host:1".into()]).expect("an offer");
    let grant = GrantRoot::new(Secret::random()).keys(1);
    let others: Vec<ExchangeSecret> = (0..PEERS).map(|_| ExchangeSecret::from_seed(&Secret::random())).collect();
    let peers: Vec<Peer> = others.iter().map(|it| Peer::new(&own, it.public()).expect("a peer")).collect();
    let meeting = Meeting::new(&own);
    let good = offer.code().initiate(&own).expect("a call");
    let (answered, _) = once(|| (0..100).all(|_| offer.answer(good.first_message()).is_ok()));
    report.row(
        "refuse a bad first message (100,000 random ones), CPU each: pairing code",
        each(|message| offer.answer(message).is_err()),
        "no Diffie–Hellman",
        None,
        format!("a good one, answered {}", micros(answered / 100)),
    );
    report.row(
        "the same, a grant's code",
        each(|message| grant.answer(message).is_err()),
        "no Diffie–Hellman",
        None,
        "for each grant that is open",
    );
    report.row(
        &format!("the same, {PEERS} known devices"),
        each(|message| meeting.answer(&peers, message).is_err()),
        "no Diffie–Hellman",
        None,
        "",
    );
}
