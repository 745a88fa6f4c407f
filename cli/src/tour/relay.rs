//! The phone is off: a relay, a third process, gives what was left there, and nothing once it was ended.

use super::device::{Waiting, items, text};
use super::{Device, Journey, Teller};
use crate::failure::Failure;
use pocketchart_strings::Message;
use std::ffi::OsStr;

const HERE: &str = "http://";
const PASSCODE: &str = "271828";

/// Starts a relay, and has the phone use it.
pub(super) fn start(journey: &Journey, phone: &Device) -> Result<Waiting, Failure> {
    let server = journey.device("relay");
    let store = journey.path("relay.sqlite").to_string_lossy().into_owned();
    let running = server.start(&["relay", "--listen", "127.0.0.1:0", "--store", &store], HERE)?;
    let mut words = running.said.split_whitespace();
    let url = words.find(|it| it.starts_with(HERE)).unwrap_or_default();
    phone.run(&["use-relay", url])?;
    Ok(running)
}

pub(super) fn relay(teller: &mut Teller<'_>, journey: &Journey, phone: &Device) -> Result<(), Failure> {
    let desk = journey.device("desk");
    let picture = journey.path("code for the relay.png");
    let mut asked = [
        "grant",
        "allergies",
        "--relay",
        "--passcode-fd",
        "0",
        "--for",
        "4h",
        "--out",
    ]
    .map(OsStr::new)
    .to_vec();
    asked.push(picture.as_os_str());
    let grant = phone.run_with_secret(&asked, PASSCODE)?;
    // From here to the next question no process of the phone runs.
    let redeem: Vec<&OsStr> = [OsStr::new("redeem"), picture.as_os_str()]
        .into_iter()
        .chain(["--as", "Lakeside Clinic", "--passcode-fd", "0"].map(OsStr::new))
        .collect();
    let redeemed = desk.run_with_secret(&redeem, PASSCODE)?;
    let news = phone.run(&["mailbox"])?;
    phone.run(&["revoke", text(&grant, "/grant")])?;
    let after = desk.outcome_with_secret(&redeem, PASSCODE)?;
    teller.step(
        &Message::TourRelayName,
        &Message::TourRelay {
            count: items(&redeemed, "/stated").len().into(),
            who: text(&news, "/taken/0/name").into(),
            answered: u64::from(after.is_ok()).into(),
        },
    )
}
