//! The steps: each runs processes and tells one line with what came of it.

use super::device::{Waiting, items, number, size, text};
use super::{Device, Journey, Teller};
use crate::failure::{Exit, Failure};
use crate::file;
use crate::show::trends::sparkline;
use pocketchart_strings::Message;
use serde_json::Value;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use zeroize::Zeroizing;

/// A new record; its words, which stay in memory.
pub(super) fn create(teller: &mut Teller<'_>, phone: &Device) -> Result<Zeroizing<String>, Failure> {
    let mut made = phone.run(&["create", "--kdf", "fast", "--name", &phone.name])?;
    let words = match made.get_mut("words").map(Value::take) {
        Some(Value::String(words)) => Zeroizing::new(words),
        _ => Zeroizing::default(),
    };
    let count = words.split(' ').count();
    teller.step(
        &Message::TourCreateName,
        &Message::TourCreate { words: count.into() },
    )?;
    Ok(words)
}

pub(super) fn import(teller: &mut Teller<'_>, phone: &Device, from: &Path) -> Result<(), Failure> {
    let report = phone.run(&[OsStr::new("import"), from.as_os_str()])?;
    let again = phone.run(&[OsStr::new("import"), from.as_os_str()])?;
    teller.step(
        &Message::TourImportName,
        &Message::TourImport {
            file: file::name(from).unwrap_or_default().into(),
            size: teller.program.output.text().size(size(from)).into(),
            new: number(&report, "/new").into(),
            unreadable: number(&report, "/unreadable").into(),
            again: number(&again, "/new").into(),
        },
    )
}

pub(super) fn allergies(teller: &mut Teller<'_>, phone: &Device) -> Result<(), Failure> {
    let list = phone.run(&["list", "allergies"])?;
    let text_of = teller.program.output.text();
    let said = |item: &Value| {
        let facts = item.pointer("/facts").cloned().unwrap_or_default();
        let severe = text(&facts, "/severity") == "severe" || text(&facts, "/criticality") == "high";
        let word = match (text(&facts, "/verification"), text(&facts, "/severity")) {
            ("refuted", _) => text_of.by_id("verification-refuted", &[]).unwrap_or_default(),
            (_, "") => String::new(),
            (_, severity) => text_of
                .by_id(&format!("severity-{severity}"), &[])
                .unwrap_or_default(),
        };
        let details = [
            word,
            text_of.date(text(&facts, "/when")),
            text(&facts, "/who").to_owned(),
        ];
        let details: Vec<String> = details.into_iter().filter(|it| !it.is_empty()).collect();
        format!(
            "{}{} ({})",
            if severe { "▲ " } else { "" },
            text(&facts, "/title"),
            details.join(", ")
        )
    };
    let found = items(&list, "/items");
    let listed: Vec<String> = found.iter().map(said).collect();
    teller.step(
        &Message::TourAllergiesName,
        &Message::TourAllergies {
            count: found.len().into(),
            list: listed.join("; ").into(),
        },
    )
}

pub(super) fn trend(teller: &mut Teller<'_>, phone: &Device) -> Result<(), Failure> {
    let trends = phone.run(&["trends"])?;
    let Some(longest) = items(&trends, "/series").first() else {
        return Ok(());
    };
    let points = items(longest, "/points");
    let values: Vec<f64> = points
        .iter()
        .filter_map(|it| text(it, "/value").parse().ok())
        .collect();
    let [Some(first), Some(last)] = [points.first(), points.last()] else {
        return Ok(());
    };
    teller.step(
        &Message::TourTrendName,
        &Message::TourTrend {
            what: text(longest, "/title").into(),
            count: points.len().into(),
            from: teller
                .program
                .output
                .text()
                .date(text(first, "/when").get(..10).unwrap_or(text(first, "/when")))
                .into(),
            line: sparkline(&values).into(),
            latest: format!("{} {}", text(last, "/value"), text(longest, "/unit"))
                .trim()
                .to_owned()
                .into(),
        },
    )
}

/// The tablet reads the phone's code; both show digits, which are compared.
pub(super) fn pair(teller: &mut Teller<'_>, phone: &Device, tablet: &Device) -> Result<(), Failure> {
    const CODE: &str = "pocketchart:/";
    let offer = phone.start(
        &[
            "pair",
            "offer",
            "--listen",
            "127.0.0.1:0",
            "--same-digits",
            "--code-fd",
            "2",
        ],
        CODE,
    )?;
    let joined = tablet.run(&[
        "pair",
        "join",
        offer.said.trim(),
        "--kdf",
        "fast",
        "--name",
        &tablet.name,
        "--same-digits",
    ])?;
    let offered = offer.finish()?;
    let digits = text(&offered, "/digits");
    if digits.is_empty() || digits != text(&joined, "/digits") {
        return Err(Failure::new("tour-digits", Exit::Other));
    }
    let devices = items(&phone.run(&["devices"])?, "/devices").len();
    teller.step(
        &Message::TourPairName,
        &Message::TourPair {
            digits: digits.into(),
            devices: devices.into(),
        },
    )
}

/// What two devices counted that met.
pub(super) struct Met {
    /// By the one that was called.
    called: Value,
    /// By the one that called.
    caller: Value,
}

impl Met {
    /// Bytes on the network, both ways.
    fn bytes(&self) -> u64 {
        number(&self.caller, "/bytes_sent") + number(&self.caller, "/bytes_received")
    }
}

