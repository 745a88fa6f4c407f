use crate::web::{Answer, WebError};

/// Why a relay did not do what was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum RelayError {
    /// There is no way to it now, or its answer did not arrive: what was asked may have been done or not, and asking
    /// again does no harm.
    #[error("the relay cannot be reached: {0}")]
    Unreachable(WebError),
    /// It asks to wait, for so many seconds if it says so.
    #[error("the relay is busy")]
    Busy(Option<u64>),
    /// It, or this mailbox or vault, is full.
    #[error("the relay is full")]
    Full,
    /// Nothing of that name is live, or it is not this key's to know of: unknown, not yet, over, spent and ended look alike.
    #[error("the relay has nothing under this name")]
    NotLive,
    /// Something else is there under this name, or it has ended and cannot be changed.
    #[error("something else is at the relay under this name")]
    Conflict,
    /// It does not take what was sent: too long, or out of the range that it allows.
    #[error("the relay does not take it")]
    NotTaken,
    /// What answers at this address is no relay, or a newer one.
    #[error("no relay answers at this address")]
    NoRelay,
}

impl RelayError {
    pub(super) fn from_answer(answer: &Answer) -> Self {
        match answer.status {
            404 => Self::NotLive,
            400 | 413 => Self::NotTaken,
            408 => Self::Unreachable(WebError::TimedOut),
            409 => Self::Conflict,
            429 | 500 | 502 | 503 | 504 => Self::Busy(answer.again_after),
            507 => Self::Full,
            _ => Self::NoRelay,
        }
    }

    /// Whether the same may succeed later without anything else having changed.
    pub const fn passes(self) -> bool {
        matches!(self, Self::Unreachable(_) | Self::Busy(_) | Self::Full)
    }
}

impl From<WebError> for RelayError {
    fn from(error: WebError) -> Self {
        match error {
            WebError::TooLong | WebError::Address => Self::NoRelay,
            error => Self::Unreachable(error),
        }
    }
}

/// Why a relay did not let a redeemer in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum TakeError {
    /// The passcode, or the key of the audience, is not the right one.
    #[error("wrong passcode, {left} more may be tried")]
    Wrong {
        /// How many wrong ones are left; at 0 the grant is gone.
        left: u8,
    },
    /// Anything else; [`RelayError::NotLive`] stands for not yet, over, spent and ended alike.
    #[error(transparent)]
    Relay(#[from] RelayError),
}
