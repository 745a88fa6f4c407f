//! Check-in: what the clinic asks before a visit, and what came back (SMART Health Check-in 1.0, sections 5 and 6).

mod asked;
mod kept;
mod ready;
mod sent;
mod view;
mod writing;

use pocketchart::CheckinResponseError;

use crate::problem::{self, Problem};

pub(crate) use asked::{MOST_HOURS, NewCheckin};
pub(crate) use kept::{Checkin, CheckinStanding, all, sweep, waiting};
pub(crate) use ready::{ReadyForm, ready};
pub(crate) use sent::{InRecord, Sent, Signer, may_send};
pub(crate) use view::{CheckinLine, CheckinTaken, CheckinView};
pub(crate) use writing::{CheckinWriting, Statement};

/// What could not be done with a check-in. Nothing was changed.
#[derive(Debug, thiserror::Error)]
pub(crate) enum CheckinError {
    /// There is no check-in of this name, or none behind this link.
    #[error("no such check-in")]
    NoCheckin,
    /// Its time is over.
    #[error("its time is over")]
    Over,
    /// It has been answered: no second answer is taken.
    #[error("it has been answered")]
    Answered,
    /// Nobody has answered it yet.
    #[error("nobody has answered it")]
    Unanswered,
    /// A chart says who is asked: who that is in the clinic's own system is confirmed there.
    #[error("a chart says who is asked")]
    Charted,
    /// The answer does not describe the patient.
    #[error("the answer does not describe the patient")]
    NoPerson,
    /// There is no open chart of who is asked in which something could be written.
    #[error("no open chart of who is asked")]
    NoRecord,
    /// The patient did not open check-ins for writing and for reading, also what comes later.
    #[error("the patient does not allow it")]
    NotAllowed,
    /// Neither a chart nor words say who is asked, or both do.
    #[error("who is asked is not said")]
    Whom,
    /// Nothing is asked.
    #[error("nothing is asked")]
    Empty,
    /// The purpose says who asks, or leads elsewhere.
    #[error("the purpose says who asks")]
    Purpose,
    /// The address of the call is none of a secure page.
    #[error("the address of the call")]
    Call,
    /// The form of this item cannot be shown as it was meant.
    #[error("a form cannot be shown")]
    Form(String),
    /// Two items have one name.
    #[error("two items of one name")]
    Twice,
    /// More is asked than a request may hold.
    #[error("too much is asked")]
    TooMuch,
    /// A member of the request is not what it has to be.
    #[error("the request's member {0}")]
    Member(&'static str),
    /// The answer does not fit what was asked.
    #[error(transparent)]
    Response(#[from] CheckinResponseError),
}

impl CheckinError {
    /// The id of the message that explains it.
    pub(crate) fn id(&self) -> &'static str {
        match self {
            Self::NoCheckin => "desk-checkin-none",
            Self::Over => "desk-checkin-over",
            Self::Answered => "desk-checkin-answered",
            Self::Unanswered => "desk-checkin-unanswered",
            Self::Charted => "desk-checkin-charted",
            Self::NoPerson => "desk-checkin-no-person",
            Self::NoRecord => "desk-checkin-no-record",
            Self::NotAllowed => "desk-checkin-not-allowed",
            Self::Whom => "desk-checkin-whom",
            Self::Empty => "desk-checkin-empty",
            Self::Purpose => "desk-checkin-purpose",
            Self::Call => "desk-checkin-call",
            Self::Form(_) => "desk-checkin-form",
            Self::Twice => "desk-checkin-twice",
            Self::TooMuch => "desk-checkin-too-much",
            Self::Member(_) => "desk-checkin-member",
            Self::Response(CheckinResponseError::OtherRequest) => "desk-checkin-other",
            Self::Response(CheckinResponseError::NotJson | CheckinResponseError::NotAResponse) => {
                "desk-checkin-no-answer"
            }
            Self::Response(_) => "desk-checkin-unfit",
        }
    }

    /// The same, with what it is about.
    pub(crate) fn problem(&self) -> Problem {
        match self {
            Self::Form(title) => Problem::with(self.id(), &[("title", title.as_str().into())]),
            Self::Member(member) => Problem::with(self.id(), &[("member", (*member).into())]),
            Self::Response(error) if self.id() == "desk-checkin-unfit" => {
                let why = problem::say(error.id(), &[]).unwrap_or_default();
                Problem::with(self.id(), &[("why", why.into())])
            }
            _ => Problem::new(self.id()),
        }
    }
}
