//! The log of who was given what (security.md section 13): written ahead, signed by this device, kept with the record
//! on this device only.

mod export;
mod gossip;
mod list;
mod rows;
#[cfg(test)]
mod tests;
mod verify;

pub use export::AuditExport;
pub use list::{AuditOptions, AuditPage, AuditView};
pub use verify::{AuditReport, OtherLog};

use crate::chart::Chart;
use pocketchart_record::{Shelf, Shelved, StoreError};
use pocketchart_share::audit::{Action, AuditEntry, AuditEvent, GivenHead, Head, Outcome, SinceStart, Stamp};
use pocketchart_share::grant::{Receipt, Signed};

impl Chart {
    /// Writes down what is about to be done; durable when it returns, so nothing may leave before. Gives the number by
    /// which [`Chart::audit_close`] says how it ended.
    pub(crate) fn audit_begin(&mut self, event: AuditEvent) -> Result<u64, StoreError> {
        self.audit_append(event, Outcome::Begun, None)
    }

    /// Says how what was begun ended, and how many entries it was.
    pub(crate) fn audit_close(
        &mut self,
        number: u64,
        outcome: Outcome,
        count: u64,
    ) -> Result<(), StoreError> {
        let begun = self.audit_entry(number)?;
        let begun = begun.filter(|it| it.outcome == Outcome::Begun);
        let begun = begun.ok_or(StoreError::Altered("audit"))?;
        let event = AuditEvent {
            count,
            ..begun.event.clone()
        };
        self.audit_append(event, outcome, Some(number)).map(drop)
    }

    /// Writes down, in one entry, what was done or refused and let nothing out before.
    pub(crate) fn audit_note(&mut self, event: AuditEvent) -> Result<u64, StoreError> {
        let outcome = if event.action == Action::Refused {
            Outcome::Refused
        } else {
            Outcome::Done
        };
        self.audit_append(event, outcome, None)
    }

    /// The number and the blinded hash of the last entry, for a receipt. The key stays here, so that the receipt can be
    /// checked later and tells its holder nothing.
    pub(crate) fn audit_witness(&mut self) -> Result<(u64, [u8; 32]), StoreError> {
        let head = rows::standing(&self.record)?.head;
        let (given, blinded) = GivenHead::new(&head, self.home.context().secret());
        self.record.shelve(vec![rows::given_row(&given, &blinded)])?;
        Ok((head.number, blinded))
    }

    /// Keeps a receipt, as its bytes came. False if it is none, or names no head that was given out here.
    pub(crate) fn audit_receipt(&mut self, receipt: &[u8]) -> Result<bool, StoreError> {
        let Ok(signed) = Signed::<Receipt>::parse(receipt) else {
            return Ok(false);
        };
        let given = rows::given(&self.record, &signed.audit_head)?;
        let Some(mut given) = given.filter(|it| it.number == signed.audit_number) else {
            return Ok(false);
        };
        given.receipt = receipt.to_vec();
        self.record
            .shelve(vec![rows::given_row(&given, &signed.audit_head)])?;
        Ok(true)
    }

    fn audit_append(
        &mut self,
        event: AuditEvent,
        outcome: Outcome,
        closes: Option<u64>,
    ) -> Result<u64, StoreError> {
        let mut standing = rows::standing(&self.record)?;
        let key = &self.record.device_keys().sign;
        let (boot, running) = self.home.since_start();
        let time = Stamp {
            wall: self.home.context().now(),
            since_start: (running > 0).then_some(SinceStart { boot, running }),
        };
        let entry = standing.head.append(event, key, time, outcome, closes)?;
        standing.head = Head::of(&entry);
        let row = Shelved::put(Shelf::Audit, &rows::key(entry.number), entry.to_bytes().to_vec());
        self.record.shelve(vec![row, rows::standing_row(&standing)])?;
        Ok(entry.number)
    }

    /// An entry of this device's log, its signature checked; none if there is no such number.
    fn audit_entry(&self, number: u64) -> Result<Option<Signed<AuditEntry>>, StoreError> {
        let bytes = self.record.shelved(Shelf::Audit, &rows::key(number))?;
        bytes
            .map(|bytes| Signed::parse(&bytes).map_err(|_| StoreError::Altered("audit")))
            .transpose()
    }
}

/// How something that was begun ended.
pub(crate) fn outcome<T, E>(result: &Result<T, E>) -> Outcome {
    match result {
        Ok(_) => Outcome::Done,
        Err(_) => Outcome::Failed,
    }
}
