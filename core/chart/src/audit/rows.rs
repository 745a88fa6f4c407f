//! How the log lies in the record's file. On the shelf of the log: entries by their number (8 bytes, big-endian), and
//! heads that were given out by the byte 1 and the blinded head. Among the settings, where a row put back is noticed:
//! the head of this log, and what is known of those of the other devices.

use pocketchart_crypto::Secret;
use pocketchart_record::cbor::{self, Canonical, Malformed, Reader, Writer};
use pocketchart_record::{DeviceId, Record, Shelf, Shelved, StoreError};
use pocketchart_share::audit::{Head, Witness};

const STANDING: &[u8] = b"audit";
const GIVEN: u8 = 1;
/// The devices that one person ever had.
const MAX_DEVICES: usize = 1000;

/// The key of an entry.
pub(super) fn key(number: u64) -> [u8; 8] {
    number.to_be_bytes()
}

/// The number of the entry that lies there; none for rows of another kind.
pub(super) fn number(key: &[u8]) -> Option<u64> {
    key.try_into().map(u64::from_be_bytes).ok()
}

/// A head that was given out blinded.
pub(super) struct Kept {
    pub(super) head: Head,
    pub(super) key: Secret<32>,
    /// The signed receipt that names it; empty until it has come.
    pub(super) receipt: Vec<u8>,
}

impl Kept {
    pub(super) fn of(record: &Record, blinded: &[u8; 32]) -> Result<Option<Self>, StoreError> {
        let bytes = record.shelved(Shelf::Audit, &Self::key(blinded))?;
        Ok(bytes.map(|it| cbor::from_bytes(&it)).transpose()?)
    }

    pub(super) fn row(&self, blinded: &[u8; 32]) -> Shelved {
        Shelved::put(Shelf::Audit, &Self::key(blinded), cbor::to_bytes(self))
    }

    /// The witness that lies in this row; none for rows of another kind.
    pub(super) fn witness(key: &[u8], value: &[u8]) -> Result<Option<Witness>, StoreError> {
        let Some(Ok(blinded)) = key.strip_prefix(&[GIVEN]).map(<[u8; 32]>::try_from) else {
            return Ok(None);
        };
        let kept: Self = cbor::from_bytes(value)?;
        Ok(Some(Witness::Blinded {
            number: kept.head.number,
            key: kept.key,
            blinded,
        }))
    }

    fn key(blinded: &[u8; 32]) -> Vec<u8> {
        [&[GIVEN][..], blinded].concat()
    }
}

impl Canonical for Kept {
    fn write(&self, to: &mut Writer) {
        to.array(4).uint(1).value(&self.head);
        to.bytes(self.key.expose()).bytes(&self.receipt);
    }
    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        from.array_of(4)?;
        version(from)?;
        Ok(Self {
            head: from.value()?,
            key: Secret::from_slice(from.bytes()?).ok_or(Malformed("blinding key"))?,
            receipt: from.value()?,
        })
    }
}

/// Where the logs of this person's devices stand.
pub(super) struct Standing {
    /// This device's.
    pub(super) head: Head,
    /// Those of the others.
    pub(super) others: Vec<Other>,
}

/// What is known of another device's log, and it of ours.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Other {
    pub(super) device: DeviceId,
    /// The number of the head of ours that it was last told.
    pub(super) told: u64,
    /// The highest head of its log that it told.
    pub(super) heard: Head,
    /// An earlier head of its log that it has to be shown, so that it finds out if that is no longer in it.
    pub(super) owed: Option<Head>,
    /// What it told later that contradicts `heard`.
    pub(super) contradiction: Option<Head>,
    /// A head of ours that it has and our log does not.
    pub(super) lost: Option<Head>,
}

impl Standing {
    pub(super) fn of(record: &Record) -> Result<Self, StoreError> {
        let bytes = record.shelved(Shelf::Setting, STANDING)?;
        let standing = bytes.map(|it| cbor::from_bytes(&it)).transpose()?;
        Ok(standing.unwrap_or(Self {
            head: Head::START,
            others: Vec::new(),
        }))
    }

    pub(super) fn row(&self) -> Shelved {
        Shelved::put(Shelf::Setting, STANDING, cbor::to_bytes(self))
    }

    pub(super) fn other(&mut self, device: DeviceId) -> &mut Other {
        let at = self.others.iter().position(|it| it.device == device);
        let at = at.unwrap_or_else(|| {
            self.others.push(Other {
                device,
                told: 0,
                heard: Head::START,
                owed: None,
                contradiction: None,
                lost: None,
            });
            self.others.len() - 1
        });
        &mut self.others[at]
    }
}

impl Canonical for Standing {
    fn write(&self, to: &mut Writer) {
        to.array(3).uint(1).value(&self.head).list(&self.others);
    }
    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        from.array_of(3)?;
        version(from)?;
        Ok(Self {
            head: from.value()?,
            others: from.list(MAX_DEVICES)?,
        })
    }
}

impl Canonical for Other {
    fn write(&self, to: &mut Writer) {
        to.array(6).value(&self.device).uint(self.told).value(&self.heard);
        for maybe in [self.owed, self.contradiction, self.lost] {
            to.list(maybe.as_slice());
        }
    }
    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        from.array_of(6)?;
        Ok(Self {
            device: from.value()?,
            told: from.uint()?,
            heard: from.value()?,
            owed: from.list(1)?.pop(),
            contradiction: from.list(1)?.pop(),
            lost: from.list(1)?.pop(),
        })
    }
}

fn version(from: &mut Reader<'_>) -> Result<(), Malformed> {
    if from.uint()? == 1 {
        Ok(())
    } else {
        Err(Malformed("version"))
    }
}
