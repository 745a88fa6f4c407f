//! The emergency card, drawn, photographed from the hand, and read by somebody who has nothing but the picture.

use super::device::{items, number, text};
use super::{Device, Journey, Teller};
use crate::failure::{Exit, Failure};
use crate::picture;
use pocketchart::{Photo, draw};
use pocketchart_strings::Message;
use std::fs;
use std::io::Write as _;
use std::process::{Command, Stdio};

/// Turned, aslant, out of focus, noisy, in the light of a lamp.
const PHOTO: Photo = Photo {
    pixels: 4.5,
    degrees: 7.0,
    slant: [0.12, -0.08],
    blur: 1.2,
    noise: 8.0,
    greys: [50.0, 200.0],
    seed: 1,
};
/// Reads a grey picture from standard input with zxing-cpp.
const OTHERS: &str = "import sys, zxingcpp
width, height = map(int, sys.argv[1:])
luma = memoryview(sys.stdin.buffer.read()).cast('B', [height, width])
print(zxingcpp.read_barcodes(luma)[0].text)";

pub(super) fn card(teller: &mut Teller<'_>, journey: &Journey, phone: &Device) -> Result<(), Failure> {
    let unread = || Failure::new("tour-card-unread", Exit::Other);
    let card = phone.run(&["card"])?;
    let shown = text(&card, "/text");
    let code = draw(shown).map_err(|_| unread())?;
    let (width, height, luma) = code.photograph(&PHOTO);
    let path = journey.path("photo.png");
    let png = picture::png(width, height, &luma).ok_or_else(unread)?;
    fs::write(&path, png).map_err(|_| Failure::new("tour-folder", Exit::Other))?;
    // Nobody's device, without a record.
    let stranger = journey.device("stranger");
    let read = stranger.run(&["scan".as_ref(), path.as_os_str()])?;
    if read.pointer("/card") != card.pointer("/card") {
        return Err(unread());
    }
    let others = read_by_others(width, height, &luma);
    if others.as_ref().is_some_and(|text| text != shown) {
        return Err(unread());
    }
    teller.step(
        &Message::TourCardName,
        &Message::TourCard {
            facts: facts(&card).into(),
            bytes: number(&card, "/bytes").into(),
            modules: code.width().into(),
            others: if others.is_some() { "yes" } else { "no" }.into(),
        },
    )
}

fn facts(card: &serde_json::Value) -> usize {
    let sections = card.pointer("/card/sections").and_then(|it| it.as_object());
    let entries = sections.into_iter().flatten();
    entries
        .map(|(_, entries)| items(entries, "").len())
        .sum::<usize>()
        + items(card, "/card/contacts").len()
}

/// What zxing-cpp for Python reads; none where it is not installed.
fn read_by_others(width: u32, height: u32, luma: &[u8]) -> Option<String> {
    let mut python = Command::new("python3")
        .args(["-c", OTHERS, &width.to_string(), &height.to_string()])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .ok()?;
    let mut stdin = python.stdin.take()?;
    // It ends early where it has no such reader.
    let written = stdin.write_all(luma);
    drop(stdin);
    let output = python.wait_with_output().ok()?;
    if written.is_err() || !output.status.success() {
        return None;
    }
    Some(String::from_utf8(output.stdout).ok()?.trim().to_owned())
}
