//! A check-in that goes to the patient through the record that they opened, and whose answer comes back that way.

use pocketchart::{Operations, Section};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::CheckinError;
use crate::charts::{Reach, SharedChart};

/// Answers that are looked at, at most: a patient's program that goes on sending what does not fit is not listened to for ever.
const MOST_REFUSED: usize = 16;

/// That a check-in stands in a record.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct Sent {
    pub(crate) reach: Reach,
    /// When it was written, in seconds since 1970.
    pub(crate) sent: u64,
    /// Since when the patient's device has it.
    pub(crate) arrived: Option<u64>,
    /// Entries that were no answer that could be taken.
    refused: Vec<String>,
}

/// Who signed an answer that came through the record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Signer {
    /// A device of the patient's.
    Patient,
    /// A device of somebody whom the patient lets act for them.
    ActsForPatient,
}

/// Whether the patient gets it through the record that they opened. Times are in seconds since 1970.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[serde(tag = "way", rename_all = "kebab-case")]
pub(crate) enum InRecord {
    /// There is no open chart of who is asked.
    NoChart,
    /// The patient did not open check-ins for writing and for reading, also what comes later.
    NotAllowed,
    /// It can be sent.
    Ready,
    /// It is under way.
    Sent {
        /// Since when.
        sent: u64,
    },
    /// The patient's device has it.
    Arrived {
        /// When it was sent.
        sent: u64,
        /// Since when it is there.
        arrived: u64,
    },
}

impl Sent {
    /// Into this record.
    pub(crate) fn new(shared: &SharedChart, now: u64) -> Self {
        Self {
            reach: shared.into(),
            sent: now,
            arrived: None,
            refused: Vec::new(),
        }
    }

    /// Whether an entry is looked at.
    pub(crate) fn looks_at(&self, entry: &str) -> bool {
        self.refused.len() < MOST_REFUSED && !self.refused.iter().any(|it| it == entry)
    }

    /// An entry was no answer that could be taken.
    pub(crate) fn refuse(&mut self, entry: String) {
        self.refused.push(entry);
    }
}

impl InRecord {
    /// Of a check-in, and the chart of who is asked if it is open.
    pub(crate) fn of(sent: Option<&Sent>, shared: Option<&SharedChart>) -> Self {
        match (sent, shared.map(may_send)) {
            (Some(Sent { sent, arrived, .. }), Some(_)) => match *arrived {
                Some(arrived) => Self::Arrived { sent: *sent, arrived },
                None => Self::Sent { sent: *sent },
            },
            (_, None) | (None, Some(Err(CheckinError::NoRecord))) => Self::NoChart,
            (None, Some(Err(_))) => Self::NotAllowed,
            (None, Some(Ok(()))) => Self::Ready,
        }
    }
}

/// Whether the patient lets the clinic ask in the record, and read there what is answered later.
pub(crate) fn may_send(shared: &SharedChart) -> Result<(), CheckinError> {
    if !shared.holds_record {
        return Err(CheckinError::NoRecord);
    }
    let needed = Operations::APPEND | Operations::READ | Operations::FUTURE;
    let may = shared.operations(Section::CheckIns);
    let is_open = may.is_some_and(|it| it.contains(needed)) || crate::sabotage::off("desk-checkin-allowed");
    is_open.then_some(()).ok_or(CheckinError::NotAllowed)
}
