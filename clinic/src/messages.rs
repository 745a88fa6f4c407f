//! Messages between a patient and the clinic, before a visit and after it. They stand in the record that the patient opened; what the
//! clinic wrote it keeps a copy of, and of what the patient wrote only who has not read it yet, as long as the chart is open.

mod inbox;
mod view;
mod written;

use pocketchart::{EditError, MessageError, Operations, Section};

use crate::{charts::SharedChart, desk::DeskError, store::StoreError};

pub(crate) use inbox::Inbox;
pub(crate) use view::{MessagesLine, PatientMessages};
pub(crate) use written::{Written, all, of_chart};

/// What could not be done with a message. Nothing was written.
#[derive(Debug, thiserror::Error)]
pub(crate) enum MessagesError {
    /// The chart is a copy, in which nothing can be written.
    #[error("a chart in which nothing can be written")]
    NoRecord,
    /// The patient did not open messages for writing and for reading, also what comes later.
    #[error("the patient does not allow it")]
    NotAllowed,
    /// Nothing is said.
    #[error("nothing is said")]
    Empty,
    /// It is longer than a message may be.
    #[error("too long")]
    TooLong,
    /// What it answers is not there.
    #[error("no such message")]
    NoMessage,
    /// Something else was written under its name.
    #[error("something else has this name")]
    Taken,
}

impl MessagesError {
    /// The id of the message that explains it.
    pub(crate) fn id(&self) -> &'static str {
        match self {
            Self::NoRecord => "desk-message-no-record",
            Self::NotAllowed => "desk-message-not-allowed",
            Self::Empty => "desk-message-empty",
            Self::TooLong => "desk-message-too-long",
            Self::NoMessage => "desk-message-none",
            Self::Taken => "desk-message-taken",
        }
    }
}

/// Whether the patient lets the clinic write in the record, and read there what is answered later.
pub(crate) fn may_write(shared: &SharedChart) -> Result<(), MessagesError> {
    if !shared.holds_record {
        return Err(MessagesError::NoRecord);
    }
    let needed = Operations::APPEND | Operations::READ | Operations::FUTURE;
    let may = shared.operations(Section::Messages);
    let is_open = may.is_some_and(|it| it.contains(needed)) || crate::sabotage::off("desk-message-allowed");
    is_open.then_some(()).ok_or(MessagesError::NotAllowed)
}

/// What a record says against a message.
pub(crate) fn unwritten(error: MessageError) -> DeskError {
    match error {
        MessageError::Empty => MessagesError::Empty.into(),
        MessageError::TooLong | MessageError::Edit(EditError::TooLarge) => MessagesError::TooLong.into(),
        MessageError::NoMessage => MessagesError::NoMessage.into(),
        MessageError::Read(_) | MessageError::Edit(EditError::Store(_)) => {
            StoreError::Record(error.id()).into()
        }
        _ => MessagesError::NotAllowed.into(),
    }
}
