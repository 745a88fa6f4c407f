//! Devices of one person tell one another how far their logs have come; only when something has changed.

use super::rows;
use crate::chart::Chart;
use pocketchart_record::{DeviceId, StoreError};
use pocketchart_share::audit::{AuditGossip, Head};

impl Chart {
    fn is_own(&self, device: DeviceId) -> bool {
        let certificate = self.record.statements().certificate_of(device);
        certificate.is_some_and(|(_, it)| it.author == self.record.author())
    }

    /// What the other device is to be told now: nothing, unless it is the same person's.
    pub(crate) fn audit_to_tell(&self, device: DeviceId) -> Result<Vec<AuditGossip>, StoreError> {
        if !self.is_own(device) {
            return Ok(Vec::new());
        }
        Ok(rows::standing(&self.record)?.to_tell(device))
    }

    /// That it was told so.
    pub(crate) fn audit_told(&mut self, device: DeviceId, what: &[AuditGossip]) -> Result<(), StoreError> {
        if what.is_empty() {
            return Ok(());
        }
        let mut standing = rows::standing(&self.record)?;
        standing.told(device, what);
        self.record.shelve(vec![rows::standing_row(&standing)])
    }

    /// What the other device tells.
    pub(crate) fn audit_heard(&mut self, device: DeviceId, gossip: AuditGossip) -> Result<(), StoreError> {
        if !self.is_own(device) {
            return Ok(());
        }
        let mut standing = rows::standing(&self.record)?;
        let (AuditGossip::Mine(head) | AuditGossip::Yours(head)) = gossip;
        // An entry that was altered is as good as none.
        let here = self.audit_entry(head.number).ok().flatten();
        standing.heard(device, gossip, here.as_ref().map(Head::of));
        self.record.shelve(vec![rows::standing_row(&standing)])
    }
}
