//! Devices of one person tell one another how far their logs have come, so that what is cut off from one is seen on the
//! others. Something is said only when something has changed.

use super::rows::Standing;
use crate::chart::Chart;
use pocketchart_record::cbor::{Canonical, Malformed, Reader, Writer};
use pocketchart_record::{DeviceId, StoreError};
use pocketchart_share::audit::Head;

/// What one device tells another about logs.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Gossip {
    /// The head of the speaker's log.
    Mine(Head),
    /// A head of the listener's log that the speaker has heard of before.
    Yours(Head),
}

/// `[0 or 1, head]`.
impl Canonical for Gossip {
    fn write(&self, to: &mut Writer) {
        let (which, head) = match self {
            Gossip::Mine(head) => (0, head),
            Gossip::Yours(head) => (1, head),
        };
        to.array(2).uint(which).value(head);
    }
    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        from.array_of(2)?;
        match from.uint()? {
            0 => Ok(Gossip::Mine(from.value()?)),
            1 => Ok(Gossip::Yours(from.value()?)),
            _ => Err(Malformed("gossip")),
        }
    }
}

impl Chart {
    fn is_own(&self, device: DeviceId) -> bool {
        let certificate = self.record.statements().certificate_of(device);
        certificate.is_some_and(|(_, it)| it.author == self.record.author())
    }

    /// What the other device is to be told now: nothing, unless it is the same person's.
    pub(crate) fn audit_gossip(&self, with: DeviceId) -> Result<Vec<Gossip>, StoreError> {
        if !self.is_own(with) {
            return Ok(Vec::new());
        }
        let standing = Standing::of(&self.record)?;
        let other = standing.others.iter().find(|it| it.device == with);
        let told = other.map_or(0, |it| it.told);
        let mine = (standing.head.number != told).then_some(Gossip::Mine(standing.head));
        let yours = other.and_then(|it| it.owed).map(Gossip::Yours);
        Ok(mine.into_iter().chain(yours).collect())
    }

    /// That the other device was told.
    pub(crate) fn audit_told(&mut self, with: DeviceId, what: &[Gossip]) -> Result<(), StoreError> {
        if what.is_empty() {
            return Ok(());
        }
        let mut standing = Standing::of(&self.record)?;
        let other = standing.other(with);
        for gossip in what {
            match gossip {
                Gossip::Mine(head) => other.told = head.number,
                Gossip::Yours(_) => other.owed = None,
            }
        }
        self.record.shelve(vec![standing.row()])
    }

    /// What the other device tells.
    pub(crate) fn audit_heard(&mut self, from: DeviceId, gossip: Gossip) -> Result<(), StoreError> {
        if !self.is_own(from) {
            return Ok(());
        }
        let mut standing = Standing::of(&self.record)?;
        match gossip {
            Gossip::Mine(head) => {
                let other = standing.other(from);
                let held = other.heard;
                if head.number > held.number {
                    other.heard = head;
                } else if head != held {
                    other.contradiction = Some(head);
                }
                if held != head && held != Head::START {
                    other.owed = Some(held);
                }
            }
            Gossip::Yours(head) => {
                let here = self.audit_entry(head.number).ok().flatten();
                if here.is_none_or(|entry| Head::of(&entry) != head) {
                    standing.other(from).lost = Some(head);
                }
            }
        }
        self.record.shelve(vec![standing.row()])
    }
}
