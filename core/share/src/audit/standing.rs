use pocketchart_record::DeviceId;
use pocketchart_record::cbor::{Canonical, Malformed, Reader, Writer};

use super::check::AuditFault;
use super::head::{Head, Witness};
use super::version;

/// More devices one person never had.
const MAX_DEVICES: usize = 1000;

/// What one device of a person tells another about logs, so that what is cut off from one is seen on the others.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum AuditGossip {
    /// The head of the speaker's log.
    Mine(Head),
    /// A head of the listener's log that the speaker was told before.
    Yours(Head),
}

/// What is known of the log of another device, and it of ours.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct OtherLog {
    /// The device.
    pub device: DeviceId,
    /// The head that it told; of several the highest.
    pub heard: Head,
    /// What it told later that does not fit `heard`.
    pub contradiction: Option<Head>,
    /// A head of ours that it has and our log does not.
    pub lost: Option<Head>,
    /// The number of the head of ours that it was told last.
    told: u64,
    /// An earlier head of its log that it has to be shown, so that it finds out if that is in it no longer.
    owed: Option<Head>,
}

impl OtherLog {
    /// What is wrong with its log, as far as it can be seen from here.
    pub fn fault(&self) -> Option<AuditFault> {
        let (told, witnessed) = (self.contradiction?.number, self.heard.number);
        Some(if told < witnessed {
            AuditFault::CutOff {
                last: told,
                witnessed,
            }
        } else {
            AuditFault::Forked { number: told }
        })
    }
}

/// Where the log of this device stands, and what is known of those of the person's other devices. Kept with the record,
/// apart from the entries.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct AuditStanding {
    /// This device's head.
    pub head: Head,
    others: Vec<OtherLog>,
}

impl Default for AuditStanding {
    fn default() -> Self {
        Self {
            head: Head::START,
            others: Vec::new(),
        }
    }
}

impl AuditStanding {
    /// The logs that were told of.
    pub fn others(&self) -> &[OtherLog] {
        &self.others
    }

    /// What this device's log must hold.
    pub fn witnesses(&self) -> impl Iterator<Item = Witness> {
        let lost = self.others.iter().filter_map(|it| it.lost);
        std::iter::once(self.head).chain(lost).map(Witness::Seen)
    }

    /// The highest number of this device's log that another device was told.
    pub fn told_outside(&self) -> u64 {
        let lost = |it: &OtherLog| it.lost.map_or(0, |head| head.number);
        self.others
            .iter()
            .map(|it| it.told.max(lost(it)))
            .max()
            .unwrap_or(0)
    }

    /// What that device has to be told: nothing, unless something has changed.
    pub fn to_tell(&self, device: DeviceId) -> Vec<AuditGossip> {
        let other = self.others.iter().find(|it| it.device == device);
        let told = other.map_or(0, |it| it.told);
        let mine = (self.head.number != told).then_some(AuditGossip::Mine(self.head));
        let yours = other.and_then(|it| it.owed).map(AuditGossip::Yours);
        mine.into_iter().chain(yours).collect()
    }

    /// That it was told so.
    pub fn told(&mut self, device: DeviceId, what: &[AuditGossip]) {
        for gossip in what {
            let other = self.other(device);
            match gossip {
                AuditGossip::Mine(head) => other.told = head.number,
                AuditGossip::Yours(_) => other.owed = None,
            }
        }
    }

    /// What that device tells; `here` is the head of this device's log at the number that it speaks of, if the log goes
    /// so far.
    pub fn heard(&mut self, device: DeviceId, gossip: AuditGossip, here: Option<Head>) {
        let other = self.other(device);
        match gossip {
            AuditGossip::Mine(head) => {
                let before = other.heard;
                if head.number > before.number {
                    other.heard = head;
                } else if head != before {
                    other.contradiction = Some(head);
                }
                if head != before && before != Head::START {
                    other.owed = Some(before);
                }
            }
            AuditGossip::Yours(head) if here != Some(head) => other.lost = Some(head),
            AuditGossip::Yours(_) => {}
        }
    }

    fn other(&mut self, device: DeviceId) -> &mut OtherLog {
        let at = self.others.iter().position(|it| it.device == device);
        let at = at.unwrap_or_else(|| {
            self.others.push(OtherLog {
                device,
                heard: Head::START,
                contradiction: None,
                lost: None,
                told: 0,
                owed: None,
            });
            self.others.len() - 1
        });
        &mut self.others[at]
    }
}

/// `[0 or 1, head]`.
impl Canonical for AuditGossip {
    fn write(&self, to: &mut Writer) {
        let (which, head) = match self {
            AuditGossip::Mine(head) => (0, head),
            AuditGossip::Yours(head) => (1, head),
        };
        to.array(2).uint(which).value(head);
    }
    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        from.array_of(2)?;
        match from.uint()? {
            0 => Ok(AuditGossip::Mine(from.value()?)),
            1 => Ok(AuditGossip::Yours(from.value()?)),
            _ => Err(Malformed("gossip")),
        }
    }
}

/// `[1, head, others]`.
impl Canonical for AuditStanding {
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

/// `[device, told, heard, owed, contradiction, lost]`, each of the last three a list of one or none.
impl Canonical for OtherLog {
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
