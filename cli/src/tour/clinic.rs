//! A clinic that comes: it redeems a code, writes a visit, and brings it back.

use super::device::{Waiting, items, number, text};
use super::{Device, Journey, Teller};
use crate::failure::{Exit, Failure};
use pocketchart_strings::Message;
use serde_json::Value;
use std::net::TcpListener;

const NAME: &str = "Lakeside Clinic";
const HERE: &str = "127.0.0.1:";

/// A free place on this machine: the code names it before anybody waits there.
fn free_address() -> Result<String, Failure> {
    let listener = TcpListener::bind("127.0.0.1:0").and_then(|it| it.local_addr());
    let address = listener.map_err(|_| Failure::new("tour-folder", Exit::Other))?;
    Ok(address.to_string())
}

/// The patient's side, waiting there.
fn serve(phone: &Device, address: &str) -> Result<Waiting, Failure> {
    phone.start(&["serve", "--listen", address, "--agree"], HERE)
}

/// A code that opens the allergies, and to which a visit may be added; redeemed by another process.
pub(super) fn visit(teller: &mut Teller<'_>, journey: &Journey, phone: &Device) -> Result<(), Failure> {
    let (desk, shared) = (journey.device("desk"), journey.device("shared chart"));
    desk.run(&["create", "--kdf", "fast", "--name", &desk.name])?;
    let address = free_address()?;
    let asked = [
        "grant",
        "allergies",
        "medications",
        "--append",
        "notes",
        "--for",
        "4h",
        "--address",
        &address,
        "--code-fd",
        "2",
    ];
    let (grant, code) = phone.run_for_code(&asked, "pocketchart:/", None)?;
    let waiting = serve(phone, &address)?;
    let redeemed = desk.run(&redeem(&code, &shared))?;
    let served = waiting.finish()?;
    let stated = items(&redeemed, "/stated");
    let allergies = stated
        .iter()
        .filter(|it| text(it, "/section") == "allergies")
        .count();
    teller.step(
        &Message::TourGrantName,
        &Message::TourGrant {
            who: text(&served, "/name").into(),
            digits: text(&redeemed, "/digits").into(),
            count: stated.len().into(),
            allergies: allergies.into(),
            size: teller
                .program
                .output
                .text()
                .size(number(&redeemed, "/bytes"))
                .into(),
        },
    )?;
    shared.run(&[
        "add",
        "note",
        "Hoarse for a week. Laryngitis: rest the voice.",
        "--title",
        "Visit",
    ])?;
    let waiting = serve(phone, &address)?;
    shared.run(&["sync", "connect", &address])?;
    let back = waiting.finish()?;
    let notes = phone.run(&["list", "notes"])?;
    let theirs = |it: &&Value| text(it, "/sources/0/author/name") == NAME;
    teller.step(
        &Message::TourVisitName,
        &Message::TourVisit {
            who: NAME.into(),
            received: number(&back, "/received").into(),
            kept: items(&notes, "/items").iter().filter(theirs).count().into(),
        },
    )?;
    refused(
        teller,
        journey,
        phone,
        &desk,
        &address,
        &code,
        text(&grant, "/grant"),
    )
}

/// A second clinic with the same code, and the first one after the end.
fn refused(
    teller: &mut Teller<'_>,
    journey: &Journey,
    phone: &Device,
    first: &Device,
    address: &str,
    code: &str,
    grant: &str,
) -> Result<(), Failure> {
    let thief = journey.device("second desk");
    thief.run(&["create", "--kdf", "fast", "--name", &thief.name])?;
    let waiting = serve(phone, address)?;
    let second = thief.outcome(&redeem(code, &journey.device("second chart")))?;
    waiting.finish()?;
    phone.run(&["revoke", grant])?;
    let waiting = serve(phone, address)?;
    let after = first.outcome(&redeem(code, &journey.device("chart after the end")))?;
    drop(waiting);
    let why = second.err().map(|it| text(&it, "/error/message").to_owned());
    teller.step(
        &Message::TourEndName,
        &Message::TourEnd {
            why: why.unwrap_or_default().into(),
            answered: u64::from(after.is_ok()).into(),
        },
    )?;
    let log = phone.run(&["audit"])?;
    let checked = phone.run(&["audit", "--verify"])?;
    teller.step(
        &Message::TourAuditName,
        &Message::TourAudit {
            count: items(&log, "/events").len().into(),
            faults: items(&checked, "/faults").len().into(),
        },
    )
}

fn redeem(code: &str, shared: &Device) -> Vec<String> {
    let folder = shared.folder.to_string_lossy().into_owned();
    ["redeem", code, "--as", NAME, "--kdf", "fast", "--chart", &folder]
        .map(str::to_owned)
        .to_vec()
}
