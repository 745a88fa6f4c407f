//! How the log lies in the record's file. On the shelf of the log: entries by their number (8 bytes, big-endian), and
//! heads that were given to strangers by the byte 1 and the blinded head. Among the settings, where a row put back is
//! noticed: where this log stands, and those of the other devices.

use pocketchart_record::cbor::{from_bytes, to_bytes};
use pocketchart_record::{Record, Shelf, Shelved, StoreError};
use pocketchart_share::audit::{AuditStanding, GivenHead};

const STANDING: &[u8] = b"audit";
const GIVEN: u8 = 1;

/// The key of an entry.
pub(super) fn key(number: u64) -> [u8; 8] {
    number.to_be_bytes()
}

/// The number of the entry that lies there; none for rows of another kind.
pub(super) fn number(key: &[u8]) -> Option<u64> {
    key.try_into().map(u64::from_be_bytes).ok()
}

pub(super) fn standing(record: &Record) -> Result<AuditStanding, StoreError> {
    let bytes = record.shelved(Shelf::Setting, STANDING)?;
    Ok(bytes.map(|it| from_bytes(&it)).transpose()?.unwrap_or_default())
}

pub(super) fn standing_row(standing: &AuditStanding) -> Shelved {
    Shelved::put(Shelf::Setting, STANDING, to_bytes(standing))
}

pub(super) fn given(record: &Record, blinded: &[u8; 32]) -> Result<Option<GivenHead>, StoreError> {
    let bytes = record.shelved(Shelf::Audit, &given_key(blinded))?;
    Ok(bytes.map(|it| from_bytes(&it)).transpose()?)
}

pub(super) fn given_row(given: &GivenHead, blinded: &[u8; 32]) -> Shelved {
    Shelved::put(Shelf::Audit, &given_key(blinded), to_bytes(given))
}

/// The blinded head of which this row is kept; none for rows of another kind.
pub(super) fn blinded(key: &[u8]) -> Option<[u8; 32]> {
    key.strip_prefix(&[GIVEN])?.try_into().ok()
}

fn given_key(blinded: &[u8; 32]) -> Vec<u8> {
    [&[GIVEN][..], blinded].concat()
}
