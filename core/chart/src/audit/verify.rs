//! Whether the log is whole, by all that is known of it.

use super::rows;
use crate::chart::Chart;
use crate::read::ReadError;
use pocketchart_crypto::sign::VerifyingKey;
use pocketchart_record::{DeviceId, Shelf, cbor};
use pocketchart_share::audit::{AuditCheck, AuditFault, AuditFindings, GivenHead};

/// What is known of the log of another device of this person.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct OtherLog {
    /// The device.
    pub device: DeviceId,
    /// What its owner calls it.
    pub name: Option<String>,
    /// The highest number that it told.
    pub last: u64,
    /// What it told later that does not fit.
    pub fault: Option<AuditFault>,
}

/// What [`Chart::verify_audit`] found.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct AuditReport {
    /// About this device's log.
    pub findings: AuditFindings,
    /// The highest number of this device's log that somebody else knows of: what lies after it could be cut off unseen.
    pub witnessed: u64,
    /// About the logs of the devices that this one has met.
    pub others: Vec<OtherLog>,
}

impl AuditReport {
    /// Whether nothing is wrong.
    pub fn is_whole(&self) -> bool {
        self.findings.faults.is_empty() && self.others.iter().all(|it| it.fault.is_none())
    }
}

impl Chart {
    /// Walks this device's log: every signature, number and hash, against every head of it that was given out in a
    /// receipt or is kept by another device; and says whether what other devices told of their logs fits together.
    ///
    /// # Errors
    /// What the store says, unless the log shows by itself what is wrong.
    pub fn verify_audit(&self) -> Result<AuditReport, ReadError> {
        let standing = rows::standing(&self.record)?;
        let mut witnesses: Vec<_> = standing.witnesses().collect();
        let mut witnessed = standing.told_outside();
        let mut entries = Vec::new();
        let walked = self.record.shelf(Shelf::Audit, |key, value| {
            if let Some(number) = rows::number(key) {
                entries.push((number, value));
            } else if let Some(blinded) = rows::blinded(key) {
                let given: GivenHead = cbor::from_bytes(&value)?;
                if !given.receipt.is_empty() {
                    witnessed = witnessed.max(given.number);
                }
                witnesses.push(given.witness(blinded));
            }
            Ok(())
        });
        let device = VerifyingKey::from_bytes(self.record.device().0);
        let mut check = AuditCheck::new(device, witnesses);
        for (number, bytes) in entries {
            check.entry(number, &bytes);
        }
        let findings = check.finish();
        if findings.faults.is_empty() {
            walked?;
        }
        let statements = self.record.statements();
        let others = standing.others().iter().map(|other| OtherLog {
            device: other.device,
            name: statements
                .certificate_of(other.device)
                .map(|(_, certificate)| certificate.name.clone()),
            last: other.heard.number,
            fault: other.fault(),
        });
        let others = others.collect();
        Ok(AuditReport {
            findings,
            witnessed,
            others,
        })
    }
}