/// One device waits, the other calls it.
pub(super) fn meet(called: &Device, caller: &Device) -> Result<Met, Failure> {
    let (waiting, address) = listen(called)?;
    let caller = caller.run(&["sync", "connect", &address])?;
    Ok(Met {
        called: waiting.finish()?,
        caller,
    })
}

/// A device that waits for others, and where.
fn listen(device: &Device) -> Result<(Waiting, String), Failure> {
    const HERE: &str = "127.0.0.1:";
    let waiting = device.start(&["sync", "listen", "127.0.0.1:0"], HERE)?;
    let words = waiting.said.split_whitespace();
    let address = words
        .map(|it| it.trim_end_matches('.'))
        .find(|it| it.starts_with(HERE))
        .unwrap_or_default()
        .to_owned();
    Ok((waiting, address))
}

pub(super) fn first_sync(teller: &mut Teller<'_>, phone: &Device, tablet: &Device) -> Result<(), Failure> {
    let met = meet(phone, tablet)?;
    let count = number(&met.caller, "/received") + number(&met.caller, "/packed");
    teller.step(
        &Message::TourFirstSyncName,
        &Message::TourFirstSync {
            count: count.into(),
            size: teller.program.output.text().size(met.bytes()).into(),
            turns: number(&met.caller, "/turns").into(),
        },
    )
}

pub(super) fn sync(teller: &mut Teller<'_>, phone: &Device, tablet: &Device) -> Result<(), Failure> {
    let met = meet(phone, tablet)?;
    let again = meet(phone, tablet)?;
    let size = |met: &Met| teller.program.output.text().size(met.bytes());
    teller.step(
        &Message::TourSyncName,
        &Message::TourSync {
            out: number(&met.called, "/received").into(),
            back: number(&met.caller, "/received").into(),
            size: size(&met).into(),
            turns: number(&met.caller, "/turns").into(),
            again: size(&again).into(),
        },
    )
}

pub(super) fn verify(teller: &mut Teller<'_>, phone: &Device, tablet: &Device) -> Result<(), Failure> {
    let health = phone.run(&["verify"])?;
    let same = names(phone)? == names(tablet)?;
    let faults = items(&health, "/faults").len() + usize::from(!same);
    teller.step(
        &Message::TourVerifyName,
        &Message::TourVerify {
            changes: number(&health, "/envelopes").into(),
            entries: number(&health, "/entries").into(),
            faults: faults.into(),
        },
    )
}

/// The tablet is stolen: it is taken out, and calls in vain.
pub(super) fn lose(teller: &mut Teller<'_>, phone: &Device, tablet: &Device) -> Result<(), Failure> {
    phone.run(&["devices", "lost", &tablet.name, "--no-way-back"])?;
    phone.run(&["add", "note", "For my own devices only"])?;
    let (waiting, address) = listen(phone)?;
    let called = tablet.outcome(&["sync", "connect", &address])?;
    drop(waiting);
    let written = phone.run(&["search", "own", "devices", "only"])?;
    let found = tablet.run(&["search", "own", "devices", "only"])?;
    teller.step(
        &Message::TourLoseName,
        &Message::TourLose {
            answered: u64::from(called.is_ok()).into(),
            written: items(&written, "/items").len().into(),
            read: items(&found, "/items").len().into(),
        },
    )
}

/// The names of all that a record shows, which are hashes of what it says.
pub(super) fn names(device: &Device) -> Result<Vec<String>, Failure> {
    let mut names = Vec::new();
    let overview = device.run(&["sections"])?;
    for section in items(&overview, "/sections") {
        let list = device.run(&["list", text(section, "/section"), "--all", "--limit", "1000000"])?;
        for item in items(&list, "/items") {
            names.push(text(item, "/id").to_owned());
            names.extend(
                items(item, "/sources")
                    .iter()
                    .map(|it| text(it, "/id").to_owned()),
            );
        }
    }
    names.sort();
    names.dedup();
    Ok(names)
}

pub(super) fn backup(teller: &mut Teller<'_>, journey: &Journey, phone: &Device) -> Result<PathBuf, Failure> {
    let path = journey.path("backup.pocketchart");
    let report = phone.run(&[OsStr::new("backup"), OsStr::new("--out"), path.as_os_str()])?;
    let size = teller.program.output.text().size(number(&report, "/bytes"));
    teller.step(
        &Message::TourBackupName,
        &Message::TourBackup { size: size.into() },
    )?;
    Ok(path)
}

pub(super) fn restore(
    teller: &mut Teller<'_>,
    journey: &Journey,
    phone: &Device,
    backup: &Path,
    words: &str,
) -> Result<(), Failure> {
    let new = journey.device("new phone");
    let mut arguments = ["restore", "--words-fd", "0", "--kdf", "fast", "--name"]
        .map(OsStr::new)
        .to_vec();
    arguments.extend([OsStr::new(&new.name), backup.as_os_str()]);
    let report = new.run_with_secret(&arguments, words)?;
    let (had, has) = (names(phone)?, names(&new)?);
    let same = had.iter().filter(|name| has.contains(name)).count();
    teller.step(
        &Message::TourRestoreName,
        &Message::TourRestore {
            entries: number(&report, "/entries").into(),
            same: same.into(),
            of: had.len().into(),
        },
    )
}
