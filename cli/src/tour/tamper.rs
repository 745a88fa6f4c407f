//! Somebody changes the stored file.

use super::device::bytes;
use super::steps::names;
use super::{Device, Journey, Teller};
use crate::failure::{Exit, Failure};
use pocketchart_strings::Message;
use std::fs;

/// Each place is a copy of its own.
const PLACES: usize = 6;
const DATABASE: &str = "record.db";
/// Space that holds nothing is zero; what is sealed looks like chance, so this many bytes of it hardly have a zero.
const SEALED: usize = 16;

/// Flips one bit in copies of the record and looks whether any of them is read as if nothing had happened.
pub(super) fn tamper(teller: &mut Teller<'_>, journey: &Journey, phone: &Device) -> Result<(), Failure> {
    let original = bytes(&phone.folder.join(DATABASE))?;
    let shown = names(phone)?;
    let (mut refused, mut wrong, mut unused) = (0_usize, 0_usize, 0_usize);
    for number in 1..=PLACES {
        let copy = journey.device(&format!("copy {number}"));
        let mut altered = original.clone();
        if let Some(byte) = altered.get_mut(sealed_from(&original, original.len() * number / (PLACES + 1))) {
            *byte ^= 1;
        }
        let written =
            fs::create_dir(&copy.folder).and_then(|()| fs::write(copy.folder.join(DATABASE), &altered));
        written.map_err(|_| Failure::new("tour-folder", Exit::Other))?;
        match copy.outcome(&["verify"])? {
            Err(_) => refused += 1,
            Ok(_) if names(&copy)? != shown => wrong += 1,
            Ok(_) => unused += 1,
        }
    }
    teller.step(
        &Message::TourTamperName,
        &Message::TourTamper {
            places: PLACES.into(),
            refused: refused.into(),
            wrong: wrong.into(),
            unused: unused.into(),
        },
    )
}

/// The first byte from there on that lies inside something sealed, or in what SQLite left of it when it moved a row.
fn sealed_from(bytes: &[u8], from: usize) -> usize {
    let mut windows = bytes.windows(SEALED).enumerate().skip(from);
    let found = windows.find(|(_, window)| !window.contains(&0));
    found.map_or(from, |(at, _)| at + SEALED / 2)
}
