use std::collections::BTreeSet;

use pocketchart_crypto::sign::VerifyingKey;

use super::action::Outcome;
use super::entry::AuditEntry;
use super::head::{Head, Witness};
use crate::grant::Signed;

/// What is wrong with a log.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, thiserror::Error)]
#[non_exhaustive]
pub enum AuditFault {
    /// The entry in this place is not the one that this device signed for it.
    #[error("entry {number} was altered")]
    Altered {
        /// Its place.
        number: u64,
    },
    /// Entries are not there, though later ones are.
    #[error("entries {first} to {last} are missing")]
    Missing {
        /// The first that is missing.
        first: u64,
        /// The last that is missing.
        last: u64,
    },
    /// The log ends before a head that was witnessed.
    #[error("cut off after entry {last}, though there were {witnessed}")]
    CutOff {
        /// The last entry that is there.
        last: u64,
        /// The highest number that was witnessed.
        witnessed: u64,
    },
    /// There are two logs: this entry follows another one than the one before it, or another one was witnessed in its
    /// place.
    #[error("entry {number} belongs to another log")]
    Forked {
        /// Its number.
        number: u64,
    },
}

impl AuditFault {
    /// The id of the message that explains it.
    pub fn id(&self) -> &'static str {
        match self {
            AuditFault::Altered { .. } => "audit-altered",
            AuditFault::Missing { .. } => "audit-missing",
            AuditFault::CutOff { .. } => "audit-cut-off",
            AuditFault::Forked { .. } => "audit-forked",
        }
    }
}

/// What a walk over a log has found.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct AuditFindings {
    /// Entries that were read and are in order.
    pub entries: u64,
    /// The numbers of what was begun and never closed: the device was stopped meanwhile.
    pub unclosed: Vec<u64>,
    /// The highest number that any witness saw; 0 without one.
    pub witnessed: u64,
    /// What is wrong, in the order in which it was met.
    pub faults: Vec<AuditFault>,
}

/// Walks one device's log from its first entry, in constant memory but for the witnesses and what is open.
pub struct AuditCheck {
    device: VerifyingKey,
    witnesses: Vec<Witness>,
    /// The last place that was read, and what lies there, unless it was altered.
    last: u64,
    head: Option<Head>,
    open: BTreeSet<u64>,
    findings: AuditFindings,
}

impl AuditCheck {
    /// A walk over this device's log, which must hold what the witnesses saw.
    pub fn new(device: VerifyingKey, witnesses: impl IntoIterator<Item = Witness>) -> Self {
        let mut witnesses: Vec<Witness> = witnesses.into_iter().collect();
        witnesses.sort_by_key(Witness::number);
        Self {
            device,
            last: 0,
            head: Some(Head::START),
            open: BTreeSet::new(),
            findings: AuditFindings {
                witnessed: witnesses.last().map_or(0, Witness::number),
                ..AuditFindings::default()
            },
            witnesses,
        }
    }

    /// Takes the bytes that lie in this place; returns the entry if it is what this device signed for it.
    pub fn entry(&mut self, number: u64, bytes: &[u8]) -> Option<Signed<AuditEntry>> {
        if number <= self.last {
            self.fault(AuditFault::Altered { number });
            return None;
        }
        if number - self.last > 1 {
            self.fault(AuditFault::Missing {
                first: self.last + 1,
                last: number - 1,
            });
            self.head = None;
        }
        self.last = number;
        let before = self.head.take();
        let signed = Signed::<AuditEntry>::parse(bytes).ok();
        let Some(entry) = signed.filter(|it| it.number == number && it.device == self.device) else {
            self.fault(AuditFault::Altered { number });
            return None;
        };
        let head = Head::of(&entry);
        self.head = Some(head);
        let from = self.witnesses.partition_point(|it| it.number() < number);
        let here = self
            .witnesses
            .iter()
            .skip(from)
            .take_while(|it| it.number() == number);
        if before.is_some_and(|before| before.hash != entry.prev) || !{ here }.all(|it| it.fits(&head)) {
            self.fault(AuditFault::Forked { number });
        } else {
            self.findings.entries += 1;
        }
        if entry.outcome == Outcome::Begun {
            self.open.insert(number);
        }
        if let Some(closed) = entry.closes {
            self.open.remove(&closed);
        }
        Some(entry)
    }

    /// Ends the walk after the last entry.
    pub fn finish(mut self) -> AuditFindings {
        let witnessed = self.findings.witnessed;
        if witnessed > self.last {
            self.fault(AuditFault::CutOff {
                last: self.last,
                witnessed,
            });
        }
        self.findings.unclosed = self.open.into_iter().collect();
        self.findings
    }

    fn fault(&mut self, fault: AuditFault) {
        self.findings.faults.push(fault);
    }
}
